package retention_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/retention"
	"samverka/internal/scene"
)

// stage is Hemtjänst Väst on 11 January 2027, with a rule of two years for everything and one old document of every kind.
type stage struct {
	*scene.Scene
	ctx     context.Context
	keep    *retention.Service
	hr, rut access.Actor
	apt     int64
	mails   int64
	matter  int64 // closed; the APT's item went to it and the loose attachment is its
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{Scene: scene.Municipality(t, clock.NewDate(2027, 1, 11).At(9, 0)), ctx: context.Background()}
	s.keep = &retention.Service{DB: s.DB, Clock: s.Clock}
	s.hr, s.rut = s.As("Hanna Ros", access.HR), s.As("Rut Alm", access.Registrar)
	for _, k := range retention.Weedable() {
		s.must(s.keep.SaveRule(s.ctx, s.rut, retention.RuleForm{Kind: k.Name, Weed: true, Years: 2, ValidFrom: clock.Today(s.Clock), Source: "Planen, punkt 4"}))
	}
	s.matter = s.Start("Amina Larsson", "Gammalt schema", "Hemtjänst Väst", clock.NewDate(2027, 5, 1), "LSG VO Väst")
	amina, tove := s.ID("people", "Amina Larsson"), s.ID("people", "Tove Lind")
	s.exec(`UPDATE matters SET status = 'closed', closed_at = '2023-06-01 12:00+02' WHERE id = $1`, s.matter)
	s.scan(&s.apt, `INSERT INTO apts (unit_id, title, status, lead_id, published_at, created_at) VALUES ($1, 'Arbetsplatsträff', 'published', $2, '2023-03-03', '2023-02-01') RETURNING id`,
		s.ID("units", "Hemtjänst Väst"), amina)
	var sitting, item, file int64
	s.scan(&sitting, `INSERT INTO apt_sittings (apt_id, starts_at, ends_at, status) VALUES ($1, '2023-03-01 14:00+01', '2023-03-01 15:30+01', 'closed') RETURNING id`, s.apt)
	s.scan(&item, `INSERT INTO apt_items (apt_id, position, kind, title, minutes, outcome, outcome_text, matter_id) VALUES ($1, 1, 'own', 'Schemat', 10, 'group', 'Till gruppen', $2) RETURNING id`, s.apt, s.matter)
	s.exec(`INSERT INTO apt_notes (item_id, sitting_id, text, updated_at) VALUES ($1, $2, 'Vi gick laget runt.', '2023-03-01')`, item, sitting)
	s.exec(`INSERT INTO apt_questions (apt_id, text, asked_on, answer, answered_at) VALUES ($1, 'När?', '2023-03-05', 'I vår.', '2023-03-06')`, s.apt)
	s.exec(`INSERT INTO apt_marks (apt_id, person_id, read_at) VALUES ($1, $2, '2023-03-07')`, s.apt, tove)
	s.exec(`INSERT INTO apt_proposals (unit_id, apt_id, person_id, title, status, created_at) SELECT unit_id, id, $2, 'Kaffe', 'accepted', '2023-02-02' FROM apts WHERE id = $1`, s.apt, tove)
	s.mail("2023-03-02 12:00+01", s.matter)
	s.exec(`INSERT INTO matter_drafts (person_id, answers, updated_at) VALUES ($1, '{}', '2023-01-01')`, amina)
	s.scan(&file, `INSERT INTO attachments (matter_id, no, title, name, media_type, size, sha256, added_by, added_at) VALUES ($1, 1, 'Lös', 'los.txt', 'text/plain', 3, sha256('lös'), $2, '2023-01-01') RETURNING id`, s.matter, amina)
	s.exec(`INSERT INTO attachment_contents (attachment_id, data) VALUES ($1, 'los')`, file)
	return s
}

func (s *stage) mail(at string, matter int64) (id int64) {
	s.mails++
	s.scan(&id, `INSERT INTO mails (person_id, kind, subject_id, queued_at, sent_at, state, matter_id) VALUES ($1, 'ready', $2, $3, $3, 'sent', nullif($4::bigint, 0)) RETURNING id`,
		s.ID("people", "Amina Larsson"), 900+s.mails, at, matter)
	return id
}

func (s *stage) must(err error) {
	s.T.Helper()
	if err != nil {
		s.T.Fatal(err)
	}
}

func (s *stage) refused(err error, want string) {
	s.T.Helper()
	if got := fail.KeyOf(err); got != want {
		s.T.Errorf("got %v, want %s", err, want)
	}
}

