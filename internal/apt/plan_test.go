package apt_test

import (
	"context"
	"testing"

	"samverka/internal/access"
	"samverka/internal/apt"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/scene"
)

func TestPlanIn(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 1, 11).At(9, 0))
	unit, day := s.ID("units", "Hemtjänst Väst"), clock.NewDate(2027, 2, 3)
	plan := func(who access.Actor, f apt.PlanForm) (id int64, err error) {
		s.In(func(ctx context.Context, tx *db.OrgTx) error {
			id, err = apt.PlanIn(ctx, tx, s.Clock, who, f)
			return nil
		})
		return id, err
	}
	two := apt.PlanForm{UnitID: unit, Themes: []string{"Medarbetarenkät"},
		Sittings: []apt.SittingForm{{StartsAt: day.At(14, 0), Place: "Personalrummet"}, {StartsAt: day.Add(1).At(8, 0), EndsAt: day.Add(1).At(9, 0)}}}
	id, err := plan(s.Chef("Amina Larsson"), two)
	if err != nil {
		t.Fatal(err)
	}
	var sittings, items int
	var starts clock.Date
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		return tx.QueryRow(ctx, `SELECT (SELECT count(*) FROM apt_sittings s WHERE s.apt_id = a.id), (SELECT count(*) FROM apt_items i WHERE i.apt_id = a.id), a.starts_at::date
			FROM apts a WHERE id = $1`, id).Scan(&sittings, &items, &starts)
	})
	if sittings != 2 || items != 10 || starts != day {
		t.Errorf("planned %d sittings and %d items from %s, want 2, 10 and %s", sittings, items, starts, day)
	}
	for name, x := range map[string]struct {
		who  access.Actor
		f    apt.PlanForm
		want fail.Kind
	}{
		"the same time again":      {s.Chef("Amina Larsson"), two, fail.Conflict},
		"in the past":              {s.Chef("Amina Larsson"), apt.PlanForm{UnitID: unit, Sittings: []apt.SittingForm{{StartsAt: clock.NewDate(2027, 1, 8).At(9, 0)}}}, fail.Invalid},
		"without a time":           {s.Chef("Amina Larsson"), apt.PlanForm{UnitID: unit}, fail.Invalid},
		"a unit above one's own":   {s.Chef("Amina Larsson"), apt.PlanForm{UnitID: s.ID("units", "Vård och omsorg"), Sittings: []apt.SittingForm{{StartsAt: day.At(9, 0)}}}, fail.Forbidden},
		"somebody without a unit":  {s.As("Tove Lind", access.Employee), two, fail.Forbidden},
		"a personnummer in themes": {s.Chef("Amina Larsson"), apt.PlanForm{UnitID: unit, Sittings: []apt.SittingForm{{StartsAt: day.At(9, 0)}}, Themes: []string{"811218-9876"}}, fail.Invalid},
	} {
		if _, err := plan(x.who, x.f); fail.KindOf(err) != x.want {
			t.Errorf("planning %s = %v, want kind %d", name, err, x.want)
		}
	}
}
