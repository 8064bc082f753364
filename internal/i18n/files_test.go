package i18n

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/locales"
)

var place = regexp.MustCompile(`{{\.(\w+)}}`)

// entries reads one file as it stands.
func entries(t *testing.T, name string) map[string]any {
	t.Helper()
	raw, err := fs.ReadFile(locales.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out
}

// texts lists the texts of an entry: one, or the two of a count.
func texts(entry any) []string {
	switch e := entry.(type) {
	case string:
		return []string{e}
	case map[string]any:
		one, _ := e["one"].(string)
		other, _ := e["other"].(string)
		return []string{one, other}
	}
	return nil
}

// Every file has its twin with the same keys, the same forms and the same
// places; no key stands in two files.
func TestLanguagesAgree(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(locales.FS, "*.sv.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no Swedish files: %v", err)
	}
	home := map[string]string{}
	for _, name := range names {
		twin := strings.Replace(name, ".sv.", ".en.", 1)
		sv, en := entries(t, name), entries(t, twin)
		for key, entry := range sv {
			if other, twice := home[key]; twice {
				t.Errorf("%q stands in both %s and %s", key, other, name)
			}
			home[key] = name
			if _, ok := en[key]; !ok {
				t.Errorf("%s lacks %q", twin, key)
				continue
			}
			if got, want := len(texts(en[key])), len(texts(entry)); got != want {
				t.Errorf("%q has %d forms in English, %d in Swedish", key, got, want)
			}
			if diff := cmp.Diff(places(entry), places(en[key])); diff != "" {
				t.Errorf("%q has other places in English (-sv +en):\n%s", key, diff)
			}
		}
		for key := range en {
			if _, ok := sv[key]; !ok {
				t.Errorf("%s lacks %q", name, key)
			}
		}
	}
}

// places lists the places of an entry's last form, sorted.
func places(entry any) []string {
	all := texts(entry)
	if len(all) == 0 {
		return nil
	}
	var out []string
	for _, m := range place.FindAllStringSubmatch(all[len(all)-1], -1) {
		if !slices.Contains(out, m[1]) {
			out = append(out, m[1])
		}
	}
	slices.Sort(out)
	return out
}
