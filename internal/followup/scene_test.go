package followup_test

import (
	"context"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/access/accesstest"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/followup"
	"samverka/internal/scene"
)

func TestEveryOperationAsks(t *testing.T) {
	t.Parallel()
	accesstest.EveryOperationAsks(t, &followup.Service{}, nil)
}

// place is the scene's municipality on the first of November, with a round in which only the group below is followed up.
type place struct {
	*scene.Scene
	svc        *followup.Service
	ctx        context.Context
	round      int64
	top, group int64
	hr         access.Actor
	chair      access.Actor
	rep, other access.Actor // of Kommunal, of Vision
}

func newPlace(t *testing.T) *place {
	t.Helper()
	s := scene.Municipality(t, clock.NewDate(2027, time.November, 1).At(9, 0))
	p := &place{Scene: s, svc: &followup.Service{DB: s.DB, Clock: s.Clock}, ctx: context.Background(), top: s.ID("groups", "FSG VO"), group: s.ID("groups", "LSG VO Väst"),
		hr: s.As("Hanna Ros", access.HR), chair: s.Chef("Amina Larsson"), rep: s.Facklig("Maria Sjöberg"), other: s.Facklig("Per Holm")}
	var err error
	p.round, err = p.svc.Start(p.ctx, p.hr, 2027, []int64{p.group, p.top})
	p.ok(err)
	return p
}

func (p *place) ok(err error) {
	p.T.Helper()
	if err != nil {
		p.T.Fatal(err)
	}
}

func (p *place) refused(err error, kind fail.Kind, key string) {
	p.T.Helper()
	if fail.KindOf(err) != kind || fail.KeyOf(err) != key {
		p.T.Errorf("got %v, want refusal %d %s", err, kind, key)
	}
}

func (p *place) page(who access.Actor) followup.GroupPage {
	p.T.Helper()
	g, err := p.svc.Group(p.ctx, who, p.round, p.group)
	p.ok(err)
	return g
}

// on takes the round to the stage.
func (p *place) on(from followup.Stage) {
	p.T.Helper()
	p.ok(p.svc.Advance(p.ctx, p.hr, p.round, from))
}

var all3 = []int{3, 3, 3, 3, 3}

// answering plans the visit and begins.
func (p *place) answering() {
	p.T.Helper()
	p.ok(p.svc.LeaveOut(p.ctx, p.hr, p.round, p.top, true, "Följs upp nästa år", 1))
	p.ok(p.svc.PlanVisit(p.ctx, p.hr, p.round, p.group, followup.VisitForm{On: clock.NewDate(2027, 11, 1), EmployerID: p.hr.PersonID, Union: p.other.PersonID}, 1))
	p.on(followup.Planned)
}

// stating takes the round to the statement, with one measure that nobody has.
func (p *place) stating() {
	p.T.Helper()
	p.answering()
	p.ok(p.svc.Visit(p.ctx, p.hr, p.round, p.group, 2))
	p.ok(p.svc.SaveAnswer(p.ctx, p.chair, p.round, p.group, followup.AnswerForm{Grades: all3, Send: true}, 0))
	p.ok(p.svc.SaveAnswer(p.ctx, p.rep, p.round, p.group, followup.AnswerForm{Grades: all3, Send: true}, 0))
	p.ok(p.svc.SaveJoint(p.ctx, p.rep, p.round, p.group, "Tidiga kallelser", "Tid att läsa", 1))
	p.ok(p.svc.AddMeasure(p.ctx, p.chair, p.round, p.group, followup.MeasureForm{What: "Boka lästid"}))
	p.on(followup.Answering)
	p.ok(p.svc.SaveAnalysis(p.ctx, p.hr, p.round, "Handlingarna kommer i tid", 1))
	p.on(followup.Analysing)
	p.ok(p.svc.HoldDialogue(p.ctx, p.hr, p.round, clock.NewDate(2027, 11, 1)))
	p.on(followup.Talking)
}

func (p *place) in(sql string, args ...any) {
	p.T.Helper()
	p.In(func(ctx context.Context, tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, sql, args...)
		return err
	})
}
