package meeting

import (
	"context"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// ItemPage is one item of the agenda for whoever reads its papers, and where a union takes its position.
type ItemPage struct {
	meeting.Page
	Item    meeting.Item
	Matter  matter.Record
	Unions  []matter.Union // that the reader speaks for in the group
	Entitle []matter.Union // those of them that may take a position in this treatment
	CanTake bool           // the treatment is open for positions
	Note    bool           // the reader has a note of their union's on the matter
	Me      int64
	Sent    Sent
}

// PositionFields are what a union says, as it is written.
type PositionFields struct {
	Union   string `form:"union" max:"20"`
	Stance  string `form:"stance" max:"40"`
	Reason  string `form:"reason" max:"4000"`
	Confirm bool   `form:"confirm"`
}

// CheckPage is a position to look at once more before it is given.
type CheckPage struct {
	meeting.Page
	Item  meeting.Item
	Union string
	Form  PositionFields
}

func (p ItemPage) treatment() matter.Item {
	t, _ := p.Matter.Item(p.Item.ID)
	return t
}

// version is the proposal that the treatment is about: the one it was opened on, or the one that stands.
func (p ItemPage) version() (matter.Proposal, bool) {
	for _, x := range p.Matter.Proposals {
		if x.No == p.Item.ProposalNo {
			return x, true
		}
	}
	return p.Matter.Current()
}

// kicker is the line above the title: the version that is read.
func (p ItemPage) kicker(ctx context.Context) string {
	if v, ok := p.version(); ok {
		return i18n.T(ctx, "meeting.item.kicker", "Class", class(ctx, p.Item.Class), "No", v.No)
	}
	return class(ctx, p.Item.Class)
}

// late reports whether the union is to be asked about late papers, and by when they should have come.
func (p ItemPage) late(u matter.Union) (by clock.Date, late bool) {
	if p.Item.Class != matter.BeforeDecision || p.Item.ConcludedAt != nil || p.Status == "closed" || p.Status == "cancelled" {
		return by, false
	}
	t := p.treatment()
	return p.Matter.Agreement.PapersBy(p.Day(), p.Extra), t.PapersAt != nil && p.Matter.PapersLate(t, u.ID)
}

// answer is what the union has said about the late papers.
func (p ItemPage) answer(ctx context.Context, u matter.Union) string {
	switch accepted, ok := p.Answered(p.Item, u.ID); {
	case !ok:
		return ""
	case accepted:
		return i18n.T(ctx, "meeting.late.accepted", "Union", u.Name)
	default:
		return i18n.T(ctx, "meeting.late.tabling", "Union", u.Name)
	}
}

// given are the positions of the reader's unions, as receipts.
func (p ItemPage) given(ctx context.Context) []ui.SummaryRow {
	var rows []ui.SummaryRow
	for _, u := range p.Unions {
		if x, ok := p.Position(p.Item, u.ID); ok {
			text := stance(ctx, x.Stance) + "\n" + i18n.T(ctx, "meeting.position.by", "Name", x.PersonName, "When", i18n.DateTime(ctx, x.At))
			if x.Reason != "" {
				text = stance(ctx, x.Stance) + ". " + x.Reason + "\n" + i18n.T(ctx, "meeting.position.by", "Name", x.PersonName, "When", i18n.DateTime(ctx, x.At))
			}
			rows = append(rows, ui.SummaryRow{Key: u.Name, Value: text})
		}
	}
	return rows
}

// closedText says why no position can be taken now.
func (p ItemPage) closedText(ctx context.Context) string {
	switch {
	case p.Item.Class != matter.BeforeDecision:
		return i18n.T(ctx, "meeting.position.not_before")
	case p.Item.ConcludedAt != nil || p.Status == "closed" || p.Status == "cancelled":
		return i18n.T(ctx, "meeting.position.over")
	case p.Item.Status == "tabled":
		return i18n.T(ctx, "meeting.live.tabled", "Date", i18n.Date(ctx, p.Item.TabledTo), "Reason", p.Item.TabledReason)
	case len(p.Entitle) == 0:
		return i18n.T(ctx, "meeting.position.not_entitled")
	}
	return i18n.T(ctx, "meeting.position.wait", "When", i18n.DateTime(ctx, p.StartsAt))
}

// union is the one that is chosen in the position form.
func (p ItemPage) union() string {
	if len(p.Entitle) == 1 {
		return number(p.Entitle[0].ID)
	}
	return p.Sent.value("position", "union", "")
}

func (p ItemPage) unionOptions() []ui.Option {
	all := make([]ui.Option, len(p.Entitle))
	for i, u := range p.Entitle {
		all[i] = ui.Option{Value: number(u.ID), Label: u.Name, Selected: number(u.ID) == p.union()}
	}
	return all
}

// stances are the answers to choose among; a union's standing position is marked when it is the only one.
func (p ItemPage) stances(ctx context.Context) []ui.Option {
	return options(matter.Stances, func(s string) string { return stance(ctx, s) }, p.Sent.value("position", "stance", p.standing().Stance))
}

// standing is the position of the one union that the reader speaks for; empty when there is none, or several unions.
func (p ItemPage) standing() matter.Position {
	if len(p.Entitle) != 1 {
		return matter.Position{}
	}
	x, _ := p.Position(p.Item, p.Entitle[0].ID)
	return x
}

// changes reports whether the form would change a position that is already given.
func (p ItemPage) changes() bool { return p.standing().Stance != "" }

func (p ItemPage) reason() string { return p.standing().Reason }

// title names the position form: the union's when there is one.
func (p ItemPage) title(ctx context.Context) string {
	if len(p.Entitle) == 1 {
		return i18n.T(ctx, "meeting.position.title", "Union", p.Entitle[0].Name)
	}
	return i18n.T(ctx, "meeting.position.title_several")
}

// risk says how far the risk assessment has come.
func (p ItemPage) risk(ctx context.Context) string {
	switch n := len(p.Matter.Risks); {
	case n == 0 && !p.Matter.WorkEnvironment:
		return i18n.T(ctx, "meeting.item.risk_not_needed")
	case n == 0:
		return i18n.T(ctx, "meeting.item.risk_none")
	case p.Matter.Risks[n-1].FixedAt != nil:
		return i18n.N(ctx, "meeting.item.risk_fixed", p.Matter.Risks[n-1].Rows, "Date", i18n.Date(ctx, *p.Matter.Risks[n-1].FixedAt))
	default:
		return i18n.N(ctx, "meeting.item.risk_draft", p.Matter.Risks[n-1].Rows)
	}
}
