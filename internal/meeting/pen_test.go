package meeting_test

import (
	"context"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
	"samverka/internal/scene"
)

// The pen lies with whoever wrote last for two minutes; then it is anybody's (ux 4.7).
func TestWriter(t *testing.T) {
	t.Parallel()
	at := clock.NewDate(2027, 3, 31).At(13, 0)
	until := func(d time.Duration) *time.Time { x := at.Add(d); return &x }
	const amina, klara = 1, 2
	for _, c := range []struct {
		name   string
		writer int64
		until  *time.Time
		want   int64
		klara  fail.Kind
	}{
		{"nobody has written", 0, nil, 0, fail.Internal},
		{"she wrote now", amina, until(meeting.PenTime), amina, fail.Conflict},
		{"she wrote nearly two minutes ago", amina, until(time.Nanosecond), amina, fail.Conflict},
		{"her time is out to the instant", amina, until(0), 0, fail.Internal},
		{"her time is out", amina, until(-time.Second), 0, fail.Internal},
		{"it is one's own", klara, until(time.Minute), klara, fail.Internal},
	} {
		m := meeting.Pen{WriterID: c.writer, WriterName: "Amina Larsson", WriterUntil: c.until}
		if got := m.Writer(at); got != c.want {
			t.Errorf("%s: writer %d, want %d", c.name, got, c.want)
		}
		err := m.CanWrite(klara, at)
		if got := fail.KindOf(err); (err != nil) != (c.klara != fail.Internal) || err != nil && got != c.klara {
			t.Errorf("%s: Klara gets %v, want kind %v", c.name, err, c.klara)
		}
	}
}

// room is an open meeting with a chair and a secretary who both may write.
type room struct {
	*scene.Scene
	id, item, matter int64
	amina, klara     access.Actor
}

func newRoom(t *testing.T) *room {
	t.Helper()
	r := &room{Scene: scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))}
	r.In(func(ctx context.Context, tx *db.OrgTx) error {
		return r.Setup.Mandates(ctx, tx, []organisation.MandateRow{{Person: "Klara Holm", Role: "secretary", Group: "LSG VO Väst"}})
	})
	r.matter = r.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 4, 20), "LSG VO Väst")
	r.Risk("Amina Larsson", r.matter)
	r.id, r.item = r.Call("Amina Larsson", "LSG VO Väst", r.matter, clock.NewDate(2027, 3, 31).At(13, 0))
	r.At(2027, 3, 31, 13, 0)
	r.amina, r.klara = r.Chef("Amina Larsson"), r.Chef("Klara Holm")
	r.must(r.Meeting.Open(t.Context(), r.amina, r.id))
	r.must(r.Meeting.OpenItem(t.Context(), r.amina, r.item))
	return r
}

func (r *room) must(err error) {
	r.T.Helper()
	if err != nil {
		r.T.Fatal(err)
	}
}

func (r *room) refused(err error, kind fail.Kind, key string) {
	r.T.Helper()
	if fail.KindOf(err) != kind || fail.KeyOf(err) != key {
		r.T.Errorf("got %v, want %s", err, key)
	}
}

func (r *room) look(who access.Actor) (meeting.Room, meeting.Item) {
	r.T.Helper()
	p, err := r.Meeting.Room(r.T.Context(), who, r.id)
	r.must(err)
	it, _ := p.Item(r.item)
	return p, it
}

func (r *room) wait(d time.Duration) { r.Clock.Set(r.Clock.Now().Add(d)) }

// Whoever saves has the pen; the other's text is refused and kept; the pen is taken over only when that is said.
func TestOneWritesAtATime(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	ctx := t.Context()
	r.must(r.Meeting.WriteNote(ctx, r.amina, r.item, "Aminas text", 1))
	r.refused(r.Meeting.WriteNote(ctx, r.klara, r.item, "Klaras text", 2), fail.Conflict, "live.error.pen")
	p, it := r.look(r.klara)
	if d, ok := p.Draft(r.item); !ok || d.Note != "Klaras text" || it.Note != "Aminas text" {
		t.Errorf("the notes are %q and Klara's draft %+v", it.Note, d)
	}
	if p, _ := r.look(r.amina); len(p.Drafts) != 0 {
		t.Errorf("Amina sees %+v", p.Drafts)
	}
	r.refused(r.Meeting.TakePen(ctx, r.klara, r.id, false), fail.Conflict, "live.error.pen")
	r.must(r.Meeting.TakePen(ctx, r.klara, r.id, true))
	if w, err := r.Meeting.KeepPen(ctx, r.amina, r.id); err != nil || w.Name != "Klara Holm" {
		t.Errorf("Amina is told %+v, %v", w, err)
	}
	r.refused(r.Meeting.WriteNote(ctx, r.amina, r.item, "Aminas andra text", 2), fail.Conflict, "live.error.pen")
	r.must(r.Meeting.WriteNote(ctx, r.klara, r.item, "Aminas text\n\nKlaras text", 2))
	if p, it := r.look(r.klara); it.Note != "Aminas text\n\nKlaras text" || len(p.Drafts) != 0 {
		t.Errorf("the notes are %q, Klara's drafts %+v", it.Note, p.Drafts)
	}
	if p, _ := r.look(r.amina); len(p.Drafts) != 1 || p.Drafts[0].Note != "Aminas andra text" {
		t.Errorf("Amina's drafts: %+v", p.Drafts)
	}
	r.must(r.Meeting.DropDraft(ctx, r.amina, r.item))
	if p, _ := r.look(r.amina); len(p.Drafts) != 0 {
		t.Errorf("a draft that was thrown away: %+v", p.Drafts)
	}
}

