package apt

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Proposal is what an employee wants to talk about.
type Proposal struct {
	ID         int64
	APTID      int64 // 0: waits for the next one
	Title      string
	Text       string
	ByName     string // only when the proposer chose to be named
	Mine       bool
	Status     string // waiting, accepted, declined
	Answer     string // why not, or a word more
	CreatedAt  time.Time
	AnsweredAt *time.Time
	ItemID     int64
	Outcome    string // of the item that it became
	Result     string
	StartsAt   *time.Time // of the APT that it came to
	APTStatus  string
}

// ProposalForm is a proposal as it is written.
type ProposalForm struct {
	Title       string
	Text        string
	Named       bool // the manager may see who
	ReadThrough bool
}

// Propose leaves something to talk about at the APT, or a later one, to its manager. Whoever the APT is for may. The
// manager sees a name only if the proposer chose so; the log does not hold who.
func (s *Service) Propose(ctx context.Context, who access.Actor, id int64, p ProposalForm) error {
	if err := who.Require(access.APTTakePart); err != nil {
		return err
	}
	var f fail.Form
	p.Title = strings.TrimSpace(p.Title)
	checkNote(&f, "title", p.Title, 200, "apt.error.title_needed", p.ReadThrough)
	checkNote(&f, "text", p.Text, 2000, "", p.ReadThrough)
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.in(Planned, Invited); err != nil {
			return err
		}
		if err := c.colleague(ctx); err != nil {
			return err
		}
		if err := c.exec(ctx, `INSERT INTO apt_proposals (unit_id, apt_id, person_id, named, title, text, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			c.rec.UnitID, id, who.PersonID, p.Named, p.Title, p.Text, c.now); err != nil {
			return fmt.Errorf("proposing: %w", err)
		}
		return matter.AddTasks(ctx, c.tx, s.Clock, matter.Task{PersonID: c.rec.LeadID, Role: access.Manager, Kind: matter.TaskAPTProposal, APTID: id,
			UnitID: c.rec.UnitID, DueOn: c.rec.ProposalsBy()})
	})
}

// Accept puts a proposal on the APT's agenda; f says how it is talked about. Its title stays the proposer's when f has none.
func (s *Service) Accept(ctx context.Context, who access.Actor, id, proposalID int64, f ItemForm) error {
	return s.settle(ctx, who, id, proposalID, func(c *change, title string) error {
		if f.Title == "" {
			f.Title = title
		}
		if err := f.check(); err != nil {
			return err
		}
		item, err := c.insertItem(ctx, KindProposal, f)
		if err != nil {
			return err
		}
		c.log("apt.item_added", 0, "Title", f.Title)
		return c.exec(ctx, `UPDATE apt_proposals SET status = 'accepted', apt_id = $1, item_id = $2, answered_at = $3 WHERE id = $4`, c.rec.ID, item, c.now, proposalID)
	})
}

// Decline answers why a proposal is not taken up.
func (s *Service) Decline(ctx context.Context, who access.Actor, id, proposalID int64, answer string) error {
	return s.settle(ctx, who, id, proposalID, func(c *change, title string) error {
		var f fail.Form
		checkText(&f, "answer", answer, 2000, "apt.error.answer_needed")
		if err := f.Err(); err != nil {
			return err
		}
		c.log("apt.proposal_declined", 0, "Title", title)
		return c.exec(ctx, `UPDATE apt_proposals SET status = 'declined', answer = $1, answered_at = $2 WHERE id = $3`, answer, c.now, proposalID)
	})
}

// settle finds a proposal of the APT's unit that waits, answers it, and closes the task when none is left.
func (s *Service) settle(ctx context.Context, who access.Actor, id, proposalID int64, f func(*change, string) error) error {
	if err := who.Require(access.APTRun); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.run(Planned, Invited); err != nil {
			return err
		}
		var title, status string
		err := c.tx.QueryRow(ctx, `SELECT title, status FROM apt_proposals WHERE id = $1 AND unit_id = $2 FOR UPDATE`, proposalID, c.rec.UnitID).Scan(&title, &status)
		switch {
		case err == pgx.ErrNoRows:
			return fail.New(fail.NotFound, "error.not_found")
		case err != nil:
			return fmt.Errorf("reading the proposal: %w", err)
		case status != "waiting":
			return fail.New(fail.Conflict, "apt.error.proposal_answered")
		}
		if err := f(c, title); err != nil {
			return err
		}
		var left int
		if err := c.tx.QueryRow(ctx, `SELECT count(*) FROM apt_proposals WHERE unit_id = $1 AND status = 'waiting'`, c.rec.UnitID).Scan(&left); err != nil || left > 0 {
			return err
		}
		return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskAPTProposal, UnitID: c.rec.UnitID})
	})
}
