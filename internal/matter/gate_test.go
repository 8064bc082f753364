package matter_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

func TestGate(t *testing.T) {
	t.Parallel()
	item := func(f func(*matter.Item)) func(*matter.Record) { return func(r *matter.Record) { f(&r.Items[0]) } }
	until := func(d clock.Date) func(*matter.Record) {
		return func(r *matter.Record) { r.Seats[1].AgreementUntil = d }
	}
	check(t, []row[string]{
		{"finished in agreement: nothing (handbook T10)", concluded(), evening, ""},
		{"no proposal (MBL 11 §)", planned(func(r *matter.Record) { r.Proposals = nil }), before, "gate.proposal gate.group_planned"},
		{"plan not confirmed (MBL 11 §)", concluded(func(r *matter.Record) { r.PlanConfirmedAt = nil }), evening, "gate.plan"},
		{"nothing in the plan precedes the decision (MBL 11 §)", planned(func(r *matter.Record) { r.Tracks = nil }), before, "gate.plan"},
		{"risk assessment not fixed (AML 6:4; agreement)", concluded(func(r *matter.Record) { r.Risks[0].FixedAt = nil }), evening, "gate.risk"},
		{"risk assessment not required by the agreement", concluded(withoutRisk, func(r *matter.Record) { r.Agreement.RiskBeforeConclusion = false }), evening, ""},
		{"the work environment is not touched (AML 6:4)", concluded(withoutRisk, func(r *matter.Record) { r.WorkEnvironment = false }), evening, ""},
		{"others than employees will work: MBL 38 § is missing from the plan", concluded(func(r *matter.Record) { r.Outsiders = true }), evening, "gate.mbl38"},
		{"the agreement sees to MBL 38 § inside samverkan", concluded(func(r *matter.Record) { r.Outsiders, r.Agreement.MBL38Inside = true, true }), evening, ""},
		{"MBL 38 § not ended", concluded(func(r *matter.Record) { r.Outsiders = true }, negotiation(matter.KindMBL38, kommunal)), evening, "gate.negotiation"},
		{"MBL 38 § ended (MBL 16 §)", concluded(func(r *matter.Record) { r.Outsiders = true },
			negotiation(matter.KindMBL38, kommunal, ended(matter.InAgreement, day(3, 30), clock.Date{}))), evening, ""},
		{"nobody has a mandate in the group (handbook 3)", planned(func(r *matter.Record) { r.Seats = nil }), before, "gate.group_vacant"},
		{"every union in the group has asked for MBL 11 § (handbook T5)", planned(func(r *matter.Record) { r.Seats = r.Seats[1:2] }, negotiation(matter.KindMBL11, vision)), before,
			"gate.group_vacant gate.negotiation"},
		{"nobody can be heard any more, but the group has concluded", concluded(func(r *matter.Record) {
			for i := range r.Seats {
				r.Seats[i].Until = treatment
			}
		}), at(day(4, 2), 9, 0), ""},
		{"MBL 13 § not ended", concluded(negotiation(matter.KindMBL13, vard)), evening, "gate.negotiation"},
		{"MBL 11 § asked for and not ended (handbook T5)", concluded(negotiation(matter.KindMBL11, vision)), evening, "gate.negotiation"},
		{"MBL 11 § ended in disagreement: the window for the central one (MBL 14 §)",
			concluded(negotiation(matter.KindMBL11, vision, ended(matter.InDisagreement, day(3, 30), day(4, 6)))), evening, "gate.window"},
		{"no meeting", planned(func(r *matter.Record) { r.Items = nil }), before, "gate.group"},
		{"on a coming meeting", planned(), before, "gate.group_planned"},
		{"treated, and nobody has said anything", opened(), during, "gate.group_silent"},
		{"treated, all have spoken", stated(), during, "gate.group_ongoing"},
		{"adjourned", opened(item(func(i *matter.Item) { i.MeetingStatus = "closed" })), evening, "gate.group_adjourned"},
		{"tabled", opened(item(func(i *matter.Item) { i.Status, i.TabledTo = "tabled", day(4, 14) })), evening, "gate.group_tabled"},
		{"outdated by a material version (handbook 4.3 New information)", concluded(version(false)), at(day(4, 1), 10, 0), "gate.group_outdated"},
		{"concluded, the meeting goes on", stated(conclude(0), item(func(i *matter.Item) { i.MeetingStatus, i.EffectiveAt = "open", nil })), evening, "gate.group_meeting_open"},
		{"concluded, in effect at approval (SKR on minutes)", stated(conclude(0), item(func(i *matter.Item) { i.EffectiveAt = nil })), evening, "gate.group_approval"},
		{"a window runs (handbook T8)", disagreed(), evening, "gate.window"},
		{"a window runs though the plan now only informs the group that it arose in (MBL 14 §)",
			disagreed(func(r *matter.Record) { r.Tracks[0].Kind, r.Tracks[0].Mandatory = matter.KindInfo, false }, negotiation(matter.KindMBL13, vard, ended(matter.InAgreement, day(3, 30), clock.Date{}))),
			evening, "gate.window"},
		{"the meeting goes on past midnight, and an agreement begins again then (handbook Split regime: the day of the treatment)", opened(func(r *matter.Record) {
			r.Seats[1].AgreementFrom, r.Seats[1].FormerFrom, r.Seats[1].FormerUntil = treatment.Add(1), []clock.Date{{}}, []clock.Date{treatment.Add(-1)}
		}), evening.AddDate(0, 0, 1), "gate.group_silent gate.agreement_ended"},
		{"two windows run", opened(says(kommunal, matter.Disagrees), says(vision, matter.Disagrees), conclude(0), window(kommunal, day(4, 7)), window(vision, day(4, 7))),
			evening, "gate.window gate.window"},
		{"the window's last minute", disagreed(), at(day(4, 7), 23, 59), "gate.window"},
		{"the window has run out", disagreed(), at(day(4, 8), 0, 0), ""},
		{"the window is waived", disagreed(func(r *matter.Record) { r.Positions[1].WaivedAt = ptr(evening) }), evening, ""},
		{"central negotiation not ended (MBL 14 §; handbook T9)", disagreed(negotiation(matter.KindMBL14, vision)), at(day(5, 3), 9, 0), "gate.central"},
		{"central negotiation ended, however (MBL 16 §)", disagreed(negotiation(matter.KindMBL14, vision, ended(matter.InDisagreement, day(4, 12), clock.Date{}))),
			at(day(4, 12), 11, 0), ""},
		{"another union's central negotiation leaves the window", disagreed(negotiation(matter.KindMBL14, kommunal, ended(matter.InAgreement, day(4, 1), clock.Date{}))),
			at(day(4, 2), 9, 0), "gate.window"},
		{"one of two groups is left", concluded(inFSG), evening, "gate.group_planned"},
		{"both groups have concluded", concluded(inFSG, open(1), saysIn(fsgItem, kommunal, matter.Agrees), conclude(1)), at(day(4, 7), 12, 0), ""},
		{"a group that is informed owes nothing (MBL 19 §)", concluded(inFSG, func(r *matter.Record) { r.Tracks[1].Kind, r.Tracks[1].Mandatory = matter.KindInfo, false }), evening, ""},
		{"an agreement that ends the day before the treatment (handbook Split regime)", concluded(until(treatment.Add(-1))), evening, "gate.agreement_ended"},
		{"an agreement that ends on the day of the treatment holds it", concluded(until(treatment)), at(day(4, 1), 9, 0), ""},
		{"an agreement that ends after the treatment", concluded(until(day(4, 1))), at(day(4, 2), 9, 0), ""},
		{"an agreement that will have ended on the planned day", planned(until(day(3, 30))), before, "gate.group_planned gate.agreement_ended"},
		{"the negotiation that this calls for is ended", concluded(until(treatment.Add(-1)),
			negotiation(matter.KindMBL11, vision, func(t *matter.Track) { t.Origin = "agreement_ended" }, ended(matter.InAgreement, day(3, 30), clock.Date{}))), evening, ""},
		{"a union without collective agreement is not owed it by itself (MBL 13 §)", concluded(func(r *matter.Record) { r.Seats[1].Collective = false }), evening, ""},
		{"an editorial version that may be objected to (handbook 4.3)", concluded(version(true)), at(day(4, 6), 23, 59), "gate.editorial"},
		{"the time to object is out", concluded(version(true)), at(day(4, 7), 0, 0), ""},
		{"an editorial version before any outcome bars nothing of its own", planned(version(true)), at(day(4, 1), 10, 0), "gate.group_planned"},
		{"bottom-up: what comes first stands first (agreement: order)", planned(inFSG, order(organisation.BottomUp), func(r *matter.Record) { r.Tracks[0], r.Tracks[1] = r.Tracks[1], r.Tracks[0]; r.Items = r.Items[:1] }),
			before, "gate.group_planned gate.group"},
		{"top-down", planned(inFSG, order(organisation.TopDown), func(r *matter.Record) { r.Items = r.Items[:1] }), before, "gate.group gate.group_planned"},
		{"everything at once", planned(withoutRisk, inFSG, negotiation(matter.KindMBL11, vision), func(r *matter.Record) { r.PlanConfirmedAt, r.Outsiders = nil, true }), before,
			"gate.plan gate.risk gate.mbl38 gate.group_planned gate.group_planned gate.negotiation"},
	}, func(r matter.Record, now time.Time) string { return keys(r.Gate(now)) })
}

