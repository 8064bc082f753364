package matter_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// Every transition and refusal around disagreement and negotiation (handbook T4-T11). The windows, waivers and central
// negotiations that the law alone gives stand in guards_test.go and gate_test.go, as do T4 (tabling), T6, T7 and T11; here
// stand the agreement's steps before MBL 14 §, late requests, requests taken back, and agreements that end in mid-matter.

// steps is the agreement's order; the group above LSG VO Väst is FSG VO, in which Vision has a seat.
func steps(order ...string) func(*matter.Record) {
	return func(r *matter.Record) {
		r.Agreement.DisagreementSteps = append(order, organisation.StepCentral)
		r.Tracks[0].ParentID, r.Tracks[0].ParentName = fsg, "FSG VO"
		r.Seats = append(r.Seats, matter.Seat{GroupID: fsg, UnionID: vision, UnionName: "Vision", PersonID: per, Role: "union_rep", From: day(1, 1), Collective: true})
	}
}

// requested is Vision's request after its disagreement; item: the treatment that carries it out, 0: not begun.
func requested(kind string, item int64, change ...func(*matter.Step)) func(*matter.Record) {
	return func(r *matter.Record) {
		s := matter.Step{ID: int64(len(r.Steps) + 1), Kind: kind, PositionID: 2, UnionID: vision, UnionName: "Vision", TrackID: lsgTrack, ProposalNo: 1,
			RequestedAt: at(day(4, 1), 9, 0), ItemID: item}
		if kind == organisation.StepHigherGroup {
			s.TrackID = fsgTrack
		}
		for _, f := range change {
			f(&s)
		}
		r.Steps = append(r.Steps, s)
	}
}

// again adds the further meeting of the LSG on 14 April, as it stands when it is planned.
func again(r *matter.Record) {
	it := r.Items[0]
	it.ID, it.MeetingID, it.StartsAt, it.Status, it.MeetingStatus, it.ConcludedAt, it.EffectiveAt, it.OpenedAt = 501, 51, at(day(4, 14), 13, 0), "planned", "planned", nil, nil, nil
	r.Items = append(r.Items, it)
}

// above adds the track of the group above, as a request makes it.
func above(r *matter.Record) {
	r.Tracks = append(r.Tracks, matter.Track{ID: fsgTrack, Kind: matter.KindGroup, GroupID: fsg, GroupName: "FSG VO", ChairID: birgitta, ChairName: "Birgitta Ek", Origin: "request"})
}

const (
	enhanced = organisation.StepEnhanced
	higher   = organisation.StepHigherGroup
	central  = organisation.StepCentral
)

// What a window is for follows the agreement's order, whatever it is (handbook 4.3 "Lifting" (b), T8; Skellefteå).
func TestNextStep(t *testing.T) {
	t.Parallel()
	oenig := func(change ...func(*matter.Record)) matter.Record { return with(disagreed(), change...) }
	second := []func(*matter.Record){again, open(1), conclude(1), saysIn(501, vision, matter.Disagrees)}
	in := func(fs []func(*matter.Record), more ...func(*matter.Record)) []func(*matter.Record) {
		return slices.Concat(more, fs)
	}
	inAbove := []func(*matter.Record){above, func(r *matter.Record) {
		it := r.Items[0]
		it.ID, it.TrackID, it.MeetingID, it.GroupID, it.GroupName, it.StartsAt = 600, fsgTrack, 60, fsg, "FSG VO", at(day(4, 21), 9, 0)
		r.Items = append(r.Items, it)
	}, saysIn(600, vision, matter.Disagrees)}
	noSeat := func(r *matter.Record) { r.Seats = r.Seats[:3] }
	noAbove := func(r *matter.Record) { r.Tracks[0].ParentID = 0 }
	check(t, []row[string]{
		{"nothing but the law (MBL 14 §)", oenig(), evening, central},
		{"the agreement puts enhanced samverkan first", oenig(steps(enhanced)), evening, enhanced},
		{"the agreement puts the group above first", oenig(steps(higher)), evening, higher},
		{"both: enhanced samverkan comes first", oenig(steps(enhanced, higher)), evening, enhanced},
		{"after enhanced samverkan comes the group above", oenig(in(second, steps(enhanced, higher), requested(enhanced, 501))...), evening, higher},
		{"after enhanced samverkan comes MBL 14 § where nothing else does", oenig(in(second, steps(enhanced), requested(enhanced, 501))...), evening, central},
		{"after the group above comes MBL 14 §", oenig(in(inAbove, steps(enhanced, higher), requested(higher, 600))...), evening, central},
		{"a step that was taken back does not count", oenig(in(second, steps(enhanced), requested(enhanced, 501, takenBack))...), evening, enhanced},
		{"a group without one above has no higher group", oenig(steps(higher), noAbove), evening, central},
		{"a union without a seat above has no higher group", oenig(steps(higher), noSeat), evening, central},
		{"a union whose agreement has ended has no higher group", oenig(steps(higher), func(r *matter.Record) { r.Seats[3].AgreementUntil = day(3, 30) }), evening, central},
	}, func(r matter.Record, now time.Time) string {
		last := slices.IndexFunc(r.Positions, func(p matter.Position) bool { return p.UnionID == vision })
		for i, p := range r.Positions {
			if p.UnionID == vision {
				last = i
			}
		}
		return r.NextStep(r.Positions[last], clock.DateOf(now))
	})
}

