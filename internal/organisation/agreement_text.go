package organisation

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/privacy"
)

// AgreementText is the agreement in its own words, from a day on.
type AgreementText struct {
	ID        int64
	Title     string
	ValidFrom clock.Date
	FileName  string // "": pasted only
	FileSize  int
	ByName    string
	CreatedAt time.Time
	Version   int
	Clauses   []Clause `db:"-"`
}

const textColumns = `
	SELECT t.id, t.title, t.valid_from, t.file_name, coalesce(octet_length(t.file), 0) AS file_size, p.name AS by_name, t.created_at, t.version
	FROM   agreement_texts t JOIN people p ON p.org_id = t.org_id AND p.id = t.created_by WHERE t.removed_at IS NULL`

// AgreementTexts are the texts through time, the newest first.
type AgreementTexts struct {
	Texts []AgreementText
	Today clock.Date
	Write bool
}

// AgreementTexts lists the texts.
func (s *Service) AgreementTexts(ctx context.Context, who access.Actor) (AgreementTexts, error) {
	if err := need(who, false); err != nil {
		return AgreementTexts{}, err
	}
	t := AgreementTexts{Today: s.today(), Write: who.May(access.OrganisationWrite)}
	var b db.Batch
	db.Many(&b, &t.Texts, textColumns+` ORDER BY t.valid_from DESC, t.id DESC`)
	return t, s.DB.ReadOrg(ctx, who.OrgID, &b)
}

// AgreementText reads one text with its clauses. NotFound when there is none.
func (s *Service) AgreementText(ctx context.Context, who access.Actor, id int64) (AgreementText, error) {
	if err := need(who, false); err != nil {
		return AgreementText{}, err
	}
	var t AgreementText
	var b db.Batch
	db.One(&b, &t, notFound(), textColumns+` AND t.id = $1`, id)
	db.Many(&b, &t.Clauses, `SELECT id, number, body, rules FROM agreement_clauses WHERE text_id = $1 ORDER BY position`, id)
	return t, s.DB.ReadOrg(ctx, who.OrgID, &b)
}

// AgreementFile reads the file as it was uploaded. NotFound when there is none.
func (s *Service) AgreementFile(ctx context.Context, who access.Actor, id int64) (name string, file []byte, err error) {
	if err := need(who, false); err != nil {
		return "", nil, err
	}
	var f struct {
		FileName string
		File     []byte
	}
	var b db.Batch
	db.One(&b, &f, notFound(), `SELECT file_name, file FROM agreement_texts WHERE id = $1 AND removed_at IS NULL AND file IS NOT NULL`, id)
	err = s.DB.ReadOrg(ctx, who.OrgID, &b)
	return f.FileName, f.File, err
}

// TextForm is a text as a form writes it. A file may be uploaded, the clauses pasted, or both.
type TextForm struct {
	ID        int64 // 0: a new one
	Version   int
	Title     string
	ValidFrom clock.Date
	File      []byte // a new one; nil: as it is
	FileName  string
	Body      string // the clauses, each beginning with its number
}

// The limits of a text.
const (
	MaxAgreementFile = 10 << 20
	maxClauses       = 400
	maxClause        = 8000
)

func (f *TextForm) check(form *fail.Form) []Clause {
	f.Title = checkName(form, "title", f.Title)
	if f.ValidFrom.IsZero() {
		form.Add("valid_from", "agreement.error.valid_from")
	}
	switch {
	case len(f.File) > MaxAgreementFile:
		form.Add("file", "agreement.error.file_large", "Max", MaxAgreementFile>>20)
	case f.File != nil && !bytes.HasPrefix(f.File, []byte("%PDF-")):
		form.Add("file", "agreement.error.file_pdf")
	case f.ID == 0 && f.File == nil && strings.TrimSpace(f.Body) == "":
		form.Add("file", "agreement.error.file_or_text")
	}
	clauses := ReadClauses(f.Body)
	switch {
	case privacy.HasPersonnummer(f.Body):
		form.Add("body", "organisation.error.personal_number")
	case strings.TrimSpace(f.Body) != "" && len(clauses) == 0:
		form.Add("body", "agreement.error.clauses")
	case len(clauses) > maxClauses || slices.ContainsFunc(clauses, func(c Clause) bool { return len([]rune(c.Body)) > maxClause }):
		form.Add("body", "agreement.error.clauses_long", "Max", maxClauses)
	}
	return clauses
}

