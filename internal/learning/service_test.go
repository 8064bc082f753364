package learning_test

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/importer"
	"samverka/internal/learning"
	"samverka/internal/organisation"
	"samverka/internal/scene"
)

// place is the municipality with what the tests of this package ask for.
type place struct {
	*scene.Scene
	s *learning.Service
}

func newPlace(t *testing.T) *place {
	p := &place{Scene: scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))}
	p.s = &learning.Service{DB: p.DB, Clock: p.Clock}
	return p
}

func (p *place) tick() {
	p.T.Helper()
	p.In(func(ctx context.Context, tx *db.OrgTx) error { return learning.Run(ctx, tx, p.Clock.Now()) })
}

// used begins the product's use: the first look, and a meeting.
func (p *place) used() {
	p.T.Helper()
	p.tick()
	p.In(func(ctx context.Context, tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `INSERT INTO meetings (group_id, starts_at, ends_at, created_by, created_at, calendar_uid) SELECT id, $1, $1::timestamptz + interval '1 hour', chair_id, $1, gen_random_uuid() FROM groups LIMIT 1`, p.Clock.Now())
		return err
	})
}

func (p *place) setup(f func(context.Context, *db.OrgTx) error) { p.T.Helper(); p.In(f) }

func (p *place) mandates(rows ...organisation.MandateRow) {
	p.T.Helper()
	p.setup(func(ctx context.Context, tx *db.OrgTx) error { return p.Setup.Mandates(ctx, tx, rows) })
}

// open are the introductions that are not exempt, as "name role began due".
func (p *place) open() (all []string) {
	p.T.Helper()
	var b db.Batch
	db.Scalars(&b, &all, `SELECT p.name || ' ' || i.role || ' ' || i.began_on || ' ' || i.due_on FROM introductions i JOIN people p ON p.id = i.person_id WHERE i.due_on IS NOT NULL ORDER BY p.name, i.role`)
	p.ok(p.DB.ReadOrg(context.Background(), p.Org, &b))
	return all
}

func (p *place) count(sql string, args ...any) int {
	p.T.Helper()
	var n []int
	var b db.Batch
	db.Scalars(&b, &n, sql, args...)
	p.ok(p.DB.ReadOrg(context.Background(), p.Org, &b))
	return n[0]
}

func (p *place) ok(err error) {
	p.T.Helper()
	if err != nil {
		p.T.Fatal(err)
	}
}

// Who had the role when the product came into use is not nagged; whoever comes into one after that is noted once, by whatever
// way the role was given, and a mandate on the day that it begins.
func TestWhoIsNewIsNotedOnce(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.tick()
	p.mandates(organisation.MandateRow{Person: "Ida Ny", Role: "safety_rep", Unit: "Hemtjänst Väst", From: clock.NewDate(2027, 2, 1)})
	p.tick()
	if got := p.open(); len(got) != 0 {
		t.Fatalf("before the first matter and meeting: %v", got)
	}
	p.used()
	p.mandates(organisation.MandateRow{Person: "Olle Ek", Role: "union_substitute", Union: "Vision", Group: "LSG VO Väst", From: clock.NewDate(2027, 4, 1)},
		organisation.MandateRow{Person: "Rune Gran", Role: "union_rep", Union: "Vision", Group: "FSG VO"}, // since the agreement's first day
		organisation.MandateRow{Person: "Maria Sjöberg", Role: "union_rep", Union: "Vision", Group: "LSG VO Väst", From: clock.NewDate(2027, 2, 1)})
	p.setup(func(ctx context.Context, tx *db.OrgTx) error {
		return p.Setup.Units(ctx, tx, []organisation.UnitRow{{Name: "Hemtjänst Öst", Parent: "Vård och omsorg", Manager: "Nora Berg"}, {Name: "Natten", Parent: "Vård och omsorg", Manager: "Amina Larsson"}})
	})
	p.tick()
	p.tick()
	if got, want := p.open(), []string{"Nora Berg manager 2027-03-01 2027-04-30"}; !cmp.Equal(got, want) {
		t.Errorf("in March: %v, want %v", got, want)
	}
	p.At(2027, 4, 1, 0, 5)
	p.tick()
	if got, want := p.open(), []string{"Nora Berg manager 2027-03-01 2027-04-30", "Olle Ek union_rep 2027-04-01 2027-05-31"}; !cmp.Equal(got, want) {
		t.Errorf("on the mandate's first day: %v, want %v", got, want)
	}
	if n := p.count(`SELECT count(*) FROM tasks WHERE kind = 'introduction' AND done_at IS NULL`); n != 2 {
		t.Errorf("%d tasks, want one for each", n)
	}
}

