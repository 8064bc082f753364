package server

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"net/url"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// A manager whose unit the group covers, without being in it, knows when the group meets and about what, and no more until
// the minutes are approved.
func TestMeetingOfAGroupAbove(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	day := m.call()
	m.does(m.eva(), m.itemPath+"/inled", nil)
	m.position(m.bo(), m.kommunal, "disagrees", "Lokalerna är för trånga")
	åsa := func() visitor { return m.named(m.org, "Åsa Berg") }
	page := åsa().get(m.path)
	if page.status != http.StatusOK || page.doc(t).Find(`a[href="`+m.itemPath+`"], a[href*="riskbedomning"], #historik`).Length() != 0 {
		t.Errorf("the meeting's page leads on to papers or events: %d", page.status)
	}
	m.sees(åsa(), m.path, "main", "Nya lokaler")
	for _, path := range []string{m.itemPath, m.path + "/lage"} {
		if got := åsa().get(path).status; got != http.StatusNotFound {
			t.Errorf("GET %s: got %d, want 404", path, got)
		}
	}
	m.at(day, 14, 0)
	m.does(m.eva(), m.path+"/avsluta", nil)
	for _, path := range []string{m.path + "/protokoll", m.path + "/protokoll.pdf"} {
		if got := åsa().get(path).status; got != http.StatusNotFound {
			t.Errorf("GET %s of a draft: got %d, want 404", path, got)
		}
	}
	m.approve()
	m.sees(åsa(), m.path+"/protokoll", "#protokoll", "Lokalerna är för trånga")
}

// approve sends the minutes to Bo, who approves them.
func (m *meetingStage) approve() {
	m.t.Helper()
	m.does(m.eva(), m.path+"/protokoll/skicka", url.Values{"adjuster": {id(m.person(m.org, "Bo Ek"))}})
	m.does(m.bo(), m.path+"/protokoll/justera", m.readBy(m.bo()))
}

// Where a conclusion waits for its approval, the room leads to the approval of its § at once, and those who are asked to it.
func TestTheRoomLeadsToApprovalAtOnce(t *testing.T) {
	t.Parallel()
	for _, effective := range []string{"approval", "meeting_end"} {
		t.Run(effective, func(t *testing.T) {
			t.Parallel()
			m := newMeetingStage(t)
			_, err := m.pg.Super.Exec(m.ctx, `UPDATE agreements SET effective_at = $1`, effective)
			m.ok(err)
			m.risk()
			m.call()
			m.does(m.eva(), m.path+"/narvaro", url.Values{"presence_" + id(m.person(m.org, "Bo Ek")): {"in_person"}})
			m.does(m.eva(), m.itemPath+"/inled", nil)
			m.position(m.bo(), m.kommunal, "agrees", "")
			room := m.path + "/lage?punkt=" + id(m.item)
			offer := func(v visitor) *goquery.Selection { return v.get(room).doc(t).Find(`[data-region="at-once"] a`) }
			if got := offer(m.eva()); got.Length() != 0 {
				t.Errorf("offered before the conclusion: %s", got.Text())
			}
			m.does(m.eva(), m.itemPath+"/avsluta", nil)
			to, ok := offer(m.eva()).Attr("href")
			if ok != (effective == "approval") {
				t.Fatalf("offered: %v", ok)
			}
			if !ok {
				return
			}
			if got := offer(m.bo()); got.Length() != 0 {
				t.Errorf("a representative is offered %s", got.Text())
			}
			form := m.eva().get(to).doc(t).Find("form[data-form=section-approve] input[name=digest]").AttrOr("value", "")
			m.does(m.eva(), to, url.Values{"adjuster": {id(m.person(m.org, "Bo Ek"))}, "digest": {form}, "password": {stagePassphrase}})
			if got := offer(m.bo()).Text(); got != "Läs och justera" {
				t.Errorf("the adjuster is led by %q", got)
			}
		})
	}
}

// What is secret does not stand in the minutes that everybody reads.
func TestMinutesAreMaskedForEmployees(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	_, err := m.pg.Super.Exec(m.ctx, `UPDATE matters SET secrecy = 'OSL 19 kap. 6 §' WHERE id = $1`, m.matter)
	m.ok(err)
	day := m.call()
	m.does(m.eva(), m.itemPath+"/inled", nil)
	m.position(m.bo(), m.kommunal, "disagrees", "Hyran är för hög")
	m.at(day, 14, 0)
	m.does(m.eva(), m.path+"/avsluta", nil)
	m.approve()
	m.sees(m.bo(), m.path+"/protokoll", "#protokoll", "Nya lokaler", "Hyran är för hög")
	m.at(day.Add(2), 9, 0)
	page := m.as(access.Employee).get(m.path + "/protokoll")
	text := words(t, page, "main")
	for _, secret := range []string{"Nya lokaler", "Storgatan", "Hyran"} {
		if bytes.Contains([]byte(page.body), []byte(secret)) {
			t.Errorf("%q stands in the masked minutes: %q", secret, text)
		}
	}
	m.sees(m.as(access.Employee), m.path+"/protokoll", "#protokoll", "är sekretessbelagd (OSL 19 kap. 6 §)")
}

// TestMeetingPagesAreSmall: with twelve unions, each with a substitute, every page stays below 14 kB on the wire.
func TestMeetingPagesAreSmall(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	m.many(10)
	m.call()
	m.does(m.eva(), m.itemPath+"/inled", nil)
	for _, path := range []string{"/moten", "/moten/nytt", m.path, m.path + "/lage", m.itemPath, m.path + "/kallelse"} {
		page := m.eva().get(path)
		if n := packed(t, page.body); page.status != http.StatusOK || n > 14<<10 {
			t.Errorf("GET %s: %d, %d bytes compressed, want 14 kB at most", path, page.status, n)
		}
	}
	m.does(m.eva(), m.path+"/avsluta", nil)
	if n := packed(t, m.eva().get(m.path+"/protokoll").body); n > 14<<10 {
		t.Errorf("the minutes are %d bytes compressed, want 14 kB at most", n)
	}
}

// many adds n unions with a representative and a substitute each.
func (m *meetingStage) many(n int) {
	m.t.Helper()
	set := organisation.Setup{Clock: m.clock}
	m.ok(m.db.InOrg(m.ctx, m.org, func(tx *db.OrgTx) error {
		var unions []organisation.UnionRow
		var mandates []organisation.MandateRow
		for i := range n {
			union := fmt.Sprintf("Förbund %c", 'A'+i)
			unions = append(unions, organisation.UnionRow{Name: union, AgreementFrom: stageDay.Add(-365)})
			mandates = append(mandates, organisation.MandateRow{Person: "Ordinarie " + union, Role: "union_rep", Union: union, Group: "FSG Omsorg"},
				organisation.MandateRow{Person: "Ersättare " + union, Role: "union_substitute", Union: union, Group: "FSG Omsorg"})
		}
		if err := set.Unions(m.ctx, tx, unions); err != nil {
			return err
		}
		return set.Mandates(m.ctx, tx, mandates)
	}))
}

func packed(t testing.TB, body string) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(body)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
