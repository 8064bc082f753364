package demo

import (
	"context"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
)

// answered are answers to all of the wizard's questions with a decision some weeks ahead.
func (w *script) answered(title, purpose, category string, weeks int) matter.Answers {
	return matter.Answers{Title: title, Purpose: purpose, Category: category, Decider: matter.ByManager, Important: "yes", Unions: "yes",
		Outsiders: "no", WorkEnvironment: "yes", Individuals: "no", Secret: "no", PlannedDecision: clock.DateOf(w.end).Add(7 * weeks).OrNextWorkingDay(), Open: "yes"}
}

// triages lets managers answer the steering questions to the end: one has still to look at what they lead to, one has an
// idea, one has a small change that is information, and one has corrected the answer, which HR has not read.
func (w *script) triages(manager string) {
	rota := w.answered("Ny turlista på lördagar", "Lördagarna saknar folk på kvällen. Vi vill jämna ut turerna och korta de längsta passen.", "working_time", 11)
	w.draft(manager, homeCare, 2, rota, matter.DraftSteps)
	idea := w.answered("Digital tillsyn på natten", "Vi funderar på om kameror kan ersätta en del av nattens besök.", "other", 24)
	idea.Open = matter.OpenIdea
	w.triaged(manager, homeCare, 9, idea, matter.Correction{})
	keys := w.answered("Nytt nyckelskåp på kontoret", "Nycklarna ligger i en låda. Ett skåp med kod gör det enklare att se vad som är ute.", "other", 8)
	keys.Important, keys.WorkEnvironment = "no", "no"
	w.triaged(manager, homeCare, 8, keys, matter.Correction{})
	fika := w.answered("Gemensam rast på onsdagar", "En rast tillsammans i veckan, så att grupperna träffas.", "working_time", 8)
	w.triaged(manager, homeCare, 6, fika, matter.Correction{Duty: matter.DutyInform, NoRisk: true, Reason: "Rasten flyttas en kvart en dag i veckan. Alla har sagt ja på APT."})
}

// triaged lets the manager answer all questions and make the matter, with what they correct in the answer.
func (w *script) triaged(manager, unit string, daysAgo int, answers matter.Answers, x matter.Correction) {
	w.then(at(before(clock.DateOf(w.end), daysAgo), 14, daysAgo), "", "triage of "+answers.Title, func(ctx context.Context, h *hand) error {
		who := w.actor(manager, access.Manager)
		id, err := h.matters.StartDraft(ctx, who)
		if err != nil {
			return err
		}
		answers.Units = []int64{w.world.unit(unit)}
		h.wait(4)
		if err := h.matters.SaveStep(ctx, who, id, 1, 1, func(a *matter.Answers) { *a = answers }); err != nil {
			return err
		}
		if x.Made() {
			if err := h.matters.CorrectDraft(ctx, who, id, 2, x); err != nil {
				return err
			}
		}
		h.wait(2)
		_, err = h.matters.FinishDraft(ctx, who, id, "")
		return err
	})
}
