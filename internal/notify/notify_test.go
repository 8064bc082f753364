package notify_test

import (
	"context"
	"log/slog"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/notify"
	"samverka/internal/notify/smtptest"
	"samverka/internal/testdb"
)

func TestMain(m *testing.M) {
	if os.Getenv(workerEnv) != "" {
		work()
		return
	}
	os.Exit(m.Run())
}

var at = time.Date(2027, 3, 17, 9, 0, 0, 0, clock.Stockholm)

// scene is one organisation with a group that meets on 31 March 2027 and a matter.
type scene struct {
	t                    *testing.T
	db                   *db.DB
	super                testdb.DB
	org, matter, meeting int64
}

func newScene(t *testing.T) *scene {
	t.Helper()
	d := testdb.New(t)
	s := &scene{t: t, db: db.New(d.App), super: d}
	s.scan(&s.org, `INSERT INTO organisations (name, created_at) VALUES ('Älvsunda kommun', now()) RETURNING id`)
	owner := s.person("Amina Larsson", "amina@example.se")
	group := s.in(`INSERT INTO groups (name, level, chair_id) VALUES ('LSG VO Väst', 'LSG', $1) RETURNING id`, owner)
	s.meeting = s.in(`INSERT INTO meetings (group_id, starts_at, ends_at, created_by, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
		group, clock.NewDate(2027, 3, 31).At(13, 0), clock.NewDate(2027, 3, 31).At(14, 30), owner, at)
	s.matter = s.in(`INSERT INTO matters (number, title, category, purpose, planned_decision, decider, owner_id, created_at)
		VALUES ('SAM 2027/12', 'Nytt schema i hemtjänsten', 'working_time', 'Färre delade turer', '2027-03-31', 'manager', $1, $2) RETURNING id`, owner, at)
	return s
}

// in runs an insert in the organisation and gives its id.
func (s *scene) in(sql string, args ...any) (id int64) {
	s.t.Helper()
	err := s.db.InOrg(s.t.Context(), s.org, func(tx *db.OrgTx) error {
		return tx.QueryRow(s.t.Context(), sql, args...).Scan(&id)
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return id
}

// scan reads one value as the superuser, across organisations.
func (s *scene) scan(dst any, sql string, args ...any) {
	s.t.Helper()
	if err := s.super.Super.QueryRow(s.t.Context(), sql, args...).Scan(dst); err != nil {
		s.t.Fatal(err)
	}
}

func (s *scene) exec(sql string, args ...any) {
	s.t.Helper()
	if _, err := s.super.Super.Exec(s.t.Context(), sql, args...); err != nil {
		s.t.Fatal(err)
	}
}

func (s *scene) person(name, email string) int64 {
	return s.in(`INSERT INTO people (name, sort_name, email) VALUES ($1, $1, nullif($2, '')) RETURNING id`, name, email)
}

// movedFrom lays out the meeting that the scene's was moved from.
func (s *scene) movedFrom(day clock.Date) int64 {
	return s.in(`INSERT INTO meetings (group_id, starts_at, ends_at, created_by, created_at, status, moved_to, calendar_sequence)
		SELECT group_id, $1, $2, created_by, created_at, 'cancelled', id, 1 FROM meetings WHERE id = $3 RETURNING id`, day.At(13, 0), day.At(14, 30), s.meeting)
}

// apt is an APT of Hemtjänst Väst on 7 April 2027.
func (s *scene) apt() int64 {
	unit := s.in(`INSERT INTO units (name) VALUES ('Hemtjänst Väst') RETURNING id`)
	id := s.in(`INSERT INTO apts (unit_id, title, lead_id, created_at) VALUES ($1, 'APT', $2, $3) RETURNING id`, unit, s.person("Åsa Berg", ""), at)
	day := clock.NewDate(2027, 4, 7)
	s.in(`INSERT INTO apt_sittings (apt_id, starts_at, ends_at) VALUES ($1, $2, $3) RETURNING id`, id, day.At(14, 0), day.At(15, 30))
	return id
}

// wants sets every topic that may come in the manner to it, for the person.
func (s *scene) wants(person int64, m notify.Manner) {
	s.t.Helper()
	settings := &notify.Settings{DB: s.db, Clock: clock.NewTest(at)}
	who := access.Actor{OrgID: s.org, PersonID: person, Role: access.Employee}
	mine, err := settings.Mine(s.t.Context(), who)
	if err != nil {
		s.t.Fatal(err)
	}
	chosen := map[notify.Topic]notify.Manner{}
	for _, set := range mine.Settings {
		if slices.Contains(set.Manners, m) {
			chosen[set.Topic] = m
		}
	}
	if err := settings.Choose(s.t.Context(), who, chosen); err != nil {
		s.t.Fatal(err)
	}
}

func (s *scene) config(smtp string) notify.Config {
	return notify.Config{DB: s.db, Clock: clock.NewTest(at), SMTP: smtp, From: "samverka@alvsunda.example",
		BaseURL: "https://samverka.alvsunda.example", Log: slog.New(slog.NewTextHandler(testLog{s.t}, nil))}
}

// notifier works on the jobs until the test ends; an empty smtp means no mail server.
func (s *scene) notifier(smtp string) *notify.Notifier {
	s.t.Helper()
	n, err := notify.New(s.config(smtp))
	if err != nil {
		s.t.Fatal(err)
	}
	s.start(n)
	return n
}

// tells is notifier for a matter that misses hs.
func (s *scene) tells(smtp string, hs []announce.Hindrance) *notify.Notifier {
	s.t.Helper()
	n, err := notify.New(s.config(smtp))
	if err != nil {
		s.t.Fatal(err)
	}
	n.Missing(func(context.Context, int64, int64) ([]announce.Hindrance, error) { return hs, nil })
	s.start(n)
	return n
}

func (s *scene) start(n *notify.Notifier) {
	s.t.Helper()
	if err := n.Start(context.WithoutCancel(s.t.Context())); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		if err := n.Stop(context.Background()); err != nil {
			s.t.Error(err)
		}
	})
}

func (s *scene) announce(n *notify.Notifier, as ...announce.Announcement) {
	s.t.Helper()
	err := s.db.InOrg(s.t.Context(), s.org, func(tx *db.OrgTx) error { return n.Announce(s.t.Context(), tx, as...) })
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *scene) drain(n *notify.Notifier) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), time.Minute)
	defer cancel()
	if err := n.Drain(ctx); err != nil {
		s.t.Fatal(err)
	}
}

// states counts the organisation's mails by state.
func (s *scene) states() map[string]int {
	s.t.Helper()
	rows, err := s.super.Super.Query(s.t.Context(), `SELECT state, count(*) FROM mails GROUP BY 1`)
	if err != nil {
		s.t.Fatal(err)
	}
	got, state, n := map[string]int{}, "", 0
	if _, err := pgx.ForEachRow(rows, []any{&state, &n}, func() error { got[state] = n; return nil }); err != nil {
		s.t.Fatal(err)
	}
	return got
}

func (s *scene) notice(to ...int64) announce.Announcement {
	return announce.Announcement{Kind: announce.Notice, Subject: 7, MeetingID: s.meeting, To: to}
}

func addresses(ms []smtptest.Message) []string {
	var got []string
	for _, m := range ms {
		got = append(got, m.To)
	}
	slices.Sort(got)
	return got
}

type testLog struct{ t *testing.T }

func (l testLog) Write(p []byte) (int, error) {
	l.t.Log(string(p))
	return len(p), nil
}
