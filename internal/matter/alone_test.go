package matter_test

import (
	"slices"
	"testing"
	"time"

	"samverka/internal/clock"
	"samverka/internal/matter"
)

const (
	secondMeeting, secondItem int64 = 51, 501
)

var second = day(4, 14)

// nobody is opened where no organisation came, noted so, and the meeting has ended.
func nobody(change ...func(*matter.Record)) matter.Record {
	return opened(append([]func(*matter.Record){away(lsgMeeting), func(r *matter.Record) { r.Items[0].MeetingStatus = "closed" }}, change...)...)
}

func away(meeting int64, people ...int64) func(*matter.Record) {
	if people == nil {
		people = []int64{201, 202, 203}
	}
	return func(r *matter.Record) {
		for _, p := range people {
			r.Attendance = append(r.Attendance, matter.Attendance{MeetingID: meeting, PersonID: p, Presence: "absent"})
		}
	}
}

// recalled sets the matter up once more in the LSG, with a notice in time and nobody there.
func recalled(r *matter.Record) {
	r.Items = append(r.Items, matter.Item{ID: secondItem, TrackID: lsgTrack, Class: matter.BeforeDecision, Status: "open", MeetingStatus: "open", MeetingID: secondMeeting,
		GroupID: lsg, GroupName: "LSG VO Väst", StartsAt: at(second, 13, 0), OpenedAt: ptr(at(second, 13, 5)), ProposalNo: r.Proposals[len(r.Proposals)-1].No})
	for _, u := range []int64{kommunal, vision, vard} {
		r.Sent = append(r.Sent, matter.Sent{MeetingID: secondMeeting, GroupID: lsg, UnionID: u, Kind: "notice", At: at(day(3, 31), 17, 0)})
	}
	away(secondMeeting)(r)
}

// called changes when the union was called to the meeting; the zero time: never.
func called(meeting, union int64, when time.Time) func(*matter.Record) {
	return func(r *matter.Record) {
		r.Sent = slices.DeleteFunc(slices.Clone(r.Sent), func(s matter.Sent) bool { return s.Kind == "notice" && s.UnionID == union && s.MeetingID == meeting })
		if !when.IsZero() {
			r.Sent = append(r.Sent, matter.Sent{MeetingID: meeting, GroupID: lsg, UnionID: union, Kind: "notice", At: when})
		}
	}
}

