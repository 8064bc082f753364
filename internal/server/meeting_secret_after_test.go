package server

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

// The owner marks the matter secret when its minutes have been approved and read. From then on its § is masked wherever whoever is outside
// meets it: page, print, excerpt. The approved text, its digest and the signatures stay as they were.
func TestAMatterMarkedSecretAfterApproval(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	m.risk()
	day := m.call()
	m.does(m.eva(), m.itemPath+"/inled", nil)
	m.position(m.bo(), m.kommunal, "disagrees", "Hyran är för hög")
	m.does(m.eva(), m.itemPath+"/anteckning", url.Values{"note": {"Gruppen gick igenom ritningarna."}, "version": {"1"}})
	m.at(day, 14, 0)
	m.does(m.eva(), m.path+"/avsluta", nil)
	m.approve()
	m.at(day.Add(2), 9, 0)
	nils, page := m.as(access.Employee), m.path+"/protokoll"
	said := words(t, nils.get(page), "#protokoll")
	at := regexp.MustCompile(`§ (\d+) Nya lokaler`).FindStringSubmatch(strings.ReplaceAll(said, "\u00a0", " "))
	if at == nil {
		t.Fatalf("the minutes have no § about the matter: %s", said)
	}
	excerpt := page + "/utdrag?punkt=" + at[1]
	secrets := []string{"Nya lokaler", "Storgatan", "Hyran är för hög", "ritningarna"}
	for where, text := range map[string]string{"the page": words(t, nils.get(page), "#protokoll"), "the print": m.printed(nils, page+".pdf")} {
		if !strings.Contains(text, "Nya lokaler") || !strings.Contains(text, "Hyran är för hög") {
			t.Fatalf("before the mark %s says %s", where, text)
		}
	}
	before := m.fixedText()
	form := m.formOf(m.eva(), "/arenden/"+id(m.matter)+"/andra", "matter-edit")
	form.Set("secrecy", "OSL 19 kap. 6 §")
	m.does(m.eva(), "/arenden/"+id(m.matter)+"/andra", form)
	for where, v := range map[string]visitor{"an employee": nils, "HR": m.as(access.HR)} {
		for what, text := range map[string]string{"page": v.get(page).body, "print": m.printed(v, page+".pdf"), "excerpt": v.get(excerpt).body, "printed excerpt": m.printed(v, strings.Replace(excerpt, "utdrag?", "utdrag.pdf?", 1))} {
			for _, secret := range secrets {
				if strings.Contains(text, secret) {
					t.Errorf("%s still reads %q in the %s", where, secret, what)
				}
			}
			if !strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " "), "OSL 19 kap. 6 §") {
				t.Errorf("the %s does not tell %s why: %.400s", what, where, text)
			}
		}
	}
	if text := words(t, m.bo().get(page), "#protokoll"); !strings.Contains(text, "Nya lokaler") || !strings.Contains(text, "Hyran är för hög") {
		t.Errorf("whoever approved them reads %s", text)
	}
	if after := m.fixedText(); after != before {
		t.Errorf("what was approved is now\n%s\nbefore it was\n%s", after, before)
	}
}

// fixedText is all that the approval fixed: text, digest, signatures; the digest must be the text's.
func (m *meetingStage) fixedText() (all string) {
	m.t.Helper()
	m.ok(m.pg.Super.QueryRow(m.ctx, `SELECT concat_ws(E'\n', content, encode(digest, 'hex'), approval) FROM minutes
		WHERE meeting_id = $1 AND sha256(convert_to(content, 'UTF8')) = digest`, m.meeting).Scan(&all))
	return all
}

// formOf is what the page's form would send as it stands.
func (m *meetingStage) formOf(v visitor, path, name string) url.Values {
	m.t.Helper()
	got := v.get(path)
	form := got.doc(m.t).Find("form[data-form=" + name + "]")
	if got.status != http.StatusOK || form.Length() != 1 {
		m.t.Fatalf("GET %s: %d, %d forms", path, got.status, form.Length())
	}
	values := url.Values{}
	form.Find("input[name], textarea[name]").Each(func(_ int, s *goquery.Selection) {
		if kind := s.AttrOr("type", ""); kind == "radio" || kind == "checkbox" {
			if _, on := s.Attr("checked"); !on {
				return
			}
		}
		value := s.AttrOr("value", "")
		if goquery.NodeName(s) == "textarea" {
			value = s.Text()
		}
		values.Add(s.AttrOr("name", ""), value)
	})
	form.Find("select[name]").Each(func(_ int, s *goquery.Selection) {
		values.Add(s.AttrOr("name", ""), s.Find("option[selected]").AttrOr("value", ""))
	})
	return values
}
