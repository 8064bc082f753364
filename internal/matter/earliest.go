package matter

import (
	"time"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// Earliest is the earliest day on which the matter may be decided, provided that everything planned happens and all
// agree. Without a planned meeting it counts the agreement's shortest time to call one; where samverkan takes effect when
// the minutes are approved, also the time that the agreement gives for that.
func (r Record) Earliest(now time.Time) clock.Date {
	today := clock.DateOf(now)
	day := today
	callable := func(a organisation.Agreement) clock.Date {
		return today.Add(max(a.NoticeDays, a.PapersDays)).OrNextWorkingDay()
	}
	tracks := r.AllTracks(now)
	if len(tracks) == 0 {
		day = later(day, r.Agreement.Effective(callable(r.Agreement)))
	}
	for _, t := range tracks {
		if r.owed(t) {
			day = later(day, r.trackEarliest(t, now, callable(r.groupToday(t.GroupID))))
		}
	}
	if p, ok := r.Current(); ok && r.objectionOpen(p, now) {
		day = later(day, p.ObjectionUntil.Add(1))
	}
	return day
}

func (r Record) trackEarliest(t Track, now time.Time, callable clock.Date) clock.Date {
	state := r.TrackState(t, now)
	switch {
	case state.Finished():
		return clock.Date{}
	case t.Kind != KindGroup && state == TrackAwaits:
		return t.WindowUntil.Add(1)
	case t.Kind != KindGroup && t.Kind != KindInfo:
		return clock.Date{}
	}
	it, ok := r.latest(t)
	if t.ID != 0 && len(r.OpenSteps(t.ID)) > 0 {
		day := callable
		if ok && it.ConcludedAt == nil && it.Status != "tabled" && !it.Day().Before(clock.DateOf(now)) {
			day = it.Day()
		}
		return later(r.effective(t, day), r.windowsEnd(t, now))
	}
	if done, ok := r.outcome(t); ok {
		day := r.windowsEnd(t, now)
		if done.EffectiveAt == nil {
			day = later(day, r.effective(t, done.Day()))
		}
		return day
	}
	ahead := it.MeetingStatus == "open" || it.MeetingStatus == "planned" && !it.Day().Before(clock.DateOf(now))
	switch {
	case ok && state == TrackTabled:
		return r.effective(t, it.TabledTo)
	case ok && ahead && (state == TrackPlanned || state == TrackOngoing):
		return r.effective(t, it.Day())
	}
	return r.effective(t, callable)
}

// effective is when what the group concludes on the day counts; information does at once.
func (r Record) effective(t Track, day clock.Date) clock.Date {
	if t.Kind != KindGroup {
		return day
	}
	return r.AgreementIn(t.GroupID).Effective(day)
}

// windowsEnd is the day after the last window of the organisations that disagreed, expected or running.
func (r Record) windowsEnd(t Track, now time.Time) clock.Date {
	var day clock.Date
	for _, p := range r.disagreements(t) {
		if p.WaivedAt != nil || r.claimed(p) || r.hasCentral(p.UnionID) {
			continue
		}
		until := p.WindowUntil
		if until.IsZero() { // not in effect yet: at the earliest today
			it, _ := r.Item(p.ItemID)
			until = r.Agreement.CentralUntil(later(clock.DateOf(now), r.effective(t, it.Day())))
		}
		if until.Add(1).After(day) {
			day = until.Add(1)
		}
	}
	return day
}
