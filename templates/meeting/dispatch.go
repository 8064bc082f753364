package meeting

import (
	"context"
	"strconv"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// mailLabels say what became of a mail; what came to nothing stands out.
var mailLabels = map[string]struct {
	key  string
	tone ui.Tone
}{
	"queued": {"notify.state.queued", ui.Info}, "sending": {"notify.state.sending", ui.Info}, "sent": {"notify.state.sent", ui.Success},
	"failed": {"notify.state.failed", ui.Danger}, "unclear": {"notify.state.unclear", ui.Warning}, "kept": {"notify.state.kept", ui.Neutral},
	"digest": {"meeting.mail.digest", ui.Info}, "gathered": {"meeting.mail.gathered", ui.Success}, "off": {"meeting.mail.off", ui.Neutral},
	"bounced": {"meeting.mail.bounced", ui.Danger}, "": {"meeting.mail.none", ui.Neutral},
}

// lost are the states in which a mail did not come through, or nobody knows.
func lost(state string) bool {
	return state == "failed" || state == "bounced" || state == "unclear"
}

// summary is the line that a dispatch is known by: what, when, how many have read.
func (p ShowPage) summary(ctx context.Context, d meeting.Dispatch) string {
	return say(ctx, dispatchKeys, d.Kind) + " " + i18n.DateTime(ctx, d.SentAt)
}

// circumstances say who sent it, how long before the meeting, and what the agreement says when that was late.
func (p ShowPage) circumstances(ctx context.Context, d meeting.Dispatch) []string {
	days := clock.DateOf(d.SentAt).DaysUntil(p.Day())
	line := d.SenderName + ". " + i18n.N(ctx, "meeting.sent.before", days)
	by := p.Agreement.NoticeBy(p.Day(), p.Extra)
	if d.Kind == "papers" {
		by = p.Agreement.PapersBy(p.Day(), p.Extra)
	}
	if d.Kind != "reminder" && clock.DateOf(d.SentAt).After(by) {
		line += " " + i18n.N(ctx, "meeting.sent.agreed", by.DaysUntil(p.Day()))
	}
	lines := []string{line, i18n.T(ctx, "meeting.dispatch.read", "Read", d.Read, "Recipients", d.Recipients)}
	if d.Reason != "" {
		lines = append(lines, i18n.T(ctx, "meeting.dispatch.reason", "Reason", d.Reason))
	}
	return lines
}

// papers says what a dispatch held, and what was new in it.
func (p ShowPage) papers(ctx context.Context, d meeting.Dispatch) (lines []string) {
	first := len(p.Papers) > 0 && p.Papers[0].DispatchID == d.ID
	for _, x := range p.Papers {
		it, ok := p.Item(x.ItemID)
		if x.DispatchID != d.ID || !ok {
			continue
		}
		switch {
		case x.Before == 0 && !first:
			lines = append(lines, i18n.T(ctx, "meeting.sent.paper_new", "Title", it.Title, "No", x.No))
		case x.Before != 0 && x.Before != x.No:
			lines = append(lines, i18n.T(ctx, "meeting.sent.paper_changed", "Title", it.Title, "No", x.No, "Before", x.Before))
		default:
			lines = append(lines, i18n.T(ctx, "meeting.sent.paper", "Title", it.Title, "No", x.No))
		}
	}
	return lines
}

// deliveries is the table of a dispatch's recipients.
func (p ShowPage) deliveries(ctx context.Context, d meeting.Dispatch) ui.TableProps {
	t := ui.TableProps{ID: "utskick-" + number(d.ID), Caption: i18n.T(ctx, "meeting.sent.table"), CaptionHidden: true, Columns: []ui.Column{
		{Text: i18n.T(ctx, "meeting.sent.name")}, {Text: i18n.T(ctx, "meeting.sent.for")}, {Text: i18n.T(ctx, "meeting.sent.read")}, {Text: i18n.T(ctx, "meeting.sent.mail")}}}
	for _, x := range p.Deliveries {
		if x.DispatchID != d.ID {
			continue
		}
		read := ui.Cell{Text: i18n.T(ctx, "meeting.sent.unread")}
		if x.ReadAt != nil {
			read.Text = i18n.DateTime(ctx, *x.ReadAt)
		}
		t.Rows = append(t.Rows, ui.TableRow{ID: "till-" + number(d.ID) + "-" + number(x.PersonID),
			Cells: []ui.Cell{{Text: x.Name}, {Text: orDash(x.Unions)}, read, {Content: mailCell(p, d, x)}}})
	}
	return t
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// again reports whether a mail may be sent once more: it did not come through, and the meeting is still to come.
func (p ShowPage) again(d meeting.Dispatch, x meeting.Delivery) bool {
	return p.before() && d.Kind != "reminder" && lost(x.Mail) && x.PersonID != p.Me
}

// someLost reports whether any mail did not come through.
func (p ShowPage) someLost() bool {
	for _, x := range p.Deliveries {
		if lost(x.Mail) {
			return true
		}
	}
	return false
}

// waits names those who have not said that they have read.
func (p ShowPage) waits(ctx context.Context) string {
	var names []string
	for _, m := range p.Unread(p.Me) {
		names = append(names, m.Name)
	}
	return i18n.T(ctx, "meeting.sent.waits", "Names", i18n.List(ctx, names))
}

// remindable reports whether a reminder may go out now.
func (p ShowPage) remindable() bool {
	return p.CanRun && p.before() && len(p.Unread(p.Me)) > 0 && p.RemindedOn() != p.today()
}

// parcels say who gets what when the papers go out again.
func (p ShowPage) parcels(ctx context.Context) (lines []string) {
	all := p.PaperItems()
	for _, x := range p.Parcels() {
		n := map[int64]bool{}
		for _, m := range x.To {
			n[m.PersonID] = true
		}
		if len(x.Items) == len(all) && p.PapersAt == nil {
			continue
		}
		if len(x.Items) == len(all) {
			lines = append(lines, i18n.N(ctx, "meeting.sent.all", len(n)))
			continue
		}
		var titles []string
		for _, it := range x.Items {
			titles = append(titles, it.Title)
		}
		lines = append(lines, i18n.N(ctx, "meeting.sent.changes", len(n), "Titles", i18n.List(ctx, titles)))
	}
	return lines
}

// news says what has come to the reader since they last said they had read; nil: nothing, or nothing was read before.
func (p ShowPage) news(ctx context.Context) (lines []ui.ListRow) {
	all, ok := p.News(p.Me)
	if !ok {
		return nil
	}
	for _, x := range all {
		it, found := p.Item(x.ItemID)
		if !found {
			continue
		}
		row := ui.ListRow{Href: Path(p.ID, "/punkter/"+strconv.FormatInt(it.ID, 10)), Text: i18n.T(ctx, "meeting.news.new", "Title", it.Title)}
		if x.Before > 0 {
			row.Text = i18n.T(ctx, "meeting.news.changed", "Title", it.Title, "No", x.No, "Before", x.Before)
		}
		lines = append(lines, row)
	}
	return lines
}

// lateness says plainly what the rule is before anything is sent: in time, on the last day, or how many days late.
func (p ShowPage) lateness(ctx context.Context, by clock.Date, late string) (heading bool, remark string) {
	switch today := p.today(); {
	case today.After(by) && late == "notice":
		return true, i18n.N(ctx, "meeting.sent.notice_late", today.DaysUntil(p.Day()), "Agreed", by.DaysUntil(p.Day()))
	case today.After(by):
		return true, i18n.N(ctx, "meeting.sent.papers_late", today.DaysUntil(p.Day()), "Agreed", by.DaysUntil(p.Day()))
	case today == by:
		return false, i18n.T(ctx, "meeting.sent.last_day")
	}
	return false, ""
}
