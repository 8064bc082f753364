package server

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
)

// sent takes a meeting to minutes that wait for the chair, who is answerable for their text, and for Kommunal.
func (m *meetingStage) sent() (page string) {
	m.t.Helper()
	m.risk()
	day := m.call()
	m.does(m.eva(), m.path+"/narvaro", url.Values{"presence_" + id(m.person(m.org, "Eva Lind")): {"in_person"}, "presence_" + id(m.person(m.org, "Bo Ek")): {"remote"}})
	m.does(m.eva(), m.itemPath+"/inled", nil)
	m.position(m.bo(), m.kommunal, "agrees", "")
	m.does(m.eva(), m.itemPath+"/avsluta", nil)
	m.at(day, 14, 0)
	m.does(m.eva(), m.path+"/avsluta", nil)
	page = m.path + "/protokoll"
	m.does(m.eva(), page+"/skicka", url.Values{"adjuster": {id(m.person(m.org, "Eva Lind")), id(m.person(m.org, "Bo Ek"))}})
	return page
}

// unread counts the approvals that stand for another text than the one that stands: there are none, ever.
func (m *meetingStage) unread() int64 {
	m.t.Helper()
	return m.number(m.org, `SELECT count(*) FROM adjusters a JOIN minutes mi ON mi.meeting_id = a.meeting_id
		LEFT JOIN minutes_versions v ON v.meeting_id = mi.meeting_id AND v.version = mi.version
		WHERE a.meeting_id = $1 AND a.answer = 'approved' AND a.digest IS DISTINCT FROM v.digest`, m.meeting)
}

func (m *meetingStage) addition(text string) int64 {
	m.t.Helper()
	return m.number(m.org, `SELECT count(*) FROM minutes WHERE meeting_id = $1 AND addition = $2`, m.meeting, text)
}

// An approval meets a change of the text, round after round. The change always stands; the approval is for the text that was
// read, and is asked for anew, or it is refused, and whoever was late has the new text before them.
func TestApprovalMeetsChange(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	page := m.sent()
	eva, bo := m.eva(), m.bo()
	for round := range 15 {
		read, text := m.readBy(bo), fmt.Sprintf("Tillägg i omgång %d.", round)
		change := url.Values{"version": {read.Get("version")}, "text": {text}}
		approved, changed := m.atOnce(func() reply { return bo.post(page+"/justera", read) }, func() reply { return eva.post(page+"/andra", change) })
		if changed.status != http.StatusSeeOther || m.addition(text) != 1 {
			t.Fatalf("round %d: the change is answered %d, and stands in %d minutes", round, changed.status, m.addition(text))
		}
		switch approved.status {
		case http.StatusSeeOther: // first: asked for anew
		case http.StatusConflict:
			if !strings.Contains(approved.body, "Protokollet har ändrats sedan du läste det") || !strings.Contains(words(t, approved, "#protokoll"), text) {
				t.Errorf("round %d: whoever was late is shown %s", round, words(t, approved, "main"))
			}
			if got := approved.doc(t).Find("form[data-form=minutes-approve] input[name=digest]").AttrOr("value", ""); got == "" || got == read.Get("digest") {
				t.Errorf("round %d: the page after a conflict would approve %q", round, got)
			}
		default:
			t.Errorf("round %d: the approval is answered %d", round, approved.status)
		}
		if n := m.unread(); n != 0 {
			t.Fatalf("round %d: %d approvals of a text that nobody has read", round, n)
		}
	}
}

// The last approval meets a change of one §: one of them is first. Either the minutes are fixed as they were read, and the
// chair keeps what they wrote, or the approval is refused and everybody is asked about the new text.
func TestLastApprovalMeetsChange(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	page := m.sent()
	eva, bo := m.eva(), m.bo()
	section := page + "/paragraf/" + id(m.item)
	for round := range 25 {
		m.does(eva, page+"/justera", m.readBy(eva))
		read, text := m.readBy(bo), fmt.Sprintf("Anteckning i omgång %d.", round)
		version := eva.get(section).doc(t).Find("form[data-form=section-write] input[name=version]").AttrOr("value", "")
		approve := func() reply { return bo.post(page+"/justera", read) }
		write := func() reply { return eva.post(section, url.Values{"version": {version}, "text": {text}}) }
		approved, written := m.atOnce(approve, write)
		noted := m.number(m.org, `SELECT count(*) FROM agenda_items WHERE id = $1 AND note = $2`, m.item, text)
		switch got := [2]int{approved.status, written.status}; got {
		case [2]int{http.StatusSeeOther, http.StatusConflict}:
			if noted != 0 || !strings.Contains(words(t, written, "[data-mine]"), text) || !strings.Contains(written.body, "Protokollet blev justerat medan du skrev") {
				t.Errorf("round %d: the chair loses what they wrote: %s", round, words(t, written, "main"))
			}
			m.fixedAs(read.Get("digest"))
			return
		case [2]int{http.StatusConflict, http.StatusSeeOther}:
			if noted != 1 || !strings.Contains(words(t, approved, "#protokoll"), text) {
				t.Errorf("round %d: whoever was late is not shown the new text: %s", round, words(t, approved, "main"))
			}
		default:
			t.Fatalf("round %d: answered %v, want one to be first and one to be told", round, got)
		}
		if n := m.unread(); n != 0 {
			t.Fatalf("round %d: %d approvals of a text that nobody has read", round, n)
		}
	}
	m.does(eva, page+"/justera", m.readBy(eva)) // the change was first each time
	last := m.readBy(bo)
	m.does(bo, page+"/justera", last)
	m.fixedAs(last.Get("digest"))
}

// fixedAs holds that the minutes are approved, by everybody, as the text with the digest; and that the chair who writes after
// that keeps the text.
func (m *meetingStage) fixedAs(digest string) {
	m.t.Helper()
	if n := m.number(m.org, `SELECT count(*) FROM minutes WHERE meeting_id = $1 AND status = 'approved' AND encode(digest, 'hex') = $2 AND encode(sha256(convert_to(content, 'UTF8')), 'hex') = $2`, m.meeting, digest); n != 1 {
		m.t.Errorf("the minutes are not fixed as they were read")
	}
	if n := m.number(m.org, `SELECT count(*) FROM adjusters WHERE meeting_id = $1 AND answer = 'approved' AND encode(digest, 'hex') = $2`, m.meeting, digest); n != 2 {
		m.t.Errorf("%d approved what is fixed, want 2", n)
	}
	late := m.eva().post(m.path+"/protokoll/andra", url.Values{"version": {"1"}, "text": {"För sent tänkt."}})
	m.refused(late, http.StatusConflict, "Protokollet blev justerat medan du skrev")
	if got := late.doc(m.t).Find("form[data-form=minutes-correct] textarea").Text(); got != "För sent tänkt." {
		m.t.Errorf("the correction begins with %q", got)
	}
}

// atOnce sends two requests at the same time.
func (m *meetingStage) atOnce(a, b func() reply) (x, y reply) {
	var wg sync.WaitGroup
	start := make(chan struct{})
	wg.Go(func() { <-start; x = a() })
	wg.Go(func() { <-start; y = b() })
	close(start)
	wg.Wait()
	return x, y
}
