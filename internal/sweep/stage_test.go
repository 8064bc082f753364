package sweep

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/browsertest"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/demo"
	"samverka/internal/identity"
	"samverka/internal/notify"
	"samverka/internal/server"
	"samverka/internal/testdb"
)

func TestMain(m *testing.M) { browsertest.Main(m) }

// stage is the demo municipality on a Monday morning, served twice: as the demo, and as a real installation signed out.
type stage struct {
	clock    *clock.Test
	demo     *server.Server
	demoURL  string
	realURL  string
	personas []identity.Persona // of the municipality
	identity *identity.Service
	db       *db.DB
	account  int64 // that a password can be chosen for
}

var now = clock.NewDate(2026, 11, 23).At(10, 0)

// TestInTheBrowser loads the demo once for the journeys, which change it, and for the sweep, which comes last.
func TestInTheBrowser(t *testing.T) {
	st := load(t)
	t.Run("every page", st.everyPage)
}

func load(t *testing.T) *stage {
	t.Helper()
	ctx := context.Background()
	tdb := testdb.New(t)
	d := db.New(tdb.App)
	st := &stage{clock: clock.NewTest(now), db: d}
	if err := demo.Load(ctx, d, st.clock, demo.Owner(tdb.OwnerURL)); err != nil {
		t.Fatal(err)
	}
	serve := func(isDemo bool) (*server.Server, string) {
		deps := server.Assemble(d, st.clock, announce.Nobody{})
		deps.Demo, deps.Log = isDemo, slog.New(slog.DiscardHandler)
		deps.Identity.Hasher, deps.Identity.Mail, deps.Identity.BaseURL = identity.NewHasher(64, 1), noMail{}, "http://samverka.test"
		s := server.New(deps)
		ts := httptest.NewServer(s)
		t.Cleanup(ts.Close)
		return s, ts.URL
	}
	st.demo, st.demoURL = serve(true)
	_, st.realURL = serve(false)
	st.identity = st.demo.Identity
	var err error
	if st.account, err = st.identity.CreateAccount(ctx, "asa.ek@alvsunda.example", "fyra gröna hästar dansar"); err != nil {
		t.Fatal(err)
	}
	all, err := st.identity.DemoPersonas(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		if p.OrgID == all[0].OrgID {
			st.personas = append(st.personas, p)
		}
	}
	return st
}

// noMail stands for a mail server, so that the pages about mail are there.
type noMail struct{}

func (noMail) SendReset(context.Context, pgx.Tx, identity.Reset) error { return nil }

// walker is somebody who follows links from a page on.
type walker struct {
	org, person int64
	role        access.Role // "": signed out, on the real installation
	start       string
	deep        int  // how many pages to open at most
	whole       bool // meets routes that others have come to as well
}

func (st *stage) base(w walker) string {
	if w.role == "" {
		return st.realURL
	}
	return st.demoURL
}

// cookie signs the walker in; nil for whoever is signed out.
func (st *stage) cookie(t *testing.T, w walker) *http.Cookie {
	t.Helper()
	if w.role == "" {
		return nil
	}
	token, err := st.identity.EnterAs(context.Background(), w.org, w.person, w.role, identity.Visit{})
	if err != nil {
		t.Fatal(err)
	}
	return &http.Cookie{Name: "session", Value: token}
}

// persona is the demo's person of the role.
func (st *stage) persona(t *testing.T, role access.Role) walker {
	t.Helper()
	for _, p := range st.personas {
		if p.Role == role {
			return walker{p.OrgID, p.PersonID, role, "/", 120, true}
		}
	}
	t.Fatalf("the demo has nobody in the role %s", role)
	return walker{}
}

