package importer

import (
	"archive/zip"
	"bytes"
	"context"
	"math/big"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sheet is one sheet of a workbook.
type sheet struct {
	name string
	rows []row
}

// readXLSX reads every visible sheet that holds anything. Rows are streamed, and a file that unpacks to more than we take
// is refused before it is unpacked.
func readXLSX(ctx context.Context, name string, data []byte) ([]sheet, error) {
	if err := checkZip(name, data); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: 64 << 20})
	if err != nil {
		return nil, unreadable(name, "import.problem.xlsx_broken")
	}
	defer f.Close()
	var sheets []sheet
	for _, s := range f.GetSheetList() {
		if visible, err := f.GetSheetVisible(s); err != nil || !visible {
			continue
		}
		rows, err := readSheet(ctx, f, name, s)
		if err != nil {
			return nil, err
		}
		if len(rows) > 0 {
			sheets = append(sheets, sheet{s, rows})
		}
	}
	return sheets, nil
}

// checkZip refuses what is no workbook, and a zip bomb by what its directory says; a directory that lies is caught when the
// parts are read, since archive/zip gives no more than the promised size.
func checkZip(name string, data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return unreadable(name, "import.problem.xlsx_broken")
	}
	var total uint64
	workbook := false
	for _, f := range z.File {
		if f.UncompressedSize64 > maxUnpacked {
			return unreadable(name, "import.problem.xlsx_large", "Max", maxUnpacked>>20)
		}
		total += f.UncompressedSize64
		workbook = workbook || f.Name == "xl/workbook.xml"
	}
	if total > maxUnpacked || len(z.File) > maxPartsXLSX {
		return unreadable(name, "import.problem.xlsx_large", "Max", maxUnpacked>>20)
	}
	if !workbook {
		return unreadable(name, "import.problem.not_xlsx")
	}
	return nil
}

func readSheet(ctx context.Context, f *excelize.File, file, name string) ([]row, error) {
	it, err := f.Rows(name)
	if err != nil {
		return nil, nil // a chart: it has no rows
	}
	defer it.Close()
	var rows []row
	for n := 1; it.Next(); n++ {
		if n%1000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		cells, err := it.Columns()
		if err != nil {
			return nil, unreadable(file, "import.problem.xlsx_broken")
		}
		r := row{Line: n, Cells: make([]string, min(len(cells), maxColumns))}
		for i := range r.Cells {
			r.Cells[i] = wholeNumber(tidy(cells[i]))
		}
		if !empty(r.Cells) {
			rows = append(rows, r)
		}
		if len(rows) > maxRows {
			return nil, unreadable(file, "import.problem.too_many_rows", "Max", maxRows)
		}
	}
	if err := it.Error(); err != nil {
		return nil, unreadable(file, "import.problem.xlsx_broken")
	}
	return rows, nil
}

var scientific = regexp.MustCompile(`^\d(\.\d+)?E\+?\d{1,2}$`)

// wholeNumber writes out 1.98001011234E11, as Excel stores long numbers.
func wholeNumber(s string) string {
	if !strings.Contains(s, "E") || !scientific.MatchString(s) {
		return s
	}
	n, ok := new(big.Rat).SetString(s)
	if !ok || !n.IsInt() {
		return s
	}
	return n.Num().String()
}