// The whole way to the confirmation, which takes the task away; HR sees counts and who waits.
func TestTheChecklist(t *testing.T) {
	t.Parallel()
	p, ctx := newPlace(t), context.Background()
	p.used()
	p.setup(func(ctx context.Context, tx *db.OrgTx) error {
		return p.Setup.Units(ctx, tx, []organisation.UnitRow{{Name: "Hemtjänst Väst", Manager: "Nora Berg"}})
	})
	p.tick()
	nora, hr := p.Chef("Nora Berg"), p.As("Hanna Ros", access.HR)
	mine := func() learning.Introduction {
		m, err := p.s.Mine(ctx, nora)
		p.ok(err)
		if len(m.Introductions) != 1 {
			t.Fatalf("%d introductions", len(m.Introductions))
		}
		return m.Introductions[0]
	}
	i := mine()
	if err := p.s.Tick(ctx, p.Chef("Amina Larsson"), i.ID, learning.Read, true, i.Version); fail.KindOf(err) != fail.NotFound {
		t.Errorf("somebody else's: %v", err)
	}
	st, err := p.s.Status(ctx, hr)
	p.ok(err)
	if want := []learning.DepartmentCount{{Name: "Hemtjänst Väst", UnderWay: 1}}; !cmp.Equal(st.Departments, want) || len(st.Waiting) != 1 || st.Waiting[0].Name != "Nora Berg" {
		t.Errorf("before: %+v", st)
	}
	p.ok(p.s.Tick(ctx, nora, i.ID, learning.Read, true, i.Version))
	if err := p.s.Tick(ctx, nora, i.ID, learning.Observe, true, i.Version); fail.KindOf(err) != fail.Conflict {
		t.Errorf("an old version: %v", err)
	}
	p.ok(p.s.Tick(ctx, nora, i.ID, learning.Observe, true, mine().Version))
	p.ok(p.s.Tick(ctx, nora, i.ID, learning.Handover, true, mine().Version))
	if err := p.s.Confirm(ctx, nora, i.ID, mine().Version); fail.KeyOf(err) != "learning.error.left" {
		t.Errorf("too early: %v", err)
	}
	w := learning.Walked{On: clock.NewDate(2027, 3, 1), HRID: p.ID("people", "Hanna Ros"), RepID: p.ID("people", "Maria Sjöberg")}
	p.ok(p.s.WalkThrough(ctx, nora, i.ID, w, mine().Version))
	p.ok(p.s.Confirm(ctx, nora, i.ID, mine().Version))
	p.tick()
	if n := p.count(`SELECT count(*) FROM tasks WHERE kind = 'introduction' AND done_at IS NULL`); n != 0 {
		t.Errorf("%d tasks left", n)
	}
	st, err = p.s.Status(ctx, hr)
	p.ok(err)
	if want := []learning.DepartmentCount{{Name: "Hemtjänst Väst", Done: 1}}; !cmp.Equal(st.Departments, want) || len(st.Waiting) != 0 {
		t.Errorf("after: %+v", st)
	}
}

// A union's own course is the union's: others see how many, HR too.
func TestAUnionsOwnCourse(t *testing.T) {
	t.Parallel()
	p, ctx := newPlace(t), context.Background()
	maria, per, hr := p.Facklig("Maria Sjöberg"), p.Facklig("Per Holm"), p.As("Hanna Ros", access.HR)
	id, err := p.s.SaveCourse(ctx, maria, learning.Course{Name: "Facklig grundkurs", UnionID: p.ID("unions", "Kommunal")})
	p.ok(err)
	p.ok(p.s.AddOccasion(ctx, maria, id, clock.NewDate(2027, 2, 1), ""))
	see := func(who access.Actor) learning.Occasion {
		g, err := p.s.Course(ctx, who, id)
		p.ok(err)
		return g.Occasions[0]
	}
	o := see(maria)
	if err := p.s.SignUp(ctx, maria, id, o.ID, "Per Holm"); key(err) != "learning.error.nobody" {
		t.Errorf("another union's: %v", err)
	}
	p.ok(p.s.SignUp(ctx, maria, id, o.ID, "Maria Sjöberg"))
	p.ok(p.s.Attend(ctx, maria, id, o.ID, []int64{maria.PersonID}, o.Version))
	for name, who := range map[string]access.Actor{"HR": hr, "another union": per, "a manager": p.Chef("Amina Larsson")} {
		if got := see(who); got.Took != 1 || len(got.Participants) != 0 {
			t.Errorf("%s sees %+v", name, got)
		}
		if err := p.s.SignUp(ctx, who, id, o.ID, "Maria Sjöberg"); err == nil || fail.KindOf(err) != fail.NotFound && fail.KindOf(err) != fail.Forbidden {
			t.Errorf("%s signs up: %v", name, err)
		}
	}
	if got := see(maria); len(got.Participants) != 1 {
		t.Errorf("the union sees %+v", got)
	}
	if n := p.count(`SELECT count(*) FROM event_texts x WHERE x::text LIKE '%Facklig grundkurs%Maria Sj%' OR x::text LIKE '%Maria Sj%Facklig grundkurs%'`); n != 0 {
		t.Error("the log names who takes part")
	}
}

func key(err error) string {
	if fs := fail.Fields(err); len(fs) > 0 {
		return fs[0].Key
	}
	return fail.KeyOf(err)
}

