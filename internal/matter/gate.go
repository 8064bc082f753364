package matter

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// Missing is one thing that stands between a matter and its next step: what, who can do something about it, by when or
// when, where, and the rule it rests on.
type Missing struct {
	Key     string // what is missing
	Args    []any
	Who     string                // who can do something about it, by name where there is one
	When    clock.Date            // the day it is planned for or ends; zero: not known
	Before  clock.Date            // the day planned for the decision, which it has to precede, where no other day is known
	Link    string                // where it is done
	Action  string                // message key of the link's text
	Source  string                // the paragraph or agreement clause
	Quotes  []organisation.Clause // what the agreement's own text says about it
	UnionID int64                 // whom it is about, where that is one union; else 0
}

// AllTracks are the stored tracks and those that arise by themselves: negotiation under MBL 11 § with every union in the
// plan's groups whose agreement does not hold on the day of the treatment, and information to it where the group is only
// informed.
func (r Record) AllTracks(now time.Time) []Track {
	uncovered := r.uncoveredTracks(now)
	return slices.Concat(r.Tracks, uncovered, r.untold(now, uncovered))
}

func (r Record) uncoveredTracks(now time.Time) []Track {
	var ts []Track
	for _, t := range r.Tracks {
		if t.Kind != KindGroup || !t.Mandatory {
			continue
		}
		for _, u := range r.Uncovered(t.GroupID, r.treatmentDay(t, now)) {
			same := func(x Track) bool { return x.Kind == KindMBL11 && x.UnionID == u.ID && !x.Void() }
			if !slices.ContainsFunc(r.Tracks, same) && !slices.ContainsFunc(ts, same) {
				ts = append(ts, Track{MatterID: r.ID, Kind: KindMBL11, UnionID: u.ID, UnionName: u.Name, Mandatory: true, Origin: "agreement_ended"})
			}
		}
	}
	return ts
}

// untold are the unions outside the agreement that a group for information does not reach: they are informed by themselves.
func (r Record) untold(now time.Time, others []Track) []Track {
	var ts []Track
	for _, t := range r.Tracks {
		if t.Kind != KindInfo {
			continue
		}
		for _, u := range r.Uncovered(t.GroupID, r.treatmentDay(t, now)) {
			same := func(x Track) bool {
				return x.UnionID == u.ID && (x.Kind == KindMBL11 || x.Kind == KindMBL19) && !x.Void()
			}
			if !slices.ContainsFunc(r.Tracks, same) && !slices.ContainsFunc(others, same) && !slices.ContainsFunc(ts, same) {
				ts = append(ts, Track{MatterID: r.ID, Kind: KindMBL19, UnionID: u.ID, UnionName: u.Name, Origin: "agreement_ended"})
			}
		}
	}
	return ts
}

// treatmentDay is the day of the meeting in which the group treated the matter, does now, or is planned to, or else today.
func (r Record) treatmentDay(t Track, now time.Time) clock.Date {
	if it, ok := r.outcome(t); ok {
		return it.Day()
	}
	if it, ok := r.latest(t); ok && it.ConcludedAt == nil && (it.MeetingStatus == "open" || !it.Day().Before(clock.DateOf(now))) {
		return it.Day()
	}
	return clock.DateOf(now)
}

// Gate lists all that is missing before the matter may be decided at now; empty: the decision is lawful as far as
// samverkan goes (MBL 11, 13, 14, 38 §§; AML 6:4; handbook T10). Who decides is asked elsewhere.
func (r Record) Gate(now time.Time) []Missing {
	var ms []Missing
	ms = append(ms, r.missingPreparation()...)
	for _, t := range r.inOrder(r.AllTracks(now)) {
		if r.owed(t) {
			ms = append(ms, r.missingTrack(t, now)...)
		}
	}
	return r.quoted(r.complete(append(ms, r.missingRest(now)...)))
}

// inOrder are the tracks in the order in which they can be finished: the groups as the agreement orders them, and then the
// rest.
func (r Record) inOrder(ts []Track) []Track {
	down := r.Agreement.GroupOrder == organisation.TopDown
	if !down && r.Agreement.GroupOrder != organisation.BottomUp {
		return ts
	}
	rank := func(t Track) int {
		switch {
		case t.Kind != KindGroup:
			return 1 << 30
		case down:
			return len(t.GroupAbove)
		}
		return -len(t.GroupAbove)
	}
	slices.SortStableFunc(ts, func(a, b Track) int { return cmp.Compare(rank(a), rank(b)) })
	return ts
}

