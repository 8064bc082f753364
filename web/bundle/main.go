// Command bundle builds web/static from web/vendor and web/src. It runs in the
// web directory (go generate ./web) and stops when the stylesheet asks for a
// token that nothing defines.
package main

import (
	"log"
	"os"
	"path/filepath"
	"strings"
)

// The parts of Designsystemet we use, in the layers its own index puts them.
var (
	baseParts = []string{"base", "label", "validation-message"}
	parts     = []string{"link", "alert", "button", "details", "error-summary", "field", "fieldset", "input", "tag"}
	own       = []string{"elements", "frame", "parts", "forms", "tables", "meeting", "matter", "year", "print"}
)

func main() {
	log.SetFlags(0)
	if err := run(); err != nil {
		log.Fatal("bundle: ", err)
	}
}

func run() error {
	css, err := stylesheet()
	if err != nil {
		return err
	}
	if err := os.WriteFile("static/app.css", []byte(css), 0o644); err != nil {
		return err
	}
	for from, to := range map[string]string{"src/app.js": "static/app.js", "src/live.js": "static/live.js", "src/agenda.js": "static/agenda.js", "vendor/htmx/htmx.min.js": "static/htmx.js", "src/icon.svg": "static/icon.svg"} {
		raw, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		if err := os.WriteFile(to, raw, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func stylesheet() (string, error) {
	var body strings.Builder
	if err := addLayer(&body, "ds.base", baseParts); err != nil {
		return "", err
	}
	if err := addLayer(&body, "ds.components", parts); err != nil {
		return "", err
	}
	var mine strings.Builder
	for _, name := range own {
		raw, err := os.ReadFile(filepath.Join("src", name+".css"))
		if err != nil {
			return "", err
		}
		mine.Write(raw)
	}
	tokens, err := os.ReadFile("src/tokens.css")
	if err != nil {
		return "", err
	}
	rules := body.String() + minify(mine.String())
	colours, err := palettes(rules)
	if err != nil {
		return "", err
	}
	all := "/*! Designsystemet 1.22.0, MIT */\n@layer elements,ds.theme,ds.base,ds.components;" +
		"@layer ds.theme{" + minify(string(tokens)) + colours + "}" + rules
	return all, undefined(all)
}

func addLayer(b *strings.Builder, layer string, names []string) error {
	b.WriteString("@layer " + layer + "{")
	for _, name := range names {
		raw, err := os.ReadFile(filepath.Join("vendor/designsystemet/components", name+".css"))
		if err != nil {
			return err
		}
		b.Write(raw)
	}
	b.WriteString("}")
	return nil
}
