package demo

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// clauses are what the municipality's own agreement says, as its rules quote it.
const clauses = "1 Samverkan börjar på arbetsplatsträffen. Frågan behandlas så nära dem den gäller som möjligt.\n" +
	"2 Kallelse sänds minst fjorton dagar och handlingar minst sju dagar före mötet.\n" +
	"3 Samverkan är fullgjord när mötet är slut."

// rules takes in the agreement's text, and gives one group and its förvaltning rules of their own.
func (w *world) rules(ctx context.Context, d *db.DB, c clock.Clock) error {
	if w.logo == nil {
		return nil
	}
	org := &organisation.Service{DB: d, Clock: c}
	who := w.actor(w.personas[Code(access.HR)], access.HR)
	if _, err := org.SaveAgreementText(ctx, who, organisation.TextForm{Title: "Lokalt samverkansavtal", ValidFrom: w.agreement.ValidFrom, Body: clauses}); err != nil {
		return fmt.Errorf("taking in the agreement of %s: %w", w.name, err)
	}
	own := w.agreement
	own.ID, own.ValidFrom, own.ApprovalDays = 0, clock.Today(c).Add(1), 14
	g := w.group[homeCareGroup]
	for _, in := range []organisation.Scope{{UnitID: w.unit(g.home)}, {GroupID: g.id}} {
		err := org.SaveAgreement(ctx, who, organisation.AgreementEdit{Scope: in, Agreement: own, Own: []string{"approval_days"}, Reason: "Många justerare arbetar kvällar och helger"})
		if err != nil {
			return fmt.Errorf("giving a part of %s rules of its own: %w", w.name, err)
		}
		own.ApprovalDays = 12
	}
	return nil
}
