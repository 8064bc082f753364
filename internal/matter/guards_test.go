package matter_test

import (
	"slices"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// sent changes when the papers reached one union; the zero time: never.
func sent(kind string, union int64, when time.Time) func(*matter.Record) {
	return func(r *matter.Record) {
		r.Sent = slices.DeleteFunc(slices.Clone(r.Sent), func(s matter.Sent) bool { return s.Kind == kind && s.UnionID == union && s.MeetingID == lsgMeeting })
		if !when.IsZero() {
			r.Sent = append(r.Sent, matter.Sent{MeetingID: lsgMeeting, GroupID: lsg, UnionID: union, Kind: kind, ProposalNo: 1, At: when})
		}
	}
}

// answers adds the union's answer about late papers as its newest.
func answers(union int64, accepted bool) func(*matter.Record) {
	return func(r *matter.Record) {
		r.Answers = slices.Concat([]matter.PaperAnswer{{ItemID: lsgItem, UnionID: union, Accepted: accepted, ProposalNo: 1}}, r.Answers)
	}
}

func order(o string) func(*matter.Record) {
	return func(r *matter.Record) { r.Agreement.GroupOrder = o }
}

func TestCanConclude(t *testing.T) {
	t.Parallel()
	late := sent("papers", vision, at(papers.Add(1), 9, 0))
	silent := func(r *matter.Record) { r.Positions = slices.Delete(slices.Clone(r.Positions), 1, 2) }
	attends := func(person int64, presence string) func(*matter.Record) {
		return func(r *matter.Record) {
			r.Attendance = append(r.Attendance, matter.Attendance{MeetingID: lsgMeeting, PersonID: person, Presence: presence})
		}
	}
	extra := func(consents ...matter.Consent) func(*matter.Record) {
		return func(r *matter.Record) {
			r.Items[0].Extra = true
			for _, c := range consents {
				c.MeetingID = lsgMeeting
				r.Consents = append(r.Consents, c)
			}
		}
	}
	yes := []matter.Consent{{UnionID: kommunal, Accepted: true}, {UnionID: vision, Accepted: true}, {UnionID: vard, Accepted: true}}
	fsgOpen := func(change ...func(*matter.Record)) matter.Record {
		return with(stated(inFSG, open(1), saysIn(fsgItem, kommunal, matter.Agrees)), change...)
	}
	check(t, []row[string]{
		{"all called, heard and agreed (handbook T6)", stated(), during, ""},
		{"with disagreement all the same (handbook T7)", opened(says(kommunal, matter.Agrees), says(vision, matter.Disagrees), says(vard, matter.Abstains)), during, ""},
		{"over several förvaltningar, and the parties have not agreed on the plan (handbook T3, Several groups)", stated(func(r *matter.Record) {
			r.Units = []matter.Unit{{ID: 1, DepartmentID: 1}, {ID: 2, DepartmentID: 2}}
		}), during, "paths.conclude.plan_agreed"},
		{"over several förvaltningar, and they have", stated(func(r *matter.Record) {
			r.Units, r.Agreed = []matter.Unit{{ID: 1, DepartmentID: 1}, {ID: 2, DepartmentID: 2}}, []matter.PlanAgreement{{How: "CSG för alla"}}
		}), during, ""},
		{"the treatment has not begun", planned(), during, "error.not_open"},
		{"the meeting has ended", stated(func(r *matter.Record) { r.Items[0].MeetingStatus = "closed" }), evening, "error.not_open"},
		{"a union was not called (agreement: kallelse)", stated(sent("notice", vision, time.Time{})), during, "conclude.not_called"},
		{"a union was called when the meeting had begun (agreement: kallelse)", stated(sent("notice", vision, at(treatment, 13, 5))), during, "conclude.not_called"},
		{"papers six days before (agreement: handlingar)", stated(late), during, "conclude.papers"},
		{"papers never (agreement: handlingar)", stated(sent("papers", vision, time.Time{})), during, "conclude.papers"},
		{"late papers accepted (handbook T3)", stated(late, answers(vision, true)), during, ""},
		{"a position is not an acceptance of late papers (handbook T3)", stated(late), during, "conclude.papers"},
		{"tabling requested for late papers (handbook T4)", stated(late, answers(vision, false)), during, "conclude.tabling"},
		{"tabling requested, then accepted: the newest answer counts", stated(late, answers(vision, false), answers(vision, true)), during, ""},
		{"accepted, then tabling requested: the newest answer counts", stated(late, answers(vision, true), answers(vision, false)), during, "conclude.tabling"},
		{"tabling requested although the papers were in time", stated(answers(vision, false)), during, ""},
		{"another union's acceptance does not help", stated(late, answers(kommunal, true)), during, "conclude.papers"},
		{"the acceptance was of a version that no longer holds (handbook 4.3)", opened(version(false), open(0), says(kommunal, matter.Agrees), says(vision, matter.Agrees),
			says(vard, matter.Agrees), answers(vision, true), sent("papers", kommunal, time.Time{})), during, "conclude.papers conclude.papers conclude.papers"},
		{"the papers were of an editorially earlier version", planned(version(true), open(0), says(kommunal, matter.Agrees), says(vision, matter.Agrees), says(vard, matter.Agrees)), during, ""},
		{"a version has come since the treatment began", stated(version(false), func(r *matter.Record) {
			for _, u := range []int64{kommunal, vision, vard} {
				r.Sent = append(r.Sent, matter.Sent{MeetingID: lsgMeeting, GroupID: lsg, UnionID: u, Kind: "papers", ProposalNo: 2, At: at(papers, 9, 0)})
			}
		}), during, "conclude.outdated"},
		{"risk assessment not fixed (AML 6:4; agreement)", stated(withoutRisk), during, "conclude.risk"},
		{"risk assessment not required by the agreement", stated(withoutRisk, func(r *matter.Record) { r.Agreement.RiskBeforeConclusion = false }), during, ""},
		{"a union attends and has not been heard (MBL 11 §)", stated(silent, attends(per, "in_person")), during, "conclude.silent"},
		{"a union attends digitally and has not been heard (MBL 11 §)", stated(silent, attends(per, "remote")), during, "conclude.silent"},
		{"a union was called and is absent (handbook 4.4)", stated(silent, attends(per, "absent")), during, ""},
		{"a union was called and did not come (handbook 4.4)", stated(silent), during, ""},
		{"nobody came (handbook 4.4; agreement: quorum)", opened(), during, "conclude.quorum"},
		{"fewer came than the agreement asks for (agreement: quorum)", opened(says(kommunal, matter.Agrees), quorum(2)), during, "conclude.few"},
		{"as many came as the agreement asks for", opened(says(kommunal, matter.Agrees), says(vision, matter.Agrees), quorum(2)), during, ""},
		{"all came, and the agreement asks for more than there are", stated(quorum(5)), during, ""},
		{"one came, and the agreement asks for none: the law wants somebody heard", opened(quorum(0)), during, "conclude.quorum"},
		{"an extra meeting that all accept (handbook 4.3 Urgent cases)", stated(extra(yes...)), during, ""},
		{"an extra meeting that one has not answered about (agreement: extra möte)", stated(extra(yes[0], yes[2])), during, "conclude.extra"},
		{"an extra meeting that one refuses (agreement: extra möte)", stated(extra(yes[0], matter.Consent{UnionID: vision}, yes[2])), during, "conclude.extra"},
		{"papers to an extra meeting have its shorter time", stated(extra(yes...), sent("papers", vision, at(treatment.Add(-2), 9, 0))), during, ""},
		{"papers to an extra meeting the day before", stated(extra(yes...), sent("papers", vision, at(treatment.Add(-1), 9, 0))), during, "conclude.papers"},
		{"a union outside the agreement need not have been called (handbook Split regime)", stated(sent("notice", vision, time.Time{}), func(r *matter.Record) { r.Seats[1].AgreementUntil = day(3, 30) }), during, ""},
		{"a union that negotiates instead need not be heard (handbook T5)", stated(silent, attends(per, "in_person"), negotiation(matter.KindMBL11, vision)), during, ""},
		{"groups in parallel", fsgOpen(), at(day(4, 7), 10, 0), ""},
		{"bottom-up: the group below first (agreement: ordning)", fsgOpen(order(organisation.BottomUp), func(r *matter.Record) { r.Items[0].Status = "planned" }), at(day(4, 7), 10, 0), "conclude.order"},
		{"bottom-up: the group below has concluded", fsgOpen(conclude(0), order(organisation.BottomUp)), at(day(4, 7), 10, 0), ""},
		{"bottom-up: the group below has concluded a version that no longer holds", with(concluded(inFSG, order(organisation.BottomUp), version(false)), open(1),
			saysIn(fsgItem, kommunal, matter.Agrees), func(r *matter.Record) {
				r.Sent = append(r.Sent, matter.Sent{MeetingID: fsgMeeting, GroupID: fsg, UnionID: kommunal, Kind: "papers", ProposalNo: 2, At: at(day(3, 30), 9, 0)})
			}), at(day(4, 7), 10, 0), "conclude.order"},
		{"bottom-up: the group above may wait", stated(inFSG, order(organisation.BottomUp)), during, ""},
		{"top-down: the group above first (agreement: ordning)", stated(inFSG, order(organisation.TopDown)), during, "conclude.order"},
		{"top-down: the group above is only informed", stated(inFSG, order(organisation.TopDown), func(r *matter.Record) { r.Tracks[1].Kind, r.Tracks[1].Mandatory = matter.KindInfo, false }), during, ""},
		{"several things at once, in the order of the page", opened(withoutRisk, sent("notice", kommunal, time.Time{}), late), during,
			"conclude.risk conclude.not_called conclude.papers conclude.quorum"},
	}, func(r matter.Record, now time.Time) string {
		it := r.Items[0]
		if len(r.Items) > 1 && r.Items[1].Status == "open" {
			it = r.Items[1]
		}
		return refusal(r.CanConclude(it, now))
	})
}

func TestCanTakePosition(t *testing.T) {
	t.Parallel()
	item := func(f func(*matter.Item)) func(*matter.Record) { return func(r *matter.Record) { f(&r.Items[0]) } }
	there := func(arrived, left *time.Time) func(*matter.Record) {
		return func(r *matter.Record) {
			r.Attendance = append(r.Attendance, matter.Attendance{MeetingID: lsgMeeting, PersonID: substi, Presence: "in_person", ArrivedAt: arrived, LeftAt: left})
		}
	}
	chair := access.Actor{OrgID: 1, PersonID: amina, Role: access.Manager, Mandates: []access.Mandate{{Role: "union_rep", UnionID: vision, GroupID: lsg}}}
	for _, c := range []struct {
		name   string
		rec    matter.Record
		who    access.Actor
		union  int64
		stance string
		reason string
		want   string
	}{
		{"a representative (handbook 2 rule 1)", opened(), asRep(per, vision), vision, matter.Agrees, "", ""},
		{"disagreement with its reason (handbook T7)", opened(), asRep(per, vision), vision, matter.Disagrees, "För kort varsel", ""},
		{"disagreement without a reason (handbook T7)", opened(), asRep(per, vision), vision, matter.Disagrees, " \n", "error.form error.reason_needed"},
		{"no such stance", opened(), asRep(per, vision), vision, "kanske", "", "error.form error.stance"},
		{"a stance that nobody said", opened(), asRep(per, vision), vision, "", "", "error.form error.stance"},
		{"for another union (handbook 2 rule 1)", opened(), asRep(per, vision), kommunal, matter.Agrees, "", "error.no_mandate"},
		{"acting as manager, though a representative too (handbook 2 rule 2)", opened(), chair, vision, matter.Agrees, "", "error.no_mandate"},
		{"not treated before decision", opened(item(func(i *matter.Item) { i.Class = matter.EarlyDialogue })), asRep(per, vision), vision, matter.Agrees, "", "error.not_before_decision"},
		{"before the treatment begins", planned(), asRep(per, vision), vision, matter.Agrees, "", "error.not_open"},
		{"tabled", opened(item(func(i *matter.Item) { i.Status = "tabled" })), asRep(per, vision), vision, matter.Agrees, "", "error.not_open"},
		{"after the meeting", opened(item(func(i *matter.Item) { i.MeetingStatus = "closed" })), asRep(per, vision), vision, matter.Agrees, "", "error.not_open"},
		{"after the conclusion: positions are locked (handbook T8)", stated(conclude(0)), asRep(per, vision), vision, matter.Disagrees, "Ångrar oss", "error.positions_locked"},
		{"the agreement has ended (handbook Split regime)", opened(func(r *matter.Record) { r.Seats[1].AgreementUntil = day(3, 30) }), asRep(per, vision), vision, matter.Agrees, "", "error.not_entitled"},
		{"the mandate ended before the treatment (handbook 2 rule 3)", opened(func(r *matter.Record) { r.Seats[1].Until = day(3, 30) }), asRep(per, vision), vision, matter.Agrees, "", "error.not_entitled"},
		{"the union negotiates instead (handbook T5)", opened(negotiation(matter.KindMBL11, vision)), asRep(per, vision), vision, matter.Agrees, "", "error.not_entitled"},
		{"a substitute who is not on the list", opened(), asSubstitute, vision, matter.Agrees, "", "error.substitute_absent"},
		{"a substitute in the room", opened(there(nil, nil)), asSubstitute, vision, matter.Agrees, "", ""},
		{"a substitute who has come", opened(there(ptr(at(treatment, 13, 30)), nil)), asSubstitute, vision, matter.Agrees, "", ""},
		{"a substitute who has not come yet", opened(there(ptr(at(treatment, 13, 31)), nil)), asSubstitute, vision, matter.Agrees, "", "error.substitute_absent"},
		{"a substitute who has left", opened(there(nil, ptr(at(treatment, 13, 30)))), asSubstitute, vision, matter.Agrees, "", "error.substitute_absent"},
		{"a substitute who is about to leave", opened(there(nil, ptr(at(treatment, 13, 31)))), asSubstitute, vision, matter.Agrees, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := refusal(c.rec.CanTakePosition(c.rec.Items[0], c.who, c.union, c.stance, c.reason, during)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestCanDecide(t *testing.T) {
	t.Parallel()
	exception := func(approved *bool, no int) func(*matter.Record) {
		return func(r *matter.Record) {
			r.Exceptions = append(r.Exceptions, matter.Exception{ID: 1, ProposalNo: no, Approved: approved})
		}
	}
	for _, c := range []struct {
		name string
		rec  matter.Record
		who  access.Actor
		now  time.Time
		want string
	}{
		{"the owner, when nothing is missing, the same day", concluded(), asAmina, evening, ""},
		{"the gate lists something (MBL 11 §; handbook T11)", disagreed(), asAmina, evening, "gate.window"},
		{"at midnight after the window", disagreed(), asAmina, at(day(4, 8), 0, 0), ""},
		{"another manager (handbook T11: the competent decider)", concluded(), access.Actor{OrgID: 1, PersonID: birgitta, Role: access.Manager}, evening, "error.not_decider"},
		{"the owner in another role (handbook 2 rule 2)", concluded(), access.Actor{OrgID: 1, PersonID: amina, Role: access.HR}, evening, "error.not_decider"},
		{"a board decides (KL 7:5)", concluded(func(r *matter.Record) { r.Decider = matter.ByBoard }), asAmina, evening, "error.board_decides"},
		{"withdrawn", concluded(func(r *matter.Record) { r.Status = "withdrawn" }), asAmina, evening, "error.not_open_matter"},
		{"already decided", concluded(decided(matter.AsProposed, 0)), asAmina, evening, "error.already_decided"},
		{"already decided before samverkan", planned(decided(matter.AsProposed, 1)), asAmina, before, "error.already_decided"},
		{"an approved exception (MBL 11 § second paragraph)", planned(exception(ptr(true), 1)), asAmina, before, ""},
		{"a rejected exception", planned(exception(ptr(false), 1)), asAmina, before, "gate.group_planned"},
		{"an exception that waits", planned(exception(nil, 1)), asAmina, before, "gate.group_planned"},
		{"an exception for a version that no longer holds", planned(exception(ptr(true), 1), version(false)), asAmina, before, "gate.group_planned"},
		{"an exception, and an editorial version since", planned(exception(ptr(true), 1), version(true)), asAmina, before, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := refusal(c.rec.CanDecide(c.who, c.now)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestCanRecordBoard(t *testing.T) {
	t.Parallel()
	board := func(r *matter.Record) { r.Decider = matter.ByBoard }
	excepted := func(on clock.Date) func(*matter.Record) {
		return func(r *matter.Record) {
			r.Exceptions = append(r.Exceptions, matter.Exception{ID: 1, ProposalNo: 1, Approved: ptr(true), DecidedAt: ptr(at(on, 9, 0))})
		}
	}
	again := func(r *matter.Record) { // the group treated it once more, after the board's day
		r.Items = append(r.Items, r.Items[0])
		r.Items[1].ID, r.Items[1].StartsAt = 501, at(day(4, 14), 13, 0)
	}
	today := day(4, 21)
	for _, c := range []struct {
		name      string
		rec       matter.Record
		on        clock.Date
		deviation string
		want      string
	}{
		{"the day of the meeting (handbook T11)", concluded(board), treatment, matter.AsProposed, ""},
		{"today", concluded(board), today, matter.MinorDeviation, ""},
		{"the day before the meeting (handbook T11: not before T10)", concluded(board), treatment.Add(-1), matter.AsProposed, "gate.group_planned"},
		{"the window's last day", disagreed(board), day(4, 7), matter.AsProposed, "gate.window"},
		{"the day after the window", disagreed(board), day(4, 8), matter.AsProposed, ""},
		{"a negotiation that was ended later", concluded(board, negotiation(matter.KindMBL11, vision, ended(matter.InAgreement, day(4, 12), clock.Date{}))), day(4, 11), matter.AsProposed, "gate.negotiation"},
		{"a negotiation that was ended that day", concluded(board, negotiation(matter.KindMBL11, vision, ended(matter.InAgreement, day(4, 12), clock.Date{}))), day(4, 12), matter.AsProposed, ""},
		{"a central negotiation that was ended later (MBL 14 §)", disagreed(board, negotiation(matter.KindMBL14, vision, ended(matter.ByWithdrawal, day(4, 12), clock.Date{}))), day(4, 11), matter.AsProposed, "gate.central"},
		{"a window that was waived later", disagreed(board, func(r *matter.Record) { r.Positions[1].WaivedAt = ptr(at(day(4, 6), 9, 0)) }), day(4, 5), matter.AsProposed, "gate.window"},
		{"a window that was waived that day", disagreed(board, func(r *matter.Record) { r.Positions[1].WaivedAt = ptr(at(day(4, 6), 9, 0)) }), day(4, 6), matter.AsProposed, ""},
		{"a risk assessment that was fixed later (AML 6:4)", concluded(board, func(r *matter.Record) { r.Risks[0].FixedAt = ptr(at(day(4, 6), 9, 0)) }), day(4, 5), matter.AsProposed, "gate.risk"},
		{"a plan that was confirmed later", concluded(board, func(r *matter.Record) { r.PlanConfirmedAt = ptr(at(day(4, 6), 9, 0)) }), day(4, 5), matter.AsProposed, "gate.plan"},
		{"something else, on whatever day: a fact (handbook Decision differs)", planned(board), day(3, 20), matter.MaterialDeviation, ""},
		{"the manager decides", concluded(), today, matter.AsProposed, "error.manager_decides"},
		{"withdrawn", concluded(board, func(r *matter.Record) { r.Status = "withdrawn" }), today, matter.AsProposed, "error.not_open_matter"},
		{"already decided", concluded(board, decided(matter.AsProposed, 0)), today, matter.AsProposed, "error.already_decided"},
		{"decided otherwise before, and now as treated", concluded(board, decided(matter.MaterialDeviation, 0)), today, matter.AsProposed, ""},
		{"an exception approved that day (MBL 11 § second paragraph)", planned(board, excepted(day(3, 20))), day(3, 20), matter.AsProposed, ""},
		{"an exception approved later: the board decided without it", planned(board, excepted(day(3, 22))), day(3, 20), matter.AsProposed, "gate.group_planned"},
		{"the group has treated it again since", concluded(board, again, conclude(1)), day(4, 1), matter.AsProposed, ""},
		{"no date", concluded(board), clock.Date{}, matter.AsProposed, "error.form error.date_needed"},
		{"tomorrow", concluded(board), today.Add(1), matter.AsProposed, "error.form error.date_future"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			f := matter.BoardForm{DecidedOn: c.on, DecisionForm: matter.DecisionForm{Deviation: c.deviation}}
			if got := refusal(c.rec.CanRecordBoard(f, today)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// quorum is an agreement that asks for n called organisations.
func quorum(n int) func(*matter.Record) {
	return func(r *matter.Record) { r.Agreement.Quorum = n }
}
