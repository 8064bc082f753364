package matter_test

import (
	"strings"
	"testing"

	"samverka/internal/clock"
	"samverka/internal/matter"
)

// seats names the entitled, and after a bar those owed negotiation since no agreement holds for them.
func seats(r matter.Record, group int64, on clock.Date) string {
	join := func(us []matter.Union) string {
		var ns []string
		for _, u := range us {
			ns = append(ns, u.Name)
		}
		return strings.Join(ns, " ")
	}
	return join(r.Entitled(group, on)) + "|" + join(r.Uncovered(group, on))
}

func TestEntitled(t *testing.T) {
	t.Parallel()
	seat := func(f func(*matter.Seat)) func(*matter.Record) { return func(r *matter.Record) { f(&r.Seats[1]) } }
	for _, c := range []struct {
		name string
		rec  matter.Record
		want string
	}{
		{"everyone with a mandate and an agreement", planned(), "Kommunal Vision Vårdförbundet|"},
		{"nobody in another group", planned(func(r *matter.Record) {
			for i := range r.Seats {
				r.Seats[i].GroupID = fsg
			}
		}), "|"},
		{"the mandate ended the day before (handbook 2 rule 3)", planned(seat(func(s *matter.Seat) { s.Until = day(3, 30) })), "Kommunal Vårdförbundet|"},
		{"the mandate's last day", planned(seat(func(s *matter.Seat) { s.Until = treatment })), "Kommunal Vision Vårdförbundet|"},
		{"the mandate's first day", planned(seat(func(s *matter.Seat) { s.From = treatment })), "Kommunal Vision Vårdförbundet|"},
		{"the mandate begins the day after", planned(seat(func(s *matter.Seat) { s.From = day(4, 1) })), "Kommunal Vårdförbundet|"},
		{"the agreement ended the day before (handbook Split regime)", planned(seat(func(s *matter.Seat) { s.AgreementUntil = day(3, 30) })), "Kommunal Vårdförbundet|Vision"},
		{"the agreement's last day", planned(seat(func(s *matter.Seat) { s.AgreementUntil = treatment })), "Kommunal Vision Vårdförbundet|"},
		{"the agreement begins the day after", planned(seat(func(s *matter.Seat) { s.AgreementFrom = day(4, 1) })), "Kommunal Vårdförbundet|Vision"},
		{"no collective agreement (MBL 13 §)", planned(seat(func(s *matter.Seat) { s.Collective = false })), "Kommunal Vårdförbundet|"},
		{"negotiates instead (handbook T5)", planned(negotiation(matter.KindMBL11, vision)), "Kommunal Vårdförbundet|"},
		{"a negotiation in the plan takes nobody out", planned(negotiation(matter.KindMBL38, vision, func(t *matter.Track) { t.Origin = "plan" })), "Kommunal Vision Vårdförbundet|"},
		{"two seats, a union once", planned(func(r *matter.Record) { r.Seats = append(r.Seats, r.Seats[1]) }), "Kommunal Vision Vårdförbundet|"},
		{"a substitute's mandate is the union's too", planned(seat(func(s *matter.Seat) { s.Role = "union_substitute" })), "Kommunal Vision Vårdförbundet|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := seats(c.rec, lsg, treatment); got != c.want {
				t.Errorf("entitled|owed negotiation = %q, want %q", got, c.want)
			}
		})
	}
}

func TestPapersLate(t *testing.T) {
	t.Parallel()
	extra := func(r *matter.Record) { r.Items[0].Extra = true }
	days := func(n int) func(*matter.Record) { return func(r *matter.Record) { r.Agreement.PapersDays = n } }
	other := func(group int64, no int, on clock.Date) func(*matter.Record) {
		return func(r *matter.Record) {
			r.Sent = append(r.Sent, matter.Sent{MeetingID: 51, GroupID: group, UnionID: vision, Kind: "papers", ProposalNo: no, At: at(on, 9, 0)})
		}
	}
	on := func(d clock.Date) func(*matter.Record) { return sent("papers", vision, at(d, 23, 59)) }
	for _, c := range []struct {
		name string
		rec  matter.Record
		want bool
	}{
		{"exactly seven days before", planned(on(papers)), false},
		{"six days before", planned(on(papers.Add(1))), true},
		{"eight days before", planned(on(papers.Add(-1))), false},
		{"never", planned(func(r *matter.Record) { r.Sent = nil }), true},
		{"the agreement says three: exactly three before", planned(days(3), on(day(3, 28))), false},
		{"the agreement says three: two before", planned(days(3), on(day(3, 29))), true},
		{"the agreement says none: the same day", planned(days(0), on(treatment)), false},
		{"an extra meeting: exactly two before", planned(extra, on(day(3, 29))), false},
		{"an extra meeting: one before", planned(extra, on(day(3, 30))), true},
		{"sent late, and in time to the meeting that it was tabled from", planned(on(papers.Add(1)), other(lsg, 1, day(3, 3))), false},
		{"in time to another group only", planned(on(papers.Add(1)), other(fsg, 1, day(3, 3))), true},
		{"in time, of a version that no longer holds", planned(version(false)), true},
		{"in time, of the version that was then edited", planned(version(true)), false},
		{"in time, of the version that was then edited, with an objection", planned(version(true, "Vision")), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := c.rec.PapersLate(c.rec.Items[0], vision); got != c.want {
				t.Errorf("late = %v, want %v", got, c.want)
			}
		})
	}
}
