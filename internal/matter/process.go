package matter

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/process"
)

// ProcessStep is one step of the process that the matter follows.
type ProcessStep struct {
	process.Step
	ID        int64
	MatterID  int64
	Position  int
	GroupID   int64
	GroupName string
	PlannedOn clock.Date
	Unmet     bool       // it needs a meeting, and none was planned in time
	TickedAt  *time.Time // somebody said that it is done
	TickedBy  string
	Done      bool // ticked, or seen by the system
	Seen      bool // seen by the system: nobody ticks it
}

// surroundings are the groups and meetings around the units, as a template is laid out in them. A forum that has no group of
// its own is the next one below it.
func (in Situation) surroundings() process.Surroundings {
	out := process.Surroundings{Groups: map[string]process.Group{}}
	near, ok := in.common()
	if one := in.near(); len(one) == 1 {
		near, ok = one[0], true
	}
	forums := []struct {
		forum string
		group Coverage
		ok    bool
	}{{process.Near, near, ok}, {forum: process.Above}, {forum: process.Central}}
	forums[1].group, forums[1].ok = in.boardLevel()
	forums[2].group, forums[2].ok = in.best(nearer, func(c Coverage) bool { return c.Wide })
	for i, f := range forums {
		if !f.ok && i > 0 {
			f.group, f.ok = forums[i-1].group, forums[i-1].ok
			forums[i] = f
		}
		if f.ok {
			out.Groups[f.forum] = process.Group{ID: f.group.GroupID, Name: f.group.Name}
		}
	}
	for _, m := range in.Meetings {
		by := in.Agreement.NoticeBy(m.Day, false)
		if m.Called {
			by = in.Agreement.PapersBy(m.Day, false)
		}
		out.Meetings = append(out.Meetings, process.Meeting{ID: m.ID, GroupID: m.GroupID, Day: m.Day, By: by})
	}
	for _, a := range in.APTs {
		out.APTs = append(out.APTs, a.Day)
	}
	return out
}

// StartFrom begins a wizard from a template, which answers what it can, and returns its id.
func (s *Service) StartFrom(ctx context.Context, who access.Actor, ref string) (id int64, err error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return 0, err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		t, ok, err := process.Load(ctx, tx, ref)
		switch {
		case err != nil:
			return err
		case !ok || t.Retired:
			return fail.New(fail.NotFound, "error.not_found")
		}
		raw, err := json.Marshal(Answers{Template: ref, Category: t.Category})
		if err != nil {
			return fmt.Errorf("writing the answers: %w", err)
		}
		return tx.QueryRow(ctx, `INSERT INTO matter_drafts (person_id, answers, updated_at) VALUES ($1, $2, $3) RETURNING id`, who.PersonID, raw, s.Clock.Now()).Scan(&id)
	})
	return id, err
}

// follow stores the steps of the template that the matter starts from, laid out for its decision.
func (s *Service) follow(ctx context.Context, tx *db.OrgTx, in Situation, id int64, ref string, today clock.Date) error {
	t, ok, err := process.Load(ctx, tx, ref)
	if err != nil || !ok {
		return err
	}
	var b db.Batch
	b.Exec(`UPDATE matters SET template = $1 WHERE id = $2`, ref, id)
	for i, p := range t.Lay(in.PlannedDecision, today, in.surroundings()).Steps {
		raw, err := json.Marshal(p.Step)
		if err != nil {
			return fmt.Errorf("writing a step: %w", err)
		}
		b.Exec(`INSERT INTO matter_steps (matter_id, position, step, group_id, planned_on, unmet) VALUES ($1, $2, $3, nullif($4::bigint, 0), $5, $6)`,
			id, i+1, raw, p.Group.ID, p.Day, p.Unmet)
	}
	return tx.Send(ctx, &b)
}

// stepRow is a step as it is stored.
type stepRow struct {
	ID, MatterID int64
	Position     int
	Step         process.Step
	GroupID      int64
	GroupName    string
	PlannedOn    clock.Date
	Unmet        bool
	TickedAt     *time.Time
	TickedBy     string
}

func queueSteps(b *db.Batch, id int64) func(Record) []ProcessStep {
	var rows []stepRow
	db.Many(b, &rows, `
		SELECT s.id, s.matter_id, s.position, s.step, coalesce(s.group_id, 0) AS group_id, coalesce(g.name, '') AS group_name, s.planned_on, s.unmet,
		       s.done_at AS ticked_at, coalesce(p.name, '') AS ticked_by
		FROM   matter_steps s LEFT JOIN groups g ON g.id = s.group_id LEFT JOIN people p ON p.id = s.done_by WHERE s.matter_id = $1 ORDER BY s.position`, id)
	return func(r Record) []ProcessStep {
		steps := make([]ProcessStep, len(rows))
		for i, x := range rows {
			steps[i] = ProcessStep{Step: x.Step, ID: x.ID, MatterID: x.MatterID, Position: x.Position, GroupID: x.GroupID, GroupName: x.GroupName, PlannedOn: x.PlannedOn,
				Unmet: x.Unmet, TickedAt: x.TickedAt, TickedBy: x.TickedBy}
		}
		return r.judgeSteps(steps)
	}
}

