package organisation

import (
	"context"
	"strings"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/organisation"
	"samverka/templates/ui"
)

func consultingWords(ctx context.Context, name string, x example) (words, bool) {
	switch name {
	case "effective_at":
		return words{Name: i18n.T(ctx, "agreement.effective.name"), Label: i18n.T(ctx, "agreement.effective.label"),
			Options: []ui.Option{choice(i18n.T(ctx, "agreement.effective.choice_meeting"), organisation.AtMeetingEnd), choice(i18n.T(ctx, "agreement.effective.choice_approval"), organisation.AtApproval)},
			Says: one(map[string]string{organisation.AtMeetingEnd: i18n.T(ctx, "agreement.effective.meeting_end"), organisation.AtApproval: i18n.T(ctx, "agreement.effective.approval")},
				func(a organisation.Agreement) string { return a.EffectiveAt })}, true
	case "quorum":
		return words{Name: i18n.T(ctx, "agreement.quorum.name"), Label: i18n.T(ctx, "agreement.quorum.label"), Hint: i18n.T(ctx, "agreement.quorum.hint"),
			Says: number(ctx, "agreement.quorum.says", func(a organisation.Agreement) int { return a.Quorum })}, true
	case "group_order":
		return words{Name: i18n.T(ctx, "agreement.order.name"), Label: i18n.T(ctx, "agreement.order.label"),
			Options: []ui.Option{choice(i18n.T(ctx, "agreement.order.choice_parallel"), organisation.Parallel), choice(i18n.T(ctx, "agreement.order.choice_bottom"), organisation.BottomUp), choice(i18n.T(ctx, "agreement.order.choice_top"), organisation.TopDown)},
			Says: one(map[string]string{organisation.Parallel: i18n.T(ctx, "agreement.order.parallel"), organisation.BottomUp: i18n.T(ctx, "agreement.order.bottom_up"),
				organisation.TopDown: i18n.T(ctx, "agreement.order.top_down")}, func(a organisation.Agreement) string { return a.GroupOrder })}, true
	case "group_categories":
		return words{Name: i18n.T(ctx, "agreement.categories.name"), Label: i18n.T(ctx, "agreement.categories.label"), Hint: i18n.T(ctx, "agreement.categories.hint"),
			Options: categoryOptions(ctx), Says: func(a organisation.Agreement) []string { return []string{categoriesSay(ctx, a.GroupCategories)} }}, true
	case "editorial_objection_days":
		return words{Name: i18n.T(ctx, "agreement.editorial.name"), Label: i18n.T(ctx, "agreement.editorial.label"), Hint: i18n.T(ctx, "agreement.editorial.hint"),
			Says: number(ctx, "agreement.editorial.says", func(a organisation.Agreement) int { return a.EditorialObjectionDays }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.example.editorial", "Meeting", i18n.Date(ctx, x.Day), "Last", i18n.LongDate(ctx, a.ObjectionUntil(x.Day)))
			})}, true
	case "union_raised":
		return words{Name: i18n.T(ctx, "agreement.raised.name"), Label: i18n.T(ctx, "agreement.raised.label"), Options: yesOrNo(ctx),
			Says: either(i18n.T(ctx, "agreement.raised.on"), i18n.T(ctx, "agreement.raised.off"), func(a organisation.Agreement) bool { return a.UnionRaised })}, true
	case "mbl38_inside":
		return words{Name: i18n.T(ctx, "agreement.inside.name"), Label: i18n.T(ctx, "agreement.inside.label"), Hint: i18n.T(ctx, "agreement.inside.hint"), Options: yesOrNo(ctx),
			Says: either(i18n.T(ctx, "agreement.inside.on"), i18n.T(ctx, "agreement.inside.off"), func(a organisation.Agreement) bool { return a.MBL38Inside })}, true
	case "seats_per_union":
		return words{Name: i18n.T(ctx, "agreement.seats.name"), Label: i18n.T(ctx, "agreement.seats.label"),
			Says: number(ctx, "agreement.seats.says", func(a organisation.Agreement) int { return a.SeatsPerUnion })}, true
	}
	return words{}, false
}

func categoryOptions(ctx context.Context) []ui.Option {
	var os []ui.Option
	for _, c := range organisation.Categories {
		os = append(os, choice(i18n.T(ctx, matter.CategoryKey(c)), c))
	}
	return os
}

func categoriesSay(ctx context.Context, cs []string) string {
	if len(cs) == 0 {
		return i18n.T(ctx, "agreement.categories.none")
	}
	var names []string
	for _, c := range cs {
		names = append(names, strings.ToLower(i18n.T(ctx, matter.CategoryKey(c))))
	}
	return i18n.T(ctx, "agreement.categories.says", "Categories", i18n.List(ctx, names))
}

