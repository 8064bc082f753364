package db_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"samverka/internal/testdb"
)

// global are the tables that come before any organisation and hold no content of one; "sessions" names one and is read
// before it is known.
var global = []string{"accounts", "organisations", "password_resets", "sessions", "sign_in_attempts"}

// outside are tables that are not ours: the migrations' own and the job queue's, whose jobs hold ids only.
func outside(table string) bool {
	return table == "goose_db_version" || strings.HasPrefix(table, "river_")
}

type table struct {
	Name             string
	HasOrg           bool // a column org_id that is never NULL
	Secured, Forced  bool
	Policies         []string
	Wide             bool // some policy lets every row through
	OwnerIsApp       bool
	Unlogged, IsView bool
	Invoker          bool // a view that asks with its reader's rights
}

func catalogue(t *testing.T) (testdb.DB, []table) {
	t.Helper()
	d := testdb.New(t)
	rows, err := d.Super.Query(t.Context(), `
		SELECT c.relname AS name,
		       EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'org_id' AND a.attnotnull) AS has_org,
		       c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
		       ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS policies,
		       EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive
		               AND coalesce(pg_get_expr(p.polqual, p.polrelid), '') NOT LIKE '%current_org()%') AS wide,
		       pg_get_userbyid(c.relowner) = 'samverka_app' AS owner_is_app,
		       c.relpersistence = 'u' AS unlogged, c.relkind IN ('v', 'm') AS is_view,
		       c.relkind = 'v' AND coalesce(array_to_string(c.reloptions, ','), '') ~ 'security_invoker=(true|on)' AS invoker
		FROM   pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace = 'public'::regnamespace ORDER BY 1`)
	if err != nil {
		t.Fatal(err)
	}
	all, err := pgx.CollectRows(rows, pgx.RowToStructByName[table])
	if err != nil {
		t.Fatal(err)
	}
	all = slices.DeleteFunc(all, func(x table) bool { return outside(x.Name) })
	if len(all) < 30 {
		t.Fatalf("only %d tables were found", len(all))
	}
	return d, all
}

func TestEveryTableBelongsToAnOrganisationOrIsNamed(t *testing.T) {
	t.Parallel()
	_, all := catalogue(t)
	for _, x := range all {
		isGlobal := slices.Contains(global, x.Name)
		switch {
		case x.IsView:
			if !x.Invoker {
				t.Errorf("the view %s shows rows by its owner's rights", x.Name)
			}
		case x.OwnerIsApp:
			t.Errorf("%s belongs to the application, which could lift its policies", x.Name)
		case x.Unlogged:
			t.Errorf("%s is unlogged: a crash empties it", x.Name)
		case isGlobal && !x.Secured:
			t.Errorf("%s has no row security at all", x.Name)
		case isGlobal:
		case !x.HasOrg:
			t.Errorf("%s has no org_id, and is not among the tables that are global by nature", x.Name)
		case !x.Secured || !x.Forced:
			t.Errorf("%s has no forced row security", x.Name)
		case len(x.Policies) == 0:
			t.Errorf("%s has no policy", x.Name)
		case x.Wide:
			t.Errorf("%s has a policy that does not ask for the organisation: %v", x.Name, x.Policies)
		}
	}
	for _, name := range global {
		if !slices.ContainsFunc(all, func(x table) bool { return x.Name == name }) {
			t.Errorf("%s is named as global and does not exist", name)
		}
	}
}

// A key on a single column would let one organisation's row point at another's, in spite of the policies.
func TestEveryForeignKeyCarriesTheOrganisation(t *testing.T) {
	t.Parallel()
	d, _ := catalogue(t)
	rows, err := d.Super.Query(t.Context(), `
		SELECT c.conname AS name, c.conrelid::regclass::text AS source, c.confrelid::regclass::text AS target,
		       EXISTS (SELECT FROM unnest(c.conkey, c.confkey) k (here, there)
		               JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.here AND a.attname = 'org_id'
		               JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.there AND b.attname = 'org_id') AS carries
		FROM   pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace ORDER BY 1`)
	if err != nil {
		t.Fatal(err)
	}
	type key struct {
		Name, Source, Target string
		Carries              bool
	}
	keys, err := pgx.CollectRows(rows, pgx.RowToStructByName[key])
	if err != nil {
		t.Fatal(err)
	}
	if len(keys) < 40 {
		t.Fatalf("only %d keys were found", len(keys))
	}
	for _, k := range keys {
		toGlobal := slices.Contains(global, k.Target) && k.Target != "sessions"
		if !k.Carries && !toGlobal && !outside(k.Source) {
			t.Errorf("%s: %s points at %s without org_id", k.Name, k.Source, k.Target)
		}
	}
}

// Without an organisation there are no rows, and none can be written.
func TestWithoutAnOrganisationThereIsNothing(t *testing.T) {
	t.Parallel()
	d, all := catalogue(t)
	if _, err := d.Super.Exec(t.Context(), `
		INSERT INTO organisations (name, created_at) VALUES ('A', now());
		INSERT INTO people (org_id, name, sort_name) SELECT id, 'Eva', 'Eva' FROM organisations`); err != nil {
		t.Fatal(err)
	}
	for _, x := range all {
		if slices.Contains(global, x.Name) || x.IsView {
			continue
		}
		var n int
		if err := d.App.QueryRow(t.Context(), `SELECT count(*) FROM `+pgx.Identifier{x.Name}.Sanitize()).Scan(&n); err != nil || n != 0 {
			t.Errorf("%s outside any organisation: %d rows, %v", x.Name, n, err)
		}
	}
	if _, err := d.App.Exec(t.Context(), `INSERT INTO people (org_id, name, sort_name) SELECT id, 'Bo', 'Bo' FROM organisations`); err == nil {
		t.Error("a row could be written outside its organisation")
	}
}

// What is written once is not changed or removed by the application, whatever the code does.
func TestTheEventLogIsOutOfTheApplicationsHands(t *testing.T) {
	t.Parallel()
	d, _ := catalogue(t)
	for _, name := range []string{"events", "event_texts", "decisions", "dispatches", "dispatch_papers", "paper_answers", "editorial_objections"} {
		for _, right := range []string{"UPDATE", "DELETE", "TRUNCATE"} {
			var may bool
			if err := d.Super.QueryRow(t.Context(), `SELECT has_table_privilege('samverka_app', $1, $2)`, name, right).Scan(&may); err != nil {
				t.Fatal(err)
			}
			if may {
				t.Errorf("the application may %s %s", right, name)
			}
		}
	}
}

func TestFunctionsWithTheirOwnersRightsFixTheirPath(t *testing.T) {
	t.Parallel()
	d, _ := catalogue(t)
	rows, err := d.Super.Query(t.Context(), `SELECT p.proname::text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
		AND NOT coalesce(array_to_string(p.proconfig, ','), '') LIKE '%search_path=%'`)
	if err != nil {
		t.Fatal(err)
	}
	loose, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	if len(loose) > 0 {
		t.Errorf("these run with their owner's rights on the caller's search path: %v", loose)
	}
}
