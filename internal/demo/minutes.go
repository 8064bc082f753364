package demo

import (
	"context"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/meeting"
)

// write puts down how the minutes come about.
func (s *stage) write(t *sitting) {
	if t.goesOn {
		return
	}
	s.extras(t)
	if t.minutes == minutesDraft {
		return
	}
	sent, mine := workday(t.day(), 1+t.n%2), s.waitsForPersona(t)
	if mine {
		sent = s.sentLately()
	}
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
		if t.lone() || mine {
			n = 1
		}
		for i := range n {
			s.then(at(workday(sent, 1+(t.n+i)%4), 9+i, t.n+i), t.branch, "approve minutes of "+t.Name, func(ctx context.Context, h *hand) error {
				return s.approve(ctx, h, t, i)
			})
		}
	}
}

// sentLately is when minutes went out that still wait for an answer in time.
func (s *stage) sentLately() clock.Date { return workday(clock.DateOf(s.end), -3) }

// waitsForPersona reports whether the meeting's minutes wait for whoever shows the union's role: lately, and they speak first at it.
func (s *stage) waitsForPersona(t *sitting) bool {
	first := t.speakers()
	return t.minutes == "" && !t.long && s.end.Sub(t.start) < 25*24*time.Hour && t.day().Before(s.sentLately()) && len(first) > 0 && first[0].person == s.personas[Code(access.UnionRep)]
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
	who := s.actor(a.Name, a.role)
	seen, err := s.read(ctx, h, who, t)
	if err != nil {
		return err
	}
	return h.meetings.Approve(ctx, who, t.id, seen)
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
		who := s.actor(a.Name, a.role)
		seen, err := s.read(ctx, h, who, t)
		if err != nil {
			return err
		}
		return h.meetings.Maintain(ctx, who, t.id, seen)
	})
}

// read is the text that somebody has before them, as the pages note it.
func (s *stage) read(ctx context.Context, h *hand, who access.Actor, t *sitting) (meeting.Seen, error) {
	p, err := h.meetings.Get(ctx, who, t.id)
	if err != nil {
		return meeting.Seen{}, err
	}
	seen := p.Seen()
	seen.Method = "demo"
	return seen, h.meetings.NoteRead(ctx, who, t.id, seen.Version)
}
