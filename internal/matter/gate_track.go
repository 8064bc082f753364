package matter

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

func (r Record) missingTrack(t Track, now time.Time) []Missing {
	state := r.TrackState(t, now)
	steps := r.OpenSteps(t.ID)
	switch {
	case t.ID != 0 && len(steps) > 0:
		return append([]Missing{r.missingStep(t, steps, now)}, r.missingWindows(t, now)...)
	case state.Finished():
		return nil
	case t.Kind == KindGroup && state == TrackAwaits:
		return r.missingWindows(t, now)
	case t.GroupID != 0 && r.hangs(t, now):
		return []Missing{r.missingHanging(t)}
	case r.Deserted(t, now):
		return []Missing{{Key: "matter.gate.group_vacant", Args: []any{"Group", t.GroupName}, Who: r.OwnerName, Link: r.path("/plan"), Action: "matter.gate.do_plan",
			Source: "MBL 11 §; samverkansavtalet gäller per organisation"}}
	case t.Kind == KindGroup:
		return []Missing{r.missingGroup(t, state, now)}
	case t.Kind == KindInfo:
		return []Missing{r.missingInfo(t, state)}
	case state == TrackAwaits:
		return []Missing{r.missingWindow(t.UnionName, t.WindowUntil, organisation.StepCentral)}
	}
	key := "matter.gate.negotiation"
	if t.Origin == "agreement_ended" {
		key = "matter.gate.agreement_ended"
	}
	return []Missing{{Key: key, Args: []any{"Track", t.Label(), "Union", t.UnionName}, Who: r.OwnerName,
		Link: r.path("/spar/" + TrackRef(t)), Action: "matter.gate.do_negotiation", Source: t.Law()}}
}

func (r Record) missingWindows(t Track, now time.Time) []Missing {
	var ms []Missing
	for _, p := range r.disagreements(t) {
		if r.windowOpen(p, now) {
			ms = append(ms, r.missingWindow(p.UnionName, p.WindowUntil, r.NextStep(p, clock.DateOf(now))))
		}
	}
	return ms
}

// missingWindowsBesides are the windows after treatments in groups that the plan has no need of any more: who disagreed there
// keeps the right to go on (MBL 14 §).
func (r Record) missingWindowsBesides(now time.Time) []Missing {
	var ms []Missing
	for _, t := range r.Tracks {
		if t.GroupID != 0 && (t.Kind != KindGroup || !r.owed(t)) {
			ms = append(ms, r.missingWindows(t, now)...)
		}
	}
	return ms
}

// windowKeys say what may be requested in a window.
var windowKeys = map[string]string{organisation.StepCentral: "matter.gate.window", organisation.StepEnhanced: "matter.gate.window_enhanced",
	organisation.StepHigherGroup: "matter.gate.window_higher"}

func (r Record) missingWindow(union string, until clock.Date, step string) Missing {
	source := "Avtalet: stegen vid oenighet"
	if step == organisation.StepCentral {
		source = "MBL 14 §; avtalet: frist för central förhandling"
	}
	return Missing{Key: windowKeys[step], Args: []any{"Union", union, "Until", until.String()}, Who: union, When: until,
		Link: r.path("#sparen"), Action: "matter.gate.see_tracks", Source: source}
}

// missingStep says what the unions have requested that is not carried out, and where.
func (r Record) missingStep(t Track, steps []Step, now time.Time) Missing {
	var unions []string
	key := "matter.gate.higher"
	for _, s := range steps {
		if !slices.Contains(unions, s.UnionName) {
			unions = append(unions, s.UnionName)
		}
		if s.Kind == organisation.StepEnhanced {
			key = "matter.gate.enhanced"
		}
	}
	m := Missing{Key: key, Args: []any{"Group", t.GroupName, "Unions", join(unions)}, Who: t.ChairName, Link: r.setUpPath(t), Action: "matter.gate.do_set_up",
		Source: "Avtalet: stegen vid oenighet"}
	it, ok := r.latest(t)
	day := clock.DateOf(now)
	if ok && it.ConcludedAt == nil && it.Day().After(day) {
		day = it.Day()
	}
	if len(r.Entitled(t.GroupID, day)) == 0 {
		m.Key, m.Who, m.Link, m.Action = "matter.gate.step_vacant", join(unions), r.path("#sparen"), "matter.gate.see_tracks"
		return m
	}
	if !ok || it.Status == "tabled" || it.MeetingStatus != "planned" && it.MeetingStatus != "open" {
		return m
	}
	m.When, m.Link, m.Action = it.Day(), itemPath(it), "matter.gate.see_item"
	if it.MeetingStatus == "open" && it.OpenedAt != nil {
		m.Args = []any{"Group", t.GroupName, "Date", it.Day().String()}
		return r.missingInRoom(m, it)
	}
	return m
}

