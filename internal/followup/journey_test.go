package followup_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/followup"
)

// TestFromStartToClosed walks a round to its end; the measure becomes an action that its owner finishes on its page.
func TestFromStartToClosed(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.stating()
	p.ok(p.svc.SaveStatement(p.ctx, p.hr, p.round, "Vi fortsätter tillsammans", 1))
	r, err := p.svc.Get(p.ctx, p.hr, p.round)
	p.ok(err)
	p.ok(p.svc.Approve(p.ctx, p.hr, p.round, 0, r.Digest()))
	p.ok(p.svc.Approve(p.ctx, p.rep, p.round, p.ID("unions", "Kommunal"), r.Digest()))
	p.on(followup.Stating)
	p.refused(p.svc.Advance(p.ctx, p.hr, p.round, followup.Acting), fail.Invalid, "followup.missing.owner")
	m := p.page(p.chair).Measures[0]
	p.ok(p.svc.GiveMeasure(p.ctx, p.chair, p.round, p.group, m.ID, p.rep.PersonID, clock.NewDate(2027, 12, 1)))
	p.refused(p.svc.DropMeasure(p.ctx, p.chair, p.round, p.group, m.ID), fail.Conflict, "followup.error.given")
	p.on(followup.Acting)
	p.refused(p.svc.Advance(p.ctx, p.hr, p.round, followup.Closed), fail.Invalid, "followup.error.closed")

	actions := &action.Service{DB: p.DB, Clock: p.Clock}
	id := p.page(p.hr).Measures[0].ActionID
	a, err := actions.Get(p.ctx, p.rep, id)
	p.ok(err)
	if a.GroupName != "LSG VO Väst" || a.Year != 2027 || a.RoundID != p.round || !a.May.Finish || a.May.Give {
		t.Errorf("the action of the one who does it: %+v", a)
	}
	if x, err := actions.Get(p.ctx, p.hr, id); err != nil || !x.May.Give || len(x.People) < 5 {
		t.Errorf("HR: %+v %v, want to hand it on to one of the group", x.People, err)
	}
	_, err = actions.Get(p.ctx, p.other, id)
	p.refused(err, fail.NotFound, "error.not_found")
	p.ok(actions.Finish(p.ctx, p.rep, id, "Onsdagar är lediga", 1))
}

// TestTheActionComesBackToTheGroupsNextMeeting: it stands on the list that the meeting begins with, and its chair finishes it there.
func TestTheActionComesBackToTheGroupsNextMeeting(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.answering()
	p.ok(p.svc.SaveAnswer(p.ctx, p.chair, p.round, p.group, followup.AnswerForm{Grades: all3, Send: true}, 0))
	p.ok(p.svc.SaveAnswer(p.ctx, p.rep, p.round, p.group, followup.AnswerForm{Grades: all3, Send: true}, 0))
	p.ok(p.svc.AddMeasure(p.ctx, p.chair, p.round, p.group, followup.MeasureForm{What: "Boka lästid", PersonID: p.rep.PersonID, DueOn: clock.NewDate(2027, 12, 1)}))
	p.in(`INSERT INTO meetings (group_id, starts_at, ends_at, created_by, created_at) VALUES ($1, $2, $3, $4, $5)`, p.group,
		clock.NewDate(2027, 11, 24).At(13, 0), clock.NewDate(2027, 11, 24).At(15, 0), p.chair.PersonID, p.Clock.Now())
	var ids []int64
	var b db.Batch
	db.Scalars(&b, &ids, `SELECT id FROM meetings WHERE group_id = $1`, p.group)
	p.ok(p.DB.ReadOrg(p.ctx, p.Org, &b))
	m, err := p.Meeting.Show(p.ctx, p.chair, ids[0])
	p.ok(err)
	if len(m.Earlier) != 1 || m.Earlier[0].What != "Boka lästid" {
		t.Fatalf("the meeting begins with %+v", m.Earlier)
	}
	p.ok(p.Meeting.FinishAction(p.ctx, p.chair, ids[0], m.Earlier[0].ID))
}

