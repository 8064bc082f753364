package server

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/identity"
)

// fingerprint is a digest of every row of the product's tables, but of when sessions were used and what is derived from
// the rest.
func (st *stage) fingerprint(t testing.TB) string {
	t.Helper()
	rows, err := st.pg.Super.Query(st.ctx, `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
		AND relname NOT LIKE 'river%' AND relname NOT IN ('sessions', 'form_keys', 'matter_verdicts', 'matter_marks') ORDER BY 1`)
	st.ok(err)
	tables, err := pgx.CollectRows(rows, pgx.RowTo[string])
	st.ok(err)
	var all strings.Builder
	for _, table := range tables {
		var sum string
		st.ok(st.pg.Super.QueryRow(st.ctx, `SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM `+pgx.Identifier{table}.Sanitize()+` t`).Scan(&sum))
		all.WriteString(table + sum)
	}
	return all.String()
}

func TestSignedOutPeopleAreLedToSignInAndBack(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	if got := st.nobody().get("/konto?a=b"); got.status != 303 || got.location != "/logga-in?till=%2Fkonto%3Fa%3Db" {
		t.Errorf("got %d to %q", got.status, got.location)
	}
	st.as(access.Manager)
	email := st.email(st.org, "Eva Lind")
	for till, want := range map[string]string{"/konto": "/konto", "": "/", "//evil.example": "/", "https://evil.example/": "/", "/\\evil.example": "/"} {
		got := st.nobody().post("/logga-in", url.Values{"email": {email}, "password": {stagePassphrase}, "till": {till}})
		if got.status != 303 || got.location != want {
			t.Errorf("till %q: got %d to %q, want %q", till, got.status, got.location, want)
		}
	}
}

func TestSessionCookieAndHeaders(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	st.server.Secure = true
	st.as(access.Manager)
	got := st.nobody().post("/logga-in", url.Values{"email": {st.email(st.org, "Eva Lind")}, "password": {stagePassphrase}})
	cookie := got.header.Get("Set-Cookie")
	for _, want := range []string{"__Host-session=", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"} {
		if !strings.Contains(cookie, want) {
			t.Errorf("the cookie %q lacks %q", cookie, want)
		}
	}
	page := st.nobody().get("/hjalp")
	for name, want := range map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; ", "X-Content-Type-Options": "nosniff",
		"Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
		"Strict-Transport-Security": "max-age=31536000", "Cache-Control": "private, no-store",
	} {
		if v := page.header.Get(name); !strings.HasPrefix(v, want) {
			t.Errorf("%s is %q, want %q", name, v, want)
		}
	}
}

func TestPagesHoldNoScriptOrStyleOfTheirOwn(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	for _, path := range []string{"/logga-in", "/hjalp", "/om-samverkan", "/tillganglighet", "/stil", "/konto", "/valj-roll", "/finns-inte"} {
		d := st.as(access.Manager).get(path).doc(t)
		if n := d.Find("style, [style], script:not([src]), [onclick], [onload]").Length(); n != 0 {
			t.Errorf("%s: %d inline scripts or styles", path, n)
		}
		if d.Find("h1").Length() != 1 && path != "/logga-in" {
			t.Errorf("%s: %d h1, want one", path, d.Find("h1").Length())
		}
		if strings.Contains(d.Text(), "!") && strings.Contains(d.Text(), "!error.") {
			t.Errorf("%s: a text is missing", path)
		}
	}
}

func TestTheRoleStandsOnEveryPageAndCanBeChanged(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	_, err := st.pg.Super.Exec(st.ctx, `INSERT INTO mandates (org_id, person_id, role, valid_from) VALUES ($1, $2, 'hr', '2027-01-01')`, st.org, st.person(st.org, "Eva Lind"))
	st.ok(err)
	v := st.as(access.Manager)
	if got := v.get("/konto").doc(t).Find(".role strong").Text(); got != "Chef, Omsorgen" {
		t.Errorf("acting as %q", got)
	}
	d := v.get("/valj-roll").doc(t)
	if got, _ := d.Find(`form[data-form=choose-role] input[name=role]`).Attr("value"); got != "hr" {
		t.Errorf("the other role offered is %q", got)
	}
	if got := v.post("/valj-roll", url.Values{"role": {"hr"}}); got.status != 303 {
		t.Errorf("choosing: got %d", got.status)
	}
	if got := v.get("/konto").doc(t).Find(".role strong").Text(); got != "HR" {
		t.Errorf("afterwards acting as %q", got)
	}
	if got := v.post("/valj-roll", url.Values{"role": {"negotiator"}}); got.status != 403 {
		t.Errorf("a role of others: got %d, want 403", got.status)
	}
}