// starts finds who meets the pages that depend on where a matter stands: the owners of the newest matters and drafts, the
// representatives of unions whose window is running may object to a change or ask for negotiation, whom a matter or a question waits for, and the registrar.
const starts = `
	SELECT owner_id AS person, 'manager' AS role, '/arenden/' || id AS start FROM (SELECT * FROM matters WHERE status = 'open' ORDER BY id DESC LIMIT 25) m
	UNION ALL (SELECT m.owner_id, 'manager', '/arenden/' || m.id || '/riskbedomning/1' FROM matters m JOIN risk_assessments ra ON ra.matter_id = m.id
		WHERE ra.fixed_at IS NOT NULL ORDER BY m.id DESC LIMIT 1)
	UNION ALL (SELECT m.owner_id, 'manager', '/arenden/' || m.id || '/riskbedomning' FROM matters m JOIN risk_assessments ra ON ra.matter_id = m.id
		WHERE ra.fixed_at IS NULL AND m.status = 'open' ORDER BY m.id DESC LIMIT 1)
	UNION ALL (SELECT m.owner_id, 'manager', '/arenden/' || m.id || '/riskbedomning' FROM matters m JOIN risk_assessments ra ON ra.matter_id = m.id
		WHERE ra.fixed_at IS NOT NULL AND ra.followed_at IS NULL AND m.status = 'open' ORDER BY m.id DESC LIMIT 1)
	UNION ALL (SELECT x.person_id, 'safety_rep', '/arenden/' || ra.matter_id || '/riskbedomning' FROM risk_participants x JOIN risk_assessments ra ON ra.id = x.assessment_id
		WHERE ra.fixed_at IS NULL AND x.kind = 'safety_rep' ORDER BY ra.id DESC LIMIT 1)
	UNION ALL (SELECT m.owner_id, 'manager', '/arenden/' || m.id FROM tracks t JOIN matters m ON m.id = t.matter_id
		WHERE t.union_id IS NOT NULL AND t.closed_at IS NULL AND m.status = 'open' ORDER BY m.id DESC LIMIT 3)
	UNION ALL (SELECT chair_id, 'manager', '/moten' FROM groups WHERE chair_id IS NOT NULL AND closed_on IS NULL ORDER BY id LIMIT 1)
	UNION ALL (SELECT g.chair_id, 'manager', '/moten/' || me.id FROM meetings me JOIN groups g ON g.id = me.group_id
		WHERE me.status = 'planned' AND me.starts_at > $1 AND g.chair_id IS NOT NULL ORDER BY me.starts_at LIMIT 1)
	UNION ALL (SELECT g.chair_id, 'manager', '/moten/' || me.id || '/protokoll' FROM minutes mi JOIN meetings me ON me.id = mi.meeting_id JOIN groups g ON g.id = me.group_id
		WHERE mi.status = 'draft' ORDER BY me.id DESC LIMIT 1)
	UNION ALL (SELECT aj.person_id, CASE aj.side WHEN 'union' THEN 'union_rep' ELSE 'manager' END, '/moten/' || aj.meeting_id || '/protokoll' FROM adjusters aj
		JOIN minutes mi ON mi.meeting_id = aj.meeting_id WHERE mi.status = 'sent' AND aj.answer IS NULL AND aj.side = 'union' ORDER BY aj.meeting_id DESC LIMIT 2)
	UNION ALL (SELECT lead_id, 'manager', '/apt/' || id FROM apts WHERE status = 'held' ORDER BY id DESC LIMIT 1)
	UNION ALL (SELECT m.owner_id, 'manager', '/arenden/' || m.id || '/efterat' FROM actions x JOIN matters m ON m.id = x.matter_id
		WHERE x.done_at IS NULL AND m.status = 'open' ORDER BY x.id DESC LIMIT 1)
	UNION ALL (SELECT m.owner_id, 'manager', '/arenden/' || m.id || '/efterat' FROM matters m WHERE m.following_at IS NOT NULL AND m.status = 'open'
		AND NOT EXISTS (SELECT FROM matter_stops st WHERE st.matter_id = m.id AND st.lifted_at IS NULL) ORDER BY m.id DESC LIMIT 1)
	UNION ALL (SELECT m.owner_id, 'manager', '/arenden/' || m.id || '/efterat' FROM matter_stops st JOIN matters m ON m.id = st.matter_id
		WHERE st.lifted_at IS NULL AND m.status = 'open' ORDER BY m.id DESC LIMIT 1)
	UNION ALL (SELECT ma.person_id, 'safety_rep', '/arenden/' || m.id || '/efterat' FROM matters m JOIN decisions d ON d.matter_id = m.id JOIN matter_units mu ON mu.matter_id = m.id
		JOIN units u ON u.id = mu.unit_id JOIN mandates ma ON ma.role = 'safety_rep' AND ma.unit_id = ANY (u.ancestors) AND ma.valid_from <= $1 AND (ma.valid_until IS NULL OR ma.valid_until >= $1)
		WHERE m.status = 'open' AND d.deviation <> 'material' AND NOT EXISTS (SELECT FROM matter_stops st WHERE st.matter_id = m.id) ORDER BY m.id DESC LIMIT 1)
	UNION ALL (SELECT s.created_by, 'manager', '/arshjul?grupp=' || s.group_id || '&ar=' || extract(year FROM d.starts_at) FROM meeting_series s
		JOIN planned_dates d ON d.series_id = s.id AND d.status = 'draft' WHERE s.group_id IS NOT NULL ORDER BY d.id LIMIT 1)
	UNION ALL SELECT person_id, 'manager', '/arenden/nytt/' || id || '/1' FROM matter_drafts WHERE matter_id IS NULL
	UNION ALL SELECT person_id, 'manager', '/arenden/nytt/' || id || '/kontrollera' FROM matter_drafts WHERE matter_id IS NULL
	UNION ALL SELECT person_id, 'manager', '/arenden/nytt/' || id || '/stopp' FROM matter_drafts WHERE matter_id IS NULL
	UNION ALL SELECT po.person_id, 'union_rep', '/arenden/' || ai.matter_id FROM positions po JOIN agenda_items ai ON ai.id = po.item_id
		WHERE po.stance = 'disagrees' AND po.superseded_at IS NULL AND po.window_until >= $1
	UNION ALL SELECT ma.person_id, 'union_rep', '/arenden/' || p.matter_id FROM proposals p JOIN tracks t ON t.matter_id = p.matter_id
		JOIN mandates ma ON ma.group_id = t.group_id AND ma.role = 'union_rep' AND ma.valid_from <= $1 AND (ma.valid_until IS NULL OR ma.valid_until >= $1)
		WHERE p.editorial AND p.objection_until >= $1
	UNION ALL (SELECT ma.person_id, 'union_rep', '/arenden/' || t.matter_id || '/standpunkt' FROM agenda_items ai JOIN tracks t ON t.id = ai.track_id
		JOIN mandates ma ON ma.group_id = t.group_id AND ma.role = 'union_rep' AND ma.valid_from <= $1 AND (ma.valid_until IS NULL OR ma.valid_until >= $1)
		WHERE ai.class = 'before_decision' ORDER BY ai.id DESC LIMIT 1)
	UNION ALL (SELECT ma.person_id, 'union_rep', '/arenden/' || t.matter_id FROM tracks t JOIN matters m ON m.id = t.matter_id
		JOIN mandates ma ON ma.group_id = t.group_id AND ma.role = 'union_rep' AND ma.valid_from <= $1 AND (ma.valid_until IS NULL OR ma.valid_until >= $1)
		WHERE m.status = 'open' AND t.kind = 'group' AND t.mandatory AND NOT EXISTS (SELECT FROM agenda_items ai WHERE ai.matter_id = m.id) ORDER BY t.matter_id DESC LIMIT 3)
	UNION ALL (SELECT owner_id, 'manager', '/arenden/' || id FROM matters WHERE status = 'withdrawn' ORDER BY id DESC LIMIT 2)
	UNION ALL (SELECT to_id, 'manager', '/arenden/' || matter_id FROM matter_handovers WHERE accepted_at IS NULL AND returned_at IS NULL ORDER BY id DESC LIMIT 1)
	UNION ALL (SELECT answerer_id, 'manager', '/vackta/' || id FROM raised_questions WHERE status = 'waiting' AND role = 'union_rep' ORDER BY id DESC LIMIT 1)
	UNION ALL (SELECT owner_id, 'manager', '/arenden/' || id || '/riskbedomning' FROM matters WHERE template <> '' AND status = 'open' ORDER BY id DESC LIMIT 3)
	UNION ALL (SELECT person_id, 'manager', '/' FROM tasks WHERE kind = 'feedback_apt' AND done_at IS NULL ORDER BY id DESC LIMIT 1)
	UNION ALL (SELECT person_id, role, '/introduktion' FROM introductions WHERE due_on IS NOT NULL AND confirmed_at IS NULL ORDER BY id DESC LIMIT 2)
	UNION ALL (SELECT created_by, CASE arranger WHEN 'union' THEN 'union_rep' ELSE 'hr' END, '/utbildningar/' || id FROM courses ORDER BY id LIMIT 2)
	UNION ALL (SELECT ma.person_id, 'hr', '/uppfoljning/' || r.id || '/uttalande' FROM followup_rounds r, mandates ma WHERE r.stage = 'closed' AND ma.role = 'hr' ORDER BY r.id DESC, ma.id LIMIT 1)
	UNION ALL SELECT ma.person_id, 'registrar', '/arenden/' || m.id FROM matters m, mandates ma WHERE ma.role = 'registrar' AND m.decider = 'board' AND m.status = 'open'
		AND NOT EXISTS (SELECT FROM decisions d WHERE d.matter_id = m.id)`

