package followup

import (
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Start begins the year's round with the groups, of which the page proposes all, and returns its number. One round a year; Conflict when
// there is one. The top group is the one that has no group above it and most below it.
func (s *Service) Start(ctx context.Context, who access.Actor, year int, groups []int64) (id int64, err error) {
	if err := who.Require(access.FollowUpRun); err != nil {
		return 0, err
	}
	now := s.Clock.Now()
	today := clock.DateOf(now)
	if this, _, _ := today.YMD(); year != this {
		return 0, fail.New(fail.Invalid, "followup.error.year", "Year", this)
	}
	var f fail.Form
	if slices.Sort(groups); len(groups) == 0 {
		f.Add("groups", "followup.error.groups")
	}
	if err := f.Err(); err != nil {
		return 0, err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		var there, tops []int64
		var b db.Batch
		b.Exec(`SELECT pg_advisory_xact_lock(hashtext('followup'), $1)`, int32(who.OrgID))
		db.Scalars(&b, &there, `SELECT id FROM followup_rounds WHERE year = $1`, year)
		db.Scalars(&b, &tops, `SELECT g.id FROM groups g WHERE g.parent_id IS NULL AND (g.closed_on IS NULL OR g.closed_on > $1)
			ORDER BY (SELECT count(*) FROM groups c WHERE c.org_id = g.org_id AND c.parent_id = g.id) DESC, g.id LIMIT 1`, today)
		if err := tx.Send(ctx, &b); err != nil {
			return err
		}
		switch {
		case len(there) > 0:
			return fail.New(fail.Conflict, "followup.error.exists", "Year", year)
		case len(tops) == 0:
			return fail.New(fail.Invalid, "followup.error.no_group")
		}
		if err := tx.QueryRow(ctx, `INSERT INTO followup_rounds (year, group_id, started_by, started_at) VALUES ($1, $2, $3, $4) RETURNING id`, year, tops[0], who.PersonID, now).Scan(&id); err != nil {
			return fmt.Errorf("starting a follow-up: %w", err)
		}
		chosen, err := tx.Exec(ctx, `INSERT INTO followup_groups (round_id, group_id) SELECT $1, id FROM groups WHERE id = ANY ($3) AND (closed_on IS NULL OR closed_on > $2)`, id, today, groups)
		switch {
		case err != nil:
			return fmt.Errorf("choosing the groups of a follow-up: %w", err)
		case int(chosen.RowsAffected()) != len(slices.Compact(groups)):
			f.Add("groups", "followup.error.groups_gone")
			return f.Err()
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: "followup.started", Detail: map[string]string{"Year": fmt.Sprint(year)}})
	})
	return id, err
}

// stageKinds are the events of reaching a stage.
var stageKinds = map[Stage]string{Answering: "followup.begun", Analysing: "followup.answers_in", Talking: "followup.analysed", Stating: "followup.talked_over", Acting: "followup.stated", Closed: "followup.closed"}

// Advance takes the round from the stage on to the next. Refused by what the gate says is missing; Conflict when somebody has already.
func (s *Service) Advance(ctx context.Context, who access.Actor, id int64, from Stage) error {
	return s.change(ctx, who, access.FollowUpRun, id, func(c *change) error {
		if c.Stage != from {
			return fail.New(fail.Conflict, "followup.error.advanced")
		}
		if err := c.CanAdvance(who); err != nil {
			return err
		}
		next, _ := c.Stage.Next()
		c.log(stageKinds[next], "Group", c.GroupName)
		return c.tx.Exec1(ctx, `UPDATE followup_rounds SET stage = $1, stated_at = CASE WHEN $1 = 'actions' THEN $2::timestamptz ELSE stated_at END,
			closed_at = CASE WHEN $1 = 'closed' THEN $2::timestamptz END WHERE id = $3 AND stage = $4`, string(next), c.now, id, string(from))
	})
}

