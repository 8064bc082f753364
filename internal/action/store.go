package action

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// Columns are those of an Action, from ac and what From joins to it.
const (
	Columns = `ac.id, coalesce(ac.matter_id, 0) AS matter_id, coalesce(am.number, '') AS number, coalesce(am.title, ai.title, '') AS title, coalesce(am.owner_id, 0) AS owner_id,
	coalesce(am.status, '') AS matter_status, coalesce(ac.meeting_id, 0) AS meeting_id, coalesce(ac.item_id, 0) AS item_id, coalesce(ag.id, 0) AS group_id,
	coalesce(ag.name, '') AS group_name, ame.starts_at, coalesce(ac.followup_id, 0) AS followup_id, coalesce(fe.round_id, 0) AS round_id,
	coalesce((SELECT r.year FROM followup_rounds r WHERE r.id = fe.round_id), 0) AS year, coalesce(ac.risk_row, 0) AS risk_row, ac.what, ac.person_id, ap.name AS person_name,
	coalesce(fp.name, ap.name) AS first_person_name, ac.due_on, coalesce(ac.first_due_on, ac.due_on) AS first_due_on, ac.replanned, ac.done_at, ac.result, ac.version`
	From = ` FROM actions ac JOIN people ap ON ap.org_id = ac.org_id AND ap.id = ac.person_id LEFT JOIN people fp ON fp.org_id = ac.org_id AND fp.id = ac.first_person_id
	LEFT JOIN matters am ON am.org_id = ac.org_id AND am.id = ac.matter_id LEFT JOIN agenda_items ai ON ai.org_id = ac.org_id AND ai.id = ac.item_id
	LEFT JOIN meetings ame ON ame.org_id = ac.org_id AND ame.id = ac.meeting_id LEFT JOIN followup_groups fe ON fe.org_id = ac.org_id AND fe.id = ac.followup_id
	LEFT JOIN groups ag ON ag.org_id = ac.org_id AND ag.id = coalesce(ame.group_id, fe.group_id) `
)

// Queue queues the actions that the rest of a statement chooses.
func Queue(b *db.Batch, dst *[]Action, rest string, args ...any) {
	db.Many(b, dst, `SELECT `+Columns+From+rest, args...)
}

// OfMatter chooses all actions about matter $1: those of its plan and those that meetings asked for when they treated it.
const OfMatter = `WHERE ac.matter_id = $1 ORDER BY ac.due_on, ac.id`

// OfMeeting chooses those that meeting $1 asked for.
const OfMeeting = `WHERE ac.meeting_id = $1 ORDER BY ac.id`

// OfRound chooses those that the follow-up $1 asked for.
const OfRound = `WHERE fe.round_id = $1 ORDER BY ac.due_on, ac.id`

// Earlier chooses the åtgärdslista that meeting $1 begins with: what the group's earlier meetings, and follow-ups of the group, asked
// for and is not done, or was done since the last of the meetings.
const Earlier = `
	WHERE  ac.id = ANY (ARRAY(
		SELECT x.id FROM meetings h JOIN meetings e ON e.org_id = h.org_id AND e.group_id = h.group_id AND e.starts_at < h.starts_at
			JOIN actions x ON x.org_id = e.org_id AND x.meeting_id = e.id WHERE h.id = $1
		UNION ALL SELECT x.id FROM meetings h JOIN followup_groups e ON e.org_id = h.org_id AND e.group_id = h.group_id
			JOIN actions x ON x.org_id = e.org_id AND x.followup_id = e.id AND x.created_at < coalesce(h.closed_at, 'infinity') WHERE h.id = $1))
	AND    (ac.done_at IS NULL OR ac.done_at >
		(SELECT max(la.starts_at) FROM meetings h JOIN meetings la ON la.org_id = h.org_id AND la.group_id = h.group_id AND la.status = 'closed' AND la.starts_at < h.starts_at WHERE h.id = $1))
	ORDER  BY ac.due_on, ac.id LIMIT 50`

// Person is somebody who may be asked to do something.
type Person struct {
	ID      int64
	Name    string
	Seat    string // the mandate's role in the group; "": none
	Manages bool   // a unit or a group
}

func find(all []Person, id int64) (Person, bool) {
	i := slices.IndexFunc(all, func(p Person) bool { return p.ID == id })
	if i < 0 {
		return Person{}, false
	}
	return all[i], true
}

// seats are the roles in which a group's members do what they are asked to.
var seats = map[string]access.Role{"secretary": access.Manager, "employer_rep": access.Manager, "union_rep": access.UnionRep, "union_substitute": access.UnionRep,
	"safety_rep": access.SafetyRep, "chief_safety_rep": access.SafetyRep, "hr": access.HR, "negotiator": access.Negotiator, "registrar": access.Registrar}

