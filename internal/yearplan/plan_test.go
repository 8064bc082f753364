package yearplan_test

import (
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/meeting"
	"samverka/internal/yearplan"
)

var sameDay = cmp.Comparer(func(a, b clock.Date) bool { return a == b })

func TestDraftsAreAdjustedAndPublishedTogether(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	scope := p.group("LSG Väst")
	p.ok(p.svc.AddBreaks(p.ctx, p.admin, yearplan.Break{Name: "Sportlov", FirstOn: clock.NewDate(2027, 3, 1), LastOn: clock.NewDate(2027, 3, 5)}))
	p.series(p.chair, scope, 7, "Rådhuset")
	made, err := p.svc.MakeDrafts(p.ctx, p.chair, scope, spring)
	p.ok(err)
	if want := (yearplan.Made{Drafts: 3, Skipped: 1}); made != want {
		t.Fatalf("made %+v, want %+v", made, want)
	}
	plan := p.plan(p.chair, scope)
	if diff := cmp.Diff([]string{"2027-01-13", "2027-04-21", "2027-06-09"}, days(plan.Kept())); diff != "" {
		t.Fatalf("want - got +\n%s", diff)
	}
	moved := clock.NewDate(2027, 4, 22)
	_, err = p.svc.SaveDraft(p.ctx, p.chair, yearplan.DraftForm{ID: plan.Drafts[1].ID, Version: plan.Drafts[1].Version, StartsAt: moved.At(9, 0), EndsAt: moved.At(11, 0), Place: "Teams"})
	p.ok(err)
	_, err = p.svc.SaveDraft(p.ctx, p.chair, yearplan.DraftForm{Scope: scope, StartsAt: clock.NewDate(2027, 2, 10).At(13, 0), EndsAt: clock.NewDate(2027, 2, 10).At(15, 0)})
	p.ok(err)
	_, err = p.svc.KeepDraft(p.ctx, p.chair, plan.Drafts[2].ID, false)
	p.ok(err)
	made, err = p.svc.MakeDrafts(p.ctx, p.chair, scope, spring)
	p.ok(err)
	if made.Drafts != 0 {
		t.Errorf("made again: %d new drafts, want none: adjusted and dropped ones stay as they are", made.Drafts)
	}
	done, err := p.svc.Publish(p.ctx, p.chair, scope, picks(p.plan(p.chair, scope)), "")
	p.ok(err)
	if done.Count != 3 || clock.DateOf(done.First) != clock.NewDate(2027, 1, 13) {
		t.Errorf("published %+v, want 3 from 13 January", done)
	}
	plan = p.plan(p.rep, scope)
	if len(plan.Meetings) != 3 || plan.Drafts != nil || plan.Edit || plan.Meetings[2].Place != "Teams" {
		t.Errorf("the representative sees %+v", plan)
	}
	want := []announce.Announcement{{Kind: announce.YearPlan, Subject: done.ID, MeetingID: done.MeetingID, To: []int64{p.ids["Rosa Lindqvist"]}}}
	if diff := cmp.Diff(want, p.told.all, sameDay); diff != "" {
		t.Errorf("one mail each: want - got +\n%s", diff)
	}
	if got := p.number(`SELECT count(*) FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id WHERE ai.title = 'Plan för årets skyddsronder'`); got != 1 {
		t.Errorf("February's theme stands on %d agendas, want 1", got)
	}
}

func TestAnAPTIsPlannedForItsUnit(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	scope := p.unit("Väst")
	p.series(p.chair, scope, 4, "Fikarummet")
	done, err := p.svc.Publish(p.ctx, p.chair, scope, p.drafts(p.chair, scope), "")
	p.ok(err)
	if plan := p.plan(p.staff, scope); len(plan.Meetings) != done.Count || done.Count < 5 || plan.Edit {
		t.Errorf("the employee sees %d of %d sittings", len(plan.Meetings), done.Count)
	}
	if to := p.told.all[0].To; len(to) != 1 || to[0] != p.ids["Nils Nord"] || p.told.all[0].APTID == 0 {
		t.Errorf("told %+v, want the unit's employee", p.told.all)
	}
}

