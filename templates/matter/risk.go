package matter

import (
	"context"
	"strconv"
	"strings"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/ui"
)

// RiskRowForm is one row as it is written.
type RiskRowForm struct {
	Area, Source, Affected, Protection, Probability, Consequence, Measure, Responsible, DueOn string
	Opportunity, Serious                                                                      bool
}

// Filled reports whether the row holds anything: an area alone counts, its other answers have first values.
func (r RiskRowForm) Filled() bool { return r.Area != "" || r.Source != "" || r.Measure != "" }

// RowOf is a stored row as it is written.
func RowOf(r matter.RiskRow) RiskRowForm {
	return RiskRowForm{Area: r.Area, Source: r.Source, Affected: r.Affected, Protection: r.Protection, Probability: strconv.Itoa(r.Probability),
		Consequence: strconv.Itoa(r.Consequence), Measure: r.Measure, Responsible: r.Responsible, DueOn: r.DueOn.String(), Opportunity: r.Opportunity, Serious: r.Serious}
}

// Risk is the page of the risk assessment.
type Risk struct {
	Head
	Page       matter.RiskPage
	Edit       bool // the owner writes
	Invite     bool
	State      bool // the reader is a safety representative and there is a draft
	Fix        bool
	Change     string
	Conclusion string
	Version    int
	Rows       []RiskRowForm
	Theirs     []matter.RiskRow // what is stored, when somebody else saved first
	Agrees     string           // the statement's form
	Body       string
	Without    string // the fixing's form
}

func (p Risk) draft() bool {
	a, ok := p.Page.Current()
	return ok && a.FixedAt == nil
}

// Matrix sets rows by how probable and how grave they are: their numbers stand in the cells.
func Matrix(ctx context.Context, rows []matter.RiskRow) ui.HeatProps {
	h := ui.HeatProps{Caption: i18n.T(ctx, "matter.risk.matrix"), Columns: []ui.Column{{Text: i18n.T(ctx, "matter.risk.probability")}}}
	for c := 1; c <= 5; c++ {
		h.Columns = append(h.Columns, ui.Column{Text: consequenceText(ctx, c), Num: true})
	}
	for p := 5; p >= 1; p-- {
		row := ui.HeatRow{Text: probabilityText(ctx, p)}
		for c := 1; c <= 5; c++ {
			row.Cells = append(row.Cells, ui.HeatCell{Text: cellText(rows, p, c), Level: level(p * c)})
		}
		h.Rows = append(h.Rows, row)
	}
	return h
}

func cellText(rows []matter.RiskRow, p, c int) string {
	var ns []string
	for i, r := range rows {
		if r.Probability == p && r.Consequence == c && !r.Opportunity {
			ns = append(ns, strconv.Itoa(i+1))
		}
	}
	if len(ns) == 0 {
		return "–"
	}
	return strings.Join(ns, ", ")
}

// level is the shade of a risk value: 0 the gravest, 4 the slightest.
func level(value int) int {
	switch {
	case value >= 15:
		return 0
	case value >= 10:
		return 1
	case value >= 6:
		return 2
	case value >= 3:
		return 3
	}
	return 4
}

var probabilityKeys = map[string]string{"1": "matter.probability.p1", "2": "matter.probability.p2", "3": "matter.probability.p3", "4": "matter.probability.p4", "5": "matter.probability.p5"}

var consequenceKeys = map[string]string{"1": "matter.consequence.c1", "2": "matter.consequence.c2", "3": "matter.consequence.c3", "4": "matter.consequence.c4", "5": "matter.consequence.c5"}

var scale = []string{"1", "2", "3", "4", "5"}

func probabilityText(ctx context.Context, p int) string {
	return say(ctx, probabilityKeys, strconv.Itoa(p))
}

func consequenceText(ctx context.Context, c int) string {
	return say(ctx, consequenceKeys, strconv.Itoa(c))
}

// riskRows are the rows as a table beside the matrix.
func riskRows(ctx context.Context, rows []matter.RiskRow) ui.TableProps {
	t := ui.TableProps{Caption: i18n.T(ctx, "matter.risk.rows"), Columns: []ui.Column{{Text: i18n.T(ctx, "matter.risk.source")},
		{Text: i18n.T(ctx, "matter.risk.value"), Num: true}, {Text: i18n.T(ctx, "matter.risk.measure")}, {Text: i18n.T(ctx, "matter.risk.responsible")}, {Text: i18n.T(ctx, "matter.risk.due")}}}
	for i, r := range rows {
		value := strconv.Itoa(r.Value())
		if r.Opportunity {
			value = i18n.T(ctx, "matter.risk.opportunity_short")
		}
		t.Rows = append(t.Rows, ui.TableRow{Cells: []ui.Cell{{Text: strconv.Itoa(i+1) + ". " + RiskSource(ctx, r)}, {Text: value}, {Text: r.Measure, Lang: "sv"}, {Text: r.Responsible, Lang: "sv"}, {Text: i18n.ShortDate(ctx, r.DueOn)}}})
	}
	return t
}

// RiskSource is what may happen, and to whom.
func RiskSource(ctx context.Context, r matter.RiskRow) string {
	s := say(ctx, areaKeys, r.Area) + ": " + r.Source
	if r.Affected != "" {
		s += " (" + r.Affected + ")"
	}
	if r.Serious {
		s += " – " + i18n.T(ctx, "matter.risk.serious_short")
	}
	return s
}

// uninvited are the safety representatives who are still to be invited.
func (p Risk) uninvited() []ui.Option {
	var os []ui.Option
	for _, person := range p.Page.Safety {
		invited := false
		for _, s := range p.Page.Statements {
			invited = invited || s.PersonID == person.ID && p.draft()
		}
		if !invited {
			os = append(os, ui.Option{Value: strconv.FormatInt(person.ID, 10), Label: person.Name, Selected: true})
		}
	}
	return os
}

func statementRows(ctx context.Context, ss []matter.RiskStatement) []ui.SummaryRow {
	rows := make([]ui.SummaryRow, len(ss))
	for i, s := range ss {
		rows[i] = ui.SummaryRow{Key: s.PersonName, Value: i18n.T(ctx, "matter.risk.invited", "When", i18n.DateTime(ctx, s.InvitedAt))}
		if s.StatedAt == nil {
			continue
		}
		key := "matter.risk.disagrees"
		if s.Agrees != nil && *s.Agrees {
			key = "matter.risk.agrees"
		}
		rows[i].Value = i18n.T(ctx, key) + ", " + i18n.DateTime(ctx, *s.StatedAt)
		if s.Body != "" {
			rows[i].Value += "\n" + s.Body
		}
	}
	return rows
}
