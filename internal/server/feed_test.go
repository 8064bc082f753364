package server

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	ics "github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/meeting"
)

// subscribe has the person make an address and returns the path that a calendar reads.
func subscribe(t *testing.T, v visitor) string {
	t.Helper()
	got := v.post("/konto/kalender", nil)
	token := got.cookie("kalender")
	if got.status != http.StatusSeeOther || token == "" {
		t.Fatalf("making an address: %d, cookie %q", got.status, token)
	}
	return "/kalender/" + token + ".ics"
}

// entries reads a feed with a library of its own: one line for each entry.
func entries(t *testing.T, body string) []string {
	t.Helper()
	cal, err := ics.NewDecoder(bytes.NewReader([]byte(body))).Decode()
	if err != nil {
		t.Fatalf("%v\n%s", err, body)
	}
	var all []string
	for _, e := range cal.Events() {
		start, _ := e.DateTimeStart(nil)
		text := func(name string) string { s, _ := e.Props.Text(name); return s }
		all = append(all, strings.Join([]string{start.In(clock.Stockholm).Format("2006-01-02 15:04"), text("SUMMARY"), text("STATUS"), text("LOCATION"), e.Props.Get("SEQUENCE").Value}, "|"))
	}
	return all
}

func TestFeedHoldsThePersonsMeetings(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	path := subscribe(t, st.as(access.UnionRep))
	got := st.nobody().get(path)
	if got.status != http.StatusOK || got.header.Get("Content-Type") != "text/calendar; charset=utf-8" {
		t.Fatalf("got %d %s", got.status, got.header.Get("Content-Type"))
	}
	want := []string{"2027-03-31 13:00|Samverkan: FSG Omsorg|TENTATIVE|Rådhuset|0"}
	if diff := cmp.Diff(want, entries(t, got.body)); diff != "" {
		t.Errorf("planned (-want +got):\n%s", diff)
	}
	if strings.Contains(got.body, "Nya lokaler") {
		t.Error("the feed names a matter")
	}
	if got.header.Get("Set-Cookie") != "" {
		t.Error("the feed sets a cookie")
	}

	who, id := st.who(st.org, access.Manager), st.ids["meeting"]
	st.ok(st.server.Meeting.SendNotice(st.ctx, who, id, "Provet"))
	for i, day := range []clock.Date{stageDay.Add(37), stageDay.Add(40)} {
		to, err := st.server.Meeting.Move(st.ctx, who, id, meeting.PlanForm{StartsAt: day.At(9, 0), Place: "Stora salen", Reason: "Provet"})
		st.ok(err)
		id = to
		want := []string{day.String() + " 09:00|Samverkan: FSG Omsorg|CONFIRMED|Stora salen|" + []string{"1", "2"}[i]}
		if diff := cmp.Diff(want, entries(t, st.nobody().get(path).body)); diff != "" {
			t.Errorf("moved %d times (-want +got):\n%s", i+1, diff)
		}
	}
	st.ok(st.server.Meeting.Cancel(st.ctx, who, id, "Provet"))
	want = []string{"2027-04-10 09:00|Inställt: Samverkan: FSG Omsorg|CANCELLED|Stora salen|3"}
	if diff := cmp.Diff(want, entries(t, st.nobody().get(path).body)); diff != "" {
		t.Errorf("called off (-want +got):\n%s", diff)
	}
	// Nobody else's: somebody without a seat has an empty calendar, and 61 days later the meeting is out of it.
	if got := entries(t, st.nobody().get(subscribe(t, st.as(access.Registrar))).body); len(got) != 0 {
		t.Errorf("the registrar's calendar holds %v", got)
	}
	st.clock.Set(stageDay.Add(40+61).At(9, 0))
	if got := entries(t, st.nobody().get(path).body); len(got) != 0 {
		t.Errorf("after 61 days: %v", got)
	}
}