// Each line says what to do, where, and the rule it rests on; who and when where they are known.
func TestGateSaysWhoWhenAndWhere(t *testing.T) {
	t.Parallel()
	r := disagreed(inFSG, withoutRisk)
	got := r.Gate(evening)
	want := []matter.Missing{
		{Key: "matter.gate.risk", Who: "Amina Larsson", Before: treatment, Link: "/arenden/7/riskbedomning", Action: "matter.gate.do_risk", Source: "AML 6:4, AFS 2023:1"},
		{Key: "matter.gate.window", Args: []any{"Union", "Vision", "Until", "2027-04-07"}, Who: "Vision", When: day(4, 7), Link: "/arenden/7#sparen",
			Action: "matter.gate.see_tracks", Source: "MBL 14 §; avtalet: frist för central förhandling"},
		{Key: "matter.gate.group_planned", Args: []any{"Group", "FSG VO", "Date", "2027-04-07"}, Who: "Birgitta Ek", When: day(4, 7), Link: "/moten/60#punkt-600",
			Action: "matter.gate.see_item", Source: "MBL 11 §"},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b clock.Date) bool { return a == b })); diff != "" {
		t.Errorf("the gate (-want +got):\n%s", diff)
	}
}

func TestEarliest(t *testing.T) {
	t.Parallel()
	item := func(f func(*matter.Item)) func(*matter.Record) { return func(r *matter.Record) { f(&r.Items[0]) } }
	whenApproved := func(r *matter.Record) { r.Agreement.EffectiveAt = organisation.AtApproval }
	check(t, []row[clock.Date]{
		{"ready: today", concluded(), evening, treatment},
		{"planned: the meeting's day", planned(), before, treatment},
		{"two groups: the later meeting", planned(inFSG), before, day(4, 7)},
		{"no plan: the shortest time to call (agreement: kallelse)", planned(func(r *matter.Record) { r.Tracks = nil }), at(day(3, 1), 9, 0), day(3, 15)},
		{"no meeting: the shortest time to call", planned(func(r *matter.Record) { r.Items = nil }), at(day(3, 1), 9, 0), day(3, 15)},
		{"the shortest time ends on Good Friday: the Tuesday after", planned(func(r *matter.Record) { r.Items = nil }), at(day(3, 12), 9, 0), day(3, 30)},
		{"papers take longer than the notice", planned(func(r *matter.Record) { r.Items, r.Agreement.PapersDays = nil, 21 }), at(day(3, 1), 9, 0), day(3, 22)},
		{"tabled: the day it is tabled to", opened(item(func(i *matter.Item) { i.Status, i.TabledTo = "tabled", day(4, 14) })), evening, day(4, 14)},
		{"adjourned: the shortest time to call", opened(item(func(i *matter.Item) { i.MeetingStatus = "closed" })), evening, day(4, 14)},
		{"never reached: the shortest time to call", planned(item(func(i *matter.Item) { i.MeetingStatus = "closed" })), evening, day(4, 14)},
		{"outdated: the shortest time to call", concluded(version(false)), at(day(4, 1), 10, 0), day(4, 15)},
		{"a window runs: the day after", disagreed(), evening, day(4, 8)},
		{"concluded in disagreement, not in effect: after the whole window", opened(says(vision, matter.Disagrees), conclude(0), item(func(i *matter.Item) { i.EffectiveAt = nil })),
			evening, day(4, 8)},
		{"a window after a local negotiation: the day after", concluded(negotiation(matter.KindMBL11, vision, ended(matter.InDisagreement, day(3, 30), day(4, 6)))), evening, day(4, 7)},
		{"an editorial version may be objected to: the day after", concluded(version(true)), at(day(4, 2), 9, 0), day(4, 7)},
		{"planned, in effect when the minutes are approved: after the time to approve them (agreement: justering)", planned(whenApproved), before, day(4, 12)},
		{"concluded, the minutes not approved: after the time to approve them", opened(conclude(0), whenApproved, item(func(i *matter.Item) { i.EffectiveAt = nil })), evening, day(4, 12)},
		{"no plan, in effect when the minutes are approved", planned(whenApproved, func(r *matter.Record) { r.Tracks = nil }), at(day(3, 1), 9, 0), day(3, 25)},
		{"a negotiation without end: today, since nobody knows", concluded(negotiation(matter.KindMBL11, vision)), evening, treatment},
	}, func(r matter.Record, now time.Time) clock.Date { return r.Earliest(now) })
}

