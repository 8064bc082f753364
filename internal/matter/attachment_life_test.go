package matter_test

import (
	"context"
	"testing"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/scene"
)

// A file leaves the list once, and its content for good only when no version has it; a version's file is erased with a
// reason, once (TF 2 kap.; GDPR art. 5.1 e: what is gone is known to have been there).
func TestAttachmentsLife(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 2, 15).At(9, 0))
	ctx := context.Background()
	amina, maria := s.Chef("Amina Larsson"), s.Facklig("Maria Sjöberg")
	id := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 5, 31), "LSG VO Väst")
	attach := func(name string) int64 {
		t.Helper()
		if err := s.Matter.Attach(ctx, amina, id, matter.AttachmentForm{Name: name, Data: []byte("Måndag 7–15")}); err != nil {
			t.Fatal(err)
		}
		as := s.Record(id).Attachments
		return as[len(as)-1].ID
	}
	check := func(what string, err error, want string) {
		t.Helper()
		got := ""
		if err != nil {
			got = fail.KeyOf(err)
			if fs := fail.Fields(err); len(fs) > 0 {
				got = fs[0].Key
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", what, got, want)
		}
	}
	content := func(a int64) string {
		_, data, err := s.Matter.AttachmentFile(ctx, amina, id, a)
		if fail.KindOf(err) == fail.NotFound {
			return "gone"
		} else if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	loose, fixed := attach("Utkast.txt"), attach("Schema.txt")
	check("a union takes a file off the list", s.Matter.Detach(ctx, maria, id, loose), "error.forbidden")
	check("off the list", s.Matter.Detach(ctx, amina, id, loose), "")
	check("off the list again", s.Matter.Detach(ctx, amina, id, loose), "attachment.error.not_listed")
	if got := content(loose); got != "gone" {
		t.Errorf("what no version had still says %q", got)
	}
	if _, err := s.Matter.Propose(ctx, amina, id, matter.ProposalForm{Body: "Med schema", Reason: scene.Why}); err != nil {
		t.Fatal(err)
	}
	check("off the list, in a version", s.Matter.Detach(ctx, amina, id, fixed), "")
	if got := content(fixed); got != "Måndag 7–15" {
		t.Errorf("the version's file says %q", got)
	}
	check("erased without a reason", s.Matter.Erase(ctx, amina, id, fixed, " "), "attachment.error.reason_needed")
	check("erased by a union", s.Matter.Erase(ctx, maria, id, fixed, "Fel fil"), "error.forbidden")
	check("erased", s.Matter.Erase(ctx, s.As("Hanna Ros", access.HR), id, fixed, "Fel fil"), "")
	check("erased again", s.Matter.Erase(ctx, amina, id, fixed, "Fel fil"), "attachment.error.erased")
	if got := content(fixed); got != "gone" {
		t.Errorf("what was erased still says %q", got)
	}
}
