package matter

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"samverka/internal/clock"
)

// Missing is one thing that stands between a matter and its next step: what, who can do something about it, by when or
// when, where, and the rule it rests on.
type Missing struct {
	Key    string // what is missing
	Args   []any
	Who    string     // who can do something about it, by name where there is one
	When   clock.Date // the day it is planned for or ends; zero: not known
	Link   string     // where it is done
	Action string     // message key of the link's text
	Source string     // the paragraph or agreement clause
}

// AllTracks are the stored tracks and those that arise by themselves: negotiation under MBL 11 § with every union in the
// plan's groups whose agreement does not hold on the day of the treatment.
func (r Record) AllTracks(now time.Time) []Track {
	return append(slices.Clone(r.Tracks), r.uncoveredTracks(now)...)
}

func (r Record) uncoveredTracks(now time.Time) []Track {
	var ts []Track
	for _, t := range r.Tracks {
		if t.Kind != KindGroup || !t.Mandatory {
			continue
		}
		for _, u := range r.Uncovered(t.GroupID, r.treatmentDay(t, now)) {
			same := func(x Track) bool { return x.Kind == KindMBL11 && x.UnionID == u.ID }
			if !slices.ContainsFunc(r.Tracks, same) && !slices.ContainsFunc(ts, same) {
				ts = append(ts, Track{MatterID: r.ID, Kind: KindMBL11, UnionID: u.ID, UnionName: u.Name, Mandatory: true, Origin: "agreement_ended"})
			}
		}
	}
	return ts
}

// treatmentDay is the day that the group treated the matter, or is planned to, or else today.
func (r Record) treatmentDay(t Track, now time.Time) clock.Date {
	if it, ok := r.outcome(t); ok {
		return it.Day()
	}
	if it, ok := r.latest(t); ok && it.ConcludedAt == nil && !it.Day().Before(clock.DateOf(now)) {
		return it.Day()
	}
	return clock.DateOf(now)
}

// Gate lists all that is missing before the matter may be decided at now; empty: the decision is lawful as far as
// samverkan goes (MBL 11, 13, 14, 38 §§; AML 6:4; handbook T10). Who decides is asked elsewhere.
func (r Record) Gate(now time.Time) []Missing {
	var ms []Missing
	ms = append(ms, r.missingPreparation()...)
	for _, t := range r.AllTracks(now) {
		if t.Mandatory {
			ms = append(ms, r.missingTrack(t, now)...)
		}
	}
	return append(ms, r.missingRest(now)...)
}

func (r Record) path(part string) string { return fmt.Sprintf("/arenden/%d%s", r.ID, part) }

func (r Record) missingPreparation() []Missing {
	var ms []Missing
	if _, ok := r.Current(); !ok {
		ms = append(ms, Missing{Key: "matter.gate.proposal", Who: r.OwnerName, Link: r.path("/forslag"), Action: "matter.gate.do_proposal",
			Source: "MBL 11 §"})
	}
	mandatory := slices.ContainsFunc(r.Tracks, func(t Track) bool { return t.Mandatory })
	if r.PlanConfirmedAt == nil || !mandatory {
		ms = append(ms, Missing{Key: "matter.gate.plan", Who: r.OwnerName, Link: r.path("/plan"), Action: "matter.gate.do_plan",
			Source: "MBL 11 §"})
	}
	if r.NeedsRisk() && !r.RiskFixed() {
		ms = append(ms, Missing{Key: "matter.gate.risk", Who: r.OwnerName, Link: r.path("/riskbedomning"), Action: "matter.gate.do_risk",
			Source: "AML 6:4, AFS 2023:1"})
	}
	if r.Outsiders && !slices.ContainsFunc(r.Tracks, func(t Track) bool { return t.Kind == KindMBL38 }) {
		ms = append(ms, Missing{Key: "matter.gate.mbl38", Who: r.OwnerName, Link: r.path("/plan"), Action: "matter.gate.do_plan",
			Source: "MBL 38 §"})
	}
	return ms
}

// NeedsRisk reports whether samverkan about the matter may not be concluded without a fixed risk assessment.
func (r Record) NeedsRisk() bool { return r.WorkEnvironment && r.Agreement.RiskBeforeConclusion }

