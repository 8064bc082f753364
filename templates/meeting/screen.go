package meeting

import (
	"context"
	"time"

	"github.com/a-h/templ"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// ScreenPage is the second screen. It holds nothing but what everybody in the room may read: no notes, no names, no title of
// a matter under secrecy, and no position before the conclusion.
type ScreenPage struct {
	ID      int64
	Name    string
	Clock   string
	Title   string // of the item at hand
	Outcome string // once it is concluded
	Item    ui.TimerProps
	Total   ui.TimerProps
	Items   []ScreenItem
	live    meeting.Meeting
}

// ScreenItem is one line of the agenda.
type ScreenItem struct {
	Title string
	State string
	Now   bool
}

// ScreenOf picks out of the record what may be shown.
func ScreenOf(ctx context.Context, r meeting.Record, now time.Time) ScreenPage {
	p := ScreenPage{ID: r.ID, Name: Name(ctx, r.Meeting), Clock: i18n.Time(ctx, now), live: meeting.Meeting{ID: r.ID, LiveVersion: r.LiveVersion},
		Total: timer(ctx, i18n.T(ctx, "live.time.meeting"), r.OpenedAt, r.ClosedAt, now, 0)}
	at := shown(r)
	for _, it := range r.Items {
		x := ScreenItem{Title: publicTitle(ctx, r, it), Now: it.ID == at.ID}
		if it.Status != "planned" {
			x.State = say(ctx, itemStates, it.Status)
		}
		if x.Now {
			p.Title = x.Title
			p.Outcome = outcomeOf(ctx, r, it)
			if it.OpenedAt != nil {
				p.Item = timer(ctx, i18n.T(ctx, "live.time.item", "Planned", it.MinutesPlanned), it.OpenedAt, it.EndedAt, now, it.MinutesPlanned)
			}
		}
		p.Items = append(p.Items, x)
	}
	return p
}

// shown is the item that the meeting is at; between two items the one that ended last, before the first the first.
func shown(r meeting.Record) meeting.Item {
	if it, ok := OpenItem(r); ok {
		return it
	}
	var at meeting.Item
	for _, it := range r.Items {
		if it.EndedAt != nil && (at.EndedAt == nil || !it.EndedAt.Before(*at.EndedAt)) {
			at = it
		}
	}
	if at.ID == 0 && len(r.Items) > 0 {
		return r.Items[0]
	}
	return at
}

// publicTitle hides what is under secrecy.
func publicTitle(ctx context.Context, r meeting.Record, it meeting.Item) string {
	m, known := r.Matter(it.MatterID)
	switch {
	case r.SecrecyOf(it) == "":
		return it.Title
	case known:
		return i18n.T(ctx, "meeting.doc.matter", "Number", m.Number)
	}
	return i18n.T(ctx, "meeting.secret.item", "Law", it.Secrecy)
}

// outcomeOf is what came of an item that has ended.
func outcomeOf(ctx context.Context, r meeting.Record, it meeting.Item) string {
	switch it.Status {
	case "tabled":
		return i18n.T(ctx, "live.screen.tabled", "Date", i18n.Date(ctx, it.TabledTo))
	case "handled":
		return i18n.T(ctx, "meeting.doc.handled")
	case "concluded":
		m, _ := r.Matter(it.MatterID)
		for _, x := range m.Positions {
			if x.ItemID == it.ID && x.Stance == matter.Disagrees {
				return i18n.T(ctx, "meeting.doc.disagreed")
			}
		}
		if it.AloneConfirmedAt != nil {
			return i18n.T(ctx, "meeting.doc.alone")
		}
		return i18n.T(ctx, "meeting.doc.agreed")
	}
	return ""
}

func (p ScreenPage) script(ctx context.Context) templ.Attributes { return script(ctx, p.live) }
