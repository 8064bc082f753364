package followup

import (
	"context"
	"slices"
	"strconv"

	"samverka/internal/action"
	"samverka/internal/followup"
	"samverka/internal/i18n"
	"samverka/templates/ui"
)

// List is the page of all rounds.
type List struct {
	followup.List
	Once   ui.Hidden
	Chosen []int64 // groups, when the form was sent
	Sent   bool
	Why    ui.ErrorSummaryProps
}

// groups proposes all, or those that were chosen.
func (l List) groups() (options []ui.Option) {
	for _, g := range l.Groups {
		options = append(options, ui.Option{Value: strconv.FormatInt(g.ID, 10), Label: g.Name, Selected: !l.Sent || slices.Contains(l.Chosen, g.ID)})
	}
	return options
}

// Fields are what is written in any of a round's forms.
type Fields struct {
	Analysis  string `form:"analysis"`
	Dialogue  string `form:"dialogue_on" max:"40"`
	Statement string `form:"statement"`
	Version   string `form:"version" max:"10"`
	Stage     string `form:"stage" max:"20"`
	Union     string `form:"union" max:"20"`
	Digest    string `form:"digest" max:"64"`
}

// Round is the page of a round, or of its statement.
type Round struct {
	followup.Page
	Asked  []int64 // the parties that the reader may approve the statement for
	States bool    // the reader may write the statement
	Form   Fields
	Sent   string // the form that was refused; "": none
	Theirs bool   // somebody else wrote meanwhile: what stands is shown beside what was sent
	Why    ui.ErrorSummaryProps
}

func (p Round) err(name string) string { return p.Why.Errors.For(name) }

// value is what a field holds: what was sent in the form that was refused, otherwise what stands.
func (p Round) value(form, sent, stands string) string {
	if p.Sent == form {
		return sent
	}
	return stands
}

func (p Round) unionName(ctx context.Context, id int64) string {
	for _, u := range p.Parties {
		if u.ID == id {
			return u.Name
		}
	}
	return i18n.T(ctx, "followup.approval.employer")
}

// GroupFields are what is written in any of the forms of a group.
type GroupFields struct {
	VisitOn  string `form:"visit_on" max:"40"`
	Employer string `form:"employer_visitor" max:"20"`
	Union    string `form:"union_visitor" max:"20"`
	Why      string `form:"why" max:"1000"`
	Out      string `form:"out" max:"5"`
	Good     string `form:"good" max:"10000"`
	Lacking  string `form:"lacking" max:"10000"`
	What     string `form:"what" max:"1000"`
	Person   string `form:"person" max:"20"`
	Due      string `form:"due" max:"40"`
	Grade1   string `form:"grade_1" max:"2"`
	Grade2   string `form:"grade_2" max:"2"`
	Grade3   string `form:"grade_3" max:"2"`
	Grade4   string `form:"grade_4" max:"2"`
	Grade5   string `form:"grade_5" max:"2"`
	Comment  string `form:"comment" max:"10000"`
	Do       string `form:"do" max:"10"`
	Version  string `form:"version" max:"10"`
}

// Grades are the chosen grades; 0 where none is.
func (f GroupFields) Grades() []int {
	var all []int
	for _, s := range []string{f.Grade1, f.Grade2, f.Grade3, f.Grade4, f.Grade5} {
		n, err := strconv.Atoi(s)
		if err != nil && s != "" {
			n = -1
		}
		all = append(all, n)
	}
	return all
}

// Group is the page of a group in a round, or of an answer.
type Group struct {
	followup.GroupPage
	Form    GroupFields
	Sent    string                   // the form that was refused; "": none
	Measure int64                    // whose form it was
	Theirs  bool                     // somebody else wrote meanwhile: what stands is shown beside what was sent
	Mine    func(action.Action) bool // which actions lead to their page: those that concern the reader
	Why     ui.ErrorSummaryProps
}

func (p Group) err(form, name string) string {
	if p.Sent != form {
		return ""
	}
	return p.Why.Errors.For(name)
}

func (p Group) value(form, sent, stands string) string {
	if p.Sent == form {
		return sent
	}
	return stands
}

func (p Group) answer() followup.Answer { return p.Answer(p.Entry.ID, p.Side) }

// grades are those of the form, or those that stand.
func (p Group) grades() []int {
	if p.Sent == "followup-answer" {
		return p.Form.Grades()
	}
	return p.answer().Grades
}

func (p Group) path(part string) string { return GroupPath(p.ID, p.Entry.GroupID, part) }

// version is the version that a form changes: the one that stands, or, when the form was refused for what was written in it, the one it
// was written on, so that what somebody else has done meanwhile is not passed over.
func (p Group) version(form string, stands int) []ui.Hidden {
	return hiddenVersion(p.Sent == form && form != "" && !p.Theirs, p.Form.Version, stands)
}

func (p Round) version(form string, stands int) []ui.Hidden {
	return hiddenVersion(p.Sent == form && !p.Theirs, p.Form.Version, stands)
}

func hiddenVersion(kept bool, sent string, stands int) []ui.Hidden {
	if !kept {
		sent = strconv.Itoa(stands)
	}
	return []ui.Hidden{{Name: "version", Value: sent}}
}

func (p Group) visitors(side followup.Side, form, stands string) (options []ui.Option) {
	chosen := p.value("followup-visit", form, stands)
	for _, v := range p.Visitors {
		if v.Side == side {
			label := v.Name
			if v.Of != "" {
				label += ", " + v.Of
			}
			id := strconv.FormatInt(v.ID, 10)
			options = append(options, ui.Option{Value: id, Label: label, Selected: id == chosen})
		}
	}
	return options
}

func (p Group) doers(measure int64) (options []ui.Option) {
	for _, d := range p.Doers {
		id := strconv.FormatInt(d.ID, 10)
		options = append(options, ui.Option{Value: id, Label: d.Name, Selected: p.Measure == measure && id == p.Form.Person})
	}
	return options
}

func (p Group) gradeOptions(i int) (options []ui.Option) {
	for n := 1; n <= 5; n++ {
		options = append(options, ui.Option{Value: strconv.Itoa(n), Label: strconv.Itoa(n), Selected: p.grades()[i] == n})
	}
	return options
}

// both shows the sides' grades beside each other.
func (p Group) both(ctx context.Context) ui.TableProps {
	t := ui.TableProps{Caption: i18n.T(ctx, "followup.answer.table"), CaptionHidden: true, Columns: []ui.Column{{Text: i18n.T(ctx, "followup.answer.question")}, {Text: i18n.T(ctx, "followup.side.employer")}, {Text: i18n.T(ctx, "followup.side.union")}}}
	e, u := p.Answer(p.Entry.ID, followup.Employer), p.Answer(p.Entry.ID, followup.Union)
	for i, key := range questionKeys {
		t.Rows = append(t.Rows, ui.TableRow{Cells: []ui.Cell{{Text: i18n.Say(ctx, key)}, {Text: grade(ctx, e.Grades[i])}, {Text: grade(ctx, u.Grades[i])}}})
	}
	return t
}

func (p Group) measures() (all []followup.Measure) {
	for _, m := range p.Measures {
		if m.EntryID == p.Entry.ID {
			all = append(all, m)
		}
	}
	return all
}

// unique is the id of a field that stands in several forms; the one that was refused has the field's own name, which the error summary
// leads to.
func unique(name string, measure int64, refused bool) string {
	if refused {
		return name
	}
	return name + "-" + strconv.FormatInt(measure, 10)
}

func (p Group) dueOf(mine bool) string {
	if mine {
		return p.Form.Due
	}
	return ""
}
