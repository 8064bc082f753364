package action

import (
	"context"
	"fmt"
	"strconv"

	"samverka/internal/action"
	"samverka/internal/i18n"
	"samverka/templates/ui"
)

// Fields are what is written on an action's page, in any of its forms.
type Fields struct {
	Result  string `form:"result" max:"2000"`
	DueOn   string `form:"due_on" max:"40"`
	Why     string `form:"why" max:"1000"`
	Person  string `form:"person" max:"20"`
	Given   string `form:"reason_given" max:"1000"`
	Version string `form:"version" max:"10"`
}

// Page is the page of one action.
type Page struct {
	action.Page
	Links bool // the reader may follow it to the meeting and the matter
	Form  Fields
	Sent  string // the form that was refused; "": none
	Why   ui.ErrorSummaryProps
}

func (p Page) err(name string) string { return p.Why.Errors.For(name) }

func (p Page) version() []ui.Hidden {
	return []ui.Hidden{{Name: "version", Value: strconv.Itoa(p.Version)}}
}

// facts say who, when and where from.
func (p Page) facts(ctx context.Context) []ui.SummaryRow {
	who, due := p.PersonName, i18n.Date(ctx, p.DueOn)
	if p.FirstPersonName != p.PersonName {
		who = i18n.T(ctx, "action.fact.first", "Now", who, "First", p.FirstPersonName)
	}
	if p.FirstDueOn != p.DueOn {
		due = i18n.T(ctx, "action.fact.first", "Now", due, "First", i18n.Date(ctx, p.FirstDueOn))
	}
	rows := []ui.SummaryRow{{Key: i18n.T(ctx, "action.fact.who"), Value: who}, {Key: i18n.T(ctx, "action.fact.due"), Value: due}}
	if p.Replanned != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "action.fact.changed"), Value: p.Replanned})
	}
	if p.MeetingID != 0 {
		rows = append(rows, p.row(i18n.T(ctx, "action.fact.meeting"), Source(ctx, p.Action), "/moten/"+strconv.FormatInt(p.MeetingID, 10)))
	}
	if p.FollowupID != 0 {
		rows = append(rows, p.row(i18n.T(ctx, "action.fact.followup"), Source(ctx, p.Action), fmt.Sprintf("/uppfoljning/%d/grupper/%d", p.RoundID, p.GroupID)))
	}
	if p.MatterID != 0 {
		to := "/arenden/" + strconv.FormatInt(p.MatterID, 10)
		rows = append(rows, p.row(i18n.T(ctx, "action.fact.matter"), p.Number, to))
		if p.RiskRow != 0 {
			rows = append(rows, p.row(i18n.T(ctx, "action.fact.risk"), Source(ctx, p.Action), to+"/riskbedomning"))
		}
	}
	if p.DoneAt != nil {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "action.fact.done"), Value: i18n.Date(ctx, *p.DoneAt)})
	}
	if p.Result != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "action.fact.result"), Value: p.Result})
	}
	return rows
}

func (p Page) row(key, text, href string) ui.SummaryRow {
	if !p.Links {
		return ui.SummaryRow{Key: key, Value: text}
	}
	return ui.SummaryRow{Key: key, Content: link(text, href)}
}

func (p Page) people() []ui.Option {
	var all []ui.Option
	for _, x := range p.People {
		if id := strconv.FormatInt(x.ID, 10); x.ID != p.PersonID {
			all = append(all, ui.Option{Value: id, Label: x.Name, Selected: id == p.Form.Person})
		}
	}
	return all
}
