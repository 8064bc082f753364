package meeting

import (
	"slices"
	"time"

	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// Frozen reports whether what stands on the agenda is fixed: the notice has gone out, and those who were called have read it.
// The order may still change (handbook 5.2; SKR: the notice names the last day for items).
func (r Record) Frozen() bool { return r.NoticeAt != nil }

// ItemsBy is the last day to propose items for the meeting.
func (r Record) ItemsBy() clock.Date { return r.Agreement.ItemsBy(r.Day(), r.Extra) }

// Late reports whether an item that is added today comes late: after the notice, or after the last day for items.
func (r Record) Late(today clock.Date) bool { return r.Frozen() || today.After(r.ItemsBy()) }

// lateWarnings ask why an item is added late.
func (r Record) lateWarnings(today clock.Date) []fail.Warning {
	switch {
	case r.Frozen():
		return []fail.Warning{{Key: "meeting.warn.after_notice", Source: "Avtalet: sista dag för punkter"}}
	case r.Late(today):
		return []fail.Warning{{Key: "agenda.warn.late", Args: []any{"Last", r.ItemsBy().String()}, Source: "Avtalet: sista dag för punkter"}}
	}
	return nil
}

// setUpWarnings ask why a matter is treated after its planned decision, added late, or treated as something else than the
// notice said.
func (r Record) setUpWarnings(m matter.Record, class string, today clock.Date) []fail.Warning {
	var ws []fail.Warning
	if class == matter.BeforeDecision && r.Day().After(m.PlannedDecision) {
		ws = append(ws, fail.Warning{Key: "meeting.warn.after_decision", Args: []any{"Date", r.Day().String(), "Planned", m.PlannedDecision.String()}, Source: "MBL 11 §"})
	}
	i := slices.IndexFunc(r.Items, func(it Item) bool { return it.MatterID == m.ID })
	switch {
	case i < 0:
		ws = append(ws, r.lateWarnings(today)...)
	case r.Frozen() && r.Items[i].Class != class:
		ws = append(ws, fail.Warning{Key: "agenda.warn.reclassed", Source: "Avtalet: kallelse"})
	}
	return ws
}

// CanRemove says why the item may not be taken off the agenda; nil: it may. A request under AML 6:6a never may, unless it is
// taken back: the committee treats it. What the notice named stays, and is tabled at the meeting if need be.
func (r Record) CanRemove(it Item) error {
	switch {
	case it.RequestID != 0 && !it.RequestWithdrawn:
		return fail.New(fail.Invalid, "agenda.error.request_stays")
	case r.Frozen() && it.LateAt == nil && !it.RequestWithdrawn:
		return fail.New(fail.Invalid, "agenda.error.frozen")
	case r.Status != "planned":
		return fail.New(fail.Invalid, "meeting.error.status")
	case it.Status != "planned" || it.MatterID != 0 && r.sentPapers(it):
		return fail.New(fail.Invalid, "meeting.error.item_sent")
	}
	return nil
}

// sentPapers reports whether papers about the item have gone out.
func (r Record) sentPapers(it Item) bool {
	m, _ := r.Matter(it.MatterID)
	return slices.ContainsFunc(m.Sent, func(s matter.Sent) bool { return s.Kind == "papers" && s.MeetingID == r.ID })
}

// Time is the agenda's time in all beside the meeting's, in minutes.
type Time struct{ Planned, Room int }

// Over is by how much the agenda is too long; 0: there is time enough.
func (t Time) Over() int { return max(0, t.Planned-t.Room) }

// Time adds up the agenda. What is treated together with another item has its time there.
func (r Record) Time() Time {
	t := Time{Room: int(r.EndsAt.Sub(r.StartsAt) / time.Minute)}
	for _, it := range r.Items {
		if it.TogetherID == 0 {
			t.Planned += it.MinutesPlanned
		}
	}
	return t
}

// Expected is about when the item comes up, if those before it take the time that is planned.
func (r Record) Expected(itemID int64) time.Time {
	at := r.StartsAt
	for _, it := range r.Items {
		if it.ID == itemID {
			return at
		}
		if it.TogetherID == 0 {
			at = at.Add(time.Duration(it.MinutesPlanned) * time.Minute)
		}
	}
	return at
}
