package dossier

import (
	"context"
	"strconv"

	"samverka/internal/dossier"
	"samverka/internal/i18n"
	"samverka/templates/ui"
)

// DisclosureParam names the disclosure that a file is asked for by.
const DisclosureParam = "utlamnande"

// BundlePage is the page of a matter's bundle: what is in it, and what has been given out of it.
type BundlePage struct {
	dossier.Page
	Disclose bool // the reader gives matters out
	Why      ui.ErrorSummaryProps
	How      string
	Reason   string
	Once     ui.Hidden
}

func (p BundlePage) hows(ctx context.Context) []ui.Option {
	how := p.How
	if how == "" {
		how = "masked"
	}
	return []ui.Option{{Value: "masked", Label: i18n.T(ctx, "dossier.disclose.masked"), Hint: p.maskedHint(ctx), Selected: how == "masked"},
		{Value: "whole", Label: i18n.T(ctx, "dossier.disclose.whole"), Hint: i18n.T(ctx, "dossier.disclose.whole_hint"), Selected: how == "whole"}}
}

func (p BundlePage) maskedHint(ctx context.Context) string {
	if p.Secrecy == "" {
		return i18n.T(ctx, "dossier.disclose.open_hint")
	}
	return i18n.T(ctx, "dossier.disclose.masked_hint", "Law", p.Secrecy)
}

// rows are the disclosures. What was assessed before something happened cannot be had again.
func (p BundlePage) rows(ctx context.Context) []ui.ListRow {
	var rows []ui.ListRow
	for _, d := range p.Disclosures {
		r := ui.ListRow{Text: i18n.T(ctx, "dossier.disclose.row_whole", "When", i18n.DateTime(ctx, d.At)), Detail: d.PersonName}
		if d.Masked {
			r.Text = i18n.T(ctx, "dossier.disclose.row_masked", "When", i18n.DateTime(ctx, d.At))
		}
		if d.Reason != "" {
			r.Detail += ": " + d.Reason
		}
		if d.Holds(p.Story) {
			r.Href = place(p.Story, "/akt.pdf?"+DisclosureParam+"="+strconv.FormatInt(d.ID, 10))
		} else {
			r.Meta = i18n.T(ctx, "dossier.disclose.past")
		}
		rows = append(rows, r)
	}
	return rows
}

func (p BundlePage) newest() (id string, ok bool) {
	if len(p.Disclosures) == 0 || !p.Disclosures[0].Holds(p.Story) {
		return "", false
	}
	return "?" + DisclosureParam + "=" + strconv.FormatInt(p.Disclosures[0].ID, 10), true
}
