package matter

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// What a correction is about.
const (
	CorrectDuty  = "duty"  // samverkan before the decision, or information
	CorrectForum = "forum" // a group or negotiation that the rules propose is left out
	CorrectRisk  = "risk"  // whether a risk assessment is needed
)

// Corrected is one correction as it stands in the records.
type Corrected struct {
	ID         int64
	MatterID   int64
	What       string
	Was        string // a duty, yes or no, or names of groups and unions
	Became     string
	Reason     string
	PersonName string
	At         time.Time
	ReaderName string
	ReadAt     *time.Time
	Number     string // of the matter
	Title      string
}

// Objected is a union's word that the matter has to go through samverkan before the decision.
type Objected struct {
	UnionID    int64
	UnionName  string
	PersonName string
	Reason     string
	At         time.Time
}

// Assessed is what the rules said when the matter was made, and what people made of it.
type Assessed struct {
	Type        TriageType // "": the matter did not come through the questions
	Why         Reason
	Tracks      []SuggestedTrack
	CreatedAt   time.Time
	Corrections []Corrected // oldest first
	Objections  []Objected
}

type assessedRow struct {
	Type, Why, Source string
	Tracks            []SuggestedTrack
	CreatedAt         time.Time
}

const correctedColumns = `SELECT c.id, c.matter_id, c.what, c.was, c.became, c.reason, p.name AS person_name, c.at, coalesce(r.name, '') AS reader_name, c.read_at,
	m.number, m.title FROM matter_corrections c JOIN matters m ON m.id = c.matter_id JOIN people p ON p.id = c.person_id LEFT JOIN people r ON r.id = c.read_by`

// queueAssessed queues the matter's triage; call the returned function once the batch has been sent.
func queueAssessed(b *db.Batch, a *Assessed, id int64) func() {
	var rows []assessedRow
	db.Many(b, &rows, `SELECT type, why, source, tracks, created_at FROM matter_triages WHERE matter_id = $1`, id)
	db.Many(b, &a.Corrections, correctedColumns+` WHERE c.matter_id = $1 ORDER BY c.id`, id)
	db.Many(b, &a.Objections, `SELECT o.union_id, u.name AS union_name, p.name AS person_name, o.reason, o.at
		FROM triage_objections o JOIN unions u ON u.id = o.union_id JOIN people p ON p.id = o.person_id WHERE o.matter_id = $1 ORDER BY o.id`, id)
	return func() {
		for _, r := range rows {
			a.Type, a.Why, a.Tracks, a.CreatedAt = TriageType(r.Type), Reason{Key: r.Why, Source: r.Source}, r.Tracks, r.CreatedAt
		}
	}
}

// assess stores what the rules say of a matter that has just been made from the wizard's answers, and what the manager
// corrected in it.
func (s *Service) assess(ctx context.Context, tx *db.OrgTx, who access.Actor, id int64, a Answers) error {
	now := s.Clock.Now()
	rec, err := Load(ctx, tx, id, clock.DateOf(now))
	if err != nil {
		return err
	}
	in := Situation{}
	var b db.Batch
	in.queue(&b, clock.DateOf(now), `SELECT unit_id FROM matter_units WHERE matter_id = $1`, id)
	if err := tx.Send(ctx, &b); err != nil {
		return fmt.Errorf("reading the groups around: %w", err)
	}
	in.answer(a)
	in.describe(rec)
	in.Correction = Correction{}
	if err := s.follow(ctx, tx, in, id, a.Template, clock.DateOf(now)); err != nil {
		return err
	}
	t := in.Triage(clock.DateOf(now))
	raw, err := json.Marshal(t.Tracks)
	if err != nil {
		return fmt.Errorf("writing the tracks: %w", err)
	}
	if _, err := tx.Exec(ctx, `INSERT INTO matter_triages (matter_id, type, why, source, tracks, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		id, string(t.Ruled), t.RuledWhy.Key, t.RuledWhy.Source, raw, now); err != nil {
		return fmt.Errorf("storing the triage: %w", err)
	}
	c := &change{tx: tx, rec: rec, who: who, now: now}
	duty := t.Duty
	if a.Correction.Duty != "" && a.Correction.Duty != duty {
		if err := s.corrected(ctx, c, CorrectDuty, duty, a.Correction.Duty, a.Correction.Reason); err != nil {
			return err
		}
		duty = a.Correction.Duty
	}
	if a.Correction.NoRisk && rec.WorkEnvironment {
		if err := s.corrected(ctx, c, CorrectRisk, "yes", "no", a.Correction.Reason); err != nil {
			return err
		}
	}
	if err := c.exec(ctx, `UPDATE matters SET duty = $1, work_environment = work_environment AND NOT $2 WHERE id = $3`, duty, a.Correction.NoRisk, id); err != nil {
		return err
	}
	return s.finish(ctx, c)
}

// readDays is how soon HR reads a corrected triage.
const readDays = 5

// corrected notes one correction: in the records and the log, as a task of HR's, and told to HR and, when there are groups,
// to the unions in them. Nobody takes a matter out of samverkan unseen.
func (s *Service) corrected(ctx context.Context, c *change, what, was, became, reason string) error {
	var id int64
	if err := c.tx.QueryRow(ctx, `INSERT INTO matter_corrections (matter_id, what, was, became, reason, person_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
		c.rec.ID, what, was, became, strings.TrimSpace(reason), c.who.PersonID, c.now).Scan(&id); err != nil {
		return fmt.Errorf("storing the correction: %w", err)
	}
	to, err := parties(ctx, c.tx, c.rec.ID, c.today())
	if err != nil {
		return err
	}
	for _, hr := range to.HR {
		if err := AddTasks(ctx, c.tx, s.Clock, Task{PersonID: hr, Role: access.HR, Kind: TaskReadTriage, MatterID: c.rec.ID, DueOn: c.today().AddWorkingDays(readDays)}); err != nil {
			return err
		}
	}
	c.log("matter.triage_corrected", "What", what, "Was", was, "Became", became, "Reason", strings.TrimSpace(reason))
	c.tell(announce.TriageCorrected, id, slices.Concat(to.HR, to.Unions)...)
	return nil
}

// check refuses a correction that changes nothing, or without a reason. The source is the issue of escaping samverkan: MBL
// 11 § binds whatever the manager calls the question, so the reason is for HR, the unions and a court to read.
func (x Correction) check(today Triage, risk bool) error {
	var f fail.Form
	if x.Duty != "" && x.Duty != DutyNegotiate && x.Duty != DutyInform {
		f.Add("duty", "matter.error.choose")
	}
	if (x.Duty == "" || x.Duty == today.Duty) && x.NoRisk != risk {
		f.Add("duty", "triage.error.nothing")
	}
	checkText(&f, "reason", x.Reason, 2000, "matter.error.reason_needed")
	return f.Err()
}

// CorrectDraft keeps what the manager corrects in the triage of a wizard that is under way; no correction takes it back.
func (s *Service) CorrectDraft(ctx context.Context, who access.Actor, id int64, version int, x Correction) error {
	x.Reason = strings.TrimSpace(x.Reason)
	return s.SaveStep(ctx, who, id, correctionStep, version, func(a *Answers) { a.Correction = x })
}
