// Package learning holds the pages of introductions and trainings.
package learning

import (
	"context"
	"strconv"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/learning"
	"samverka/templates/ui"
)

// WalkFields are what the checklist's forms send.
type WalkFields struct {
	Version string `form:"version" max:"10"`
	Point   string `form:"point" max:"20"`
	Done    bool   `form:"done"`
	On      string `form:"walked_on" max:"40"`
	HR      string `form:"hr" max:"20"`
	Rep     string `form:"rep" max:"20"`
}

// Own is the page of one's own introductions and trainings.
type Own struct {
	learning.Mine
	Me      int64
	Courses bool // the reader may see the register of trainings
	Form    WalkFields
	Sent    int64 // the introduction whose form was refused; 0: none
	Why     ui.ErrorSummaryProps
}

// said is the word for a point and what it asks.
type said struct{ title, text, link, href string }

func (p Own) says(ctx context.Context, x learning.Point) said {
	switch x {
	case learning.Read:
		return said{i18n.T(ctx, "learning.point.read"), i18n.T(ctx, "learning.point.read_text"), i18n.T(ctx, "learning.point.read_link"), "/installningar/avtal"}
	case learning.Walk:
		return said{title: i18n.T(ctx, "learning.point.walk"), text: i18n.T(ctx, "learning.point.walk_text")}
	case learning.Observe:
		return said{i18n.T(ctx, "learning.point.observe"), i18n.T(ctx, "learning.point.observe_text"), i18n.T(ctx, "learning.point.observe_link"), "/moten"}
	}
	text := i18n.N(ctx, "learning.point.handover_text", p.Open)
	if p.Open == 0 {
		text = i18n.T(ctx, "learning.point.handover_none")
	}
	return said{i18n.T(ctx, "learning.point.handover"), text, i18n.T(ctx, "learning.point.handover_link"), "/arenden"}
}

// did says when a point was done, and who held the walk-through.
func did(ctx context.Context, i learning.Introduction, x learning.Point) string {
	day := i18n.Date(ctx, i.On(x))
	if x == learning.Walk {
		return i18n.T(ctx, "learning.point.walked", "Date", day, "HR", i.HRName, "Rep", i.RepName)
	}
	return i18n.T(ctx, "learning.point.done", "Date", day)
}

func title(ctx context.Context, i learning.Introduction) string {
	role := i18n.T(ctx, i.Role.Key())
	if i.PlaceName == "" {
		return i18n.T(ctx, "learning.own.as", "Role", role)
	}
	return i18n.T(ctx, "learning.own.as_in", "Role", role, "Place", i.PlaceName)
}

func when(ctx context.Context, i learning.Introduction, today clock.Date) (text string, tag string, tone ui.Tone) {
	text = i18n.T(ctx, "learning.own.dates", "Began", i18n.Date(ctx, i.BeganOn), "Due", i18n.Date(ctx, i.DueOn))
	switch i.State(today) {
	case learning.Done:
		return i18n.T(ctx, "learning.own.finished", "Began", i18n.Date(ctx, i.BeganOn), "Date", i18n.Date(ctx, *i.ConfirmedAt)), i18n.T(ctx, "learning.state.done"), ui.Success
	case learning.Overdue:
		return text, i18n.T(ctx, "learning.state.overdue"), ui.Warning
	}
	return text, i18n.T(ctx, "learning.state.under_way"), ui.Info
}

func path(i learning.Introduction, part string) string {
	return "/introduktion/" + strconv.FormatInt(i.ID, 10) + part
}

func version(n int) ui.Hidden { return ui.Hidden{Name: "version", Value: strconv.Itoa(n)} }

// fieldID is the field's own name in the form that was refused, which the error summary leads to; otherwise one of its own.
func fieldID(name string, of, sent int64) string {
	if of == sent {
		return name
	}
	return name + "-" + strconv.FormatInt(of, 10)
}

func (p Own) err(i learning.Introduction, name string) string {
	if p.Sent != i.ID {
		return ""
	}
	return p.Why.Errors.For(name)
}

// wrote is what was written in the form that was refused.
func (p Own) wrote(i learning.Introduction) WalkFields {
	if p.Sent != i.ID {
		return WalkFields{}
	}
	return p.Form
}

// others are the people as options, the reader aside.
func (p Own) others(all []learning.Person, chosen string) []ui.Option {
	var os []ui.Option
	for _, x := range all {
		if id := strconv.FormatInt(x.ID, 10); x.ID != p.Me {
			os = append(os, ui.Option{Value: id, Label: x.Name, Selected: id == chosen})
		}
	}
	return os
}

// validity says how it stands with the newest joint training.
func (p Own) validity(ctx context.Context) (text string, tone ui.Tone) {
	day := i18n.Date(ctx, p.Until)
	switch learning.ValidityOn(p.Until, p.Today) {
	case learning.Valid:
		return i18n.T(ctx, "learning.mine.valid", "Date", day), ui.Success
	case learning.RunsOut:
		return i18n.T(ctx, "learning.mine.runs_out", "Date", day), ui.Warning
	case learning.Lapsed:
		return i18n.T(ctx, "learning.mine.lapsed", "Date", day), ui.Warning
	}
	return i18n.T(ctx, "learning.mine.none"), ui.Info
}

func taken(ctx context.Context, ts []learning.Taken) []ui.ListRow {
	var rows []ui.ListRow
	for _, t := range ts {
		r := ui.ListRow{Text: t.Name, Lang: "sv", Detail: i18n.T(ctx, "learning.mine.held", "Date", i18n.Date(ctx, t.HeldOn)), Meta: i18n.T(ctx, "learning.mine.until", "Date", i18n.Date(ctx, t.Until))}
		if t.Joint {
			r.Tag, r.TagTone = i18n.T(ctx, "learning.course.joint"), ui.Info
		}
		rows = append(rows, r)
	}
	return rows
}
