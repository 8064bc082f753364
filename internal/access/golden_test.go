package access_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/fail"
)

var update = flag.Bool("update", false, "write the golden file anew")

// TestWhoMayWhat holds the table of roles and actions: whoever changes who may what shows it as a change of this file.
func TestWhoMayWhat(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	fmt.Fprintf(&b, "%-20s", "")
	for _, r := range access.Roles {
		fmt.Fprintf(&b, "%-11s", r)
	}
	b.WriteString("\n")
	for _, act := range actions(t) {
		fmt.Fprintf(&b, "%-20s", act)
		for _, r := range access.Roles {
			mark := "-"
			if (access.Actor{PersonID: 1, Role: r}).May(act) {
				mark = "yes"
			}
			fmt.Fprintf(&b, "%-11s", mark)
		}
		b.WriteString("\n")
	}
	got := trimLines(b.String())
	const file = "testdata/grants.golden"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("who may what has changed (go test ./internal/access -update writes it anew):\n%s", diff)
	}
}

func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// actions reads the constants of type Action, so that none is forgotten.
func actions(t *testing.T) []access.Action {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "action.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []access.Action
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if typ, ok := spec.Type.(*ast.Ident); ok && typ.Name == "Action" && len(spec.Values) == 1 {
			text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, access.Action(text))
		}
		return true
	})
	if len(all) < 10 {
		t.Fatalf("only %d actions were found", len(all))
	}
	return all
}

func TestNobodyMayAnything(t *testing.T) {
	t.Parallel()
	for _, act := range actions(t) {
		if err := (access.Actor{Role: access.Manager}).Require(act); fail.KindOf(err) != fail.Forbidden {
			t.Errorf("%s without a person: got %v, want Forbidden", act, err)
		}
		if err := (access.Actor{PersonID: 1, Role: "other"}).Require(act); fail.KindOf(err) != fail.Forbidden {
			t.Errorf("%s in a role that does not exist: got %v, want Forbidden", act, err)
		}
	}
	if err := (access.Actor{PersonID: 1, Role: access.Admin}).Require("unknown"); fail.KindOf(err) != fail.Forbidden {
		t.Errorf("an unknown action: got %v, want Forbidden", err)
	}
}

func TestMandatesDecideWhoseVoiceItIs(t *testing.T) {
	t.Parallel()
	rep := access.Actor{PersonID: 1, Role: access.UnionRep, Mandates: []access.Mandate{{Role: "union_rep", UnionID: 5, GroupID: 7}, {Role: "union_substitute", UnionID: 6, GroupID: 7}}}
	manager := access.Actor{PersonID: 1, Role: access.Manager, Chairs: []int64{7}, Mandates: []access.Mandate{{Role: "secretary", GroupID: 8}}}
	asManager := rep
	asManager.Role = access.Manager
	for _, tc := range []struct {
		name      string
		got, want bool
	}{
		{"speaks in the mandate's group", rep.Speaks(5, 7), true},
		{"speaks for another union", rep.Speaks(9, 7), false},
		{"speaks in another group", rep.Speaks(5, 8), false},
		{"speaks while acting as manager", asManager.Speaks(5, 7), false},
		{"is a substitute", rep.Substitute(6, 7), true},
		{"is a representative", rep.Substitute(5, 7), false},
		{"chairs", manager.IsChair(7), true},
		{"a secretary chairs", manager.IsChair(8), false},
		{"a secretary runs meetings", manager.RunsMeetings(8), true},
		{"a representative runs meetings", rep.RunsMeetings(7), false},
		{"takes part", rep.InGroup(7) && !rep.InGroup(8), true},
		{"unions", slices.Equal(rep.Unions(), []int64{5, 6}), true},
		{"groups", slices.Equal(manager.Groups(), []int64{7, 8}), true},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: got %v, want %v", tc.name, tc.got, tc.want)
		}
	}
}
