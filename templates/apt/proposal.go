package apt

import (
	"context"

	"samverka/internal/apt"
	"samverka/internal/i18n"
	"samverka/templates/ui"
)

// ProposalState says in one line what became of a proposal: "med på dagordningen den 3 december", "chefen beslutar".
func ProposalState(ctx context.Context, p apt.Proposal) string {
	switch {
	case p.Result != "":
		return i18n.T(ctx, "apt.proposal.result", "Text", p.Result)
	case p.Status == "declined":
		return i18n.T(ctx, "apt.proposal.declined", "Text", p.Answer)
	case p.Outcome != "" && p.APTStatus == apt.Published:
		return i18n.T(ctx, "apt.proposal.ended", "Outcome", say(ctx, outcomeKeys, p.Outcome))
	case p.Status == "accepted" && p.StartsAt != nil:
		return i18n.T(ctx, "apt.proposal.accepted", "Date", i18n.Date(ctx, *p.StartsAt))
	}
	return i18n.T(ctx, "apt.proposal.waiting")
}

func proposalRows(ctx context.Context, all []apt.Proposal) []ui.ListRow {
	var rows []ui.ListRow
	for _, x := range all {
		if !x.Mine {
			continue
		}
		r := ui.ListRow{Text: x.Title, Lang: "sv", Detail: ProposalState(ctx, x), Meta: i18n.Date(ctx, x.CreatedAt)}
		if x.APTID != 0 {
			r.Href = Path(x.APTID, "")
		}
		rows = append(rows, r)
	}
	return rows
}
