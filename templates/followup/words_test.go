package followup

import (
	"testing"

	"samverka/internal/followup"
)

// One line for each group, the first thing that it lacks, however much more it does; and eight groups at most.
func TestMissingByGroup(t *testing.T) {
	t.Parallel()
	lacking := func(groups int) (all []followup.Missing) {
		for g := range groups {
			for _, key := range []string{"followup.missing.visited", "followup.missing.employer", "followup.missing.union"} {
				all = append(all, followup.Missing{Key: key, Args: []any{"Group", "LSG"}, GroupID: int64(g + 1)})
			}
		}
		return all
	}
	for _, x := range []struct{ groups, items, told int }{{0, 0, 0}, {1, 1, 3}, {8, 8, 24}, {9, 8, 24}} {
		var p followup.Page
		p.Missing = lacking(x.groups)
		items, told := missing(t.Context(), p)
		if len(items) != x.items || told != x.told {
			t.Errorf("%d groups: got %d lines that tell of %d things, want %d and %d", x.groups, len(items), told, x.items, x.told)
		}
	}
	var p followup.Page
	p.Missing = []followup.Missing{{Key: "followup.missing.employer_approves"}, {Key: "followup.missing.union_approves", Args: []any{"Group", "CSG"}}}
	if items, told := missing(t.Context(), p); len(items) != 2 || told != 2 {
		t.Errorf("what belongs to no group is listed singly: got %d lines of %d things", len(items), told)
	}
}
