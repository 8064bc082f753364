package booking_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/apt"
	"samverka/internal/booking"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
	"samverka/internal/testdb"
)

// place is an organisation with a group over one unit, whose chair is the unit's manager, and a union representative who
// also sits in another group.
type place struct {
	t            *testing.T
	db           *db.DB
	clock        *clock.Test
	org          int64
	ids          map[string]int64
	chair, other access.Actor
	rep          access.Actor
}

var (
	today = clock.NewDate(2027, time.March, 1)
	day   = clock.NewDate(2027, time.March, 31)
)

func newPlace(t *testing.T) *place {
	t.Helper()
	ctx := context.Background()
	p := &place{t: t, db: db.New(testdb.New(t).App), clock: clock.NewTest(today.At(9, 0)), ids: map[string]int64{}}
	var err error
	p.org, err = organisation.CreateOrganisation(ctx, p.db, p.clock, organisation.NewOrganisation{Name: "Älvsunda kommun", Agreement: organisation.Default(today.Add(-365))})
	p.ok(err)
	set := organisation.Setup{Clock: p.clock}
	p.ok(p.db.InOrg(ctx, p.org, func(tx *db.OrgTx) error {
		for _, step := range []func() error{
			func() error {
				return set.Units(ctx, tx, []organisation.UnitRow{{Name: "Väst", Manager: "Amina Larsson"}, {Name: "Öst", Manager: "Eva Åberg"}})
			},
			func() error {
				return set.Unions(ctx, tx, []organisation.UnionRow{{Name: "Kommunal", AgreementFrom: today.Add(-365)}})
			},
			func() error {
				return set.Groups(ctx, tx, []organisation.GroupRow{{Name: "LSG Väst", Level: "LSG", Units: []string{"Väst"}, Chair: "Amina Larsson"},
					{Name: "LSG Öst", Level: "LSG", Units: []string{"Öst"}, Chair: "Eva Åberg"}})
			},
			func() error {
				return set.Mandates(ctx, tx, []organisation.MandateRow{{Person: "Rosa Lindqvist", Role: "union_rep", Union: "Kommunal", Group: "LSG Väst"},
					{Person: "Rosa Lindqvist", Role: "union_rep", Union: "Kommunal", Group: "LSG Öst"},
					{Person: "Stina Vik", Role: "union_substitute", Union: "Kommunal", Group: "LSG Väst"}, {Person: "Stina Vik", Role: "union_substitute", Union: "Kommunal", Group: "LSG Öst"}})
			},
		} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	}))
	type row struct {
		Name string
		ID   int64
	}
	var rows []row
	var b db.Batch
	db.Many(&b, &rows, `SELECT name, id FROM people UNION ALL SELECT name, id FROM groups UNION ALL SELECT name, id FROM units`)
	p.ok(p.db.ReadOrg(ctx, p.org, &b))
	for _, r := range rows {
		p.ids[r.Name] = r.ID
	}
	p.chair = access.Actor{OrgID: p.org, PersonID: p.ids["Amina Larsson"], Role: access.Manager, Units: []int64{p.ids["Väst"]}, Chairs: []int64{p.ids["LSG Väst"]}}
	p.other = access.Actor{OrgID: p.org, PersonID: p.ids["Eva Åberg"], Role: access.Manager, Units: []int64{p.ids["Öst"]}, Chairs: []int64{p.ids["LSG Öst"]}}
	p.rep = access.Actor{OrgID: p.org, PersonID: p.ids["Rosa Lindqvist"], Role: access.UnionRep}
	return p
}

func (p *place) ok(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p *place) plan(who access.Actor, group string, starts time.Time, room, reason string) error {
	s := meeting.Service{DB: p.db, Clock: p.clock, Announce: announce.Nobody{}}
	_, err := s.Plan(context.Background(), who, meeting.PlanForm{GroupID: p.ids[group], StartsAt: starts, Place: room, Reason: reason})
	return err
}

func (p *place) clashes(q booking.Query) (cs []booking.Clash) {
	p.t.Helper()
	p.ok(p.db.InOrg(context.Background(), p.org, func(tx *db.OrgTx) (err error) {
		cs, err = booking.Clashes(context.Background(), tx, q)
		return err
	}))
	return cs
}

