package learning

import (
	"context"
	"strconv"

	"samverka/internal/i18n"
	"samverka/internal/learning"
	"samverka/templates/ui"
)

// List is the page of all courses.
type List struct {
	learning.Register
	Write bool
}

// CourseForm is the form of a course.
type CourseForm struct {
	learning.Course
	Unions []ui.Option      // the actor's own; none: HR
	Stood  *learning.Course // as somebody else saved it meanwhile
	Once   ui.Hidden
	Why    ui.ErrorSummaryProps
}

// Title is the form's name.
func (f CourseForm) Title(ctx context.Context) string {
	if f.ID == 0 {
		return i18n.T(ctx, "learning.edit.new")
	}
	return i18n.T(ctx, "learning.edit.title")
}

func (f CourseForm) action() string {
	if f.ID == 0 {
		return "/utbildningar"
	}
	return CoursePath(f.ID) + "/andra"
}

func (f CourseForm) cancel() string {
	if f.ID == 0 {
		return "/utbildningar"
	}
	return CoursePath(f.ID)
}

// CourseFields are what the forms of a course's page send.
type CourseFields struct {
	Version string   `form:"version" max:"10"`
	HeldOn  string   `form:"held_on" max:"40"`
	Place   string   `form:"place" max:"100"`
	People  string   `form:"people" max:"10000"`
	Person  string   `form:"person" max:"20"`
	Took    []string `form:"took" max:"20"`
}

// CoursePage is the page of one course.
type CoursePage struct {
	learning.Given
	Form CourseFields
	Sent int64 // the occasion whose form was refused; 0: none, or the form of a new one
	Why  ui.ErrorSummaryProps
}

// CoursePath is the address of a course.
func CoursePath(id int64) string { return "/utbildningar/" + strconv.FormatInt(id, 10) }

func occasionPath(o learning.Occasion, part string) string {
	return CoursePath(o.CourseID) + "/tillfallen/" + strconv.FormatInt(o.ID, 10) + part
}

func (p CoursePage) err(of int64, name string) string {
	if p.Sent != of {
		return ""
	}
	return p.Why.Errors.For(name)
}

func (p CoursePage) wrote(of int64) CourseFields {
	if p.Sent != of {
		return CourseFields{}
	}
	return p.Form
}

func arranger(ctx context.Context, c learning.Course) string {
	switch c.Arranger {
	case learning.ByBoth:
		return i18n.T(ctx, "learning.arranger.both")
	case learning.ByEmployer:
		return i18n.T(ctx, "learning.arranger.employer")
	}
	return i18n.T(ctx, "learning.arranger.union", "Union", c.UnionName)
}

func sideName(ctx context.Context, side string) string {
	if side == learning.EmployerSide {
		return i18n.T(ctx, "learning.side.employer")
	}
	return i18n.T(ctx, "learning.side.union")
}

func (l List) sides(ctx context.Context) []ui.TableRow {
	var rows []ui.TableRow
	for _, s := range l.Sides {
		rows = append(rows, ui.TableRow{Cells: []ui.Cell{{Text: sideName(ctx, s.Side)}, {Text: i18n.Number(ctx, s.All)}, {Text: i18n.Number(ctx, s.Valid)}, {Text: i18n.Number(ctx, s.RunsOut)}}})
	}
	return rows
}

func (l List) rows(ctx context.Context) []ui.ListRow {
	var rows []ui.ListRow
	for _, c := range l.Courses {
		r := ui.ListRow{Text: c.Name, Lang: "sv", Href: CoursePath(c.ID), Detail: arranger(ctx, c.Course) + " · " + i18n.N(ctx, "learning.list.took", c.Took)}
		switch {
		case !c.Next.IsZero():
			r.Meta = i18n.T(ctx, "learning.list.next", "Date", i18n.Date(ctx, c.Next))
		case !c.Last.IsZero():
			r.Meta = i18n.T(ctx, "learning.list.last", "Date", i18n.Date(ctx, c.Last))
		}
		if c.Joint {
			r.Tag, r.TagTone = i18n.T(ctx, "learning.course.joint"), ui.Info
		}
		rows = append(rows, r)
	}
	return rows
}

func counted(ctx context.Context, o learning.Occasion) string {
	signed := i18n.N(ctx, "learning.course.signed", o.Signed)
	if o.Took == 0 {
		return signed
	}
	return signed + ", " + i18n.N(ctx, "learning.course.took", o.Took)
}

// bySide deals the participants out as options, side by side.
func bySide(o learning.Occasion, side string) []ui.Option {
	var os []ui.Option
	for _, x := range o.Participants {
		if x.Side == side {
			os = append(os, ui.Option{Value: strconv.FormatInt(x.PersonID, 10), Label: x.Name, Selected: x.TookPart})
		}
	}
	return os
}

func names(o learning.Occasion, side string) []string {
	var all []string
	for _, x := range bySide(o, side) {
		all = append(all, x.Label)
	}
	return all
}

// absent are those who may still be taken off.
func absent(o learning.Occasion) []ui.Option {
	var os []ui.Option
	for _, x := range o.Participants {
		if !x.TookPart {
			os = append(os, ui.Option{Value: strconv.FormatInt(x.PersonID, 10), Label: x.Name})
		}
	}
	return os
}

// listed names who is signed up, side by side.
func listed(ctx context.Context, p CoursePage, o learning.Occasion) []ui.SummaryRow {
	var rows []ui.SummaryRow
	for _, side := range p.Sides() {
		if all := names(o, side); len(all) > 0 {
			rows = append(rows, ui.SummaryRow{Key: sideName(ctx, side), Value: i18n.List(ctx, all)})
		}
	}
	return rows
}

func heading(ctx context.Context, o learning.Occasion) string {
	if o.Place == "" {
		return i18n.LongDate(ctx, o.HeldOn)
	}
	return i18n.LongDate(ctx, o.HeldOn) + ", " + o.Place
}
