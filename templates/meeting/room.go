package meeting

import (
	"context"
	"strings"
	"time"

	"github.com/a-h/templ"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// script is what the page's script needs to know: where to listen, what it shows already, and its words.
func (p LivePage) script(ctx context.Context) templ.Attributes {
	a := script(ctx, p.Meeting)
	if p.CanRun {
		a["data-pen"] = Path(p.ID, "/penna")
	}
	if p.Current.ID != 0 {
		a["data-note"] = p.path("/anteckning")
		a["data-draft-key"] = strings.Join([]string{"samverka", number(p.Me), number(p.ID), number(p.Current.ID)}, ":")
	}
	return a
}

func script(ctx context.Context, m meeting.Meeting) templ.Attributes {
	return templ.Attributes{
		"data-stream": Path(m.ID, "/strom"), "data-version": number(m.LiveVersion),
		"data-say-offline": i18n.T(ctx, "live.say.offline"), "data-say-online": i18n.T(ctx, "live.say.online"),
		"data-say-new": i18n.T(ctx, "live.say.new"), "data-say-show": i18n.T(ctx, "live.say.show"),
		"data-say-kept": i18n.T(ctx, "live.say.kept"), "data-say-saving": i18n.T(ctx, "live.say.saving"),
		"data-say-conflict": i18n.T(ctx, "live.say.conflict"), "data-say-lost": i18n.T(ctx, "live.say.lost"),
		"data-say-five": i18n.T(ctx, "live.say.five"), "data-say-one": i18n.T(ctx, "live.say.one"),
		"data-say-mine": i18n.T(ctx, "live.say.mine"), "data-say-theirs": i18n.T(ctx, "live.say.theirs"),
	}
}

// writer is who has the pen now; 0: nobody.
func (p LivePage) writer() int64 { return p.Writer(p.Now) }

// writes reports whether the reader may write in the notes now.
func (p LivePage) writes() bool { return p.CanRun && p.CanWrite(p.Me, p.Now) == nil }

func (p LivePage) today() clock.Date { return clock.DateOf(p.Now) }

// here is the page itself, on the item that it shows.
func (p LivePage) here() string {
	if p.Current.ID == 0 {
		return Path(p.ID, "/lage")
	}
	return Path(p.ID, "/lage?punkt="+number(p.Current.ID))
}

// changed says when something last happened in the meeting.
func (p LivePage) changed(ctx context.Context) string {
	if p.ChangedAt == nil {
		return ""
	}
	return i18n.T(ctx, "live.item.changed", "Time", i18n.Time(ctx, *p.ChangedAt))
}

// elsewhere is the item that the meeting is at, when the page shows another.
func (p LivePage) elsewhere() (meeting.Item, bool) {
	now, ok := OpenItem(p.Record)
	return now, ok && now.ID != p.Current.ID && p.Current.Status != "open"
}

// OpenItem is the item that the meeting is at: of those that are open, the one that was opened last.
func OpenItem(r meeting.Record) (now meeting.Item, ok bool) {
	for _, it := range r.Items {
		if it.Status == "open" && it.OpenedAt != nil && (!ok || it.OpenedAt.After(*now.OpenedAt)) {
			now, ok = it, true
		}
	}
	return now, ok
}

// timer is how long the meeting has gone on.
func (p LivePage) timer(ctx context.Context) ui.TimerProps {
	return timer(ctx, i18n.T(ctx, "live.time.meeting"), p.OpenedAt, p.ClosedAt, p.Now, 0)
}

// itemTimer is how long the item has been treated, of the time that it was given.
func (p LivePage) itemTimer(ctx context.Context) ui.TimerProps {
	if p.Current.OpenedAt == nil {
		return ui.TimerProps{Label: i18n.T(ctx, "live.time.planned"), Text: i18n.Minutes(ctx, p.Current.MinutesPlanned)}
	}
	return timer(ctx, i18n.T(ctx, "live.time.item", "Planned", p.Current.MinutesPlanned), p.Current.OpenedAt, p.Current.EndedAt, p.Now, p.Current.MinutesPlanned)
}

func timer(ctx context.Context, label string, from, to *time.Time, now time.Time, planned int) ui.TimerProps {
	t := ui.TimerProps{Label: label, Planned: planned}
	switch {
	case from == nil:
		return t
	case to == nil:
		t.Since = from.Unix()
		to = &now
	}
	t.Text = i18n.Minutes(ctx, max(0, int(to.Sub(*from)/time.Minute)))
	return t
}

// merged sends the notes with the reader's draft after them.
func (p LivePage) merged(d meeting.Draft) []ui.Hidden {
	note := strings.TrimSpace(p.Current.Note + "\n\n" + d.Note)
	return []ui.Hidden{{Name: "note", Value: note}, {Name: "version", Value: number(int64(p.Current.NoteVersion))}}
}
