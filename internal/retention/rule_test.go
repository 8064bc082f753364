package retention

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

func day(y, m, d int) clock.Date { return clock.NewDate(y, 1, 1).AddMonths(m - 1).Add(d - 1) }

var same = cmp.Comparer(func(a, b clock.Date) bool { return a == b })

func TestRuleOnADay(t *testing.T) {
	t.Parallel()
	rules := []Rule{{Kind: "mails", Version: 1, ValidFrom: day(2026, 1, 1), Years: 2}, {Kind: "mails", Version: 2, ValidFrom: day(2027, 6, 1), Years: 5},
		{Kind: "mails", Version: 3, ValidFrom: day(2027, 3, 1)}, {Kind: "drafts", Version: 1, ValidFrom: day(2026, 1, 1), Years: 1}}
	for on, want := range map[clock.Date]int{day(2025, 12, 31): 0, day(2026, 1, 1): 1, day(2027, 2, 28): 1, day(2027, 3, 1): 3, day(2028, 1, 1): 3} {
		if got := On(rules, "mails", on).Version; got != want {
			t.Errorf("on %s: version %d holds, want %d", on, got, want)
		}
	}
	if got := Newest(rules, "mails").Version; got != 3 {
		t.Errorf("the newest is %d, want 3", got)
	}
}

func TestCutoff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		today clock.Date
		years int
		want  clock.Date
	}{{day(2027, 3, 31), 2, day(2025, 3, 31)}, {day(2028, 2, 29), 1, day(2027, 2, 28)}, {day(2028, 2, 29), 4, day(2024, 2, 29)}} {
		if got, ok := (Rule{Years: c.years}).Cutoff(c.today); !ok || got != c.want {
			t.Errorf("%d years before %s: got %s, want %s", c.years, c.today, got, c.want)
		}
	}
	if _, ok := (Rule{}).Cutoff(day(2027, 3, 31)); ok {
		t.Error("what is preserved has a last day")
	}
}

