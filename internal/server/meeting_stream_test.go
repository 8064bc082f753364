package server

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// wire is the stage served for real, with timeouts that a stream has to outlive, and heard from Postgres.
func (m *meetingStage) wire() *httptest.Server {
	m.t.Helper()
	go m.server.Listen(m.t.Context(), m.db, false)
	ts := httptest.NewUnstartedServer(m.server)
	ts.Config.ReadTimeout, ts.Config.WriteTimeout = 500*time.Millisecond, 500*time.Millisecond
	ts.Start()
	m.t.Cleanup(ts.Close)
	return ts
}

// listener reads a stream's events.
type listener struct {
	status int
	header http.Header
	events chan string // "andrat 5", "slut mote"; closed at the end
}

func (m *meetingStage) listen(ts *httptest.Server, v visitor) listener {
	m.t.Helper()
	ctx, stop := context.WithCancel(m.t.Context())
	m.t.Cleanup(stop)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, ts.URL+m.path+"/strom", nil)
	m.ok(err)
	r.Header.Set("Accept-Encoding", "gzip")
	r.AddCookie(&http.Cookie{Name: "session", Value: v.current()})
	res, err := (&http.Transport{}).RoundTrip(r)
	m.ok(err)
	l := listener{res.StatusCode, res.Header, make(chan string, 100)}
	go func() {
		defer close(l.events)
		defer res.Body.Close()
		name := ""
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			if text, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
				name = text
			}
			if text, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				l.events <- name + " " + text
			}
		}
	}()
	return l
}

func (l listener) next(t *testing.T) string {
	t.Helper()
	select {
	case e, open := <-l.events:
		if !open {
			return "end"
		}
		return e
	case <-time.After(15 * time.Second):
		t.Fatal("nothing came")
		return ""
	}
}

// Whoever may follow hears that something changed and nothing of what it was, for longer than the server's timeouts, until
// the meeting is over.
func TestStreamSaysToLookAgain(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	ts := m.wire()
	m.risk()
	if got := m.listen(ts, m.bo()); got.status != http.StatusNoContent {
		t.Errorf("before the meeting: got %d, want 204", got.status)
	}
	m.call()
	bo := m.listen(ts, m.bo())
	if bo.status != 200 || !strings.HasPrefix(bo.header.Get("Content-Type"), "text/event-stream") || bo.header.Get("X-Accel-Buffering") != "no" || bo.header.Get("Content-Encoding") != "" {
		t.Fatalf("got %d, %v", bo.status, bo.header)
	}
	first := bo.next(t)
	time.Sleep(1200 * time.Millisecond) // past the server's timeouts
	m.does(m.eva(), m.itemPath+"/anteckning", url.Values{"note": {"Hemligheten"}, "version": {"1"}})
	heard := bo.next(t)
	for heard == "andrat 0" || heard == first {
		heard = bo.next(t)
	}
	if !strings.HasPrefix(heard, "andrat ") || len(heard) > 12 {
		t.Errorf("heard %q, want a version alone", heard)
	}
	m.does(m.eva(), m.path+"/avsluta", nil)
	for heard != "slut mote" {
		if heard = bo.next(t); heard == "end" {
			t.Fatal("the stream ended without a word")
		}
	}
	if got := bo.next(t); got != "end" {
		t.Errorf("after the end came %q", got)
	}
}

// Whoever may not follow meets what they meet for a meeting that does not exist.
func TestStreamIsForThoseWhoMayFollow(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	ts := m.wire()
	m.risk()
	m.call()
	for name, c := range map[string]struct {
		v    visitor
		want int
	}{
		"the representative of another organisation": {m.neighbour(access.UnionRep), 404}, "an employee": {m.as(access.Employee), 404},
		"förhandlingschef": {m.as(access.Negotiator), 404}, "an administrator": {m.as(access.Admin), 404}, "HR": {m.as(access.HR), 200},
		"the safety representative": {m.as(access.SafetyRep), 200},
	} {
		if got := m.listen(ts, c.v); got.status != c.want {
			t.Errorf("%s: got %d, want %d", name, got.status, c.want)
		}
	}
}

// A person follows a few times at once; draining ends every stream at once.
func TestStreamsAreBoundedAndEndWithTheServer(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	ts := m.wire()
	m.risk()
	m.call()
	var all []listener
	for range mostStreams {
		l := m.listen(ts, m.bo())
		if l.status != 200 {
			t.Fatalf("got %d", l.status)
		}
		all = append(all, l)
	}
	if got := m.listen(ts, m.bo()); got.status != http.StatusTooManyRequests {
		t.Errorf("one more: got %d, want 429", got.status)
	}
	if got := m.listen(ts, m.per()); got.status != 200 {
		t.Errorf("somebody else: got %d", got.status)
	}
	m.server.Drain()
	for _, l := range all {
		for e := ""; e != "end"; {
			e = l.next(t)
		}
	}
}

// Whoever signs out, or loses the mandate, hears nothing more at once; the others go on.
func TestAStreamEndsWithTheRights(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	ts := m.wire()
	m.risk()
	m.call()
	leaver := m.bo()
	bo, per := m.listen(ts, leaver), m.listen(ts, m.per())
	bo.next(t)
	per.next(t)
	if got := leaver.post("/logga-ut", nil); got.status != http.StatusSeeOther {
		t.Fatalf("signing out: %d", got.status)
	}
	for e := ""; e != "slut besok"; {
		if e = bo.next(t); e == "end" {
			t.Fatal("the stream of who signed out ended without a word")
		}
	}
	m.server.streams.look(m.org, 0)
	m.does(m.eva(), m.itemPath+"/inled", nil)
	if e := per.next(t); !strings.HasPrefix(e, "andrat ") {
		t.Errorf("the other one heard %q", e)
	}
}

