package importer

import (
	"bytes"
	"context"
	"errors"
	"path"
	"slices"
	"strings"
)

// Table is one CSV file or one sheet of a workbook, with its headings understood as far as they are. Columns that are not
// needed are gone from it, and so is every personnummer: it is what may be kept until the import is confirmed.
type Table struct {
	File     string // as a person knows it: "enheter.csv", "allt.xlsx, bladet Enheter"
	Kind     Kind   // "" : not understood
	Columns  []Column
	Rows     []row
	Ignored  []string  // headings of columns that are not needed
	Personal []string  // headings of columns left out because they hold personnummer
	Problems []Problem // found while the table was read
}

// Column is one column that is kept.
type Column struct {
	Header string
	Field  Field // Undecided: somebody has to say
	Sample []string
}

// Missing lists what the table needs and no column gives.
func (t *Table) Missing() [][]Field {
	return t.Kind.Missing(func(f Field) bool { return t.column(f) >= 0 })
}

// Understood reports whether the table can be read as it stands.
func (t *Table) Understood() bool { return t.Kind != "" && len(t.Missing()) == 0 }

func (t *Table) column(f Field) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Field == f })
}

// Read makes tables of the files. What cannot be read at all comes back as problems.
func Read(ctx context.Context, files []File, m Mapping) (tables []Table, broken []Problem, err error) {
	for _, f := range files {
		name := mask(path.Base(strings.ReplaceAll(f.Name, `\`, "/")))
		sheets, err := readFile(ctx, name, f.Data)
		var bad *fileError
		switch {
		case errors.As(err, &bad):
			broken = append(broken, bad.Problem)
			continue
		case err != nil:
			return nil, nil, err
		case len(sheets) == 0:
			broken = append(broken, Problem{File: name, Key: "import.problem.empty"})
		}
		for _, s := range sheets {
			label := name
			if s.name != "" {
				label += ", " + mask(s.name)
			}
			tables = append(tables, newTable(label, s.rows, m))
		}
	}
	return tables, broken, nil
}

// readFile looks at what the file is, not at what it is called.
func readFile(ctx context.Context, name string, data []byte) ([]sheet, error) {
	switch {
	case len(data) > MaxFileBytes:
		return nil, unreadable(name, "import.problem.file_large", "Max", MaxFileBytes>>20)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return readXLSX(ctx, name, data)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, unreadable(name, "import.problem.old_excel")
	case bytes.HasPrefix(data, []byte("%PDF")):
		return nil, unreadable(name, "import.problem.not_text")
	}
	rows, err := readCSV(ctx, name, data)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return []sheet{{"", rows}}, nil
}

// newTable finds the headings, the kind and the fields, and takes away what may not be kept.
func newTable(label string, rows []row, m Mapping) Table {
	head := headerRow(rows, m)
	t := Table{File: label, Rows: rows[head+1:]}
	t.Kind = detect(label, rows[head].Cells, m)
	width := len(rows[head].Cells)
	for _, r := range t.Rows {
		width = max(width, len(r.Cells))
	}
	for i := range width {
		header := ""
		if i < len(rows[head].Cells) {
			header = mask(rows[head].Cells[i])
		}
		t.Columns = append(t.Columns, Column{Header: header})
	}
	t.dropPersonal()
	t.assign(m)
	t.drop()
	return t
}

// headerRow is the row with most known headings among the first: exports often begin with a title.
func headerRow(rows []row, m Mapping) int {
	best, most := 0, 1
	for i, r := range rows[:min(len(rows), headerWithin)] {
		known := 0
		for _, c := range r.Cells {
			if c != "" && slices.ContainsFunc(Kinds, func(k Kind) bool { return k.meaning(c, m) != Undecided }) {
				known++
			}
		}
		if known > most {
			best, most = i, known
		}
	}
	return best
}

// hints are what the names of files and sheets say about the kind.
var hints = map[Kind][]string{
	Units: {"enhet", "organisation", "unit"}, People: {"person", "anställd", "medarbetar", "people", "employee"},
	Unions: {"förbund", "fack", "union"}, Groups: {"grupp", "group"}, Mandates: {"mandat", "företrädare", "ombud", "uppdrag"},
}

// detect finds the kind whose needs the headings meet, and that understands most of them; the file's name decides between
// equals. No kind's needs met: the one that the name says, else none.
func detect(label string, header []string, m Mapping) Kind {
	var best Kind
	most := 0
	for _, k := range Kinds {
		fields := map[Field]bool{}
		for _, h := range header {
			if f := k.meaning(h, m); f != Undecided && f != NotNeeded {
				fields[f] = true
			}
		}
		score := 10 * len(fields)
		hinted := slices.ContainsFunc(hints[k], func(w string) bool { return strings.Contains(strings.ToLower(label), w) })
		if hinted {
			score += 15
		}
		if len(k.Missing(func(f Field) bool { return fields[f] })) > 0 {
			if score = 1; !hinted {
				score = 0
			}
		}
		if score > most {
			best, most = k, score
		}
	}
	return best
}

// assign gives each column its field. Of two columns for one field the better one counts and the other is not needed.
func (t *Table) assign(m Mapping) {
	if t.Kind == "" {
		return
	}
	for i := range t.Columns {
		t.Columns[i].Field = t.Kind.meaning(t.Columns[i].Header, m)
	}
	for i := range t.Columns {
		for j := range t.Columns {
			a, b := t.Columns[i], &t.Columns[j]
			if i != j && a.Field == b.Field && a.Field != Undecided && a.Field != NotNeeded && t.prefers(i, j) {
				b.Field = NotNeeded
			}
		}
	}
}

// prefers reports whether column i is better than j for their common field: a key before a name where a unit is referred
// to, then the heading that stands first among the field's synonyms, then the first column.
func (t *Table) prefers(i, j int) bool {
	rank := func(n int) int {
		p := plain(t.Columns[n].Header)
		f := t.Columns[n].Field
		if (f == Unit || f == Parent || f == UnitList) && (strings.HasSuffix(p, "id") || strings.HasSuffix(p, "kod") || strings.HasSuffix(p, "nr")) {
			return -1
		}
		for _, h := range headings[t.Kind] {
			if at := slices.Index(h.means, p); h.field == f && at >= 0 {
				return at
			}
		}
		return len(p) + 100
	}
	if a, b := rank(i), rank(j); a != b {
		return a < b
	}
	return i < j
}

// drop takes away the columns that are not needed. While something needed is missing the unknown ones are kept, since one
// of them may be it.
func (t *Table) drop() {
	keepUnknown := !t.Understood()
	t.keep(func(c Column) bool {
		switch {
		case c.Field == NotNeeded, c.Field == Undecided && !keepUnknown:
			if c.Header != "" && !slices.Contains(t.Ignored, c.Header) {
				t.Ignored = append(t.Ignored, c.Header)
			}
			return false
		}
		return true
	})
	for i := range t.Columns {
		if t.Columns[i].Sample = nil; t.Columns[i].Field == Undecided {
			t.Columns[i].Sample = t.sample(i)
		}
	}
}

// sample is what stands first in a column, for whoever says what it is.
func (t *Table) sample(column int) (values []string) {
	for _, r := range t.Rows {
		if column < len(r.Cells) && r.Cells[column] != "" && !slices.Contains(values, r.Cells[column]) {
			if values = append(values, r.Cells[column]); len(values) == 3 {
				break
			}
		}
	}
	return values
}

// keep cuts columns and their cells.
func (t *Table) keep(wanted func(Column) bool) {
	var columns []Column
	var from []int
	for i, c := range t.Columns {
		if wanted(c) {
			columns, from = append(columns, c), append(from, i)
		}
	}
	for i, r := range t.Rows {
		cells := make([]string, len(from))
		for to, at := range from {
			if at < len(r.Cells) {
				cells[to] = r.Cells[at]
			}
		}
		t.Rows[i].Cells = cells
	}
	t.Columns = columns
}

// Map applies what somebody has said about a table that was not understood.
func (t *Table) Map(kind Kind, m Mapping) {
	t.Kind = kind
	t.assign(m)
	t.drop()
}
