package sweep

import (
	"context"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"samverka/internal/announce"
	"samverka/internal/browsertest"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/identity"
	"samverka/internal/organisation"
	"samverka/internal/scene"
	"samverka/internal/server"
)

const passphrase = "fyra gröna hästar dansar"

// workplace is a small municipality that people sign in to with address and password.
type workplace struct {
	*scene.Scene
	url      string
	identity *identity.Service
}

func newWorkplace(t *testing.T) *workplace {
	t.Helper()
	w := &workplace{Scene: scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))}
	w.In(func(ctx context.Context, tx *db.OrgTx) error {
		return w.Setup.Mandates(ctx, tx, []organisation.MandateRow{{Person: "Ada Alm", Role: "admin"}})
	})
	deps := server.Assemble(w.DB, w.Clock, announce.Nobody{})
	deps.Log = slog.New(slog.DiscardHandler)
	deps.Identity.Hasher = identity.NewHasher(64, 1)
	go deps.Listen(t.Context(), w.DB, false)
	ts := httptest.NewServer(server.New(deps))
	t.Cleanup(ts.Close)
	w.url, w.identity = ts.URL, deps.Identity
	return w
}

// signIn opens a tab without JavaScript and signs the person in through the form.
func (w *workplace) signIn(t *testing.T, name string, width int64) *browsertest.Page {
	t.Helper()
	ctx := context.Background()
	email := address(name)
	account, err := w.identity.CreateAccount(ctx, email, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.identity.Link(ctx, w.Org, w.ID("people", name), account); err != nil {
		t.Fatal(err)
	}
	p := again(t, w, name, width)
	if got := p.URL(); got != "/" {
		t.Fatalf("%s signed in and came to %s", name, got)
	}
	return p
}

func address(name string) string {
	return strings.NewReplacer(" ", ".", "å", "a", "ä", "a", "ö", "o").Replace(strings.ToLower(name)) + "@alvsunda.example"
}

// say fails unless the page says the text.
func say(t *testing.T, p *browsertest.Page, text string) {
	t.Helper()
	if got := p.Text("main"); !strings.Contains(got, text) {
		t.Fatalf("%s does not say %q:\n%s", p.URL(), text, got)
	}
}

// confirm gives a reason where a rule only warns, when it does.
func confirm(p *browsertest.Page) {
	if p.Has("form[data-confirm]") {
		p.Fill("[name=reason]", "Vi är överens om tiden").Submit("form[data-confirm]")
	}
}

// A manager who has never seen it takes a new schedule through samverkan: the wizard, plan, proposal, risk assessment,
// meeting and decision, without JavaScript. A union representative reads and states a position on a phone.
func TestManagerAndUnionRepresentative(t *testing.T) {
	t.Parallel()
	w := newWorkplace(t)
	m := w.signIn(t, "Amina Larsson", 1280)
	id := w.throughTheWizard(t, m)
	w.prepare(t, m, id)
	meeting := w.call(t, m, id)
	maria := w.signIn(t, "Maria Sjöberg", 360)
	w.signIn(t, "Per Holm", 360)
	w.signIn(t, "Lina Åkerlund", 360)
	maria.Open(w.url + "/")
	say(t, maria, "Läs handlingarna")

	w.Clock.Set(clock.NewDate(2027, 3, 31).At(13, 0))
	m = again(t, w, "Amina Larsson", 1280)
	m.Open(w.url + "/moten/" + meeting).Submit("[data-form=meeting-open]")
	m.Click("a[href*='punkt=" + w.item(meeting, id) + "']").Submit("[data-form=item-open]")
	for name, stance := range map[string]string{"Maria Sjöberg": "agrees", "Per Holm": "disagrees", "Lina Åkerlund": "not_concerned"} {
		takePosition(t, w, again(t, w, name, 360), id, stance)
	}
	w.concludeAndDecide(t, m, id, meeting)
}

// item is the number of the matter's item on the meeting's agenda.
func (w *workplace) item(meeting, matter string) string {
	m, _ := strconv.ParseInt(meeting, 10, 64)
	id, _ := strconv.ParseInt(matter, 10, 64)
	return strconv.FormatInt(w.Item(m, id), 10)
}

// again signs a person in anew: time has passed.
func again(t *testing.T, w *workplace, name string, width int64) *browsertest.Page {
	t.Helper()
	p := browsertest.New(t).NoScript().Width(width)
	p.Open(w.url+"/logga-in").Fill("[name=email]", address(name)).Fill("[name=password]", passphrase).Submit("[data-form=sign-in]")
	return p
}

func (w *workplace) throughTheWizard(t *testing.T, m *browsertest.Page) (id string) {
	t.Helper()
	m.Open(w.url + "/arenden").Click("a[href='/arenden/nytt']").Submit("[data-form=wizard-start]")
	next := func() { m.Submit("[data-form=wizard-step]") }
	next()
	if !m.Has(".ds-error-summary") || !strings.HasPrefix(m.Title(), "Fel: ") {
		t.Errorf("an empty first question is taken: %s", m.Title())
	}
	m.Fill("[name=title]", "Nytt schema i hemtjänsten").Fill("[name=purpose]", "Färre delade turer").Fill("[name=category]", "working_time")
	next()
	for _, choice := range []string{"decider][value=manager", "important][value=yes"} {
		m.Choose("[name=" + choice + "]")
		next()
	}
	m.Choose("[name=units][value='" + strconv.FormatInt(w.ID("units", "Hemtjänst Väst"), 10) + "']")
	next()
	next() // the unions follow from the groups
	for _, choice := range []string{"outsiders][value=no", "work_environment][value=yes", "individuals][value=no", "secret][value=no"} {
		m.Choose("[name=" + choice + "]")
		next()
	}
	m.Fill("[name=planned_decision]", "2027-04-15").Choose("[name=open][value=yes]")
	next()
	say(t, m, "LSG VO Väst")
	m.Shot("journey-check-answers")
	m.Submit("[data-form=wizard-create]")
	id = strconv.FormatInt(w.ID("matters", "Nytt schema i hemtjänsten"), 10)
	if got := m.URL(); got != "/arenden/"+id+"/plan" {
		t.Fatalf("the wizard led to %s", got)
	}
	return id
}

func (w *workplace) prepare(t *testing.T, m *browsertest.Page, id string) {
	t.Helper()
	matter := w.url + "/arenden/" + id
	m.Submit("[data-form=plan]")
	m.Open(matter+"/apt").Fill("[name=unit]", strconv.FormatInt(w.ID("units", "Hemtjänst Väst"), 10)).Fill("[name=note]", "Många vill ha längre pass.").Submit("[data-form=dialogue]")
	m.Open(matter+"/forslag").Fill("[name=body]", "Sexveckorsschema utan delade turer.").Submit("[data-form=proposal]")
	m.Open(matter + "/riskbedomning/andring").Submit("[data-form=risk-change]") // what the proposal says stands there already
	m.Open(matter+"/riskbedomning/rad").Fill("[name=area]", "working_time").Fill("[name=source]", "Kortare vila mellan pass").
		Fill("[name=probability]", "2").Fill("[name=consequence]", "3").Click("[data-form=risk-row] [name=do][value=save]")
	m.Open(matter+"/riskbedomning/slutsats").Choose("[name=conclusion][value=proceed]").Fill("[name=follow_on]", "2027-09-01").
		Fill("[name=follow_by]", strconv.FormatInt(w.ID("people", "Amina Larsson"), 10)).Submit("[data-form=risk-conclude]")
	m.Open(matter+"/riskbedomning/faststall").Fill("[name=without_reason]", "Skyddsombudet är ledigt och har läst utkastet").Submit("[data-form=risk-fix]")
	m.Open(matter)
	say(t, m, "Du får inte besluta ännu")
	say(t, m, "LSG VO Väst")
	m.Shot("journey-not-yet")
}

func (w *workplace) call(t *testing.T, m *browsertest.Page, id string) (meeting string) {
	t.Helper()
	m.Open(w.url+"/moten/nytt").Fill("[name=group]", strconv.FormatInt(w.ID("groups", "LSG VO Väst"), 10)).
		Fill("[name=date]", "2027-03-31").Fill("[name=time]", "13:00").Submit("[data-form=meeting-plan]")
	confirm(m)
	meeting = strings.Split(strings.TrimPrefix(m.URL(), "/moten/"), "#")[0]
	m.Open(w.url+"/arenden/"+id+"/mote").Click("a[data-meeting='"+meeting+"']").Fill("[name=class]", "before_decision").Submit("[data-form=set-up]")
	confirm(m)
	m.Open(w.url + "/moten/" + meeting).Submit("[data-form=notice-send]")
	confirm(m)
	m.Open(w.url + "/moten/" + meeting).Submit("[data-form=papers-send]")
	confirm(m)
	m.Open(w.url + "/arenden/" + id)
	say(t, m, "Under samverkan")
	return meeting
}

// takePosition states the union's position from the matter's own link, on a phone.
func takePosition(t *testing.T, w *workplace, p *browsertest.Page, id, stance string) {
	t.Helper()
	p.Open(w.url + "/arenden/" + id + "/standpunkt").Choose("[data-form=position] [name=stance][value=" + stance + "]")
	if stance == "disagrees" {
		p.Submit("[data-form=position]")
		if !p.Has(".ds-error-summary") {
			t.Error("disagreement without a reason is taken")
		}
		p.Choose("[data-form=position] [name=stance][value=disagrees]").Fill("[data-form=position] [name=reason]", "För kort framförhållning")
	}
	p.Submit("[data-form=position]")
	p.Shot("journey-position-check")
	p.Submit("[data-form=position-confirm]")
	if s := p.Status(); s >= 400 {
		t.Errorf("the position was answered %d", s)
	}
	p.Shot("journey-position-receipt")
}

func (w *workplace) concludeAndDecide(t *testing.T, m *browsertest.Page, id, meeting string) {
	t.Helper()
	m.Open(w.url + "/moten/" + meeting + "/lage?punkt=" + w.item(meeting, id)).Submit("[data-form=item-conclude]")
	m.Shot("journey-live")
	m.Open(w.url + "/moten/" + meeting + "/lage").Submit("[data-form=meeting-close]")
	say(t, m, "För kort framförhållning")
	m.Shot("journey-minutes")
	m.Open(w.url + "/arenden/" + id)
	say(t, m, "Vision")
	if m.Has("[data-offer=decide]") {
		t.Fatal("the decision is offered inside the window")
	}
	w.Clock.Set(clock.NewDate(2027, 4, 8).At(9, 0))
	m = again(t, w, "Amina Larsson", 1280)
	m.Open(w.url + "/arenden/" + id)
	m.Shot("journey-allowed")
	m.Click("[data-offer=decide]").Choose("[name=deviation][value=none]").Submit("[data-form=decide]")
	m.Open(w.url + "/arenden/" + id)
	say(t, m, "Beslutat")
}

// The administrator reads a file with units and one with people, sees what would change and one mistake, and confirms the
// mended files.
func TestAdministratorImports(t *testing.T) {
	t.Parallel()
	w := newWorkplace(t)
	a := w.signIn(t, "Ada Alm", 1280)
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	units := file("enheter.csv", "Enhet;Överordnad enhet;Chef\nVård och omsorg;;Birgitta Ek\nHemtjänst Väst;Vård och omsorg;Amina Larsson\nHemtjänst Öst;Vård och omsorg;Amina Larsson\n")
	a.Open(w.url+"/installningar").Click("a[href='/installningar/import']").Upload("[name=files]", file("fel.csv", "Enhet;Överordnad enhet\nHemtjänst Öst;Finns inte\n")).Submit("[data-form=import]")
	say(t, a, "Finns inte")
	if a.Has("[data-form=confirm-import]") {
		t.Error("a file with an error can be confirmed")
	}
	a.Open(w.url+"/installningar/import").Upload("[name=files]", units).Submit("[data-form=import]")
	say(t, a, "1 ny")
	a.Shot("journey-import-preview")
	a.Submit("[data-form=confirm-import]")
	a.Open(w.url + "/organisation")
	say(t, a, "Hemtjänst Öst")
	a.Shot("journey-organisation")
}
