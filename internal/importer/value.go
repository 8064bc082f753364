package importer

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// parseDate reads 2027-03-31, 31/3 2027 (also 31.3.2027, 31/03/2027) and 20270331, and the number of days by which Excel
// keeps a date. A time of day after it is dropped. Years from 2090 on mean until further notice, as systems write it.
func parseDate(s string) (d clock.Date, ok bool) {
	s = strings.TrimSpace(s)
	if m := clockTime.FindStringIndex(s); m != nil {
		s = s[:m[0]]
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil && n >= 20_000 && n < 80_000 && len(s) != 8 {
		return sentinel(clock.NewDate(1899, time.December, 30).Add(int(n))), true
	}
	if d, err := clock.ParseDate(s); err == nil {
		return sentinel(d), true
	}
	for _, layout := range []string{"2/1/2006", "2006-1-2", "2-1-2006", "2006.01.02", "2 1 2006"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1900 {
			return sentinel(clock.NewDate(t.Date())), true
		}
	}
	return clock.Date{}, false
}

var clockTime = regexp.MustCompile(`[T ]\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?Z?$`)

func sentinel(d clock.Date) clock.Date {
	if y, _, _ := d.YMD(); y >= 2090 {
		return clock.Date{}
	}
	return d
}

// openEnded reports whether the text says that something has no last day.
func openEnded(s string) bool {
	switch plain(s) {
	case "", "tillsvidare", "tv", "ingetslutdatum", "pågår":
		return true
	}
	return strings.HasPrefix(strings.TrimSpace(s), "9999")
}

// parseYesNo reads ja, nej, x, 1, 0 and the like; no answer is no.
func parseYesNo(s string) (yes, ok bool) {
	switch plain(s) {
	case "ja", "j", "x", "1", "yes", "y", "sant", "true":
		return true, true
	case "", "nej", "n", "0", "no", "falskt", "false":
		return false, strings.TrimSpace(s) != "?"
	}
	return false, false
}

// nobody reports whether the text says that there is none: "-", "vakant".
func nobody(s string) bool {
	switch plain(s) {
	case "", "vakant", "vakans", "saknas", "ingen", "tillsätts", "na", "null", "0":
		return true
	}
	return false
}

// roles are what mandates' roles are called, as plain makes it. Administrators are appointed on their page, never by a file.
var roles = map[string]string{
	"fackligföreträdare": organisation.UnionRep, "fackligtombud": organisation.UnionRep, "förtroendeman": organisation.UnionRep,
	"förtroendevald": organisation.UnionRep, "fackligförtroendeman": organisation.UnionRep, "fackligtförtroendevald": organisation.UnionRep,
	"facklig": organisation.UnionRep, "ordinarie": organisation.UnionRep, "ledamot": organisation.UnionRep, "unionrep": organisation.UnionRep,
	"ersättare": organisation.UnionSubstitute, "suppleant": organisation.UnionSubstitute, "fackligersättare": organisation.UnionSubstitute,
	"unionsubstitute": organisation.UnionSubstitute,
	"skyddsombud":     organisation.SafetyRep, "arbetsmiljöombud": organisation.SafetyRep, "so": organisation.SafetyRep, "amo": organisation.SafetyRep,
	"lokaltskyddsombud": organisation.SafetyRep, "elevskyddsombud": organisation.SafetyRep, "safetyrep": organisation.SafetyRep,
	"huvudskyddsombud": organisation.ChiefSafetyRep, "hso": organisation.ChiefSafetyRep, "chiefsafetyrep": organisation.ChiefSafetyRep,
	"sekreterare": organisation.Secretary, "secretary": organisation.Secretary,
	"arbetsgivarföreträdare": organisation.EmployerRep, "arbetsgivarrepresentant": organisation.EmployerRep, "arbetsgivare": organisation.EmployerRep,
	"employerrep": organisation.EmployerRep,
	"hr":          organisation.HR, "hrpartner": organisation.HR, "samverkanssamordnare": organisation.HR, "hrspecialist": organisation.HR,
	"förhandlingschef": organisation.Negotiator, "negotiator": organisation.Negotiator,
	"medarbetare": organisation.Employee, "employee": organisation.Employee,
	"registrator": organisation.Registrar, "registrar": organisation.Registrar, "arkivarie": organisation.Registrar,
	"administratör": organisation.Admin, "systemadministratör": organisation.Admin, "admin": organisation.Admin,
}
