package demo

import (
	"context"
	"slices"

	"samverka/internal/action"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/meeting"
)

// begin takes the standing items that a meeting begins with.
func (s *stage) begin(ctx context.Context, h *hand, t *sitting) error {
	var rows []struct {
		ID    int64
		Title string
	}
	var b db.Batch
	db.Many(&b, &rows, `SELECT id, title FROM agenda_items WHERE meeting_id = $1 AND class = 'standing' AND position < 2000 ORDER BY position`, t.id)
	if err := s.db.ReadOrg(ctx, s.org, &b); err != nil {
		return err
	}
	for _, r := range rows {
		h.wait(2)
		if err := h.meetings.OpenItem(ctx, t.chair(s.world), r.ID); err != nil {
			return err
		}
		if note := t.noted(r.Title); note != "" {
			if err := h.meetings.WriteNote(ctx, t.chair(s.world), r.ID, note, 1); err != nil {
				return err
			}
		}
		h.wait(1)
		if err := h.meetings.Handle(ctx, t.chair(s.world), r.ID); err != nil {
			return err
		}
	}
	return nil
}

// discuss is a treatment that goes on now: something is written, somebody is asked to do something, and the chair has written
// down what one of the organisations said.
func (s *stage) discuss(ctx context.Context, h *hand, t *sitting, x *treatment) error {
	if err := h.meetings.WriteNote(ctx, t.chair(s.world), x.item, x.j.note(t, x), 1); err != nil {
		return err
	}
	if err := s.ask(ctx, h, t, x); err != nil {
		return err
	}
	last := slices.DeleteFunc(t.speakers(), func(who seat) bool {
		return !t.present[who.person] || x.j.negotiator[who.union] || !s.inAgreement(who.union, t.day())
	})
	if len(last) < 2 {
		return nil
	}
	who := last[len(last)-1]
	return s.allow("write down for "+who.union, h.meetings.RecordPosition(ctx, t.chair(s.world), x.item, meeting.Spoken{UnionID: s.union(who.union), PersonID: s.person(who.person), Stance: matter.Agrees}))
}

// asks are what meetings ask people to do.
var asks = []string{
	"Tar fram en kostnad för fler parkeringsplatser vid lokalen.", "Bjuder in skyddsombuden till en genomgång av riskbedömningen.",
	"Skriver ett informationsblad till medarbetarna om förändringen.", "Följer upp hur introduktionen har fungerat och berättar på nästa möte.",
	"Frågar företagshälsovården om ergonomistöd.", "Sammanställer sjukfrånvaron per kvartal, utan uppgifter om enskilda.",
}

// ask gives somebody in the room something to do before the next meeting.
func (s *stage) ask(ctx context.Context, h *hand, t *sitting, x *treatment) error {
	person := s.person(t.Chair)
	if t.n%2 == 1 && len(t.safety) > 0 {
		person = s.person(t.safety[0])
	}
	return h.meetings.AddAction(ctx, t.chair(s.world), x.item, action.Form{What: asks[x.j.n%len(asks)], PersonID: person, DueOn: workday(t.day(), 14+t.n%10)})
}
