// Package dossier holds the timeline of a matter and the page of its bundle (akt), and puts both into words for the paper.
package dossier

import (
	"context"
	"strconv"
	"strings"

	"samverka/internal/dossier"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	meetings "samverka/templates/meeting"
)

// Told is one moment in words, for the page and for the paper.
type Told struct {
	ID     string // anchor
	When   string
	Title  string
	Who    string
	Sort   string
	Source string   // the rule it rests on; names of laws are Swedish
	Notes  []string // what the product says about it
	Late   string   // what was too late, by how much
	Texts  []string // what people wrote
	Long   []Titled // longer texts, opened on demand
	Links  []Link
}

// Titled is a longer text.
type Titled struct{ Title, Text string }

// Link leads to where the moment stands.
type Link struct{ Text, Href string }

var sortKeys = map[dossier.Sort]string{
	dossier.Course: "dossier.sort.course", dossier.Dialogue: "dossier.sort.dialogue", dossier.Proposals: "dossier.sort.proposals", dossier.Risk: "dossier.sort.risk",
	dossier.Sent: "dossier.sort.sent", dossier.Treatment: "dossier.sort.treatment", dossier.Negotiation: "dossier.sort.negotiation", dossier.Decision: "dossier.sort.decision",
	dossier.After: "dossier.sort.after", dossier.Given: "dossier.sort.given",
}

var stageKeys = map[dossier.Stage]string{
	dossier.Beginning: "dossier.stage.beginning", dossier.Early: "dossier.stage.early", dossier.Preparation: "dossier.stage.preparation",
	dossier.Samverkan: "dossier.stage.samverkan", dossier.Deciding: "dossier.stage.deciding", dossier.Afterwards: "dossier.stage.afterwards",
}

// StageLabel is the name of a stage.
func StageLabel(ctx context.Context, s dossier.Stage) string { return i18n.T(ctx, stageKeys[s]) }

// SortLabel is the name of a sort.
func SortLabel(ctx context.Context, s dossier.Sort) string { return i18n.T(ctx, sortKeys[s]) }

// Tell puts a moment of the story into words.
func Tell(ctx context.Context, st dossier.Story, m dossier.Moment) Told {
	t := Told{Sort: SortLabel(ctx, m.Sort), Source: m.Source()}
	if m.Kind == "" {
		t.When, t.Title = i18n.Date(ctx, m.At), i18n.T(ctx, "dossier.window_over", "Union", m.Union)
		t.Notes = []string{i18n.T(ctx, "dossier.window_over_text")}
		return t
	}
	t.ID = "h" + strconv.FormatInt(m.Seq, 10)
	t.When, t.Who, t.Title = i18n.DateTime(ctx, m.At), pages.EventWho(ctx, m.Entry), pages.EventTitle(ctx, m.Entry)
	if text := pages.EventText(ctx, m.Entry); text != "" {
		t.Texts = strings.Split(text, "\n")
	}
	if c, ok := st.Count(m); ok {
		t.Notes = append(t.Notes, i18n.T(ctx, "dossier.count.asked", "Days", c.Asked))
		if !c.Kept() {
			t.Late = i18n.T(ctx, "dossier.count.late", "Days", c.Asked-c.Days)
		}
	}
	if add := tellers[m.Kind]; add != nil {
		add(ctx, st, m, &t)
	}
	if m.MeetingID != 0 && st.MayOpen(m.MeetingID) {
		t.Links = append(t.Links, Link{i18n.T(ctx, "dossier.link.meeting", "Group", m.Detail["Group"], "Date", meetingDay(ctx, m)), "/moten/" + strconv.FormatInt(m.MeetingID, 10)})
	}
	return t
}

func meetingDay(ctx context.Context, m dossier.Moment) string {
	if m.Item.ID == 0 {
		return m.Detail["Date"]
	}
	return i18n.Date(ctx, m.Item.StartsAt)
}

// tellers add what the tables hold beside the log.
var tellers = map[string]func(context.Context, dossier.Story, dossier.Moment, *Told){
	"matter.created": began, "matter.dialogue": dialogue, "matter.proposed": proposed, "matter.proposed_editorial": proposed, "matter.deviation": proposed,
	"matter.risk_fixed": riskFixed, "meeting.item_opened": opened, "meeting.concluded": concluded, "meeting.minutes_final": final,
	"matter.decided": decided, "matter.decided_before": decided, "matter.board_decided": decided, "matter.board_deviated": decided,
	"matter.feedback_given": fedBack, "matter.effect_checked": checked, "action.done": done,
}

func began(ctx context.Context, st dossier.Story, _ dossier.Moment, t *Told) {
	var units []string
	for _, u := range st.Units {
		units = append(units, u.Name)
	}
	t.Texts = append(t.Texts, st.Purpose)
	t.Notes = append(t.Notes, i18n.T(ctx, "dossier.began.units", "Units", i18n.List(ctx, units)), i18n.T(ctx, "dossier.began.planned", "Date", i18n.Date(ctx, st.PlannedDecision)))
}

func dialogue(_ context.Context, st dossier.Story, m dossier.Moment, t *Told) {
	for _, d := range st.Dialogues {
		if d.UnitName == m.Detail["Unit"] && !d.HeldAt.After(m.At) && d.Note != "" {
			t.Texts = []string{d.Note}
		}
	}
}

