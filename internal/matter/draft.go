package matter

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/process"
)

type draftRow struct {
	ID        int64
	Answers   Answers
	MatterID  int64
	UpdatedAt time.Time
	Version   int
}

const draftColumns = `SELECT d.id, d.answers, coalesce(d.matter_id, 0) AS matter_id, d.updated_at, d.version FROM matter_drafts d`

// DraftPage is a wizard that is under way, with what its pages offer.
type DraftPage struct {
	ID        int64
	Answers   Answers
	MatterID  int64 // what it became; 0: nothing yet
	UpdatedAt time.Time
	Version   int
	Start     StartPage
	Unions    []PartyChoice
	Triage    Triage
	Template  process.Template  // the process to follow; no name: none
	Timetable process.Timetable // the template laid out for the planned decision
	Today     clock.Date
}

// Drafts lists the actor's wizards that have not become a matter, the newest first.
func (s *Service) Drafts(ctx context.Context, who access.Actor) ([]DraftPage, error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return nil, err
	}
	var b db.Batch
	var rows []draftRow
	db.Many(&b, &rows, draftColumns+` WHERE d.person_id = $1 AND d.matter_id IS NULL AND d.answers <> '{}' ORDER BY d.updated_at DESC LIMIT 10`, who.PersonID)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return nil, err
	}
	ds := make([]DraftPage, len(rows))
	for i, r := range rows {
		ds[i] = DraftPage{ID: r.ID, Answers: r.Answers, UpdatedAt: r.UpdatedAt, Version: r.Version, Today: clock.Today(s.Clock)}
	}
	return ds, nil
}

// StartDraft begins a wizard and returns its id.
func (s *Service) StartDraft(ctx context.Context, who access.Actor) (id int64, err error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return 0, err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		return tx.QueryRow(ctx, `INSERT INTO matter_drafts (person_id, answers, updated_at) VALUES ($1, '{}', $2) RETURNING id`, who.PersonID, s.Clock.Now()).Scan(&id)
	})
	return id, err
}

// GetDraft reads a wizard of the actor's own; filter narrows the units offered. Anybody else's is NotFound.
func (s *Service) GetDraft(ctx context.Context, who access.Actor, id int64, filter string) (DraftPage, error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return DraftPage{}, err
	}
	d := DraftPage{Today: clock.Today(s.Clock)}
	var b db.Batch
	var row draftRow
	in := Situation{}
	chosen := `SELECT jsonb_array_elements_text(coalesce(answers->'units', '[]'))::bigint FROM matter_drafts WHERE id = $1 AND person_id = $2`
	db.One(&b, &row, fail.New(fail.NotFound, "error.not_found"), draftColumns+` WHERE d.id = $1 AND d.person_id = $2`, id, who.PersonID)
	queueUnits(&b, &d.Start, who, filter, nil)
	in.queue(&b, d.Today, chosen, id, who.PersonID)
	templates := process.Queue(&b)
	var names []UnitChoice
	db.Many(&b, &names, `SELECT u.id, u.name, '' AS parent FROM units u WHERE u.id IN (`+chosen+`) ORDER BY u.name COLLATE "sv-SE-x-icu"`, id, who.PersonID)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return DraftPage{}, err
	}
	d.Start.cut()
	d.Start.keep(names)
	d.ID, d.Answers, d.MatterID, d.UpdatedAt, d.Version, d.Unions = row.ID, row.Answers, row.MatterID, row.UpdatedAt, row.Version, in.Unions
	in.answer(row.Answers)
	in.agree()
	d.Triage = in.Triage(d.Today)
	if t, ok := process.Find(templates(), row.Answers.Template); ok {
		d.Template = t
		if !in.PlannedDecision.IsZero() {
			d.Timetable = t.Lay(in.PlannedDecision, d.Today, in.surroundings())
		}
	}
	return d, nil
}

