package meeting_test

import (
	"context"
	"testing"

	"samverka/internal/fail"
)

// Who is asked to approve minutes reads and approves them although their mandate in the group has ended since; who is
// replaced does not (handbook 5.2).
func TestApprovingAfterTheMandateEnded(t *testing.T) {
	t.Parallel()
	s, _, m, _ := closed(t, "meeting_end")
	ctx := context.Background()
	amina := s.Chef("Amina Larsson")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(s.Meeting.SendMinutes(ctx, amina, m, []int64{amina.PersonID, s.ID("people", "Maria Sjöberg"), s.ID("people", "Per Holm")}))
	must(s.Meeting.Substitute(ctx, amina, m, s.ID("people", "Per Holm"), s.ID("people", "Jonas Berg")))
	_, err := s.Test.Super.Exec(ctx, `UPDATE mandates SET valid_until = '2027-03-31' WHERE group_id = $1 AND role = 'union_rep'`, s.ID("groups", "LSG VO Väst"))
	must(err)
	s.At(2027, 4, 6, 9, 0)
	maria, per := s.Facklig("Maria Sjöberg"), s.Facklig("Per Holm")
	if maria.InGroup(s.ID("groups", "LSG VO Väst")) {
		t.Fatal("the mandate goes on")
	}
	must(s.Meeting.Approve(ctx, maria, m, seen(t, s, maria, m)))
	if _, err := s.Meeting.Get(ctx, per, m); fail.KindOf(err) != fail.NotFound {
		t.Errorf("who was replaced and has left the group: got %v, want not found", err)
	}
}
