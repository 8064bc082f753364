package matter

import (
	"slices"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

// Blocked is the refusal that lists all that is missing.
type Blocked struct{ Missing []Missing }

// Error implements error.
func (b *Blocked) Error() string {
	keys := make([]string, len(b.Missing))
	for i, m := range b.Missing {
		keys[i] = m.Key
	}
	return "blocked: " + strings.Join(keys, ", ")
}

// Item returns the matter's treatment with the given id.
func (r Record) Item(id int64) (Item, bool) {
	for _, it := range r.Items {
		if it.ID == id {
			return it, true
		}
	}
	return Item{}, false
}

// CanConclude refuses with *Blocked unless samverkan about the matter may be declared concluded in the treatment: every
// entitled organisation called and heard, papers in time or accepted late, the risk assessment fixed, the groups' order
// kept (handbook T6, T7; SKR on minutes).
func (r Record) CanConclude(it Item, now time.Time) error {
	if it.Status != "open" || it.MeetingStatus != "open" {
		return fail.New(fail.Invalid, "matter.error.not_open")
	}
	var ms []Missing
	add := func(key, source string, args ...any) {
		ms = append(ms, Missing{Key: key, Args: args, Source: source})
	}
	if it.ProposalNo < r.baseNo() {
		add("matter.conclude.outdated", "MBL 11 §", "No", it.ProposalNo)
	}
	if r.NeedsRisk() && !r.RiskFixed() {
		add("matter.conclude.risk", "AML 6:4; avtalet: riskbedömning före avslut")
	}
	entitled := r.Entitled(it.GroupID, it.Day())
	for _, u := range entitled {
		ms = append(ms, r.owedTo(it, u)...)
	}
	if !slices.ContainsFunc(entitled, func(u Union) bool { return r.heard(it, u) }) {
		add("matter.conclude.quorum", "Avtalet: beslutför med ordförande och minst en kallad organisation")
	}
	for _, name := range r.before(it) {
		add("matter.conclude.order", "Avtalet: ordning mellan grupper", "Group", name)
	}
	if len(ms) > 0 {
		return &Blocked{ms}
	}
	return nil
}

// heard reports whether the organisation has said something or attends.
func (r Record) heard(it Item, u Union) bool {
	_, ok := r.position(it.ID, u.ID)
	return ok || r.present(it, u.ID, time.Time{})
}

// owedTo lists what the treatment still owes one entitled organisation.
func (r Record) owedTo(it Item, u Union) []Missing {
	var ms []Missing
	add := func(key, source string) {
		ms = append(ms, Missing{Key: key, Args: []any{"Union", u.Name}, Who: u.Name, Source: source})
	}
	if !r.called(it, u.ID) {
		add("matter.conclude.not_called", "Avtalet: kallelse")
	}
	if it.Extra && !slices.ContainsFunc(r.Consents, func(c Consent) bool {
		return c.MeetingID == it.MeetingID && c.UnionID == u.ID && c.Accepted
	}) {
		add("matter.conclude.extra", "Avtalet: extra möte")
	}
	accepted, tabling := r.answer(it, u.ID)
	switch late := r.PapersLate(it, u.ID); {
	case late && tabling:
		add("matter.conclude.tabling", "Avtalet: handlingar")
	case late && !accepted:
		add("matter.conclude.papers", "Avtalet: handlingar")
	}
	if _, ok := r.position(it.ID, u.ID); !ok && r.present(it, u.ID, time.Time{}) {
		add("matter.conclude.silent", "MBL 11 §")
	}
	return ms
}

// before lists the groups that have to conclude first by the agreement's order.
func (r Record) before(it Item) []string {
	var mine Track
	for _, t := range r.Tracks {
		if t.ID == it.TrackID {
			mine = t
		}
	}
	var names []string
	for _, t := range r.Tracks {
		if t.Kind != KindGroup || !t.Mandatory || t.ID == mine.ID || r.concluded(t) {
			continue
		}
		below, above := slices.Contains(t.GroupAbove, mine.GroupID), slices.Contains(mine.GroupAbove, t.GroupID)
		if r.Agreement.GroupOrder == "bottom_up" && below || r.Agreement.GroupOrder == "top_down" && above {
			names = append(names, t.GroupName)
		}
	}
	return names
}

// concluded reports whether the chair has declared the track concluded on a version that still holds.
func (r Record) concluded(t Track) bool {
	_, ok := r.outcome(t)
	return ok
}

// CanTakePosition refuses unless who may state the union's position in the treatment now: the treatment is open, the
// person has a mandate for the union in the group today, the union is entitled there, and disagreement says why. A
// substitute has to be in the room (handbook 2 rule 1, 4.4). What the chair wrote down and the union has not confirmed, it
// may correct for as long as the meeting goes on: the position is its own.
func (r Record) CanTakePosition(it Item, who access.Actor, unionID int64, stance, reason string, now time.Time) error {
	correcting := r.Corrects(it, unionID)
	switch {
	case !who.Speaks(unionID, it.GroupID):
		return fail.New(fail.Forbidden, "matter.error.no_mandate")
	case it.Class != BeforeDecision:
		return fail.New(fail.Invalid, "matter.error.not_before_decision")
	case it.ConcludedAt != nil && !correcting:
		return fail.New(fail.Invalid, "matter.error.positions_locked")
	case (it.Status != "open" || it.MeetingStatus != "open") && !correcting:
		return fail.New(fail.Invalid, "matter.error.not_open")
	case !slices.ContainsFunc(r.Entitled(it.GroupID, it.Day()), func(u Union) bool { return u.ID == unionID }):
		return fail.New(fail.Invalid, "matter.error.not_entitled")
	case who.Substitute(unionID, it.GroupID) && !r.attends(it, who.PersonID, now):
		return fail.New(fail.Invalid, "matter.error.substitute_absent")
	}
	return checkStance(stance, reason)
}

func checkStance(stance, reason string) error {
	var f fail.Form
	if !slices.Contains(Stances, stance) {
		f.Add("stance", "matter.error.stance")
	}
	if stance == Disagrees && strings.TrimSpace(reason) == "" {
		f.Add("reason", "matter.error.reason_needed")
	}
	return f.Err()
}

// Corrects reports whether the union may still correct what the chair wrote down for it, after the conclusion too: it has
// not confirmed it, the meeting goes on and the conclusion has not taken effect.
func (r Record) Corrects(it Item, unionID int64) bool {
	p, ok := r.position(it.ID, unionID)
	return ok && p.Unconfirmed() && it.ConcludedAt != nil && it.EffectiveAt == nil && it.MeetingStatus == "open"
}

// CanRecordPosition refuses unless the chair may write down what the person says for the union: the treatment is open, the
// union is entitled there, and the person represents it and is in the room.
func (r Record) CanRecordPosition(it Item, unionID, personID int64, stance, reason string, now time.Time) error {
	switch {
	case it.Class != BeforeDecision:
		return fail.New(fail.Invalid, "matter.error.not_before_decision")
	case it.ConcludedAt != nil:
		return fail.New(fail.Invalid, "matter.error.positions_locked")
	case it.Status != "open" || it.MeetingStatus != "open":
		return fail.New(fail.Invalid, "matter.error.not_open")
	case !slices.ContainsFunc(r.Entitled(it.GroupID, it.Day()), func(u Union) bool { return u.ID == unionID }):
		return fail.New(fail.Invalid, "matter.error.not_entitled")
	case !slices.Contains(r.Speakers(it, unionID, now), personID):
		return fail.New(fail.Invalid, "matter.error.speaker_absent")
	}
	return checkStance(stance, reason)
}

// Speakers are those who represent the union in the treatment's group that day and are in the room now, substitutes last.
func (r Record) Speakers(it Item, unionID int64, now time.Time) []int64 {
	var ordinary, substitutes []int64
	for _, s := range r.Seats {
		switch {
		case s.UnionID != unionID || s.GroupID != it.GroupID || !s.holds(it.Day()) || !r.attends(it, s.PersonID, now):
		case s.Role == "union_rep" && !slices.Contains(ordinary, s.PersonID):
			ordinary = append(ordinary, s.PersonID)
		case s.Role == "union_substitute" && !slices.Contains(substitutes, s.PersonID):
			substitutes = append(substitutes, s.PersonID)
		}
	}
	return append(ordinary, substitutes...)
}

func (r Record) attends(it Item, personID int64, now time.Time) bool {
	return slices.ContainsFunc(r.Attendance, func(a Attendance) bool {
		return a.MeetingID == it.MeetingID && a.PersonID == personID && a.attends(now)
	})
}

// CanDecide refuses unless who is the one who decides and the gate is empty, or an exception is approved for the
// version at hand (MBL 11 §; handbook T11).
func (r Record) CanDecide(who access.Actor, now time.Time) error {
	if err := r.mayDecide(who); err != nil {
		return err
	}
	if _, ok := r.ApprovedException(); ok {
		return nil
	}
	if ms := r.Gate(now); len(ms) > 0 {
		return &Blocked{ms}
	}
	return nil
}

func (r Record) mayDecide(who access.Actor) error {
	d, decided := r.LastDecision()
	switch {
	case who.Role != access.Manager || who.PersonID != r.OwnerID:
		return fail.New(fail.Forbidden, "matter.error.not_decider")
	case r.Decider != ByManager:
		return fail.New(fail.Invalid, "matter.error.board_decides")
	case r.Status != "open":
		return fail.New(fail.Invalid, "matter.error.not_open_matter")
	case decided && d.Deviation != MaterialDeviation:
		return fail.New(fail.Conflict, "matter.error.already_decided")
	}
	return nil
}

// ApprovedException is the approved exception for the newest version, not yet used by a decision.
func (r Record) ApprovedException() (Exception, bool) {
	for _, e := range slices.Backward(r.Exceptions) {
		used := slices.ContainsFunc(r.Decisions, func(d Decision) bool { return d.ExceptionID == e.ID })
		if e.Approved != nil && *e.Approved && !used && e.ProposalNo >= r.baseNo() {
			return e, true
		}
	}
	return Exception{}, false
}

// CanRequestMBL refuses unless the union may request negotiation under MBL instead of samverkan: no later than the first
// samverkan occasion about the matter; an item that was tabled without being opened is none (SKR FAQ 2018; handbook T5).
func (r Record) CanRequestMBL(unionID int64, now time.Time) error {
	if slices.ContainsFunc(r.Tracks, func(t Track) bool { return t.Kind == KindMBL11 && t.UnionID == unionID && t.ClosedAt == nil }) {
		return fail.New(fail.Conflict, "matter.error.mbl_already")
	}
	if len(r.Decisions) > 0 || r.Status != "open" {
		return fail.New(fail.Invalid, "matter.error.not_open_matter")
	}
	if it, ok := r.firstOccasion(); ok && (it.MeetingStatus == "closed" || it.ConcludedAt != nil || clock.DateOf(now).After(it.Day())) {
		return fail.New(fail.Invalid, "matter.error.mbl_late", "Group", it.GroupName, "Date", it.Day().String())
	}
	return nil
}

// firstOccasion is the first treatment before decision that was opened.
func (r Record) firstOccasion() (Item, bool) {
	for _, it := range r.Items {
		if it.Class == BeforeDecision && it.OpenedAt != nil {
			return it, true
		}
	}
	return Item{}, false
}

// CanRequestCentral refuses unless the union disagreed, its window is running and no central negotiation has been
// requested. It returns the last day of the window. MBL sets no limit; the agreement does (MBL 14 §; handbook T9).
func (r Record) CanRequestCentral(unionID int64, now time.Time) (clock.Date, error) {
	if r.hasCentral(unionID) {
		return clock.Date{}, fail.New(fail.Conflict, "matter.error.central_already")
	}
	until, pending := r.window(unionID)
	switch {
	case pending:
		return until, fail.New(fail.Invalid, "matter.error.central_early")
	case until.IsZero():
		return until, fail.New(fail.Invalid, "matter.error.central_not_disagreed")
	case clock.DateOf(now).After(until):
		return until, fail.New(fail.Invalid, "matter.error.central_late", "Until", until.String())
	case len(r.Decisions) > 0 && !r.reopened():
		return until, fail.New(fail.Invalid, "matter.error.already_decided")
	}
	return until, nil
}

func (r Record) reopened() bool {
	d, ok := r.LastDecision()
	return ok && (d.Deviation == MaterialDeviation || d.ExceptionID != 0)
}

// window is the last day on which the union may request central negotiation; pending: it disagreed, but the conclusion
// has not taken effect yet.
func (r Record) window(unionID int64) (until clock.Date, pending bool) {
	for _, p := range r.Positions {
		it, _ := r.Item(p.ItemID)
		if p.UnionID != unionID || p.Stance != Disagrees || it.ProposalNo < r.baseNo() || it.ConcludedAt == nil || p.WaivedAt != nil {
			continue
		}
		if it.EffectiveAt == nil {
			pending = true
		} else if p.WindowUntil.After(until) {
			until = p.WindowUntil
		}
	}
	for _, t := range r.Tracks {
		if t.UnionID == unionID && t.ClosedAt != nil && t.WaivedAt == nil && t.ProposalNo >= r.baseNo() && t.WindowUntil.After(until) {
			until = t.WindowUntil
		}
	}
	return until, pending && until.IsZero()
}

// WindowOf reports the union's running window to request central negotiation; zero when there is none at now.
func (r Record) WindowOf(unionID int64, now time.Time) clock.Date {
	if until, err := r.CanRequestCentral(unionID, now); err == nil {
		return until
	}
	return clock.Date{}
}

// CanObjectEditorial refuses unless the version is called editorial and the time to object is running.
func (r Record) CanObjectEditorial(no int, now time.Time) error {
	i := slices.IndexFunc(r.Proposals, func(p Proposal) bool { return p.No == no })
	switch {
	case i < 0:
		return fail.New(fail.NotFound, "error.not_found")
	case !r.Proposals[i].Editorial:
		return fail.New(fail.Invalid, "matter.error.not_editorial")
	case clock.DateOf(now).After(r.Proposals[i].ObjectionUntil):
		return fail.New(fail.Invalid, "matter.error.objection_late", "Until", r.Proposals[i].ObjectionUntil.String())
	}
	return nil
}
