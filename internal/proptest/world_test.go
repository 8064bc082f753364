package proptest

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync/atomic"
	"time"

	"pgregory.net/rapid"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
	"samverka/internal/scene"
)

// world is one history's organisation and what has happened in it so far.
type world struct {
	*scene.Scene
	t                          *rapid.T
	ctx                        context.Context
	move                       bool // the agreements move a last day to a working day
	history                    []string
	matters                    []int64
	meetings                   []sitting
	moved                      bool                 // something has changed, or may have, since the laws were held
	decisions                  int                  // counted so far
	positions                  map[int64]position   // as last seen
	past                       map[int64][]snapshot // each matter as it stood when the clock was last moved from a time
	sequence                   int                  // for names
	union, group, unit, person map[string]int64     // ids by name
}

type sitting struct {
	id, group int64
}

type snapshot struct {
	at  time.Time
	rec matter.Record
}

// person is somebody in a role.
type person struct {
	name string
	role access.Role
}

// The people of every history. Several carry more than one role or union.
var people = []person{
	{"Birgitta Ek", access.Manager}, {"Amina Larsson", access.Manager}, {"Olle Berg", access.Manager}, {"Sara Lind", access.Manager},
	{"Maria Sjöberg", access.UnionRep}, {"Per Holm", access.UnionRep}, {"Lina Åkerlund", access.UnionRep}, {"Mona Rask", access.UnionRep},
	{"Sixten Ask", access.UnionRep}, {"Jonas Berg", access.SafetyRep}, {"Hanna Ros", access.HR}, {"Nils Öberg", access.Negotiator},
	{"Rut Alm", access.Registrar}, {"Tove Lind", access.Employee}, {"Amina Larsson", access.HR}, {"Adam Ask", access.Admin},
}

var (
	unions = []string{"Kommunal", "Vision", "Vårdförbundet"}
	groups = []string{"FSG VO", "LSG Väst", "LSG Öst"}
	chairs = map[string]string{"FSG VO": "Birgitta Ek", "LSG Väst": "Amina Larsson", "LSG Öst": "Olle Berg"}
	units  = []string{"Vård och omsorg", "Hemtjänst Väst", "Hemtjänst Öst"}
	// reps speak in each group for each union.
	reps = map[string]map[string]string{
		"FSG VO":   {"Kommunal": "Maria Sjöberg", "Vision": "Per Holm", "Vårdförbundet": "Lina Åkerlund"},
		"LSG Väst": {"Kommunal": "Maria Sjöberg", "Vision": "Per Holm", "Vårdförbundet": "Lina Åkerlund"},
		"LSG Öst":  {"Kommunal": "Mona Rask", "Vårdförbundet": "Mona Rask"},
	}
	starts = []clock.Date{clock.NewDate(2027, 2, 1), clock.NewDate(2027, 3, 15), clock.NewDate(2027, 4, 26), clock.NewDate(2027, 6, 9),
		clock.NewDate(2027, 10, 25), clock.NewDate(2026, 12, 9)}
)

