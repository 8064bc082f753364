package matter

import (
	"context"
	"encoding/json"
	"fmt"
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
		a := in.agreementIn(m.GroupID)
		by := a.NoticeBy(m.Day, false)
		if m.Called {
			by = a.PapersBy(m.Day, false)
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
		raw, err := json.Marshal(Answers{Template: ref, Category: t.Category, WorkEnvironment: affected(t.WorkEnvironment)})
		if err != nil {
			return fmt.Errorf("writing the answers: %w", err)
		}
		return tx.QueryRow(ctx, `INSERT INTO matter_drafts (person_id, answers, updated_at) VALUES ($1, $2, $3) RETURNING id`, who.PersonID, raw, s.Clock.Now()).Scan(&id)
	})
	return id, err
}

// affected is the answer that a template gives about the work environment; "": it leaves that to the manager.
func affected(is bool) string {
	if is {
		return "yes"
	}
	return ""
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
