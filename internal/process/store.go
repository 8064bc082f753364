package process

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Service carries out what people ask of templates.
type Service struct {
	DB    *db.DB
	Clock clock.Clock
}

// Row is an organisation's own template as it is stored.
type Row struct {
	ID         int64
	Name       string
	Body       Template
	CopiedFrom string
	Retired    bool
	Version    int
}

// Template is the template that the row holds.
func (r Row) Template() Template {
	t := r.Body
	t.Key, t.ID, t.Name, t.CopiedFrom, t.Retired, t.Version = "", r.ID, r.Name, r.CopiedFrom, r.Retired, r.Version
	return t
}

const rowColumns = `SELECT t.id, t.name, t.body, t.copied_from, t.retired_at IS NOT NULL AS retired, t.version FROM process_templates t`

// Queue queues the organisation's own templates, in use or those that refs name; call the returned function once the batch
// has been sent. Ours come first.
func Queue(b *db.Batch) func() []Template {
	var rows []Row
	db.Many(b, &rows, rowColumns+` ORDER BY t.retired_at IS NOT NULL, t.name COLLATE "sv-SE-x-icu", t.id`)
	return func() []Template {
		ts := Ours()
		for _, r := range rows {
			ts = append(ts, r.Template())
		}
		return ts
	}
}

// Find is the template that ref names among them.
func Find(ts []Template, ref string) (Template, bool) {
	i := slices.IndexFunc(ts, func(t Template) bool { return ref != "" && t.Ref() == ref })
	if i < 0 {
		return Template{}, false
	}
	return ts[i], true
}

// Load reads one template inside a transaction; none when ref names none.
func Load(ctx context.Context, tx *db.OrgTx, ref string) (Template, bool, error) {
	if t, ok := ourOwn(ref); ok {
		return t, true, nil
	}
	id, err := strconv.ParseInt(ref, 10, 64)
	if err != nil {
		return Template{}, false, nil
	}
	r, err := row(ctx, tx, id, "")
	if fail.KindOf(err) == fail.NotFound {
		return Template{}, false, nil
	}
	return r.Template(), err == nil, err
}

func row(ctx context.Context, tx *db.OrgTx, id int64, lock string) (Row, error) {
	rows, _ := tx.Query(ctx, rowColumns+` WHERE t.id = $1 `+lock, id)
	r, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[Row])
	if errors.Is(err, pgx.ErrNoRows) {
		return r, fail.New(fail.NotFound, "error.not_found")
	}
	if err != nil {
		return r, fmt.Errorf("reading template %d: %w", id, err)
	}
	return r, nil
}

// List reads all templates: ours, then the organisation's own, those out of use last.
func (s *Service) List(ctx context.Context, who access.Actor) ([]Template, error) {
	if err := who.Require(access.ProcessRead); err != nil {
		return nil, err
	}
	var b db.Batch
	finish := Queue(&b)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return nil, err
	}
	return finish(), nil
}

// Get reads one template. NotFound when there is none.
func (s *Service) Get(ctx context.Context, who access.Actor, ref string) (Template, error) {
	ts, err := s.List(ctx, who)
	if err != nil {
		return Template{}, err
	}
	t, ok := Find(ts, ref)
	if !ok {
		return Template{}, fail.New(fail.NotFound, "error.not_found")
	}
	return t, nil
}

// Copy makes the template the organisation's own, to edit, and returns its number.
func (s *Service) Copy(ctx context.Context, who access.Actor, ref, name string) (id int64, err error) {
	if err := who.Require(access.ProcessWrite); err != nil {
		return 0, err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		t, ok, err := Load(ctx, tx, ref)
		switch {
		case err != nil:
			return err
		case !ok:
			return fail.New(fail.NotFound, "error.not_found")
		}
		t.Name, t.NameEN, t.SummaryEN = strings.TrimSpace(name), "", ""
		if err := t.check(); err != nil {
			return err
		}
		raw, err := t.body()
		if err != nil {
			return err
		}
		now := s.Clock.Now()
		if err := tx.QueryRow(ctx, `INSERT INTO process_templates (name, body, copied_from, created_by, created_at, updated_by, updated_at)
			VALUES ($1, $2, $3, $4, $5, $4, $5) RETURNING id`, t.Name, raw, ref, who.PersonID, now).Scan(&id); err != nil {
			return fmt.Errorf("copying the template: %w", err)
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: "process.copied", Detail: map[string]string{"Name": t.Name}})
	})
	return id, err
}

func (t Template) body() ([]byte, error) {
	t.Key = ""
	raw, err := json.Marshal(t)
	if err != nil {
		return nil, fmt.Errorf("writing the template: %w", err)
	}
	return raw, nil
}

// Save changes one of the organisation's own templates. Matters that have started keep the steps they have. Conflict when
// somebody changed it since version.
func (s *Service) Save(ctx context.Context, who access.Actor, id int64, version int, t Template) error {
	if err := who.Require(access.ProcessWrite); err != nil {
		return err
	}
	if err := t.check(); err != nil {
		return err
	}
	raw, err := t.body()
	if err != nil {
		return err
	}
	return s.edit(ctx, who, id, version, "process.edited", `UPDATE process_templates SET name = $1, body = $2, updated_by = $3, updated_at = $4, version = version + 1 WHERE id = $5`,
		strings.TrimSpace(t.Name), raw)
}

// Retire takes one of the organisation's own templates out of use, or back into it.
func (s *Service) Retire(ctx context.Context, who access.Actor, id int64, version int, retired bool) error {
	if err := who.Require(access.ProcessWrite); err != nil {
		return err
	}
	kind := "process.retired"
	if !retired {
		kind = "process.resumed"
	}
	return s.edit(ctx, who, id, version, kind, `UPDATE process_templates SET retired_at = CASE WHEN $1 THEN $4::timestamptz END, updated_by = $3, updated_at = $4, version = version + 1 WHERE id = $5 AND $2`,
		retired, true)
}

// edit locks the template, checks its version and runs the update, whose first two arguments are a and b.
func (s *Service) edit(ctx context.Context, who access.Actor, id int64, version int, kind, update string, a, b any) error {
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		r, err := row(ctx, tx, id, "FOR UPDATE OF t")
		switch {
		case err != nil:
			return err
		case r.Version != version:
			return fail.New(fail.Conflict, "error.conflict")
		}
		now := s.Clock.Now()
		if _, err := tx.Exec(ctx, update, a, b, who.PersonID, now, id); err != nil {
			return fmt.Errorf("changing the template: %w", err)
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: kind, Detail: map[string]string{"Name": r.Name}})
	})
}
