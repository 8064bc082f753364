package notify_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/notify"
	"samverka/internal/notify/smtptest"
)

// TestMorningsComeOnWorkingDaysFromSeven: also around the days when the clocks change, and once a day.
func TestMorningsComeOnWorkingDaysFromSeven(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	c := clock.NewTest(at)
	config := s.config(server.URL)
	config.Clock = c
	n, err := notify.New(config)
	if err != nil {
		t.Fatal(err)
	}
	s.start(n)
	maria := s.person("Maria Sjöberg", "maria@example.se")
	letters := func(now time.Time, subject int64) int {
		t.Helper()
		server.Reset()
		c.Set(now)
		s.announce(n, announce.Announcement{Kind: announce.Decided, Subject: subject, MatterID: s.matter, To: []int64{maria}})
		for range 2 {
			if err := s.db.InOrg(t.Context(), s.org, func(tx *db.OrgTx) error { return n.Mornings(t.Context(), tx) }); err != nil {
				t.Fatal(err)
			}
		}
		s.drain(n)
		return len(server.To("maria@example.se"))
	}
	for i, x := range []struct {
		name string
		now  time.Time
		want int
	}{
		{"a minute before", clock.NewDate(2027, 3, 17).At(6, 59), 0},
		{"seven, in winter time", time.Date(2027, 3, 17, 6, 0, 0, 0, time.UTC), 1},
		{"once a day", clock.NewDate(2027, 3, 17).At(9, 0), 0},
		{"up again after a night down", clock.NewDate(2027, 3, 18).At(11, 0), 1},
		{"not in the evening", clock.NewDate(2027, 3, 19).At(18, 0), 0},
		{"Maundy Thursday", clock.NewDate(2027, 3, 25).At(7, 0), 1},
		{"Good Friday", clock.NewDate(2027, 3, 26).At(7, 0), 0},
		{"the Sunday on which summer time begins", clock.NewDate(2027, 3, 28).At(7, 0), 0},
		{"Easter Monday", clock.NewDate(2027, 3, 29).At(7, 0), 0},
		{"six, in summer time", time.Date(2027, 3, 30, 4, 59, 0, 0, time.UTC), 0},
		{"seven, in summer time", time.Date(2027, 3, 30, 5, 0, 0, 0, time.UTC), 1},
		{"midsummer eve", clock.NewDate(2027, 6, 25).At(7, 0), 0},
		{"the Monday after summer time ends", time.Date(2027, 11, 1, 6, 0, 0, 0, time.UTC), 1},
	} {
		if got := letters(x.now, int64(i+1)); got != x.want {
			t.Errorf("%s: %d letters, want %d", x.name, got, x.want)
		}
	}
}

// TestUnsubscribing: a link's seal cannot be made up, works again and again, and turns off what the mail was about alone.
func TestUnsubscribing(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n := s.notifier(server.URL)
	maria := s.person("Maria Sjöberg", "maria@example.se")
	s.wants(maria, notify.AtOnce)
	s.announce(n, s.notice(maria), announce.Announcement{Kind: announce.Decided, Subject: 1, MatterID: s.matter, To: []int64{maria}})
	s.drain(n)
	settings := &notify.Settings{DB: s.db, Clock: clock.NewTest(at)}
	var token string
	for _, m := range server.To("maria@example.se") {
		link := strings.Trim(m.Header.Get("List-Unsubscribe"), "<>")
		if strings.HasPrefix(m.Subject, "Kallelse") != (link == "") {
			t.Errorf("%s: List-Unsubscribe %q", m.Subject, link)
		}
		if link != "" {
			token = link[strings.LastIndex(link, "/")+1:]
			if got := m.Header.Get("List-Unsubscribe-Post"); got != "List-Unsubscribe=One-Click" {
				t.Errorf("List-Unsubscribe-Post %q", got)
			}
		}
	}
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		t.Fatalf("token %q", token)
	}
	forged := []string{"", "x", parts[0] + "." + parts[1] + "." + strings.Repeat("0", 32), "999." + parts[1] + "." + parts[2],
		parts[0] + ".999." + parts[2], parts[0] + "." + parts[1] + "." + parts[2][:30]}
	var notice string
	s.scan(&notice, `SELECT id::text FROM mails WHERE kind = 'notice'`)
	forged = append(forged, parts[0]+"."+notice+"."+parts[2])
	for _, f := range forged {
		if _, err := settings.Unsubscribe(t.Context(), f); fail.KindOf(err) != fail.NotFound {
			t.Errorf("%q: %v, want NotFound", f, err)
		}
	}
	var never int
	s.scan(&never, `SELECT count(*) FROM mail_settings WHERE manner = 'never'`)
	if never != 0 {
		t.Fatalf("a forged link turned off %d", never)
	}
	if u, err := settings.Unsubscription(t.Context(), token); err != nil || u.Done {
		t.Errorf("before: %+v, %v", u, err)
	}
	for range 2 {
		if u, err := settings.Unsubscribe(t.Context(), token); err != nil || !u.Done || u.Topic != notify.TopicDecisions {
			t.Errorf("got %+v, %v", u, err)
		}
	}
	mine, err := settings.Mine(t.Context(), access.Actor{OrgID: s.org, PersonID: maria, Role: access.Employee})
	if err != nil {
		t.Fatal(err)
	}
	var off []notify.Topic
	for _, set := range mine.Settings {
		if set.Chosen == notify.Never {
			off = append(off, set.Topic)
		}
	}
	if !cmp.Equal(off, []notify.Topic{notify.TopicDecisions}) {
		t.Errorf("turned off: %v", off)
	}
	s.announce(n, announce.Announcement{Kind: announce.Decided, Subject: 2, MatterID: s.matter, To: []int64{maria}})
	s.drain(n)
	if got := s.states()["off"]; got != 1 {
		t.Errorf("%d mails are off, want 1", got)
	}
}
