package server

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/identity"
	"samverka/internal/organisation"
	"samverka/internal/testdb"
)

// stage is the whole product on a database of its own, with two organisations that have one person for every role, and a
// clock that stands still on a Monday morning.
type stage struct {
	t      testing.TB
	ctx    context.Context
	clock  *clock.Test
	pg     testdb.DB
	db     *db.DB
	server *Server
	log    *syncBuffer
	org    int64 // Provkommunen
	other  int64 // Grannkommunen, with the same people
	tokens map[string]string
	began  map[string]time.Time // when each token was had
	ids    map[string]int64     // rows that seeds made in org, by what the access table calls them
}

var stageDay = clock.NewDate(2027, time.March, 1)

// roleNames are the people of each role, in both organisations. Nils has no mandate at all.
var roleNames = map[access.Role]string{
	access.Manager: "Eva Lind", access.UnionRep: "Bo Ek", access.SafetyRep: "Sara Ny", access.HR: "Hanna Ros", access.Negotiator: "Gun Gran",
	access.Registrar: "Rut Ask", access.Admin: "Ada Alm", access.Employee: "Nils Nord",
}

const stagePassphrase = "fyra gröna hästar dansar"

// seeds lay out rows in the first organisation and note them in ids; subjects append theirs beside their access rows.
var seeds []func(*stage)

func newStage(t testing.TB) *stage {
	t.Helper()
	st := &stage{t: t, ctx: context.Background(), clock: clock.NewTest(stageDay.At(9, 0)), pg: testdb.New(t), log: &syncBuffer{},
		tokens: map[string]string{}, began: map[string]time.Time{}, ids: map[string]int64{}}
	st.db = db.New(st.pg.App)
	d := Assemble(st.db, st.clock, announce.Nobody{})
	d.Log = slog.New(slog.NewJSONHandler(st.log, nil))
	d.BaseURL = "http://samverka.test"
	d.Identity.BaseURL, d.Identity.Hasher = d.BaseURL, identity.NewHasher(64, 1)
	st.server = New(d)
	st.org, st.other = st.organisation("Provkommunen", false), st.organisation("Grannkommunen", false)
	for _, seed := range seeds {
		seed(st)
	}
	return st
}

func (st *stage) ok(err error) {
	st.t.Helper()
	if err != nil {
		st.t.Fatal(err)
	}
}

