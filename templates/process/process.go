// Package process holds the pages of process templates: the list, one template, and the form that edits an organisation's own.
package process

import (
	"context"
	"strconv"
	"strings"

	"samverka/internal/i18n"
	"samverka/internal/process"
	"samverka/templates/ui"
)

// KindKeys are the kinds of steps.
var KindKeys = map[string]string{
	process.Task: "process.kind.task", process.APT: "process.kind.apt", process.Early: "process.kind.early", process.Proposal: "process.kind.proposal",
	process.Risk: "process.kind.risk", process.Samverkan: "process.kind.samverkan", process.Inform: "process.kind.inform", process.Decision: "process.kind.decision",
	process.Follow: "process.kind.follow",
}

var forumKeys = map[string]string{process.Near: "process.forum.near", process.Above: "process.forum.above", process.Central: "process.forum.central"}

var areaKeys = map[string]string{
	"workload": "matter.risk_area.workload", "working_time": "matter.risk_area.working_time", "roles": "matter.risk_area.roles",
	"social": "matter.risk_area.social", "threats": "matter.risk_area.threats", "working_alone": "matter.risk_area.working_alone",
	"ergonomics": "matter.risk_area.ergonomics", "premises": "matter.risk_area.premises", "equipment": "matter.risk_area.equipment",
	"chemicals": "matter.risk_area.chemicals", "competence": "matter.risk_area.competence", "digital": "matter.risk_area.digital", "users": "matter.risk_area.users",
}

var categoryKeys = map[string]string{
	"working_time": "matter.category.working_time", "organisation": "matter.category.organisation", "premises": "matter.category.premises",
	"budget": "matter.category.budget", "policy": "matter.category.policy", "staffing": "matter.category.staffing",
	"manager_appointment": "matter.category.manager_appointment", "work_environment": "matter.category.work_environment", "other": "matter.category.other",
}

func say(ctx context.Context, keys map[string]string, k string) string {
	if key, ok := keys[k]; ok {
		return i18n.T(ctx, key)
	}
	return k
}

// Path is a page of a template.
func Path(t process.Template, part string) string { return "/mallar/" + t.Ref() + part }

// name and summary of a template in the reader's language.
func name(ctx context.Context, t process.Template) string {
	n, _ := t.In(i18n.Lang(ctx))
	return n
}

func summary(ctx context.Context, t process.Template) string {
	_, s := t.In(i18n.Lang(ctx))
	return s
}

// When says how long before or after the decision a step is: in weeks where it is whole ones.
func When(ctx context.Context, days int) string {
	n, key := days, 0
	if n < 0 {
		n, key = -n, 2
	}
	if n == 0 {
		return i18n.T(ctx, "process.when.same")
	}
	if n%7 == 0 {
		n, key = n/7, key+1
	}
	switch key {
	case 0:
		return i18n.N(ctx, "process.when.days_before", n)
	case 1:
		return i18n.N(ctx, "process.when.weeks_before", n)
	case 2:
		return i18n.N(ctx, "process.when.days_after", n)
	}
	return i18n.N(ctx, "process.when.weeks_after", n)
}

// where says the kind of step and its forum.
func where(ctx context.Context, s process.Step) string {
	if s.Group() {
		return say(ctx, KindKeys, s.Kind) + ", " + strings.ToLower(say(ctx, forumKeys, s.Forum))
	}
	return say(ctx, KindKeys, s.Kind)
}

func stepEvents(ctx context.Context, t process.Template) []ui.Event {
	es := make([]ui.Event, len(t.Steps))
	for i, s := range t.Steps {
		es[i] = ui.Event{When: When(ctx, s.Days), Title: s.Title, Who: where(ctx, s), Text: s.Text, Content: Questions(s.Questions)}
	}
	return es
}

func options(ctx context.Context, keys map[string]string, values []string, chosen string) []ui.Option {
	os := make([]ui.Option, len(values))
	for i, v := range values {
		os[i] = ui.Option{Value: v, Label: say(ctx, keys, v), Selected: v == chosen}
	}
	return os
}

func numbered(field string, n int) string { return field + "_" + strconv.Itoa(n) }