func (s *stage) exec(sql string, args ...any) {
	s.T.Helper()
	s.In(func(ctx context.Context, tx *db.OrgTx) error { _, err := tx.Exec(ctx, sql, args...); return err })
}

func (s *stage) scan(dst any, sql string, args ...any) {
	s.T.Helper()
	s.In(func(ctx context.Context, tx *db.OrgTx) error { return tx.QueryRow(ctx, sql, args...).Scan(dst) })
}

func (s *stage) count(sql string, args ...any) (n int) {
	s.T.Helper()
	s.scan(&n, sql, args...)
	return n
}

func (s *stage) draft(kind string) retention.Draft {
	s.T.Helper()
	d, err := s.keep.Draft(s.ctx, s.hr, kind)
	s.must(err)
	return d
}

func (s *stage) propose(kind string) int64 {
	s.T.Helper()
	id, err := s.keep.Propose(s.ctx, s.hr, kind, s.draft(kind).Mark())
	s.must(err)
	return id
}

func TestEveryKindIsWeeded(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	left := map[string]string{
		"apt_notes":     `SELECT count(*) FROM apt_notes n JOIN apt_items i ON i.id = n.item_id WHERE n.text <> '' OR i.outcome_text <> '' OR i.result <> ''`,
		"apt_questions": `SELECT count(*) FROM apt_questions`, "apt_marks": `SELECT count(*) FROM apt_marks`, "apt_proposals": `SELECT count(*) FROM apt_proposals`,
		"mails": `SELECT count(*) FROM mails`, "drafts": `SELECT count(*) FROM matter_drafts WHERE matter_id IS NULL`, "attachments": `SELECT count(*) FROM attachment_contents`,
	}
	for i, k := range retention.Weedable() {
		if d := s.draft(k.Name); d.Number != 1 || d.Heap.Number != 1 || d.Oldest != d.Newest || len(d.Heap.Held) != 0 {
			t.Errorf("%s: %d to weed and %d in the heap, held %v, want one", k.Name, d.Number, d.Heap.Number, d.Heap.Held)
		}
		id := s.propose(k.Name)
		if got := s.count(left[k.Name]); got != 1 {
			t.Errorf("%s: %d are left before the approval, want 1", k.Name, got)
		}
		s.must(s.keep.Approve(s.ctx, s.rut, id))
		if got := s.count(left[k.Name]); got != 0 {
			t.Errorf("%s: %d are left, want none", k.Name, got)
		}
		p, err := s.keep.Get(s.ctx, s.hr, id)
		s.must(err)
		if p.Outcome != retention.Approved || p.ProposedName != "Hanna Ros" || p.DecidedName != "Rut Alm" || p.Number != 1 || p.Source != "Planen, punkt 4" {
			t.Errorf("%s: the protocol says %+v", k.Name, p.Weeding)
		}
		if got, want := s.count(`SELECT count(*) FROM weeded_apts WHERE weeding_id = $1`, id), map[bool]int{true: 1}[k.OfAPT]; got != want {
			t.Errorf("%s: %d APTs tell of it, want %d", k.Name, got, want)
		}
		if got := s.count(`SELECT count(*) FROM events e JOIN event_texts x ON x.seq = e.seq WHERE e.kind = 'retention.approved' AND x.detail = jsonb_build_object('Weeding', $1::text, 'Kind', $2::text, 'N', '1', 'Cutoff', '2025-01-11')`,
			fmt.Sprint(id), k.Name); got != 1 {
			t.Errorf("%s: the log has %d such events, want 1 of weeding %d", k.Name, got, i)
		}
	}
	if got := s.count(`SELECT count(*) FROM apt_items WHERE title = 'Schemat' AND outcome = 'group'`); got != 1 {
		t.Error("the agenda and how its item ended are gone")
	}
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		proof, err := audit.Verify(ctx, tx)
		if err == nil && proof.Broken != 0 {
			t.Errorf("the event log is broken at %d", proof.Broken)
		}
		return err
	})
}

