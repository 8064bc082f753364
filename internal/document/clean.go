package document

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxMarks is how many accents a letter may carry; more is no text in any
// language, only a way to smear the page.
const maxMarks = 8

// clean makes text fit for print: composed letters (NFC), one kind of space, no
// control characters, no invisible signs that turn the reading direction. Only
// newlines remain of what cannot be seen. Private signs, whose meaning nobody can
// look up, become � (ISO 19005-2, 6.2.11.7.3).
func clean(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(strings.ToValidUTF8(s, "�"))
	marks := 0
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if !unicode.Is(unicode.M, r) {
			marks = 0
		} else if marks++; marks > maxMarks {
			return -1
		}
		return cleanRune(r)
	}, s))
}

func cleanRune(r rune) rune {
	switch {
	case r == '\n' || r == '\u00a0' || r == '\u202f':
		return r
	case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.Is(unicode.Co, r):
		return '�'
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Cs, unicode.Variation_Selector,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point):
		return -1
	}
	return r
}

// cleanLine is clean on a single line, without space around.
func cleanLine(s string) string { return strings.Join(strings.FieldsFunc(clean(s), isBreak), " ") }

func isBreak(r rune) bool { return r == ' ' || r == '\n' }

// longestAddress is what browsers are known to follow.
const longestAddress = 2000

// address is the link when it is one that a reader can follow safely, in ASCII;
// otherwise it is empty.
func address(link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil {
		return ""
	}
	switch {
	case (u.Scheme == "http" || u.Scheme == "https") && u.Host != "":
	case u.Scheme == "mailto" && u.Opaque != "":
	default:
		return ""
	}
	out := u.String()
	if len(out) > longestAddress {
		return ""
	}
	for _, r := range out {
		if r <= ' ' || r > '~' {
			return ""
		}
	}
	return out
}