// Role is the role in which the person does what they are asked to.
func (p Person) Role() access.Role {
	if role, ok := seats[p.Seat]; ok {
		return role
	}
	if p.Manages {
		return access.Manager
	}
	return access.Employee
}

// doers choose those who may be asked: about the matter its owner, the managers of its units and the chairs of its groups; in the meeting
// its members on the day and whoever stands on its attendance list; after a follow-up the group's members, the managers of its units, HR and
// the negotiator.
func doers(matter, meeting, followup, day string) string {
	return strings.NewReplacer("{matter}", matter, "{meeting}", meeting, "{followup}", followup, "{day}", day).Replace(`
	WITH places AS (SELECT group_id, false AS followed FROM meetings WHERE id = {meeting} UNION ALL SELECT group_id, true FROM followup_groups WHERE id = {followup}),
	seats AS (SELECT ma.id, ma.person_id, ma.role FROM places pl JOIN mandates ma ON ma.group_id = pl.group_id OR pl.followed AND ma.group_id IS NULL AND ma.role IN ('hr', 'negotiator')
		WHERE ma.valid_from <= {day} AND (ma.valid_until IS NULL OR ma.valid_until >= {day}))
	SELECT p.id, p.name, coalesce((SELECT s.role FROM seats s WHERE s.person_id = p.id ORDER BY s.id LIMIT 1), '') AS seat,
	       EXISTS (SELECT FROM units WHERE manager_id = p.id) OR EXISTS (SELECT FROM groups WHERE chair_id = p.id) AS manages
	FROM   people p WHERE p.id IN (SELECT m.owner_id FROM matters m WHERE m.id = {matter}
		UNION SELECT u.manager_id FROM matter_units mu JOIN units u ON u.id = mu.unit_id WHERE mu.matter_id = {matter}
		UNION SELECT g.chair_id FROM tracks t JOIN groups g ON g.id = t.group_id WHERE t.matter_id = {matter}
		UNION SELECT g.chair_id FROM places pl JOIN groups g ON g.id = pl.group_id
		UNION SELECT u.manager_id FROM places pl JOIN group_units gu ON gu.group_id = pl.group_id JOIN units u ON u.id = gu.unit_id WHERE pl.followed
		UNION SELECT person_id FROM seats
		UNION SELECT at.person_id FROM attendances at WHERE at.meeting_id = {meeting})
	ORDER  BY p.sort_name COLLATE "sv-SE-x-icu"`)
}

// QueueDoers queues those who may be asked to do something at the place.
func QueueDoers(b *db.Batch, dst *[]Person, at Place, day clock.Date) {
	db.Many(b, dst, doers("$1::bigint", "$2::bigint", "$3::bigint", "$4::date"), at.MatterID, at.MeetingID, at.FollowupID, day)
}

// retask makes the tasks say what the actions chosen say: an open one for who is to do each that is left, due on its day.
func retask(ctx context.Context, tx *db.OrgTx, now time.Time, where string, arg any) error {
	var b db.Batch
	b.Exec(`UPDATE tasks t SET done_at = $2 FROM actions ac WHERE t.org_id = ac.org_id AND t.action_id = ac.id AND t.done_at IS NULL AND (ac.done_at IS NOT NULL OR t.person_id <> ac.person_id) AND `+where, arg, now)
	b.Exec(`UPDATE tasks t SET due_on = ac.due_on FROM actions ac WHERE t.org_id = ac.org_id AND t.action_id = ac.id AND t.done_at IS NULL AND t.due_on <> ac.due_on AND `+where, arg)
	b.Exec(`INSERT INTO tasks (person_id, role, kind, matter_id, meeting_id, action_id, due_on, created_at)
		SELECT ac.person_id, ac.role, '`+Task+`', CASE WHEN ac.meeting_id IS NULL THEN ac.matter_id END, ac.meeting_id, ac.id, ac.due_on, $2 FROM actions ac
		WHERE  ac.done_at IS NULL AND `+where+` AND NOT EXISTS (SELECT FROM tasks t WHERE t.org_id = ac.org_id AND t.action_id = ac.id AND t.done_at IS NULL)`, arg, now)
	if err := tx.Send(ctx, &b); err != nil {
		return fmt.Errorf("giving people their actions: %w", err)
	}
	return nil
}

// Retask gives people the tasks of the actions that the matter's own plan holds, after the plan was written anew.
func Retask(ctx context.Context, tx *db.OrgTx, now time.Time, matterID int64) error {
	return retask(ctx, tx, now, `ac.matter_id = $1 AND ac.meeting_id IS NULL`, matterID)
}

// DoersAfter chooses those who may be asked to do something after the group $2 was followed up in round $1, on day $3.
var DoersAfter = doers("NULL::bigint", "NULL::bigint", "(SELECT id FROM followup_groups WHERE round_id = $1 AND group_id = $2)", "$3::date")
