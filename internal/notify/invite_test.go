package notify_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	ics "github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/notify/smtptest"
)

// asked is what a mail's calendar part asks for: "REQUEST 2 2027-03-31 13:00 CONFIRMED Samverkan: LSG VO Väst".
func asked(t *testing.T, object string) string {
	t.Helper()
	cal, err := ics.NewDecoder(bytes.NewReader([]byte(object))).Decode()
	if err != nil {
		t.Fatalf("%v\n%s", err, object)
	}
	method, _ := cal.Props.Text("METHOD")
	var all []string
	for _, e := range cal.Events() {
		start, err := e.DateTimeStart(nil)
		if err != nil {
			t.Fatal(err)
		}
		text := func(name string) string { s, _ := e.Props.Text(name); return s }
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s %s %s", method, e.Props.Get("SEQUENCE").Value, start.In(clock.Stockholm).Format("2006-01-02 15:04"), text("STATUS"), text("SUMMARY"))))
	}
	return strings.Join(all, "\n")
}

// parts names a mail's parts: what it is, in what, under which file name.
func parts(m smtptest.Message) (all []string) {
	for _, p := range m.Parts {
		all = append(all, strings.TrimSpace(p.Within+" "+p.Type+" "+p.Name))
	}
	return all
}

// The form that Outlook and others take in: text and calendar as two ways to read one mail, and the calendar as a file.
func TestAnInvitationIsAMailThatCalendarsTakeIn(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n := s.notifier(server.URL)
	maria, bo := s.person("Maria, Sjöberg; \"M\"", "maria@example.se"), s.person("Bo Ek", "bo@example.se")
	for range 2 { // told twice, it is one mail each
		s.announce(n, s.notice(maria, bo))
	}
	s.drain(n)
	for _, to := range []string{"maria@example.se", "bo@example.se"} {
		got := server.To(to)
		if len(got) != 1 {
			t.Fatalf("%s: %d mails, want 1", to, len(got))
		}
		want := []string{"multipart/alternative text/plain; charset=UTF-8", "multipart/alternative text/calendar; method=REQUEST; charset=UTF-8",
			`multipart/mixed application/ics; name="invite.ics" invite.ics`}
		if diff := cmp.Diff(want, parts(got[0])); diff != "" {
			t.Fatalf("%s (-want +got):\n%s", to, diff)
		}
		object := got[0].Parts[1].Content
		if object != got[0].Parts[2].Content {
			t.Error("the file differs from the calendar part")
		}
		if got, want := asked(t, object), "REQUEST 0 2027-03-31 13:00 CONFIRMED Samverkan: LSG VO Väst"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		whole := strings.ReplaceAll(object, "\r\n ", "")
		if strings.Count(whole, "ATTENDEE") != 1 || !strings.Contains(whole, ":mailto:"+to+"\r\n") {
			t.Errorf("%s: the recipient is not the one attendee:\n%s", to, whole)
		}
		if !strings.Contains(whole, "ORGANIZER;CN=Älvsunda kommun:mailto:samverka@") || !strings.Contains(whole, "RSVP=false") {
			t.Errorf("the organiser is not the sender, or an answer is asked for:\n%s", whole)
		}
		if strings.Contains(whole, "schema") || !strings.Contains(got[0].Body, "Svar från kalendern räknas inte") {
			t.Error("the calendar names a matter, or the mail does not say that its answers are not counted")
		}
	}
}

