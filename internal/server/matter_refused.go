package server

import (
	"net/http"

	"samverka/internal/fail"
)

// invalid is a refusal about one field.
func invalid(field, key string) error {
	return &fail.Error{Kind: fail.Invalid, Key: "error.form", Fields: []fail.Field{{Name: field, Key: key}}}
}

// reasonOf is why a form is not offered: the words of the refusal that its operation would give.
func reasonOf(r *http.Request, err error) string {
	if err == nil {
		return ""
	}
	return message(r, err)
}
