package matter_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/organisation"
)

// Who and what the rules' tests are about: LSG VO Väst below FSG VO, and three unions with a seat in each.
const (
	lsg, fsg                 int64 = 10, 20
	kommunal, vision, vard   int64 = 1, 2, 3
	amina, birgitta          int64 = 100, 101
	maria, per, lina, substi int64 = 201, 202, 203, 204
	lsgMeeting, fsgMeeting   int64 = 50, 60
	lsgItem, fsgItem         int64 = 500, 600
	lsgTrack, fsgTrack       int64 = 70, 80
	mblTrack, centralTrack   int64 = 90, 91
)

var (
	notice    = day(3, 17)
	papers    = day(3, 24)
	treatment = day(3, 31) // a Wednesday
	unionName = map[int64]string{kommunal: "Kommunal", vision: "Vision", vard: "Vårdförbundet"}
)

func day(m time.Month, d int) clock.Date { return clock.NewDate(2027, m, d) }

func at(d clock.Date, hour, min int) time.Time { return d.At(hour, min) }

func ptr[T any](v T) *T { return &v }

// planned is a matter with a proposal, a plan of the LSG alone and a fixed risk assessment, set up on the LSG's meeting on
// 31 March with notice and papers in time.
func planned(change ...func(*matter.Record)) matter.Record {
	r := matter.Record{
		Matter: matter.Matter{ID: 7, Title: "Nytt schema", OwnerID: amina, OwnerName: "Amina Larsson", Decider: matter.ByManager, WorkEnvironment: true,
			Status: "open", PlanConfirmedAt: ptr(at(day(3, 2), 9, 0)), PlannedDecision: treatment},
		Proposals: []matter.Proposal{{No: 1, Body: "Sexveckorsschema"}},
		Tracks: []matter.Track{{ID: lsgTrack, Kind: matter.KindGroup, GroupID: lsg, GroupName: "LSG VO Väst", GroupAbove: []int64{fsg}, ChairID: amina,
			ChairName: "Amina Larsson", Mandatory: true, Origin: "plan"}},
		Items: []matter.Item{{ID: lsgItem, TrackID: lsgTrack, Class: matter.BeforeDecision, Status: "planned", MeetingID: lsgMeeting, GroupID: lsg,
			GroupName: "LSG VO Väst", StartsAt: at(treatment, 13, 0), MeetingStatus: "planned"}},
		Risks:     []matter.Risk{{No: 1, Rows: 2, FixedAt: ptr(at(day(3, 10), 9, 0))}},
		Agreement: organisation.Default(day(1, 1)),
	}
	for _, u := range []int64{kommunal, vision, vard} {
		r.Seats = append(r.Seats, matter.Seat{GroupID: lsg, UnionID: u, UnionName: unionName[u], PersonID: 200 + u, Role: "union_rep", From: day(1, 1), Collective: true})
		r.Sent = append(r.Sent, matter.Sent{MeetingID: lsgMeeting, GroupID: lsg, UnionID: u, Kind: "notice", At: at(notice, 9, 0)},
			matter.Sent{MeetingID: lsgMeeting, GroupID: lsg, UnionID: u, Kind: "papers", ProposalNo: 1, At: at(papers, 16, 0)})
	}
	return with(r, change...)
}

// opened is planned when the treatment has begun.
func opened(change ...func(*matter.Record)) matter.Record {
	return with(planned(open(0)), change...)
}

// stated is opened with every union in agreement.
func stated(change ...func(*matter.Record)) matter.Record {
	return with(opened(says(kommunal, matter.Agrees), says(vision, matter.Agrees), says(vard, matter.NotConcerned)), change...)
}

// concluded is stated when the meeting has ended and the conclusion is in effect.
func concluded(change ...func(*matter.Record)) matter.Record {
	return with(stated(conclude(0)), change...)
}

// disagreed is concluded with Vision in disagreement: its window runs to 7 April.
func disagreed(change ...func(*matter.Record)) matter.Record {
	return with(opened(says(kommunal, matter.Agrees), says(vision, matter.Disagrees), says(vard, matter.Abstains), conclude(0), window(vision, day(4, 7))), change...)
}

func with(r matter.Record, change ...func(*matter.Record)) matter.Record {
	for _, f := range change {
		f(&r)
	}
	return r
}

func open(item int) func(*matter.Record) {
	return func(r *matter.Record) {
		it := &r.Items[item]
		it.Status, it.MeetingStatus, it.OpenedAt, it.ProposalNo = "open", "open", ptr(it.StartsAt), r.Proposals[len(r.Proposals)-1].No
	}
}

// conclude is the chair's declaration, and the meeting's end two hours after its start.
func conclude(item int) func(*matter.Record) {
	return func(r *matter.Record) {
		it := &r.Items[item]
		it.Status, it.MeetingStatus = "concluded", "closed"
		it.ConcludedAt, it.EffectiveAt = ptr(it.StartsAt.Add(time.Hour)), ptr(it.StartsAt.Add(2*time.Hour))
	}
}

func says(union int64, stance string) func(*matter.Record) { return saysIn(lsgItem, union, stance) }

func saysIn(item, union int64, stance string) func(*matter.Record) {
	return func(r *matter.Record) {
		r.Positions = append(r.Positions, matter.Position{ID: int64(len(r.Positions) + 1), ItemID: item, UnionID: union, UnionName: unionName[union], Stance: stance})
	}
}

