package killtest

import (
	"fmt"
	"sync"
	"testing"
	"time"
)

// TestTwoProcessesOneKilled runs two programs on one database. Both take the same button at once, both send, and one is
// killed while mails leave; the other makes up for it, and HR for a mail that was cut off between claim and receipt.
func TestTwoProcessesOneKilled(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.sentMinutes(9)
	calls := []int64{s.plan(30, 9), s.plan(31, 9), s.plan(32, 9)}
	email := s.account(chair)
	a, b := newProcess(t, s.env...), newProcess(t, s.env...)
	a.start()
	b.start()
	at := map[*process]*visitor{a: newVisitor(t, a, email, password), b: newVisitor(t, b, email, password)}
	for i, id := range calls {
		var g sync.WaitGroup
		for p, v := range at {
			g.Go(func() { _ = v.submit(p, fmt.Sprintf("/moten/%d", id), "notice-send", nil) })
		}
		g.Wait()
		done(t, func() error { return at[b].submit(b, fmt.Sprintf("/moten/%d", id), "notice-send", nil) })
		if i == 1 {
			for s.number(`SELECT count(*) FROM mails WHERE state = 'sent' AND meeting_id = $1`, id) == 0 {
				time.Sleep(5 * time.Millisecond)
			}
			a.kill()
			delete(at, a)
		}
	}
	time.Sleep(time.Second)
	s.exec(`DELETE FROM river_leader`)
	s.exec(`UPDATE river_job SET state = 'available' WHERE state = 'running' AND attempted_at < now() - interval '1 second'`)
	s.drain()
	s.sendUnclear(newVisitor(t, b, s.account("Hanna Ros"), password), b)
	s.checkMails(t, calls)
	s.verify(t)
}
