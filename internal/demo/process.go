package demo

import (
	"context"
	"fmt"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/process"
)

// processes lets HR make a template its own, and managers start matters from templates: two that have come some way, one
// whose steps do not fit before the wished day.
func (w *script) processes(hr, manager string) {
	w.then(at(before(clock.DateOf(w.end), 20), 10, 1), "", "template of "+hr, func(ctx context.Context, h *hand) error {
		who := w.actor(hr, access.HR)
		id, err := h.processes.Copy(ctx, who, "nytt-schema", "Nytt schema i hemtjänsten")
		if err != nil {
			return err
		}
		t, err := h.processes.Get(ctx, who, fmt.Sprint(id))
		if err != nil {
			return err
		}
		t.Summary = "Som Samverkas mall, med en extra träff för nattpatrullen."
		t.Steps = append([]process.Step{{Title: "Fråga nattpatrullen", Kind: process.Task, Days: 105, Text: "De kommer sällan på APT. Ta en timme kl. 21."}}, t.Steps...)
		return h.processes.Save(ctx, who, id, t.Version, t)
	})
	heat := w.answered("Sommaren i hemtjänsten", "Förra sommaren blev det för mycket övertid. Vi planerar i god tid.", "staffing", 14)
	w.follows(manager, homeCare, 18, "sommarbemanning", heat, 1)
	tablet := w.answered("Nya surfplattor i hemtjänsten", "Surfplattorna är för gamla för det nya journalsystemet.", "other", 26)
	w.follows(manager, homeCare, 15, "nytt-system", tablet, 1)
	office := w.answered("Flytt av kontoret till Torget", "Hyresavtalet löper ut.", "premises", 7)
	w.follows(w.boss["Förskolan Granen"], "Förskolan Granen", 10, "flytt", office, 0)
}

// follows lets the manager start a matter from a template and tick its first steps.
func (w *script) follows(manager, unit string, daysAgo int, ref string, answers matter.Answers, ticked int) {
	w.then(at(before(clock.DateOf(w.end), daysAgo), 13, daysAgo), "", "matter from "+ref, func(ctx context.Context, h *hand) error {
		who := w.actor(manager, access.Manager)
		id, err := h.matters.StartFrom(ctx, who, ref)
		if err != nil {
			return err
		}
		answers.Template, answers.Units = ref, []int64{w.world.unit(unit)}
		h.wait(4)
		if err := h.matters.SaveStep(ctx, who, id, 1, 1, func(a *matter.Answers) { *a = answers }); err != nil {
			return err
		}
		h.wait(1)
		m, err := h.matters.FinishDraft(ctx, who, id, "")
		if err != nil {
			return err
		}
		p, err := h.matters.Steps(ctx, who, m)
		if err != nil {
			return err
		}
		for _, s := range p.Process[:ticked] {
			h.wait(24 * 60)
			if err := h.matters.TickStep(ctx, who, m, s.ID, true); err != nil {
				return err
			}
		}
		return nil
	})
}
