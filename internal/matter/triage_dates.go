package matter

import (
	"cmp"
	"slices"
	"strings"

	"samverka/internal/clock"
)

// Dated is one day of the plan backwards from the decision: what is done at the latest, and what it rests on.
type Dated struct {
	Day     clock.Date
	Key     string
	Args    []any
	Source  string
	Meeting int64 // the planned meeting; 0: none
	names   []string
}

// safetyDays is how long before the papers the safety representative is asked in: time for a dialogue and a second look.
const safetyDays = 14

// dates counts backwards from the decision: the wished day when it can be kept, else the first day that can.
func (in Situation) dates(t Triage, plan fitted, today clock.Date) []Dated {
	if t.NoGroup {
		return nil
	}
	switch {
	case plan.fits:
	case !plan.earliest.IsZero():
		in.PlannedDecision = plan.earliest
		plan = in.fit(in.groups(t.Duty), today)
	case t.Late || in.PlannedDecision.IsZero():
		in.PlannedDecision = t.Earliest
		plan = in.fit(in.groups(t.Duty), today)
	}
	l := &timetable{today: today}
	first := in.PlannedDecision
	for _, s := range plan.steps {
		if day := in.treat(l, t, s); s.track.Kind == KindGroup && day.Before(first) {
			first = day
		}
	}
	papers := in.Agreement.PapersBy(first, false).OrPreviousWorkingDay()
	for _, s := range plan.steps {
		if s.track.Kind == KindGroup && s.day() == first {
			papers = in.agreementIn(s.track.GroupID).PapersBy(first, false).OrPreviousWorkingDay()
		}
	}
	if t.Risk {
		l.add(papers.Add(-safetyDays).OrPreviousWorkingDay(), "triage.date.risk_start", "AML 6:4", "")
		l.add(papers, "triage.date.risk", "AML 6:4; avtalet: riskbedömning före avslut", "")
	}
	in.apts(l, t, papers)
	for _, n := range t.Tracks {
		if n.UnionID != 0 {
			l.add(in.PlannedDecision.Add(-in.Agreement.CentralDays-1).OrPreviousWorkingDay(), "triage.date.negotiation", Track{Kind: n.Kind}.Law(),
				Track{Kind: n.Kind, UnionName: n.Name}.Label())
		}
	}
	l.add(in.PlannedDecision, "triage.date.decision", "", "")
	return l.rows()
}

// treat lays out one group's days, and returns the day that it treats the matter.
func (in Situation) treat(l *timetable, t Triage, s step) clock.Date {
	m, name, a := s.meeting, s.track.Name, in.agreementIn(s.track.GroupID)
	key, info := "triage.date.meeting", s.track.Kind == KindInfo
	switch {
	case m.ID == 0 && info: // none is planned in time: the last day to hold one
		key = "triage.date.meeting_needed_info"
	case m.ID == 0:
		key = "triage.date.meeting_needed"
	case info:
		key = "triage.date.meeting_info"
	}
	m.Day = s.day()
	l.add(m.Day, key, s.track.Source, name, m.ID)
	if info && t.Duty == DutyNegotiate {
		return m.Day
	}
	if !m.Called {
		l.add(a.NoticeBy(m.Day, false).OrPreviousWorkingDay(), "triage.date.notice", "Avtalet: kallelse", name)
	}
	l.add(a.ItemsBy(m.Day, false).OrPreviousWorkingDay(), "triage.date.items", "Avtalet: punkter till dagordningen", name)
	if info {
		return m.Day
	}
	l.add(a.PapersBy(m.Day, false).OrPreviousWorkingDay(), "triage.date.papers", "Avtalet: handlingar", name)
	if until := a.CentralUntil(a.Effective(m.Day)); until.Before(in.PlannedDecision) {
		l.add(until, "triage.date.window", "MBL 14 §; avtalet: frist för central förhandling", name)
	}
	if t.Type == TypeEarly && s.early.ID != 0 {
		l.add(s.early.Day, "triage.date.early", "Avtalet: tidig dialog", name, s.early.ID)
	}
	return m.Day
}

// day is that of the meeting, or the last to hold one.
func (s step) day() clock.Date {
	if s.meeting.ID == 0 {
		return s.latest.OrPreviousWorkingDay()
	}
	return s.meeting.Day
}

