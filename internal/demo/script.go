package demo

import (
	"slices"

	"samverka/internal/clock"
	"samverka/internal/matter"
)

// pattern is what becomes of a matter that is set up for a sitting.
type pattern struct {
	fate     fate
	disagree int    // how many unions disagree
	outcome  string // of the first treatment; "": concluded
	upwards  bool   // the förvaltning's group treats it too
	board    bool
	early    bool   // it was up for early dialogue one meeting before
	leave    bool   // the decision waits to be taken
	unit     string // whose question it is; "": some unit's
	unstated bool
}

// ordinary are the fates of matters as they come, in proportion.
var ordinary = []pattern{{fate: decided}, {fate: decided}, {fate: decided, disagree: 1}, {fate: decided}, {fate: minor}, {fate: decided}, {fate: decided, upwards: true},
	{fate: revised}, {fate: decided}, {fate: decided, disagree: 1}, {fate: decided}, {fate: waived, disagree: 1}, {fate: decided}, {fate: decided, outcome: tabled},
	{fate: decided}, {fate: withdrawn}, {fate: decided}, {fate: laterEditorial}, {fate: decided}, {fate: decided, disagree: 2}, {fate: negotiated}, {fate: decided},
	{fate: decided, outcome: adjourned}, {fate: decided}, {fate: centralised, disagree: 1}, {fate: decided}}

// boards are those of matters in a förvaltning's group, where a board often decides.
var boards = []pattern{{fate: decided, board: true, early: true}, {fate: decided}, {fate: decided, board: true, disagree: 1}, {fate: decided, early: true}, {fate: revised, board: true},
	{fate: decided, board: true}, {fate: minor}}

// script is the play in the making.
type script struct {
	*stage
	all      []*sitting
	subjects []*subject
	journeys []*journey
	used     map[string]bool // names of matters
	turn     map[string]int  // how far each list of subjects and fates has come
}

// write puts the whole play down.
func (s *stage) script(subjects []*subject) {
	w := &script{stage: s, all: s.sittings(), subjects: subjects, used: map[string]bool{}, turn: map[string]int{}}
	w.callOffSome()
	special := w.specials()
	soon := clock.DateOf(s.end).Add(45)
	for _, t := range slices.Backward(w.all) { // the newest first: they get the questions that have not been up before
		if t.cancelled != "" || t.day().After(soon) || t.day().Before(clock.DateOf(s.end).Add(50-pastDays)) {
			continue
		}
		ps, given := special[t]
		if !given {
			ps = w.usual(t)
		}
		for _, p := range ps {
			w.enter(t, p)
		}
	}
	w.emergencies()
	for _, t := range w.all {
		s.plan(t)
	}
	for _, j := range w.journeys {
		s.travel(j)
		s.arrive(j)
	}
	w.around()
	w.agendas()
	s.workplaces()
	s.years()
	s.weed()
	s.followups()
}

// usual is what an ordinary sitting has on its agenda.
func (w *script) usual(t *sitting) []pattern {
	list, count := ordinary, []int{1, 1, 0, 1, 1, 2, 1, 0}[t.n%8]
	if t.Level != "LSG" {
		list, count = boards, []int{1, 1, 0, 2}[t.n%4]
	}
	var ps []pattern
	for range count {
		ps = append(ps, list[w.turn[t.Level]%len(list)])
		w.turn[t.Level]++
	}
	return ps
}

// callOffSome cancels one past meeting and moves another.
func (w *script) callOffSome() {
	n := 0
	for _, t := range slices.Backward(w.all) {
		if t.Level != "LSG" || !t.start.Before(w.end.AddDate(0, 0, -45)) || n == 2 {
			continue
		}
		t.cancelled = "Ordföranden och flera ledamöter har fått förhinder."
		if n == 1 {
			t.cancelled = "Krock med förvaltningens planeringsdag."
			t.movedTo = &sitting{group: t.group, n: t.n, start: workday(t.day(), 3).At(9, 0), length: t.length}
		}
		n++
	}
}

// enter sets a new matter up for the sitting.
func (w *script) enter(t *sitting, p pattern) {
	j := w.invent(t, p)
	if j == nil {
		return
	}
	first := &treatment{j: j, class: matter.BeforeDecision, outcome: concluded, disagree: w.objections(j, t, p.disagree)}
	if p.outcome != "" {
		first.outcome, first.disagree = p.outcome, nil
	}
	w.put(j, t, first)
	again := p.outcome == tabled || p.outcome == adjourned || p.outcome == deserted || p.fate == revised
	if again || p.upwards {
		group, gap := t.Name, 20
		if p.upwards && t.Level == "LSG" {
			group, gap = t.Parent, 4
		}
		if next := following(w.all, t, group, gap); next != nil && (!next.empty || p.outcome == deserted) {
			first.next = next
			again := &treatment{j: j, class: matter.BeforeDecision, outcome: concluded}
			if p.outcome == deserted {
				again.outcome = deserted
				w.confirm(j, next, again)
			}
			w.put(j, next, again)
		} else {
			first.outcome = concluded
		}
	}
	if prev := preceding(w.all, t, 20); p.early && prev != nil && prev.start.After(w.end.AddDate(0, 0, 30-pastDays)) && !prev.goesOn {
		j.early = prev
		prev.items = append(prev.items, &treatment{j: j, class: matter.EarlyDialogue, outcome: handled})
	}
	w.inform(j, t)
	j.planned = w.plannedFor(j)
	w.journeys = append(w.journeys, j)
}

func (w *script) put(j *journey, t *sitting, x *treatment) {
	j.path = append(j.path, t)
	t.items = append(t.items, x)
}

// plannedFor is when the decision is wished for: some days after the last treatment; now and then too early to be lawful.
func (w *script) plannedFor(j *journey) clock.Date {
	last := w.effective(j.path[len(j.path)-1])
	if last.IsZero() {
		last = j.path[len(j.path)-1].day()
	}
	if j.fate == undecided || j.leave {
		return workday(clock.DateOf(w.end), 2+j.n%4)
	}
	if j.n%10 == 7 && last.After(clock.DateOf(w.end)) {
		return j.path[0].day()
	}
	return workday(last, 4+j.n%5)
}
