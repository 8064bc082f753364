package matter

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/fail"
)

// riskAnswerDays is when an invitation to an assessment is to be answered.
const riskAnswerDays = 7

// InviteRisk invites safety representatives of the matter's groups and units to the draft (AML 6:4).
func (s *Service) InviteRisk(ctx context.Context, who access.Actor, id int64, people []int64) error {
	if err := who.Require(access.RiskWrite); err != nil {
		return err
	}
	return s.writeRisk(ctx, who, id, 0, func(c *change, draft Assessment) error {
		rows, _ := c.tx.Query(ctx, safetyPeople, id, c.today())
		safety, err := pgx.CollectRows(rows, pgx.RowToStructByName[Person])
		if err != nil {
			return fmt.Errorf("reading the safety representatives: %w", err)
		}
		for _, p := range people {
			i := slices.IndexFunc(safety, func(x Person) bool { return x.ID == p })
			if i < 0 {
				return fail.New(fail.Invalid, "matter.error.not_safety_rep")
			}
			if err := s.inviteTo(ctx, c, draft, AsSafetyRep, safety[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// firstRole is the first of the roles that the person $1 holds on the day $2, in the order in which they are offered; whoever holds
// no other is an employee (identity).
const firstRole = `
	SELECT CASE WHEN EXISTS (SELECT FROM units u WHERE u.manager_id = $1 AND u.closed_on IS NULL) OR EXISTS (SELECT FROM groups g WHERE g.chair_id = $1 AND g.closed_on IS NULL)
	            THEN 'manager' ELSE coalesce((
		SELECT CASE WHEN ma.role LIKE 'union%' THEN 'union_rep' WHEN ma.role LIKE '%safety_rep' THEN 'safety_rep' WHEN ma.role IN ('secretary', 'employer_rep') THEN 'manager' ELSE ma.role END
		FROM   mandates ma WHERE ma.person_id = $1 AND ma.valid_from <= $2 AND (ma.valid_until IS NULL OR ma.valid_until >= $2)
		ORDER  BY ma.role NOT IN ('secretary', 'employer_rep'), ma.role NOT LIKE 'union%', ma.role NOT LIKE '%safety_rep', ma.role = 'admin', ma.role LIMIT 1), 'employee') END`

// inviteTo puts somebody among the participants. Who has an account gets a task and a mail.
func (s *Service) inviteTo(ctx context.Context, c *change, draft Assessment, kind string, p Person) error {
	tag, err := c.tx.Exec(ctx, `
		INSERT INTO risk_participants (assessment_id, kind, person_id, name, invited_at) VALUES ($1, $2, nullif($3::bigint, 0), $4, $5)
		ON CONFLICT ON CONSTRAINT risk_participants_person_key DO NOTHING`, draft.ID, kind, p.ID, p.Name, c.now)
	if err != nil || tag.RowsAffected() == 0 {
		return err
	}
	c.log("matter.risk_invited", "Person", p.Name)
	if p.ID == 0 {
		return nil
	}
	task, tell := TaskJoinRisk, announce.RiskJoin
	if kind == AsSafetyRep {
		task, tell = TaskStateRisk, announce.RiskInvite
	}
	c.tell(tell, draft.ID, p.ID)
	role := string(access.SafetyRep)
	if kind != AsSafetyRep {
		if err := c.tx.QueryRow(ctx, firstRole, p.ID, c.today()).Scan(&role); err != nil {
			return fmt.Errorf("finding the participant's role: %w", err)
		}
	}
	return AddTasks(ctx, c.tx, s.Clock, Task{PersonID: p.ID, Role: access.Role(role), Kind: task, MatterID: c.rec.ID, DueOn: c.today().Add(riskAnswerDays)})
}

// AddParticipant invites an employee, an expert or a manager to the draft, by name or e-mail address. A name that nobody in the
// organisation has is somebody without an account: the owner tells them.
func (s *Service) AddParticipant(ctx context.Context, who access.Actor, id int64, kind, name string) error {
	if err := who.Require(access.RiskWrite); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "name", name, 200, "risk.error.participant_name")
	if !slices.Contains([]string{AsEmployee, AsExpert, AsManager}, kind) {
		f.Add("kind", "matter.error.choose")
	}
	if err := f.Err(); err != nil {
		return err
	}
	name = strings.TrimSpace(name)
	return s.writeRisk(ctx, who, id, 0, func(c *change, draft Assessment) error {
		rows, _ := c.tx.Query(ctx, `SELECT id, name FROM people WHERE (lower(name) = lower($1) OR email = lower($1)) AND (closed_on IS NULL OR closed_on > $2) LIMIT 2`, name, c.today())
		found, err := pgx.CollectRows(rows, pgx.RowToStructByName[Person])
		switch {
		case err != nil:
			return fmt.Errorf("looking for the participant: %w", err)
		case len(found) > 1:
			f.Add("name", "risk.error.participant_several")
			return f.Err()
		case len(found) == 0 && strings.Contains(name, "@"):
			f.Add("name", "risk.error.participant_unknown")
			return f.Err()
		case len(found) == 0:
			found = []Person{{Name: name}}
		}
		return s.inviteTo(ctx, c, draft, kind, found[0])
	})
}

// AnswerRisk is the invited person's own answer to the invitation.
func (s *Service) AnswerRisk(ctx context.Context, who access.Actor, id int64, answer string) error {
	if err := who.Require(access.RiskAnswer); err != nil {
		return err
	}
	if answer != Coming && answer != Declined {
		return fail.New(fail.Invalid, "matter.error.choose")
	}
	return s.asParticipant(ctx, who, id, func(c *change, draft int64, p Participant) error {
		if p.Answer == answer || p.Answer == TookPart {
			return nil
		}
		c.log("matter.risk_answered", "Person", p.Name, "Reply", answer)
		if err := c.exec(ctx, `UPDATE risk_participants SET answer = $1, answered_at = $2 WHERE id = $3`, answer, c.now, p.ID); err != nil {
			return err
		}
		if answer == Declined {
			if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskStateRisk, MatterID: id, PersonID: who.PersonID}); err != nil {
				return err
			}
		}
		return FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskJoinRisk, MatterID: id, PersonID: who.PersonID})
	})
}

// asParticipant lets f change what the actor has said as a participant of the draft, whatever their role sees of the matter.
// NotFound when they are not invited.
func (s *Service) asParticipant(ctx context.Context, who access.Actor, id int64, f func(c *change, draft int64, p Participant) error) error {
	return s.locked(ctx, who, id, `EXISTS (SELECT FROM risk_participants x WHERE x.person_id = $2 AND x.assessment_id = `+riskNewest+`)`, []any{who.PersonID}, func(c *change) error {
		i := slices.IndexFunc(c.rec.Risks, func(r Risk) bool { return r.FixedAt == nil })
		if i < 0 || c.rec.Status != "open" {
			return fail.New(fail.Invalid, "matter.error.no_risk_draft")
		}
		rows, _ := c.tx.Query(ctx, riskPeopleOf+`$1 AND x.person_id = $2`, c.rec.Risks[i].ID, who.PersonID)
		p, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[Participant])
		if err != nil {
			return fmt.Errorf("reading the participant: %w", err)
		}
		return f(c, c.rec.Risks[i].ID, p)
	})
}