// A joint training runs out: one task three months ahead, which a newer training takes away, and time too. The days are those
// of Agreement.TrainedUntil, also at the end of February.
func TestTrainingRunsOut(t *testing.T) {
	t.Parallel()
	p, ctx := newPlace(t), context.Background()
	hr := p.As("Hanna Ros", access.HR)
	id, err := p.s.SaveCourse(ctx, hr, learning.Course{Name: "Samverkan från grunden", Arranger: learning.ByBoth})
	p.ok(err)
	train := func(on clock.Date, lines string, took ...string) {
		t.Helper()
		p.ok(p.s.AddOccasion(ctx, hr, id, on, ""))
		g, err := p.s.Course(ctx, hr, id)
		p.ok(err)
		for _, o := range g.Occasions {
			if o.HeldOn != on {
				continue
			}
			p.ok(p.s.SignUp(ctx, hr, id, o.ID, lines))
			var ids []int64
			for _, name := range took {
				ids = append(ids, p.ID("people", name))
			}
			p.ok(p.s.Attend(ctx, hr, id, o.ID, ids, o.Version))
		}
	}
	train(clock.NewDate(2024, 2, 29), "Amina Larsson\nMaria Sjöberg", "Amina Larsson")
	a := organisation.Default(clock.NewDate(2027, 1, 1))
	tasks := func() (all []string) {
		var b db.Batch
		db.Scalars(&b, &all, `SELECT p.name || ' ' || t.role || ' ' || t.due_on FROM tasks t JOIN people p ON p.id = t.person_id WHERE t.kind = 'renew_training' AND t.done_at IS NULL ORDER BY 1`)
		p.ok(p.DB.ReadOrg(ctx, p.Org, &b))
		return all
	}
	for _, c := range []struct {
		day  clock.Date
		want []string
	}{
		{clock.NewDate(2026, 11, 27), nil},
		{clock.NewDate(2026, 11, 28), []string{"Amina Larsson manager " + a.TrainedUntil(clock.NewDate(2024, 2, 29)).String()}},
		{clock.NewDate(2027, 2, 28), []string{"Amina Larsson manager 2027-02-28"}},
		{clock.NewDate(2027, 3, 1), nil},
	} {
		p.Clock.Set(c.day.At(7, 0))
		p.tick()
		p.tick()
		if got := tasks(); !slices.Equal(got, c.want) {
			t.Errorf("on %s: %v, want %v", c.day, got, c.want)
		}
	}
	train(clock.NewDate(2024, 4, 15), "Amina Larsson\nMaria Sjöberg", "Amina Larsson", "Maria Sjöberg")
	if got, want := tasks(), []string{"Amina Larsson manager 2027-04-15", "Maria Sjöberg union_rep 2027-04-15"}; !cmp.Equal(got, want) {
		t.Errorf("registered late: %v, want %v", got, want)
	}
	train(clock.NewDate(2027, 2, 20), "Amina Larsson", "Amina Larsson")
	if got, want := tasks(), []string{"Maria Sjöberg union_rep 2027-04-15"}; !cmp.Equal(got, want) {
		t.Errorf("renewed: %v, want %v", got, want)
	}
	r, err := p.s.Courses(ctx, p.Chef("Amina Larsson"))
	p.ok(err)
	if want := []learning.SideCount{{Side: "employer", All: 2, Valid: 1}, {Side: "union", All: 4, Valid: 1, RunsOut: 1}}; !cmp.Equal(r.Sides, want) {
		t.Errorf("by side: %+v, want %+v", r.Sides, want)
	}
	m, err := p.s.Mine(ctx, p.Chef("Amina Larsson"))
	p.ok(err)
	if want := clock.NewDate(2030, 2, 20); m.Until != want || len(m.Trainings) != 3 {
		t.Errorf("own: until %s of %d, want %s of 3", m.Until, len(m.Trainings), want)
	}
}

// A manager whom an import brings is new like any other.
func TestAnImportGivesARole(t *testing.T) {
	t.Parallel()
	p, ctx := newPlace(t), context.Background()
	p.used()
	hr, files := p.As("Hanna Ros", access.HR), &importer.Service{DB: p.DB, Clock: p.Clock}
	id, err := files.Start(ctx, hr, []importer.File{
		{Name: "personer.csv", Data: []byte("Anst nr;Namn;E-post;Enhet\n7;Ines Wall;ines@alvsunda.example;Hemtjänst Väst\n")},
		{Name: "enheter.csv", Data: []byte("Enhet;Överordnad;Chef\nVård och omsorg;;Birgitta Ek\nHemtjänst Väst;Vård och omsorg;ines@alvsunda.example\n")}})
	p.ok(err)
	im, err := files.Show(ctx, hr, id)
	p.ok(err)
	p.ok(files.Confirm(ctx, hr, id, im.Plan.Digest))
	p.tick()
	if got, want := p.open(), []string{"Ines Wall manager 2027-03-01 2027-04-30"}; !cmp.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
