package bench

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/server"
)

// Stage is the whole product on a generated organisation, at Now.
type Stage struct {
	Organisation
	DB      *db.DB
	Handler http.Handler
	Tracer  *Tracer
	Listen  func(context.Context) // hears of changes to meetings until the context ends
}

// Open makes the product's handler over the database at appURL, on a day when the matters have been judged. Nothing is
// mailed, and the log goes nowhere.
func Open(ctx context.Context, appURL string, o Organisation) (*Stage, error) {
	s := &Stage{Organisation: o, Tracer: &Tracer{}}
	var err error
	if s.DB, err = db.Open(ctx, appURL, db.Options{MaxConns: 16, Tracer: s.Tracer}); err != nil {
		return nil, err
	}
	if err := matter.Judge(ctx, s.DB, o.ID, Now); err != nil {
		return nil, err
	}
	deps := server.Assemble(s.DB, clock.NewTest(Now), announce.Nobody{})
	deps.Log, deps.BaseURL = slog.New(slog.DiscardHandler), "http://samverka.test"
	s.Handler = server.New(deps)
	s.Listen = func(ctx context.Context) { deps.Listen(ctx, s.DB, false) }
	return s, nil
}

// Visit is one request by one person.
type Visit struct {
	Method, Path string
	Token        string
	Form         url.Values
	Script       bool // a script asks, for what stands inside the frame
}

// Answer is what came back.
type Answer struct {
	Status   int
	Sent     int // bytes, as sent
	Location string
	body     strings.Builder
	keep     bool
	header   http.Header
}

// Header implements http.ResponseWriter.
func (a *Answer) Header() http.Header { return a.header }

// WriteHeader implements http.ResponseWriter.
func (a *Answer) WriteHeader(status int) {
	if a.Status == 0 {
		a.Status = status
	}
}

// Write implements http.ResponseWriter.
func (a *Answer) Write(b []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	a.Sent += len(b)
	if a.keep {
		a.body.Write(b)
	}
	return len(b), nil
}

// Ask sends one request through the handler, as a browser does that understands gzip.
func Ask(h http.Handler, v Visit, keep bool) (*Answer, error) {
	r, err := http.NewRequest(v.Method, "http://samverka.test"+v.Path, strings.NewReader(v.Form.Encode()))
	if err != nil {
		return nil, err
	}
	r.RemoteAddr, r.RequestURI = "192.0.2.1:1234", v.Path
	r.Header.Set("Accept-Encoding", "gzip")
	if v.Form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	if v.Script {
		r.Header.Set("HX-Request", "true")
	}
	if v.Token != "" {
		r.AddCookie(&http.Cookie{Name: "session", Value: v.Token})
	}
	a := &Answer{keep: keep, header: http.Header{}}
	h.ServeHTTP(a, r)
	a.Location = a.header.Get("Location")
	return a, nil
}

// HTML is the page as it was before it was packed.
func (a *Answer) HTML() (string, error) {
	if a.header.Get("Content-Encoding") != "gzip" {
		return a.body.String(), nil
	}
	z, err := gzip.NewReader(strings.NewReader(a.body.String()))
	if err != nil {
		return "", err
	}
	html, err := io.ReadAll(z)
	return string(html), err
}

// Page is one of the pages that are measured, with visits by different people to different rows.
type Page struct {
	Name   string
	Visits []Visit
	Write  bool
}

// busy selects half who have the most to do in the role, and half who have the least.
func busy(role string) string {
	return strings.ReplaceAll(`WITH t AS (SELECT person_id, count(*) AS n FROM tasks WHERE org_id = @org AND role = '@role' AND done_at IS NULL
		AND (role <> 'manager' OR EXISTS (SELECT FROM groups g WHERE g.org_id = @org AND g.chair_id = person_id)) GROUP BY 1)
		(SELECT person_id, '/', 0 FROM t ORDER BY n DESC, 1 LIMIT (@n + 1) / 2) UNION ALL (SELECT person_id, '/', 0 FROM t ORDER BY n, 1 LIMIT @n / 2)`, "@role", role)
}