func window(union int64, until clock.Date) func(*matter.Record) {
	return func(r *matter.Record) {
		for i := range r.Positions {
			if r.Positions[i].UnionID == union {
				r.Positions[i].WindowUntil = until
			}
		}
	}
}

// inFSG adds the FSG to the plan and sets the matter up there on 7 April, planned, with notice and papers in time.
func inFSG(r *matter.Record) {
	on := day(4, 7)
	r.Tracks = append(r.Tracks, matter.Track{ID: fsgTrack, Kind: matter.KindGroup, GroupID: fsg, GroupName: "FSG VO", ChairID: birgitta, ChairName: "Birgitta Ek",
		Mandatory: true, Origin: "plan"})
	r.Items = append(r.Items, matter.Item{ID: fsgItem, TrackID: fsgTrack, Class: matter.BeforeDecision, Status: "planned", MeetingID: fsgMeeting, GroupID: fsg,
		GroupName: "FSG VO", StartsAt: at(on, 9, 0), MeetingStatus: "planned"})
	r.Seats = append(r.Seats, matter.Seat{GroupID: fsg, UnionID: kommunal, UnionName: "Kommunal", PersonID: maria, Role: "union_rep", From: day(1, 1), Collective: true})
	r.Sent = append(r.Sent, matter.Sent{MeetingID: fsgMeeting, GroupID: fsg, UnionID: kommunal, Kind: "notice", At: at(notice, 9, 0)},
		matter.Sent{MeetingID: fsgMeeting, GroupID: fsg, UnionID: kommunal, Kind: "papers", ProposalNo: 1, At: at(papers, 16, 0)})
}

func negotiation(kind string, union int64, change ...func(*matter.Track)) func(*matter.Record) {
	return func(r *matter.Record) {
		t := matter.Track{ID: mblTrack, Kind: kind, UnionID: union, UnionName: unionName[union], Mandatory: kind != matter.KindMBL14, Origin: "request",
			RequestedAt: ptr(at(day(3, 20), 9, 0))}
		if kind == matter.KindMBL14 {
			t.ID, t.ProposalNo = centralTrack, r.Proposals[len(r.Proposals)-1].No
		}
		for _, f := range change {
			f(&t)
		}
		r.Tracks = append(r.Tracks, t)
	}
}

func ended(manner string, on clock.Date, until clock.Date) func(*matter.Track) {
	return func(t *matter.Track) {
		t.ClosedAt, t.CloseManner, t.ProposalNo, t.WindowUntil = ptr(at(on, 10, 0)), manner, 1, until
	}
}

// version adds the next version, laid out on 1 April; editorial ones may be objected to until 6 April.
func version(editorial bool, objections ...string) func(*matter.Record) {
	return func(r *matter.Record) {
		p := matter.Proposal{No: len(r.Proposals) + 1, Body: "Ändrat", Editorial: editorial, Objections: objections, CreatedAt: at(day(4, 1), 9, 0)}
		if editorial {
			p.ObjectionUntil = day(4, 6)
		}
		r.Proposals = append(r.Proposals, p)
	}
}

func withoutRisk(r *matter.Record) { r.Risks = nil }

func decided(deviation string, exception int64) func(*matter.Record) {
	return func(r *matter.Record) {
		r.Decisions = append(r.Decisions, matter.Decision{ID: int64(len(r.Decisions) + 1), ProposalNo: len(r.Proposals), Deviation: deviation, ExceptionID: exception,
			DecidedOn: treatment})
	}
}

// The people who ask.
var (
	asAmina = access.Actor{OrgID: 1, PersonID: amina, Role: access.Manager, Chairs: []int64{lsg}}
	asRep   = func(person, union int64) access.Actor {
		return access.Actor{OrgID: 1, PersonID: person, Role: access.UnionRep, Mandates: []access.Mandate{{Role: "union_rep", UnionID: union, GroupID: lsg}}}
	}
	asSubstitute = access.Actor{OrgID: 1, PersonID: substi, Role: access.UnionRep, Mandates: []access.Mandate{{Role: "union_substitute", UnionID: vision, GroupID: lsg}}}
)

// keys are the message keys of what is missing, in order; refusal is what err says, in the same form.
func keys(ms []matter.Missing) string {
	var ks []string
	for _, m := range ms {
		ks = append(ks, strings.TrimPrefix(m.Key, "matter."))
	}
	return strings.Join(ks, " ")
}

func refusal(err error) string {
	var blocked *matter.Blocked
	switch {
	case err == nil:
		return ""
	case errors.As(err, &blocked):
		return keys(blocked.Missing)
	}
	ks := []string{strings.TrimPrefix(fail.KeyOf(err), "matter.")}
	for _, f := range fail.Fields(err) {
		ks = append(ks, strings.TrimPrefix(f.Key, "matter."))
	}
	return strings.Join(ks, " ")
}

// row is one case of a rule: the record, the moment, and what the rule says.
type row[T any] struct {
	name string
	rec  matter.Record
	now  time.Time
	want T
}

// check runs the rows, and refuses two of the same name. The same moment twice says the same.
func check[T comparable](t *testing.T, rows []row[T], rule func(matter.Record, time.Time) T) {
	t.Helper()
	var names []string
	for _, c := range rows {
		if slices.Contains(names, c.name) {
			t.Errorf("two rows are called %q", c.name)
		}
		names = append(names, c.name)
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := rule(c.rec, c.now); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
