package booking

import (
	"context"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Service carries out what representatives ask of their published times. Nothing of it goes into the event log: when a
// representative can meet is nobody's to follow afterwards (FML 3-4 §§).
type Service struct {
	DB    *db.DB
	Clock clock.Clock
}

const slotColumns = `s.id, s.person_id, coalesce(s.weekday, 0)::int AS weekday, (extract(epoch FROM s.from_time) / 60)::int AS "from",
	(extract(epoch FROM s.until_time) / 60)::int AS "until", s.valid_from, s.valid_until`

// Slots are the actor's own published times that have not passed.
func (s *Service) Slots(ctx context.Context, who access.Actor) (slots []Slot, err error) {
	if err := who.Require(access.SlotsPublish); err != nil {
		return nil, err
	}
	var b db.Batch
	db.Many(&b, &slots, `SELECT `+slotColumns+` FROM union_slots s WHERE s.person_id = $1 AND (s.valid_until IS NULL OR s.valid_until >= $2)
		ORDER BY s.weekday NULLS LAST, s.valid_from, s.from_time, s.id`, who.PersonID, clock.Today(s.Clock))
	return slots, s.DB.ReadOrg(ctx, who.OrgID, &b)
}

// SlotForm is a time that a representative publishes.
type SlotForm struct {
	Weekday    int // 1-7; 0: on one day, Day
	Day        clock.Date
	Starts     int // minutes of the day; -1: not understood
	Ends       int
	ValidFrom  clock.Date // weekly: zero is today
	ValidUntil clock.Date // weekly: zero is until further notice
}

func (f *SlotForm) check(today clock.Date) error {
	var e fail.Form
	switch {
	case f.Weekday < 0 || f.Weekday > 7:
		e.Add("weekday", "booking.error.weekday")
	case f.Weekday != 0:
		if f.ValidFrom.IsZero() {
			f.ValidFrom = today
		}
		if !f.ValidUntil.IsZero() && (f.ValidUntil.Before(f.ValidFrom) || f.ValidUntil.Before(today)) {
			e.Add("valid_until", "booking.error.until_before")
		}
	case f.Day.IsZero():
		e.Add("day", "booking.error.day")
	case f.Day.Before(today):
		e.Add("day", "booking.error.day_past")
	default:
		f.ValidFrom, f.ValidUntil = f.Day, f.Day
	}
	if f.Starts < 0 {
		e.Add("starts", "booking.error.time")
	}
	switch {
	case f.Ends < 0:
		e.Add("ends", "booking.error.time")
	case f.Starts >= 0 && f.Ends <= f.Starts:
		e.Add("ends", "booking.error.ends_before")
	}
	return e.Err()
}

// mostSlots is the most times that one person has published at once.
const mostSlots = 60

// Publish adds a time when the actor can meet.
func (s *Service) Publish(ctx context.Context, who access.Actor, f SlotForm) error {
	if err := who.Require(access.SlotsPublish); err != nil {
		return err
	}
	now := s.Clock.Now()
	if err := f.check(clock.DateOf(now)); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		tag, err := tx.Exec(ctx, `
			INSERT INTO union_slots (person_id, weekday, from_time, until_time, valid_from, valid_until, created_at)
			SELECT $1, nullif($2::int, 0), '00:00'::time + make_interval(mins => $3), '00:00'::time + make_interval(mins => $4), $5, $6, $7
			WHERE  (SELECT count(*) FROM union_slots s WHERE s.person_id = $1 AND (s.valid_until IS NULL OR s.valid_until >= $8)) < $9`,
			who.PersonID, f.Weekday, f.Starts, f.Ends, f.ValidFrom, f.ValidUntil, now, clock.DateOf(now), mostSlots)
		if err == nil && tag.RowsAffected() == 0 {
			return fail.New(fail.Invalid, "booking.error.too_many", "Max", mostSlots)
		}
		return err
	})
}

// Withdraw takes back one of the actor's own times. Another's, or one that is gone, is NotFound.
func (s *Service) Withdraw(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.SlotsPublish); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		tag, err := tx.Exec(ctx, `DELETE FROM union_slots WHERE id = $1 AND person_id = $2`, id, who.PersonID)
		if err == nil && tag.RowsAffected() == 0 {
			return fail.New(fail.NotFound, "error.not_found")
		}
		return err
	})
}
