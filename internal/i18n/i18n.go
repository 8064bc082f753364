// Package i18n says things in the reader's language.
//
// Texts live in locales/<subject>.{sv,en}.json. A key names one text:
// "matter.show.title". Swedish is the first language and the one used when the
// context names none.
package i18n

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/text/language"
)

// Swedish and English are the languages the product speaks.
const (
	Swedish = "sv"
	English = "en"
)

// Languages lists the supported languages, the default first.
var Languages = []string{Swedish, English}

var matcher = language.NewMatcher([]language.Tag{language.Swedish, language.English})

type contextKey struct{}

// With returns ctx speaking lang. An unsupported lang means Swedish.
func With(ctx context.Context, lang string) context.Context {
	c, ok := catalogs[lang]
	if !ok {
		c = catalogs[Swedish]
	}
	return context.WithValue(ctx, contextKey{}, c)
}

// Choose returns the supported language that suits an Accept-Language header
// best, Swedish when none does.
func Choose(acceptLanguage string) string {
	tags, _, err := language.ParseAcceptLanguage(acceptLanguage)
	if err != nil || len(tags) == 0 {
		return Swedish
	}
	_, i, confidence := matcher.Match(tags...)
	if confidence == language.No {
		return Swedish
	}
	return Languages[i]
}

// Lang returns the language ctx speaks, for example "sv".
func Lang(ctx context.Context) string { return speaking(ctx).lang }

// T says the text key. args are alternating names and values for the places
// written {{.Name}} in the text: T(ctx, "group.title", "Name", g.Name). A key
// that no file holds comes out as "!key"; so does one with an odd argument.
func T(ctx context.Context, key string, args ...any) string {
	m, ok := speaking(ctx).texts[key]
	if !ok || len(args)%2 != 0 {
		return "!" + key
	}
	if m.parts == nil {
		return m.text
	}
	return m.fill(args)
}

// N says the text key about count things: the text chooses between its "one"
// and "other" forms and may show {{.Count}}. Further args are as for T.
func N(ctx context.Context, key string, count int, args ...any) string {
	if len(args)%2 != 0 {
		return "!" + key
	}
	return speaking(ctx).plural(key, count, args)
}

// Say says a key that came from elsewhere, as a rule's warning does: a text that
// depends on a count takes it from the argument Days.
func Say(ctx context.Context, key string, args ...any) string {
	if !speaking(ctx).plurals[key] {
		return T(ctx, key, args...)
	}
	for i := 0; i+1 < len(args); i += 2 {
		if n, ok := args[i+1].(int); ok && args[i] == "Days" {
			return N(ctx, key, n, args...)
		}
	}
	return "!" + key
}

// Known reports whether key has a text in ctx's language.
func Known(ctx context.Context, key string) bool {
	c := speaking(ctx)
	_, ok := c.texts[key]
	return ok || c.plurals[key]
}

// List joins items as in running text: "Kommunal, Vision och Lärarförbundet".
func List(ctx context.Context, items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + speaking(ctx).and + " " + items[last]
}

func speaking(ctx context.Context) *catalog {
	if c, ok := ctx.Value(contextKey{}).(*catalog); ok {
		return c
	}
	return catalogs[Swedish]
}

// argText writes one argument the way a text shows it.
func argText(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	return fmt.Sprint(v)
}
