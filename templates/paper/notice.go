package paper

import (
	"context"
	"strconv"

	"samverka/internal/document"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/meeting"
)

// Notice is the kallelse with its agenda.
func Notice(ctx context.Context, p meeting.NoticePage, l Look) document.Doc {
	ctx = swedish(ctx)
	heading := i18n.T(ctx, "meeting.notice.title", "Group", p.GroupName)
	title := heading + ", " + i18n.Date(ctx, p.Day())
	d := sheet(l, heading, title, title)
	state := i18n.T(ctx, "meeting.notice.draft")
	if p.NoticeAt != nil {
		state, d.Created = i18n.T(ctx, "meeting.notice.sent", "Date", i18n.Date(ctx, *p.NoticeAt)), *p.NoticeAt
	}
	d.Footer = state
	d.Blocks = append(d.Blocks, facts(meeting.NoticeFacts(ctx, p)), document.Heading{Level: 2, Text: i18n.T(ctx, "meeting.agenda.title")})
	d.Blocks = append(d.Blocks, agenda(ctx, p)...)
	d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: i18n.T(ctx, "meeting.notice.called")})
	var called document.List
	for _, m := range meeting.Called(ctx, p.Record) {
		called.Items = append(called.Items, m.Text+", "+m.Detail)
	}
	if len(called.Items) == 0 {
		d.Blocks = append(d.Blocks, document.Paragraph{Text: i18n.T(ctx, "meeting.doc.nobody")})
	}
	d.Blocks = append(d.Blocks, called, document.Paragraph{Text: i18n.T(ctx, "meeting.notice.absent")})
	return d
}

// NoticeName is what the notice's file is called, without its ending.
func NoticeName(ctx context.Context, p meeting.NoticePage) string {
	return i18n.T(swedish(ctx), "paper.file.notice", "Group", p.GroupName, "Date", p.Day().String())
}

func agenda(ctx context.Context, p meeting.NoticePage) []document.Block {
	if len(p.Items) == 0 {
		return said(i18n.T(ctx, "paper.agenda.empty"))
	}
	t := document.Table{Header: []string{i18n.T(ctx, "paper.agenda.no"), i18n.T(ctx, "paper.agenda.item"), i18n.T(ctx, "paper.agenda.class"), i18n.T(ctx, "paper.agenda.time")}}
	for i, it := range p.Items {
		class, time := "", ""
		if it.Class != matter.Standing {
			class = meeting.Class(ctx, it.Class)
		}
		if it.MinutesPlanned > 0 {
			time = i18n.Minutes(ctx, it.MinutesPlanned)
		}
		t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), it.Title, class, time})
	}
	return []document.Block{t}
}
