package acceptance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cucumber/godog"
)

// row is one row of a table, by column name. A column that the table lacks is not there.
type row map[string]string

// has reports whether the table has the column.
func (r row) has(column string) bool { _, ok := r[column]; return ok }

// rows reads a table whose first row names its columns, in any order. Columns that the step does not know, and needed
// ones that are missing, are errors.
func rows(t *godog.Table, needed, optional []string) ([]row, error) {
	if t == nil || len(t.Rows) == 0 {
		return nil, fmt.Errorf("steget behöver en tabell")
	}
	var columns []string
	for _, c := range t.Rows[0].Cells {
		name := squeeze(c.Value)
		if !slices.Contains(needed, name) && !slices.Contains(optional, name) {
			return nil, fmt.Errorf("tabellen har en okänd kolumn %q", name)
		}
		columns = append(columns, name)
	}
	for _, n := range needed {
		if !slices.Contains(columns, n) {
			return nil, fmt.Errorf("tabellen saknar kolumnen %q", n)
		}
	}
	var all []row
	for _, cells := range t.Rows[1:] {
		r := row{}
		for i, c := range cells.Cells {
			r[columns[i]] = strings.TrimSpace(c.Value)
		}
		all = append(all, r)
	}
	return all, nil
}

// fields reads a table of two columns: a name and its value.
func fields(t *godog.Table, name string, known ...string) (row, error) {
	all, err := rows(t, []string{name, "värde"}, nil)
	if err != nil {
		return nil, err
	}
	r := row{}
	for _, x := range all {
		if !slices.Contains(known, x[name]) {
			return nil, fmt.Errorf("okänd %s %q; kända: %s", name, x[name], strings.Join(known, ", "))
		}
		r[x[name]] = x["värde"]
	}
	return r, nil
}

// yes reads ja or nej; what is left out is the other answer.
func yes(text string, otherwise bool) (bool, error) {
	switch strings.ToLower(text) {
	case "":
		return otherwise, nil
	case "ja":
		return true, nil
	case "nej":
		return false, nil
	}
	return false, fmt.Errorf("%q är varken ja eller nej", text)
}

// oneOf translates a word of the scenarios.
func oneOf(what, word string, words map[string]string) (string, error) {
	for w, v := range words {
		if strings.EqualFold(w, squeeze(word)) {
			return v, nil
		}
	}
	return "", fmt.Errorf("okänd %s: %q", what, word)
}

// squeeze makes every run of white space, hard spaces too, one space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// says reports whether the text holds what is looked for, whatever the case and the spaces.
func says(text, sought string) bool {
	return strings.Contains(strings.ToLower(squeeze(text)), strings.ToLower(squeeze(sought)))
}

// unquote takes the backslashes of quotation marks inside a name away.
func unquote(s string) string { return strings.ReplaceAll(s, `\"`, `"`) }
