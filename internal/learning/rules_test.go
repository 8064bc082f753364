package learning

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

var (
	began = clock.NewDate(2027, 9, 1)
	due   = clock.NewDate(2027, 10, 31)
)

// An introduction is to be done within the agreement's days of the day that the role began (handbook 7 and 11: 60 days, day 0
// is the event). 31 October 2027 is a Sunday: where last days move, it is the Monday.
func TestIntroducedBy(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		began clock.Date
		days  int
		moves bool
		want  clock.Date
	}{
		{"60 days from 1 September", began, 60, false, due},
		{"a last day on a Sunday moves", began, 60, true, clock.NewDate(2027, 11, 1)},
		{"All Saints' Day moves past the weekend", clock.NewDate(2027, 9, 7), 60, true, clock.NewDate(2027, 11, 8)},
		{"an own number of days", began, 30, true, clock.NewDate(2027, 10, 1)},
	} {
		a := organisation.Default(clock.NewDate(2027, 1, 1))
		a.IntroductionDays, a.MoveToWorkingDay = c.days, c.moves
		if got := a.IntroducedBy(c.began); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// A manager takes over open matters, a representative does not (handbook 7).
func TestPointsAndStates(t *testing.T) {
	t.Parallel()
	at := began.At(10, 0)
	whole := Introduction{Role: access.Manager, BeganOn: began, DueOn: due, ReadOn: began, WalkedOn: began, ObservedOn: began, HandedOn: began}
	with := func(i Introduction, f func(*Introduction)) Introduction { f(&i); return i }
	for _, c := range []struct {
		name  string
		of    Introduction
		today clock.Date
		left  []Point
		state State
	}{
		{"a manager's first day", Introduction{Role: access.Manager, DueOn: due}, began, []Point{Read, Walk, Observe, Handover}, UnderWay},
		{"a representative's first day", Introduction{Role: access.UnionRep, DueOn: due}, began, []Point{Read, Walk, Observe}, UnderWay},
		{"a safety representative's first day", Introduction{Role: access.SafetyRep, DueOn: due}, began, []Point{Read, Walk, Observe}, UnderWay},
		{"all done, not confirmed, on the last day", whole, due, []Point{}, UnderWay},
		{"all done, not confirmed, the day after", whole, due.Add(1), []Point{}, Overdue},
		{"half done, late", with(whole, func(i *Introduction) { i.WalkedOn, i.HandedOn = clock.Date{}, clock.Date{} }), due.Add(9), []Point{Walk, Handover}, Overdue},
		{"confirmed, long ago", with(whole, func(i *Introduction) { i.ConfirmedAt = &at }), due.Add(400), []Point{}, Done},
	} {
		if got := c.of.Left(); !cmp.Equal(got, c.left) {
			t.Errorf("%s: left %v, want %v", c.name, got, c.left)
		}
		if got := c.of.State(c.today); got != c.state {
			t.Errorf("%s: %s, want %s", c.name, got, c.state)
		}
	}
}

func key(err error) string {
	if fs := fail.Fields(err); len(fs) > 0 {
		return fs[0].Name + ":" + fs[0].Key
	}
	return fail.KeyOf(err)
}

// The checklist is the person's own, and is confirmed when all is done (handbook 7).
func TestWhoTicksAndConfirms(t *testing.T) {
	t.Parallel()
	at := time.Date(2027, 9, 20, 8, 0, 0, 0, time.UTC)
	me, other := access.Actor{PersonID: 1, Role: access.Manager}, access.Actor{PersonID: 2, Role: access.HR}
	manager := Introduction{PersonID: 1, Role: access.Manager, DueOn: due}
	rep := Introduction{PersonID: 1, Role: access.UnionRep, DueOn: due, ReadOn: began, WalkedOn: began, ObservedOn: began}
	confirmed := rep
	confirmed.ConfirmedAt = &at
	for _, c := range []struct {
		name         string
		of           Introduction
		who          access.Actor
		point        Point
		tick, finish string
	}{
		{"a manager's own", manager, me, Handover, "", "learning.error.left"},
		{"HR, of somebody else's", manager, other, Read, "error.not_found", "error.not_found"},
		{"a representative hands nothing over", rep, me, Handover, "learning.error.point", ""},
		{"an unknown point", rep, me, "sleep", "learning.error.point", ""},
		{"confirmed already", confirmed, me, Read, "learning.error.confirmed", "learning.error.confirmed"},
	} {
		if got := key(c.of.CanTick(c.who, c.point)); got != c.tick {
			t.Errorf("%s: tick: %q, want %q", c.name, got, c.tick)
		}
		if got := key(c.of.CanConfirm(c.who)); got != c.finish {
			t.Errorf("%s: confirm: %q, want %q", c.name, got, c.finish)
		}
	}
}

// HR and a union representative hold the walk-through together, and it is written down afterwards (handbook 7).
func TestWalkThrough(t *testing.T) {
	t.Parallel()
	me := access.Actor{PersonID: 1}
	hr, reps := []Person{{ID: 1}, {ID: 5}, {ID: 7}}, []Person{{ID: 1}, {ID: 6}, {ID: 7}}
	for _, c := range []struct {
		name string
		w    Walked
		want string
	}{
		{"both sides", Walked{began, 5, 6}, ""},
		{"today", Walked{due, 5, 6}, ""},
		{"no day", Walked{clock.Date{}, 5, 6}, "walked_on:learning.error.day"},
		{"tomorrow", Walked{due.Add(1), 5, 6}, "walked_on:learning.error.day_ahead"},
		{"nobody from HR", Walked{began, 0, 6}, "hr:learning.error.hr"},
		{"a representative instead of HR", Walked{began, 6, 6}, "hr:learning.error.hr"},
		{"no representative", Walked{began, 5, 0}, "rep:learning.error.rep"},
		{"oneself as HR", Walked{began, 1, 6}, "hr:learning.error.hr"},
		{"oneself as representative", Walked{began, 5, 1}, "rep:learning.error.rep"},
		{"one person for both", Walked{began, 7, 7}, "rep:learning.error.two"},
	} {
		if got := key(c.w.check(me, due, hr, reps)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A training runs out three months ahead of its last day, and that day counts (handbook 7: renewal, three years).
func TestValidity(t *testing.T) {
	t.Parallel()
	a := organisation.Default(clock.NewDate(2024, 1, 1))
	until := a.TrainedUntil(clock.NewDate(2024, 11, 30))
	if want := clock.NewDate(2027, 11, 30); until != want {
		t.Fatalf("36 months from 30 November 2024: %s, want %s", until, want)
	}
	for _, c := range []struct {
		until, today clock.Date
		want         Validity
	}{
		{clock.Date{}, began, NotTaken}, {until, clock.NewDate(2027, 8, 29), Valid}, {until, clock.NewDate(2027, 8, 30), RunsOut}, {until, until, RunsOut}, {until, until.Add(1), Lapsed},
	} {
		if got := ValidityOn(c.until, c.today); got != c.want {
			t.Errorf("until %s, on %s: %s, want %s", c.until, c.today, got, c.want)
		}
	}
}

// Each side answers for its own courses (handbook 7), and who goes to a union's is the union's alone (GDPR 9.2 b).
func TestWhoKeepsACourse(t *testing.T) {
	t.Parallel()
	hr, manager, negotiator := access.Actor{PersonID: 1, Role: access.HR}, access.Actor{PersonID: 1, Role: access.Manager}, access.Actor{PersonID: 1, Role: access.Negotiator}
	ours := access.Actor{PersonID: 1, Role: access.UnionRep, Mandates: []access.Mandate{{Role: "union_rep", UnionID: 3}}}
	theirs := access.Actor{PersonID: 1, Role: access.UnionRep, Mandates: []access.Mandate{{Role: "union_rep", UnionID: 4}}}
	asHR := ours
	asHR.Role = access.HR
	own := Course{Arranger: ByUnion, UnionID: 3}
	for _, c := range []struct {
		name string
		of   Course
		who  access.Actor
		want bool
	}{
		{"joint, HR", Course{Arranger: ByBoth, Joint: true}, hr, true}, {"the employer's, HR", Course{Arranger: ByEmployer}, hr, true}, {"a union's, HR", own, hr, false},
		{"a union's, its representative", own, ours, true}, {"a union's, another's representative", own, theirs, false}, {"a union's, its representative acting as HR", own, asHR, false},
		{"joint, a representative", Course{Arranger: ByBoth, Joint: true}, ours, false}, {"joint, a manager", Course{Arranger: ByBoth, Joint: true}, manager, false},
		{"joint, the negotiator", Course{Arranger: ByBoth, Joint: true}, negotiator, false},
	} {
		if got := c.of.Keeps(c.who); got != c.want {
			t.Errorf("%s: %t, want %t", c.name, got, c.want)
		}
	}
}

func TestPick(t *testing.T) {
	t.Parallel()
	among := []candidate{{1, "Amina Larsson", "amina@x.se", EmployerSide}, {2, "Per Holm", "per@x.se", UnionSide}, {3, "Per Holm", "per.holm2@x.se", UnionSide}, {4, "Siv Lund", "", UnionSide}}
	for _, c := range []struct {
		name, text string
		want       []int64
		err        string
	}{
		{"names and addresses, whatever the case and spaces", "  amina   LARSSON\n\nPER@x.se\r\nSiv Lund", []int64{1, 2, 4}, ""},
		{"the same person twice", "Siv Lund\nsiv lund", []int64{4}, ""},
		{"two of a name", "Per Holm", nil, "people:learning.error.several"},
		{"nobody of the name", "Amina Larsson\nKalle Anka", nil, "people:learning.error.nobody"},
		{"nothing", " \n", nil, "people:learning.error.people"},
	} {
		found, err := pick(c.text, among)
		var ids []int64
		for _, f := range found {
			ids = append(ids, f.ID)
		}
		if got := key(err); got != c.err || c.err == "" && !cmp.Equal(ids, c.want) {
			t.Errorf("%s: %v %q, want %v %q", c.name, ids, got, c.want, c.err)
		}
	}
}
