package proptest

import (
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
)

// lawOfDecisions: no history reaches a decision while the gate lists anything, except under an approved exception, and
// except a board's materially deviating decision, which is a fact (MBL 11 §; handbook T11, "Decision differs"). was is the
// matter just before, err what the operation answered.
func (w *world) lawOfDecisions(was matter.Record, err error) {
	total := w.countDecisions()
	if was.ID == 0 || total == w.decisions {
		if total != w.decisions {
			w.broken("decisions belong to a matter", "a decision appeared")
		}
		return
	}
	w.decisions++
	d, ok := w.Record(was.ID).LastDecision()
	switch {
	case err != nil:
		w.broken("a refused decision is not stored", "%+v after %v", d, err)
	case total != w.decisions || !ok:
		w.broken("one decision at a time", "%d decisions, want %d", total, w.decisions)
	case d.Deviation == matter.MaterialDeviation && d.ByBoard:
	case d.Deviation == matter.MaterialDeviation:
		w.broken("a manager's deviating decision is a new version", "%+v", d)
	case d.ExceptionID != 0:
		e, ok := was.ApprovedException()
		if !ok || e.ID != d.ExceptionID || clock.DateOf(*e.DecidedAt).After(d.DecidedOn) || d.DecidedOn == w.today() && len(was.Gate(w.now())) == 0 {
			w.broken("an exception is approved before it is used, unused and needed", "%+v, approved %+v", d, e)
		}
	case d.DecidedOn == w.today():
		if ms := was.Gate(w.now()); len(ms) > 0 {
			w.broken("no decision while the gate lists anything", "%+v, missing %s", d, keys(ms))
		}
	default:
		w.lawOfEarlierDay(was, d)
	}
}

// lawOfEarlierDay: on the day that the board decided, the gate was empty: as the matter stood then, not as it stands now.
func (w *world) lawOfEarlierDay(was matter.Record, d matter.Decision) {
	var then *matter.Record
	for _, s := range w.past[was.ID] {
		if !clock.DateOf(s.at).After(d.DecidedOn) {
			then = &s.rec
		}
	}
	if then == nil {
		w.broken("no decision before the matter", "%+v", d)
	}
	if ms := then.Gate(d.DecidedOn.At(23, 59)); len(ms) > 0 {
		w.broken("no decision while the gate lists anything", "%+v; that day was missing %s", d, keys(ms))
	}
}

func (w *world) countDecisions() int {
	var n []int
	query(w, `SELECT count(*)::int FROM decisions`, &n)
	return n[0]
}

func keys(ms []matter.Missing) string {
	var ks []string
	for _, m := range ms {
		ks = append(ks, strings.TrimPrefix(m.Key, "matter.gate."))
	}
	return strings.Join(ks, " ")
}

// laws hold at every moment: after whatever has changed anything, and now and then when nothing should have.
func (w *world) laws() {
	if !w.moved && !w.chance(1, 8) {
		return
	}
	w.moved = false
	w.must(matter.Judge(w.ctx, w.DB, w.Org, w.now()))
	err := w.DB.InOrg(w.ctx, w.Org, func(tx *db.OrgTx) error {
		rs, err := matter.LoadAll(w.ctx, tx, w.matters, w.today())
		if err != nil {
			return err
		}
		again := rs
		if w.chance(1, 4) {
			if again, err = matter.LoadAll(w.ctx, tx, w.matters, w.today()); err != nil {
				return err
			}
		}
		for i, r := range rs {
			w.lawOfStates(r, again[i])
			w.lawOfSteps(r)
			if err := w.lawOfTheTrigger(tx, r); err != nil {
				return err
			}
		}
		if err := w.lawOfVerdicts(tx, rs); err != nil {
			return err
		}
		return w.lawsOfRows(tx)
	})
	w.must(err)
}

// verdict is what is kept of one matter.
type verdict struct {
	MatterID int64
	matter.Verdict
}

// lawOfVerdicts: what is kept of each matter is what the gate says of it now, whatever has happened since the day began.
func (w *world) lawOfVerdicts(tx *db.OrgTx, rs []matter.Record) error {
	var kept []verdict
	var b db.Batch
	db.Many(&b, &kept, `SELECT matter_id, state, missing, earliest, too_early FROM matter_verdicts`)
	if err := tx.Send(w.ctx, &b); err != nil {
		return err
	}
	for _, r := range rs {
		i := slices.IndexFunc(kept, func(v verdict) bool { return v.MatterID == r.ID })
		deviates := func(d matter.Decision) bool { return d.Deviation == matter.MaterialDeviation }
		if pending := r.Status == "open" && (len(r.Decisions) == 0 || slices.ContainsFunc(r.Decisions, deviates)); pending != (i >= 0) {
			w.broken("verdicts are kept of matters on their way", "matter %d: %v, kept %v", r.ID, pending, i >= 0)
		} else if pending && kept[i].Verdict != r.Verdict(w.now()) {
			w.broken("what is kept is what the gate says", "matter %d: %+v, kept %+v", r.ID, r.Verdict(w.now()), kept[i].Verdict)
		}
	}
	return nil
}