// keep puts chosen units that are not offered by themselves first.
func (p *StartPage) keep(chosen []UnitChoice) {
	var more []UnitChoice
	for _, c := range chosen {
		if !slices.ContainsFunc(p.Units, func(u UnitChoice) bool { return u.ID == c.ID }) {
			more = append(more, c)
		}
	}
	p.Units = append(more, p.Units...)
}

// SaveStep stores the answers to one question; set writes them into the answers that are stored. What is missing or wrong
// is Invalid and not stored. Conflict when the draft was changed since version, in another window.
func (s *Service) SaveStep(ctx context.Context, who access.Actor, id int64, step, version int, set func(*Answers)) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	now := s.Clock.Now()
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		row, err := lockDraft(ctx, tx, who, id)
		if err != nil {
			return err
		}
		set(&row.Answers)
		if err := row.Answers.CheckStep(step, clock.DateOf(now)); err != nil {
			return err
		}
		if step == 4 {
			if _, err := managed(ctx, tx, who, row.Answers.Units); err != nil {
				return err
			}
		}
		switch {
		case row.MatterID != 0:
			return fail.New(fail.Conflict, "matter.error.draft_done")
		case row.Version != version:
			return fail.New(fail.Conflict, "error.conflict")
		}
		raw, err := json.Marshal(row.Answers)
		if err != nil {
			return fmt.Errorf("writing the answers: %w", err)
		}
		_, err = tx.Exec(ctx, `UPDATE matter_drafts SET answers = $1, updated_at = $2, version = version + 1 WHERE id = $3`, raw, now, id)
		return err
	})
}

func lockDraft(ctx context.Context, tx *db.OrgTx, who access.Actor, id int64) (draftRow, error) {
	rows, _ := tx.Query(ctx, draftColumns+` WHERE d.id = $1 AND d.person_id = $2 FOR UPDATE OF d`, id, who.PersonID)
	row, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[draftRow])
	if errors.Is(err, pgx.ErrNoRows) {
		return row, fail.New(fail.NotFound, "error.not_found")
	}
	if err != nil {
		return row, fmt.Errorf("reading draft %d: %w", id, err)
	}
	return row, nil
}

// FinishDraft makes the matter that the draft describes, once: a second time it returns the same one. Refused: what Create
// refuses, questions without an answer, and what concerns identifiable individuals (handbook "Not for samverkan").
func (s *Service) FinishDraft(ctx context.Context, who access.Actor, id int64, reason string) (matterID int64, err error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return 0, err
	}
	now := s.Clock.Now()
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		row, err := lockDraft(ctx, tx, who, id)
		if err != nil || row.MatterID != 0 {
			matterID = row.MatterID
			return err
		}
		switch missing := row.Answers.Missing(clock.DateOf(now)); {
		case row.Answers.Individuals == "yes":
			return fail.New(fail.Invalid, "matter.error.individuals")
		case len(missing) > 0:
			return fail.New(fail.Invalid, "matter.error.draft_unanswered")
		}
		n := row.Answers.New()
		n.DraftID, n.Reason = id, reason
		if err := n.check(clock.DateOf(now)); err != nil {
			return err
		}
		units, err := managed(ctx, tx, who, n.UnitIDs)
		if err != nil {
			return err
		}
		if err := fail.NeedReason(n.Reason, n.warnings(units)); err != nil {
			return err
		}
		if matterID, err = insert(ctx, tx, who, n, s.Clock); err != nil {
			return err
		}
		if err := s.assess(ctx, tx, who, matterID, row.Answers); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: "matter.created", MatterID: matterID, Detail: map[string]string{"Title": n.Title, "Reason": n.Reason}})
	})
	return matterID, err
}

// DropDraft throws the wizard's answers away. One that has become a matter is Conflict.
func (s *Service) DropDraft(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		row, err := lockDraft(ctx, tx, who, id)
		if err != nil {
			return err
		}
		if row.MatterID != 0 {
			return fail.New(fail.Conflict, "matter.error.draft_done")
		}
		_, err = tx.Exec(ctx, `DELETE FROM matter_drafts WHERE id = $1`, id)
		return err
	})
}