func TestSigningOutEverywhere(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.Manager)
	token, err := st.server.Identity.SignIn(st.ctx, st.email(st.org, "Eva Lind"), stagePassphrase, identity.Visit{Device: "Safari, iPhone"})
	st.ok(err)
	other := visitor{st: st, token: token}
	if got := other.get("/konto"); got.status != 200 || !strings.Contains(got.body, "Här är du inloggad") {
		t.Fatalf("the second session: got %d", got.status)
	}
	got := v.post("/konto/logga-ut-overallt", nil)
	if got.status != 303 || v.get("/konto").status != 303 || other.get("/konto").status != 303 {
		t.Errorf("some session is left: %d, %d, %d", got.status, v.get("/konto").status, other.get("/konto").status)
	}
}

func TestAFormSentTwiceIsWorkedOnOnce(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	times := 0
	st.server.router.With(st.server.requireActor, st.server.onceOnly).Post("/prov", st.server.page(func(w http.ResponseWriter, r *http.Request) error {
		times++
		if r.PostForm.Get("title") == "" {
			return fail.New(fail.Invalid, "error.form")
		}
		return seeOther(w, r, fmt.Sprintf("/prov/%d", times))
	}))
	v, key := st.as(access.Manager), onceField().Value
	if got := v.post("/prov", url.Values{"once": {key}}); got.status != 422 {
		t.Fatalf("refused: got %d", got.status)
	}
	first := v.post("/prov", url.Values{"once": {key}, "title": {"a"}})
	second := v.post("/prov", url.Values{"once": {key}, "title": {"a"}})
	if times != 2 || first.location != "/prov/2" || second.location != first.location || second.status != 303 {
		t.Errorf("worked %d times; first to %q, second %d to %q", times, first.location, second.status, second.location)
	}
	if again := st.as(access.HR).post("/prov", url.Values{"once": {key}, "title": {"a"}}); again.location != "/prov/3" {
		t.Errorf("the same key of another person: got %q", again.location)
	}
}

func TestAWarningAsksForAReasonAndRepeatsAllFields(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	st.server.router.Post("/prov", st.server.page(func(w http.ResponseWriter, r *http.Request) error {
		var f struct {
			Reason string `form:"reason"`
		}
		if err := bind(r, &f); err != nil {
			return err
		}
		if err := fail.NeedReason(f.Reason, []fail.Warning{{Key: "error.conflict", Source: "MBL 11 §"}}); err != nil {
			return err
		}
		return seeOther(w, r, "/klart")
	}))
	got := st.nobody().post("/prov", url.Values{"unit": {"1", "2"}, "text": {"a <b>\nc"}})
	d := got.doc(t)
	form := d.Find("form[data-confirm]")
	sent := url.Values{"reason": {"Enligt scenariot"}}
	form.Find("input[type=hidden]").Each(func(_ int, i *goquery.Selection) {
		sent.Add(i.AttrOr("name", ""), i.AttrOr("value", ""))
	})
	if got.status != 422 || form.Find("textarea[name=reason][required]").Length() != 1 || !strings.Contains(d.Find(".warnings").Text(), "MBL 11 §") {
		t.Fatalf("got %d: %s", got.status, d.Find("main").Text())
	}
	if want := (url.Values{"unit": {"1", "2"}, "text": {"a <b>\nc"}, "reason": {"Enligt scenariot"}}); sent.Encode() != want.Encode() {
		t.Errorf("the form repeats %v", sent)
	}
	if again := st.nobody().post(form.AttrOr("action", ""), sent); again.location != "/klart" {
		t.Errorf("with a reason: got %d to %q", again.status, again.location)
	}
}

func TestOnlyTrustedProxiesSayWhereARequestComesFrom(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	st.server.TrustedProxies = prefixes(t, "10.0.0.0/8")
	for _, tc := range []struct{ remote, forwarded, want string }{
		{"192.0.2.9:1", "198.51.100.1", "192.0.2.9"},
		{"10.0.0.1:1", "198.51.100.1", "198.51.100.1"},
		{"10.0.0.1:1", "203.0.113.66, 198.51.100.1, 10.0.0.2", "198.51.100.1"},
		{"10.0.0.1:1", "", "10.0.0.1"},
		{"10.0.0.1:1", "nonsense", "10.0.0.1"},
	} {
		r := formRequest("/", nil)
		r.RemoteAddr = tc.remote
		r.Header.Set("X-Forwarded-For", tc.forwarded)
		if got := st.server.clientAddress(r); got != tc.want {
			t.Errorf("%s through %q: got %q, want %q", tc.remote, tc.forwarded, got, tc.want)
		}
	}
}

