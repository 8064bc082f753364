package i18n

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"samverka/locales"
)

// maxWords is how long a sentence may be. The aim is 15.
const maxWords = 25

// ordlista holds what the Swedish texts do not say, and what they say instead
// (språklagen 11 §: vårdat, enkelt och begripligt).
var ordlista = map[string]string{
	`agenda(n)?`:                              "dagordning",
	`ställningstagande(t|n)?`:                 "ståndpunkt",
	`inbjudan till mötet`:                     "kallelse",
	`(e-?)?mail(et|a|as)?`:                    "mejl",
	`vänligen|var god( och)?`:                 "uppmaningen ensam",
	`ogiltig(t|a)?|felaktig(t|a)?`:            "vad som ska skrivas i stället",
	`du har (glömt|missat)`:                   "vad som ska skrivas",
	`användare(n|ns)?`:                        "du, eller personens roll",
	`exekvera|generera(s)?|processa`:          "ett vanligt ord",
	`genomför(a|s)?`:                          "gör, håll",
	`erhåll(a|er|it)`:                         "få",
	`avseende|beträffande|gällande`:           "om",
	`samt`:                                    "och",
	`dock`:                                    "men",
	`i enlighet med`:                          "enligt",
	`pga|t\.?ex\.?|bl\.?a\.?|m\.?m\.?`:        "orden utskrivna",
	`dvs\.?|osv\.?|resp\.?|fr\.o\.m\.?|ev\.?`: "orden utskrivna",
	`klicka|klicka här`:                       "vad länken gör",
	`ok(ej)?`:                                 "ett verb",
	`the|and|please|save|delete|update|click|user|password|login|logout|submit|cancel|error|invalid|meeting|file`: "svenska",
	`dashboard|deadline|feedback|workflow|upload|download|link|reset|settings|session`:                            "svenska",
}

// exempt are keys whose text must say a word of the list.
var exempt = map[string]string{
	"layout.foot.language":   "is meant for readers of English",
	"matter.state.executing": "is the state's name in the agreement's scenarios",
}

func TestOrdlista(t *testing.T) {
	t.Parallel()
	rules := map[string]*regexp.Regexp{}
	for word := range ordlista {
		rules[word] = regexp.MustCompile(`(?i)(^|[^\pL\d-])(` + word + `)($|[^\pL\d-])`)
	}
	eachText(t, "*.sv.json", func(key, text string) {
		if _, ok := exempt[key]; ok {
			return
		}
		bare := place.ReplaceAllString(text, "")
		for word, rule := range rules {
			if m := rule.FindStringSubmatch(bare); m != nil {
				t.Errorf("%s: %q says %q; write %s", key, text, m[2], ordlista[word])
			}
		}
	})
}

func TestTone(t *testing.T) {
	t.Parallel()
	for _, pattern := range []string{"*.sv.json", "*.en.json"} {
		eachText(t, pattern, func(key, text string) {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s: empty text", key)
			}
			if strings.Contains(text, "!") {
				t.Errorf("%s: %q has an exclamation mark", key, text)
			}
			if strings.Contains(text, "  ") || strings.TrimSpace(text) != text {
				t.Errorf("%s: %q has a space too many", key, text)
			}
			for _, sentence := range regexp.MustCompile(`[.?:](\s|$)|\n`).Split(text, -1) {
				if got := len(strings.Fields(sentence)); got > maxWords {
					t.Errorf("%s: a sentence of %d words, want at most %d: %q", key, got, maxWords, sentence)
				}
			}
		})
	}
}

func eachText(t *testing.T, pattern string, check func(key, text string)) {
	t.Helper()
	names, err := fs.Glob(locales.FS, pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	for _, name := range names {
		for key, entry := range entries(t, name) {
			for _, text := range texts(entry) {
				check(key, text)
			}
		}
	}
}
