package matter_test

import (
	"testing"
	"time"

	"samverka/internal/clock"
	"samverka/internal/matter"
)

func TestCanRequestMBL(t *testing.T) {
	t.Parallel()
	item := func(f func(*matter.Item)) func(*matter.Record) { return func(r *matter.Record) { f(&r.Items[0]) } }
	check(t, []row[string]{
		{"before any treatment (SKR FAQ 2018)", planned(), before, ""},
		{"without any plan", planned(func(r *matter.Record) { r.Tracks, r.Items = nil, nil }), before, ""},
		{"during the first occasion (SKR FAQ 2018: no later than)", opened(), during, ""},
		{"the first occasion's last minute", opened(), at(treatment, 23, 59), ""},
		{"after the first occasion's day (SKR FAQ 2018)", opened(), at(treatment.Add(1), 0, 0), "error.mbl_late"},
		{"after the first occasion's meeting (SKR FAQ 2018)", opened(item(func(i *matter.Item) { i.MeetingStatus = "closed" })), evening, "error.mbl_late"},
		{"after the conclusion (SKR FAQ 2018)", stated(conclude(0), item(func(i *matter.Item) { i.MeetingStatus, i.EffectiveAt = "open", nil })), at(treatment, 14, 5), "error.mbl_late"},
		{"tabled after it was opened: that was an occasion", opened(item(func(i *matter.Item) { i.Status, i.MeetingStatus = "tabled", "closed" })), evening, "error.mbl_late"},
		{"tabled without being opened: that was none (scenarios)", planned(item(func(i *matter.Item) { i.Status, i.MeetingStatus = "tabled", "closed" })), evening, ""},
		{"early dialogue is no occasion before decision", opened(item(func(i *matter.Item) { i.Class, i.MeetingStatus = matter.EarlyDialogue, "closed" })), evening, ""},
		{"the other group has treated it (scope: the matter's first occasion)", concluded(inFSG), evening, "error.mbl_late"},
		{"already requested", planned(negotiation(matter.KindMBL11, vision)), before, "error.mbl_already"},
		{"already owed, since the agreement has ended", planned(negotiation(matter.KindMBL11, vision, func(t *matter.Track) { t.Origin, t.RequestedAt = "agreement_ended", nil })), before, "error.mbl_already"},
		{"another union has requested", planned(negotiation(matter.KindMBL11, kommunal)), before, ""},
		{"decided", planned(decided(matter.AsProposed, 1)), before, "error.not_open_matter"},
		{"withdrawn", planned(func(r *matter.Record) { r.Status = "withdrawn" }), before, "error.not_open_matter"},
	}, func(r matter.Record, now time.Time) string { return refusal(r.CanRequestMBL(vision, now)) })
}

func TestCanRequestCentral(t *testing.T) {
	t.Parallel()
	pending := func(r *matter.Record) { r.Items[0].EffectiveAt, r.Positions[1].WindowUntil = nil, clock.Date{} }
	local := func(manner string, until clock.Date) matter.Record {
		return planned(negotiation(matter.KindMBL11, vision, ended(manner, day(3, 24), until)))
	}
	check(t, []row[string]{
		{"in the window (MBL 14 §; handbook T9)", disagreed(), evening, ""},
		{"the window's last minute", disagreed(), at(day(4, 7), 23, 59), ""},
		{"after the window (agreement: frist)", disagreed(), at(day(4, 8), 0, 0), "error.central_late"},
		{"the union did not disagree", concluded(), evening, "error.central_not_disagreed"},
		{"the treatment is not concluded", opened(says(vision, matter.Disagrees)), during, "error.central_not_disagreed"},
		{"the conclusion is not in effect (agreement: justering)", disagreed(pending), evening, "error.central_early"},
		{"waived", disagreed(func(r *matter.Record) { r.Positions[1].WaivedAt = ptr(evening) }), at(day(4, 1), 9, 0), "error.central_not_disagreed"},
		{"already requested", disagreed(negotiation(matter.KindMBL14, vision)), at(day(4, 1), 9, 0), "error.central_already"},
		{"already held", disagreed(negotiation(matter.KindMBL14, vision, ended(matter.InDisagreement, day(4, 2), clock.Date{}))), at(day(4, 3), 9, 0), "error.central_already"},
		{"about a version that no longer holds", disagreed(version(false)), at(day(4, 1), 10, 0), "error.central_not_disagreed"},
		{"requested about an earlier version, and disagreed again", with(disagreed(negotiation(matter.KindMBL14, vision), version(false)), func(r *matter.Record) {
			r.Items = append(r.Items, r.Items[0])
			r.Items[1].ID, r.Items[1].ProposalNo = 501, 2
		}, saysIn(501, vision, matter.Disagrees), window(vision, day(4, 28))), at(day(4, 22), 9, 0), ""},
		{"a local negotiation ended in disagreement (MBL 14 §)", local(matter.InDisagreement, day(3, 31)), before, ""},
		{"a local negotiation ended in agreement", local(matter.InAgreement, clock.Date{}), before, "error.central_not_disagreed"},
		{"after the window of the local negotiation", local(matter.InDisagreement, day(3, 31)), at(day(4, 1), 0, 0), "error.central_late"},
		{"decided", disagreed(decided(matter.AsProposed, 0)), evening, "error.already_decided"},
		{"decided before samverkan, which is held afterwards", disagreed(decided(matter.AsProposed, 1)), evening, ""},
		{"the board decided something else", disagreed(decided(matter.MaterialDeviation, 0)), evening, ""},
	}, func(r matter.Record, now time.Time) string {
		_, err := r.CanRequestCentral(vision, now)
		return refusal(err)
	})
	until, err := disagreed().CanRequestCentral(vision, evening)
	if want := day(4, 7); err != nil || until != want {
		t.Errorf("window = %s, %v, want %s", until, err, want)
	}
}

func TestCanObjectEditorial(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		rec  matter.Record
		no   int
		now  time.Time
		want string
	}{
		{"in time (handbook 4.3 New information)", concluded(version(true)), 2, at(day(4, 2), 9, 0), ""},
		{"the last minute (agreement: 3 working days over Easter Monday)", concluded(version(true)), 2, at(day(4, 6), 23, 59), ""},
		{"too late", concluded(version(true)), 2, at(day(4, 7), 0, 0), "error.objection_late"},
		{"after another union's objection", concluded(version(true, "Kommunal")), 2, at(day(4, 2), 9, 0), ""},
		{"to an editorial version that another follows", concluded(version(true), version(true)), 2, at(day(4, 2), 9, 0), ""},
		{"to a version that is not called editorial", concluded(version(false)), 2, at(day(4, 2), 9, 0), "error.not_editorial"},
		{"to a version that is not there", concluded(), 2, at(day(4, 2), 9, 0), "error.not_found"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := refusal(c.rec.CanObjectEditorial(c.no, c.now)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
