package matter

import (
	"strings"
	"testing"
	"time"

	"samverka/internal/clock"
	"samverka/internal/fail"
)

// TestCanBegin: what a matter needs before it is one (handbook T1; "Not for samverkan"; L11).
func TestCanBegin(t *testing.T) {
	t.Parallel()
	today := clock.NewDate(2027, time.March, 1)
	for name, c := range map[string]struct {
		change func(*New)
		want   string
	}{
		"all is there":                    {func(*New) {}, ""},
		"no title":                        {func(n *New) { n.Title = " " }, "matter.error.title_needed"},
		"a title that is too long":        {func(n *New) { n.Title = strings.Repeat("å", 201) }, "error.too_long"},
		"no purpose":                      {func(n *New) { n.Purpose = "\t" }, "matter.error.purpose_needed"},
		"no unit":                         {func(n *New) { n.UnitIDs = nil }, "matter.error.units_needed"},
		"no category":                     {func(n *New) { n.Category = "" }, "matter.error.category"},
		"nobody decides":                  {func(n *New) { n.Decider = "" }, "matter.error.decider"},
		"no day":                          {func(n *New) { n.PlannedDecision = clock.Date{} }, "matter.error.date_needed"},
		"a day that is past":              {func(n *New) { n.PlannedDecision = today.Add(-1) }, "matter.error.date_past"},
		"today":                           {func(n *New) { n.PlannedDecision = today }, ""},
		"a personnummer in the title":     {func(n *New) { n.Title = "Schema för 19121212-1212" }, "error.personnummer"},
		"a personnummer in the purpose":   {func(n *New) { n.Purpose = "121212-1212 ska byta tur" }, "error.personnummer"},
		"an answer that was not offered":  {func(n *New) { n.Important = "maybe" }, "matter.error.choose"},
		"everything at once, each in its": {func(n *New) { *n = New{} }, "matter.error.title_needed matter.error.purpose_needed matter.error.units_needed matter.error.category matter.error.decider matter.error.date_needed"},
	} {
		n := New{Title: "Nytt schema", UnitIDs: []int64{1}, Category: "working_time", Purpose: "Längre vila", PlannedDecision: today.Add(30), Decider: ByManager}
		c.change(&n)
		var got []string
		for _, f := range fail.Fields(n.check(today)) {
			got = append(got, f.Key)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestBeginWarnings: what looks like an individual's case takes a reason (handbook L11, "Not for samverkan").
func TestBeginWarnings(t *testing.T) {
	t.Parallel()
	alone, many := []newUnit{{ID: 1, Name: "HR-stöd", Headcount: 1}}, []newUnit{{ID: 2, Name: "Hemtjänst", Headcount: 30}}
	for name, c := range map[string]struct {
		n     New
		units []newUnit
		want  string
	}{
		"nothing to warn of":     {New{Title: "Nytt schema", Purpose: "Längre vila"}, many, ""},
		"a unit of one":          {New{Title: "Omorganisation av HR-stöd", Purpose: "Färre led"}, alone, "matter.warn.single_person"},
		"words of health":        {New{Title: "Nytt schema", Purpose: "Diagnosen kräver kortare pass"}, many, "matter.warn.sensitive"},
		"a unit of unknown size": {New{Title: "Nytt schema", Purpose: "Längre vila"}, []newUnit{{ID: 3, Name: "Ny enhet"}}, ""},
		"both":                   {New{Title: "Sjukskrivning", Purpose: "Rehabilitering"}, alone, "matter.warn.single_person matter.warn.sensitive"},
	} {
		if got := warned(c.n.warnings(c.units)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestCanPropose: when a version may be laid out, and what the first one is warned of (handbook T2, T3; 4.3).
func TestCanPropose(t *testing.T) {
	t.Parallel()
	opened := clock.NewDate(2027, 3, 1).At(9, 0)
	treated := func(class, status, meeting string) Record {
		return Record{Items: []Item{{Class: class, Status: status, MeetingStatus: meeting}}}
	}
	decided := func(d Decision) Record { return Record{Proposals: []Proposal{{No: 1}}, Decisions: []Decision{d}} }
	for name, c := range map[string]struct {
		r    Record
		p    ProposalForm
		want string
	}{
		"the first one":                              {Record{}, ProposalForm{}, ""},
		"in the middle of a treatment":               {treated(BeforeDecision, "open", "open"), ProposalForm{}, "matter.error.treatment_open"},
		"in the middle of an early dialogue":         {treated(EarlyDialogue, "open", "open"), ProposalForm{}, ""},
		"when the meeting ended before a conclusion": {treated(BeforeDecision, "open", "closed"), ProposalForm{}, ""},
		"decided":                            {decided(Decision{Deviation: AsProposed}), ProposalForm{}, "matter.error.already_decided"},
		"decided materially otherwise (T11)": {decided(Decision{Deviation: MaterialDeviation, ByBoard: true}), ProposalForm{}, ""},
		"decided under an exception (MBL 11 § 2 st.)": {decided(Decision{Deviation: AsProposed, ExceptionID: 1}), ProposalForm{}, ""},
		"editorial, of nothing":                       {Record{}, ProposalForm{Editorial: true}, "matter.error.nothing_to_edit"},
		"editorial":                                   {Record{Proposals: []Proposal{{No: 1}}}, ProposalForm{Editorial: true}, ""},
	} {
		if got := fail.KeyOf(c.r.canPropose(c.p)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	for name, c := range map[string]struct {
		r    Record
		want string
	}{
		"T2: no dialogue with the staff":   {Record{}, "matter.warn.no_dialogue"},
		"T2: dialogue at an APT":           {Record{Dialogues: []Dialogue{{UnitID: 1}}}, ""},
		"T2: early dialogue in a group":    {Record{Items: []Item{{Class: EarlyDialogue, OpenedAt: &opened}}}, ""},
		"T2: a later version asks no more": {Record{Proposals: []Proposal{{No: 1}}}, ""},
	} {
		if got := warned(c.r.proposeWarnings()); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func warned(ws []fail.Warning) string {
	var ks []string
	for _, w := range ws {
		if w.Source == "" {
			ks = append(ks, "no source")
		}
		ks = append(ks, w.Key)
	}
	return strings.Join(ks, " ")
}
