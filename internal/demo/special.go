package demo

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// specials give the newest sittings matters in every state, and the personas something to do.
func (w *script) specials() map[*sitting][]pattern {
	special := map[*sitting][]pattern{}
	give := func(of []*sitting, i int, minutes string, ps ...pattern) {
		special[of[i]] = ps
		of[i].minutes = minutes
	}
	past, higher := w.recent("LSG"), w.recent("FSG", "CSG")
	if w.name == companyName {
		give(past, 0, minutesDraft, pattern{fate: decided, disagree: 1})
		give(past, 1, minutesObjected, pattern{fate: decided})
		give(past, 2, "", pattern{fate: decided, outcome: adjourned})
		give(higher, 0, "", pattern{fate: undecided, board: true}, pattern{fate: minor})
		return special
	}
	give(past, 0, minutesDraft, pattern{fate: decided, disagree: 1}, pattern{fate: enhanced, disagree: 1}) // awaits a request
	w.ownSteps(past[0])
	give(past, 1, minutesSent, pattern{fate: undecided}, pattern{fate: decided, disagree: 1}) // ready, and awaits central negotiation
	give(past, 2, "", pattern{fate: centralised, disagree: 1})                                // central negotiation
	give(past, 3, minutesObjected, pattern{fate: decided, outcome: adjourned})
	give(past, 4, "", pattern{fate: decided, outcome: tabled})
	give(past, 5, "", pattern{fate: outdated})
	give(past, 6, "", pattern{fate: editorial})
	give(past, 7, minutesMaintained, pattern{fate: waived, disagree: 1, leave: true})
	give(past, 8, "", pattern{fate: withdrawn})
	give(past, 9, "", pattern{fate: minor})
	give(past, 10, "", pattern{fate: negotiated})
	give(past, 13, minutesSent, pattern{fate: decided}) // nobody has answered in time: unapproved
	give(past, 16, minutesMaintained, pattern{fate: decided, disagree: 2})
	past[4].late = true
	w.desertSome(special, past[11:])
	give(higher, 0, "", pattern{fate: undecided, board: true})
	give(higher, 1, "", pattern{fate: undecided, board: true}, pattern{fate: decided, disagree: 1})
	give(higher, 2, "", pattern{fate: deviating, board: true})
	for _, t := range w.all {
		switch {
		case t.goesOn:
			special[t] = []pattern{{fate: decided}, {fate: decided, upwards: true}}
		case t.Name == homeCareGroup && t == w.next(homeCareGroup):
			special[t] = []pattern{{fate: decided, unstated: true, unit: homeCare}, {fate: decided}}
		case t.Name == homeCareGroup && t == preceding(w.all, w.next(homeCareGroup), 10):
			special[t] = []pattern{{fate: decided, disagree: 1, leave: true, unit: homeCare}}
		case t.Name == homeCareGroup && t.start.Before(w.end) && t.start.After(w.end.AddDate(0, 0, -lately)):
			special[t] = []pattern{{fate: decided, unit: homeCare}}
		case t.Name == lsg("Hemtjänst Norr") && t == w.next(t.Name):
			t.late, t.unhurried = true, true
			special[t] = []pattern{{fate: decided}}
		}
	}
	return special
}

// desertSome lets no organisation come to two sittings of a group after each other, once with HR's confirmation and once
// before it.
func (w *script) desertSome(special map[*sitting][]pattern, past []*sitting) {
	fates := []fate{nothing, decided}
	for _, t := range past {
		next := following(w.all, t, t.Name, 20)
		_, taken := special[t]
		if next == nil || taken || len(fates) == 0 || !next.day().Before(clock.DateOf(w.end)) || next.goesOn || t.Name == homeCareGroup {
			continue
		}
		if _, taken := special[next]; taken {
			continue
		}
		special[t], special[next] = []pattern{{fate: fates[0], outcome: deserted}}, nil
		t.empty, next.empty = true, true
		t.minutes, next.minutes = minutesDraft, minutesDraft
		fates = fates[1:]
	}
}

