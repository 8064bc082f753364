package demo

import (
	"context"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// ownSteps lets the area of the sitting agree, shortly before it, that enhanced samverkan comes before central negotiation.
func (w *script) ownSteps(t *sitting) {
	from := t.day().Add(-3)
	w.then(at(before(t.day(), 5), 10, 1), "", "own steps of "+t.home, func(ctx context.Context, h *hand) error {
		a := organisation.Default(from)
		a.DisagreementSteps = []string{organisation.StepEnhanced, organisation.StepCentral}
		return w.db.InOrg(ctx, w.org, func(tx *db.OrgTx) error {
			return organisation.Setup{Clock: h.clock}.Own(ctx, tx, []organisation.OwnRow{{Unit: t.home, Names: []string{"disagreement_steps"}, Agreement: a}})
		})
	})
}

// enhance puts down that the unions that disagreed request enhanced samverkan; the meeting is still to come.
func (s *stage) enhance(j *journey, x *treatment, when time.Time) {
	s.forUnions(j, x, when, "request enhanced samverkan", func(ctx context.Context, h *hand, who access.Actor, union int64) error {
		var position int64
		err := s.db.InOrg(ctx, s.org, func(tx *db.OrgTx) error {
			return tx.QueryRow(ctx, `SELECT p.id FROM positions p JOIN agenda_items ai ON ai.id = p.item_id WHERE ai.matter_id = $1 AND p.union_id = $2 AND p.superseded_at IS NULL
				ORDER BY p.id DESC LIMIT 1`, j.id, union).Scan(&position)
		})
		if err != nil {
			return err
		}
		return h.matters.RequestStep(ctx, who, j.id, position, "Vi vill gå igenom bemanningen på kvällarna en gång till, med enhetschefen i rummet.")
	})
}

// askLate lets a union that agreed ask for negotiation although the first samverkan occasion is past; the employer has not
// answered.
func (s *stage) askLate(j *journey, t *sitting, x *treatment, when time.Time) {
	for _, who := range t.speakers() {
		if x.disagree[who.union] != "" {
			continue
		}
		s.then(when, j.branch, "ask late about "+j.name, func(ctx context.Context, h *hand) error {
			return h.matters.RequestLate(ctx, s.actor(who.person, access.UnionRep), j.id, s.union(who.union),
				"Efter mötet har schemat för helgerna kommit. Det rör våra medlemmar mer än vi visste, och vi vill förhandla om det.")
		})
		return
	}
}

// keepLog puts down what the förhandlingschef writes in the logs of the negotiations before they end.
func (s *stage) keepLog(j *journey, ends time.Time, kind string, unions []string) {
	day := clock.DateOf(ends)
	for _, u := range unions {
		for i, e := range []matter.EntryForm{
			{Kind: matter.EntryCalled, HappenedOn: before(day, 6), Counterpart: u, Body: "Kallelse till förhandling, med förslaget och riskbedömningen."},
			{Kind: matter.EntryMet, HappenedOn: before(day, 1), Counterpart: "Ombudsmannen och två förtroendevalda från " + u, Body: "Vi gick igenom förslaget och vad det betyder för bemanningen."},
			{Kind: matter.EntryOffer, HappenedOn: before(day, 1), Body: "En utvärdering efter tolv veckor, tillsammans med organisationen."},
		} {
			s.then(at(e.HappenedOn, 15, i), j.branch, "log of "+j.name, func(ctx context.Context, h *hand) error {
				ref := matter.TrackRef(matter.Track{Kind: kind, UnionID: s.union(u)})
				_, err := h.matters.LogEntry(ctx, s.actor(s.holder(organisation.Negotiator), access.Negotiator), j.id, ref, e)
				return err
			})
		}
	}
}