func takenBack(s *matter.Step) { s.WithdrawnAt = ptr(at(day(4, 2), 9, 0)) }

func TestCanRequestStep(t *testing.T) {
	t.Parallel()
	check(t, []row[string]{
		{"in the window (handbook T9)", disagreed(steps(enhanced)), at(day(4, 7), 23, 59), ""},
		{"the day after the window (handbook T9)", disagreed(steps(enhanced)), at(day(4, 8), 0, 0), "error.central_late"},
		{"the step is central negotiation (MBL 14 §)", disagreed(), evening, "error.step_is_central"},
		{"before the conclusion takes effect", disagreed(steps(enhanced), func(r *matter.Record) { r.Items[0].EffectiveAt = nil }), evening, "error.central_early"},
		{"who agreed has nothing to request", with(disagreed(steps(enhanced)), func(r *matter.Record) { r.Positions[1].Stance = matter.Agrees }), evening, "error.central_not_disagreed"},
		{"twice", disagreed(steps(enhanced), requested(enhanced, 0)), evening, "error.step_already"},
		{"again, after it was taken back in the window", disagreed(steps(enhanced), requested(enhanced, 0, takenBack)), at(day(4, 5), 9, 0), ""},
		{"after the window was waived (handbook T10)", disagreed(steps(enhanced), func(r *matter.Record) { r.Positions[1].WaivedAt = ptr(at(day(4, 1), 9, 0)) }), at(day(4, 2), 9, 0), "error.central_late"},
		{"about a version that no longer holds (handbook 4.3)", disagreed(steps(enhanced), version(false)), evening, "error.central_not_disagreed"},
		{"when the matter is decided", disagreed(steps(enhanced), decided(matter.AsProposed, 0)), evening, "error.already_decided"},
		{"after a decision before samverkan (MBL 11 § second paragraph)", disagreed(steps(enhanced), decided(matter.AsProposed, 1)), evening, ""},
		{"withdrawn", disagreed(steps(enhanced), func(r *matter.Record) { r.Status = "withdrawn" }), evening, "error.already_decided"},
	}, func(r matter.Record, now time.Time) string { _, err := r.CanRequestStep(2, now); return refusal(err) })
	if _, err := disagreed().CanRequestStep(99, evening); refusal(err) != "error.not_found" {
		t.Errorf("a position that is not there: %v", err)
	}
}