func TestReadyTellsTheTruth(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	if got := st.nobody().get("/readyz").status; got != 200 {
		t.Errorf("ready: got %d", got)
	}
	st.server.Drain()
	if got := st.nobody().get("/readyz").status; got != 503 {
		t.Errorf("draining: got %d, want 503", got)
	}
	if got := st.nobody().get("/healthz").status; got != 200 {
		t.Errorf("draining, the process: got %d", got)
	}
}

func TestEnglishWhenAskedFor(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	r := formRequest("/sprak", url.Values{"lang": {"en"}, "path": {"/hjalp"}})
	got := st.nobody().send(r)
	if got.location != "/hjalp" || !strings.HasPrefix(got.header.Get("Set-Cookie"), "lang=en") {
		t.Errorf("got %q, %q", got.location, got.header.Get("Set-Cookie"))
	}
}

func TestAPanicIsAKindPageAndSaysNothingOfItself(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	st.server.router.Get("/prov", func(http.ResponseWriter, *http.Request) { panic("hemligt ärende") })
	got := st.as(access.Manager).get("/prov")
	if got.status != 500 || got.doc(t).Find("h1").Text() != "Något gick fel" {
		t.Errorf("got %d, %q", got.status, got.doc(t).Find("h1").Text())
	}
	if log := st.log.String(); !strings.Contains(log, `"msg":"panic"`) || strings.Contains(log, "hemligt") {
		t.Errorf("the log: %s", log)
	}
}

func TestTheLogo(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	if _, err := st.pg.Super.Exec(st.ctx, `UPDATE organisations SET logo = '\x89504e47', logo_type = 'image/png' WHERE id = $1`, st.org); err != nil {
		t.Fatal(err)
	}
	v := st.as(access.Manager)
	if src, _ := v.get("/konto").doc(t).Find("img.logo").Attr("src"); src != "/logotyp" {
		t.Errorf("the header shows %q", src)
	}
	if got := v.get("/logotyp"); got.status != 200 || got.header.Get("Content-Type") != "image/png" || got.body != "\x89PNG" {
		t.Errorf("got %d, %q, %q", got.status, got.header.Get("Content-Type"), got.body)
	}
	if got := st.neighbour(access.Manager).get("/logotyp"); got.status != 404 {
		t.Errorf("the neighbour: got %d, want 404", got.status)
	}
}

func TestChangingThePassword(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.Manager)
	wrong := v.post("/konto/losenord", url.Values{"current": {"inte det här lösenordet"}, "password": {"en helt annan mening nu"}})
	if got := wrong.doc(t).Find("#current-error").Text(); wrong.status != 422 || !strings.Contains(got, "stämmer inte") {
		t.Errorf("a wrong one: got %d, %q", wrong.status, got)
	}
	weak := v.post("/konto/losenord", url.Values{"current": {stagePassphrase}, "password": {"kort"}})
	if got := weak.doc(t).Find("#password-error").Text(); weak.status != 422 || !strings.Contains(got, "15") {
		t.Errorf("a weak one: got %d, %q", weak.status, got)
	}
	if got := v.post("/konto/losenord", url.Values{"current": {stagePassphrase}, "password": {"en helt annan mening nu"}}); got.location != "/konto" {
		t.Errorf("got %d to %q", got.status, got.location)
	}
	if got := st.nobody().post("/logga-in", url.Values{"email": {st.email(st.org, "Eva Lind")}, "password": {stagePassphrase}}); got.status != 422 {
		t.Errorf("the old password: got %d", got.status)
	}
}

func TestOnAFullDiskOneMayReadOnly(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.Manager)
	st.server.ReadOnly = func() bool { return true }
	if got := v.get("/konto").status; got != 200 {
		t.Errorf("reading: got %d", got)
	}
	got := v.post("/konto/losenord", url.Values{"current": {stagePassphrase}, "password": {"en helt annan mening nu"}})
	if got.status != 503 || !strings.Contains(got.body, "nästan full") || got.header.Get("Retry-After") == "" {
		t.Errorf("writing: got %d", got.status)
	}
	if got := v.post("/logga-ut", nil).status; got != 303 {
		t.Errorf("signing out: got %d", got)
	}
}