// complete sees to it that every entry names somebody and a day: the owner, where nobody is nearer, and the day planned for
// the decision.
func (r Record) complete(ms []Missing) []Missing {
	for i, m := range ms {
		if m.Who == "" {
			ms[i].Who = r.OwnerName
		}
		if m.When.IsZero() {
			ms[i].Before = r.PlannedDecision
		}
	}
	return ms
}

// quoted adds the organisation's own words to what is missing.
func (r Record) quoted(ms []Missing) []Missing {
	for i := range ms {
		ms[i].Quotes = r.Rules.Quote(ms[i].Source)
	}
	return ms
}

func (r Record) path(part string) string { return fmt.Sprintf("/arenden/%d%s", r.ID, part) }

func (r Record) missingPreparation() []Missing {
	var ms []Missing
	if _, ok := r.Current(); !ok {
		ms = append(ms, Missing{Key: "matter.gate.proposal", Who: r.OwnerName, Link: r.path("/forslag"), Action: "matter.gate.do_proposal",
			Source: "MBL 11 §"})
	}
	mandatory := slices.ContainsFunc(r.Tracks, func(t Track) bool { return t.Mandatory && !t.Void() })
	if r.PlanConfirmedAt == nil || !mandatory {
		key := "matter.gate.plan"
		if r.PlanAwaits() {
			key = "paths.gate.plan_agreed"
		}
		ms = append(ms, Missing{Key: key, Who: r.OwnerName, Link: r.path("/plan"), Action: "matter.gate.do_plan",
			Source: "MBL 11 §"})
	}
	if r.NeedsRisk() && !r.RiskFixed() {
		ms = append(ms, Missing{Key: "matter.gate.risk", Who: r.OwnerName, Link: r.path("/riskbedomning"), Action: "matter.gate.do_risk",
			Source: "AML 6:4, AFS 2023:1"})
	}
	if r.MissesMBL38() {
		ms = append(ms, Missing{Key: "matter.gate.mbl38", Who: r.OwnerName, Link: r.path("/plan"), Action: "matter.gate.do_plan",
			Source: "MBL 38 §"})
	}
	return ms
}

// MissesMBL38 reports whether others than employees will do the work, and the plan has no negotiation about it.
func (r Record) MissesMBL38() bool {
	return r.Outsiders && !r.Agreement.MBL38Inside && !slices.ContainsFunc(r.Tracks, func(t Track) bool { return t.Kind == KindMBL38 })
}

// NeedsRisk reports whether samverkan about the matter may not be concluded without a fixed risk assessment.
func (r Record) NeedsRisk() bool { return r.WorkEnvironment && r.Agreement.RiskBeforeConclusion }

// RiskFixed reports whether some version of the risk assessment is fixed.
func (r Record) RiskFixed() bool {
	return slices.ContainsFunc(r.Risks, func(x Risk) bool { return x.FixedAt != nil })
}

func (r Record) missingRest(now time.Time) []Missing {
	ms := r.missingWindowsBesides(now)
	for _, t := range r.Tracks {
		if t.Kind == KindMBL14 && t.ClosedAt == nil && t.ProposalNo >= r.baseNo() {
			ms = append(ms, Missing{Key: "matter.gate.central", Args: []any{"Union", t.UnionName}, Who: r.OwnerName, Link: r.path("/spar/" + TrackRef(t)),
				Action: "matter.gate.do_negotiation", Source: "MBL 14 §, 16 §"})
		}
	}
	if p, ok := r.Current(); ok && r.objectionOpen(p, now) {
		ms = append(ms, Missing{Key: "matter.gate.editorial", Args: []any{"No", p.No, "Until", p.ObjectionUntil.String()}, Who: r.mayObject(p), When: p.ObjectionUntil,
			Link: r.path("#forslag"), Action: "matter.gate.see_proposal", Source: "Avtalet: redaktionell ändring"})
	}
	return ms
}

// mayObject names the unions of the plan's groups, which are those that the version was laid before.
func (r Record) mayObject(p Proposal) string {
	var unions []string
	for _, t := range r.Tracks {
		for _, u := range r.Entitled(t.GroupID, clock.DateOf(p.CreatedAt)) {
			if !slices.Contains(unions, u.Name) {
				unions = append(unions, u.Name)
			}
		}
	}
	return join(unions)
}

// objectionOpen reports whether organisations may still object to the version being editorial, which matters only when
// earlier outcomes rest on that.
func (r Record) objectionOpen(p Proposal, now time.Time) bool {
	return p.Editorial && len(p.Objections) == 0 && !clock.DateOf(now).After(p.ObjectionUntil) &&
		slices.ContainsFunc(r.Items, func(it Item) bool { return it.ConcludedAt != nil && it.ProposalNo < p.No })
}
