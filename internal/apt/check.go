package apt

import (
	"strings"
	"unicode/utf8"

	"samverka/internal/fail"
	"samverka/internal/privacy"
)

// checkText notes what is wrong with one text field: missing (said by missingKey, if any), too long, or holding a
// personnummer.
func checkText(f *fail.Form, name, text string, most int, missingKey string) {
	switch n := utf8.RuneCountInString(text); {
	case missingKey != "" && strings.TrimSpace(text) == "":
		f.Fields = append(f.Fields, fail.Field{Name: name, Key: missingKey})
	case n > most:
		f.Add(name, "error.too_long", "Max", most, "Over", n-most)
	case privacy.HasPersonnummer(text):
		f.Add(name, "error.personnummer")
	}
}
