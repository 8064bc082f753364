package meeting

import (
	"context"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// AgendaPage is the page where the chair or secretary puts an agenda together.
type AgendaPage struct {
	meeting.AgendaPage
	Once ui.Hidden
	Sent Sent
}

func (p AgendaPage) today() clock.Date { return clock.DateOf(p.Now) }

// open reports whether the agenda can still be changed.
func (p AgendaPage) open() bool { return p.Status == "planned" || p.Status == "open" }

// show is the page as the parts that it shares with the meeting's own page know it.
func (p AgendaPage) show() ShowPage {
	return ShowPage{ShowPage: p.ShowPage, CanRun: true, CanSetUp: true, From: "dagordning", Once: p.Once, Sent: p.Sent}
}

// hidden are what every form about an item carries: where it was sent from, and the agenda as its reader saw it.
func (p AgendaPage) hidden(more ...ui.Hidden) []ui.Hidden {
	return append([]ui.Hidden{{Name: "from", Value: "dagordning"}, {Name: "version", Value: number(int64(p.AgendaVersion))}}, more...)
}

// presenterKeys name the roles that present.
var presenterKeys = map[string]string{
	"chair": "agenda.presenter.chair", "secretary": "agenda.presenter.secretary", "employer": "agenda.presenter.employer",
	"union": "agenda.presenter.union", "safety": "agenda.presenter.safety",
}

// presenter says who presents the item: the person invited, or a role.
func presenter(ctx context.Context, it meeting.Item) string {
	switch {
	case it.PresenterName != "":
		return it.PresenterName
	case it.PresenterRole != "":
		return say(ctx, presenterKeys, it.PresenterRole)
	}
	return ""
}

func presenterOptions(ctx context.Context, chosen string) []ui.Option {
	return options(meeting.Presenters, func(p string) string { return say(ctx, presenterKeys, p) }, chosen)
}

// itemKey is the key of a form of one item.
func itemKey(form string, it meeting.Item) string { return form + "-" + number(it.ID) }

// noticeLine says whether the notice has gone out, or until when it is to go.
func (p AgendaPage) noticeLine(ctx context.Context) string {
	by := p.Agreement.NoticeBy(p.Day(), p.Extra)
	switch {
	case p.NoticeAt != nil:
		return i18n.T(ctx, "agenda.build.called", "Date", i18n.Date(ctx, *p.NoticeAt))
	case p.today().After(by):
		return i18n.T(ctx, "agenda.build.call_late", "Date", i18n.Date(ctx, by))
	}
	return i18n.T(ctx, "agenda.build.call_by", "Date", i18n.Date(ctx, by))
}

// itemsLine says until when items may be proposed.
func (p AgendaPage) itemsLine(ctx context.Context) string {
	if p.today().After(p.ItemsBy()) {
		return i18n.T(ctx, "agenda.build.items_past", "Date", i18n.Date(ctx, p.ItemsBy()))
	}
	return i18n.T(ctx, "agenda.build.items_by", "Date", i18n.Date(ctx, p.ItemsBy()))
}

// from says which meeting left the item.
func (d deferred) from(ctx context.Context) string {
	switch {
	case d.Cancelled:
		return i18n.T(ctx, "agenda.deferred.cancelled", "Date", i18n.Date(ctx, d.Day))
	case d.Status == "tabled":
		return i18n.T(ctx, "agenda.deferred.tabled", "Date", i18n.Date(ctx, d.Day), "To", i18n.Date(ctx, d.TabledTo))
	}
	return i18n.T(ctx, "agenda.deferred.left", "Date", i18n.Date(ctx, d.Day))
}

type deferred struct{ meeting.Deferred }

// companions are the items that a request may be treated together with.
func (p AgendaPage) companions(it meeting.Item) []ui.Option {
	var all []ui.Option
	for _, x := range p.Items {
		if x.ID != it.ID && x.TogetherID == 0 && x.Class != matter.Standing {
			all = append(all, ui.Option{Value: number(x.ID), Label: x.Title, Selected: x.ID == it.TogetherID})
		}
	}
	return all
}

// stays reports whether nobody may take the item away.
func (p AgendaPage) stays(it meeting.Item) bool { return p.CanRemove(it) != nil }

// together is the title of the item that this one is treated together with.
func together(r meeting.Record, it meeting.Item) string {
	lead, _ := r.Item(it.TogetherID)
	return lead.Title
}

// suggester says who wants something taken up, and for whom.
func suggester(ctx context.Context, g meeting.Suggestion) string {
	if g.UnionName != "" {
		return g.PersonName + ", " + g.UnionName
	}
	return g.PersonName + ", " + lowerFirst(say(ctx, suggestRoles, g.Role))
}

var suggestRoles = map[string]string{"manager": "agenda.side.employer", "union_rep": "agenda.side.union", "safety_rep": "agenda.side.safety"}

// dates are the days that the agenda goes by.
func (p AgendaPage) dates(ctx context.Context) []ui.SummaryRow {
	notice := p.noticeLine(ctx)
	return []ui.SummaryRow{
		{Key: i18n.T(ctx, "meeting.show.when"), Value: i18n.LongDate(ctx, p.Day()) + "\n" + i18n.TimeRange(ctx, p.StartsAt, p.EndsAt)},
		{Key: i18n.T(ctx, "agenda.build.notice"), Value: notice},
		{Key: i18n.T(ctx, "agenda.build.items"), Value: p.itemsLine(ctx)},
	}
}

// opened reports whether a form of the item was just refused, so that its part of the page is open.
func (p AgendaPage) opened(it meeting.Item) bool {
	for _, form := range []string{"item-move", "item-shape", "item-presenter", "item-group"} {
		if p.Sent.is(itemKey(form, it)) {
			return true
		}
	}
	return false
}

func small(f ui.FieldProps) ui.FieldProps {
	f.InputMode, f.Width, f.Autocomplete = "numeric", ui.Short, "off"
	return f
}

func invited(f ui.FieldProps, hint string) ui.FieldProps {
	f.Hint, f.Autocomplete, f.Width = hint, "off", ui.Medium
	return f
}
