package i18n

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// keyShape is how a message key looks: subject.place.word.
var keyShape = regexp.MustCompile(`^[a-z]+(\.[a-z0-9_]+){1,3}$`)

// keyAt tells which argument of a call is a message key.
var keyAt = map[string]int{"i18n.T": 1, "i18n.N": 1, "fail.New": 1, "fail.Wrap": 2}

// A use is one place in the program that names a key.
type use struct {
	key, where string
	call       string   // "i18n.T", "" for a literal that merely looks like a key
	names      []string // names of the arguments given; nil when they cannot be told
}

// TestKeys holds the program and the texts together: every key that is said
// has a text in every language, and every text is said. Keys made at run time
// cannot be checked, so enums keep theirs as whole literals.
func TestKeys(t *testing.T) {
	t.Parallel()
	used := map[string]bool{}
	for _, u := range uses(t) {
		used[u.key] = true
		if u.call == "" {
			continue
		}
		if !keyShape.MatchString(u.key) {
			t.Errorf("%s: %q is not shaped like a key (subject.place.word)", u.where, u.key)
			continue
		}
		var missing []string
		for _, lang := range Languages {
			if !checkUse(t, u, lang) {
				missing = append(missing, lang)
			}
		}
		if missing != nil {
			t.Errorf("%s: no text %q in %s", u.where, u.key, strings.Join(missing, " and "))
		}
	}
	for _, lang := range Languages {
		for _, key := range keysOf(catalogs[lang]) {
			if !keyShape.MatchString(key) {
				t.Errorf("%s: %q is not shaped like a key", lang, key)
			}
			if !used[key] {
				t.Errorf("%s: nothing says %q", lang, key)
			}
		}
	}
}

// checkUse reports whether lang has the text; other faults it reports itself.
func checkUse(t *testing.T, u use, lang string) bool {
	t.Helper()
	c := catalogs[lang]
	m, plain := c.texts[u.key]
	switch {
	case !plain && !c.plurals[u.key]:
		return false
	case u.call == "i18n.N" && plain:
		t.Errorf("%s: %s text %q lacks one and other", u.where, lang, u.key)
	case u.call == "i18n.T" && !plain:
		t.Errorf("%s: %q depends on a count: use N", u.where, u.key)
	case u.call != "i18n.N" && u.call != "Key:" && u.names != nil:
		for i := 1; i < len(m.parts); i += 2 {
			if !slices.Contains(u.names, m.parts[i]) {
				t.Errorf("%s: %q wants {{.%s}}, which the call does not give", u.where, u.key, m.parts[i])
			}
		}
	}
	return true
}

func keysOf(c *catalog) []string {
	var keys []string
	for k := range c.texts {
		keys = append(keys, k)
	}
	for k := range c.plurals {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// uses parses the whole program, generated templates included.
func uses(t *testing.T) []use {
	t.Helper()
	var all []use
	for _, root := range []string{"../../cmd", "../../internal", "../../templates"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				at := func() string {
					p := set.Position(n.Pos())
					return strings.TrimPrefix(path, "../../") + ":" + strconv.Itoa(p.Line)
				}
				if u, bad, ok := inspect(n); bad != "" {
					t.Errorf("%s: %s", at(), bad)
				} else if ok {
					u.where = at()
					all = append(all, u)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", root, err)
		}
	}
	if len(all) == 0 {
		t.Fatal("no uses found: the test looks in the wrong place")
	}
	return all
}

// inspect finds the key that n names, if it names one.
func inspect(n ast.Node) (u use, bad string, ok bool) {
	switch n := n.(type) {
	case *ast.BasicLit:
		if s := text(n); n.Kind == token.STRING && keyShape.MatchString(s) {
			return use{key: s}, "", true
		}
	case *ast.KeyValueExpr:
		// fail.Field{Key: …}, fail.Warning{Key: …}, the gate's entries.
		name, isName := n.Key.(*ast.Ident)
		lit, isLit := n.Value.(*ast.BasicLit)
		if isName && isLit && name.Name == "Key" && keyShape.MatchString(text(lit)) && strings.Contains(text(lit), ".") {
			return use{key: text(lit), call: "Key:"}, "", true
		}
	case *ast.CallExpr:
		name := called(n)
		i, known := keyAt[name]
		if strings.HasSuffix(name, ".Add") && len(n.Args) >= 2 {
			// fail.Form.Add(field, key, …)
			if lit, isLit := n.Args[1].(*ast.BasicLit); isLit && keyShape.MatchString(text(lit)) {
				return use{key: text(lit), call: "fail.Form.Add", names: names(n, 2)}, "", true
			}
			if _, sum := n.Args[1].(*ast.BinaryExpr); sum && startsLikeKey(n.Args[1]) {
				return use{}, madeUp, false
			}
			return use{}, "", false
		}
		if !known || len(n.Args) <= i {
			return use{}, "", false
		}
		switch arg := n.Args[i].(type) {
		case *ast.BasicLit:
			return use{key: text(arg), call: name, names: names(n, i+1)}, "", true
		case *ast.BinaryExpr:
			return use{}, madeUp, false
		}
	}
	return use{}, "", false
}

const madeUp = "a key put together at run time cannot be checked: write whole keys"

// startsLikeKey recognises "matter.error." + name.
func startsLikeKey(e ast.Expr) bool {
	for {
		sum, ok := e.(*ast.BinaryExpr)
		if !ok {
			lit, isLit := e.(*ast.BasicLit)
			return isLit && lit.Kind == token.STRING && strings.HasSuffix(text(lit), ".") && keyShape.MatchString(text(lit)+"x")
		}
		e = sum.X
	}
}

// names lists the argument names from position i on, nil when some are not
// literals.
func names(c *ast.CallExpr, i int) []string {
	if c.Ellipsis.IsValid() {
		return nil
	}
	if called(c) == "i18n.N" {
		i++
	}
	out := []string{}
	for ; i < len(c.Args); i += 2 {
		lit, ok := c.Args[i].(*ast.BasicLit)
		if !ok {
			return nil
		}
		out = append(out, text(lit))
	}
	return out
}

func called(c *ast.CallExpr) string {
	sel, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	if x, ok := sel.X.(*ast.Ident); ok {
		return x.Name + "." + sel.Sel.Name
	}
	return "." + sel.Sel.Name
}

func text(lit *ast.BasicLit) string {
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}
