package demo

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
)

// sendPapers sends what is ready: a matter whose proposal is not laid out yet is left to the next time.
func (s *stage) sendPapers(ctx context.Context, h *hand, t *sitting) error {
	if !slices.ContainsFunc(t.items, func(x *treatment) bool { return x.set && x.class != matter.EarlyDialogue }) {
		return nil
	}
	why := ""
	if t.late {
		why = "Kalkylen från ekonomi kom först i dag. Vi frågar organisationerna om de godtar kortare tid."
	}
	err := reasoned(why, holidays, func(reason string) error { return h.meetings.SendPapers(ctx, t.chair(s.world), t.id, reason) })
	if err != nil {
		return err
	}
	for i, x := range t.speakers() { // some read at once
		if (i+t.n)%3 == 0 && s.end.Sub(t.start) < 40*24*time.Hour && x.person != s.personas[Code(access.UnionRep)] {
			h.wait(35)
			if err := h.meetings.MarkRead(ctx, s.actor(x.person, access.UnionRep), t.id); err != nil {
				return err
			}
		}
	}
	return nil
}

// answerLate lets the unions answer about late papers: they accept, or ask for a later meeting where the script says so.
func (s *stage) answerLate(ctx context.Context, h *hand, t *sitting) error {
	if err := s.readItems(ctx, t); err != nil {
		return err
	}
	for _, x := range t.items {
		if x.class != matter.BeforeDecision || !x.set {
			continue
		}
		for i, who := range t.speakers() {
			h.wait(12)
			accept := x.outcome != tabled || i > 0
			if err := h.meetings.AnswerPapers(ctx, s.actor(who.person, access.UnionRep), x.item, s.union(who.union), accept); err != nil {
				return err
			}
		}
	}
	return nil
}

// readItems finds the agenda's rows.
func (s *stage) readItems(ctx context.Context, t *sitting) error {
	var rows []struct{ ID, MatterID int64 }
	var b db.Batch
	db.Many(&b, &rows, `SELECT id, matter_id FROM agenda_items WHERE meeting_id = $1 AND matter_id IS NOT NULL`, t.id)
	if err := s.db.ReadOrg(ctx, s.org, &b); err != nil {
		return err
	}
	for _, r := range rows {
		for _, x := range t.items {
			if x.j.id == r.MatterID {
				x.item = r.ID
			}
		}
	}
	return nil
}

// attend decides who comes: the first union always does, the others nearly always, and a substitute for who does not.
func (t *sitting) attend(w *world) []meeting.Presence {
	t.present = map[string]bool{}
	rows := []meeting.Presence{{PersonID: w.person(t.Chair), Presence: "in_person"}}
	presence := func(i int) string { return []string{"in_person", "in_person", "remote"}[(t.n+i)%3] }
	seen := map[string]bool{t.Chair: true}
	for i, s := range t.seats {
		if seen[s.person] || s.substitute || !s.until.IsZero() && t.day().After(s.until) {
			continue
		}
		seen[s.person] = true
		needed := slices.ContainsFunc(t.items, func(x *treatment) bool { return x.disagree[s.union] != "" })
		if t.empty || i > 0 && !needed && (t.n*7+i*5)%13 == 0 {
			rows = append(rows, meeting.Presence{PersonID: w.person(s.person), Presence: "absent"})
			continue
		}
		t.present[s.person] = true
		rows = append(rows, meeting.Presence{PersonID: w.person(s.person), Presence: presence(i)})
	}
	for i, p := range t.safety {
		if !seen[p] {
			seen[p] = true
			rows = append(rows, meeting.Presence{PersonID: w.person(p), Presence: presence(i)})
		}
	}
	return rows
}

