package meeting_test

import (
	"context"
	"testing"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/meeting"
)

// An item that the chair marks is masked for those outside the group from then on, although its matter is open to all and
// the minutes are approved; the mark follows an item that is taken to another meeting, and is taken back with a reason.
func TestMarkSecret(t *testing.T) {
	t.Parallel()
	s, _, m, item := closed(t, "meeting_end")
	ctx := context.Background()
	amina, maria := s.Chef("Amina Larsson"), s.Facklig("Maria Sjöberg")
	staff := access.Actor{OrgID: s.Org, PersonID: 1, Role: access.Employee}
	section := func(who access.Actor) meeting.Paragraph {
		t.Helper()
		p, err := s.Meeting.Get(ctx, amina, m)
		if err != nil {
			t.Fatal(err)
		}
		c, err := p.For(who, false)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range c.Paragraph {
			if x.Item == item {
				return x
			}
		}
		t.Fatal("the minutes have lost the §")
		return meeting.Paragraph{}
	}
	mark := func(who access.Actor, law, reason, want string) {
		t.Helper()
		err := s.Meeting.MarkSecret(ctx, who, item, law, reason)
		if got := fail.KeyOf(err); got != want {
			t.Errorf("marking with %q because %q: got %q, want %q", law, reason, got, want)
		}
	}
	for _, err := range []error{s.Meeting.SendMinutes(ctx, amina, m, []int64{amina.PersonID, maria.PersonID}),
		s.Meeting.Approve(ctx, amina, m, seen(t, s, amina, m)), s.Meeting.Approve(ctx, maria, m, seen(t, s, maria, m))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	mark(maria, "OSL 39:2", "Det gäller en person", "error.forbidden")
	mark(s.Chef("Birgitta Ek"), "OSL 39:2", "Det gäller en person", "meeting.error.not_runner")
	mark(amina, "OSL 39:2", " ", "error.form")
	mark(amina, "", "Det är inte hemligt", "meeting.error.secret_already")
	mark(amina, "OSL 39:2", "Det gäller en person", "")
	mark(amina, "OSL 39:2", "Det gäller en person", "meeting.error.secret_already")
	if x := section(staff); !x.Masked || x.Title != "" || x.Secrecy != "OSL 39:2" {
		t.Errorf("an employee reads %+v", x)
	}
	if x := section(maria); x.Masked || x.Title == "" || x.Secrecy != "OSL 39:2" {
		t.Errorf("a member reads %+v", x)
	}
	mark(amina, "", "Frågan är avslutad", "")
	if x := section(staff); x.Masked {
		t.Errorf("the mark is taken back, and an employee reads %+v", x)
	}
}
