package paper

import (
	"context"
	"strconv"

	"samverka/internal/document"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
)

// Risk is one version of a matter's risk assessment as its page shows it.
func Risk(ctx context.Context, v matter.RiskVersion, l Look) document.Doc {
	ctx = swedish(ctx)
	heading := i18n.T(ctx, "risk.title") + ": " + v.Record.Title
	title := heading + ", " + i18n.T(ctx, "risk.version", "No", v.No)
	d := sheet(l, heading, title, title)
	d.Footer, d.Created = i18n.T(ctx, "risk.paper.draft"), v.CreatedAt
	if v.FixedAt != nil {
		d.Footer, d.Created = i18n.T(ctx, "risk.paper.fixed", "No", v.No, "Date", i18n.Date(ctx, *v.FixedAt)), *v.FixedAt
	}
	head := document.Facts{Rows: []document.Fact{{Term: i18n.T(ctx, "risk.paper.matter"), Value: v.Record.Number}, {Term: i18n.T(ctx, "risk.paper.proposal"), Value: strconv.Itoa(v.ProposalNo)},
		{Term: i18n.T(ctx, "matter.field.owner"), Value: v.Record.OwnerName}}}
	d.Blocks = append(d.Blocks, head)
	d.Blocks = append(d.Blocks, riskParts(ctx, v, heading2)...)
	return d
}

// RiskName is what the assessment's file is called, without its ending.
func RiskName(ctx context.Context, v matter.RiskVersion) string {
	return i18n.T(swedish(ctx), "risk.paper.file", "Number", v.Record.Number, "No", v.No)
}

// heading2 and strong are how a part is named: in a paper of its own, and inside another's chapter.
func heading2(text string) document.Block { return document.Heading{Level: 2, Text: text} }

func strong(text string) document.Block {
	return document.Paragraph{Runs: []document.Run{{Text: text, Bold: true}}}
}

// riskParts are the assessment's parts, each with its name.
func riskParts(ctx context.Context, v matter.RiskVersion, name func(string) document.Block) []document.Block {
	var blocks []document.Block
	section := func(title string, f document.Facts) {
		if len(f.Rows) > 0 {
			blocks = append(blocks, name(title), f)
		}
	}
	section(i18n.T(ctx, "risk.change.title"), facts(pages.RiskChangeFacts(ctx, v.Assessment)))
	blocks = append(blocks, name(i18n.T(ctx, "risk.rows.title")))
	if len(v.Rows) == 0 {
		blocks = append(blocks, document.Paragraph{Text: i18n.T(ctx, "risk.rows.empty")})
	}
	for _, r := range v.Rows {
		blocks = append(blocks, strong(pages.RiskRowTitle(ctx, r)), facts(pages.ComparedFacts(ctx, r)[1:]))
	}
	section(i18n.T(ctx, "risk.alternative.title"), facts(pages.RiskAlternativeFacts(ctx, v.Assessment)))
	if len(v.Rows) > 0 {
		blocks = append(blocks, riskAlternatives(ctx, v))
	}
	section(i18n.T(ctx, "risk.other.title"), facts(pages.RiskOtherFacts(ctx, v.Assessment)))
	section(i18n.T(ctx, "risk.people.title"), facts(pages.ParticipantRows(ctx, v.RiskAssessed)))
	section(i18n.T(ctx, "risk.conclude.section"), facts(pages.RiskConclusionFacts(ctx, v.Assessment)))
	return blocks
}

// riskAlternatives lays the alternatives side by side.
func riskAlternatives(ctx context.Context, v matter.RiskVersion) document.Table {
	t := pages.RiskAlternativesTable(ctx, v.RiskAssessed)
	table := document.Table{Caption: t.Caption, RowHeader: true}
	for _, c := range t.Columns {
		table.Header = append(table.Header, c.Text)
	}
	for _, r := range t.Rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, c.Text)
		}
		table.Rows = append(table.Rows, cells)
	}
	return table
}
