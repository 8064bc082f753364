package demo

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
	"samverka/internal/testdb"
)

var monday = clock.NewDate(2027, time.October, 11)

func organisationNamed(t *testing.T, d *db.DB, name string, demo bool) int64 {
	t.Helper()
	id, err := organisation.CreateOrganisation(t.Context(), d, clock.NewTest(monday.At(9, 0)),
		organisation.NewOrganisation{Name: name, Demo: demo, Agreement: organisation.Default(monday)})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestRefusesOtherData(t *testing.T) {
	t.Parallel()
	d := testdb.New(t)
	organisationNamed(t, db.New(d.App), "Ekby kommun", false)
	err := Load(t.Context(), db.New(d.App), clock.NewTest(monday.At(9, 0)))
	if got, want := fail.KindOf(err), fail.Conflict; got != want {
		t.Errorf("loading beside other data: got %v, want %v", err, want)
	}
	var n int
	if err := d.Super.QueryRow(t.Context(), `SELECT count(*) FROM organisations`).Scan(&n); err != nil || n != 1 {
		t.Errorf("organisations: got %d, want 1 (%v)", n, err)
	}
}

// An interrupted load is put aside, and only that: a demo of somebody else's stays as it is.
func TestPutsAsideWhatWasInterrupted(t *testing.T) {
	t.Parallel()
	d := testdb.New(t)
	app := db.New(d.App)
	half := organisationNamed(t, app, kommunName+loading, true)
	other := organisationNamed(t, app, "Ekby kommun (demo)", true)
	for _, org := range []int64{half, other} {
		err := app.InOrg(t.Context(), org, func(tx *db.OrgTx) error {
			return organisation.Setup{Clock: clock.NewTest(monday.At(9, 0))}.People(t.Context(), tx, []organisation.PersonRow{{Name: "Bo Ek"}})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	there, err := look(t.Context(), app)
	if err != nil || there {
		t.Fatalf("look: got %v, %v, want that nothing is there", there, err)
	}
	type org struct {
		Name   string
		People int
	}
	var got []org
	for _, id := range []int64{half, other} {
		var o org
		if err := d.Super.QueryRow(t.Context(), `SELECT o.name, (SELECT count(*) FROM people p WHERE p.org_id = o.id AND closed_on IS NULL) FROM organisations o WHERE id = $1`, id).
			Scan(&o.Name, &o.People); err != nil {
			t.Fatal(err)
		}
		got = append(got, o)
	}
	want := []org{{"Älvsunda kommun (avbruten inläsning 1)", 0}, {"Ekby kommun (demo)", 1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("organisations afterwards (-want +got):\n%s", diff)
	}
}
