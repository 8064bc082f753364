package yearplan

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/meeting"
)

// PlanMeeting plans one meeting of a group outside the year plan. The month's themes come on its agenda as they do when the
// plan is published, unless another meeting of the month has them, or it is an extra meeting, which has its own errand.
func (s *Service) PlanMeeting(ctx context.Context, who access.Actor, f meeting.PlanForm, themes bool) (id int64, err error) {
	if err := who.Require(access.MeetingRun); err != nil {
		return 0, err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		if themes && !f.Extra && who.RunsMeetings(f.GroupID) {
			var err error
			if f.Themes, err = monthThemes(ctx, tx, Scope{GroupID: f.GroupID}, clock.DateOf(f.StartsAt)); err != nil {
				return err
			}
		}
		id, err = meeting.PlanIn(ctx, tx, s.Clock, who, f)
		return err
	})
	return id, err
}

// monthThemes are the themes of the day's month; none when the scope meets in that month already.
func monthThemes(ctx context.Context, tx *db.OrgTx, scope Scope, day clock.Date) ([]meeting.Theme, error) {
	year, m, _ := day.YMD()
	first := clock.NewDate(year, m, 1)
	var rows []themeRow
	var taken []clock.Date
	var b db.Batch
	db.Many(&b, &rows, themesOf, scope.GroupID, scope.UnitID)
	db.Scalars(&b, &taken, daysTaken, scope.GroupID, scope.UnitID, first.Start(), first.AddMonths(1).Start())
	if err := tx.Send(ctx, &b); err != nil || len(taken) > 0 {
		return nil, err
	}
	all, _ := effective(rows)
	var themes []meeting.Theme
	for _, t := range inMonth(all, int(m)) {
		themes = append(themes, meeting.Theme{Title: t.Title, Class: t.Class})
	}
	return slices.Clip(themes), nil
}
