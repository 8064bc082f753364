package matter

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/process"
)

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

// Recount lays the steps that are not done out anew, for the decision as it is planned now and the meetings that are planned
// now. Steps that are done keep their days.
func (s *Service) Recount(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.owned(); err != nil {
			return err
		}
		var in Situation
		var b db.Batch
		in.queue(&b, c.today(), `SELECT unit_id FROM matter_units WHERE matter_id = $1`, id)
		judge := queueSteps(&b, id)
		if err := c.tx.Send(ctx, &b); err != nil {
			return fmt.Errorf("reading the steps: %w", err)
		}
		in.describe(c.rec)
		steps := judge(c.rec)
		var t process.Template
		for _, x := range steps {
			t.Steps = append(t.Steps, x.Step)
		}
		var updates db.Batch
		for _, p := range t.Lay(c.rec.PlannedDecision, c.today(), in.surroundings()).Steps {
			i := slices.IndexFunc(steps, func(x ProcessStep) bool { return x.Title == p.Title && x.Days == p.Days })
			if i >= 0 && !steps[i].Done {
				updates.Exec(`UPDATE matter_steps SET planned_on = $1, unmet = $2, group_id = nullif($3::bigint, 0) WHERE id = $4`, p.Day, p.Unmet, p.Group.ID, steps[i].ID)
			}
		}
		c.log("matter.steps_recounted", "Date", c.rec.PlannedDecision.String())
		return c.tx.Send(ctx, &updates)
	})
}

// Moved reports whether the decision is planned for another day than the steps were laid out for.
func (p StepsPage) Moved() bool {
	return slices.ContainsFunc(p.Process, func(s ProcessStep) bool {
		return s.Kind == process.Decision && !s.Done && s.PlannedOn != p.PlannedDecision
	})
}
