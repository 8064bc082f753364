package reminder

import (
	"time"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/yearplan"
)

// Facts is all that is asked about one organisation before anybody is reminded.
type Facts struct {
	Unanswered []Unanswered
	Ready      []matter.Record // undecided matters in which something has come to its end lately
	Blocked    []matter.Record // undecided matters whose planned day is near
	Unions     []UnionEnd
	MandateEnd []clock.Date // days on which mandates end that nobody continues
	Committees []yearplan.Committee
	Watchers   []int64 // HR and the förhandlingschef
}

// Unanswered is a task that waits for one person's answer.
type Unanswered struct {
	TaskID    int64
	PersonID  int64
	Kind      string // matter.TaskApproveMinutes …
	MatterID  int64
	MeetingID int64
	UnionID   int64
	AskedAt   time.Time
	DueOn     clock.Date
	StartsAt  *time.Time // of the meeting
}

// UnionEnd is a union whose samverkansavtal has a last day.
type UnionEnd struct {
	ID    int64
	Until clock.Date
}

// A reminder is about the newest step that has been reached, and only for so many days after it: nobody is reminded of
// three steps at once, or of what was overdue long before.
const tooLate = 7

// Days before an agreement's or a mandate's last day on which to warn.
var (
	agreementWarns = []int{90, 30}
	mandateWarns   = 30
)

// Due says who is to be told of what at now. The same facts later give the same announcements again, which are told once.
func Due(f Facts, now time.Time) []announce.Announcement {
	today := clock.DateOf(now)
	var as []announce.Announcement
	for _, u := range f.Unanswered {
		if a, ok := u.due(now); ok {
			as = append(as, a)
		}
	}
	for _, r := range f.Ready {
		if a, ok := ready(r, now); ok {
			as = append(as, a)
		}
	}
	for _, r := range f.Blocked {
		if a, ok := blocked(r, now); ok {
			as = append(as, a)
		}
	}
	for _, u := range f.Unions {
		if step, ok := warned(u.Until, today, agreementWarns); ok {
			as = append(as, announce.Announcement{Kind: announce.AgreementEnds, Subject: u.ID<<20 | dayNumber(u.Until)<<1 | int64(step),
				UnionID: u.ID, On: u.Until, To: f.Watchers})
		}
	}
	for _, c := range f.Committees {
		if a, ok := gap(c, today); ok {
			as = append(as, a)
		}
	}
	for _, day := range f.MandateEnd {
		if _, ok := warned(day, today, []int{mandateWarns}); ok {
			as = append(as, announce.Announcement{Kind: announce.MandatesEnd, Subject: dayNumber(day), On: day, To: f.Watchers})
		}
	}
	return as
}

// kinds says how each kind of unanswered task is told of.
var kinds = map[string]announce.Kind{
	matter.TaskApproveMinutes: announce.RemindApprove,
	matter.TaskLatePapers:     announce.RemindLate,
	matter.TaskExtra:          announce.RemindExtra,
	matter.TaskReadPapers:     announce.RemindPapers,
	matter.TaskStateRisk:      announce.RemindRisk,
}

// steps are the days on which the person is reminded, in order. Minutes: on days 3, 7 and the last one, which is day 10
// where the agreement says nothing else (handbook 5.2). Answers about a meeting: the day after the question and the day
// before the meeting. Papers: two days before it. The safety representative's statement: on day 3 and the last one.
func (u Unanswered) steps() []clock.Date {
	asked := clock.DateOf(u.AskedAt)
	meeting := u.DueOn
	if u.StartsAt != nil {
		meeting = clock.DateOf(*u.StartsAt)
	}
	switch u.Kind {
	case matter.TaskApproveMinutes:
		return before(u.DueOn, asked.Add(3), asked.Add(7), u.DueOn)
	case matter.TaskLatePapers, matter.TaskExtra:
		return before(meeting.Add(-1), asked.Add(1), meeting.Add(-1))
	case matter.TaskReadPapers:
		if !meeting.Add(-2).After(asked) { // they have just come
			return nil
		}
		return []clock.Date{meeting.Add(-2)}
	case matter.TaskStateRisk:
		return before(u.DueOn, asked.Add(3), u.DueOn)
	}
	return nil
}

