package proptest

import (
	"encoding/json"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samverka/internal/db"
	"samverka/internal/scene"
)

// replayed is how many histories are played twice.
const replayed = 3

// replays plays histories twice, each time in an organisation of its own: the same events in the same order give the same
// state. What is compared are names, words and times, never ids: those are others.
func replays(t *testing.T, stage *scene.Scene, played *tally) {
	t.Helper()
	told := 0
	for n := range uint64(replayed) {
		draws := make([]byte, 4<<20)
		_, _ = rand.NewChaCha8([32]byte{byte(n), 27}).Read(draws) // never fails
		var got [2]picture
		for i := range got {
			rapid.MakeFuzz(func(r *rapid.T) { got[i] = play(stage, r, played).picture() })(t, draws)
		}
		told += len(got[0].Events)
		if diff := cmp.Diff(got[0], got[1]); diff != "" {
			t.Errorf("history %d ended in two ways (-first +second):\n%s", n, diff)
		}
	}
	if told < 30 {
		t.Errorf("histories of %d logged events prove little", told)
	}
}

// picture is all that can be told of an organisation without ids.
type picture struct {
	History                                                []string
	Matters                                                []string
	Events, Positions, Meetings, Minutes, Tasks, Decisions []string
}

// numbers are days and times, which are kept, and others, which are ids of rows in the words of a history or a link.
var numbers = regexp.MustCompile(`\d{4}-\d{2}-\d{2}|\d{2}:\d{2}|\d+`)

func withoutIDs(text string) string {
	return numbers.ReplaceAllStringFunc(text, func(n string) string {
		if strings.ContainsAny(n, "-:") {
			return n
		}
		return "N"
	})
}

func (w *world) picture() (p picture) {
	for _, line := range w.history[1:] {
		p.History = append(p.History, withoutIDs(line))
	}
	for _, id := range w.matters {
		r := w.Record(id)
		told, err := json.Marshal(map[string]any{"title": r.Title, "state": r.State(w.now()), "earliest": r.Earliest(w.now()), "missing": r.Gate(w.now())})
		w.must(err)
		p.Matters = append(p.Matters, withoutIDs(string(told)))
	}
	w.rows(func(b *db.Batch) {
		db.Scalars(b, &p.Events, `SELECT concat_ws(' ', e.at, e.role, e.kind, p.name, m.title, g.name) FROM events e LEFT JOIN people p ON p.id = e.person_id
			LEFT JOIN matters m ON m.id = e.matter_id LEFT JOIN meetings me ON me.id = e.meeting_id LEFT JOIN groups g ON g.id = me.group_id ORDER BY e.seq`)
		db.Scalars(b, &p.Positions, `SELECT concat_ws(' ', po.at, m.title, un.name, p.name, po.stance, po.reason, po.superseded_at, po.window_until, po.waived_at) FROM positions po
			JOIN agenda_items ai ON ai.id = po.item_id JOIN matters m ON m.id = ai.matter_id JOIN unions un ON un.id = po.union_id JOIN people p ON p.id = po.person_id ORDER BY po.id`)
		db.Scalars(b, &p.Meetings, `SELECT concat_ws(' ', me.starts_at, me.status, g.name, (SELECT string_agg(concat_ws(' ', coalesce(m.title, ai.title), ai.class, ai.status, ai.concluded_at, ai.effective_at), '; ' ORDER BY ai.id)
			FROM agenda_items ai LEFT JOIN matters m ON m.id = ai.matter_id WHERE ai.meeting_id = me.id)) FROM meetings me JOIN groups g ON g.id = me.group_id ORDER BY me.id`)
		db.Scalars(b, &p.Minutes, `SELECT concat_ws(' ', me.starts_at, mi.status, mi.version, mi.addition, mi.due_on, mi.approved_at, (SELECT string_agg(concat_ws(' ', p.name, aj.answer, aj.answered_at), '; ' ORDER BY p.name)
			FROM adjusters aj JOIN people p ON p.id = aj.person_id WHERE aj.meeting_id = mi.meeting_id)) FROM minutes mi JOIN meetings me ON me.id = mi.meeting_id ORDER BY me.id`)
		db.Scalars(b, &p.Tasks, `SELECT concat_ws(' ', t.kind, p.name, t.role, t.due_on, t.done_at, m.title) FROM tasks t JOIN people p ON p.id = t.person_id LEFT JOIN matters m ON m.id = t.matter_id ORDER BY 1`)
		db.Scalars(b, &p.Decisions, `SELECT concat_ws(' ', m.title, d.decided_on, d.deviation, d.recorded_at) FROM decisions d JOIN matters m ON m.id = d.matter_id ORDER BY d.id`)
	})
	return p
}
