package ui

import (
	"context"

	"samverka/internal/fail"
	"samverka/internal/i18n"
)

// FieldError is one message about one form field.
type FieldError struct {
	Field string // the field's name, which is also its id
	Text  string // what is wrong and how to put it right
}

// Errors are the messages about a form, in the order of its fields.
type Errors []FieldError

// ErrorsOf puts the field messages of a refusal into the reader's language.
func ErrorsOf(ctx context.Context, fields []fail.Field) Errors {
	var errs Errors
	for _, f := range fields {
		errs = append(errs, FieldError{Field: f.Name, Text: i18n.T(ctx, f.Key, f.Args...)})
	}
	return errs
}

// For returns the message about the named field, "" if there is none.
func (e Errors) For(field string) string {
	for _, m := range e {
		if m.Field == field {
			return m.Text
		}
	}
	return ""
}
