package ui

import "net/url"

// Sent is a form that was refused on a page with several: which, what was written in it, and why. The zero Sent is a page
// that nobody has sent anything from. Forms on one page share field names, so a field's id is the form's name and its own.
type Sent struct {
	Form   string // its key: the data-form, with an id where there are several
	Values url.Values
	Why    ErrorSummaryProps
	AskYes bool // it is taken once the writer says yes to what it warns of
}

// FieldID is the id of a field in a form of a page with several.
func FieldID(form, name string) string { return form + "-" + name }

// Is reports whether it was this form.
func (s Sent) Is(form string) bool { return s.Form == form }

// Value is what was written in the form's field; or what stands there otherwise.
func (s Sent) Value(form, name, otherwise string) string {
	if s.Form != form || !s.Values.Has(name) {
		return otherwise
	}
	return s.Values.Get(name)
}

// Failure is what was wrong with the form's field.
func (s Sent) Failure(form, name string) string {
	if s.Form != form {
		return ""
	}
	return s.Why.Errors.For(FieldID(form, name))
}

// Field begins the description of a field in one of the page's forms.
func (s Sent) Field(form, name, label, otherwise string) FieldProps {
	return FieldProps{Name: name, ID: FieldID(form, name), Label: label, Value: s.Value(form, name, otherwise), Error: s.Failure(form, name)}
}
