package organisation

import (
	"context"
	"strconv"
	"time"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/organisation"
)

func aptWords(ctx context.Context, name string, x example) (words, bool) {
	day := i18n.Date(ctx, x.Day)
	switch name {
	case "apt_invite_days":
		return words{Name: i18n.T(ctx, "agreement.apt_invite.name"), Label: i18n.T(ctx, "agreement.apt_invite.label"),
			Says: number(ctx, "agreement.apt_invite.says", func(a organisation.Agreement) int { return a.APTInviteDays }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.example.apt_invite", "Meeting", day, "Last", i18n.Date(ctx, x.Day.Add(-a.APTInviteDays)))
			})}, true
	case "apt_agenda_days":
		return words{Name: i18n.T(ctx, "agreement.apt_agenda.name"), Label: i18n.T(ctx, "agreement.apt_agenda.label"),
			Says: number(ctx, "agreement.apt_agenda.says", func(a organisation.Agreement) int { return a.APTAgendaDays }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.example.apt_agenda", "Meeting", day, "Last", i18n.Date(ctx, x.Day.Add(-a.APTAgendaDays)))
			})}, true
	case "apt_notes_days":
		return words{Name: i18n.T(ctx, "agreement.apt_notes.name"), Label: i18n.T(ctx, "agreement.apt_notes.label"),
			Says: number(ctx, "agreement.apt_notes.says", func(a organisation.Agreement) int { return a.APTNotesDays })}, true
	case "apts_per_year":
		return words{Name: i18n.T(ctx, "agreement.apts.name"), Label: i18n.T(ctx, "agreement.apts.label"),
			Says: number(ctx, "agreement.apts.says", func(a organisation.Agreement) int { return a.APTsPerYear })}, true
	case "apt_formal_forum":
		return words{Name: i18n.T(ctx, "agreement.forum.name"), Label: i18n.T(ctx, "agreement.forum.label"), Hint: i18n.T(ctx, "agreement.forum.hint"), Options: yesOrNo(ctx),
			Says: either(i18n.T(ctx, "agreement.forum.on"), i18n.T(ctx, "agreement.forum.off"), func(a organisation.Agreement) bool { return a.APTFormalForum })}, true
	}
	return words{}, false
}

