package demo

import (
	"context"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/meeting"
)

func (t *sitting) treatment(j *journey) *treatment {
	i := slices.IndexFunc(t.items, func(x *treatment) bool { return x.j == j })
	if i < 0 {
		return nil
	}
	return t.items[i]
}

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
	empty     bool   // no organisation comes
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
	outcome  string            // concluded, tabled, adjourned or handled
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
	deserted  = "deserted" // no organisation came
	handled   = "handled"
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
		return reasoned("", busy, func(reason string) error {
			t.id, err = h.meetings.Plan(ctx, t.chair(s.world), meeting.PlanForm{GroupID: t.group.id, StartsAt: t.start, EndsAt: t.start.Add(t.length), Place: t.place(), Extra: t.extra, Reason: reason})
			return err
		})
	})
	s.conduct(t)
}

// conduct puts down what happens with a planned meeting: it is called, given papers, held and written up, or called off.
func (s *stage) conduct(t *sitting) {
	a := s.agreement
	notice, papers := before(t.day(), a.NoticeDays+1), before(t.day(), a.PapersDays+1)
	if t.late {
		papers = workday(t.day(), -4)
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
			if err := h.meetings.AddItem(ctx, t.chair(s.world), t.id, meeting.AddForm{Title: title, Class: matter.Information, Minutes: 10, Reason: holidays}); err != nil {
				return err
			}
		}
		return reasoned("", holidays, func(reason string) error { return h.meetings.SendNotice(ctx, t.chair(s.world), t.id, reason) })
	})
	if len(t.items) > 0 {
		s.then(at(papers, 14, t.n), t.branch, "papers of "+t.Name, func(ctx context.Context, h *hand) error { return s.sendPapers(ctx, h, t) })
	}
	if len(t.items) > 0 && !t.late && s.end.Sub(t.start) < 40*24*time.Hour {
		s.then(at(workday(t.day(), -2), 9, t.n), t.branch, "remind of "+t.Name, func(ctx context.Context, h *hand) error {
			if err := h.meetings.Remind(ctx, t.chair(s.world), t.id); fail.KindOf(err) != fail.Invalid { // everybody has read, or nothing has been sent
				return err
			}
			return nil
		})
	}
	if t.late && !t.unhurried {
		s.then(at(workday(t.day(), -2), 10, t.n), t.branch, "late papers of "+t.Name, func(ctx context.Context, h *hand) error { return s.answerLate(ctx, h, t) })
	}
	s.then(t.start, t.branch, "hold "+t.Name, func(ctx context.Context, h *hand) error { return s.hold(ctx, h, t) })
	s.write(t)
}

func (t *sitting) place() string {
	rooms := []string{"Kommunhuset, rum Älven", "Teams", "Kommunhuset, rum Forsen", "Sammanträdesrummet, plan 2", "Förvaltningshuset, rum Ängen", "Biblioteket, hörsalen"}
	return rooms[t.n%len(rooms)]
}

// callOff cancels a meeting that people have been called to, or moves it.
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
	s.then(at(before(t.day(), s.agreement.NoticeDays+8), 9, t.n), t.branch, "call "+t.Name, func(ctx context.Context, h *hand) error {
		return h.meetings.SendNotice(ctx, t.chair(s.world), t.id, "")
	})
	s.then(at(before(t.day(), s.agreement.NoticeDays+6), 11, t.n), t.branch, "move "+t.Name, func(ctx context.Context, h *hand) (err error) {
		m.id, err = h.meetings.Move(ctx, t.chair(s.world), t.id, meeting.PlanForm{StartsAt: m.start, EndsAt: m.start.Add(m.length), Place: m.place(), Reason: t.cancelled})
		return err
	})
	s.conduct(m)
}