// RiskFixed reports whether some version of the risk assessment is fixed.
func (r Record) RiskFixed() bool {
	return slices.ContainsFunc(r.Risks, func(x Risk) bool { return x.FixedAt != nil })
}

func (r Record) missingTrack(t Track, now time.Time) []Missing {
	state := r.TrackState(t, now)
	switch {
	case state.Finished():
		return nil
	case t.Kind == KindGroup && state == TrackAwaits:
		return r.missingWindows(t, now)
	case t.Kind == KindGroup:
		return []Missing{r.missingGroup(t, state)}
	case state == TrackAwaits:
		return []Missing{r.missingWindow(t.UnionName, t.WindowUntil)}
	}
	key := "matter.gate.negotiation"
	if t.Origin == "agreement_ended" {
		key = "matter.gate.agreement_ended"
	}
	return []Missing{{Key: key, Args: []any{"Track", t.Label(), "Union", t.UnionName}, Who: r.OwnerName,
		Link: r.path("#sparen"), Action: "matter.gate.do_negotiation", Source: t.law()}}
}

// Label is how the track is named: the group, or the paragraph and the union.
func (t Track) Label() string {
	switch t.Kind {
	case KindGroup, KindInfo:
		return t.GroupName
	case KindMBL14:
		return "Central förhandling " + t.UnionName
	}
	return "MBL " + strings.TrimPrefix(t.Kind, "mbl") + " " + t.UnionName
}

func (t Track) law() string {
	switch t.Kind {
	case KindInfo:
		return "MBL 19 §"
	case KindGroup:
		return "MBL 11 §"
	}
	return "MBL " + strings.TrimPrefix(t.Kind, "mbl") + " §"
}

func (r Record) missingWindows(t Track, now time.Time) []Missing {
	var ms []Missing
	for _, p := range r.disagreements(t) {
		if r.windowOpen(p, now) {
			ms = append(ms, r.missingWindow(p.UnionName, p.WindowUntil))
		}
	}
	return ms
}

func (r Record) missingWindow(union string, until clock.Date) Missing {
	return Missing{Key: "matter.gate.window", Args: []any{"Union", union, "Until", until.String()}, Who: union, When: until,
		Link: r.path("#sparen"), Action: "matter.gate.see_tracks", Source: "MBL 14 §; avtalet: frist för central förhandling"}
}

// missingGroup says what one group still owes the matter.
func (r Record) missingGroup(t Track, state TrackState) Missing {
	m := Missing{Args: []any{"Group", t.GroupName}, Who: t.ChairName, Link: r.path("/mote"), Action: "matter.gate.do_set_up", Source: "MBL 11 §"}
	it, ok := r.outcome(t)
	if !ok {
		it, ok = r.latest(t)
	}
	if ok && state != TrackOutdated {
		m.When, m.Link, m.Action = it.Day(), fmt.Sprintf("/moten/%d#punkt-%d", it.MeetingID, it.ID), "matter.gate.see_item"
		m.Args = append(m.Args, "Date", it.Day().String())
	}
	switch {
	case state == TrackOutdated:
		m.Key = "matter.gate.group_outdated"
	case state == TrackTabled:
		m.Key, m.When = "matter.gate.group_tabled", it.TabledTo
		m.Args = []any{"Group", t.GroupName, "Date", it.TabledTo.String()}
		m.Link, m.Action = r.path("/mote"), "matter.gate.do_set_up"
	case state == TrackAdjourned:
		m.Key, m.Link, m.Action = "matter.gate.group_adjourned", r.path("/mote"), "matter.gate.do_set_up"
	case ok && it.ConcludedAt != nil && it.MeetingStatus == "closed":
		m.Key, m.Source = "matter.gate.group_approval", "Avtalet: samverkan fullgjord vid justering"
		m.Link, m.Action = fmt.Sprintf("/moten/%d/protokoll", it.MeetingID), "matter.gate.see_minutes"
	case ok && it.ConcludedAt != nil:
		m.Key = "matter.gate.group_meeting_open"
	case state == TrackOngoing:
		m = r.missingOngoing(m, it)
	case ok:
		m.Key = "matter.gate.group_planned"
	default:
		m.Key = "matter.gate.group"
	}
	return m
}

