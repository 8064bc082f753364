package killtest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// rounds of each kind; every round kills twice.
const rounds = 4

// TestKilledInTheMiddle kills the program while it sends notices, saves notes, takes positions and approvals, at times that a seeded
// chance decides, and again while it makes up for that. Whoever pressed the button presses it again, as people do.
func TestKilledInTheMiddle(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	chance := rand.New(rand.NewPCG(2027, 3))
	var calls, approvals []int64
	for i := range rounds {
		approvals = append(approvals, s.sentMinutes(30-2*i))
	}
	open, item := s.begun(3, 9)
	meets, treats := s.treated(3, 11)
	for i := range rounds {
		calls = append(calls, s.plan(30+i, 9))
	}
	emails := map[string]string{}
	for _, name := range []string{chair, "Maria Sjöberg", "Per Holm"} {
		emails[name] = s.account(name)
	}
	p := newProcess(t, s.env...)
	p.start()
	boss := newVisitor(t, p, emails[chair], password)
	adjusters := []*visitor{newVisitor(t, p, emails["Maria Sjöberg"], password), newVisitor(t, p, emails["Per Holm"], password)}
	stand := &stating{s: s, rep: adjusters[0], path: fmt.Sprintf("/moten/%d/punkter/%d", meets, treats), item: treats}
	notes := &writing{s: s, boss: boss, path: fmt.Sprintf("/moten/%d/lage?punkt=%d", open, item), item: item}

	// hit runs the work and kills the program in the middle of it; then time passes, and it is started again.
	hit := func(within time.Duration, work ...func()) {
		t.Helper()
		var g sync.WaitGroup
		for _, w := range work {
			g.Go(w)
		}
		time.Sleep(time.Duration(chance.Int64N(int64(within))))
		p.kill()
		g.Wait()
		s.timePasses()
		p.start()
	}
	for i := range rounds {
		notice := func() error { return boss.submit(p, fmt.Sprintf("/moten/%d", calls[i]), "notice-send", nil) }
		hit(150*time.Millisecond, func() { _ = notice() })
		done(t, notice)
		hit(250 * time.Millisecond) // while the mails leave

		hit(400*time.Millisecond, func() { notes.writeUntilKilled(p) })
		notes.check(t)

		hit(150*time.Millisecond, func() { _ = stand.state(p, i) })
		stand.check(t, i)
		if stand.stood != strings.TrimSpace(reasonOf(i)) {
			done(t, func() error { return stand.state(p, i) })
			stand.check(t, i)
		}

		var approve []func() error
		for _, a := range adjusters {
			approve = append(approve, func() error {
				return a.submit(p, fmt.Sprintf("/moten/%d/protokoll", approvals[i]), "minutes-approve", nil)
			})
		}
		hit(150*time.Millisecond, func() { _ = approve[0]() }, func() { _ = approve[1]() })
		s.checkMinutes(t)
		for _, a := range approve {
			done(t, a)
		}
	}
	s.drain()
	s.sendUnclear(newVisitor(t, p, s.account("Hanna Ros"), password), p)
	s.checkMails(t, calls)
	s.checkMinutes(t)
	if n := s.number(`SELECT count(*) FROM minutes WHERE status = 'approved'`); n != rounds {
		t.Errorf("%d minutes are approved, want %d", n, rounds)
	}
	s.verify(t)
}

// done presses the button until it has been taken, or the page offers it no more since it was.
func done(t *testing.T, press func() error) {
	t.Helper()
	var gone errNoForm
	if err := press(); err != nil && !errors.As(err, &gone) {
		t.Errorf("after the restart: %v", err)
	}
}

// sentMinutes is a meeting held days ago whose minutes wait for two adjusters.
func (s *stage) sentMinutes(days int) int64 {
	s.T.Helper()
	ctx := context.Background()
	id, _ := s.begun(days, 9)
	s.must(s.Meeting.Close(ctx, s.Chef(chair), id))
	s.must(s.Meeting.SendMinutes(ctx, s.Chef(chair), id, []int64{s.ID("people", "Maria Sjöberg"), s.ID("people", "Per Holm")}))
	return id
}

// writing is a note that is saved again and again.
type writing struct {
	s            *stage
	boss         *visitor
	path         string
	item         int64
	tried, taken int // the last text that was sent, and the last that was taken
}

func words(n int) string {
	return fmt.Sprintf("Anteckning %d. %s", n, strings.Repeat("Parterna talade om turerna. ", 40))
}

func (w *writing) writeUntilKilled(p *process) {
	for {
		n := w.tried + 1
		doc, err := w.boss.page(p, w.path)
		if err != nil || doc.Find(`form[data-form="item-note"]`).Length() == 0 {
			return
		}
		w.tried = n
		if err := w.boss.submit(p, w.path, "item-note", url.Values{"note": {words(n)}}); err != nil {
			return
		}
		w.taken = n
	}
}

// check: the text is one that was written, whole, and nothing that was taken is lost.
func (w *writing) check(t *testing.T) {
	t.Helper()
	got := w.s.text(`SELECT note FROM agenda_items WHERE id = $1`, w.item)
	for n := w.taken; n <= w.tried; n++ {
		if n == 0 && got == "" || got == strings.TrimSpace(words(n)) {
			w.tried, w.taken = n, n
			return
		}
	}
	t.Errorf("the note begins %.40q; %d was taken and %d tried", got, w.taken, w.tried)
}

