package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
)

// tones are the colours a part may carry; accent is the organisation's own.
var tones = []string{"accent", "neutral", "info", "success", "warning", "danger"}

// paletteNames are the organisations' choices; the first is the default.
var paletteNames = []string{"blue", "green", "red", "purple", "teal", "slate"}

var (
	usedColour = regexp.MustCompile(`--ds-color-([a-z-]+)`)
	declared   = regexp.MustCompile(`--ds-color-([a-z]+)-([a-z-]+): (#[0-9a-fA-F]{6,8});`)
	schemeRule = regexp.MustCompile(`(?s)\n(:root, )?\[data-color-scheme="(light|dark)"\] \{(.*?)\n\}`)
)

// A scheme holds the colours of one palette, light or dark: "accent-text-subtle" to "#…".
type scheme map[string]string

// palettes writes the colour tokens that rules use and no others: the default
// palette whole, the other five's accent, light and (on screens) dark.
func palettes(rules string) (string, error) {
	roles, exact := colourRoles(rules)
	var b strings.Builder
	for i, name := range paletteNames {
		light, dark, err := readPalette(name)
		if err != nil {
			return "", err
		}
		keep := func(tone, role string) bool {
			return (i == 0 || tone == "accent") && (roles[role] || exact[tone+"-"+role])
		}
		at := "[data-palette=" + name + "]"
		if i == 0 {
			at = ""
		}
		b.WriteString(cmpOr(at, ":root") + "{" + light.write(keep) + "}")
		b.WriteString("@media screen and (prefers-color-scheme:dark){[data-color-scheme=auto]" + at + "{" + dark.write(keep) + "}}")
		b.WriteString("@media screen{[data-color-scheme=dark]" + at + "{" + dark.write(keep) + "}}")
	}
	for _, tone := range tones {
		at := "[data-color=" + tone + "]"
		if tone == "accent" {
			at = ":root," + at
		}
		b.WriteString(at + "{")
		for _, role := range sorted(roles) {
			fmt.Fprintf(&b, "--ds-color-%s:var(--ds-color-%s-%s);", role, tone, role)
		}
		b.WriteString("}")
	}
	return b.String(), nil
}

// colourRoles finds the roles used through data-color ("text-subtle") and the
// colours used by name ("danger-text-subtle").
func colourRoles(rules string) (roles, exact map[string]bool) {
	roles, exact = map[string]bool{}, map[string]bool{}
	for _, m := range usedColour.FindAllStringSubmatch(rules, -1) {
		tone, _, _ := strings.Cut(m[1], "-")
		switch {
		case m[1] == "focus-inner" || m[1] == "focus-outer":
		case slices.Contains(tones, tone):
			exact[m[1]] = true
		default:
			roles[m[1]] = true
		}
	}
	return roles, exact
}

func readPalette(name string) (light, dark scheme, err error) {
	raw, err := os.ReadFile("vendor/designsystemet/palettes/" + name + ".css")
	if err != nil {
		return nil, nil, err
	}
	light, dark = scheme{}, scheme{}
	for _, rule := range schemeRule.FindAllStringSubmatch(string(raw), -1) {
		into := light
		if rule[2] == "dark" {
			into = dark
		}
		for _, d := range declared.FindAllStringSubmatch(rule[3], -1) {
			into[d[1]+"-"+d[2]] = strings.ToLower(d[3])
		}
	}
	if len(light) == 0 || len(dark) == 0 {
		return nil, nil, fmt.Errorf("palette %s: no colours found", name)
	}
	return light, dark, nil
}

func (s scheme) write(keep func(tone, role string) bool) string {
	var b strings.Builder
	for _, key := range sorted(s) {
		tone, role, _ := strings.Cut(key, "-")
		if slices.Contains(tones, tone) && keep(tone, role) {
			fmt.Fprintf(&b, "--ds-color-%s:%s;", key, s[key])
		}
	}
	return b.String()
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func cmpOr(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
