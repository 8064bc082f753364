package retention

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Protocol is a weeding's page: what was proposed, who decided what, and while it waits whether it still holds.
type Protocol struct {
	Weeding
	Today   clock.Date
	Now     Selection // while it waits: what would be weeded
	Changed error     // why it no longer can be approved; nil when it can, or is decided
}

// Get reads one weeding.
func (s *Service) Get(ctx context.Context, who access.Actor, id int64) (p Protocol, err error) {
	if err := who.Require(access.WeedingRead); err != nil {
		return p, err
	}
	p.Today = clock.Today(s.Clock)
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		var rule Rule
		p.Weeding, rule, p.Now, err = load(ctx, tx, id, p.Today)
		if err == nil && p.Waits() {
			p.Changed = p.Holds(rule, p.Now, p.Today)
		}
		return err
	})
	return p, err
}

// load reads a weeding with the rule of today and, while it waits, what it would take now.
func load(ctx context.Context, tx *db.OrgTx, id int64, today clock.Date) (w Weeding, r Rule, sel Selection, err error) {
	var rules []Rule
	var b db.Batch
	db.One(&b, &w, fail.New(fail.NotFound, "error.not_found"), `SELECT `+weedingColumns+fromWeedings+`WHERE w.id = $1`, id)
	queueRules(&b, &rules)
	if err = tx.Send(ctx, &b); err != nil || !w.Waits() {
		return w, r, sel, err
	}
	k, _ := KindOf(w.Kind)
	var cs []Candidate
	var again db.Batch
	k.queueSelection(&again, &cs, midnight("$1"), w.Cutoff)
	err = tx.Send(ctx, &again)
	return w, On(rules, w.Kind, today), choose(w.Cutoff, cs), err
}

// hold keeps the weeding's row until the end of the transaction, so that one of two who decide at once is first.
func hold(ctx context.Context, tx *db.OrgTx, id int64) error {
	var held int64
	err := tx.QueryRow(ctx, `SELECT id FROM weedings WHERE id = $1 FOR UPDATE`, id).Scan(&held)
	if errors.Is(err, pgx.ErrNoRows) {
		return fail.New(fail.NotFound, "error.not_found")
	}
	return err
}

// still lets no matter and no APT change, and nothing be added to one, until the end of the transaction: what is chosen is what is
// weeded. Everything may be read meanwhile.
func still(ctx context.Context, tx *db.OrgTx) error {
	_, err := tx.Exec(ctx, `LOCK TABLE matters, apts IN EXCLUSIVE MODE`)
	return err
}

// Approve weeds what was proposed, all of it or nothing.
func (s *Service) Approve(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.WeedingDecide); err != nil {
		return err
	}
	now := s.Clock.Now()
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if err := still(ctx, tx); err != nil {
			return err
		}
		if err := hold(ctx, tx, id); err != nil {
			return err
		}
		w, rule, sel, err := load(ctx, tx, id, clock.DateOf(now))
		if err == nil {
			err = w.CanDecide(who)
		}
		if err == nil {
			err = w.Holds(rule, sel, clock.DateOf(now))
		}
		if err != nil {
			return err
		}
		if err := weed(ctx, tx, who, now, w, sel); err != nil {
			return err
		}
		return s.settle(ctx, tx, who, w, Approved, "")
	})
}

// weed takes away what is selected, and leaves word where people will look for it.
func weed(ctx context.Context, tx *db.OrgTx, who access.Actor, now time.Time, w Weeding, sel Selection) error {
	k, _ := KindOf(w.Kind)
	statements := k.weeding
	if k.OfAPT {
		statements = append(statements[:len(statements):len(statements)], `INSERT INTO weeded_apts (weeding_id, apt_id) SELECT @weeding, unnest(@ids::bigint[])`)
	}
	args := pgx.NamedArgs{"ids": sel.IDs(), "before": w.Cutoff.Add(1).Start(), "who": who.PersonID, "at": now, "weeding": w.ID, "why": w.Source}
	for i, sql := range statements {
		gone, err := tx.Exec(ctx, sql, args)
		if err != nil {
			return fmt.Errorf("weeding %s: %w", w.Kind, err)
		}
		if i == 0 && !k.blanks && int(gone.RowsAffected()) != w.Number {
			return fail.New(fail.Invalid, "retention.error.changed", "Then", w.Number, "Now", int(gone.RowsAffected()))
		}
	}
	return nil
}

// Decline lets nothing be weeded, and says why.
func (s *Service) Decline(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.WeedingDecide); err != nil {
		return err
	}
	var f fail.Form
	if reason = strings.TrimSpace(reason); reason == "" {
		f.Add("reason", "retention.error.reason")
	}
	if err := f.Err(); err != nil {
		return err
	}
	return s.end(ctx, who, id, Declined, reason, Weeding.CanDecide)
}

// Withdraw takes one's own proposal back.
func (s *Service) Withdraw(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.WeedingDecide); err != nil {
		return err
	}
	return s.end(ctx, who, id, Withdrawn, "", Weeding.CanWithdraw)
}

func (s *Service) end(ctx context.Context, who access.Actor, id int64, outcome, reason string, may func(Weeding, access.Actor) error) error {
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if err := hold(ctx, tx, id); err != nil {
			return err
		}
		w, _, _, err := load(ctx, tx, id, clock.Today(s.Clock))
		if err == nil {
			err = may(w, who)
		}
		if err != nil {
			return err
		}
		return s.settle(ctx, tx, who, w, outcome, reason)
	})
}

func (s *Service) settle(ctx context.Context, tx *db.OrgTx, who access.Actor, w Weeding, outcome, reason string) error {
	if err := tx.Exec1(ctx, `UPDATE weedings SET outcome = $1, decided_by = $2, decided_as = $3, decided_at = $4, reason = $5 WHERE id = $6 AND outcome IS NULL`,
		outcome, who.PersonID, string(who.Role), s.Clock.Now(), reason, w.ID); err != nil {
		return err
	}
	return record(ctx, tx, who, s.Clock, "retention."+outcome, w)
}
