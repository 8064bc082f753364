package matter

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// EditForm is the question as its owner now describes it.
type EditForm struct {
	New
	Version int // of the matter as the owner saw it
}

// Edited is one part of the question that is described in another way than before.
type Edited struct {
	Field    string // title, purpose, units, category, planned_decision, decider, work_environment, outsiders, secrecy
	From, To string // as the log keeps it: texts, names, codes
}

// Edits lists what the form changes; units are the form's by name.
func (r Record) Edits(f EditForm, units []string) []Edited {
	was := make([]string, len(r.Units))
	for i, u := range r.Units {
		was[i] = u.Name
	}
	slices.Sort(was)
	slices.Sort(units)
	all := []Edited{
		{"title", r.Title, strings.TrimSpace(f.Title)}, {"purpose", r.Purpose, strings.TrimSpace(f.Purpose)}, {"units", join(was), join(units)},
		{"category", r.Category, f.Category}, {"planned_decision", r.PlannedDecision.String(), f.PlannedDecision.String()}, {"decider", r.Decider, f.Decider},
		{"work_environment", strconv.FormatBool(r.WorkEnvironment), strconv.FormatBool(f.WorkEnvironment)},
		{"outsiders", strconv.FormatBool(r.Outsiders), strconv.FormatBool(f.Outsiders)}, {"secrecy", r.Secrecy, strings.TrimSpace(f.Secrecy)},
	}
	return slices.DeleteFunc(all, func(c Edited) bool { return c.From == c.To })
}

func changed(cs []Edited, fields ...string) bool {
	return slices.ContainsFunc(cs, func(c Edited) bool { return slices.Contains(fields, c.Field) })
}

// CanEdit refuses unless the owner may describe the question anew: while it is open; once it is decided only its title and
// what is secret in it; in the middle of a treatment nothing that the treatment is about.
func (r Record) CanEdit(who access.Actor, cs []Edited) error {
	switch {
	case who.Role != access.Manager || who.PersonID != r.OwnerID:
		return fail.New(fail.Forbidden, "matter.error.not_owner")
	case r.Status != "open":
		return fail.New(fail.Invalid, "matter.error.not_open_matter")
	case r.done() && changed(cs, "purpose", "units", "category", "planned_decision", "decider", "work_environment", "outsiders"):
		return fail.New(fail.Invalid, "paths.error.edit_decided")
	case r.treating() && changed(cs, "purpose", "units", "category", "decider", "work_environment", "outsiders"):
		return fail.New(fail.Invalid, "matter.error.treatment_open")
	}
	return nil
}

// Replans reports whether the changes make the confirmed plan one to check anew: who is concerned, who decides and what
// kind of question it is are what the plan rests on. What has been through samverkan in full is not planned again.
func (r Record) Replans(cs []Edited, now time.Time) bool {
	return r.PlanConfirmedAt != nil && changed(cs, "units", "category", "decider", "outsiders") && r.unfinished(now)
}

// unfinished reports whether some mandatory track still owes the matter something.
func (r Record) unfinished(now time.Time) bool {
	return slices.ContainsFunc(r.AllTracks(now), func(t Track) bool { return t.Mandatory && !r.TrackState(t, now).Finished() })
}

// EditWarnings say what follows from the changes, before they are saved: the plan has to be checked anew, what was treated
// is no longer what is proposed (handbook "New information / new version"), and the day is earlier than the law allows.
func (r Record) EditWarnings(f EditForm, cs []Edited, now time.Time) []fail.Warning {
	var ws []fail.Warning
	if r.Replans(cs, now) {
		ws = append(ws, fail.Warning{Key: "paths.warn.plan_anew", Source: "MBL 11 §; samverkansplanen"})
	}
	treated := slices.ContainsFunc(r.Items, func(it Item) bool { return r.Holds(it) })
	if treated && changed(cs, "purpose", "units", "outsiders") {
		ws = append(ws, fail.Warning{Key: "paths.warn.new_version", Source: "MBL 11 §; avtalet: ny information ger ny version"})
	}
	if earliest := r.Earliest(now); changed(cs, "planned_decision") && len(r.Gate(now)) > 0 && f.PlannedDecision.Before(earliest) {
		ws = append(ws, fail.Warning{Key: "paths.warn.too_early", Args: []any{"Earliest", earliest.String()}, Source: "MBL 11 §"})
	}
	return ws
}

