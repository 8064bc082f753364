package matter

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
	"samverka/internal/privacy"
)

// New is what a manager says to start a matter.
type New struct {
	Title           string
	UnitIDs         []int64
	Category        string
	Purpose         string
	PlannedDecision clock.Date
	Decider         string
	WorkEnvironment bool
	Outsiders       bool
	Secrecy         string
	Important       string // yes, no or unsure: the rules answer what it leads to; "": they are not asked
	DraftID         int64  // the wizard's draft that it comes from; 0: none
	Reason          string // why although a rule warned
}

// check refuses what is missing, too long, in the past or about an individual (handbook T1; "Not for samverkan").
func (n New) check(today clock.Date) error {
	var f fail.Form
	checkText(&f, "title", n.Title, 200, "matter.error.title_needed")
	checkText(&f, "purpose", n.Purpose, 4000, "matter.error.purpose_needed")
	if len(n.UnitIDs) == 0 {
		f.Add("units", "matter.error.units_needed")
	}
	if !slices.Contains(Categories, n.Category) {
		f.Add("category", "matter.error.category")
	}
	if n.Decider != ByManager && n.Decider != ByBoard {
		f.Add("decider", "matter.error.decider")
	}
	if n.Important != "" && !slices.Contains(importances, n.Important) {
		f.Add("important", "matter.error.choose")
	}
	switch {
	case n.PlannedDecision.IsZero():
		f.Add("planned_decision", "matter.error.date_needed")
	case n.PlannedDecision.Before(today):
		f.Add("planned_decision", "matter.error.date_past")
	}
	return f.Err()
}

// checkText notes what is wrong with one text field: missing (said by missingKey, if any), too long, or holding a
// personnummer.
func checkText(f *fail.Form, name, text string, most int, missingKey string) {
	switch n := utf8.RuneCountInString(text); {
	case missingKey != "" && strings.TrimSpace(text) == "":
		f.Fields = append(f.Fields, fail.Field{Name: name, Key: missingKey})
	case n > most:
		f.Add(name, "error.too_long", "Max", most, "Over", n-most)
	case privacy.HasPersonnummer(text):
		f.Add(name, "error.personnummer")
	}
}

// needed is the key when the field is needed, or "".
func needed(is bool, key string) string {
	if is {
		return key
	}
	return ""
}

type newUnit struct {
	ID        int64
	Name      string
	Headcount int
}

func (n New) warnings(units []newUnit) []fail.Warning {
	var ws []fail.Warning
	for _, u := range units {
		if u.Headcount == 1 {
			ws = append(ws, fail.Warning{Key: "matter.warn.single_person", Args: []any{"Unit", u.Name}, Source: "Handboken L11"})
		}
	}
	if w := privacy.Sensitive(n.Title + " " + n.Purpose); w != "" {
		ws = append(ws, fail.Warning{Key: "matter.warn.sensitive", Args: []any{"Word", w}, Source: "Handboken L11; OSL 39:1-3"})
	}
	return ws
}

// Create starts a matter owned by the actor. Refused: fields that are missing or wrong, a personnummer in a text, units
// that the actor does not answer for (such a question goes, in writing, to the next level). A unit of one person and
// words of health are warned of. When n says whether the change is important, the rules answer as they do in the wizard:
// a plan that leaves out what they propose takes a reason, which HR and the unions read.
func (s *Service) Create(ctx context.Context, who access.Actor, n New) (id int64, err error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return 0, err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if id, err = CreateIn(ctx, tx, s.Clock, who, n); err != nil || n.Important == "" {
			return err
		}
		return s.quick(ctx, tx, who, id, n.answers())
	})
	return id, err
}

// quick keeps the answers of the form on one page, and what they lead to.
func (s *Service) quick(ctx context.Context, tx *db.OrgTx, who access.Actor, id int64, a Answers) error {
	raw, err := json.Marshal(a)
	if err != nil {
		return fmt.Errorf("writing the answers: %w", err)
	}
	if _, err := tx.Exec(ctx, `INSERT INTO matter_drafts (person_id, answers, matter_id, updated_at) VALUES ($1, $2, $3, $4)`, who.PersonID, raw, id, s.Clock.Now()); err != nil {
		return fmt.Errorf("keeping the answers: %w", err)
	}
	return s.assess(ctx, tx, who, id, a)
}