// SaveAnalysis writes what the answers and facts say together. Conflict when somebody changed it since version.
func (s *Service) SaveAnalysis(ctx context.Context, who access.Actor, id int64, text string, version int) error {
	var f fail.Form
	checkText(&f, "analysis", text, 20000, "followup.missing.analysis")
	return s.change(ctx, who, access.FollowUpRun, id, func(c *change) error {
		if err := c.CanWriteAnalysis(who); err != nil {
			return err
		}
		if err := f.Err(); err != nil {
			return err
		}
		c.log("followup.analysis_saved")
		return c.tx.Exec1(ctx, `UPDATE followup_rounds SET analysis = $1, analysis_version = analysis_version + 1 WHERE id = $2 AND analysis_version = $3`, strings.TrimSpace(text), id, version)
	})
}

// HoldDialogue notes the day on which the top group talked about the result.
func (s *Service) HoldDialogue(ctx context.Context, who access.Actor, id int64, day clock.Date) error {
	return s.change(ctx, who, access.FollowUpRun, id, func(c *change) error {
		if err := c.CanHoldDialogue(who); err != nil {
			return err
		}
		var f fail.Form
		switch {
		case day.IsZero():
			f.Add("dialogue_on", "followup.error.dialogue_day")
		case day.After(clock.DateOf(c.now)) || day.Before(c.Until()):
			f.Add("dialogue_on", "followup.error.dialogue_range", "From", c.Until())
		}
		if err := f.Err(); err != nil {
			return err
		}
		c.log("followup.dialogue_held", "Group", c.GroupName, "Date", day.String())
		return c.tx.Exec1(ctx, `UPDATE followup_rounds SET dialogue_on = $1 WHERE id = $2`, day, id)
	})
}

// SaveStatement writes the joint statement. A changed text has no approvals. Conflict when somebody changed it since version.
func (s *Service) SaveStatement(ctx context.Context, who access.Actor, id int64, text string, version int) error {
	var f fail.Form
	checkText(&f, "statement", text, 20000, "followup.missing.statement")
	return s.change(ctx, who, access.FollowUpState, id, func(c *change) error {
		if err := c.CanState(who); err != nil {
			return err
		}
		if err := f.Err(); err != nil {
			return err
		}
		if text = strings.TrimSpace(text); text == c.Statement && version == c.StatementVersion {
			return nil
		}
		c.log("followup.statement_saved")
		return c.tx.Exec1(ctx, `UPDATE followup_rounds SET statement = $1, statement_version = statement_version + 1 WHERE id = $2 AND statement_version = $3`, text, id, version)
	})
}

// Approve puts a party behind the statement: the union, or the employer when unionID is 0. Digest names the text that was read;
// Conflict when it is not the one that stands.
func (s *Service) Approve(ctx context.Context, who access.Actor, id, unionID int64, digest string) error {
	return s.change(ctx, who, access.FollowUpState, id, func(c *change) error {
		if err := c.CanApprove(who, unionID); err != nil {
			return err
		}
		if digest != c.Digest() {
			return fail.New(fail.Conflict, "followup.error.text_changed")
		}
		sum, err := hex.DecodeString(digest)
		if err != nil {
			return fail.Wrap(fail.Invalid, err, "error.value")
		}
		party := ""
		if i := slices.IndexFunc(c.Parties, func(p Party) bool { return p.ID == unionID }); i >= 0 {
			party = c.Parties[i].Name
		}
		kind := "followup.approved_union"
		if unionID == 0 {
			kind = "followup.approved_employer"
		}
		c.log(kind, "Union", party, "Digest", digest)
		_, err = c.tx.Exec(ctx, `INSERT INTO followup_approvals (round_id, version, digest, union_id, person_id, role, at) VALUES ($1, $2, $3, nullif($4::bigint, 0), $5, $6, $7)`,
			id, c.StatementVersion, sum, unionID, who.PersonID, string(who.Role), c.now)
		return err
	})
}
