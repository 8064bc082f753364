package organisation

import (
	"context"
	"fmt"
	"strings"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// CheckAgreement says what SaveAgreement would do or refuse, and stores nothing: the page shows the effect first.
func (s *Service) CheckAgreement(ctx context.Context, who access.Actor, e AgreementEdit) (AgreementEffect, error) {
	if err := need(who, true); err != nil {
		return AgreementEffect{}, err
	}
	var b db.Batch
	var g register
	g.queue(&b, e.Scope)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return AgreementEffect{}, err
	}
	return g.judge(e, s.today())
}

// SaveAgreement stores rules that hold from a day to come, for the whole organisation or for a place. What was treated
// before keeps the parameters of its own day, and rows that have come into force are never changed: a correction is a new
// row with its reason (handbook 11). Values that do not add up are Invalid; Conflict when somebody changed the row meanwhile.
func (s *Service) SaveAgreement(ctx context.Context, who access.Actor, e AgreementEdit) error {
	if err := need(who, true); err != nil {
		return err
	}
	return s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		g, err := readRegister(ctx, tx, e.Scope)
		if err != nil {
			return audit.Event{}, err
		}
		x, err := g.judge(e, s.today())
		if err != nil {
			return audit.Event{}, err
		}
		if err := s.storeEdit(ctx, tx, e); err != nil {
			return audit.Event{}, err
		}
		action := "added"
		if e.ID != 0 {
			action = "changed"
		}
		return x.event("organisation.agreement_saved", e.Reason), s.keepChange(ctx, tx, who, e, action, x)
	})
}

// RemoveAgreement takes away a row that has not come into force. NotFound when there is none; Conflict when somebody
// changed it meanwhile.
func (s *Service) RemoveAgreement(ctx context.Context, who access.Actor, in Scope, id int64, seen, reason string) error {
	if err := need(who, true); err != nil {
		return err
	}
	return s.write(ctx, who, func(tx *db.OrgTx) (audit.Event, error) {
		g, err := readRegister(ctx, tx, in)
		if err != nil {
			return audit.Event{}, err
		}
		x, err := g.without(in, id, s.today())
		if err != nil {
			return audit.Event{}, err
		}
		table := "agreements"
		if in != (Scope{}) {
			table = "arrangements"
		}
		tag, err := tx.Exec(ctx, `DELETE FROM `+table+` WHERE id = $1 AND `+version+` = $2`, id, seen)
		if err != nil {
			return audit.Event{}, fmt.Errorf("removing rules: %w", err)
		}
		if tag.RowsAffected() == 0 {
			return audit.Event{}, fail.New(fail.Conflict, "organisation.error.changed_meanwhile")
		}
		e := AgreementEdit{Scope: in, Agreement: x.Now, Reason: reason}
		return x.event("organisation.agreement_removed", reason), s.keepChange(ctx, tx, who, e, "removed", x)
	})
}

// without is the effect of taking the row away.
func (g *register) without(in Scope, id int64, today clock.Date) (AgreementEffect, error) {
	name, at, err := g.place(in)
	if err != nil {
		return AgreementEffect{}, err
	}
	x := AgreementEffect{Name: name, At: at, Before: g.book(0, in), After: g.book(id, in)}
	x.From, _ = g.find(in, id)
	if !x.From.After(today) {
		return x, notFound()
	}
	x.Now, x.Then = x.Before.On(x.From, at), x.After.On(x.From, at)
	x.Now.ValidFrom = x.From
	for _, p := range Parameters {
		if !p.Same(x.Now, x.Then) {
			x.Changed = append(x.Changed, p)
		}
	}
	return x, nil
}

func readRegister(ctx context.Context, tx *db.OrgTx, in Scope) (g register, err error) {
	var b db.Batch
	g.queue(&b, in)
	return g, tx.Send(ctx, &b)
}

func (s *Service) storeEdit(ctx context.Context, tx *db.OrgTx, e AgreementEdit) error {
	a := e.Agreement
	if e.Scope == (Scope{}) {
		if e.ID == 0 {
			return saveAgreement(ctx, tx, a, s.Clock.Now())
		}
		sets, values := []string{"valid_from = $3"}, []any{a.ValidFrom}
		for _, p := range Parameters {
			sets, values = append(sets, fmt.Sprintf("%s = $%d", p.Name, len(values)+3)), append(values, p.Value(a))
		}
		return update(ctx, tx, "agreements", e.ID, e.Version, strings.Join(sets, ", "), values...)
	}
	if e.ID != 0 {
		return update(ctx, tx, "arrangements", e.ID, e.Version, "valid_from = $3, terms = $4", a.ValidFrom, e.terms())
	}
	return saveArrangement(ctx, tx, Arrangement{UnitID: e.UnitID, GroupID: e.GroupID, ValidFrom: a.ValidFrom, Terms: e.terms()}, s.Clock.Now())
}

// keepChange writes the change into the history, with the values that differ.
func (s *Service) keepChange(ctx context.Context, tx *db.OrgTx, who access.Actor, e AgreementEdit, action string, x AgreementEffect) error {
	before, after := Terms{}, Terms{}
	for _, p := range x.Changed {
		before[p.Name], after[p.Name] = p.encode(x.Now), p.encode(x.Then)
	}
	_, err := tx.Exec(ctx, `INSERT INTO agreement_changes (at, person_id, unit_id, group_id, valid_from, action, before, after, reason)
		VALUES ($1, nullif($2::bigint, 0), nullif($3::bigint, 0), nullif($4::bigint, 0), $5, $6, $7, $8, $9)`,
		s.Clock.Now(), who.PersonID, e.UnitID, e.GroupID, x.From, action, before, after, strings.TrimSpace(e.Reason))
	if err != nil {
		return fmt.Errorf("keeping the change: %w", err)
	}
	return nil
}

// event is the change as the log keeps it.
func (x AgreementEffect) event(kind, reason string) audit.Event {
	detail := map[string]string{"valid_from": x.From.String(), "place": x.Name, "reason": reason}
	for _, p := range x.Changed {
		detail[p.Name] = p.Text(x.Then)
	}
	return audit.Event{Kind: kind, Detail: detail}
}
