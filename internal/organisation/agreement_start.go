package organisation

import (
	"context"
	"fmt"
	"slices"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Unchosen is the handbook's agreement before anybody has said when samverkan takes effect: that has no silent default
// (handbook 11; SKR 2021: write clearly which).
func Unchosen(from clock.Date) Agreement {
	a := Default(from)
	a.EffectiveAt = ""
	return a
}

// Chosen reports whether it is said when samverkan takes effect. Before that no matter is started.
func (a Agreement) Chosen() bool { return a.EffectiveAt != "" }

// ChooseEffective says, once, when samverkan takes effect. Another value than the two is Invalid; Conflict when it has been
// said already: then it is changed as the rest of the agreement is, from a day on.
func (s *Service) ChooseEffective(ctx context.Context, who access.Actor, when string) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	if !slices.Contains([]string{AtMeetingEnd, AtApproval}, when) {
		var f fail.Form
		f.Add("effective_at", "agreement.error.pick")
		return f.Err()
	}
	return s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		before, err := AgreementOn(ctx, tx, s.today(), Scope{})
		if err != nil {
			return audit.Event{}, err
		}
		tag, err := tx.Exec(ctx, `UPDATE agreements SET effective_at = $1 WHERE effective_at = ''`, when)
		if err != nil {
			return audit.Event{}, fmt.Errorf("choosing when samverkan takes effect: %w", err)
		}
		if tag.RowsAffected() == 0 {
			return audit.Event{}, fail.New(fail.Conflict, "agreement.start.already")
		}
		x := AgreementEffect{Now: before, Then: before, From: before.ValidFrom}
		x.Then.EffectiveAt = when
		p, _ := ParameterOf("effective_at")
		x.Changed = []Parameter{p}
		return x.event("organisation.agreement_saved", ""), s.keepChange(ctx, tx, who, AgreementEdit{Agreement: x.Then}, "changed", x)
	})
}
