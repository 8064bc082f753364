package matter

import (
	"strings"
	"unicode"
)

// SearchQuery turns a person's words into a Postgres text query in which each word is a prefix, so that "möte" finds
// "Mötet" and "risk" finds "riskbedömning"; the swedish stemmer alone does not. "": nothing to search for.
func SearchQuery(words string) string {
	fields := strings.FieldsFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(fields) > 10 {
		fields = fields[:10]
	}
	for i, w := range fields {
		fields[i] = w + ":*"
	}
	return strings.Join(fields, " & ")
}
