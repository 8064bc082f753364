package followup

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// VisitForm is when a group is visited, and by whom.
type VisitForm struct {
	On                clock.Date
	EmployerID, Union int64
}

// PlanVisit says when the group is visited and by which two. Conflict when somebody changed it since version.
func (s *Service) PlanVisit(ctx context.Context, who access.Actor, id, groupID int64, v VisitForm, version int) error {
	return s.ofGroup(ctx, who, access.FollowUpRun, id, groupID, func(c *change, e Entry) error {
		if err := c.CanPlan(e); err != nil {
			return err
		}
		var all []Person
		var b db.Batch
		db.Many(&b, &all, visitors, clock.DateOf(c.now))
		if err := c.tx.Send(ctx, &b); err != nil {
			return err
		}
		if err := v.check(c.Round, all); err != nil {
			return err
		}
		c.log("followup.visit_planned", "Group", e.GroupName, "Date", v.On.String())
		return c.tx.Exec1(ctx, `UPDATE followup_groups SET visit_on = $1, employer_visitor_id = $2, union_visitor_id = $3, version = version + 1 WHERE id = $4 AND version = $5`,
			v.On, v.EmployerID, v.Union, e.ID, version)
	})
}

func (v VisitForm) check(r Round, all []Person) error {
	may := func(id int64, side Side) bool {
		return slices.ContainsFunc(all, func(p Person) bool { return p.ID == id && p.Side == side })
	}
	var f fail.Form
	switch {
	case v.On.IsZero():
		f.Add("visit_on", "followup.error.visit_day")
	case v.On.Before(r.Until()):
		f.Add("visit_on", "followup.error.visit_early", "From", r.Until())
	}
	if !may(v.EmployerID, Employer) {
		f.Add("employer_visitor", "followup.error.employer_visitor")
	}
	switch {
	case !may(v.Union, Union):
		f.Add("union_visitor", "followup.error.union_visitor")
	case v.Union == v.EmployerID:
		f.Add("union_visitor", "followup.error.same_visitor")
	}
	return f.Err()
}

// Visit notes that the visit has been made. Conflict when somebody changed it since version.
func (s *Service) Visit(ctx context.Context, who access.Actor, id, groupID int64, version int) error {
	return s.ofGroup(ctx, who, access.FollowUpRun, id, groupID, func(c *change, e Entry) error {
		if err := c.CanVisit(e); err != nil {
			return err
		}
		if e.VisitOn.After(clock.DateOf(c.now)) {
			return fail.New(fail.Invalid, "followup.error.visit_ahead", "Date", e.VisitOn)
		}
		c.log("followup.visited", "Group", e.GroupName)
		return c.tx.Exec1(ctx, `UPDATE followup_groups SET visited_at = $1, version = version + 1 WHERE id = $2 AND version = $3`, c.now, e.ID, version)
	})
}

// LeaveOut leaves the group out of the round, with the reason; without one it is taken back into it.
func (s *Service) LeaveOut(ctx context.Context, who access.Actor, id, groupID int64, out bool, why string, version int) error {
	var f fail.Form
	kind := "followup.taken_in"
	if out {
		checkText(&f, "why", why, 1000, "followup.error.why")
		kind = "followup.left_out"
	}
	return s.ofGroup(ctx, who, access.FollowUpRun, id, groupID, func(c *change, e Entry) error {
		if err := c.CanLeaveOut(e); err != nil {
			return err
		}
		if err := f.Err(); err != nil {
			return err
		}
		if !out {
			why = ""
		}
		c.log(kind, "Group", e.GroupName, "Reason", strings.TrimSpace(why))
		return c.tx.Exec1(ctx, `UPDATE followup_groups SET left_out = $1, version = version + 1 WHERE id = $2 AND version = $3`, strings.TrimSpace(why), e.ID, version)
	})
}

// AnswerForm is what a side writes.
type AnswerForm struct {
	Grades  []int // 0: not answered yet
	Comment string
	Send    bool
}

func (a AnswerForm) check() error {
	var f fail.Form
	for i := range Questions {
		name := fmt.Sprintf("grade_%d", i+1)
		switch {
		case i >= len(a.Grades) || a.Grades[i] < 0 || a.Grades[i] > 5:
			f.Add(name, "followup.error.grade")
		case a.Send && a.Grades[i] == 0:
			f.Add(name, "followup.error.grade_missing")
		}
	}
	checkText(&f, "comment", a.Comment, 10000, "")
	return f.Err()
}

// SaveAnswer writes the actor's side's answer, and sends it when the form says so. Conflict when somebody else of the side wrote
// since version.
func (s *Service) SaveAnswer(ctx context.Context, who access.Actor, id, groupID int64, a AnswerForm, version int) error {
	return s.ofGroup(ctx, who, access.FollowUpAnswer, id, groupID, func(c *change, e Entry) error {
		if err := c.CanAnswer(who, e); err != nil {
			return err
		}
		if err := a.check(); err != nil {
			return err
		}
		side := e.SideOf(who)
		if a.Send {
			c.log(map[Side]string{Employer: "followup.answered_employer", Union: "followup.answered_union"}[side], "Group", e.GroupName)
		}
		return c.tx.Exec1(ctx, `
			INSERT INTO followup_answers AS x (entry_id, side, grades, comment, written_by, written_at, sent_at) SELECT $1, $2, $3, $4, $5, $6, CASE WHEN $7 THEN $6::timestamptz END
			WHERE  $8 = 0 OR EXISTS (SELECT FROM followup_answers o WHERE o.entry_id = $1 AND o.side = $2)
			ON CONFLICT (org_id, entry_id, side) DO UPDATE SET grades = excluded.grades, comment = excluded.comment, written_by = excluded.written_by, written_at = excluded.written_at,
			       sent_at = excluded.sent_at, version = x.version + 1 WHERE x.version = $8`,
			e.ID, string(side), a.Grades, strings.TrimSpace(a.Comment), who.PersonID, c.now, a.Send, version)
	})
}

