package meeting_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/meeting"
	"samverka/internal/scene"
)

// TestRegroupRefuses: whatever ending a group may not do, and that nothing has changed then (handbook 3 "Two trees").
func TestRegroupRefuses(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx, hr := context.Background(), s.As("Hanna Ros", access.HR)
	lsg, fsg := s.ID("groups", "LSG VO Väst"), s.ID("groups", "FSG VO")
	id := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 4, 30), "LSG VO Väst")
	s.Risk("Amina Larsson", id)
	called, item := s.Call("Amina Larsson", "LSG VO Väst", id, clock.NewDate(2027, 3, 31).At(13, 0))
	theirs, err := s.Meeting.Plan(ctx, s.Chef("Birgitta Ek"), meeting.PlanForm{GroupID: fsg, StartsAt: clock.NewDate(2027, 4, 28).At(9, 0), Reason: scene.Why})
	if err != nil {
		t.Fatal(err)
	}
	usual := func(change func(*meeting.RegroupForm)) meeting.RegroupForm {
		r, err := s.Meeting.Regrouping(ctx, hr, lsg, fsg)
		if err != nil {
			t.Fatal(err)
		}
		f := meeting.RegroupForm{To: fsg, On: clock.NewDate(2027, 5, 1), Matters: []int64{id}, Version: r.Version}
		change(&f)
		return f
	}
	refused := func(name string, who access.Actor, want string, change func(*meeting.RegroupForm)) {
		t.Helper()
		if got := said(s.Meeting.Regroup(ctx, who, lsg, usual(change))); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
		if r, err := s.Meeting.Regrouping(ctx, hr, lsg, fsg); err != nil || !r.ClosedOn.IsZero() || len(r.Matters) != 1 {
			t.Errorf("%s: something changed: %+v, %v", name, r, err)
		}
	}
	nothing := func(*meeting.RegroupForm) {}
	refused("a manager", s.Chef("Amina Larsson"), "error.forbidden", nothing)
	refused("a union representative", s.Facklig("Maria Sjöberg"), "error.forbidden", nothing)
	refused("no successor", hr, "paths.error.successor_needed", func(f *meeting.RegroupForm) { f.To = 0 })
	refused("itself as successor", hr, "error.not_found", func(f *meeting.RegroupForm) { f.To = lsg })
	refused("a successor that is not there", hr, "error.not_found", func(f *meeting.RegroupForm) { f.To = 1 << 40 })
	refused("no day", hr, "matter.error.date_needed", func(f *meeting.RegroupForm) { f.On = clock.Date{} })
	refused("a meeting that people are called to", hr, "paths.error.meeting_called", func(f *meeting.RegroupForm) { f.Meetings = []int64{called} })
	refused("another group's meeting", hr, "paths.error.meeting_called", func(f *meeting.RegroupForm) { f.Meetings = []int64{theirs} })
	refused("what somebody has changed since", hr, "organisation.error.changed_meanwhile", func(f *meeting.RegroupForm) { f.Version += "1" })
	s.At(2027, time.March, 31, 13, 0)
	s.Treat("Amina Larsson", called, item)
	refused("in the middle of a treatment", hr, "matter.error.treatment_open", nothing)
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `UPDATE mandates SET valid_until = '2027-03-30' WHERE group_id = $1 AND union_id = $2`, fsg, s.ID("unions", "Vision"))
		return err
	})
	refused("a union without mandate in the successor, and no reason (MBL 11 §)", hr, "warned: paths.warn.union_without_mandate", nothing)
}

// said is what an operation answered, as keys.
func said(err error) string {
	var confirm *fail.Confirm
	if errors.As(err, &confirm) {
		return "warned: " + confirm.Warnings[0].Key
	}
	var ks []string
	for _, f := range fail.Fields(err) {
		ks = append(ks, f.Key)
	}
	if len(ks) > 0 {
		return strings.Join(ks, " ")
	}
	return fail.KeyOf(err)
}