// lawsOfRows are those of what is stored.
func (w *world) lawsOfRows(tx *db.OrgTx) error {
	var ps []position
	var ls []limit
	var n []int
	var b db.Batch
	db.Many(&b, &ps, `SELECT id, item_id, union_id, person_id, stance, reason, at, superseded_at, window_until, waived_at FROM positions ORDER BY id`)
	db.Many(&b, &ls, `SELECT 'the window of position ' || id AS what, window_until AS day FROM positions WHERE window_until IS NOT NULL AND $1
		UNION ALL SELECT 'the window of track ' || id, window_until FROM tracks WHERE window_until IS NOT NULL AND $1
		UNION ALL SELECT 'the approval of the minutes of ' || meeting_id, due_on FROM minutes WHERE due_on IS NOT NULL AND $1
		UNION ALL SELECT 'the time to object to proposal ' || id, objection_until FROM proposals WHERE objection_until IS NOT NULL`, w.move)
	db.Scalars(&b, &n, `SELECT count(*)::int FROM decisions`)
	if err := tx.Send(w.ctx, &b); err != nil {
		return err
	}
	if n[0] != w.decisions {
		w.broken("only deciding decides", "%d decisions, want %d", n[0], w.decisions)
	}
	w.lawOfPositions(ps)
	w.lawOfDeadlines(ls)
	return nil
}

// lawOfStates: what is derived twice is the same, and the states say what the gate says.
func (w *world) lawOfStates(r, again matter.Record) {
	now := w.now()
	if diff := cmp.Diff(r.Gate(now), again.Gate(now), cmp.Comparer(func(a, b clock.Date) bool { return a == b })); diff != "" {
		w.broken("the gate is derived", "twice differs:\n%s", diff)
	}
	if r.State(now) != again.State(now) || r.Earliest(now) != again.Earliest(now) {
		w.broken("states are derived", "%s %s, then %s %s", r.State(now), r.Earliest(now), again.State(now), again.Earliest(now))
	}
	for i, t := range r.Tracks {
		if a, b := r.TrackState(t, now), again.TrackState(again.Tracks[i], now); a != b {
			w.broken("states are derived", "track %s: %s, then %s", t.Label(), a, b)
		}
	}
	empty, state := len(r.Gate(now)) == 0, r.State(now)
	if empty && len(r.Decisions) == 0 && r.Status == "open" && state != matter.Ready {
		w.broken("an empty gate is ready for decision", "matter %d is %s", r.ID, state)
	}
	if !empty && state == matter.Ready {
		w.broken("ready for decision is an empty gate", "matter %d misses %s", r.ID, keys(r.Gate(now)))
	}
	if empty && r.Earliest(now) != w.today() {
		w.broken("what may be decided may be decided today", "matter %d: earliest %s", r.ID, r.Earliest(now))
	}
	if r.Earliest(now).Before(w.today()) {
		w.broken("the earliest day is not past", "matter %d: %s", r.ID, r.Earliest(now))
	}
}

// besides are the kinds that the trigger leaves to the gate: it knows of tracks alone.
var besides = []string{"matter.gate.proposal", "matter.gate.risk", "matter.gate.mbl38", "matter.gate.editorial"}

func ofTracks(ms []matter.Missing) []matter.Missing {
	return slices.DeleteFunc(slices.Clone(ms), func(m matter.Missing) bool { return slices.Contains(besides, m.Key) })
}

// lawOfTheTrigger: the last lock in the database refuses exactly what the gate says of the tracks, today and, for a board's
// decision, on an earlier day.
func (w *world) lawOfTheTrigger(tx *db.OrgTx, r matter.Record) error {
	p, ok := r.Current()
	if !ok {
		return nil
	}
	ms := ofTracks(r.Gate(w.now()))
	unfinished, refused, err := w.probe(tx, r, p, w.today(), false)
	if err != nil {
		return err
	}
	if (refused != nil) != (unfinished > 0) {
		w.broken("the trigger is its count", "matter %d: %d unfinished, the trigger says %v", r.ID, unfinished, refused)
	}
	if (refused != nil) != (len(ms) > 0) {
		w.broken("the gate and the trigger agree", "matter %d: the gate misses %q, %d unfinished, the trigger says %v", r.ID, keys(ms), unfinished, refused)
	}
	if len(ms) > 0 && !w.chance(1, 4) {
		return nil
	}
	return w.lawOfTheTriggerThen(tx, r, p)
}

