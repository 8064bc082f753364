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

// ReadThrough is the message about a text that may tell of one person's health or union membership: it is saved once the
// writer says that they have read it through.
const ReadThrough = "apt.error.read_through"

// checkNote is checkText for what others will read.
func checkNote(f *fail.Form, name, text string, most int, missingKey string, readThrough bool) {
	before := len(f.Fields)
	checkText(f, name, text, most, missingKey)
	if words := privacy.Individual(text); len(words) > 0 && !readThrough && len(f.Fields) == before {
		f.Add(name, "apt.error.read_through", "Words", strings.Join(words, ", "))
	}
}
