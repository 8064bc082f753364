package organisation

import (
	"context"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/organisation"
	"samverka/templates/ui"
)

// words are what the pages say about one parameter.
type words struct {
	Name    string
	Label   string
	Hint    string
	Says    func(organisation.Agreement) []string // in sentences, with examples
	Options []ui.Option
}

// example is the meeting that the examples are about.
type example struct {
	Group string // "": a meeting like any
	Day   clock.Date
}

// exampleDay is the last of March after the agreement begins.
func exampleDay(a organisation.Agreement) example {
	y, _, _ := a.ValidFrom.YMD()
	day := clock.NewDate(y, 3, 31)
	if day.Before(a.ValidFrom) {
		day = clock.NewDate(y+1, 3, 31)
	}
	return example{Day: day}
}

// wordsOf are the words about the parameter.
func wordsOf(ctx context.Context, p organisation.Parameter, x example) words {
	for _, section := range []func(context.Context, string, example) (words, bool){callingWords, consultingWords, disagreementWords, approvalWords, aptWords, otherWords} {
		if w, ok := section(ctx, p.Name, x); ok {
			return w
		}
	}
	return words{Name: p.Name, Label: p.Name, Says: func(a organisation.Agreement) []string { return []string{p.Text(a)} }}
}

// number says a parameter that is a number, with its example when there is one.
func number(ctx context.Context, key string, value func(organisation.Agreement) int, examples ...func(organisation.Agreement) string) func(organisation.Agreement) []string {
	return func(a organisation.Agreement) []string {
		lines := []string{i18n.N(ctx, key, value(a))}
		for _, e := range examples {
			lines = append(lines, e(a))
		}
		return lines
	}
}

// either says a parameter that is on or off.
func either(on, off string, value func(organisation.Agreement) bool) func(organisation.Agreement) []string {
	return func(a organisation.Agreement) []string {
		if value(a) {
			return []string{on}
		}
		return []string{off}
	}
}

// one says a choice by the sentence of its value.
func one(says map[string]string, value func(organisation.Agreement) string) func(organisation.Agreement) []string {
	return func(a organisation.Agreement) []string { return []string{says[value(a)]} }
}

func yesOrNo(ctx context.Context) []ui.Option {
	return []ui.Option{choice(i18n.T(ctx, "agreement.yes"), "ja"), choice(i18n.T(ctx, "agreement.no"), "nej")}
}

func choice(label, value string) ui.Option { return ui.Option{Label: label, Value: value} }

