package matter

import (
	"context"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// The kinds of tasks that matters and meetings give people. The message key is todo.task.<kind>.
const (
	TaskFeedback          = "feedback_apt"       // Återkoppla beslutet på APT
	TaskConsult           = "consult_proposal"   // Samverka förslag N
	TaskAfterwards        = "consult_afterwards" // Samverka i efterhand
	TaskDecide            = "decide"             // Fatta beslut
	TaskRecordBoard       = "record_board"       // Registrera nämndens beslut
	TaskException         = "decide_exception"   // Pröva undantag
	TaskStateRisk         = "state_risk"         // Yttra dig om riskbedömningen
	TaskJoinRisk          = "join_risk"          // Svara på inbjudan till riskbedömningen
	TaskFollowRisk        = "follow_risk"        // Följ upp riskbedömningen
	TaskNegotiate         = "negotiate"          // Förhandla med UNION
	TaskCentralWindow     = "central_window"     // Bevaka fristen för central förhandling
	TaskReadPapers        = "read_papers"        // Läs handlingarna
	TaskLatePapers        = "answer_late_papers" // Svara om sena handlingar
	TaskExtra             = "answer_extra"       // Svara om extra möte
	TaskApproveMinutes    = "approve_minutes"    // Justera protokollet
	TaskObjection         = "answer_objection"   // Besvara erinran
	TaskApprovePart       = "approve_part"       // Justera en paragraf omedelbart
	TaskApproveCorrection = "approve_correction" // Justera en rättelse
	TaskAnswerRemark      = "answer_remark"      // Besvara synpunkter på protokollet
	TaskSendMinutes       = "send_minutes"       // Skicka protokollet för justering
	TaskFeedbackGroup     = "feedback_group"     // Återkoppla beslutet i gruppen
	TaskCheck             = "check_effect"       // Följ upp effekten
	TaskTakeUp            = "take_up_lifted"     // Ta upp frågan som har lyfts
	TaskTakeOver          = "take_over"          // Ta emot ett överlämnat ärende
	TaskFeedbackManager   = "feedback_manager"   // Återkoppla beslutet till den som lämnade över
	TaskAnswerRaised      = "answer_raised"      // Svara på en fråga som facket har väckt
	TaskNegotiateRaised   = "negotiate_raised"   // Förhandla om en fråga som facket har väckt
	TaskObjectionTime     = "object_editorial"   // Ta ställning till redaktionell ändring

	TaskReadTriage    = "read_triage"         // Läs den rättade bedömningen
	TaskStep          = "disagreement_step"   // Håll förstärkt samverkan, eller behandla frågan i gruppen ovanför
	TaskLateRequest   = "answer_late_request" // Svara på begäran om förhandling
	TaskAgreementEnds = "agreement_ends"      // Samverkansavtalet upphör mitt i ärendet

	TaskSuggestion    = "answer_suggestion" // Svara på förslaget till dagordningen
	TaskAnswerRequest = "answer_request"    // Svara på skyddsombudets begäran
	TaskPresent       = "present_item"      // Föredra en punkt

	TaskAPTInvite   = "apt_invite"   // Bjud in till APT
	TaskAPTNotes    = "apt_notes"    // Publicera anteckningarna från APT
	TaskAPTQuestion = "apt_question" // Svara på frågor efter APT
	TaskAPTProposal = "apt_proposal" // Svara på förslag till APT
	TaskAPTAnswer   = "apt_answer"   // Berätta vad du beslutade
	TaskAPTLifted   = "apt_lifted"   // Svara på en fråga från APT
	TaskAPTRead     = "apt_read"     // Läs anteckningarna från APT

	TaskConfirmAlone = "confirm_alone" // Pröva om samverkan får avslutas utan närvarande organisation

	TaskAction          = action.Task        // en åtgärd
	TaskConfirmPosition = "confirm_position" // Stämmer ståndpunkten som ordföranden antecknade?
)

// Task is something that a person has to do.
type Task struct {
	PersonID     int64
	Role         access.Role
	Kind         string
	MatterID     int64
	MeetingID    int64
	APTID        int64
	UnitID       int64
	UnionID      int64
	ActionID     int64 // the åtgärd
	ProposalNo   int
	ItemID       int64 // of an agenda
	RequestID    int64 // of a safety representative
	SuggestionID int64 // for an agenda
	QuestionID   int64 // that a union has brought
	DueOn        clock.Date
}

// AddTasks gives people their tasks, once each: an open task of the same kind about the same thing is left as it is.
func AddTasks(ctx context.Context, tx *db.OrgTx, c clock.Clock, tasks ...Task) error {
	for _, t := range tasks {
		if t.PersonID == 0 {
			continue
		}
		_, err := tx.Exec(ctx, `
			INSERT INTO tasks (person_id, role, kind, matter_id, meeting_id, unit_id, union_id, proposal_no, due_on, created_at, apt_id, action_id, item_id, request_id, suggestion_id, question_id)
			SELECT $1, $2, $3, nullif($4::bigint, 0), nullif($5::bigint, 0), nullif($6::bigint, 0), nullif($7::bigint, 0), $8, $9, $10, nullif($11::bigint, 0), nullif($12::bigint, 0),
				nullif($13::bigint, 0), nullif($14::bigint, 0), nullif($15::bigint, 0), nullif($16::bigint, 0)
			WHERE NOT EXISTS (SELECT FROM tasks x WHERE x.person_id = $1 AND x.kind = $3 AND x.done_at IS NULL
				AND coalesce(x.matter_id, 0) = $4 AND coalesce(x.meeting_id, 0) = $5 AND coalesce(x.unit_id, 0) = $6
				AND coalesce(x.union_id, 0) = $7 AND x.proposal_no = $8 AND coalesce(x.apt_id, 0) = $11 AND coalesce(x.action_id, 0) = $12
				AND coalesce(x.item_id, 0) = $13 AND coalesce(x.request_id, 0) = $14 AND coalesce(x.suggestion_id, 0) = $15 AND coalesce(x.question_id, 0) = $16)`,
			t.PersonID, string(t.Role), t.Kind, t.MatterID, t.MeetingID, t.UnitID, t.UnionID, t.ProposalNo, t.DueOn, c.Now(), t.APTID, t.ActionID,
			t.ItemID, t.RequestID, t.SuggestionID, t.QuestionID)
		if err != nil {
			return err
		}
	}
	return nil
}

// Done names the tasks that are finished by what just happened; zero fields fit anything.
type Done struct {
	Kind         string
	PersonID     int64
	MatterID     int64
	MeetingID    int64
	APTID        int64
	UnitID       int64
	UnionID      int64
	RequestID    int64
	SuggestionID int64
	QuestionID   int64
}

// FinishTasks closes the tasks that d names.
func FinishTasks(ctx context.Context, tx *db.OrgTx, c clock.Clock, d Done) error {
	_, err := tx.Exec(ctx, `
		UPDATE tasks SET done_at = $1 WHERE done_at IS NULL AND kind = $2 AND ($3::bigint = 0 OR person_id = $3)
		AND ($4::bigint = 0 OR matter_id = $4) AND ($5::bigint = 0 OR meeting_id = $5) AND ($6::bigint = 0 OR union_id = $6)
		AND ($7::bigint = 0 OR apt_id = $7) AND ($8::bigint = 0 OR unit_id = $8)
		AND ($9::bigint = 0 OR request_id = $9) AND ($10::bigint = 0 OR suggestion_id = $10) AND ($11::bigint = 0 OR question_id = $11)`,
		c.Now(), d.Kind, d.PersonID, d.MatterID, d.MeetingID, d.UnionID, d.APTID, d.UnitID, d.RequestID, d.SuggestionID, d.QuestionID)
	return err
}

// FinishTask closes one of the actor's own tasks: feedback given, papers read. NotFound when it is somebody else's, and for an action,
// which has its own page.
func (s *Service) FinishTask(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.TaskFinish); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		tag, err := tx.Exec(ctx, `UPDATE tasks SET done_at = coalesce(done_at, $1) WHERE id = $2 AND person_id = $3 AND role = $4 AND kind <> 'do_action'`,
			s.Clock.Now(), id, who.PersonID, string(who.Role))
		if err == nil && tag.RowsAffected() == 0 {
			return fail.New(fail.NotFound, "error.not_found")
		}
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `
			UPDATE matter_feedback f SET given_at = $1, given_by = $3 FROM tasks t
			WHERE  t.id = $2 AND f.matter_id = t.matter_id AND f.person_id = $3 AND f.given_at IS NULL
			AND    (t.kind = 'feedback_apt' AND f.unit_id = t.unit_id OR t.kind = 'feedback_group' AND f.group_id IS NOT NULL)`, s.Clock.Now(), id, who.PersonID)
		return err
	})
}
