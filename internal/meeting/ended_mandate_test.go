package meeting_test

import (
	"context"
	"testing"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
)

// A mandate that ends takes its access along the same day, also to minutes that one was asked to approve (handbook 2); who
// comes after speaks for the organisation and may be asked instead (handbook 5.2).
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
	must(s.Meeting.SendMinutes(ctx, amina, m, []int64{amina.PersonID, s.ID("people", "Maria Sjöberg")}))
	_, err := s.Test.Super.Exec(ctx, `UPDATE mandates SET valid_until = '2027-03-31' WHERE group_id = $1 AND role = 'union_rep'`, s.ID("groups", "LSG VO Väst"))
	must(err)
	s.At(2027, 4, 6, 9, 0)
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		return s.Setup.Mandates(ctx, tx, []organisation.MandateRow{{Person: "Elsa Ny", Role: "union_rep", Union: "Kommunal", Group: "LSG VO Väst", From: clock.NewDate(2027, 4, 6)}})
	})
	if _, err := s.Meeting.Get(ctx, s.Facklig("Maria Sjöberg"), m); fail.KindOf(err) != fail.NotFound {
		t.Errorf("who has left the group: got %v, want not found", err)
	}
	must(s.Meeting.Substitute(ctx, amina, m, s.ID("people", "Maria Sjöberg"), s.ID("people", "Elsa Ny")))
	elsa := s.Facklig("Elsa Ny")
	must(s.Meeting.Approve(ctx, elsa, m, seen(t, s, elsa, m)))
	must(s.Meeting.Approve(ctx, amina, m, seen(t, s, amina, m)))
	p, err := s.Meeting.Get(ctx, elsa, m)
	must(err)
	if p.Minutes.Status != "approved" {
		t.Errorf("the minutes are %s, want approved", p.Minutes.Status)
	}
}
