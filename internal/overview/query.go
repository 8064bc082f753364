package overview

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	queryLimit = 200 // characters of a search that are read
	wordLimit  = 8   // words of it that count
)

// words splits what was written into words; a number such as 2027/12 stays one.
func words(q string) []string {
	if utf8.RuneCountInString(q) > queryLimit {
		q = string([]rune(q)[:queryLimit])
	}
	ws := strings.FieldsFunc(strings.ToLower(q), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '/' })
	var kept []string
	for _, w := range ws {
		if w = strings.Trim(w, "/"); w != "" && len(kept) < wordLimit {
			kept = append(kept, w)
		}
	}
	return kept
}

// stems is the words as a tsquery in which each is the beginning of a word. The Swedish stemmer leaves -et and -en of
// many words alone (möte does not find Mötet, nor Mötet möte), so the word without them is asked for too.
func stems(ws []string) string {
	parts := make([]string, len(ws))
	for i, w := range ws {
		parts[i] = begins(w)
		for _, ending := range []string{"et", "en"} {
			if stem, ok := strings.CutSuffix(w, ending); ok && utf8.RuneCountInString(stem) >= 3 {
				parts[i] = "(" + begins(w) + " | " + begins(stem) + ")"
			}
		}
	}
	return strings.Join(parts, " & ")
}

// plain is stems for names, which have no endings.
func plain(ws []string) string {
	parts := make([]string, len(ws))
	for i, w := range ws {
		parts[i] = begins(w)
	}
	return strings.Join(parts, " & ")
}

// begins quotes a word, which holds only letters, digits and slashes, as the beginning of one.
func begins(w string) string { return "'" + w + "':*" }
