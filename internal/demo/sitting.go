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

// How the minutes of a sitting end, when not simply approved.
const (
	minutesDraft      = "draft"
	minutesSent       = "sent"       // nobody has answered yet
	minutesObjected   = "objected"   // the chair has an objection to answer
	minutesMaintained = "maintained" // approved with objection
)

// sitting is one meeting of a group.
type sitting struct {
	*group
	n         int // a number of its own, for variety that is the same every time
	start     time.Time
	length    time.Duration
	id        int64
	items     []*treatment
	extras    []string // items of information without a matter
	minutes   string
	late      bool   // the papers came later than agreed
	unhurried bool   // nobody has answered about the late papers yet
	goesOn    bool   // it has been opened and not closed
	cancelled string // why it was called off
	movedTo   *sitting
	extra     bool
	long      bool // it was long ago
	present   map[string]bool
}

func (t *sitting) day() clock.Date { return clock.DateOf(t.start) }
func (t *sitting) chair(w *world) access.Actor {
	return w.actor(t.Chair, access.Manager)
}

// treatment is a matter on a sitting's agenda.
type treatment struct {
	j        *journey
	class    string
	outcome  string            // concluded, tabled, adjourned, handled or waits
	disagree map[string]string // by union: why
	next     *sitting          // where it comes back, when tabled or adjourned
	set      bool              // on the agenda
	item     int64
}

// The outcomes of a treatment.
const (
	concluded = "concluded"
	tabled    = "tabled"
	adjourned = "adjourned"
	handled   = "handled"
	waits     = "waits"
)

// speakers are the ordinary representatives whose mandates hold on the sitting's day, one for each union.
func (t *sitting) speakers() []seat {
	var ss []seat
	for _, s := range t.seats {
		known := slices.ContainsFunc(ss, func(x seat) bool { return x.union == s.union })
		if !s.substitute && !known && (s.until.IsZero() || !t.day().After(s.until)) {
			ss = append(ss, s)
		}
	}
	return ss
}

// plan puts down the meeting's own acts, from the day when it is planned.
func (s *stage) plan(t *sitting) {
	planned := before(t.day(), planAhead)
	if first := before(clock.DateOf(s.end), pastDays+40); planned.Before(first) {
		planned = first
	}
	if t.extra {
		planned = workday(t.day(), -4)
	}
	s.then(at(planned, 8, t.n), "", "plan "+t.Name, func(ctx context.Context, h *hand) (err error) {
		t.id, err = h.meetings.Plan(ctx, t.chair(s.world), meeting.PlanForm{GroupID: t.group.id, StartsAt: t.start, EndsAt: t.start.Add(t.length), Place: t.place(), Extra: t.extra})
		return err
	})
	s.conduct(t)
}

// conduct puts down what happens with a planned meeting: it is called, given papers, held and written up, or called off.
func (s *stage) conduct(t *sitting) {
	a := s.agreement
	notice, papers := before(t.day(), a.NoticeDays+1), before(t.day(), a.PapersDays+1)
	if t.late {
		papers = before(t.day(), 4)
	}
	if t.extra {
		notice, papers = workday(t.day(), -3), workday(t.day(), -3)
	}
	if t.cancelled != "" {
		s.callOff(t, notice)
		return
	}
	s.then(at(notice, 9, t.n), t.branch, "call "+t.Name, func(ctx context.Context, h *hand) error {
		for _, title := range t.extras {
			if err := h.meetings.AddItem(ctx, t.chair(s.world), t.id, title, matter.Information, 10); err != nil {
				return err
			}
		}
		return reasoned("", func(reason string) error { return h.meetings.SendNotice(ctx, t.chair(s.world), t.id, reason) })
	})
	if len(t.items) > 0 {
		s.then(at(papers, 14, t.n), t.branch, "papers of "+t.Name, func(ctx context.Context, h *hand) error { return s.sendPapers(ctx, h, t) })
	}
	if t.late && !t.unhurried {
		s.then(at(before(t.day(), 2), 10, t.n), t.branch, "late papers of "+t.Name, func(ctx context.Context, h *hand) error { return s.answerLate(ctx, h, t) })
	}
	s.then(t.start, t.branch, "hold "+t.Name, func(ctx context.Context, h *hand) error { return s.hold(ctx, h, t) })
	s.write(t)
}

func (t *sitting) place() string {
	rooms := []string{"Kommunhuset, rum Älven", "Teams", "Kommunhuset, rum Forsen", "Sammanträdesrummet, plan 2", "Förvaltningshuset, rum Ängen", "Biblioteket, hörsalen"}
	return rooms[t.n%len(rooms)]
}

// callOff cancels a meeting that people have been called to, or moves it before they are.
func (s *stage) callOff(t *sitting, notice clock.Date) {
	if t.movedTo != nil {
		s.move(t)
		return
	}
	s.then(at(notice, 9, t.n), t.branch, "call "+t.Name, func(ctx context.Context, h *hand) error {
		return h.meetings.SendNotice(ctx, t.chair(s.world), t.id, "")
	})
	s.then(at(before(t.day(), 6), 11, t.n), t.branch, "cancel "+t.Name, func(ctx context.Context, h *hand) error {
		return h.meetings.Cancel(ctx, t.chair(s.world), t.id, t.cancelled)
	})
}

