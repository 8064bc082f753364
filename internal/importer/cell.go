package importer

import "samverka/internal/organisation"

// line is one row of a table that is understood.
type line struct {
	table *Table
	row
}

// cell is one field of a line.
type cell struct {
	table *Table
	row   int
	field Field
	text  string
}

func (l line) at(f Field) cell {
	c := cell{table: l.table, row: l.Line, field: f}
	if i := l.table.column(f); i >= 0 {
		c.text = organisation.CleanName(l.Cells[i])
	}
	return c
}

// header is what the file calls the column.
func (c cell) header() string {
	if i := c.table.column(c.field); i >= 0 {
		return c.table.Columns[i].Header
	}
	return ""
}