// What is bound to something that goes on is not among what would be weeded, of any kind that can be bound so.
func TestHeldIsNotWeeded(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	for _, c := range []struct {
		name, do, undo string
		hold           retention.Hold
	}{
		{"an open matter", `UPDATE matters SET status = 'open' WHERE id = $1`, `UPDATE matters SET status = 'closed' WHERE id = $1`, retention.HeldByMatter},
		{"a matter that is handed over", `UPDATE matters SET status = 'handed_over' WHERE id = $1`, `UPDATE matters SET status = 'closed' WHERE id = $1`, retention.HeldByMatter},
		{"secrecy", `UPDATE matters SET secrecy = 'OSL 19:6' WHERE id = $1`, `UPDATE matters SET secrecy = '' WHERE id = $1`, retention.HeldBySecrecy},
		{"a negotiation", `INSERT INTO tracks (matter_id, kind, union_id, mandatory, origin, requested_at, created_at) SELECT $1, 'mbl14', id, true, 'request', '2023-05-01', '2023-05-01' FROM unions WHERE name = 'Vision'`,
			`UPDATE tracks SET closed_at = '2023-05-20', close_manner = 'agreement' WHERE matter_id = $1 AND union_id IS NOT NULL`, retention.HeldByNegotiation},
	} {
		s.exec(c.do, s.matter)
		for _, kind := range []string{"apt_notes", "apt_questions", "apt_marks", "mails", "attachments"} {
			if d := s.draft(kind); d.Number != 0 || d.Heap.Number != 0 || d.Heap.Held[c.hold] != 1 {
				t.Errorf("%s with %s: %d to weed, held %v", kind, c.name, d.Number, d.Heap.Held)
			}
		}
		s.exec(c.undo, s.matter)
	}
	s.exec(`UPDATE apt_questions SET answered_at = NULL, answer = ''`)
	if d := s.draft("apt_questions"); d.Number != 0 || d.Heap.Held[retention.HeldByWaiting] != 1 {
		t.Errorf("a question without an answer: %d to weed, held %v", d.Number, d.Heap.Held)
	}
	_, err := s.keep.Propose(s.ctx, s.hr, "apt_questions", s.draft("apt_questions").Mark())
	s.refused(err, "retention.error.nothing")
}

// The day that the rule lets go is counted in Stockholm, alike in the question and in the rule.
func TestLastDay(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.exec(`DELETE FROM mails`)
	s.mail("2025-01-11 23:59+01", 0)
	s.mail("2025-01-12 00:00+01", 0)
	if d := s.draft("mails"); d.Number != 1 || d.Heap.Number != 1 || d.Newest != clock.NewDate(2025, 1, 11) {
		t.Errorf("%d may go, %d in the heap, the newest %s; want one of 11 January", d.Number, d.Heap.Number, d.Newest)
	}
}

func TestNothingIsWeededWhenItHasChanged(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	id := s.propose("mails")
	late := s.mail("2023-04-01 12:00+02", 0) // something older comes in, as an import would bring it
	s.refused(s.keep.Approve(s.ctx, s.rut, id), "retention.error.changed")
	if got := s.count(`SELECT count(*) FROM mails`); got != 2 {
		t.Errorf("%d mails are left, want both", got)
	}
	p, err := s.keep.Get(s.ctx, s.rut, id)
	s.must(err)
	if !p.Waits() || p.Changed == nil {
		t.Errorf("the proposal is %q and its page says %v", p.Outcome, p.Changed)
	}
	s.exec(`DELETE FROM mails WHERE id = $1`, late)
	s.must(s.keep.SaveRule(s.ctx, s.hr, retention.RuleForm{Kind: "mails", Seen: 1, ValidFrom: clock.Today(s.Clock)}))
	s.refused(s.keep.Approve(s.ctx, s.rut, id), "retention.error.rule_changed")
	s.must(s.keep.Decline(s.ctx, s.rut, id, "Regeln är ändrad"))
	s.refused(s.keep.Decline(s.ctx, s.rut, id, "En gång till"), "retention.error.decided")
}

func TestTwoApproveAtOnce(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	id := s.propose("drafts")
	ritva := s.rut
	ritva.PersonID = s.ID("people", "Nils Öberg")
	var wg sync.WaitGroup
	errs := make([]error, 2)
	for i, who := range []access.Actor{s.rut, ritva} {
		wg.Go(func() { errs[i] = s.keep.Approve(s.ctx, who, id) })
	}
	wg.Wait()
	if (errs[0] == nil) == (errs[1] == nil) {
		t.Fatalf("got %v and %v, want one to win", errs[0], errs[1])
	}
	s.refused(errors.Join(errs...), "retention.error.decided")
	if got := s.count(`SELECT count(*) FROM events WHERE kind = 'retention.approved'`); got != 1 {
		t.Errorf("the log has %d approvals, want 1", got)
	}
}

