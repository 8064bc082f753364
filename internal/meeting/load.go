package meeting

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// Visible is the condition on a row me of meetings that the actor may know of it: members of the group, managers whose
// units it covers or whose matter is on its agenda, HR, förhandlingschef and registrar; employees once the minutes of a
// group that covers their unit are approved.
func Visible(who access.Actor, first int) (where string, args []any) {
	p := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", first+len(args)-1)
	}
	switch who.Role {
	case access.HR, access.Registrar, access.Negotiator:
		return "true", nil
	case access.Manager:
		units := p(who.Units)
		where = fmt.Sprintf(`me.group_id = ANY (%s) OR EXISTS (SELECT FROM group_units gu JOIN units u ON u.id = gu.unit_id
			WHERE gu.group_id = me.group_id AND (u.ancestors && %s OR EXISTS (SELECT FROM units mine WHERE mine.id = ANY (%s) AND gu.unit_id = ANY (mine.ancestors))))
			OR EXISTS (SELECT FROM tracks t JOIN matters m ON m.id = t.matter_id WHERE t.group_id = me.group_id AND m.owner_id = %s)
			OR EXISTS (SELECT FROM agenda_items ai JOIN matters m ON m.id = ai.matter_id WHERE ai.meeting_id = me.id AND m.owner_id = %s)`,
			p(who.Groups()), units, units, p(who.PersonID), p(who.PersonID))
	case access.UnionRep, access.SafetyRep:
		where = "me.group_id = ANY (" + p(who.Groups()) + ")"
	case access.Employee:
		where = fmt.Sprintf(`EXISTS (SELECT FROM minutes mi WHERE mi.meeting_id = me.id AND mi.status LIKE 'approved%%'
			AND (mi.audience = 'organisation' OR EXISTS (SELECT FROM group_units gu JOIN units mine ON gu.unit_id = ANY (mine.ancestors) WHERE gu.group_id = me.group_id AND mine.id = ANY (%s))))`,
			p(who.MandateUnits()))
	default:
		return "false", nil
	}
	return "(" + where + ")", args
}

const meetingColumns = `me.id, me.group_id, g.name AS group_name, g.level, g.safety_committee, coalesce(g.chair_id, 0) AS chair_id, coalesce(c.name, '') AS chair_name,
	me.starts_at, me.ends_at, me.place, me.extra, me.status, me.status_reason, me.moved_to, me.opened_at, me.closed_at,
	(SELECT min(d.sent_at) FROM dispatches d WHERE d.meeting_id = me.id AND d.kind = 'notice') AS notice_at,
	(SELECT min(d.sent_at) FROM dispatches d WHERE d.meeting_id = me.id AND d.kind = 'papers') AS papers_at,
	me.calendar_uid::text AS calendar_uid, me.calendar_sequence, me.created_at, me.version, me.agenda_version,
	me.live_version, me.changed_at, coalesce(me.writer_id, 0) AS writer_id, coalesce(wr.name, '') AS writer_name, me.writer_until`

const fromMeetings = ` FROM meetings me JOIN groups g ON g.id = me.group_id LEFT JOIN people c ON c.id = g.chair_id LEFT JOIN people wr ON wr.id = me.writer_id `

