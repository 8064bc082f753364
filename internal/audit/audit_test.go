package audit_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
	"samverka/internal/testdb"
)

var noon = clock.NewDate(2027, 3, 31).At(12, 0)

// log is one organisation's event log on a database of its own, with five events after those of its creation.
type log struct {
	testdb.DB
	db  *db.DB
	org int64
}

func newLog(t *testing.T) log {
	t.Helper()
	d := testdb.New(t)
	l := log{DB: d, db: db.New(d.App)}
	l.org = l.organisation(t, "Älvsunda kommun")
	for i := range 5 {
		l.write(t, l.org, fmt.Sprintf("Händelse %d", i+1))
	}
	return l
}

func (l log) organisation(t *testing.T, name string) int64 {
	t.Helper()
	id, err := organisation.CreateOrganisation(t.Context(), l.db, clock.NewTest(noon), organisation.NewOrganisation{Name: name,
		Agreement: organisation.Default(clock.NewDate(2027, 1, 1))})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func (l log) write(t *testing.T, org int64, text string) {
	t.Helper()
	err := l.db.InOrg(t.Context(), org, func(tx *db.OrgTx) error {
		return audit.Write(t.Context(), tx, access.Actor{OrgID: org, PersonID: 7, Role: access.Manager}, noon,
			audit.Event{Kind: "matter.proposed", MatterID: 1, Detail: map[string]string{"Text": text}})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (l log) verify(t *testing.T, org int64) (p audit.Proof) {
	t.Helper()
	err := l.db.InOrg(t.Context(), org, func(tx *db.OrgTx) (err error) {
		p, err = audit.Verify(t.Context(), tx)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// forge runs statements as the superuser with the triggers out of force, as somebody with the server's files could.
func (l log) forge(t *testing.T, statements ...string) {
	t.Helper()
	c, err := l.Super.Acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Release()
	for _, s := range append([]string{"SET session_replication_role = replica"}, append(statements, "RESET session_replication_role")...) {
		if _, err := c.Exec(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func TestChainHolds(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	p := l.verify(t, l.org)
	if p.Broken != 0 || p.Events < 6 || len(p.Head) != 32 {
		t.Errorf("the chain = %+v, want it whole", p)
	}
	var head []byte
	if err := l.Super.QueryRow(t.Context(), `SELECT hash FROM event_heads WHERE org_id = $1`, l.org).Scan(&head); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(head, p.Head) {
		t.Errorf("head = %x, want %x", p.Head, head)
	}
}

func TestChainsOfOrganisationsAreApart(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	other := l.organisation(t, "Älvsunda Energi AB")
	first := l.verify(t, other)
	l.write(t, l.org, "En till")
	l.write(t, other, "Energi")
	l.forge(t, fmt.Sprintf(`UPDATE events SET role = 'hr' WHERE org_id = %d AND seq = 2`, l.org))
	if p := l.verify(t, other); p.Broken != 0 || p.Events != first.Events+1 {
		t.Errorf("the other organisation's chain = %+v, want it whole with one event more than %d", p, first.Events)
	}
	if p := l.verify(t, l.org); p.Broken != 2 {
		t.Errorf("the forged chain = %+v, want it broken at 2", p)
	}
}

func TestWritersAtOnceMakeOneChain(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	before := l.verify(t, l.org).Events
	var all sync.WaitGroup
	for i := range 6 {
		all.Go(func() {
			for j := range 10 {
				l.write(t, l.org, fmt.Sprintf("Skrivare %d, händelse %d", i, j))
			}
		})
	}
	all.Wait()
	if p := l.verify(t, l.org); p.Broken != 0 || p.Events != before+60 {
		t.Errorf("the chain = %+v, want it whole with %d events", p, before+60)
	}
}

// An operation that is undone leaves no event, and no gap.
func TestWhatIsUndoneLeavesNoGap(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	before := l.verify(t, l.org)
	boom := errors.New("boom")
	err := l.db.InOrg(t.Context(), l.org, func(tx *db.OrgTx) error {
		if err := audit.Write(t.Context(), tx, access.Actor{PersonID: 7}, noon, audit.Event{Kind: "matter.proposed"}); err != nil {
			return err
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Fatal(err)
	}
	if p := l.verify(t, l.org); p.Events != before.Events || !bytes.Equal(p.Head, before.Head) {
		t.Errorf("the chain = %+v, want %+v", p, before)
	}
}

func TestVerifyNamesTheFirstBrokenLink(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	last := l.verify(t, l.org).Events // the newest event's number
	for _, c := range []struct {
		name   string
		forge  []string
		broken int64
		why    string
	}{
		{"who", []string{`UPDATE events SET person_id = 8 WHERE seq = 3`}, 3, "content"},
		{"the system instead of a person", []string{`UPDATE events SET person_id = NULL WHERE seq = 3`}, 3, "content"},
		{"the role", []string{`UPDATE events SET role = 'hr' WHERE seq = 3`}, 3, "content"},
		{"when, by a microsecond", []string{`UPDATE events SET at = at + interval '1 microsecond' WHERE seq = 3`}, 3, "content"},
		{"what", []string{`UPDATE events SET kind = 'matter.decided' WHERE seq = 3`}, 3, "content"},
		{"which matter", []string{`UPDATE events SET matter_id = 2 WHERE seq = 3`}, 3, "content"},
		{"which meeting", []string{`UPDATE events SET meeting_id = 2 WHERE seq = 3`}, 3, "content"},
		{"a matter's number moved to the meeting", []string{`UPDATE events SET meeting_id = matter_id, matter_id = NULL WHERE seq = 3`}, 3, "content"},
		{"the text", []string{`UPDATE event_texts SET detail = '{"Text": "Ingen sade emot"}' WHERE seq = 4`}, 4, "text"},
		{"the text and its digest", []string{`UPDATE event_texts SET detail = '{"Text": "Annat"}' WHERE seq = 4`,
			`UPDATE events e SET text_digest = sha256(convert_to(t.detail::text, 'UTF8')) FROM event_texts t WHERE t.org_id = e.org_id AND t.seq = e.seq AND e.seq = 4`}, 4, "content"},
		{"the content, with its own link computed anew", []string{`UPDATE events SET role = 'hr' WHERE seq = 3`,
			`UPDATE events e SET hash = event_hash(e.prev_hash, e) WHERE seq = 3`}, 4, "previous"},
		{"an event removed from the middle", []string{`DELETE FROM event_texts WHERE seq = 3`, `DELETE FROM events WHERE seq = 3`}, 4, "gap"},
		{"an event removed, the others renumbered", []string{`DELETE FROM event_texts WHERE seq >= 3`, `DELETE FROM events WHERE seq = 3`,
			`UPDATE events SET seq = seq + 1000 WHERE seq > 3`, `UPDATE events SET seq = seq - 1001 WHERE seq > 1000`}, 3, "previous"},
		{"the first event removed", []string{`DELETE FROM event_texts WHERE seq = 1`, `DELETE FROM events WHERE seq = 1`}, 2, "gap"},
		{"two events changed: the first is named", []string{`UPDATE events SET role = 'hr' WHERE seq IN (5, 3)`}, 3, "content"},
		{"the tail cut off", []string{fmt.Sprintf(`DELETE FROM event_texts WHERE seq > %d`, last-2), fmt.Sprintf(`DELETE FROM events WHERE seq > %d`, last-2)}, last - 1, "head"},
		{"everything cut off", []string{`DELETE FROM event_texts`, `DELETE FROM events`}, 1, "head"},
		{"an event smuggled in at the end", []string{fmt.Sprintf(`INSERT INTO events SELECT org_id, seq + 1, at, person_id, role, kind, matter_id, meeting_id, text_digest, hash, hash
			FROM events WHERE seq = %d`, last)}, last + 1, "content"},
	} {
		t.Run(c.name, func(t *testing.T) {
			keep := []string{`CREATE TABLE kept_events AS TABLE events`, `CREATE TABLE kept_texts AS TABLE event_texts`}
			l.forge(t, append(keep, c.forge...)...)
			defer l.forge(t, `DELETE FROM event_texts`, `DELETE FROM events`, `INSERT INTO events SELECT * FROM kept_events`,
				`INSERT INTO event_texts SELECT * FROM kept_texts`, `DROP TABLE kept_events, kept_texts`)
			if p := l.verify(t, l.org); p.Broken != c.broken || p.Why != c.why {
				t.Errorf("broken at %d (%s), want %d (%s)", p.Broken, p.Why, c.broken, c.why)
			}
		})
	}
	if p := l.verify(t, l.org); p.Broken != 0 {
		t.Errorf("put back, the chain = %+v, want it whole", p)
	}
}

// Who rewrites the whole chain gets a chain that holds, and another head than the one that was published.
func TestRewritingChangesTheHead(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	published := l.verify(t, l.org).Head
	l.forge(t, `UPDATE events SET role = 'hr' WHERE seq = 3`, `
		DO $$ DECLARE e events; prev bytea; BEGIN
			SELECT prev_hash INTO prev FROM events WHERE seq = 1;
			FOR e IN SELECT * FROM events ORDER BY seq LOOP
				e.prev_hash := prev; e.hash := event_hash(prev, e); prev := e.hash;
				UPDATE events SET prev_hash = e.prev_hash, hash = e.hash WHERE seq = e.seq;
			END LOOP;
			UPDATE event_heads SET hash = prev;
		END $$`)
	p := l.verify(t, l.org)
	if p.Broken != 0 {
		t.Fatalf("the rewritten chain = %+v, want it whole in itself", p)
	}
	if bytes.Equal(p.Head, published) {
		t.Error("the rewritten chain has the published head")
	}
}

// A text that has been weeded (handbook L7) leaves the chain provable.
func TestWeedingATextBreaksNothing(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	l.forge(t, `DELETE FROM event_texts WHERE seq = 3`)
	if p := l.verify(t, l.org); p.Broken != 0 {
		t.Errorf("the chain = %+v, want it whole", p)
	}
}

func TestLogIsAppendOnly(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	before := l.verify(t, l.org)
	as := func(pool *pgxpool.Pool, statement string) error {
		ctx := context.Background()
		tx, err := pool.Begin(ctx)
		if err != nil {
			t.Fatal(err)
		}
		defer tx.Rollback(ctx)
		if _, err := tx.Exec(ctx, `SELECT set_config('app.org_id', $1, true)`, fmt.Sprint(l.org)); err != nil {
			t.Fatal(err)
		}
		_, err = tx.Exec(ctx, statement)
		if err == nil {
			return tx.Commit(ctx)
		}
		return err
	}
	for _, c := range []struct {
		who       string
		pool      *pgxpool.Pool
		statement string
		want      string // in the refusal
	}{
		{"the application", l.App, `UPDATE events SET role = 'hr'`, "permission denied"},
		{"the application", l.App, `DELETE FROM events`, "permission denied"},
		{"the application", l.App, `TRUNCATE events CASCADE`, "permission denied"},
		{"the application", l.App, `UPDATE event_texts SET detail = '{}'`, "permission denied"},
		{"the application", l.App, `DELETE FROM event_texts`, "permission denied"},
		{"the application", l.App, `UPDATE event_heads SET seq = 0`, "permission denied"},
		{"the application", l.App, `DELETE FROM event_heads`, "permission denied"},
		{"the application", l.App, `INSERT INTO event_heads (seq, hash) VALUES (0, '')`, "permission denied"},
		{"the owner", l.Owner, `UPDATE events SET role = 'hr'`, "append-only"},
		{"the owner", l.Owner, `DELETE FROM events`, "append-only"},
		{"the owner", l.Owner, `TRUNCATE events CASCADE`, "append-only"},
		{"the superuser", l.Super, `UPDATE events SET role = 'hr'`, "append-only"},
		{"the superuser", l.Super, `DELETE FROM events`, "append-only"},
		{"the superuser", l.Super, `TRUNCATE events, event_texts`, "append-only"},
	} {
		err := as(c.pool, c.statement)
		var pg *pgconn.PgError
		if !errors.As(err, &pg) || pg.Code != "42501" || !strings.Contains(pg.Message, c.want) {
			t.Errorf("%s: %s = %v, want it refused: %s", c.who, c.statement, err, c.want)
		}
	}
	if p := l.verify(t, l.org); p.Broken != 0 || p.Events != before.Events {
		t.Errorf("afterwards the chain = %+v, want %+v", p, before)
	}
}

// The application chooses nothing of the link: number, previous and hash come from the database.
func TestLinksAreMadeByTheDatabase(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	before := l.verify(t, l.org)
	err := l.db.InOrg(t.Context(), l.org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(t.Context(), `INSERT INTO events (seq, at, role, kind, text_digest, prev_hash, hash) VALUES (1, $1, 'hr', 'x', '', 'a', 'b')`, noon.Add(time.Hour))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if p := l.verify(t, l.org); p.Broken != 0 || p.Events != before.Events+1 {
		t.Errorf("the chain = %+v, want it whole with one more event than %d", p, before.Events)
	}
	err = l.db.InOrg(t.Context(), l.org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(t.Context(), `INSERT INTO events (org_id, seq, at, role, kind, text_digest, prev_hash, hash) VALUES ($1, 1, $2, 'hr', 'x', '', '', '')`, l.org+1, noon)
		return err
	})
	if err == nil {
		t.Error("an event was written in another organisation's log")
	}
}
