package matter_test

import (
	"testing"
	"time"

	"samverka/internal/clock"
	"samverka/internal/matter"
)

var (
	before  = at(day(3, 25), 9, 0)
	during  = at(treatment, 13, 30)
	evening = at(treatment, 16, 0)
)

func TestTrackStateOfAGroup(t *testing.T) {
	t.Parallel()
	item := func(f func(*matter.Item)) func(*matter.Record) { return func(r *matter.Record) { f(&r.Items[0]) } }
	check(t, []row[matter.TrackState]{
		{"not set up anywhere: planned", planned(func(r *matter.Record) { r.Items = nil }), before, matter.TrackPlanned},
		{"set up: planned", planned(), before, matter.TrackPlanned},
		{"set up only as information: planned", planned(item(func(i *matter.Item) { i.Class = matter.Information })), before, matter.TrackPlanned},
		{"treatment open: ongoing", opened(), during, matter.TrackOngoing},
		{"never reached at a meeting that has ended: planned", planned(item(func(i *matter.Item) { i.MeetingStatus = "closed" })), evening, matter.TrackPlanned},
		{"open when the meeting ended: adjourned (handbook T4)", opened(item(func(i *matter.Item) { i.MeetingStatus = "closed" })), evening, matter.TrackAdjourned},
		{"tabled (handbook T4)", opened(item(func(i *matter.Item) { i.Status, i.TabledTo = "tabled", day(4, 14) })), evening, matter.TrackTabled},
		{"the meeting is cancelled: planned", planned(item(func(i *matter.Item) { i.MeetingStatus = "cancelled" })), before, matter.TrackPlanned},
		{"declared concluded, not in effect: ongoing (SKR on minutes)", stated(conclude(0), item(func(i *matter.Item) { i.EffectiveAt = nil })), evening, matter.TrackOngoing},
		{"all agree: in agreement (handbook T6)", concluded(), evening, matter.TrackAgreed},
		{"abstaining is not disagreeing (handbook 4.4)", opened(says(kommunal, matter.Abstains), conclude(0)), evening, matter.TrackAgreed},
		{"disagreement: awaits a request (handbook T8)", disagreed(), evening, matter.TrackAwaits},
		{"last minute of the window: awaits", disagreed(), at(day(4, 7), 23, 59), matter.TrackAwaits},
		{"first minute after the window: in disagreement (handbook T7)", disagreed(), at(day(4, 8), 0, 0), matter.TrackDisagreed},
		{"window waived: in disagreement", disagreed(func(r *matter.Record) { r.Positions[1].WaivedAt = ptr(evening) }), at(day(4, 1), 9, 0), matter.TrackDisagreed},
		{"central negotiation requested: in disagreement", disagreed(negotiation(matter.KindMBL14, vision)), at(day(4, 1), 9, 0), matter.TrackDisagreed},
		{"a material version: outdated (handbook 4.3 New information)", concluded(version(false)), at(day(4, 1), 10, 0), matter.TrackOutdated},
		{"an editorial version: stands", concluded(version(true)), at(day(4, 1), 10, 0), matter.TrackAgreed},
		{"an editorial version objected to: outdated", concluded(version(true, "Vision")), at(day(4, 1), 10, 0), matter.TrackOutdated},
		{"editorial upon editorial: stands", concluded(version(true), version(true)), at(day(4, 1), 10, 0), matter.TrackAgreed},
		{"the first of two editorial versions objected to: outdated", concluded(version(true, "Vision"), version(true)), at(day(4, 1), 10, 0), matter.TrackOutdated},
		{"a material version and an editorial one of it: outdated", concluded(version(false), version(true)), at(day(4, 1), 10, 0), matter.TrackOutdated},
		{"the whole matter is negotiated under MBL: closed", planned(func(r *matter.Record) { r.Tracks[0].Mandatory = false }), before, matter.TrackClosed},
	}, func(r matter.Record, now time.Time) matter.TrackState { return r.TrackState(r.Tracks[0], now) })
}

func TestTrackStateOfInformation(t *testing.T) {
	t.Parallel()
	info := func(status string) matter.Record {
		return planned(func(r *matter.Record) {
			r.Tracks[0].Kind, r.Tracks[0].Mandatory = matter.KindInfo, false
			r.Items[0].Class, r.Items[0].Status = matter.Information, status
		})
	}
	check(t, []row[matter.TrackState]{
		{"set up: planned", info("planned"), before, matter.TrackPlanned},
		{"on the table: ongoing", info("open"), during, matter.TrackOngoing},
		{"tabled", info("tabled"), during, matter.TrackTabled},
		{"given: closed (MBL 19 §)", info("handled"), evening, matter.TrackClosed},
	}, func(r matter.Record, now time.Time) matter.TrackState { return r.TrackState(r.Tracks[0], now) })
}

