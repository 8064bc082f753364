package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

// Visible is the condition on a row m of matters that the actor may know of it: managers see their units and below,
// those in a group what its plan or agenda holds, safety representatives their skyddsområde, the förhandlingschef what is
// negotiated or asked to be excepted, HR and the registrar all (handbook 2). Its arguments are numbered from first.
func Visible(who access.Actor, first int) (where string, args []any) {
	p := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", first+len(args)-1)
	}
	inGroups := func() string {
		g := p(who.Groups())
		return fmt.Sprintf(`EXISTS (SELECT FROM tracks t WHERE t.matter_id = m.id AND t.group_id = ANY (%s))
			OR EXISTS (SELECT FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id WHERE ai.matter_id = m.id AND me.group_id = ANY (%s))`, g, g)
	}
	inUnits := func(ids []int64) string {
		return fmt.Sprintf(`EXISTS (SELECT FROM matter_units mu JOIN units u ON u.id = mu.unit_id WHERE mu.matter_id = m.id AND u.ancestors && %s)`, p(ids))
	}
	switch who.Role {
	case access.HR, access.Registrar:
		return "true", nil
	case access.Manager:
		me := p(who.PersonID)
		where = fmt.Sprintf("m.owner_id = %s OR %s OR %s OR EXISTS (SELECT FROM matter_handovers h WHERE h.matter_id = m.id AND h.from_id = %s)",
			me, inUnits(who.Units), inGroups(), me)
	case access.UnionRep:
		where = fmt.Sprintf("%s OR EXISTS (SELECT FROM tracks t WHERE t.matter_id = m.id AND t.union_id = ANY (%s))", inGroups(), p(who.Unions()))
	case access.SafetyRep:
		area := inUnits(who.MandateUnits())
		if who.Everywhere() {
			area = "true"
		}
		where = fmt.Sprintf(`%s OR m.plan_confirmed_at IS NOT NULL AND %s
			OR EXISTS (SELECT FROM risk_assessments r JOIN risk_participants s ON s.assessment_id = r.id WHERE r.matter_id = m.id AND s.person_id = %s AND s.kind = 'safety_rep')`,
			inGroups(), area, p(who.PersonID))
	case access.Negotiator:
		where = `EXISTS (SELECT FROM exceptions e WHERE e.matter_id = m.id) OR EXISTS (SELECT FROM tracks t WHERE t.matter_id = m.id AND t.union_id IS NOT NULL)
			OR EXISTS (SELECT FROM late_requests l WHERE l.matter_id = m.id) OR EXISTS (SELECT FROM disagreement_steps s WHERE s.matter_id = m.id)`
	default:
		return "false", nil
	}
	return "(" + where + ")", args
}

// records collects the parts of some matters as the batch's answers come in.
type records struct {
	matters []Matter
	rules   organisation.Rulebook
	parts   Record
}

const matterColumns = `m.id, m.number, m.title, m.category, m.purpose, m.planned_decision, m.decider, m.owner_id, o.name AS owner_name,
	m.work_environment, m.outsiders, m.secrecy, m.duty, m.template, m.status, m.status_reason, m.plan_confirmed_at, m.executing_at, m.following_at, m.agreement_on, coalesce(m.agreement_id, 0) AS agreement_id, m.created_at, m.version`

// chosen are the ids that the batch's first statement picked, left in a setting for the statements after it: one round
// trip, and the choice is made once.
const chosen = `(SELECT unnest(string_to_array(current_setting('samverka.matters'), ',')::bigint[]))`

func in(column string) string { return column + " IN " + chosen }

