package retention

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Service keeps the rules and weeds.
type Service struct {
	DB    *db.DB
	Clock clock.Clock
}

// Rules reads every version of every rule, and today.
func (s *Service) Rules(ctx context.Context, who access.Actor) (rules []Rule, today clock.Date, err error) {
	if err := who.Require(access.RetentionRead); err != nil {
		return nil, clock.Date{}, err
	}
	var b db.Batch
	queueRules(&b, &rules)
	return rules, clock.Today(s.Clock), s.DB.ReadOrg(ctx, who.OrgID, &b)
}

// SaveRule adds a version of a kind's rule. Conflict when somebody else has added one since.
func (s *Service) SaveRule(ctx context.Context, who access.Actor, f RuleForm) error {
	if err := who.Require(access.RetentionWrite); err != nil {
		return err
	}
	f.Source = strings.TrimSpace(f.Source)
	now := s.Clock.Now()
	if err := f.Check(clock.DateOf(now)); err != nil {
		return err
	}
	years := any(f.Years)
	if !f.Weed {
		years = nil
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		err := tx.Exec1(ctx, `INSERT INTO retention_rules (kind, version, valid_from, years, source, changed_by, changed_at)
			SELECT $1, $2 + 1, $3, $4, $5, $6, $7 WHERE $2 = coalesce((SELECT max(version) FROM retention_rules WHERE kind = $1), 0)`,
			f.Kind, f.Seen, f.ValidFrom, years, f.Source, who.PersonID, now)
		if err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: "retention.rule_changed", Detail: map[string]string{"Kind": f.Kind, "From": f.ValidFrom.String()}})
	})
}

// Page is the page of all weedings: what is old enough today, what waits, and what has been.
type Page struct {
	Today    clock.Date
	Rules    []Rule
	Heaps    []Heap
	Weedings []Weeding
}

// listed is how many weedings the page shows.
const listed = 100

// Page reads what may be weeded today, and the newest weedings.
func (s *Service) Page(ctx context.Context, who access.Actor) (Page, error) {
	if err := who.Require(access.WeedingRead); err != nil {
		return Page{}, err
	}
	p := Page{Today: clock.Today(s.Clock)}
	var b db.Batch
	queueRules(&b, &p.Rules)
	heaps := queueHeaps(&b, p.Today, Weedable()...)
	db.Many(&b, &p.Weedings, `SELECT `+weedingColumns+fromWeedings+`ORDER BY w.id DESC LIMIT $1`, listed)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Page{}, fmt.Errorf("reading what may be weeded: %w", err)
	}
	p.Heaps = heaps()
	return p, nil
}

// Draft is a weeding before it is proposed.
type Draft struct {
	Kind  Kind
	Today clock.Date
	Rule  Rule
	Heap  Heap
	Selection
	Waiting int64 // a weeding of the kind that waits already; 0: none
}

// Draft is what would be weeded of a kind today. NotFound when there is no such kind, or it is always preserved.
func (s *Service) Draft(ctx context.Context, who access.Actor, kind string) (Draft, error) {
	if err := who.Require(access.WeedingRead); err != nil {
		return Draft{}, err
	}
	d, err := draftOf(kind, clock.Today(s.Clock))
	if err != nil {
		return d, err
	}
	var b db.Batch
	done := d.queue(&b)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return d, fmt.Errorf("reading what of %s may be weeded: %w", kind, err)
	}
	done()
	return d, nil
}

func draftOf(kind string, today clock.Date) (Draft, error) {
	k, ok := KindOf(kind)
	if !ok || k.Preserved {
		return Draft{}, fail.New(fail.NotFound, "error.not_found")
	}
	return Draft{Kind: k, Today: today}, nil
}

// queue queues what the draft is made of; the returned function completes it.
func (d *Draft) queue(b *db.Batch) func() {
	var rules []Rule
	var waiting []int64
	var cs []Candidate
	queueRules(b, &rules)
	heaps := queueHeaps(b, d.Today, d.Kind)
	d.Kind.queueSelection(b, &cs, d.Kind.ripeNow(), d.Today)
	db.Scalars(b, &waiting, `SELECT id FROM weedings WHERE kind = $1 AND outcome IS NULL`, d.Kind.Name)
	return func() {
		d.Heap, d.Rule = heaps()[0], On(rules, d.Kind.Name, d.Today)
		if len(waiting) > 0 {
			d.Waiting = waiting[0]
		}
		if cutoff, weeds := d.Rule.Cutoff(d.Today); weeds {
			d.Selection = choose(cutoff, cs)
		}
	}
}

// Propose asks somebody else to approve a weeding of exactly what the proposer saw, which mark names.
func (s *Service) Propose(ctx context.Context, who access.Actor, kind, mark string) (id int64, err error) {
	if err := who.Require(access.WeedingDecide); err != nil {
		return 0, err
	}
	now := s.Clock.Now()
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		d, err := draftOf(kind, clock.DateOf(now))
		if err != nil {
			return err
		}
		var b db.Batch
		done := d.queue(&b)
		if err := tx.Send(ctx, &b); err != nil {
			return fmt.Errorf("reading what of %s may be weeded: %w", kind, err)
		}
		switch done(); {
		case d.Waiting != 0:
			return fail.New(fail.Invalid, "retention.error.waiting")
		case d.Number == 0:
			return fail.New(fail.Invalid, "retention.error.nothing")
		case d.Mark() != mark:
			return fail.New(fail.Invalid, "retention.error.changed_seen", "Now", d.Number)
		}
		err = tx.QueryRow(ctx, `INSERT INTO weedings (kind, version, years, source, cutoff, number, oldest, newest, digest, proposed_by, proposed_as, proposed_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
			kind, d.Rule.Version, d.Rule.Years, d.Rule.Source, d.Cutoff, d.Number, d.Oldest, d.Newest, d.Digest(), who.PersonID, string(who.Role), now).Scan(&id)
		if err != nil {
			return err
		}
		return record(ctx, tx, who, s.Clock, "retention.proposed", Weeding{ID: id, Kind: kind, Number: d.Number, Cutoff: d.Cutoff})
	})
	return id, err
}

// record tells the event log of a weeding: which kind, how many and up to what day, and nothing of what it was.
func record(ctx context.Context, tx *db.OrgTx, who access.Actor, c clock.Clock, kind string, w Weeding) error {
	return audit.Write(ctx, tx, who, c.Now(), audit.Event{Kind: kind,
		Detail: map[string]string{"Weeding": strconv.FormatInt(w.ID, 10), "Kind": w.Kind, "N": strconv.Itoa(w.Number), "Cutoff": w.Cutoff.String()}})
}
