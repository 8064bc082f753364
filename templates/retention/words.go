// Package retention holds the pages of what is kept and what is weeded.
package retention

import (
	"context"
	"strconv"

	"samverka/internal/i18n"
	"samverka/internal/retention"
	"samverka/templates/ui"
)

const rulesPath, weedingsPath = "/installningar/bevarande", "/gallring"

// RulePath leads to the rule of a kind.
func RulePath(kind string) string { return rulesPath + "/" + kind }

// DraftPath leads to what of a kind may be weeded today.
func DraftPath(kind string) string { return weedingsPath + "/underlag/" + kind }

// ProtocolPath leads to a weeding, or with part to what is done with it.
func ProtocolPath(id int64, part string) string {
	return weedingsPath + "/" + strconv.FormatInt(id, 10) + part
}

var kindKeys = map[string]struct{ name, what string }{
	"minutes":       {"retention.kind.minutes", "retention.what.minutes"},
	"matters":       {"retention.kind.matters", "retention.what.matters"},
	"apt_notes":     {"retention.kind.apt_notes", "retention.what.apt_notes"},
	"apt_questions": {"retention.kind.apt_questions", "retention.what.apt_questions"},
	"apt_marks":     {"retention.kind.apt_marks", "retention.what.apt_marks"},
	"apt_proposals": {"retention.kind.apt_proposals", "retention.what.apt_proposals"},
	"mails":         {"retention.kind.mails", "retention.what.mails"},
	"drafts":        {"retention.kind.drafts", "retention.what.drafts"},
	"attachments":   {"retention.kind.attachments", "retention.what.attachments"},
}

// Name is what a kind of document is called.
func Name(ctx context.Context, kind string) string { return i18n.T(ctx, kindKeys[kind].name) }

// Names are the kinds in a sentence.
func Names(ctx context.Context, heaps []retention.Heap) string {
	names := make([]string, len(heaps))
	for i, h := range heaps {
		names[i] = Name(ctx, h.Kind.Name)
	}
	return i18n.List(ctx, names)
}

var fromKeys = map[retention.From]string{
	retention.MeetingEnd: "retention.from.meeting_end", retention.MatterClosed: "retention.from.matter_closed",
	retention.Sent: "retention.from.sent", retention.LastChanged: "retention.from.last_changed",
}

var holdKeys = map[retention.Hold]string{
	retention.HeldByMatter: "retention.held.matter", retention.HeldByNegotiation: "retention.held.negotiation",
	retention.HeldBySecrecy: "retention.held.secrecy", retention.HeldByWaiting: "retention.held.waiting",
}

// says is a rule in a sentence: "Gallras 2 år efter att mötet är slut."
func says(ctx context.Context, k retention.Kind, r retention.Rule) string {
	switch {
	case k.Preserved:
		return i18n.T(ctx, "retention.says.always")
	case r.Years == 0:
		return i18n.T(ctx, "retention.says.preserved")
	}
	return i18n.N(ctx, "retention.says.weeded", r.Years, "From", i18n.T(ctx, fromKeys[k.From]))
}

// span is the first and the last day of what is weeded.
func span(ctx context.Context, h retention.Heap) string {
	return i18n.T(ctx, "retention.list.span", "Oldest", i18n.Date(ctx, h.Oldest), "Newest", i18n.Date(ctx, h.Newest))
}

// held says what is old enough and not weeded, and why.
func held(ctx context.Context, h retention.Heap) []ui.SummaryRow {
	var rows []ui.SummaryRow
	for _, why := range retention.Holds {
		if n := h.Held[why]; n > 0 {
			rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, holdKeys[why]), Value: i18n.N(ctx, "retention.list.number", n)})
		}
	}
	return rows
}

func heldCount(h retention.Heap) (n int) {
	for _, x := range h.Held {
		n += x
	}
	return n
}

// state is how far a weeding has come, and its colour.
func state(ctx context.Context, w retention.Weeding) (string, ui.Tone) {
	switch w.Outcome {
	case retention.Approved:
		return i18n.T(ctx, "retention.state.approved"), ui.Success
	case retention.Declined:
		return i18n.T(ctx, "retention.state.declined"), ui.Neutral
	case retention.Withdrawn:
		return i18n.T(ctx, "retention.state.withdrawn"), ui.Neutral
	}
	return i18n.T(ctx, "retention.state.waiting"), ui.Warning
}

// source is the place in the organisation's plan, or that none is named.
func source(ctx context.Context, text string) string {
	if text == "" {
		return i18n.T(ctx, "retention.rules.no_source")
	}
	return text
}