func (s *stage) move(t *sitting) {
	m := t.movedTo
	s.then(at(before(t.day(), s.agreement.NoticeDays+6), 11, t.n), t.branch, "move "+t.Name, func(ctx context.Context, h *hand) (err error) {
		m.id, err = h.meetings.Move(ctx, t.chair(s.world), t.id, meeting.PlanForm{StartsAt: m.start, EndsAt: m.start.Add(m.length), Place: m.place(), Reason: t.cancelled})
		return err
	})
	s.conduct(m)
}

// sendPapers sends what is ready: a matter whose proposal is not laid out yet is left to the next time.
func (s *stage) sendPapers(ctx context.Context, h *hand, t *sitting) error {
	if !slices.ContainsFunc(t.items, func(x *treatment) bool { return x.set && x.class != matter.EarlyDialogue }) {
		return nil
	}
	why := ""
	if t.late {
		why = "Kalkylen från ekonomi kom först i dag. Vi frågar organisationerna om de godtar kortare tid."
	}
	err := reasoned(why, func(reason string) error { return h.meetings.SendPapers(ctx, t.chair(s.world), t.id, reason) })
	if err != nil {
		return err
	}
	for i, x := range t.speakers() { // some read at once
		if (i+t.n)%3 == 0 && s.end.Sub(t.start) < 40*24*time.Hour && x.person != s.personas[personaCode(access.UnionRep)] {
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
		if i > 0 && !needed && (t.n*7+i*5)%13 == 0 {
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
	for i, x := range t.items {
		if x.item == 0 || t.goesOn && i > 0 && x.class != matter.BeforeDecision {
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
	return h.meetings.Close(ctx, chair, t.id)
}

func (s *stage) treat(ctx context.Context, h *hand, t *sitting, x *treatment) error {
	chair := t.chair(s.world)
	switch {
	case x.outcome == waits:
		return nil
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
		return h.meetings.WriteNote(ctx, chair, x.item, x.j.note(t, x), 1)
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
	h.wait(3)
	return s.lawful(h.meetings.Conclude(ctx, chair, x.item))
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

// write puts down how the minutes come about.
func (s *stage) write(t *sitting) {
	if t.minutes == minutesDraft || t.goesOn {
		return
	}
	sent := workday(t.day(), 1+t.n%2)
	s.then(at(sent, 10, t.n), t.branch, "send minutes of "+t.Name, func(ctx context.Context, h *hand) error {
		if t.n%5 == 0 {
			if err := h.meetings.ChangeMinutes(ctx, t.chair(s.world), t.id, "Nästa möte inleds med en genomgång av åtgärdslistan.", 0); err != nil {
				return err
			}
		}
		ids := make([]int64, 0, 3)
		for _, a := range t.adjusters() {
			ids = append(ids, s.person(a.Name))
		}
		return h.meetings.SendMinutes(ctx, t.chair(s.world), t.id, ids)
	})
	switch t.minutes {
	case minutesSent:
	case minutesObjected, minutesMaintained:
		s.object(t, sent)
	default:
		n := 2
		if t.lone() {
			n = 1
		}
		for i := range n {
			s.then(at(workday(sent, 1+(t.n+i)%4), 9+i, t.n+i), t.branch, "approve minutes of "+t.Name, func(ctx context.Context, h *hand) error {
				return s.approve(ctx, h, t, i)
			})
		}
	}
}

// adjuster is somebody who approves minutes, and in which role.
type adjuster struct {
	Name string
	role access.Role
}

// adjusters are one of the unions' side and, in later times, the chair.
func (t *sitting) adjusters() []adjuster {
	var all []adjuster
	if !t.lone() {
		all = append(all, adjuster{t.Chair, access.Manager})
	}
	for _, x := range t.speakers() {
		if t.present[x.person] {
			return append(all, adjuster{x.person, access.UnionRep})
		}
	}
	return append(all, adjuster{t.safety[0], access.SafetyRep})
}

// lone reports whether one person approves the minutes.
func (t *sitting) lone() bool { return t.long && t.minutes == "" }

func (s *stage) approve(ctx context.Context, h *hand, t *sitting, i int) error {
	a := t.adjusters()[i]
	return h.meetings.Approve(ctx, s.actor(a.Name, a.role), t.id, 0)
}

// object lets the unions' adjuster object; the chair lets the text stand, and it is attached, or has yet to answer.
func (s *stage) object(t *sitting, sent clock.Date) {
	text := "Protokollet återger inte vår synpunkt om uppföljningen. Vi vill att den skrivs in under paragrafen om förslaget."
	s.then(at(workday(sent, 1), 11, t.n), t.branch, "object to minutes of "+t.Name, func(ctx context.Context, h *hand) error {
		a := t.adjusters()[1]
		return h.meetings.Object(ctx, s.actor(a.Name, a.role), t.id, 0, text)
	})
	if t.minutes == minutesObjected {
		return
	}
	s.then(at(workday(sent, 2), 9, t.n), t.branch, "approve minutes of "+t.Name, func(ctx context.Context, h *hand) error { return s.approve(ctx, h, t, 0) })
	s.then(at(workday(sent, 4), 9, t.n), t.branch, "maintain objection of "+t.Name, func(ctx context.Context, h *hand) error {
		a := t.adjusters()[1]
		return h.meetings.Maintain(ctx, s.actor(a.Name, a.role), t.id, 0)
	})
}
