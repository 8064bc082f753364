package apt

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// SittingForm is one occasion as it is planned.
type SittingForm struct {
	StartsAt time.Time // zero: not understood
	EndsAt   time.Time // zero: an hour and a half later
	Place    string
}

// PlanForm is what a manager says to plan an APT.
type PlanForm struct {
	UnitID   int64
	Title    string // "": APT
	Sittings []SittingForm
	Themes   []string // the year plan's, each an item
	Reason   string   // why although a rule warned
}

const defaultLength = 90 * time.Minute

// check refuses what is missing, in the past or out of order, and fills in what may be left out.
func (p *PlanForm) check(now time.Time) error {
	var f fail.Form
	if p.Title = strings.TrimSpace(p.Title); p.Title == "" {
		p.Title = "APT"
	}
	checkText(&f, "title", p.Title, 200, "")
	for _, t := range p.Themes {
		checkText(&f, "themes", t, 200, "")
	}
	if p.UnitID == 0 {
		f.Add("unit", "apt.error.unit_needed")
	}
	if len(p.Sittings) == 0 {
		f.Add("date", "apt.error.start_needed")
	}
	for i := range p.Sittings {
		p.Sittings[i].check(&f, now)
	}
	return f.Err()
}

func (s *SittingForm) check(f *fail.Form, now time.Time) {
	checkText(f, "place", s.Place, 200, "")
	switch {
	case s.StartsAt.IsZero():
		f.Add("date", "apt.error.start_needed")
		return
	case s.StartsAt.Before(now):
		f.Add("date", "apt.error.start_past")
	}
	if s.EndsAt.IsZero() {
		s.EndsAt = s.StartsAt.Add(defaultLength)
	}
	if !s.EndsAt.After(s.StartsAt) {
		f.Add("ends", "apt.error.ends_before")
	}
}

// PlanIn plans an APT with its standard agenda, for whoever manages the unit or one above it. Refused: a start in the
// past, a unit that the actor does not manage, and a sitting that overlaps another APT of the unit.
func PlanIn(ctx context.Context, tx *db.OrgTx, c clock.Clock, who access.Actor, f PlanForm) (id int64, err error) {
	if err := who.Require(access.APTRun); err != nil {
		return 0, err
	}
	now := c.Now()
	if err := f.check(now); err != nil {
		return 0, err
	}
	var unit string
	var lead int64
	err = tx.QueryRow(ctx, `SELECT name, coalesce(manager_id, $3) FROM units WHERE id = $1 AND closed_on IS NULL AND ancestors && $2 FOR UPDATE`,
		f.UnitID, who.Units, who.PersonID).Scan(&unit, &lead)
	if err == pgx.ErrNoRows {
		return 0, fail.New(fail.Forbidden, "apt.error.not_manager")
	}
	if err != nil {
		return 0, fmt.Errorf("reading the unit: %w", err)
	}
	for _, s := range f.Sittings {
		if err := free(ctx, tx, f.UnitID, 0, s); err != nil {
			return 0, err
		}
	}
	err = tx.QueryRow(ctx, `INSERT INTO apts (unit_id, title, lead_id, created_at) VALUES ($1, $2, $3, $4) RETURNING id`, f.UnitID, f.Title, lead, now).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("planning the APT: %w", err)
	}
	if err := insertParts(ctx, tx, id, f); err != nil {
		return 0, err
	}
	if err := collectIfNext(ctx, tx, id, f.UnitID); err != nil {
		return 0, err
	}
	first := clock.DateOf(slices.MinFunc(f.Sittings, func(a, b SittingForm) int { return a.StartsAt.Compare(b.StartsAt) }).StartsAt)
	if err := matter.FollowNextMeeting(ctx, tx, f.UnitID, 0, first); err != nil {
		return 0, err
	}
	rules, err := rulesOn(ctx, tx, clock.DateOf(now), f.UnitID)
	if err != nil {
		return 0, err
	}
	if err := matter.AddTasks(ctx, tx, c, matter.Task{PersonID: lead, Role: access.Manager, Kind: matter.TaskAPTInvite, APTID: id, UnitID: f.UnitID,
		DueOn: rules.InviteBy(first)}); err != nil {
		return 0, err
	}
	return id, audit.Write(ctx, tx, who, now, audit.Event{Kind: "apt.planned",
		Detail: map[string]string{"Unit": unit, "Date": first.String(), "Reason": f.Reason}})
}

// free refuses a time that overlaps a sitting of another APT of the unit.
func free(ctx context.Context, tx *db.OrgTx, unitID, exceptAPT int64, s SittingForm) error {
	var busy bool
	err := tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM apt_sittings s JOIN apts a ON a.id = s.apt_id
		WHERE a.unit_id = $1 AND a.id <> $2 AND s.status <> 'cancelled' AND s.starts_at < $4 AND s.ends_at > $3)`,
		unitID, exceptAPT, s.StartsAt, s.EndsAt).Scan(&busy)
	if err != nil {
		return fmt.Errorf("looking for another APT: %w", err)
	}
	if busy {
		return fail.New(fail.Conflict, "apt.error.overlap")
	}
	return nil
}

func insertParts(ctx context.Context, tx *db.OrgTx, id int64, f PlanForm) error {
	var b db.Batch
	for _, s := range f.Sittings {
		b.Exec(`INSERT INTO apt_sittings (apt_id, starts_at, ends_at, place) VALUES ($1, $2, $3, $4)`, id, s.StartsAt, s.EndsAt, s.Place)
	}
	for _, x := range standard {
		b.Exec(`INSERT INTO apt_items (apt_id, position, kind, title, form, minutes) VALUES ($1, $2, 'standing', $3, $4, $5)`, id, x.position, x.title, x.form, x.minutes)
	}
	for i, title := range f.Themes {
		b.Exec(`INSERT INTO apt_items (apt_id, position, kind, title, form, minutes) VALUES ($1, $2, 'theme', $3, 'groups', 15)`, id, placeOf[KindTheme]+10*i, title)
	}
	return tx.Send(ctx, &b)
}

// Plan is PlanIn as an operation of its own. Warned of: a day off, and a manager or a room that is taken.
func (s *Service) Plan(ctx context.Context, who access.Actor, f PlanForm) (id int64, err error) {
	if err := who.Require(access.APTRun); err != nil {
		return 0, err
	}
	if err := f.check(s.Clock.Now()); err != nil {
		return 0, err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		ws, err := timeWarnings(ctx, tx, f.UnitID, 0, f.Sittings...)
		if err != nil {
			return err
		}
		if err := fail.NeedReason(f.Reason, ws); err != nil {
			return err
		}
		id, err = PlanIn(ctx, tx, s.Clock, who, f)
		return err
	})
	return id, err
}
