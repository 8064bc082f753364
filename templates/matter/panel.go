package matter

import (
	"context"
	"slices"
	"strings"
	"time"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/internal/organisation"
	"samverka/templates/ui"
)

// Item puts one missing thing into words: what, who, when, where, and the rule. reach says which links the reader can
// follow; nil: all.
func Item(ctx context.Context, m matter.Missing, reach func(link string) bool) ui.PanelItem {
	p := ui.PanelItem{What: i18n.T(ctx, m.Key, args(ctx, m.Args)...), Who: m.Who, Source: m.Source, Quotes: Quotes(m.Quotes)}
	switch {
	case !m.When.IsZero():
		p.When, p.Day = i18n.Date(ctx, m.When), m.When.String()
	case !m.Before.IsZero():
		p.When = i18n.T(ctx, "matter.gate.before", "Date", i18n.Date(ctx, m.Before))
	}
	if key := whyKeys[m.Key]; key != "" {
		p.Why = i18n.T(ctx, key)
	}
	if m.Link != "" && m.Action != "" && (reach == nil || reach(m.Link)) {
		p.Href, p.Link = m.Link, i18n.T(ctx, m.Action)
	}
	return p
}

// Quotes are clauses as panels show them.
func Quotes(cs []organisation.Clause) (qs []ui.Quote) {
	for _, c := range cs {
		qs = append(qs, ui.Quote{Number: c.Number, Text: c.Body})
	}
	return qs
}

// Items is Item for a whole list.
func Items(ctx context.Context, ms []matter.Missing, reach func(link string) bool) []ui.PanelItem {
	items := make([]ui.PanelItem, len(ms))
	for i, m := range ms {
		items[i] = Item(ctx, m, reach)
	}
	return items
}

// whyKeys are the rules behind what the gate asks for, in plain words.
var whyKeys = map[string]string{
	"matter.gate.proposal": "matter.why.proposal", "matter.gate.plan": "matter.why.plan", "matter.gate.risk": "matter.why.risk",
	"matter.gate.mbl38": "matter.why.mbl38", "matter.gate.negotiation": "matter.why.negotiation", "matter.gate.agreement_ended": "matter.why.agreement_ended",
	"matter.gate.window": "matter.why.window", "matter.gate.group_outdated": "matter.why.outdated", "matter.gate.group_tabled": "matter.why.tabled",
	"matter.gate.group_approval": "matter.why.approval", "matter.gate.central": "matter.why.central", "matter.gate.editorial": "matter.why.editorial",
	"matter.ahead.agreement_ends": "matter.why.ahead", "matter.ahead.agreement_ends_info": "matter.why.ahead",
	"matter.gate.window_enhanced": "matter.why.step", "matter.gate.window_higher": "matter.why.step", "matter.gate.enhanced": "matter.why.step", "matter.gate.higher": "matter.why.step",
	"matter.gate.group_vacant": "matter.why.group_vacant", "matter.gate.step_vacant": "matter.why.group_vacant", "matter.gate.group": "matter.why.group", "matter.gate.group_planned": "matter.why.group",
}

// Gate is what the Beslutsläge of a matter is made of.
type Gate struct {
	Record  matter.Record
	Now     time.Time
	Missing []matter.Missing
	Decider bool                   // the reader is the one who decides
	Reach   func(link string) bool // links that the reader can follow; nil: all
}

// GateOf works the gate out for a reader.
func GateOf(r matter.Record, now time.Time, decider bool, reach func(string) bool) Gate {
	return Gate{Record: r, Now: now, Missing: r.Gate(now), Decider: decider, Reach: reach}
}

