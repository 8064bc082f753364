package learning

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// SaveCourse adds a course (ID 0) or changes it, and returns its number. Conflict when somebody changed it meanwhile.
func (s *Service) SaveCourse(ctx context.Context, who access.Actor, c Course) (id int64, err error) {
	if err := who.Require(access.TrainingWrite); err != nil {
		return 0, err
	}
	if err := c.check(who); err != nil {
		return 0, err
	}
	if c.ID != 0 {
		return c.ID, s.ofCourse(ctx, who, c.ID, "learning.course_changed", func(tx *db.OrgTx, stood Course) (int, error) {
			// who arranges it decides who may see its participants, so that stays
			return 0, tx.Exec1(ctx, `UPDATE courses SET name = $1, about = $2, version = version + 1 WHERE id = $3 AND version = $4`, c.Name, c.About, c.ID, c.Version)
		})
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		now := s.Clock.Now()
		if err := tx.QueryRow(ctx, `INSERT INTO courses (name, about, arranger, union_id, joint, created_by, created_at) VALUES ($1, $2, $3, nullif($4::bigint, 0), $5, $6, $7) RETURNING id`,
			c.Name, c.About, c.Arranger, c.UnionID, c.Joint, who.PersonID, now).Scan(&id); err != nil {
			return fmt.Errorf("adding a course: %w", err)
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: "learning.course_added", Detail: map[string]string{"Name": c.Name}})
	})
	return id, err
}

// AddOccasion says that the course is given on a day.
func (s *Service) AddOccasion(ctx context.Context, who access.Actor, course int64, on clock.Date, place string) error {
	return s.ofCourse(ctx, who, course, "learning.occasion_added", func(tx *db.OrgTx, c Course) (int, error) {
		var f fail.Form
		if on.IsZero() {
			f.Add("held_on", "learning.error.day")
		}
		if place = strings.TrimSpace(place); len([]rune(place)) > nameLength {
			f.Add("place", "error.too_long", "Max", nameLength, "Over", len([]rune(place))-nameLength)
		}
		var there bool
		if err := tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM course_occasions WHERE course_id = $1 AND held_on = $2)`, course, on).Scan(&there); err != nil {
			return 0, err
		}
		if there {
			f.Add("held_on", "learning.error.day_taken")
		}
		if err := f.Err(); err != nil {
			return 0, err
		}
		_, err := tx.Exec(ctx, `INSERT INTO course_occasions (course_id, held_on, place) VALUES ($1, $2, $3)`, course, on, place)
		return 0, err
	})
}

// SignUp signs people up for an occasion: a line for each, by name or e-mail address.
func (s *Service) SignUp(ctx context.Context, who access.Actor, course, occasion int64, lines string) error {
	return s.ofCourse(ctx, who, course, "learning.signed_up", func(tx *db.OrgTx, c Course) (int, error) {
		if _, err := occasionDay(ctx, tx, course, occasion); err != nil {
			return 0, err
		}
		var among []candidate
		var b db.Batch
		queueCandidates(&b, &among, c, s.today())
		if err := tx.Send(ctx, &b); err != nil {
			return 0, err
		}
		people, err := pick(lines, among)
		if err != nil {
			return 0, err
		}
		for _, p := range people {
			if _, err := tx.Exec(ctx, `INSERT INTO course_participants (occasion_id, person_id, side) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, occasion, p.ID, p.Side); err != nil {
				return 0, fmt.Errorf("signing up: %w", err)
			}
		}
		return len(people), nil
	})
}

// SignOff takes somebody off who has not taken part.
func (s *Service) SignOff(ctx context.Context, who access.Actor, course, occasion, person int64) error {
	return s.ofCourse(ctx, who, course, "learning.signed_off", func(tx *db.OrgTx, c Course) (int, error) {
		if _, err := occasionDay(ctx, tx, course, occasion); err != nil {
			return 0, err
		}
		return 1, tx.Exec1(ctx, `DELETE FROM course_participants WHERE occasion_id = $1 AND person_id = $2 AND NOT took_part`, occasion, person)
	})
}

// Attend says who of those signed up took part, all of them at once: on the day at the earliest. Conflict when somebody else
// said so meanwhile.
func (s *Service) Attend(ctx context.Context, who access.Actor, course, occasion int64, took []int64, version int) error {
	return s.ofCourse(ctx, who, course, "learning.attended", func(tx *db.OrgTx, c Course) (int, error) {
		day, err := occasionDay(ctx, tx, course, occasion)
		if err != nil {
			return 0, err
		}
		if day.After(s.today()) {
			return 0, fail.New(fail.Invalid, "learning.error.not_held")
		}
		if err := tx.Exec1(ctx, `UPDATE course_occasions SET version = version + 1 WHERE id = $1 AND version = $2`, occasion, version); err != nil {
			return 0, err
		}
		var b db.Batch
		b.Exec(`UPDATE course_participants SET took_part = person_id = ANY ($2) WHERE occasion_id = $1`, occasion, slices.Concat([]int64{}, took))
		queueRenewals(&b, s.Clock.Now())
		return len(took), tx.Send(ctx, &b)
	})
}

// ofCourse does what the one who keeps the course asks, and logs it with how many it was about: never with whom. NotFound for
// a course that is not theirs to keep.
func (s *Service) ofCourse(ctx context.Context, who access.Actor, id int64, kind string, f func(*db.OrgTx, Course) (int, error)) error {
	if err := who.Require(access.TrainingWrite); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		var c Course
		var b db.Batch
		db.One(&b, &c, notFound(), courses+` WHERE c.id = $1`, id)
		if err := tx.Send(ctx, &b); err != nil {
			return err
		}
		if !c.Keeps(who) {
			return notFound()
		}
		n, err := f(tx, c)
		if err != nil {
			return err
		}
		detail := map[string]string{"Name": c.Name}
		if n > 0 {
			detail["N"] = strconv.Itoa(n)
		}
		return audit.Write(ctx, tx, who, s.Clock.Now(), audit.Event{Kind: kind, Detail: detail})
	})
}

// occasionDay locks the course's occasion and says when it is.
func occasionDay(ctx context.Context, tx *db.OrgTx, course, occasion int64) (day clock.Date, err error) {
	var days []clock.Date
	var b db.Batch
	db.Scalars(&b, &days, `SELECT held_on FROM course_occasions WHERE id = $1 AND course_id = $2 FOR UPDATE`, occasion, course)
	if err := tx.Send(ctx, &b); err != nil {
		return day, err
	}
	if len(days) == 0 {
		return day, notFound()
	}
	return days[0], nil
}
