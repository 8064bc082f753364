package server

import (
	"slices"

	"samverka/internal/access"
	"samverka/internal/matter"
	"samverka/internal/meeting"
)

// insider reports whether the actor follows the meeting as it goes. Others know of it by its agenda, and by its minutes once
// they are approved: employees, and managers whose units the group covers without being in it (handbook 2).
func insider(who access.Actor, rec meeting.Record) bool { return rec.Inside(who) }

// follows reports whether the actor may see the meeting while it goes on.
func follows(who access.Actor, rec meeting.Record) bool {
	return insider(who, rec) && who.Role != access.Negotiator
}

// reads reports whether the actor may read the papers of a matter on the agenda, as the matter's own page judges it.
func reads(who access.Actor, rec meeting.Record, matterID int64) bool {
	m, ok := rec.Matter(matterID)
	if !ok || !insider(who, rec) {
		return false
	}
	switch who.Role {
	case access.Manager:
		return who.InGroup(rec.GroupID) || m.OwnerID == who.PersonID || slices.ContainsFunc(m.Units, func(u matter.Unit) bool { return slices.Contains(who.Units, u.ID) })
	case access.Negotiator:
		return len(m.Exceptions) > 0 || slices.ContainsFunc(m.Tracks, func(t matter.Track) bool { return t.Negotiation() })
	}
	return true
}
