package layout

import (
	"context"

	"samverka/internal/i18n"
)

// DefaultNav is the main navigation. Översikt is for those who follow up
// others' work.
func DefaultNav(ctx context.Context, overview bool) []NavItem {
	items := []NavItem{
		{Section: ToDo, Text: i18n.T(ctx, "layout.nav.todo"), Href: "/"},
		{Section: Meetings, Text: i18n.T(ctx, "layout.nav.meetings"), Href: "/moten"},
		{Section: Matters, Text: i18n.T(ctx, "layout.nav.matters"), Href: "/arenden"},
		{Section: Minutes, Text: i18n.T(ctx, "layout.nav.minutes"), Href: "/protokoll"},
	}
	if overview {
		items = append(items, NavItem{Section: Overview, Text: i18n.T(ctx, "layout.nav.overview"), Href: "/oversikt"})
	}
	return items
}
