package overview_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/overview"
)

// figures reads one unit's counts, those that are zero left out.
func (s *scene) figures(unit int64) map[overview.Measure]int {
	s.t.Helper()
	got, err := s.svc.Status(s.t.Context(), s.hr, overview.Scope{Unit: unit})
	if err != nil {
		s.t.Fatal(err)
	}
	f := map[overview.Measure]int{}
	for m, n := range got.Unit.Figures {
		if n != 0 {
			f[m] = n
		}
	}
	return f
}

// meet gives both groups a meeting lately, so that they do not count as idle.
func (s *scene) meet() {
	for _, g := range []int64{s.fsg, s.lsg} {
		s.sent(s.meeting(g, clock.NewDate(2027, 2, 10).At(13, 0)), "notice", clock.NewDate(2027, 1, 10).At(9, 0))
	}
}

func TestFigures(t *testing.T) {
	t.Parallel()
	day := func(m time.Month, d int) clock.Date { return clock.NewDate(2027, m, d) }
	far := day(12, 1)
	for name, c := range map[string]struct {
		arrange func(s *scene)
		want    map[overview.Measure]int
	}{
		"nothing": {func(*scene) {}, map[overview.Measure]int{}},
		// Late, and the role held; not yet late; a role that is held no longer; exempt.
		"introductions": {func(s *scene) {
			for _, x := range []struct {
				person     int64
				role, when string
			}{{s.amina, "manager", "'2027-03-01', NULL"}, {s.birgitta, "manager", "'2027-12-01', NULL"}, {s.amina, "union_rep", "'2027-03-01', NULL"}, {s.birgitta, "safety_rep", "NULL, NULL"}} {
				s.in(`INSERT INTO introductions (person_id, role, unit_id, began_on, due_on, confirmed_at) VALUES ($1, $2, $3, '2027-01-01', `+x.when+`) RETURNING id`, x.person, x.role, s.vast)
			}
		}, map[overview.Measure]int{overview.IntroductionsDue: 1}},
		"approved exception": {func(s *scene) {
			m := s.matter("Akut flytt", far, s.lsg, s.vast)
			for _, x := range []struct {
				approved bool
				at       clock.Date
			}{{true, day(3, 1)}, {false, day(3, 2)}, {true, clock.NewDate(2025, 3, 1)}} {
				s.in(`INSERT INTO exceptions (matter_id, proposal_no, what, harm, unforeseen, no_extra_meeting, requested_by, requested_at, decided_by, decided_at, approved)
					VALUES ($1, 1, 'a', 'b', 'c', 'd', $2, $3, $4, $3, $5) RETURNING id`, m, s.amina, x.at.At(8, 0), s.birgitta, x.approved)
			}
		}, map[overview.Measure]int{overview.Exceptions: 1}},
		"deviating decision": {func(s *scene) {
			m := s.matter("Träffpunkter", far, s.lsg, s.vast)
			s.in(`INSERT INTO decisions (matter_id, proposal_id, decided_on, by_board, deviation, deviation_text, recorded_by, recorded_at)
				SELECT $1, id, '2027-03-10', true, 'material', 'Två stängs', $2, $3 FROM proposals WHERE matter_id = $1 RETURNING id`, m, s.birgitta, now)
		}, map[overview.Measure]int{overview.Deviations: 1}},
		"planned before the notice can run": {func(s *scene) {
			s.matter("Bråttom", day(3, 20), s.lsg, s.vast)
			s.matter("I lagom tid", day(5, 3), s.lsg, s.vast)
		}, map[overview.Measure]int{overview.EarlyPlans: 1}},
		"planned before the meeting": {func(s *scene) {
			s.item(s.meeting(s.lsg, day(9, 1).At(13, 0)), s.matter("Före mötet", day(8, 25), s.lsg, s.vast))
		}, map[overview.Measure]int{overview.EarlyPlans: 1}},
		"planned day has passed": {func(s *scene) { s.matter("Glömt", day(3, 1), s.lsg, s.vast) }, map[overview.Measure]int{overview.EarlyPlans: 1}},
		"an approved exception goes before": {func(s *scene) {
			m := s.matter("Akut", day(3, 16), s.lsg, s.vast)
			s.in(`INSERT INTO exceptions (matter_id, proposal_no, what, harm, unforeseen, no_extra_meeting, requested_by, requested_at, decided_by, decided_at, approved)
				VALUES ($1, 1, 'a', 'b', 'c', 'd', $2, $3, $4, $3, true) RETURNING id`, m, s.amina, now, s.birgitta)
		}, map[overview.Measure]int{overview.Exceptions: 1}},
		"notices": {func(s *scene) {
			s.sent(s.meeting(s.lsg, day(3, 31).At(8, 0)), "notice", day(3, 17).At(8, 0)) // 14 days: in time
			s.sent(s.meeting(s.lsg, day(3, 30).At(8, 0)), "notice", day(3, 17).At(8, 0)) // 13 days
			s.meeting(s.lsg, day(3, 30).At(18, 0))                                       // not called, too late now
			s.meeting(s.lsg, day(3, 31).At(18, 0))                                       // last day is today
			s.exec(`UPDATE meetings SET status = 'cancelled' WHERE id = $1`, s.meeting(s.lsg, day(3, 18).At(8, 0)))
			extra := s.meeting(s.lsg, day(3, 19).At(8, 0))
			s.exec(`UPDATE meetings SET extra = true WHERE id = $1`, extra)
			s.sent(extra, "notice", day(3, 17).At(8, 0)) // two days, by consent
		}, map[overview.Measure]int{overview.LateNotices: 2}},
		"papers": {func(s *scene) {
			for i, sent := range []clock.Date{day(3, 10), day(3, 11), {}} {
				me := s.meeting(s.lsg, day(3, 17).At(8+2*i, 0))
				s.sent(me, "notice", day(2, 1).At(8, 0))
				s.item(me, s.matter("Ärende", far, s.lsg, s.vast))
				if !sent.IsZero() {
					s.sent(me, "papers", sent.At(23, 0))
				}
			}
		}, map[overview.Measure]int{overview.LatePapers: 2, overview.InSamverkan: 2, overview.EarlyPlans: 0}},
		"minutes": {func(s *scene) {
			for _, due := range []clock.Date{day(3, 16), day(3, 17), day(3, 18)} {
				me := s.meeting(s.lsg, day(3, 1).At(8, 0))
				s.sent(me, "notice", day(2, 1).At(8, 0))
				s.exec(`INSERT INTO minutes (meeting_id, status, due_on) VALUES ($1, 'sent', $2)`, me, due)
			}
		}, map[overview.Measure]int{overview.MinutesWaiting: 2, overview.MinutesOverdue: 1}},
		"under samverkan": {func(s *scene) {
			me := s.meeting(s.lsg, day(3, 31).At(13, 0))
			s.item(me, s.matter("Nytt schema", far, s.lsg, s.vast))
			s.sent(me, "notice", day(3, 10).At(8, 0))
			s.sent(me, "papers", day(3, 16).At(8, 0))
		}, map[overview.Measure]int{overview.InSamverkan: 1}},
		"risk assessments": {func(s *scene) {
			for i := range 3 {
				m := s.matter("Nytt schema", far, s.lsg, s.vast)
				s.exec(`UPDATE matters SET work_environment = true WHERE id = $1`, m)
				if i > 0 {
					s.in(`INSERT INTO risk_assessments (matter_id, no, created_by, created_at, fixed_at) VALUES ($1, 1, $2, $3, $4) RETURNING id`,
						m, s.amina, now, map[int]*time.Time{1: nil, 2: &now}[i])
				}
			}
		}, map[overview.Measure]int{overview.RisksMissing: 2}},
		"measures of risk assessments": {func(s *scene) { // late, on time, done, and one that no assessment asked for
			m := s.matter("Nytt schema", far, s.lsg, s.vast)
			for i, row := range []any{1, 2, 3, nil} {
				s.in(`INSERT INTO actions (matter_id, what, person_id, due_on, done_at, done_by, created_by, created_at, risk_row)
					VALUES ($1, 'Mät', $2::bigint, $3, $4, CASE WHEN $4::timestamptz IS NULL THEN NULL ELSE $2::bigint END, $2::bigint, $5, $6) RETURNING id`,
					m, s.amina, []clock.Date{day(3, 16), day(3, 30), day(3, 16), day(3, 16)}[i], []*time.Time{nil, nil, &now, nil}[i], now, row)
			}
			s.in(`INSERT INTO matter_checks (matter_id, what, person_id, due_on, created_at, risk_row) VALUES ($1, 'Hjälpte det?', $2, $3, $4, 1) RETURNING id`, m, s.amina, day(3, 10), now)
		}, map[overview.Measure]int{overview.RisksOverdue: 2}},
		"decided at an APT although it belongs to a group": {func(s *scene) {
			id := s.in(`INSERT INTO apts (unit_id, title, lead_id, created_at) VALUES ($1, 'APT', $2, $3) RETURNING id`, s.vast, s.amina, now)
			for _, warned := range []bool{true, false} {
				s.in(`INSERT INTO apt_items (apt_id, position, kind, title, minutes, outcome, outcome_reason, outcome_warned, outcome_at)
					VALUES ($1, 1, 'own', 'Flytt', 5, 'manager_decides', 'Bråttom', $2, $3) RETURNING id`, id, warned, now)
			}
		}, map[overview.Measure]int{overview.APTOverruled: 1}},
		"too few APT": {func(s *scene) { // the first was held a year ago: eight are wanted of each unit with a manager, and the other has held those
			for i := range 8 {
				id := s.in(`INSERT INTO apts (unit_id, title, status, lead_id, created_at) SELECT parent_id, 'APT', 'held', $2, $3 FROM units WHERE id = $1 RETURNING id`, s.vast, s.amina, now)
				s.in(`INSERT INTO apt_sittings (apt_id, starts_at, ends_at) VALUES ($1, $2::timestamptz, $2::timestamptz + interval '1 hour') RETURNING id`, id, now.AddDate(0, 0, -364+40*i))
			}
		}, map[overview.Measure]int{overview.APTsBehind: 1}},
		"mandates": {func(s *scene) {
			s.mandate(s.jonas, "safety_rep", 0, 0, s.vast, "2027-04-01")
			again := s.mandate(s.maria, "union_rep", s.kommunal, s.lsg, 0, "2027-04-01") // goes on in the other row
			s.mandate(s.maria, "union_substitute", s.kommunal, s.lsg, 0, "2027-06-01")   // later than 60 days
			_ = again
		}, map[overview.Measure]int{overview.MandatesEnding: 1}},
		"seats": {func(s *scene) {
			s.exec(`UPDATE groups SET chair_id = NULL WHERE id = $1`, s.lsg)
			s.exec(`UPDATE groups SET safety_committee = true WHERE id = $1`, s.lsg)
			s.exec(`UPDATE meetings SET status = 'closed' WHERE group_id = $1`, s.lsg) // held lately: no gap
			s.exec(`UPDATE mandates SET valid_until = '2027-03-01' WHERE role = 'safety_rep'`)
			vision := s.in(`INSERT INTO unions (name) VALUES ('Vision') RETURNING id`)
			s.mandate(s.maria, "union_rep", vision, s.lsg, 0, "2027-03-01")
			s.mandate(s.maria, "union_rep", s.kommunal, s.lsg, 0, "2027-03-01") // Kommunal has another
		}, map[overview.Measure]int{overview.SeatsVacant: 3}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newScene(t)
			s.meet()
			c.arrange(s)
			want := map[overview.Measure]int{}
			for m, n := range c.want {
				if n != 0 {
					want[m] = n
				}
			}
			for unit, want := range map[int64]map[overview.Measure]int{0: want, s.vo: want, s.vast: want, s.ost: {}, s.ut: {}} {
				if diff := cmp.Diff(want, s.figures(unit)); diff != "" {
					t.Errorf("unit %d (-want +got):\n%s", unit, diff)
				}
			}
			for _, m := range overview.Measures {
				got, err := s.svc.Behind(t.Context(), s.hr, s.vast, m)
				if err != nil {
					t.Errorf("behind %s: %v", m, err)
				}
				if n := want[m]; (n > 0) != (len(got.Facts) > 0) || len(got.Facts) > n {
					t.Errorf("behind %s: %d rows for the figure %d", m, len(got.Facts), n)
				}
			}
		})
	}
}