// queue queues everything about the matters whose ids the query ids selects; order sorts them.
func (r *records) queue(b *db.Batch, today clock.Date, ids string, args []any, order string) {
	p := &r.parts
	b.Query(`SELECT set_config('samverka.matters', coalesce(string_agg(x.id::text, ','), ''), true) FROM (`+ids+`) x (id)`, args, func(pgx.Rows) error { return nil })
	db.Many(b, &r.matters, `SELECT `+matterColumns+` FROM matters m JOIN people o ON o.id = m.owner_id WHERE `+in("m.id")+` ORDER BY `+order)
	organisation.QueueRulebook(b, &r.rules, today, `SELECT t.group_id FROM tracks t WHERE t.group_id IS NOT NULL AND `+in("t.matter_id")+`
		UNION SELECT me.group_id FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id WHERE `+in("ai.matter_id"))
	db.Many(b, &p.Units, `
		SELECT mu.matter_id, u.id, u.name, coalesce(u.manager_id, 0) AS manager_id, coalesce(u.headcount, 0) AS headcount, `+department+` AS department_id, u.closed_on, u.ancestors AS path
		FROM   matter_units mu JOIN units u ON u.id = mu.unit_id WHERE `+in("mu.matter_id")+` ORDER BY u.name COLLATE "sv-SE-x-icu"`)
	db.Many(b, &p.Proposals, `
		SELECT p.matter_id, p.id, p.no, p.body, p.alternatives, p.editorial, p.objection_until, p.from_deviation, a.name AS author_name, p.created_at, p.version,
		       ARRAY(SELECT un.name FROM editorial_objections eo JOIN unions un ON un.id = eo.union_id WHERE eo.proposal_id = p.id ORDER BY un.name) AS objections
		FROM   proposals p JOIN people a ON a.id = p.created_by WHERE `+in("p.matter_id")+` ORDER BY p.matter_id, p.no`)
	db.Many(b, &p.Attachments, `
		SELECT at.matter_id, at.id, at.no, at.title, at.name, at.media_type, at.size, encode(at.sha256, 'hex') AS digest, at.listed, a.name AS added_name, at.added_at,
		       coalesce(e.name, '') AS erased_name, at.erased_at, at.erased_reason,
		       ARRAY(SELECT pr.no FROM proposal_attachments pa JOIN proposals pr ON pr.id = pa.proposal_id WHERE pa.attachment_id = at.id ORDER BY pr.no) AS versions
		FROM   attachments at JOIN people a ON a.id = at.added_by LEFT JOIN people e ON e.id = at.erased_by WHERE `+in("at.matter_id")+` ORDER BY at.matter_id, at.no`)
	db.Many(b, &p.Dialogues, `
		SELECT d.matter_id, d.unit_id, u.name AS unit_name, d.held_at, d.note, coalesce(d.apt_id, 0) AS apt_id FROM apt_dialogues d JOIN units u ON u.id = d.unit_id
		WHERE `+in("d.matter_id")+` ORDER BY d.held_at`)
	db.Many(b, &p.Tracks, `
		SELECT t.matter_id, t.id, t.kind, coalesce(t.group_id, 0) AS group_id, coalesce(g.name, '') AS group_name, ARRAY(
		       WITH RECURSIVE above AS (SELECT g.parent_id AS id UNION SELECT p.parent_id FROM groups p JOIN above a ON p.id = a.id) SELECT id FROM above WHERE id IS NOT NULL) AS group_above,
		       coalesce(g.chair_id, 0) AS chair_id, coalesce(c.name, '') AS chair_name, coalesce(pg.id, 0) AS parent_id, coalesce(pg.name, '') AS parent_name, coalesce(t.union_id, 0) AS union_id, coalesce(un.name, '') AS union_name,
		       t.mandatory, t.origin, t.proposal_no, t.requested_at, t.closed_at, coalesce(t.close_manner, '') AS close_manner, t.close_reason, t.notice_on, t.window_until, t.waived_at,
		       g.closed_on AS group_closed_on, coalesce(ga.id, 0) AS above_id, coalesce(ga.name, '') AS above_name, coalesce(gs.id, 0) AS successor_id, coalesce(gs.name, '') AS successor_name,
		       coalesce(gh.id, 0) AS handed_to, coalesce(gh.name, '') AS handed_to_name, t.handed_at, t.handed_reason
		FROM   tracks t LEFT JOIN groups g ON g.id = t.group_id LEFT JOIN groups pg ON pg.id = g.parent_id AND pg.closed_on IS NULL LEFT JOIN people c ON c.id = g.chair_id LEFT JOIN unions un ON un.id = t.union_id
		LEFT   JOIN groups ga ON ga.id = g.parent_id LEFT JOIN groups gs ON gs.id = g.successor_id LEFT JOIN groups gh ON gh.id = t.handed_to
		WHERE  `+in("t.matter_id")+` ORDER BY t.id`)
	db.Many(b, &p.Items, `
		SELECT ai.matter_id, ai.id, coalesce(ai.track_id, 0) AS track_id, ai.class, ai.status, ai.opened_at, ai.proposal_no, ai.tabled_to, ai.tabled_reason,
		       ai.concluded_at, ai.effective_at, ai.alone_at, ai.alone_confirmed_at, ai.meeting_id, me.group_id, g.name AS group_name, me.starts_at, me.status AS meeting_status, me.extra,
		       (SELECT min(d.sent_at) FROM dispatches d WHERE d.meeting_id = me.id AND d.kind = 'notice') AS notice_at,
		       (SELECT min(d.sent_at) FROM dispatches d JOIN dispatch_papers dp ON dp.dispatch_id = d.id WHERE dp.item_id = ai.id) AS papers_at,
		       ARRAY(SELECT p.name FROM adjusters aj JOIN people p ON p.id = aj.person_id WHERE aj.meeting_id = me.id AND aj.asked_at IS NOT NULL AND aj.answer IS NULL AND aj.replaced_at IS NULL
		             ORDER BY p.name COLLATE "sv-SE-x-icu") AS adjusters
		FROM   agenda_items ai JOIN meetings me ON me.id = ai.meeting_id JOIN groups g ON g.id = me.group_id
		WHERE  `+in("ai.matter_id")+` ORDER BY me.starts_at, ai.id`)
	r.queueTreatments(b)
	r.queueRest(b)
}

