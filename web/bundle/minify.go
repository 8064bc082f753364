package main

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	comment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	blank   = regexp.MustCompile(`\s+`)
	around  = regexp.MustCompile(` ?([{};,>]) ?`)
	colon   = regexp.MustCompile(`([a-z-]): `)
	varUse  = regexp.MustCompile(`var\((--ds-[a-z0-9-]+)\)`)
	varDef  = regexp.MustCompile(`(--ds-[a-z0-9-]+):`)
)

// minify takes comments and needless space out of our own stylesheets.
func minify(css string) string {
	css = comment.ReplaceAllString(css, "")
	css = blank.ReplaceAllString(css, " ")
	css = around.ReplaceAllString(css, "$1")
	css = colon.ReplaceAllString(css, "$1:")
	return strings.TrimSpace(strings.ReplaceAll(css, ";}", "}"))
}

// undefined reports the first design token that css reads and never sets.
func undefined(css string) error {
	have := map[string]bool{}
	for _, m := range varDef.FindAllStringSubmatch(css, -1) {
		have[m[1]] = true
	}
	for _, m := range varUse.FindAllStringSubmatch(css, -1) {
		if !have[m[1]] {
			return fmt.Errorf("the stylesheet reads %s, which nothing sets", m[1])
		}
	}
	return nil
}
