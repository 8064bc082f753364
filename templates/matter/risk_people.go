package matter

import (
	"context"
	"strconv"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/ui"
)

var participantKeys = map[string]string{matter.AsSafetyRep: "risk.kind.safety_rep", matter.AsEmployee: "risk.kind.employee", matter.AsExpert: "risk.kind.expert", matter.AsManager: "risk.kind.manager"}

var riskAnswerKeys = map[string]string{"": "risk.answer.none", matter.Coming: "risk.answer.coming", matter.Declined: "risk.answer.declined", matter.TookPart: "risk.answer.took_part"}

// ParticipantRows are those invited, what they answered, and what safety representatives said.
func ParticipantRows(ctx context.Context, a matter.RiskAssessed) []ui.SummaryRow {
	var rows []ui.SummaryRow
	for _, p := range a.People {
		rows = append(rows, ui.SummaryRow{Key: p.Name + ", " + say(ctx, participantKeys, p.Kind), Value: ParticipantText(ctx, a, p)})
	}
	return rows
}

// ParticipantText is what became of an invitation.
func ParticipantText(ctx context.Context, a matter.RiskAssessed, p matter.Participant) string {
	if p.StatedAt != nil {
		key := "risk.stated.disagrees"
		if p.Agrees != nil && *p.Agrees {
			key = "risk.stated.agrees"
		}
		text := i18n.T(ctx, key) + ", " + i18n.DateTime(ctx, *p.StatedAt)
		if p.Body != "" {
			text += "\n" + p.Body
		}
		if a.FixedAt == nil && a.Stale(p) {
			text += "\n" + i18n.T(ctx, "risk.stated.stale")
		}
		return text
	}
	when := p.InvitedAt
	if p.AnsweredAt != nil {
		when = *p.AnsweredAt
	}
	return i18n.T(ctx, riskAnswerKeys[p.Answer], "Date", i18n.Date(ctx, when))
}

// RiskPeoplePage asks who is to take part.
type RiskPeoplePage struct {
	Head
	Page       matter.RiskPage
	Name, Kind string
}

// uninvited are the safety representatives who are still to be invited.
func (p RiskPeoplePage) uninvited() []ui.Option {
	var os []ui.Option
	for _, person := range p.Page.Safety {
		if _, invited := p.Page.Newest.Participant(person.ID); !invited || !p.Page.Draft() {
			os = append(os, ui.Option{Value: strconv.FormatInt(person.ID, 10), Label: person.Name, Selected: true})
		}
	}
	return os
}

// invited are the draft's participants.
func (p RiskPeoplePage) invited() []matter.Participant {
	if !p.Page.Draft() {
		return nil
	}
	return p.Page.Newest.People
}

func participantPath(id, participant int64) string {
	return path(id, "/riskbedomning/deltagare/"+strconv.FormatInt(participant, 10))
}

// RiskInvitationPage is what somebody invited sees: what it is about, their answer, and for a safety representative what they say.
type RiskInvitationPage struct {
	RiskPage
	Mine         matter.Participant
	Agrees, Body string
}

// noSafety reports whether no safety representative has been invited.
func (p RiskPage) noSafety() bool {
	for _, x := range p.Page.Newest.People {
		if x.Kind == matter.AsSafetyRep {
			return false
		}
	}
	return true
}

// steps are what the owner does before the version is fixed.
func (p RiskPage) steps(ctx context.Context) []ui.Task {
	a := p.Page.Newest
	status := func(done bool) ui.TaskStatus {
		if done {
			return ui.TaskDone
		}
		return ui.TaskOngoing
	}
	stated := 0
	for _, x := range a.People {
		if x.StatedAt != nil {
			stated++
		}
	}
	steps := []ui.Task{
		{Text: i18n.T(ctx, "risk.step.change"), Href: p.base() + "/andring", Status: status(a.Change != "")},
		{Text: i18n.T(ctx, "risk.step.people"), Href: p.base() + "/deltagare", Status: status(!p.noSafety()), Hint: i18n.N(ctx, "risk.step.people_hint", len(a.People), "Stated", stated)},
		{Text: i18n.T(ctx, "risk.step.rows"), Href: p.base() + "/rad", Status: status(len(a.Rows) > 0), Hint: i18n.N(ctx, "risk.step.rows_hint", len(a.Rows))},
		{Text: i18n.T(ctx, "risk.step.conclude"), Href: p.base() + "/slutsats", Status: status(a.Conclusion != "")},
		{Text: i18n.T(ctx, "risk.step.fix"), Href: p.base() + "/faststall", Status: status(false)},
	}
	if a.CanFix() != nil {
		steps[4].Status, steps[4].Href = ui.TaskBlocked, ""
	}
	return steps
}

func (p RiskPage) conclusion(ctx context.Context) []ui.SummaryRow {
	return withLink(ctx, p.edit("/slutsats"), RiskConclusionFacts(ctx, p.Page.Newest.Assessment))
}

// RiskAlternativeFacts say what the alternatives are.
func RiskAlternativeFacts(ctx context.Context, a matter.Assessment) []ui.SummaryRow {
	return facts(fact(i18n.T(ctx, "risk.alternative.b_label"), a.AlternativeB), fact(i18n.T(ctx, "risk.alternative.no_change"), a.NoChange))
}

// versionRows are the fixed versions, each to be read as it was, and the change from one to the next.
func (p RiskPage) versionRows(ctx context.Context) []ui.ListRow {
	var rows []ui.ListRow
	for i, a := range p.Page.Versions {
		if i == 0 && a.FixedAt == nil && len(p.Page.Versions) == 1 {
			return nil
		}
		row := ui.ListRow{Text: i18n.T(ctx, "risk.version", "No", a.No), Href: p.base() + "/" + strconv.Itoa(a.No), Meta: i18n.T(ctx, "risk.version_draft")}
		if a.FixedAt != nil {
			row.Meta = i18n.T(ctx, "risk.version_fixed", "Date", i18n.Date(ctx, *a.FixedAt))
		}
		if a.No > 1 {
			row.Detail = i18n.T(ctx, "risk.version_changes", "No", a.No-1)
		}
		rows = append(rows, row)
	}
	return rows
}

func smallText(ctx context.Context, u matter.Unit) string {
	if u.Headcount == 1 {
		return i18n.T(ctx, "risk.small.one", "Unit", u.Name)
	}
	return i18n.T(ctx, "risk.small.few", "Unit", u.Name, "Count", u.Headcount)
}