func TestClashesAreShownBesideDraftsAndNeedAReason(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.series(p.other, p.group("LSG Öst"), 4, "Rådhuset")
	_, err := p.svc.Publish(p.ctx, p.other, p.group("LSG Öst"), p.drafts(p.other, p.group("LSG Öst")), "")
	p.ok(err)
	scope := p.group("LSG Väst")
	p.series(p.chair, scope, 8, "rådhuset")
	all := p.drafts(p.chair, scope)
	plan := p.plan(p.chair, scope)
	for _, d := range plan.Kept() {
		if len(d.Clashes) != 2 || d.Clashes[0].Title != "LSG Öst" {
			t.Errorf("%s: %+v, want the representative and the room", d.Day(), d.Clashes)
		}
	}
	_, err = p.svc.Publish(p.ctx, p.chair, scope, all, "")
	confirm, ok := err.(*fail.Confirm)
	if !ok || len(confirm.Warnings) != 2*len(all) {
		t.Fatalf("without a reason: got %v", err)
	}
	if n := p.number(`SELECT count(*) FROM planned_dates WHERE group_id = $1 AND status = 'published'`, scope.GroupID); n != 0 {
		t.Errorf("%d were published without a reason", n)
	}
	_, err = p.svc.Publish(p.ctx, p.chair, scope, all, "Rosa har lovat ordna ersättare")
	p.ok(err)
}

func TestPublishRefuses(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	scope := p.group("LSG Väst")
	p.series(p.chair, scope, 4, "")
	all := p.drafts(p.chair, scope)
	stale := append([]yearplan.Pick{}, all...)
	stale[0].Version++
	for _, tc := range []struct {
		name  string
		who   access.Actor
		scope yearplan.Scope
		picks []yearplan.Pick
		want  fail.Kind
	}{
		{"another group's chair", p.other, scope, all, fail.Forbidden},
		{"a representative", p.rep, scope, all, fail.Forbidden},
		{"drafts of another group", p.other, p.group("LSG Öst"), all, fail.Conflict},
		{"a draft that has been changed", p.chair, scope, stale, fail.Conflict},
		{"none", p.chair, scope, nil, fail.Invalid},
		{"no group", p.chair, yearplan.Scope{}, all, fail.NotFound},
		{"an unknown group", p.chair, yearplan.Scope{GroupID: 99999}, all, fail.NotFound},
		{"an unknown unit", p.chair, yearplan.Scope{UnitID: 99999}, all, fail.NotFound},
		{"another's unit", p.chair, p.unit("Öst"), all, fail.Forbidden},
	} {
		if _, err := p.svc.Publish(p.ctx, tc.who, tc.scope, tc.picks, "Skäl"); fail.KindOf(err) != tc.want {
			t.Errorf("%s: got %v, want kind %d", tc.name, err, tc.want)
		}
	}
	p.clock.Set(clock.NewDate(2027, 2, 1).At(9, 0))
	if _, err := p.svc.Publish(p.ctx, p.chair, scope, all, "Skäl"); fail.KeyOf(err) != "year.error.draft_past" {
		t.Errorf("a draft whose day has passed: got %v", err)
	}
	if n := p.number(`SELECT count(*) FROM meetings`); n != 0 {
		t.Errorf("%d meetings although every publishing was refused", n)
	}
}