func (w *world) lawOfTheTriggerThen(tx *db.OrgTx, r matter.Record, p matter.Proposal) error {
	on := w.today().Add(-rapid.IntRange(0, 12).Draw(w.t, "days back"))
	r.Decider, r.Status, r.Decisions, r.Exceptions = matter.ByBoard, "open", nil, nil
	var blocked *matter.Blocked
	var ms []matter.Missing
	if err := r.CanRecordBoard(matter.BoardForm{DecidedOn: on, DecisionForm: matter.DecisionForm{Deviation: matter.AsProposed}}, w.today()); errors.As(err, &blocked) {
		ms = ofTracks(blocked.Missing)
	}
	unfinished, refused, err := w.probe(tx, r, p, on, true)
	if err != nil {
		return err
	}
	if refused == nil && len(ms) > 0 || refused != nil && blocked == nil {
		w.broken("the gate and the trigger agree on earlier days", "matter %d, a board on %s: the gate misses %q, %d unfinished, the trigger says %v", r.ID, on, keys(ms), unfinished, refused)
	}
	return nil
}

// probe tries to store a decision past the rules, as the application's role, and undoes it.
func (w *world) probe(tx *db.OrgTx, r matter.Record, p matter.Proposal, on clock.Date, board bool) (unfinished int64, refused, err error) {
	if err := tx.QueryRow(w.ctx, `SELECT matter_unfinished($1, $2) + matter_uninformed($1, $2)`, r.ID, on).Scan(&unfinished); err != nil {
		return 0, nil, err
	}
	part, err := tx.Begin(w.ctx)
	if err != nil {
		return 0, nil, err
	}
	_, refused = part.Exec(w.ctx, `INSERT INTO decisions (matter_id, proposal_id, decided_on, by_board, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		r.ID, p.ID, on, board, r.OwnerID, w.now())
	return unfinished, refused, part.Rollback(w.ctx)
}

// position is what must never change of one, and what may be set once.
type position struct {
	ID, ItemID, UnionID, PersonID int64
	Stance, Reason                string
	At                            time.Time
	SupersededAt                  *time.Time
	WindowUntil                   clock.Date
	WaivedAt                      *time.Time
}

// lawOfPositions: a position is never lost or overwritten, only superseded; one at most stands per union and treatment.
func (w *world) lawOfPositions(ps []position) {
	seen := map[int64]bool{}
	standing := map[[2]int64]bool{}
	for _, p := range ps {
		seen[p.ID] = true
		if p.SupersededAt == nil {
			if standing[[2]int64{p.ItemID, p.UnionID}] {
				w.broken("one position stands", "%+v is a second one", p)
			}
			standing[[2]int64{p.ItemID, p.UnionID}] = true
		}
		if was, ok := w.positions[p.ID]; ok {
			w.samePosition(was, p)
		}
		w.positions[p.ID] = p
	}
	for id, p := range w.positions {
		if !seen[id] {
			w.broken("positions are never lost", "%+v is gone", p)
		}
	}
}

func (w *world) samePosition(was, is position) {
	if was.SupersededAt != nil && (is.SupersededAt == nil || !is.SupersededAt.Equal(*was.SupersededAt)) || !was.WindowUntil.IsZero() && is.WindowUntil != was.WindowUntil ||
		was.WaivedAt != nil && (is.WaivedAt == nil || !is.WaivedAt.Equal(*was.WaivedAt)) {
		w.broken("positions are never overwritten", "%+v became %+v", was, is)
	}
	is.SupersededAt, is.WindowUntil, is.WaivedAt = was.SupersededAt, was.WindowUntil, was.WaivedAt
	if !is.At.Equal(was.At) {
		w.broken("positions are never overwritten", "%+v became %+v", was, is)
	}
	is.At = was.At
	if was != is {
		w.broken("positions are never overwritten", "%+v became %+v", was, is)
	}
}

// limit is a time limit that is stored.
type limit struct {
	What string
	Day  clock.Date
}

// lawOfDeadlines: no time limit ends on a day off when the agreement says so; working days are working days whatever it says.
func (w *world) lawOfDeadlines(ls []limit) {
	for _, l := range ls {
		if !l.Day.IsWorkingDay() {
			w.broken("time limits end on working days", "%s ends on %s, a %s", l.What, l.Day, l.Day.Weekday())
		}
	}
}

// lawOfTheLog: the event log's chain holds.
func (w *world) lawOfTheLog() {
	err := w.DB.InOrg(w.ctx, w.Org, func(tx *db.OrgTx) error {
		p, err := audit.Verify(w.ctx, tx)
		if err == nil && p.Broken != 0 {
			w.broken("the event log's chain holds", "%+v", p)
		}
		return err
	})
	w.must(err)
}

// rows reads what queue queues, seeing this history's organisation only.
func (w *world) rows(queue func(*db.Batch)) {
	var b db.Batch
	queue(&b)
	w.must(w.DB.ReadOrg(w.ctx, w.Org, &b))
}

// query reads one column.
func query[T any](w *world, sql string, dst *[]T, args ...any) {
	w.rows(func(b *db.Batch) { db.Scalars(b, dst, sql, args...) })
}