// CreateIn is Create inside the transaction of what the matter comes from.
func CreateIn(ctx context.Context, tx *db.OrgTx, c clock.Clock, who access.Actor, n New) (id int64, err error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return 0, err
	}
	now := c.Now()
	if err := n.check(clock.DateOf(now)); err != nil {
		return 0, err
	}
	units, err := managed(ctx, tx, who, n.UnitIDs)
	if err != nil {
		return 0, err
	}
	if err := fail.NeedReason(n.Reason, n.warnings(units)); err != nil {
		return 0, err
	}
	if id, err = insert(ctx, tx, who, n, c); err != nil {
		return 0, err
	}
	return id, audit.Write(ctx, tx, who, now, audit.Event{Kind: "matter.created", MatterID: id,
		Detail: map[string]string{"Title": n.Title, "Reason": n.Reason}})
}

// managed returns the open units among ids if the actor answers for all of them: as manager of the unit or of one above
// it, or as chair of a group that covers it.
func managed(ctx context.Context, tx *db.OrgTx, who access.Actor, ids []int64) ([]newUnit, error) {
	rows, _ := tx.Query(ctx, `
		SELECT u.id, u.name, coalesce(u.headcount, 0) AS headcount FROM units u
		WHERE  u.id = ANY ($1) AND u.closed_on IS NULL AND (u.ancestors && $2
		    OR EXISTS (SELECT FROM group_units gu WHERE gu.group_id = ANY ($3) AND gu.unit_id = ANY (u.ancestors)))`, ids, who.Units, who.Chairs)
	units, err := pgx.CollectRows(rows, pgx.RowToStructByName[newUnit])
	if err != nil {
		return nil, fmt.Errorf("reading the units: %w", err)
	}
	for _, id := range ids {
		if !slices.ContainsFunc(units, func(u newUnit) bool { return u.ID == id }) {
			return nil, &fail.Error{Kind: fail.Invalid, Key: "error.form", Fields: []fail.Field{{Name: "units", Key: "matter.error.unit_foreign"}}}
		}
	}
	return units, nil
}

func insert(ctx context.Context, tx *db.OrgTx, who access.Actor, n New, c clock.Clock) (id int64, err error) {
	now := c.Now()
	year := now.In(clock.Stockholm).Year()
	if _, err = tx.Exec(ctx, `SELECT pg_advisory_xact_lock($1, $2)`, int32(tx.OrgID), int32(year)); err != nil {
		return 0, fmt.Errorf("taking a number: %w", err)
	}
	agreement, err := organisation.AgreementOn(ctx, tx, clock.DateOf(now), organisation.Scope{})
	if err != nil {
		return 0, err
	}
	if !agreement.Chosen() {
		return 0, fail.New(fail.Invalid, "agreement.start.first")
	}
	err = tx.QueryRow(ctx, `
		INSERT INTO matters (number, title, category, purpose, planned_decision, decider, owner_id, work_environment, outsiders, secrecy, created_at)
		SELECT @prefix || coalesce(max(substr(number, length(@prefix) + 1)::integer), 0) + 1,
		       @title, @category, @purpose, @planned::date, @decider, @owner::bigint, @environment::boolean, @outsiders::boolean, @secrecy, @now::timestamptz
		FROM   matters WHERE starts_with(number, @prefix) AND substr(number, length(@prefix) + 1) ~ '^[0-9]{1,9}$'
		RETURNING id`, pgx.StrictNamedArgs{"prefix": agreement.NumberPrefix(fmt.Sprint(year)), "title": strings.TrimSpace(n.Title), "category": n.Category,
		"purpose": strings.TrimSpace(n.Purpose), "planned": n.PlannedDecision, "decider": n.Decider, "owner": who.PersonID,
		"environment": n.WorkEnvironment, "outsiders": n.Outsiders, "secrecy": n.Secrecy, "now": now}).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("creating the matter: %w", err)
	}
	var b db.Batch
	nothing := func(pgx.Rows) error { return nil }
	b.Query(`INSERT INTO matter_units (matter_id, unit_id) SELECT $1, unnest($2::bigint[]) ON CONFLICT DO NOTHING`, []any{id, n.UnitIDs}, nothing)
	if n.DraftID != 0 {
		b.Query(`UPDATE matter_drafts SET matter_id = $1, updated_at = $2 WHERE id = $3 AND person_id = $4 AND matter_id IS NULL`,
			[]any{id, now, n.DraftID, who.PersonID}, nothing)
	}
	return id, tx.Send(ctx, &b)
}
