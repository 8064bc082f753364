package organisation

import (
	"strconv"
	"strings"
)

// A cursor is where a page of people ended: sort name and id.
func cursor(m Mandate) string { return strconv.FormatInt(m.ID, 10) + "~" + m.SortName }

// cutCursor reads a cursor back; what is no cursor begins from the start.
func cutCursor(s string) (sortName string, id int64) {
	n, sortName, _ := strings.Cut(s, "~")
	id, err := strconv.ParseInt(n, 10, 64)
	if err != nil {
		return "", 0
	}
	return sortName, id
}
