package meeting

import (
	"context"

	"samverka/internal/i18n"
	matters "samverka/templates/matter"
	"samverka/templates/ui"
)

// next says what the chair has to do now, in one panel; ok: there is something.
func (p ShowPage) next(ctx context.Context) (panel ui.PanelProps, ok bool) {
	panel = ui.PanelProps{ID: "nasta", State: ui.PanelRemarks, Label: i18n.T(ctx, "meeting.next.label")}
	switch {
	case !p.CanRun || p.Status == "cancelled":
		return panel, false
	case p.Status == "open":
		panel.Heading, panel.Text = i18n.T(ctx, "meeting.next.open"), i18n.T(ctx, "meeting.next.open_text")
	case p.Status == "closed":
		return p.nextMinutes(ctx, panel)
	case !p.today().Before(p.Day()):
		panel.Heading, panel.Text = i18n.T(ctx, "meeting.next.begin"), i18n.T(ctx, "meeting.next.begin_text")
		panel.Remarks = p.unsent(ctx)
	case p.NoticeAt == nil:
		panel.Heading = i18n.T(ctx, "meeting.next.notice", "Date", i18n.Date(ctx, p.Agreement.NoticeBy(p.Day(), p.Extra)))
		panel.Text, panel.Why, panel.Source = i18n.T(ctx, "meeting.next.notice_text"), i18n.T(ctx, "meeting.help.notice"), i18n.T(ctx, "meeting.help.notice_source")
		panel.Quotes = matters.Quotes(p.Rules.Quote("Avtalet: kallelse"))
		if late, remark := p.lateness(ctx, p.Agreement.NoticeBy(p.Day(), p.Extra), "notice"); remark != "" {
			panel.Remarks = []string{remark}
			if late {
				panel.Heading = i18n.T(ctx, "meeting.next.notice_now")
			}
		}
	case len(p.PaperItems()) == 0:
		panel.Heading, panel.Text = i18n.T(ctx, "meeting.next.agenda"), i18n.T(ctx, "meeting.next.agenda_text")
	case len(p.Paperless()) > 0:
		panel.Heading = i18n.T(ctx, "meeting.next.papers", "Date", i18n.Date(ctx, p.Agreement.PapersBy(p.Day(), p.Extra)))
		panel.Text, panel.Why, panel.Source = i18n.T(ctx, "meeting.next.papers_text"), i18n.T(ctx, "meeting.help.papers"), i18n.T(ctx, "meeting.help.papers_source")
		panel.Quotes = matters.Quotes(p.Rules.Quote("Avtalet: handlingar"))
		if late, remark := p.lateness(ctx, p.Agreement.PapersBy(p.Day(), p.Extra), "papers"); remark != "" {
			panel.Remarks = []string{remark}
			if late {
				panel.Heading = i18n.T(ctx, "meeting.next.papers_now")
			}
		}
		panel.Remarks = append(panel.Remarks, p.parcels(ctx)...)
	default:
		panel.State = ui.PanelAllowed
		panel.Heading, panel.Text = i18n.T(ctx, "meeting.next.ready"), i18n.T(ctx, "meeting.next.ready_text", "Date", i18n.Date(ctx, p.Day()))
		if p.Extra && len(p.silent()) > 0 {
			panel.State, panel.Remarks = ui.PanelRemarks, []string{i18n.T(ctx, "meeting.next.extra", "Unions", i18n.List(ctx, p.silent()))}
		}
	}
	return p.waiting(ctx, panel), true
}

// waiting adds the matters that keep the notice and the papers back: the parties have not agreed on the plan.
func (p ShowPage) waiting(ctx context.Context, panel ui.PanelProps) ui.PanelProps {
	if !p.before() {
		return panel
	}
	for _, m := range p.PlanAwaits() {
		panel.State = ui.PanelNotYet
		panel.Missing = append(panel.Missing, ui.PanelItem{What: i18n.T(ctx, "paths.notice.plan_awaits", "Title", m.Title), Who: m.OwnerName,
			Href: "/arenden/" + number(m.ID), Link: i18n.T(ctx, "paths.notice.to_matter"), Source: "Samverkansavtalet: frågor över förvaltningsgränser"})
	}
	return panel
}

// unsent is what should have gone out before the meeting begins.
func (p ShowPage) unsent(ctx context.Context) []string {
	var all []string
	if p.NoticeAt == nil {
		all = append(all, i18n.T(ctx, "meeting.next.no_notice"))
	}
	if p.PapersAt == nil && len(p.PaperItems()) > 0 {
		all = append(all, i18n.T(ctx, "meeting.next.no_papers"))
	}
	return all
}

func (p ShowPage) nextMinutes(ctx context.Context, panel ui.PanelProps) (ui.PanelProps, bool) {
	switch {
	case p.Minutes == nil || p.Minutes.Final():
		return panel, false
	case p.Minutes.Status == "draft":
		panel.Heading, panel.Text = i18n.T(ctx, "meeting.next.minutes"), i18n.T(ctx, "meeting.next.minutes_text")
	case objections(p.Adjusters) > 0:
		panel.Heading, panel.Text = i18n.T(ctx, "meeting.next.objection"), i18n.T(ctx, "meeting.next.objection_text")
	default:
		panel.Heading = i18n.T(ctx, "meeting.next.approval", "Date", i18n.Date(ctx, p.Minutes.DueOn))
		panel.Text = progress(ctx, p.Adjusters)
	}
	return panel, true
}
