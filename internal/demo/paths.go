package demo

import (
	"context"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
)

// ways lets matters of the manager's go other ways than straight on: one is lifted to the group above, one waits to be taken
// on by the manager above, one was withdrawn and one opened again, one has been changed after it was started; and unions and
// safety representatives bring questions of their own.
func (w *script) ways(manager string) {
	begun := func(daysAgo int, title, purpose string, then func(ctx context.Context, h *hand, who access.Actor, id int64) error) {
		w.then(at(before(clock.DateOf(w.end), daysAgo), 10, daysAgo), "", "way of "+title, func(ctx context.Context, h *hand) error {
			who := w.actor(manager, access.Manager)
			id, err := h.matters.Create(ctx, who, matter.New{Title: title, Purpose: purpose, UnitIDs: []int64{w.world.unit(homeCare)}, Category: "organisation", Decider: matter.ByManager,
				PlannedDecision: clock.DateOf(w.end).Add(70).OrNextWorkingDay()})
			if err != nil {
				return err
			}
			h.wait(15)
			if err := h.matters.ConfirmPlan(ctx, who, id, []matter.PlanTrack{{Kind: matter.KindGroup, GroupID: w.group[homeCareGroup].id}}, "Gruppen är närmast dem som berörs."); err != nil {
				return err
			}
			h.wait(30)
			return then(ctx, h, who, id)
		})
	}
	begun(16, "Gemensam bilpool för hemtjänsten", "Bilarna står stilla i en grupp medan en annan saknar bil. Vi vill dela dem.", func(ctx context.Context, h *hand, who access.Actor, id int64) error {
		return h.matters.Lift(ctx, who, id, w.group[homeCareGroup].id, "Bilarna delas av fyra hemtjänstområden. Frågan rör fler arbetsplatser än gruppen omfattar.")
	})
	begun(2, "Ny organisation av natten", "Natten leds i dag av två chefer. Frågan är om den ska ledas av en.", func(ctx context.Context, h *hand, who access.Actor, id int64) error {
		p, err := h.matters.Receivers(ctx, who, id)
		if err != nil || len(p.Receivers) == 0 {
			return err
		}
		return h.matters.HandOver(ctx, who, id, p.Receivers[0].PersonID, "Det ingår inte i mitt mandat att ändra hur natten leds i fler områden än mitt.")
	})
	begun(25, "Egen matsal på Sjögatan", "Matrummet är för litet för två grupper samtidigt.", func(ctx context.Context, h *hand, who access.Actor, id int64) error {
		return h.matters.Withdraw(ctx, who, id, "Fastighetsägaren bygger om huset. Vi väntar på det.")
	})
	begun(22, "Kortare överlämning på morgonen", "Överlämningen tar 25 minuter. Mycket står redan i journalen.", func(ctx context.Context, h *hand, who access.Actor, id int64) error {
		if err := h.matters.Withdraw(ctx, who, id, "Vi provar rutinen i en grupp först."); err != nil {
			return err
		}
		h.wait(24 * 60 * 7)
		if err := h.matters.Reopen(ctx, who, id, "Provet är klart och gick bra."); err != nil {
			return err
		}
		h.wait(40)
		p, err := h.matters.ForEdit(ctx, who, id, "", nil)
		if err != nil {
			return err
		}
		return h.matters.Edit(ctx, who, id, matter.EditForm{Version: p.Version, New: matter.New{Title: p.Title, Purpose: "Överlämningen tar 25 minuter. Provet visade att 15 räcker.", UnitIDs: []int64{w.world.unit(homeCare)},
			Category: "working_time", PlannedDecision: p.PlannedDecision, Decider: p.Decider, Reason: "Provet visade att frågan gäller arbetstid."}})
	})
	w.brought(manager)
	w.acrossDepartments()
}

