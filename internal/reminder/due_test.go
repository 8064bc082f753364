package reminder_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/reminder"
)

func at(month time.Month, day, hour int) time.Time {
	return clock.NewDate(2027, month, day).At(hour, 0)
}

func ptr(t time.Time) *time.Time { return &t }

// TestWhoHasNotAnsweredIsRemindedByStep: which step a reminder is about on each day; -1: none.
func TestWhoHasNotAnsweredIsRemindedByStep(t *testing.T) {
	t.Parallel()
	minutes := reminder.Unanswered{Kind: matter.TaskApproveMinutes, AskedAt: at(3, 5, 10), DueOn: clock.NewDate(2027, 3, 15)}
	brief := minutes
	brief.DueOn = clock.NewDate(2027, 3, 10)
	moved := minutes // asked on a Thursday: day 10 is a Sunday, so the last day is the Monday
	moved.AskedAt, moved.DueOn = at(3, 4, 10), clock.NewDate(2027, 3, 15)
	late := reminder.Unanswered{Kind: matter.TaskLatePapers, AskedAt: at(3, 12, 10), DueOn: clock.NewDate(2027, 3, 17), StartsAt: ptr(at(3, 17, 13))}
	extra := reminder.Unanswered{Kind: matter.TaskExtra, AskedAt: at(3, 15, 10), DueOn: clock.NewDate(2027, 3, 17), StartsAt: ptr(at(3, 17, 13))}
	papers := reminder.Unanswered{Kind: matter.TaskReadPapers, AskedAt: at(3, 10, 10), DueOn: clock.NewDate(2027, 3, 17), StartsAt: ptr(at(3, 17, 13))}
	fresh := papers
	fresh.AskedAt = at(3, 15, 10)
	risk := reminder.Unanswered{Kind: matter.TaskStateRisk, AskedAt: at(3, 5, 10), DueOn: clock.NewDate(2027, 3, 12)}
	for _, c := range []struct {
		name string
		of   reminder.Unanswered
		now  time.Time
		want int64
	}{
		{"minutes, day 2", minutes, at(3, 7, 23), -1},
		{"minutes, day 3", minutes, at(3, 8, 0), 0},
		{"minutes, day 6", minutes, at(3, 11, 23), 0},
		{"minutes, day 7", minutes, at(3, 12, 7), 1},
		{"minutes, day 10", minutes, at(3, 15, 7), 2},
		{"minutes, six days overdue", minutes, at(3, 21, 7), 2},
		{"minutes, long overdue", minutes, at(3, 22, 7), -1},
		{"minutes, five days to answer: day 3", brief, at(3, 8, 7), 0},
		{"minutes, five days to answer: the last", brief, at(3, 10, 7), 1},
		{"minutes, day 10 is a Sunday", moved, at(3, 14, 7), 1},
		{"minutes, the Monday after it", moved, at(3, 15, 7), 2},
		{"late papers, the same day", late, at(3, 12, 15), -1},
		{"late papers, the day after", late, at(3, 13, 7), 0},
		{"late papers, the day before the meeting", late, at(3, 16, 7), 1},
		{"late papers, the meeting has begun", late, at(3, 17, 13), -1},
		{"extra meeting, called two days before", extra, at(3, 16, 7), 0},
		{"papers, three days before", papers, at(3, 14, 23), -1},
		{"papers, two days before", papers, at(3, 15, 0), 0},
		{"papers, on the day, before it", papers, at(3, 17, 12), 0},
		{"papers, that came two days before", fresh, at(3, 16, 7), -1},
		{"risk, day 3", risk, at(3, 8, 7), 0},
		{"risk, the last day", risk, at(3, 12, 7), 1},
	} {
		c.of.TaskID, c.of.PersonID = 7, 9
		got := reminder.Due(reminder.Facts{Unanswered: []reminder.Unanswered{c.of}}, c.now)
		switch {
		case c.want < 0 && len(got) != 0:
			t.Errorf("%s: %+v, want nothing", c.name, got)
		case c.want >= 0 && (len(got) != 1 || got[0].Subject != 7<<3|c.want || !cmp.Equal(got[0].To, []int64{9})):
			t.Errorf("%s: got %+v, want step %d to 9", c.name, got, c.want)
		}
	}
}