// raise lays out the history's organisation with a drawn agreement, and mandates and agreements per union that may end.
func raise(stage *scene.Scene, t *rapid.T) *world {
	start := rapid.SampledFrom(starts).Draw(t, "start")
	s := *stage
	s.Clock = clock.NewTest(start.At(9, 0))
	s.Setup = organisation.Setup{Clock: s.Clock, MailDomain: "alvsunda.example"}
	s.Matter = &matter.Service{DB: s.DB, Clock: s.Clock, Announce: s.Told}
	s.Meeting = &meeting.Service{DB: s.DB, Clock: s.Clock, Announce: s.Told}
	w := &world{Scene: &s, t: t, ctx: context.Background(), positions: map[int64]position{}, past: map[int64][]snapshot{}, union: map[string]int64{},
		group: map[string]int64{}, unit: map[string]int64{}, person: map[string]int64{}}
	w.move = rapid.Bool().Draw(t, "deadlines move to a working day")
	a := w.agreement(clock.NewDate(2026, 1, 1))
	var err error
	s.Org, err = organisation.CreateOrganisation(w.ctx, s.DB, s.Clock, organisation.NewOrganisation{Name: fmt.Sprintf("Historia %d", raised.Add(1)), Agreement: a})
	w.must(err)
	w.say("the agreement: %s", describe(a))
	w.In(func(ctx context.Context, tx *db.OrgTx) error {
		if rapid.IntRange(0, 3).Draw(t, "a later agreement") == 0 {
			b := w.agreement(start.Add(rapid.IntRange(1, 40).Draw(t, "from")))
			w.say("from %s: %s", b.ValidFrom, describe(b))
			w.must(s.Setup.Agreement(ctx, tx, b))
		}
		var us []organisation.UnionRow
		for _, u := range unions {
			us = append(us, w.drawUnion(u, start))
		}
		w.must(s.Setup.Unions(ctx, tx, us))
		w.must(s.Setup.Units(ctx, tx, []organisation.UnitRow{{Name: units[0], Manager: "Birgitta Ek", Headcount: 60},
			{Name: units[1], Parent: units[0], Manager: "Amina Larsson", Headcount: 30}, {Name: units[2], Parent: units[0], Manager: "Olle Berg", Headcount: 1}}))
		w.must(s.Setup.Groups(ctx, tx, []organisation.GroupRow{{Name: groups[0], Level: "FSG", Units: units[:1], Chair: chairs[groups[0]], SafetyCommittee: true},
			{Name: groups[1], Level: "LSG", Units: units[1:2], Chair: chairs[groups[1]], Parent: groups[0]},
			{Name: groups[2], Level: "LSG", Units: units[2:], Chair: chairs[groups[2]], Parent: groups[0]}}))
		w.must(s.Setup.Mandates(ctx, tx, w.mandates(start)))
		return nil
	})
	for i := range unions {
		w.union[unions[i]], w.group[groups[i]], w.unit[units[i]] = w.ID("unions", unions[i]), w.ID("groups", groups[i]), w.ID("units", units[i])
	}
	for _, p := range people {
		w.person[p.name] = w.ID("people", p.name)
	}
	return w
}

// raised counts the organisations of this test process.
var raised atomic.Int64

func (w *world) agreement(from clock.Date) organisation.Agreement {
	d := func(lo, hi int, label string) int { return rapid.IntRange(lo, hi).Draw(w.t, label) }
	a := organisation.Default(from)
	a.NoticeDays = d(0, 14, "notice days")
	a.PapersDays = d(0, min(7, a.NoticeDays), "papers days")
	a.CentralDays, a.ApprovalDays = d(0, 10, "central days"), d(1, 10, "approval days")
	a.EditorialObjectionDays, a.ExtraMeetingDays = d(0, 4, "editorial days"), d(0, min(4, a.NoticeDays), "extra days")
	a.RiskBeforeConclusion = rapid.Bool().Draw(w.t, "risk before conclusion")
	a.EffectiveAt = rapid.SampledFrom([]string{organisation.AtMeetingEnd, organisation.AtApproval}).Draw(w.t, "effective at")
	a.GroupOrder = rapid.SampledFrom([]string{organisation.Parallel, organisation.BottomUp, organisation.TopDown}).Draw(w.t, "order")
	a.MBLScope = rapid.SampledFrom([]string{organisation.MBLRequesting, organisation.MBLAll}).Draw(w.t, "MBL scope")
	a.DisagreementSteps = rapid.SampledFrom([][]string{{organisation.StepCentral}, {organisation.StepEnhanced, organisation.StepCentral},
		{organisation.StepHigherGroup, organisation.StepCentral}, {organisation.StepEnhanced, organisation.StepHigherGroup, organisation.StepCentral}}).Draw(w.t, "steps")
	a.MoveToWorkingDay = w.move
	return a
}

func describe(a organisation.Agreement) string {
	return fmt.Sprintf("notice %d, papers %d, effective at %s, central %d, approval %d, risk %v, order %s, editorial %d, extra %d, MBL %s, steps %v, moves %v", a.NoticeDays, a.PapersDays,
		a.EffectiveAt, a.CentralDays, a.ApprovalDays, a.RiskBeforeConclusion, a.GroupOrder, a.EditorialObjectionDays, a.ExtraMeetingDays, a.MBLScope, a.DisagreementSteps, a.MoveToWorkingDay)
}

func (w *world) drawUnion(name string, start clock.Date) organisation.UnionRow {
	u := organisation.UnionRow{Name: name}
	switch rapid.IntRange(0, 9).Draw(w.t, "agreement of "+name) {
	case 0:
		u.NoCollective = true
		w.say("%s has no collective agreement", name)
	case 1, 2:
		u.AgreementUntil = start.Add(rapid.IntRange(0, 30).Draw(w.t, "until"))
		w.say("%s is in the agreement until %s", name, u.AgreementUntil)
	}
	return u
}

