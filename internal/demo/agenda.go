package demo

import (
	"context"
	"slices"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/meeting"
)

// agendas puts down what comes to the personas' agendas by other ways than matters: standing items of the group's own, what
// members suggest, what a meeting did not come to, who is invited for one item, and what safety representatives request.
func (w *script) agendas() {
	if w.name == companyName {
		w.request(companyGroup, w.personas[Code(access.SafetyRep)], "Kraftvärmeverket", 4, meeting.RequestForm{Title: "Ventilationen i panncentralen", Place: "Panncentralen, plan 2",
			Problem: "Luften är tung och varm när båda pannorna går, mest på nattpassen.", Wanted: "Mät luftflödet och se över ventilationen innan vintern."})
		return
	}
	next := w.next(homeCareGroup)
	after, prev := following(w.all, next, homeCareGroup, 1), preceding(w.all, next, 10)
	w.template(next.group)
	w.suggestions(next.group, after)
	w.leave(prev, next, "Introduktion för vikarier inför helgerna", "Så här långt har vi kommit med introduktionen.")
	w.leave(prev, nil, "Nycklar och larm hos brukare", "Flera nycklar har kommit bort. Hur gör vi framöver?")
	w.present(after, w.personas[Code(access.Employee)], "Så fungerar det nya planeringsverktyget")
	w.request(homeCareGroup, w.personas[Code(access.SafetyRep)], homeCare, 2, meeting.RequestForm{Title: "Ensamarbete på kvällspassen",
		Problem: "Efter klockan 20 är en person ensam ute. Larmet når inte alltid fram.", Wanted: "Två på passet, eller larm som fungerar överallt."})
	w.request(homeCareGroup, w.personas[Code(access.SafetyRep)], homeCare, 12, meeting.RequestForm{Title: "Kall personalingång",
		Problem: "Dörren går inte att stänga helt, och det drar i omklädningsrummet.", Wanted: "Byt tätningslisten."}, "Vaktmästaren bytte listen samma vecka.")
	for _, unit := range w.under[w.group[lsg("Hemtjänst Öst")].Units[0]] {
		if p := w.safetyOf(unit); p != "" {
			w.request(lsg("Hemtjänst Öst"), p, unit, 22, meeting.RequestForm{Title: "Trasigt golv i förrådet", Kind: meeting.RequestExamination,
				Problem: "Golvet sviktar vid dörren och två har snubblat.", Wanted: "Undersök golvet och spärra av tills det är lagat."})
			break
		}
	}
}

// template gives the group standing items of its own, before any meeting is planned.
func (w *script) template(g *group) {
	day := before(clock.DateOf(w.end), pastDays+41)
	w.then(day.At(8, 1), "", "template of "+g.Name, func(ctx context.Context, h *hand) error {
		items := meeting.DefaultTemplate(g.SafetyCommittee)
		at := slices.IndexFunc(items, func(x meeting.TemplateItem) bool { return x.Class == matter.FollowUp })
		items = slices.Insert(items, at, meeting.TemplateItem{Class: matter.Standing, Title: "Läget i bemanningen", Minutes: 10, Presenter: "employer"},
			meeting.TemplateItem{Class: matter.Standing, Title: "Tillbud och arbetsskador sedan sist", Minutes: 10, Presenter: "safety"})
		return h.meetings.SaveTemplate(ctx, w.actor(g.Chair, access.Manager), g.id, 0, items)
	})
}

