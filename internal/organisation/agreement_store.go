package organisation

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

const agreementOn = `SELECT ` + AgreementColumns + ` FROM agreements ORDER BY valid_from <= $1::date DESC, abs(valid_from - $1::date) LIMIT 1`

// AgreementOn is the agreement whose parameters hold on day. Before the first agreement's date its parameters hold too:
// what is planned ahead of it is planned by it. An organisation without any is refused as Invalid.
func AgreementOn(ctx context.Context, tx *db.OrgTx, day clock.Date) (Agreement, error) {
	rows, err := tx.Query(ctx, agreementOn, day)
	if err != nil {
		return Agreement{}, fmt.Errorf("reading the agreement: %w", err)
	}
	a, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[Agreement])
	if errors.Is(err, pgx.ErrNoRows) {
		return Agreement{}, errNoAgreement()
	}
	return a, err
}

// QueueAgreement queues what AgreementOn reads.
func QueueAgreement(b *db.Batch, dst *Agreement, day clock.Date) {
	db.One(b, dst, errNoAgreement(), agreementOn, day)
}

func errNoAgreement() error { return fail.New(fail.Invalid, "agreement.error.none") }

// saveAgreement stores the row, in place of one from the same date.
func saveAgreement(ctx context.Context, tx *db.OrgTx, a Agreement, at time.Time) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO agreements (valid_from, notice_days, papers_days, effective_at, central_days, approval_days,
			risk_before_conclusion, group_order, editorial_objection_days, extra_meeting_days, mbl_scope, statistics_minimum,
			move_to_working_day, items_days, request_days, publish_days, created_at, safety_gap_months, safety_warn_days, disagreement_steps, union_raised,
			table_on_late_papers, hold_execution, afterwards_days)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
		ON CONFLICT ON CONSTRAINT agreements_valid_from_key DO UPDATE SET
			notice_days = excluded.notice_days, papers_days = excluded.papers_days, effective_at = excluded.effective_at,
			central_days = excluded.central_days, approval_days = excluded.approval_days,
			risk_before_conclusion = excluded.risk_before_conclusion, group_order = excluded.group_order,
			editorial_objection_days = excluded.editorial_objection_days, extra_meeting_days = excluded.extra_meeting_days,
			mbl_scope = excluded.mbl_scope, statistics_minimum = excluded.statistics_minimum,
			move_to_working_day = excluded.move_to_working_day, items_days = excluded.items_days, request_days = excluded.request_days, publish_days = excluded.publish_days,
			safety_gap_months = excluded.safety_gap_months, safety_warn_days = excluded.safety_warn_days,
			disagreement_steps = excluded.disagreement_steps, union_raised = excluded.union_raised,
			table_on_late_papers = excluded.table_on_late_papers, hold_execution = excluded.hold_execution, afterwards_days = excluded.afterwards_days`,
		a.ValidFrom, a.NoticeDays, a.PapersDays, a.EffectiveAt, a.CentralDays, a.ApprovalDays, a.RiskBeforeConclusion, a.GroupOrder,
		a.EditorialObjectionDays, a.ExtraMeetingDays, a.MBLScope, a.StatisticsMinimum, a.MoveToWorkingDay, a.ItemsDays, a.RequestDays, a.PublishDays, at,
		a.SafetyGapMonths, a.SafetyWarnDays, a.DisagreementSteps, a.UnionRaised, a.TableOnLatePapers, a.HoldExecution, a.AfterwardsDays)
	if err != nil {
		return fmt.Errorf("saving the agreement: %w", err)
	}
	return nil
}
