package matter

import (
	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// agree finds the parameters that the matter as a whole follows: those of its units, as they held at the first treatment
// or, before it, as they hold today (handbook 11).
func (r *Record) agree(rules *organisation.Rulebook, today clock.Date) {
	r.Rules, r.Today = rules, today
	r.Agreement = rules.Kept(r.AgreementID, r.agreedOn(), r.place())
}

// agreedOn is the day whose agreement the matter follows.
func (r Record) agreedOn() clock.Date {
	if r.AgreementOn.IsZero() {
		return r.Today
	}
	return r.AgreementOn
}

func (r Record) place() organisation.Place {
	paths := make([][]int64, len(r.Units))
	for i, u := range r.Units {
		paths[i] = u.Path
	}
	return organisation.InUnits(paths...)
}

// AgreementIn is what the matter follows in the group: the group's own arrangement may differ in what is done there.
func (r Record) AgreementIn(groupID int64) organisation.Agreement {
	if r.Rules == nil {
		return r.Agreement
	}
	return r.Rules.Kept(r.AgreementID, r.agreedOn(), r.Rules.InGroup(groupID))
}

// meetingRules is what the meeting follows: the group's agreement as it held when the meeting was called, or else as it holds
// today. The times of kallelse and handlingar are the meeting's, whatever matters it has.
func (r Record) meetingRules(it Item) organisation.Agreement {
	if r.Rules == nil {
		return r.Agreement
	}
	day := r.Today
	if it.NoticeAt != nil {
		day = clock.DateOf(*it.NoticeAt)
	}
	return r.Rules.On(day, r.Rules.InGroup(it.GroupID))
}

// groupToday is what the group follows today: a meeting that is not called yet will be called by it.
func (r Record) groupToday(groupID int64) organisation.Agreement {
	if r.Rules == nil {
		return r.Agreement
	}
	return r.Rules.On(r.Today, r.Rules.InGroup(groupID))
}

type unitPath struct{ Path []int64 }

func placeOf(units []unitPath) organisation.Place {
	paths := make([][]int64, len(units))
	for i, u := range units {
		paths[i] = u.Path
	}
	return organisation.InUnits(paths...)
}
