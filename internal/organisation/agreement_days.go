package organisation

import (
	"time"

	"slices"

	"samverka/internal/clock"
)

// ToGroup reports whether questions of the category are taken in a samverkansgrupp, however small the change is.
func (a Agreement) ToGroup(category string) bool { return slices.Contains(a.GroupCategories, category) }

// Effective is the last day on which what a meeting concluded on day takes effect: at once, or when the minutes are
// approved.
func (a Agreement) Effective(day clock.Date) clock.Date {
	if a.EffectiveAt == AtApproval {
		return a.ApprovalUntil(day)
	}
	return day
}

// CentralUntil is the last day to request central negotiation about what took effect on day.
func (a Agreement) CentralUntil(day clock.Date) clock.Date {
	return clock.Deadline(day, a.CentralDays, a.MoveToWorkingDay)
}

// ObjectionUntil is the last day to object that a version laid out on day is not editorial.
func (a Agreement) ObjectionUntil(day clock.Date) clock.Date {
	return day.AddWorkingDays(a.EditorialObjectionDays).OrNextWorkingDay()
}

// ApprovalUntil is the last day to approve minutes sent on day.
func (a Agreement) ApprovalUntil(day clock.Date) clock.Date {
	return clock.Deadline(day, a.ApprovalDays, a.MoveToWorkingDay)
}

// NoticeBy is the last day to call a meeting held on day.
func (a Agreement) NoticeBy(day clock.Date, extra bool) clock.Date {
	if extra {
		return day.Add(-min(a.NoticeDays, a.ExtraMeetingDays))
	}
	return day.Add(-a.NoticeDays)
}

// PapersBy is the last day to send papers to a meeting held on day. An extra meeting has its notice's shorter time: its
// consent covers the papers that go with it.
func (a Agreement) PapersBy(day clock.Date, extra bool) clock.Date {
	if extra {
		return day.Add(-min(a.PapersDays, a.ExtraMeetingDays))
	}
	return day.Add(-a.PapersDays)
}

// ItemsBy is the last day to propose items for a meeting held on day.
func (a Agreement) ItemsBy(day clock.Date, extra bool) clock.Date {
	if extra {
		return day.Add(-min(a.ItemsDays, a.ExtraMeetingDays))
	}
	return day.Add(-a.ItemsDays)
}

// RequestUntil is the last day to answer a request under AML 6:6a that came on day: without delay, which the agreement
// counts in days.
func (a Agreement) RequestUntil(day clock.Date) clock.Date {
	return clock.Deadline(day, a.RequestDays, a.MoveToWorkingDay)
}

// IntroducedBy is the last day of the introduction to a role that began on day.
func (a Agreement) IntroducedBy(day clock.Date) clock.Date {
	return clock.Deadline(day, a.IntroductionDays, a.MoveToWorkingDay)
}

// TrainedUntil is the last day on which a training held on day is valid.
func (a Agreement) TrainedUntil(day clock.Date) clock.Date { return day.AddMonths(a.TrainingMonths) }

// NextFollowUp is the first day, from day on, that a yearly follow-up begins.
func (a Agreement) NextFollowUp(day clock.Date) clock.Date {
	y, _, _ := day.YMD()
	if at := clock.NewDate(y, time.Month(a.FollowUpMonth), 1); !at.Before(day) {
		return at
	}
	return clock.NewDate(y+1, time.Month(a.FollowUpMonth), 1)
}
