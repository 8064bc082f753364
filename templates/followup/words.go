// Package followup shows the parties' yearly follow-up: the list of rounds, a round, its statement, and a group's part of it.
package followup

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"samverka/internal/access"
	"samverka/internal/followup"
	"samverka/internal/i18n"
	"samverka/templates/ui"
)

const root = "/uppfoljning"

// Path is a page of the round.
func Path(round int64, part string) string { return root + "/" + strconv.FormatInt(round, 10) + part }

// GroupPath is a page of a group in the round.
func GroupPath(round, group int64, part string) string {
	return Path(round, "/grupper/"+strconv.FormatInt(group, 10)+part)
}

var stageKeys = map[followup.Stage]string{
	followup.Planned: "followup.stage.planned", followup.Answering: "followup.stage.answers", followup.Analysing: "followup.stage.analysis", followup.Talking: "followup.stage.dialogue",
	followup.Stating: "followup.stage.statement", followup.Acting: "followup.stage.actions", followup.Closed: "followup.stage.closed",
}

// onwardKeys are what the button says that leads to a stage.
var onwardKeys = map[followup.Stage]string{
	followup.Answering: "followup.onward.answers", followup.Analysing: "followup.onward.analysis", followup.Talking: "followup.onward.dialogue",
	followup.Stating: "followup.onward.statement", followup.Acting: "followup.onward.actions", followup.Closed: "followup.onward.closed",
}

var sideKeys = map[followup.Side]string{followup.Employer: "followup.side.employer", followup.Union: "followup.side.union"}

var answerKeys = map[followup.Side]string{followup.Employer: "followup.answer.employer", followup.Union: "followup.answer.union"}

// questionKeys are the graded questions, in order.
var questionKeys = [followup.Questions]string{"followup.question.understanding", "followup.question.trust", "followup.question.conditions", "followup.question.early", "followup.question.followed"}

func stage(ctx context.Context, s followup.Stage) string { return i18n.Say(ctx, stageKeys[s]) }

func tone(s followup.Stage) ui.Tone {
	if s == followup.Closed {
		return ui.Success
	}
	return ui.Info
}

// Title is what a round is called.
func Title(ctx context.Context, year int) string {
	return i18n.T(ctx, "followup.round.title", "Year", year)
}

func crumbs(ctx context.Context, r followup.Round, last string) []ui.Crumb {
	all := []ui.Crumb{{Text: i18n.T(ctx, "followup.list.title"), Href: root}}
	if last == "" {
		return append(all, ui.Crumb{Text: strconv.Itoa(r.Year)})
	}
	return append(all, ui.Crumb{Text: strconv.Itoa(r.Year), Href: Path(r.ID, "")}, ui.Crumb{Text: last})
}

func rounds(ctx context.Context, all []followup.Round) (rows []ui.ListRow) {
	for _, r := range all {
		row := ui.ListRow{Text: Title(ctx, r.Year), Href: Path(r.ID, ""), Tag: stage(ctx, r.Stage), TagTone: tone(r.Stage)}
		if r.StatedAt != nil {
			row.Detail = i18n.T(ctx, "followup.list.stated", "Date", i18n.Date(ctx, *r.StatedAt))
		}
		rows = append(rows, row)
	}
	return rows
}

// stages shows how far the round has come.
func stages(ctx context.Context, r followup.Round) ui.TaskListProps {
	var g ui.TaskGroup
	done := true
	for _, s := range followup.Stages {
		t := ui.Task{Text: stage(ctx, s)}
		switch {
		case s == r.Stage && s != followup.Closed:
			t.Status, done = ui.TaskOngoing, false
		case done:
			t.Status = ui.TaskDone
		}
		g.Tasks = append(g.Tasks, t)
	}
	return ui.TaskListProps{Groups: []ui.TaskGroup{g}}
}

// mostMissing is how many entries of what is missing a page lists.
const mostMissing = 8

// missing lists the first thing that each group lacks, with how much more it does; told is how many things that covers.
func missing(ctx context.Context, p followup.Page) (items []ui.PanelItem, told int) {
	group, more := int64(0), 0
	for _, m := range p.Missing {
		if m.GroupID != 0 && m.GroupID == group {
			more++
			items[len(items)-1].Who = i18n.N(ctx, "followup.panel.also", more)
		} else if len(items) == mostMissing {
			break
		} else {
			group, more = m.GroupID, 0
			items = append(items, missingItem(ctx, p, m))
		}
		told++
	}
	return items, told
}

