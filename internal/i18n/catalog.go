package i18n

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"samverka/locales"
)

// A message is one text. Plain texts, which are nearly all of them, are handed
// out as they stand; parts is set when the text has places to fill: even
// entries are text, odd ones the names of places.
type message struct {
	text  string
	parts []string
}

// A catalog is all the texts of one language, built once at start. Only counts
// need go-i18n: asking it for every plain text costs 40 % of a page's time.
type catalog struct {
	lang      string
	and       string
	week      string
	at        string // before a time of day
	hours     string // layout of a time of day
	dateTime  string // between a date and a time of day
	thousands string
	percent   string
	texts     map[string]message
	plurals   map[string]bool
	localizer *goi18n.Localizer
}

var catalogs = mustLoad(locales.FS)

// mustLoad panics with the file's name when an embedded file is not a flat JSON
// object of texts: such a program should not start.
func mustLoad(files fs.FS) map[string]*catalog {
	bundle := goi18n.NewBundle(language.Swedish)
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	all := map[string]*catalog{
		Swedish: {lang: Swedish, and: "och", week: "vecka", at: "kl." + nbsp, hours: "15.04", dateTime: " ", thousands: nbsp, percent: nbsp + "%"},
		English: {lang: English, and: "and", week: "week", hours: "15:04", dateTime: ", ", thousands: ",", percent: "%"},
	}
	for lang, c := range all {
		c.texts, c.plurals = map[string]message{}, map[string]bool{}
		names, err := fs.Glob(files, "*."+lang+".json")
		if err != nil {
			panic(err)
		}
		for _, name := range names {
			c.load(bundle, files, name)
		}
		c.localizer = goi18n.NewLocalizer(bundle, lang)
	}
	return all
}

func (c *catalog) load(bundle *goi18n.Bundle, files fs.FS, name string) {
	raw, err := fs.ReadFile(files, name)
	if err != nil {
		panic(err)
	}
	var entries map[string]any
	if err := json.Unmarshal(raw, &entries); err != nil {
		panic(fmt.Errorf("locales/%s: %w", name, err))
	}
	for key, v := range entries {
		switch v := v.(type) {
		case string:
			c.texts[key] = parse(v)
		case map[string]any:
			one, _ := v["one"].(string)
			other, _ := v["other"].(string)
			if one == "" || other == "" {
				panic(fmt.Errorf("locales/%s: %q needs both one and other", name, key))
			}
			bundle.MustAddMessages(language.Make(c.lang), &goi18n.Message{ID: key, One: one, Other: other})
			c.plurals[key] = true
		default:
			panic(fmt.Errorf("locales/%s: %q is neither text nor one/other", name, key))
		}
	}
}

// parse splits "Möte {{.Number}} i {{.Group}}" into its parts.
func parse(text string) message {
	if !strings.Contains(text, "{{") {
		return message{text: text}
	}
	m := message{text: text}
	rest := text
	for {
		before, after, found := strings.Cut(rest, "{{.")
		if !found {
			m.parts = append(m.parts, rest)
			return m
		}
		name, tail, closed := strings.Cut(after, "}}")
		if !closed {
			panic(fmt.Errorf("unclosed place in text %q", text))
		}
		m.parts = append(m.parts, before, strings.TrimSpace(name))
		rest = tail
	}
}

// fill puts args into the message's places. A place without an argument shows
// its name as !Name, so that it is seen.
func (m message) fill(args []any) string {
	var b strings.Builder
	for i, part := range m.parts {
		if i%2 == 0 {
			b.WriteString(part)
			continue
		}
		b.WriteString(argNamed(args, part))
	}
	return b.String()
}

func argNamed(args []any, name string) string {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return argText(args[i+1])
		}
	}
	return "!" + name
}

func (c *catalog) plural(key string, count int, args []any) string {
	if !c.plurals[key] {
		return "!" + key
	}
	data := map[string]any{"Count": count}
	for i := 0; i+1 < len(args); i += 2 {
		if name, ok := args[i].(string); ok {
			data[name] = args[i+1]
		}
	}
	s, err := c.localizer.Localize(&goi18n.LocalizeConfig{MessageID: key, PluralCount: count, TemplateData: data})
	if err != nil {
		return "!" + key
	}
	return s
}
