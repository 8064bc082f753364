package server

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/fail"
	"samverka/internal/matter"
	pages "samverka/templates/meeting"
)

// A row goes to the place that is written: a new one, and one from below, before what stands there; one from above, after.
func TestRowsGoToTheirPlaces(t *testing.T) {
	t.Parallel()
	row := func(no int, place, title string) pages.TemplateRow {
		return pages.TemplateRow{No: no, Place: place, Class: matter.Standing, Title: title, Minutes: "5"}
	}
	for _, c := range []struct {
		name string
		rows []pages.TemplateRow
		want []string
	}{
		{"as they stand", []pages.TemplateRow{row(1, "1", "A"), row(2, "2", "B"), row(3, "3", "C")}, []string{"A", "B", "C"}},
		{"a new one first", []pages.TemplateRow{row(1, "1", "A"), row(2, "2", "B"), row(3, "1", "C")}, []string{"C", "A", "B"}},
		{"the first last", []pages.TemplateRow{row(1, "3", "A"), row(2, "2", "B"), row(3, "3", "C")}, []string{"B", "C", "A"}},
		{"one without a title goes", []pages.TemplateRow{row(1, "1", "A"), row(2, "2", ""), row(3, "3", "C")}, []string{"A", "C"}},
	} {
		items, err := templateOf(c.rows)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var got []string
		for _, x := range items {
			got = append(got, x.Title)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	_, err := templateOf([]pages.TemplateRow{{No: 4, Place: "högst upp", Class: matter.Standing, Title: "A", Minutes: "fem"}})
	var fields []string
	for _, f := range fail.Fields(err) {
		fields = append(fields, f.Name)
	}
	if diff := cmp.Diff([]string{"place-4", "minutes-4"}, fields); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
