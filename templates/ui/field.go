package ui

import (
	"strconv"
	"strings"
)

// Width tells how long an answer is expected to be.
type Width string

// The widths. The zero value fills the form's measure.
const (
	Full   Width = ""
	Short  Width = "short"  // a date, a time, a number
	Medium Width = "medium" // a name, a phone number
)

// FieldProps describes one question with a written answer.
type FieldProps struct {
	Name         string // also the id, which error summaries link to
	ID           string // set only when the same name stands twice on a page
	Label        string
	LabelHidden  bool   // read aloud, not shown
	Hint         string // how to answer
	Error        string // what is wrong and how to put it right
	Type         string // text (when empty), email, password, tel, url, number, date, time, search, file
	Value        string
	Optional     bool   // adds "(frivilligt)" to the label
	Required     bool   // the browser marks it as required
	ReadOnly     bool   // shown, sent, not changed
	Autocomplete string // "username", "current-password", "new-password", "email", "off"
	InputMode    string // "numeric"
	Width        Width
	Min, Max     string // dates, times, numbers
	MaxLength    int
	Rows         int    // TextArea; 5 when 0
	Accept       string // file: ".csv,.xlsx"
	Multiple     bool   // file
	Lang         string // language of the value when it differs
}

func (p FieldProps) id() string {
	if p.ID != "" {
		return p.ID
	}
	return p.Name
}

func (p FieldProps) kind() string {
	if p.Type == "" {
		return "text"
	}
	return p.Type
}

func (p FieldProps) rows() string {
	if p.Rows == 0 {
		return "5"
	}
	return strconv.Itoa(p.Rows)
}

func (p FieldProps) described() string { return described(p.id(), p.Hint, p.Error) }

// described lists the ids of a question's hint and error, as aria-describedby
// wants them.
func described(id, hint, failure string) string {
	var ids []string
	if hint != "" {
		ids = append(ids, id+"-hint")
	}
	if failure != "" {
		ids = append(ids, id+"-error")
	}
	return strings.Join(ids, " ")
}

// Option is one answer to choose.
type Option struct {
	Value    string
	Label    string
	Hint     string
	Selected bool
}

// SelectProps describes a choice from a long list.
type SelectProps struct {
	FieldProps
	Empty   string // label of an empty first option, "Välj enhet"; none when ""
	Options []Option
}

// ChoiceProps describes a choice where every option shows.
type ChoiceProps struct {
	Name         string // the first option's id, which error summaries link to
	ID           string // set only when the same name stands twice on a page
	Legend       string
	LegendIsPage bool // the question is the page's h1
	LegendHidden bool // read aloud, not shown
	Hint         string
	Error        string
	Options      []Option
	Inline       bool // beside each other; for two or three short options
}

func (p ChoiceProps) described() string { return described(p.id(), p.Hint, p.Error) }

func (p ChoiceProps) id() string {
	if p.ID != "" {
		return p.ID
	}
	return p.Name
}

// optionID is the name itself for the first option, so that "#name" finds it.
func (p ChoiceProps) optionID(i int) string {
	if i == 0 {
		return p.id()
	}
	return p.id() + "-" + strconv.Itoa(i+1)
}
