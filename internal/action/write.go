package action

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/privacy"
)

// Form is what is written about a new action.
type Form struct {
	What     string
	PersonID int64
	DueOn    clock.Date
}

// check refuses a form that does not say what, who and when, or names a day before day.
func (a Form) check(day clock.Date, doers []Person) error {
	var f fail.Form
	checkText(&f, "what", a.What, 1000, "action.error.what")
	if _, ok := find(doers, a.PersonID); !ok {
		f.Add("person", "action.error.who")
	}
	checkDay(&f, "due", a.DueOn, day)
	return f.Err()
}

func checkDay(f *fail.Form, name string, due, day clock.Date) {
	switch {
	case due.IsZero():
		f.Add(name, "action.error.date")
	case due.Before(day):
		f.Add(name, "action.error.date_past")
	}
}

func checkText(f *fail.Form, name, text string, most int, missingKey string) {
	switch n := utf8.RuneCountInString(text); {
	case missingKey != "" && strings.TrimSpace(text) == "":
		f.Fields = append(f.Fields, fail.Field{Name: name, Key: missingKey})
	case n > most:
		f.Add(name, "error.too_long", "Max", most, "Over", n-most)
	case privacy.HasPersonnummer(text):
		f.Add(name, "error.personnummer")
	}
}

// Place is what an action belongs to: a matter, a meeting's item, which may be about a matter, or a group in a yearly follow-up.
type Place struct{ MatterID, MeetingID, ItemID, FollowupID int64 }

// Add writes a new action, gives it to its person and returns its number. Day: the first that it may be due on.
func Add(ctx context.Context, tx *db.OrgTx, who access.Actor, now time.Time, at Place, form Form, day clock.Date) (id int64, err error) {
	var doers []Person
	var b db.Batch
	among := at
	if at.MeetingID != 0 { // a meeting asks those who belong to it
		among.MatterID = 0
	}
	QueueDoers(&b, &doers, among, day)
	if err := tx.Send(ctx, &b); err != nil {
		return 0, err
	}
	if err := form.check(day, doers); err != nil {
		return 0, err
	}
	person, _ := find(doers, form.PersonID)
	role := person.Role()
	if at.MeetingID == 0 && at.FollowupID == 0 { // a matter's plan is managers' work
		role = access.Manager
	}
	err = tx.QueryRow(ctx, `
		INSERT INTO actions (matter_id, meeting_id, item_id, followup_id, what, person_id, role, due_on, created_by, created_at)
		VALUES (nullif($1::bigint, 0), nullif($2::bigint, 0), nullif($3::bigint, 0), nullif($4::bigint, 0), $5, $6, $7, $8, $9, $10) RETURNING id`,
		at.MatterID, at.MeetingID, at.ItemID, at.FollowupID, strings.TrimSpace(form.What), form.PersonID, string(role), form.DueOn, who.PersonID, now).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("recording an action: %w", err)
	}
	return id, retask(ctx, tx, now, `ac.id = $1`, id)
}

// Finish notes that the action is done and what came of it, in the transaction of whoever asked the rules.
func Finish(ctx context.Context, tx *db.OrgTx, who access.Actor, now time.Time, a Action, result string) error {
	if err := tx.Exec1(ctx, `UPDATE actions SET done_at = $1, done_by = $2, result = $3, version = version + 1 WHERE id = $4 AND version = $5`,
		now, who.PersonID, strings.TrimSpace(result), a.ID, a.Version); err != nil {
		return err
	}
	return retask(ctx, tx, now, `ac.id = $1`, a.ID)
}

// Remove takes back an action, as if it had not been recorded. Its task goes with it.
func Remove(ctx context.Context, tx *db.OrgTx, id int64) error {
	_, err := tx.Exec(ctx, `DELETE FROM actions WHERE id = $1`, id)
	return err
}