// before keeps the days up to last, each once.
func before(last clock.Date, days ...clock.Date) []clock.Date {
	var kept []clock.Date
	for _, d := range days {
		if !d.After(last) && (len(kept) == 0 || d.After(kept[len(kept)-1])) {
			kept = append(kept, d)
		}
	}
	return kept
}

// due is the newest step reached, unless that was long ago or the meeting has begun.
func (u Unanswered) due(now time.Time) (announce.Announcement, bool) {
	today := clock.DateOf(now)
	steps := u.steps()
	step := len(steps) - 1
	for step >= 0 && steps[step].After(today) {
		step--
	}
	ahead := u.Kind == matter.TaskLatePapers || u.Kind == matter.TaskExtra || u.Kind == matter.TaskReadPapers
	if step < 0 || steps[step].DaysUntil(today) >= tooLate || ahead && u.StartsAt != nil && !now.Before(*u.StartsAt) {
		return announce.Announcement{}, false
	}
	return announce.Announcement{Kind: kinds[u.Kind], Subject: u.TaskID<<3 | int64(step), MatterID: u.MatterID, MeetingID: u.MeetingID,
		UnionID: u.UnionID, To: []int64{u.PersonID}}, true
}

// ready tells the owner that the decision may be made, once for each version of the proposal.
func ready(r matter.Record, now time.Time) (announce.Announcement, bool) {
	p, ok := r.Current()
	if !ok || r.State(now) != matter.Ready {
		return announce.Announcement{}, false
	}
	kind := announce.Ready
	if r.Decider == matter.ByBoard {
		kind = announce.ReadyBoard
	}
	return announce.Announcement{Kind: kind, Subject: r.ID<<12 | int64(p.No&0xfff), MatterID: r.ID, To: []int64{r.OwnerID}}, true
}

// blockedWarns is how many days before the planned decision its owner is told what is missing.
const blockedWarns = 7

// blocked tells the owner, once for each day planned, what the decision still waits for.
func blocked(r matter.Record, now time.Time) (announce.Announcement, bool) {
	today := clock.DateOf(now)
	if today.After(r.PlannedDecision) || today.Before(r.PlannedDecision.Add(-blockedWarns)) || len(r.Gate(now)) == 0 {
		return announce.Announcement{}, false
	}
	return announce.Announcement{Kind: announce.Blocked, Subject: r.ID<<20 | dayNumber(r.PlannedDecision), MatterID: r.ID, On: r.PlannedDecision, To: []int64{r.OwnerID}}, true
}

// gap tells the chair of a safety committee that it has to meet: from the agreement's warning day when nothing is planned in
// time, and once more when the limit has passed (AMF 8a §). The gap is counted from a meeting held, which the mail is about.
func gap(c yearplan.Committee, today clock.Date) (announce.Announcement, bool) {
	i, state := c.Interval(today)
	step := 0
	switch {
	case c.ChairID == 0 || c.LastID == 0 || i.Limit.DaysUntil(today) >= tooLate:
		return announce.Announcement{}, false
	case state == yearplan.Passed:
		step = 1
	case state == yearplan.Near, state == yearplan.TooLong && !today.Before(c.Last.Add(c.Days)):
	default:
		return announce.Announcement{}, false
	}
	return announce.Announcement{Kind: announce.CommitteeGap, Subject: c.LastID<<1 | int64(step), MeetingID: c.LastID, On: i.Limit, To: []int64{c.ChairID}}, true
}

// warned is the newest of the warnings, given as days before until, that today has reached; none once until has passed.
func warned(until, today clock.Date, days []int) (step int, ok bool) {
	if today.After(until) {
		return 0, false
	}
	for i, n := range days {
		if !today.Before(until.Add(-n)) {
			step, ok = i, true
		}
	}
	return step, ok
}

// dayNumber counts days, so that a last day that is moved is a new thing to tell of.
func dayNumber(d clock.Date) int64 { return int64(clock.NewDate(2000, 1, 1).DaysUntil(d)) & 0x7ffff }
