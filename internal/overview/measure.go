package overview

import "samverka/internal/learning"

// Measure is one thing that the HR overview counts.
type Measure string

// The measures, in the order in which they are shown. Their names on screen are overview.measure.<measure>.
const (
	Exceptions     Measure = "exceptions"      // undantag enligt synnerliga skäl
	Deviations     Measure = "deviations"      // beslut som avviker
	EarlyPlans     Measure = "early_plans"     // planerat beslut före tidigaste lagliga dag
	LateNotices    Measure = "late_notices"    // sena kallelser
	LatePapers     Measure = "late_papers"     // sena handlingar
	MinutesWaiting Measure = "minutes_waiting" // protokoll som väntar på justering
	MinutesOverdue Measure = "minutes_overdue" // ojusterade protokoll
	InSamverkan    Measure = "in_samverkan"    // ärenden under samverkan
	RisksMissing   Measure = "risks_missing"   // riskbedömningar som saknas
	RisksOverdue   Measure = "risks_overdue"   // riskåtgärder som är försenade
	GroupsIdle     Measure = "groups_idle"     // grupper utan möte på tre månader
	MandatesEnding Measure = "mandates_ending" // mandat som går ut
	SeatsVacant    Measure = "seats_vacant"    // lediga platser
	APTsBehind     Measure = "apts_behind"     // enheter med för få APT
	APTOverruled   Measure = "apt_overruled"   // chefen beslutar fast avtalet säger grupp

	SafetyGaps      Measure = "safety_gaps"      // skyddskommittéer som behöver ett möte
	RequestsOverdue Measure = "requests_overdue" // skyddsombuds begäran utan svar i tid

	QuestionsWaiting Measure = "questions_waiting" // väckta frågor utan svar i tid, och förhandlingar om dem som dröjer
	AgreementsEnding Measure = "agreements_ending" // ärenden där en organisations avtal upphör innan gruppen är klar
	AfterwardsOwed   Measure = "afterwards_owed"   // beslut före samverkan där samverkan i efterhand återstår
	MattersLoose     Measure = "matters_loose"     // öppna ärenden hos avslutade grupper och enheter
	IntroductionsDue Measure = "introductions_due" // introduktioner som inte är klara i tid
)

// Measures lists all measures in the order in which they are shown.
var Measures = []Measure{Exceptions, Deviations, EarlyPlans, LateNotices, LatePapers, MinutesWaiting, MinutesOverdue, InSamverkan,
	RisksMissing, RisksOverdue, GroupsIdle, SafetyGaps, MandatesEnding, SeatsVacant, RequestsOverdue, QuestionsWaiting, AgreementsEnding, AfterwardsOwed, MattersLoose, IntroductionsDue, APTsBehind, APTOverruled}

// Figures are one unit's counts, the units below it included.
type Figures map[Measure]int

// subject is what the rows behind a figure are.
type subject int

const (
	ofMatter subject = iota
	ofMeeting
	ofGroup
	ofMandate
	ofRequest
	ofQuestion
	ofUnit
	ofAPT
	ofIntroduction
)

// source is where a measure's facts are found. facts selects id (what is counted, once), subject (the row to show) and
// unit_id (NULL: no unit); $1 is today, $2 now, and $3 the day a year ago.
type source struct {
	subject subject
	facts   string
}

// year and ending are how far back and ahead the counts reach.
const (
	yearMonths = 12
	endingDays = 60
	idleMonths = 3
)

// ofUnits joins a matter's or a group's units.
const (
	ofMatterUnits = ` LEFT JOIN matter_units un ON un.org_id = m.org_id AND un.matter_id = m.id`
	ofGroupUnits  = ` LEFT JOIN group_units un ON un.org_id = g.org_id AND un.group_id = g.id`
)

// heldLately are the meetings of the last year and the next months, with the times of the group's agreement that each was
// called by, or would be today, as matter and meeting count them.
const heldLately = `(
			SELECT x.org_id, x.id, x.group_id, x.extra, (x.starts_at AT TIME ZONE 'Europe/Stockholm')::date AS day,
			       (SELECT (min(d.sent_at) AT TIME ZONE 'Europe/Stockholm')::date FROM dispatches d WHERE d.org_id = x.org_id AND d.meeting_id = x.id AND d.kind = 'notice') AS noticed
			FROM   meetings x
			WHERE  x.status <> 'cancelled' AND x.starts_at >= $3::date AND x.starts_at < $2::timestamptz + interval '120 days') me
		CROSS  JOIN LATERAL (SELECT coalesce(min(x.notice_days), 14) AS notice_days, coalesce(min(x.papers_days), 7) AS papers_days, coalesce(min(x.extra_meeting_days), 2) AS extra_days
			FROM agreement_on(coalesce(me.noticed, $1::date), CASE WHEN EXISTS (SELECT FROM arrangements) THEN group_path(me.group_id) END, me.group_id) x) a`