func (st *stage) organisation(name string, demo bool) int64 {
	st.t.Helper()
	id, err := organisation.CreateOrganisation(st.ctx, st.db, st.clock, organisation.NewOrganisation{Name: name, Demo: demo, Agreement: organisation.Default(stageDay.Add(-365))})
	st.ok(err)
	set := organisation.Setup{Clock: st.clock}
	st.ok(st.db.InOrg(st.ctx, id, func(tx *db.OrgTx) error {
		steps := []func() error{
			func() error {
				return set.Units(st.ctx, tx, []organisation.UnitRow{{Name: "Omsorgen", Manager: "Eva Lind"}, {Name: "Hemtjänst Väst", Parent: "Omsorgen", Manager: "Åsa Berg"}})
			},
			func() error {
				return set.Unions(st.ctx, tx, []organisation.UnionRow{{Name: "Kommunal", AgreementFrom: stageDay.Add(-365)}})
			},
			func() error {
				return set.Groups(st.ctx, tx, []organisation.GroupRow{{Name: "FSG Omsorg", Level: "FSG", Units: []string{"Omsorgen"}, Chair: "Eva Lind"}})
			},
			func() error {
				return set.People(st.ctx, tx, []organisation.PersonRow{{Name: "Nils Nord", Unit: "Hemtjänst Väst"}})
			},
			func() error {
				return set.Mandates(st.ctx, tx, []organisation.MandateRow{
					{Person: "Bo Ek", Role: "union_rep", Union: "Kommunal", Group: "FSG Omsorg"}, {Person: "Sara Ny", Role: "safety_rep", Unit: "Omsorgen", Group: "FSG Omsorg"},
					{Person: "Hanna Ros", Role: "hr"}, {Person: "Gun Gran", Role: "negotiator"}, {Person: "Rut Ask", Role: "registrar"}, {Person: "Ada Alm", Role: "admin"}})
			},
		}
		for _, step := range steps {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	}))
	return id
}

// number asks the database for one number, under the organisation's policy: st.number(st.org, `SELECT id FROM groups …`).
func (st *stage) number(org int64, sql string, args ...any) int64 {
	st.t.Helper()
	var got []int64
	var b db.Batch
	db.Scalars(&b, &got, sql, args...)
	st.ok(st.db.ReadOrg(st.ctx, org, &b))
	if len(got) != 1 {
		st.t.Fatalf("%s: %d rows, want 1", sql, len(got))
	}
	return got[0]
}

// person is a person's id.
func (st *stage) person(org int64, name string) int64 {
	st.t.Helper()
	return st.number(org, `SELECT id FROM people WHERE name = $1`, name)
}

// who is a person as an operation sees them, for seeds that call services.
func (st *stage) who(org int64, role access.Role) access.Actor {
	st.t.Helper()
	_, who, err := st.server.Identity.Load(st.ctx, identity.Hash(st.token(org, roleNames[role])))
	st.ok(err)
	return who
}

// email is the address that a person of the stage signs in with.
func (st *stage) email(org int64, name string) string {
	plain := strings.NewReplacer(" ", ".", "å", "a", "ä", "a", "ö", "o").Replace(strings.ToLower(name))
	return fmt.Sprintf("%s.%d@example.se", plain, org)
}

// token signs a person in, once for as long as the session lives.
func (st *stage) token(org int64, name string) string {
	st.t.Helper()
	email := st.email(org, name)
	if t, ok := st.tokens[email]; ok {
		if _, _, err := st.server.Identity.Load(st.ctx, identity.Hash(t)); err == nil {
			return t
		}
	} else {
		id, err := st.server.Identity.CreateAccount(st.ctx, email, stagePassphrase)
		st.ok(err)
		st.ok(st.server.Identity.Link(st.ctx, org, st.person(org, name), id))
	}
	t, err := st.server.Identity.SignIn(st.ctx, email, stagePassphrase, identity.Visit{Device: "Firefox, Linux"})
	st.ok(err)
	st.tokens[email], st.began[t] = t, st.clock.Now()
	return t
}

// reply is what the server answered.
type reply struct {
	status   int
	header   http.Header
	body     string
	location string
}

func (r reply) doc(t testing.TB) *goquery.Document {
	t.Helper()
	d, err := goquery.NewDocumentFromReader(strings.NewReader(r.body))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// cookie is the value of a cookie that the answer sets.
func (r reply) cookie(name string) string {
	for _, c := range (&http.Response{Header: r.header}).Cookies() {
		if c.Name == name {
			return c.Value
		}
	}
	return ""
}

// visitor is somebody with a browser; without a name and a token it is nobody. A named one signs in again when the clock has
// been moved past the end of their session, as people do.
type visitor struct {
	st    *stage
	token string
	org   int64
	name  string
}

func (st *stage) nobody() visitor { return visitor{st: st} }

// as is the person of the role in the first organisation.
func (st *stage) as(role access.Role) visitor { return st.named(st.org, roleNames[role]) }

// neighbour is the person of the role in the other organisation.
func (st *stage) neighbour(role access.Role) visitor { return st.named(st.other, roleNames[role]) }

func (st *stage) named(org int64, name string) visitor {
	return visitor{st: st, token: st.token(org, name), org: org, name: name}
}

// current is the visitor's token, a new one when time has ended the session.
func (v visitor) current() string {
	if v.name == "" {
		return v.token
	}
	began, now := v.st.began[v.token], v.st.clock.Now()
	if now.Sub(began) < identity.IdleTimeout {
		return v.token
	}
	return v.st.token(v.org, v.name)
}

func (v visitor) get(path string) reply {
	return v.send(httptest.NewRequest(http.MethodGet, "http://samverka.test"+path, nil))
}

func (v visitor) post(path string, form url.Values) reply {
	r := httptest.NewRequest(http.MethodPost, "http://samverka.test"+path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return v.send(r)
}

func (v visitor) send(r *http.Request) reply {
	if token := v.current(); token != "" {
		r.AddCookie(&http.Cookie{Name: "session", Value: token})
	}
	w := httptest.NewRecorder()
	v.st.server.ServeHTTP(w, r)
	res := w.Result()
	body, err := io.ReadAll(res.Body)
	v.st.ok(err)
	return reply{status: res.StatusCode, header: res.Header, body: string(body), location: res.Header.Get("Location")}
}

// syncBuffer is a log that several requests may write to.
type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}
