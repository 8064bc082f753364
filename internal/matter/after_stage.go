package matter

import (
	"context"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// afterChange is a change of what follows the decision.
type afterChange struct {
	*change
	after Aftermath
}

// act is tend, refused unless the matter is decided.
func (s *Service) act(ctx context.Context, who access.Actor, id int64, f func(*afterChange) error) error {
	return s.tend(ctx, who, id, func(a *afterChange) error {
		if err := a.after.CanAct(); err != nil {
			return err
		}
		return f(a)
	})
}

// tend is change with what follows the decision read too. Measures of a risk assessment are actions before the decision.
func (s *Service) tend(ctx context.Context, who access.Actor, id int64, f func(*afterChange) error) error {
	return s.change(ctx, who, id, func(c *change) error {
		a := &afterChange{change: c, after: Aftermath{Record: c.rec}}
		if err := a.after.read(ctx, c.tx); err != nil {
			return err
		}
		if err := a.after.CanTend(); err != nil {
			return err
		}
		return f(a)
	})
}

// mine refuses unless the actor owns the matter and the person may be asked to do something about it.
func (c *afterChange) mine(person int64) error {
	if err := c.owned(); err != nil {
		return err
	}
	if person != 0 && !slices.Contains(c.after.doers(), person) {
		return fail.New(fail.Invalid, "matter.error.who_needed")
	}
	return nil
}

// doers are those who may be asked: the owner, the units' managers, and the chairs of the groups.
func (a Aftermath) doers() []int64 {
	ids := []int64{a.OwnerID}
	for _, u := range a.Units {
		ids = append(ids, u.ManagerID)
	}
	for _, t := range a.Tracks {
		ids = append(ids, t.ChairID)
	}
	return slices.DeleteFunc(ids, func(p int64) bool { return p == 0 })
}

// CanCheck refuses unless the check is the actor's to answer, and is not answered.
func (a Aftermath) CanCheck(who access.Actor, id int64) (Check, error) {
	k, ok := find(a.Checks, func(k Check) bool { return k.ID == id })
	if err := a.responsible(who, ok, k.PersonID); err != nil {
		return k, err
	}
	if k.CheckedAt != nil {
		return k, fail.New(fail.Conflict, "matter.error.checked_already")
	}
	return k, nil
}

// Owed is the feedback that the actor wants to note as given: who is to give it may, and the owner.
func (a Aftermath) Owed(who access.Actor, id int64) (Feedback, error) {
	f, ok := find(a.Feedback, func(f Feedback) bool { return f.ID == id })
	return f, a.responsible(who, ok, f.PersonID)
}

func (a Aftermath) responsible(who access.Actor, found bool, person int64) error {
	switch {
	case !found:
		return fail.New(fail.NotFound, "error.not_found")
	case person != who.PersonID && a.OwnerID != who.PersonID:
		return fail.New(fail.Forbidden, "matter.error.not_responsible")
	}
	return nil
}

func find[T any](all []T, is func(T) bool) (found T, ok bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	return found, false
}

// read fills in what follows the decision, inside a transaction.
func (a *Aftermath) read(ctx context.Context, tx *db.OrgTx) error {
	var b db.Batch
	a.Queue(&b, a.ID)
	return tx.Send(ctx, &b)
}

// Queue queues what follows the decision of a matter.
func (a *Aftermath) Queue(b *db.Batch, id int64) {
	action.Queue(b, &a.Actions, action.OfMatter, id)
	db.Many(b, &a.Feedback, `
		SELECT x.id, coalesce(x.unit_id, 0) AS unit_id, coalesce(x.group_id, 0) AS group_id, coalesce(x.to_person_id, 0) AS to_person_id,
		       coalesce(u.name, g.name, tp.name) AS name, x.person_id, p.name AS person_name,
		       x.due_on, x.given_at, x.note
		FROM   matter_feedback x JOIN people p ON p.id = x.person_id LEFT JOIN units u ON u.id = x.unit_id LEFT JOIN groups g ON g.id = x.group_id LEFT JOIN people tp ON tp.id = x.to_person_id
		WHERE  x.matter_id = $1 ORDER BY x.unit_id IS NULL, coalesce(u.name, g.name, tp.name) COLLATE "sv-SE-x-icu", x.id`, id)
	db.Many(b, &a.Checks, `
		SELECT x.id, x.what, x.person_id, p.name AS person_name, x.due_on, x.checked_at, coalesce(x.result, '') AS result, x.note
		FROM   matter_checks x JOIN people p ON p.id = x.person_id WHERE x.matter_id = $1 ORDER BY x.due_on, x.id`, id)
	db.Many(b, &a.Stops, `
		SELECT x.id, x.person_id, p.name AS person_name, x.reason, x.placed_at, x.lifted_at, coalesce(l.name, '') AS lifter_name, x.lifting
		FROM   matter_stops x JOIN people p ON p.id = x.person_id LEFT JOIN people l ON l.id = x.lifted_by WHERE x.matter_id = $1 ORDER BY x.id`, id)
}

// AfterPage is what the page about what follows the decision shows.
type AfterPage struct {
	Aftermath
	Today  clock.Date
	People []action.Person // who may be asked to do something
}

// After reads what follows the matter's decision. NotFound when the actor may not know of the matter.
func (s *Service) After(ctx context.Context, who access.Actor, id int64) (AfterPage, error) {
	if err := who.Require(access.MatterRead); err != nil {
		return AfterPage{}, err
	}
	p := AfterPage{Today: clock.Today(s.Clock)}
	var b db.Batch
	where, args := Visible(who, 2)
	assemble := Queue(&b, `SELECT m.id FROM matters m WHERE m.id = $1 AND `+where, slices.Concat([]any{id}, args), p.Today)
	p.Aftermath.Queue(&b, id)
	action.QueueDoers(&b, &p.People, action.Place{MatterID: id}, p.Today)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return AfterPage{}, err
	}
	rs := assemble()
	if len(rs) == 0 {
		return AfterPage{}, fail.New(fail.NotFound, "error.not_found")
	}
	p.Record = rs[0]
	return p, nil
}

