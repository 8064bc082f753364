package overview_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// TestSearchWords is the list of Swedish words and what they must find.
func TestSearchWords(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	day := clock.NewDate(2027, 4, 30)
	s.matter("Mötet om schemaläggningen", day, s.lsg, s.vast)
	s.matter("Riskbedömning av nya lokaler", day, s.lsg, s.vast)
	s.matter("Skyddsombudet och ventilationen", day, s.lsg, s.vast)
	for q, want := range map[string][]string{
		"möte":                {"SAM 2027/1"},
		"Mötet":               {"SAM 2027/1"},
		"schema":              {"SAM 2027/1"},
		"risk":                {"SAM 2027/2"},
		"riskbedömningen":     {"SAM 2027/2"},
		"lokal":               {"SAM 2027/2"},
		"lokalerna":           {"SAM 2027/2"},
		"skyddsombud":         {"SAM 2027/3"},
		"skyddsombudet":       {"SAM 2027/3"},
		"SAM 2027/3":          {"SAM 2027/3"},
		"2027/2":              {"SAM 2027/2"},
		"syfte":               {"SAM 2027/3", "SAM 2027/2", "SAM 2027/1"},
		"risk lokaler":        {"SAM 2027/2"},
		"risk mötet":          nil,
		"'; DROP TABLE x; --": nil,
		"a & | ! ( ) : * <->": nil,
		"\\ ' \"":             nil,
	} {
		got, err := s.svc.Search(t.Context(), s.hr, q)
		if err != nil {
			t.Errorf("%q: %v", q, err)
			continue
		}
		var numbers []string
		for _, m := range got.Matters {
			numbers = append(numbers, m.Number)
		}
		if diff := cmp.Diff(want, numbers); diff != "" {
			t.Errorf("%q (-want +got):\n%s", q, diff)
		}
	}
	if got, err := s.svc.Search(t.Context(), s.hr, " ,.! "); err != nil || got.Asked {
		t.Errorf("nothing asked: %+v, %v", got, err)
	}
}

func TestSearchKeepsToWhatOneMayKnow(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	day := clock.NewDate(2027, 4, 30)
	s.matter("Schema Väst", day, s.lsg, s.vast)
	other := s.group("LSG Utbildning", 0, s.ut)
	s.exec(`UPDATE matters SET owner_id = $1 WHERE id = $2`, s.birgitta, s.matter("Schema Utbildning", day, other, s.ut))
	for name, c := range map[string]struct {
		who  access.Actor
		want int
	}{"HR": {s.hr, 2}, "manager": {s.chef, 1}, "union": {s.fack, 1}, "safety": {s.ombud, 1}, "staff": {s.staff, 0}, "admin": {s.admin, 0}} {
		got, err := s.svc.Search(t.Context(), c.who, "schema")
		if err != nil || len(got.Matters) != c.want {
			t.Errorf("%s: %d matters, %v; want %d", name, len(got.Matters), err, c.want)
		}
	}
}

func TestSearchKeepsToTheOrganisation(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	s.matter("Schema Väst", clock.NewDate(2027, 4, 30), s.lsg, s.vast)
	var other int64
	err := s.db.InOrg(t.Context(), s.org, func(tx *db.OrgTx) error {
		return tx.QueryRow(t.Context(), `INSERT INTO organisations (name, created_at) VALUES ('Energi AB', $1) RETURNING id`, now).Scan(&other)
	})
	if err != nil {
		t.Fatal(err)
	}
	who := s.hr
	who.OrgID = other
	for _, q := range []string{"schema", "Amina", "LSG"} {
		if got, err := s.svc.Search(t.Context(), who, q); err != nil || !got.None() {
			t.Errorf("%q in the other organisation: %+v, %v; want nothing", q, got, err)
		}
	}
}

func TestSearchFindsGroupsAndPeople(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	next := s.meeting(s.lsg, clock.NewDate(2027, 3, 31).At(13, 0))
	rene := s.person("René Åkesson")
	s.person("Renata Utan Roll")
	s.exec(`UPDATE people SET closed_on = '2027-03-01' WHERE id = $1`, s.person("Rene Har Slutat"))
	got, err := s.svc.Search(t.Context(), s.hr, "väst")
	if err != nil || len(got.Groups) != 1 || got.Groups[0].NextID != next {
		t.Errorf("groups %+v, %v", got.Groups, err)
	}
	for q, want := range map[string]int{"rene": 1, "rené akesson": 0, "rené åkesson": 1, "Åkes": 1, "ren": 2} {
		got, err := s.svc.Search(t.Context(), s.hr, q)
		if err != nil || len(got.People) != want {
			t.Errorf("%q: %+v, %v; want %d people", q, got.People, err, want)
		}
	}
	s.mandate(rene, "safety_rep", 0, s.lsg, 0, "")
	if got, err := s.svc.Search(t.Context(), s.staff, "ren"); err != nil || len(got.People) != 1 || got.People[0].Roles[0] != "safety_rep" {
		t.Errorf("staff find %+v, %v; want René alone, as safety representative", got.People, err)
	}
	if got, err := s.svc.Search(t.Context(), s.staff, "Amina"); err != nil || len(got.People) != 1 || len(got.People[0].Manages) != 1 {
		t.Errorf("staff find %+v, %v; want the manager", got.People, err)
	}
}