// apts says when the question is talked about with all staff: before the papers are written.
func (in Situation) apts(l *timetable, t Triage, papers clock.Date) {
	if t.Duty != DutyNegotiate || in.Secret {
		return
	}
	var last PlannedAPT
	for _, a := range in.APTs {
		if a.Day.Before(papers) && !a.Day.Before(l.today) && a.Day.After(last.Day) {
			last = a
		}
	}
	if last.UnitName != "" {
		l.add(last.Day, "triage.date.apt", "Avtalet: dialog på APT", last.UnitName)
		return
	}
	l.add(papers.Add(-1).OrPreviousWorkingDay(), "triage.date.apt_needed", "Avtalet: dialog på APT", "")
}

// timetable gathers days; what several groups share on one day is one row.
type timetable struct {
	today clock.Date
	all   []Dated
}

func (l *timetable) add(day clock.Date, key, source, name string, meeting ...int64) {
	if day.Before(l.today) {
		day = l.today
	}
	i := slices.IndexFunc(l.all, func(d Dated) bool { return d.Day == day && d.Key == key })
	if i < 0 {
		l.all, i = append(l.all, Dated{Day: day, Key: key, Source: source}), len(l.all)
	}
	if name != "" && !slices.Contains(l.all[i].names, name) {
		l.all[i].names = append(l.all[i].names, name)
	}
	for _, m := range meeting {
		l.all[i].Meeting = m
	}
}

// order is that of what is done on the same day.
var order = []string{"apt", "apt_needed", "risk_start", "early", "notice", "items", "risk", "papers", "meeting_info", "meeting_needed_info", "meeting", "meeting_needed",
	"window", "negotiation", "decision"}

func (l *timetable) rows() []Dated {
	rank := func(d Dated) int { return slices.Index(order, strings.TrimPrefix(d.Key, "triage.date.")) }
	slices.SortStableFunc(l.all, func(a, b Dated) int {
		return cmp.Or(b.Day.DaysUntil(a.Day), cmp.Compare(rank(a), rank(b)))
	})
	for i, d := range l.all {
		if len(d.names) > 0 {
			l.all[i].Args = []any{"Name", join(d.names)}
		}
	}
	return l.all
}

// words are what the manager has to know about the day and the order.
func (in Situation) words(t Triage, plan fitted) []Reason {
	var ws []Reason
	add := func(key, source string, args ...any) { ws = append(ws, Reason{key, args, source}) }
	if in.Settled {
		add("triage.word.settled", "MBL 11 §; AD 2008 nr 3")
	}
	if t.NoGroup {
		add("triage.word.no_group", "Avtalet: en grupp på varje beslutsnivå")
		return ws
	}
	switch wished := !in.PlannedDecision.IsZero(); {
	case t.Late:
		add("triage.word.late", "Avtalet: kallelse och handlingar; MBL 11 §", "Earliest", t.Earliest.String())
		add("triage.word.hurry", "Avtalet: extra möte; MBL 11 § andra stycket", "Days", in.Agreement.ExtraMeetingDays)
	case wished && !plan.fits:
		in.missed(plan, add)
		if !plan.earliest.IsZero() {
			add("triage.word.planned", "Årsplanen", "Planned", plan.earliest.String())
		}
	case wished && !plan.windows && t.Duty == DutyNegotiate:
		add("triage.word.no_window", "MBL 14 §; avtalet: frist för central förhandling", "Days", in.Agreement.CentralDays)
	}
	if in.Secret && t.Duty == DutyNegotiate {
		add("triage.word.secret", "OSL")
	}
	return ws
}

// missed names the groups that have no meeting in time.
func (in Situation) missed(plan fitted, add func(key, source string, args ...any)) {
	for _, s := range plan.steps {
		switch {
		case s.meeting.ID != 0 || s.track.Kind == KindInfo && plan.decides():
		case s.next.ID == 0:
			add("triage.word.no_meeting", "Årsplanen", "Group", s.track.Name, "Date", s.latest.OrPreviousWorkingDay().String())
		default:
			add("triage.word.next_meeting", "Årsplanen", "Group", s.track.Name, "Date", s.next.Day.String())
		}
	}
}

// decides reports whether some group treats the matter before the decision.
func (f fitted) decides() bool {
	return slices.ContainsFunc(f.steps, func(s step) bool { return s.track.Kind == KindGroup })
}