// The pen stays as long as its holder's page says that they are there, and is laid down.
func TestThePenIsKeptAndLaidDown(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	ctx := t.Context()
	r.must(r.Meeting.WriteNote(ctx, r.amina, r.item, "Aminas text", 1))
	before, _ := r.look(r.klara)
	r.wait(90 * time.Second)
	if w, err := r.Meeting.KeepPen(ctx, r.amina, r.id); err != nil || w.PersonID != r.amina.PersonID {
		t.Errorf("Amina keeps %+v, %v", w, err)
	}
	if after, _ := r.look(r.klara); after.LiveVersion != before.LiveVersion {
		t.Error("keeping the pen is told to everybody")
	}
	r.wait(90 * time.Second)
	r.refused(r.Meeting.TakePen(ctx, r.klara, r.id, false), fail.Conflict, "live.error.pen")
	r.must(r.Meeting.DropPen(ctx, r.klara, r.id)) // not hers
	r.refused(r.Meeting.TakePen(ctx, r.klara, r.id, false), fail.Conflict, "live.error.pen")
	r.wait(meeting.PenTime)
	if w, err := r.Meeting.KeepPen(ctx, r.klara, r.id); err != nil || w != (meeting.Writer{}) {
		t.Errorf("Klara, who has no pen, keeps %+v, %v", w, err)
	}
	r.must(r.Meeting.WriteNote(ctx, r.klara, r.item, "Klaras text", 2))
	r.must(r.Meeting.DropPen(ctx, r.klara, r.id))
	r.must(r.Meeting.TakePen(ctx, r.amina, r.id, false))
	for _, who := range []access.Actor{r.Facklig("Maria Sjöberg"), r.As("Hanna Ros", access.HR)} {
		r.refused(r.Meeting.TakePen(ctx, who, r.id, true), fail.Forbidden, "error.forbidden")
	}
	r.refused(r.Meeting.TakePen(ctx, r.Chef("Birgitta Ek"), r.id, true), fail.Forbidden, "meeting.error.not_runner")
}

// The same text sent twice, as when a page closes while it saves, is saved once; and saving raises what followers have seen.
func TestTheSameTextTwiceIsSavedOnce(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	ctx := t.Context()
	before, _ := r.look(r.amina)
	for range 2 {
		if v, err := r.Meeting.SaveNote(ctx, r.amina, r.item, "En rad\r\noch en till", 1); err != nil || v != 2 {
			t.Errorf("saved as version %d, %v; want 2", v, err)
		}
	}
	after, it := r.look(r.amina)
	if it.Note != "En rad\noch en till" || it.NoteVersion != 2 || len(after.Drafts) != 0 || after.LiveVersion <= before.LiveVersion {
		t.Errorf("%+v, drafts %+v, version %d after %d", it, after.Drafts, after.LiveVersion, before.LiveVersion)
	}
	if got := *after.ChangedAt; !got.Equal(r.Clock.Now()) {
		t.Errorf("changed at %v", got)
	}
}

