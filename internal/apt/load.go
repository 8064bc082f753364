package apt

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

const columns = `a.id, a.unit_id, u.name AS unit_name, u.ancestors AS unit_path, a.title, a.status, a.status_reason, a.lead_id, l.name AS lead_name,
	coalesce(a.starts_at, a.created_at) AS starts_at, coalesce(a.ends_at, a.created_at) AS ends_at, a.invited_at, a.agenda_at, a.published_at, a.version`

const fromAPTs = ` FROM apts a JOIN units u ON u.id = a.unit_id JOIN people l ON l.id = a.lead_id `

const itemColumns = `i.id, i.apt_id, i.position, i.kind, i.title, i.form, i.minutes, i.category, coalesce(i.about_matter_id, 0) AS about_matter_id, coalesce(b.number, '') AS about_number,
	coalesce(i.carried_from, 0) AS carried_from, coalesce(i.outcome, '') AS outcome, i.outcome_text, i.outcome_reason, i.outcome_warned, i.outcome_at,
	coalesce(i.matter_id, 0) AS matter_id, coalesce(m.number, '') AS matter_number, coalesce(m.title, '') AS matter_title,
	coalesce(i.answer_id, 0) AS answer_id, coalesce(w.name, '') AS answer_name, i.result, i.result_at, i.version`

const fromItems = ` FROM apt_items i LEFT JOIN matters b ON b.id = i.about_matter_id LEFT JOIN matters m ON m.id = i.matter_id LEFT JOIN people w ON w.id = i.answer_id `

// queue queues everything about one APT; the returned function completes r once the batch has been sent.
func (r *Record) queue(b *db.Batch, id int64, where string, args []any, today clock.Date) func() {
	db.One(b, &r.APT, fail.New(fail.NotFound, "error.not_found"), `SELECT `+columns+fromAPTs+`WHERE a.id = $1 AND `+where, slices.Concat([]any{id}, args)...)
	db.Many(b, &r.Sittings, `SELECT s.id, s.starts_at, s.ends_at, s.place, s.status, s.attended, s.opened_at, s.closed_at, coalesce(s.writer_id, 0) AS writer_id, coalesce(w.name, '') AS writer_name, s.writer_until
		FROM apt_sittings s LEFT JOIN people w ON w.id = s.writer_id WHERE s.apt_id = $1 ORDER BY s.starts_at, s.id`, id)
	db.Many(b, &r.Items, `SELECT `+itemColumns+fromItems+`WHERE i.apt_id = $1 ORDER BY i.position, i.id`, id)
	db.Many(b, &r.Notes, `SELECT n.item_id, n.sitting_id, n.text, n.version, n.updated_at FROM apt_notes n JOIN apt_items i ON i.id = n.item_id
		JOIN apt_sittings s ON s.id = n.sitting_id WHERE i.apt_id = $1 ORDER BY s.starts_at, s.id`, id)
	db.Many(b, &r.Questions, `SELECT id, coalesce(item_id, 0) AS item_id, text, asked_on, answer, answered_at, version FROM apt_questions WHERE apt_id = $1 ORDER BY id`, id)
	db.Many(b, &r.Writers, `SELECT w.person_id, p.name FROM apt_writers w JOIN people p ON p.id = w.person_id WHERE w.apt_id = $1 ORDER BY p.sort_name COLLATE "sv-SE-x-icu"`, id)
	b.Query(`SELECT (SELECT count(*) FROM apt_marks WHERE apt_id = $1 AND attended_at IS NOT NULL), (SELECT count(*) FROM apt_marks WHERE apt_id = $1 AND read_at IS NOT NULL)`,
		[]any{id}, func(rows pgx.Rows) error {
			_, err := pgx.ForEachRow(rows, []any{&r.Attended, &r.Read}, func() error { return nil })
			return err
		})
	db.Many(b, &r.Weeded, `SELECT w.id, w.kind, w.decided_at AS at, w.source FROM weeded_apts x JOIN weedings w ON w.id = x.weeding_id WHERE x.apt_id = $1 ORDER BY w.id DESC`, id)
	var rules []Rules
	db.Many(b, &rules, `SELECT `+rulesColumns+` FROM apts x JOIN units u ON u.id = x.unit_id
		CROSS JOIN agreement_on(coalesce((x.invited_at AT TIME ZONE 'Europe/Stockholm')::date, $2), u.ancestors, 0) WHERE x.id = $1`, id, today)
	return func() {
		if r.Rules = DefaultRules(); len(rules) > 0 {
			r.Rules = rules[0]
		}
	}
}

// lock holds the APT's row until the end of the transaction and reads its record. NotFound when the actor may not know of
// it.
func lock(ctx context.Context, tx *db.OrgTx, who access.Actor, id int64, today clock.Date) (r Record, err error) {
	where, args := Visible(who, 2)
	var found int64
	err = tx.QueryRow(ctx, `SELECT a.id FROM apts a WHERE a.id = $1 AND `+where+` FOR UPDATE`, slices.Concat([]any{id}, args)...).Scan(&found)
	if err == pgx.ErrNoRows {
		return r, fail.New(fail.NotFound, "error.not_found")
	}
	if err != nil {
		return r, fmt.Errorf("locking APT %d: %w", id, err)
	}
	var b db.Batch
	done := r.queue(&b, id, "true", nil, today)
	if err := tx.Send(ctx, &b); err != nil {
		return r, err
	}
	done()
	return r, nil
}

// rulesOn are the rules of the unit's agreement that hold on day.
func rulesOn(ctx context.Context, tx *db.OrgTx, day clock.Date, unitID int64) (Rules, error) {
	rows, err := tx.Query(ctx, `SELECT `+rulesColumns+` FROM units u CROSS JOIN agreement_on($1, u.ancestors, 0) WHERE u.id = $2`, day, unitID)
	if err != nil {
		return Rules{}, fmt.Errorf("reading the agreement: %w", err)
	}
	r, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[Rules])
	if err == pgx.ErrNoRows {
		return DefaultRules(), nil
	}
	return r, err
}
