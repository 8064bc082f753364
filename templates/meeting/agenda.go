package meeting

import (
	"context"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// itemTones colour an item's class: what precedes decisions stands out.
var itemTones = map[string]ui.Tone{matter.BeforeDecision: ui.Accent}

// itemStates say how an item went, where it went anywhere.
var itemStates = map[string]string{
	"open": "meeting.item.open", "tabled": "meeting.item.tabled", "concluded": "meeting.item.concluded", "handled": "meeting.item.handled",
}

// paper is one document of an item.
type paper struct{ Text, Href string }

// papers are the documents of an item, as links for those who may open matters.
func papers(ctx context.Context, r meeting.Record, it meeting.Item) []paper {
	m, ok := r.Matter(it.MatterID)
	if !ok {
		return nil
	}
	var all []paper
	if p, ok := m.Current(); ok {
		all = append(all, paper{i18n.T(ctx, "meeting.paper.proposal", "No", p.No), ItemPath(r.ID, it.ID, "")})
	}
	if n := len(m.Risks); n > 0 {
		key := i18n.T(ctx, "meeting.paper.risk_draft")
		if m.Risks[n-1].FixedAt != nil {
			key = i18n.T(ctx, "meeting.paper.risk", "No", m.Risks[n-1].No)
		}
		all = append(all, paper{key, "/arenden/" + number(m.ID) + "/riskbedomning"})
	}
	return all
}

// sum is the agenda's time in all beside the meeting's; over: there is not time enough.
func (p ShowPage) sum(ctx context.Context) (text string, over bool) {
	planned, room := p.Time().Planned, p.Time().Room
	if over := p.Time().Over(); over > 0 {
		return i18n.T(ctx, "meeting.agenda.over", "Planned", i18n.Minutes(ctx, planned), "Room", i18n.Minutes(ctx, room), "Over", i18n.Minutes(ctx, over)), true
	}
	return i18n.T(ctx, "meeting.agenda.sum", "Planned", i18n.Minutes(ctx, planned), "Room", i18n.Minutes(ctx, room)), false
}

// choices are the matters that may be put on the agenda.
func (p ShowPage) choices() []ui.Option {
	all := make([]ui.Option, len(p.Choices))
	for i, c := range p.Choices {
		all[i] = ui.Option{Value: number(c.ID), Label: c.Number + " " + c.Title, Selected: p.Sent.value("item-set-up", "matter", "") == number(c.ID)}
	}
	return all
}

func (p ShowPage) classes(ctx context.Context, form string, offered []string, otherwise string) []ui.Option {
	return options(offered, func(c string) string { return class(ctx, c) }, p.Sent.value(form, "class", otherwise))
}

// ownClasses are what an item without a matter may be.
var ownClasses = []string{matter.Information, matter.EarlyDialogue, matter.FollowUp, matter.Standing}

func consentText(ctx context.Context, c meeting.Consent) string {
	if c.Accepted {
		return i18n.T(ctx, "meeting.extra.accepted", "When", i18n.DateTime(ctx, c.At))
	}
	return i18n.T(ctx, "meeting.extra.refused", "When", i18n.DateTime(ctx, c.At))
}

func (p ShowPage) noticeButton(ctx context.Context) string {
	if p.NoticeAt != nil {
		return i18n.N(ctx, "meeting.next.notice_new", len(p.Uncalled()))
	}
	return i18n.T(ctx, "meeting.next.notice_button")
}

func (p ShowPage) papersButton(ctx context.Context) string {
	if p.PapersAt != nil {
		return i18n.T(ctx, "meeting.next.papers_again")
	}
	return i18n.T(ctx, "meeting.next.papers_button")
}

func (p ShowPage) noticeVariant() ui.Variant {
	if p.NoticeAt != nil || !p.today().Before(p.Day()) {
		return ui.Secondary
	}
	return ui.Primary
}

func (p ShowPage) papersVariant() ui.Variant {
	if p.NoticeAt == nil || !p.today().Before(p.Day()) {
		return ui.Secondary
	}
	return ui.Primary
}

// about asks what an item is about.
func (p ShowPage) about(ctx context.Context) ui.FieldProps {
	f := p.Sent.field("item-add", "about", i18n.T(ctx, "agenda.add.about"), "")
	f.Optional, f.Rows = true, 3
	return f
}
