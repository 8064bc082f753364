package matter_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/locales"
	pages "samverka/templates/matter"
)

// TestEveryEntryIsInWords: whatever the gate misses, the page says what, who, when and where to click, in both languages.
func TestEveryEntryIsInWords(t *testing.T) {
	t.Parallel()
	day := clock.NewDate(2027, 3, 31)
	keys := gateKeys(t)
	if len(keys) < 25 {
		t.Fatalf("only %d kinds were found: %v", len(keys), keys)
	}
	for _, lang := range []string{i18n.Swedish, i18n.English} {
		ctx := i18n.With(t.Context(), lang)
		for _, k := range keys {
			args := []any{"Union", "Vision", "Unions", "Vision", "Group", "LSG", "Track", "MBL 11 Vision", "No", 2, "Date", day.String(), "Until", day.String()}
			m := matter.Missing{Key: k, Args: args, Who: "Amina Larsson", Before: day, Link: "/arenden/7/plan", Action: "matter.gate.do_plan"}
			p := pages.Item(ctx, m, nil)
			if strings.Contains(p.What, "<no value>") || p.What == k || p.What == "" || p.Who == "" || !strings.Contains(p.When, "2027") || p.Href == "" || p.Link == "" {
				t.Errorf("%s, %s: %+v", lang, k, p)
			}
			m.When = day
			if p := pages.Item(ctx, m, nil); p.Day != day.String() || p.When == "" {
				t.Errorf("%s, %s: %q, %q", lang, k, p.When, p.Day)
			}
		}
	}
}

// gateKeys are the kinds of entries, as the locales have them.
func gateKeys(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, file := range []string{"matter", "matter_alone", "paths"} {
		b, err := locales.FS.ReadFile(file + ".sv.json")
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]any
		if err := json.Unmarshal(b, &texts); err != nil {
			t.Fatal(err)
		}
		all = slices.AppendSeq(all, maps.Keys(texts))
	}
	return slices.DeleteFunc(all, func(k string) bool {
		_, name, ok := strings.Cut(k, ".gate.")
		return !ok || name == "before" || strings.HasPrefix(name, "do_") || strings.HasPrefix(name, "see_")
	})
}
