package meeting

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/db"
	"samverka/internal/matter"
)

// TemplateItem is one row of a group's template: a standing item, or the place where the matters of a class come.
type TemplateItem struct {
	Class     string // matter.Standing: an item of its own; otherwise the place of that class
	Title     string // of a standing item
	Minutes   int
	Presenter string // one of Presenters; "": nobody said
}

// Presenters are the roles that may present an item.
var Presenters = []string{"chair", "secretary", "employer", "union", "safety"}

// SafetyTopics are what a safety committee treats (AML 6:9): they shall be on the agenda and visible in the minutes (SKR).
var SafetyTopics = []string{
	"Arbetsmiljö: företagshälsovården", "Arbetsmiljö: handlingsplaner", "Arbetsmiljö: planering av lokaler, arbetsmetoder och arbetsorganisation",
	"Arbetsmiljö: ämnen som kan vara farliga", "Arbetsmiljö: information och utbildning", "Arbetsmiljö: anpassning och rehabilitering",
}

// DefaultTemplate is the handbook's standard agenda (5.2); with the topics of AML 6:9 where the group is the safety committee.
func DefaultTemplate(safety bool) []TemplateItem {
	own := func(title, presenter string) TemplateItem {
		return TemplateItem{matter.Standing, title, 5, presenter}
	}
	class := func(c string) TemplateItem { return TemplateItem{Class: c, Minutes: 20} }
	t := []TemplateItem{own("Mötet öppnas", "chair"), own("Godkännande av dagordningen", "chair"), own("Val av justerare", "chair"),
		own("Föregående protokoll och åtgärdslista", "secretary"), class(matter.BeforeDecision), class(matter.EarlyDialogue), class(matter.Information)}
	if safety {
		for _, topic := range SafetyTopics {
			t = append(t, own(topic, ""))
		}
	}
	return append(t, own("Återkoppling från och till andra nivåer", ""), class(matter.FollowUp), own("Mötets utvärdering", ""), own("Nästa möte och mötets avslutning", "chair"))
}

// gap is how far apart the rows of a template stand on an agenda, so that what comes later finds room between them.
const gap = 1000

// starts says where on an agenda the items of each class begin. Own standing items come before the last two rows, which
// end the meeting.
func starts(t []TemplateItem) map[string]int {
	s := map[string]int{matter.Standing: max(1, len(t)-2)*gap + gap/2}
	for i, x := range t {
		if x.Class != matter.Standing {
			s[x.Class] = (i + 1) * gap
		}
	}
	for _, c := range matter.Classes { // a template that has lost a class: before its end
		if _, ok := s[c]; !ok {
			s[c] = s[matter.Standing] - gap/4
		}
	}
	return s
}

// templateOf reads the group's template; its version is 0 when the group has none of its own.
func templateOf(ctx context.Context, tx *db.OrgTx, groupID int64) (t []TemplateItem, err error) {
	rows, err := tx.Query(ctx, `SELECT class, title, minutes, presenter FROM agenda_template_items WHERE group_id = $1 ORDER BY place`, groupID)
	if err != nil {
		return nil, fmt.Errorf("reading the template of group %d: %w", groupID, err)
	}
	if t, err = pgx.CollectRows(rows, pgx.RowToStructByName[TemplateItem]); err != nil || len(t) > 0 {
		return t, err
	}
	var safety bool
	err = tx.QueryRow(ctx, `SELECT safety_committee FROM groups WHERE id = $1`, groupID).Scan(&safety)
	return DefaultTemplate(safety), err
}

// furnish gives a new meeting what its group always treats, and the requests that wait for it (AML 6:6a).
func furnish(ctx context.Context, tx *db.OrgTx, meetingID, groupID int64, now time.Time) error {
	t, err := templateOf(ctx, tx, groupID)
	if err != nil {
		return err
	}
	var b db.Batch
	for i, x := range t {
		if x.Class == matter.Standing {
			b.Exec(`INSERT INTO agenda_items (meeting_id, position, title, class, minutes_planned, presenter_role) VALUES ($1, $2, $3, 'standing', $4, $5)`,
				meetingID, (i+1)*gap, x.Title, x.Minutes, x.Presenter)
		}
	}
	if err := tx.Send(ctx, &b); err != nil {
		return fmt.Errorf("beginning the agenda: %w", err)
	}
	return placeRequests(ctx, tx, groupID, now)
}