// NoteParticipant is the owner's word on somebody invited: whether they took part, or that they were invited by mistake. A safety
// representative who has had their say stays.
func (s *Service) NoteParticipant(ctx context.Context, who access.Actor, id, participant int64, what string) error {
	if err := who.Require(access.RiskWrite); err != nil {
		return err
	}
	return s.writeRisk(ctx, who, id, 0, func(c *change, draft Assessment) error {
		rows, _ := c.tx.Query(ctx, riskPeopleOf+`$1 AND x.id = $2`, draft.ID, participant)
		p, err := pgx.CollectOneRow(rows, pgx.RowToStructByName[Participant])
		switch {
		case err == pgx.ErrNoRows:
			return fail.New(fail.NotFound, "error.not_found")
		case err != nil:
			return fmt.Errorf("reading the participant: %w", err)
		case what == Removed && p.StatedAt != nil:
			return fail.New(fail.Invalid, "risk.error.participant_stated")
		}
		for _, kind := range []string{TaskJoinRisk, TaskStateRisk} {
			if p.PersonID == 0 || kind == TaskStateRisk && what == TookPart {
				continue // a safety representative who took part still has their say
			}
			if err := FinishTasks(ctx, c.tx, s.Clock, Done{Kind: kind, MatterID: id, PersonID: p.PersonID}); err != nil {
				return err
			}
		}
		switch what {
		case Removed:
			c.log("matter.risk_uninvited", "Person", p.Name)
			return c.exec(ctx, `DELETE FROM risk_participants WHERE id = $1`, p.ID)
		case TookPart, Declined:
			c.log("matter.risk_answered", "Person", p.Name, "Reply", what)
			return c.exec(ctx, `UPDATE risk_participants SET answer = $1, answered_at = $2 WHERE id = $3`, what, c.now, p.ID)
		}
		return fail.New(fail.Invalid, "matter.error.choose")
	})
}

// StateRisk records the safety representative's statement on the draft: an opinion on the work environment, not a
// position of a union. Disagreement says why. It is about the draft of the version given (0: as it is): Conflict when the draft
// has changed. Who has not been invited but sees the matter invites themselves by it.
func (s *Service) StateRisk(ctx context.Context, who access.Actor, id int64, agrees bool, body string, version int) error {
	if err := who.Require(access.RiskState); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "body", body, 10000, needed(!agrees, "matter.error.body_needed"))
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		i := slices.IndexFunc(c.rec.Risks, func(r Risk) bool { return r.FixedAt == nil })
		if i < 0 {
			return fail.New(fail.Invalid, "matter.error.no_risk_draft")
		}
		draft, err := c.riskDraft(ctx)
		if err != nil {
			return err
		}
		if version != 0 && version != draft.Version {
			return fail.New(fail.Conflict, "risk.error.changed")
		}
		c.log("matter.risk_stated", "Agrees", fmt.Sprint(agrees), "Text", body)
		err = c.exec(ctx, `
			INSERT INTO risk_participants (assessment_id, kind, person_id, name, invited_at, answer, answered_at, agrees, body, stated_at, stated_version)
			VALUES ($1, 'safety_rep', $2, $3, $4, 'took_part', $4, $5, $6, $4, $7)
			ON CONFLICT ON CONSTRAINT risk_participants_person_key DO UPDATE SET kind = 'safety_rep', answer = 'took_part', answered_at = excluded.answered_at,
				agrees = excluded.agrees, body = excluded.body, stated_at = excluded.stated_at, stated_version = excluded.stated_version`,
			draft.ID, who.PersonID, who.Name, c.now, agrees, body, draft.Version)
		if err != nil {
			return err
		}
		c.tell(announce.RiskStated, draft.ID, c.rec.OwnerID)
		return FinishTasks(ctx, c.tx, s.Clock, Done{Kind: TaskStateRisk, MatterID: id, PersonID: who.PersonID})
	})
}
