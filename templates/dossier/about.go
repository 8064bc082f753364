package dossier

import (
	"context"

	"samverka/internal/dossier"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

// About is what the matter is, in short answers.
func About(ctx context.Context, st dossier.Story) []ui.SummaryRow {
	var units []string
	for _, u := range st.Units {
		units = append(units, u.Name)
	}
	rows := []ui.SummaryRow{
		{Key: i18n.T(ctx, "dossier.about.title"), Value: st.Title, Lang: "sv"}, {Key: i18n.T(ctx, "dossier.about.purpose"), Value: st.Purpose, Lang: "sv"},
		{Key: i18n.T(ctx, "dossier.about.units"), Value: i18n.List(ctx, units), Lang: "sv"}, {Key: i18n.T(ctx, "dossier.about.category"), Value: pages.CategoryLabel(ctx, st.Category)},
		{Key: i18n.T(ctx, "dossier.about.owner"), Value: st.OwnerName}, {Key: i18n.T(ctx, "dossier.about.begun"), Value: i18n.Date(ctx, st.CreatedAt)},
	}
	if st.Stands != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "dossier.about.state"), Value: pages.StateLabel(ctx, st.Stands)})
	}
	if st.Secrecy != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "dossier.about.secrecy"), Value: st.Secrecy})
	}
	return rows
}

// Decision is what was decided, in short answers.
func Decision(ctx context.Context, d matter.Decision) []ui.SummaryRow {
	rows := []ui.SummaryRow{
		{Key: i18n.T(ctx, "dossier.decision.day"), Value: i18n.Date(ctx, d.DecidedOn)}, {Key: i18n.T(ctx, "dossier.decision.recorded"), Value: d.RecorderName + ", " + i18n.DateTime(ctx, d.RecordedAt)},
		{Key: i18n.T(ctx, "dossier.decision.proposal"), Value: i18n.T(ctx, "dossier.link.proposal", "No", d.ProposalNo)},
		{Key: i18n.T(ctx, "dossier.decision.deviation"), Value: pages.DeviationLabel(ctx, d.Deviation)},
	}
	if d.DeviationText != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "dossier.decision.text"), Value: d.DeviationText, Lang: "sv"})
	}
	if d.Views != "" {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "dossier.decided.views"), Value: d.Views, Lang: "sv"})
	}
	return rows
}
