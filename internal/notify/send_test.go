package notify_test

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/announce"
	"samverka/internal/db"
	"samverka/internal/identity"
	"samverka/internal/notify"
	"samverka/internal/notify/smtptest"
)

func TestEachPersonIsToldOnce(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n := s.notifier(server.URL)
	maria, per := s.person("Maria Sjöberg", "maria@example.se"), s.person("Per Holm", "per@example.se")
	without, gone := s.person("Utan Adress", ""), s.person("Har Slutat", "slutat@example.se")
	s.exec(`UPDATE people SET closed_on = '2027-03-17' WHERE id = $1`, gone)

	s.announce(n, s.notice(maria, maria, per, without, gone, 999999))
	s.announce(n, s.notice(maria, per), announce.Announcement{Kind: announce.Papers, Subject: 8, MeetingID: s.meeting, To: []int64{maria}})
	s.drain(n)

	if got, want := addresses(server.Received()), []string{"maria@example.se", "maria@example.se", "per@example.se"}; !cmp.Equal(got, want) {
		t.Errorf("mails to %v, want %v", got, want)
	}
	var subjects []string
	for _, m := range server.To("maria@example.se") {
		subjects = append(subjects, m.Subject)
	}
	want := map[string]bool{"Kallelse till LSG VO Väst 31 mars 2027": true, "Handlingar till LSG VO Väst 31 mars 2027": true}
	for _, got := range subjects {
		if !want[got] {
			t.Errorf("subject %q", got)
		}
	}
	if got, want := s.states(), map[string]int{"sent": 3}; !cmp.Equal(got, want) {
		t.Errorf("states %v, want %v", got, want)
	}
}

func TestARolledBackTransactionTellsNobody(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n := s.notifier(server.URL)
	maria := s.person("Maria Sjöberg", "maria@example.se")
	regret := errors.New("regret")
	err := s.db.InOrg(t.Context(), s.org, func(tx *db.OrgTx) error {
		if err := n.Announce(t.Context(), tx, s.notice(maria)); err != nil {
			return err
		}
		return regret
	})
	if !errors.Is(err, regret) {
		t.Fatalf("got %v", err)
	}
	var jobs int
	s.scan(&jobs, `SELECT count(*) FROM river_job`)
	s.drain(n)
	if jobs != 0 || len(s.states()) != 0 || len(server.Received()) != 0 {
		t.Errorf("%d jobs, %v rows, %v received; want none", jobs, s.states(), server.Received())
	}
}

func TestAServerThatIsBusyIsAskedAgain(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	server.Refuse(func(to string, try int) error {
		switch {
		case to == "ingen@example.se":
			return smtptest.Never(to)
		case try == 1:
			return smtptest.Later()
		}
		return nil
	})
	n := s.notifier(server.URL)
	s.announce(n, s.notice(s.person("Maria Sjöberg", "maria@example.se"), s.person("Ingen Alls", "ingen@example.se")))
	s.drain(n)
	if got, want := addresses(server.Received()), []string{"maria@example.se"}; !cmp.Equal(got, want) {
		t.Errorf("received %v, want %v", got, want)
	}
	if got, want := s.states(), map[string]int{"sent": 1, "failed": 1}; !cmp.Equal(got, want) {
		t.Errorf("states %v, want %v", got, want)
	}
	var problem, kept string
	s.scan(&problem, `SELECT problem FROM mails WHERE state = 'failed'`)
	s.scan(&kept, `SELECT coalesce(string_agg(args::text || errors::text, ' '), '') FROM river_job`)
	if !strings.Contains(problem, "550") || strings.Contains(problem+kept, "@") {
		t.Errorf("problem %q, jobs %q: want the code and no address", problem, kept)
	}
}

func TestTwoProcessesShareTheWork(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	a, _ := s.notifier(server.URL), s.notifier(server.URL)
	var people []int64
	for i := range 40 {
		people = append(people, s.person(fmt.Sprintf("Person %d", i), fmt.Sprintf("p%02d@example.se", i)))
	}
	s.announce(a, s.notice(people...))
	s.drain(a)
	if got := len(server.Received()); got != 40 {
		t.Errorf("%d received, want 40", got)
	}
	for _, m := range server.Received() {
		if got := len(server.To(m.To)); got != 1 {
			t.Errorf("%s got %d mails, want 1", m.To, got)
		}
	}
}

