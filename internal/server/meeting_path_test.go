package server

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/document/pdftext"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// meetingStage is the stage with a second union, a substitute and a guest, and the seeded meeting.
type meetingStage struct {
	*stage
	t                     *testing.T
	meeting, item, matter int64
	kommunal, vision      int64
	path                  string
	itemPath              string
}

func newMeetingStage(t *testing.T) *meetingStage {
	t.Helper()
	st := newStage(t)
	set := organisation.Setup{Clock: st.clock}
	st.ok(st.db.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
		if err := set.Unions(st.ctx, tx, []organisation.UnionRow{{Name: "Vision", AgreementFrom: stageDay.Add(-365)}}); err != nil {
			return err
		}
		if err := set.People(st.ctx, tx, []organisation.PersonRow{{Name: "Gösta Gäst"}}); err != nil {
			return err
		}
		return set.Mandates(st.ctx, tx, []organisation.MandateRow{{Person: "Per Holm", Role: "union_rep", Union: "Vision", Group: "FSG Omsorg"},
			{Person: "Ida Sand", Role: "union_substitute", Union: "Vision", Group: "FSG Omsorg"}})
	}))
	m := &meetingStage{stage: st, t: t, meeting: st.ids["meeting"], item: st.ids["item"], matter: st.ids["meeting matter"]}
	m.kommunal = st.number(st.org, `SELECT id FROM unions WHERE name = 'Kommunal'`)
	m.vision = st.number(st.org, `SELECT id FROM unions WHERE name = 'Vision'`)
	m.path = "/moten/" + strconv.FormatInt(m.meeting, 10)
	m.itemPath = m.path + "/punkter/" + strconv.FormatInt(m.item, 10)
	return m
}

// Sessions end while the clock moves, so people sign in anew.
func (m *meetingStage) eva() visitor { return m.as(access.Manager) }
func (m *meetingStage) bo() visitor  { return m.as(access.UnionRep) }
func (m *meetingStage) per() visitor { return m.named(m.org, "Per Holm") }

func (m *meetingStage) at(d clock.Date, hour, minute int) { m.clock.Set(d.At(hour, minute)) }

// does posts a form that must succeed.
func (m *meetingStage) does(v visitor, path string, form url.Values) reply {
	m.t.Helper()
	got := v.post(path, form)
	if got.status != http.StatusSeeOther || strings.HasPrefix(got.location, "/logga-in") {
		m.t.Fatalf("POST %s: got %d, want 303: %s", path, got.status, words(m.t, got, "#error-summary, .warnings, .error-page, .panel-missing"))
	}
	return got
}

// words is the text of what the selector finds, spaces made one.
func words(t testing.TB, r reply, selector string) string {
	t.Helper()
	return strings.Join(strings.Fields(strings.ReplaceAll(r.doc(t).Find(selector).Text(), "\u00a0", " ")), " ")
}

func (m *meetingStage) sees(v visitor, path, selector string, want ...string) {
	m.t.Helper()
	page := v.get(path)
	if page.status != http.StatusOK {
		m.t.Fatalf("GET %s: got %d, want 200", path, page.status)
	}
	text := words(m.t, page, selector)
	for _, w := range want {
		if !strings.Contains(text, w) {
			m.t.Errorf("GET %s, %s: %q is not in %q", path, selector, w, text)
		}
	}
}

func (m *meetingStage) refused(got reply, status int, want string) {
	m.t.Helper()
	if text := words(m.t, got, "main"); got.status != status || !strings.Contains(text, want) {
		m.t.Errorf("got %d, want %d with %q in %q", got.status, status, want, text)
	}
}

func id(n int64) string { return strconv.FormatInt(n, 10) }

// risk fixes the matter's risk assessment.
func (m *meetingStage) risk() {
	m.t.Helper()
	who := m.who(m.org, access.Manager)
	m.stage.risk(who, m.matter, matter.RiskRow{Area: "premises", Source: "Trängre lokaler", Probability: 2, Consequence: 2})
}

// call sends notice and papers in time and opens the meeting on its day.
func (m *meetingStage) call() clock.Date {
	m.t.Helper()
	day := stageDay.Add(30)
	m.does(m.eva(), m.path+"/kallelse", nil)
	m.does(m.eva(), m.path+"/handlingar", url.Values{"reason": {"Riskbedömningen görs i veckan"}})
	m.at(day, 13, 0)
	m.does(m.eva(), m.path+"/oppna", nil)
	return day
}

