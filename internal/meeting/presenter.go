package meeting

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// InvitePresenter invites the person whose name or e-mail address is written to present one item: they see that item with the
// meeting's time and place, and nothing else (handbook 2, adjungerad). Nothing written takes the invitation back.
func (s *Service) InvitePresenter(ctx context.Context, who access.Actor, itemID int64, written string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run("planned", "open"); err != nil {
			return err
		}
		var person int64
		if written = strings.TrimSpace(written); written != "" {
			var err error
			if person, err = c.findPerson(ctx, written); err != nil || person == it.PresenterID {
				return err
			}
		}
		if it.PresenterID != 0 {
			if err := c.exec(ctx, `UPDATE tasks SET done_at = $1 WHERE item_id = $2 AND kind = $3 AND done_at IS NULL`, c.now, itemID, matter.TaskPresent); err != nil {
				return err
			}
		}
		if err := c.exec(ctx, `UPDATE agenda_items SET presenter_id = nullif($1::bigint, 0), presenter_text = '' WHERE id = $2`, person, itemID); err != nil {
			return err
		}
		c.log("meeting.presenter", it.MatterID, "Title", it.Title, "Person", written)
		if person == 0 {
			return nil
		}
		role, err := c.standing(ctx, person)
		if err != nil {
			return err
		}
		c.tell(announce.Present, itemID, []int64{person})
		return matter.AddTasks(ctx, c.tx, s.Clock, matter.Task{PersonID: person, Role: role, Kind: matter.TaskPresent, MeetingID: c.rec.ID, ItemID: itemID, DueOn: c.rec.Day()})
	})
}

// NamePresenter writes who presents the item when the register does not know them: a name and what they are, as it stands on
// the agenda. It gives no access to anything.
func (s *Service) NamePresenter(ctx context.Context, who access.Actor, itemID int64, text string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	text = strings.TrimSpace(text)
	var f fail.Form
	checkText(&f, "person", text, 200, "agenda.error.presenter_name")
	if err := f.Err(); err != nil {
		return err
	}
	return s.changeItem(ctx, who, itemID, func(c *change, it Item) error {
		if err := c.run("planned", "open"); err != nil {
			return err
		}
		if err := c.exec(ctx, `UPDATE tasks SET done_at = $1 WHERE item_id = $2 AND kind = $3 AND done_at IS NULL`, c.now, itemID, matter.TaskPresent); err != nil {
			return err
		}
		c.log("meeting.presenter", it.MatterID, "Title", it.Title, "Person", text)
		return c.exec(ctx, `UPDATE agenda_items SET presenter_id = NULL, presenter_text = $1 WHERE id = $2`, text, itemID)
	})
}

// findPerson finds the one person whose name or e-mail address is written.
func (c *change) findPerson(ctx context.Context, written string) (int64, error) {
	rows, err := c.tx.Query(ctx, `SELECT id FROM people WHERE (closed_on IS NULL OR closed_on > $2) AND (lower(name) = lower($1) OR lower(email) = lower($1)) LIMIT 2`, written, c.today())
	if err != nil {
		return 0, fmt.Errorf("finding who is to present: %w", err)
	}
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return 0, err
	}
	var f fail.Form
	switch len(ids) {
	case 1:
		return ids[0], nil
	case 0:
		f.Add("person", "agenda.error.presenter_unknown")
	default:
		f.Add("person", "agenda.error.presenter_several")
	}
	return 0, f.Err()
}

// standing is the role in which a person finds their tasks: as manager, by the first mandate, otherwise as employee.
func (c *change) standing(ctx context.Context, person int64) (role access.Role, err error) {
	var text string
	err = c.tx.QueryRow(ctx, `
		SELECT CASE WHEN EXISTS (SELECT FROM units WHERE manager_id = $1) OR EXISTS (SELECT FROM groups WHERE chair_id = $1) THEN 'manager'
		       ELSE coalesce((SELECT CASE WHEN ma.role IN ('secretary', 'employer_rep') THEN 'manager' WHEN ma.role = 'union_substitute' THEN 'union_rep'
		                WHEN ma.role = 'chief_safety_rep' THEN 'safety_rep' ELSE ma.role END
		            FROM mandates ma WHERE ma.person_id = $1 AND ma.valid_from <= $2 AND (ma.valid_until IS NULL OR ma.valid_until >= $2) ORDER BY ma.id LIMIT 1), 'employee') END`,
		person, c.today()).Scan(&text)
	return access.Role(text), err
}

// Presentation is all that an invited presenter sees: the item, and when and where the meeting is.
type Presentation struct {
	MeetingID  int64
	ItemID     int64
	GroupName  string
	ChairName  string
	StartsAt   time.Time
	EndsAt     time.Time
	Place      string
	Status     string // of the meeting
	Title      string
	Class      string
	About      string
	Minutes    int
	Before     int // minutes planned for the items before it
	ItemStatus string
}

// Expected is about when the item comes up.
func (p Presentation) Expected() time.Time {
	return p.StartsAt.Add(time.Duration(p.Before) * time.Minute)
}

const presentationColumns = `
	SELECT me.id AS meeting_id, ai.id AS item_id, g.name AS group_name, coalesce(c.name, '') AS chair_name, me.starts_at, me.ends_at, me.place, me.status, ai.title, ai.class,
	       ai.about, ai.minutes_planned AS minutes, (SELECT coalesce(sum(x.minutes_planned), 0) FROM agenda_items x WHERE x.meeting_id = me.id AND x.together_id IS NULL
	       AND (x.position, x.id) < (ai.position, ai.id))::integer AS before, ai.status AS item_status
	FROM   agenda_items ai JOIN meetings me ON me.id = ai.meeting_id JOIN groups g ON g.id = me.group_id LEFT JOIN people c ON c.id = g.chair_id
	WHERE  ai.presenter_id = $1 AND me.status <> 'cancelled'`

// Presentation reads an item that the actor is invited to present. NotFound for everything else, whoever asks.
func (s *Service) Presentation(ctx context.Context, who access.Actor, meetingID, itemID int64) (p Presentation, err error) {
	if err := who.Require(access.ItemPresent); err != nil {
		return p, err
	}
	var b db.Batch
	db.One(&b, &p, fail.New(fail.NotFound, "error.not_found"), presentationColumns+` AND me.id = $2 AND ai.id = $3`, who.PersonID, meetingID, itemID)
	return p, s.DB.ReadOrg(ctx, who.OrgID, &b)
}
