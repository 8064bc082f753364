package retention

import "slices"

// From is what the years of a kind are counted from.
type From string

// What years are counted from.
const (
	MeetingEnd   From = "meeting_end"
	MatterClosed From = "matter_closed"
	Sent         From = "sent"
	LastChanged  From = "last_changed"
)

// Kind is one kind of document. Its question selects id, n (documents in it), at (what the years are counted from), label (what
// it is, naming nobody), waits (something about it is not finished) and matters (those that it belongs to). Its weeding may use
// @ids, @before, @who, @at, @weeding and @why.
type Kind struct {
	Name      string
	From      From
	Preserved bool // always
	OfAPT     bool // ids are APTs, whose pages say what was weeded
	blanks    bool // takes the text out of rows that stay; else the first statement takes away as many rows as were counted
	question  string
	weeding   []string
}

// KindOf finds a kind by its name.
func KindOf(name string) (Kind, bool) {
	i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return Kind{}, false
	}
	return Kinds[i], true
}

// Weedable are the kinds that may be weeded.
func Weedable() []Kind {
	return slices.DeleteFunc(slices.Clone(Kinds), func(k Kind) bool { return k.Preserved })
}

// aptMatters are the matters that the APT a belongs to: those that it fed or told of, and those that had their dialogue there.
const aptMatters = `ARRAY(SELECT i.matter_id FROM apt_items i WHERE i.apt_id = a.id AND i.matter_id IS NOT NULL
	UNION SELECT i.about_matter_id FROM apt_items i WHERE i.apt_id = a.id AND i.about_matter_id IS NOT NULL
	UNION SELECT d.matter_id FROM apt_dialogues d WHERE d.apt_id = a.id)`

const fromAPT = ` a.ends_at AS at, u.name || ': ' || a.title AS label, `

const ofAPT = ` AS matters FROM apts a JOIN units u ON u.id = a.unit_id WHERE a.status IN ('held', 'published', 'cancelled') AND a.ends_at IS NOT NULL AND `

// Kinds are all kinds of documents, in the order in which they are shown.
var Kinds = []Kind{
	{Name: "minutes", Preserved: true},
	{Name: "matters", Preserved: true},
	// The text goes; that the APT was held, its agenda and how each item ended stay.
	{Name: "apt_notes", From: MeetingEnd, OfAPT: true, blanks: true,
		question: `SELECT a.id, 1 AS n,` + fromAPT + `(a.status = 'held' OR EXISTS (SELECT FROM tasks t WHERE t.apt_id = a.id AND t.done_at IS NULL)) AS waits, ` + aptMatters + ofAPT + `
			EXISTS (SELECT FROM apt_items i LEFT JOIN apt_notes n ON n.item_id = i.id WHERE i.apt_id = a.id AND (n.text <> '' OR i.outcome_text <> '' OR i.result <> ''))`,
		weeding: []string{
			`UPDATE apt_notes n SET text = '', version = n.version + 1 FROM apt_items i WHERE i.id = n.item_id AND i.apt_id = ANY (@ids) AND n.text <> ''`,
			`UPDATE apt_items SET outcome_text = '', result = '', version = version + 1 WHERE apt_id = ANY (@ids) AND (outcome_text <> '' OR result <> '')`}},
	{Name: "apt_questions", From: MeetingEnd, OfAPT: true,
		question: `SELECT a.id, (SELECT count(*) FROM apt_questions q WHERE q.apt_id = a.id) AS n,` + fromAPT + `
			EXISTS (SELECT FROM apt_questions q WHERE q.apt_id = a.id AND q.answered_at IS NULL) AS waits, ` + aptMatters + ofAPT + `EXISTS (SELECT FROM apt_questions q WHERE q.apt_id = a.id)`,
		weeding: []string{`DELETE FROM apt_questions WHERE apt_id = ANY (@ids)`}},
	{Name: "apt_marks", From: MeetingEnd, OfAPT: true,
		question: `SELECT a.id, (SELECT count(*) FROM apt_marks k WHERE k.apt_id = a.id) AS n,` + fromAPT + `false AS waits, ` + aptMatters + ofAPT + `EXISTS (SELECT FROM apt_marks k WHERE k.apt_id = a.id)`,
		weeding:  []string{`DELETE FROM apt_marks WHERE apt_id = ANY (@ids)`}},
	{Name: "apt_proposals", From: MeetingEnd,
		question: `SELECT pr.id, 1 AS n, coalesce(a.ends_at, pr.answered_at, pr.created_at) AS at, u.name AS label, pr.status = 'waiting' AS waits,
			ARRAY(SELECT i.matter_id FROM apt_items i WHERE i.id = pr.item_id AND i.matter_id IS NOT NULL) AS matters
			FROM apt_proposals pr JOIN units u ON u.id = pr.unit_id LEFT JOIN apts a ON a.id = pr.apt_id`,
		weeding: []string{`DELETE FROM apt_proposals WHERE id = ANY (@ids)`}},
	// A dispatch stays with its minutes: who was called, when, and who opened the papers. What goes is how the mail fared.
	{Name: "mails", From: Sent,
		question: `SELECT x.id, 1 AS n, x.queued_at AS at, coalesce(ma.number, g.name, u.name, '') AS label, x.state IN ('queued', 'sending', 'unclear', 'digest') AS waits,
			ARRAY(SELECT x.matter_id WHERE x.matter_id IS NOT NULL UNION SELECT ai.matter_id FROM agenda_items ai WHERE ai.meeting_id = x.meeting_id AND ai.matter_id IS NOT NULL
				UNION SELECT i.matter_id FROM apt_items i WHERE i.apt_id = x.apt_id AND i.matter_id IS NOT NULL) AS matters
			FROM mails x LEFT JOIN matters ma ON ma.id = x.matter_id LEFT JOIN meetings me ON me.id = x.meeting_id LEFT JOIN groups g ON g.id = me.group_id
			LEFT JOIN apts ap ON ap.id = x.apt_id LEFT JOIN units u ON u.id = ap.unit_id`,
		weeding: []string{`DELETE FROM mails WHERE id = ANY (@ids)`}},
	// A draft that became a matter goes with it.
	{Name: "drafts", From: LastChanged,
		question: `SELECT d.id, 1 AS n, d.updated_at AS at, '' AS label, false AS waits, '{}'::bigint[] AS matters FROM matter_drafts d WHERE d.matter_id IS NULL`,
		weeding:  []string{`DELETE FROM matter_drafts WHERE id = ANY (@ids) AND matter_id IS NULL AND updated_at < @before`}},
	// A file that a version of the proposal names is a paper and preserved; a loose one loses its content.
	{Name: "attachments", From: MatterClosed,
		question: `SELECT f.id, 1 AS n, coalesce(m.closed_at, (SELECT max(e.at) FROM events e WHERE e.matter_id = m.id), f.added_at) AS at, m.number AS label, false AS waits,
			ARRAY[m.id] AS matters FROM attachments f JOIN attachment_contents c ON c.attachment_id = f.id JOIN matters m ON m.id = f.matter_id
			WHERE f.erased_at IS NULL AND NOT EXISTS (SELECT FROM proposal_attachments p WHERE p.attachment_id = f.id)`,
		weeding: []string{`DELETE FROM attachment_contents WHERE attachment_id = ANY (@ids)`,
			`UPDATE attachments SET listed = false, erased_by = @who, erased_at = @at, erased_reason = @why WHERE id = ANY (@ids)`}},
}