// judgeSteps marks the steps that the system sees are done: the first step of a kind when the first such thing has
// happened, the second when two have.
func (r Record) judgeSteps(steps []ProcessStep) []ProcessStep {
	count := map[string]int{}
	for i := range steps {
		s := &steps[i]
		key := s.Kind
		if s.Group() {
			key = fmt.Sprintf("%s %d", s.Kind, s.GroupID)
		}
		count[key]++
		var seen bool
		seen, s.Seen = r.happened(*s, count[key])
		s.Done = seen || s.TickedAt != nil
	}
	return steps
}

// happened reports whether the nth thing of the step's kind has happened; known: the system can tell.
func (r Record) happened(s ProcessStep, nth int) (done, known bool) {
	items := func(is func(Item) bool) int {
		n := 0
		for _, it := range r.Items {
			if it.GroupID == s.GroupID && it.MeetingStatus != "cancelled" && is(it) {
				n++
			}
		}
		return n
	}
	ended := func(it Item) bool { return it.Status == "handled" || it.Status == "concluded" }
	switch s.Kind {
	case process.APT:
		days := map[clock.Date]bool{}
		for _, d := range r.Dialogues {
			days[clock.DateOf(d.HeldAt)] = true
		}
		return len(days) >= nth, true
	case process.Early:
		return items(func(it Item) bool { return it.Class == EarlyDialogue && ended(it) }) >= nth, true
	case process.Inform:
		return items(func(it Item) bool { return it.Class == Information && ended(it) }) >= nth, true
	case process.Proposal:
		return len(r.Proposals) > 0, true
	case process.Risk:
		fixed := 0
		for _, x := range r.Risks {
			if x.FixedAt != nil {
				fixed++
			}
		}
		return fixed >= nth, true
	case process.Samverkan:
		return slices.ContainsFunc(r.Tracks, func(t Track) bool { _, ok := r.outcome(t); return t.GroupID == s.GroupID && ok }), true
	case process.Decision:
		d, ok := r.LastDecision()
		return ok && d.Deviation != MaterialDeviation, true
	}
	return false, false
}

// NextStep is the first step that is not done, and whether there is one.
func NextStep(steps []ProcessStep) (ProcessStep, bool) {
	i := slices.IndexFunc(steps, func(s ProcessStep) bool { return !s.Done })
	if i < 0 {
		return ProcessStep{}, false
	}
	return steps[i], true
}

// TickStep notes that a step that the system cannot see is done, or is not. The owner ticks.
func (s *Service) TickStep(ctx context.Context, who access.Actor, id, step int64, done bool) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if c.rec.OwnerID != who.PersonID {
			return fail.New(fail.Forbidden, "matter.error.not_owner")
		}
		var title string
		err := c.tx.QueryRow(ctx, `UPDATE matter_steps SET done_at = CASE WHEN $1 THEN $2::timestamptz END, done_by = CASE WHEN $1 THEN $3::bigint END
			WHERE id = $4 AND matter_id = $5 AND step->>'kind' IN ('task', 'follow', 'apt') RETURNING step->>'title'`, done, c.now, who.PersonID, step, id).Scan(&title)
		if err != nil {
			return fail.Wrap(fail.NotFound, err, "error.not_found")
		}
		kind := "matter.step_done"
		if !done {
			kind = "matter.step_undone"
		}
		c.log(kind, "Title", title)
		return nil
	})
}

// StepsPage is the process that the matter follows.
type StepsPage struct {
	Record
	Process  []ProcessStep
	Template process.Template // what it started from; no name: it is gone
	Today    clock.Date
}

// Steps reads the page of the matter's process. NotFound when the actor may not know of the matter, or it follows none.
func (s *Service) Steps(ctx context.Context, who access.Actor, id int64) (StepsPage, error) {
	if err := who.Require(access.MatterRead); err != nil {
		return StepsPage{}, err
	}
	p := StepsPage{Today: clock.Today(s.Clock)}
	var b db.Batch
	where, args := Visible(who, 2)
	assemble := Queue(&b, `SELECT m.id FROM matters m WHERE m.id = $1 AND `+where, slices.Concat([]any{id}, args), p.Today)
	steps, templates := queueSteps(&b, id), process.Queue(&b)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return StepsPage{}, err
	}
	rs := assemble()
	if len(rs) == 0 || rs[0].Template == "" {
		return StepsPage{}, fail.New(fail.NotFound, "error.not_found")
	}
	p.Record = rs[0]
	p.Process = steps(p.Record)
	p.Template, _ = process.Find(templates(), p.Record.Template)
	return p, nil
}
