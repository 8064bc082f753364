package matter

import (
	"context"
	"strconv"

	"samverka/internal/access"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/organisation"
	"samverka/templates/ui"
)

// lawKeys are what the law asks of each kind of negotiation, in the order in which it happens.
var lawKeys = map[string][]string{
	matter.KindMBL11: {"negotiation.law.mbl11_calls", "negotiation.law.before", "negotiation.law.minutes", "negotiation.law.ends", "negotiation.law.then_central"},
	matter.KindMBL13: {"negotiation.law.mbl13_who", "negotiation.law.before", "negotiation.law.minutes", "negotiation.law.ends"},
	matter.KindMBL38: {"negotiation.law.mbl38_calls", "negotiation.law.mbl38_papers", "negotiation.law.minutes", "negotiation.law.ends", "negotiation.law.then_central"},
	matter.KindMBL14: {"negotiation.law.mbl14_who", "negotiation.law.mbl14_waits", "negotiation.law.minutes", "negotiation.law.ends"},
	matter.KindMBL19: {"negotiation.law.mbl19_what", "negotiation.law.mbl19_how"},
}

// entryKeys name the kinds of entries.
var entryKeys = map[string]string{
	matter.EntryCalled: "negotiation.kind.called", matter.EntryMet: "negotiation.kind.met", matter.EntryOffer: "negotiation.kind.offer", matter.EntryDemand: "negotiation.kind.demand",
	matter.EntryNotice: "negotiation.kind.notice", matter.EntryMinutes: "negotiation.kind.minutes", matter.EntryNote: "negotiation.kind.note",
}

// stepKeys name the steps after disagreement.
var stepKeys = map[string]string{
	organisation.StepEnhanced: "negotiation.step.enhanced", organisation.StepHigherGroup: "negotiation.step.higher", organisation.StepCentral: "negotiation.step.central",
}

// trackPath is the negotiation's own page.
func trackPath(id int64, t matter.Track) string { return path(id, "/spar/"+matter.TrackRef(t)) }

// current is the number of the newest version.
func (p Track) current() int {
	cur, _ := p.Current()
	return cur.No
}

func (p Track) facts(ctx context.Context) []ui.SummaryRow {
	t := p.Track
	fs := []ui.SummaryRow{{Key: i18n.T(ctx, "negotiation.fact.parties"), Value: i18n.T(ctx, "negotiation.fact.parties_text", "Owner", p.OwnerName, "Union", t.UnionName)}}
	switch {
	case t.Origin == "agreement_ended":
		fs = append(fs, ui.SummaryRow{Key: i18n.T(ctx, "negotiation.fact.why"), Value: i18n.T(ctx, "matter.tracks.agreement_ended", "Union", t.UnionName)})
	case t.RequestedAt != nil:
		fs = append(fs, ui.SummaryRow{Key: i18n.T(ctx, "negotiation.fact.why"), Value: i18n.T(ctx, "matter.tracks.requested", "Union", t.UnionName, "When", i18n.DateTime(ctx, *t.RequestedAt))})
	}
	if t.ClosedAt == nil {
		return append(fs, ui.SummaryRow{Key: i18n.T(ctx, "negotiation.fact.about"), Value: i18n.T(ctx, "matter.show.version", "No", p.current())})
	}
	if t.ProposalNo > 0 {
		fs = append(fs, ui.SummaryRow{Key: i18n.T(ctx, "negotiation.fact.about"), Value: i18n.T(ctx, "matter.show.version", "No", t.ProposalNo)})
	}
	fs = append(fs, ui.SummaryRow{Key: i18n.T(ctx, "negotiation.fact.ended"), Value: i18n.Date(ctx, *t.ClosedAt) + ", " + lowerFirst(say(ctx, mannerKeys, t.CloseManner))})
	if !t.NoticeOn.IsZero() {
		fs = append(fs, ui.SummaryRow{Key: i18n.T(ctx, "negotiation.fact.notice"), Value: i18n.Date(ctx, t.NoticeOn)})
	}
	if t.CloseReason != "" {
		fs = append(fs, ui.SummaryRow{Key: i18n.T(ctx, "negotiation.fact.fulfilled"), Value: t.CloseReason, Lang: "sv"})
	}
	if !t.WindowUntil.IsZero() && t.WaivedAt == nil {
		fs = append(fs, ui.SummaryRow{Key: i18n.T(ctx, "negotiation.fact.window"), Value: i18n.T(ctx, "matter.tracks.window", "Union", t.UnionName, "Until", i18n.Date(ctx, t.WindowUntil))})
	}
	return fs
}

