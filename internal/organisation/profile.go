package organisation

import (
	"slices"
	"unicode/utf8"

	"samverka/internal/fail"
)

// maxName is the longest name that a page takes.
const maxName = 200

func checkProfile(f *fail.Form, name, palette string) {
	switch n := utf8.RuneCountInString(name); {
	case n == 0:
		f.Add("name", "organisation.error.name_needed")
	case n > maxName:
		f.Add("name", "organisation.error.name_long", "Max", maxName)
	}
	if !slices.Contains(Palettes, palette) {
		f.Add("palette", "organisation.error.palette")
	}
}