func (r *records) queueTreatments(b *db.Batch) {
	p := &r.parts
	db.Many(b, &p.Positions, `
		SELECT ai.matter_id, po.id, po.item_id, po.union_id, un.name AS union_name, po.stance, po.reason, pe.name AS person_name, po.at, po.window_until, po.waived_at,
		       coalesce(rb.name, '') AS recorder_name, po.confirmed_at
		FROM   positions po JOIN agenda_items ai ON ai.id = po.item_id JOIN unions un ON un.id = po.union_id JOIN people pe ON pe.id = po.person_id
		LEFT   JOIN people rb ON rb.id = po.recorded_by
		WHERE  po.superseded_at IS NULL AND `+in("ai.matter_id")+` ORDER BY po.item_id, un.name COLLATE "sv-SE-x-icu"`)
	db.Many(b, &p.Answers, `
		SELECT ai.matter_id, pa.item_id, pa.union_id, pa.accepted, pa.proposal_no, pa.at FROM paper_answers pa JOIN agenda_items ai ON ai.id = pa.item_id
		WHERE  `+in("ai.matter_id")+` ORDER BY pa.at DESC, pa.id DESC`)
	db.Many(b, &p.Sent, `
		SELECT DISTINCT ai.matter_id, d.meeting_id, me.group_id, coalesce(dr.union_id, 0) AS union_id, d.kind, coalesce(dp.proposal_no, 0) AS proposal_no, d.sent_at AS at
		FROM   agenda_items ai JOIN meetings me ON me.id = ai.meeting_id JOIN dispatches d ON d.meeting_id = ai.meeting_id
		LEFT   JOIN dispatch_papers dp ON dp.dispatch_id = d.id AND dp.item_id = ai.id
		LEFT   JOIN dispatch_recipients dr ON dr.dispatch_id = d.id
		WHERE  (d.kind = 'notice' OR dp.item_id IS NOT NULL) AND `+in("ai.matter_id")+` ORDER BY d.sent_at`)
	db.Many(b, &p.Seats, `
		SELECT DISTINCT x.matter_id, ma.group_id, ma.union_id, un.name AS union_name, ma.person_id, ma.role, ma.valid_from AS "from", ma.valid_until AS "until",
		       un.agreement_from, un.agreement_until, un.collective_agreement AS collective,
		       ARRAY(SELECT coalesce(fa.valid_from, '0001-01-01'::date) FROM former_agreements fa WHERE fa.union_id = un.id ORDER BY fa.valid_until) AS former_from,
		       ARRAY(SELECT fa.valid_until FROM former_agreements fa WHERE fa.union_id = un.id ORDER BY fa.valid_until) AS former_until
		FROM   (SELECT t.matter_id, t.group_id FROM tracks t WHERE t.group_id IS NOT NULL AND `+in("t.matter_id")+`
		        UNION SELECT t.matter_id, g.parent_id FROM tracks t JOIN groups g ON g.id = t.group_id WHERE t.kind = 'group' AND g.parent_id IS NOT NULL AND `+in("t.matter_id")+`
		        UNION SELECT ai.matter_id, me.group_id FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id WHERE `+in("ai.matter_id")+`) x
		JOIN   mandates ma ON ma.group_id = x.group_id AND ma.role IN ('union_rep', 'union_substitute') JOIN unions un ON un.id = ma.union_id
		ORDER  BY un.name`)
	db.Many(b, &p.Attendance, `
		SELECT ai.matter_id, at.meeting_id, at.person_id, at.presence, at.arrived_at, at.left_at
		FROM   agenda_items ai JOIN attendances at ON at.meeting_id = ai.meeting_id WHERE `+in("ai.matter_id"))
	db.Many(b, &p.Consents, `
		SELECT ai.matter_id, ec.meeting_id, ec.union_id, ec.accepted FROM agenda_items ai JOIN extra_consents ec ON ec.meeting_id = ai.meeting_id
		WHERE `+in("ai.matter_id"))
}

