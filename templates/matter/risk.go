package matter

import (
	"context"
	"strconv"
	"strings"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/ui"
)

// RiskPage is the risk assessment as it stands.
type RiskPage struct {
	Head
	Page   matter.RiskPage
	Write  bool // the owner may write the draft, or begin one
	State  bool // the reader is a safety representative who may have their say on the draft
	Follow bool // the reader may say that the fixed version has been followed up
	Today  clock.Date
}

func (p RiskPage) base() string { return path(p.ID, "/riskbedomning") }

// edit is the address of the part's form, or "" for who only reads.
func (p RiskPage) edit(part string) string {
	if !p.Write || !p.Page.Draft() {
		return ""
	}
	return p.base() + part
}

var riskStateKeys = map[string]string{matter.RiskDraft: "risk.state.draft", matter.RiskDialogue: "risk.state.dialogue", matter.RiskFixed: "risk.state.fixed", matter.RiskFollowed: "risk.state.followed"}

var riskStateTones = map[string]ui.Tone{matter.RiskDraft: ui.Info, matter.RiskDialogue: ui.Info, matter.RiskFixed: ui.Success, matter.RiskFollowed: ui.Success}

// riskState says how far the version has come, and when.
func riskState(ctx context.Context, a matter.RiskAssessed) string {
	date := ""
	switch {
	case a.FollowedAt != nil:
		date = i18n.Date(ctx, *a.FollowedAt)
	case a.FixedAt != nil:
		date = i18n.Date(ctx, *a.FixedAt)
	}
	return i18n.T(ctx, riskStateKeys[a.State()], "No", a.No, "Date", date)
}

var levelKeys = map[matter.RiskLevel]string{matter.LowRisk: "risk.level.low", matter.MediumRisk: "risk.level.medium", matter.HighRisk: "risk.level.high", matter.VeryHighRisk: "risk.level.very_high"}

var levelTones = map[matter.RiskLevel]ui.Tone{matter.LowRisk: ui.Success, matter.MediumRisk: ui.Neutral, matter.HighRisk: ui.Warning, matter.VeryHighRisk: ui.Danger}

// levelText is "Hög, 12".
func levelText(ctx context.Context, p, c int) string {
	if p*c <= 0 { // masked
		return "–"
	}
	return i18n.T(ctx, "risk.level.value", "Level", say(ctx, levelKeys, matter.LevelOf(p*c)), "Value", p*c)
}

// shade is the matrix' shade of a value: 0 the gravest, 4 the slightest.
func shade(value int) int {
	return map[matter.RiskLevel]int{matter.VeryHighRisk: 0, matter.HighRisk: 1, matter.MediumRisk: 2, matter.LowRisk: 4}[matter.LevelOf(value)]
}

var altKeys = map[string]string{matter.AltProposal: "risk.alternative.proposal", matter.AltNone: "risk.alternative.none", matter.AltB: "risk.alternative.b"}

// altName is what an alternative is called.
func altName(ctx context.Context, a matter.Assessment, alt string) string {
	if alt == matter.AltB {
		return i18n.T(ctx, "risk.alternative.b", "Name", a.AlternativeB)
	}
	return say(ctx, altKeys, alt)
}

var probabilityKeys = map[string]string{"1": "matter.probability.p1", "2": "matter.probability.p2", "3": "matter.probability.p3", "4": "matter.probability.p4", "5": "matter.probability.p5"}

var consequenceKeys = map[string]string{"1": "matter.consequence.c1", "2": "matter.consequence.c2", "3": "matter.consequence.c3", "4": "matter.consequence.c4", "5": "matter.consequence.c5"}

var scale = []string{"1", "2", "3", "4", "5"}

// Dot is a row in a matrix.
type Dot struct{ No, P, C int }

// before are the risks as they are without measures; after as they are with them, where that has been judged.
func before(rows []matter.RiskRow) (dots []Dot) {
	for _, r := range rows {
		if !r.Opportunity {
			dots = append(dots, Dot{r.No, r.Probability, r.Consequence})
		}
	}
	return dots
}