func TestAGroupWithoutMeetings(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	s.sent(s.meeting(s.lsg, clock.NewDate(2026, 12, 16).At(13, 0)), "notice", clock.NewDate(2026, 11, 1).At(9, 0))
	s.sent(s.meeting(s.fsg, clock.NewDate(2026, 12, 18).At(13, 0)), "notice", clock.NewDate(2026, 11, 1).At(9, 0))
	if got := s.figures(s.vast); got[overview.GroupsIdle] != 1 {
		t.Errorf("Väst %v, want its own group idle", got)
	}
	if got := s.figures(0); got[overview.GroupsIdle] != 1 {
		t.Errorf("all %v, want one idle group", got)
	}
}

func TestAMatterOfSeveralUnitsCountsOnceAbove(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	s.meet()
	s.matter("Bråttom", clock.NewDate(2027, 3, 18), s.fsg, s.vast, s.ost)
	s.matter("Glömt", clock.NewDate(2027, 3, 1), s.fsg, s.vast, s.ost)
	for unit, want := range map[int64]int{0: 2, s.vo: 2, s.vast: 2, s.ost: 2, s.ut: 0} {
		if got := s.figures(unit)[overview.EarlyPlans]; got != want {
			t.Errorf("unit %d: %d, want %d", unit, got, want)
		}
	}
}