// log puts the entries into words, the oldest first. One that was corrected stands as it was written, and says so.
func (p Track) log(ctx context.Context) []ui.Event {
	by := map[int64]int{}
	for i, e := range p.Entries {
		by[e.ID] = i + 1
	}
	var es []ui.Event
	for i, e := range p.Entries {
		title := strconv.Itoa(i+1) + ". " + say(ctx, entryKeys, e.Kind)
		if e.Counterpart != "" {
			title += ": " + e.Counterpart
		}
		if e.CorrectsID != 0 {
			title += " (" + i18n.T(ctx, "negotiation.log.corrects", "No", by[e.CorrectsID]) + ")"
		}
		for j, later := range p.Entries {
			if later.CorrectsID == e.ID {
				title += " (" + i18n.T(ctx, "negotiation.log.corrected", "No", j+1) + ")"
			}
		}
		who := e.AuthorName + ", " + lowerFirst(i18n.T(ctx, access.Role(e.AuthorRole).Key())) + ", " + i18n.T(ctx, "negotiation.log.written", "When", i18n.DateTime(ctx, e.CreatedAt))
		es = append(es, ui.Event{When: i18n.Date(ctx, e.HappenedOn), Title: title, Who: who, Content: entryBody(e)})
	}
	return es
}

func (p Track) kindOptions(ctx context.Context) []ui.Option {
	return options(ctx, entryKeys, p.Kinds, p.Entry.Kind)
}

func (p Track) correctOptions(ctx context.Context) []ui.Option {
	var os []ui.Option
	for i, e := range p.Entries {
		id := strconv.FormatInt(e.ID, 10)
		os = append(os, ui.Option{Value: id, Label: strconv.Itoa(i+1) + ". " + say(ctx, entryKeys, e.Kind) + ", " + i18n.Date(ctx, e.HappenedOn), Selected: p.Entry.Corrects == id})
	}
	return os
}

// is reports whether the form that was sent is the track's.
func (e Ending) is(t matter.Track) bool {
	return e.Kind == t.Kind && e.Union == strconv.FormatInt(t.UnionID, 10)
}

// of is what was written about the track; nothing when the form that was sent is another's.
func (e Ending) of(t matter.Track) Ending {
	if e.is(t) {
		return e
	}
	return Ending{NoticeOn: e.NoticeOn}
}

func (e Ending) err(h Head, t matter.Track, field string) string {
	if e.is(t) {
		return h.err(field)
	}
	return ""
}

// id keeps the fields of several forms apart; what was sent has the plain one, which the summary of errors leads to.
func (e Ending) id(t matter.Track, field string) string {
	if !e.Several || e.is(t) {
		return ""
	}
	return field + "-" + matter.TrackRef(t)
}

// what says what may be requested in the window, and where it is carried out.
func (p StepForm) what(ctx context.Context, c matter.Claim) string {
	until := i18n.Date(ctx, c.Until)
	if c.Step == organisation.StepHigherGroup {
		return i18n.T(ctx, "negotiation.step.higher_what", "Group", c.Track.ParentName, "Until", until)
	}
	return i18n.T(ctx, "negotiation.step.enhanced_what", "Group", c.Track.GroupName, "Until", until)
}

func lateOutcome(ctx context.Context, l matter.LateRequest) string {
	if l.Consented != nil && *l.Consented {
		return i18n.T(ctx, "negotiation.late.consented")
	}
	return i18n.T(ctx, "negotiation.late.declined")
}
