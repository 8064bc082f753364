package importer_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"samverka/internal/importer"
)

func gunzip(t *testing.T, data []byte) string {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// workbook makes an XLSX file of sheets; each is rows of cells.
func workbook(t testing.TB, names []string, sheets ...[][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, name := range names {
		if i == 0 {
			if err := f.SetSheetName("Sheet1", name); err != nil {
				t.Fatal(err)
			}
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		w, err := f.NewStreamWriter(name)
		if err != nil {
			t.Fatal(err)
		}
		for n, cells := range sheets[i] {
			at, err := excelize.CoordinatesToCellName(1, n+1)
			if err != nil {
				t.Fatal(err)
			}
			if cells == nil {
				continue
			}
			if err := w.SetRow(at, cells); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWorkbookOfSeveralSheets(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	data := workbook(t, []string{"Enheter", "Personal", "Förbund", "Grupper", "Mandat"},
		[][]any{{"Orgid", "Enhet", "Överordnad enhet", "Chef", "Antal"}, {30, "Hemtjänst Väst", 10, 1, 24}, {10, "Vård och omsorg", nil, 2, nil}, {20, "Äldreboendet Åsen", 10, nil, 40}},
		[][]any{{"Lista ur systemet"}, nil, {"Anst nr", "Personnummer", "Förnamn", "Efternamn", "E-post", "Enhet"}, {1, 198112189876, "Amina", "Larsson", "amina@k.se", 30},
			{2, nil, "Birgitta", "Ek", "ek@k.se", 10}, {3, nil, "Jonas", "Berg", "jonas@k.se", 30}, {4, nil, "Maria", "Sjöberg", "maria@k.se", 20}},
		[][]any{{"Organisation", "Avtal till", "Kollektivavtal"}, {"Kommunal", nil, "Ja"}, {"Vision", 46752, "Ja"}, {"Brandmännens RF", nil, "Nej"}},
		[][]any{{"Grupp", "Nivå", "Enhet", "Ordförande", "Överordnad", "Skyddskommitté"}, {"LSG VO Väst", "LSG", 30, 1, "FSG VO", nil}, {"LSG VO Väst", "LSG", 20, nil, nil, nil}, {"FSG VO", "FSG", 10, 2, nil, "x"}},
		[][]any{{"Person", "E-post", "Roll", "Organisation", "Grupp", "Skyddsområde", "Från", "Till"}, {"Maria Sjöberg", nil, "Facklig företrädare", "Kommunal", "FSG VO", nil, 46388, nil},
			{"Jonas Berg", nil, "Skyddsombud", nil, "LSG VO Väst", 30, 46388, 47483}, {"Per Ombudsman", "per@vision.se", "Ersättare", "Vision", "FSG VO", nil, 46388, "9999-12-31"}})
	told := w.load("allt.xlsx", string(data))
	if diff := cmp.Diff(registerAfterAll, w.lines(registerRows)); diff != "" {
		t.Errorf("(-want +got):\n%s\n%s", diff, told)
	}
}

func TestZipBombIsRefused(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"xl/workbook.xml", "xl/worksheets/sheet1.xml"} {
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		chunk := make([]byte, 1<<20)
		for range 301 {
			if _, err := f.Write(chunk); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	_, broken, err := importer.Read(context.Background(), []importer.File{{Name: "a.xlsx", Data: b.Bytes()}}, nil)
	if err != nil || len(broken) != 1 || broken[0].Key != "import.problem.xlsx_large" {
		t.Errorf("got %v, %v; want xlsx_large", broken, err)
	}
}
