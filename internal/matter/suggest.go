package matter

import (
	"cmp"
	"slices"

	"samverka/internal/clock"
)

// Coverage says that a group covers one of the units concerned, and how near: Depth is that of the group's own unit, so
// the deepest is the nearest.
type Coverage struct {
	UnitID    int64
	GroupID   int64
	Name      string
	Level     string
	Depth     int
	Wide      bool // the group covers the whole organisation
	Committee bool // the group is the safety committee as well (AML 6:8-9)
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

// Outside reports whether the union has a collective agreement, but the local one does not hold for it on the day: it may
// be owed negotiation under MBL 11 § however few its members are.
func (p PartyChoice) Outside(day clock.Date) bool { return p.Collective && !p.covered(day) }

// SuggestedTrack is one proposed line of the samverkansplan, with the reason for it.
type SuggestedTrack struct {
	PlanTrack
	Name   string // of the group or union
	Reason string // message key
	Source string // paragraph or agreement clause
}

// nearer orders groups: the deepest first, the oldest among equals.
func nearer(a, b Coverage) int {
	return cmp.Or(cmp.Compare(b.Depth, a.Depth), cmp.Compare(a.GroupID, b.GroupID))
}

// best is the first by order of the groups that the condition holds for.
func (in Situation) best(order func(a, b Coverage) int, is func(Coverage) bool) (best Coverage, ok bool) {
	for _, c := range in.Coverage {
		if is(c) && (!ok || order(c, best) < 0) {
			best, ok = c, true
		}
	}
	return best, ok
}

// nearest is the group that covers the unit most closely.
func (in Situation) nearest(unit int64) (Coverage, bool) {
	return in.best(nearer, func(c Coverage) bool { return c.UnitID == unit })
}

// common is the nearest group that covers every unit.
func (in Situation) common() (Coverage, bool) {
	return in.best(nearer, func(c Coverage) bool {
		return !slices.ContainsFunc(in.Units, func(u int64) bool { return !in.covers(c.GroupID, u) })
	})
}

// boardLevel is the highest group around the units that is not the whole organisation's.
func (in Situation) boardLevel() (Coverage, bool) {
	return in.best(func(a, b Coverage) int {
		return cmp.Or(cmp.Compare(a.Depth, b.Depth), cmp.Compare(a.GroupID, b.GroupID))
	},
		func(c Coverage) bool { return !c.Wide })
}

// committee is the nearest safety committee.
func (in Situation) committee() (Coverage, bool) {
	return in.best(nearer, func(c Coverage) bool { return c.Committee })
}

func (in Situation) covers(group, unit int64) bool {
	return slices.ContainsFunc(in.Coverage, func(c Coverage) bool { return c.GroupID == group && c.UnitID == unit })
}

// near are the nearest groups of all the units, by name.
func (in Situation) near() []Coverage {
	var cs []Coverage
	for _, u := range in.Units {
		if c, ok := in.nearest(u); ok && !slices.ContainsFunc(cs, func(x Coverage) bool { return x.GroupID == c.GroupID }) {
			cs = append(cs, c)
		}
	}
	slices.SortFunc(cs, func(a, b Coverage) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.GroupID, b.GroupID)) })
	return cs
}

// groups proposes where the question is treated: as near those affected as possible (SKR), by a group that covers all of
// them when there are several (handbook "Lifting a matter"), also on the board's level when a board decides (handbook 3: a
// group at each decision level), and in a safety committee when it is about the work environment (AML 6:9). What is no
// important change is information, to the same group (MBL 19 §).
func (in Situation) groups(duty string) []SuggestedTrack {
	var ts []SuggestedTrack
	add := func(c Coverage, kind, reason, source string) {
		if i := slices.IndexFunc(ts, func(t SuggestedTrack) bool { return t.GroupID == c.GroupID }); i < 0 {
			ts = append(ts, SuggestedTrack{PlanTrack{Kind: kind, GroupID: c.GroupID}, c.Name, reason, source})
		} else if ts[i].Kind == KindInfo && kind == KindGroup {
			ts[i].Kind, ts[i].Reason, ts[i].Source = kind, reason, source
		}
	}
	near := in.near()
	all, ok := in.common()
	switch several := len(near) > 1 && ok; {
	case duty == DutyInform && several:
		add(all, KindInfo, "matter.suggest.not_important", "MBL 19 §")
	case duty == DutyInform:
		for _, c := range near {
			add(c, KindInfo, "matter.suggest.not_important", "MBL 19 §")
		}
	case several:
		add(all, KindGroup, "matter.suggest.common", "MBL 11 §; avtalet: fler än en arbetsplats berörs")
		for _, c := range near {
			add(c, KindInfo, "matter.suggest.inform", "MBL 19 §")
		}
	default:
		for _, c := range near {
			add(c, KindGroup, "matter.suggest.nearest", "MBL 11 §; avtalet: så nära de berörda som möjligt")
		}
	}
	if duty == DutyInform {
		return ts
	}
	if c, ok := in.boardLevel(); ok && in.Decider == ByBoard {
		add(c, KindGroup, "matter.suggest.board", "Avtalet: en grupp på varje beslutsnivå")
	}
	if c, ok := in.committee(); ok && in.Category == "work_environment" {
		add(c, KindGroup, "matter.suggest.committee", "AML 6:9")
	}
	return ts
}

// negotiations are those that the employer owes unions beside the groups: outside the agreement on the day (MBL 11 §),
// without collective agreement (MBL 13 §), and about work by others than employees (MBL 38 §). A union that no group hears
// is asked for by name in the wizard: nobody keeps a register of members (GDPR 9.2 b).
func (in Situation) negotiations(groups []SuggestedTrack, duty string, day clock.Date) []SuggestedTrack {
	var ts []SuggestedTrack
	add := func(kind string, u PartyChoice, reason, source string) {
		ts = append(ts, SuggestedTrack{PlanTrack{Kind: kind, UnionID: u.ID}, u.Name, reason, source})
	}
	for _, u := range in.Unions {
		seated := slices.ContainsFunc(groups, func(t SuggestedTrack) bool { return slices.Contains(u.Groups, t.GroupID) })
		decides := slices.ContainsFunc(groups, func(t SuggestedTrack) bool {
			return t.Kind == KindGroup && slices.Contains(u.Groups, t.GroupID)
		})
		named := slices.Contains(in.Concerned, u.ID)
		if (decides || named && duty == DutyNegotiate) && u.Collective && !u.covered(day) {
			add(KindMBL11, u, "matter.suggest.mbl11", "MBL 11 §")
		}
		if !u.Collective && named {
			add(KindMBL13, u, "matter.suggest.mbl13", "MBL 13 §")
		}
		if in.Outsiders && !in.Agreement.MBL38Inside && u.Collective && (seated || named) {
			add(KindMBL38, u, "matter.suggest.mbl38", "MBL 38 §")
		}
	}
	slices.SortStableFunc(ts, func(a, b SuggestedTrack) int { return cmp.Compare(a.Kind, b.Kind) })
	return ts
}