func TestNoMailServerAndDemoKeepMails(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	n := s.notifier("")
	maria := s.person("Maria Sjöberg", "maria@example.se")
	s.announce(n, s.notice(maria))
	s.drain(n)

	server := smtptest.New(t)
	sends := s.notifier(server.URL)
	s.exec(`UPDATE organisations SET demo = true`)
	s.announce(sends, announce.Announcement{Kind: announce.Papers, Subject: 1, MeetingID: s.meeting, To: []int64{maria}})
	s.drain(sends)
	if got, want := s.states(), map[string]int{"kept": 2}; !cmp.Equal(got, want) || len(server.Received()) != 0 {
		t.Errorf("states %v and %d received, want %v and none", got, len(server.Received()), want)
	}
}

func TestAMailClaimedByADeadProcessIsNotSentAgain(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n, err := notify.New(s.config(server.URL))
	if err != nil {
		t.Fatal(err)
	}
	s.announce(n, s.notice(s.person("Maria Sjöberg", "maria@example.se")))
	s.exec(`UPDATE mails SET state = 'sending'`)
	s.start(n)
	s.drain(n)
	if got, want := s.states(), map[string]int{"unclear": 1}; !cmp.Equal(got, want) || len(server.Received()) != 0 {
		t.Errorf("states %v, %d received; want %v and none", got, len(server.Received()), want)
	}
}

// TestALostAnswerIsUnclear: the server has the whole message and breaks the line. It is not sent again.
func TestALostAnswerIsUnclear(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	whole := make(chan struct{}, 10)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			mute(c, whole)
		}
	}()
	n := s.notifier("smtp://" + l.Addr().String())
	s.announce(n, s.notice(s.person("Maria Sjöberg", "maria@example.se")))
	s.drain(n)
	if got, want := s.states(), map[string]int{"unclear": 1}; !cmp.Equal(got, want) || len(whole) != 1 {
		t.Errorf("states %v after %d whole messages, want %v after 1", got, len(whole), want)
	}
}

// mute speaks SMTP until the message is whole, then hangs up.
func mute(c net.Conn, whole chan<- struct{}) {
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(10 * time.Second))
	fmt.Fprint(c, "220 mute\r\n")
	message := false
	for lines := bufio.NewScanner(c); lines.Scan(); {
		switch {
		case lines.Text() == ".":
			whole <- struct{}{}
			return
		case message:
		case strings.HasPrefix(lines.Text(), "DATA"):
			message = true
			fmt.Fprint(c, "354 go on\r\n")
		default:
			fmt.Fprint(c, "250 ok\r\n")
		}
	}
}

func TestAJobReachesOnlyItsOrganisation(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n, err := notify.New(s.config(server.URL))
	if err != nil {
		t.Fatal(err)
	}
	s.announce(n, s.notice(s.person("Maria Sjöberg", "maria@example.se")))
	s.exec(`INSERT INTO organisations (name, created_at) VALUES ('Älvsunda Energi AB', now())`)
	s.exec(`UPDATE river_job SET args = jsonb_set(args, '{org_id}', to_jsonb((SELECT max(id) FROM organisations)))`)
	s.start(n)
	s.drain(n)
	if got, want := s.states(), map[string]int{"queued": 1}; !cmp.Equal(got, want) || len(server.Received()) != 0 {
		t.Errorf("states %v, %d received; want %v and none", got, len(server.Received()), want)
	}
}

func TestPasswordReset(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n := s.notifier(server.URL)
	link := "https://samverka.alvsunda.example/losenord/hemlig-kod-123"
	if err := n.SendReset(t.Context(), nil, identity.Reset{Email: "maria@example.se", Link: link, Lang: "sv"}); err != nil {
		t.Fatal(err)
	}
	s.drain(n)
	got := server.To("maria@example.se")
	if len(got) != 1 || !strings.Contains(got[0].Body, link) || !strings.Contains(got[0].Body, "17 mars 2027 kl.\u00a010.00") {
		t.Fatalf("got %v", got)
	}
	var jobs int
	s.scan(&jobs, `SELECT count(*) FROM river_job`)
	if jobs != 0 {
		t.Errorf("%d jobs, want none: a token lies in no table", jobs)
	}
}

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []notify.Config{
		{SMTP: "mail.example.se:25", From: "a@example.se"},
		{SMTP: "http://mail.example.se", From: "a@example.se"},
		{SMTP: "smtp://", From: "a@example.se"},
		{SMTP: "smtp://mail.example.se", From: "ingen adress"},
	} {
		if _, err := notify.New(c); err == nil {
			t.Errorf("New(%q, %q) accepted", c.SMTP, c.From)
		}
	}
}
