package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// particles stand in lower case inside a person's name.
var particles = words("von af de da di du la le van der den el al bin ibn zu zur dos das del della ter ten und y")

// personName puts a name that is all in capitals into Swedish case: "ANNA-KARIN VON ESSEN" becomes "Anna-Karin von Essen",
// and "Ek, Anna" becomes "Anna Ek". Other names stand as they are written.
func personName(s string) string {
	if family, given, ok := strings.Cut(s, ","); ok && strings.TrimSpace(given) != "" && !strings.Contains(given, ",") {
		s = strings.TrimSpace(given) + " " + strings.TrimSpace(family)
	}
	if !shouted(s) {
		return s
	}
	return nameCase(s, false)
}

// nameCase is the case of names for a text in capitals. A family name alone may begin with its particle.
func nameCase(s string, familyAlone bool) string {
	ws := strings.Fields(strings.ToLower(s))
	for i, w := range ws {
		if (i > 0 || familyAlone) && i < len(ws)-1 && slices.Contains(particles, w) {
			continue
		}
		ws[i] = nameWord(w)
	}
	return strings.Join(ws, " ")
}

// nameWord begins with a capital, also after a hyphen, an apostrophe and Mc.
func nameWord(w string) string {
	var b strings.Builder
	up := true
	for i, r := range w {
		switch {
		case up:
			b.WriteRune(unicode.ToUpper(r))
		default:
			b.WriteRune(r)
		}
		apostrophe := (r == '\'' || r == '’') && i == 1
		up = r == '-' || apostrophe || i == 1 && strings.HasPrefix(w, "mc") && utf8.RuneCountInString(w) > 3
	}
	return b.String()
}

// shouted reports whether the text is all in capitals and more than initials.
func shouted(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 3
}

// small are words inside the name of a unit that stand in lower case, and so does the word after them.
var small = words("och i för av på till med samt vid från åt inom om under")

// abbreviations stay in capitals.
var abbreviations = words("lss sfi hvb it hr bup kak äbo säbo vo ut bou iof ekb ab kf ks sbk afa bvc mvc rh komvux-it vfu csn eu vvs fou amv am")

// unitName puts a unit's name in capitals into Swedish case: "VÅRD OCH OMSORG" becomes "Vård och omsorg", "LSS-BOENDE NORR"
// becomes "LSS-boende Norr".
func unitName(s string) string {
	ws := strings.Fields(strings.ToLower(s))
	for i, w := range ws {
		head, tail, hyphen := strings.Cut(w, "-")
		switch {
		case slices.Contains(abbreviations, w):
			ws[i] = strings.ToUpper(w)
		case hyphen && slices.Contains(abbreviations, head):
			ws[i] = strings.ToUpper(head) + "-" + tail
		case i > 0 && (slices.Contains(small, w) || slices.Contains(small, ws[i-1])):
		default:
			ws[i] = upperFirst(w)
		}
	}
	return strings.Join(ws, " ")
}

func upperFirst(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}