func TestFeedAddressesStopWorking(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.UnionRep)
	first := subscribe(t, v)
	second := subscribe(t, v)
	status := func(path string, want int) {
		t.Helper()
		if got := st.nobody().get(path); got.status != want {
			t.Errorf("%s: got %d, want %d", path, got.status, want)
		}
	}
	status(first, http.StatusNotFound)
	status(second, http.StatusOK)
	org, secret, _ := strings.Cut(strings.TrimPrefix(second, "/kalender/"), "-")
	for _, wrong := range []string{
		"/kalender/" + org + "-" + strings.Repeat("A", 22) + ".ics", // never made
		"/kalender/2-" + secret, "/kalender/zzzzzzzzzzzzzzzz-" + secret, "/kalender/-" + secret, "/kalender/0-" + secret, // another organisation's, none
		strings.Replace(second, "-", "-A", 1), "/kalender/x.ics", "/kalender/.ics",
	} {
		status(wrong, http.StatusNotFound)
	}
	if got := v.post("/konto/kalender/aterkalla", nil); got.status != http.StatusSeeOther {
		t.Errorf("revoking: got %d", got.status)
	}
	status(second, http.StatusNotFound)
	third := subscribe(t, v)
	status(third, http.StatusOK)
	_, err := st.pg.Super.Exec(st.ctx, `UPDATE people SET closed_on = '2027-03-01' WHERE name = 'Bo Ek'`)
	st.ok(err)
	status(third, http.StatusNotFound)
	if strings.Contains(st.log.String(), secret) {
		t.Error("the log holds an address")
	}
	if n := st.number(st.org, `SELECT count(*) FROM feeds WHERE hash = sha256(convert_to($1, 'UTF8'))`, strings.TrimSuffix(org+"-"+secret, ".ics")); n != 1 {
		t.Errorf("%d rows hold the secret's hash, want 1", n)
	}
}

func TestFeedSaysOnlyWhatChanged(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	path := subscribe(t, st.as(access.UnionRep))
	ask := func(tag string) reply {
		r := httptest.NewRequest(http.MethodGet, "http://samverka.test"+path, nil)
		r.Header.Set("If-None-Match", tag)
		return st.nobody().send(r)
	}
	tag := st.nobody().get(path).header.Get("ETag")
	for _, same := range []string{tag, strings.TrimPrefix(tag, "W/"), `"x", ` + tag} {
		if got := ask(same); got.status != http.StatusNotModified || got.body != "" {
			t.Errorf("%s: got %d %q, want 304", same, got.status, got.body)
		}
	}
	if got := ask(`"x"`); got.status != http.StatusOK {
		t.Errorf("another tag: got %d, want 200", got.status)
	}
	st.ok(st.server.Meeting.Cancel(st.ctx, st.who(st.org, access.Manager), st.ids["meeting"], "Provet"))
	if got := ask(tag); got.status != http.StatusOK || got.header.Get("ETag") == tag {
		t.Errorf("after a change: got %d, tag %s", got.status, got.header.Get("ETag"))
	}
	for range feedsPerMinute {
		ask(tag)
	}
	if got := ask(tag); got.status != http.StatusTooManyRequests {
		t.Errorf("asking all the time: got %d, want 429", got.status)
	}
	if got := st.nobody().get(subscribe(t, st.as(access.Manager))); got.status != http.StatusOK {
		t.Errorf("somebody else: got %d, want 200", got.status)
	}
}

func TestTheCalendarPageShowsAnAddressOnce(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	v := st.as(access.SafetyRep)
	if got := v.get("/konto/kalender").doc(t); got.Find("form[data-form=feed-create]").Length() != 1 || got.Find("form[data-form=feed-revoke]").Length() != 0 {
		t.Error("without an address there is one to make, and none to revoke")
	}
	made := v.post("/konto/kalender", nil)
	r := httptest.NewRequest(http.MethodGet, "http://samverka.test/konto/kalender", nil)
	r.AddCookie(&http.Cookie{Name: "kalender", Value: made.cookie("kalender")})
	got := v.send(r)
	address := "http://samverka.test/kalender/" + made.cookie("kalender") + ".ics"
	if shown := got.doc(t).Find("textarea[name=address]").Text(); shown != address {
		t.Errorf("got %q, want %q", shown, address)
	}
	if got.cookie("kalender") != "" {
		t.Error("the address stays in the browser")
	}
	later := v.get("/konto/kalender").doc(t)
	if later.Find("textarea[name=address]").Length() != 0 || later.Find("form[data-form=feed-revoke]").Length() != 1 {
		t.Error("later the address is shown again, or cannot be revoked")
	}
}

func TestMeetingAsAFile(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	got := st.as(access.UnionRep).get("/moten/" + strconv.FormatInt(st.ids["meeting"], 10) + "/kalender.ics")
	if got.header.Get("Content-Disposition") != `attachment; filename="mote-2027-03-31.ics"` {
		t.Errorf("got %q", got.header.Get("Content-Disposition"))
	}
	if diff := cmp.Diff([]string{"2027-03-31 13:00|Samverkan: FSG Omsorg|TENTATIVE|Rådhuset|0"}, entries(t, got.body)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