func TestAgreementsAndMandatesAreWarnedOf(t *testing.T) {
	t.Parallel()
	until := clock.NewDate(2027, 6, 30)
	f := reminder.Facts{Unions: []reminder.UnionEnd{{ID: 3, Until: until}}, MandateEnd: []clock.Date{until}, Watchers: []int64{1, 2}}
	subjects := map[announce.Kind]map[int64]bool{announce.AgreementEnds: {}, announce.MandatesEnd: {}}
	for _, c := range []struct {
		day  clock.Date
		want []announce.Kind
	}{
		{clock.NewDate(2027, 3, 31), nil},
		{clock.NewDate(2027, 4, 1), []announce.Kind{announce.AgreementEnds}},
		{clock.NewDate(2027, 5, 30), []announce.Kind{announce.AgreementEnds}},
		{clock.NewDate(2027, 5, 31), []announce.Kind{announce.AgreementEnds, announce.MandatesEnd}},
		{until, []announce.Kind{announce.AgreementEnds, announce.MandatesEnd}},
		{until.Add(1), nil},
	} {
		var got []announce.Kind
		for _, a := range reminder.Due(f, c.day.At(7, 0)) {
			got = append(got, a.Kind)
			subjects[a.Kind][a.Subject] = true
			if a.On != until || !cmp.Equal(a.To, f.Watchers) {
				t.Errorf("%s: %+v", c.day, a)
			}
		}
		if !cmp.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.day, got, c.want)
		}
	}
	if a, m := len(subjects[announce.AgreementEnds]), len(subjects[announce.MandatesEnd]); a != 2 || m != 1 {
		t.Errorf("%d warnings of the agreement and %d of the mandates, want 2 and 1", a, m)
	}
	moved := reminder.Due(reminder.Facts{Unions: []reminder.UnionEnd{{ID: 3, Until: until.Add(1)}}, Watchers: f.Watchers}, until.At(7, 0))
	if len(moved) != 1 || subjects[announce.AgreementEnds][moved[0].Subject] {
		t.Errorf("a last day that is moved: got %+v, want a new warning", moved)
	}
}

// TestWhatIsMissingIsToldAWeekAhead: once for each day that the decision is planned for, while something is missing.
func TestWhatIsMissingIsToldAWeekAhead(t *testing.T) {
	t.Parallel()
	r := matter.Record{Matter: matter.Matter{ID: 5, OwnerID: 4, Status: "open", PlannedDecision: clock.NewDate(2027, 3, 31)}}
	for _, c := range []struct {
		day  int
		want int
	}{{23, 0}, {24, 1}, {31, 1}} {
		got := reminder.Due(reminder.Facts{Blocked: []matter.Record{r}}, at(3, c.day, 9))
		if len(got) != c.want || c.want == 1 && (got[0].Kind != announce.Blocked || got[0].On != r.PlannedDecision || !cmp.Equal(got[0].To, []int64{4})) {
			t.Errorf("on the %d: %+v", c.day, got)
		}
	}
	if got := reminder.Due(reminder.Facts{Blocked: []matter.Record{r}}, at(4, 1, 9)); len(got) != 0 {
		t.Errorf("after the day: %+v", got)
	}
}

// TestReadyIsToldOncePerVersion: a matter that waited for a limit alone, on the last day and the day after it.
func TestReadyIsToldOncePerVersion(t *testing.T) {
	t.Parallel()
	r := matter.Record{Matter: matter.Matter{ID: 5, OwnerID: 4, Decider: matter.ByManager, Status: "open", PlanConfirmedAt: ptr(at(2, 1, 9))},
		Proposals: []matter.Proposal{{ID: 1, No: 2}},
		Tracks: []matter.Track{{ID: 1, Kind: matter.KindMBL11, UnionID: 3, Mandatory: true, ProposalNo: 2, RequestedAt: ptr(at(2, 2, 9)),
			ClosedAt: ptr(at(3, 10, 9)), CloseManner: matter.InDisagreement, WindowUntil: clock.NewDate(2027, 3, 17)}}}
	due := func(now time.Time) []announce.Announcement {
		return reminder.Due(reminder.Facts{Ready: []matter.Record{r}}, now)
	}
	if got := due(at(3, 17, 23)); len(got) != 0 {
		t.Errorf("on the last day: %+v, want nothing", got)
	}
	want := []announce.Announcement{{Kind: announce.Ready, Subject: 5<<12 | 2, MatterID: 5, To: []int64{4}}}
	if got := due(at(3, 18, 0)); !cmp.Equal(got, want, cmp.Comparer(func(a, b clock.Date) bool { return a == b })) {
		t.Errorf("the day after: %+v, want %+v", got, want)
	}
	r.Decider = matter.ByBoard
	if got := due(at(3, 18, 0)); len(got) != 1 || got[0].Kind != announce.ReadyBoard {
		t.Errorf("the board's: %+v", got)
	}
}
