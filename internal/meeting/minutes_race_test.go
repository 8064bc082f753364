package meeting_test

import (
	"context"
	"encoding/hex"
	"fmt"
	"sync"
	"testing"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/meeting"
	"samverka/internal/scene"
)

// closed is a meeting of LSG VO Väst on the last of March that is over, its matter concluded in agreement.
func closed(t *testing.T, effective string) (s *scene.Scene, matterID, m, item int64) {
	t.Helper()
	s = scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	if _, err := s.Test.Super.Exec(context.Background(), `UPDATE agreements SET effective_at = $1`, effective); err != nil {
		t.Fatal(err)
	}
	matterID = s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 3, 31), "LSG VO Väst")
	s.Risk("Amina Larsson", matterID)
	m, item = s.Call("Amina Larsson", "LSG VO Väst", matterID, clock.NewDate(2027, 3, 31).At(13, 0))
	s.At(2027, 3, 31, 13, 0)
	s.Treat("Amina Larsson", m, item, kommunal, vision, aside)
	s.Conclude("Amina Larsson", m, item)
	return s, matterID, m, item
}

// Approvals race changes of the text: whatever is approved in the end is to the byte what every adjuster had read.
func TestApprovalsRaceChanges(t *testing.T) {
	t.Parallel()
	s, _, m, item := closed(t, "meeting_end")
	ctx := context.Background()
	amina, maria, per := s.Chef("Amina Larsson"), s.Facklig("Maria Sjöberg"), s.Facklig("Per Holm")
	adjusters := []access.Actor{amina, maria, per}
	if err := s.Meeting.SendMinutes(ctx, amina, m, []int64{amina.PersonID, maria.PersonID, per.PersonID}); err != nil {
		t.Fatal(err)
	}
	read := sync.Map{} // person -> digest of the last text that they approved
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			for j := range 4 {
				var err error
				if i == 0 {
					err = s.Meeting.ChangeMinutes(ctx, amina, m, fmt.Sprintf("Tillägg %d", j), 0)
				} else if i == 1 {
					p, readErr := s.Meeting.Get(ctx, amina, m)
					if readErr != nil {
						t.Error(readErr)
						return
					}
					it, _ := p.Item(item)
					err = s.Meeting.WriteSection(ctx, amina, item, fmt.Sprintf("Text %d", j), "", it.NoteVersion)
				} else {
					who := adjusters[(i+j)%3]
					p, readErr := s.Meeting.Get(ctx, who, m)
					if readErr != nil {
						t.Error(readErr)
						return
					}
					seen := p.Seen()
					if err = s.Meeting.Approve(ctx, who, m, seen); err == nil {
						read.Store(fmt.Sprint(who.PersonID, seen.Digest), true)
					}
				}
				if k := fail.KindOf(err); err != nil && k != fail.Conflict {
					t.Errorf("%d: %v", i, err)
				}
			}
		})
	}
	wg.Wait()
	for _, who := range adjusters { // who has not approved the last text does now
		p, err := s.Meeting.Get(ctx, who, m)
		if err != nil {
			t.Fatal(err)
		}
		if p.Minutes.Final() {
			break
		}
		seen := p.Seen()
		if err := s.Meeting.Approve(ctx, who, m, seen); err != nil {
			t.Fatal(err)
		}
		read.Store(fmt.Sprint(who.PersonID, seen.Digest), true)
	}
	p, err := s.Meeting.Get(ctx, maria, m)
	if err != nil || !p.Minutes.Final() {
		t.Fatalf("the minutes are not approved: %v", err)
	}
	got := hex.EncodeToString(p.Minutes.Digest)
	for _, a := range p.Adjusters {
		if d := hex.EncodeToString(a.Digest); d != got {
			t.Errorf("%s approved %s, the minutes are %s", a.Name, d, got)
		}
		if _, ok := read.Load(fmt.Sprint(a.PersonID, got)); !ok {
			t.Errorf("%s never read what is approved", a.Name)
		}
	}
	var same bool
	if err := s.Test.Super.QueryRow(ctx, `SELECT content = (SELECT v.content FROM minutes_versions v WHERE v.meeting_id = m.meeting_id AND v.version = m.version)
		AND sha256(convert_to(content, 'UTF8')) = digest FROM minutes m WHERE meeting_id = $1`, m).Scan(&same); err != nil || !same {
		t.Errorf("the fixed text is the one that was sent: %v, %v", same, err)
	}
}

