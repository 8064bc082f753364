package meeting

import (
	"context"
	"strings"

	"samverka/internal/i18n"
	"samverka/internal/meeting"
)

// ChangedSince says which §§ have changed since the reader read the minutes: "Ändrat sedan du läste: § 5".
func ChangedSince(ctx context.Context, p MinutesPage) string {
	var names []string
	for _, c := range p.Changes {
		names = append(names, changeShort(ctx, c))
	}
	return i18n.T(ctx, "minutes.changed.title", "Paragraphs", i18n.List(ctx, names))
}

func changeShort(ctx context.Context, c meeting.Change) string {
	if c.No == 0 {
		return i18n.T(ctx, "minutes.changed.addition")
	}
	return i18n.T(ctx, "meeting.doc.no", "No", c.No)
}

func changeName(ctx context.Context, c meeting.Change) string {
	return strings.TrimSpace(changeShort(ctx, c) + " " + c.Title)
}