// queue queues everything about one meeting; the returned function completes r once the batch has been sent.
func (r *Record) queue(b *db.Batch, id int64, where string, args []any, today clock.Date) func() {
	all := slices.Concat([]any{id}, args)
	db.One(b, &r.Meeting, fail.New(fail.NotFound, "error.not_found"), `SELECT `+meetingColumns+fromMeetings+`WHERE me.id = $1 AND `+where, all...)
	db.Many(b, &r.Items, `
		SELECT ai.id, ai.position, ai.title, ai.class, ai.minutes_planned, coalesce(ai.matter_id, 0) AS matter_id, ai.status, ai.opened_at, ai.proposal_no, ai.note, ai.note_version,
		       ai.tabled_to, ai.tabled_reason, ai.concluded_at, ai.concluded_reason, ai.alone_at, coalesce(ai.alone_by, 0) AS alone_by_id, coalesce(ab.name, '') AS alone_by_name,
		       ai.alone_confirmed_at, coalesce(ac.name, '') AS alone_confirmed_name, ai.effective_at, ai.ended_at, ai.about, ai.presenter_role,
		       coalesce(ai.presenter_id, 0) AS presenter_id, coalesce(pr.name, ai.presenter_text) AS presenter_name, ai.late_at, ai.late_reason, coalesce(fm.id, 0) AS from_meeting_id,
		       (fm.starts_at AT TIME ZONE 'Europe/Stockholm')::date AS from_day, coalesce(ai.suggestion_id, 0) AS suggestion_id,
		       coalesce(ai.request_id, 0) AS request_id, EXISTS (SELECT FROM safety_requests sr WHERE sr.id = ai.request_id AND sr.withdrawn_at IS NOT NULL) AS request_withdrawn, coalesce(ai.together_id, 0) AS together_id, ai.secrecy
		FROM   agenda_items ai LEFT JOIN people pr ON pr.id = ai.presenter_id
		LEFT   JOIN people ab ON ab.id = ai.alone_by LEFT JOIN people ac ON ac.id = ai.alone_confirmed_by
		LEFT   JOIN agenda_items fi ON fi.id = ai.from_item_id LEFT JOIN meetings fm ON fm.id = fi.meeting_id
		WHERE  ai.meeting_id = $1 ORDER BY ai.position, ai.id`, id)
	db.Many(b, &r.Members, `
		SELECT pe.id AS person_id, pe.name, x.role, coalesce(x.union_id, 0) AS union_id, coalesce(un.name, '') AS union_name, x.valid_from AS "from", x.valid_until AS "until"
		FROM   (SELECT ma.person_id, ma.role, ma.union_id, ma.valid_from, ma.valid_until, me.starts_at FROM meetings me JOIN mandates ma ON ma.group_id = me.group_id WHERE me.id = $1
		        UNION ALL SELECT g.chair_id, 'chair', NULL, NULL::date, NULL, me.starts_at FROM meetings me JOIN groups g ON g.id = me.group_id WHERE me.id = $1 AND g.chair_id IS NOT NULL) x
		JOIN   people pe ON pe.id = x.person_id LEFT JOIN unions un ON un.id = x.union_id
		ORDER  BY x.role <> 'chair', un.name COLLATE "sv-SE-x-icu" NULLS FIRST, pe.sort_name COLLATE "sv-SE-x-icu"`, id)
	db.Many(b, &r.Attendance, `
		SELECT at.person_id, pe.name, at.presence, at.arrived_at, at.left_at, coalesce(at.replaces_id, 0) AS replaces_id, coalesce(re.name, '') AS replaces_name
		FROM   attendances at JOIN people pe ON pe.id = at.person_id LEFT JOIN people re ON re.id = at.replaces_id
		WHERE  at.meeting_id = $1 ORDER BY pe.sort_name COLLATE "sv-SE-x-icu"`, id)
	action.Queue(b, &r.Actions, action.OfMeeting, id)
	db.Many(b, &r.Dispatches, `
		SELECT d.id, d.kind, d.sent_at, pe.name AS sender_name, d.reason,
		       (SELECT count(DISTINCT dr.person_id) FROM dispatch_recipients dr WHERE dr.dispatch_id = d.id) AS recipients,
		       (SELECT count(DISTINCT dr.person_id) FROM dispatch_recipients dr WHERE dr.dispatch_id = d.id AND dr.read_at IS NOT NULL) AS read
		FROM   dispatches d JOIN people pe ON pe.id = d.sent_by WHERE d.meeting_id = $1 ORDER BY d.sent_at DESC, d.id DESC`, id)
	db.Many(b, &r.Recipients, `
		SELECT dr.dispatch_id, d.kind, dr.person_id, coalesce(dr.union_id, 0) AS union_id, dr.read_at
		FROM   dispatch_recipients dr JOIN dispatches d ON d.id = dr.dispatch_id WHERE d.meeting_id = $1`, id)
	db.Many(b, &r.Papers, `
		SELECT dp.dispatch_id, dp.item_id, dp.proposal_no AS no,
		       coalesce(lag(dp.proposal_no) OVER (PARTITION BY dp.item_id ORDER BY d.sent_at, d.id), 0) AS before
		FROM   dispatch_papers dp JOIN dispatches d ON d.id = dp.dispatch_id WHERE d.meeting_id = $1 ORDER BY d.sent_at, d.id, dp.item_id`, id)
	db.Many(b, &r.Consents, `
		SELECT ec.union_id, un.name AS union_name, ec.accepted, ec.at FROM extra_consents ec JOIN unions un ON un.id = ec.union_id
		WHERE  ec.meeting_id = $1 ORDER BY un.name`, id)
	var minutes []Minutes
	db.Many(b, &minutes, `
		SELECT mi.status, mi.addition, mi.version, mi.sent_at, mi.due_on, mi.approved_at, coalesce(mi.content, v.content, '') AS content,
		       coalesce(mi.digest, v.digest, '') AS digest, coalesce(mi.approval, '') AS approval, mi.published_on
		FROM   minutes mi LEFT JOIN minutes_versions v ON v.meeting_id = mi.meeting_id AND v.version = mi.version WHERE mi.meeting_id = $1`, id)
	db.Many(b, &r.Adjusters, `
		SELECT aj.person_id, pe.name, coalesce(aj.answer, '') AS answer, aj.objection, aj.answered_at, aj.version,
		       aj.side, aj.asked_at, aj.digest, aj.method, aj.role, aj.replaced_at, coalesce(aj.replaces_id, 0) AS replaces_id, coalesce(re.name, '') AS replaces_name
		FROM   adjusters aj JOIN people pe ON pe.id = aj.person_id LEFT JOIN people re ON re.id = aj.replaces_id WHERE aj.meeting_id = $1 ORDER BY pe.sort_name COLLATE "sv-SE-x-icu"`, id)
	r.queueApproval(b, id)
	rules := new(organisation.Rulebook)
	organisation.QueueRulebook(b, rules, today, `SELECT me.group_id FROM meetings me WHERE me.id = $1`, id)
	assemble := matter.Queue(b, `SELECT ai.matter_id FROM agenda_items ai WHERE ai.meeting_id = $1 AND ai.matter_id IS NOT NULL`, []any{id}, today)
	return func() {
		r.Matters = assemble()
		day := today
		if r.NoticeAt != nil { // a meeting follows the agreement that it was called by
			day = clock.DateOf(*r.NoticeAt)
		}
		r.Rules, r.Agreement = rules, rules.On(day, rules.InGroup(r.GroupID))
		if len(minutes) > 0 {
			r.Minutes = &minutes[0]
		}
	}
}

// lock holds the row of the meeting that the condition which finds by $1 until the end of the transaction and reads its record. NotFound when the actor may not
// know of it.
func lock(ctx context.Context, tx *db.OrgTx, who access.Actor, which string, id int64, today clock.Date) (r Record, err error) {
	where, args := Visible(who, 2)
	var found int64
	err = tx.QueryRow(ctx, `SELECT me.id FROM meetings me WHERE `+which+` AND (`+where+`) FOR UPDATE`, slices.Concat([]any{id}, args)...).Scan(&found)
	if err == pgx.ErrNoRows {
		return r, fail.New(fail.NotFound, "error.not_found")
	}
	if err != nil {
		return r, fmt.Errorf("locking a meeting: %w", err)
	}
	return load(ctx, tx, found, today)
}

func load(ctx context.Context, tx *db.OrgTx, id int64, today clock.Date) (r Record, err error) {
	var b db.Batch
	done := r.queue(&b, id, "true", nil, today)
	if err := tx.Send(ctx, &b); err != nil {
		return r, err
	}
	done()
	return r, nil
}