// sendUnclear is what HR does with the mails of which nobody knows whether they left: the program died between the claim
// and the receipt. Those that did not arrive are sent again from the page.
func (s *stage) sendUnclear(hr *visitor, p *process) {
	s.T.Helper()
	rows, err := s.Test.Super.Query(context.Background(), `SELECT m.id, pe.email FROM mails m JOIN people pe ON pe.id = m.person_id WHERE m.state = 'unclear'`)
	s.must(err)
	missing := map[int64]bool{}
	var id int64
	var email string
	_, err = pgx.ForEachRow(rows, []any{&id, &email}, func() error {
		missing[id] = s.arrivals(id, email) == 0
		return nil
	})
	s.must(err)
	for id, lost := range missing {
		doc, err := hr.page(p, "/installningar/jobb")
		s.must(err)
		if doc.Find(fmt.Sprintf("#mejl-%d form", id)).Length() != 1 {
			s.T.Errorf("mail %d is unclear, and the page does not offer to send it", id)
		}
		if lost {
			s.must(hr.post(p, fmt.Sprintf("/installningar/jobb/mejl/%d", id)))
		}
	}
	s.drain()
}

// arrivals is how often a mail has come to its address.
func (s *stage) arrivals(id int64, email string) (n int) {
	for _, m := range s.post.To(email) {
		if strings.HasPrefix(m.Header.Get("Message-Id"), fmt.Sprintf("<%d.%d.", s.Org, id)) {
			n++
		}
	}
	return n
}

// checkMails: each notice went out once to each person called, and nobody got one twice.
func (s *stage) checkMails(t *testing.T, calls []int64) {
	t.Helper()
	for _, id := range calls {
		if n := s.number(`SELECT count(*) FROM dispatches WHERE meeting_id = $1 AND kind = 'notice'`, id); n != 1 {
			t.Errorf("meeting %d has %d notices, want 1", id, n)
		}
		called := s.number(`SELECT count(DISTINCT dr.person_id) FROM dispatches d JOIN dispatch_recipients dr ON dr.dispatch_id = d.id WHERE d.meeting_id = $1`, id)
		mails := s.number(`SELECT count(*) FROM mails WHERE meeting_id = $1 AND kind = 'notice'`, id)
		if mails != called-1 || called < crowd { // the chair who sends it is not mailed
			t.Errorf("meeting %d: %d mails to %d called", id, mails, called)
		}
	}
	received := map[string]int{}
	for _, m := range s.post.Received() {
		received[m.Header.Get("Message-Id")+" "+m.To]++
	}
	for what, n := range received {
		if n != 1 {
			t.Errorf("%s came %d times", what, n)
		}
	}
	s.reminders(t)
	counts := map[string]int{}
	rows, err := s.Test.Super.Query(context.Background(), `SELECT m.id, m.state, p.email FROM mails m JOIN people p ON p.id = m.person_id`)
	s.must(err)
	var id int64
	var state, email string
	_, err = pgx.ForEachRow(rows, []any{&id, &state, &email}, func() error {
		n := s.arrivals(id, email)
		counts[state]++
		if state == "digest" { // waits for a morning
			return nil
		}
		if state != "sent" && state != "unclear" || n != 1 {
			t.Errorf("mail %d to %s is %s and came %d times", id, email, state, n)
		}
		return nil
	})
	s.must(err)
	t.Logf("%d mails received; states %v", len(received), counts)
	if counts["unclear"] > rounds*2 {
		t.Errorf("%d mails are unclear", counts["unclear"])
	}
}

// reminders: whichever processes looked at the time, each adjuster who has not answered is reminded once.
func (s *stage) reminders(t *testing.T) {
	t.Helper()
	if n := s.number(`SELECT count(*) - count(DISTINCT (person_id, meeting_id)) FROM mails WHERE kind = 'remind_approve'`); n != 0 {
		t.Errorf("%d reminders came twice", n)
	}
}

// checkMinutes: minutes are whole or not fixed at all.
func (s *stage) checkMinutes(t *testing.T) {
	t.Helper()
	rows, err := s.Test.Super.Query(context.Background(), `
		SELECT mi.meeting_id, mi.status, coalesce(mi.content, ''), coalesce(mi.digest, ''), mi.approved_at IS NOT NULL,
		       (SELECT count(*) FROM adjusters a WHERE a.meeting_id = mi.meeting_id AND a.answer IS NULL),
		       (SELECT count(*) FROM tasks t WHERE t.meeting_id = mi.meeting_id AND t.kind = 'approve_minutes' AND t.done_at IS NULL)
		FROM minutes mi`)
	s.must(err)
	var id, silent, tasks int64
	var status, content string
	var digest []byte
	var fixed bool
	_, err = pgx.ForEachRow(rows, []any{&id, &status, &content, &digest, &fixed, &silent, &tasks}, func() error {
		sum := sha256.Sum256([]byte(content))
		switch status {
		case "approved":
			if silent != 0 || tasks != 0 || !fixed || content == "" || !bytes.Equal(sum[:], digest) {
				t.Errorf("minutes %d: approved with %d silent and %d tasks; fixed %v, %d bytes, digest %x of %x", id, silent, tasks, fixed, len(content), digest, sum)
			}
		case "sent":
			if silent == 0 || tasks != silent || fixed || content != "" || len(digest) != 0 {
				t.Errorf("minutes %d: sent with %d silent and %d tasks; fixed %v, %d bytes", id, silent, tasks, fixed, len(content))
			}
		}
		return nil
	})
	s.must(err)
}

// verify runs the program's own proof of the event log.
func (s *stage) verify(t *testing.T) {
	t.Helper()
	cmd := exec.Command(program(t), "verify")
	cmd.Env = s.env
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "hel ") {
		t.Errorf("verify: %v, %s", err, out)
	}
}
