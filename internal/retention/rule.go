package retention

import (
	"time"

	"samverka/internal/clock"
	"samverka/internal/fail"
)

// Rule says how long a kind of document is kept from a day on. The zero rule preserves.
type Rule struct {
	Kind      string
	Version   int // 0: nobody has decided anything
	ValidFrom clock.Date
	Years     int // 0: preserved
	Source    string
	ByName    string
	ChangedAt time.Time
}

// MostYears is the longest time that a rule may say.
const MostYears = 100

// On is the rule of the kind that holds on day: the newest version that has come into force.
func On(rules []Rule, kind string, day clock.Date) Rule {
	holds := Rule{Kind: kind}
	for _, r := range rules {
		if r.Kind == kind && !r.ValidFrom.After(day) && r.Version > holds.Version {
			holds = r
		}
	}
	return holds
}

// Newest is the kind's newest version, in force or not.
func Newest(rules []Rule, kind string) Rule {
	newest := Rule{Kind: kind}
	for _, r := range rules {
		if r.Kind == kind && r.Version > newest.Version {
			newest = r
		}
	}
	return newest
}

// Cutoff is the last day that may be weeded today; none when the kind is preserved.
func (r Rule) Cutoff(today clock.Date) (clock.Date, bool) {
	if r.Years == 0 {
		return clock.Date{}, false
	}
	return today.AddMonths(-12 * r.Years), true
}

// RuleForm is a rule as it is written.
type RuleForm struct {
	Kind      string
	Seen      int // the newest version that the writer saw
	Weed      bool
	Years     int
	ValidFrom clock.Date
	Source    string
}

// Check refuses a rule for what is always preserved, one that holds back in time, and a weeding without years or source: what
// an authority weeds, it weeds by a decision that can be named (arkivlagen 10 §).
func (f RuleForm) Check(today clock.Date) error {
	k, ok := KindOf(f.Kind)
	switch {
	case !ok:
		return fail.New(fail.NotFound, "error.not_found")
	case k.Preserved:
		return fail.New(fail.Invalid, "retention.error.preserved")
	}
	var form fail.Form
	if f.Weed && (f.Years < 1 || f.Years > MostYears) {
		form.Add("years", "retention.error.years", "Max", MostYears)
	}
	if f.ValidFrom.IsZero() || f.ValidFrom.Before(today) {
		form.Add("valid_from", "retention.error.from")
	}
	if f.Weed && f.Source == "" {
		form.Add("source", "retention.error.source")
	}
	if len([]rune(f.Source)) > 300 {
		form.Add("source", "error.too_long", "Max", 300, "Over", len([]rune(f.Source))-300)
	}
	return form.Err()
}
