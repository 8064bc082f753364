package meeting

import (
	"context"
	"strings"

	"samverka/internal/i18n"
	"samverka/templates/ui"
)

func (p LivePage) attendanceTitle(ctx context.Context) string {
	present, total := p.present()
	return i18n.T(ctx, "meeting.attendance.title", "Present", present, "Total", total)
}

// timeField is one of a row's times. In the attendance form names are unique on the page, so they are ids too.
func (p LivePage) timeField(prefix string, s seat, label, otherwise string) ui.FieldProps {
	name := prefix + number(s.PersonID)
	return ui.FieldProps{Name: name, Label: label, Value: p.Sent.value("attendance", name, otherwise), Error: p.Sent.Why.Errors.For(name)}
}

// timesOpen reports whether the row's times are worth seeing at once.
func (p LivePage) timesOpen(s seat) bool {
	id := number(s.PersonID)
	return s.ArrivedAt != nil || s.LeftAt != nil || s.ReplacesID != 0 || p.Sent.Why.Errors.For("in_"+id) != "" || p.Sent.Why.Errors.For("out_"+id) != ""
}

func (p LivePage) guestField(name, label, hint string) ui.FieldProps {
	return ui.FieldProps{Name: name, Label: label, Hint: hint, Value: p.Sent.value("attendance", name, ""), Error: p.Sent.Why.Errors.For(name)}
}

func (p LivePage) guestPresence(ctx context.Context) []ui.Option {
	return options([]string{"in_person", "remote"}, func(v string) string { return say(ctx, presenceKeys, v) }, p.Sent.value("attendance", "guest_presence", "in_person"))
}

func (p LivePage) guestReplaces() []ui.Option {
	var all []ui.Option
	for _, s := range p.people() {
		all = append(all, ui.Option{Value: number(s.PersonID), Label: s.Name, Selected: p.Sent.value("attendance", "guest_replaces", "") == number(s.PersonID)})
	}
	return all
}

// guestOpen reports whether something stands in the guest's row.
func (p LivePage) guestOpen() bool { return p.Sent.value("attendance", "guest", "") != "" }

// presentText says how and when somebody takes part, and for whom.
func (p LivePage) presentText(ctx context.Context, s seat) string {
	parts := []string{say(ctx, presenceKeys, s.Presence)}
	if s.Presence != "absent" {
		if s.ArrivedAt != nil {
			parts = append(parts, i18n.T(ctx, "meeting.doc.from", "Time", i18n.Time(ctx, *s.ArrivedAt)))
		}
		if s.LeftAt != nil {
			parts = append(parts, i18n.T(ctx, "meeting.doc.to", "Time", i18n.Time(ctx, *s.LeftAt)))
		}
		if s.ReplacesName != "" {
			parts = append(parts, i18n.T(ctx, "meeting.doc.replaces", "Name", s.ReplacesName))
		}
	}
	return strings.Join(parts, ", ")
}
