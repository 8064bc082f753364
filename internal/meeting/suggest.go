package meeting

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// SuggestForm is what somebody wants a group to take up.
type SuggestForm struct {
	GroupID  int64
	Title    string
	Why      string
	Class    string // what it is wished to be treated as
	MatterID int64  // 0: none
	UnionID  int64  // for which union; 0: none
}

func (f SuggestForm) check() error {
	var bad fail.Form
	if f.GroupID == 0 {
		bad.Add("group", "agenda.error.group_needed")
	}
	checkText(&bad, "title", f.Title, 200, "agenda.error.title_needed")
	checkText(&bad, "why", f.Why, 4000, "agenda.error.why_needed")
	switch {
	case !slices.Contains(matter.Classes, f.Class):
		bad.Add("class", "agenda.error.class_needed")
	case f.Class == matter.BeforeDecision && f.MatterID == 0:
		bad.Add("class", "agenda.error.needs_matter")
	}
	return bad.Err()
}

// suggestDays is how long a chair has to see to a suggestion when no meeting says otherwise.
const suggestDays = 14

// Suggest puts a suggestion in the group's pool, where its chair finds it (handbook 5.2: employer, unions, skyddsombud). The
// employer's side may suggest to the groups that they sit in or whose units they manage, others to their groups.
func (s *Service) Suggest(ctx context.Context, who access.Actor, f SuggestForm) (id int64, err error) {
	if err := who.Require(access.AgendaSuggest); err != nil {
		return 0, err
	}
	if err := f.check(); err != nil {
		return 0, err
	}
	err = s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		now := s.Clock.Now()
		rows, err := tx.Query(ctx, suggestGroups+` AND g.id = $5`, suggestArgs(who, clock.DateOf(now), f.GroupID)...)
		if err != nil {
			return fmt.Errorf("finding group %d: %w", f.GroupID, err)
		}
		g, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[SuggestGroup])
		if err == pgx.ErrNoRows {
			return fail.New(fail.NotFound, "error.not_found")
		}
		if err != nil {
			return err
		}
		if f.UnionID != 0 && !who.Speaks(f.UnionID, f.GroupID) {
			return fail.New(fail.Forbidden, "matter.error.no_mandate")
		}
		if f.MatterID != 0 {
			if _, err := matter.Lock(ctx, tx, who, f.MatterID, clock.DateOf(now)); err != nil {
				return err
			}
		}
		err = tx.QueryRow(ctx, `
			INSERT INTO agenda_suggestions (group_id, title, why, class, matter_id, person_id, role, union_id, created_at)
			VALUES ($1, $2, $3, $4, nullif($5::bigint, 0), $6, $7, nullif($8::bigint, 0), $9) RETURNING id`,
			f.GroupID, f.Title, f.Why, f.Class, f.MatterID, who.PersonID, string(who.Role), f.UnionID, now).Scan(&id)
		if err != nil {
			return fmt.Errorf("suggesting: %w", err)
		}
		due := clock.DateOf(now).Add(suggestDays)
		if g.ItemsBy.After(clock.DateOf(now)) && g.ItemsBy.Before(due) {
			due = g.ItemsBy
		}
		if g.ChairID != who.PersonID {
			if err := matter.AddTasks(ctx, tx, s.Clock, matter.Task{PersonID: g.ChairID, Role: access.Manager, Kind: matter.TaskSuggestion, SuggestionID: id, DueOn: due}); err != nil {
				return err
			}
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: "meeting.suggested", MatterID: f.MatterID, Detail: map[string]string{"Group": g.Name, "Title": f.Title}})
	})
	return id, err
}

// TakeForm puts a suggestion on an agenda.
type TakeForm struct {
	MeetingID int64
	Class     string // as it was wished when empty
	Minutes   int    // 0: 15
	Reason    string // why although a rule warned
}

