package demo

import (
	"context"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/followup"
)

// followups are two yearly follow-ups: last year's, which is closed, and this year's, in which some have answered.
func (s *stage) followups() {
	today := clock.DateOf(s.end)
	year, _, _ := today.YMD()
	s.followed(clock.NewDate(year-1, time.November, 3), true)
	s.followed(later(today.Add(-20), clock.NewDate(year, time.January, 2)), false)
}

func later(a, b clock.Date) clock.Date {
	if a.After(b) {
		return a
	}
	return b
}

// followedGroups are those that are followed up: the top group, and some below it, the personas' first.
func (s *stage) followedGroups() (top *group, all []*group) {
	mine := map[string]string{kommunName: homeCareGroup, companyName: companyGroup}[s.name]
	for _, g := range s.groups {
		if g.Parent == "" {
			top = s.group[g.Name]
		}
	}
	all = []*group{s.group[mine]}
	for _, g := range s.groups {
		if x := s.group[g.Name]; g.Level != "LSG" && len(x.seats) > 0 && g.Name != mine && len(all) < 5 {
			all = append(all, x)
		}
	}
	return top, all
}

// followed lets HR start a round on the day, and what follows happen on the days after; one that goes on has two groups that answer.
func (s *stage) followed(start clock.Date, closes bool) {
	top, all := s.followedGroups()
	r := &round{stage: s, hr: s.actor(s.personas[Code(access.HR)], access.HR), top: top, all: all, from: start.OrNextWorkingDay()}
	r.then(at(r.from, 9, 1), "", "follow-up", r.start)
	answering := all
	if !closes {
		answering = all[:min(2, len(all))]
	}
	for i, g := range answering {
		r.then(at(r.visit(i), 15, i), "", "follow-up of "+g.Name, func(ctx context.Context, h *hand) error { return r.answer(ctx, h, g, i, !closes && i == 0) })
	}
	if !closes {
		return
	}
	for i, step := range r.rest() {
		r.then(at(after(r.visit(len(all)), 3*i), 8+i, 0), "", "end of the follow-up", step)
	}
}

// round is a follow-up under way.
type round struct {
	*stage
	hr   access.Actor
	id   int64
	top  *group
	all  []*group // that are followed up
	from clock.Date
}

// visit is the day on which the i-th group is visited.
func (r *round) visit(i int) clock.Date { return after(r.from, 2+3*i) }

func (r *round) start(ctx context.Context, h *hand) (err error) {
	var ids []int64
	for _, g := range r.all {
		ids = append(ids, g.id)
	}
	y, _, _ := r.from.YMD()
	if r.id, err = h.followups.Start(ctx, r.hr, y, ids); err != nil {
		return err
	}
	for i, g := range r.all {
		h.wait(3)
		union := r.top.seats[i%len(r.top.seats)].person
		if err := h.followups.PlanVisit(ctx, r.hr, r.id, g.id, followup.VisitForm{On: r.visit(i), EmployerID: r.hr.PersonID, Union: r.person(union)}, 1); err != nil {
			return err
		}
	}
	return h.followups.Advance(ctx, r.hr, r.id, followup.Planned)
}

// answers are what sides say, by turns.
var answers = []struct {
	employer, union string
	grades          [2][]int
	good, lacking   string
	measure         string
}{
	{"Mötena är lugna och väl förberedda. Vi borde ta upp schemafrågor tidigare.", "Vi får handlingarna i tid numera. Tiden att läsa dem räcker inte alltid.", [2][]int{{4, 5, 4, 3, 4}, {4, 4, 2, 3, 3}},
		"Dagordningen skickas ut som utkast, så att alla kan föreslå punkter. Nya företrädare får en genomgång av avtalet.", "Schemafrågor kommer sent till gruppen. Tiden att läsa handlingar är för kort för dem som arbetar kväll.",
		"Lägg in lästid i schemat veckan före mötet"},
	{"Vi har en bra dialog, men åtgärdslistan blir lång.", "Frågor kommer till oss när de redan är klara. Det vi säger antecknas.", [2][]int{{5, 4, 4, 4, 2}, {3, 3, 3, 2, 2}},
		"Ordföranden går igenom åtgärdslistan först på varje möte.", "Lokalfrågor tas upp när hyresavtalet redan är skrivet.", "Ta upp lokalplanen i tidig dialog varje vår"},
	{"Avtalet är känt. Vi saknar ersättare på några möten.", "Tillit finns. Vi vill ha fler frågor från arbetsplatsträffarna.", [2][]int{{4, 4, 5, 4, 4}, {4, 5, 4, 3, 4}},
		"Frågor från arbetsplatsträffarna har en egen punkt.", "Ersättare kallas för sent när någon är borta.", "Kalla ersättare samma dag som någon säger att den är borta"},
}

