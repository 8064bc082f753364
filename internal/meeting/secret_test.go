package meeting_test

import (
	"context"
	"testing"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/meeting"
	"samverka/internal/scene"
)

// An item that the chair marks is masked for those outside the group from then on, although its matter is open to all and
// the minutes are approved; the mark is taken back with a reason.
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

// The mark follows an item that is deferred to another meeting.
func TestSecretItemCarriedOver(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx := context.Background()
	amina := s.Chef("Amina Larsson")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	plan := func(day int) int64 {
		t.Helper()
		id, err := s.Meeting.Plan(ctx, amina, meeting.PlanForm{GroupID: s.ID("groups", "LSG VO Väst"), StartsAt: clock.NewDate(2027, 4, day).At(13, 0), Reason: scene.Why})
		must(err)
		return id
	}
	first, next := plan(7), plan(21)
	must(s.Meeting.AddItem(ctx, amina, first, meeting.AddForm{Title: "Inför löneöversynen", Class: "information", Minutes: 10, Reason: scene.Why}))
	item := func(id int64) meeting.Item {
		t.Helper()
		p, err := s.Meeting.Get(ctx, amina, id)
		must(err)
		for _, it := range p.Items {
			if it.Title == "Inför löneöversynen" {
				return it
			}
		}
		t.Fatal("the item is not on the agenda")
		return meeting.Item{}
	}
	must(s.Meeting.MarkSecret(ctx, amina, item(first).ID, "OSL 19:6", "Det gäller parternas lägen"))
	s.At(2027, 4, 7, 13, 0)
	must(s.Meeting.Open(ctx, amina, first))
	must(s.Meeting.TableItem(ctx, amina, item(first).ID, clock.NewDate(2027, 4, 21), "Tiden räckte inte"))
	must(s.Meeting.CarryOver(ctx, amina, next, item(first).ID, scene.Why))
	if got := item(next).Secrecy; got != "OSL 19:6" {
		t.Errorf("carried over, the item is marked %q, want OSL 19:6", got)
	}
}
