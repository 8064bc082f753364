package demo

import (
	"context"

	"samverka/internal/clock"
	"samverka/internal/meeting"
)

// extras are what happens around the minutes of the meetings that people look at: remarks, a § approved at once, a
// correction.
func (s *stage) extras(t *sitting) {
	day := t.day()
	switch t.minutes {
	case minutesDraft:
		s.then(at(workday(day, 1), 9, t.n), t.branch, "ask for a § at once of "+t.Name, func(ctx context.Context, h *hand) error {
			return s.atOnce(ctx, h, t)
		})
		s.then(at(workday(day, 1), 11, t.n), t.branch, "remark on draft of "+t.Name, func(ctx context.Context, h *hand) error {
			return s.remark(ctx, h, t, len(t.items)-1, "Det låter som om alla var överens. Vi ville ha en uppföljning redan efter en månad.")
		})
	case minutesSent, minutesObjected:
		s.then(at(day, 17, t.n), t.branch, "approve a § at once of "+t.Name, func(ctx context.Context, h *hand) error {
			if err := s.atOnce(ctx, h, t); err != nil {
				return err
			}
			return s.approvePart(ctx, h, t)
		})
		s.then(at(workday(day, 3), 9, t.n), t.branch, "remark on minutes of "+t.Name, func(ctx context.Context, h *hand) error {
			return s.remarkAndAnswer(ctx, h, t)
		})
	case minutesMaintained:
		s.then(at(workday(day, 9), 10, t.n), t.branch, "correct minutes of "+t.Name, func(ctx context.Context, h *hand) error {
			return s.correct(ctx, h, t)
		})
	}
}

// treated is the first item of the meeting whose treatment is over.
func (t *sitting) treated() (item int64, ok bool) {
	for _, x := range t.items {
		if x.item != 0 && (x.outcome == concluded || x.outcome == handled) {
			return x.item, true
		}
	}
	return 0, false
}

// atOnce lets the chair lay a § before the unions' adjuster.
func (s *stage) atOnce(ctx context.Context, h *hand, t *sitting) error {
	item, ok := t.treated()
	if !ok {
		return nil
	}
	chair, union := t.chair(s.world), t.adjusters()[1]
	p, err := h.meetings.Get(ctx, chair, t.id)
	if err != nil {
		return err
	}
	if it, ok := p.Item(item); !ok || p.CanApproveAtOnce(it) != nil {
		return nil
	}
	seen := p.SeenSection(item)
	seen.Method = "demo"
	_, err = h.meetings.ApproveAtOnce(ctx, chair, item, []int64{s.person(union.Name)}, seen)
	return err
}

// approvePart lets the unions' adjuster approve what waits for them.
func (s *stage) approvePart(ctx context.Context, h *hand, t *sitting) error {
	a := t.adjusters()[1]
	who := s.actor(a.Name, a.role)
	p, err := h.meetings.Get(ctx, who, t.id)
	if err != nil {
		return err
	}
	for _, part := range p.Parts {
		if part.Status != "sent" {
			continue
		}
		h.wait(20)
		seen := part.Seen()
		seen.Method = "demo"
		if err := h.meetings.ApprovePart(ctx, who, part.ID, seen); err != nil {
			return err
		}
	}
	return nil
}

// remark lets the unions' adjuster say something about the i-th item's §.
func (s *stage) remark(ctx context.Context, h *hand, t *sitting, i int, text string) error {
	a := t.adjusters()[1]
	if i < 0 || t.items[i].item == 0 {
		return nil
	}
	if _, done := s.frozen(ctx, h, t, t.items[i].item); done {
		return nil
	}
	return h.meetings.Remark(ctx, s.actor(a.Name, a.role), t.id, t.items[i].item, text)
}

func (s *stage) frozen(ctx context.Context, h *hand, t *sitting, item int64) (meeting.Part, bool) {
	p, err := h.meetings.Get(ctx, t.chair(s.world), t.id)
	if err != nil {
		return meeting.Part{}, true
	}
	return p.Immediate(item)
}

// remarkAndAnswer lets the chair answer one remark, and leaves the next to be answered.
func (s *stage) remarkAndAnswer(ctx context.Context, h *hand, t *sitting) error {
	for i := range t.items {
		if err := s.remark(ctx, h, t, i, "Stämmer tiden? Vi minns att skyddsombudet deltog i hela diskussionen."); err != nil {
			return err
		}
	}
	h.wait(90)
	chair := t.chair(s.world)
	p, err := h.meetings.Get(ctx, chair, t.id)
	if err != nil || len(p.Remarks) == 0 {
		return err
	}
	return h.meetings.AnswerRemark(ctx, chair, p.Remarks[0].ID, "kept", "Närvarolistan stämmer med mötets egen. Jag låter texten stå.")
}

// correct lets the chair correct approved minutes; now and then the unions' adjuster has approved it.
func (s *stage) correct(ctx context.Context, h *hand, t *sitting) error {
	chair := t.chair(s.world)
	p, err := h.meetings.Get(ctx, chair, t.id)
	if err != nil || p.Minutes == nil || !p.Minutes.Final() {
		return err
	}
	item, _ := t.treated()
	if _, err := h.meetings.Correct(ctx, chair, t.id, item, "Antalet berörda ska vara 14, inte 41.", "demo"); err != nil {
		return err
	}
	if clock.DateOf(s.end).After(t.day().Add(30)) {
		return s.approvePart(ctx, h, t)
	}
	return nil
}
