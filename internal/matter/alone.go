package matter

import (
	"fmt"
	"slices"
	"time"

	"samverka/internal/fail"
)

// CanConcludeAlone refuses with *Blocked unless samverkan about the matter may be concluded in the treatment although no
// organisation came: every entitled organisation was duly called to this meeting and to an earlier one that treated the same
// track, and is noted as absent from both. Otherwise a track that nobody comes to would stand still for ever. The chair
// proposes it with the reason, and HR confirms it (handbook 4.4).
func (r Record) CanConcludeAlone(it Item, now time.Time) error {
	track := Track{ID: it.TrackID}
	newest, ok := r.latest(track)
	switch {
	case it.Class != BeforeDecision || it.TrackID == 0 || it.OpenedAt == nil || it.Status != "open":
		return fail.New(fail.Invalid, "matter.error.not_open")
	case !ok || newest.ID != it.ID:
		return fail.New(fail.Invalid, "matter.error.treated_since")
	}
	ms := r.unready(it)
	us := r.Entitled(it.GroupID, it.Day())
	for _, u := range us {
		ms = append(ms, r.stayedAway(it, u)...)
	}
	if !slices.ContainsFunc(r.Items, func(x Item) bool { return r.emptyBefore(x, it, us) }) {
		ms = append(ms, Missing{Key: "matter.alone.once", Link: r.path("/mote"), Action: "matter.gate.do_set_up", Source: absentSource})
	}
	ms = append(ms, r.unordered(it)...)
	if len(ms) > 0 {
		return &Blocked{ms}
	}
	return nil
}

const absentSource = "Avtalet: kallelse; handboken 4.4"

// Empty reports whether the treatment was one to which every entitled organisation was duly called, and none came.
func (r Record) Empty(it Item) bool {
	us := r.Entitled(it.GroupID, it.Day())
	return it.Class == BeforeDecision && it.OpenedAt != nil && it.ProposalNo >= r.baseNo() && len(us) > 0 &&
		!slices.ContainsFunc(us, func(u Union) bool { return len(r.stayedAway(it, u)) > 0 })
}

// emptyBefore reports whether x is an earlier treatment of the track without any organisation, to which those of now were
// called as well.
func (r Record) emptyBefore(x, it Item, us []Union) bool {
	return x.TrackID == it.TrackID && x.MeetingStatus == "closed" && x.StartsAt.Before(it.StartsAt) && x.ConcludedAt == nil && r.Empty(x) &&
		!slices.ContainsFunc(us, func(u Union) bool { return len(r.stayedAway(x, u)) > 0 })
}

// stayedAway lists why the organisation does not count as duly called and absent.
func (r Record) stayedAway(it Item, u Union) []Missing {
	ms := r.owedTo(it, u)
	add := func(key, source string, args ...any) {
		ms = append(ms, Missing{Key: key, Args: append([]any{"Union", u.Name, "Date", it.Day().String()}, args...), Who: u.Name, Source: source})
	}
	if by := r.meetingRules(it).NoticeBy(it.Day(), it.Extra); r.called(it, u.ID) && !r.calledBy(it, u.ID, by.Add(1).At(0, 0)) {
		add("matter.alone.late_notice", "Avtalet: kallelse", "By", by.String())
	}
	switch {
	case r.heard(it, u):
		add("matter.alone.heard", absentSource)
	case !r.noted(it, u.ID):
		add("matter.alone.not_noted", absentSource)
	}
	return ms
}

// calledBy reports whether the union had the notice of the item's meeting before the moment.
func (r Record) calledBy(it Item, unionID int64, end time.Time) bool {
	return slices.ContainsFunc(r.Sent, func(s Sent) bool {
		return s.Kind == "notice" && s.MeetingID == it.MeetingID && s.UnionID == unionID && s.At.Before(end)
	})
}

// noted reports whether somebody who represents the union stands as absent on the attendance list.
func (r Record) noted(it Item, unionID int64) bool {
	return slices.ContainsFunc(r.Attendance, func(a Attendance) bool {
		return a.MeetingID == it.MeetingID && a.Presence == "absent" && slices.ContainsFunc(r.Seats, func(s Seat) bool {
			return s.PersonID == a.PersonID && s.UnionID == unionID && s.GroupID == it.GroupID && s.holds(it.Day())
		})
	})
}

// missingAlone says what a group still owes in which nobody came to the newest treatment: a second call, the chair's
// proposal, or HR's confirmation. false: somebody came.
func (r Record) missingAlone(t Track, it Item, now time.Time) (Missing, bool) {
	m := Missing{Args: []any{"Group", t.GroupName, "Date", it.Day().String()}, Who: t.ChairName, Link: alonePath(it), Action: "matter.gate.see_alone", Source: absentSource}
	switch {
	case it.ConcludedAt != nil || !r.Empty(it):
		return m, false
	case it.AloneAt != nil:
		m.Key, m.Who = "matter.gate.alone_confirm", "HR"
	case r.CanConcludeAlone(it, now) == nil:
		m.Key = "matter.gate.alone_propose"
	case it.MeetingStatus == "closed" && it.Status == "open":
		m.Key, m.Link, m.Action = "matter.gate.alone_recall", r.setUpPath(t), "matter.gate.do_set_up"
	default:
		return m, false
	}
	return m, true
}

func alonePath(it Item) string {
	return fmt.Sprintf("/moten/%d/punkter/%d/utan-organisation", it.MeetingID, it.ID)
}

// EmptyTreatments are the item's own treatment and the earlier ones of its track to which nobody came, oldest first.
func (r Record) EmptyTreatments(it Item) []Item {
	us := r.Entitled(it.GroupID, it.Day())
	return slices.DeleteFunc(slices.Clone(r.Items), func(x Item) bool { return !(x.ID == it.ID && r.Empty(x)) && !r.emptyBefore(x, it, us) })
}

// CalledAt is when the union had the notice of the item's meeting; the zero time: never.
func (r Record) CalledAt(it Item, unionID int64) (at time.Time) {
	for _, s := range r.Sent {
		if s.Kind == "notice" && s.MeetingID == it.MeetingID && s.UnionID == unionID && (at.IsZero() || s.At.Before(at)) {
			at = s.At
		}
	}
	return at
}
