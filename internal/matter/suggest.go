package matter

import (
	"cmp"
	"slices"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// Coverage says that a group covers one of the units concerned, and how near: Depth is that of the group's own unit, so
// the deepest is the nearest.
type Coverage struct {
	UnitID  int64
	GroupID int64
	Name    string
	Level   string
	Depth   int
	Wide    bool // the group covers the whole organisation
}

// PartyChoice is a union as a plan sees it: with what dates its agreement holds, and in which of the groups it has a
// mandate.
type PartyChoice struct {
	ID             int64
	Name           string
	AgreementFrom  clock.Date
	AgreementUntil clock.Date
	Collective     bool
	Groups         []int64
}

func (p PartyChoice) covered(day clock.Date) bool {
	return Seat{Collective: p.Collective, AgreementFrom: p.AgreementFrom, AgreementUntil: p.AgreementUntil}.Covered(day)
}

// Situation is what a suggestion rests on: the answers to the steering questions (handbook 4.2), and the groups and unions
// around the units.
type Situation struct {
	Units           []int64
	Decider         string
	NotImportant    bool    // no important change: MBL 11 § does not require negotiation
	Outsiders       bool    // MBL 38 §
	WorkEnvironment bool    // AML 6:4, AFS 2023:1
	Concerned       []int64 // unions without collective agreement whose members are specially concerned (MBL 13 §)
	PlannedDecision clock.Date
	Coverage        []Coverage
	Unions          []PartyChoice
	Agreement       organisation.Agreement
}

// SuggestedTrack is one proposed line of the samverkansplan, with the reason for it.
type SuggestedTrack struct {
	PlanTrack
	Name   string // of the group or union
	Reason string // message key
	Source string // paragraph or agreement clause
}

// Suggestion is what the answers lead to.
type Suggestion struct {
	Tracks   []SuggestedTrack
	Risk     bool       // a risk assessment has to be fixed before samverkan is concluded
	Earliest clock.Date // the earliest lawful day to decide, if the meetings are called today and all agree
	Late     bool       // the decision is planned before that day
	NoGroup  bool       // no group covers the units: somebody has to set one up
}

// Suggest proposes tracks and groups from the answers. Questions are treated as near those affected as possible (SKR), by
// a group that covers all of them when there are several (handbook "Lifting a matter"), and also on the board's level when
// a board decides (handbook 3: a group at each decision level). Every union outside the agreement is negotiated with.
func Suggest(in Situation, today clock.Date) Suggestion {
	s := Suggestion{Risk: in.WorkEnvironment && in.Agreement.RiskBeforeConclusion, Earliest: today}
	s.Tracks = in.groups()
	s.NoGroup = len(s.Tracks) == 0
	if !s.NoGroup {
		s.Earliest = today.Add(max(in.Agreement.NoticeDays, in.Agreement.PapersDays)).OrNextWorkingDay()
	}
	s.Tracks = append(s.Tracks, in.negotiations(s.Tracks, s.Earliest)...)
	s.Late = !in.PlannedDecision.IsZero() && in.PlannedDecision.Before(s.Earliest)
	return s
}

// nearest is the group that covers the unit most closely.
func (in Situation) nearest(unit int64) (best Coverage, ok bool) {
	for _, c := range in.Coverage {
		if c.UnitID == unit && (!ok || c.Depth > best.Depth || c.Depth == best.Depth && c.GroupID < best.GroupID) {
			best, ok = c, true
		}
	}
	return best, ok
}

// common is the nearest group that covers every unit.
func (in Situation) common() (best Coverage, ok bool) {
	for _, c := range in.Coverage {
		everywhere := !slices.ContainsFunc(in.Units, func(u int64) bool { return !in.covers(c.GroupID, u) })
		if everywhere && (!ok || c.Depth > best.Depth || c.Depth == best.Depth && c.GroupID < best.GroupID) {
			best, ok = c, true
		}
	}
	return best, ok
}

func (in Situation) covers(group, unit int64) bool {
	return slices.ContainsFunc(in.Coverage, func(c Coverage) bool { return c.GroupID == group && c.UnitID == unit })
}

func (in Situation) groups() []SuggestedTrack {
	var ts []SuggestedTrack
	add := func(c Coverage, kind, reason, source string) {
		if !slices.ContainsFunc(ts, func(t SuggestedTrack) bool { return t.GroupID == c.GroupID }) {
			ts = append(ts, SuggestedTrack{PlanTrack{Kind: kind, GroupID: c.GroupID}, c.Name, reason, source})
		}
	}
	near := map[int64]Coverage{}
	for _, u := range in.Units {
		if c, ok := in.nearest(u); ok {
			near[c.GroupID] = c
		}
	}
	reason := "matter.suggest.nearest"
	if in.NotImportant {
		reason = "matter.suggest.not_important"
	}
	switch all, ok := in.common(); {
	case len(near) > 1 && ok:
		add(all, KindGroup, "matter.suggest.common", "MBL 11 §; avtalet: fler än en arbetsplats berörs")
		for _, c := range sorted(near) {
			add(c, KindInfo, "matter.suggest.inform", "MBL 19 §")
		}
	default:
		for _, c := range sorted(near) {
			add(c, KindGroup, reason, "MBL 11 §; avtalet: så nära de berörda som möjligt")
		}
	}
	if c, ok := in.boardLevel(); ok && in.Decider == ByBoard {
		i := slices.IndexFunc(ts, func(t SuggestedTrack) bool { return t.GroupID == c.GroupID })
		if i < 0 {
			add(c, KindGroup, "matter.suggest.board", "Avtalet: en grupp på varje beslutsnivå")
		} else if ts[i].Kind == KindInfo {
			ts[i].Kind, ts[i].Reason, ts[i].Source = KindGroup, "matter.suggest.board", "Avtalet: en grupp på varje beslutsnivå"
		}
	}
	return ts
}

// boardLevel is the highest group around the units that is not the whole organisation's.
func (in Situation) boardLevel() (best Coverage, ok bool) {
	for _, c := range in.Coverage {
		if !c.Wide && (!ok || c.Depth < best.Depth || c.Depth == best.Depth && c.GroupID < best.GroupID) {
			best, ok = c, true
		}
	}
	return best, ok
}

func sorted(near map[int64]Coverage) []Coverage {
	var cs []Coverage
	for _, c := range near {
		cs = append(cs, c)
	}
	slices.SortFunc(cs, func(a, b Coverage) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.GroupID, b.GroupID)) })
	return cs
}