// Where the agreement has a step before it, central negotiation is not requested in that window (handbook T8, T9).
func TestCentralComesLast(t *testing.T) {
	t.Parallel()
	check(t, []row[string]{
		{"enhanced samverkan first", disagreed(steps(enhanced)), evening, "error.enhanced_first"},
		{"the group above first", disagreed(steps(higher)), evening, "error.higher_first"},
		{"while enhanced samverkan waits", disagreed(steps(enhanced), requested(enhanced, 0)), evening, "error.central_not_disagreed"},
		{"after enhanced samverkan in disagreement, in its window", disagreed(steps(enhanced), requested(enhanced, 501), again, open(1), conclude(1),
			saysIn(501, vision, matter.Disagrees), windowIn(501, day(4, 21))), at(day(4, 21), 12, 0), ""},
		{"after enhanced samverkan in agreement", disagreed(steps(enhanced), requested(enhanced, 501), again, open(1), conclude(1), saysIn(501, vision, matter.Agrees)),
			at(day(4, 15), 12, 0), "error.central_not_disagreed"},
		{"when the step's window is past", disagreed(steps(enhanced)), at(day(4, 8), 9, 0), "error.central_not_disagreed"},
	}, func(r matter.Record, now time.Time) string {
		_, err := r.CanRequestCentral(vision, now)
		return refusal(err)
	})
}

func windowIn(item int64, until clock.Date) func(*matter.Record) {
	return func(r *matter.Record) {
		for i := range r.Positions {
			if r.Positions[i].ItemID == item {
				r.Positions[i].WindowUntil = until
			}
		}
	}
}

// What the gate, the matter and its track say at each turn of the steps (handbook T8-T10, T12).
func TestStepsInTheGate(t *testing.T) {
	t.Parallel()
	tabled := func(r *matter.Record) { r.Items[1].Status, r.Items[1].TabledTo = "tabled", day(4, 28) }
	held := []func(*matter.Record){steps(enhanced), requested(enhanced, 501), again, open(1), conclude(1)}
	check(t, []row[string]{
		{"the window of enhanced samverkan", disagreed(steps(enhanced)), evening, "awaits_request awaits gate.window_enhanced"},
		{"the window of the group above", disagreed(steps(higher)), evening, "awaits_request awaits gate.window_higher"},
		{"nobody requests it: the outcome stands", disagreed(steps(enhanced)), at(day(4, 8), 0, 0), "ready disagreed"},
		{"requested: it has to be carried out", disagreed(steps(enhanced), requested(enhanced, 0)), at(day(4, 2), 9, 0), "enhanced enhanced gate.enhanced"},
		{"requested, the window past: still", disagreed(steps(enhanced), requested(enhanced, 0)), at(day(5, 20), 9, 0), "enhanced enhanced gate.enhanced"},
		{"set up on a further meeting", disagreed(steps(enhanced), requested(enhanced, 0), again), at(day(4, 2), 9, 0), "enhanced enhanced gate.enhanced"},
		{"the further meeting has begun: those who have not spoken are named", disagreed(steps(enhanced), requested(enhanced, 501), again, open(1), saysIn(501, kommunal, matter.Agrees),
			saysIn(501, vard, matter.Agrees)), at(day(4, 14), 13, 30), "enhanced enhanced gate.group_silent"},
		{"the further meeting has heard them all", disagreed(steps(enhanced), requested(enhanced, 501), again, open(1), saysIn(501, kommunal, matter.Agrees),
			saysIn(501, vard, matter.Agrees), saysIn(501, vision, matter.Agrees)), at(day(4, 14), 13, 30), "enhanced enhanced gate.group_ongoing"},
		{"the further meeting tables it (handbook T4)", disagreed(steps(enhanced), requested(enhanced, 501), again, open(1), tabled), at(day(4, 15), 9, 0), "enhanced enhanced gate.enhanced"},
		{"carried out, in agreement", disagreed(append(held, saysIn(501, vision, matter.Agrees))...), at(day(4, 14), 16, 0), "ready agreed"},
		{"carried out, in disagreement: a window for the next step (handbook T8)", disagreed(append(held, saysIn(501, vision, matter.Disagrees), windowIn(501, day(4, 21)))...),
			at(day(4, 14), 16, 0), "awaits_request awaits gate.window"},
		{"nobody can be heard in the group any more", disagreed(steps(enhanced), requested(enhanced, 0), func(r *matter.Record) { r.Seats = nil }), at(day(4, 2), 9, 0), "enhanced enhanced gate.step_vacant"},
		{"taken back: the window runs on", disagreed(steps(enhanced), requested(enhanced, 0, takenBack)), at(day(4, 5), 9, 0), "awaits_request awaits gate.window_enhanced"},
		{"taken back and the window past", disagreed(steps(enhanced), requested(enhanced, 0, takenBack)), at(day(4, 8), 9, 0), "ready disagreed"},
		{"a new version: the request is about what is gone (handbook 4.3)", disagreed(steps(enhanced), requested(enhanced, 0), version(false)), at(day(4, 2), 9, 0),
			"preparation outdated gate.group_outdated"},
		{"the group above is asked for", disagreed(steps(higher), above, requested(higher, 0)), at(day(4, 2), 9, 0), "raised disagreed gate.higher"},
		{"somebody else's window runs meanwhile", disagreed(steps(enhanced), func(r *matter.Record) { r.Positions[0].Stance = matter.Disagrees }, window(kommunal, day(4, 7)), requested(enhanced, 0)),
			at(day(4, 2), 9, 0), "enhanced enhanced gate.enhanced gate.window_enhanced"},
	}, func(r matter.Record, now time.Time) string {
		return strings.TrimSpace(string(r.State(now)) + " " + string(r.TrackState(r.Tracks[0], now)) + " " + keys(r.Gate(now)))
	})
}