// Execute begins to carry the decision out (handbook T12). Warned of: no action, no risk assessment of what was decided.
func (s *Service) Execute(ctx context.Context, who access.Actor, id int64, reason string) error {
	return s.stage(ctx, who, id, "matter.executing", `executing_at = $1`, reason, func(c *afterChange) error {
		if err := c.after.CanExecute(); err != nil {
			return err
		}
		return fail.NeedReason(reason, c.after.ExecuteWarnings())
	})
}

// Follow passes from carrying out to following up (handbook T13).
func (s *Service) Follow(ctx context.Context, who access.Actor, id int64) error {
	return s.stage(ctx, who, id, "matter.following", `following_at = $1`, "", func(c *afterChange) error { return c.after.CanFollow(c.today()) })
}

// Close ends the matter with what was learned (handbook T14). Warned of: feedback, checks and actions that are left.
func (s *Service) Close(ctx context.Context, who access.Actor, id int64, lessons, reason string) error {
	var f fail.Form
	checkText(&f, "note", lessons, 4000, "matter.error.lessons_needed")
	if err := f.Err(); err != nil && who.May(access.MatterFollow) {
		return err
	}
	return s.stage(ctx, who, id, "matter.closed", `closed_at = $1, status = 'closed', status_reason = $3`, strings.TrimSpace(lessons), func(c *afterChange) error {
		if err := c.after.CanClose(); err != nil {
			return err
		}
		if err := fail.NeedReason(reason, c.after.CloseWarnings()); err != nil {
			return err
		}
		for _, kind := range []string{TaskAction, TaskCheck, TaskFeedback, TaskFeedbackGroup, TaskFeedbackManager} {
			if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: kind, MatterID: id}); err != nil {
				return err
			}
		}
		return nil
	})
}

// stage moves the matter on. The owner does.
func (s *Service) stage(ctx context.Context, who access.Actor, id int64, kind, set, reason string, may func(*afterChange) error) error {
	if err := who.Require(access.MatterFollow); err != nil {
		return err
	}
	return s.act(ctx, who, id, func(c *afterChange) error {
		if err := c.owned(); err != nil {
			return err
		}
		if err := may(c); err != nil {
			return err
		}
		c.log(kind, "Reason", reason)
		return c.exec(ctx, `UPDATE matters SET `+set+`, version = version + 1 WHERE id = $2 AND $3::text IS NOT NULL`, c.now, id, reason)
	})
}
