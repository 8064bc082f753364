package notify

import (
	"context"
	"fmt"

	"samverka/internal/announce"
	"samverka/internal/i18n"
)

// hindrances reads what is missing in the matter, for a mail that tells of it: as it is when the mail is sent. Of a matter
// with anything secret in it the page alone tells.
func (n *Notifier) hindrances(ctx context.Context, orgID int64, m mail) ([]announce.Hindrance, error) {
	if m.Kind != announce.Blocked || n.missing == nil || m.Secrecy != "" {
		return nil, nil
	}
	hs, err := n.missing(ctx, orgID, m.MatterID)
	if err != nil {
		return nil, fmt.Errorf("reading what matter %d is missing: %w", m.MatterID, err)
	}
	return hs, nil
}

// hindrance is one thing that is missing, in lines: what; who and when; where.
func hindrance(ctx context.Context, h announce.Hindrance, base string) []string {
	when := i18n.T(ctx, "matter.gate.before", "Date", i18n.Date(ctx, h.Before))
	if !h.On.IsZero() {
		when = i18n.Date(ctx, h.On)
	}
	return []string{"* " + line(i18n.T(ctx, h.Key, i18n.Days(ctx, h.Args)...)), "  " + line(h.Who) + ", " + when, "  " + i18n.T(ctx, h.Action) + ": " + base + h.Link, ""}
}
