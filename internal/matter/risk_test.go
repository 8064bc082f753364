package matter

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

var riskAt = time.Date(2027, 3, 10, 9, 0, 0, 0, time.UTC)

// assessed is a draft that may be fixed without a warning.
func assessed() RiskAssessed {
	yes := true
	return RiskAssessed{
		Assessment: Assessment{No: 1, Change: "Sexveckorsschema", Conclusion: "with_measures", FollowOn: clock.NewDate(2027, 9, 1), FollowBy: 1, Version: 4},
		Rows: []RiskRow{
			{No: 1, Area: "working_time", Source: "Kortare vila", Probability: 4, Consequence: 3, Measure: "Elva timmars vila", ResponsibleID: 1, DueOn: clock.NewDate(2027, 4, 1)},
			{No: 2, Area: "social", Source: "Färre möten", Probability: 1, Consequence: 2},
		},
		People: []Participant{{ID: 1, Kind: AsSafetyRep, PersonID: 7, Name: "Jonas Berg", StatedAt: &riskAt, Agrees: &yes, StatedVersion: 4}},
	}
}

func TestCanFix(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		source string
		change func(a *RiskAssessed)
		want   string
	}{
		"as it should be":                {"", func(*RiskAssessed) {}, ""},
		"already fixed":                  {"handbook 6: fixed versions stand", func(a *RiskAssessed) { a.FixedAt = &riskAt }, "error.risk_fixed"},
		"no rows":                        {"AFS 2023:1", func(a *RiskAssessed) { a.Rows = nil }, "matter.error.risk_empty"},
		"no change described":            {"handbook 6 A", func(a *RiskAssessed) { a.Change = " " }, "risk.error.change_needed"},
		"a measure by nobody":            {"AML 3:2a", func(a *RiskAssessed) { a.Rows[0].ResponsibleID = 0 }, "risk.error.plan_needed"},
		"a measure on no day":            {"AML 3:2a", func(a *RiskAssessed) { a.Rows[0].DueOn = clock.Date{} }, "risk.error.plan_needed"},
		"a measure done at once":         {"AML 3:2a", func(a *RiskAssessed) { a.Rows[0].AtOnce, a.Rows[0].ResponsibleID = true, 0 }, ""},
		"no conclusion":                  {"handbook 6 F", func(a *RiskAssessed) { a.Conclusion = "" }, "risk.error.conclusion_needed"},
		"with measures that are not":     {"handbook 6 F", func(a *RiskAssessed) { a.Rows = a.Rows[1:] }, "risk.error.no_measures"},
		"not now, and no measures":       {"handbook 6 F", func(a *RiskAssessed) { a.Rows, a.Conclusion = a.Rows[1:], "not_now" }, ""},
		"without a safety rep's opinion": {"AML 6:4: asked by FixRisk for a reason", func(a *RiskAssessed) { a.People = nil }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := assessed()
			c.change(&a)
			if got := fail.KeyOf(a.CanFix()); got != c.want {
				t.Errorf("%s: got %q, want %q", c.source, got, c.want)
			}
		})
	}
}

