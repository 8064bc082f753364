package server

import (
	"encoding/csv"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/db"
)

func init() {
	seeds = append(seeds, func(st *stage) {
		st.ids["overview unit"] = st.number(st.org, `SELECT id FROM units WHERE name = 'Omsorgen'`)
	})
	unit := map[string]string{"unit": "overview unit"}
	seeds = append(seeds, func(st *stage) { st.ids["feedback task"] = st.task("feedback_apt") })
	feedback, action := map[string]string{"id": "feedback task"}, map[string]string{"id": "actions"}
	accessRows = append(accessRows,
		mine("GET /", 200),
		accessRow{route: "GET /uppgifter/{id}", as: access.Manager, ids: feedback, signedOut: 303, other: 404, noMandate: 404, unknown: 404},
		accessRow{route: "POST /uppgifter/{id}/klar", as: access.Manager, ids: feedback, signedOut: 303, other: 404, noMandate: 404, unknown: 404},
		accessRow{route: "GET /atgarder/{id}", as: access.Manager, ids: action, signedOut: 303, other: 404, noMandate: 404, unknown: 404},
		accessRow{route: "POST /atgarder/{id}/klar", as: access.Manager, ids: action, signedOut: 303, other: 404, noMandate: 404, unknown: 404},
		accessRow{route: "POST /atgarder/{id}/flytta", as: access.Manager, ids: action, signedOut: 303, other: 404, noMandate: 404, unknown: 404},
		accessRow{route: "POST /atgarder/{id}/ansvarig", as: access.Manager, ids: action, signedOut: 303, other: 404, noMandate: 404, unknown: 404},
		mine("GET /sok", 200),
		accessRow{route: "GET /beslut", as: access.HR, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "GET /beslut.csv", as: access.HR, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "GET /oversikt", as: access.HR, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "GET /oversikt/{unit}", as: access.HR, ids: unit, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "GET /oversikt/{unit}/oversikt.csv", as: access.HR, ids: unit, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "GET /oversikt/{unit}/{measure}", as: access.HR, ids: unit, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
	)
}

// late gives FSG Omsorg a meeting next week that nobody has been called to.
func (st *stage) late() {
	st.t.Helper()
	st.ok(st.db.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(st.ctx, `INSERT INTO meetings (group_id, starts_at, ends_at, created_by, created_at)
			SELECT id, $1, $2, chair_id, $3 FROM groups WHERE name = 'FSG Omsorg'`, stageDay.Add(7).At(13, 0), stageDay.Add(7).At(14, 0), st.clock.Now())
		return err
	}))
}

func TestTheOverviewCountsByUnit(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	st.late()
	hr := st.as(access.HR)
	for _, path := range []string{"/oversikt", "/oversikt?enhet=omsorg"} {
		got := hr.get(path)
		if got.status != http.StatusOK {
			t.Fatalf("%s: %d", path, got.status)
		}
		cell := got.doc(t).Find(`tr[data-unit="Omsorgen"] td[data-measure="sena kallelser"]`)
		if text := strings.TrimSpace(cell.Text()); text != "1" {
			t.Errorf("%s: late notices of Omsorgen %q, want 1", path, text)
		}
	}
	if got := hr.get("/oversikt/alla/sena-kallelser"); got.status != 200 || !strings.Contains(got.body, "FSG Omsorg 8 mars 2027") {
		t.Errorf("behind the figure: %d, no meeting named", got.status)
	}
	for _, path := range []string{"/oversikt/alla/okand", "/oversikt/x", "/oversikt/0", "/oversikt/-1/mandat"} {
		if got := hr.get(path); got.status != 404 {
			t.Errorf("%s: %d, want 404", path, got.status)
		}
	}
	if got := hr.get("/oversikt?enhet=%ff%00%22%3Cscript%3E"); got.status != 200 || strings.Contains(got.body, "<script>") {
		t.Errorf("a filter of odd bytes: %d", got.status)
	}
}