// acrossDepartments is a question over two förvaltningar: the parties have agreed that the central group concludes for all.
func (w *script) acrossDepartments() {
	var central *group
	var homes []string
	var below []int64
	for _, g := range w.groups {
		switch g.Level {
		case "CSG":
			central = w.group[g.Name]
		case "FSG":
			homes, below = append(homes, g.home), append(below, w.group[g.Name].id)
		}
	}
	if central == nil || len(homes) < 2 {
		return
	}
	w.then(at(before(clock.DateOf(w.end), 12), 9, 3), "", "across departments", func(ctx context.Context, h *hand) error {
		who := w.actor(central.Chair, access.Manager)
		id, err := h.matters.Create(ctx, who, matter.New{Title: "Gemensamma regler för tjänsteresor", Purpose: "Reglerna skiljer sig mellan förvaltningarna. Vi vill ha samma för alla.",
			UnitIDs: []int64{w.world.unit(homes[0]), w.world.unit(homes[1])}, Category: "policy", Decider: matter.ByManager, PlannedDecision: clock.DateOf(w.end).Add(90).OrNextWorkingDay()})
		if err != nil {
			return err
		}
		h.wait(60)
		plan := []matter.PlanTrack{{Kind: matter.KindGroup, GroupID: central.id}, {Kind: matter.KindInfo, GroupID: below[0]}, {Kind: matter.KindInfo, GroupID: below[1]}}
		agreed := matter.AgreedForm{On: clock.DateOf(h.clock.Now()), How: "CSG avslutar för alla. Förvaltningsgrupperna får information och lämnar synpunkter till sina företrädare i CSG.", Concluder: central.id}
		for _, u := range w.unions {
			agreed.Unions = append(agreed.Unions, w.union(u.Name))
		}
		return h.matters.ConfirmAgreedPlan(ctx, who, id, plan, "Parterna är överens om att CSG avslutar för alla.", agreed)
	})
}

// brought are the questions of unions and safety representatives: waiting, declined and negotiated about, and taken on.
func (w *script) brought(manager string) {
	rep := w.personas[Code(access.UnionRep)]
	ask := func(daysAgo int, name string, role access.Role, title, why string, then func(ctx context.Context, h *hand, id int64) error) {
		w.then(at(before(clock.DateOf(w.end), daysAgo), 13, daysAgo), "", "question "+title, func(ctx context.Context, h *hand) error {
			f := matter.RaiseForm{Title: title, Why: why, GroupID: w.group[homeCareGroup].id, UnitID: w.world.unit(homeCare), WantedOn: clock.DateOf(w.end).Add(35).OrNextWorkingDay()}
			if role == access.UnionRep {
				f.UnionID = w.union(kommunal)
			}
			id, err := h.matters.Raise(ctx, w.actor(name, role), f)
			if err != nil || then == nil {
				return err
			}
			h.wait(24 * 60)
			return then(ctx, h, id)
		})
	}
	ask(3, rep, access.UnionRep, "Rätt till heltid i praktiken", "Flera har tackat nej till heltid för att passen delas. Vi vill gå igenom hur heltid kan läggas ut utan delade turer.", nil)
	ask(20, rep, access.UnionRep, "Arbetskläder för alla vikarier", "Vikarier får vänta i veckor på kläder. Vi vill ha en rutin från första dagen.", func(ctx context.Context, h *hand, id int64) error {
		if err := h.matters.Decline(ctx, w.actor(manager, access.Manager), id, "Kläder beställs centralt, och ett nytt avtal börjar gälla i höst. Vi tar upp frågan när det finns."); err != nil {
			return err
		}
		h.wait(24 * 60 * 2)
		return h.matters.RequestRaised(ctx, w.actor(rep, access.UnionRep), id, matter.MBL12)
	})
	ask(13, rep, access.UnionRep, "Ensamarbete på kvällarna", "Två av fyra kvällspass är ensamma. Vi vill se över hur passen läggs.", func(ctx context.Context, h *hand, id int64) error {
		_, err := h.matters.Accept(ctx, w.actor(manager, access.Manager), id, matter.New{Title: "Ensamarbete på kvällarna", Purpose: "Två av fyra kvällspass är ensamma. Facket har väckt frågan om hur passen läggs.",
			UnitIDs: []int64{w.world.unit(homeCare)}, Category: "work_environment", Decider: matter.ByManager, WorkEnvironment: true, PlannedDecision: clock.DateOf(w.end).Add(80).OrNextWorkingDay()})
		return err
	})
	ask(17, w.personas[Code(access.SafetyRep)], access.SafetyRep, "Belysning vid cykelförrådet", "Det är mörkt vid förrådet när kvällspasset slutar.", nil)
}
