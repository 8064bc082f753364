package demo

import (
	"fmt"
	"math/rand/v2"
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
	rng      *rand.Rand
	all      []*sitting
	subjects []*subject
	journeys []*journey
	used     map[string]bool // names of matters
	turn     map[string]int  // how far each list of subjects and fates has come
}

// write puts the whole play down.
func (s *stage) script(subjects []*subject) {
	w := &script{stage: s, rng: rand.New(rand.NewPCG(2027, uint64(len(s.people)))), all: s.sittings(), subjects: subjects, used: map[string]bool{}, turn: map[string]int{}}
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
	again := p.outcome == tabled || p.outcome == adjourned || p.fate == revised
	if again || p.upwards {
		group, gap := t.Name, 20
		if p.upwards && t.Level == "LSG" {
			group, gap = t.Parent, 4
		}
		if next := following(w.all, t, group, gap); next != nil {
			first.next = next
			w.put(j, next, &treatment{j: j, class: matter.BeforeDecision, outcome: concluded})
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

// invent makes a matter of the next subject that fits the group, about one of its workplaces.
func (w *script) invent(t *sitting, p pattern) *journey {
	fitting := slices.DeleteFunc(slices.Clone(w.subjects), func(x *subject) bool {
		plain := p.fate == decided && p.outcome == "" && !p.upwards
		return !x.fits(t.Level, w.kinds[t.Name], t.branch) || x.outsiders && !plain || p.unstated && !x.environment
	})
	for i := range 8 * len(fitting) {
		key := t.Level + string(w.kinds[t.Name])
		x := fitting[w.turn[key]%len(fitting)]
		unit := p.unit
		if unit == "" {
			unit = w.workplace(t, w.turn[key]/len(fitting))
		}
		w.turn[key]++
		if name := titled(x, unit); !w.used[name] && (i >= 4*len(fitting) || !w.used[t.Name+x.title]) {
			w.used[name], w.used[t.Name+x.title] = true, true
			return w.begin(t, p, x, name, unit)
		}
	}
	return nil
}

func (w *script) begin(t *sitting, p pattern, x *subject, name, unit string) *journey {
	j := &journey{subject: x, n: len(w.journeys), name: name, unit: unit, units: []string{unit}, owner: w.boss[unit], branch: t.branch, decider: matter.ByManager,
		fate: p.fate, leave: p.leave, unstated: p.unstated, tabledReason: "Gruppen vill se kostnaden för hela året. Frågan bordläggs till nästa möte."}
	if t.late {
		j.tabledReason = "Handlingarna kom för sent och en organisation begär att frågan bordläggs."
	}
	if x.outsiders && t.Level == "FSG" {
		j.secrecy = "OSL 19 kap. 3 §"
	}
	switch {
	case p.board:
		j.decider = matter.ByBoard
	case p.upwards && t.Level == "LSG":
		j.owner = w.boss[t.home]
	}
	if p.fate == negotiated {
		ss := t.speakers()
		j.negotiator = map[string]bool{ss[len(ss)-1].union: true}
	}
	switch t.Level {
	case "FSG":
		j.owner, j.units = w.boss[t.home], w.areas(t, j.n)
	case "CSG":
		j.undialogued = true
	}
	return j
}

// workplace is the unit that the matter is about: in local groups one after another of theirs.
func (w *script) workplace(t *sitting, round int) string {
	if t.Level != "LSG" {
		return t.home
	}
	below := w.under[t.home][1:]
	return below[(t.n+round)%len(below)]
}

// areas are some of the förvaltning's areas.
func (w *script) areas(t *sitting, n int) []string {
	var all []string
	for _, g := range w.groups {
		if g.Parent == t.Name {
			all = append(all, g.home)
		}
	}
	if len(all) == 0 {
		return []string{t.home}
	}
	some := []string{all[n%len(all)]}
	if next := all[(n+1)%len(all)]; next != some[0] && n%2 == 0 {
		some = append(some, next)
	}
	return some
}

// inform lets a neighbouring local group be informed of what its förvaltning's group treats.
func (w *script) inform(j *journey, t *sitting) {
	if t.Level != "FSG" || j.n%3 != 0 {
		return
	}
	next := following(w.all, t, lsg(j.units[0]), -10)
	if next == nil || next.goesOn || slices.Contains(j.path, next) {
		return
	}
	j.informed = append(j.informed, next)
	next.items = append(next.items, &treatment{j: j, class: matter.Information, outcome: handled})
}

// objections are the reasons of the first n unions in the group that have something against the proposal.
func (w *script) objections(j *journey, t *sitting, n int) map[string]string {
	why := map[string]string{}
	for _, s := range t.speakers() {
		if len(why) < n && j.objection[s.union] != "" && !j.negotiator[s.union] {
			why[s.union] = j.text(j.objection[s.union])
		}
	}
	for _, s := range t.speakers() {
		if len(why) < n && why[s.union] == "" && !j.negotiator[s.union] {
			why[s.union] = fmt.Sprintf("Våra medlemmar i %s får mer att göra utan att något tas bort. Vi vill se en plan för bemanningen först.", j.unit)
		}
	}
	return why
}
