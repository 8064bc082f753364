// Package privacy recognises what must not be written into a matter: personnummer are refused (GDPR 87 art., DSL 3:10),
// words of health and the like are warned of (handbook L11).
package privacy

import (
	"regexp"
	"strings"
	"time"
)

var digits = regexp.MustCompile(`\b(?:(?:19|20)?\d{2})(?:0\d|1[0-2])(\d{2})[-+ ]?\d{4}\b`)

// HasPersonnummer reports whether s holds something that is a personnummer or samordningsnummer: a date and a checksum
// that fit.
func HasPersonnummer(s string) bool {
	for _, m := range digits.FindAllString(s, -1) {
		if IsPersonnummer(m) {
			return true
		}
	}
	return false
}

// IsPersonnummer reports whether s as a whole is one, with or without century and hyphen.
func IsPersonnummer(s string) bool {
	s = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		if r == '-' || r == '+' || r == ' ' {
			return -1
		}
		return 'x'
	}, strings.TrimSpace(s))
	if len(s) == 12 {
		s = s[2:]
	}
	if len(s) != 10 || strings.Contains(s, "x") {
		return false
	}
	day := int(s[4]-'0')*10 + int(s[5]-'0')
	if day > 60 {
		day -= 60 // samordningsnummer
	}
	month := int(s[2]-'0')*10 + int(s[3]-'0')
	if d := time.Date(2000, time.Month(month), day, 0, 0, 0, 0, time.UTC); month < 1 || month > 12 || day < 1 || d.Day() != day {
		return false
	}
	sum := 0
	for i, c := range s {
		n := int(c - '0')
		if i%2 == 0 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}

var sensitive = []string{"diagnos", "sjukskriv", "sjukdom", "rehabilitering av", "fackmedlem", "medlem i facket", "missbruk", "läkarintyg"}

// Sensitive returns the first word in s that suggests an individual's health or union membership, or "".
func Sensitive(s string) string {
	low := strings.ToLower(s)
	for _, w := range sensitive {
		if strings.Contains(low, w) {
			return w
		}
	}
	return ""
}