// SaveJoint writes what both sides say together. Conflict when somebody changed it since version.
func (s *Service) SaveJoint(ctx context.Context, who access.Actor, id, groupID int64, good, lacking string, version int) error {
	var f fail.Form
	checkText(&f, "good", good, 10000, "followup.error.good")
	checkText(&f, "lacking", lacking, 10000, "followup.error.lacking")
	return s.ofGroup(ctx, who, access.FollowUpAnswer, id, groupID, func(c *change, e Entry) error {
		if err := c.CanJoin(who, e); err != nil {
			return err
		}
		if err := f.Err(); err != nil {
			return err
		}
		c.log("followup.joint_saved", "Group", e.GroupName)
		return c.tx.Exec1(ctx, `UPDATE followup_groups SET good = $1, lacking = $2, joint_by = $3, joint_at = $4, joint_version = joint_version + 1 WHERE id = $5 AND joint_version = $6`,
			strings.TrimSpace(good), strings.TrimSpace(lacking), who.PersonID, c.now, e.ID, version)
	})
}

// MeasureForm is what should be done; with a person and a day it becomes an action at once.
type MeasureForm struct {
	What     string
	PersonID int64
	DueOn    clock.Date
}

// AddMeasure says what should be done. Person and day may come later, but before the round is closed.
func (s *Service) AddMeasure(ctx context.Context, who access.Actor, id, groupID int64, m MeasureForm) error {
	var f fail.Form
	checkText(&f, "what", m.What, 1000, "action.error.what")
	return s.ofGroup(ctx, who, access.FollowUpMeasure, id, groupID, func(c *change, e Entry) error {
		if err := c.CanAddMeasure(who, e); err != nil {
			return err
		}
		if err := f.Err(); err != nil {
			return err
		}
		c.log("followup.measure_added", "Group", e.GroupName, "What", m.What)
		var measure int64
		if err := c.tx.QueryRow(ctx, `INSERT INTO followup_measures (entry_id, what, created_by, created_at) VALUES ($1, $2, $3, $4) RETURNING id`,
			e.ID, strings.TrimSpace(m.What), who.PersonID, c.now).Scan(&measure); err != nil {
			return err
		}
		if m.PersonID == 0 && m.DueOn.IsZero() {
			return nil
		}
		return c.give(ctx, e, measure, m)
	})
}

// GiveMeasure gives a measure to somebody, with a day: it becomes an action, which the group's meetings begin with until it is done.
func (s *Service) GiveMeasure(ctx context.Context, who access.Actor, id, groupID, measure int64, person int64, due clock.Date) error {
	return s.ofMeasure(ctx, who, id, groupID, measure, func(c *change, e Entry, m Measure) error {
		return c.give(ctx, e, measure, MeasureForm{m.What, person, due})
	})
}

// DropMeasure takes away what nobody has been given yet.
func (s *Service) DropMeasure(ctx context.Context, who access.Actor, id, groupID, measure int64) error {
	return s.ofMeasure(ctx, who, id, groupID, measure, func(c *change, e Entry, m Measure) error {
		c.log("followup.measure_dropped", "Group", e.GroupName, "What", m.What)
		return c.tx.Exec1(ctx, `DELETE FROM followup_measures WHERE id = $1 AND action_id IS NULL`, measure)
	})
}

// ofMeasure is ofGroup for a measure that nobody has yet; Conflict when somebody has it.
func (s *Service) ofMeasure(ctx context.Context, who access.Actor, id, groupID, measure int64, f func(*change, Entry, Measure) error) error {
	return s.ofGroup(ctx, who, access.FollowUpMeasure, id, groupID, func(c *change, e Entry) error {
		i := slices.IndexFunc(c.Measures, func(m Measure) bool { return m.ID == measure && m.EntryID == e.ID })
		switch {
		case i < 0:
			return fail.New(fail.NotFound, "error.not_found")
		case c.Measures[i].ActionID != 0:
			return fail.New(fail.Conflict, "followup.error.given")
		}
		if err := c.CanAddMeasure(c.who, e); err != nil {
			return err
		}
		return f(c, e, c.Measures[i])
	})
}

// give makes an action of the measure.
func (c *change) give(ctx context.Context, e Entry, measure int64, m MeasureForm) error {
	id, err := action.Add(ctx, c.tx, c.who, c.now, action.Place{FollowupID: e.ID}, action.Form{What: m.What, PersonID: m.PersonID, DueOn: m.DueOn}, clock.DateOf(c.now))
	if err != nil {
		return err
	}
	c.log("followup.measure_given", "Group", e.GroupName, "What", m.What, "Due", m.DueOn.String())
	return c.tx.Exec1(ctx, `UPDATE followup_measures SET action_id = $1 WHERE id = $2`, id, measure)
}
