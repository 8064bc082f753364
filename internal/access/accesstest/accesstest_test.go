package accesstest

import (
	"context"
	"strings"
	"testing"

	"samverka/internal/access"
)

// sloppy has one operation of each kind.
type sloppy struct{ rows []int }

func (sloppy) Asks(_ context.Context, who access.Actor, _ int64) error {
	return who.Require(access.Search)
}
func (s sloppy) WorksFirst(_ context.Context, who access.Actor) (int, error) {
	return s.rows[0], who.Require(access.Search)
}
func (sloppy) NeverAsks(context.Context, access.Actor) error { return nil }
func (sloppy) TakesNobody(context.Context) error             { return nil }
func (sloppy) Excused(context.Context) error                 { return nil }
func (sloppy) Pure(n int) int                                { return n }

func TestWhatDoesNotAskIsFound(t *testing.T) {
	t.Parallel()
	got := strings.Join(complaints(sloppy{}, map[string]string{"Excused": "for the test", "Gone": "no longer there"}), "\n")
	for name, want := range map[string]bool{"WorksFirst": true, "NeverAsks": true, "TakesNobody": true, "Gone": true, "Excused": false, ".Asks": false, "Pure": false} {
		if strings.Contains(got, name) != want {
			t.Errorf("%s among the complaints: got %v, want %v\n%s", name, !want, want, got)
		}
	}
}
