package matter

import (
	"cmp"
	"slices"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// PlannedMeeting is a coming meeting of one of the groups around the units, published in its year plan.
type PlannedMeeting struct {
	ID      int64
	GroupID int64
	Day     clock.Date
	Called  bool // the notice has gone out
}

// PlannedAPT is a coming APT of a workplace concerned.
type PlannedAPT struct {
	UnitName string
	Day      clock.Date
}

// step is one group's part of the plan backwards from the decision.
type step struct {
	track   SuggestedTrack
	depth   int
	meeting PlannedMeeting // ID 0: none fits
	next    PlannedMeeting // the first that can be reached; ID 0: none is planned
	early   PlannedMeeting // one before, for early dialogue; ID 0: none
	latest  clock.Date     // the last day for the group to treat the matter
}

// fitted is what the planned meetings give.
type fitted struct {
	steps    []step     // in the order that they are held
	earliest clock.Date // the first day to decide with the meetings that are planned; zero: some group has none
	fits     bool
	windows  bool // there is time for central negotiation to be requested before the decision
}

// treatment is the first day that a group treats the matter, as planned or else at the earliest.
func (f fitted) treatment(earliest clock.Date) clock.Date {
	day := earliest
	for _, s := range f.steps {
		if s.meeting.ID != 0 && s.track.Kind == KindGroup && (day == earliest || s.meeting.Day.Before(day)) {
			day = s.meeting.Day
		}
	}
	return day
}

// callable is the first day of a meeting of the group that is called today (the agreement's days for notice and papers).
func (in Situation) callable(groupID int64, today clock.Date) clock.Date {
	a := in.agreementIn(groupID)
	return today.Add(max(a.NoticeDays, a.PapersDays)).OrNextWorkingDay()
}

// soonest is the earliest lawful day to decide when every meeting is called today: the groups have treated the matter, and
// where the agreement says so their minutes are approved.
func (in Situation) soonest(tracks []SuggestedTrack, today clock.Date) clock.Date {
	day := today
	decides := slices.ContainsFunc(tracks, func(t SuggestedTrack) bool { return t.Kind == KindGroup })
	for _, t := range tracks {
		if t.Kind == KindInfo && decides { // may be informed later
			continue
		}
		day = later(day, in.holds(t, in.callable(t.GroupID, today)))
	}
	return day
}

// reachable reports whether the matter can lawfully come up on the meeting: there is time to call it, or it is called and
// there is time for the papers.
func (in Situation) reachable(m PlannedMeeting, kind string, today clock.Date) bool {
	a := in.agreementIn(m.GroupID)
	switch {
	case !m.Called:
		return !today.After(a.NoticeBy(m.Day, false))
	case kind == KindInfo:
		return !today.After(a.ItemsBy(m.Day, false))
	}
	return !today.After(a.PapersBy(m.Day, false))
}

// holds is the day, at the latest, from which what the group did on day counts: samverkan when it takes effect, information
// at once.
func (in Situation) holds(t SuggestedTrack, day clock.Date) clock.Date {
	if t.Kind == KindInfo {
		return day
	}
	return in.agreementIn(t.GroupID).Effective(day)
}

// fit lays the groups' planned meetings out backwards from the wished decision, in the agreement's order between groups.
// The latest meeting that leaves time for a disagreement's window is chosen, so that nobody is hurried; else the latest.
// Where groups may treat the matter in any order, those nearest to the people concerned still come first if they can.
func (in Situation) fit(tracks []SuggestedTrack, today clock.Date) fitted {
	f := fitted{steps: in.steps(tracks), windows: true}
	for i := range f.steps {
		f.steps[i].next = in.firstMeeting(f.steps[i].track, today, clock.Date{})
	}
	f.earliest = in.forwards(f.steps, today)
	if in.PlannedDecision.IsZero() {
		return f
	}
	f.fits = len(f.steps) > 0
	limit := in.PlannedDecision
	for i := len(f.steps) - 1; i >= 0; i-- {
		s := &f.steps[i]
		var roomy bool
		s.latest = limit
		if s.meeting, roomy = in.choose(s.track, limit, today); s.meeting.ID == 0 && in.Agreement.GroupOrder == organisation.Parallel {
			s.latest = in.PlannedDecision // out of the usual order, which the agreement allows
			s.meeting, roomy = in.choose(s.track, s.latest, today)
		}
		s.early = in.before(s.track, s.meeting, today)
		if s.meeting.ID == 0 && (s.track.Kind == KindGroup || !f.decides()) { // information beside a group's treatment may come later
			f.fits = false
		}
		f.windows = f.windows && (roomy || s.track.Kind == KindInfo)
		if s.meeting.ID != 0 && s.track.Kind == KindGroup && s.meeting.Day.Before(limit) {
			limit = s.meeting.Day
		}
	}
	return f
}

// steps are the groups in the order that they meet: from below unless the agreement says from above.
func (in Situation) steps(tracks []SuggestedTrack) []step {
	var ss []step
	for _, t := range tracks {
		i := slices.IndexFunc(in.Coverage, func(c Coverage) bool { return c.GroupID == t.GroupID })
		ss = append(ss, step{track: t, depth: in.Coverage[i].Depth})
	}
	slices.SortStableFunc(ss, func(a, b step) int {
		if in.Agreement.GroupOrder == organisation.TopDown {
			a, b = b, a
		}
		return cmp.Compare(b.depth, a.depth)
	})
	return ss
}

// choose is the latest reachable meeting of the group whose outcome holds by limit; roomy: with time for a request of
// central negotiation before it (MBL 14 §).
func (in Situation) choose(t SuggestedTrack, limit, today clock.Date) (best PlannedMeeting, roomy bool) {
	for _, m := range in.Meetings {
		holds := in.holds(t, m.Day)
		if m.GroupID != t.GroupID || holds.After(limit) || !in.reachable(m, t.Kind, today) {
			continue
		}
		room := in.agreementIn(t.GroupID).CentralUntil(holds).Before(in.PlannedDecision)
		if best.ID == 0 || room && !roomy || room == roomy && m.Day.After(best.Day) {
			best, roomy = m, room
		}
	}
	return best, roomy
}

// before is the latest planned meeting of the group before m that can be reached, for early dialogue.
func (in Situation) before(t SuggestedTrack, m PlannedMeeting, today clock.Date) (best PlannedMeeting) {
	for _, x := range in.Meetings {
		if m.ID != 0 && x.GroupID == t.GroupID && x.Day.Before(m.Day) && x.Day.After(best.Day) && in.reachable(x, KindInfo, today) {
			best = x
		}
	}
	return best
}

// firstMeeting is the group's first reachable planned meeting, not before a day.
func (in Situation) firstMeeting(t SuggestedTrack, today, from clock.Date) (best PlannedMeeting) {
	for _, m := range in.Meetings {
		if m.GroupID == t.GroupID && !m.Day.Before(from) && (best.ID == 0 || m.Day.Before(best.Day)) && in.reachable(m, t.Kind, today) {
			best = m
		}
	}
	return best
}

// forwards is the first day to decide with the meetings that are planned, in the agreement's order.
func (in Situation) forwards(steps []step, today clock.Date) clock.Date {
	var day, from clock.Date
	decides := fitted{steps: steps}.decides()
	for _, s := range steps {
		if s.track.Kind == KindInfo && decides {
			continue
		}
		m := in.firstMeeting(s.track, today, from)
		if m.ID == 0 {
			return clock.Date{}
		}
		day = later(day, in.holds(s.track, m.Day))
		if in.Agreement.GroupOrder != organisation.Parallel {
			from = m.Day
		}
	}
	return day
}