func otherWords(ctx context.Context, name string, x example) (words, bool) {
	switch name {
	case "safety_gap_months":
		return words{Name: i18n.T(ctx, "agreement.safety.name"), Label: i18n.T(ctx, "agreement.safety.label"), Hint: i18n.T(ctx, "agreement.safety.hint"),
			Says: number(ctx, "agreement.safety.says", func(a organisation.Agreement) int { return a.SafetyGapMonths }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.example.safety", "Meeting", i18n.Date(ctx, x.Day), "Last", i18n.Date(ctx, x.Day.AddMonths(a.SafetyGapMonths)))
			})}, true
	case "safety_warn_days":
		return words{Name: i18n.T(ctx, "agreement.safety.warn_name"), Label: i18n.T(ctx, "agreement.safety.warn_label"), Says: func(a organisation.Agreement) []string {
			return []string{i18n.T(ctx, "agreement.safety.warns", "Days", a.SafetyWarnDays)}
		}}, true
	case "request_days":
		return words{Name: i18n.T(ctx, "agreement.request.name"), Label: i18n.T(ctx, "agreement.request.label"), Hint: i18n.T(ctx, "agreement.request.hint"),
			Says: number(ctx, "agreement.request.says", func(a organisation.Agreement) int { return a.RequestDays }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.example.request", "Meeting", i18n.Date(ctx, x.Day), "Last", i18n.LongDate(ctx, a.RequestUntil(x.Day)))
			})}, true
	case "risk_before_conclusion":
		return words{Name: i18n.T(ctx, "agreement.risk.name"), Label: i18n.T(ctx, "agreement.risk.label"), Options: yesOrNo(ctx),
			Says: either(i18n.T(ctx, "agreement.risk.required"), i18n.T(ctx, "agreement.risk.not_required"), func(a organisation.Agreement) bool { return a.RiskBeforeConclusion })}, true
	case "risk_before_execution":
		return words{Name: i18n.T(ctx, "agreement.risk_after.name"), Label: i18n.T(ctx, "agreement.risk_after.label"), Options: yesOrNo(ctx),
			Says: either(i18n.T(ctx, "agreement.risk_after.required"), i18n.T(ctx, "agreement.risk_after.not_required"), func(a organisation.Agreement) bool { return a.RiskBeforeExecution })}, true
	case "introduction_days":
		return words{Name: i18n.T(ctx, "agreement.introduction.name"), Label: i18n.T(ctx, "agreement.introduction.label"), Hint: i18n.T(ctx, "agreement.introduction.hint"),
			Says: number(ctx, "agreement.introduction.says", func(a organisation.Agreement) int { return a.IntroductionDays }, func(a organisation.Agreement) string {
				first := firstOfSeptember(x.Day)
				return i18n.T(ctx, "agreement.introduction.example", "Days", a.IntroductionDays, "First", i18n.Date(ctx, first), "Last", i18n.Date(ctx, a.IntroducedBy(first)))
			})}, true
	case "training_months":
		return words{Name: i18n.T(ctx, "agreement.training.name"), Label: i18n.T(ctx, "agreement.training.label"), Hint: i18n.T(ctx, "agreement.training.hint"),
			Says: number(ctx, "agreement.training.says", func(a organisation.Agreement) int { return a.TrainingMonths }, func(a organisation.Agreement) string {
				return i18n.T(ctx, "agreement.training.example", "Day", i18n.Date(ctx, x.Day), "Last", i18n.Date(ctx, a.TrainedUntil(x.Day)))
			})}, true
	case "followup_month":
		w := words{Name: i18n.T(ctx, "agreement.followup.name"), Label: i18n.T(ctx, "agreement.followup.label"), Hint: i18n.T(ctx, "agreement.followup.hint"), Says: func(a organisation.Agreement) []string {
			return []string{i18n.T(ctx, "agreement.followup.says", "Month", upper(i18n.MonthName(ctx, time.Month(a.FollowUpMonth))), "Date", i18n.Date(ctx, a.NextFollowUp(a.ValidFrom)))}
		}}
		for m := time.January; m <= time.December; m++ {
			w.Options = append(w.Options, choice(upper(i18n.MonthName(ctx, m)), strconv.Itoa(int(m))))
		}
		return w, true
	case "level_names":
		return words{Name: i18n.T(ctx, "agreement.levels.name"), Label: i18n.T(ctx, "agreement.levels.label"), Hint: i18n.T(ctx, "agreement.levels.hint"), Says: func(a organisation.Agreement) []string {
			return []string{i18n.T(ctx, "agreement.levels.says", "Levels", i18n.List(ctx, a.LevelNames))}
		}}, true
	case "number_pattern":
		return words{Name: i18n.T(ctx, "agreement.number.name"), Label: i18n.T(ctx, "agreement.number.label"), Hint: i18n.T(ctx, "agreement.number.hint"), Says: func(a organisation.Agreement) []string {
			return []string{i18n.T(ctx, "agreement.number.says", "Number", a.NumberPrefix(x.Day.String()[:4])+"12")}
		}}, true
	case "statistics_minimum":
		return words{Name: i18n.T(ctx, "agreement.statistics.name"), Label: i18n.T(ctx, "agreement.statistics.label"), Hint: i18n.T(ctx, "agreement.statistics.hint"), Says: func(a organisation.Agreement) []string {
			return []string{i18n.T(ctx, "agreement.statistics.says", "Count", a.StatisticsMinimum)}
		}}, true
	}
	return words{}, false
}

// firstOfSeptember is the one of the day's year, when many begin in a new role.
func firstOfSeptember(day clock.Date) clock.Date {
	y, _, _ := day.YMD()
	return clock.NewDate(y, 9, 1)
}
