package killtest

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"samverka/internal/matter"
	"samverka/internal/meeting"
)

// treated is a meeting that was opened days ago, with a matter before decision that waits for positions.
func (s *stage) treated(days, hour int) (id, item int64) {
	s.T.Helper()
	ctx := context.Background()
	who := s.Chef(chair)
	id = s.plan(-days, hour)
	about := s.Start(chair, "Nytt schema", "Hemtjänst Väst", s.today.Add(30), group)
	s.must(s.Meeting.SetUp(ctx, who, id, meeting.SetUpForm{MatterID: about, Class: matter.BeforeDecision, Reason: "Provet"}))
	s.Clock.Set(s.today.Add(-days).At(hour, 0))
	s.must(s.Meeting.Open(ctx, who, id))
	item = s.Item(id, about)
	s.must(s.Meeting.OpenItem(ctx, who, item))
	return id, item
}

// stating is a union that states its position, and changes it in every round.
type stating struct {
	s     *stage
	rep   *visitor
	path  string
	item  int64
	stood string // the reason that stands
}

func reasonOf(round int) string {
	return fmt.Sprintf("Skäl %d. %s", round, strings.Repeat("Turerna blir för långa på helgerna. ", 30))
}

func (x *stating) state(p *process, round int) error {
	return x.rep.submit(p, x.path, "position", url.Values{"stance": {matter.Disagrees}, "reason": {reasonOf(round)}, "confirm": {"yes"}})
}

// check: one position stands, whole, the one from before or the one that was being stated; the log tells of each that was
// stored and of none that was not, and an earlier one is kept.
func (x *stating) check(t *testing.T, round int) {
	t.Helper()
	standing := x.s.number(`SELECT count(*) FROM positions WHERE item_id = $1 AND superseded_at IS NULL`, x.item)
	got := x.s.text(`SELECT coalesce(max(reason), '') FROM positions WHERE item_id = $1 AND superseded_at IS NULL`, x.item)
	if standing > 1 || got != x.stood && got != strings.TrimSpace(reasonOf(round)) {
		t.Errorf("round %d: %d positions stand, and the reason begins %.40q", round, standing, got)
	}
	stored, logged := x.s.number(`SELECT count(*) FROM positions WHERE item_id = $1`, x.item),
		x.s.number(`SELECT count(*) FROM events WHERE kind = 'meeting.position'`)
	if stored != logged {
		t.Errorf("round %d: %d positions are stored and the log tells of %d", round, stored, logged)
	}
	if n := x.s.number(`SELECT count(*) FROM positions WHERE item_id = $1 AND superseded_at IS NOT NULL`, x.item); n != stored-standing {
		t.Errorf("round %d: %d of %d positions were superseded", round, n, stored)
	}
	x.stood = got
}
