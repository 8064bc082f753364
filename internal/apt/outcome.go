package apt

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// EndForm is how an item ends.
type EndForm struct {
	Outcome     string
	Text        string     // what it came to; the purpose of a new matter
	Category    string     // what the item is about; "": no change
	MatterID    int64      // ToGroup: the matter that it feeds; 0: a new one
	Planned     clock.Date // ToGroup, a new matter: when a decision is planned
	Reason      string     // why the manager decides what belongs to a group
	Version     int
	ReadThrough bool
}

// answerDays is how long whoever is to answer has.
const answerDays = 14

func (f EndForm) check() error {
	var x fail.Form
	missing := ""
	if f.Outcome == ToGroup && f.MatterID == 0 {
		missing = "apt.error.purpose_needed"
	}
	checkNote(&x, "text", f.Text, 4000, missing, f.ReadThrough)
	checkText(&x, "reason", f.Reason, 2000, "")
	if !slices.Contains(Outcomes, f.Outcome) {
		x.Add("outcome", "apt.error.outcome")
	}
	if f.Category != "" && !slices.Contains(matter.Categories, f.Category) {
		x.Add("category", "matter.error.category")
	}
	if f.Outcome == ToGroup && f.MatterID == 0 {
		if f.Category == "" {
			x.Add("category", "apt.error.category_needed")
		}
		if f.Planned.IsZero() {
			x.Add("planned", "matter.error.date_needed")
		}
	}
	return x.Err()
}

// EndItem says how an item ended. Deciding what the agreement sends to a group warns, needs a reason, and HR sees it.
// ToGroup starts a matter with this dialogue in it, or adds the dialogue to one; LevelUp asks the manager above;
// NewDialogue puts the item on the next APT. Conflict when somebody else ended it first.
func (s *Service) EndItem(ctx context.Context, who access.Actor, itemID int64, f EndForm) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	f.Text = strings.TrimSpace(f.Text)
	if err := f.check(); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.ending(); err != nil {
			return err
		}
		switch {
		case it.Outcome != "":
			return fail.New(fail.Conflict, "apt.error.ended")
		case it.Version != f.Version:
			return fail.New(fail.Conflict, "error.conflict")
		}
		if f.Category == "" {
			f.Category = it.Category
		}
		return c.end(ctx, it, f)
	})
}

// ending refuses unless the actor leads the APT and it has begun.
func (c *change) ending() error {
	if err := c.run(Planned, Invited, Held); err != nil {
		return err
	}
	if !slices.ContainsFunc(c.rec.Sittings, func(x Sitting) bool { return x.Status == SittingOpen || x.Status == SittingClosed }) {
		return fail.New(fail.Invalid, "apt.error.not_begun")
	}
	return nil
}

func (c *change) end(ctx context.Context, it Item, f EndForm) (err error) {
	warnings := c.rec.outcomeWarnings(f.Outcome, f.Category)
	if err := fail.NeedReason(f.Reason, warnings); err != nil {
		return err
	}
	if len(warnings) == 0 {
		f.Reason = ""
	}
	var answer int64
	switch f.Outcome {
	case ToGroup:
		if f.MatterID, err = c.toGroup(ctx, it, f); err != nil {
			return err
		}
	case LevelUp:
		answer, err = c.lift(ctx)
	case ManagerDecides:
		answer = c.rec.LeadID
		err = c.ask(ctx, matter.TaskAPTAnswer, answer)
	}
	if err != nil {
		return err
	}
	if f.Outcome != ToGroup {
		f.MatterID = 0
	}
	c.log("apt.item_ended", 0, "Title", it.Title, "Outcome", f.Outcome, "Reason", f.Reason)
	if f.MatterID != 0 {
		c.log("apt.to_group", f.MatterID, "Title", it.Title)
	}
	if err := c.exec(ctx, `UPDATE apt_items SET outcome = $1, outcome_text = $2, category = $3, outcome_reason = $4, outcome_warned = $5, outcome_at = $6,
		matter_id = nullif($7::bigint, 0), answer_id = nullif($8::bigint, 0), version = version + 1 WHERE id = $9`,
		f.Outcome, f.Text, f.Category, f.Reason, len(warnings) > 0, c.now, f.MatterID, answer, it.ID); err != nil {
		return fmt.Errorf("ending an item: %w", err)
	}
	return c.endAfter(ctx, it, f.Outcome)
}

// endAfter does what follows once the item has its outcome: feedback has been given, a new dialogue is put up.
func (c *change) endAfter(ctx context.Context, it Item, outcome string) error {
	if it.AboutMatterID != 0 && outcome != NewDialogue {
		if err := matter.GiveAPTFeedback(ctx, c.tx, c.clock, c.who, it.AboutMatterID, c.rec.UnitID); err != nil {
			return err
		}
	}
	if outcome == NewDialogue {
		return c.carry(ctx)
	}
	return nil
}

