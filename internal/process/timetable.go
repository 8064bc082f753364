package process

import (
	"slices"

	"samverka/internal/clock"
)

// Meeting is a coming meeting of a group, published in its year plan.
type Meeting struct {
	ID      int64
	GroupID int64
	Day     clock.Date
	By      clock.Date // the last day to get the matter on it lawfully
}

// Group is one of the groups around the units.
type Group struct {
	ID   int64
	Name string
}

// Surroundings are what a timetable is laid out in.
type Surroundings struct {
	Groups   map[string]Group // by forum; a forum without a group is missing
	Meetings []Meeting
	APTs     []clock.Date
}

// Planned is one step with its day.
type Planned struct {
	Step
	Day     clock.Date
	Group   Group
	Meeting int64 // the planned meeting; 0: none fits, or the step is no meeting
	Unmet   bool  // the step needs a meeting, and none that is planned fits
	Late    bool  // the day has passed
}

// Timetable is a template laid out backwards from a decision.
type Timetable struct {
	Decision clock.Date
	Steps    []Planned
	Fits     bool
	Earliest clock.Date // when it does not fit: the first decision day that does; zero: none within horizon
}

// horizon is how many days ahead a fitting decision day is looked for.
const horizon = 500

// Lay lays the template out backwards from the decision: each step its days before it, but never after the step that
// follows; treatments on the groups' planned meetings, dialogues on planned APTs, other steps on working days. Where it
// does not fit it says which day would.
func (t Template) Lay(decision, today clock.Date, in Surroundings) Timetable {
	tt := t.lay(decision, today, in)
	if tt.Fits {
		return tt
	}
	for d := today.Add(1).OrNextWorkingDay(); d.Before(today.Add(horizon)); d = d.AddWorkingDays(1) {
		if t.lay(d, today, in).Fits {
			tt.Earliest = d
			break
		}
	}
	return tt
}

// once leaves out a step that the same group takes again, in the same way, in the step after it: two forums may be one group.
func (in Surroundings) once(steps []Step) []Step {
	var out []Step
	for i, s := range steps {
		same := i+1 < len(steps) && s.Group() && steps[i+1].Kind == s.Kind && in.Groups[steps[i+1].Forum].ID == in.Groups[s.Forum].ID
		if !same {
			out = append(out, s)
		}
	}
	return out
}

func (t Template) lay(decision, today clock.Date, in Surroundings) Timetable {
	t.Steps = in.once(t.Steps)
	tt := Timetable{Decision: decision, Steps: make([]Planned, len(t.Steps)), Fits: true}
	limit := decision
	for i, s := range slices.Backward(t.Steps) {
		p := Planned{Step: s}
		switch {
		case s.Kind == Decision:
			p.Day = decision
		case s.Days < 0:
			p.Day = decision.Add(-s.Days).OrNextWorkingDay()
		default:
			target := decision.Add(-s.Days)
			if limit.Before(target) {
				target = limit
			}
			p = in.place(s, target, today)
			limit = p.Day
		}
		p.Late = p.Day.Before(today)
		tt.Fits = tt.Fits && !p.Late && (!p.Unmet || s.Kind == APT) // a manager calls an APT; a group's meeting is called by its chair
		tt.Steps[i] = p
	}
	return tt
}

// place finds the step's day, no later than target.
func (in Surroundings) place(s Step, target, today clock.Date) Planned {
	p := Planned{Step: s, Day: target.OrPreviousWorkingDay()}
	switch {
	case s.Kind == APT:
		p.Unmet = true
		for _, day := range in.APTs {
			if !day.After(target) && !day.Before(today) && !day.Before(target.Add(-near)) && (p.Unmet || day.After(p.Day)) {
				p.Day, p.Unmet = day, false
			}
		}
	case s.Group():
		p.Group, p.Unmet = in.Groups[s.Forum], true
		for _, m := range in.Meetings {
			if m.GroupID == p.Group.ID && m.GroupID != 0 && !m.Day.After(target) && !m.By.Before(today) && (p.Unmet || m.Day.After(p.Day)) {
				p.Day, p.Meeting, p.Unmet = m.Day, m.ID, false
			}
		}
	}
	return p
}

// near is how many days before its time a planned APT still serves a step.
const near = 28