// SaveAgreementText adds the text or changes it, and returns its id. Clauses that keep their number keep the rules that they
// are linked to. A file that is no PDF, or too large, is Invalid; Conflict when somebody changed the text meanwhile.
func (s *Service) SaveAgreementText(ctx context.Context, who access.Actor, f TextForm) (id int64, err error) {
	if err := need(who, true); err != nil {
		return 0, err
	}
	var form fail.Form
	clauses := f.check(&form)
	if err := form.Err(); err != nil {
		return 0, err
	}
	id = f.ID
	err = s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		if id, err = s.storeText(ctx, tx, who, f); err != nil {
			return audit.Event{}, err
		}
		var old []Clause
		var b db.Batch
		db.Many(&b, &old, `SELECT id, number, body, rules FROM agreement_clauses WHERE text_id = $1`, id)
		b.Exec(`DELETE FROM agreement_clauses WHERE text_id = $1`, id)
		if err := tx.Send(ctx, &b); err != nil {
			return audit.Event{}, fmt.Errorf("replacing clauses: %w", err)
		}
		keepRules(clauses, old)
		return audit.Event{Kind: "organisation.agreement_text_saved", Detail: map[string]string{"title": f.Title, "valid_from": f.ValidFrom.String(), "file": f.FileName}},
			storeClauses(ctx, tx, id, clauses)
	})
	return id, err
}

func (s *Service) storeText(ctx context.Context, tx *db.OrgTx, who access.Actor, f TextForm) (id int64, err error) {
	var digest string
	if f.File != nil {
		sum := sha256.Sum256(f.File)
		digest = hex.EncodeToString(sum[:])
	}
	if f.ID == 0 {
		err = tx.QueryRow(ctx, `INSERT INTO agreement_texts (title, valid_from, file, file_name, digest, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
			f.Title, f.ValidFrom, f.File, f.FileName, digest, who.PersonID, s.Clock.Now()).Scan(&id)
		if err != nil {
			return 0, fmt.Errorf("adding the agreement's text: %w", err)
		}
		return id, nil
	}
	err = tx.QueryRow(ctx, `
		UPDATE agreement_texts SET title = $3, valid_from = $4, version = version + 1, file = coalesce($5, file), file_name = CASE WHEN $5::bytea IS NULL THEN file_name ELSE $6 END,
		       digest = CASE WHEN $5::bytea IS NULL THEN digest ELSE $7 END
		WHERE  id = $1 AND version = $2 AND removed_at IS NULL RETURNING id`, f.ID, f.Version, f.Title, f.ValidFrom, f.File, f.FileName, digest).Scan(&id)
	if errors.Is(err, pgx.ErrNoRows) {
		return 0, textGone(ctx, tx, f.ID)
	}
	return id, err
}

// textGone says why a text could not be changed.
func textGone(ctx context.Context, tx *db.OrgTx, id int64) error {
	var there bool
	if err := tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM agreement_texts WHERE id = $1 AND removed_at IS NULL)`, id).Scan(&there); err != nil {
		return err
	}
	if there {
		return fail.New(fail.Conflict, "organisation.error.changed_meanwhile")
	}
	return notFound()
}

// RemoveAgreementText takes the text away. Conflict when somebody changed it meanwhile.
func (s *Service) RemoveAgreementText(ctx context.Context, who access.Actor, id int64, seen int) error {
	if err := need(who, true); err != nil {
		return err
	}
	return s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		var title string
		err := tx.QueryRow(ctx, `UPDATE agreement_texts SET removed_at = $1, version = version + 1 WHERE id = $2 AND version = $3 AND removed_at IS NULL RETURNING title`, s.Clock.Now(), id, seen).Scan(&title)
		if errors.Is(err, pgx.ErrNoRows) {
			err = textGone(ctx, tx, id)
		}
		return audit.Event{Kind: "organisation.agreement_text_removed", Detail: map[string]string{"title": title}}, err
	})
}
