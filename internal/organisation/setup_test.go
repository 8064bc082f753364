package organisation_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
	"samverka/internal/testdb"
)

// world is a fresh organisation, Älvsunda kommun, at 2027-01-20 09:00.
type world struct {
	t     *testing.T
	db    *db.DB
	clock *clock.Test
	org   int64
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{t: t, db: db.New(testdb.New(t).App), clock: clock.NewTest(time.Date(2027, 1, 20, 9, 0, 0, 0, clock.Stockholm))}
	w.org = w.create("Älvsunda kommun")
	return w
}

func (w *world) create(name string) int64 {
	w.t.Helper()
	id, err := organisation.CreateOrganisation(context.Background(), w.db, w.clock, organisation.NewOrganisation{Name: name,
		Agreement: organisation.Default(clock.NewDate(2027, 1, 1))})
	if err != nil {
		w.t.Fatal(err)
	}
	return id
}

func (w *world) inOrg(f func(context.Context, *db.OrgTx) error) {
	w.t.Helper()
	ctx := context.Background()
	if err := w.db.InOrg(ctx, w.org, func(tx *db.OrgTx) error { return f(ctx, tx) }); err != nil {
		w.t.Fatal(err)
	}
}

// lines are the rows of a query, each as one text.
func (w *world) lines(sql string, args ...any) (got []string) {
	w.t.Helper()
	w.inOrg(func(ctx context.Context, tx *db.OrgTx) error {
		rows, err := tx.Query(ctx, sql, args...)
		if err != nil {
			return err
		}
		got, err = pgx.CollectRows(rows, pgx.RowTo[string])
		return err
	})
	return got
}

// setup lays out the units, groups and mandates that most tests use, the way the acceptance scenarios do.
func (w *world) setup() {
	w.t.Helper()
	s := organisation.Setup{Clock: w.clock, MailDomain: "alvsunda.example"}
	w.inOrg(func(ctx context.Context, tx *db.OrgTx) error {
		if err := s.Unions(ctx, tx, []organisation.UnionRow{{Name: "Kommunal"}, {Name: "Vision", AgreementUntil: clock.NewDate(2027, 6, 30)},
			{Name: "Brandmännens RF", NoCollective: true}}); err != nil {
			return err
		}
		if err := s.Units(ctx, tx, []organisation.UnitRow{{Name: "Hemtjänst Väst", Parent: "Vård och omsorg", Manager: "Amina Larsson", Headcount: 24},
			{Name: "Vård och omsorg", Manager: "Birgitta Ek"}, {Name: "Äldreboendet Åsen", Parent: "Vård och omsorg"}}); err != nil {
			return err
		}
		if err := s.Groups(ctx, tx, []organisation.GroupRow{{Name: "LSG VO Väst", Level: "LSG", Units: []string{"Hemtjänst Väst"}, Chair: "Amina Larsson", Parent: "FSG VO"},
			{Name: "FSG VO", Level: "FSG", Units: []string{"Vård och omsorg"}, Chair: "Birgitta Ek", SafetyCommittee: true}}); err != nil {
			return err
		}
		return s.Mandates(ctx, tx, []organisation.MandateRow{{Person: "Maria Sjöberg", Role: organisation.UnionRep, Union: "Kommunal", Group: "FSG VO"},
			{Person: "Jonas Berg", Role: organisation.SafetyRep, Unit: "Hemtjänst Väst", Group: "LSG VO Väst"},
			{Person: "Per Holm", Role: organisation.UnionRep, Union: "Vision", Group: "FSG VO", Until: clock.NewDate(2027, 3, 31)},
			{Person: "Hanna Ros", Role: organisation.HR}})
	})
}

const setupRows = `
	SELECT concat_ws('|', 'unit', u.name, p.name, m.name, u.headcount, (SELECT string_agg(a.name, '>' ORDER BY array_position(u.ancestors, a.id))
		FROM units a WHERE a.id = ANY(u.ancestors))) AS line FROM units u LEFT JOIN units p ON p.id = u.parent_id LEFT JOIN people m ON m.id = u.manager_id
	UNION ALL SELECT concat_ws('|', 'union', name, agreement_from, agreement_until, collective_agreement) FROM unions
	UNION ALL SELECT concat_ws('|', 'group', g.name, g.level, p.name, c.name, g.safety_committee, (SELECT string_agg(u.name, ',') FROM group_units gu
		JOIN units u ON u.id = gu.unit_id WHERE gu.group_id = g.id)) FROM groups g LEFT JOIN groups p ON p.id = g.parent_id LEFT JOIN people c ON c.id = g.chair_id
	UNION ALL SELECT concat_ws('|', 'mandate', p.name, role, n.name, g.name, u.name, valid_from, valid_until) FROM mandates m
		JOIN people p ON p.id = m.person_id LEFT JOIN unions n ON n.id = m.union_id LEFT JOIN groups g ON g.id = m.group_id LEFT JOIN units u ON u.id = m.unit_id
	UNION ALL SELECT concat_ws('|', 'person', name, sort_name, email) FROM people ORDER BY 1`