// Pages finds what to visit, in c's database: up to n visits for each page.
func (o Organisation) Pages(ctx context.Context, c *pgx.Conn, n int) ([]Page, error) {
	var errs []error
	visits := func(sql, form string) []Visit {
		rows, _ := c.Query(ctx, strings.NewReplacer("@org", fmt.Sprint(o.ID), "@base", fmt.Sprint(o.Base), "@n", fmt.Sprint(n)).Replace(sql))
		vs, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (Visit, error) {
			v := Visit{Method: http.MethodGet}
			var person, union int64
			err := row.Scan(&person, &v.Path, &union)
			v.Token = o.Token(int(person - o.Base))
			if form != "" {
				v.Method, v.Form = http.MethodPost, url.Values{"union": {fmt.Sprint(union)}, "stance": {form}, "confirm": {"yes"}}
			}
			return v, err
		})
		if err == nil && len(vs) == 0 {
			err = fmt.Errorf("nothing to visit by %s", sql)
		}
		errs = append(errs, err)
		return vs
	}
	const open = `FROM meetings me JOIN groups g ON g.id = me.group_id WHERE me.org_id = @org AND me.status = 'open' ORDER BY me.id LIMIT @n`
	pages := []Page{
		{Name: "att göra, chef", Visits: visits(busy("manager"), "")},
		{Name: "att göra, facklig", Visits: visits(busy("union_rep"), "")},
		{Name: "möteslista", Visits: visits(`SELECT DISTINCT person_id, '/moten', 0 FROM mandates WHERE org_id = @org AND role = 'union_rep' ORDER BY 1 LIMIT @n`, "")},
		{Name: "möte", Visits: visits(`SELECT g.chair_id, '/moten/' || me.id, 0 `+open, "")},
		{Name: "möte, läge", Visits: visits(`SELECT g.chair_id, '/moten/' || me.id || '/lage', 0 `+open, "")},
		{Name: "punkt", Visits: visits(`SELECT po.person_id, '/moten/' || ai.meeting_id || '/punkter/' || ai.id, 0 FROM positions po JOIN agenda_items ai ON ai.id = po.item_id
			WHERE po.org_id = @org AND ai.status = 'open' AND po.superseded_at IS NULL ORDER BY po.id LIMIT @n`, "")},
		{Name: "ärendelista, chef", Visits: visits(`SELECT g.chair_id, '/arenden', 0 FROM groups g WHERE g.org_id = @org AND g.level = 'LSG' ORDER BY g.id LIMIT @n`, "")},
		{Name: "ärendelista, HR", Visits: visits(`SELECT person_id, '/arenden', 0 FROM mandates WHERE org_id = @org AND role = 'hr' ORDER BY 1 LIMIT @n`, "")},
		{Name: "ärende, chef", Visits: visits(`SELECT owner_id, '/arenden/' || id, 0 FROM matters WHERE org_id = @org ORDER BY id DESC LIMIT @n`, "")},
		{Name: "ärende, facklig", Visits: visits(`SELECT po.person_id, '/arenden/' || ai.matter_id, 0 FROM positions po JOIN agenda_items ai ON ai.id = po.item_id
			WHERE po.org_id = @org AND po.superseded_at IS NULL ORDER BY po.id DESC LIMIT @n`, "")},
		{Name: "riskbedömning", Visits: visits(`SELECT m.owner_id, '/arenden/' || m.id || '/riskbedomning', 0 FROM matters m JOIN risk_assessments r ON r.matter_id = m.id
			WHERE m.org_id = @org ORDER BY m.id DESC LIMIT @n`, "")},
		{Name: "översikt, HR", Visits: visits(`SELECT person_id, '/oversikt', 0 FROM mandates WHERE org_id = @org AND role = 'hr' ORDER BY 1 LIMIT @n`, "")},
		{Name: "översikt, förvaltningschef", Visits: visits(`SELECT chair_id, '/oversikt', 0 FROM groups WHERE org_id = @org AND level = 'FSG' ORDER BY 1 LIMIT @n`, "")},
		{Name: "organisation", Visits: visits(`SELECT person_id, '/organisation', 0 FROM mandates WHERE org_id = @org AND role = 'hr' ORDER BY 1 LIMIT @n`, "")},
		{Name: "sök", Visits: visits(`SELECT person_id, '/sok?q=schema+bemanning', 0 FROM mandates WHERE org_id = @org AND role = 'hr' ORDER BY 1 LIMIT @n`, "")},
		{Name: "ta ställning", Write: true, Visits: visits(`SELECT po.person_id, '/moten/' || ai.meeting_id || '/punkter/' || ai.id || '/standpunkt', po.union_id FROM positions po
			JOIN agenda_items ai ON ai.id = po.item_id WHERE po.org_id = @org AND ai.status = 'open' AND po.superseded_at IS NULL ORDER BY po.id LIMIT @n`, "agrees")},
	}
	return pages, errors.Join(errs...)
}