// preview uploads a file as the administrator, so that there is an import to look at.
func (st *stage) preview(t *testing.T) {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("files", "enheter.csv")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write([]byte("Enhet;Överordnad enhet\nNy enhet;Finns inte\n")); err != nil {
		t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequest(http.MethodPost, st.demoURL+"/installningar/import", &body)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.AddCookie(st.cookie(t, st.persona(t, access.Admin)))
	resp, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusSeeOther {
		t.Fatalf("uploading a file was answered %d", resp.StatusCode)
	}
}

// walkers are everybody who is sent out: each role from its first page, and those whom starts finds.
func (st *stage) walkers(t *testing.T) []walker {
	t.Helper()
	ctx := context.Background()
	st.preview(t)
	ws := []walker{{start: "/logga-in", deep: 20, whole: true}, {start: "/stil", deep: 1}}
	link, err := st.identity.ResetLink(ctx, st.account)
	if err != nil {
		t.Fatal(err)
	}
	ws = append(ws, walker{start: strings.TrimPrefix(link, st.identity.BaseURL), deep: 1})
	ws = append(ws, walker{start: st.unsubscribe(t), deep: 1})
	for _, role := range access.Roles {
		w := st.persona(t, role)
		ws = append(ws, w)
		if role == access.Manager {
			w.start = "/roll"
			ws = append(ws, w)
		}
	}
	type row struct {
		Person int64
		Role   string
		Start  string
	}
	var rows []row
	var b db.Batch
	db.Many(&b, &rows, starts, clock.DateOf(now))
	if err := st.db.ReadOrg(ctx, st.personas[0].OrgID, &b); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		ws = append(ws, walker{st.personas[0].OrgID, r.Person, access.Role(r.Role), r.Start, 12, false})
	}
	return ws
}

// unsubscribe is the address in some mail of the demo that may be turned off.
func (st *stage) unsubscribe(t *testing.T) string {
	t.Helper()
	type mail struct {
		ID  int64
		Key []byte
	}
	org := st.personas[0].OrgID
	var m mail
	var b db.Batch
	db.One(&b, &m, errors.New("no mail of a decision"), `SELECT m.id, o.mail_key AS key FROM mails m JOIN organisations o ON o.id = m.org_id WHERE m.kind = 'decided' ORDER BY m.id DESC LIMIT 1`)
	if err := st.db.ReadOrg(context.Background(), org, &b); err != nil {
		t.Fatal(err)
	}
	return notify.UnsubscribePath(org, m.ID, m.Key)
}
