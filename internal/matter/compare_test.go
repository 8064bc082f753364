package matter

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestCompare(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, before, after string
		want                []Change
	}{
		{"nothing", "", "", nil},
		{"the same", "En träffpunkt", "En träffpunkt", []Change{{Same, "En träffpunkt"}}},
		{"a word", "En av fyra stängs", "Två av fyra stängs", []Change{{Removed, "En"}, {Added, "Två"}, {Same, " av fyra stängs"}}},
		{"a paragraph", "Ett.", "Ett.\n\nTvå.", []Change{{Same, "Ett."}, {Added, "\n\nTvå."}}},
		{"all of it", "Ja", "Nej", []Change{{Removed, "Ja"}, {Added, "Nej"}}},
	} {
		if diff := cmp.Diff(c.want, []Change(Compare(c.before, c.after)), cmp.Transformer("nil", func(cs []Change) []Change { return append([]Change{}, cs...) })); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// However two texts differ, what is shared and added is the later one, what is shared and removed the earlier one.
func TestCompareLosesNothing(t *testing.T) {
	t.Parallel()
	text := rapid.StringOfN(rapid.RuneFrom([]rune("ab å\n.")), 0, 60, -1)
	rapid.Check(t, func(t *rapid.T) {
		before, after := text.Draw(t, "before"), text.Draw(t, "after")
		var old, now strings.Builder
		for _, c := range Compare(before, after) {
			if c.Kind != Added {
				old.WriteString(c.Text)
			}
			if c.Kind != Removed {
				now.WriteString(c.Text)
			}
		}
		if old.String() != before || now.String() != after {
			t.Fatalf("got %q and %q, want %q and %q", old.String(), now.String(), before, after)
		}
	})
}