// TestNeitherSideReadsTheOthersAnswerFirst, nor does anybody else, before both have sent.
func TestNeitherSideReadsTheOthersAnswerFirst(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.answering()
	shown := func(who access.Actor, employer, union bool) {
		t.Helper()
		g := p.page(who)
		if got := [2]bool{g.Shows(who, g.Entry, followup.Employer), g.Shows(who, g.Entry, followup.Union)}; got != [2]bool{employer, union} {
			t.Errorf("%s: %v, want %v %v", who.Name, got, employer, union)
		}
	}
	p.ok(p.svc.SaveAnswer(p.ctx, p.chair, p.round, p.group, followup.AnswerForm{Grades: all3, Comment: "Bra", Send: true}, 0))
	shown(p.chair, true, false)
	shown(p.rep, false, true)
	shown(p.hr, false, false)
	shown(p.Chef("Birgitta Ek"), false, false) // chairs the top group
	p.ok(p.svc.SaveAnswer(p.ctx, p.rep, p.round, p.group, followup.AnswerForm{Grades: all3, Send: true}, 0))
	for _, who := range []access.Actor{p.chair, p.rep, p.hr, p.Chef("Birgitta Ek"), p.As("Jonas Berg", access.SafetyRep)} {
		shown(who, true, true)
	}
	for _, who := range []access.Actor{p.As("Tove Lind", access.Employee), p.As("Rut Alm", access.Registrar)} {
		_, err := p.svc.Group(p.ctx, who, p.round, p.group)
		p.refused(err, fail.NotFound, "error.not_found")
	}
}

// TestTwoWhoWriteDoNotOverwriteEachOther: of answers, joint text, visits, analysis and statement.
func TestTwoWhoWriteDoNotOverwriteEachOther(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.answering()
	draft := followup.AnswerForm{Grades: make([]int, 5), Comment: "Först"}
	p.ok(p.svc.SaveAnswer(p.ctx, p.rep, p.round, p.group, draft, 0))
	p.refused(p.svc.SaveAnswer(p.ctx, p.other, p.round, p.group, followup.AnswerForm{Grades: all3, Comment: "Sedan", Send: true}, 0), fail.Conflict, "followup.error.conflict")
	if a := p.page(p.rep).Answer(p.page(p.rep).Entry.ID, followup.Union); a.Comment != "Först" || a.Writer != "Maria Sjöberg" || a.Version != 1 {
		t.Errorf("the answer is %+v", a)
	}
	p.ok(p.svc.SaveAnswer(p.ctx, p.other, p.round, p.group, followup.AnswerForm{Grades: all3, Comment: "Båda", Send: true}, 1))
	p.refused(p.svc.SaveAnswer(p.ctx, p.rep, p.round, p.group, draft, 2), fail.Conflict, "followup.error.sent")
	p.refused(p.svc.SaveJoint(p.ctx, p.rep, p.round, p.group, "a", "b", 1), fail.Invalid, "followup.error.not_both")
	p.refused(p.svc.SaveAnswer(p.ctx, p.chair, p.round, p.group, draft, 3), fail.Conflict, "followup.error.conflict") // nothing is written that could be version 3
	p.ok(p.svc.SaveAnswer(p.ctx, p.chair, p.round, p.group, followup.AnswerForm{Grades: all3, Send: true}, 0))
	p.ok(p.svc.SaveJoint(p.ctx, p.rep, p.round, p.group, "a", "b", 1))
	p.refused(p.svc.SaveJoint(p.ctx, p.chair, p.round, p.group, "c", "d", 1), fail.Conflict, "followup.error.conflict")
	p.refused(p.svc.PlanVisit(p.ctx, p.hr, p.round, p.group, followup.VisitForm{On: clock.NewDate(2027, 11, 2), EmployerID: p.hr.PersonID, Union: p.rep.PersonID}, 1), fail.Conflict, "followup.error.conflict")
}

