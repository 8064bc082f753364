package matter

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// ProposalForm is one version of the proposal as its owner lays it out.
type ProposalForm struct {
	Body         string
	Alternatives string
	Editorial    bool
	Replace      int    // number of the version, made by a deviating decision, that this describes; 0: a new version
	Version      int    // of the version replaced
	Reason       string // why although a rule warned
}

func (p ProposalForm) check() error {
	var f fail.Form
	checkText(&f, "body", p.Body, 20000, "matter.error.body_needed")
	checkText(&f, "alternatives", p.Alternatives, 20000, "")
	return f.Err()
}

// canPropose refuses a new version while the matter is being treated or is decided, and an editorial one without a
// version before it.
func (r Record) canPropose(p ProposalForm) error {
	if slices.ContainsFunc(r.Items, func(it Item) bool {
		return it.Class == BeforeDecision && it.Status == "open" && it.MeetingStatus == "open"
	}) {
		return fail.New(fail.Invalid, "matter.error.treatment_open")
	}
	if d, ok := r.LastDecision(); ok && d.Deviation != MaterialDeviation && d.ExceptionID == 0 {
		return fail.New(fail.Invalid, "matter.error.already_decided")
	}
	if _, ok := r.Current(); p.Editorial && !ok {
		return fail.New(fail.Invalid, "matter.error.nothing_to_edit")
	}
	return nil
}

// proposeWarnings asks why there has been no dialogue with the staff before the first proposal (handbook T2).
func (r Record) proposeWarnings() []fail.Warning {
	if len(r.Proposals) > 0 || len(r.Dialogues) > 0 || r.earlyTreated() {
		return nil
	}
	return []fail.Warning{{Key: "matter.warn.no_dialogue", Source: "Samverkansavtalet: tidig dialog på APT"}}
}

// Propose lays out the next version, or describes the one that a deviating decision made. A new version makes earlier
// outcomes outdated unless it is editorial; then every organisation may object (handbook 4.3). It returns the version's
// number.
func (s *Service) Propose(ctx context.Context, who access.Actor, id int64, p ProposalForm) (no int, err error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return 0, err
	}
	if err := p.check(); err != nil {
		return 0, err
	}
	err = s.change(ctx, who, id, func(c *change) error {
		if err := c.owned(); err != nil {
			return err
		}
		if err := c.rec.canPropose(p); err != nil {
			return err
		}
		if p.Replace != 0 {
			no = p.Replace
			return c.describe(ctx, p)
		}
		if err := fail.NeedReason(p.Reason, c.rec.proposeWarnings()); err != nil {
			return err
		}
		no, err = s.addProposal(ctx, c, p)
		return err
	})
	return no, err
}

func (c *change) describe(ctx context.Context, p ProposalForm) error {
	cur, _ := c.rec.Current()
	if cur.No != p.Replace || !cur.FromDeviation || c.rec.treated(cur.No) {
		return fail.New(fail.Invalid, "matter.error.not_replaceable")
	}
	c.log("matter.proposed", "No", fmt.Sprint(cur.No), "Reason", p.Reason)
	if err := c.fixAttachments(ctx, cur.ID); err != nil {
		return err
	}
	return c.tx.Exec1(ctx, `UPDATE proposals SET body = $1, alternatives = $2, version = version + 1 WHERE id = $3 AND version = $4`,
		p.Body, p.Alternatives, cur.ID, p.Version)
}

// treated reports whether papers of the version went out or a treatment of it began.
func (r Record) treated(no int) bool {
	return slices.ContainsFunc(r.Sent, func(s Sent) bool { return s.Kind == "papers" && s.ProposalNo == no }) ||
		slices.ContainsFunc(r.Items, func(it Item) bool { return it.ProposalNo == no })
}

