package matter

import (
	"context"
	"slices"
	"strconv"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/ui"
)

// kicker is the line above the title: number, version, category.
func (s Show) kicker(ctx context.Context) string {
	k := i18n.T(ctx, "matter.show.kicker", "Number", s.Number)
	if p, ok := s.Current(); ok {
		k += ", " + i18n.T(ctx, "matter.show.version", "No", p.No)
	}
	return k
}

// outdated reports whether some group's outcome rests on a version that no longer holds.
func (s Show) outdated() bool {
	return slices.ContainsFunc(s.Tracks, func(t matter.Track) bool { return s.TrackState(t, s.Now) == matter.TrackOutdated })
}

func (s Show) facts(ctx context.Context) []ui.SummaryRow {
	units := make([]string, len(s.Units))
	for i, u := range s.Units {
		units[i] = u.Name
	}
	rows := []ui.SummaryRow{
		{Key: i18n.T(ctx, "matter.field.purpose"), Value: s.Purpose, Lang: "sv"},
		{Key: i18n.T(ctx, "matter.field.units"), Value: i18n.List(ctx, units), Lang: "sv"},
		{Key: i18n.T(ctx, "matter.field.category"), Value: say(ctx, categoryKeys, s.Category)},
		{Key: i18n.T(ctx, "matter.field.owner"), Value: s.OwnerName},
		{Key: i18n.T(ctx, "matter.field.decider"), Value: say(ctx, deciderKeys, s.Decider)},
		{Key: i18n.T(ctx, "matter.field.planned"), Value: i18n.Date(ctx, s.PlannedDecision)},
	}
	if s.Outsiders {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "matter.field.outsiders"), Value: i18n.T(ctx, "matter.yes")})
	}
	if s.Secrecy != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "matter.field.secrecy"), Value: s.Secrecy})
	}
	return append(rows, s.moves(ctx)...)
}

type link struct{ Text, Href string }

// links are the other pages that the reader may open.
func (s Show) links(ctx context.Context) []link {
	var ls []link
	add := func(may bool, key, part string) {
		if may {
			ls = append(ls, link{i18n.T(ctx, key), path(s.ID, part)})
		}
	}
	add(s.Can.Dialogue, "matter.link.dialogue", "/apt")
	add(s.Can.Propose, "matter.link.proposal", "/forslag")
	add(s.Can.Propose || len(s.Attachments) > 0, "attachment.link", "/bilagor")
	add(s.Can.Plan, "matter.link.plan", "/plan")
	add(true, "triage.show.link", "/bedomning")
	add(s.Can.SetUp, "matter.link.set_up", "/mote")
	add(true, "matter.link.risk", "/riskbedomning")
	add(s.Can.EndNegotiation, "matter.link.negotiation", "/forhandling")
	add(len(s.Decisions) > 0, "matter.link.afterwards", "/efterat")
	add(true, "matter.link.timeline", "/tidslinje")
	add(true, "matter.link.bundle", "/akt")
	add(s.Can.Paths.Edit, "paths.link.edit", "/andra")
	for _, g := range s.Can.Paths.Lift {
		add(true, "paths.link.lift", inGroup("/lyft", g))
		break
	}
	add(s.Can.Paths.HandOver, "paths.link.hand_over", "/lamna-over")
	add(s.Can.Paths.HandBack, "paths.link.hand_back", "/overlamnat")
	add(s.Can.Withdraw, "matter.link.withdraw", "/aterta")
	add(s.Can.Paths.Reopen, "paths.link.reopen", "/oppna-igen")
	return ls
}

// DecisionTitle says who decided, and when.
func DecisionTitle(ctx context.Context, d matter.Decision) string {
	key := "matter.decision.manager"
	switch {
	case d.ByBoard:
		key = "matter.decision.board"
	case d.ExceptionID != 0:
		key = "matter.decision.before"
	}
	return i18n.T(ctx, key, "Date", i18n.Date(ctx, d.DecidedOn))
}

func (s Show) decisionFacts(ctx context.Context, d matter.Decision) []ui.SummaryRow {
	rows := []ui.SummaryRow{
		{Key: i18n.T(ctx, "matter.decision.proposal"), Value: i18n.T(ctx, "matter.show.version", "No", d.ProposalNo), Href: path(s.ID, "/forslag/"+strconv.Itoa(d.ProposalNo)),
			Link: i18n.T(ctx, "matter.decision.read")},
		{Key: i18n.T(ctx, "matter.decision.deviation"), Value: say(ctx, deviationKeys, d.Deviation)},
	}
	if d.DeviationText != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "matter.decision.text"), Value: d.DeviationText, Lang: "sv"})
	}
	if d.Views != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "matter.decision.views"), Value: d.Views, Lang: "sv"})
	}
	return rows
}

func exceptionKey(e matter.Exception) string {
	switch {
	case e.Approved == nil:
		return "matter.exception.waiting"
	case *e.Approved:
		return "matter.exception.approved"
	}
	return "matter.exception.rejected"
}

func noteID(union int64) string { return "note-" + strconv.FormatInt(union, 10) }