func TestFixWarnings(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(a *RiskAssessed)
		want   []string
	}{
		"nothing":                            {func(*RiskAssessed) {}, nil},
		"changed after the opinion (6:4)":    {func(a *RiskAssessed) { a.Version = 5 }, []string{"risk.warn.stale"}},
		"a grave risk left (AML 3:2)":        {func(a *RiskAssessed) { a.Rows[0].Measure = "" }, []string{"risk.warn.no_measure"}},
		"a serious risk, however improbable": {func(a *RiskAssessed) { a.Rows[1].Serious = true }, []string{"risk.warn.no_measure"}},
		"an opportunity is no risk":          {func(a *RiskAssessed) { a.Rows[1].Serious, a.Rows[1].Opportunity = true, true }, nil},
		"no follow-up (G)":                   {func(a *RiskAssessed) { a.FollowOn = clock.Date{} }, []string{"risk.warn.no_follow"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := assessed()
			c.change(&a)
			var got []string
			for _, w := range a.FixWarnings() {
				got = append(got, w.Key)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFollowRiskRules(t *testing.T) {
	t.Parallel()
	a := assessed()
	if got := fail.KeyOf(a.CanFollow()); got != "risk.error.not_fixed" {
		t.Errorf("a draft: %q", got)
	}
	a.FixedAt = &riskAt
	if err := a.CanFollow(); err != nil {
		t.Errorf("a fixed one: %v", err)
	}
	a.FollowedAt = &riskAt
	if got := fail.KeyOf(a.CanFollow()); got != "risk.error.followed" {
		t.Errorf("twice: %q", got)
	}
	work := []RiskWork{{No: 1, Action: &action.Action{What: "Mät"}, Check: &Check{}}, {No: 2, Action: &action.Action{DoneAt: &riskAt}, Check: &Check{CheckedAt: &riskAt}}}
	var c *fail.Confirm
	if !errors.As(fail.NeedReason("", FollowWarnings(work)), &c) || len(c.Warnings) != 2 {
		t.Errorf("what is left is not warned of: %v", c)
	}
}

func TestRiskState(t *testing.T) {
	t.Parallel()
	a := assessed()
	var got []string
	a.People, got = nil, append(got, RiskAssessed{}.State())
	a.People = []Participant{{}}
	got = append(got, a.State())
	a.FixedAt = &riskAt
	got = append(got, a.State())
	a.FollowedAt = &riskAt
	if diff := cmp.Diff([]string{RiskDraft, RiskDialogue, RiskFixed, RiskFollowed}, append(got, a.State())); diff != "" {
		t.Error(diff)
	}
}

func TestAlternatives(t *testing.T) {
	t.Parallel()
	a := assessed()
	a.AlternativeB = "Ett lag i taget"
	a.Rows = []RiskRow{{No: 1, Probability: 4, Consequence: 4, BProbability: 2, NoneProbability: NotThere}, {No: 2, Probability: 2, Consequence: 2, NoneProbability: 5, NoneConsequence: 4},
		{No: 3, Probability: 5, Consequence: 5, Opportunity: true}}
	want := []Summary{
		{AltProposal, map[RiskLevel]int{VeryHighRisk: 1, LowRisk: 1}, 16},
		{AltB, map[RiskLevel]int{MediumRisk: 1, LowRisk: 1}, 8},
		{AltNone, map[RiskLevel]int{VeryHighRisk: 1}, 20},
	}
	if diff := cmp.Diff(want, a.Summaries()); diff != "" {
		t.Error(diff)
	}
}

func TestCompareRisks(t *testing.T) {
	t.Parallel()
	before := []RiskRow{{ID: 1, No: 1, Source: "Lika", Version: 3}, {ID: 2, No: 2, Source: "Bort"}, {ID: 3, No: 3, Source: "Förr", Probability: 2}}
	after := []RiskRow{{ID: 9, No: 1, Source: "Lika", Version: 1}, {ID: 8, No: 3, Source: "Förr", Probability: 4}, {ID: 7, No: 4, Source: "Ny"}}
	var got []string
	for _, c := range CompareRisks(before, after) {
		got = append(got, strings.Join([]string{c.Kind, c.Before.Source, c.After.Source}, " "))
	}
	if diff := cmp.Diff([]string{"removed Bort ", "changed Förr Förr", "added  Ny"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestExecuteAsksForARenewedAssessment(t *testing.T) {
	t.Parallel()
	// Handbook T12 and 6: version 2 before the decision is carried out, when the agreement wants it.
	for _, c := range []struct {
		environment, wanted bool
		fixed               time.Time
		want                int
	}{{true, true, riskAt.Add(-time.Hour), 1}, {true, true, riskAt.Add(time.Hour), 0}, {true, false, riskAt.Add(-time.Hour), 0}, {false, true, riskAt.Add(-time.Hour), 0}} {
		a := Aftermath{Actions: []action.Action{{}}}
		a.WorkEnvironment, a.Agreement.RiskBeforeExecution = c.environment, c.wanted
		a.Decisions, a.Risks = []Decision{{RecordedAt: riskAt}}, []Risk{{FixedAt: &c.fixed}}
		if got := len(a.ExecuteWarnings()); got != c.want {
			t.Errorf("%+v: %d warnings", c, got)
		}
	}
}