// A window that starts on a Wednesday ends seven days later; one whose last day is red moves on, when the agreement says so.
func TestWindowsOverRedDays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name       string
		effect     clock.Date
		days       int
		move       bool
		want, next clock.Date
	}{
		{"an ordinary week", day(2, 17), 7, true, day(2, 24), day(2, 25)},
		{"ends on Maundy Thursday, which is an ordinary day", day(3, 18), 7, true, day(3, 25), day(3, 26)},
		{"ends on Good Friday: the Tuesday after Easter", day(3, 19), 7, true, day(3, 30), day(3, 31)},
		{"ends on Good Friday, not moved", day(3, 19), 7, false, day(3, 26), day(3, 27)},
		{"ends on Ascension Day: Friday", day(4, 29), 7, true, day(5, 7), day(5, 8)},
		{"ends on a Saturday: Monday", day(5, 8), 7, true, day(5, 17), day(5, 18)},
		{"ends on a Saturday, not moved", day(5, 8), 7, false, day(5, 15), day(5, 16)},
		{"ends on midsummer eve: Monday", day(6, 18), 7, true, day(6, 28), day(6, 29)},
		{"ends on Christmas Eve: the Monday after", day(12, 17), 7, true, day(12, 27), day(12, 28)},
		{"no days at all: the same day", day(2, 17), 0, true, day(2, 17), day(2, 18)},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			a := planned().Agreement
			a.CentralDays, a.MoveToWorkingDay = c.days, c.move
			got := a.CentralUntil(c.effect)
			if got != c.want {
				t.Errorf("window = %s, want %s", got, c.want)
			}
			r := opened(says(vision, matter.Disagrees), conclude(0), window(vision, got))
			var states []matter.TrackState
			for _, now := range []time.Time{at(c.want, 23, 59), c.next.Start()} {
				states = append(states, r.TrackState(r.Tracks[0], now))
			}
			if want := []matter.TrackState{matter.TrackAwaits, matter.TrackDisagreed}; !slices.Equal(states, want) {
				t.Errorf("the last minute and the one after it = %v, want %v", states, want)
			}
		})
	}
}
