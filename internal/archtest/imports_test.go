package archtest

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The capabilities form a line: each may import those before it, never one after it.
var line = []string{"access", "identity", "audit", "announce", "guidance", "organisation", "booking", "importer", "process", "action", "matter", "meeting", "dossier", "apt", "retention", "yearplan", "learning", "followup", "feed", "overview", "reminder"}

// ground is what every capability may stand on.
var ground = []string{"fail", "clock", "db", "access", "announce", "privacy"}

// rule says what a package may import of ours, and what it may never import at all.
type rule struct {
	may   []string // of ours, below samverka/; a folder means all below it
	never []string // of anybody's
}

var pgx, web = "github.com/jackc/pgx/v5", "net/http"

// rules is the table of the house. A package of ours that has no row fails.
var rules = map[string]rule{
	"migrations": {}, "locales": {}, "web": {never: []string{pgx}},
	"build/schema":       {may: []string{"migrations", "internal/migrate", "internal/pgserver", "internal/testdb", "internal/db"}},
	"internal/importer":  {may: inner("access", "audit", "clock", "db", "fail", "i18n", "identity", "organisation", "privacy"), never: []string{web}},
	"web/bundle":         {may: []string{"web"}},
	"internal/deps":      {},
	"internal/archtest":  {},
	"internal/fail":      {never: []string{pgx, web}},
	"internal/clock":     {never: []string{pgx, web}},
	"internal/privacy":   {never: []string{pgx, web}},
	"internal/config":    {never: []string{pgx, web}},
	"internal/i18n":      {may: []string{"locales", "internal/clock"}, never: []string{pgx, web}},
	"internal/db":        {may: []string{"internal/fail"}, never: []string{web}},
	"internal/access":    {may: []string{"internal/fail"}, never: []string{pgx, web}},
	"internal/announce":  {may: inner("clock", "db"), never: []string{web}},
	"internal/audit":     {may: inner("access", "db", "fail", "clock"), never: []string{web}},
	"internal/identity":  {may: inner("access", "db", "fail", "clock"), never: []string{web}},
	"internal/live":      {may: inner("db"), never: []string{web}},
	"internal/metrics":   {may: inner("db")},
	"internal/pgserver":  {never: []string{web}},
	"internal/migrate":   {may: append(inner("pgserver", "db"), "migrations"), never: []string{web}},
	"internal/ical":      {may: inner("i18n"), never: []string{pgx, web}},
	"internal/feed":      {may: inner("access", "apt", "clock", "db", "fail", "ical"), never: []string{web}},
	"internal/notify":    {may: append(inner("access", "announce", "db", "clock", "i18n", "ical", "fail", "identity"), "locales"), never: []string{web}},
	"internal/document":  {may: append(inner("clock", "i18n", "document", "matter", "meeting", "apt", "organisation", "audit"), "locales"), never: []string{pgx, web}},
	"internal/demo":      {may: inner("access", "action", "announce", "audit", "booking", "clock", "db", "dossier", "fail", "feed", "followup", "guidance", "identity", "organisation", "matter", "meeting", "apt", "importer", "learning", "overview", "privacy", "process", "retention", "yearplan"), never: []string{web}},
	"templates/ui":       {may: inner("fail", "i18n", "clock"), never: []string{pgx, web}},
	"templates/layout":   {may: append(inner("fail", "i18n", "clock"), "templates/ui", "web"), never: []string{pgx, web}},
	"templates/guidance": {may: append(inner("guidance", "i18n"), "templates/ui"), never: []string{pgx, web, "samverka/internal/db"}},
	"templates/dossier":  {may: append(inner("action", "audit", "clock", "dossier", "i18n", "matter", "meeting"), "templates/action", "templates/matter", "templates/meeting", "templates/ui"), never: []string{pgx, web, "samverka/internal/db"}},
	"templates/paper":    {may: append(inner("action", "audit", "clock", "document", "dossier", "i18n", "matter", "meeting", "apt", "organisation"), "templates/dossier", "templates/matter", "templates/meeting", "templates/apt", "templates/ui"), never: []string{pgx, web, "samverka/internal/db"}},
	"internal/server":    {may: append(inner("access", "action", "announce", "audit", "booking", "clock", "db", "document", "dossier", "fail", "feed", "followup", "guidance", "i18n", "ical", "identity", "importer", "learning", "live", "organisation", "matter", "meeting", "apt", "notify", "overview", "privacy", "process", "retention", "yearplan"), "templates", "web"), never: []string{pgx, "database/sql"}},
	"cmd/samverka":       {may: []string{"internal", "templates", "web", "migrations", "locales"}},
	"internal/testdb":    {may: inner("pgserver", "migrate", "db"), never: []string{web}},
}