// Two who save the same notes at the same time: one is first, the other is told and shown both texts, and no word is lost.
func TestTwoSaveTheSameNotes(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	ts := httptest.NewServer(m.server) // a save may take longer than the stream tests let a page take
	t.Cleanup(ts.Close)
	m.ok(m.db.InOrg(m.ctx, m.org, func(tx *db.OrgTx) error {
		return organisation.Setup{Clock: m.clock}.Mandates(m.ctx, tx, []organisation.MandateRow{{Person: "Åsa Berg", Role: "secretary", Group: "FSG Omsorg"}})
	}))
	m.risk()
	m.call()
	writers := map[string]visitor{"Evas ord": m.eva(), "Åsas ord": m.named(m.org, "Åsa Berg")}
	saved := map[string]int{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for text, v := range writers {
		token := v.current()
		wg.Go(func() {
			form := url.Values{"note": {text}, "version": {"1"}}
			r, err := http.NewRequest(http.MethodPost, ts.URL+m.itemPath+"/anteckning", strings.NewReader(form.Encode()))
			if err != nil {
				t.Error(err)
				return
			}
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			r.Header.Set("Sec-Fetch-Site", "same-origin")
			r.AddCookie(&http.Cookie{Name: "session", Value: token})
			res, err := (&http.Transport{}).RoundTrip(r)
			if err != nil {
				t.Error(err)
				return
			}
			res.Body.Close()
			mu.Lock()
			defer mu.Unlock()
			saved[text] = res.StatusCode
		})
	}
	wg.Wait()
	for text, status := range saved {
		page := writers[text].get(m.path + "/lage?punkt=" + id(m.item))
		switch status {
		case http.StatusSeeOther:
			if got := words(t, page, "[data-region=note] textarea"); got != text {
				t.Errorf("%s was saved and the notes are %q", text, got)
			}
		case http.StatusConflict:
			if got := words(t, page, "[data-draft]"); !strings.Contains(got, text) {
				t.Errorf("%s was refused and is not kept: %q", text, got)
			}
			if got := words(t, page, "[data-region=note]"); !strings.Contains(got, "Evas ord") || !strings.Contains(got, "Åsas ord") {
				t.Errorf("both texts are not shown: %q", got)
			}
		default:
			t.Errorf("%s: got %d", text, status)
		}
	}
	if saved["Evas ord"] == saved["Åsas ord"] {
		t.Errorf("both got %d", saved["Evas ord"])
	}
}

// The second screen shows what everybody in the room may read.
func TestSecondScreenShowsNothingPrivate(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	m.risk()
	m.call()
	m.does(m.eva(), m.itemPath+"/inled", nil)
	m.does(m.eva(), m.itemPath+"/anteckning", url.Values{"note": {"Ordagrann anteckning"}, "version": {"1"}})
	m.position(m.bo(), m.kommunal, "disagrees", "Skälet till oenigheten")
	m.sees(m.bo(), m.path+"/lage/visning", "h1", "Nya lokaler")
	text := words(t, m.bo().get(m.path+"/lage/visning"), "body")
	for _, private := range []string{"Ordagrann", "Kommunal", "Oenig", "Skälet", "Bo Ek", "Eva Lind"} {
		if strings.Contains(text, private) {
			t.Errorf("the screen shows %q: %s", private, text)
		}
	}
	_, err := m.pg.Super.Exec(m.ctx, `UPDATE matters SET secrecy = '39 kap. 1 § OSL' WHERE id = $1`, m.matter)
	m.ok(err)
	if text := words(t, m.bo().get(m.path+"/lage/visning"), "body"); strings.Contains(text, "Nya lokaler") || !strings.Contains(text, "Ärende ") {
		t.Errorf("a matter under secrecy is named: %s", text)
	}
}

// A script that saves gets data, and a look again gets the page without its frame.
func TestScriptsGetWhatTheyAskFor(t *testing.T) {
	t.Parallel()
	m := newMeetingStage(t)
	m.risk()
	m.call()
	ask := func(method, path string, form url.Values) reply {
		r := httptest.NewRequest(method, "http://samverka.test"+path, strings.NewReader(form.Encode()))
		r.Header.Set("HX-Request", "true")
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		return m.eva().send(r)
	}
	if got := ask("POST", m.itemPath+"/anteckning", url.Values{"note": {"Ett"}, "version": {"1"}}); got.status != 200 || !strings.Contains(got.body, `"version":2`) {
		t.Errorf("saved: %d %s", got.status, got.body)
	}
	if got := ask("POST", m.itemPath+"/anteckning", url.Values{"note": {"Två"}, "version": {"1"}}); got.status != 409 || !strings.Contains(got.body, `"theirs":"Ett"`) || !strings.Contains(got.body, `"writer":true`) {
		t.Errorf("stale: %d %s", got.status, got.body)
	}
	if got := ask("POST", m.itemPath+"/anteckning", url.Values{"note": {"19121212-1212"}, "version": {"2"}}); got.status != 422 || !strings.Contains(got.body, `"text":`) {
		t.Errorf("a personnummer: %d %s", got.status, got.body)
	}
	if got := ask("POST", m.path+"/penna", url.Values{"do": {"keep"}}); got.status != 200 || !strings.Contains(got.body, `"mine":true`) {
		t.Errorf("kept: %d %s", got.status, got.body)
	}
	if got := ask("GET", m.path+"/lage", nil); got.status != 200 || strings.Contains(got.body, "<html") || !strings.Contains(got.body, "data-room") {
		t.Errorf("looked again: %d", got.status)
	}
}