func names(rows []overview.UnitRow) []string {
	var got []string
	for _, r := range rows {
		got = append(got, r.Name)
	}
	return got
}

func TestStatusShowsTheTree(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	head := access.Actor{OrgID: s.org, PersonID: s.birgitta, Role: access.Manager, Units: []int64{s.vo}}
	for name, c := range map[string]struct {
		who  access.Actor
		sc   overview.Scope
		want []string
		path []string
	}{
		"the whole":        {s.hr, overview.Scope{}, []string{"Utbildning", "Vård och omsorg"}, nil},
		"one unit":         {s.hr, overview.Scope{Unit: s.vo}, []string{"Hemtjänst Väst", "Hemtjänst Öst"}, nil},
		"a leaf":           {s.hr, overview.Scope{Unit: s.vast}, nil, []string{"Vård och omsorg"}},
		"by name":          {s.hr, overview.Scope{Filter: "VÄST"}, []string{"Hemtjänst Väst"}, nil},
		"by name below":    {s.hr, overview.Scope{Unit: s.ut, Filter: "hem"}, nil, nil},
		"all below":        {s.hr, overview.Scope{Deep: true}, []string{"Hemtjänst Väst", "Hemtjänst Öst", "Utbildning", "Vård och omsorg"}, nil},
		"a manager's":      {s.chef, overview.Scope{}, []string{"Hemtjänst Väst"}, nil},
		"a head's":         {head, overview.Scope{}, []string{"Vård och omsorg", "Hemtjänst Väst", "Hemtjänst Öst"}, nil},
		"a manager's unit": {s.chef, overview.Scope{Unit: s.vast}, nil, nil},
		"a manager's all":  {s.chef, overview.Scope{Deep: true}, []string{"Hemtjänst Väst"}, nil},
	} {
		got, err := s.svc.Status(t.Context(), c.who, c.sc)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff([][]string{c.want, c.path}, [][]string{names(got.Rows), names(got.Path)}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for _, unit := range []int64{s.vo, s.ost, 999999} {
		if _, err := s.svc.Status(t.Context(), s.chef, overview.Scope{Unit: unit}); fail.KindOf(err) != fail.NotFound {
			t.Errorf("a manager's unit %d: %v, want NotFound", unit, err)
		}
	}
	if _, err := s.svc.Behind(t.Context(), s.hr, 0, "unheard of"); fail.KindOf(err) != fail.NotFound {
		t.Errorf("an unknown measure: %v, want NotFound", err)
	}
}

// TestAManagerCountsOwnUnits: what only concerns other units is in none of the manager's figures.
func TestAManagerCountsOwnUnits(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	s.matter("Glömt i Öst", clock.NewDate(2027, 3, 1), s.fsg, s.ost)
	s.matter("Glömt i Väst", clock.NewDate(2027, 3, 1), s.lsg, s.vast)
	got, err := s.svc.Status(t.Context(), s.chef, overview.Scope{})
	if err != nil || got.Unit.Figures[overview.EarlyPlans] != 1 {
		t.Errorf("%v, %v; want one", got.Unit.Figures, err)
	}
}

// TestBehindNamesOnlyWhatMayBeRead: the förhandlingschef sees that a matter counts, but not what it is about.
func TestBehindNamesOnlyWhatMayBeRead(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	s.matter("Hemlig omorganisation", clock.NewDate(2027, 3, 1), s.lsg, s.vast)
	s.matter("Brådskande omorganisation", clock.NewDate(2027, 3, 18), s.lsg, s.vast)
	who := access.Actor{OrgID: s.org, PersonID: s.birgitta, Role: access.Negotiator}
	got, err := s.svc.Behind(t.Context(), who, 0, overview.EarlyPlans)
	if err != nil || len(got.Facts) != 2 {
		t.Fatalf("%+v, %v; want two rows", got.Facts, err)
	}
	for _, f := range got.Facts {
		if f.Visible || f.Title != "" || f.Number == "" {
			t.Errorf("got %+v, want the number alone", f)
		}
	}
}

func TestWithoutLeave(t *testing.T) {
	t.Parallel()
	var svc overview.Service
	var nobody access.Actor
	for name, call := range map[string]func() error{
		"todo":   func() error { _, err := svc.Todo(t.Context(), nobody); return err },
		"task":   func() error { _, err := svc.Task(t.Context(), nobody, 1); return err },
		"search": func() error { _, err := svc.Search(t.Context(), nobody, "x"); return err },
		"status": func() error { _, err := svc.Status(t.Context(), nobody, overview.Scope{}); return err },
		"behind": func() error { _, err := svc.Behind(t.Context(), nobody, 0, overview.Exceptions); return err },
	} {
		if err := call(); fail.KindOf(err) != fail.Forbidden {
			t.Errorf("%s: %v, want Forbidden", name, err)
		}
	}
	for _, role := range []access.Role{access.UnionRep, access.SafetyRep, access.Employee, access.Admin, access.Registrar} {
		if _, err := svc.Status(t.Context(), access.Actor{OrgID: 1, PersonID: 1, Role: role}, overview.Scope{}); fail.KindOf(err) != fail.Forbidden {
			t.Errorf("%s: %v, want Forbidden", role, err)
		}
	}
}