// Two who publish the same drafts at once publish once; the other is told.
func TestTwoPublishingAtOncePublishOnce(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	scope := p.group("LSG Väst")
	p.series(p.chair, scope, 4, "")
	all := p.drafts(p.chair, scope)
	var wg sync.WaitGroup
	errs := make([]error, 4)
	for i := range errs {
		wg.Go(func() { _, errs[i] = p.svc.Publish(p.ctx, p.chair, scope, all, "") })
	}
	wg.Wait()
	won := 0
	for _, err := range errs {
		switch {
		case err == nil:
			won++
		case fail.KindOf(err) != fail.Conflict:
			t.Errorf("got %v, want Conflict", err)
		}
	}
	if won != 1 {
		t.Errorf("%d publishings succeeded, want 1", won)
	}
	if n := p.number(`SELECT count(*) FROM meetings`); n != len(all) {
		t.Errorf("%d meetings, want %d", n, len(all))
	}
	if len(p.told.all) != 1 {
		t.Errorf("%d announcements, want 1", len(p.told.all))
	}
}

func TestADraftThatOverlapsTheGroupsOwnMeeting(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	scope := p.group("LSG Väst")
	day := clock.NewDate(2027, 2, 10)
	for range 2 {
		_, err := p.svc.SaveDraft(p.ctx, p.chair, yearplan.DraftForm{Scope: scope, StartsAt: day.At(13, 0), EndsAt: day.At(15, 0)})
		p.ok(err)
	}
	plan := p.plan(p.chair, scope)
	if !plan.Drafts[0].Own || !plan.Drafts[1].Own {
		t.Errorf("two drafts at the same time are not marked: %+v", plan.Drafts)
	}
	if _, err := p.svc.Publish(p.ctx, p.chair, scope, picks(plan), "Skäl"); fail.KeyOf(err) != "year.error.draft_own" {
		t.Errorf("both at once: got %v", err)
	}
	_, err := p.svc.Publish(p.ctx, p.chair, scope, picks(plan)[:1], "")
	p.ok(err)
	if _, err := p.svc.Publish(p.ctx, p.chair, scope, picks(plan)[1:], "Skäl"); fail.KeyOf(err) != "year.error.draft_own" {
		t.Errorf("the other one afterwards: got %v", err)
	}
}

func TestTwoWhoAdjustTheSameDraft(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	scope := p.group("LSG Väst")
	p.series(p.chair, scope, 4, "")
	p.drafts(p.chair, scope)
	d := p.plan(p.chair, scope).Drafts[0]
	f := yearplan.DraftForm{ID: d.ID, Version: d.Version, StartsAt: d.StartsAt.Add(time.Hour), EndsAt: d.EndsAt.Add(time.Hour)}
	_, err := p.svc.SaveDraft(p.ctx, p.chair, f)
	p.ok(err)
	if _, err := p.svc.SaveDraft(p.ctx, p.chair, f); fail.KindOf(err) != fail.Conflict {
		t.Errorf("with the old version: got %v, want Conflict", err)
	}
}

func TestWhoSeesWhichPlan(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	safety := p.actor("Nils Nord", access.SafetyRep)
	for _, tc := range []struct {
		name  string
		who   access.Actor
		scope yearplan.Scope
		sees  bool
	}{
		{"the chair", p.chair, p.group("LSG Väst"), true},
		{"another chair", p.other, p.group("LSG Väst"), false},
		{"a member", p.rep, p.group("LSG Öst"), true},
		{"HR", p.hr, p.group("LSG Öst"), true},
		{"HR an APT", p.hr, p.unit("Öst"), true},
		{"an administrator", p.admin, p.group("LSG Väst"), false},
		{"an employee of the unit", p.staff, p.group("LSG Väst"), true},
		{"an employee of another unit", p.staff, p.group("LSG Öst"), false},
		{"an employee their own APT", p.staff, p.unit("Väst"), true},
		{"an employee another APT", p.staff, p.unit("Öst"), false},
		{"a representative the APT of their workplace", safety, p.unit("Väst"), true},
		{"a representative another APT", safety, p.unit("Öst"), false},
		{"nothing at all", p.hr, yearplan.Scope{}, false},
	} {
		_, err := p.svc.Plan(p.ctx, tc.who, tc.scope, 2027)
		if got := err == nil; got != tc.sees || err != nil && fail.KindOf(err) != fail.NotFound {
			t.Errorf("%s: got %v, want to see it: %v", tc.name, err, tc.sees)
		}
	}
	c, err := p.svc.Choose(p.ctx, p.hr, "öst")
	p.ok(err)
	if len(c.Found) != 2 || len(c.Warned) != 1 || c.Warned[0].State != yearplan.Never {
		t.Errorf("HR finds %+v", c)
	}
	c, err = p.svc.Choose(p.ctx, p.staff, "")
	p.ok(err)
	if len(c.Mine) != 2 || c.Search {
		t.Errorf("the employee may choose %+v, want their group and their APT", c.Mine)
	}
}