// toGroup starts a matter, or takes the one that is fed, and notes the dialogue in it.
func (c *change) toGroup(ctx context.Context, it Item, f EndForm) (id int64, err error) {
	if id = f.MatterID; id == 0 {
		id, err = matter.CreateIn(ctx, c.tx, c.clock, c.who, matter.New{Title: it.Title, UnitIDs: []int64{c.rec.UnitID}, Category: f.Category,
			Purpose: f.Text, PlannedDecision: f.Planned, Decider: matter.ByManager, WorkEnvironment: true, Reason: f.Reason})
		if err != nil {
			return 0, err
		}
	}
	m, err := matter.AddDialogue(ctx, c.tx, c.clock, c.who, id, matter.Dialogue{UnitID: c.rec.UnitID, UnitName: c.rec.UnitName, HeldAt: c.rec.begun(), Note: f.Text, APTID: c.rec.ID})
	if err == nil && m.OwnerID != c.who.PersonID {
		return 0, fail.New(fail.Forbidden, "matter.error.not_owner")
	}
	return id, err
}

// lift asks the nearest manager above the unit's.
func (c *change) lift(ctx context.Context) (person int64, err error) {
	err = c.tx.QueryRow(ctx, `SELECT u.manager_id FROM units u JOIN units own ON own.id = $1 WHERE u.id = ANY (own.ancestors) AND u.id <> own.id
		AND u.manager_id IS NOT NULL AND u.manager_id <> $2 ORDER BY cardinality(u.ancestors) DESC LIMIT 1`, c.rec.UnitID, c.rec.LeadID).Scan(&person)
	if err == pgx.ErrNoRows {
		return 0, &fail.Error{Kind: fail.Invalid, Key: "error.form", Fields: []fail.Field{{Name: "outcome", Key: "apt.error.nobody_above"}}}
	}
	if err != nil {
		return 0, fmt.Errorf("finding the manager above: %w", err)
	}
	return person, c.ask(ctx, matter.TaskAPTLifted, person)
}

// ask gives somebody the task of answering.
func (c *change) ask(ctx context.Context, kind string, person int64) error {
	return matter.AddTasks(ctx, c.tx, c.clock, matter.Task{PersonID: person, Role: access.Manager, Kind: kind, APTID: c.rec.ID, UnitID: c.rec.UnitID,
		DueOn: c.today().Add(answerDays)})
}

// UndoEnd takes an outcome back before the notes are published. One that went to a group stays: the matter is real.
func (s *Service) UndoEnd(ctx context.Context, who access.Actor, itemID int64) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.ending(); err != nil {
			return err
		}
		if it.Outcome == "" || it.Outcome == ToGroup || it.ResultAt != nil {
			return fail.New(fail.Invalid, "apt.error.not_undone")
		}
		c.log("apt.item_reopened", 0, "Title", it.Title, "Outcome", it.Outcome)
		if err := c.exec(ctx, `DELETE FROM apt_items n USING apts a WHERE n.carried_from = $1 AND a.id = n.apt_id AND a.status IN ('planned', 'invited') AND n.outcome IS NULL
			AND NOT EXISTS (SELECT FROM apt_notes x WHERE x.item_id = n.id)`, it.ID); err != nil {
			return err
		}
		if err := c.exec(ctx, `UPDATE apt_items SET outcome = NULL, outcome_text = '', outcome_reason = '', outcome_warned = false, outcome_at = NULL, answer_id = NULL,
			version = version + 1 WHERE id = $1`, it.ID); err != nil {
			return err
		}
		return c.answered(ctx, it)
	})
}

// Answer tells the unit what came of an item that was to be decided, or was lifted. Whoever was asked answers.
func (s *Service) Answer(ctx context.Context, who access.Actor, itemID int64, text string, readThrough bool) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	var f fail.Form
	checkNote(&f, "result", text, 4000, "apt.error.result_needed", readThrough)
	if err := f.Err(); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		switch {
		case it.Outcome != ManagerDecides && it.Outcome != LevelUp:
			return fail.New(fail.Invalid, "apt.error.nothing_asked")
		case it.AnswerID != who.PersonID && !(it.Outcome == ManagerDecides && c.rec.Runs(who)):
			return fail.New(fail.Forbidden, "apt.error.not_asked")
		}
		c.log("apt.item_answered", 0, "Title", it.Title)
		if err := c.exec(ctx, `UPDATE apt_items SET result = $1, result_at = $2, version = version + 1 WHERE id = $3`, text, c.now, itemID); err != nil {
			return err
		}
		return c.answered(ctx, it)
	})
}

// answered closes the task of answering once nothing more of its kind waits in this APT.
func (c *change) answered(ctx context.Context, it Item) error {
	kind := map[string]string{ManagerDecides: matter.TaskAPTAnswer, LevelUp: matter.TaskAPTLifted}[it.Outcome]
	waits := slices.ContainsFunc(c.rec.Items, func(x Item) bool {
		return x.ID != it.ID && x.Outcome == it.Outcome && x.ResultAt == nil && x.AnswerID == it.AnswerID
	})
	if kind == "" || waits {
		return nil
	}
	return matter.FinishTasks(ctx, c.tx, c.clock, matter.Done{Kind: kind, APTID: c.rec.ID, PersonID: it.AnswerID})
}
