package acceptance

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cucumber/godog"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// theAgreement changes the parameters that the table names, from the agreement's first day, or from today when the
// scenario has got past it.
func (w *world) theAgreement(t *godog.Table) error {
	all, err := rows(t, []string{"parameter", "värde"}, nil)
	if err != nil {
		return err
	}
	a := w.agreement
	if today := clock.Today(w.clock); w.clockSet && today.After(w.begins) {
		a.ValidFrom = today
	}
	for _, r := range all {
		if err := setParameter(&a, r["parameter"], r["värde"]); err != nil {
			return fmt.Errorf("parametern %q: %w", r["parameter"], err)
		}
	}
	w.agreement = a
	return w.layOut(func(s organisation.Setup, tx *db.OrgTx) error { return s.Agreement(w.ctx, tx, a) })
}

func setParameter(a *organisation.Agreement, name, value string) (err error) {
	numbers := map[string]*int{
		"kallelse, dagar": &a.NoticeDays, "handlingar, dagar": &a.PapersDays, "sista dag för punkter, dagar": &a.ItemsDays, "svar på begäran enligt 6:6a, dagar": &a.RequestDays, "frist för central förhandling, dagar": &a.CentralDays,
		"justering, dagar": &a.ApprovalDays, "redaktionell ändring, invändning arbetsdagar": &a.EditorialObjectionDays,
		"skyddskommitté, längsta mellanrum månader": &a.SafetyGapMonths, "skyddskommitté, varning efter dagar": &a.SafetyWarnDays,
		"samverka i efterhand, arbetsdagar": &a.AfterwardsDays,
		"extra möte, dagar":                 &a.ExtraMeetingDays, "minsta grupp för statistik": &a.StatisticsMinimum,
	}
	if n, ok := numbers[name]; ok {
		*n, err = strconv.Atoi(value)
		return err
	}
	choices := map[string]struct {
		field *string
		words map[string]string
	}{
		"samverkan fullgjord vid": {&a.EffectiveAt, map[string]string{"mötets slut": organisation.AtMeetingEnd, "justering": organisation.AtApproval}},
		"ordning mellan grupper": {&a.GroupOrder, map[string]string{"parallellt": organisation.Parallel, "nedifrån och upp": organisation.BottomUp,
			"uppifrån och ned": organisation.TopDown}},
		"MBL-begäran gäller": {&a.MBLScope, map[string]string{"begärande organisation": organisation.MBLRequesting, "hela ärendet": organisation.MBLAll}},
	}
	if c, ok := choices[name]; ok {
		*c.field, err = oneOf("värde", value, c.words)
		return err
	}
	switch name {
	case "riskbedömning före avslut":
		needed, err := oneOf("värde", value, map[string]string{"krävs": "ja", "krävs inte": "nej"})
		a.RiskBeforeConclusion = needed == "ja"
		return err
	case "steg vid oenighet":
		a.DisagreementSteps = nil
		for _, s := range strings.Split(value, ", ") {
			step, err := oneOf("värde", s, map[string]string{"förstärkt samverkan": organisation.StepEnhanced, "högre grupp": organisation.StepHigherGroup, "central förhandling": organisation.StepCentral})
			if err != nil {
				return err
			}
			a.DisagreementSteps = append(a.DisagreementSteps, step)
		}
		return nil
	case "verkställighet under förhandling":
		waits, err := oneOf("värde", value, map[string]string{"väntar": "ja", "får börja": "nej"})
		a.HoldExecution = waits == "ja"
		return err
	case "fackligt väckta ärenden":
		a.UnionRaised, err = yes(value, true)
		return err
	case "omräkning till arbetsdag":
		a.MoveToWorkingDay, err = yes(value, true)
		return err
	}
	return fmt.Errorf("avtalet har ingen sådan parameter")
}
