// Package fail names the ways an operation can be refused. A refusal carries a message key (see locales) and never a
// database error's text: what a person reads is chosen, not leaked.
package fail

import (
	"errors"
	"fmt"
	"strings"
)

// Kind is what the caller may do about a failure.
type Kind int

// The kinds of refusal. Internal is what every other error counts as.
const (
	Internal    Kind = iota // a defect or an outage: logged, shown as "något gick fel"
	NotFound                // no such thing in this organisation, or not for this person to know of
	Forbidden               // the person may not do this
	Invalid                 // the input or the state does not allow it; the message says what to do
	Conflict                // somebody else changed the thing first; nothing is lost, both texts are shown
	TooLarge                // the body or the file is larger than we take
	Unavailable             // the database or a service does not answer right now
)

// Field is one message about one form field.
type Field struct {
	Name string // the form field's name
	Key  string // message key
	Args []any  // name, value pairs for the message
}

// Error is a failure meant to be shown.
type Error struct {
	Kind   Kind
	Key    string  // message key
	Args   []any   // name, value pairs for the message
	Fields []Field // messages that belong to single form fields
	Err    error   // cause, for the log only
}

// Error implements error, for the log; people read the message behind Key.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Key)
	for _, f := range e.Fields {
		fmt.Fprintf(&b, " %s:%s", f.Name, f.Key)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

func (e *Error) Unwrap() error { return e.Err }

// New returns a refusal of kind k explained by the message key; args are name, value pairs that the message uses.
func New(k Kind, key string, args ...any) *Error { return &Error{Kind: k, Key: key, Args: args} }

// Wrap is New with a cause kept for the log.
func Wrap(k Kind, err error, key string, args ...any) *Error {
	return &Error{Kind: k, Key: key, Args: args, Err: err}
}

// KindOf reports the kind of err; any error that is not a refusal is Internal.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// KeyOf returns the message key of err, or "" if it has none.
func KeyOf(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Key
	}
	return ""
}

// Fields returns the field messages of err.
func Fields(err error) []Field {
	var e *Error
	if errors.As(err, &e) {
		return e.Fields
	}
	return nil
}

// Form collects field messages while a form is checked.
type Form struct{ Fields []Field }

// Add notes a message about the named field.
func (f *Form) Add(name, key string, args ...any) {
	f.Fields = append(f.Fields, Field{Name: name, Key: key, Args: args})
}

// Err is nil when nothing was noted, otherwise an Invalid refusal that carries the field messages.
func (f *Form) Err() error {
	if len(f.Fields) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Key: "error.form", Fields: f.Fields}
}

// Warning is a rule that warns but may be overridden with a reason that is logged.
type Warning struct {
	Key    string // message key
	Args   []any  // name, value pairs
	Source string // the paragraph or agreement clause that it rests on
}

// Confirm is the refusal of an operation that may go on when a reason is given: the page shows the warnings and asks.
type Confirm struct{ Warnings []Warning }

// Error implements error.
func (c *Confirm) Error() string {
	keys := make([]string, len(c.Warnings))
	for i, w := range c.Warnings {
		keys[i] = w.Key
	}
	return "needs a reason: " + strings.Join(keys, ", ")
}

// NeedReason returns nil when there is nothing to warn of or a reason is given, otherwise a *Confirm.
func NeedReason(reason string, ws []Warning) error {
	if len(ws) == 0 || strings.TrimSpace(reason) != "" {
		return nil
	}
	return &Confirm{Warnings: ws}
}