// TestChangingTheStatementDropsApprovals, and an approval of another text is not taken.
func TestChangingTheStatementDropsApprovals(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.stating()
	p.ok(p.svc.SaveStatement(p.ctx, p.rep, p.round, "Ett", 1))
	p.refused(p.svc.SaveStatement(p.ctx, p.hr, p.round, "Två", 1), fail.Conflict, "followup.error.conflict")
	first, err := p.svc.Get(p.ctx, p.hr, p.round)
	p.ok(err)
	p.ok(p.svc.Approve(p.ctx, p.hr, p.round, 0, first.Digest()))
	p.refused(p.svc.Approve(p.ctx, p.As("Nils Öberg", access.Negotiator), p.round, 0, first.Digest()), fail.Conflict, "followup.error.approved")
	p.refused(p.svc.Approve(p.ctx, p.rep, p.round, p.ID("unions", "Vision"), first.Digest()), fail.Forbidden, "followup.error.not_party")
	p.ok(p.svc.SaveStatement(p.ctx, p.hr, p.round, "Två", 2))
	p.refused(p.svc.Approve(p.ctx, p.rep, p.round, p.ID("unions", "Kommunal"), first.Digest()), fail.Conflict, "followup.error.text_changed")
	second, err := p.svc.Get(p.ctx, p.hr, p.round)
	p.ok(err)
	if len(second.Approvals) != 0 || len(second.Missing) != 2 || !cmp.Equal(second.Asked(p.rep), []int64{p.ID("unions", "Kommunal")}) {
		t.Errorf("after the change: %+v, missing %+v, asked %v", second.Approvals, second.Missing, second.Asked(p.rep))
	}
	p.refused(p.svc.Advance(p.ctx, p.hr, p.round, followup.Stating), fail.Invalid, "followup.missing.employer_approves")
}

func TestOneRoundAYear(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	_, err := p.svc.Start(p.ctx, p.hr, 2027, []int64{p.group, p.top})
	p.refused(err, fail.Conflict, "followup.error.exists")
	_, err = p.svc.Start(p.ctx, p.hr, 2028, []int64{p.group})
	p.refused(err, fail.Invalid, "followup.error.year")
	_, err = p.svc.Start(p.ctx, p.chair, 2027, []int64{p.group})
	p.refused(err, fail.Forbidden, "error.forbidden")
}

// TestWhatAttGoraAsks: to start from the agreement's month on, then each side of each group, then the parties of the top group.
func TestWhatAttGoraAsks(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	todo := func(who access.Actor, day clock.Date) (kinds []string) {
		t.Helper()
		var all []followup.Todo
		var b db.Batch
		followup.QueueTodo(&b, &all, who, day)
		p.ok(p.DB.ReadOrg(p.ctx, p.Org, &b))
		for _, x := range all {
			kinds = append(kinds, x.Kind+" "+x.GroupName)
		}
		return kinds
	}
	want := func(who access.Actor, day clock.Date, want ...string) {
		t.Helper()
		if got := todo(who, day); !cmp.Equal(got, want) {
			t.Errorf("%s on %s: got %q, want %q", who.Name, day, got, want)
		}
	}
	day := clock.NewDate(2027, time.November, 1)
	want(p.hr, day)
	want(p.hr, clock.NewDate(2028, time.October, 31))
	want(p.hr, clock.NewDate(2028, time.November, 1), "start ")
	want(p.chair, clock.NewDate(2028, time.November, 1))
	p.answering()
	for _, who := range []access.Actor{p.chair, p.rep, p.other} {
		want(who, day, "answer LSG VO Väst")
	}
	want(p.As("Jonas Berg", access.SafetyRep), day)
	p.ok(p.svc.SaveAnswer(p.ctx, p.rep, p.round, p.group, followup.AnswerForm{Grades: all3, Send: true}, 0))
	want(p.other, day)
	want(p.chair, day, "answer LSG VO Väst")
	p.in(`UPDATE followup_rounds SET stage = 'statement', statement = 'Vi'`)
	want(p.hr, day, "approve FSG VO")
	want(p.rep, day, "approve FSG VO")
	want(p.chair, day)
	want(p.Chef("Birgitta Ek"), day)
}