// suggestions are what members want taken up: two wait, one is on an agenda, and one was answered.
func (w *script) suggestions(g *group, t *sitting) {
	rep, safety := w.actor(w.personas[Code(access.UnionRep)], access.UnionRep), w.actor(w.personas[Code(access.SafetyRep)], access.SafetyRep)
	chair := w.actor(g.Chair, access.Manager)
	suggest := func(who access.Actor, daysAgo int, f meeting.SuggestForm, then func(context.Context, *hand, int64) error) {
		f.GroupID = g.id
		w.then(at(before(clock.DateOf(w.end), daysAgo), 10, daysAgo), g.branch, "suggest "+f.Title, func(ctx context.Context, h *hand) error {
			id, err := h.meetings.Suggest(ctx, who, f)
			if err != nil || then == nil {
				return err
			}
			h.wait(90)
			return then(ctx, h, id)
		})
	}
	suggest(rep, 20, meeting.SuggestForm{Title: "Friskvårdstimme för alla", Why: "Medlemmarna frågar varför bara dagpersonalen har den.", Class: matter.EarlyDialogue, UnionID: w.union(kommunal)},
		func(ctx context.Context, h *hand, id int64) error {
			return h.meetings.DeclineSuggestion(ctx, chair, id, "Friskvård beslutas för hela kommunen. Jag har lämnat frågan vidare till centrala samverkansgruppen.")
		})
	suggest(safety, 8, meeting.SuggestForm{Title: "Uppföljning av trygghetslarmen", Why: "Det har gått ett halvår sedan bytet. Fungerar de som vi ville?", Class: matter.FollowUp},
		func(ctx context.Context, h *hand, id int64) error {
			return h.meetings.TakeSuggestion(ctx, chair, id, meeting.TakeForm{MeetingID: t.id, Reason: holidays})
		})
	suggest(rep, 3, meeting.SuggestForm{Title: "Parkeringen vid lokalen", Why: "Det finns sex platser och fjorton bilar på morgonen.", Class: matter.EarlyDialogue, UnionID: w.union(kommunal)}, nil)
	suggest(safety, 2, meeting.SuggestForm{Title: "Halt på gården", Why: "Grusningen kommer sent. Två har halkat i år.", Class: matter.Information}, nil)
}

// leave puts an item on a sitting's agenda that the meeting does not come to; another sitting takes it over, unless nil.
func (w *script) leave(from, to *sitting, title, about string) {
	w.then(at(before(from.day(), w.agreement.NoticeDays+2), 9, from.n), from.branch, "add "+title, func(ctx context.Context, h *hand) error {
		return h.meetings.AddItem(ctx, from.chair(w.world), from.id, meeting.AddForm{Title: title, Class: matter.Information, Minutes: 10, About: about, Reason: holidays})
	})
	if to == nil {
		return
	}
	w.then(from.start.Add(from.length).Add(3*time.Hour), from.branch, "carry "+title, func(ctx context.Context, h *hand) error {
		p, err := h.meetings.Agenda(ctx, to.chair(w.world), to.id)
		if err != nil {
			return err
		}
		for _, d := range p.Deferred {
			if d.Title == title {
				return h.meetings.CarryOver(ctx, to.chair(w.world), to.id, d.ID, holidays)
			}
		}
		return nil
	})
}

// present invites somebody who is not in the group to present one item.
func (w *script) present(t *sitting, who, title string) {
	w.then(at(before(clock.DateOf(w.end), 1), 14, t.n), t.branch, "invite "+who, func(ctx context.Context, h *hand) error {
		chair := t.chair(w.world)
		if err := h.meetings.AddItem(ctx, chair, t.id, meeting.AddForm{Title: title, Class: matter.Information, Minutes: 15, About: "Visa hur schemat ser ut i telefonen, och vad som saknas.", Reason: holidays}); err != nil {
			return err
		}
		p, err := h.meetings.Get(ctx, chair, t.id)
		if err != nil {
			return err
		}
		for _, it := range p.Items {
			if it.Title == title {
				return h.meetings.InvitePresenter(ctx, chair, it.ID, who)
			}
			if it.Class == matter.FollowUp {
				if err := h.meetings.NamePresenter(ctx, chair, it.ID, "Karin Ek, företagshälsovården"); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// request makes a safety representative's request some days ago, at twelve past nine; with a reason it is taken back five
// days later.
func (w *script) request(g, who, unit string, daysAgo int, f meeting.RequestForm, back ...string) {
	if f.Kind == "" {
		f.Kind = meeting.RequestMeasure
	}
	f.UnitID, f.Committee = w.world.unit(unit), true
	var id int64
	w.then(before(clock.DateOf(w.end), daysAgo).At(9, 12), w.group[g].branch, "request "+f.Title, func(ctx context.Context, h *hand) (err error) {
		id, err = h.meetings.RequestSafety(ctx, w.actor(who, access.SafetyRep), f)
		return err
	})
	for _, reason := range back {
		w.then(before(clock.DateOf(w.end), daysAgo-5).At(10, 5), w.group[g].branch, "take back "+f.Title, func(ctx context.Context, h *hand) error {
			return h.meetings.WithdrawRequest(ctx, w.actor(who, access.SafetyRep), id, 1, reason)
		})
	}
}
