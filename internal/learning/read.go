package learning

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
)

const courses = `SELECT c.id, c.name, c.about, c.arranger, coalesce(c.union_id, 0) AS union_id, coalesce(n.name, '') AS union_name, c.joint, c.version
	FROM courses c LEFT JOIN unions n ON n.org_id = c.org_id AND n.id = c.union_id`

// queueCandidates queues those whom the course is for, who hold a role on the day. On both sides at once a person stands on
// the employer's.
func queueCandidates(b *db.Batch, dst *[]candidate, c Course, day clock.Date) {
	db.Many(b, dst, `
		SELECT p.id, p.name, coalesce(p.email, '') AS email, x.side FROM people p JOIN (
			SELECT h.person_id, min(CASE h.role WHEN 'manager' THEN 'employer' ELSE 'union' END) AS side FROM held_roles($1) h
			WHERE  $2 = 0 AND CASE h.role WHEN 'manager' THEN 'employer' WHEN 'union_rep' THEN 'union' WHEN 'safety_rep' THEN 'union' END = ANY ($3) GROUP BY 1
			UNION ALL SELECT DISTINCT m.person_id, 'union' FROM mandates m WHERE m.union_id = $2 AND m.valid_from <= $1 AND (m.valid_until IS NULL OR m.valid_until >= $1)) x
			ON x.person_id = p.id
		WHERE  p.closed_on IS NULL OR p.closed_on > $1`, day, c.UnionID, c.Sides())
}

// SideCount is how it stands with joint training on one side.
type SideCount struct {
	Side    string
	All     int // people with a role
	Valid   int // who have a joint training that is valid, those that run out soon among them
	RunsOut int // within three months
}

// Register is the page of all courses.
type Register struct {
	Today   clock.Date
	Months  int // that a training is valid
	Sides   []SideCount
	Courses []Listed
}

// Listed is a course with how many have taken part: the number alone, of any course.
type Listed struct {
	Course
	Last clock.Date // the newest occasion that has been
	Next clock.Date // the nearest that comes
	Took int
}

// Courses lists all courses, and counts by side.
func (s *Service) Courses(ctx context.Context, who access.Actor) (Register, error) {
	if err := who.Require(access.TrainingRead); err != nil {
		return Register{}, err
	}
	r := Register{Today: s.today()}
	var months []int
	var b db.Batch
	db.Scalars(&b, &months, `SELECT training_months FROM agreement_on($1, '{}', 0)`, r.Today)
	db.Many(&b, &r.Sides, `WITH `+trained+`,
		held AS (SELECT h.person_id, min(CASE h.role WHEN 'manager' THEN 'employer' ELSE 'union' END) AS side FROM held_roles($1) h JOIN people p ON p.id = h.person_id
			WHERE h.role IN ('manager', 'union_rep', 'safety_rep') AND (p.closed_on IS NULL OR p.closed_on > $1) GROUP BY 1)
		SELECT v.side, count(h.person_id) AS all, count(*) FILTER (WHERE t.until >= $1) AS valid, count(*) FILTER (WHERE t.until BETWEEN $1 AND $2) AS runs_out
		FROM   (VALUES ('employer'), ('union')) v (side) LEFT JOIN held h ON h.side = v.side LEFT JOIN trained t ON t.person_id = h.person_id
		GROUP  BY 1 ORDER BY 1`, r.Today, r.Today.AddMonths(soonMonths))
	db.Many(&b, &r.Courses, `
		SELECT x.*, (SELECT max(o.held_on) FROM course_occasions o WHERE o.course_id = x.id AND o.held_on <= $1) AS last,
		       (SELECT min(o.held_on) FROM course_occasions o WHERE o.course_id = x.id AND o.held_on > $1) AS next,
		       (SELECT count(DISTINCT cp.person_id) FROM course_occasions o JOIN course_participants cp ON cp.occasion_id = o.id AND cp.took_part WHERE o.course_id = x.id) AS took
		FROM   (`+courses+`) x ORDER BY NOT x.joint, x.arranger, x.name COLLATE "sv-SE-x-icu", x.id LIMIT 200`, r.Today)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return r, fmt.Errorf("reading the trainings: %w", err)
	}
	if len(months) > 0 {
		r.Months = months[0]
	}
	return r, nil
}

// Given is one course with the times that it is given.
type Given struct {
	Course
	Today     clock.Date
	Keeps     bool // the reader keeps it, and sees who takes part
	Occasions []Occasion
}

// Course reads one course. Names are for those who keep it; others see how many.
func (s *Service) Course(ctx context.Context, who access.Actor, id int64) (Given, error) {
	if err := who.Require(access.TrainingRead); err != nil {
		return Given{}, err
	}
	g := Given{Today: s.today()}
	var occasions []struct {
		ID, CourseID          int64
		HeldOn                clock.Date
		Place                 string
		Signed, Took, Version int
	}
	var people []Participant
	var b db.Batch
	db.One(&b, &g.Course, notFound(), courses+` WHERE c.id = $1`, id)
	db.Many(&b, &occasions, `
		SELECT o.id, o.course_id, o.held_on, o.place, (SELECT count(*) FROM course_participants cp WHERE cp.occasion_id = o.id) AS signed,
		       (SELECT count(*) FROM course_participants cp WHERE cp.occasion_id = o.id AND cp.took_part) AS took, o.version
		FROM   course_occasions o WHERE o.course_id = $1 ORDER BY o.held_on DESC LIMIT 100`, id)
	db.Many(&b, &people, `
		SELECT cp.occasion_id, cp.person_id, p.name, cp.side, cp.took_part FROM courses c JOIN course_occasions o ON o.course_id = c.id JOIN course_participants cp ON cp.occasion_id = o.id
		JOIN   people p ON p.id = cp.person_id
		WHERE  c.id = $1 AND CASE c.arranger WHEN 'union' THEN c.union_id = ANY ($2) ELSE $3 END ORDER BY cp.side, p.sort_name COLLATE "sv-SE-x-icu", p.id`,
		id, unionsOf(who), who.Role == access.HR)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return g, fmt.Errorf("reading course %d: %w", id, err)
	}
	g.Keeps = g.Course.Keeps(who)
	for _, o := range occasions {
		x := Occasion{ID: o.ID, CourseID: o.CourseID, HeldOn: o.HeldOn, Place: o.Place, Signed: o.Signed, Took: o.Took, Version: o.Version}
		for _, p := range people {
			if g.Keeps && p.OccasionID == x.ID {
				x.Participants = append(x.Participants, p)
			}
		}
		g.Occasions = append(g.Occasions, x)
	}
	return g, nil
}

// unionsOf are the unions that the actor speaks for; none unless as their representative.
func unionsOf(who access.Actor) []int64 {
	if who.Role != access.UnionRep {
		return []int64{}
	}
	return append([]int64{}, who.Unions()...)
}
