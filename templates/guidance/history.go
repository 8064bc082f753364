package guidance

import (
	"context"

	"samverka/internal/i18n"
	"samverka/templates/ui"
)

func (p EditPage) history(ctx context.Context) []ui.Event {
	events := make([]ui.Event, len(p.Saved))
	for i, s := range p.Saved {
		events[i] = ui.Event{When: i18n.DateTime(ctx, s.At), Title: i18n.T(ctx, "guidance.history.saved"), Who: s.PersonName, Content: body(s.Body)}
		if s.Body == "" {
			events[i].Title, events[i].Content = i18n.T(ctx, "guidance.history.reverted"), nil
		}
	}
	return events
}