func TestTrackStateOfANegotiation(t *testing.T) {
	t.Parallel()
	last := func(r matter.Record, now time.Time) matter.TrackState {
		return r.TrackState(r.Tracks[len(r.Tracks)-1], now)
	}
	asked := func(change ...func(*matter.Track)) matter.Record {
		return planned(negotiation(matter.KindMBL11, vision, change...))
	}
	check(t, []row[matter.TrackState]{
		{"in the plan, not asked for: planned", asked(func(t *matter.Track) { t.RequestedAt = nil }), before, matter.TrackPlanned},
		{"asked for: negotiating (MBL 11 §)", asked(), before, matter.TrackNegotiating},
		{"ended in agreement: closed (MBL 16 §)", asked(ended(matter.InAgreement, day(3, 24), clock.Date{})), before, matter.TrackClosed},
		{"ended in disagreement: awaits a request for the central one (MBL 14 §)", asked(ended(matter.InDisagreement, day(3, 24), day(3, 31))), before, matter.TrackAwaits},
		{"the window has run out: closed", asked(ended(matter.InDisagreement, day(3, 24), day(3, 31))), at(day(4, 1), 0, 0), matter.TrackClosed},
		{"the window is waived: closed", asked(ended(matter.ByWithdrawal, day(3, 24), day(3, 31)), func(t *matter.Track) { t.WaivedAt = ptr(before) }), before, matter.TrackClosed},
		{"ended on a version that no longer holds: outdated", with(asked(ended(matter.InAgreement, day(3, 24), clock.Date{})), version(false)), at(day(4, 1), 10, 0), matter.TrackOutdated},
		{"central, requested: negotiating (MBL 14 §)", disagreed(negotiation(matter.KindMBL14, vision)), at(day(4, 2), 9, 0), matter.TrackNegotiating},
		{"central, ended by notice of withdrawal: closed (MBL 16 §)", disagreed(negotiation(matter.KindMBL14, vision, ended(matter.ByWithdrawal, day(4, 10), clock.Date{}))),
			at(day(4, 12), 9, 0), matter.TrackClosed},
	}, last)
}

func TestState(t *testing.T) {
	t.Parallel()
	bare := func(change ...func(*matter.Record)) matter.Record {
		return with(matter.Record{Matter: matter.Matter{Status: "open", OwnerID: amina, Decider: matter.ByManager}}, change...)
	}
	status := func(s string) func(*matter.Record) { return func(r *matter.Record) { r.Status = s } }
	check(t, []row[matter.State]{
		{"just begun: draft (handbook T1)", bare(), before, matter.Draft},
		{"talked about at an APT: early dialogue (handbook T1)", bare(func(r *matter.Record) { r.Dialogues = []matter.Dialogue{{}} }), before, matter.Early},
		{"early dialogue in a group: early dialogue", bare(func(r *matter.Record) {
			r.Items = []matter.Item{{Class: matter.EarlyDialogue, OpenedAt: ptr(before)}}
		}), before, matter.Early},
		{"a proposal is there: preparation (handbook T2)", bare(version(false)), before, matter.Preparation},
		{"set up, papers not sent: preparation", planned(func(r *matter.Record) { r.Sent = r.Sent[:1] }), before, matter.Preparation},
		{"papers sent: under samverkan (handbook T3)", planned(), before, matter.InSamverkan},
		{"papers to a meeting that treats it as information only: preparation", planned(func(r *matter.Record) { r.Items[0].Class = matter.Information }), before, matter.Preparation},
		{"papers to a cancelled meeting: preparation", planned(func(r *matter.Record) { r.Items[0].MeetingStatus = "cancelled" }), before, matter.Preparation},
		{"treatment open: under samverkan", opened(), during, matter.InSamverkan},
		{"finished in agreement: ready (handbook T10)", concluded(), evening, matter.Ready},
		{"finished, risk assessment missing: under samverkan (AML 6:4)", concluded(withoutRisk), evening, matter.InSamverkan},
		{"a window runs: awaits a request (handbook T8)", disagreed(), evening, matter.AwaitsRequest},
		{"a window runs and another group is left: under samverkan", disagreed(inFSG), evening, matter.InSamverkan},
		{"the window has run out: ready, by the clock alone", disagreed(), at(day(4, 8), 0, 0), matter.Ready},
		{"central negotiation requested: central (handbook T9)", disagreed(negotiation(matter.KindMBL14, vision)), at(day(4, 2), 9, 0), matter.Central},
		{"central negotiation ended: ready", disagreed(negotiation(matter.KindMBL14, vision, ended(matter.ByWithdrawal, day(4, 10), clock.Date{}))), at(day(4, 12), 9, 0), matter.Ready},
		{"central negotiation about a version that no longer holds: under samverkan, it bars nothing", disagreed(negotiation(matter.KindMBL14, vision), version(false)), at(day(4, 9), 9, 0), matter.InSamverkan},
		{"a material version: back in preparation", concluded(version(false)), at(day(4, 1), 10, 0), matter.Preparation},
		{"decided (handbook T11)", concluded(decided(matter.AsProposed, 0)), evening, matter.Decided},
		{"decided with an approved exception: before samverkan (MBL 11 § second paragraph)", planned(decided(matter.AsProposed, 1)), before, matter.BeforeSamv},
		{"decided with an exception, samverkan done afterwards: decided", concluded(decided(matter.AsProposed, 1)), evening, matter.Decided},
		{"the board decided something else: deviates", concluded(decided(matter.MaterialDeviation, 0), version(false)), at(day(4, 1), 10, 0), matter.Deviates},
		{"withdrawn", concluded(status("withdrawn")), evening, matter.Withdrawn},
		{"handed over to another level", concluded(status("handed_over")), evening, matter.HandedOver},
		{"closed", concluded(status("closed")), evening, matter.Closed},
	}, func(r matter.Record, now time.Time) matter.State { return r.State(now) })
}