// missingInRoom says what a treatment that has begun still lacks: somebody's position, the conclusion, or the meeting's end.
func (r Record) missingInRoom(m Missing, it Item) Missing {
	if it.ConcludedAt == nil {
		return r.missingOngoing(m, it)
	}
	m.Key, m.Link = "matter.gate.group_meeting_open", roomPath(it)
	return m
}

// setUpPath leads to the coming meetings of the track's group.
func (r Record) setUpPath(t Track) string { return r.path(fmt.Sprintf("/mote?grupp=%d", t.GroupID)) }

// itemPath leads to the item on its meeting's page, roomPath to where it is treated now.
func itemPath(it Item) string { return fmt.Sprintf("/moten/%d#punkt-%d", it.MeetingID, it.ID) }

func roomPath(it Item) string { return fmt.Sprintf("/moten/%d/lage?punkt=%d", it.MeetingID, it.ID) }

// missingGroup says what one group still owes the matter.
func (r Record) missingGroup(t Track, state TrackState, now time.Time) Missing {
	m := Missing{Args: []any{"Group", t.GroupName}, Who: t.ChairName, Link: r.setUpPath(t), Action: "matter.gate.do_set_up", Source: "MBL 11 §"}
	it, ok := r.outcome(t)
	if !ok {
		it, ok = r.latest(t)
	}
	if alone, yes := r.missingAlone(t, it, now); ok && yes && (state == TrackOngoing || state == TrackAdjourned) {
		return alone
	}
	if ok && state != TrackOutdated {
		m.When, m.Link, m.Action = it.Day(), itemPath(it), "matter.gate.see_item"
		m.Args = append(m.Args, "Date", it.Day().String())
	}
	switch {
	case state == TrackOutdated:
		m.Key = "matter.gate.group_outdated"
	case state == TrackTabled:
		m.Key, m.When = "matter.gate.group_tabled", it.TabledTo
		m.Args = []any{"Group", t.GroupName, "Date", it.TabledTo.String()}
		m.Link, m.Action = r.setUpPath(t), "matter.gate.do_set_up"
	case state == TrackAdjourned:
		m.Key, m.Link, m.Action = "matter.gate.group_adjourned", r.setUpPath(t), "matter.gate.do_set_up"
	case ok && it.ConcludedAt != nil && it.MeetingStatus == "closed":
		m.Key, m.Source = "matter.gate.group_approval", "Avtalet: samverkan fullgjord vid justering"
		m.Link, m.Action = fmt.Sprintf("/moten/%d/protokoll", it.MeetingID), "matter.gate.see_minutes"
		if len(it.Adjusters) > 0 {
			m.Who = join(it.Adjusters)
		}
	case ok && it.ConcludedAt != nil, state == TrackOngoing:
		m = r.missingInRoom(m, it)
	case ok:
		m.Key = "matter.gate.group_planned"
	default:
		m.Key = "matter.gate.group"
	}
	return m
}

// missingInfo says which group is still to be informed: of a matter without an important change every group of the plan
// is, before the decision (DutyInform).
func (r Record) missingInfo(t Track, state TrackState) Missing {
	m := Missing{Key: "matter.gate.info", Args: []any{"Group", t.GroupName}, Who: t.ChairName, Link: r.setUpPath(t), Action: "matter.gate.do_set_up", Source: "MBL 19 §"}
	it, ok := r.latest(t)
	switch {
	case state == TrackOutdated:
		m.Key = "matter.gate.info_outdated"
	case ok && (state == TrackOngoing || state == TrackPlanned):
		m.Key, m.When, m.Link, m.Action = "matter.gate.info_planned", it.Day(), itemPath(it), "matter.gate.see_item"
		m.Args = append(m.Args, "Date", it.Day().String())
	}
	return m
}

// missingOngoing names the unions that have not said anything yet.
func (r Record) missingOngoing(m Missing, it Item) Missing {
	m.Key, m.Link = "matter.gate.group_ongoing", roomPath(it)
	var silent []string
	for _, u := range r.Entitled(it.GroupID, it.Day()) {
		if _, ok := r.position(it.ID, u.ID); !ok {
			silent = append(silent, u.Name)
		}
	}
	if len(silent) > 0 {
		m.Key, m.Link = "matter.gate.group_silent", itemPath(it)
		m.Args = append(m.Args, "Unions", strings.Join(silent, ", "))
		m.Who = strings.Join(silent, ", ")
	}
	return m
}
