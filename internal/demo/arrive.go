package demo

import (
	"context"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// effective is the day when the sitting's conclusions take effect; zero: it is not known yet.
func (s *stage) effective(t *sitting) clock.Date {
	if s.agreement.EffectiveAt == organisation.AtMeetingEnd {
		return t.day()
	}
	sent := workday(t.day(), 1+t.n%2)
	switch t.minutes {
	case minutesMaintained:
		return workday(sent, 4)
	case "":
		return workday(sent, 1+max(t.n%4, (t.n+1)%4))
	}
	return clock.Date{}
}

// arrive puts down what follows after the matter's last treatment.
func (s *stage) arrive(j *journey) {
	last := j.path[len(j.path)-1]
	x := last.treatment(j)
	effective := s.effective(last)
	if x.outcome != concluded || last.goesOn || j.fate == nothing || j.dropped() || effective.IsZero() {
		return
	}
	open := clock.Date{}
	if len(x.disagree) > 0 {
		open = s.agreement.CentralUntil(effective)
	}
	ready := effective
	if len(j.negotiator) > 0 {
		ready = workday(j.path[0].day(), 12)
		if j.n%2 == 1 {
			ready = s.agreement.CentralUntil(ready).Add(1)
		}
	}
	switch {
	case !open.IsZero() && j.fate == waived:
		ready = after(effective, 2)
		s.forUnions(j, x, at(ready, 9, j.n), "waive", func(ctx context.Context, h *hand, who access.Actor, union int64) error {
			return h.matters.Waive(ctx, who, j.id, union)
		})
	case !open.IsZero() && j.fate == enhanced:
		s.enhance(j, x, at(after(effective, 0), 16, j.n))
		return
	case !open.IsZero() && j.fate == centralised:
		s.forUnions(j, x, at(after(effective, 1), 13, j.n), "request central negotiation", func(ctx context.Context, h *hand, who access.Actor, union int64) error {
			return h.matters.RequestCentral(ctx, who, j.id, union)
		})
		ready = workday(effective, 16)
		s.endNegotiations(j, at(ready, 10, j.n), matter.KindMBL14, x.unions(), []string{matter.InAgreement, matter.InDisagreement, matter.ByWithdrawal}[j.n%3])
	case !open.IsZero():
		ready = open.Add(1)
	}
	if j.leave {
		if len(x.disagree) > 0 {
			s.askLate(j, last, x, at(before(clock.DateOf(s.end), 1), 14, j.n))
		}
		return
	}
	s.decideAfter(j, after(ready, 1+j.n%3))
}

func (x *treatment) unions() []string {
	var us []string
	for u := range x.disagree {
		us = append(us, u)
	}
	slices.Sort(us)
	return us
}

// forUnions puts down what each disagreeing union's representative does.
func (s *stage) forUnions(j *journey, x *treatment, at time.Time, what string, do func(context.Context, *hand, access.Actor, int64) error) {
	last := j.path[len(j.path)-1]
	for _, who := range last.speakers() {
		if x.disagree[who.union] != "" {
			s.then(at, j.branch, what+" "+j.name, func(ctx context.Context, h *hand) error {
				return do(ctx, h, s.actor(who.person, access.UnionRep), s.union(who.union))
			})
		}
	}
}

// fulfilled is how a negotiation that ends by withdrawal was held.
const fulfilled = "Vi har träffats två gånger och gått igenom förslaget och alternativen. Vi kommer inte längre."

func (s *stage) endNegotiations(j *journey, at time.Time, kind string, unions []string, manner string) {
	s.keepLog(j, at, kind, unions)
	for _, u := range unions {
		s.then(at, j.branch, "end negotiation about "+j.name, func(ctx context.Context, h *hand) error {
			return h.matters.EndNegotiation(ctx, s.actor(s.holder(organisation.Negotiator), access.Negotiator), j.id, kind, s.union(u),
				matter.Ending{Manner: manner, Reason: fulfilled, NoticeOn: clock.DateOf(at)})
		})
	}
}
