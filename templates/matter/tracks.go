package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/organisation"
	"samverka/templates/ui"
)

// itemURL is the treatment's place on its meeting's page.
func itemURL(it matter.Item) string { return fmt.Sprintf("/moten/%d#punkt-%d", it.MeetingID, it.ID) }

func (s Show) itemMeta(ctx context.Context, it matter.Item) string {
	parts := []string{lowerFirst(say(ctx, classKeys, it.Class))}
	if it.ProposalNo > 0 {
		parts = append(parts, i18n.T(ctx, "matter.show.version", "No", it.ProposalNo))
	}
	if step := s.StepOf(it); step != "" {
		parts = append(parts, lowerFirst(say(ctx, stepKeys, step)))
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

// stale reports whether the treatment's outcome is about a version that no longer holds. It stays as it was written.
func (s Show) stale(it matter.Item) bool { return it.ConcludedAt != nil && !s.Holds(it) }

// staleWhy says which version it was about, and which one made it outdated.
func (s Show) staleWhy(ctx context.Context, it matter.Item) string {
	return Outdated(ctx, s.Record, it.ProposalNo)
}

// Outdated says why what was said of the version no longer holds; "": it does.
func Outdated(ctx context.Context, r matter.Record, no int) string {
	for _, p := range r.Proposals {
		switch {
		case p.No <= no || !p.Material():
		case p.Editorial:
			return i18n.T(ctx, "negotiation.stale.objected", "Was", no, "No", p.No, "Unions", i18n.List(ctx, p.Objections))
		case p.FromDeviation:
			return i18n.T(ctx, "negotiation.stale.deviation", "Was", no, "No", p.No)
		default:
			return i18n.T(ctx, "negotiation.stale.changed", "Was", no, "No", p.No)
		}
	}
	return ""
}

// windowRows are the open windows: who may request what, and until when.
func (s Show) windowRows(ctx context.Context) []ui.SummaryRow {
	var rows []ui.SummaryRow
	add := func(union, step, where string, until clock.Date) {
		rows = append(rows, ui.SummaryRow{Key: union, Value: i18n.T(ctx, "negotiation.windows.row", "Step", say(ctx, stepKeys, step), "Where", where, "Until", i18n.Date(ctx, until))})
	}
	for _, c := range s.Claims(0, s.Now) {
		add(c.Position.UnionName, c.Step, c.Track.GroupName, c.Until)
	}
	for _, t := range s.Tracks {
		if s.TrackState(t, s.Now) == matter.TrackAwaits && t.Negotiation() {
			add(t.UnionName, organisation.StepCentral, t.Label(), t.WindowUntil)
		}
	}
	return rows
}

// stepText says what became of a requested step.
func (s Show) stepText(ctx context.Context, x matter.Step) string {
	when := i18n.DateTime(ctx, x.RequestedAt)
	text := i18n.T(ctx, "negotiation.step.requested", "Union", x.UnionName, "Step", lowerFirst(say(ctx, stepKeys, x.Kind)), "When", when)
	it, ok := s.Item(x.ItemID)
	switch {
	case x.WithdrawnAt != nil:
		text += " " + i18n.T(ctx, "negotiation.step.withdrawn", "When", i18n.DateTime(ctx, *x.WithdrawnAt))
	case ok && it.ConcludedAt != nil:
		text += " " + i18n.T(ctx, "negotiation.step.carried", "Date", i18n.Date(ctx, *it.ConcludedAt))
	}
	return text
}

// mayTakeBack reports whether the reader may take the request back.
func (s Show) mayTakeBack(x matter.Step) bool {
	_, err := s.CanWithdrawStep(x.ID)
	return err == nil && slices.ContainsFunc(s.Can.Unions, func(u UnionCan) bool { return u.ID == x.UnionID })
}