// confirm puts down HR's answer, where it has come.
func (w *script) confirm(j *journey, t *sitting, x *treatment) {
	if j.fate == nothing {
		return
	}
	w.then(at(workday(t.day(), 2), 10, j.n), j.branch, "confirm "+j.name, func(ctx context.Context, h *hand) error {
		hr := w.actor(w.holder(organisation.HR), access.HR)
		p, err := h.meetings.Get(ctx, hr, t.id)
		if err != nil {
			return err
		}
		it, _ := p.Item(x.item)
		return h.meetings.AnswerAlone(ctx, hr, x.item, it.Alone().Seen(), true, "")
	})
}

// recent are the levels' sittings that have been held, the newest first.
func (w *script) recent(levels ...string) []*sitting {
	var ts []*sitting
	for _, t := range slices.Backward(w.all) {
		if slices.Contains(levels, t.Level) && t.day().Before(clock.DateOf(w.end)) && !t.goesOn && t.cancelled == "" {
			ts = append(ts, t)
		}
	}
	return ts
}

// next is the group's next sitting.
func (w *script) next(group string) *sitting {
	i := slices.IndexFunc(w.all, func(t *sitting) bool {
		return t.Name == group && t.day().After(workday(clock.DateOf(w.end), 0)) && t.cancelled == ""
	})
	return w.all[i]
}

// around puts down what people have begun beside the matters: the wizard's drafts and the unions' own notes.
func (w *script) around() {
	if manager := w.personas[Code(access.Manager)]; w.name == kommunName {
		w.draft(manager, homeCare, 5, matter.Answers{Title: "Gemensam introduktion för sommarvikarier", Category: "staffing", Decider: matter.ByManager, Important: "unsure",
			Purpose: "Vikarierna får olika introduktion i olika grupper. Vi vill ha en gemensam, så att alla kan ge trygg vård från första dagen."}, 4)
		w.draft(manager, homeCare, 12, matter.Answers{Title: "Byte av planeringsverktyg", Category: "other",
			Purpose: "Verktyget för planering är långsamt och stöds inte längre efter nyår."}, 1)
		w.draft(w.boss["Förskolan Granen"], "Förskolan Granen", 3, matter.Answers{Title: "Ändrade öppettider på Förskolan Granen", Category: "working_time",
			Decider: matter.ByManager, Purpose: "Få barn är här efter kl. 17. Personalen behövs mer på morgonen."}, 2)
		w.triages(manager)
		w.processes(w.holder(organisation.HR), manager)
		w.learns(w.holder(organisation.HR), manager, w.personas[Code(access.UnionRep)])
		w.ways(manager)
	}
	rep := w.personas[Code(access.UnionRep)]
	for _, j := range w.journeys {
		if t := j.path[0]; t.day().After(clock.DateOf(w.end)) && slices.ContainsFunc(t.seats, func(x seat) bool { return x.person == rep && !x.substitute }) && j.n%2 == 0 {
			w.then(at(before(t.day(), 6), 15, j.n), j.branch, "note on "+j.name, func(ctx context.Context, h *hand) error {
				return h.matters.SaveNote(ctx, w.actor(rep, access.UnionRep), j.id, w.union(kommunal), "Fråga på medlemsmötet: hur ser de på helgerna? Ring ombudet på Sjöängen.", 0)
			})
		}
	}
}

// draft lets the manager answer the wizard's first questions some days ago.
func (w *script) draft(manager, unit string, daysAgo int, answers matter.Answers, steps int) {
	w.then(at(before(clock.DateOf(w.end), daysAgo), 15, daysAgo), "", "draft of "+manager, func(ctx context.Context, h *hand) error {
		who := w.actor(manager, access.Manager)
		id, err := h.matters.StartDraft(ctx, who)
		if err != nil {
			return err
		}
		answers.Units = []int64{w.world.unit(unit)}
		for step := 1; step <= steps; step++ {
			h.wait(1)
			if err := h.matters.SaveStep(ctx, who, id, step, step, func(a *matter.Answers) { *a = answers }); err != nil {
				return err
			}
		}
		return nil
	})
}
