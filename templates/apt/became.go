package apt

import (
	"context"

	"samverka/internal/apt"
	"samverka/internal/i18n"
)

// Line is one thing that came of an item.
type Line struct{ Text, Href, Meta string }

// Became lists what came of an item beyond the APT: the matter and how far it has come, the answer, the next APT. Matters
// are links for those who may open them.
func Became(ctx context.Context, p apt.Page, it apt.Item, links bool) []Line {
	var all []Line
	if m, ok := p.Matter(it.MatterID); ok {
		l := Line{Text: m.Number, Meta: say(ctx, matterKeys, m.Status)}
		if links {
			l.Href = "/arenden/" + number(m.ID)
		}
		if m.Title != "" {
			l.Text += " " + m.Title
		}
		if !m.DecidedOn.IsZero() {
			l.Meta = i18n.T(ctx, "apt.matter.decided", "Date", i18n.Date(ctx, m.DecidedOn))
		}
		all = append(all, l)
	}
	switch {
	case it.Result != "" && it.ResultAt != nil:
		all = append(all, Line{Text: it.Result, Meta: i18n.T(ctx, "apt.became.answered", "Name", it.AnswerName, "Date", i18n.Date(ctx, *it.ResultAt))})
	case it.AnswerID != 0:
		all = append(all, Line{Text: i18n.T(ctx, "apt.became.waits", "Name", it.AnswerName)})
	}
	for _, c := range p.Carried {
		if c.From == it.ID {
			all = append(all, Line{Text: i18n.T(ctx, "apt.became.carried", "Date", i18n.Date(ctx, c.StartsAt)), Href: Path(c.APTID, "")})
		}
	}
	return all
}
