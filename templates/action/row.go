// Package action shows åtgärder: one row wherever they are listed, and the page of each.
package action

import (
	"context"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/templates/ui"
)

// ListProps describes a list of actions.
type ListProps struct {
	Actions []action.Action
	Today   clock.Date
	Source  bool                                  // say which meeting or risk assessment each comes from
	Mine    func(a action.Action) bool            // which lead to their page: those that concern the reader
	Button  func(a action.Action) templ.Component // what stands beside a row; nil: nothing
}

func (p ListProps) mine(a action.Action) bool { return p.Mine != nil && p.Mine(a) }

// Path is a page of the action.
func Path(id int64, part string) string { return "/atgarder/" + strconv.FormatInt(id, 10) + part }

// meta says who does it, by when, where it comes from, and how it went.
func (p ListProps) meta(ctx context.Context, a action.Action) string {
	parts := []string{When(ctx, a, p.Today)}
	if p.Source {
		parts = append(parts, Source(ctx, a))
	}
	if a.DoneAt == nil && a.Replanned != "" {
		parts = append(parts, i18n.T(ctx, "action.row.changed", "Why", a.Replanned))
	}
	if a.Result != "" {
		parts = append(parts, a.Result)
	}
	return strings.Join(nonEmpty(parts), " · ")
}

func nonEmpty(parts []string) []string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// When says who does it, by when, and whether it is done.
func When(ctx context.Context, a action.Action, today clock.Date) string {
	switch {
	case a.DoneAt != nil:
		return i18n.T(ctx, "action.row.done", "Name", a.PersonName, "Date", i18n.Date(ctx, *a.DoneAt))
	case a.Late(today):
		return i18n.T(ctx, "action.row.late", "Name", a.PersonName, "Date", i18n.Date(ctx, a.DueOn))
	}
	return i18n.T(ctx, "action.row.by", "Name", a.PersonName, "Date", i18n.Date(ctx, a.DueOn))
}

// Source says where the action comes from, when that is not the matter's plan.
func Source(ctx context.Context, a action.Action) string {
	switch {
	case a.MeetingID != 0:
		return i18n.T(ctx, "action.row.meeting", "Group", a.GroupName, "Date", i18n.Date(ctx, *a.StartsAt))
	case a.FollowupID != 0:
		return i18n.T(ctx, "action.row.followup", "Year", a.Year, "Group", a.GroupName)
	case a.RiskRow != 0:
		return i18n.T(ctx, "action.row.risk", "No", a.RiskRow)
	}
	return ""
}

// state is the tag beside an action; none while there is time.
func state(ctx context.Context, a action.Action, today clock.Date) (string, ui.Tone) {
	switch {
	case a.DoneAt != nil:
		return i18n.T(ctx, "action.state.done"), ui.Success
	case a.Late(today):
		return i18n.T(ctx, "action.state.late"), ui.Danger
	}
	return "", ""
}