func TestAnOrganisationOfItsOwn(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.series(p.chair, p.group("LSG Väst"), 4, "")
	all := p.drafts(p.chair, p.group("LSG Väst"))
	plan := p.plan(p.chair, p.group("LSG Väst"))
	stranger := p.chair
	stranger.OrgID = p.org + 1
	if _, err := p.svc.Plan(p.ctx, stranger, p.group("LSG Väst"), 2027); fail.KindOf(err) != fail.NotFound {
		t.Errorf("another organisation's plan: got %v, want NotFound", err)
	}
	if _, err := p.svc.Publish(p.ctx, stranger, p.group("LSG Väst"), all, "Skäl"); fail.KindOf(err) != fail.NotFound {
		t.Errorf("publishing it: got %v, want NotFound", err)
	}
	if _, _, err := p.svc.SeriesByID(p.ctx, stranger, plan.Series[0].ID); fail.KindOf(err) != fail.NotFound {
		t.Errorf("its series: got %v, want NotFound", err)
	}
}

func TestTheSafetyCommitteesInterval(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	scope := p.group("LSG Väst")
	if got := p.plan(p.chair, scope).State(); got != yearplan.Never {
		t.Errorf("without any meeting: %q, want never", got)
	}
	m := meeting.Service{DB: p.db, Clock: p.clock, Announce: p.told}
	id, err := m.Plan(p.ctx, p.chair, meeting.PlanForm{GroupID: scope.GroupID, StartsAt: clock.NewDate(2027, 1, 12).At(9, 0)})
	p.ok(err)
	p.clock.Set(clock.NewDate(2027, 1, 12).At(9, 0))
	p.ok(p.db.InOrg(p.ctx, p.org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(p.ctx, `UPDATE meetings SET status = 'closed', closed_at = starts_at, opened_at = starts_at WHERE id = $1`, id)
		return err
	}))
	p.clock.Set(clock.NewDate(2027, 3, 27).At(9, 0))
	if got := p.plan(p.chair, scope).State(); got != yearplan.InTime {
		t.Errorf("74 days after: %q, want nothing", got)
	}
	p.clock.Set(clock.NewDate(2027, 3, 28).At(9, 0))
	if got := p.plan(p.chair, scope).State(); got != yearplan.Near {
		t.Errorf("75 days after: %q, want near", got)
	}
	day := clock.NewDate(2027, 4, 14)
	_, err = p.svc.SaveDraft(p.ctx, p.chair, yearplan.DraftForm{Scope: scope, StartsAt: day.At(9, 0), EndsAt: day.At(10, 0)})
	p.ok(err)
	plan := p.plan(p.chair, scope)
	if len(plan.Gaps) != 1 || plan.Gaps[0].State(plan.Today, plan.Agreement) != yearplan.TooLong || plan.Gaps[0].Limit != clock.NewDate(2027, 4, 12) {
		t.Errorf("a draft two days too late: %+v", plan.Gaps)
	}
}

