package meeting

import (
	"net/url"
	"strconv"

	"samverka/templates/ui"
)

// Sent is a form that was refused: which, what was written in it, and why. The zero Sent is a page that nobody has sent
// anything from. Forms on one page share field names, so a field's id is the form's name and its own.
type Sent struct {
	Form   string // its key: the data-form, with the item's id where there are several
	Values url.Values
	Why    ui.ErrorSummaryProps
}

// FieldID is the id of a field in a form of a page with several.
func FieldID(form, name string) string { return form + "-" + name }

func (s Sent) is(form string) bool { return s.Form == form }

// value is what was written in the form's field; or what stands there otherwise.
func (s Sent) value(form, name, otherwise string) string {
	if s.Form != form || !s.Values.Has(name) {
		return otherwise
	}
	return s.Values.Get(name)
}

// failure is what was wrong with the form's field.
func (s Sent) failure(form, name string) string {
	if s.Form != form {
		return ""
	}
	return s.Why.Errors.For(FieldID(form, name))
}

// field begins the description of a field in one of the page's forms.
func (s Sent) field(form, name, label, otherwise string) ui.FieldProps {
	return ui.FieldProps{Name: name, ID: FieldID(form, name), Label: label, Value: s.value(form, name, otherwise), Error: s.failure(form, name)}
}

func options(values []string, label func(string) string, chosen string) []ui.Option {
	all := make([]ui.Option, len(values))
	for i, v := range values {
		all[i] = ui.Option{Value: v, Label: label(v), Selected: v == chosen}
	}
	return all
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