// What the chair writes down for a union is the union's own: marked until it says that it is right, and corrected by it, also
// after the conclusion while the meeting goes on.
func TestRecordedPosition(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	ctx := t.Context()
	maria, per, lina := r.Facklig("Maria Sjöberg"), r.Facklig("Per Holm"), r.Facklig("Lina Åkerlund")
	kommunal, vision, vard := r.ID("unions", "Kommunal"), r.ID("unions", "Vision"), r.ID("unions", "Vårdförbundet")
	record := func(union int64, who access.Actor, stance, reason string) error {
		return r.Meeting.RecordPosition(ctx, r.amina, r.item, meeting.Spoken{UnionID: union, PersonID: who.PersonID, Stance: stance, Reason: reason})
	}
	r.refused(record(kommunal, maria, matter.Agrees, ""), fail.Invalid, "matter.error.speaker_absent")
	r.must(r.Meeting.Attend(ctx, r.amina, r.id, []meeting.Presence{{PersonID: maria.PersonID, Presence: "in_person"}, {PersonID: per.PersonID, Presence: "remote"},
		{PersonID: lina.PersonID, Presence: "absent"}}))
	r.refused(record(kommunal, per, matter.Agrees, ""), fail.Invalid, "matter.error.speaker_absent")
	r.refused(record(vard, lina, matter.Agrees, ""), fail.Invalid, "matter.error.speaker_absent")
	r.refused(record(kommunal, maria, matter.Disagrees, " "), fail.Invalid, "error.form")
	r.must(record(kommunal, maria, matter.Agrees, ""))
	r.must(record(vision, per, matter.Agrees, ""))
	r.refused(r.Meeting.ConfirmPosition(ctx, per, r.item, kommunal), fail.Forbidden, "matter.error.no_mandate")
	r.must(r.Meeting.ConfirmPosition(ctx, maria, r.item, kommunal))
	r.refused(record(kommunal, maria, matter.Abstains, ""), fail.Conflict, "live.error.own_position")
	r.refused(r.Meeting.ConfirmPosition(ctx, lina, r.item, vard), fail.Invalid, "live.error.nothing_recorded")

	r.must(r.Meeting.Conclude(ctx, r.amina, r.item))
	r.refused(r.Meeting.TakePosition(ctx, maria, r.item, kommunal, matter.Disagrees, "Ångrar oss"), fail.Invalid, "matter.error.positions_locked")
	r.must(r.Meeting.TakePosition(ctx, per, r.item, vision, matter.Disagrees, "Vi sa oenig"))
	p, it := r.look(r.amina)
	x, _ := p.Position(it, vision)
	if x.Stance != matter.Disagrees || x.RecorderName != "" {
		t.Errorf("after the correction Vision is %+v", x)
	}
	for _, x := range p.Content().Paragraph {
		if x.Title == "Nytt schema" && x.Outcome != "disagreed" {
			t.Errorf("the outcome is %q although Vision disagrees", x.Outcome)
		}
	}
	if x, _ := p.Position(it, kommunal); x.Unconfirmed() || x.RecorderName != "Amina Larsson" || x.PersonName != "Maria Sjöberg" {
		t.Errorf("Kommunal is %+v", x)
	}
	r.must(r.Meeting.Close(ctx, r.amina, r.id))
	r.refused(r.Meeting.TakePosition(ctx, per, r.item, vision, matter.Agrees, ""), fail.Invalid, "matter.error.positions_locked")
}

// An åtgärd comes on its person's list at once, and into the next meeting's list until it is done.
func TestActionsGoOn(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	ctx := t.Context()
	maria := r.Facklig("Maria Sjöberg")
	day := clock.NewDate(2027, 4, 15)
	r.refused(r.Meeting.AddAction(ctx, r.amina, r.item, action.Form{}), fail.Invalid, "error.form")
	r.refused(r.Meeting.AddAction(ctx, r.amina, r.item, action.Form{What: "x", PersonID: r.ID("people", "Nils Öberg"), DueOn: day}), fail.Invalid, "error.form")
	r.must(r.Meeting.AddAction(ctx, r.amina, r.item, action.Form{What: "Tar fram statistik", PersonID: maria.PersonID, DueOn: day}))
	r.must(r.Meeting.AddAction(ctx, r.amina, r.item, action.Form{What: "Ett misstag", PersonID: maria.PersonID, DueOn: day}))
	p, _ := r.look(r.amina)
	r.must(r.Meeting.RemoveAction(ctx, r.amina, r.id, p.Actions[1].ID))
	var todo []string
	r.In(func(ctx context.Context, tx *db.OrgTx) error {
		rows, err := tx.Query(ctx, `SELECT t.role FROM tasks t WHERE t.person_id = $1 AND t.kind = 'do_action' AND t.done_at IS NULL AND t.due_on = $2`, maria.PersonID, day)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var role string
			if err := rows.Scan(&role); err != nil {
				return err
			}
			todo = append(todo, role)
		}
		return rows.Err()
	})
	if len(todo) != 1 || todo[0] != string(access.UnionRep) {
		t.Errorf("Maria has %v to do, want one thing as union representative", todo)
	}
	r.must(r.Meeting.TableItem(ctx, r.amina, r.item, clock.NewDate(2027, 4, 28), "Vi hann inte"))
	r.must(r.Meeting.Close(ctx, r.amina, r.id))
	next, err := r.Meeting.Plan(ctx, r.amina, meeting.PlanForm{GroupID: r.ID("groups", "LSG VO Väst"), StartsAt: clock.NewDate(2027, 4, 28).At(13, 0)})
	r.must(err)
	room, err := r.Meeting.Room(ctx, r.amina, next)
	r.must(err)
	if len(room.Earlier) != 1 || room.Earlier[0].What != "Tar fram statistik" || room.Earlier[0].PersonName != "Maria Sjöberg" {
		t.Fatalf("the next meeting begins with %+v", room.Earlier)
	}
	r.At(2027, 4, 20, 9, 0)
	r.must(r.Meeting.FinishAction(ctx, r.amina, next, room.Earlier[0].ID))
	if room, _ = r.Meeting.Room(ctx, r.amina, next); len(room.Earlier) != 1 || room.Earlier[0].DoneAt == nil {
		t.Errorf("what was done since the last meeting is %+v", room.Earlier)
	}
	r.refused(r.Meeting.FinishAction(ctx, r.amina, next, room.Earlier[0].ID), fail.Conflict, "action.error.done")
	r.refused(r.Meeting.FinishAction(ctx, r.Chef("Birgitta Ek"), next, room.Earlier[0].ID), fail.Forbidden, "meeting.error.not_runner")
}