func TestTheOverviewAsCSV(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	st.late()
	st.ok(st.db.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(st.ctx, `UPDATE units SET name = '=HYPERLINK("x");"y"' WHERE name = 'Hemtjänst Väst'`)
		return err
	}))
	got := st.as(access.HR).get("/oversikt/alla/oversikt.csv")
	if got.header.Get("Content-Type") != "text/csv; charset=utf-8" || !strings.Contains(got.header.Get("Content-Disposition"), "oversikt-2027-03-01.csv") {
		t.Errorf("headers %v", got.header)
	}
	body, marked := strings.CutPrefix(got.body, "\uFEFF")
	r := csv.NewReader(strings.NewReader(body))
	r.Comma = ';'
	lines, err := r.ReadAll()
	if err != nil || !marked || len(lines) != 3 {
		t.Fatalf("%v, marked %v, %d lines: %s", err, marked, len(lines), got.body)
	}
	var first []string
	for _, l := range lines {
		first = append(first, l[0]+"|"+l[1])
	}
	if diff := cmp.Diff([]string{"Enhet|Del av", `'=HYPERLINK("x");"y"|Omsorgen`, "Omsorgen|"}, first); diff != "" {
		t.Error(diff)
	}
	if lines[0][5] != "Sena kallelser" || lines[2][5] != "1" {
		t.Errorf("column %q of Omsorgen is %q", lines[0][5], lines[2][5])
	}
}

func TestTodoForEveryRole(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	st.ok(st.db.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(st.ctx, `INSERT INTO tasks (person_id, role, kind, due_on, created_at) SELECT $1, 'manager', k, $2, $3 FROM unnest($4::text[]) k`,
			st.person(st.org, "Eva Lind"), stageDay.Add(-1), st.clock.Now(), []string{"decide", "unheard_of"})
		return err
	}))
	for role, name := range roleNames {
		got := st.as(role).get("/")
		if got.status != 200 || got.doc(t).Find("h1").Text() != "Att göra" {
			t.Errorf("%s (%s): %d", role, name, got.status)
		}
		want := 0
		if role == access.Manager {
			want = 2
		}
		if rows := got.doc(t).Find("#forsenat li").Length(); rows != want {
			t.Errorf("%s: %d late tasks, want %d", role, rows, want)
		}
	}
}

func TestSearchOverHTTP(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	got := st.as(access.Employee).get("/sok?q=omsorg+fsg")
	if got.status != 200 || !strings.Contains(got.doc(t).Find("#moten").Text(), "FSG Omsorg") {
		t.Errorf("%d: %s", got.status, got.doc(t).Find("main").Text())
	}
	for _, q := range []string{"", "%ff%fe", "%00", strings.Repeat("a", 5000), "%3Cscript%3Ealert(1)%3C/script%3E", "'%20OR%201=1--"} {
		got := st.as(access.HR).get("/sok?q=" + q)
		if got.status != 200 || strings.Contains(got.body, "<script>alert") {
			t.Errorf("%.20q: %d", q, got.status)
		}
	}
}

// task gives Eva Lind a task of the kind, due today, and is its id.
func (st *stage) task(kind string) (id int64) {
	st.t.Helper()
	st.ok(st.db.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
		return tx.QueryRow(st.ctx, `INSERT INTO tasks (person_id, role, kind, due_on, created_at)
			SELECT id, 'manager', $1, $2, $3 FROM people WHERE name = 'Eva Lind' RETURNING id`, kind, stageDay, st.clock.Now()).Scan(&id)
	}))
	return id
}

func TestFeedbackIsDoneWhenSaidSo(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	eva := st.as(access.Manager)
	path := fmt.Sprintf("/uppgifter/%d", st.ids["feedback task"])
	if href, _ := eva.get("/").doc(t).Find(`#veckan a`).Attr("href"); href != path {
		t.Errorf("the task leads to %q, want %q", href, path)
	}
	if got := eva.get(path).doc(t).Find(`form[data-form="finish-task"]`).Length(); got != 1 {
		t.Errorf("%d forms, want 1", got)
	}
	if got := eva.post(path+"/klar", nil); got.status != 303 || got.location != "/" {
		t.Errorf("got %d to %q", got.status, got.location)
	}
	if got := eva.get("/").doc(t).Find("#veckan").Length(); got != 0 {
		t.Errorf("the task is still there")
	}
	if got := eva.post(path+"/klar", nil); got.status != 404 {
		t.Errorf("once more: %d, want 404", got.status)
	}
	if got := eva.post(fmt.Sprintf("/uppgifter/%d/klar", st.task("decide")), nil); got.status != 404 {
		t.Errorf("a task that is done elsewhere: %d, want 404", got.status)
	}
}