func (s *Service) addProposal(ctx context.Context, c *change, p ProposalForm) (no int, err error) {
	var until any
	kind := "matter.proposed"
	if p.Editorial {
		until, kind = c.rec.Agreement.ObjectionUntil(c.today()), "matter.proposed_editorial"
	}
	var id int64
	err = c.tx.QueryRow(ctx, `
		INSERT INTO proposals (matter_id, no, body, alternatives, editorial, objection_until, created_by, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id, no`,
		c.rec.ID, len(c.rec.Proposals)+1, p.Body, p.Alternatives, p.Editorial, until, c.who.PersonID, c.now).Scan(&id, &no)
	if err != nil {
		return 0, fmt.Errorf("adding a proposal: %w", err)
	}
	c.log(kind, "No", fmt.Sprint(no), "Reason", p.Reason)
	if err := c.fixAttachments(ctx, id); err != nil {
		return 0, err
	}
	if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskConsult, MatterID: c.rec.ID, PersonID: c.who.PersonID}); err != nil {
		return 0, err
	}
	if !p.Editorial {
		return no, nil
	}
	to, err := parties(ctx, c.tx, c.rec.ID, c.today())
	c.tell(announce.Editorial, id, to.Unions...)
	return no, err
}

// ObjectEditorial says, for the union, that a version is not editorial: it becomes material and outcomes on earlier
// versions outdated. Refused after the agreement's time to object.
func (s *Service) ObjectEditorial(ctx context.Context, who access.Actor, id int64, no int, unionID int64) error {
	if err := who.Require(access.UnionSpeak); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if !who.Represents(unionID) {
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		}
		if err := c.rec.CanObjectEditorial(no, c.now); err != nil {
			return err
		}
		p := c.rec.Proposals[slices.IndexFunc(c.rec.Proposals, func(p Proposal) bool { return p.No == no })]
		c.log("matter.objected_editorial", "No", fmt.Sprint(no), "Union", c.unionName(unionID))
		c.tell(announce.Objection, p.ID, c.rec.OwnerID)
		err := c.exec(ctx, `INSERT INTO editorial_objections (proposal_id, union_id, person_id, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
			p.ID, unionID, who.PersonID, c.now)
		if err != nil {
			return err
		}
		return AddTasks(ctx, c.tx, s.Clock, Task{PersonID: c.rec.OwnerID, Role: access.Manager, Kind: TaskConsult, MatterID: id, ProposalNo: no, DueOn: c.today().Add(7)})
	})
}

// AddDialogue notes that an APT of the unit talked about the matter, inside the transaction of the item that ended there.
// A closed matter is Invalid; one that the actor may not know of is NotFound.
func AddDialogue(ctx context.Context, tx *db.OrgTx, c clock.Clock, who access.Actor, id int64, d Dialogue) (Matter, error) {
	now := c.Now()
	rec, err := Lock(ctx, tx, who, id, clock.DateOf(now))
	switch {
	case err != nil:
		return Matter{}, err
	case rec.Status != "open":
		return Matter{}, fail.New(fail.Invalid, "matter.error.not_open_matter")
	}
	if _, err := tx.Exec(ctx, `INSERT INTO apt_dialogues (matter_id, unit_id, held_at, note, person_id, apt_id) VALUES ($1, $2, $3, $4, $5, $6)`,
		id, d.UnitID, d.HeldAt, d.Note, who.PersonID, d.APTID); err != nil {
		return Matter{}, fmt.Errorf("noting the dialogue: %w", err)
	}
	return rec.Matter, audit.Write(ctx, tx, who, now, audit.Event{Kind: "matter.dialogue", MatterID: id, Detail: map[string]string{"Unit": d.UnitName}})
}

func (c *change) unionName(id int64) string {
	for _, s := range c.rec.Seats {
		if s.UnionID == id {
			return s.UnionName
		}
	}
	for _, m := range c.who.Mandates {
		if m.UnionID == id {
			return m.UnionName
		}
	}
	for _, t := range c.rec.Tracks {
		if t.UnionID == id {
			return t.UnionName
		}
	}
	return ""
}

// RecordDialogue notes that the matter was talked about at an APT of the unit, now. The actor manages the unit, or one
// above it. Utterances are not tied to names (handbook 5.3).
func (s *Service) RecordDialogue(ctx context.Context, who access.Actor, id, unitID int64, note string) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "note", note, 10000, "")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		units, err := managed(ctx, c.tx, who, []int64{unitID})
		if err != nil {
			return err
		}
		c.log("matter.dialogue", "Unit", units[0].Name)
		return c.exec(ctx, `INSERT INTO apt_dialogues (matter_id, unit_id, held_at, note, person_id) VALUES ($1, $2, $3, $4, $5)`,
			id, unitID, c.now, note, who.PersonID)
	})
}
