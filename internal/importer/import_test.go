package importer_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/importer"
	"samverka/internal/organisation"
	"samverka/internal/testdb"
)

// world is a fresh organisation at 2027-01-20 09:00 with an administrator.
type world struct {
	t     testing.TB
	db    *db.DB
	clock *clock.Test
	org   int64
	admin access.Actor
	svc   importer.Service
}

func newWorld(t testing.TB) *world {
	t.Helper()
	w := &world{t: t, db: db.New(testdb.New(t).App), clock: clock.NewTest(time.Date(2027, 1, 20, 9, 0, 0, 0, clock.Stockholm))}
	var err error
	w.org, err = organisation.CreateOrganisation(context.Background(), w.db, w.clock, organisation.NewOrganisation{Name: "Älvsunda kommun",
		Agreement: organisation.Default(clock.NewDate(2027, 1, 1))})
	if err != nil {
		t.Fatal(err)
	}
	w.svc = importer.Service{DB: w.db, Clock: w.clock}
	w.admin = access.Actor{OrgID: w.org, Role: access.Admin, PersonID: w.id(`
		WITH p AS (INSERT INTO people (name, sort_name, email) VALUES ('Siri Admin', 'Admin, Siri', 'siri@k.se') RETURNING id)
		SELECT id FROM p`)}
	w.id(`INSERT INTO mandates (person_id, role, valid_from) VALUES ($1, 'admin', '2027-01-01') RETURNING id`, w.admin.PersonID)
	return w
}

func (w *world) inOrg(f func(context.Context, *db.OrgTx) error) {
	w.t.Helper()
	ctx := context.Background()
	if err := w.db.InOrg(ctx, w.org, func(tx *db.OrgTx) error { return f(ctx, tx) }); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) id(sql string, args ...any) (id int64) {
	w.t.Helper()
	w.inOrg(func(ctx context.Context, tx *db.OrgTx) error { return tx.QueryRow(ctx, sql, args...).Scan(&id) })
	return id
}

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

// load imports files, given as name and text, and returns what was told.
func (w *world) load(files ...string) string {
	w.t.Helper()
	var out bytes.Buffer
	if err := importer.Load(context.Background(), w.db, w.clock, w.org, fileList(files), true, &out); err != nil {
		w.t.Fatalf("%v\n%s", err, out.String())
	}
	return out.String()
}

func fileList(files []string) (fs []importer.File) {
	for i := 0; i+1 < len(files); i += 2 {
		fs = append(fs, importer.File{Name: files[i], Data: []byte(files[i+1])})
	}
	return fs
}

const (
	unitsFile = "Orgid;Organisationsenhet;Överordnad enhet;Ansvarig chef;Antal anställda\n" +
		"30;HEMTJÄNST VÄST;10;Larsson, Amina;24\n10;VÅRD OCH OMSORG;;ek@k.se;\n20;ÄLDREBOENDET ÅSEN;10;-;40\n"
	peopleFile = "Anst nr;Personnummer;Förnamn;Efternamn;E-post;Enhet\n1;811218-9876;AMINA;LARSSON;amina@k.se;30\n2;;Birgitta;Ek;EK@k.se;10\n" +
		"3;;Jonas;Berg;jonas@k.se;30\n4;;Maria;Sjöberg;maria@k.se;20\n"
	unionsFile   = "Organisation,Avtal till,Kollektivavtal\nKommunal,,ja\nVision,31/12 2027,ja\nBrandmännens RF,,nej\n"
	groupsFile   = "Grupp;Nivå;Enhet;Ordförande;Överordnad;Skyddskommitté\nLSG VO Väst;LSG;Hemtjänst Väst|20;Amina Larsson;FSG VO;\nFSG VO;FSG;10;2;;ja\n"
	mandatesFile = "Person;E-post;Roll;Organisation;Grupp;Skyddsområde;Från;Till\n" +
		"Maria Sjöberg;;facklig företrädare;Kommunal;FSG VO;;2027-01-01;\nJonas Berg;;Skyddsombud;;LSG VO Väst;Hemtjänst Väst;20270101;2029-12-31\n" +
		"Per Ombudsman;per@vision.se;Ersättare;Vision;FSG VO;;1.1.2027;tills vidare\n"
)

func all() []string {
	return []string{"enheter.csv", unitsFile, "personer.csv", peopleFile, "förbund.csv", unionsFile, "grupper.csv", groupsFile, "mandat.csv", mandatesFile}
}