// missingOngoing names the unions that have not said anything yet.
func (r Record) missingOngoing(m Missing, it Item) Missing {
	m.Key = "matter.gate.group_ongoing"
	var silent []string
	for _, u := range r.Entitled(it.GroupID, it.Day()) {
		if _, ok := r.position(it.ID, u.ID); !ok {
			silent = append(silent, u.Name)
		}
	}
	if len(silent) > 0 {
		m.Key = "matter.gate.group_silent"
		m.Args = append(m.Args, "Unions", strings.Join(silent, ", "))
		m.Who = strings.Join(silent, ", ")
	}
	return m
}

func (r Record) missingRest(now time.Time) []Missing {
	var ms []Missing
	for _, t := range r.Tracks {
		if t.Kind == KindMBL14 && t.ClosedAt == nil && t.ProposalNo >= r.baseNo() {
			ms = append(ms, Missing{Key: "matter.gate.central", Args: []any{"Union", t.UnionName}, Who: r.OwnerName, Link: r.path("#sparen"),
				Action: "matter.gate.do_negotiation", Source: "MBL 14 §, 16 §"})
		}
	}
	if p, ok := r.Current(); ok && r.objectionOpen(p, now) {
		ms = append(ms, Missing{Key: "matter.gate.editorial", Args: []any{"No", p.No, "Until", p.ObjectionUntil.String()}, When: p.ObjectionUntil,
			Link: r.path("#forslag"), Action: "matter.gate.see_proposal", Source: "Avtalet: redaktionell ändring"})
	}
	return ms
}

// objectionOpen reports whether organisations may still object to the version being editorial, which matters only when
// earlier outcomes rest on that.
func (r Record) objectionOpen(p Proposal, now time.Time) bool {
	return p.Editorial && len(p.Objections) == 0 && !clock.DateOf(now).After(p.ObjectionUntil) &&
		slices.ContainsFunc(r.Items, func(it Item) bool { return it.ConcludedAt != nil && it.ProposalNo < p.No })
}

// Earliest is the earliest day on which the matter may be decided, provided that everything planned happens and all
// agree. Without a planned meeting it counts the agreement's shortest time to call one.
func (r Record) Earliest(now time.Time) clock.Date {
	today := clock.DateOf(now)
	day := today
	later := func(d clock.Date) {
		if d.After(day) {
			day = d
		}
	}
	callable := today.Add(max(r.Agreement.NoticeDays, r.Agreement.PapersDays)).OrNextWorkingDay()
	tracks := r.AllTracks(now)
	if len(tracks) == 0 {
		later(callable)
	}
	for _, t := range tracks {
		if t.Mandatory {
			later(r.trackEarliest(t, now, callable))
		}
	}
	if p, ok := r.Current(); ok && r.objectionOpen(p, now) {
		later(p.ObjectionUntil.Add(1))
	}
	return day
}

func (r Record) trackEarliest(t Track, now time.Time, callable clock.Date) clock.Date {
	state := r.TrackState(t, now)
	switch {
	case state.Finished():
		return clock.Date{}
	case t.Kind != KindGroup && state == TrackAwaits:
		return t.WindowUntil.Add(1)
	case t.Kind != KindGroup:
		return clock.Date{}
	}
	if _, ok := r.outcome(t); ok {
		return r.windowsEnd(t, now)
	}
	it, ok := r.latest(t)
	ahead := it.MeetingStatus == "open" || it.MeetingStatus == "planned" && !it.Day().Before(clock.DateOf(now))
	switch {
	case ok && state == TrackTabled:
		return it.TabledTo
	case ok && ahead && (state == TrackPlanned || state == TrackOngoing):
		return it.Day()
	}
	return callable
}

// windowsEnd is the day after the last window of the organisations that disagreed, expected or running.
func (r Record) windowsEnd(t Track, now time.Time) clock.Date {
	var day clock.Date
	for _, p := range r.disagreements(t) {
		if p.WaivedAt != nil || r.hasCentral(p.UnionID) {
			continue
		}
		until := p.WindowUntil
		if until.IsZero() { // not in effect yet: at the earliest today
			until = r.Agreement.CentralUntil(clock.DateOf(now))
		}
		if until.Add(1).After(day) {
			day = until.Add(1)
		}
	}
	return day
}