func (m *meetingStage) position(v visitor, union int64, stance, reason string) reply {
	return v.post(m.itemPath+"/standpunkt", url.Values{"union": {id(union)}, "stance": {stance}, "reason": {reason}, "confirm": {"yes"}})
}

func TestMeetingFromNoticeToApprovedMinutes(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	m.risk()
	m.sees(m.eva(), m.path, "[data-state]", "Planerat")
	m.sees(m.eva(), m.path, "main", "Kallelsen går ut senast", "Nya lokaler", "Samverkan före beslut")
	day := m.call()
	m.sees(m.bo(), m.path, "[data-state]", "Pågår")
	ida := m.person(m.org, "Ida Sand")
	m.does(m.eva(), m.path+"/narvaro", url.Values{
		"presence_" + id(m.person(m.org, "Eva Lind")): {"in_person"}, "presence_" + id(m.person(m.org, "Bo Ek")): {"remote"},
		"presence_" + id(m.person(m.org, "Per Holm")): {"absent"}, "presence_" + id(ida): {"in_person"}, "in_" + id(ida): {"13.05"},
		"replaces_" + id(ida): {id(m.person(m.org, "Per Holm"))}, "guest": {"Gösta Gäst"}, "guest_in": {"13:10"}, "guest_out": {"13:30"}})
	m.does(m.eva(), m.itemPath+"/inled", nil)
	m.refused(m.eva().post(m.itemPath+"/avsluta", nil), 422, "Kommunal")
	check := m.bo().post(m.itemPath+"/standpunkt", url.Values{"union": {id(m.kommunal)}, "stance": {"agrees"}})
	if check.status != http.StatusOK || check.doc(t).Find("form[data-form=position-confirm]").Length() != 1 {
		t.Errorf("the position was not shown for checking: %d", check.status)
	}
	if got := m.position(m.bo(), m.kommunal, "agrees", ""); got.status != http.StatusSeeOther {
		t.Fatalf("taking a position: %d %s", got.status, words(t, got, "main"))
	}
	m.sees(m.bo(), m.itemPath, "main", "Lämnad ståndpunkt", "Enig")
	m.at(day, 13, 20)
	if got := m.position(m.named(m.org, "Ida Sand"), m.vision, "disagrees", "För långt att resa"); got.status != http.StatusSeeOther {
		t.Fatalf("the substitute's position: %d %s", got.status, words(t, got, "main"))
	}
	m.sees(m.eva(), m.path+"/lage?punkt="+id(m.item), "main", "Enligt protokollet:", "Vision: oenig. För långt att resa")
	m.does(m.eva(), m.itemPath+"/anteckning", url.Values{"note": {"Gruppen gick igenom ritningarna."}, "version": {"1"}})
	m.does(m.eva(), m.itemPath+"/avsluta", nil)
	m.at(day, 14, 30)
	m.does(m.eva(), m.path+"/avsluta", nil)
	m.minutes(day)
}