func TestRuleForm(t *testing.T) {
	t.Parallel()
	today := day(2027, 3, 31)
	good := RuleForm{Kind: "mails", Weed: true, Years: 2, ValidFrom: today, Source: "Punkt 4"}
	for name, c := range map[string]struct {
		change func(*RuleForm)
		want   string // the key of the refusal, or of its first field
	}{
		"good":                          {func(*RuleForm) {}, ""},
		"preserved needs no source":     {func(f *RuleForm) { f.Weed, f.Years, f.Source = false, 0, "" }, ""},
		"minutes are always preserved":  {func(f *RuleForm) { f.Kind = "minutes" }, "retention.error.preserved"},
		"matters are always preserved":  {func(f *RuleForm) { f.Kind = "matters" }, "retention.error.preserved"},
		"no such kind":                  {func(f *RuleForm) { f.Kind = "events" }, "error.not_found"},
		"no years":                      {func(f *RuleForm) { f.Years = 0 }, "retention.error.years"},
		"more than a hundred":           {func(f *RuleForm) { f.Years = 101 }, "retention.error.years"},
		"yesterday":                     {func(f *RuleForm) { f.ValidFrom = today.Add(-1) }, "retention.error.from"},
		"no day":                        {func(f *RuleForm) { f.ValidFrom = clock.Date{} }, "retention.error.from"},
		"weeding without any authority": {func(f *RuleForm) { f.Source = "" }, "retention.error.source"},
	} {
		f := good
		c.change(&f)
		err := f.Check(today)
		got := fail.KeyOf(err)
		if fs := fail.Fields(err); len(fs) > 0 {
			got = fs[0].Key
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// Nothing that belongs to an open matter, a running negotiation or secrecy is weeded.
func TestHold(t *testing.T) {
	t.Parallel()
	for tie, want := range map[Tie]Hold{
		{}:                                "",
		{Open: true}:                      HeldByMatter,
		{Negotiating: true}:               HeldByNegotiation,
		{Secret: true}:                    HeldBySecrecy,
		{Waits: true}:                     HeldByWaiting,
		{Secret: true, Waits: true}:       HeldBySecrecy,
		{Open: true, Negotiating: true}:   HeldByMatter,
		{Negotiating: true, Secret: true}: HeldByNegotiation,
		{true, true, true, true}:          HeldByMatter,
	} {
		if got := tie.Hold(); got != want {
			t.Errorf("%+v: got %q, want %q", tie, got, want)
		}
	}
}

func TestChoose(t *testing.T) {
	t.Parallel()
	cutoff := day(2025, 3, 31)
	cs := []Candidate{{ID: 1, N: 1, Day: day(2025, 1, 1)}, {ID: 2, N: 3, Day: day(2024, 1, 1)}, {ID: 3, N: 1, Day: day(2025, 4, 1)}, {ID: 4, N: 1, Day: day(2023, 1, 1), Tie: Tie{Open: true}}}
	got := choose(cutoff, cs)
	want := Selection{Cutoff: cutoff, Rows: cs[:2], Number: 4, Oldest: day(2024, 1, 1), Newest: day(2025, 1, 1)}
	if diff := cmp.Diff(want, got, same); diff != "" {
		t.Error(diff)
	}
	if h := heap(Kind{}, []bunch{{N: 4, Oldest: day(2024, 1, 1), Newest: day(2025, 1, 1)}, {Tie: Tie{Open: true}, N: 1}, {Tie: Tie{Open: true, Waits: true}, N: 2}}); h.Number != 4 || h.Held[HeldByMatter] != 3 {
		t.Errorf("the heap holds %+v, want 4 and 3 held", h)
	}
	other := choose(cutoff, []Candidate{cs[0], {ID: 2, N: 2, Day: cs[1].Day}})
	if got.Mark() == other.Mark() {
		t.Error("one document less is the same selection")
	}
	many := choose(cutoff, make([]Candidate, Most+1))
	if len(many.Rows) != Most || !many.More {
		t.Errorf("one weeding takes %d, want %d and more to come", len(many.Rows), Most)
	}
}

func TestWhoDecides(t *testing.T) {
	t.Parallel()
	hr, registrar, manager := access.Actor{PersonID: 1, Role: access.HR}, access.Actor{PersonID: 2, Role: access.Registrar}, access.Actor{PersonID: 3, Role: access.Manager}
	for name, c := range map[string]struct {
		w    Weeding
		who  access.Actor
		want string
	}{
		"HR proposes, the registrar approves":  {Weeding{ProposedBy: 1, ProposedAs: access.HR}, registrar, ""},
		"the registrar proposes, HR approves":  {Weeding{ProposedBy: 2, ProposedAs: access.Registrar}, hr, ""},
		"two registrars":                       {Weeding{ProposedBy: 9, ProposedAs: access.Registrar}, registrar, ""},
		"oneself":                              {Weeding{ProposedBy: 2, ProposedAs: access.Registrar}, registrar, "retention.error.same_person"},
		"oneself in another role":              {Weeding{ProposedBy: 1, ProposedAs: access.Registrar}, hr, "retention.error.same_person"},
		"two of HR":                            {Weeding{ProposedBy: 9, ProposedAs: access.HR}, hr, "retention.error.no_registrar"},
		"a manager":                            {Weeding{ProposedBy: 2, ProposedAs: access.Registrar}, manager, "error.forbidden"},
		"what is decided is decided only once": {Weeding{ProposedBy: 1, ProposedAs: access.HR, Outcome: Declined}, registrar, "retention.error.decided"},
	} {
		if got := fail.KeyOf(c.w.CanDecide(c.who)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestWhatWasProposedHolds(t *testing.T) {
	t.Parallel()
	today, sel := day(2027, 3, 31), choose(day(2025, 3, 31), []Candidate{{ID: 1, N: 1, Day: day(2025, 1, 1)}})
	w := Weeding{Cutoff: sel.Cutoff, Number: 1, Digest: sel.Digest()}
	another := choose(sel.Cutoff, []Candidate{{ID: 2, N: 1, Day: day(2025, 1, 1)}})
	for name, c := range map[string]struct {
		rule Rule
		sel  Selection
		want string
	}{
		"the same":                   {Rule{Years: 2}, sel, ""},
		"a rule that keeps shorter":  {Rule{Years: 1}, sel, ""},
		"a rule that keeps longer":   {Rule{Years: 3}, sel, "retention.error.rule_changed"},
		"a rule that preserves":      {Rule{}, sel, "retention.error.rule_changed"},
		"nothing is left":            {Rule{Years: 2}, Selection{}, "retention.error.changed"},
		"as many, but another thing": {Rule{Years: 2}, another, "retention.error.changed"},
	} {
		err := w.Holds(c.rule, c.sel, today)
		if got := fail.KeyOf(err); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
		if err != nil && !errors.As(err, new(*fail.Error)) {
			t.Errorf("%s: %v is no refusal", name, err)
		}
	}
}

func TestDueOnceAYear(t *testing.T) {
	t.Parallel()
	heaps := []Heap{{Kind: Kind{Name: "mails"}, Number: 2}, {Kind: Kind{Name: "drafts"}, Number: 1}, {Kind: Kind{Name: "apt_marks"}}}
	got := due(heaps, []string{"drafts"})
	if len(got) != 1 || got[0].Kind.Name != "mails" {
		t.Errorf("due are %+v, want the mails alone", got)
	}
}
