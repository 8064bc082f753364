package apt

import (
	"testing"
	"time"

	"samverka/internal/clock"
	"samverka/internal/fail"
)

// An APT on Wednesday 3 February 2027; two weeks and one week before are SKR's (handbook 5.3, 11).
func TestWarnings(t *testing.T) {
	t.Parallel()
	day := clock.NewDate(2027, 2, 3)
	r := Record{APT: APT{StartsAt: day.At(14, 0)}, Rules: DefaultRules()}
	for name, c := range map[string]struct {
		got  []fail.Warning
		want string
	}{
		"invitation 14 days before":       {r.inviteWarnings(day.Add(-14)), ""},
		"invitation 13 days before":       {r.inviteWarnings(day.Add(-13)), "apt.warn.invite_late"},
		"agenda 7 days before":            {r.agendaWarnings(day.Add(-7)), ""},
		"agenda 6 days before":            {r.agendaWarnings(day.Add(-6)), "apt.warn.agenda_late"},
		"premises decided by the manager": {r.outcomeWarnings(ManagerDecides, "premises"), "apt.warn.group_decides"},
		"policy decided by the manager":   {r.outcomeWarnings(ManagerDecides, "policy"), "apt.warn.group_decides"},
		"premises to a group":             {r.outcomeWarnings(ToGroup, "premises"), ""},
		"premises to a higher level":      {r.outcomeWarnings(LevelUp, "premises"), ""},
		"no change decided":               {r.outcomeWarnings(ManagerDecides, ""), ""},
		"work environment decided":        {r.outcomeWarnings(ManagerDecides, "work_environment"), ""},
	} {
		got := ""
		if len(c.got) > 0 {
			got = c.got[0].Key
		}
		if got != c.want {
			t.Errorf("%s: warned %q, want %q", name, got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	t.Parallel()
	rules := DefaultRules()
	day := clock.NewDate(2027, 2, 3)
	for name, c := range map[string]struct{ got, want clock.Date }{
		"invite":                       {rules.InviteBy(day), clock.NewDate(2027, 1, 20)},
		"agenda":                       {rules.AgendaBy(day), clock.NewDate(2027, 1, 27)},
		"notes":                        {rules.NotesBy(day), clock.NewDate(2027, 2, 10)},
		"notes due on a Saturday wait": {rules.NotesBy(clock.NewDate(2027, 2, 6)), clock.NewDate(2027, 2, 15)},
		"proposals":                    {Record{APT: APT{StartsAt: day.At(14, 0)}, Rules: rules}.ProposalsBy(), clock.NewDate(2027, 1, 26)},
	} {
		if c.got != c.want {
			t.Errorf("%s by %s, want %s", name, c.got, c.want)
		}
	}
}

func TestOverrunIsOfTheShortestSitting(t *testing.T) {
	t.Parallel()
	start := clock.NewDate(2027, 2, 3).At(14, 0)
	r := Record{Items: []Item{{Minutes: 60}, {Minutes: 20}}, Sittings: []Sitting{{StartsAt: start, EndsAt: start.Add(90 * time.Minute)},
		{StartsAt: start, EndsAt: start.Add(time.Hour)}, {StartsAt: start, EndsAt: start.Add(time.Minute), Status: SittingCancelled}}}
	if got := r.Overrun(); got != 20 {
		t.Errorf("Overrun() = %d, want 20", got)
	}
}