const registerRows = `
	SELECT line FROM (
	SELECT concat_ws('|', 'unit', u.code, u.name, p.name, m.name, u.headcount, u.closed_on, cardinality(u.ancestors)) AS line
		FROM units u LEFT JOIN units p ON p.id = u.parent_id LEFT JOIN people m ON m.id = u.manager_id
	UNION ALL SELECT concat_ws('|', 'union', name, agreement_from, agreement_until, collective_agreement, closed_on) FROM unions
	UNION ALL SELECT concat_ws('|', 'group', g.name, g.level, p.name, c.name, g.safety_committee, (SELECT string_agg(u.name, ',' ORDER BY u.name) FROM group_units gu
		JOIN units u ON u.id = gu.unit_id WHERE gu.group_id = g.id), g.closed_on) FROM groups g LEFT JOIN groups p ON p.id = g.parent_id LEFT JOIN people c ON c.id = g.chair_id
	UNION ALL SELECT concat_ws('|', 'mandate', p.name, role, n.name, g.name, u.name, valid_from, valid_until) FROM mandates m
		JOIN people p ON p.id = m.person_id LEFT JOIN unions n ON n.id = m.union_id LEFT JOIN groups g ON g.id = m.group_id LEFT JOIN units u ON u.id = m.unit_id
	UNION ALL SELECT concat_ws('|', 'person', p.code, p.name, p.sort_name, p.email, u.name, p.closed_on) FROM people p LEFT JOIN units u ON u.id = p.unit_id) x
	ORDER BY line COLLATE "sv-SE-x-icu"`

var registerAfterAll = []string{
	"group|FSG VO|FSG|Birgitta Ek|t|Vård och omsorg",
	"group|LSG VO Väst|LSG|FSG VO|Amina Larsson|f|Hemtjänst Väst,Äldreboendet Åsen",
	"mandate|Jonas Berg|safety_rep|LSG VO Väst|Hemtjänst Väst|2027-01-01|2029-12-31",
	"mandate|Maria Sjöberg|union_rep|Kommunal|FSG VO|2027-01-01",
	"mandate|Per Ombudsman|union_substitute|Vision|FSG VO|2027-01-01",
	"mandate|Siri Admin|admin|2027-01-01",
	"person|1|Amina Larsson|Larsson, Amina|amina@k.se|Hemtjänst Väst",
	"person|2|Birgitta Ek|Ek, Birgitta|ek@k.se|Vård och omsorg",
	"person|3|Jonas Berg|Berg, Jonas|jonas@k.se|Hemtjänst Väst",
	"person|4|Maria Sjöberg|Sjöberg, Maria|maria@k.se|Äldreboendet Åsen",
	"person|Per Ombudsman|Ombudsman, Per|per@vision.se",
	"person|Siri Admin|Admin, Siri|siri@k.se",
	"union|Brandmännens RF|f",
	"union|Kommunal|t",
	"union|Vision|2027-12-31|t",
	"unit|10|Vård och omsorg|Birgitta Ek|1",
	"unit|20|Äldreboendet Åsen|Vård och omsorg|40|2",
	"unit|30|Hemtjänst Väst|Vård och omsorg|Amina Larsson|24|2",
}

func TestImportAndAgain(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	told := w.load(all()...)
	if diff := cmp.Diff(registerAfterAll, w.lines(registerRows)); diff != "" {
		t.Errorf("after the first import (-want +got):\n%s", diff)
	}
	if strings.Contains(told, "9876") || !strings.Contains(told, "Personnumren läses aldrig: Personnummer") {
		t.Errorf("got told:\n%s", told)
	}
	w.clock.Set(time.Date(2027, 2, 1, 9, 0, 0, 0, clock.Stockholm))
	told = w.load(all()...)
	if diff := cmp.Diff(registerAfterAll, w.lines(registerRows)); diff != "" {
		t.Errorf("after the second import (-want +got):\n%s", diff)
	}
	for _, want := range []string{"Enheter: 0 nya, 0 ändrade, 0 avslutade, 3 oförändrade", "Mandat: 0 nya, 0 ändrade, 0 avslutade, 4 oförändrade"} {
		if !strings.Contains(told, want) {
			t.Errorf("got told:\n%s\nwant %s", told, want)
		}
	}
}