// hold holds the meeting: all treatments in order, and the minutes' notes as they are written.
func (s *stage) hold(ctx context.Context, h *hand, t *sitting) error {
	chair := t.chair(s.world)
	if err := s.readItems(ctx, t); err != nil {
		return err
	}
	h.wait(1)
	if err := h.meetings.Open(ctx, chair, t.id); err != nil {
		return err
	}
	h.wait(3)
	if err := h.meetings.Attend(ctx, chair, t.id, t.attend(s.world)); err != nil {
		return err
	}
	if t.goesOn {
		if err := s.begin(ctx, h, t); err != nil {
			return err
		}
	}
	for i, x := range t.items {
		if x.item == 0 || t.goesOn && i > 0 {
			continue
		}
		h.wait(8)
		if err := s.treat(ctx, h, t, x); err != nil {
			return fmt.Errorf("%s: %w", x.j.title, err)
		}
	}
	if t.goesOn {
		return nil
	}
	if closing := t.start.Add(t.length - 10*time.Minute); closing.After(h.clock.Now()) {
		h.clock.Set(closing)
	}
	if err := s.noteStanding(ctx, h, t); err != nil {
		return err
	}
	return h.meetings.Close(ctx, chair, t.id)
}

func (s *stage) treat(ctx context.Context, h *hand, t *sitting, x *treatment) error {
	chair := t.chair(s.world)
	switch {
	case x.outcome == tabled:
		return h.meetings.TableItem(ctx, chair, x.item, x.next.day(), x.j.tabledReason)
	case x.class != matter.BeforeDecision:
		if err := h.meetings.WriteNote(ctx, chair, x.item, x.j.note(t, x), 1); err != nil {
			return err
		}
		return h.meetings.Handle(ctx, chair, x.item)
	}
	if err := h.meetings.OpenItem(ctx, chair, x.item); err != nil {
		return err
	}
	if t.goesOn { // the unions are about to say what they think
		return s.discuss(ctx, h, t, x)
	}
	if t.empty {
		return s.desert(ctx, h, t, x)
	}
	for i, who := range t.speakers() {
		if !t.present[who.person] || x.outcome == adjourned && i == 0 || x.j.negotiator[who.union] || !s.inAgreement(who.union, t.day()) {
			continue
		}
		h.wait(4)
		stance, reason := x.stance(t, who.union, i)
		if err := h.meetings.TakePosition(ctx, s.actor(who.person, access.UnionRep), x.item, s.union(who.union), stance, reason); err != nil {
			return err
		}
	}
	if err := h.meetings.WriteNote(ctx, chair, x.item, x.j.note(t, x), 1); err != nil || x.outcome == adjourned {
		return err
	}
	if s.end.Sub(t.start) < 45*24*time.Hour && x == t.items[0] {
		if err := s.ask(ctx, h, t, x); err != nil {
			return err
		}
	}
	h.wait(3)
	return s.allow("conclude "+x.j.name, h.meetings.Conclude(ctx, chair, x.item))
}

// desert notes that nobody came; the second time the chair proposes that samverkan is concluded all the same.
func (s *stage) desert(ctx context.Context, h *hand, t *sitting, x *treatment) error {
	chair := t.chair(s.world)
	if err := h.meetings.WriteNote(ctx, chair, x.item, "Ingen organisation är närvarande. Alla är kallade i tid.", 1); err != nil || x.outcome != deserted || x.next != nil {
		return err
	}
	h.wait(3)
	return h.meetings.ProposeAlone(ctx, chair, x.item, "Organisationerna är kallade i tid till två möten och påminda per telefon. Ingen har anmält att den vill ta upp frågan.")
}

// stance is what a union says: what the script wants, otherwise mostly yes.
func (x *treatment) stance(t *sitting, union string, i int) (stance, reason string) {
	switch why := x.disagree[union]; {
	case why != "":
		return matter.Disagrees, why
	case i > 1 && (t.n+i)%4 == 0:
		return matter.NotConcerned, ""
	case i > 0 && (t.n+2*i)%11 == 0:
		return matter.Abstains, ""
	}
	return matter.Agrees, ""
}

func (s *stage) inAgreement(union string, day clock.Date) bool {
	i := slices.IndexFunc(s.unions, func(u organisation.UnionRow) bool { return u.Name == union })
	return s.unions[i].AgreementUntil.IsZero() || !day.After(s.unions[i].AgreementUntil)
}