func TestSetupCanBeCalledAgainAndAddsUp(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.setup()
	want := []string{
		"group|FSG VO|FSG|Birgitta Ek|t|Vård och omsorg",
		"group|LSG VO Väst|LSG|FSG VO|Amina Larsson|f|Hemtjänst Väst",
		"mandate|Hanna Ros|hr|2027-01-01",
		"mandate|Jonas Berg|safety_rep|LSG VO Väst|Hemtjänst Väst|2027-01-01",
		"mandate|Maria Sjöberg|union_rep|Kommunal|FSG VO|2027-01-01",
		"mandate|Per Holm|union_rep|Vision|FSG VO|2027-01-01|2027-03-31",
		"person|Amina Larsson|Larsson, Amina|amina.larsson@alvsunda.example",
		"person|Birgitta Ek|Ek, Birgitta|birgitta.ek@alvsunda.example",
		"person|Hanna Ros|Ros, Hanna|hanna.ros@alvsunda.example",
		"person|Jonas Berg|Berg, Jonas|jonas.berg@alvsunda.example",
		"person|Maria Sjöberg|Sjöberg, Maria|maria.sjoberg@alvsunda.example",
		"person|Per Holm|Holm, Per|per.holm@alvsunda.example",
		"union|Brandmännens RF|f",
		"union|Kommunal|t",
		"union|Vision|2027-06-30|t",
		"unit|Hemtjänst Väst|Vård och omsorg|Amina Larsson|24|Vård och omsorg>Hemtjänst Väst",
		"unit|Vård och omsorg|Birgitta Ek|Vård och omsorg",
		"unit|Äldreboendet Åsen|Vård och omsorg|Vård och omsorg>Äldreboendet Åsen",
	}
	got := w.lines(`SELECT line FROM (` + setupRows + `) x ORDER BY line COLLATE "sv-SE-x-icu"`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("after the first set-up (-want +got):\n%s", diff)
	}
	w.setup()
	if diff := cmp.Diff(want, w.lines(`SELECT line FROM (`+setupRows+`) x ORDER BY line COLLATE "sv-SE-x-icu"`)); diff != "" {
		t.Errorf("after the second set-up (-want +got):\n%s", diff)
	}
}

func TestSetupNamesWhatIsUnknown(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s := organisation.Setup{Clock: w.clock}
	err := w.db.InOrg(context.Background(), w.org, func(tx *db.OrgTx) error {
		return s.Groups(context.Background(), tx, []organisation.GroupRow{{Name: "LSG", Level: "LSG", Units: []string{"Ingenstans"}}})
	})
	if err == nil || err.Error() != `group "LSG": no unit is called "Ingenstans"` {
		t.Errorf("got %v, want an error naming Ingenstans", err)
	}
}

func TestAgreementOn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s := organisation.Setup{Clock: w.clock}
	later := organisation.Default(clock.NewDate(2027, 7, 1))
	later.NoticeDays, later.EffectiveAt = 21, organisation.AtApproval
	w.inOrg(func(ctx context.Context, tx *db.OrgTx) error { return s.Agreement(ctx, tx, later) })
	for _, c := range []struct {
		day  clock.Date
		want int
	}{{clock.NewDate(2026, 12, 1), 14}, {clock.NewDate(2027, 1, 1), 14}, {clock.NewDate(2027, 6, 30), 14}, {clock.NewDate(2027, 7, 1), 21}} {
		w.inOrg(func(ctx context.Context, tx *db.OrgTx) error {
			a, err := organisation.AgreementOn(ctx, tx, c.day, organisation.Scope{})
			if got := a.NoticeDays; got != c.want {
				t.Errorf("on %s: got %d days, want %d", c.day, got, c.want)
			}
			return err
		})
	}
	var b db.Batch
	var got organisation.Agreement
	organisation.QueueAgreement(&b, &got, clock.NewDate(2027, 8, 1), organisation.Scope{})
	if err := w.db.ReadOrg(context.Background(), w.org, &b); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(later, got, cmp.Transformer("date", clock.Date.String), cmp.FilterPath(func(p cmp.Path) bool { return p.String() == "ID" }, cmp.Ignore())); diff != "" {
		t.Errorf("queued agreement (-want +got):\n%s", diff)
	}
}