func TestCanWithdrawStep(t *testing.T) {
	t.Parallel()
	check(t, []row[string]{
		{"before it has begun (handbook T9)", disagreed(steps(enhanced), requested(enhanced, 0)), evening, ""},
		{"its treatment has begun", disagreed(steps(enhanced), again, open(1), requested(enhanced, 501)), evening, "error.step_begun"},
		{"its treatment has begun, and nobody can be heard there any more", disagreed(steps(enhanced), again, open(1), requested(enhanced, 501), func(r *matter.Record) { r.Seats = nil }), evening, ""},
		{"its treatment was adjourned", disagreed(steps(enhanced), again, open(1), func(r *matter.Record) { r.Items[1].MeetingStatus = "closed" }, requested(enhanced, 501)), evening, ""},
		{"its treatment is concluded", disagreed(steps(enhanced), again, open(1), conclude(1), requested(enhanced, 501)), evening, "error.step_begun"},
		{"twice", disagreed(steps(enhanced), requested(enhanced, 0, takenBack)), evening, "error.step_withdrawn_already"},
		{"none", disagreed(steps(enhanced)), evening, "error.not_found"},
	}, func(r matter.Record, _ time.Time) string { _, err := r.CanWithdrawStep(1); return refusal(err) })
}

// A late request takes the consent of both (SKR FAQ 2018; handbook T5).
func TestCanRequestLate(t *testing.T) {
	t.Parallel()
	late := func(answered *bool) func(*matter.Record) {
		return func(r *matter.Record) {
			l := matter.LateRequest{ID: 1, UnionID: vision, Consented: answered}
			if answered != nil {
				l.AnsweredAt = ptr(evening)
			}
			r.Late = append(r.Late, l)
		}
	}
	next := at(treatment.Add(1), 9, 0)
	check(t, []row[string]{
		{"before the first occasion nobody's consent is needed", planned(), before, "error.late_in_time"},
		{"at the first occasion neither", opened(), during, "error.late_in_time"},
		{"after the first occasion", concluded(), next, ""},
		{"after it was adjourned", opened(func(r *matter.Record) { r.Items[0].MeetingStatus = "closed" }), next, ""},
		{"while one waits", concluded(late(nil)), next, "error.late_already"},
		{"again, after the employer declined", concluded(late(ptr(false))), next, ""},
		{"the union negotiates already", concluded(negotiation(matter.KindMBL11, vision)), next, "error.mbl_already"},
		{"when the matter is decided", concluded(decided(matter.AsProposed, 0)), next, "error.not_open_matter"},
	}, func(r matter.Record, now time.Time) string { return refusal(r.CanRequestLate(vision, now)) })
}

