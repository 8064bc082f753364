package feed

import (
	"context"

	"samverka/internal/i18n"
)

// fetched says when a calendar last read the address.
func (p Page) fetched(ctx context.Context) string {
	if p.Feed.FetchedOn.IsZero() {
		return i18n.T(ctx, "calendar.page.never")
	}
	return i18n.Date(ctx, p.Feed.FetchedOn)
}