// undecided is the condition on a matter m that nothing has been decided in it.
const undecided = `m.status = 'open' AND NOT EXISTS (SELECT FROM decisions d WHERE d.org_id = m.org_id AND d.matter_id = m.id)`

var sources = map[Measure]source{
	// A unit is behind when it has held fewer APT than its share of the agreement's number, counted from the day that the
	// organisation's first APT was held, at most a year back.
	APTsBehind: {ofUnit, `
		SELECT a.id::text AS id, a.id AS subject, a.id AS unit_id FROM units a
		CROSS  JOIN LATERAL (SELECT min(x.starts_at)::date AS first FROM apts x WHERE x.org_id = a.org_id AND x.status IN ('held', 'published')) o
		CROSS  JOIN LATERAL (SELECT coalesce(min(y.apts_per_year), 8) AS target FROM agreement_on($1::date, a.ancestors, 0) y) g
		WHERE  o.first IS NOT NULL AND a.manager_id IS NOT NULL AND (a.closed_on IS NULL OR a.closed_on > $1::date)
		AND    (SELECT count(*) FROM apts h WHERE h.org_id = a.org_id AND h.unit_id = a.id AND h.status IN ('held', 'published') AND h.starts_at >= $3::date)
		       < g.target * least(365, $1::date - o.first) / 365`},
	APTOverruled: {ofAPT, `
		SELECT i.id::text AS id, i.id AS subject, h.unit_id FROM apt_items i JOIN apts h ON h.org_id = i.org_id AND h.id = i.apt_id
		WHERE  i.outcome_warned AND i.outcome_at >= $3::date`},
	Exceptions: {ofMatter, `
		SELECT e.id::text AS id, m.id AS subject, un.unit_id FROM exceptions e JOIN matters m ON m.org_id = e.org_id AND m.id = e.matter_id` + ofMatterUnits + `
		WHERE  e.approved AND e.decided_at >= $3::date`},
	Deviations: {ofMatter, verdict + `s.state = 'deviates'`},
	EarlyPlans: {ofMatter, verdict + `s.too_early`},
	LateNotices: {ofMeeting, `
		SELECT me.id::text AS id, me.id AS subject, un.unit_id FROM ` + heldLately + `
		JOIN   groups g ON g.org_id = me.org_id AND g.id = me.group_id` + ofGroupUnits + `
		WHERE  coalesce(me.noticed, $1::date) > me.day - CASE WHEN me.extra THEN least(a.notice_days, a.extra_days) ELSE a.notice_days END`},
	LatePapers: {ofMeeting, `
		SELECT ai.id::text AS id, me.id AS subject, un.unit_id FROM ` + heldLately + `
		JOIN   agenda_items ai ON ai.org_id = me.org_id AND ai.meeting_id = me.id AND ai.class = 'before_decision' AND ai.matter_id IS NOT NULL
		LEFT   JOIN (SELECT dp.org_id, dp.item_id, (min(d.sent_at) AT TIME ZONE 'Europe/Stockholm')::date AS first
		       FROM dispatches d JOIN dispatch_papers dp ON dp.org_id = d.org_id AND dp.dispatch_id = d.id GROUP BY 1, 2) s ON s.org_id = ai.org_id AND s.item_id = ai.id
		JOIN   groups g ON g.org_id = me.org_id AND g.id = me.group_id` + ofGroupUnits + `
		WHERE  (s.first IS NOT NULL OR ai.status <> 'tabled')
		AND    coalesce(s.first, $1::date) > me.day - CASE WHEN me.extra THEN least(a.papers_days, a.extra_days) ELSE a.papers_days END`},
	MinutesWaiting: {ofMeeting, minutes + `mi.due_on >= $1::date`},
	MinutesOverdue: {ofMeeting, minutes + `mi.due_on < $1::date`},
	InSamverkan:    {ofMatter, verdict + `s.state = 'in_samverkan'`},
	RisksMissing: {ofMatter, `
		SELECT m.id::text AS id, m.id AS subject, un.unit_id FROM matters m` + ofMatterUnits + `
		WHERE  m.work_environment AND m.plan_confirmed_at IS NOT NULL AND ` + undecided + `
		AND    NOT EXISTS (SELECT FROM risk_assessments r WHERE r.org_id = m.org_id AND r.matter_id = m.id AND r.fixed_at IS NOT NULL)`},
	RisksOverdue: {ofMatter, `
		SELECT x.id, m.id AS subject, un.unit_id FROM (
			SELECT a.org_id, a.matter_id, 'action ' || a.id AS id FROM actions a WHERE a.risk_row IS NOT NULL AND a.done_at IS NULL AND a.due_on < $1::date
			UNION ALL SELECT k.org_id, k.matter_id, 'check ' || k.id FROM matter_checks k WHERE k.risk_row IS NOT NULL AND k.checked_at IS NULL AND k.due_on < $1::date) x
		JOIN   matters m ON m.org_id = x.org_id AND m.id = x.matter_id` + ofMatterUnits + `
		WHERE  m.status = 'open'`},
	GroupsIdle: {ofGroup, `
		SELECT g.id::text AS id, g.id AS subject, un.unit_id FROM groups g` + ofGroupUnits + `
		WHERE  (g.closed_on IS NULL OR g.closed_on > $1::date) AND NOT EXISTS (SELECT FROM meetings me WHERE me.org_id = g.org_id AND me.group_id = g.id
		       AND me.status <> 'cancelled' AND me.starts_at <= $2::timestamptz AND me.starts_at > $2::timestamptz - interval '3 months')`},
	// The rule of yearplan.Interval (AMF 8a §), over all committees at once; a test holds the two together.
	SafetyGaps: {ofGroup, `
		SELECT g.id::text AS id, g.id AS subject, un.unit_id FROM groups g` + ofGroupUnits + `
		CROSS  JOIN LATERAL (SELECT coalesce(max(a.safety_gap_months), 3) AS months, coalesce(max(a.safety_warn_days), 75) AS days FROM agreement_on($1::date, group_path(g.id), g.id) a) a
		CROSS  JOIN LATERAL (SELECT
			(SELECT (max(me.starts_at) AT TIME ZONE 'Europe/Stockholm')::date FROM meetings me WHERE me.org_id = g.org_id AND me.group_id = g.id
			 AND me.status IN ('open', 'closed') AND me.starts_at <= $2::timestamptz) AS last,
			(SELECT (min(me.starts_at) AT TIME ZONE 'Europe/Stockholm')::date FROM meetings me WHERE me.org_id = g.org_id AND me.group_id = g.id
			 AND me.status = 'planned' AND me.starts_at >= $1::date::timestamp AT TIME ZONE 'Europe/Stockholm') AS next) i
		WHERE  g.safety_committee AND (g.closed_on IS NULL OR g.closed_on > $1::date)
		AND    CASE WHEN i.next IS NULL THEN i.last IS NULL OR $1::date >= i.last + a.days OR $1::date > (i.last + make_interval(months => a.months))::date
		       ELSE i.next > (i.last + make_interval(months => a.months))::date END`},
	MandatesEnding: {ofMandate, `
		SELECT ma.id::text AS id, ma.id AS subject, un.unit_id FROM mandates ma
		LEFT   JOIN LATERAL (SELECT ma.unit_id WHERE ma.unit_id IS NOT NULL
		       UNION SELECT gu.unit_id FROM group_units gu WHERE gu.org_id = ma.org_id AND gu.group_id = ma.group_id) un ON true
		WHERE  ma.valid_until >= $1::date AND ma.valid_until <= $1::date + 60 AND ma.role IN ('union_rep', 'union_substitute', 'safety_rep', 'chief_safety_rep')
		AND    NOT EXISTS (SELECT FROM mandates x WHERE x.org_id = ma.org_id AND x.role = ma.role AND coalesce(x.union_id, 0) = coalesce(ma.union_id, 0)
		       AND coalesce(x.group_id, 0) = coalesce(ma.group_id, 0) AND coalesce(x.unit_id, 0) = coalesce(ma.unit_id, 0)
		       AND x.valid_from <= ma.valid_until + 1 AND (x.valid_until IS NULL OR x.valid_until > ma.valid_until + 60))`},
	RequestsOverdue: {ofRequest, `
		SELECT r.id::text AS id, r.id AS subject, r.unit_id FROM safety_requests r WHERE r.answered_at IS NULL AND r.withdrawn_at IS NULL AND r.due_on < $1::date`},
	QuestionsWaiting: {ofQuestion, `
		SELECT q.id::text AS id, q.id AS subject, un.unit_id FROM raised_questions q
		LEFT   JOIN LATERAL (SELECT q.unit_id WHERE q.unit_id IS NOT NULL
		       UNION SELECT gu.unit_id FROM group_units gu WHERE q.unit_id IS NULL AND gu.org_id = q.org_id AND gu.group_id = q.group_id) un ON true
		WHERE  q.status = 'waiting' AND q.answer_by < $1::date OR q.negotiated_at IS NULL AND q.meet_by < $1::date AND q.status <> 'accepted'`},
	AgreementsEnding: {ofMatter, `
		SELECT m.id::text AS id, m.id AS subject, un.unit_id FROM matters m` + ofMatterUnits + `
		WHERE  ` + undecided + ` AND EXISTS (SELECT FROM tracks t JOIN mandates ma ON ma.org_id = t.org_id AND ma.group_id = t.group_id AND ma.role IN ('union_rep', 'union_substitute')
		               AND ma.valid_from <= $1::date AND (ma.valid_until IS NULL OR ma.valid_until >= $1::date)
		       JOIN unions uo ON uo.org_id = ma.org_id AND uo.id = ma.union_id AND uo.collective_agreement AND uo.agreement_until >= $1::date AND (uo.agreement_from IS NULL OR uo.agreement_from <= $1::date)
		       WHERE t.org_id = m.org_id AND t.matter_id = m.id AND t.kind = 'group' AND t.mandatory
		       AND NOT EXISTS (SELECT FROM agenda_items ai WHERE ai.org_id = t.org_id AND ai.track_id = t.id AND ai.class = 'before_decision' AND ai.concluded_at IS NOT NULL))`},
	AfterwardsOwed: {ofMatter, `
		SELECT m.id::text AS id, m.id AS subject, un.unit_id FROM matters m` + ofMatterUnits + `
		WHERE  EXISTS (SELECT FROM tasks x WHERE x.org_id = m.org_id AND x.matter_id = m.id AND x.kind = 'consult_afterwards' AND x.done_at IS NULL)`},
	// Of those who still hold the role. The rows behind name the place and the day, never the person (handbook 7).
	IntroductionsDue: {ofIntroduction, `
		SELECT i.id::text AS id, i.id AS subject, un.unit_id FROM introductions i
		LEFT   JOIN LATERAL (SELECT i.unit_id WHERE i.unit_id IS NOT NULL
		       UNION SELECT gu.unit_id FROM group_units gu WHERE i.unit_id IS NULL AND gu.org_id = i.org_id AND gu.group_id = i.group_id) un ON true
		WHERE  i.confirmed_at IS NULL AND i.due_on < $1::date AND ` + learning.StillHeld},
	MattersLoose: {ofMatter, `
		SELECT m.id::text AS id, m.id AS subject, un.unit_id FROM matters m` + ofMatterUnits + `
		WHERE  ` + undecided + ` AND (
		       EXISTS (SELECT FROM matter_units mu JOIN units u ON u.org_id = mu.org_id AND u.id = mu.unit_id WHERE mu.org_id = m.org_id AND mu.matter_id = m.id AND u.closed_on <= $1::date)
		    OR EXISTS (SELECT FROM tracks t JOIN groups g ON g.org_id = t.org_id AND g.id = t.group_id WHERE t.org_id = m.org_id AND t.matter_id = m.id AND t.mandatory AND g.closed_on <= $1::date
		               AND NOT EXISTS (SELECT FROM agenda_items ai WHERE ai.org_id = t.org_id AND ai.track_id = t.id AND ai.class = 'before_decision' AND ai.concluded_at IS NOT NULL)))`},
	SeatsVacant: {ofGroup, `
		SELECT v.id, g.id AS subject, un.unit_id FROM groups g` + ofGroupUnits + `
		CROSS  JOIN LATERAL (
			SELECT 'chair ' || g.id AS id WHERE g.chair_id IS NULL
			UNION ALL SELECT 'safety ' || g.id WHERE g.safety_committee AND NOT EXISTS (SELECT FROM mandates x WHERE x.org_id = g.org_id AND x.group_id = g.id
				AND x.role IN ('safety_rep', 'chief_safety_rep') AND x.valid_from <= $1::date AND (x.valid_until IS NULL OR x.valid_until >= $1::date))
			UNION ALL SELECT DISTINCT 'union ' || g.id || ' ' || o.union_id FROM mandates o JOIN unions uo ON uo.org_id = o.org_id AND uo.id = o.union_id
				WHERE o.org_id = g.org_id AND o.group_id = g.id AND o.role = 'union_rep' AND o.valid_until >= $3::date AND o.valid_until < $1::date AND uo.closed_on IS NULL
				AND NOT EXISTS (SELECT FROM mandates x WHERE x.org_id = g.org_id AND x.group_id = g.id AND x.role = 'union_rep' AND x.union_id = o.union_id
					AND (x.valid_until IS NULL OR x.valid_until >= $1::date))) v
		WHERE  g.closed_on IS NULL OR g.closed_on > $1::date`},
}

const minutes = `
		SELECT me.id::text AS id, me.id AS subject, un.unit_id FROM minutes mi JOIN meetings me ON me.org_id = mi.org_id AND me.id = mi.meeting_id
		JOIN   groups g ON g.org_id = me.org_id AND g.id = me.group_id` + ofGroupUnits + `
		WHERE  mi.status = 'sent' AND `

// verdict is what the gate said of each matter (matter.Judge).
const verdict = `
		SELECT m.id::text AS id, m.id AS subject, un.unit_id FROM matter_verdicts s JOIN matters m ON m.org_id = s.org_id AND m.id = s.matter_id` + ofMatterUnits + `
		WHERE  `