func TestWhatDisappearsIsClosed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.load(all()...)
	w.clock.Set(time.Date(2027, 2, 1, 9, 0, 0, 0, clock.Stockholm))
	w.load("enheter.csv", "Orgid;Enhet;Överordnad;Chef\n10;Vård och omsorg;;ek@k.se\n30;Hemtjänst Väst;10;Jonas Berg\n",
		"personer.csv", "Anst nr;Namn;E-post;Enhet\n2;Birgitta Ek;ek@k.se;10\n3;Jonas Berg;jonas@k.se;30\n5;Ny Chef;amina@k.se;30\n",
		"mandat.csv", "Person;Roll;Organisation;Grupp;Skyddsområde\nJonas Berg;skyddsombud;;LSG VO Väst;Hemtjänst Väst\n")
	got := w.lines(registerRows)
	for _, want := range []string{
		"unit|20|Äldreboendet Åsen|Vård och omsorg|40|2027-02-01|2",
		"unit|30|Hemtjänst Väst|Vård och omsorg|Jonas Berg|24|2",
		"person|1|Amina Larsson|Larsson, Amina|Hemtjänst Väst|2027-02-01", // her address is Ny Chef's now
		"person|5|Ny Chef|Chef, Ny|amina@k.se|Hemtjänst Väst",
		"person|4|Maria Sjöberg|Sjöberg, Maria|maria@k.se|Äldreboendet Åsen|2027-02-01",
		"person|Per Ombudsman|Ombudsman, Per|per@vision.se|2027-02-01", // no mandate any more
		"person|Siri Admin|Admin, Siri|siri@k.se",
		"mandate|Maria Sjöberg|union_rep|Kommunal|FSG VO|2027-01-01|2027-01-31",
		"mandate|Jonas Berg|safety_rep|LSG VO Väst|Hemtjänst Väst|2027-01-01|2029-12-31",
		"mandate|Siri Admin|admin|2027-01-01",
		"union|Vision|2027-12-31|t",
	} {
		found := false
		for _, line := range got {
			found = found || line == want
		}
		if !found {
			t.Errorf("missing %s in\n%s", want, strings.Join(got, "\n"))
		}
	}
	w.clock.Set(time.Date(2027, 3, 1, 9, 0, 0, 0, clock.Stockholm))
	w.load(all()...) // all of it comes back; the mandates begin where they began
	back := w.lines(registerRows)
	for i, want := range registerAfterAll {
		if strings.HasPrefix(want, "unit") && !contains(back, want) {
			t.Errorf("row %d: missing %s in\n%s", i, want, strings.Join(back, "\n"))
		}
	}
}

func contains(lines []string, want string) bool {
	for _, l := range lines {
		if l == want {
			return true
		}
	}
	return false
}

func TestConfirmIsForThePlanThatWasShown(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := context.Background()
	id, err := w.svc.Start(ctx, w.admin, fileList(all()))
	if err != nil {
		t.Fatal(err)
	}
	if n := w.lines(`SELECT count(*)::text FROM units`)[0]; n != "0" {
		t.Errorf("a preview wrote %s units", n)
	}
	im, err := w.svc.Show(ctx, w.admin, id)
	if err != nil {
		t.Fatal(err)
	}
	w.id(`INSERT INTO unions (name) VALUES ('Vision') RETURNING id`)
	if err := w.svc.Confirm(ctx, w.admin, id, im.Plan.Digest); fail.KindOf(err) != fail.Conflict {
		t.Fatalf("got %v, want Conflict when the register has changed", err)
	}
	if n := w.lines(`SELECT count(*)::text FROM units`)[0]; n != "0" {
		t.Errorf("a refused import wrote %s units", n)
	}
	if im, err = w.svc.Show(ctx, w.admin, id); err != nil {
		t.Fatal(err)
	}
	for range 2 { // confirming twice does one thing
		if err := w.svc.Confirm(ctx, w.admin, id, im.Plan.Digest); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(registerAfterAll, w.lines(registerRows)); diff != "" {
		t.Errorf("after the import (-want +got):\n%s", diff)
	}
	if got, want := w.lines(`SELECT concat_ws('|', status, payload IS NULL) FROM imports`), []string{"done|t"}; !cmp.Equal(got, want) {
		t.Errorf("got imports %v, want %v", got, want)
	}
	if got := w.lines(`SELECT kind FROM events WHERE kind = 'organisation.imported'`); len(got) != 1 {
		t.Errorf("got %d log entries, want 1", len(got))
	}
}

func TestNoPersonnummerIsKept(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	files := append(all(), "lista 811218-9876.csv", "Kolumn A;Pnr;Anteckning\nAnna Ek;811218-9876;se 19811218-9876\n")
	id, err := w.svc.Start(context.Background(), w.admin, fileList(files))
	if err != nil {
		t.Fatal(err)
	}
	im, err := w.svc.Show(context.Background(), w.admin, id)
	if err != nil {
		t.Fatal(err)
	}
	if text := fmt.Sprintf("%+v", im); strings.Contains(text, "9876") {
		t.Errorf("the preview holds a personnummer: %s", text)
	}
	var packed []byte
	w.inOrg(func(ctx context.Context, tx *db.OrgTx) error {
		return tx.QueryRow(ctx, `SELECT payload FROM imports WHERE id = $1`, id).Scan(&packed)
	})
	if text := gunzip(t, packed); strings.Contains(text, "9876") || strings.Contains(text, "8112") {
		t.Errorf("the kept files hold a personnummer: %s", text)
	}
}

func TestImportAsksWho(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	var s importer.Service
	for name, err := range map[string]error{
		"Start": second(s.Start(ctx, access.Actor{}, nil)), "Show": second(s.Show(ctx, access.Actor{}, 1)), "Map": s.Map(ctx, access.Actor{}, 1, nil),
		"Confirm": s.Confirm(ctx, access.Actor{}, 1, ""), "Discard": s.Discard(ctx, access.Actor{}, 1), "History": second(s.History(ctx, access.Actor{})),
	} {
		if fail.KindOf(err) != fail.Forbidden {
			t.Errorf("%s: got %v, want Forbidden", name, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }
