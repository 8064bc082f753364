package meeting

import (
	"context"
	"strings"

	"samverka/internal/i18n"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// ExcerptPage lets one choose §§ and shows them.
type ExcerptPage struct {
	MinutesPage
	Choices []ui.Option
	Chosen  bool
	File    string
}

// Attended is who was there, in one line.
func Attended(ctx context.Context, c meeting.Content) string {
	var all []string
	for _, x := range c.Present {
		all = append(all, x.Name+" ("+Presentee(ctx, x, true)+")")
	}
	if len(all) == 0 {
		return i18n.T(ctx, "minutes.excerpt.nobody")
	}
	return i18n.T(ctx, "minutes.excerpt.present", "People", strings.Join(all, "; "))
}

// ExcerptOf says what the excerpt is taken from.
func ExcerptOf(ctx context.Context, p MinutesPage) string {
	if p.Signed == "" {
		return i18n.T(ctx, "minutes.excerpt.unapproved")
	}
	return i18n.T(ctx, "minutes.excerpt.of", "Date", i18n.Date(ctx, *p.Minutes.ApprovedAt), "Digest", p.Signed)
}