// Panel is the Beslutsläge: not yet with what is missing, allowed, allowed with remarks, or closed.
func (g Gate) Panel(ctx context.Context) ui.PanelProps {
	p := ui.PanelProps{Label: i18n.T(ctx, "matter.panel.label"), AheadIs: i18n.T(ctx, "matter.ahead.title"), Ahead: Items(ctx, g.Record.Ahead(g.Now), g.Reach)}
	r := g.Record
	d, decided := r.LastDecision()
	_, exception := r.ApprovedException()
	switch state := r.State(g.Now); {
	case state == matter.Withdrawn || state == matter.HandedOver || state == matter.Closed:
		p.State, p.Heading, p.Text = ui.PanelClosed, i18n.T(ctx, "matter.panel.closed", "State", StateLabel(ctx, state)), r.StatusReason
	case state == matter.Deviates:
		p.Heading, p.Text = i18n.T(ctx, "matter.panel.deviates"), i18n.T(ctx, "matter.panel.deviates_text")
		p.Missing = Items(ctx, g.Missing, g.Reach)
	case state == matter.BeforeSamv:
		p.Heading = i18n.T(ctx, "matter.panel.before", "Date", i18n.Date(ctx, d.DecidedOn))
		p.Text, p.Missing = i18n.T(ctx, "matter.panel.before_text"), Items(ctx, g.Missing, g.Reach)
	case state == matter.Executing:
		p.State, p.Heading, p.Text = ui.PanelClosed, i18n.T(ctx, "matter.panel.executing"), i18n.T(ctx, "matter.panel.decided", "Date", i18n.Date(ctx, d.DecidedOn))
	case state == matter.Following:
		p.State, p.Heading, p.Text = ui.PanelClosed, i18n.T(ctx, "matter.panel.following"), i18n.T(ctx, "matter.panel.decided", "Date", i18n.Date(ctx, d.DecidedOn))
	case decided && state == matter.Decided:
		p.State, p.Heading = ui.PanelClosed, i18n.T(ctx, "matter.panel.decided", "Date", i18n.Date(ctx, d.DecidedOn))
		p.Text = i18n.T(ctx, "matter.panel.decided_text")
	case len(g.Missing) > 0 && exception:
		p.State, p.Heading = ui.PanelRemarks, g.heading(ctx, 0)
		p.Remarks, p.Missing = []string{i18n.T(ctx, "matter.panel.exception")}, Items(ctx, g.Missing, g.Reach)
	case len(g.Missing) > 0:
		p.Heading, p.Missing = g.heading(ctx, len(g.Missing)), Items(ctx, g.Missing, g.Reach)
	default:
		p.State, p.Heading, p.Remarks = ui.PanelAllowed, g.heading(ctx, 0), g.remarks(ctx)
		if len(p.Remarks) > 0 {
			p.State = ui.PanelRemarks
		}
	}
	return p
}

// heading is the answer in one sentence; missing 0: yes.
func (g Gate) heading(ctx context.Context, missing int) string {
	switch {
	case g.Record.Decider == matter.ByBoard && missing == 0:
		return i18n.T(ctx, "matter.panel.board_yes")
	case g.Record.Decider == matter.ByBoard:
		return i18n.N(ctx, "matter.panel.board_no", missing)
	case g.Decider && missing == 0:
		return i18n.T(ctx, "matter.panel.you_yes")
	case g.Decider:
		return i18n.N(ctx, "matter.panel.you_no", missing)
	case missing == 0:
		return i18n.T(ctx, "matter.panel.manager_yes")
	}
	return i18n.N(ctx, "matter.panel.manager_no", missing)
}

// remarks are what whoever decides should know although nothing is missing.
func (g Gate) remarks(ctx context.Context) []string {
	var rs, against []string
	for _, p := range g.Record.Positions {
		it, _ := g.Record.Item(p.ItemID)
		if p.Stance == matter.Disagrees && it.ConcludedAt != nil && g.holds(it) && !slices.Contains(against, p.UnionName) {
			against = append(against, p.UnionName)
		}
	}
	if len(against) > 0 {
		rs = append(rs, i18n.T(ctx, "matter.panel.disagreed", "Unions", i18n.List(ctx, against)))
		rs = append(rs, g.centralRemark(ctx))
	}
	if g.Record.WorkEnvironment && !g.Record.RiskFixed() {
		rs = append(rs, i18n.T(ctx, "matter.panel.no_risk"))
	}
	return slices.DeleteFunc(rs, func(s string) bool { return s == "" })
}

// holds reports whether the treatment's outcome is still that of a track.
func (g Gate) holds(it matter.Item) bool {
	for _, t := range g.Record.Tracks {
		if t.ID == it.TrackID {
			s := g.Record.TrackState(t, g.Now)
			return s == matter.TrackDisagreed || s == matter.TrackAwaits
		}
	}
	return false
}

func (g Gate) centralRemark(ctx context.Context) string {
	var names []string
	for _, t := range g.Record.Tracks {
		if t.Kind == matter.KindMBL14 && t.ClosedAt != nil {
			names = append(names, t.UnionName)
		}
	}
	if len(names) == 0 {
		return i18n.T(ctx, "matter.panel.no_central")
	}
	return i18n.T(ctx, "matter.panel.central_done", "Unions", i18n.List(ctx, names))
}

// Undecided reports whether an earliest day says anything: the matter is open and not decided as proposed.
func (g Gate) Undecided() bool {
	s := g.Record.State(g.Now)
	return g.Record.Status == "open" && s != matter.Decided && s != matter.Executing && s != matter.Following && s != matter.BeforeSamv
}

// Earliest is the earliest lawful day.
func (g Gate) Earliest() clock.Date { return g.Record.Earliest(g.Now) }

// allAgree reports whether the earliest day rests on agreement that is still to be reached.
func (g Gate) allAgree() bool {
	return slices.ContainsFunc(g.Missing, func(m matter.Missing) bool { return strings.HasPrefix(m.Key, "matter.gate.group") })
}