func TestClashesAreFoundAmongMeetingsAndSittings(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.ok(p.plan(p.other, "LSG Öst", day.At(13, 0), "Rådhuset", ""))
	p.ok(p.db.InOrg(context.Background(), p.org, func(tx *db.OrgTx) error {
		_, err := apt.PlanIn(context.Background(), tx, p.clock, p.chair, apt.PlanForm{UnitID: p.ids["Väst"], Title: "APT april",
			Sittings: []apt.SittingForm{{StartsAt: day.At(9, 0), EndsAt: day.At(10, 0), Place: "Rådhuset"}}})
		return err
	}))
	var got []string
	for _, c := range p.clashes(booking.Query{Starts: day.At(9, 30), Ends: day.At(13, 30), Place: "rådhuset", GroupID: p.ids["LSG Väst"]}) {
		got = append(got, string(c.Kind)+" "+c.Title+" "+join(c.People))
	}
	want := []string{"person LSG Öst Rosa Lindqvist", "person APT april, Väst Amina Larsson", "room LSG Öst ", "room APT april, Väst "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want - got +\n%s", diff)
	}
	if got := p.clashes(booking.Query{Starts: day.At(15, 0), Ends: day.At(16, 0), Place: "Rådhuset", GroupID: p.ids["LSG Väst"]}); got != nil {
		t.Errorf("after all of it: %v, want nothing", got)
	}
}

func join(names []string) (all string) {
	for _, n := range names {
		all += n
	}
	return all
}

func TestPlanningWarnsOfClashes(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.ok(p.plan(p.other, "LSG Öst", day.At(13, 0), "", ""))
	err := p.plan(p.chair, "LSG Väst", day.At(14, 0), "", "")
	confirm, ok := err.(*fail.Confirm)
	if !ok || len(confirm.Warnings) != 1 || confirm.Warnings[0].Key != "booking.warn.person" {
		t.Fatalf("got %v, want a warning of the representative who sits in both groups", err)
	}
	p.ok(p.plan(p.chair, "LSG Väst", day.At(14, 0), "", "Ingen annan tid passar"))
}

func TestPublishedTimes(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	ctx := context.Background()
	s := booking.Service{DB: p.db, Clock: p.clock}
	p.ok(s.Publish(ctx, p.rep, booking.SlotForm{Weekday: 3, Starts: 8 * 60, Ends: 12 * 60}))
	p.ok(s.Publish(ctx, p.rep, booking.SlotForm{Day: day.Add(1), Starts: 13 * 60, Ends: 15 * 60}))
	slots, err := s.Slots(ctx, p.rep)
	p.ok(err)
	if len(slots) != 2 || !slots[0].Weekly() || slots[0].From != 480 || slots[1].Until != 900 {
		t.Fatalf("got %+v", slots)
	}
	afternoon := booking.Query{Starts: day.At(13, 0), Ends: day.At(15, 0), GroupID: p.ids["LSG Väst"]}
	if got := p.clashes(afternoon); len(got) != 1 || got[0].Kind != booking.Unreleased || join(got[0].People) != "Rosa Lindqvist" {
		t.Errorf("outside her times: got %+v", got)
	}
	if got := p.clashes(booking.Query{Starts: day.At(9, 0), Ends: day.At(11, 0), GroupID: p.ids["LSG Väst"]}); got != nil {
		t.Errorf("within her times: got %+v", got)
	}
	if err := s.Withdraw(ctx, access.Actor{OrgID: p.org, PersonID: p.ids["Stina Vik"], Role: access.UnionRep}, slots[0].ID); fail.KindOf(err) != fail.NotFound {
		t.Errorf("withdrawing somebody else's time: got %v, want NotFound", err)
	}
	p.ok(s.Withdraw(ctx, p.rep, slots[0].ID))
	p.ok(s.Withdraw(ctx, p.rep, slots[1].ID))
	if got := p.clashes(afternoon); got != nil {
		t.Errorf("when she has published nothing: got %+v", got)
	}
}

func TestPublishRefuses(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	s := booking.Service{DB: p.db, Clock: p.clock}
	for _, tc := range []struct {
		name, field string
		f           booking.SlotForm
	}{
		{"no day", "day", booking.SlotForm{Starts: 480, Ends: 540}},
		{"a day that has passed", "day", booking.SlotForm{Day: today.Add(-1), Starts: 480, Ends: 540}},
		{"an unknown weekday", "weekday", booking.SlotForm{Weekday: 8, Starts: 480, Ends: 540}},
		{"a last day before the first", "valid_until", booking.SlotForm{Weekday: 1, ValidFrom: today.Add(9), ValidUntil: today.Add(2), Starts: 480, Ends: 540}},
		{"no start", "starts", booking.SlotForm{Weekday: 1, Starts: -1, Ends: 540}},
		{"an end before the start", "ends", booking.SlotForm{Weekday: 1, Starts: 540, Ends: 540}},
	} {
		err := s.Publish(context.Background(), p.rep, tc.f)
		if fs := fail.Fields(err); len(fs) != 1 || fs[0].Name != tc.field {
			t.Errorf("%s: got %v, want a message about %s", tc.name, err, tc.field)
		}
	}
}
