package learning

import (
	"context"
	"fmt"
	"time"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

// Service carries out what people say of introductions and trainings.
type Service struct {
	DB    *db.DB
	Clock clock.Clock
}

func (s *Service) today() clock.Date { return clock.Today(s.Clock) }

// Mine is what a person sees of their own.
type Mine struct {
	Today         clock.Date
	Introductions []Introduction
	HR            []Person // who may hold a walk-through, the person aside
	Reps          []Person
	Open          int // matters under way in the units that the person manages
	Trainings     []Taken
	Until         clock.Date // the last day of the newest joint training; no day: none
}

// Taken is a training that the person took part in.
type Taken struct {
	Name   string
	Joint  bool
	HeldOn clock.Date
	Until  clock.Date
}

const introductions = `
	SELECT i.id, i.person_id, i.role, coalesce(u.name, g.name, '') AS place_name, i.began_on, i.due_on, i.read_on, i.walked_on, coalesce(h.name, '') AS hr_name,
	       coalesce(r.name, '') AS rep_name, i.observed_on, i.handed_on, i.confirmed_at, i.version
	FROM   introductions i LEFT JOIN units u ON u.org_id = i.org_id AND u.id = i.unit_id LEFT JOIN groups g ON g.org_id = i.org_id AND g.id = i.group_id
	LEFT   JOIN people h ON h.org_id = i.org_id AND h.id = i.walked_hr_id LEFT JOIN people r ON r.org_id = i.org_id AND r.id = i.walked_rep_id
	WHERE  i.due_on IS NOT NULL`

// queueGuides queues who may hold a walk-through on day: HR, and union representatives.
func queueGuides(b *db.Batch, hr, reps *[]Person, day clock.Date) {
	const of = `SELECT p.id, p.name FROM people p WHERE (p.closed_on IS NULL OR p.closed_on > $1) AND EXISTS (SELECT FROM mandates m WHERE m.person_id = p.id
		AND m.role = ANY ($2) AND m.valid_from <= $1 AND (m.valid_until IS NULL OR m.valid_until >= $1)) ORDER BY p.sort_name COLLATE "sv-SE-x-icu", p.id`
	db.Many(b, hr, of, day, []string{organisation.HR})
	db.Many(b, reps, of, day, []string{organisation.UnionRep, organisation.UnionSubstitute})
}

// Mine reads the person's own introductions and trainings.
func (s *Service) Mine(ctx context.Context, who access.Actor) (Mine, error) {
	if err := who.Require(access.IntroductionOwn); err != nil {
		return Mine{}, err
	}
	m := Mine{Today: s.today()}
	var a organisation.Agreement
	var open []int
	var b db.Batch
	db.Many(&b, &m.Introductions, introductions+` AND i.person_id = $1 ORDER BY i.confirmed_at IS NOT NULL, i.due_on, i.id`, who.PersonID)
	queueGuides(&b, &m.HR, &m.Reps, m.Today)
	db.Scalars(&b, &open, `SELECT count(DISTINCT x.id) FROM units u JOIN matter_units mu ON mu.unit_id = u.id JOIN matters x ON x.id = mu.matter_id AND x.status = 'open' WHERE u.manager_id = $1`, who.PersonID)
	db.Many(&b, &m.Trainings, `
		SELECT c.name, c.joint, o.held_on, NULL::date AS until FROM course_participants cp JOIN course_occasions o ON o.id = cp.occasion_id JOIN courses c ON c.id = o.course_id
		WHERE  cp.person_id = $1 AND cp.took_part ORDER BY o.held_on DESC, o.id`, who.PersonID)
	organisation.QueueAgreement(&b, &a, m.Today, organisation.Scope{})
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Mine{}, fmt.Errorf("reading an introduction: %w", err)
	}
	m.Open = open[0]
	for i, t := range m.Trainings {
		m.Trainings[i].Until = a.TrainedUntil(t.HeldOn)
		if t.Joint && m.Until.IsZero() {
			m.Until = m.Trainings[i].Until
		}
	}
	return m, nil
}

// columns are where the points stand; the walk-through has an operation of its own.
var columns = map[Point]string{Read: "read_on", Observe: "observed_on", Handover: "handed_on"}

// Tick says that a point of one's own introduction is done today, or takes it back. Conflict when it was changed meanwhile.
func (s *Service) Tick(ctx context.Context, who access.Actor, id int64, p Point, done bool, version int) error {
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.CanTick(who, p); err != nil {
			return err
		}
		if !done && p == Walk {
			return c.set(ctx, `walked_on = NULL, walked_hr_id = NULL, walked_rep_id = NULL`, version)
		}
		column, ok := columns[p]
		if !ok {
			return fail.New(fail.Invalid, "learning.error.point")
		}
		var day clock.Date
		if done {
			day = clock.DateOf(c.now)
		}
		return c.set(ctx, column+` = $3`, version, day)
	})
}

// WalkThrough says when one's own walk-through was held, and by whom.
func (s *Service) WalkThrough(ctx context.Context, who access.Actor, id int64, w Walked, version int) error {
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.CanTick(who, Walk); err != nil {
			return err
		}
		var hr, reps []Person
		var b db.Batch
		queueGuides(&b, &hr, &reps, clock.DateOf(c.now))
		if err := c.tx.Send(ctx, &b); err != nil {
			return err
		}
		if err := w.check(who, clock.DateOf(c.now), hr, reps); err != nil {
			return err
		}
		return c.set(ctx, `walked_on = $3, walked_hr_id = $4, walked_rep_id = $5`, version, w.On, w.HRID, w.RepID)
	})
}

// Confirm ends one's own introduction, and its task with it.
func (s *Service) Confirm(ctx context.Context, who access.Actor, id int64, version int) error {
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.CanConfirm(who); err != nil {
			return err
		}
		if err := c.set(ctx, `confirmed_at = $3`, version, c.now); err != nil {
			return err
		}
		if _, err := c.tx.Exec(ctx, `UPDATE tasks SET done_at = $1 WHERE person_id = $2 AND role = $3 AND kind = $4 AND done_at IS NULL`,
			c.now, c.PersonID, string(c.Role), TaskIntroduction); err != nil {
			return fmt.Errorf("ending the task: %w", err)
		}
		return audit.Write(ctx, c.tx, who, c.now, audit.Event{Kind: "learning.introduced", Detail: map[string]string{"Role": string(c.Role)}})
	})
}

// change is one write to an introduction in the making.
type change struct {
	Introduction
	tx  *db.OrgTx
	now time.Time
}

func (s *Service) change(ctx context.Context, who access.Actor, id int64, f func(*change) error) error {
	if err := who.Require(access.IntroductionOwn); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		c := &change{tx: tx, now: s.Clock.Now()}
		var b db.Batch
		b.Exec(`SELECT FROM introductions WHERE id = $1 FOR UPDATE`, id)
		db.One(&b, &c.Introduction, notFound(), introductions+` AND i.id = $1`, id)
		if err := tx.Send(ctx, &b); err != nil {
			return err
		}
		return f(c)
	})
}

// set changes the row unless it was changed since version. $1 and $2 are taken.
func (c *change) set(ctx context.Context, columns string, version int, args ...any) error {
	return c.tx.Exec1(ctx, `UPDATE introductions SET `+columns+`, version = version + 1 WHERE id = $1 AND version = $2`, append([]any{c.ID, version}, args...)...)
}