func proposed(ctx context.Context, st dossier.Story, m dossier.Moment, t *Told) {
	for _, p := range st.Proposals {
		if strconv.Itoa(p.No) != m.Detail["No"] {
			continue
		}
		t.Long = append(t.Long, Titled{i18n.T(ctx, "dossier.proposal.read", "No", p.No), p.Body})
		if p.Alternatives != "" {
			t.Long = append(t.Long, Titled{i18n.T(ctx, "dossier.proposal.alternatives"), p.Alternatives})
		}
		t.Links = append(t.Links, Link{i18n.T(ctx, "dossier.link.proposal", "No", p.No), place(st, "/forslag/"+strconv.Itoa(p.No))})
	}
}

func riskFixed(ctx context.Context, st dossier.Story, m dossier.Moment, t *Told) {
	for _, r := range st.Risks {
		if strconv.Itoa(r.No) == m.Detail["No"] {
			t.Notes = append(t.Notes, i18n.T(ctx, "dossier.risk.of", "Proposal", r.ProposalNo, "Rows", r.Rows, "Stated", r.Stated, "Invited", r.Invited))
			t.Links = append(t.Links, Link{i18n.T(ctx, "dossier.link.risk", "No", r.No), place(st, "/riskbedomning/"+strconv.Itoa(r.No))})
		}
	}
}

// opened says who was there when the treatment was.
func opened(ctx context.Context, st dossier.Story, m dossier.Moment, t *Told) {
	var here []string
	for _, p := range st.There(m.Item, m.Item.ConcludedAt) {
		here = append(here, person(ctx, p))
	}
	if len(here) > 0 {
		t.Notes = append(t.Notes, i18n.T(ctx, "dossier.present", "People", i18n.List(ctx, here)))
	}
}

func person(ctx context.Context, p dossier.Presence) string {
	standing := strings.ToLower(meetings.RoleLabel(ctx, p.Role))
	if len(p.Unions) > 0 {
		standing = strings.Join(p.Unions, ", ")
	}
	return p.Name + " (" + standing + ")"
}

func concluded(ctx context.Context, st dossier.Story, m dossier.Moment, t *Told) {
	outcome := "dossier.concluded.agreed"
	for _, p := range st.Positions {
		if p.ItemID != m.Item.ID {
			continue
		}
		switch {
		case p.Stance == dossier.Mask:
			outcome = ""
		case p.Stance == matter.Disagrees:
			outcome = "dossier.concluded.disagreed"
			if !p.WindowUntil.IsZero() {
				t.Notes = append(t.Notes, i18n.T(ctx, "dossier.concluded.window", "Union", p.UnionName, "Until", i18n.Date(ctx, p.WindowUntil)))
			}
		}
	}
	if outcome != "" {
		t.Notes = append([]string{i18n.T(ctx, outcomeKeys[outcome])}, t.Notes...)
	}
	if m.Item.EffectiveAt != nil {
		t.Notes = append(t.Notes, i18n.T(ctx, "dossier.concluded.effective", "When", i18n.DateTime(ctx, *m.Item.EffectiveAt)))
	}
}

var outcomeKeys = map[string]string{"dossier.concluded.agreed": "dossier.concluded.agreed", "dossier.concluded.disagreed": "dossier.concluded.disagreed"}

func final(ctx context.Context, _ dossier.Story, m dossier.Moment, t *Told) {
	if digest := m.Detail["SHA256"]; digest != "" {
		t.Notes = append(t.Notes, i18n.T(ctx, "dossier.digest", "Digest", digest))
	}
	t.Links = append(t.Links, Link{i18n.T(ctx, "dossier.link.minutes", "Group", m.Detail["Group"]), "/moten/" + strconv.FormatInt(m.MeetingID, 10) + "/protokoll"})
}

// decided says what was decided, and how views were used.
func decided(ctx context.Context, st dossier.Story, m dossier.Moment, t *Told) {
	for _, d := range st.Decisions {
		if !d.RecordedAt.Equal(m.At) {
			continue
		}
		t.Notes = append(t.Notes, i18n.T(ctx, "dossier.decided.on", "Date", i18n.Date(ctx, d.DecidedOn), "No", d.ProposalNo))
		if d.Views != "" {
			t.Long = append(t.Long, Titled{i18n.T(ctx, "dossier.decided.views"), d.Views})
		}
	}
	t.Links = append(t.Links, Link{i18n.T(ctx, "dossier.link.decision"), place(st, "#beslut")})
}

func fedBack(_ context.Context, st dossier.Story, m dossier.Moment, t *Told) {
	for _, f := range st.Feedback {
		if f.GivenAt != nil && f.GivenAt.Equal(m.At) && f.Note != "" {
			t.Texts = append(t.Texts, f.Note)
		}
	}
}

func checked(ctx context.Context, st dossier.Story, m dossier.Moment, t *Told) {
	t.Notes = append(t.Notes, pages.ResultLabel(ctx, m.Detail["Result"]))
	for _, c := range st.Checks {
		if c.CheckedAt != nil && c.CheckedAt.Equal(m.At) && c.Note != "" {
			t.Texts = append(t.Texts, c.Note)
		}
	}
}

func done(_ context.Context, st dossier.Story, m dossier.Moment, t *Told) {
	for _, a := range st.Actions {
		if a.DoneAt != nil && a.DoneAt.Equal(m.At) && a.Result != "" {
			t.Texts = append(t.Texts, a.Result)
		}
	}
}

func place(st dossier.Story, part string) string {
	return "/arenden/" + strconv.FormatInt(st.ID, 10) + part
}
