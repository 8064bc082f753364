package demo

import (
	"context"

	"samverka/internal/access"
	"samverka/internal/booking"
	"samverka/internal/clock"
	"samverka/internal/organisation"
	"samverka/internal/yearplan"
)

// years lets the organisation keep its school breaks, the personas' groups and workplaces have series with drafts to
// publish, and some representatives have published when they can meet.
func (s *stage) years() {
	today := clock.DateOf(s.end)
	when := at(before(today, 9), 10, 3)
	s.then(when, "", "school breaks", func(ctx context.Context, h *hand) error {
		year, _, _ := today.YMD()
		return h.years.AddBreaks(ctx, s.actor(s.holder(organisation.Admin), access.Admin), append(yearplan.Proposals(year), yearplan.Proposals(year+1)...)...)
	})
	for _, role := range []access.Role{access.UnionRep, access.SafetyRep} {
		person, days := s.personas[Code(role)], map[access.Role][]int{access.UnionRep: {2, 4}, access.SafetyRep: {3}}[role]
		s.then(when, "", "times of "+person, func(ctx context.Context, h *hand) error {
			for _, day := range days {
				if err := h.bookings.Publish(ctx, s.actor(person, role), booking.SlotForm{Weekday: day, Starts: 9 * 60, Ends: 16 * 60}); err != nil {
					return err
				}
			}
			return nil
		})
	}
	group, unit := map[string]string{kommunName: homeCareGroup, companyName: companyGroup}[s.name], map[string]string{kommunName: homeCare, companyName: "Kraftvärmeverket"}[s.name]
	chair := s.group[group].Chair
	s.year(chair, yearplan.Scope{GroupID: s.group[group].id}, yearplan.Rule{Kind: yearplan.Weeks, Every: 4, Weekday: 4}, "Kommunhuset, rum Älven")
	s.year(s.boss[unit], yearplan.Scope{UnitID: s.world.unit(unit)}, yearplan.Rule{Kind: yearplan.MonthWeekday, Every: 1, Weekday: 2, Nth: 2}, "Personalrummet")
}

// year gives a group, or a unit's APT, a series, and drafts for the half-year that comes when what is planned ends.
func (s *stage) year(planner string, scope yearplan.Scope, rule yearplan.Rule, room string) {
	today := clock.DateOf(s.end)
	rule.From, rule.OnDayOff, rule.Breaks, rule.SkipWeeks = today, yearplan.Move, true, []int{27, 28, 29, 30, 31}
	s.then(at(before(today, 6), 14, int(scope.GroupID)), "", "year of "+planner, func(ctx context.Context, h *hand) error {
		who := s.actor(planner, access.Manager)
		if err := h.years.SaveSeries(ctx, who, yearplan.Series{Scope: scope, Rule: rule, Starts: 13 * 60, Minutes: 120, Place: room}); err != nil {
			return err
		}
		_, err := h.years.MakeDrafts(ctx, who, scope, yearplan.HalfOf(today.Add(futureDays+45)))
		return err
	})
}