func TestThemes(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	scope := p.group("LSG Väst")
	titles := func(who access.Actor, s yearplan.Scope) (all []string) {
		page, err := p.svc.Themes(p.ctx, who, s)
		p.ok(err)
		for _, x := range page.Themes {
			if x.Month == 10 {
				all = append(all, x.Title)
			}
		}
		return all
	}
	check := func(what string, got []string, want ...string) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: want - got +\n%s", what, diff)
		}
	}
	check("the seed", titles(p.chair, scope), "Budget inför nämndens beslut")
	p.ok(p.svc.AddTheme(p.ctx, p.hr, yearplan.Scope{}, yearplan.Theme{Month: 10, Title: "Jämställdhetsplan", Class: "information"}))
	check("the organisation's", titles(p.chair, scope), "Budget inför nämndens beslut", "Jämställdhetsplan")
	p.ok(p.svc.RemoveTheme(p.ctx, p.chair, scope, yearplan.Theme{Month: 10, Title: "budget inför nämndens beslut"}))
	check("the group's own", titles(p.chair, scope), "Jämställdhetsplan")
	p.ok(p.svc.AddTheme(p.ctx, p.hr, yearplan.Scope{}, yearplan.Theme{Month: 10, Title: "Nytt", Class: "information"}))
	check("the group's own stands", titles(p.chair, scope), "Jämställdhetsplan")
	check("another group follows the organisation", titles(p.other, p.group("LSG Öst")), "Budget inför nämndens beslut", "Jämställdhetsplan", "Nytt")
	p.ok(p.svc.ResetThemes(p.ctx, p.chair, scope))
	check("the group follows again", titles(p.chair, scope), "Budget inför nämndens beslut", "Jämställdhetsplan", "Nytt")
	if err := p.svc.AddTheme(p.ctx, p.chair, yearplan.Scope{}, yearplan.Theme{Month: 1, Title: "x", Class: "information"}); fail.KindOf(err) != fail.Forbidden {
		t.Errorf("a manager changes the organisation's: got %v, want Forbidden", err)
	}
	if err := p.svc.AddTheme(p.ctx, p.chair, scope, yearplan.Theme{Month: 13, Title: " ", Class: "before_decision"}); len(fail.Fields(err)) != 3 {
		t.Errorf("a bad theme: got %v, want three messages", err)
	}
}

func TestSeriesAreKept(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	scope := p.group("LSG Väst")
	want := yearplan.Series{Scope: scope, Starts: 9*60 + 30, Minutes: 90, Place: "Rådhuset", Rule: yearplan.Rule{Kind: yearplan.MonthWeekday, Every: 2, Weekday: 2, Nth: yearplan.Last,
		From: today, Until: today.Add(300), SkipWeeks: []int{28, 29, 53}, OnDayOff: yearplan.Skip, Breaks: true}}
	p.ok(p.svc.SaveSeries(p.ctx, p.chair, want))
	got := p.plan(p.chair, scope).Series[0]
	want.ID, want.Version = got.ID, 1
	if diff := cmp.Diff(want, got, sameDay); diff != "" {
		t.Errorf("want - got +\n%s", diff)
	}
	got.Place = "Teams"
	p.ok(p.svc.SaveSeries(p.ctx, p.chair, got))
	if err := p.svc.SaveSeries(p.ctx, p.chair, got); fail.KindOf(err) != fail.Conflict {
		t.Errorf("with the old version: got %v, want Conflict", err)
	}
	if err := p.svc.SaveSeries(p.ctx, p.other, got); fail.KindOf(err) != fail.Forbidden {
		t.Errorf("by another chair: got %v, want Forbidden", err)
	}
	p.drafts(p.chair, scope)
	_, err := p.svc.RemoveSeries(p.ctx, p.chair, got.ID)
	p.ok(err)
	if plan := p.plan(p.chair, scope); len(plan.Drafts) != 0 || len(plan.Series) != 0 {
		t.Errorf("after removal: %+v", plan)
	}
	bad := yearplan.Series{Scope: scope, Starts: -1, Rule: yearplan.Rule{Kind: "x", OnDayOff: "x", SkipWeeks: []int{54}}}
	if err := p.svc.SaveSeries(p.ctx, p.chair, bad); len(fail.Fields(err)) != 8 {
		t.Errorf("a series with nothing right: got %v", err)
	}
}