func TestCanConcludeAlone(t *testing.T) {
	t.Parallel()
	there := func(meeting, person int64) func(*matter.Record) {
		return func(r *matter.Record) {
			for i := range r.Attendance {
				if a := &r.Attendance[i]; a.MeetingID == meeting && a.PersonID == person {
					a.Presence = "remote"
				}
			}
		}
	}
	unnoted := func(meeting int64) func(*matter.Record) {
		return func(r *matter.Record) {
			r.Attendance = slices.DeleteFunc(r.Attendance, func(a matter.Attendance) bool { return a.MeetingID == meeting && a.PersonID == per })
		}
	}
	newSeat := func(from clock.Date) func(*matter.Record) {
		return func(r *matter.Record) { r.Seats[2].From = from }
	}
	check(t, []row[string]{
		{"called twice, nobody came twice (handbook 4.4)", nobody(recalled), at(second, 14, 0), ""},
		{"nobody came once: call again (handbook 4.4)", nobody(), at(second, 14, 0), "alone.once"},
		{"the second meeting is over and its minutes not sent", nobody(recalled, func(r *matter.Record) { r.Items[1].MeetingStatus = "closed" }), at(second, 14, 0), ""},
		{"one came to the second", nobody(recalled, there(secondMeeting, per)), at(second, 14, 0), "conclude.silent alone.heard"},
		{"one came to the first", nobody(recalled, there(lsgMeeting, per)), at(second, 14, 0), "alone.once"},
		{"one has stated its position without coming", nobody(recalled, saysIn(secondItem, vision, matter.Disagrees)), at(second, 14, 0), "alone.heard"},
		{"one stated its position at the first", nobody(recalled, says(vision, matter.Agrees)), at(second, 14, 0), "alone.once"},
		{"nobody has noted that one was absent", nobody(recalled, unnoted(secondMeeting)), at(second, 14, 0), "alone.not_noted"},
		{"nobody noted it at the first", nobody(recalled, unnoted(lsgMeeting)), at(second, 14, 0), "alone.once"},
		{"one was not called to the second", nobody(recalled, called(secondMeeting, vision, time.Time{})), at(second, 14, 0), "conclude.not_called"},
		{"one was called too late to the second (agreement: kallelse)", nobody(recalled, called(secondMeeting, vision, at(day(4, 1), 0, 0))), at(second, 14, 0), "alone.late_notice"},
		{"one was called on the last day", nobody(recalled, called(secondMeeting, vision, at(day(3, 31), 23, 59))), at(second, 14, 0), ""},
		{"one was called too late to the first", nobody(recalled, called(lsgMeeting, vision, at(day(3, 18), 0, 0))), at(second, 14, 0), "alone.once"},
		{"one had no papers to the first, and they came in time to the second", nobody(recalled, func(r *matter.Record) {
			sent("papers", vision, at(day(4, 7), 9, 0))(r)
		}), at(second, 14, 0), "alone.once"},
		{"a union that joined between the meetings was called once only", nobody(recalled, newSeat(day(4, 1))), at(second, 14, 0), "alone.once"},
		{"a union that has left need not have been there", nobody(recalled, func(r *matter.Record) { r.Seats[2].Until = day(4, 1) }), at(second, 14, 0), ""},
		{"a version has come between: both meetings treat what holds", nobody(version(false), recalled, func(r *matter.Record) {
			for _, u := range []int64{kommunal, vision, vard} {
				r.Sent = append(r.Sent, matter.Sent{MeetingID: secondMeeting, GroupID: lsg, UnionID: u, Kind: "papers", ProposalNo: 2, At: at(day(4, 1), 9, 0)})
			}
		}), at(second, 14, 0), "alone.once"},
		{"an editorial version between", nobody(version(true), recalled), at(second, 14, 0), ""},
		{"the risk assessment is not fixed (AML 6:4; agreement)", nobody(recalled, withoutRisk), at(second, 14, 0), "conclude.risk"},
		{"the first was tabled because nobody came", nobody(recalled, func(r *matter.Record) { r.Items[0].Status, r.Items[0].TabledTo = "tabled", second }), at(second, 14, 0), ""},
		{"the first was never opened", nobody(recalled, func(r *matter.Record) { r.Items[0].OpenedAt, r.Items[0].Status = nil, "planned" }), at(second, 14, 0), "alone.once"},
		{"the first meeting goes on still", nobody(recalled, func(r *matter.Record) { r.Items[0].MeetingStatus = "open" }), at(second, 14, 0), "alone.once"},
		{"all negotiate under MBL instead: nobody was to come", nobody(recalled, func(r *matter.Record) { r.Seats = nil }), at(second, 14, 0), "alone.once"},
		{"the second is not opened", nobody(recalled, func(r *matter.Record) { r.Items[1].Status, r.Items[1].OpenedAt = "planned", nil }), at(second, 14, 0), "error.not_open"},
		{"the second is tabled", nobody(recalled, func(r *matter.Record) { r.Items[1].Status = "tabled" }), at(second, 14, 0), "error.not_open"},
		{"concluded already", nobody(recalled, func(r *matter.Record) { r.Items[1].Status = "concluded" }), at(second, 14, 0), "error.not_open"},
	}, func(r matter.Record, now time.Time) string {
		return refusal(r.CanConcludeAlone(r.Items[len(r.Items)-1], now))
	})
	r := nobody(recalled)
	if got := refusal(r.CanConcludeAlone(r.Items[0], at(second, 14, 0))); got != "error.treated_since" {
		t.Errorf("the earlier treatment: %s, want error.treated_since", got)
	}
}

// The gate says before it lets the matter through what is missing: a second call, the proposal, HR's confirmation.
func TestTheGateOfATrackThatNobodyComesTo(t *testing.T) {
	t.Parallel()
	proposed := func(r *matter.Record) { r.Items[1].AloneAt = ptr(at(second, 14, 0)) }
	confirmed := func(r *matter.Record) {
		it := &r.Items[1]
		it.Status, it.MeetingStatus = "concluded", "closed"
		it.ConcludedAt, it.EffectiveAt, it.AloneConfirmedAt = ptr(at(second, 15, 0)), ptr(at(second, 15, 0)), ptr(at(second, 15, 0))
	}
	now := at(second, 16, 0)
	for _, tt := range []struct {
		name  string
		r     matter.Record
		key   string
		link  string
		state matter.TrackState
	}{
		{"once", nobody(), "matter.gate.alone_recall", "/arenden/7/mote?grupp=10", matter.TrackAdjourned},
		{"twice", nobody(recalled), "matter.gate.alone_propose", "/moten/51/punkter/501/utan-organisation", matter.TrackOngoing},
		{"proposed", nobody(recalled, proposed), "matter.gate.alone_confirm", "/moten/51/punkter/501/utan-organisation", matter.TrackOngoing},
		{"confirmed", nobody(recalled, proposed, confirmed), "", "", matter.TrackAlone},
		{"confirmed, and then a new version", nobody(recalled, proposed, confirmed, version(false)), "matter.gate.group_outdated", "/arenden/7/mote?grupp=10", matter.TrackOutdated},
	} {
		var key, link string
		if ms := tt.r.Gate(now); len(ms) > 0 {
			key, link = ms[0].Key, ms[0].Link
		}
		if key != tt.key || link != tt.link {
			t.Errorf("%s: gate %q at %q, want %q at %q", tt.name, key, link, tt.key, tt.link)
		}
		if got := tt.r.TrackState(tt.r.Tracks[0], now); got != tt.state {
			t.Errorf("%s: track %s, want %s", tt.name, got, tt.state)
		}
	}
}
