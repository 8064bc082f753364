package server

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
)

// accessRow says what a route answers to those who should not be there. Every route has a row; subjects append theirs in
// a file of their own (func init() { accessRows = append(accessRows, …) }), with the rows that it names laid out by a seed.
type accessRow struct {
	route     string            // "POST /arenden/{id}/beslut"
	as        access.Role       // who may, in the columns other and unknown
	ids       map[string]string // path parameter → what a seed calls the row; a parameter without a row stands as it is written
	signedOut int
	other     int // the same role in another organisation, asking for this one's row
	noMandate int // an employee without any mandate
	unknown   int // an id that does not exist
}

// open is the row of a route for everybody.
func open(route string, status int) accessRow {
	return accessRow{route: route, signedOut: status, other: status, noMandate: status, unknown: status, as: access.Manager}
}

// mine is the row of a route about one's own account, the same for every role.
func mine(route string, status int) accessRow {
	return accessRow{route: route, signedOut: http.StatusSeeOther, other: status, noMandate: status, unknown: status, as: access.Manager}
}

var accessRows = []accessRow{
	open("GET /static/*", 404),
	open("GET /robots.txt", 200),
	open("GET /healthz", 200),
	open("GET /readyz", 200),
	open("GET /hjalp", 200),
	open("GET /tillganglighet", 200),
	open("GET /stil", 200),
	{route: "GET /logga-in", as: access.Manager, signedOut: 200, other: 303, noMandate: 303, unknown: 303},
	open("POST /logga-in", 422),
	{route: "POST /logga-ut", as: access.Manager, signedOut: 303, other: 303, noMandate: 303, unknown: 303},
	open("GET /glomt-losenord", 404), // no mail server on the stage
	open("POST /glomt-losenord", 422),
	open("GET /nytt-losenord/{token}", 404),
	open("POST /nytt-losenord/{token}", 404),
	open("GET /demo", 404), // the stage is no demo
	open("POST /demo", 404),
	open("POST /sprak", 303),
	mine("GET /valj-roll", 200),
	mine("POST /valj-roll", 403),
	mine("POST /valj-organisation", 404),
	mine("GET /roll", 303),
	mine("GET /logotyp", 404), // the organisations of the stage have none
	mine("GET /konto", 200),
	mine("GET /konto/mejl", 200),
	mine("POST /konto/mejl", 303),
	open("GET /avsluta-mejl/{token}", 404),
	open("POST /avsluta-mejl/{token}", 404),
	mine("POST /konto/losenord", 422),
	mine("POST /konto/logga-ut-overallt", 303),
	mine("POST /konto/utseende", 303),
}

// TestAccess asks every route as those who should not be there. A route without a row fails.
func TestAccess(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	rows := map[string]accessRow{}
	for _, row := range accessRows {
		rows[row.route] = row
	}
	for _, route := range routesOf(t, st) {
		row, ok := rows[route]
		if !ok {
			t.Errorf("%s has no row in the access table", route)
			continue
		}
		delete(rows, route)
		st.check(t, row, "signed out", st.nobody(), row.path(st.ids), row.signedOut)
		st.check(t, row, "no mandate", st.as(access.Employee), row.path(st.ids), row.noMandate)
		st.check(t, row, "other organisation", st.neighbour(row.as), row.path(st.ids), row.other)
		st.check(t, row, "unknown id", st.as(row.as), row.path(nil), row.unknown)
	}
	for route := range rows {
		t.Errorf("%s has a row and does not exist", route)
	}
}

func (st *stage) check(t *testing.T, row accessRow, who string, v visitor, path string, want int) {
	t.Helper()
	method, _, _ := strings.Cut(row.route, " ")
	var got reply
	if method == http.MethodGet {
		got = v.get(path)
	} else {
		got = v.post(path, nil)
	}
	if got.status != want {
		t.Errorf("%s, %s (%s): got %d, want %d", row.route, who, path, got.status, want)
	}
}

// path is the route with rows in its parameters; without a row, one that does not exist.
func (row accessRow) path(ids map[string]int64) string {
	_, pattern, _ := strings.Cut(row.route, " ")
	for param, name := range row.ids {
		id, ok := ids[name]
		if ids != nil && !ok {
			panic(fmt.Sprintf("%s: no seed made a %q", row.route, name))
		}
		if !ok {
			id = 987654321
		}
		pattern = strings.ReplaceAll(pattern, "{"+param+"}", strconv.FormatInt(id, 10))
	}
	return pattern
}

func routesOf(t testing.TB, st *stage) []string {
	t.Helper()
	var all []string
	err := chi.Walk(st.server.router, func(method, route string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		all = append(all, method+" "+route)
		return nil
	})
	st.ok(err)
	slices.Sort(all)
	return all
}

// TestChangesAreFormsOfOurOwn: whatever changes something is a POST, and a POST from another site's page is refused.
func TestChangesAreFormsOfOurOwn(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.Manager)
	for _, role := range access.Roles {
		st.as(role)
	}
	before := st.fingerprint(t)
	for _, row := range accessRows {
		method, _, _ := strings.Cut(row.route, " ")
		path := row.path(st.ids)
		switch method {
		case http.MethodGet:
			for _, role := range access.Roles {
				st.as(role).get(path)
			}
		case http.MethodPost:
			for _, site := range []string{"cross-site", "same-site"} {
				r := formRequest(path, url.Values{})
				r.Header.Set("Sec-Fetch-Site", site)
				if got := v.send(r); got.status != http.StatusForbidden {
					t.Errorf("%s from a %s page: got %d, want 403", row.route, site, got.status)
				}
			}
		default:
			t.Errorf("%s: only GET and POST are used", row.route)
		}
	}
	if after := st.fingerprint(t); after != before {
		t.Errorf("some GET changed the database")
	}
}
