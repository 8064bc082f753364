package importer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/i18n"
)

// planOf plans files, given as name and text, against an empty register.
func planOf(t *testing.T, files ...string) Plan {
	t.Helper()
	return planAgainst(t, register{}, files...)
}

func planAgainst(t *testing.T, reg register, files ...string) Plan {
	t.Helper()
	var fs []File
	for i := 0; i+1 < len(files); i += 2 {
		fs = append(fs, File{files[i], []byte(files[i+1])})
	}
	tables, broken, err := Read(context.Background(), fs, nil)
	if err != nil {
		t.Fatal(err)
	}
	return build(reg, tables, broken, day("2027-01-20"))
}

// said is every problem as a person reads it, short.
func said(ps []Problem) (out []string) {
	for _, p := range ps {
		out = append(out, fmt.Sprintf("%s:%d:%s %s", p.File, p.Row, p.Column, strings.TrimPrefix(strings.TrimPrefix(p.Key, "import.problem."), "import.notice.")))
	}
	return out
}

const people = "Anst nr;Namn;E-post\n1;Anna Ek;anna.ek@k.se\n2;Bo Alm;bo.alm@k.se\n3;Bo Alm;bo2@k.se\n"

func TestEveryErrorHasItsPlace(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		files []string
		want  []string
	}{
		"name missing":          {[]string{"enheter.csv", "Enhet;Chef\n;Anna\n"}, []string{"enheter.csv:2:Enhet name_missing"}},
		"headcount":             {[]string{"enheter.csv", "Enhet;Antal anställda\nA;många\n"}, []string{"enheter.csv:2:Antal anställda number"}},
		"two managers, rows":    {[]string{"enheter.csv", "Enhet;Chef\nA;Anna Ek\nA;Bo\n", "personer.csv", people}, []string{"enheter.csv:3:Chef two_managers"}},
		"two managers, cell":    {[]string{"enheter.csv", "Enhet;Chef\nA;Anna Ek / Bo Alm\n", "personer.csv", people}, []string{"enheter.csv:2:Chef two_managers_cell"}},
		"two managers, comma":   {[]string{"enheter.csv", "Enhet,Chef\nA,\"Anna Ek, Bo Alm\"\n", "personer.csv", people}, []string{"enheter.csv:2:Chef two_managers_cell"}},
		"two parents":           {[]string{"enheter.csv", "Enhet;Överordnad enhet\nA;\nB;\nC;A\nC;B\n"}, []string{"enheter.csv:5:Överordnad enhet two_parents"}},
		"one code, two units":   {[]string{"enheter.csv", "Orgid;Enhet\n1;A\n1;B\n"}, []string{"enheter.csv:3:Orgid unit_code_twice"}},
		"unknown parent":        {[]string{"enheter.csv", "Enhet;Överordnad\nA;B\n"}, []string{"enheter.csv:2:Överordnad unit_unknown"}},
		"ambiguous parent":      {[]string{"enheter.csv", "Orgid;Enhet;Överordnad\n1;A;\n2;A;\n3;C;A\n"}, []string{"enheter.csv:4:Överordnad unit_ambiguous"}},
		"own parent":            {[]string{"enheter.csv", "Enhet;Överordnad\nA;A\n"}, []string{"enheter.csv:2:Överordnad own_parent"}},
		"circle":                {[]string{"enheter.csv", "Enhet;Överordnad\nA;B\nB;C\nC;A\nD;A\n"}, []string{"enheter.csv:4:Överordnad circle"}},
		"unknown manager":       {[]string{"enheter.csv", "Enhet;Chef\nA;Cia Dahl\n", "personer.csv", people}, []string{"enheter.csv:2:Chef person_unknown"}},
		"ambiguous manager":     {[]string{"enheter.csv", "Enhet;Chef\nA;Bo Alm\n", "personer.csv", people}, []string{"enheter.csv:2:Chef person_several"}},
		"manager's bad address": {[]string{"enheter.csv", "Enhet;Chef;Chefens e-post\nA;Cia;cia\n"}, []string{"enheter.csv:2:Chefens e-post email"}},
		"no key":                {[]string{"personer.csv", "Namn;E-post\nAnna Ek;\n"}, []string{"personer.csv:2:E-post no_key"}},
		"bad address":           {[]string{"personer.csv", "Namn;E-post\nAnna Ek;anna(at)k.se\n"}, []string{"personer.csv:2:E-post email"}},
		"address twice":         {[]string{"personer.csv", "Anst nr;Namn;E-post\n1;Anna;a@k.se\n2;Bo;A@k.se\n"}, []string{"personer.csv:3:E-post email_twice"}},
		"address twice, no nr":  {[]string{"personer.csv", "Namn;E-post\nAnna;a@k.se\nBo;a@k.se\n"}, []string{"personer.csv:3:E-post email_twice"}},
		"number twice":          {[]string{"personer.csv", "Anst nr;Namn\n1;Anna\n1;Bo\n"}, []string{"personer.csv:3:Anst nr code_twice"}},
		"person's unit":         {[]string{"personer.csv", "Anst nr;Namn;Enhet\n1;Anna;A\n", "enheter.csv", "Enhet;Chef\nB;\n"}, []string{"personer.csv:2:Enhet unit_unknown"}},
		"union twice":           {[]string{"förbund.csv", "Organisation;Avtal till\nVision;\nVISION;\n"}, []string{"förbund.csv:3:Organisation union_twice"}},
		"date":                  {[]string{"förbund.csv", "Organisation;Avtal till\nVision;snart\n"}, []string{"förbund.csv:2:Avtal till date"}},
		"dates in order":        {[]string{"förbund.csv", "Organisation;Avtal från;Avtal till\nVision;2027-01-01;2026-01-01\n"}, []string{"förbund.csv:2:Avtal till dates_in_order"}},
		"yes or no":             {[]string{"förbund.csv", "Organisation;Kollektivavtal\nVision;kanske\n"}, []string{"förbund.csv:2:Kollektivavtal yes_no"}},
		"level":                 {[]string{"grupper.csv", "Grupp;Nivå;Enhet\nFSG;;A\n", "enheter.csv", "Enhet;Chef\nA;\n"}, []string{"grupper.csv:2:Nivå level_missing"}},
		"group's unit":          {[]string{"grupper.csv", "Grupp;Nivå;Enhet\nFSG;FSG;A, B\n", "enheter.csv", "Enhet;Chef\nA;\n"}, []string{"grupper.csv:2:Enhet unit_unknown"}},
		"no unit":               {[]string{"grupper.csv", "Grupp;Nivå;Enhet\nFSG;FSG;\n"}, []string{"grupper.csv:2:Enhet units_missing"}},
		"group twice":           {[]string{"grupper.csv", "Grupp;Nivå;Enhet\nFSG;FSG;A\nFSG;LSG;A\n", "enheter.csv", "Enhet;Chef\nA;\n"}, []string{"grupper.csv:3:Nivå group_twice"}},
		"group's parent":        {[]string{"grupper.csv", "Grupp;Nivå;Enhet;Överordnad\nFSG;FSG;A;CSG\n", "enheter.csv", "Enhet;Chef\nA;\n"}, []string{"grupper.csv:2:Överordnad group_unknown"}},
		"group circle": {[]string{"grupper.csv", "Grupp;Nivå;Enhet;Överordnad\nF;FSG;A;G\nG;FSG;A;F\n", "enheter.csv", "Enhet;Chef\nA;\n"},
			[]string{"grupper.csv:2:Överordnad group_circle", "grupper.csv:3:Överordnad group_circle"}},
		"mandates": {[]string{"mandat.csv", "Person;Roll;Organisation;Grupp;Enhet;Från;Till\nAnna Ek;;;;;;\nAnna Ek;kung;;;;;\nAnna Ek;administratör;;;;;\n" +
			"Anna Ek;facklig företrädare;;;;;\nAnna Ek;facklig företrädare;Vision;;;;\nAnna Ek;skyddsombud;;LSG;A;snart;\nBo Alm;HR;;;;2027-02-01;2027-01-01\nBo Alm;HR;;;;;\n" +
			"Cia;HR;;;;;\nAnna Ek;HR;;;;;\nAnna Ek;HR;;;;;\n;HR;;;;;\n", "personer.csv", people},
			[]string{"mandat.csv:2:Roll role_missing", "mandat.csv:3:Roll role_unknown", "mandat.csv:4:Roll role_admin", "mandat.csv:5:Organisation union_missing",
				"mandat.csv:6:Organisation union_unknown", "mandat.csv:7:Grupp group_unknown", "mandat.csv:7:Enhet unit_unknown", "mandat.csv:7:Från date",
				"mandat.csv:8:Till dates_in_order", "mandat.csv:9:Person person_several", "mandat.csv:10:Person person_unknown", "mandat.csv:12:Person mandate_twice",
				"mandat.csv:13:Person name_missing"}},
		"personnummer in a cell": {[]string{"personer.csv", "Anst nr;Namn;E-post\n1;Anna 19811218-9876;a@k.se\n2;Bo;b@k.se\n3;Cia;c@k.se\n"}, []string{"personer.csv:2:Namn personal_number"}},
		"empty":                  {[]string{"tom.csv", "", "personer.csv", people}, []string{"tom.csv:0: empty"}},
		"old Excel":              {[]string{"a.xls", "\xd0\xcf\x11\xe0rest", "personer.csv", people}, []string{"a.xls:0: old_excel"}},
		"PDF":                    {[]string{"a.csv", "%PDF-1.7", "personer.csv", people}, []string{"a.csv:0: not_text"}},
		"broken workbook":        {[]string{"a.xlsx", "PK\x03\x04rest", "personer.csv", people}, []string{"a.xlsx:0: xlsx_broken"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			plan := planOf(t, c.files...)
			if diff := cmp.Diff(c.want, said(plan.Problems)); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if plan.Ready() {
				t.Error("got a plan that can be carried out, want none")
			}
			for _, p := range plan.Problems {
				for _, lang := range i18n.Languages {
					if text := p.Say(i18n.With(context.Background(), lang)); strings.Contains(text, "!") || strings.Contains(text, "9876") {
						t.Errorf("says %q", text)
					}
				}
			}
		})
	}
}

