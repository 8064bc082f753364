package followup

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
)

var at = clock.NewDate(2027, time.November, 10).At(9, 0)

// whole is a round at the stage in which nothing is missing: one group that is followed up, one that is left out.
func whole(s Stage) Record {
	sent := func(side Side) Answer {
		return Answer{EntryID: 1, Side: side, Grades: []int{1, 2, 3, 4, 5}, SentAt: &at, Version: 1}
	}
	return Record{Round: Round{ID: 1, Year: 2027, GroupID: 9, GroupName: "CSG", Stage: s, Analysis: "a", DialogueOn: clock.DateOf(at), Statement: "s", StartedAt: at},
		Entries: []Entry{{ID: 1, GroupID: 5, GroupName: "LSG", VisitOn: clock.DateOf(at), EmployerVisitorID: 1, UnionVisitorID: 2, VisitedAt: &at, Good: "g", Lacking: "l"},
			{ID: 2, GroupID: 6, GroupName: "FSG", LeftOut: "nästa år"}},
		Answers:   []Answer{sent(Employer), sent(Union)},
		Measures:  []Measure{{ID: 1, EntryID: 1, What: "w", ActionID: 3}},
		Approvals: []Approval{{}, {UnionID: 7}}, Parties: []Party{{7, "Kommunal"}, {8, "Vision"}}}
}

// TestGate: what each stage waits for (handbook 7), one thing at a time.
func TestGate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		stage Stage
		spoil func(*Record)
		want  []string
	}{
		{"nothing", Planned, func(*Record) {}, nil},
		{"no day", Planned, func(r *Record) { r.Entries[0].VisitOn = clock.Date{} }, []string{"followup.missing.visit"}},
		{"one visitor", Planned, func(r *Record) { r.Entries[0].UnionVisitorID = 0 }, []string{"followup.missing.visit"}},
		{"all left out", Planned, func(r *Record) { r.Entries[0].LeftOut = "x" }, []string{"followup.missing.groups"}},
		{"nothing", Answering, func(*Record) {}, nil},
		{"not visited", Answering, func(r *Record) { r.Entries[0].VisitedAt = nil }, []string{"followup.missing.visited"}},
		{"a draft", Answering, func(r *Record) { r.Answers[1].SentAt = nil }, []string{"followup.missing.union"}},
		{"no answers", Answering, func(r *Record) { r.Answers = nil }, []string{"followup.missing.employer", "followup.missing.union"}},
		{"no deficiencies", Answering, func(r *Record) { r.Entries[0].Lacking = " " }, []string{"followup.missing.joint"}},
		{"no analysis", Analysing, func(r *Record) { r.Analysis = " " }, []string{"followup.missing.analysis"}},
		{"no dialogue", Talking, func(r *Record) { r.DialogueOn = clock.Date{} }, []string{"followup.missing.dialogue"}},
		{"nothing", Stating, func(*Record) {}, nil},
		{"no text", Stating, func(r *Record) { r.Statement = "" }, []string{"followup.missing.statement"}},
		{"unions alone", Stating, func(r *Record) { r.Approvals = r.Approvals[1:] }, []string{"followup.missing.employer_approves"}},
		{"the employer alone", Stating, func(r *Record) { r.Approvals = r.Approvals[:1] }, []string{"followup.missing.union_approves"}},
		{"nobody", Stating, func(r *Record) { r.Approvals = nil }, []string{"followup.missing.employer_approves", "followup.missing.union_approves"}},
		{"nothing", Acting, func(*Record) {}, nil},
		{"nobody has it", Acting, func(r *Record) { r.Measures[0].ActionID = 0 }, []string{"followup.missing.owner"}},
		{"closed", Closed, func(r *Record) { r.Measures[0].ActionID = 0 }, nil},
	} {
		r := whole(c.stage)
		c.spoil(&r)
		var got []string
		for _, m := range r.Gate() {
			got = append(got, m.Key)
		}
		if !cmp.Equal(got, c.want) {
			t.Errorf("%s, %s: got %v, want %v", c.stage, c.name, got, c.want)
		}
		err := r.CanAdvance(access.Actor{Role: access.HR})
		switch {
		case c.stage == Closed:
			if fail.KeyOf(err) != "followup.error.closed" {
				t.Errorf("a closed round: %v", err)
			}
		case len(c.want) == 0 && err != nil, len(c.want) > 0 && fail.KeyOf(err) != c.want[0]:
			t.Errorf("%s, %s: advancing got %v", c.stage, c.name, err)
		}
	}
}