func callingWords(ctx context.Context, name string, x example) (words, bool) {
	day := i18n.Date(ctx, x.Day)
	switch name {
	case "notice_days":
		return words{Name: i18n.T(ctx, "agreement.notice.name"), Label: i18n.T(ctx, "agreement.notice.label"),
			Says: number(ctx, "agreement.notice.says", func(a organisation.Agreement) int { return a.NoticeDays }, func(a organisation.Agreement) string {
				last := i18n.Date(ctx, a.NoticeBy(x.Day, false))
				if x.Group != "" {
					return i18n.T(ctx, "agreement.example.notice_named", "Group", x.Group, "Meeting", day, "Last", last)
				}
				return i18n.T(ctx, "agreement.notice.example", "Meeting", day, "Last", last)
			})}, true
	case "papers_days":
		return words{Name: i18n.T(ctx, "agreement.papers.name"), Label: i18n.T(ctx, "agreement.papers.label"),
			Says: number(ctx, "agreement.papers.says", func(a organisation.Agreement) int { return a.PapersDays }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.papers.example", "Meeting", day, "Last", i18n.Date(ctx, a.PapersBy(x.Day, false)))
			})}, true
	case "items_days":
		return words{Name: i18n.T(ctx, "agreement.items.name"), Label: i18n.T(ctx, "agreement.items.label"), Hint: i18n.T(ctx, "agreement.items.hint"),
			Says: number(ctx, "agreement.items.says", func(a organisation.Agreement) int { return a.ItemsDays }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.items.example", "Meeting", day, "Last", i18n.Date(ctx, a.ItemsBy(x.Day, false)))
			})}, true
	case "table_on_late_papers":
		return words{Name: i18n.T(ctx, "agreement.tabling.name"), Label: i18n.T(ctx, "agreement.tabling.label"), Options: yesOrNo(ctx),
			Says: either(i18n.T(ctx, "agreement.tabling.on"), i18n.T(ctx, "agreement.tabling.off"), func(a organisation.Agreement) bool { return a.TableOnLatePapers })}, true
	case "extra_meetings":
		return words{Name: i18n.T(ctx, "agreement.extras.name"), Label: i18n.T(ctx, "agreement.extras.label"), Hint: i18n.T(ctx, "agreement.extras.hint"), Options: yesOrNo(ctx),
			Says: either(i18n.T(ctx, "agreement.extras.on"), i18n.T(ctx, "agreement.extras.off"), func(a organisation.Agreement) bool { return a.ExtraMeetings })}, true
	case "extra_meeting_days":
		return words{Name: i18n.T(ctx, "agreement.extra.name"), Label: i18n.T(ctx, "agreement.extra.label"),
			Says: number(ctx, "agreement.extra.says", func(a organisation.Agreement) int { return a.ExtraMeetingDays }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.example.extra", "Meeting", day, "Last", i18n.Date(ctx, a.NoticeBy(x.Day, true)))
			})}, true
	case "move_to_working_day":
		return words{Name: i18n.T(ctx, "agreement.working.name"), Label: i18n.T(ctx, "agreement.working.label"),
			Options: []ui.Option{choice(i18n.T(ctx, "agreement.working.choice_yes"), "ja"), choice(i18n.T(ctx, "agreement.working.choice_no"), "nej")},
			Says:    either(i18n.T(ctx, "agreement.working.moves"), i18n.T(ctx, "agreement.working.stays"), func(a organisation.Agreement) bool { return a.MoveToWorkingDay })}, true
	}
	return words{}, false
}

func approvalWords(ctx context.Context, name string, x example) (words, bool) {
	switch name {
	case "adjusters_minimum":
		return words{Name: i18n.T(ctx, "agreement.adjusters.name"), Label: i18n.T(ctx, "agreement.adjusters.label"), Hint: i18n.T(ctx, "agreement.adjusters.hint"),
			Says: number(ctx, "agreement.adjusters.says", func(a organisation.Agreement) int { return a.AdjustersMinimum })}, true
	case "approval_days":
		return words{Name: i18n.T(ctx, "agreement.approval.name"), Label: i18n.T(ctx, "agreement.approval.label"),
			Says: number(ctx, "agreement.approval.says", func(a organisation.Agreement) int { return a.ApprovalDays }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.approval.example", "Sent", i18n.Date(ctx, x.Day), "Last", i18n.LongDate(ctx, a.ApprovalUntil(x.Day)))
			})}, true
	case "publish_days":
		return words{Name: i18n.T(ctx, "agreement.publish.name"), Label: i18n.T(ctx, "agreement.publish.label"), Hint: i18n.T(ctx, "agreement.publish.hint"),
			Says: number(ctx, "agreement.publish.says", func(a organisation.Agreement) int { return a.PublishDays }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.example.publish", "Meeting", i18n.Date(ctx, x.Day), "Last", i18n.Date(ctx, x.Day.Add(a.PublishDays)))
			})}, true
	case "publish_audience":
		return words{Name: i18n.T(ctx, "agreement.audience.name"), Label: i18n.T(ctx, "agreement.audience.label"),
			Options: []ui.Option{choice(i18n.T(ctx, "agreement.audience.choice_units"), organisation.ForCoveredUnits), choice(i18n.T(ctx, "agreement.audience.choice_all"), organisation.ForOrganisation)},
			Says: one(map[string]string{organisation.ForCoveredUnits: i18n.T(ctx, "agreement.audience.units"), organisation.ForOrganisation: i18n.T(ctx, "agreement.audience.all")},
				func(a organisation.Agreement) string { return a.PublishAudience })}, true
	}
	return words{}, false
}