func TestColumnsAreRecognised(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		file, text        string
		kind              Kind
		columns           string
		ignored, personal string
	}{
		"Heroma-like units": {"export.csv", "Organisationsenhet;Orgid;Överordnad enhet;Ansvarig chef;Kostnadsställe\nA;1;;;\n", Units,
			"Organisationsenhet=name Orgid=code Överordnad enhet=parent Ansvarig chef=manager", "Kostnadsställe", ""},
		"Personec-like people": {"export.csv", "Personnummer;Anst nr;Efternamn;Förnamn;E-postadress;Orgid;Enhet;Månadslön\n811218-9876;1;Ek;Anna;a@k.se;1;A;30000\n", People,
			"Anst nr=code Efternamn=last_name Förnamn=first_name E-postadress=email Orgid=unit", "Enhet Månadslön", "Personnummer"},
		"Visma-like mandates": {"export.csv", "Namn;Mejl;Roll;Facklig organisation;Samverkansgrupp;Skyddsområde;Fr.o.m.;T.o.m.\n", Mandates,
			"Namn=name Mejl=email Roll=role Facklig organisation=union Samverkansgrupp=group Skyddsområde=unit Fr.o.m.=from T.o.m.=until", "", ""},
		"a title above":                       {"export.csv", "Personallista 2027-01-20\n;;\nNamn;Anst. nr;Enhet\nAnna;1;A\n", People, "Namn=name Anst. nr=code Enhet=unit", "", ""},
		"groups":                              {"export.csv", "Grupp;Nivå;Enhet;Ordförande;Överordnad;Skyddskommitté\n", Groups, "Grupp=name Nivå=level Enhet=units Ordförande=chair Överordnad=parent Skyddskommitté=safety", "", ""},
		"unions":                              {"export.csv", "Organisation;Avtal till;Kollektivavtal\n", Unions, "Organisation=name Avtal till=until Kollektivavtal=collective", "", ""},
		"only a name, and the file says what": {"fackförbund.csv", "Namn\nVision\n", Unions, "Namn=name", "", ""},
		"samordningsnummer without heading":   {"personer.csv", "Namn;E-post;Nyckel\nAnna;a@k.se;811278-9873\n", People, "Namn=name E-post=email", "", "Nyckel"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tables, broken, err := Read(context.Background(), []File{{c.file, []byte(c.text)}}, nil)
			if err != nil || len(broken) > 0 || len(tables) != 1 {
				t.Fatalf("got %d tables, problems %v, error %v", len(tables), broken, err)
			}
			var columns []string
			for _, col := range tables[0].Columns {
				columns = append(columns, col.Header+"="+string(col.Field))
			}
			got := []string{string(tables[0].Kind), strings.Join(columns, " "), strings.Join(tables[0].Ignored, " "), strings.Join(tables[0].Personal, " ")}
			want := []string{string(c.kind), c.columns, c.ignored, c.personal}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestUnknownColumnsAreAskedFor(t *testing.T) {
	t.Parallel()
	tables, _, err := Read(context.Background(), []File{{"lista.csv", []byte("Kolumn X;Kolumn Y;Kolumn Z;Persnr\nAnna;a@k.se;hemligt;811218-9876\n")}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	plan := build(register{}, tables, nil, day("2027-01-20"))
	if len(plan.Unmapped) != 1 || plan.Ready() {
		t.Fatalf("got %d unmapped tables, want 1", len(plan.Unmapped))
	}
	c := Choice{Table: 0, Kind: People, Fields: []Field{Name, Email, Undecided}}
	m := Mapping{}
	c.apply(&tables[0], m)
	plan = build(register{}, tables, nil, day("2027-01-20"))
	if !plan.Ready() || plan.Changes() != 1 {
		t.Errorf("after the choice: problems %v, %d changes, want 1", said(plan.Problems), plan.Changes())
	}
	if diff := cmp.Diff([]string{"Kolumn Z"}, tables[0].Ignored); diff != "" {
		t.Errorf("ignored (-want +got):\n%s", diff)
	}
	if slices.ContainsFunc(tables[0].Rows, func(r row) bool { return strings.Contains(strings.Join(r.Cells, ""), "hemligt") }) {
		t.Error("a column that is not needed is kept")
	}
	again, _, err := Read(context.Background(), []File{{"lista.csv", []byte("kolumn x;KOLUMN Y;Kolumn Z\nAnna;a@k.se;hemligt\n")}}, m)
	if err != nil || !again[0].Understood() || again[0].Kind != People {
		t.Errorf("next time: got %+v, %v; want it understood as people", again, err)
	}
}

func TestProblemsAreCapped(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("Enhet;Överordnad\n")
	for i := range 250 {
		fmt.Fprintf(&b, "Enhet %d;Ingenstans %d\n", i, i)
	}
	plan := planOf(t, "enheter.csv", b.String())
	if len(plan.Problems) != problemsShown || plan.ProblemCount != 250 || plan.Unlisted() != 150 {
		t.Errorf("got %d of %d problems, %d unlisted; want %d of 250, 150 unlisted", len(plan.Problems), plan.ProblemCount, plan.Unlisted(), problemsShown)
	}
}

func TestTheSameProblemOnManyRowsIsTold(t *testing.T) {
	t.Parallel()
	plan := planOf(t, "enheter.csv", "Enhet;Överordnad\nA;X\nB;Y\nC;X\nD;X\n")
	var got []string
	for _, p := range plan.Problems {
		got = append(got, p.Say(context.Background()))
	}
	want := []string{"enheter.csv, rad 2, 4 och 5, kolumnen Överordnad: Det finns ingen enhet X. Rätta namnet, eller lägg till enheten i filen med enheter.",
		"enheter.csv, rad 3, kolumnen Överordnad: Det finns ingen enhet Y. Rätta namnet, eller lägg till enheten i filen med enheter."}
	if diff := cmp.Diff(want, got); diff != "" || plan.ProblemCount != 4 {
		t.Errorf("%d problems (-want +got):\n%s", plan.ProblemCount, diff)
	}
	many := Problem{File: "f", Row: 1, Also: []int{2, 3}, More: 7, Key: "import.problem.name_missing"}
	if got, want := many.Place(context.Background()), "f, rad 1, 2, 3 med flera, 10 i allt"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFileNamesAreShownWithoutNumbers(t *testing.T) {
	t.Parallel()
	plan := planOf(t, `C:\lista\Anna 811218-9876.csv`, "811218-9876;Namn;E-post\nx;Anna;a\n")
	text := fmt.Sprintf("%+v", plan)
	if strings.Contains(text, "9876") {
		t.Errorf("the plan shows a personnummer: %s", text)
	}
}
