package demo

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"samverka/internal/action"
	"samverka/internal/announce"
	"samverka/internal/apt"
	"samverka/internal/booking"
	"samverka/internal/clock"
	"samverka/internal/dossier"
	"samverka/internal/fail"
	"samverka/internal/followup"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/process"
	"samverka/internal/retention"
	"samverka/internal/yearplan"
)

// stage is where the play of one organisation goes on. What is to happen is put down as acts first; then the days pass.
type stage struct {
	*world
	end     time.Time // what comes later has not happened yet
	acts    []act
	given   bool                         // a matter has been given out
	refused func(what string, err error) // told of what a rule stood in the way of; nil: nobody
	// pause is called when the number of acts done has doubled some times; nil: never.
	pause func(context.Context) error
}

// act is something that somebody does. Acts of one branch of the organisation happen in order; branches go on beside each
// other, but no week begins before the one before it has ended everywhere.
type act struct {
	at     time.Time
	branch string // "" : before the branches' week begins, one at a time, so that numbers are given in order
	what   string
	do     func(context.Context, *hand) error
}

// hand does things at the time that its clock shows.
type hand struct {
	end       time.Time // no clock goes further
	clock     *clock.Test
	matters   *matter.Service
	meetings  *meeting.Service
	apts      *apt.Service
	years     *yearplan.Service
	followups *followup.Service
	bookings  *booking.Service
	processes *process.Service
	actions   *action.Service
	dossiers  *dossier.Service
	weedings  *retention.Service
}

func (s *stage) hand() *hand {
	c := clock.NewTest(s.end)
	matters, meetings := &matter.Service{DB: s.db, Clock: c, Announce: announce.Nobody{}}, &meeting.Service{DB: s.db, Clock: c, Announce: announce.Nobody{}}
	return &hand{s.end, c, matters, meetings,
		&apt.Service{DB: s.db, Clock: c, Announce: announce.Nobody{}}, &yearplan.Service{DB: s.db, Clock: c, Announce: announce.Nobody{}}, &followup.Service{DB: s.db, Clock: c}, &booking.Service{DB: s.db, Clock: c},
		&process.Service{DB: s.db, Clock: c}, &action.Service{DB: s.db, Clock: c},
		&dossier.Service{DB: s.db, Clock: c, Matter: matters, Meeting: meetings}, &retention.Service{DB: s.db, Clock: c}}
}

// wait lets n minutes pass.
func (h *hand) wait(n int) {
	at := h.clock.Now().Add(time.Duration(n) * time.Minute)
	if at.After(h.end) {
		at = h.end
	}
	h.clock.Set(at)
}

// then puts down an act; one that would come after the end is left out.
func (s *stage) then(at time.Time, branch, what string, do func(context.Context, *hand) error) {
	if !at.After(s.end) {
		s.acts = append(s.acts, act{at, branch, what, do})
	}
}

// atOnce is how many branches go on at the same time.
const atOnce = 4

// play lets it all happen.
func (s *stage) play(ctx context.Context) error {
	slices.SortStableFunc(s.acts, func(a, b act) int { return a.at.Compare(b.at) })
	hands := map[string]*hand{}
	done, rest := 0, 400
	for len(s.acts) > 0 {
		if done > rest && s.pause != nil {
			if err := s.pause(ctx); err != nil {
				return err
			}
			rest = 2 * done
		}
		week := weekOf(s.acts[0])
		n := slices.IndexFunc(s.acts, func(a act) bool { return weekOf(a) != week })
		if n < 0 {
			n = len(s.acts)
		}
		if err := s.week(ctx, s.acts[:n], hands); err != nil {
			return err
		}
		s.acts, done = s.acts[n:], done+n
	}
	return nil
}

// weekOf is the Monday of the act's week.
func weekOf(a act) clock.Date {
	d := clock.DateOf(a.at)
	return d.Add(-(int(d.Weekday()) + 6) % 7)
}

func (s *stage) week(ctx context.Context, acts []act, hands map[string]*hand) error {
	branches := map[string][]act{}
	for _, a := range acts {
		branches[a.branch] = append(branches[a.branch], a)
	}
	for b := range branches {
		if hands[b] == nil {
			hands[b] = s.hand()
		}
	}
	if err := s.perform(ctx, hands[""], branches[""]); err != nil {
		return err
	}
	delete(branches, "")
	var wg sync.WaitGroup
	errs := make(chan error, len(branches))
	slots := make(chan struct{}, atOnce)
	for b, as := range branches {
		h := hands[b]
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			errs <- s.perform(ctx, h, as)
		})
	}
	wg.Wait()
	close(errs)
	var all []error
	for err := range errs {
		all = append(all, err)
	}
	return errors.Join(all...)
}

func (s *stage) perform(ctx context.Context, h *hand, acts []act) error {
	for _, a := range acts {
		h.clock.Set(a.at)
		what := s.name + ", " + a.at.Format(time.DateTime) + ": " + a.what
		if err := s.allow(what, a.do(ctx, h)); err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
	}
	return nil
}

// reasoned does what a rule may warn of, with a reason when it does.
func reasoned(why, otherwise string, do func(reason string) error) error {
	err := do(why)
	if asked := (*fail.Confirm)(nil); errors.As(err, &asked) {
		return do(otherwise)
	}
	return err
}

// allow lets what the rules refuse not happen: the matter waits where it is, as it would in life. A demo is never kept from
// starting by the holidays of some year; what is no refusal is a defect, and comes back.
func (s *stage) allow(what string, err error) error {
	blocked := (*matter.Blocked)(nil)
	if err == nil || fail.KindOf(err) == fail.Internal && !errors.As(err, &blocked) {
		return err
	}
	if s.refused != nil {
		s.refused(what, err)
	}
	return nil
}

// order sorts branches' or groups' names.
func order[T any](of []T, key func(T) string) {
	slices.SortStableFunc(of, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
}

// Why things are done although a rule warns.
const (
	holidays = "Helgdagarna gör att det inte går tidigare. Organisationerna är vidtalade."
	busy     = "Ingen annan tid passar alla. De som berörs är vidtalade."
)
