package meeting

import (
	"context"
	"io"

	"github.com/a-h/templ"

	"samverka/internal/i18n"
	"samverka/templates/ui"
)

func noticeFacts(ctx context.Context, p NoticePage) []ui.SummaryRow {
	rows := []ui.SummaryRow{{Key: i18n.T(ctx, "meeting.doc.date"), Value: i18n.LongDate(ctx, p.Day())},
		{Key: i18n.T(ctx, "meeting.doc.time"), Value: i18n.TimeRange(ctx, p.StartsAt, p.EndsAt)}}
	if p.Place != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "meeting.doc.place"), Value: p.Place})
	}
	rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "meeting.doc.chair"), Value: p.ChairName})
	if p.Extra {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "meeting.doc.kind"), Value: i18n.T(ctx, "meeting.extra")})
	}
	return append(rows, ui.SummaryRow{Key: i18n.T(ctx, "meeting.notice.papers"), Value: i18n.T(ctx, "meeting.notice.papers_by", "Date", i18n.Date(ctx, p.Agreement.PapersBy(p.Day(), p.Extra)))})
}

// body is the notice in the organisation's language, whatever the reader's.
func (p NoticePage) body() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return noticeBody(p).Render(i18n.With(ctx, i18n.Swedish), w)
	})
}
