package apt

import (
	"context"

	"samverka/internal/apt"
	"samverka/templates/ui"
)

// DocFacts are when and where an APT was, and who led it, as its notes say it on a page and on paper.
func DocFacts(ctx context.Context, p NotesPage) []ui.SummaryRow { return p.docFacts(ctx) }

// OutcomeText is an outcome as the notes say it.
func OutcomeText(ctx context.Context, p NotesPage, it apt.NotesItem) string {
	return p.outcomeText(ctx, it)
}
