package organisation

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// SortName is the name with the family name first, for sorting: "Dahl, Karin". The Swedish particles von and af do not
// count: "Essen, Ebba von".
func SortName(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return strings.Join(words, " ")
	}
	last := len(words) - 1
	given, family := words[:last], words[last]
	return family + ", " + strings.Join(given, " ")
}

// SortNameOf is SortName when given and family name are known apart: "Ek Lind, Anna".
func SortNameOf(given, family string) string {
	words := strings.Fields(family)
	var particles []string
	for len(words) > 1 && (strings.EqualFold(words[0], "von") || strings.EqualFold(words[0], "af")) {
		particles, words = append(particles, words[0]), words[1:]
	}
	if len(words) == 0 {
		return strings.TrimSpace(given)
	}
	return strings.TrimRight(strings.Join(words, " ")+", "+strings.Join(append(strings.Fields(given), particles...), " "), ", ")
}

// MailName is the name as the first part of an e-mail address: "Lina Åkerlund" becomes "lina.akerlund".
func MailName(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(strings.TrimSpace(name))) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-':
			b.WriteRune(r)
		case r == 'ø':
			b.WriteByte('o')
		case r == 'æ':
			b.WriteString("ae")
		case r == 'ß':
			b.WriteString("ss")
		case unicode.IsSpace(r):
			b.WriteByte('.')
		}
	}
	if b.Len() == 0 {
		return "person"
	}
	return b.String()
}

// CleanName puts single spaces between words, cuts those around, and composes letters, so that names compare equal.
func CleanName(s string) string { return norm.NFC.String(strings.Join(strings.Fields(s), " ")) }