// testOnly packages serve tests: anything may be imported there, and nothing of the product imports them.
var testOnly = []string{"internal/testdb", "internal/scene", "internal/proptest", "internal/sweep", "internal/acceptance", "internal/browsertest", "internal/bench", "internal/access/accesstest", "internal/notify/smtptest", "internal/killtest"}

func inner(names ...string) []string {
	var paths []string
	for _, n := range names {
		paths = append(paths, "internal/"+n)
	}
	return paths
}

type pkg struct {
	ImportPath string
	Imports    []string
}

func TestPackagesImportWhatTheTableAllows(t *testing.T) {
	t.Parallel()
	for _, p := range packages(t) {
		path := strings.TrimPrefix(p.ImportPath, "samverka/")
		if within(path, testOnly) {
			continue
		}
		r, ok := ruleFor(path)
		if !ok {
			t.Errorf("%s has no row in the table of packages", path)
			continue
		}
		for _, imported := range p.Imports {
			own, ours := strings.CutPrefix(imported, "samverka/")
			switch {
			case within(imported, r.never):
				t.Errorf("%s imports %s, which it never may", path, imported)
			case ours && within(own, testOnly):
				t.Errorf("%s imports %s, which is for tests", path, own)
			case ours && !within(own, r.may) && !within(own, []string{path}) && !within(path, []string{own}):
				t.Errorf("%s imports %s, which the table does not allow", path, own)
			}
		}
	}
}

// ruleFor finds a package's row: its own, the one of the folder that it lies in, or the one of its place in the line.
func ruleFor(path string) (rule, bool) {
	for at := path; at != "."; at = parent(at) {
		if r, ok := rules[at]; ok {
			return r, true
		}
	}
	if name, ok := strings.CutPrefix(path, "internal/"); ok {
		if i := slices.Index(line, name); i > 0 {
			return rule{may: append(inner(line[:i]...), inner(ground...)...), never: []string{web}}, true
		}
	}
	if name, ok := strings.CutPrefix(path, "templates/"); ok {
		may := append(inner("access", "action", "audit", "clock", "dossier", "fail", "feed", "followup", "guidance", "i18n", "identity", "importer", "organisation", "process", "action", "matter", "meeting", "apt", "notify", "overview", "document", "booking", "retention", "yearplan", "learning"),
			"templates/ui", "templates/layout", "templates/guidance", "web")
		at := max(0, slices.Index(line, name))
		if name == "todo" {
			at = len(line) // Att göra leads to every subject
		}
		for _, before := range line[:at] { // pages of a subject may show parts of those before it
			may = append(may, "templates/"+before)
		}
		return rule{may: may, never: []string{pgx, web, "samverka/internal/db"}}, true
	}
	return rule{}, false
}

func parent(path string) string {
	i := strings.LastIndex(path, "/")
	if i < 0 {
		return "."
	}
	return path[:i]
}

// within reports whether path is one of the folders or lies below one.
func within(path string, folders []string) bool {
	return slices.ContainsFunc(folders, func(f string) bool { return path == f || strings.HasPrefix(path, f+"/") })
}

// packages asks the go command for every package of ours with what it imports outside its tests.
func packages(t *testing.T) []pkg {
	t.Helper()
	// Walking the tree tells the go command what this test rests on, so that no old answer is taken for today's.
	if err := filepath.WalkDir("../..", func(path string, e fs.DirEntry, err error) error {
		if e != nil && e.IsDir() && e.Name() == ".git" {
			return filepath.SkipDir
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Imports", "samverka/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF):
			if len(all) < 10 {
				t.Fatalf("go list found only %d packages", len(all))
			}
			return all
		case err != nil:
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
