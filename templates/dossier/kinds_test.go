package dossier

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"samverka/internal/audit"
	"samverka/internal/dossier"
	"samverka/internal/i18n"
	pages "samverka/templates/matter"
)

// kindShape is what a kind of event looks like: a subject, a point, what happened.
var kindShape = regexp.MustCompile(`^(matter|action|meeting|apt|raised)\.[a-z0-9_]*[a-z0-9]$`)

// elsewhere are texts of that shape that are no events, and events that no matter has.
var elsewhere = []string{
	"meeting.phrase", "meeting.phrase_removed", "meeting.template_saved", "meeting.suggested", "meeting.planned",
	"meeting.regrouped", "raised.declined", "raised.withdrawn", "raised.asked", "raised.negotiated", "raised.mbl_requested", "apt.planned", "matter.mbl",
}

// whole are the events about a whole meeting that belong to the story of its matters (dossier.Story).
var whole = []string{"meeting.notice_sent", "meeting.opened", "meeting.closed", "meeting.cancelled", "meeting.moved", "meeting.extra_accepted", "meeting.extra_refused",
	"meeting.minutes_sent", "meeting.minutes_changed", "meeting.minutes_objected", "meeting.minutes_maintained", "meeting.minutes_final"}

// matterKinds reads out of the sources every kind of event that is written with a matter, and adds those of whole meetings.
func matterKinds(t *testing.T) []string {
	t.Helper()
	found, meetingOnly := slices.Clone(whole), map[string]bool{}
	for _, dir := range []string{"action", "apt", "dossier", "matter", "meeting"} {
		files, err := filepath.Glob(filepath.Join("..", "..", "internal", dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no sources of %s: %v", dir, err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, src, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				switch x := n.(type) {
				case *ast.CallExpr:
					if kind, ok := withoutMatter(x); ok {
						meetingOnly[kind] = true
					}
				case *ast.BasicLit:
					if s, err := strconv.Unquote(x.Value); err == nil && x.Kind == token.STRING && kindShape.MatchString(s) && !slices.Contains(found, s) {
						found = append(found, s)
					}
				}
				return true
			})
		}
	}
	return slices.DeleteFunc(found, func(k string) bool {
		meetings := strings.HasPrefix(k, "meeting.") || strings.HasPrefix(k, "apt.")
		return slices.Contains(elsewhere, k) || !slices.Contains(whole, k) && meetings && meetingOnly[k]
	})
}

// withoutMatter reports that the call logs an event of a meeting or an APT that is about no matter: its second argument is 0.
func withoutMatter(x *ast.CallExpr) (kind string, ok bool) {
	sel, isSel := x.Fun.(*ast.SelectorExpr)
	if !isSel || sel.Sel.Name != "log" || len(x.Args) < 2 {
		return "", false
	}
	zero, isLit := x.Args[1].(*ast.BasicLit)
	lit, isText := x.Args[0].(*ast.BasicLit)
	if !isLit || zero.Value != "0" || !isText {
		return "", false
	}
	kind, err := strconv.Unquote(lit.Value)
	return kind, err == nil
}

// Whatever can happen to a matter is told in words, has its place in the timeline, and names the rule that it rests on.
func TestEveryKindOfEventIsToldPlacedAndSourced(t *testing.T) {
	t.Parallel()
	ctx := i18n.With(t.Context(), "sv")
	kinds := matterKinds(t)
	if len(kinds) < 70 {
		t.Fatalf("found %d kinds, want them all: %v", len(kinds), kinds)
	}
	for _, k := range kinds {
		e := audit.Entry{Kind: k}
		if !pages.Told(ctx, e) {
			t.Errorf("%s: no text", k)
		}
		if !dossier.Placed(k) {
			t.Errorf("%s: no place among the timeline's sorts", k)
		}
		if (dossier.Moment{Event: dossier.Event{Entry: e}}).Source() == "" {
			t.Errorf("%s: no source", k)
		}
	}
}