// TestWhoAnswers: the side that somebody answers for in a group.
func TestWhoAnswers(t *testing.T) {
	t.Parallel()
	e := Entry{GroupID: 5, Units: []int64{3}}
	in := func(role string) []access.Mandate { return []access.Mandate{{Role: role, GroupID: 5, UnionID: 7}} }
	for _, c := range []struct {
		name string
		who  access.Actor
		want Side
	}{
		{"the chair", access.Actor{Role: access.Manager, Chairs: []int64{5}}, Employer},
		{"the secretary", access.Actor{Role: access.Manager, Mandates: in("secretary")}, Employer},
		{"the manager of a unit of it", access.Actor{Role: access.Manager, Units: []int64{3}}, Employer},
		{"another manager", access.Actor{Role: access.Manager, Units: []int64{4}, Chairs: []int64{6}}, ""},
		{"a union representative", access.Actor{Role: access.UnionRep, Mandates: in("union_rep")}, Union},
		{"one of another group", access.Actor{Role: access.UnionRep, Mandates: []access.Mandate{{Role: "union_rep", GroupID: 6}}}, ""},
		{"a safety representative", access.Actor{Role: access.SafetyRep, Mandates: in("safety_rep")}, ""},
		{"HR", access.Actor{Role: access.HR}, ""},
	} {
		if got := e.SideOf(c.who); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestRefusals: each with its words, in the order in which they come.
func TestRefusals(t *testing.T) {
	t.Parallel()
	hr := access.Actor{PersonID: 1, Role: access.HR}
	chair := access.Actor{PersonID: 2, Role: access.Manager, Chairs: []int64{5, 6}}
	rep := func(group int64) access.Actor {
		return access.Actor{PersonID: 3, Role: access.UnionRep, Mandates: []access.Mandate{{Role: "union_rep", GroupID: group, UnionID: 7}}}
	}
	blank := func(s Stage) Record {
		r := whole(s)
		r.Answers, r.Approvals, r.Entries[0].VisitedAt = nil, nil, nil
		return r
	}
	e := func(r Record) Entry { return r.Entries[0] }
	out := func(r Record) Entry { return r.Entries[1] }
	for _, c := range []struct {
		name string
		got  error
		want string
	}{
		{"plan after the answers", whole(Analysing).CanPlan(e(whole(Analysing))), "followup.error.visits_over"},
		{"plan what is left out", blank(Planned).CanPlan(out(blank(Planned))), "followup.error.left_out"},
		{"plan what is done", whole(Answering).CanPlan(e(whole(Answering))), "followup.error.visited"},
		{"plan", blank(Answering).CanPlan(e(blank(Answering))), ""},
		{"visit before it begins", blank(Planned).CanVisit(e(blank(Planned))), "followup.error.not_begun"},
		{"visit", blank(Answering).CanVisit(e(blank(Answering))), ""},
		{"leave out one that has answered", whole(Answering).CanLeaveOut(e(whole(Answering))), "followup.error.answered_group"},
		{"leave out late", whole(Acting).CanLeaveOut(e(whole(Acting))), "followup.error.visits_over"},
		{"answer as HR", blank(Answering).CanAnswer(hr, e(blank(Answering))), "followup.error.not_side"},
		{"answer for one left out", blank(Answering).CanAnswer(chair, out(blank(Answering))), "followup.error.left_out"},
		{"answer too early", blank(Planned).CanAnswer(chair, e(blank(Planned))), "followup.error.not_begun"},
		{"answer too late", blank(Analysing).CanAnswer(chair, e(blank(Analysing))), "followup.error.answers_over"},
		{"answer twice", whole(Answering).CanAnswer(chair, e(whole(Answering))), "followup.error.sent"},
		{"answer", blank(Answering).CanAnswer(rep(5), e(blank(Answering))), ""},
		{"write together as HR", whole(Answering).CanJoin(hr, e(whole(Answering))), "followup.error.not_side"},
		{"write together alone", blank(Answering).CanJoin(chair, e(blank(Answering))), "followup.error.not_both"},
		{"write together late", whole(Stating).CanJoin(chair, e(whole(Stating))), "followup.error.answers_over"},
		{"write together", whole(Answering).CanJoin(rep(5), e(whole(Answering))), ""},
		{"a measure from another group", whole(Acting).CanAddMeasure(rep(4), e(whole(Acting))), "followup.error.not_side"},
		{"a measure too early", blank(Answering).CanAddMeasure(chair, e(blank(Answering))), "followup.error.not_both"},
		{"a measure too late", whole(Closed).CanAddMeasure(hr, e(whole(Closed))), "followup.error.closed"},
		{"a measure", whole(Acting).CanAddMeasure(hr, e(whole(Acting))), ""},
		{"analyse as a chair", whole(Analysing).CanWriteAnalysis(chair), "followup.error.not_lead"},
		{"analyse early", whole(Answering).CanWriteAnalysis(hr), "followup.error.not_analysis"},
		{"note the dialogue early", whole(Analysing).CanHoldDialogue(hr), "followup.error.not_dialogue"},
		{"state from another group", whole(Stating).CanState(rep(5)), "followup.error.not_party"},
		{"state as a chair of the top group", whole(Stating).CanState(access.Actor{Role: access.Manager, Chairs: []int64{9}}), "followup.error.not_party"},
		{"state early", whole(Talking).CanState(hr), "followup.error.not_statement"},
		{"state", whole(Stating).CanState(rep(9)), ""},
		{"approve for the employer as a union", blank(Stating).CanApprove(rep(9), 0), "followup.error.not_party"},
		{"approve for a union as HR", blank(Stating).CanApprove(hr, 7), "followup.error.not_party"},
		{"approve for another union", blank(Stating).CanApprove(rep(9), 8), "followup.error.not_party"},
		{"approve from another group", blank(Stating).CanApprove(rep(5), 7), "followup.error.not_party"},
		{"approve twice", whole(Stating).CanApprove(rep(9), 7), "followup.error.approved"},
		{"approve later", blank(Acting).CanApprove(rep(9), 7), ""},
		{"approve what is closed", blank(Closed).CanApprove(rep(9), 7), "followup.error.not_statement"},
		{"take it on as a chair", whole(Planned).CanAdvance(chair), "followup.error.not_lead"},
	} {
		if got := fail.KeyOf(c.got); got != c.want || (c.want == "") != (c.got == nil) {
			t.Errorf("%s: got %v, want %q", c.name, c.got, c.want)
		}
	}
}