// Moved twice, then called off: each mail changes the same entry.
func TestAMovedMeetingStaysOneEntry(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n := s.notifier(server.URL)
	maria := s.person("Maria Sjöberg", "maria@example.se")
	step := func(kind announce.Kind, subject int64) {
		s.announce(n, announce.Announcement{Kind: kind, Subject: subject, MeetingID: s.meeting, To: []int64{maria}})
		s.drain(n)
	}
	step(announce.Notice, 1)
	for i, day := range []clock.Date{clock.NewDate(2027, time.March, 28), clock.NewDate(2027, time.October, 31)} {
		old := s.meeting
		s.exec(`UPDATE meetings SET status = 'cancelled', calendar_sequence = $1 WHERE id = $2`, i+1, old)
		s.meeting = s.in(`INSERT INTO meetings (group_id, starts_at, ends_at, created_by, created_at, calendar_uid, calendar_sequence)
			SELECT group_id, $1, $2, created_by, created_at, calendar_uid, calendar_sequence FROM meetings WHERE id = $3 RETURNING id`, day.At(13, 0), day.At(14, 30), old)
		s.exec(`UPDATE meetings SET moved_to = $1 WHERE id = $2`, s.meeting, old)
		step(announce.Moved, int64(i+1))
	}
	s.exec(`UPDATE meetings SET place = 'Stora salen', calendar_sequence = 3 WHERE id = $1`, s.meeting)
	step(announce.Updated, 1)
	s.exec(`UPDATE meetings SET status = 'cancelled', calendar_sequence = 4 WHERE id = $1`, s.meeting)
	step(announce.Cancelled, 1)
	var got, subjects []string
	uids := map[string]bool{}
	for _, m := range server.To("maria@example.se") {
		got, subjects = append(got, asked(t, m.Parts[1].Content)), append(subjects, m.Subject)
		_, uid, _ := strings.Cut(m.Parts[1].Content, "UID:")
		uids[uid[:36]] = true
		if len(m.Parts) != 3 {
			t.Errorf("%s: %v", m.Subject, parts(m))
		}
	}
	want := []string{"REQUEST 0 2027-03-31 13:00 CONFIRMED Samverkan: LSG VO Väst", "REQUEST 1 2027-03-28 13:00 CONFIRMED Samverkan: LSG VO Väst",
		"REQUEST 2 2027-10-31 13:00 CONFIRMED Samverkan: LSG VO Väst", "REQUEST 3 2027-10-31 13:00 CONFIRMED Samverkan: LSG VO Väst",
		"CANCEL 4 2027-10-31 13:00 CANCELLED Inställt: Samverkan: LSG VO Väst"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Kallelse till LSG VO Väst 31 mars 2027", "Flyttat: LSG VO Väst 28 mars 2027", "Flyttat: LSG VO Väst 31 oktober 2027",
		"Ändrat: LSG VO Väst 31 oktober 2027", "Inställt: LSG VO Väst 31 oktober 2027"}, subjects); diff != "" {
		t.Errorf("subjects (-want +got):\n%s", diff)
	}
	if len(uids) != 1 {
		t.Errorf("%d entries, want 1: %v", len(uids), uids)
	}
}

// A notice that leaves late, after the meeting was called off, puts nothing into any calendar; and a mail that is tried
// again says what it said.
func TestALateNoticeInvitesToNothing(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	var tried []string
	server.Refuse(func(_ string, try int) error {
		if try == 1 {
			return smtptest.Later()
		}
		return nil
	})
	n := s.notifier(server.URL)
	s.announce(n, s.notice(s.person("Maria Sjöberg", "maria@example.se")))
	s.drain(n)
	for _, m := range server.To("maria@example.se") {
		tried = append(tried, asked(t, m.Parts[1].Content))
	}
	if diff := cmp.Diff([]string{"REQUEST 0 2027-03-31 13:00 CONFIRMED Samverkan: LSG VO Väst"}, tried); diff != "" {
		t.Errorf("tried again (-want +got):\n%s", diff)
	}
	s.exec(`UPDATE meetings SET status = 'cancelled', calendar_sequence = 1`)
	s.announce(n, s.notice(s.person("Bo Ek", "bo@example.se")))
	s.drain(n)
	if got := server.To("bo@example.se"); len(got) != 1 || got[0].Parts != nil {
		t.Errorf("got %d mails, with parts %v", len(got), parts(got[0]))
	}
}

// Of an APT for shift work a person comes to one sitting: each is a file to open. With one sitting it is an invitation.
func TestAPTInvitations(t *testing.T) {
	t.Parallel()
	s, server := newScene(t), smtptest.New(t)
	n := s.notifier(server.URL)
	apt, nils := s.apt(), s.person("Nils Nord", "nils@example.se")
	tell := func(kind announce.Kind, subject int64) smtptest.Message {
		t.Helper()
		s.announce(n, announce.Announcement{Kind: kind, Subject: subject, APTID: apt, To: []int64{nils}})
		s.drain(n)
		got := server.To("nils@example.se")
		server.Reset()
		if len(got) != 1 {
			t.Fatalf("%d mails, want 1", len(got))
		}
		return got[0]
	}
	one := tell(announce.APTInvitation, 1)
	if got, want := asked(t, one.Parts[1].Content), "REQUEST 0 2027-04-07 14:00 CONFIRMED APT: Hemtjänst Väst"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	s.in(`INSERT INTO apt_sittings (apt_id, starts_at, ends_at) VALUES ($1, $2, $3) RETURNING id`, apt, clock.NewDate(2027, 4, 8).At(7, 0), clock.NewDate(2027, 4, 8).At(8, 0))
	two := tell(announce.APTInvitation, 2)
	if diff := cmp.Diff([]string{"multipart/mixed text/plain; charset=UTF-8", `multipart/mixed application/ics; name="traff-1.ics" traff-1.ics`,
		`multipart/mixed application/ics; name="traff-2.ics" traff-2.ics`}, parts(two)); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	if got, want := asked(t, two.Parts[2].Content), "0 2027-04-08 07:00 CONFIRMED APT: Hemtjänst Väst"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	s.exec(`UPDATE apt_sittings SET status = 'cancelled', calendar_sequence = calendar_sequence + 1`)
	off := tell(announce.APTCancelled, 3)
	if got, want := asked(t, off.Parts[1].Content), "CANCEL 1 2027-04-07 14:00 CANCELLED Inställt: APT: Hemtjänst Väst"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
