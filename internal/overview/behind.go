package overview

import (
	"context"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/apt"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Fact is one row behind a figure. A matter that the person may not read has its number and no title.
type Fact struct {
	MatterID   int64
	Number     string
	Title      string
	Visible    bool // the matter may be opened
	MeetingID  int64
	GroupID    int64
	GroupName  string
	StartsAt   *time.Time
	Day        clock.Date // planned decision, last day to approve, last day of the mandate
	PersonName string
	Role       string // of the mandate
	UnitNames  []string
	RequestID  int64 // of a safety representative
	QuestionID int64 // that a union has brought
	APTID      int64
	Reason     string // why a manager decides what belongs to a group
}

// Behind are the rows behind one figure of one unit.
type Behind struct {
	Status  Status // the unit, its place and its figures
	Measure Measure
	Facts   []Fact
	More    bool // there are more than are shown
}

// factLimit is the most rows that one page shows.
const factLimit = 100

// Behind lists what one of the unit's figures counts. An unknown measure, and a unit that is not the person's, is NotFound.
func (s *Service) Behind(ctx context.Context, who access.Actor, unit int64, m Measure) (Behind, error) {
	if err := who.Require(access.OverviewRead); err != nil {
		return Behind{}, err
	}
	src, ok := sources[m]
	if !ok {
		return Behind{}, fail.New(fail.NotFound, "error.not_found")
	}
	sc, roots := Scope{Unit: unit}, rootsOf(who)
	facts := Behind{Measure: m}
	err := s.judged(ctx, who, func(b *db.Batch, now time.Time) func() error {
		finish := s.queueStatus(b, who, sc, now)
		where, args := within(sc, roots, 5)
		visible, more := "", []any(nil)
		if src.subject == ofMatter {
			visible, more = matter.Visible(who, 5+len(args))
		}
		if src.subject == ofAPT {
			visible, more = apt.Visible(who, 5+len(args))
		}
		db.Many(b, &facts.Facts, moment+details[src.subject](visible)+` IN (SELECT x.subject FROM (`+src.facts+`) x LEFT JOIN units u ON u.id = x.unit_id WHERE `+where+`)`+
			order[src.subject]+` LIMIT $4`, slices.Concat([]any{clock.DateOf(now), now, yearAgo(now), factLimit + 1}, args, more)...)
		return func() (err error) {
			facts.Status, err = finish()
			return err
		}
	})
	if err != nil {
		return Behind{}, err
	}
	if facts.More = len(facts.Facts) > factLimit; facts.More {
		facts.Facts = facts.Facts[:factLimit]
	}
	return facts, nil
}

const noAPT = `0::bigint AS apt_id, '' AS reason, 0::bigint AS question_id`

const noMatter = noAPT + `, 0::bigint AS matter_id, 0::bigint AS request_id, '' AS number, '' AS title, false AS visible`

const meetingDetails = `
	SELECT ` + noMatter + `, me.id AS meeting_id, g.id AS group_id, g.name AS group_name, me.starts_at,
	       (SELECT mi.due_on FROM minutes mi WHERE mi.org_id = me.org_id AND mi.meeting_id = me.id AND mi.status = 'sent') AS day,
	       '' AS person_name, '' AS role, '{}'::text[] AS unit_names
	FROM   meetings me JOIN groups g ON g.org_id = me.org_id AND g.id = me.group_id WHERE me.id`

const groupDetails = `
	SELECT ` + noMatter + `, 0::bigint AS meeting_id, g.id AS group_id, g.name AS group_name,
	       (SELECT max(me.starts_at) FROM meetings me WHERE me.org_id = g.org_id AND me.group_id = g.id AND me.status <> 'cancelled' AND me.starts_at <= $2) AS starts_at,
	       NULL::date AS day, coalesce(p.name, '') AS person_name, '' AS role, '{}'::text[] AS unit_names
	FROM   groups g LEFT JOIN people p ON p.org_id = g.org_id AND p.id = g.chair_id WHERE g.id`

const mandateDetails = `
	SELECT ` + noMatter + `, 0::bigint AS meeting_id, coalesce(g.id, 0) AS group_id, coalesce(g.name, '') AS group_name, NULL::timestamptz AS starts_at,
	       ma.valid_until AS day, p.name AS person_name, ma.role, CASE WHEN un.name IS NULL THEN '{}'::text[] ELSE ARRAY[un.name] END AS unit_names
	FROM   mandates ma JOIN people p ON p.org_id = ma.org_id AND p.id = ma.person_id
	LEFT   JOIN groups g ON g.org_id = ma.org_id AND g.id = ma.group_id LEFT JOIN units un ON un.org_id = ma.org_id AND un.id = ma.unit_id WHERE ma.id`

const requestDetails = `
	SELECT ` + noAPT + `, 0::bigint AS matter_id, r.id AS request_id, '' AS number, r.title, true AS visible, 0::bigint AS meeting_id, 0::bigint AS group_id, '' AS group_name,
	       r.received_at AS starts_at, r.due_on AS day, p.name AS person_name, '' AS role, ARRAY[un.name] AS unit_names
	FROM   safety_requests r JOIN people p ON p.org_id = r.org_id AND p.id = r.person_id JOIN units un ON un.org_id = r.org_id AND un.id = r.unit_id WHERE r.id`

const questionDetails = `
	SELECT 0::bigint AS apt_id, '' AS reason, q.id AS question_id, 0::bigint AS matter_id, 0::bigint AS request_id, '' AS number, q.title, true AS visible, 0::bigint AS meeting_id,
	       g.id AS group_id, g.name AS group_name, q.raised_at AS starts_at, CASE WHEN q.status = 'waiting' THEN q.answer_by ELSE q.meet_by END AS day, p.name AS person_name, '' AS role,
	       CASE WHEN un.name IS NULL THEN '{}'::text[] ELSE ARRAY[un.name] END AS unit_names
	FROM   raised_questions q JOIN groups g ON g.org_id = q.org_id AND g.id = q.group_id JOIN people p ON p.org_id = q.org_id AND p.id = q.answerer_id
	LEFT   JOIN unions un ON un.org_id = q.org_id AND un.id = q.union_id WHERE q.id`

const unitDetails = `
	SELECT ` + noMatter + `, 0::bigint AS meeting_id, 0::bigint AS group_id, un.name AS group_name,
	       (SELECT max(h.starts_at) FROM apts h WHERE h.org_id = un.org_id AND h.unit_id = un.id AND h.status IN ('held', 'published')) AS starts_at,
	       NULL::date AS day, coalesce(p.name, '') AS person_name, '' AS role, '{}'::text[] AS unit_names
	FROM   units un LEFT JOIN people p ON p.org_id = un.org_id AND p.id = un.manager_id WHERE un.id`

const introductionDetails = `
	SELECT ` + noMatter + `, 0::bigint AS meeting_id, 0::bigint AS group_id, coalesce(un.name, g.name, '') AS group_name, NULL::timestamptz AS starts_at,
	       i.due_on AS day, '' AS person_name, '' AS role, '{}'::text[] AS unit_names
	FROM   introductions i LEFT JOIN units un ON un.org_id = i.org_id AND un.id = i.unit_id LEFT JOIN groups g ON g.org_id = i.org_id AND g.id = i.group_id WHERE i.id`

// details select the facts of each subject; what follows them names the subjects.
var details = map[subject]func(visible string) string{
	ofMatter: func(visible string) string {
		return `
	SELECT ` + noAPT + `, m.id AS matter_id, 0::bigint AS request_id, m.number, CASE WHEN ` + visible + ` THEN m.title ELSE '' END AS title, ` + visible + ` AS visible,
	       0::bigint AS meeting_id, 0::bigint AS group_id, '' AS group_name, NULL::timestamptz AS starts_at, m.planned_decision AS day, '' AS person_name, '' AS role,
	       ARRAY(SELECT u.name FROM matter_units mu JOIN units u ON u.org_id = mu.org_id AND u.id = mu.unit_id
	             WHERE mu.org_id = m.org_id AND mu.matter_id = m.id ORDER BY u.name) AS unit_names
	FROM   matters m WHERE m.id`
	},
	ofMeeting:  same(meetingDetails),
	ofGroup:    same(groupDetails),
	ofMandate:  same(mandateDetails),
	ofRequest:  same(requestDetails),
	ofQuestion: same(questionDetails),
	ofUnit:     same(unitDetails),

	ofIntroduction: same(introductionDetails),
	ofAPT: func(visible string) string {
		return `
	SELECT a.id AS apt_id, i.outcome_reason AS reason, 0::bigint AS question_id, 0::bigint AS matter_id, 0::bigint AS request_id, '' AS number, i.title, ` + visible + ` AS visible, 0::bigint AS meeting_id,
	       0::bigint AS group_id, un.name AS group_name, a.starts_at, NULL::date AS day, '' AS person_name, '' AS role, '{}'::text[] AS unit_names
	FROM   apt_items i JOIN apts a ON a.org_id = i.org_id AND a.id = i.apt_id JOIN units un ON un.org_id = a.org_id AND un.id = a.unit_id WHERE i.id`
	},
}

// same is a query that does not ask what is visible.
func same(sql string) func(string) string { return func(string) string { return sql } }

var order = map[subject]string{
	ofMatter:   ` ORDER BY m.planned_decision, m.id`,
	ofMeeting:  ` ORDER BY me.starts_at, me.id`,
	ofGroup:    ` ORDER BY g.name COLLATE "sv-SE-x-icu"`,
	ofRequest:  ` ORDER BY r.due_on, r.id`,
	ofQuestion: ` ORDER BY q.answer_by, q.id`,
	ofUnit:     ` ORDER BY un.name COLLATE "sv-SE-x-icu"`,

	ofIntroduction: ` ORDER BY i.due_on, i.id`,

	ofAPT:     ` ORDER BY i.outcome_at DESC, i.id`,
	ofMandate: ` ORDER BY ma.valid_until, p.sort_name COLLATE "sv-SE-x-icu"`,
}