func missingItem(ctx context.Context, p followup.Page, m followup.Missing) ui.PanelItem {
	item := ui.PanelItem{What: i18n.Say(ctx, m.Key, m.Args...)}
	switch {
	case m.GroupID != 0:
		item.Href, item.Link = GroupPath(p.ID, m.GroupID, "#"+m.Anchor), i18n.T(ctx, "followup.panel.to_group")
	case p.Stage == followup.Stating:
		item.Href, item.Link = Path(p.ID, "/uttalande#"+m.Anchor), i18n.T(ctx, "followup.panel.to_statement")
	default:
		item.Href, item.Link = "#"+m.Anchor, i18n.T(ctx, "followup.panel.here")
	}
	return item
}

func panel(ctx context.Context, p followup.Page) ui.PanelProps {
	next, ok := p.Stage.Next()
	x := ui.PanelProps{ID: "nasta", Label: i18n.T(ctx, "followup.panel.label")}
	told := 0
	x.Missing, told = missing(ctx, p)
	switch {
	case !ok:
		x.State, x.Heading = ui.PanelClosed, i18n.T(ctx, "followup.panel.closed", "Date", i18n.Date(ctx, *p.ClosedAt))
	case len(p.Missing) == 0:
		x.State, x.Heading = ui.PanelAllowed, i18n.T(ctx, "followup.panel.ready", "Stage", lower(stage(ctx, next)))
	default:
		x.Heading = i18n.N(ctx, "followup.panel.missing", len(p.Missing), "Stage", lower(stage(ctx, next)))
	}
	if more := len(p.Missing) - told; more > 0 {
		x.Remarks = []string{i18n.N(ctx, "followup.panel.more", more)}
	}
	return x
}

// lower begins with a small letter; abbreviations stay.
func lower(s string) string {
	r := []rune(s)
	if len(r) > 1 && strings.ToUpper(string(r[1])) == string(r[1]) {
		return s
	}
	return strings.ToLower(string(r[:1])) + string(r[1:])
}

// answered says how far a side's answer has come.
func answered(ctx context.Context, a followup.Answer) string {
	switch {
	case a.SentAt != nil:
		return i18n.T(ctx, "followup.answer.sent", "Name", a.Writer, "Date", i18n.Date(ctx, *a.SentAt))
	case a.Version != 0:
		return i18n.T(ctx, "followup.answer.draft", "Name", a.Writer)
	}
	return i18n.T(ctx, "followup.answer.none")
}

// grade is a grade in words at the ends.
func grade(ctx context.Context, n int) string {
	switch n {
	case 0:
		return "–"
	case 1:
		return i18n.T(ctx, "followup.grade.lowest")
	case 5:
		return i18n.T(ctx, "followup.grade.highest")
	}
	return strconv.Itoa(n)
}

func gradeName(i int) string { return fmt.Sprintf("grade_%d", i+1) }

// behind are the parties that stand behind the statement.
func behind(ctx context.Context, r followup.Record) (rows []ui.SummaryRow) {
	for _, a := range r.Approvals {
		name := a.UnionName
		if a.UnionID == 0 {
			name = i18n.T(ctx, "followup.side.employer")
		}
		rows = append(rows, ui.SummaryRow{Key: name, Value: approvedBy(ctx, a)})
	}
	return rows
}

func approvedBy(ctx context.Context, a followup.Approval) string {
	return i18n.T(ctx, "followup.approval.given", "Name", a.PersonName, "Role", lower(i18n.Say(ctx, access.Role(a.Role).Key())), "Date", i18n.Date(ctx, a.At))
}

// parties are all that are asked, with those who have approved.
func parties(ctx context.Context, r followup.Record) (rows []ui.SummaryRow) {
	said := func(id int64) string {
		for _, a := range r.Approvals {
			if a.UnionID == id {
				return approvedBy(ctx, a)
			}
		}
		return i18n.T(ctx, "followup.approval.waits")
	}
	rows = append(rows, ui.SummaryRow{Key: i18n.T(ctx, "followup.side.employer"), Value: said(0)})
	listed := map[int64]bool{}
	for _, p := range r.Parties {
		listed[p.ID] = true
		rows = append(rows, ui.SummaryRow{Key: p.Name, Value: said(p.ID)})
	}
	for _, a := range r.Approvals { // a union that approved and has left since
		if a.UnionID != 0 && !listed[a.UnionID] {
			rows = append(rows, ui.SummaryRow{Key: a.UnionName, Value: said(a.UnionID)})
		}
	}
	return rows
}
