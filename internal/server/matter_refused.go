package server

import "samverka/internal/fail"

// invalid is a refusal about one field.
func invalid(field, key string) error {
	return &fail.Error{Kind: fail.Invalid, Key: "error.form", Fields: []fail.Field{{Name: field, Key: key}}}
}
