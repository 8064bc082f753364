package matter

import (
	"context"
	"fmt"
	"strings"

	"samverka/internal/i18n"
	"samverka/internal/matter"
)

// itemURL is the treatment's place on its meeting's page.
func itemURL(it matter.Item) string { return fmt.Sprintf("/moten/%d#punkt-%d", it.MeetingID, it.ID) }

func (s Show) itemMeta(ctx context.Context, it matter.Item) string {
	parts := []string{lowerFirst(say(ctx, classKeys, it.Class))}
	if it.ProposalNo > 0 {
		parts = append(parts, i18n.T(ctx, "matter.show.version", "No", it.ProposalNo))
	}
	switch {
	case it.MeetingStatus == "cancelled":
		parts = append(parts, i18n.T(ctx, "matter.tracks.cancelled"))
	case it.EffectiveAt != nil:
		parts = append(parts, i18n.T(ctx, "matter.tracks.effective", "When", i18n.DateTime(ctx, *it.EffectiveAt)))
	case it.ConcludedAt != nil:
		parts = append(parts, i18n.T(ctx, "matter.tracks.concluded"))
	case it.PapersAt != nil:
		parts = append(parts, i18n.T(ctx, "matter.tracks.papers", "Date", i18n.Date(ctx, *it.PapersAt)))
	case it.NoticeAt != nil:
		parts = append(parts, i18n.T(ctx, "matter.tracks.notice", "Date", i18n.Date(ctx, *it.NoticeAt)))
	}
	return strings.Join(parts, " · ")
}

func (s Show) positionsOf(it matter.Item) []matter.Position {
	var ps []matter.Position
	for _, p := range s.Positions {
		if p.ItemID == it.ID {
			ps = append(ps, p)
		}
	}
	return ps
}

func positionMeta(ctx context.Context, p matter.Position) string {
	meta := i18n.T(ctx, "matter.tracks.said", "Name", p.PersonName, "When", i18n.DateTime(ctx, p.At))
	switch {
	case p.WaivedAt != nil:
		meta += " · " + i18n.T(ctx, "matter.tracks.waived")
	case !p.WindowUntil.IsZero():
		meta += " · " + i18n.T(ctx, "matter.tracks.window_short", "Until", i18n.Date(ctx, p.WindowUntil))
	}
	return meta
}

// loose are treatments outside every track.
func (s Show) loose() []matter.Item {
	var items []matter.Item
	for _, it := range s.Items {
		if it.TrackID == 0 {
			items = append(items, it)
		}
	}
	return items
}

// paragraphs splits a written text at empty lines, and each paragraph at its line ends.
func paragraphs(text string) [][]string {
	var ps [][]string
	for _, p := range strings.Split(text, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			ps = append(ps, strings.Split(p, "\n"))
		}
	}
	return ps
}