// TakeSuggestion puts what was suggested on a coming agenda of its group. Whoever suggested it is told. The chair or
// secretary does. Conflict when it has been answered already.
func (s *Service) TakeSuggestion(ctx context.Context, who access.Actor, id int64, f TakeForm) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	if f.Minutes <= 0 || f.Minutes > 480 {
		f.Minutes = 15
	}
	return s.change(ctx, who, f.MeetingID, func(c *change) error {
		if err := c.run("planned", "open"); err != nil {
			return err
		}
		g, err := suggestionOf(ctx, c.tx, who, id)
		switch {
		case err != nil:
			return err
		case g.GroupID != c.rec.GroupID:
			return fail.New(fail.NotFound, "error.not_found")
		case g.Status != Waiting:
			return fail.New(fail.Conflict, "agenda.error.answered")
		}
		if f.Class == "" {
			f.Class = g.Class
		}
		if err := s.takeUp(ctx, c, g, f); err != nil {
			return err
		}
		if err := c.exec(ctx, `UPDATE agenda_suggestions SET status = 'taken', answered_by = $1, answered_at = $2 WHERE id = $3`, who.PersonID, c.now, id); err != nil {
			return err
		}
		c.tell(announce.SuggestionTaken, id, []int64{g.PersonID})
		return matter.FinishTasks(ctx, c.tx, s.Clock, matter.Done{Kind: matter.TaskSuggestion, SuggestionID: id})
	})
}

func (s *Service) takeUp(ctx context.Context, c *change, g Suggestion, f TakeForm) error {
	from := addition{about: g.Why, suggestionID: g.ID}
	if g.MatterID != 0 {
		item, err := c.setUp(ctx, s, SetUpForm{MatterID: g.MatterID, Class: f.Class, Minutes: f.Minutes, Reason: f.Reason}, from)
		if err != nil {
			return err
		}
		return c.exec(ctx, `UPDATE agenda_items SET suggestion_id = $1 WHERE id = $2`, g.ID, item)
	}
	own := AddForm{Title: g.Title, Class: f.Class, Minutes: f.Minutes, About: g.Why, Reason: f.Reason}
	if err := own.check(); err != nil {
		return err
	}
	_, err := c.addOwn(ctx, own, from)
	return err
}

// DeclineSuggestion answers why the group does not take a suggestion up. Whoever suggested it is told. Conflict when it has
// been answered already. A request under AML 6:6a is no suggestion: it cannot be declined.
func (s *Service) DeclineSuggestion(ctx context.Context, who access.Actor, id int64, answer string) error {
	if err := who.Require(access.MeetingRun); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "answer", answer, 4000, "agenda.error.answer_needed")
	if err := f.Err(); err != nil {
		return err
	}
	return s.settle(ctx, who, id, func(g Suggestion) error {
		if !who.RunsMeetings(g.GroupID) {
			return fail.New(fail.Forbidden, "meeting.error.not_runner")
		}
		return nil
	}, "declined", answer)
}

// WithdrawSuggestion takes back what one has suggested oneself, as long as it waits.
func (s *Service) WithdrawSuggestion(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.AgendaSuggest); err != nil {
		return err
	}
	return s.settle(ctx, who, id, func(g Suggestion) error {
		if g.PersonID != who.PersonID {
			return fail.New(fail.Forbidden, "agenda.error.not_yours")
		}
		return nil
	}, "withdrawn", "")
}

func (s *Service) settle(ctx context.Context, who access.Actor, id int64, may func(Suggestion) error, status, answer string) error {
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		now := s.Clock.Now()
		g, err := suggestionOf(ctx, tx, who, id)
		if err != nil {
			return err
		}
		if err := may(g); err != nil {
			return err
		}
		if g.Status != Waiting {
			return fail.New(fail.Conflict, "agenda.error.answered")
		}
		if _, err := tx.Exec(ctx, `UPDATE agenda_suggestions SET status = $1, answer = $2, answered_by = $3, answered_at = $4 WHERE id = $5`, status, answer, who.PersonID, now, id); err != nil {
			return fmt.Errorf("answering suggestion %d: %w", id, err)
		}
		if err := matter.FinishTasks(ctx, tx, s.Clock, matter.Done{Kind: matter.TaskSuggestion, SuggestionID: id}); err != nil {
			return err
		}
		if g.PersonID != who.PersonID {
			if err := s.Announce.Announce(ctx, tx, announce.Announcement{Kind: announce.SuggestionDeclined, Subject: id, To: []int64{g.PersonID}}); err != nil {
				return err
			}
		}
		return audit.Write(ctx, tx, who, now, audit.Event{Kind: "meeting.suggestion_" + status, MatterID: g.MatterID,
			Detail: map[string]string{"Group": g.GroupName, "Title": g.Title, "Reason": answer}})
	})
}