func (w *world) mandates(start clock.Date) []organisation.MandateRow {
	var ms []organisation.MandateRow
	for _, g := range groups {
		for _, u := range unions {
			m := organisation.MandateRow{Person: reps[g][u], Role: "union_rep", Union: u, Group: g}
			if m.Person == "" {
				continue
			}
			if rapid.IntRange(0, 11).Draw(w.t, "mandate ends") == 0 {
				m.Until = start.Add(rapid.IntRange(0, 25).Draw(w.t, "until"))
				w.say("the mandate of %s for %s in %s ends %s", m.Person, u, g, m.Until)
			}
			ms = append(ms, m)
		}
		ms = append(ms, organisation.MandateRow{Person: "Sixten Ask", Role: "union_substitute", Union: "Vision", Group: g})
	}
	return append(ms, organisation.MandateRow{Person: "Sara Lind", Role: "secretary", Group: "LSG Väst"},
		organisation.MandateRow{Person: "Jonas Berg", Role: "safety_rep", Group: "LSG Väst", Unit: units[0]},
		organisation.MandateRow{Person: "Hanna Ros", Role: "hr"}, organisation.MandateRow{Person: "Amina Larsson", Role: "hr"},
		organisation.MandateRow{Person: "Nils Öberg", Role: "negotiator"}, organisation.MandateRow{Person: "Rut Alm", Role: "registrar"},
		organisation.MandateRow{Person: "Tove Lind", Role: "employee", Unit: units[1]}, organisation.MandateRow{Person: "Adam Ask", Role: "admin"})
}

// must ends the history for what is not a law but the stage itself.
func (w *world) must(err error) {
	if err != nil {
		w.t.Fatalf("setting the stage: %v", err)
	}
}

func (w *world) now() time.Time { return w.Clock.Now() }

func (w *world) today() clock.Date { return clock.Today(w.Clock) }

// say adds a line to the history.
func (w *world) say(format string, args ...any) {
	w.history = append(w.history, w.now().Format("2006-01-02 15:04  ")+fmt.Sprintf(format, args...))
}

// broken ends the history: a law does not hold.
func (w *world) broken(law, format string, args ...any) {
	w.t.Helper()
	w.t.Logf("%s\nThe history:\n%s", fmt.Sprintf(format, args...), strings.Join(w.history, "\n"))
	w.t.Fatal("the law is broken: " + law) // the same words each time, so that the history can be shortened
}

// advance moves the clock forward, and keeps how every matter stood before.
func (w *world) advance(to time.Time) {
	if !to.After(w.now()) {
		return
	}
	for _, id := range w.matters {
		w.past[id] = append(w.past[id], snapshot{w.now(), w.Record(id)})
	}
	w.Clock.Set(to)
	w.moved = true
	w.say("the clock moves")
}

// nameOf is the name behind an id, for the history.
func nameOf(ids map[string]int64, id int64) string {
	for n, x := range ids {
		if x == id {
			return n
		}
	}
	return fmt.Sprint(id)
}

// actor is the person in the role, with today's mandates.
func (w *world) actor(p person) access.Actor { return w.As(p.name, p.role) }

// reading is what changes nothing.
var reading = regexp.MustCompile(`^(reads|lists|looks)`)

// did adds what somebody did, and how it went, to the history. An operation does as asked, refuses, or asks for a reason:
// that it fails, or that the database has to refuse a decision which the rules let through, breaks a law.
func (w *world) did(who access.Actor, err error, format string, args ...any) bool {
	w.t.Helper()
	outcome := "done"
	var blocked *matter.Blocked
	var confirm *fail.Confirm
	switch {
	case err == nil:
	case errors.As(err, &blocked), errors.As(err, &confirm):
		outcome = err.Error()
	default:
		outcome = "refused: " + fail.KeyOf(err)
	}
	w.moved = w.moved || err == nil && !reading.MatchString(format)
	w.say("%s (%s) %s: %s", who.Name, who.Role, fmt.Sprintf(format, args...), outcome)
	switch {
	case err == nil || blocked != nil || confirm != nil:
	case fail.KindOf(err) == fail.Internal || fail.KindOf(err) == fail.Unavailable:
		w.broken("no operation fails", "%v", err)
	case fail.KeyOf(err) == "error.decision_gate":
		w.broken("the gate and the trigger agree", "the trigger had to refuse what the gate let through: %v", err)
	}
	return err == nil
}
