package overview_test

import (
	"context"
	"testing"

	"samverka/internal/clock"
	"samverka/internal/overview"
	"samverka/internal/yearplan"
)

// The overview's figure and the rule that Att göra and the year plan use say the same of every kind of interval.
func TestASafetyCommitteeThatNeedsAMeeting(t *testing.T) {
	t.Parallel()
	today := clock.DateOf(now) // 17 March 2027
	for _, tc := range []struct {
		name       string
		held, next clock.Date
		want       yearplan.IntervalState
	}{
		{"74 days after", today.Add(-74), clock.Date{}, yearplan.InTime},
		{"75 days after", today.Add(-75), clock.Date{}, yearplan.Near},
		{"on the last day", clock.NewDate(2026, 12, 17), clock.Date{}, yearplan.Near},
		{"the day after it", clock.NewDate(2026, 12, 16), clock.Date{}, yearplan.Passed},
		{"the next one on the last day", clock.NewDate(2026, 12, 18), clock.NewDate(2027, 3, 18), yearplan.InTime},
		{"the next one a day late", clock.NewDate(2026, 12, 18), clock.NewDate(2027, 3, 19), yearplan.TooLong},
		{"the end of November", clock.NewDate(2026, 11, 30), clock.NewDate(2027, 3, 18), yearplan.TooLong},
		{"none held, one planned", clock.Date{}, today.Add(200), yearplan.InTime},
		{"none at all", clock.Date{}, clock.Date{}, yearplan.Never},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := newScene(t)
			s.exec(`UPDATE groups SET safety_committee = true WHERE id = $1`, s.lsg)
			if !tc.held.IsZero() {
				s.exec(`UPDATE meetings SET status = 'closed' WHERE id = $1`, s.meeting(s.lsg, tc.held.At(13, 0)))
			}
			if !tc.next.IsZero() {
				s.meeting(s.lsg, tc.next.At(13, 0))
			}
			todo, err := s.svc.Todo(context.Background(), s.chef)
			if err != nil {
				t.Fatal(err)
			}
			got := yearplan.InTime
			if len(todo.Committees) > 0 {
				got = todo.Committees[0].State
			}
			if got != tc.want {
				t.Errorf("Att göra: %q, want %q", got, tc.want)
			}
			want := 0
			if tc.want != yearplan.InTime {
				want = 1
			}
			if n := s.figures(s.vast)[overview.SafetyGaps]; n != want {
				t.Errorf("the overview: %d, want %d", n, want)
			}
		})
	}
}
