package meeting

import (
	"context"
	"strings"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	matters "samverka/templates/matter"
	"samverka/templates/ui"
)

// AlonePage is where samverkan that nobody comes to is concluded by two: the chair proposes, HR answers.
type AlonePage struct {
	meeting.Page
	Item    meeting.Item
	Matter  matter.Record
	IsChair bool
	Answers bool // the reader is HR, and a proposal waits for their answer
	Can     bool
	Missing []matter.Missing
	Sent    Sent
}

func (p AlonePage) path(part string) string {
	return ItemPath(p.ID, p.Item.ID, "/utan-organisation"+part)
}

// occasions are the meetings to which nobody came, with who was called when.
func (p AlonePage) occasions(ctx context.Context) []ui.SummaryRow {
	it, _ := p.Matter.Item(p.Item.ID)
	var rows []ui.SummaryRow
	for _, x := range p.Matter.EmptyTreatments(it) {
		var lines []string
		for _, u := range p.Matter.Entitled(x.GroupID, x.Day()) {
			lines = append(lines, i18n.T(ctx, "meeting.alone.called", "Union", u.Name, "Date", i18n.Date(ctx, p.Matter.CalledAt(x, u.ID))))
		}
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "meeting.alone.occasion", "Group", x.GroupName, "Date", i18n.Date(ctx, x.StartsAt)), Value: strings.Join(lines, "\n"),
			Href: ItemPath(x.MeetingID, x.ID, ""), Link: i18n.T(ctx, "meeting.alone.see")})
	}
	return rows
}

// missing is why the chair cannot propose it yet.
func (p AlonePage) missing(ctx context.Context) ui.PanelProps {
	return ui.PanelProps{ID: "hinder", State: ui.PanelNotYet, Label: i18n.T(ctx, "meeting.alone.label"), Heading: i18n.N(ctx, "meeting.live.blocked", len(p.Missing)),
		Missing: matters.Items(ctx, p.Missing, nil), Why: i18n.T(ctx, "meeting.alone.why"), Source: i18n.T(ctx, "meeting.alone.source")}
}

// open reports whether the item can still be concluded in this way, now or when more is done.
func (p AlonePage) open() bool { return p.Item.ConcludedAt == nil && (p.Can || len(p.Missing) > 0) }

// AloneLines are what the minutes and the screens say of it.
func AloneLines(ctx context.Context, a meeting.Lonely) []string {
	if a.ConfirmedAt == nil {
		return []string{i18n.T(ctx, "meeting.doc.alone_proposed", "Name", a.By), i18n.T(ctx, "meeting.doc.reason", "Reason", a.Reason)}
	}
	return []string{i18n.T(ctx, "meeting.doc.alone_confirmed", "Name", a.By, "HR", a.Confirmed, "When", i18n.DateTime(ctx, *a.ConfirmedAt)),
		i18n.T(ctx, "meeting.doc.reason", "Reason", a.Reason)}
}
