package document

import "strings"

// columnWidths shares the width among a table's columns. Each gets what its text
// needs on one line when that is possible, and the last one what is left over;
// otherwise each gets room for its longest word and a share of the rest after
// how much text it has.
func (l *layout) columnWidths(rows [][]string, width float64, s tableStyle) []float64 {
	columns := len(rows[0])
	widest := make([]float64, columns) // on one line
	least := make([]float64, columns)  // without breaking words
	for _, row := range rows {
		for i, cell := range row {
			for _, part := range strings.Split(cell, "\n") {
				widest[i] = max(widest[i], s.points(l.bold.width(part))+2*cellPadding+1)
			}
			for _, word := range strings.FieldsFunc(cell, isBreak) {
				least[i] = max(least[i], s.points(l.bold.width(word))+2*cellPadding+1)
			}
		}
	}
	share := width / float64(columns)
	for i := range columns {
		least[i] = min(max(least[i], 2*cellPadding+s.size), share)
		widest[i] = max(widest[i], least[i])
	}
	if free := width - sum(widest); free >= 0 {
		widest[columns-1] += free
		return widest
	}
	free, wanted := width-sum(least), sum(widest)-sum(least)
	for i := range columns {
		least[i] += free * (widest[i] - least[i]) / wanted
	}
	return least
}

func sum(values []float64) (total float64) {
	for _, v := range values {
		total += v
	}
	return total
}