// Two people, one of them registrar: the rule says so, and so does the table.
func TestTwoPeople(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	id := s.propose("drafts")
	s.refused(s.keep.Approve(s.ctx, s.hr, id), "retention.error.same_person")
	_, err := s.keep.Propose(s.ctx, s.rut, "drafts", s.draft("drafts").Mark())
	s.refused(err, "retention.error.waiting")
	s.refused(s.keep.Withdraw(s.ctx, s.rut, id), "error.forbidden")
	for name, sql := range map[string]string{
		"weedings_two_people": `UPDATE weedings SET outcome = 'approved', decided_by = proposed_by, decided_as = 'registrar', decided_at = now() WHERE id = $1`,
		"weedings_registrar":  `UPDATE weedings SET outcome = 'approved', decided_by = (SELECT id FROM people WHERE name = 'Nils Öberg'), decided_as = 'hr', decided_at = now() WHERE id = $1`,
	} {
		err := s.DB.InOrg(s.ctx, s.Org, func(tx *db.OrgTx) error { _, err := tx.Exec(s.ctx, sql, id); return err })
		if err == nil {
			t.Errorf("%s let it through", name)
		}
	}
	s.must(s.keep.Withdraw(s.ctx, s.hr, id))
	err = s.DB.InOrg(s.ctx, s.Org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(s.ctx, `UPDATE weedings SET reason = 'x' WHERE id = $1`, id)
		return err
	})
	if err == nil {
		t.Error("a weeding that is decided was changed")
	}
}

// What the application may do to rules and weedings: add, and decide once.
func TestTheRecordStays(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	id := s.propose("drafts")
	for _, sql := range []string{`UPDATE weedings SET number = 2 WHERE id = $1`, `DELETE FROM weedings WHERE id = $1`, `UPDATE retention_rules SET years = 1 WHERE version = $1`,
		`DELETE FROM retention_rules WHERE version = $1`, `DELETE FROM weeded_apts WHERE weeding_id = $1`, `DELETE FROM apt_notes WHERE item_id = $1`, `DELETE FROM apts WHERE id = $1`} {
		err := s.DB.InOrg(s.ctx, s.Org, func(tx *db.OrgTx) error { _, err := tx.Exec(s.ctx, sql, id); return err })
		var pg *pgconn.PgError
		if !errors.As(err, &pg) || pg.Code != "42501" {
			t.Errorf("%s: got %v, want that it is not allowed", sql, err)
		}
	}
}

func TestTwoAtOnce(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	mark := s.draft("drafts").Mark()
	for name, c := range map[string]struct {
		do   func(access.Actor) error
		want string
	}{
		"rules": {func(who access.Actor) error {
			return s.keep.SaveRule(s.ctx, who, retention.RuleForm{Kind: "mails", Seen: 1, ValidFrom: clock.Today(s.Clock)})
		}, "error.conflict"},
		"proposals": {func(who access.Actor) error { _, err := s.keep.Propose(s.ctx, who, "drafts", mark); return err }, "retention.error.waiting"},
	} {
		var wg sync.WaitGroup
		errs := make([]error, 2)
		for i, who := range []access.Actor{s.rut, s.hr} {
			wg.Go(func() { errs[i] = c.do(who) })
		}
		wg.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Errorf("%s: got %v and %v, want one to win", name, errs[0], errs[1])
		}
		s.refused(errors.Join(errs...), c.want)
	}
}

func TestSeenIsWhatIsProposed(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	seen := s.draft("mails").Mark()
	s.mail("2023-04-01 12:00+02", 0)
	_, err := s.keep.Propose(s.ctx, s.hr, "mails", seen)
	s.refused(err, "retention.error.changed_seen")
}

func TestRulesNeverOverwriteEachOther(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	f := retention.RuleForm{Kind: "mails", Seen: 1, Weed: true, Years: 7, ValidFrom: clock.NewDate(2027, 2, 1), Source: "Planen, punkt 9"}
	s.must(s.keep.SaveRule(s.ctx, s.hr, f))
	f.Years = 3
	if err := s.keep.SaveRule(s.ctx, s.rut, f); fail.KindOf(err) != fail.Conflict {
		t.Errorf("got %v, want a conflict", err)
	}
	rules, today, err := s.keep.Rules(s.ctx, s.rut)
	s.must(err)
	if now, then := retention.On(rules, "mails", today), retention.On(rules, "mails", clock.NewDate(2027, 2, 1)); now.Years != 2 || then.Years != 7 || then.ByName != "Hanna Ros" {
		t.Errorf("today %+v, from February %+v", now, then)
	}
}
