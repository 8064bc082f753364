package demo

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/guidance"
)

// words are the municipality's own, in the help and on the page that is open to everybody.
var words = map[guidance.Topic]string{
	guidance.About: "Hos oss börjar varje fråga på arbetsplatsträffen. Vi har samverkansgrupper på tre nivåer: på enheten (LSG), i förvaltningen (FSG) och för hela kommunen (CSG).\n\n" +
		"- Förslag till nästa träff lämnar du senast en vecka före.\n- Protokoll kan du läsa två dagar efter att de har justerats.\n- Är du ny? Be din chef eller ditt skyddsombud att berätta hur det går till.",
	guidance.Meeting: "- Börja med en runda, så att alla får ordet en gång.\n- Håll isär information och samverkan.\n- Sammanfatta och läs upp innan ni går vidare.\n" +
		"- Säg när samverkan är avslutad. Hos oss gäller den från mötets slut.",
}

// guide lets the municipality put its own words in the help.
func (w *world) guide(ctx context.Context, d *db.DB, c clock.Clock) error {
	if w.logo == nil {
		return nil
	}
	help := &guidance.Service{DB: d, Clock: c}
	who := w.actor(w.personas[Code(access.Admin)], access.Admin)
	for _, t := range guidance.Topics {
		if text := words[t]; text != "" {
			if err := help.Save(ctx, who, t, text, 0); err != nil {
				return fmt.Errorf("writing the help of %s: %w", w.name, err)
			}
		}
	}
	return nil
}
