package notify_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"samverka/internal/clock"
	"samverka/internal/notify"
	"samverka/internal/notify/smtptest"
)

// returned is a delivery report as mail servers write it (RFC 3464), about the message m.
func returned(m smtptest.Message, action, status string) string {
	return strings.ReplaceAll(fmt.Sprintf(`From: MAILER-DAEMON@mx.example.se
To: %[1]s
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="gräns"

This is a MIME-encapsulated message.

--gräns
Content-Type: text/plain; charset=utf-8

<%[2]s>: host mx.example.se said: 550 no such user

--gräns
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.se

Final-Recipient: rfc822; %[2]s
Original-Recipient: rfc822;%[2]s
Action: %[3]s
Status: %[4]s
Diagnostic-Code: smtp; 550 5.1.1 <%[2]s>: no such user

--gräns
Content-Type: text/rfc822-headers

Return-Path: <%[1]s>
Message-ID: %[5]s
Subject: hemligt

--gräns--
`, m.From, m.To, action, status, m.Header.Get("Message-Id")), "\n", "\r\n")
}

// bounceScene has sent one mail to Maria, with a mailbox for what comes back or without one.
func bounceScene(t *testing.T, back string) (*scene, *notify.Bounces, smtptest.Message) {
	t.Helper()
	s, server := newScene(t), smtptest.New(t)
	config := s.config(server.URL)
	config.Back = back
	n, err := notify.New(config)
	if err != nil {
		t.Fatal(err)
	}
	s.start(n)
	s.announce(n, s.notice(s.person("Maria Sjöberg", "maria@example.se")))
	s.drain(n)
	return s, &notify.Bounces{DB: s.db, Clock: clock.NewTest(at)}, server.To("maria@example.se")[0]
}

// marks are the mail's state and problem, and the address's.
func (s *scene) marks() (state, problem, address string) {
	s.t.Helper()
	s.scan(&state, `SELECT state FROM mails`)
	s.scan(&problem, `SELECT problem FROM mails`)
	s.scan(&address, `SELECT mail_problem FROM people WHERE email = 'maria@example.se'`)
	return state, problem, address
}

func TestAMailThatComesBackIsMarked(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, back, action, status, state, address string }{
		{"no such mailbox, by its own address", "studs@alvsunda.example", "failed", "5.1.1", "bounced", "returned: 5.1.1"},
		{"no such mailbox, by the original mail", "", "failed", "5.1.1", "bounced", "returned: 5.1.1"},
		{"given up after days", "studs@alvsunda.example", "failed", "4.4.7", "bounced", ""},
		{"an odd status", "studs@alvsunda.example", "failed", "maria@example.se", "bounced", "returned: 5.0.0"},
		{"only late", "studs@alvsunda.example", "delayed", "4.4.1", "sent", ""},
		{"arrived", "studs@alvsunda.example", "delivered", "2.0.0", "sent", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s, b, m := bounceScene(t, c.back)
			if err := b.Take(t.Context(), strings.NewReader(returned(m, c.action, c.status)), ""); err != nil {
				t.Fatal(err)
			}
			state, problem, address := s.marks()
			if state != c.state || address != c.address || strings.Contains(problem, "@") {
				t.Errorf("state %q (%q), address %q; want %q and %q", state, problem, address, c.state, c.address)
			}
			s.exec(`UPDATE people SET email = 'maria.sjoberg@example.se' WHERE email = 'maria@example.se'`)
			s.scan(&address, `SELECT mail_problem FROM people WHERE email = 'maria.sjoberg@example.se'`)
			if address != "" {
				t.Errorf("a new address is marked %q", address)
			}
		})
	}
}

func TestReportsThatAreNotOursAreDropped(t *testing.T) {
	t.Parallel()
	s, b, m := bounceScene(t, "studs@alvsunda.example")
	whole := returned(m, "failed", "5.1.1")
	number := strings.TrimSuffix(strings.TrimPrefix(m.From, "studs+"), "@alvsunda.example")
	parts := strings.Split(number, ".")
	other := parts[0] + "." + parts[1] + "." + strings.Repeat("0", 32)
	for name, c := range map[string]struct {
		message, to string
		want        error
	}{
		"a seal of somebody's own": {strings.ReplaceAll(whole, number, other), "", notify.ErrUnknown},
		"another mail's number":    {strings.ReplaceAll(whole, number, parts[0]+".999999."+parts[2]), "", notify.ErrUnknown},
		"no number at all":         {strings.ReplaceAll(whole, number, "x"), "", notify.ErrUnknown},
		"somebody's letter":        {"From: eva@example.se\r\nTo: " + m.From + "\r\nSubject: Hej\r\n\r\nAction: failed\r\n", m.From, notify.ErrNoReport},
		"an automatic answer":      {"From: eva@example.se\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary=x\r\n\r\n--x--\r\n", m.From, notify.ErrNoReport},
		"no mail":                  {"\x00\x01", "", notify.ErrNoReport},
		"cut off":                  {whole[:strings.Index(whole, "Action:")], m.From, notify.ErrNoReport},
	} {
		if err := b.Take(t.Context(), strings.NewReader(c.message), c.to); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
	if state, _, address := s.marks(); state != "sent" || address != "" {
		t.Errorf("state %q, address %q: want nothing marked", state, address)
	}
}

// TestAReportAboutAnOldAddressMarksTheMailAlone: the person has got a new one since.
func TestAReportAboutAnOldAddressMarksTheMailAlone(t *testing.T) {
	t.Parallel()
	s, b, m := bounceScene(t, "studs@alvsunda.example")
	s.exec(`UPDATE people SET email = 'ny@example.se' WHERE email = 'maria@example.se'`)
	if err := b.Take(t.Context(), strings.NewReader(returned(m, "failed", "5.1.1")), m.From); err != nil {
		t.Fatal(err)
	}
	var state, address string
	s.scan(&state, `SELECT state FROM mails`)
	s.scan(&address, `SELECT mail_problem FROM people WHERE email = 'ny@example.se'`)
	if state != "bounced" || address != "" {
		t.Errorf("state %q, address %q", state, address)
	}
}