// answer lets the group be visited and both sides answer and write together; with half, the unions have only a draft.
func (r *round) answer(ctx context.Context, h *hand, g *group, i int, half bool) error {
	x, f := answers[i%len(answers)], h.followups
	if err := f.Visit(ctx, r.hr, r.id, g.id, 2); err != nil {
		return err
	}
	chair, union := r.actor(g.Chair, access.Manager), r.actor(g.seats[0].person, access.UnionRep)
	h.wait(40)
	if err := f.SaveAnswer(ctx, chair, r.id, g.id, followup.AnswerForm{Grades: slices.Clone(x.grades[0]), Comment: x.employer, Send: true}, 0); err != nil {
		return err
	}
	h.wait(90)
	if half {
		draft := slices.Clone(x.grades[1])
		draft[4] = 0
		return f.SaveAnswer(ctx, union, r.id, g.id, followup.AnswerForm{Grades: draft, Comment: x.union}, 0)
	}
	if err := f.SaveAnswer(ctx, union, r.id, g.id, followup.AnswerForm{Grades: slices.Clone(x.grades[1]), Comment: x.union, Send: true}, 0); err != nil {
		return err
	}
	h.wait(60)
	if err := f.SaveJoint(ctx, union, r.id, g.id, x.good, x.lacking, 1); err != nil {
		return err
	}
	return f.AddMeasure(ctx, chair, r.id, g.id, followup.MeasureForm{What: x.measure})
}

// statedIn is what the parties say together.
const statedIn = "Samverkan i våra grupper bygger på förtroende, och avtalet är känt. Kallelser och handlingar kommer oftare i tid än förra året.\n\n" +
	"Tre saker ska bli bättre: frågor ska tas upp i tidig dialog medan de går att påverka, alla ska ha tid att läsa handlingarna, och det vi bestämmer ska följas upp på varje möte.\n\n" +
	"Varje grupp har bestämt egna åtgärder. De tas upp på gruppens möten tills de är klara."

// rest takes the round through analysis, dialogue and statement to its end, step by step.
func (r *round) rest() []func(context.Context, *hand) error {
	union := r.actor(r.top.seats[0].person, access.UnionRep)
	next := func(from followup.Stage) func(context.Context, *hand) error {
		return func(ctx context.Context, h *hand) error { return h.followups.Advance(ctx, r.hr, r.id, from) }
	}
	return []func(context.Context, *hand) error{next(followup.Answering),
		func(ctx context.Context, h *hand) error {
			return h.followups.SaveAnalysis(ctx, r.hr, r.id, "Förståelse: avtalet är känt i alla grupper.\nTillitsfull dialog: båda sidor är nöjda, facken något mindre.\nFörutsättningar: tid att läsa är det som oftast saknas.", 1)
		}, next(followup.Analysing),
		func(ctx context.Context, h *hand) error {
			return h.followups.HoldDialogue(ctx, r.hr, r.id, clock.DateOf(h.clock.Now()))
		}, next(followup.Talking),
		func(ctx context.Context, h *hand) error {
			return h.followups.SaveStatement(ctx, union, r.id, statedIn, 1)
		},
		func(ctx context.Context, h *hand) error { return r.approve(ctx, h, r.hr, 0) },
		func(ctx context.Context, h *hand) error {
			return r.unions(ctx, h)
		}, next(followup.Stating),
		r.give, next(followup.Acting)}
}

func (r *round) approve(ctx context.Context, h *hand, who access.Actor, union int64) error {
	p, err := h.followups.Get(ctx, who, r.id)
	if err != nil {
		return err
	}
	return h.followups.Approve(ctx, who, r.id, union, p.Digest())
}

// unions lets all but one of the unions in the top group approve.
func (r *round) unions(ctx context.Context, h *hand) error {
	seen := map[string]bool{r.top.seats[len(r.top.seats)-1].union: len(r.top.seats) > 1}
	for _, x := range r.top.seats {
		if seen[x.union] {
			continue
		}
		seen[x.union] = true
		h.wait(20)
		if err := r.approve(ctx, h, r.actor(x.person, access.UnionRep), r.union(x.union)); err != nil {
			return err
		}
	}
	return nil
}

// give gives each measure to the chair of its group.
func (r *round) give(ctx context.Context, h *hand) error {
	p, err := h.followups.Get(ctx, r.hr, r.id)
	if err != nil {
		return err
	}
	for _, m := range p.Measures {
		for _, e := range p.Entries {
			if e.ID != m.EntryID {
				continue
			}
			if err := h.followups.GiveMeasure(ctx, r.hr, r.id, e.GroupID, m.ID, e.ChairID, clock.DateOf(h.clock.Now()).AddMonths(12)); err != nil {
				return err
			}
		}
	}
	return nil
}
