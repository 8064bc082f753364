package meeting_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/scene"
)

// A matter that is marked secret after its minutes were approved is masked whenever they are read from then on, also as the excerpt of its §
// (OSL 10:11-14). What was approved stays to the byte, with its digest and its signatures; who takes part reads on.
func TestSecrecyMarkedAfterApproval(t *testing.T) {
	t.Parallel()
	s, matterID, m, item := closed(t, "meeting_end")
	ctx := context.Background()
	amina, maria, hr := s.Chef("Amina Larsson"), s.Facklig("Maria Sjöberg"), access.Actor{OrgID: s.Org, PersonID: 1, Role: access.HR}
	staff := access.Actor{OrgID: s.Org, PersonID: 1, Role: access.Employee}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(s.Meeting.SendMinutes(ctx, amina, m, []int64{amina.PersonID, maria.PersonID}))
	for _, who := range []access.Actor{amina, maria} {
		must(s.Meeting.Approve(ctx, who, m, seen(t, s, who, m)))
	}
	type fixed struct{ Content, Digest, Approval string }
	stands := func() (f fixed) {
		must(s.Test.Super.QueryRow(ctx, `SELECT content, encode(digest, 'hex'), approval FROM minutes WHERE meeting_id = $1 AND encode(sha256(convert_to(content, 'UTF8')), 'hex') = encode(digest, 'hex')`, m).
			Scan(&f.Content, &f.Digest, &f.Approval))
		return f
	}
	section := func(who access.Actor, opened bool) meeting.Paragraph {
		p, err := s.Meeting.Get(ctx, amina, m)
		must(err)
		c, err := p.For(who, opened)
		must(err)
		for _, x := range c.Paragraph {
			if x.Item == item {
				excerpt := c.Sections([]int{x.No})
				if len(excerpt) != 1 || excerpt[0].Masked != x.Masked || excerpt[0].Note != x.Note {
					t.Errorf("the excerpt says %+v, the minutes %+v", excerpt, x)
				}
				return x
			}
		}
		t.Fatal("the minutes have lost the §")
		return meeting.Paragraph{}
	}
	before := stands()
	if x := section(staff, false); x.Masked || x.Title != "Nytt schema" {
		t.Fatalf("before the mark an employee reads %+v", x)
	}
	s.At(2027, 4, 20, 9, 0)
	edit(t, s, matterID, "OSL 39 kap. 2 §")
	for name, c := range map[string]struct {
		who    access.Actor
		opened bool
		masked bool
	}{
		"an employee": {staff, false, true}, "HR": {hr, false, true}, "HR that has opened it": {hr, true, false},
		"an adjuster": {maria, false, false}, "the owner": {amina, false, false},
	} {
		x := section(c.who, c.opened)
		if x.Masked != c.masked || x.Secrecy != "OSL 39 kap. 2 §" {
			t.Errorf("%s reads %+v", name, x)
		}
		if c.masked && strings.Contains(x.Title+x.Note+x.Proposal, "schema") {
			t.Errorf("%s still reads %+v", name, x)
		}
	}
	if diff := cmp.Diff(before, stands()); diff != "" {
		t.Errorf("what was approved has changed (-before +after):\n%s", diff)
	}
	edit(t, s, matterID, "")
	if x := section(staff, false); x.Masked {
		t.Errorf("the mark is taken back, and an employee reads %+v", x)
	}
}

// edit marks the matter as its owner.
func edit(t *testing.T, s *scene.Scene, id int64, secrecy string) {
	t.Helper()
	m := s.Record(id)
	f := matter.EditForm{New: matter.New{Title: m.Title, Category: m.Category, Purpose: m.Purpose, PlannedDecision: m.PlannedDecision, Decider: m.Decider,
		WorkEnvironment: m.WorkEnvironment, Outsiders: m.Outsiders, Secrecy: secrecy}, Version: m.Version}
	for _, u := range m.Units {
		f.UnitIDs = append(f.UnitIDs, u.ID)
	}
	if err := s.Matter.Edit(context.Background(), s.Chef("Amina Larsson"), id, f); err != nil {
		t.Fatal(err)
	}
}