func (r *records) queueRest(b *db.Batch) {
	p := &r.parts
	db.Many(b, &p.Steps, `
		SELECT s.matter_id, s.id, s.kind, s.position_id, s.union_id, un.name AS union_name, s.track_id, s.proposal_no, s.note, pe.name AS requester_name,
		       s.requested_at, coalesce(s.item_id, 0) AS item_id, s.withdrawn_at
		FROM   disagreement_steps s JOIN unions un ON un.id = s.union_id JOIN people pe ON pe.id = s.requested_by WHERE `+in("s.matter_id")+` ORDER BY s.id`)
	db.Many(b, &p.Late, `
		SELECT l.matter_id, l.id, l.union_id, un.name AS union_name, l.reason, rq.name AS requester_name, l.requested_at, l.consented, l.answer,
		       coalesce(an.name, '') AS answerer_name, l.answered_at
		FROM   late_requests l JOIN unions un ON un.id = l.union_id JOIN people rq ON rq.id = l.requested_by LEFT JOIN people an ON an.id = l.answered_by
		WHERE  `+in("l.matter_id")+` ORDER BY l.id`)
	db.Many(b, &p.Risks, `
		SELECT ra.matter_id, ra.id, ra.no, ra.proposal_no, ra.fixed_at,
		       (SELECT count(*) FROM risk_rows rr WHERE rr.assessment_id = ra.id) AS rows,
		       (SELECT count(*) FROM risk_participants rs WHERE rs.assessment_id = ra.id AND rs.kind = 'safety_rep') AS invited,
		       (SELECT count(*) FROM risk_participants rs WHERE rs.assessment_id = ra.id AND rs.stated_at IS NOT NULL) AS stated
		FROM   risk_assessments ra WHERE `+in("ra.matter_id")+` ORDER BY ra.no`)
	db.Many(b, &p.Exceptions, `
		SELECT e.matter_id, e.id, e.proposal_no, e.what, e.harm, e.unforeseen, e.no_extra_meeting, e.requested_by, rq.name AS requester_name, e.requested_at,
		       coalesce(de.name, '') AS decider_name, e.decided_at, e.approved, e.answer
		FROM   exceptions e JOIN people rq ON rq.id = e.requested_by LEFT JOIN people de ON de.id = e.decided_by
		WHERE  `+in("e.matter_id")+` ORDER BY e.id`)
	db.Many(b, &p.Decisions, `
		SELECT d.matter_id, d.id, pr.no AS proposal_no, d.decided_on, d.by_board, d.deviation, d.deviation_text, d.views, coalesce(d.exception_id, 0) AS exception_id,
		       pe.name AS recorder_name, d.recorded_at
		FROM   decisions d JOIN proposals pr ON pr.id = d.proposal_id JOIN people pe ON pe.id = d.recorded_by
		WHERE  `+in("d.matter_id")+` ORDER BY d.id`)
	r.queuePaths(b)
}