// A request may be taken back (handbook T9); under MBL 11 § while the union can still be heard in the groups.
func TestCanWithdrawRequest(t *testing.T) {
	t.Parallel()
	all := func(r *matter.Record) { r.Agreement.MBLScope = organisation.MBLAll }
	planned11 := func(t *matter.Track) { t.Origin = "plan" }
	for _, c := range []struct {
		name, kind string
		rec        matter.Record
		want       string
	}{
		{"before the group has concluded", matter.KindMBL11, planned(negotiation(matter.KindMBL11, vision)), ""},
		{"the group has concluded without the union", matter.KindMBL11, concluded(negotiation(matter.KindMBL11, vision)), "error.withdraw_concluded"},
		{"the whole matter left samverkan (agreement: MBL scope)", matter.KindMBL11, planned(all, negotiation(matter.KindMBL11, vision)), "error.withdraw_all"},
		{"the plan asks for it, not the union", matter.KindMBL11, planned(negotiation(matter.KindMBL11, vision, planned11)), "error.no_request"},
		{"the negotiation has ended", matter.KindMBL11, planned(negotiation(matter.KindMBL11, vision, ended(matter.InAgreement, day(3, 22), clock.Date{}))), "error.no_request"},
		{"central negotiation (MBL 14 §)", matter.KindMBL14, disagreed(negotiation(matter.KindMBL14, vision)), ""},
		{"central negotiation that has ended", matter.KindMBL14, disagreed(negotiation(matter.KindMBL14, vision, ended(matter.InAgreement, day(4, 5), clock.Date{}))), "error.no_request"},
		{"a matter that was withdrawn", matter.KindMBL14, disagreed(negotiation(matter.KindMBL14, vision), func(r *matter.Record) { r.Status = "withdrawn" }), "error.not_open_matter"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if _, err := c.rec.CanWithdrawRequest(c.kind, vision); refusal(err) != c.want {
				t.Errorf("got %q, want %q", refusal(err), c.want)
			}
		})
	}
}

// What was taken back asks nothing: the union is in samverkan again, and a window that is not past runs on (handbook T9, T10).
func TestVoidNegotiations(t *testing.T) {
	t.Parallel()
	void := ended(matter.RequestWithdrawn, day(4, 2), clock.Date{})
	check(t, []row[string]{
		{"central negotiation, in the window", disagreed(negotiation(matter.KindMBL14, vision, void)), at(day(4, 5), 9, 0), "awaits_request gate.window"},
		{"central negotiation, the window past", disagreed(negotiation(matter.KindMBL14, vision, void)), at(day(4, 8), 9, 0), "ready"},
		{"MBL 11 §: the group owes the union its say again", planned(negotiation(matter.KindMBL11, vision, void)), before, "in_samverkan gate.group_planned"},
		{"MBL 11 § on an earlier version", concluded(negotiation(matter.KindMBL11, vision, void), version(true)), at(day(4, 20), 9, 0), "ready"},
		{"the agreement holds again", concluded(negotiation(matter.KindMBL11, vision, ended(matter.AgreementResumed, treatment, clock.Date{}))), evening, "ready"},
	}, func(r matter.Record, now time.Time) string {
		return strings.TrimSpace(string(r.State(now)) + " " + keys(r.Gate(now)))
	})
	r := planned(negotiation(matter.KindMBL11, vision, void))
	if got := len(r.Entitled(lsg, treatment)); got != 3 {
		t.Errorf("%d unions are entitled after the request was taken back, want 3", got)
	}
}

