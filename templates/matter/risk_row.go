package matter

import (
	"context"
	"strconv"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/ui"
)

// RiskRowForm is one row as it is written.
type RiskRowForm struct {
	Area, Source, Affected, Protection, Probability, Consequence, Measure, Responsible, ResponsibleID, DueOn, EffectOn string
	BProbability, BConsequence, NoneProbability, NoneConsequence, AfterProb, AfterCons                                 string
	Opportunity, Serious, AtOnce                                                                                       bool
}

// RowOf is a stored row as it is written.
func RowOf(r matter.RiskRow) RiskRowForm {
	n := func(v int) string {
		if v == 0 {
			return ""
		}
		return strconv.Itoa(v)
	}
	f := RiskRowForm{Area: r.Area, Source: r.Source, Affected: r.Affected, Protection: r.Protection, Probability: n(r.Probability), Consequence: n(r.Consequence), Measure: r.Measure,
		Responsible: r.Responsible, DueOn: r.DueOn.String(), EffectOn: r.EffectOn.String(), BProbability: n(r.BProbability), BConsequence: n(r.BConsequence),
		NoneProbability: n(r.NoneProbability), NoneConsequence: n(r.NoneConsequence), AfterProb: n(r.AfterProb), AfterCons: n(r.AfterCons),
		Opportunity: r.Opportunity, Serious: r.Serious, AtOnce: r.AtOnce}
	if r.ResponsibleID != 0 {
		f.ResponsibleID = strconv.FormatInt(r.ResponsibleID, 10)
	}
	return f
}

// RiskRowPage asks about one row.
type RiskRowPage struct {
	Head
	Page    matter.RiskPage
	No      int // 0: a new row
	Version int
	Row     RiskRowForm
	Theirs  *matter.RiskRow // what is stored, when somebody else saved first
	AskRead bool            // a text may tell of one person: the writer is to read it through
}

func (p RiskRowPage) action() string {
	if p.No == 0 {
		return path(p.ID, "/riskbedomning/rad")
	}
	return path(p.ID, "/riskbedomning/rad/"+strconv.Itoa(p.No))
}

func (p RiskRowPage) title(ctx context.Context) string {
	if p.No == 0 {
		return i18n.T(ctx, "risk.row.new")
	}
	return i18n.T(ctx, "risk.row.edit", "No", p.No)
}

// askKeys are questions to think of in each area.
var askKeys = map[string]string{
	"workload": "risk.ask.workload", "working_time": "risk.ask.working_time", "roles": "risk.ask.roles", "social": "risk.ask.social", "threats": "risk.ask.threats",
	"working_alone": "risk.ask.working_alone", "ergonomics": "risk.ask.ergonomics", "premises": "risk.ask.premises", "equipment": "risk.ask.equipment",
	"chemicals": "risk.ask.chemicals", "competence": "risk.ask.competence", "digital": "risk.ask.digital", "users": "risk.ask.users",
}

// askRows are the questions of every area; the areas that have rows already are marked.
func askRows(ctx context.Context, rows []matter.RiskRow) []ui.SummaryRow {
	var out []ui.SummaryRow
	for _, a := range matter.RiskAreas {
		out = append(out, ui.SummaryRow{Key: say(ctx, areaKeys, a), Value: say(ctx, askKeys, a)})
	}
	return out
}

// otherScale is the scale for an alternative beside the proposal, where the risk may be missing or be the same.
func otherScale(ctx context.Context, keys map[string]string, chosen string, missing bool) []ui.Option {
	os := []ui.Option{{Value: "", Label: i18n.T(ctx, "risk.row.same"), Selected: chosen == ""}}
	if missing {
		os = append(os, ui.Option{Value: "-1", Label: i18n.T(ctx, "risk.row.not_there"), Selected: chosen == "-1"})
	}
	return append(os, options(ctx, keys, scale, chosen)...)
}

// afterScale is the scale for what is left of the risk.
func afterScale(ctx context.Context, keys map[string]string, chosen string) []ui.Option {
	return append([]ui.Option{{Value: "", Label: i18n.T(ctx, "risk.row.after_none"), Selected: chosen == ""}}, options(ctx, keys, scale, chosen)...)
}

// RiskRowFacts are what a row says, below its heading.
func RiskRowFacts(ctx context.Context, r matter.RiskRow, w matter.RiskWork) []ui.SummaryRow {
	rows := facts(fact(i18n.T(ctx, "risk.row.affected"), r.Affected), fact(i18n.T(ctx, "risk.row.protection"), r.Protection))
	if r.Measure == "" {
		if !r.Opportunity {
			rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "risk.row.measure"), Value: i18n.T(ctx, "risk.row.no_measure")})
		}
		return rows
	}
	rows = append(rows, fact(i18n.T(ctx, "risk.row.measure"), r.Measure), ui.SummaryRow{Key: i18n.T(ctx, "risk.row.plan"), Value: planText(ctx, r, w)})
	if !r.EffectOn.IsZero() {
		rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "risk.row.effect"), Value: effectText(ctx, r, w)})
	}
	return rows
}

// planText is who takes the measure and by when, and whether it is done.
func planText(ctx context.Context, r matter.RiskRow, w matter.RiskWork) string {
	who := r.ResponsibleName
	switch {
	case who == "":
		who = r.Responsible
	case r.Responsible != "":
		who += " (" + r.Responsible + ")"
	}
	if w.Action != nil {
		if w.Action.DoneAt != nil {
			return i18n.T(ctx, "risk.row.done", "Name", w.Action.PersonName, "Date", i18n.Date(ctx, *w.Action.DoneAt))
		}
		return i18n.T(ctx, "risk.row.by", "Name", who, "Date", i18n.Date(ctx, w.Action.DueOn))
	}
	switch {
	case r.AtOnce:
		return i18n.T(ctx, "risk.row.at_once_said")
	case who == "" && r.DueOn.IsZero():
		return i18n.T(ctx, "risk.row.no_plan")
	case r.DueOn.IsZero():
		return i18n.T(ctx, "risk.row.by_somebody", "Name", who)
	case who == "":
		return i18n.T(ctx, "risk.row.by_day", "Date", i18n.Date(ctx, r.DueOn))
	}
	return i18n.T(ctx, "risk.row.by", "Name", who, "Date", i18n.Date(ctx, r.DueOn))
}

func effectText(ctx context.Context, r matter.RiskRow, w matter.RiskWork) string {
	if w.Check == nil || w.Check.CheckedAt == nil {
		return i18n.T(ctx, "risk.row.effect_on", "Date", i18n.Date(ctx, r.EffectOn))
	}
	text := say(ctx, resultKeys, w.Check.Result) + ", " + i18n.Date(ctx, *w.Check.CheckedAt)
	if w.Check.Note != "" {
		text += "\n" + w.Check.Note
	}
	return text
}

// RiskRowTitle is "3. Arbetstid: Kortare vila mellan pass".
func RiskRowTitle(ctx context.Context, r matter.RiskRow) string {
	return strconv.Itoa(r.No) + ". " + say(ctx, areaKeys, r.Area) + ": " + r.Source
}
