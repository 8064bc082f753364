package organisation

import (
	"slices"
	"strings"
	"unicode"

	"samverka/internal/fail"
)

// Limits are the smallest and largest value that a number of the agreement may have; the table says the same.
type Limits struct{ Min, Max int }

// within reports whether n is allowed.
func (l Limits) within(n int) bool { return n >= l.Min && n <= l.Max }

const maxLevelName = 40

// check notes what does not add up, field by field: first each by itself, then all together.
func (a Agreement) check(f *fail.Form) {
	if a.ValidFrom.IsZero() {
		f.Add("valid_from", "agreement.error.valid_from")
	}
	for _, p := range Parameters {
		p.check(f, a)
	}
	a.checkTogether(f)
}

// check notes what is wrong with the one parameter.
func (p Parameter) check(f *fail.Form, a Agreement) {
	switch v := p.Value(a).(type) {
	case int:
		if !p.Limits.within(v) {
			f.Add(p.Name, "agreement.error.range", "Min", p.Limits.Min, "Max", p.Limits.Max)
		}
	case string:
		if p.Choices != nil && !slices.Contains(p.Choices, v) {
			f.Add(p.Name, "agreement.error.pick")
		}
		if p.Name == "number_pattern" && !patternHolds(v) {
			f.Add(p.Name, "agreement.error.number_pattern")
		}
	case []string:
		p.checkList(f, v)
	}
}

func (p Parameter) checkList(f *fail.Form, v []string) {
	switch {
	case p.Name == "disagreement_steps":
		if !stepsInOrder(v) {
			f.Add(p.Name, "agreement.error.disagreement_steps")
		}
	case p.Choices != nil:
		if slices.ContainsFunc(v, func(c string) bool { return !slices.Contains(p.Choices, c) }) {
			f.Add(p.Name, "agreement.error.pick")
		}
	default:
		seen := map[string]bool{}
		for _, name := range v {
			if name != CleanName(name) || name == "" || len([]rune(name)) > maxLevelName || seen[strings.ToLower(name)] {
				f.Add(p.Name, "agreement.error.level_names")
				return
			}
			seen[strings.ToLower(name)] = true
		}
		if !p.Limits.within(len(v)) {
			f.Add(p.Name, "agreement.error.level_names")
		}
	}
}

// checkTogether notes values that are in order one by one and cannot hold together.
func (a Agreement) checkTogether(f *fail.Form) {
	ok := func(names ...string) bool {
		return !slices.ContainsFunc(f.Fields, func(x fail.Field) bool { return slices.Contains(names, x.Name) })
	}
	if ok("notice_days", "papers_days") && a.PapersDays > a.NoticeDays {
		f.Add("papers_days", "agreement.error.papers_before_notice", "Notice", a.NoticeDays)
	}
	if ok("items_days", "papers_days") && a.ItemsDays < a.PapersDays {
		f.Add("items_days", "agreement.error.items_after_papers", "Papers", a.PapersDays)
	}
	if ok("notice_days", "extra_meeting_days") && a.ExtraMeetings && a.ExtraMeetingDays > a.NoticeDays {
		f.Add("extra_meeting_days", "agreement.error.extra_before_notice", "Notice", a.NoticeDays)
	}
	if ok("apt_invite_days", "apt_agenda_days") && a.APTAgendaDays > a.APTInviteDays {
		f.Add("apt_agenda_days", "agreement.error.apt_agenda_before_invite", "Invite", a.APTInviteDays)
	}
	if ok("safety_gap_months", "safety_warn_days") && a.SafetyWarnDays > 30*a.SafetyGapMonths {
		f.Add("safety_warn_days", "agreement.error.warn_after_gap", "Max", 30*a.SafetyGapMonths)
	}
}

// stepsInOrder reports whether the steps come in the order in which they are taken, each at most once, central negotiation
// last: MBL 14 § leaves it to whoever is not content with the local one.
func stepsInOrder(steps []string) bool {
	order := []string{StepEnhanced, StepHigherGroup, StepCentral}
	last := -1
	for _, s := range steps {
		i := slices.Index(order, s)
		if i <= last {
			return false
		}
		last = i
	}
	return last == len(order)-1
}

const (
	patternYear   = "{år}"
	patternSerial = "{löpnr}"
)

// patternHolds reports whether numbers by the pattern tell years apart and end with the serial number, which nothing that
// could be read as part of it stands before.
func patternHolds(pattern string) bool {
	before, ok := strings.CutSuffix(pattern, patternSerial)
	if !ok || len([]rune(pattern)) > 40 || strings.Count(before, patternYear) != 1 || strings.Contains(before, patternSerial) {
		return false
	}
	runes := []rune(strings.Replace(before, patternYear, "0000", 1))
	for _, r := range runes {
		if unicode.IsControl(r) {
			return false
		}
	}
	return !unicode.IsDigit(runes[len(runes)-1])
}

// NumberPrefix is what the numbers of a year's matters begin with.
func (a Agreement) NumberPrefix(year string) string {
	return strings.TrimSuffix(strings.Replace(a.NumberPattern, patternYear, year, 1), patternSerial)
}
