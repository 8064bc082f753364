package meeting

import "samverka/internal/db"

// queueApproval queues what surrounds the minutes' text: parts with their adjusters, remarks and writers.
func (r *Record) queueApproval(b *db.Batch, id int64) {
	db.Many(b, &r.Parts, `
		SELECT p.id, p.kind, coalesce(p.item_id, 0) AS item_id, p.content, p.digest, p.status, p.proposed_by AS proposer_id, pe.name AS proposer, p.at, p.ended_at
		FROM   minutes_parts p JOIN people pe ON pe.id = p.proposed_by WHERE p.meeting_id = $1 ORDER BY p.id`, id)
	db.Many(b, &r.PartAdjusters, `
		SELECT a.part_id, a.person_id, pe.name, a.side, coalesce(a.answer, '') AS answer, a.objection, a.answered_at, a.method, a.role,
		       a.replaced_at, coalesce(re.name, '') AS replaces_name
		FROM   minutes_part_adjusters a JOIN minutes_parts p ON p.id = a.part_id JOIN people pe ON pe.id = a.person_id LEFT JOIN people re ON re.id = a.replaces_id
		WHERE  p.meeting_id = $1 ORDER BY a.part_id, pe.sort_name COLLATE "sv-SE-x-icu"`, id)
	db.Many(b, &r.Remarks, `
		SELECT rm.id, rm.item_id, rm.version, rm.person_id, pe.name, rm.text, rm.at, coalesce(rm.answer, '') AS answer, rm.answer_text,
		       coalesce(an.name, '') AS answerer, rm.answered_at
		FROM   minutes_remarks rm JOIN people pe ON pe.id = rm.person_id LEFT JOIN people an ON an.id = rm.answered_by
		WHERE  rm.meeting_id = $1 ORDER BY rm.id`, id)
	db.Many(b, &r.Writers, `
		SELECT w.person_id, pe.name FROM minutes_writers w JOIN people pe ON pe.id = w.person_id WHERE w.meeting_id = $1 ORDER BY pe.sort_name COLLATE "sv-SE-x-icu"`, id)
}