// The steps' values as the form writes them.
const (
	stepsCentral  = organisation.StepCentral
	stepsEnhanced = organisation.StepEnhanced + "," + organisation.StepCentral
	stepsHigher   = organisation.StepHigherGroup + "," + organisation.StepCentral
	stepsBoth     = organisation.StepEnhanced + "," + organisation.StepHigherGroup + "," + organisation.StepCentral
)

func stepNames(ctx context.Context) map[string]string {
	return map[string]string{stepsCentral: i18n.T(ctx, "agreement.steps.central"), stepsEnhanced: i18n.T(ctx, "agreement.steps.enhanced"),
		stepsHigher: i18n.T(ctx, "agreement.steps.higher"), stepsBoth: i18n.T(ctx, "agreement.steps.both")}
}

func disagreementWords(ctx context.Context, name string, x example) (words, bool) {
	switch name {
	case "disagreement_steps":
		names := stepNames(ctx)
		w := words{Name: i18n.T(ctx, "agreement.steps.name"), Label: i18n.T(ctx, "agreement.steps.label"), Hint: i18n.T(ctx, "agreement.steps.hint"),
			Says: func(a organisation.Agreement) []string {
				return []string{i18n.T(ctx, "agreement.steps.says", "Steps", lower(names[strings.Join(a.DisagreementSteps, ",")]))}
			}}
		for _, v := range []string{stepsCentral, stepsEnhanced, stepsHigher, stepsBoth} {
			w.Options = append(w.Options, choice(names[v], v))
		}
		return w, true
	case "central_days":
		return words{Name: i18n.T(ctx, "agreement.central.name"), Label: i18n.T(ctx, "agreement.central.label"), Hint: i18n.T(ctx, "agreement.central.hint"),
			Says: number(ctx, "agreement.central.says", func(a organisation.Agreement) int { return a.CentralDays }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.central.example", "Meeting", i18n.Date(ctx, x.Day), "Last", i18n.LongDate(ctx, a.CentralUntil(x.Day)))
			})}, true
	case "mbl_scope":
		return words{Name: i18n.T(ctx, "agreement.mbl.name"), Label: i18n.T(ctx, "agreement.mbl.label"),
			Options: []ui.Option{choice(i18n.T(ctx, "agreement.mbl.choice_requesting"), organisation.MBLRequesting), choice(i18n.T(ctx, "agreement.mbl.choice_all"), organisation.MBLAll)},
			Says: one(map[string]string{organisation.MBLRequesting: i18n.T(ctx, "agreement.mbl.requesting"), organisation.MBLAll: i18n.T(ctx, "agreement.mbl.all")},
				func(a organisation.Agreement) string { return a.MBLScope })}, true
	case "hold_execution":
		return words{Name: i18n.T(ctx, "agreement.freeze.name"), Label: i18n.T(ctx, "agreement.freeze.label"), Options: yesOrNo(ctx),
			Says: either(i18n.T(ctx, "agreement.freeze.on"), i18n.T(ctx, "agreement.freeze.off"), func(a organisation.Agreement) bool { return a.HoldExecution })}, true
	case "exception_approver":
		return words{Name: i18n.T(ctx, "agreement.approver.name"), Label: i18n.T(ctx, "agreement.approver.label"), Hint: i18n.T(ctx, "agreement.approver.hint"),
			Options: []ui.Option{choice(i18n.T(ctx, "agreement.approver.choice_negotiator"), organisation.ByNegotiator), choice(i18n.T(ctx, "agreement.approver.choice_hr"), organisation.ByHR)},
			Says: one(map[string]string{organisation.ByNegotiator: i18n.T(ctx, "agreement.approver.negotiator"), organisation.ByHR: i18n.T(ctx, "agreement.approver.hr")},
				func(a organisation.Agreement) string { return a.ExceptionApprover })}, true
	case "afterwards_days":
		return words{Name: i18n.T(ctx, "agreement.afterwards.name"), Label: i18n.T(ctx, "agreement.afterwards.label"),
			Says: number(ctx, "agreement.afterwards.says", func(a organisation.Agreement) int { return a.AfterwardsDays }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.example.afterwards", "Meeting", i18n.Date(ctx, x.Day), "Last", i18n.LongDate(ctx, x.Day.AddWorkingDays(a.AfterwardsDays)))
			})}, true
	}
	return words{}, false
}

// upper begins a sentence with a capital.
func upper(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:min(1, len(r))])) + string(r[min(1, len(r)):])
}

// lower begins a sentence's part with a small letter; abbreviations stay.
func lower(s string) string {
	r := []rune(s)
	if len(r) > 1 && strings.ToUpper(string(r[1])) == string(r[1]) {
		return s
	}
	return strings.ToLower(string(r[:min(1, len(r))])) + string(r[min(1, len(r)):])
}
