package apt

import (
	"context"
	"fmt"

	"samverka/internal/apt"
	"samverka/internal/i18n"
	"samverka/templates/ui"
)

// NotesPage is the notes, and what their reader may do.
type NotesPage struct {
	ShowPage
	Me int64 // the reader's person

	SeesWeedings bool
	Doc          apt.Notes
}

// asked reports whether the reader is the one to tell what came of the item.
func (p NotesPage) asked(it apt.Item) bool {
	return (it.Outcome == apt.ManagerDecides && p.CanRun || it.Outcome == apt.LevelUp && it.AnswerID == p.Me) && p.Status != apt.Cancelled && p.Doc.Weeded == nil
}

func (p NotesPage) draftPanel(ctx context.Context) ui.PanelProps {
	panel := ui.PanelProps{ID: "utkast", State: ui.PanelRemarks, Label: i18n.T(ctx, "apt.doc.draft"), Heading: i18n.T(ctx, "apt.doc.not_held"),
		Why: i18n.T(ctx, "apt.help.notes"), Source: i18n.T(ctx, "apt.help.notes_source")}
	if p.Status == apt.Held {
		panel.Heading, panel.Text = i18n.T(ctx, "apt.doc.ready"), i18n.N(ctx, "apt.doc.ready_text", p.Staff)
		for _, it := range p.Unended() {
			panel.Remarks = append(panel.Remarks, i18n.T(ctx, "apt.doc.unended", "Title", it.Title))
		}
	}
	return panel
}

func (p NotesPage) docFacts(ctx context.Context) []ui.SummaryRow {
	rows := []ui.SummaryRow{}
	for i, s := range p.Doc.Sittings {
		label := i18n.T(ctx, "apt.doc.when")
		if len(p.Doc.Sittings) > 1 {
			label = i18n.T(ctx, "apt.plan.sitting", "No", i+1)
		}
		text := i18n.LongDate(ctx, s.StartsAt) + " " + i18n.TimeRange(ctx, s.StartsAt, s.EndsAt)
		if s.Place != "" {
			text += ", " + s.Place
		}
		if s.Attended != nil {
			text += " · " + i18n.N(ctx, "apt.show.attended", *s.Attended)
		}
		rows = append(rows, ui.SummaryRow{Key: label, Value: text})
	}
	rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "apt.doc.lead"), Value: p.Doc.Lead})
	if p.Doc.PublishedAt != nil {
		text := i18n.Date(ctx, *p.Doc.PublishedAt)
		if p.Doc.ChangedAt != nil {
			text += " · " + i18n.T(ctx, "apt.doc.changed", "Date", i18n.Date(ctx, *p.Doc.ChangedAt))
		}
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "apt.doc.published"), Value: text})
	}
	return rows
}

// outcomeText is an outcome as the notes say it: "Chefen beslutar: tar in pris på ljudplattor".
func (p NotesPage) outcomeText(ctx context.Context, it apt.NotesItem) string {
	text := say(ctx, outcomeKeys, it.Outcome)
	if it.OutcomeText != "" {
		text += ": " + it.OutcomeText
	}
	return text
}

// questionMeta says which item a question is about, and when it was asked; never by whom.
func (p NotesPage) questionMeta(ctx context.Context, q apt.Question) string {
	text := i18n.Date(ctx, q.AskedOn)
	if it, ok := p.Item(q.ItemID); ok {
		text = it.Title + " · " + text
	}
	return text
}

func (p NotesPage) itemOptions() []ui.Option {
	var all []ui.Option
	for _, it := range p.Doc.Items {
		all = append(all, ui.Option{Value: number(it.ID), Label: fmt.Sprintf("%d. %s", it.No, it.Title), Selected: p.Sent.Value("apt-ask", "item", "") == number(it.ID)})
	}
	return all
}

// WeededText says what was weeded of an APT: "Minnesanteckningarna gallrades 12 november 2026 enligt Dokumenthanteringsplan 4.2."
func WeededText(ctx context.Context, w apt.Weeded) string {
	key := "retention.weeded.apt_notes"
	switch w.Kind {
	case "apt_questions":
		key = "retention.weeded.apt_questions"
	case "apt_marks":
		key = "retention.weeded.apt_marks"
	}
	return i18n.T(ctx, key, "Date", i18n.Date(ctx, w.At), "Source", w.Source)
}