// assemble hands out the parts to their matters.
func (r *records) assemble(today clock.Date) []Record {
	all := make([]Record, len(r.matters))
	at := make(map[int64]*Record, len(r.matters))
	for i, m := range r.matters {
		all[i].Matter = m
		at[m.ID] = &all[i]
	}
	p := r.parts
	hand(p.Units, at, func(x Unit) int64 { return x.MatterID }, func(r *Record) *[]Unit { return &r.Units })
	hand(p.Proposals, at, func(x Proposal) int64 { return x.MatterID }, func(r *Record) *[]Proposal { return &r.Proposals })
	hand(p.Attachments, at, func(x Attachment) int64 { return x.MatterID }, func(r *Record) *[]Attachment { return &r.Attachments })
	hand(p.Dialogues, at, func(x Dialogue) int64 { return x.MatterID }, func(r *Record) *[]Dialogue { return &r.Dialogues })
	hand(p.Tracks, at, func(x Track) int64 { return x.MatterID }, func(r *Record) *[]Track { return &r.Tracks })
	hand(p.Items, at, func(x Item) int64 { return x.MatterID }, func(r *Record) *[]Item { return &r.Items })
	hand(p.Positions, at, func(x Position) int64 { return x.MatterID }, func(r *Record) *[]Position { return &r.Positions })
	hand(p.Steps, at, func(x Step) int64 { return x.MatterID }, func(r *Record) *[]Step { return &r.Steps })
	hand(p.Late, at, func(x LateRequest) int64 { return x.MatterID }, func(r *Record) *[]LateRequest { return &r.Late })
	hand(p.Answers, at, func(x PaperAnswer) int64 { return x.MatterID }, func(r *Record) *[]PaperAnswer { return &r.Answers })
	hand(p.Sent, at, func(x Sent) int64 { return x.MatterID }, func(r *Record) *[]Sent { return &r.Sent })
	hand(p.Seats, at, func(x Seat) int64 { return x.MatterID }, func(r *Record) *[]Seat { return &r.Seats })
	hand(p.Attendance, at, func(x Attendance) int64 { return x.MatterID }, func(r *Record) *[]Attendance { return &r.Attendance })
	hand(p.Consents, at, func(x Consent) int64 { return x.MatterID }, func(r *Record) *[]Consent { return &r.Consents })
	hand(p.Risks, at, func(x Risk) int64 { return x.MatterID }, func(r *Record) *[]Risk { return &r.Risks })
	hand(p.Exceptions, at, func(x Exception) int64 { return x.MatterID }, func(r *Record) *[]Exception { return &r.Exceptions })
	hand(p.Decisions, at, func(x Decision) int64 { return x.MatterID }, func(r *Record) *[]Decision { return &r.Decisions })
	hand(p.Handovers, at, func(x Handover) int64 { return x.MatterID }, func(r *Record) *[]Handover { return &r.Handovers })
	hand(p.Agreed, at, func(x PlanAgreement) int64 { return x.MatterID }, func(r *Record) *[]PlanAgreement { return &r.Agreed })
	for i := range all {
		all[i].agree(&r.rules, today)
	}
	return all
}

func hand[T any](parts []T, at map[int64]*Record, id func(T) int64, field func(*Record) *[]T) {
	for _, x := range parts {
		if r := at[id(x)]; r != nil {
			f := field(r)
			*f = append(*f, x)
		}
	}
}

// Lock loads the matter's record inside a write transaction and holds its row until the end, so that what the rules saw
// is what is stored. NotFound when the actor may not know of it.
func Lock(ctx context.Context, tx *db.OrgTx, who access.Actor, id int64, today clock.Date) (Record, error) {
	where, args := Visible(who, 2)
	return lock(ctx, tx, id, where, args, today)
}

func lock(ctx context.Context, tx *db.OrgTx, id int64, where string, args []any, today clock.Date) (Record, error) {
	var found int64
	err := tx.QueryRow(ctx, `SELECT m.id FROM matters m WHERE m.id = $1 AND `+where+` FOR UPDATE`, slices.Concat([]any{id}, args)...).Scan(&found)
	if err == pgx.ErrNoRows {
		return Record{}, fail.New(fail.NotFound, "error.not_found")
	}
	if err != nil {
		return Record{}, fmt.Errorf("locking matter %d: %w", id, err)
	}
	return Load(ctx, tx, id, today)
}

// Load reads the matter's record inside a transaction, for the capabilities above; it asks nobody's leave.
func Load(ctx context.Context, tx *db.OrgTx, id int64, today clock.Date) (Record, error) {
	rs, err := LoadAll(ctx, tx, []int64{id}, today)
	if err != nil {
		return Record{}, err
	}
	if len(rs) == 0 {
		return Record{}, fail.New(fail.NotFound, "error.not_found")
	}
	return rs[0], nil
}

// LoadAll is Load for several matters, in one round trip.
func LoadAll(ctx context.Context, tx *db.OrgTx, ids []int64, today clock.Date) ([]Record, error) {
	var b db.Batch
	var rs records
	rs.queue(&b, today, "SELECT unnest($1::bigint[])", []any{ids}, "m.id")
	if err := tx.Send(ctx, &b); err != nil {
		return nil, fmt.Errorf("reading matters: %w", err)
	}
	return rs.assemble(today), nil
}

// Queue queues the records of the matters that the query ids selects (its arguments from $1); call the returned function
// once the batch has been sent. For reads across subjects.
func Queue(b *db.Batch, ids string, args []any, today clock.Date) func() []Record {
	rs := new(records)
	rs.queue(b, today, ids, args, "m.id DESC")
	return func() []Record { return rs.assemble(today) }
}

// join is for messages that name several things.
func join(names []string) string { return strings.Join(names, ", ") }
