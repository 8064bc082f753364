package followup

import "samverka/internal/db"

// Facts are what the system knows of a group's samverkan in the year that a round looks back on. Nobody is named or ranked.
type Facts struct {
	GroupID  int64
	Meetings int // held
	InTime   int // whose notice was sent in time
	Matters  int // treated in samverkan before decision
	Early    int // of them, with early dialogue before
	Minutes  int // sent to be approved
	Late     int // of them, approved after the last day or not yet
	Excepted int // decided before samverkan (MBL 11 § second paragraph)
	Called   int // seats, over all meetings
	Came     int // of them, taken by somebody
}

// Plus adds up.
func (f Facts) Plus(g Facts) Facts {
	return Facts{f.GroupID, f.Meetings + g.Meetings, f.InTime + g.InTime, f.Matters + g.Matters, f.Early + g.Early, f.Minutes + g.Minutes, f.Late + g.Late,
		f.Excepted + g.Excepted, f.Called + g.Called, f.Came + g.Came}
}

// Sum is the facts of all groups together: a matter or an exception that concerns several groups counts in each.
func Sum(all []Facts) (sum Facts) {
	for _, f := range all {
		sum = sum.Plus(f)
	}
	return sum
}

// queueFacts queues the facts of the round's groups, by one statement. A notice's time is the agreement's on the day it was sent, as
// the overview counts it; early dialogue counts wherever it was held, at an APT or in a group.
func queueFacts(b *db.Batch, dst *[]Facts, roundID int64) {
	db.Many(b, dst, `
		WITH span AS (SELECT (r.started_at AT TIME ZONE 'Europe/Stockholm')::date AS until FROM followup_rounds r WHERE r.id = $1),
		held AS (
			SELECT me.org_id, me.id, me.group_id, me.extra, me.starts_at, (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date AS day,
			       (SELECT (min(d.sent_at) AT TIME ZONE 'Europe/Stockholm')::date FROM dispatches d WHERE d.org_id = me.org_id AND d.meeting_id = me.id AND d.kind = 'notice') AS noticed
			FROM   followup_groups fe JOIN meetings me ON me.org_id = fe.org_id AND me.group_id = fe.group_id CROSS JOIN span
			WHERE  fe.round_id = $1 AND fe.left_out = '' AND me.status = 'closed' AND me.starts_at < span.until::timestamp AT TIME ZONE 'Europe/Stockholm'
			AND    me.starts_at >= (span.until - interval '1 year')::timestamp AT TIME ZONE 'Europe/Stockholm'),
		notices AS (
			SELECT h.group_id, count(*) AS meetings, count(*) FILTER (WHERE h.noticed <= h.day - CASE WHEN h.extra THEN least(a.notice_days, a.extra_days) ELSE a.notice_days END) AS in_time
			FROM   held h CROSS JOIN LATERAL (SELECT coalesce(min(x.notice_days), 14) AS notice_days, coalesce(min(x.extra_meeting_days), 2) AS extra_days
			       FROM agreement_on(coalesce(h.noticed, h.day), CASE WHEN EXISTS (SELECT FROM arrangements) THEN group_path(h.group_id) END, h.group_id) x) a
			GROUP  BY 1),
		treated AS (
			SELECT h.org_id, h.group_id, ai.matter_id, min(h.starts_at) AS at FROM held h JOIN agenda_items ai ON ai.org_id = h.org_id AND ai.meeting_id = h.id
			WHERE  ai.class = 'before_decision' AND ai.matter_id IS NOT NULL AND ai.status IN ('concluded', 'handled') GROUP BY 1, 2, 3),
		matters AS (
			SELECT t.group_id, count(*) AS matters, count(*) FILTER (WHERE EXISTS (SELECT FROM apt_dialogues d WHERE d.org_id = t.org_id AND d.matter_id = t.matter_id AND d.held_at < t.at)
			       OR EXISTS (SELECT FROM agenda_items e JOIN meetings em ON em.org_id = e.org_id AND em.id = e.meeting_id
			       WHERE e.org_id = t.org_id AND e.matter_id = t.matter_id AND e.class = 'early_dialogue' AND em.status = 'closed' AND em.starts_at < t.at)) AS early
			FROM   treated t GROUP BY 1),
		minuted AS (
			SELECT h.group_id, count(*) AS minutes, count(*) FILTER (WHERE coalesce((mi.approved_at AT TIME ZONE 'Europe/Stockholm')::date, span.until) > mi.due_on) AS late
			FROM   held h JOIN minutes mi ON mi.org_id = h.org_id AND mi.meeting_id = h.id CROSS JOIN span WHERE mi.due_on IS NOT NULL GROUP BY 1),
		excepted AS (
			SELECT t.group_id, count(DISTINCT e.id) AS excepted FROM exceptions e JOIN tracks t ON t.org_id = e.org_id AND t.matter_id = e.matter_id AND t.group_id IS NOT NULL CROSS JOIN span
			WHERE  e.approved AND e.decided_at < span.until::timestamp AT TIME ZONE 'Europe/Stockholm' AND e.decided_at >= (span.until - interval '1 year')::timestamp AT TIME ZONE 'Europe/Stockholm' GROUP BY 1),
		seats AS (
			SELECT h.group_id, count(*) AS called, count(*) FILTER (WHERE at.presence <> 'absent') AS came FROM held h JOIN attendances at ON at.org_id = h.org_id AND at.meeting_id = h.id
			WHERE  at.presence <> 'absent' OR NOT EXISTS (SELECT FROM attendances s WHERE s.org_id = at.org_id AND s.meeting_id = at.meeting_id AND s.replaces_id = at.person_id) GROUP BY 1)
		SELECT fe.group_id, coalesce(n.meetings, 0) AS meetings, coalesce(n.in_time, 0) AS in_time, coalesce(m.matters, 0) AS matters, coalesce(m.early, 0) AS early,
		       coalesce(mi.minutes, 0) AS minutes, coalesce(mi.late, 0) AS late, coalesce(x.excepted, 0) AS excepted, coalesce(s.called, 0) AS called, coalesce(s.came, 0) AS came
		FROM   followup_groups fe LEFT JOIN notices n ON n.group_id = fe.group_id LEFT JOIN matters m ON m.group_id = fe.group_id LEFT JOIN minuted mi ON mi.group_id = fe.group_id
		LEFT   JOIN excepted x ON x.group_id = fe.group_id LEFT JOIN seats s ON s.group_id = fe.group_id
		WHERE  fe.round_id = $1 AND fe.left_out = '' ORDER BY fe.id`, roundID)
}