// Two who write one § at the same time: one is first, the other is told and loses nothing.
func TestTwoWritersOfOneSection(t *testing.T) {
	t.Parallel()
	s, _, m, item := closed(t, "meeting_end")
	ctx := context.Background()
	amina, maria := s.Chef("Amina Larsson"), s.Facklig("Maria Sjöberg")
	if err := s.Meeting.WriteSection(ctx, maria, item, "Text", "", 1); fail.KindOf(err) != fail.Forbidden {
		t.Fatalf("who is not let in writes: %v", err)
	}
	if err := s.Meeting.LetWrite(ctx, amina, m, []int64{maria.PersonID}); err != nil {
		t.Fatal(err)
	}
	results := make([]error, 8)
	var wg sync.WaitGroup
	for i := range results {
		wg.Go(func() {
			who := []access.Actor{amina, maria}[i%2]
			results[i] = s.Meeting.WriteSection(ctx, who, item, fmt.Sprintf("Text %d", i), "", 1)
		})
	}
	wg.Wait()
	saved := -1
	for i, err := range results {
		switch {
		case err == nil && saved >= 0:
			t.Errorf("both %d and %d were saved over version 1", saved, i)
		case err == nil:
			saved = i
		case fail.KindOf(err) != fail.Conflict:
			t.Errorf("%d: %v, want a conflict", i, err)
		}
	}
	p, err := s.Meeting.Get(ctx, amina, m)
	if err != nil {
		t.Fatal(err)
	}
	if it, _ := p.Item(item); it.Note != fmt.Sprintf("Text %d", saved) || it.NoteVersion != 2 {
		t.Errorf("got %q version %d, want text %d version 2", it.Note, it.NoteVersion, saved)
	}
}

// A § that is approved at once takes effect at once: the manager decides before the rest is approved (handbook 5.2).
func TestImmediateApprovalLetsDecide(t *testing.T) {
	t.Parallel()
	s, matterID, m, item := closed(t, "approval")
	ctx := context.Background()
	amina, maria, per := s.Chef("Amina Larsson"), s.Facklig("Maria Sjöberg"), s.Facklig("Per Holm")
	p, err := s.Meeting.Get(ctx, amina, m)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Meeting.ApproveAtOnce(ctx, amina, item, []int64{amina.PersonID}, p.SeenSection(item)); fail.KeyOf(err) != "meeting.error.adjuster_union" {
		t.Errorf("the employer's side alone: %v", err)
	}
	if _, err := s.Meeting.ApproveAtOnce(ctx, amina, item, []int64{maria.PersonID}, meeting.Seen{Digest: "00"}); fail.KindOf(err) != fail.Conflict {
		t.Errorf("another text than was seen: %v", err)
	}
	part, err := s.Meeting.ApproveAtOnce(ctx, amina, item, []int64{maria.PersonID}, p.SeenSection(item))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Meeting.WriteSection(ctx, amina, item, "Annat", "", 1); err == nil {
		t.Error("a § that waits for approval could be changed")
	}
	p, err = s.Meeting.Get(ctx, maria, m)
	if err != nil {
		t.Fatal(err)
	}
	text, _ := p.Part(part)
	if err := s.Meeting.ApprovePart(ctx, per, part, text.Seen()); fail.KindOf(err) != fail.Forbidden {
		t.Errorf("who is not named approves: %v", err)
	}
	if got := s.State(matterID); got == "ready" {
		t.Error("ready before the unions' side has approved")
	}
	if err := s.Meeting.ApprovePart(ctx, maria, part, text.Seen()); err != nil {
		t.Fatal(err)
	}
	if got := s.State(matterID); got != "ready" {
		t.Errorf("state = %s, want ready; missing %v", got, s.Record(matterID).Gate(s.Clock.Now()))
	}
	immutable(t, s, `UPDATE minutes_parts SET status = 'withdrawn'`, `UPDATE minutes_parts SET content = '{}'`, `DELETE FROM minutes_parts`,
		`UPDATE minutes_part_adjusters SET answer = NULL`, `UPDATE agenda_items SET note = 'smuggled' WHERE note IS NOT NULL AND id = `+fmt.Sprint(item))
}

// immutable holds that the database refuses each statement, whoever asks.
func immutable(t *testing.T, s *scene.Scene, statements ...string) {
	t.Helper()
	for _, sql := range statements {
		if _, err := s.Test.Super.Exec(context.Background(), sql); err == nil {
			t.Errorf("the database let through: %s", sql)
		}
	}
}

