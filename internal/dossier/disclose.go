package dossier

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/privacy"
)

// The kinds of events when a matter is given out.
const (
	disclosed       = "matter.disclosed"
	disclosedMasked = "matter.disclosed_masked"
)

// Disclosure is one time that a matter was given out (TF 2 kap.; handbook L4). Who asked is not noted: an authority does
// not inquire (TF 2:18).
type Disclosure struct {
	ID         int64
	PersonID   int64
	PersonName string
	Masked     bool
	Reason     string // what the assessment of secrecy came to
	At         time.Time
	LastSeq    int64 // the newest event that was in it
}

// Holds reports whether what was to be given out is still all there is.
func (d Disclosure) Holds(st Story) bool { return d.LastSeq == st.Last() }

// Page is a matter with what has been given out of it, the newest first.
type Page struct {
	Story
	Disclosures []Disclosure
}

const disclosures = `SELECT x.id, x.person_id, p.name AS person_name, x.masked, x.reason, x.at, x.last_seq
	FROM matter_disclosures x JOIN people p ON p.id = x.person_id WHERE x.matter_id = $1`

// Page reads what the page of the bundle shows. NotFound when the actor may not know of the matter.
func (s *Service) Page(ctx context.Context, who access.Actor, id int64) (Page, error) {
	if err := who.Require(access.MatterRead); err != nil {
		return Page{}, err
	}
	st, err := s.Story(ctx, who, id)
	if err != nil || !who.May(access.MatterDisclose) {
		return Page{Story: st}, err
	}
	p := Page{Story: st}
	var b db.Batch
	db.Many(&b, &p.Disclosures, disclosures+` ORDER BY x.id DESC LIMIT 100`, id)
	return p, s.DB.ReadOrg(ctx, who.OrgID, &b)
}

// given is the disclosure that the actor noted. Conflict when it is not all there is any more.
func (s *Service) given(ctx context.Context, who access.Actor, st Story, id int64) (*Disclosure, error) {
	if err := who.Require(access.MatterDisclose); err != nil {
		return nil, err
	}
	var d Disclosure
	var b db.Batch
	db.One(&b, &d, fail.New(fail.NotFound, "error.not_found"), disclosures+` AND x.id = $2`, st.ID, id)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return nil, err
	}
	if !d.Holds(st) {
		return nil, errStale
	}
	return &d, nil
}

// Disclose notes that the matter is given out, masked or whole, and returns the disclosure's id. Whole needs the reason why
// nothing in it is secret from who gets it (OSL); the log keeps it.
func (s *Service) Disclose(ctx context.Context, who access.Actor, id int64, masked bool, reason string) (int64, error) {
	if err := who.Require(access.MatterDisclose); err != nil {
		return 0, err
	}
	var f fail.Form
	reason = strings.TrimSpace(reason)
	switch n := utf8.RuneCountInString(reason); {
	case !masked && n == 0:
		f.Add("reason", "dossier.error.reason_needed")
	case n > mostReason:
		f.Add("reason", "error.too_long", "Max", mostReason, "Over", n-mostReason)
	case privacy.HasPersonnummer(reason):
		f.Add("reason", "error.personnummer")
	}
	if err := f.Err(); err != nil {
		return 0, err
	}
	st, err := s.Story(ctx, who, id)
	if err != nil {
		return 0, err
	}
	var made int64
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		now := s.Clock.Now()
		if _, err := matter.Lock(ctx, tx, who, id, clock.DateOf(now)); err != nil {
			return err
		}
		if err := tx.QueryRow(ctx, `INSERT INTO matter_disclosures (matter_id, person_id, masked, reason, at, last_seq) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
			id, who.PersonID, masked, reason, now, st.Last()).Scan(&made); err != nil {
			return fmt.Errorf("noting a disclosure: %w", err)
		}
		kind := disclosed
		if masked {
			kind = disclosedMasked
		}
		detail := map[string]string{}
		if reason != "" {
			detail["Reason"] = reason
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: kind, MatterID: id, Detail: detail})
	})
	return made, err
}

const mostReason = 2000
