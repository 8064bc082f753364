package matter

import (
	"fmt"
	"slices"
	"strings"

	"samverka/internal/fail"
)

// Conclusions are what the owner may come to; "" is none yet.
var Conclusions = []string{"proceed", "with_measures", "not_now"}

// CanFix refuses unless the draft may be fixed: the change is described, there are rows, the measures that are not taken at once
// have somebody and a day (AML 3:2a), and the owner has come to a conclusion that the rows bear out (handbook 6).
func (a RiskAssessed) CanFix() error {
	switch {
	case a.FixedAt != nil:
		return fail.New(fail.Conflict, "error.risk_fixed")
	case len(a.Rows) == 0:
		return fail.New(fail.Invalid, "matter.error.risk_empty")
	case strings.TrimSpace(a.Change) == "":
		return fail.New(fail.Invalid, "risk.error.change_needed")
	}
	if nos := a.unplanned(); nos != "" {
		return fail.New(fail.Invalid, "risk.error.plan_needed", "Rows", nos)
	}
	measures := slices.ContainsFunc(a.Rows, func(r RiskRow) bool { return r.Measure != "" })
	switch {
	case a.Conclusion == "":
		return fail.New(fail.Invalid, "risk.error.conclusion_needed")
	case a.Conclusion == "with_measures" && !measures:
		return fail.New(fail.Invalid, "risk.error.no_measures")
	}
	return nil
}

// unplanned are the numbers of the rows whose measure lacks somebody or a day.
func (a RiskAssessed) unplanned() string {
	return a.numbers(func(r RiskRow) bool { return r.Planned() && (r.ResponsibleID == 0 || r.DueOn.IsZero()) })
}

func (a RiskAssessed) numbers(is func(RiskRow) bool) string {
	var nos []string
	for _, r := range a.Rows {
		if is(r) {
			nos = append(nos, fmt.Sprint(r.No))
		}
	}
	return strings.Join(nos, ", ")
}

// Stated reports whether some safety representative has had an opinion on the version.
func (a RiskAssessed) Stated() bool {
	return slices.ContainsFunc(a.People, func(p Participant) bool { return p.StatedAt != nil })
}

// Stale reports whether the draft has changed since the safety representative stated their opinion.
func (a RiskAssessed) Stale(p Participant) bool {
	return p.StatedAt != nil && p.StatedVersion != a.Version
}

// FixWarnings ask why the draft is fixed although a safety representative had their say before it was changed (AML 6:4), a grave
// risk has no measure (AML 3:2), or no day is set to follow it up (handbook 6 G).
func (a RiskAssessed) FixWarnings() []fail.Warning {
	var ws []fail.Warning
	for _, p := range a.People {
		if a.Stale(p) {
			ws = append(ws, fail.Warning{Key: "risk.warn.stale", Args: []any{"Name", p.Name}, Source: "AML 6:4"})
		}
	}
	grave := func(r RiskRow) bool {
		l := LevelOf(r.Value())
		return !r.Opportunity && r.Measure == "" && (r.Serious || l == HighRisk || l == VeryHighRisk)
	}
	if nos := a.numbers(grave); nos != "" {
		ws = append(ws, fail.Warning{Key: "risk.warn.no_measure", Args: []any{"Rows", nos}, Source: "AML 3:2; AFS 2023:1"})
	}
	if a.FollowOn.IsZero() {
		ws = append(ws, fail.Warning{Key: "risk.warn.no_follow", Source: "AFS 2023:1"})
	}
	return ws
}

// CanFollow refuses unless the version is fixed and has not been followed up.
func (a RiskAssessed) CanFollow() error {
	switch {
	case a.FixedAt == nil:
		return fail.New(fail.Invalid, "risk.error.not_fixed")
	case a.FollowedAt != nil:
		return fail.New(fail.Conflict, "risk.error.followed")
	}
	return nil
}

// FollowWarnings ask why the assessment counts as followed up although a measure is not taken or its effect not looked at
// (AFS 2023:1; handbook T14).
func FollowWarnings(work []RiskWork) []fail.Warning {
	var ws []fail.Warning
	for _, w := range work {
		if w.Action != nil && w.Action.DoneAt == nil {
			ws = append(ws, fail.Warning{Key: "risk.warn.action_left", Args: []any{"No", w.No, "What", w.Action.What}, Source: "AML 3:2a"})
		}
		if w.Check != nil && w.Check.CheckedAt == nil {
			ws = append(ws, fail.Warning{Key: "risk.warn.effect_left", Args: []any{"No", w.No}, Source: "AFS 2023:1"})
		}
	}
	return ws
}

// Summary counts, for one alternative, the rows on each level.
type Summary struct {
	Alternative string
	Counts      map[RiskLevel]int
	Highest     int
}

// Summaries lay the alternatives side by side; opportunities are no risks.
func (a RiskAssessed) Summaries() []Summary {
	var out []Summary
	for _, alt := range a.Alternatives() {
		s := Summary{Alternative: alt, Counts: map[RiskLevel]int{}}
		for _, r := range a.Rows {
			if p, c, there := r.In(alt); there && !r.Opportunity {
				s.Counts[LevelOf(p*c)]++
				s.Highest = max(s.Highest, p*c)
			}
		}
		out = append(out, s)
	}
	return out
}

// RowChange is what two versions say of one row; a zero row is not in that version.
type RowChange struct {
	No            int
	Kind          string // Added, Removed or Changed
	Before, After RiskRow
}

// Changed is the kind of a row that both versions have, differently.
const Changed = "changed"

// CompareRisks tells what became of the rows from one version to a later one, by number. Rows that say the same are left out.
func CompareRisks(before, after []RiskRow) []RowChange {
	var out []RowChange
	for _, b := range before {
		a, ok := find(after, func(r RiskRow) bool { return r.No == b.No })
		switch {
		case !ok:
			out = append(out, RowChange{No: b.No, Kind: Removed, Before: b})
		case b.said() != a.said():
			out = append(out, RowChange{No: b.No, Kind: Changed, Before: b, After: a})
		}
	}
	for _, a := range after {
		if !slices.ContainsFunc(before, func(r RiskRow) bool { return r.No == a.No }) {
			out = append(out, RowChange{No: a.No, Kind: Added, After: a})
		}
	}
	slices.SortFunc(out, func(x, y RowChange) int { return x.No - y.No })
	return out
}

// said is the row without what only keeps it.
func (r RiskRow) said() RiskRow {
	r.ID, r.Version, r.ResponsibleName = 0, 0, ""
	return r
}
