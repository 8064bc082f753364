package importer_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"samverka/internal/importer"
)

// Sizes of the largest organisation that the handbook describes (section 12).
const (
	manyPeople   = 45_000
	manyUnits    = 2_500
	manyUnions   = 20
	manyGroups   = 381
	manyMandates = 4_400
)

// largeRows makes the rows of such an organisation's files, the same every time.
func largeRows() map[string][][]any {
	units := [][]any{{"Orgid", "Enhet", "Överordnad enhet", "Chef anst nr", "Kostnadsställe"}}
	for i := range manyUnits {
		var parent any
		switch {
		case i == 0:
		case i <= 30:
			parent = 1000
		default:
			parent = 1000 + (i-1)/30
		}
		units = append(units, []any{1000 + i, fmt.Sprintf("Enhet %d", i), parent, 100_000 + i, 4711})
	}
	people := [][]any{{"Anst nr", "Personnummer", "Förnamn", "Efternamn", "E-post", "Orgid", "Befattning", "Månadslön"}}
	given, family := strings.Fields("Anna Åsa Erik Örjan Maria Lars-Erik Birgitta Åke Zlatan Fatima"), strings.Fields("Ek Öberg Åkerlund Nilsson Lindström Sjöberg")
	for i := range manyPeople {
		people = append(people, []any{100_000 + i, fmt.Sprintf("19%02d%02d%02d%04d", 50+i%50, 1+i%12, 1+i%28, i%10_000), given[i%len(given)], family[i%len(family)] + suffix(i),
			fmt.Sprintf("person%d@storstad.example", i), 1000 + i%manyUnits, "Handläggare", 30_000 + i})
	}
	unions := [][]any{{"Organisation", "Avtal till"}}
	for i := range manyUnions {
		unions = append(unions, []any{fmt.Sprintf("Förbund %d", i), nil})
	}
	groups := [][]any{{"Grupp", "Nivå", "Enhet", "Ordförande", "Överordnad"}}
	for i := range manyGroups {
		level, parent := "LSG", any(fmt.Sprintf("Grupp %d", 1+i%30))
		switch {
		case i == 0:
			level, parent = "CSG", nil
		case i <= 30:
			level, parent = "FSG", "Grupp 0"
		}
		groups = append(groups, []any{fmt.Sprintf("Grupp %d", i), level, 1000 + i, 100_000 + i, parent})
	}
	mandates := [][]any{{"Anst nr", "Roll", "Organisation", "Grupp", "Skyddsområde", "Från", "Till"}}
	for i := range manyMandates {
		if i%3 == 0 {
			mandates = append(mandates, []any{120_000 + i, "Skyddsombud", nil, nil, 1000 + i%manyUnits, "2027-01-01", "2029-12-31"})
			continue
		}
		mandates = append(mandates, []any{120_000 + i, "Facklig företrädare", fmt.Sprintf("Förbund %d", i%manyUnions), fmt.Sprintf("Grupp %d", i%manyGroups), nil, "2027-01-01", nil})
	}
	return map[string][][]any{"enheter": units, "personer": people, "förbund": unions, "grupper": groups, "mandat": mandates}
}

// suffix makes family names differ a little.
func suffix(i int) string { return string(rune('a'+i%26)) + string(rune('a'+i/26%26)) }

// largeCSV writes the rows as text files.
func largeCSV(rows map[string][][]any) (files []importer.File) {
	for _, name := range []string{"enheter", "personer", "förbund", "grupper", "mandat"} {
		var b bytes.Buffer
		for _, r := range rows[name] {
			for i, c := range r {
				if i > 0 {
					b.WriteByte(';')
				}
				if c != nil {
					fmt.Fprint(&b, c)
				}
			}
			b.WriteByte('\n')
		}
		files = append(files, importer.File{Name: name + ".csv", Data: b.Bytes()})
	}
	return files
}

func largeXLSX(t testing.TB, rows map[string][][]any) []importer.File {
	data := workbook(t, []string{"enheter", "personer", "förbund", "grupper", "mandat"}, rows["enheter"], rows["personer"], rows["förbund"], rows["grupper"], rows["mandat"])
	return []importer.File{{Name: "storstad.xlsx", Data: data}}
}

func TestLargestOrganisation(t *testing.T) {
	t.Parallel()
	rows := largeRows()
	for name, files := range map[string][]importer.File{"CSV": largeCSV(rows), "XLSX": largeXLSX(t, rows)} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			var out bytes.Buffer
			start := time.Now()
			if err := importer.Load(context.Background(), w.db, w.clock, w.org, files, true, &out); err != nil {
				t.Fatalf("%v\n%s", err, out.String())
			}
			first := time.Since(start)
			if first > time.Minute {
				t.Errorf("the import took %s, want less than a minute", first)
			}
			got := w.lines(`SELECT concat_ws(' ', (SELECT count(*) FROM units WHERE ancestors <> '{}'), (SELECT count(*) FROM people), (SELECT count(*) FROM unions),
				(SELECT count(*) FROM groups), (SELECT count(*) FROM mandates), (SELECT count(*) FROM group_units))`)[0]
			want := fmt.Sprint(manyUnits, manyPeople+1, manyUnions, manyGroups, manyMandates+1, manyGroups)
			if got != want {
				t.Errorf("got %s rows, want %s", got, want)
			}
			out.Reset()
			start = time.Now()
			if err := importer.Load(context.Background(), w.db, w.clock, w.org, files, true, &out); err != nil {
				t.Fatal(err)
			}
			t.Logf("first import %s, second %s", first.Round(time.Millisecond), time.Since(start).Round(time.Millisecond))
			if !strings.Contains(out.String(), "Personer: 0 nya, 0 ändrade, 0 avslutade, 45001 oförändrade") {
				t.Errorf("the second import told:\n%s", out.String())
			}
		})
	}
}

func BenchmarkLargestOrganisation(b *testing.B) {
	rows := largeRows()
	for name, files := range map[string][]importer.File{"CSV": largeCSV(rows), "XLSX": largeXLSX(b, rows)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				w := newWorld(b)
				b.StartTimer()
				if err := importer.Load(context.Background(), w.db, w.clock, w.org, files, true, new(bytes.Buffer)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
