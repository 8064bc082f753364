package importer

import (
	"regexp"
	"slices"
	"strings"

	"samverka/internal/privacy"
)

// personalHeadings are what columns of personnummer are called, as plain makes it.
var personalHeadings = words("personnummer personnr persnr pnr persnummer personnummersamordningsnummer samordningsnummer födelsenummer " +
	"chefpersonnummer chefspersonnummer chefpersonnr personalidentitynumber ssn socialsecuritynumber personnummerånr")

// dropPersonal leaves out columns of personnummer, known by their heading or by what stands in them, and takes single ones
// out of other cells with a problem that says where. From here on the table holds none.
func (t *Table) dropPersonal() {
	hits, filled := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			if c != "" {
				filled[i]++
				if personal(c) {
					hits[i]++
				}
			}
		}
	}
	i := -1
	t.keep(func(c Column) bool {
		i++
		if slices.Contains(personalHeadings, plain(c.Header)) || hits[i] > 0 && 2*hits[i] >= filled[i] {
			hits[i] = 0
			t.Personal = append(t.Personal, c.Header)
			return false
		}
		return true
	})
	if slices.Max(append(hits, 0)) == 0 {
		return
	}
	var found problems
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			if personal(c) {
				if r.Cells[i] = mask(dashes.Replace(c)); personal(r.Cells[i]) {
					r.Cells[i] = ""
				}
				found.add(t.File, r.Line, t.Columns[i].Header, "import.problem.personal_number")
			}
		}
	}
	t.Problems = append(t.Problems, found.List...)
}

var dashes = strings.NewReplacer("–", "-", "−", "-", "‐", "-", "\u2011", "-")

// personal reports whether the cell holds a personnummer or samordningsnummer.
func personal(cell string) bool {
	digits := 0
	for i := 0; i < len(cell); i++ {
		if cell[i] >= '0' && cell[i] <= '9' {
			digits++
		}
	}
	return digits >= 10 && privacy.HasPersonnummer(dashes.Replace(cell))
}

var personalLike = regexp.MustCompile(`(?:19|20)?\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])[-+–− ]?\d{4}`)

// mask puts dots for all that is written as a personnummer, also with a wrong check digit: for names of files, sheets and
// columns, which are shown.
func mask(s string) string { return personalLike.ReplaceAllString(s, "••••••") }