// Edit describes the question anew. Conflict when somebody has changed it since the owner saw it. The log keeps what
// changed, from what to what.
func (s *Service) Edit(ctx context.Context, who access.Actor, id int64, f EditForm) error {
	if err := who.Require(access.MatterWrite); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if err := c.checkEdit(f); err != nil {
			return err
		}
		if f.Version != c.rec.Version {
			return fail.New(fail.Conflict, "error.conflict")
		}
		units, err := c.editedUnits(ctx, f.UnitIDs)
		if err != nil {
			return err
		}
		names := make([]string, len(units))
		for i, u := range units {
			names[i] = u.Name
		}
		cs := c.rec.Edits(f, names)
		if err := c.rec.CanEdit(who, cs); err != nil || len(cs) == 0 {
			return err
		}
		ws := c.rec.EditWarnings(f, cs, c.now)
		if changed(cs, "title", "purpose", "units") {
			ws = append(ws, f.warnings(units)...)
		}
		if err := fail.NeedReason(f.Reason, ws); err != nil {
			return err
		}
		return s.keepEdit(ctx, c, f, cs)
	})
}

// checkEdit is the form's own check; a planned day that has passed may stand if it is not what changes.
func (c *change) checkEdit(f EditForm) error {
	if f.PlannedDecision == c.rec.PlannedDecision {
		return f.check(c.rec.PlannedDecision)
	}
	return f.check(c.today())
}

// editedUnits are the form's units: those that the matter has, and others that the owner answers for.
func (c *change) editedUnits(ctx context.Context, ids []int64) ([]newUnit, error) {
	var kept []newUnit
	var added []int64
	for _, id := range ids {
		if u, ok := find(c.rec.Units, func(u Unit) bool { return u.ID == id }); ok {
			kept = append(kept, newUnit{u.ID, u.Name, u.Headcount})
		} else {
			added = append(added, id)
		}
	}
	if len(added) == 0 {
		return kept, nil
	}
	more, err := managed(ctx, c.tx, c.who, added)
	return append(kept, more...), err
}

func (s *Service) keepEdit(ctx context.Context, c *change, f EditForm, cs []Edited) error {
	detail := []string{"Reason", f.Reason}
	for _, x := range cs {
		detail = append(detail, "from_"+x.Field, said(x.From), "to_"+x.Field, said(x.To))
	}
	replan := c.rec.Replans(cs, c.now)
	c.log("matter.edited", detail...)
	err := c.exec(ctx, `
		UPDATE matters SET title = $1, purpose = $2, category = $3, planned_decision = $4, decider = $5, work_environment = $6, outsiders = $7, secrecy = $8,
		       plan_confirmed_at = CASE WHEN $9 THEN NULL ELSE plan_confirmed_at END, version = version + 1 WHERE id = $10`,
		strings.TrimSpace(f.Title), strings.TrimSpace(f.Purpose), f.Category, f.PlannedDecision, f.Decider, f.WorkEnvironment, f.Outsiders, strings.TrimSpace(f.Secrecy), replan, c.rec.ID)
	if err != nil {
		return fmt.Errorf("editing matter %d: %w", c.rec.ID, err)
	}
	if changed(cs, "units") {
		if err := c.exec(ctx, `DELETE FROM matter_units WHERE matter_id = $1 AND unit_id <> ALL ($2)`, c.rec.ID, f.UnitIDs); err != nil {
			return err
		}
		if err := c.exec(ctx, `INSERT INTO matter_units (matter_id, unit_id) SELECT $1, unnest($2::bigint[]) ON CONFLICT DO NOTHING`, c.rec.ID, f.UnitIDs); err != nil {
			return err
		}
	}
	if replan || changed(cs, "decider") {
		for _, kind := range []string{TaskDecide, TaskRecordBoard} {
			if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: kind, MatterID: c.rec.ID}); err != nil {
				return err
			}
		}
	}
	if err := s.tellEdit(ctx, c, cs); err != nil {
		return err
	}
	return s.resume(ctx, c)
}

// said keeps an empty text apart from one that is not there.
func said(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

// tellEdit tells those who take part when the question itself is another than they were told.
func (s *Service) tellEdit(ctx context.Context, c *change, cs []Edited) error {
	if len(c.rec.Sent) == 0 || !changed(cs, "purpose", "units", "category", "decider", "outsiders") {
		return nil
	}
	to, err := parties(ctx, c.tx, c.rec.ID, c.today())
	c.tell(announce.Edited, stamped(c.rec.ID, c.now), append(to.Unions, to.Safety...)...)
	return err
}

// EditPage is what the page that describes the question anew shows.
type EditPage struct {
	Record
	Now   time.Time
	Start StartPage
}

// ForEdit reads the matter and the units that may be chosen. NotFound when the actor may not know of it.
func (s *Service) ForEdit(ctx context.Context, who access.Actor, id int64, filter string, chosen []int64) (EditPage, error) {
	if err := who.Require(access.MatterWrite); err != nil {
		return EditPage{}, err
	}
	p := EditPage{Now: s.Clock.Now()}
	err := s.readOne(ctx, who, id, &p.Record, func(b *db.Batch) {
		queueUnits(b, &p.Start, who, filter, chosen)
	})
	p.Start.cut()
	return p, err
}
