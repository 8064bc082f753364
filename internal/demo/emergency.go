package demo

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// emergency is a question that could not wait: its manager asks the förhandlingschef for leave to decide before samverkan
// (MBL 11 § second paragraph).
type emergency struct {
	daysAgo int    // working days since it happened
	unit    string // where
	group   string // who treats it afterwards
	answer  string // yes, no, or nobody has answered yet
	extra   bool   // an extra meeting is called, by consent
}

var kommunEmergencies = []emergency{
	{0, "Centralskolan 4–6", lsg("Grundskola Centrum"), "", false},
	{4, "Förskolan Granen", lsg("Förskola Norr"), "yes", true},
	{11, "Badhuset Forsen", lsg("Fritid och anläggningar"), "no", false},
	{58, "Äppelgården", lsg("Särskilt boende Centrum"), "yes", false},
	{97, "Ishall och idrottsplatser", lsg("Fritid och anläggningar"), "yes", false},
}

var companyEmergencies = []emergency{{1, "Kraftvärmeverket", lsg("Värme och avfall"), "", false}}

// emergencies puts them down; each takes the next urgent subject.
func (w *script) emergencies() {
	all := kommunEmergencies
	if w.name == companyName {
		all = companyEmergencies
	}
	urgent := slices.DeleteFunc(slices.Clone(w.subjects), func(x *subject) bool { return !x.urgent })
	for i, e := range all {
		x := urgent[slices.IndexFunc(urgent, func(x *subject) bool { return slices.Contains(x.kinds, w.kinds[e.unit]) })]
		urgent = slices.DeleteFunc(urgent, func(y *subject) bool { return y == x && i < len(all)-1 })
		w.emergency(e, x)
	}
}

func (w *script) emergency(e emergency, x *subject) {
	day := workday(clock.DateOf(ongoing(w.end)), -e.daysAgo)
	j := &journey{subject: x, n: len(w.journeys), name: titled(x, e.unit), unit: e.unit, units: []string{e.unit}, owner: w.boss[e.unit], branch: w.group[e.group].branch,
		decider: matter.ByManager, fate: nothing, planned: workday(day, 10)}
	var t *sitting
	if e.extra {
		t = w.callExtra(e.group)
	} else {
		t = w.afterwards(day, e.group)
	}
	if e.answer != "yes" {
		j.planned = workday(t.day(), 4)
	}
	treatment := &treatment{j: j, class: matter.BeforeDecision, outcome: concluded}
	t.items = append(t.items, treatment)
	j.path = []*sitting{t}
	w.used[j.name] = true
	w.ask(j, e, day)
}

// afterwards is the group's first sitting that can still be given papers in time.
func (w *script) afterwards(day clock.Date, group string) *sitting {
	i := slices.IndexFunc(w.all, func(t *sitting) bool {
		return t.Name == group && day.DaysUntil(t.day()) > w.agreement.NoticeDays+6 && t.cancelled == "" && !t.goesOn
	})
	return w.all[i]
}

// callExtra calls an extra meeting of the group the day after tomorrow.
func (w *script) callExtra(group string) *sitting {
	day := workday(workday(clock.DateOf(w.end), 0), 2)
	t := &sitting{group: w.group[group], n: len(w.all), start: day.At(8, 15), length: w.all[0].length / 2, extra: true}
	w.all = append(w.all, t)
	return t
}

// ask puts down the request, the answer, the decision and the samverkan that follows.
func (w *script) ask(j *journey, e emergency, day clock.Date) {
	x, t := j.subject, j.path[0]
	w.then(at(day, 6, 1), "", "create "+j.name, func(ctx context.Context, h *hand) error { return w.create(ctx, h, j) })
	w.then(day.At(6, 40), j.branch, "ask to decide about "+j.name, func(ctx context.Context, h *hand) error {
		who := j.who(w.stage)
		_, err := h.matters.Propose(ctx, who, j.id, matter.ProposalForm{Body: j.text(x.proposal), Alternatives: j.text(x.alternatives), Reason: "Det brådskar. APT hålls samma vecka."})
		if err != nil {
			return err
		}
		h.wait(4)
		if err := h.matters.ConfirmPlan(ctx, who, j.id, j.tracks(w.stage), ""); err != nil {
			return err
		}
		h.wait(6)
		return h.matters.RequestException(ctx, who, j.id, j.motives())
	})
	if e.answer != "" {
		w.then(day.At(7, 25), j.branch, "answer about "+j.name, func(ctx context.Context, h *hand) error {
			text := "Förutsättningarna är uppfyllda. Kalla till samverkan så snart det går."
			if e.answer == "no" {
				text = "Skälet är att planeringen har dragit ut på tiden. Det är inte synnerliga skäl. Kalla till ett extra möte i stället."
			}
			return h.matters.AnswerException(ctx, w.actor(w.holder(organisation.Negotiator), access.Negotiator), j.id, e.answer == "yes", text)
		})
	}
	if e.answer == "yes" {
		w.then(day.At(7, 40), j.branch, "decide "+j.name, func(ctx context.Context, h *hand) error {
			_, err := h.matters.Decide(ctx, j.who(w.stage), j.id, matter.DecisionForm{Deviation: matter.AsProposed, Views: "Samverkan sker i efterhand."})
			return err
		})
	}
	if j.environment {
		w.assess(j, workday(day, 1))
	}
	setUp := workday(t.day(), -4)
	if !t.extra {
		setUp = before(t.day(), w.agreement.NoticeDays+3)
	}
	w.then(setUp.At(11, 5), j.branch, "set up "+j.name, func(ctx context.Context, h *hand) error { return w.putUp(ctx, h, j, t) })
}

// motives are the four things that a request has to say.
func (j *journey) motives() matter.ExceptionForm {
	return matter.ExceptionForm{What: j.text(j.proposal), Harm: j.text(j.dialogue), Unforeseen: j.text(j.minutes), NoExtraMeeting: j.text(j.views)}
}