// A correction has an approval of its own, by the same people, and is then as immutable as what it corrects.
func TestCorrection(t *testing.T) {
	t.Parallel()
	s, _, m, item := closed(t, "meeting_end")
	ctx := context.Background()
	amina, maria := s.Chef("Amina Larsson"), s.Facklig("Maria Sjöberg")
	if _, err := s.Meeting.Correct(ctx, amina, m, item, "Fel", ""); fail.KeyOf(err) != "minutes.error.not_approved" {
		t.Errorf("a draft was corrected: %v", err)
	}
	if err := s.Meeting.SendMinutes(ctx, amina, m, []int64{amina.PersonID, maria.PersonID}); err != nil {
		t.Fatal(err)
	}
	for _, who := range []access.Actor{maria, amina} {
		if err := s.Meeting.Approve(ctx, who, m, seen(t, s, who, m)); err != nil {
			t.Fatal(err)
		}
	}
	before := seen(t, s, amina, m)
	part, err := s.Meeting.Correct(ctx, amina, m, item, "Mötet slutade 14.30.", "")
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Meeting.Get(ctx, maria, m)
	if err != nil {
		t.Fatal(err)
	}
	text, _ := p.Part(part)
	per := s.Facklig("Per Holm")
	for name, x := range map[string]struct {
		person, by int64
		want       string
	}{
		"who has approved":      {amina.PersonID, per.PersonID, "minutes.error.replace_answered"},
		"who is not asked":      {per.PersonID, maria.PersonID, "minutes.error.replace_whom"},
		"by who is asked":       {maria.PersonID, amina.PersonID, "minutes.error.substitute_whom"},
		"the unions' side away": {maria.PersonID, s.ID("people", "Birgitta Ek"), "meeting.error.adjuster_foreign"},
	} {
		if err := s.Meeting.SubstituteInPart(ctx, amina, part, x.person, x.by); fail.KeyOf(err) != x.want {
			t.Errorf("replacing %s: %v, want %s", name, err, x.want)
		}
	}
	if err := s.Meeting.SubstituteInPart(ctx, amina, part, maria.PersonID, per.PersonID); err != nil {
		t.Fatal(err)
	}
	if err := s.Meeting.ApprovePart(ctx, maria, part, text.Seen()); fail.KeyOf(err) != "meeting.error.not_adjuster" {
		t.Errorf("who has been replaced approves: %v", err)
	}
	if err := s.Meeting.ApprovePart(ctx, per, part, text.Seen()); err != nil {
		t.Fatal(err)
	}
	if err := s.Meeting.SubstituteInPart(ctx, amina, part, per.PersonID, maria.PersonID); fail.KindOf(err) != fail.Conflict {
		t.Errorf("replacing after the approval: %v", err)
	}
	if p, err = s.Meeting.Get(ctx, maria, m); err != nil || len(p.Corrections()) != 1 || p.Corrections()[0].Status != "approved" {
		t.Fatalf("corrections %+v, %v", p.Corrections(), err)
	}
	if got := p.Seen(); got != before {
		t.Errorf("the minutes changed by their correction: %v, want %v", got, before)
	}
	immutable(t, s, `UPDATE minutes_parts SET content = '{}'`, `UPDATE minutes SET approval = '{}'`, `UPDATE adjusters SET answered_at = now()`, `DELETE FROM adjusters`,
		`INSERT INTO adjusters (org_id, meeting_id, person_id) SELECT org_id, meeting_id, `+fmt.Sprint(s.ID("people", "Per Holm"))+` FROM minutes`)
}

// The database refuses an approval of another text than the one that stands, whatever the program believes.
func TestTheDatabaseHoldsWhatWasRead(t *testing.T) {
	t.Parallel()
	s, _, m, _ := closed(t, "meeting_end")
	ctx := context.Background()
	amina, maria := s.Chef("Amina Larsson"), s.Facklig("Maria Sjöberg")
	if err := s.Meeting.SendMinutes(ctx, amina, m, []int64{maria.PersonID}); err != nil {
		t.Fatal(err)
	}
	immutable(t, s, `UPDATE adjusters SET answer = 'approved', digest = sha256('x')`, `UPDATE minutes SET status = 'approved', content = '{}', digest = sha256('{}'), approved_at = now()`,
		`INSERT INTO minutes_versions (org_id, meeting_id, version, content, digest, at) SELECT org_id, meeting_id, 9, '{}', sha256('x'), now() FROM minutes`)
	if _, err := s.DB.Pool().Exec(ctx, `UPDATE minutes_versions SET content = '{}'`); err == nil {
		t.Error("the application may change what was sent")
	}
}