func after(rows []matter.RiskRow) (dots []Dot) {
	for _, r := range rows {
		if p, c, judged := r.After(); judged && !r.Opportunity {
			dots = append(dots, Dot{r.No, p, c})
		}
	}
	return dots
}

func at(dots []Dot, p, c int) (in []Dot) {
	for _, d := range dots {
		if d.P == p && d.C == c {
			in = append(in, d)
		}
	}
	return in
}

// riskMatrix sets the rows' numbers by how probable and how grave they are. Where a number stands says what the shade says.
func riskMatrix(ctx context.Context, id, caption string, dots []Dot) ui.MatrixProps {
	m := ui.MatrixProps{ID: id, Caption: caption, Corner: i18n.T(ctx, "risk.matrix.corner"), Word: i18n.T(ctx, "risk.row.word")}
	for _, c := range scale {
		m.Columns = append(m.Columns, ui.MatrixHead{Text: c, Said: say(ctx, consequenceKeys, c)})
	}
	for p := 5; p >= 1; p-- {
		row := ui.MatrixRow{Head: ui.MatrixHead{Text: strconv.Itoa(p), Said: say(ctx, probabilityKeys, strconv.Itoa(p))}}
		for c := 1; c <= 5; c++ {
			cell := ui.MatrixCell{ID: cellID(id, p, c), Level: shade(p * c)}
			for _, d := range at(dots, p, c) {
				cell.Marks = append(cell.Marks, ui.MatrixMark{Text: strconv.Itoa(d.No), Href: "#" + rowID(d.No)})
			}
			row.Cells = append(row.Cells, cell)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

// cellID names a square of a matrix, so that rows can lead to it.
func cellID(matrix string, p, c int) string {
	return matrix + "-" + strconv.Itoa(p) + "-" + strconv.Itoa(c)
}

func rowID(no int) string { return "rad-" + strconv.Itoa(no) }

// riskTable is the matrix in words: each row's values, with links to its square and to the row in full.
func riskTable(ctx context.Context, rows []matter.RiskRow, linked bool) ui.TableProps {
	t := ui.TableProps{ID: "tabell", Caption: i18n.T(ctx, "risk.table.caption"), Columns: []ui.Column{{Text: i18n.T(ctx, "risk.table.row")},
		{Text: i18n.T(ctx, "risk.table.before")}, {Text: i18n.T(ctx, "risk.table.after")}}}
	for _, r := range rows {
		head := ui.Cell{Text: strconv.Itoa(r.No) + ". " + say(ctx, areaKeys, r.Area), Href: "#" + rowID(r.No)}
		b := ui.Cell{Text: levelText(ctx, r.Probability, r.Consequence), Href: "#" + cellID("fore", r.Probability, r.Consequence)}
		a := ui.Cell{Text: i18n.T(ctx, "risk.table.not_judged")}
		if p, c, judged := r.After(); judged {
			a = ui.Cell{Text: levelText(ctx, p, c), Href: "#" + cellID("efter", p, c)}
		}
		if r.Opportunity {
			b, a = ui.Cell{Text: i18n.T(ctx, "risk.row.opportunity")}, ui.Cell{Text: "–"}
		}
		if !linked {
			head.Href, b.Href, a.Href = "", "", ""
		}
		t.Rows = append(t.Rows, ui.TableRow{Cells: []ui.Cell{head, b, a}})
	}
	return t
}

// RiskAlternativesTable lays the alternatives side by side: each risk's level in each, and how many there are of each level.
func RiskAlternativesTable(ctx context.Context, a matter.RiskAssessed) ui.TableProps {
	t := ui.TableProps{ID: "alternativ-tabell", Caption: i18n.T(ctx, "risk.alternative.caption"), CaptionHidden: true, Columns: []ui.Column{{Text: i18n.T(ctx, "risk.table.row")}}}
	for _, alt := range a.Alternatives() {
		t.Columns = append(t.Columns, ui.Column{Text: altName(ctx, a.Assessment, alt)})
	}
	for _, r := range a.Rows {
		if r.Opportunity {
			continue
		}
		cells := []ui.Cell{{Text: strconv.Itoa(r.No) + ". " + say(ctx, areaKeys, r.Area), Href: "#" + rowID(r.No)}}
		for _, alt := range a.Alternatives() {
			if p, c, there := r.In(alt); there {
				cells = append(cells, ui.Cell{Text: levelText(ctx, p, c)})
			} else {
				cells = append(cells, ui.Cell{Text: i18n.T(ctx, "risk.alternative.not_there")})
			}
		}
		t.Rows = append(t.Rows, ui.TableRow{Cells: cells})
	}
	for _, l := range []matter.RiskLevel{matter.VeryHighRisk, matter.HighRisk} {
		cells := []ui.Cell{{Text: i18n.T(ctx, "risk.alternative.count", "Level", strings.ToLower(say(ctx, levelKeys, l)))}}
		for _, s := range a.Summaries() {
			cells = append(cells, ui.Cell{Text: strconv.Itoa(s.Counts[l])})
		}
		t.Rows = append(t.Rows, ui.TableRow{Cells: cells})
	}
	return t
}

// changeFacts are part A: what changes.
func (p RiskPage) changeFacts(ctx context.Context, a matter.RiskAssessed) []ui.SummaryRow {
	return withLink(ctx, p.edit("/andring"), RiskChangeFacts(ctx, a.Assessment))
}

// RiskChangeFacts are what the assessment says of the change.
func RiskChangeFacts(ctx context.Context, a matter.Assessment) []ui.SummaryRow {
	return facts(fact(i18n.T(ctx, "risk.change.what"), a.Change), fact(i18n.T(ctx, "risk.change.place"), a.Place), fact(i18n.T(ctx, "risk.change.starts"), a.Starts),
		fact(i18n.T(ctx, "risk.change.why"), a.Reason), fact(i18n.T(ctx, "risk.change.affected"), a.Affected))
}

// otherFacts are part D: what else follows.
func (p RiskPage) otherFacts(ctx context.Context, a matter.RiskAssessed) []ui.SummaryRow {
	return withLink(ctx, p.edit("/slutsats"), RiskOtherFacts(ctx, a.Assessment))
}

// RiskOtherFacts are the assessment's other consequences.
func RiskOtherFacts(ctx context.Context, a matter.Assessment) []ui.SummaryRow {
	return facts(fact(i18n.T(ctx, "risk.other.equality"), a.Equality), fact(i18n.T(ctx, "risk.other.economy"), a.Economy), fact(i18n.T(ctx, "risk.other.service"), a.Service))
}

// RiskConclusionFacts are the owner's conclusion and when it is followed up.
func RiskConclusionFacts(ctx context.Context, a matter.Assessment) []ui.SummaryRow {
	rows := []ui.SummaryRow{{Key: i18n.T(ctx, "risk.conclude.title"), Value: say(ctx, conclusionKeys, a.Conclusion)}}
	follow := i18n.T(ctx, "risk.follow.none")
	if !a.FollowOn.IsZero() {
		follow = i18n.T(ctx, "risk.follow.by", "Date", i18n.Date(ctx, a.FollowOn), "Name", a.FollowByName)
	}
	rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "risk.follow.title"), Value: follow})
	if a.WithoutReason != "" {
		rows = append(rows, fact(i18n.T(ctx, "risk.fix.without"), a.WithoutReason))
	}
	if a.FollowedAt != nil {
		rows = append(rows, fact(i18n.T(ctx, "risk.follow.result", "Date", i18n.Date(ctx, *a.FollowedAt), "Name", a.FollowerName), a.FollowedNote))
	}
	return rows
}

func fact(key, value string) ui.SummaryRow { return ui.SummaryRow{Key: key, Value: value, Lang: "sv"} }

// facts are those that say something.
func facts(rows ...ui.SummaryRow) (out []ui.SummaryRow) {
	for _, r := range rows {
		if r.Value != "" {
			out = append(out, r)
		}
	}
	return out
}

// withLink puts the way to change them beside the first.
func withLink(ctx context.Context, href string, rows []ui.SummaryRow) []ui.SummaryRow {
	if href != "" && len(rows) > 0 {
		rows[0].Href, rows[0].Link = href, i18n.T(ctx, "risk.change_link")
	}
	return rows
}
