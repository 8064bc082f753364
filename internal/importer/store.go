package importer

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// stored is an import as the table holds it.
type stored struct {
	ID        int64
	Status    string
	CreatedAt time.Time
	ByName    string
	Files     []byte
	Summary   []byte
	Payload   []byte
}

// Import reads the JSON columns; they hold what this package wrote.
func (r stored) Import() Import {
	im := Import{ID: r.ID, Status: r.Status, CreatedAt: r.CreatedAt, ByName: r.ByName}
	_ = json.Unmarshal(r.Files, &im.Files)
	_ = json.Unmarshal(r.Summary, &im.Summary)
	return im
}

const imports = `
	SELECT i.id, i.status, i.created_at, coalesce(p.name, '') AS by_name, i.files::text::bytea AS files, i.summary::text::bytea AS summary, NULL::bytea AS payload
	FROM imports i LEFT JOIN people p ON p.org_id = i.org_id AND p.id = i.person_id`

const importWithPayload = `
	SELECT i.id, i.status, i.created_at, coalesce(p.name, '') AS by_name, i.files::text::bytea AS files, i.summary::text::bytea AS summary, i.payload
	FROM imports i LEFT JOIN people p ON p.org_id = i.org_id AND p.id = i.person_id WHERE i.id = $1`

func errMissing() error { return fail.New(fail.NotFound, "error.not_found") }

func queueImport(b *db.Batch, dst *stored, id int64) {
	db.One(b, dst, errMissing(), importWithPayload, id)
}

func queueMapping(b *db.Batch, m Mapping) {
	b.Query(`SELECT kind, header, field FROM import_mappings`, nil, func(rows pgx.Rows) error {
		var kind, header, field string
		_, err := pgx.ForEachRow(rows, []any{&kind, &header, &field}, func() error {
			f := Field(field)
			if f == "" {
				f = NotNeeded
			}
			m[MappingKey{Kind(kind), header}] = f
			return nil
		})
		return err
	})
}

// keep stores a new preview and discards earlier ones.
func keep(ctx context.Context, tx *db.OrgTx, who access.Actor, at time.Time, p payload) (id int64, err error) {
	packed, err := p.pack()
	if err != nil {
		return 0, err
	}
	if _, err := tx.Exec(ctx, `UPDATE imports SET status = 'discarded', payload = NULL WHERE status = 'preview'`); err != nil {
		return 0, err
	}
	err = tx.QueryRow(ctx, `INSERT INTO imports (person_id, created_at, status, files, payload) VALUES (nullif($1, 0), $2, 'preview', $3::jsonb, $4) RETURNING id`,
		who.PersonID, at, p.info(), packed).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("keeping the import: %w", err)
	}
	return id, nil
}

// rekeep stores what is known after tables were explained.
func rekeep(ctx context.Context, tx *db.OrgTx, id int64, p payload) error {
	packed, err := p.pack()
	if err != nil {
		return err
	}
	return tx.Exec1(ctx, `UPDATE imports SET files = $2::jsonb, payload = $3 WHERE id = $1 AND status = 'preview'`, id, p.info(), packed)
}

// info names the files, for the history.
func (p payload) info() string {
	var list []FileInfo
	for _, t := range p.Tables {
		list = append(list, FileInfo{t.File, t.Kind, len(t.Rows)})
	}
	raw, err := json.Marshal(list)
	if err != nil {
		panic(err) // plain structs
	}
	return string(raw)
}

// open takes a preview, or one that is done, so that nobody else works on it at the same time.
func open(ctx context.Context, tx *db.OrgTx, id int64) (stored, payload, error) {
	rows, err := tx.Query(ctx, importWithPayload+` FOR UPDATE OF i`, id)
	if err != nil {
		return stored{}, payload{}, err
	}
	row, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[stored])
	switch {
	case err == pgx.ErrNoRows:
		return row, payload{}, errMissing()
	case err != nil:
		return row, payload{}, err
	case row.Status == Discarded:
		return row, payload{}, fail.New(fail.Conflict, "import.error.discarded")
	case row.Status == Done:
		return row, payload{}, nil
	}
	p, err := unpack(row.Payload)
	return row, p, err
}

func remember(ctx context.Context, tx *db.OrgTx, m Mapping) error {
	var b pgx.Batch
	for k, f := range m {
		if f == NotNeeded {
			f = ""
		}
		b.Queue(`INSERT INTO import_mappings (kind, header, field) VALUES ($1, $2, $3)
			ON CONFLICT (org_id, kind, header) DO UPDATE SET field = excluded.field`, string(k.Kind), k.Header, string(f))
	}
	return tx.SendBatch(ctx, &b).Close()
}

func discard(ctx context.Context, tx *db.OrgTx, id int64) error {
	row, _, err := open(ctx, tx, id)
	if err != nil {
		return err
	}
	if row.Status == Done {
		return fail.New(fail.Conflict, "import.error.done")
	}
	return tx.Exec1(ctx, `UPDATE imports SET status = 'discarded', payload = NULL WHERE id = $1 AND status = 'preview'`, id)
}

// finish forgets the files' contents: what they said is in the register now.
func finish(ctx context.Context, tx *db.OrgTx, id int64, s Summary) error {
	raw, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return tx.Exec1(ctx, `UPDATE imports SET status = 'done', payload = NULL, summary = $2::jsonb WHERE id = $1 AND status = 'preview'`, id, string(raw))
}

// record notes an import that was done without a preview, for the history.
func record(ctx context.Context, tx *db.OrgTx, at time.Time, p payload, s Summary) error {
	raw, err := json.Marshal(s)
	if err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `INSERT INTO imports (created_at, status, files, summary) VALUES ($1, 'done', $2::jsonb, $3::jsonb)`, at, p.info(), string(raw)); err != nil {
		return fmt.Errorf("noting the import: %w", err)
	}
	return nil
}

// planNow works out the plan inside the transaction.
func planNow(ctx context.Context, tx *db.OrgTx, p payload, today clock.Date) (Plan, error) {
	var reg register
	var b db.Batch
	reg.queue(&b, today)
	if err := tx.Send(ctx, &b); err != nil {
		return Plan{}, fmt.Errorf("reading the register: %w", err)
	}
	return build(reg, p.Tables, p.Broken, today), nil
}

func (p Plan) summary() (s Summary) {
	s.Moved = p.Moved
	for _, k := range p.Kinds {
		s.Kinds = append(s.Kinds, KindSum{k.Kind, k.New, k.Changed, k.Closed, k.Unchanged})
	}
	return s
}

// detail is what the log keeps: numbers, no names.
func (p Plan) detail(id int64) map[string]string {
	d := map[string]string{"import": strconv.FormatInt(id, 10)}
	for _, k := range p.Kinds {
		d[string(k.Kind)] = fmt.Sprintf("%d new, %d changed, %d closed", k.New, k.Changed, k.Closed)
	}
	return d
}

// KindField is the name of the form field that says what an unmapped table is, and ColumnField of one column of it.
func KindField(table int) string { return "kind-" + strconv.Itoa(table) }

// ColumnField is the name of the form field for a column of an unmapped table.
func ColumnField(table, column int) string {
	return "column-" + strconv.Itoa(table) + "-" + strconv.Itoa(column)
}
