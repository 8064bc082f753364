package server

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"samverka/internal/i18n"
	"samverka/internal/overview"
	overviewpage "samverka/templates/overview"
)

// overviewCSV is the figures of every unit in the scope, as Swedish spreadsheets read them: semicolons, and UTF-8 with a
// byte order mark.
func (s *Server) overviewCSV(w http.ResponseWriter, r *http.Request) error {
	unit, err := unitOf(r)
	if err != nil {
		return err
	}
	st, err := s.Overview.Status(r.Context(), actor(r), overview.Scope{Unit: unit, Deep: true})
	if err != nil {
		return err
	}
	ctx := r.Context()
	head := []string{i18n.T(ctx, "overview.table.unit"), i18n.T(ctx, "overview.csv.parent")}
	for _, m := range overview.Measures {
		head = append(head, overviewpage.Title(ctx, m))
	}
	lines := [][]string{head}
	names := map[int64]string{st.Unit.ID: st.Unit.Name}
	for _, u := range append(st.Path, st.Rows...) {
		names[u.ID] = u.Name
	}
	rows := st.Rows
	if st.Unit.ID != 0 {
		rows = append([]overview.UnitRow{st.Unit}, rows...)
	}
	for _, u := range rows {
		line := []string{u.Name, names[u.ParentID]}
		for _, m := range overview.Measures {
			line = append(line, strconv.Itoa(u.Figures[m]))
		}
		lines = append(lines, line)
	}
	w.Header().Set("Content-Disposition", fmt.Sprintf(`attachment; filename="oversikt-%s.csv"`, st.Today))
	return sendCSV(w, lines)
}

func sendCSV(w http.ResponseWriter, lines [][]string) error {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	c := csv.NewWriter(&b)
	c.Comma, c.UseCRLF = ';', true
	for _, line := range lines {
		for i, v := range line {
			line[i] = harmless(v)
		}
		if err := c.Write(line); err != nil {
			return fmt.Errorf("writing csv: %w", err)
		}
	}
	c.Flush()
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	_, _ = w.Write(b.Bytes()) // a failed write means that the browser left
	return nil
}

// harmless keeps a spreadsheet from taking a value for a formula (ASVS 1.2.10).
func harmless(v string) string {
	if v != "" && strings.ContainsRune("=+-@\t\r\n|%", rune(v[0])) {
		return "'" + v
	}
	return v
}
