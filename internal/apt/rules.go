package apt

import (
	"time"

	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

// Rules are what the agreement says of APT (handbook 11). Days are calendar days.
type Rules struct {
	InviteDays      int      // invitation before the first sitting
	AgendaDays      int      // agenda before the first sitting
	NotesDays       int      // notes after the last sitting
	PerYear         int      // APT a year in each unit
	GroupCategories []string // what the agreement sends to a group
	FormalForum     bool     // a dialogue may count as samverkan, where all organisations concerned agree
}

// DefaultRules are the handbook's: two weeks, one week (SKR 2020), eight a year.
func DefaultRules() Rules {
	a := organisation.Default(clock.Date{})
	return Rules{InviteDays: a.APTInviteDays, AgendaDays: a.APTAgendaDays, NotesDays: a.APTNotesDays, PerYear: a.APTsPerYear, GroupCategories: a.GroupCategories}
}

const rulesColumns = `apt_invite_days AS invite_days, apt_agenda_days AS agenda_days, apt_notes_days AS notes_days, apts_per_year AS per_year, group_categories, apt_formal_forum AS formal_forum`

// InviteBy is the last day to invite to an APT held on day.
func (r Rules) InviteBy(day clock.Date) clock.Date { return day.Add(-r.InviteDays) }

// AgendaBy is the last day to send the agenda of an APT held on day.
func (r Rules) AgendaBy(day clock.Date) clock.Date { return day.Add(-r.AgendaDays) }

// NotesBy is the last day to publish the notes of an APT whose last sitting was on day.
func (r Rules) NotesBy(day clock.Date) clock.Date { return day.Add(r.NotesDays).OrNextWorkingDay() }

// ForGroup reports whether the agreement sends decisions of the category to a group, as the triage of a matter asks.
func (r Rules) ForGroup(category string) bool {
	return organisation.Agreement{GroupCategories: r.GroupCategories}.ToGroup(category)
}

// ProposalsBy is the last day to propose something: the day before the agenda is due.
func (r Record) ProposalsBy() clock.Date { return r.Rules.AgendaBy(r.Day()).Add(-1) }

// begun is when the first sitting began, or was to.
func (r Record) begun() time.Time {
	for _, s := range r.Sittings {
		if s.OpenedAt != nil {
			return *s.OpenedAt
		}
	}
	return r.StartsAt
}

// inviteWarnings ask why an invitation is late.
func (r Record) inviteWarnings(today clock.Date) []fail.Warning {
	if by := r.Rules.InviteBy(r.Day()); today.After(by) {
		return []fail.Warning{{Key: "apt.warn.invite_late", Source: "Avtalet: inbjudan till APT, dagar (SKR)",
			Args: []any{"Days", today.DaysUntil(r.Day()), "Agreed", r.Rules.InviteDays}}}
	}
	return nil
}

// agendaWarnings ask why an agenda is late.
func (r Record) agendaWarnings(today clock.Date) []fail.Warning {
	var ws []fail.Warning
	if by := r.Rules.AgendaBy(r.Day()); today.After(by) {
		ws = append(ws, fail.Warning{Key: "apt.warn.agenda_late", Source: "Avtalet: dagordning till APT, dagar (SKR)",
			Args: []any{"Days", today.DaysUntil(r.Day()), "Agreed", r.Rules.AgendaDays}})
	}
	return ws
}

// Overrun is how many minutes the agenda takes beyond the shortest sitting; 0 when it fits.
func (r Record) Overrun() int {
	over := 0
	for _, s := range r.Live() {
		over = max(over, r.PlannedMinutes()-int(s.EndsAt.Sub(s.StartsAt)/time.Minute))
	}
	return over
}

// outcomeWarnings ask why the manager decides what the agreement sends to a group.
func (r Record) outcomeWarnings(outcome, category string) []fail.Warning {
	if outcome != ManagerDecides || !r.Rules.ForGroup(category) {
		return nil
	}
	if r.Rules.FormalForum {
		return []fail.Warning{{Key: "apt.warn.formal_forum", Source: "Avtalet: APT som samverkansform; MBL 11 §"}}
	}
	return []fail.Warning{{Key: "apt.warn.group_decides", Source: "Avtalet: beslut som samverkas i grupp (handboken 11); MBL 11 §"}}
}