// minutes takes the minutes from draft to approved with an objection, and reads them as page and file.
func (m *meetingStage) minutes(day clock.Date) {
	m.t.Helper()
	page := m.path + "/protokoll"
	m.sees(m.eva(), page, "[data-state]", "Utkast")
	want := []string{"§ 5", "Nya lokaler", "Dagverksamheten flyttar till Storgatan 4.", "Gruppen gick igenom ritningarna.", "Kommunal: enig (Bo Ek).",
		"Motivering: För långt att resa", "Samverkan är därmed fullgjord i oenighet.", "ersätter Per Holm", "från kl. 13.05", "Adjungerad, kl. 13.10–13.30", "Bo Ek Kommunal, digitalt"}
	m.sees(m.eva(), page, "#protokoll", want...)
	m.refused(m.eva().post(page+"/skicka", nil), 422, "Välj vilka som ska justera.")
	m.refused(m.eva().post(page+"/skicka", url.Values{"adjuster": {id(m.person(m.org, "Eva Lind"))}}), 422, "Välj minst en justerare från de fackliga")
	m.does(m.eva(), page+"/skicka", url.Values{"adjuster": {id(m.person(m.org, "Eva Lind")), id(m.person(m.org, "Bo Ek"))}})
	m.sees(m.bo(), page, "[data-state]", "För justering")
	m.refused(m.per().post(page+"/justera", url.Values{"version": {"1"}}), 403, "inte justerare")
	m.refused(m.eva().post(page+"/justera", url.Values{"version": {"1"}}), 422, "Läs protokollet först")
	first := m.readBy(m.bo())
	m.does(m.eva(), page+"/justera", m.readBy(m.eva()))
	m.sees(m.eva(), page, "main", "1 av 2 har justerat")
	m.refused(m.bo().post(page+"/erinran", url.Values{"version": {"1"}}), 422, "Skriv vad som behöver ändras.")
	m.does(m.bo(), page+"/erinran", url.Values{"version": {"1"}, "text": {"Tiden i § 1 är fel"}})
	m.does(m.eva(), page+"/andra", url.Values{"version": {"1"}, "text": {"Mötet började 13.05."}})
	m.refused(m.eva().post(page+"/andra", url.Values{"version": {"1"}, "text": {"En annan text"}}), 409, "Mötet började 13.05.")
	m.refused(m.bo().post(page+"/justera", first), 409, "har ändrats")
	m.sees(m.bo(), page, "[data-changed]", "Ändrat sedan du läste: Tillägg")
	m.does(m.eva(), page+"/justera", m.readBy(m.eva()))
	m.does(m.bo(), page+"/erinran", url.Values{"version": {"2"}, "text": {"Resvägen nämns inte"}})
	if got := m.nils(page); got != http.StatusNotFound {
		m.t.Errorf("an employee reads minutes that are not approved: %d", got)
	}
	m.does(m.bo(), page+"/vidhall", m.readBy(m.bo()))
	m.sees(m.eva(), page, "[data-state]", "Justerat med erinran")
	m.notYet(page)
	m.at(day.Add(2), 9, 0)
	m.sees(m.as(access.Employee), page, "#protokoll", "Nya lokaler", "Resvägen nämns inte")
	m.refused(m.eva().post(page+"/andra", url.Values{"version": {"2"}, "text": {"x"}}), 409, "justerat")
	file := m.bo().get(m.path + "/protokoll.pdf")
	text, err := pdftext.Text([]byte(file.body))
	m.ok(err)
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " ")
	for _, w := range []string{"§ 5", "Samverkan är därmed fullgjord i oenighet.", "Motivering: För långt att resa", "Resvägen nämns inte", "Mötet började 13.05."} {
		if !strings.Contains(text, w) {
			m.t.Errorf("%q is not in the file: %q", w, text)
		}
	}
	m.sees(m.eva(), "/protokoll", "[data-meeting]", "FSG Omsorg "+"31 mars 2027", "Justerat med erinran")
	m.sees(m.as(access.Employee), "/protokoll", "main", "FSG Omsorg")
}

// readBy is the form that approves the text which the visitor has before them.
func (m *meetingStage) readBy(v visitor) url.Values {
	m.t.Helper()
	page := v.get(m.path + "/protokoll").doc(m.t)
	value := func(name string) string {
		return page.Find(`form[data-form=minutes-approve] input[name=`+name+`]`).AttrOr("value", "")
	}
	return url.Values{"version": {value("version")}, "digest": {value("digest")}, "password": {stagePassphrase}}
}

// notYet holds that an employee who follows a link to minutes whose day has not come is told the day, and nothing they say.
func (m *meetingStage) notYet(page string) {
	m.t.Helper()
	nils := m.as(access.Employee)
	m.sees(nils, page, "[data-not-yet]", "Du kan läsa det från och med fredag 2 april 2027")
	if got := nils.get(m.path); got.status != http.StatusSeeOther || got.location != page {
		m.t.Errorf("the meeting leads an employee to %d %q", got.status, got.location)
	}
	body := nils.get(page).body
	for _, said := range []string{"Nya lokaler", "Resvägen", "Bo ", "protokoll.pdf", "utdrag"} {
		if strings.Contains(body, said) {
			m.t.Errorf("%q stands on the page before the minutes' day", said)
		}
	}
	for _, part := range []string{".pdf", "/utdrag", "/utdrag.pdf?punkt=1", "/delar"} {
		if got := m.nils(page + part); got != http.StatusNotFound {
			m.t.Errorf("an employee opens %s before the minutes' day: %d", part, got)
		}
	}
}

func (m *meetingStage) nils(path string) int { return m.as(access.Employee).get(path).status }