// negotiations are those that the employer owes unions beside the groups: outside the agreement on the day (MBL 11 §),
// without collective agreement (MBL 13 §), and about work by others than employees (MBL 38 §).
func (in Situation) negotiations(groups []SuggestedTrack, day clock.Date) []SuggestedTrack {
	var ts []SuggestedTrack
	add := func(kind string, u PartyChoice, reason, source string) {
		ts = append(ts, SuggestedTrack{PlanTrack{Kind: kind, UnionID: u.ID}, u.Name, reason, source})
	}
	for _, u := range in.Unions {
		seated := slices.ContainsFunc(groups, func(t SuggestedTrack) bool { return slices.Contains(u.Groups, t.GroupID) })
		decides := slices.ContainsFunc(groups, func(t SuggestedTrack) bool {
			return t.Kind == KindGroup && slices.Contains(u.Groups, t.GroupID)
		})
		if decides && u.Collective && !u.covered(day) {
			add(KindMBL11, u, "matter.suggest.mbl11", "MBL 11 §")
		}
		if !u.Collective && slices.Contains(in.Concerned, u.ID) {
			add(KindMBL13, u, "matter.suggest.mbl13", "MBL 13 §")
		}
		if in.Outsiders && u.Collective && seated {
			add(KindMBL38, u, "matter.suggest.mbl38", "MBL 38 §")
		}
	}
	slices.SortStableFunc(ts, func(a, b SuggestedTrack) int { return cmp.Compare(a.Kind, b.Kind) })
	return ts
}