// An agreement that ends in mid-matter is told of from the day its end is known; what was treated before stands
// (handbook 4.3 "Split regime"; Skellefteå 2024).
func TestAhead(t *testing.T) {
	t.Parallel()
	until := func(d clock.Date) func(*matter.Record) {
		return func(r *matter.Record) { r.Seats[1].AgreementUntil = d }
	}
	info := func(r *matter.Record) {
		r.Tracks[0].Kind, r.Tracks[0].Mandatory, r.Items[0].Class = matter.KindInfo, false, matter.Information
	}
	check(t, []row[string]{
		{"no end is known", planned(), before, ""},
		{"the end is known", planned(until(day(4, 30))), before, "ahead.agreement_ends"},
		{"on its last day", planned(until(clock.DateOf(before))), before, "ahead.agreement_ends"},
		{"it has ended: the gate says so instead", planned(until(day(3, 1))), before, ""},
		{"the group has concluded: that stands", concluded(until(day(4, 30))), evening, ""},
		{"a new version reopens it", concluded(until(day(4, 30)), version(false)), at(day(4, 1), 10, 0), "ahead.agreement_ends"},
		{"the union negotiates already", planned(until(day(4, 30)), negotiation(matter.KindMBL11, vision)), before, ""},
		{"a group for information (MBL 19 §)", planned(until(day(4, 30)), info), before, "ahead.agreement_ends_info"},
		{"the matter is decided", planned(until(day(4, 30)), decided(matter.AsProposed, 1)), before, ""},
		{"the matter is withdrawn", planned(until(day(4, 30)), func(r *matter.Record) { r.Status = "withdrawn" }), before, ""},
	}, func(r matter.Record, now time.Time) string { return keys(r.Ahead(now)) })
}

// What is treated while the agreement holds is samverkan; what is treated outside its days is negotiated, also when it begins
// again later, and information has its own track (handbook 4.3 "Split regime").
func TestSplitRegime(t *testing.T) {
	t.Parallel()
	resumed := func(from, ended clock.Date) func(*matter.Record) {
		return func(r *matter.Record) {
			r.Seats[1].AgreementFrom, r.Seats[1].FormerFrom, r.Seats[1].FormerUntil = from, []clock.Date{{}}, []clock.Date{ended}
		}
	}
	info := func(r *matter.Record) {
		r.Tracks[0].Kind, r.Tracks[0].Mandatory, r.Items[0].Class = matter.KindInfo, false, matter.Information
	}
	check(t, []row[string]{
		{"treated on the last day before it ended, begun again since", concluded(resumed(day(6, 1), treatment)), at(day(6, 2), 9, 0), ""},
		{"treated the day after it ended, begun again since", concluded(resumed(day(6, 1), treatment.Add(-1))), at(day(6, 2), 9, 0), "mbl11"},
		{"treated on the day that it begins again", concluded(resumed(treatment, day(3, 1))), at(day(6, 2), 9, 0), ""},
		{"information in a group, the agreement ended (MBL 19 §)", planned(info, func(r *matter.Record) { r.Seats[1].AgreementUntil = day(3, 1) }), before, "mbl19"},
		{"information in a group, the agreement holds", planned(info), before, ""},
	}, func(r matter.Record, now time.Time) string {
		var kinds []string
		for _, t := range r.AllTracks(now)[len(r.Tracks):] {
			kinds = append(kinds, t.Kind)
		}
		return strings.Join(kinds, " ")
	})
}

// The log of a negotiation is read by its parties and those who answer for negotiations, never by another union (handbook 2).
func TestSeesLog(t *testing.T) {
	t.Parallel()
	r := planned(negotiation(matter.KindMBL11, vision))
	track := r.Tracks[1]
	for _, c := range []struct {
		name string
		who  access.Actor
		want bool
	}{
		{"the owner", asAmina, true},
		{"another manager", access.Actor{PersonID: birgitta, Role: access.Manager}, false},
		{"the union", asRep(per, vision), true},
		{"another union", asRep(maria, kommunal), false},
		{"HR", access.Actor{PersonID: 1, Role: access.HR}, true},
		{"the förhandlingschef", access.Actor{PersonID: 1, Role: access.Negotiator}, true},
		{"a safety representative", access.Actor{PersonID: 1, Role: access.SafetyRep}, false},
		{"the registrar", access.Actor{PersonID: 1, Role: access.Registrar}, false},
		{"the owner, in the role of an employee", access.Actor{PersonID: amina, Role: access.Employee}, false},
	} {
		if got := r.SeesLog(c.who, track); got != c.want {
			t.Errorf("%s reads the log: %v, want %v", c.name, got, c.want)
		}
	}
}
