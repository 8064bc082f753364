package overview_test

import (
	"context"
	"testing"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/overview"
	stage "samverka/internal/scene"
)

// Employees read what was decided about their own workplace and how views were used, unless it is secret.
func TestOutcomesAreTheWorkplacesOwn(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	begins := clock.NewDate(2027, 1, 4)
	s := stage.Municipality(t, begins.At(8, 0))
	outcomes := &overview.Service{DB: s.DB, Clock: s.Clock}
	id := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", begins.Add(60), "LSG VO Väst")
	past := func(sql string, args ...any) {
		t.Helper()
		tx, err := s.Test.Super.Begin(ctx)
		if err != nil {
			t.Fatal(err)
		}
		defer tx.Rollback(ctx)
		if _, err = tx.Exec(ctx, `SET LOCAL session_replication_role = replica`); err == nil {
			_, err = tx.Exec(ctx, sql, args...)
		}
		if err == nil {
			err = tx.Commit(ctx)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	past(`INSERT INTO decisions (org_id, matter_id, proposal_id, decided_on, views, recorded_by, recorded_at)
		SELECT p.org_id, $1, p.id, '2027-02-01', 'Rasten blev längre.', p.created_by, '2027-02-01 09:00Z' FROM proposals p WHERE p.matter_id = $1`, id)
	see := func() []overview.Outcome {
		t.Helper()
		rows, err := outcomes.Outcomes(ctx, s.As("Tove Lind", access.Employee))
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	if got := see(); len(got) != 1 || got[0].Views != "Rasten blev längre." || got[0].Title != "Nytt schema" {
		t.Fatalf("got %+v", got)
	}
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `UPDATE matters SET secrecy = 'OSL 39 kap. 1 §' WHERE id = $1`, id)
		return err
	})
	if got := see(); len(got) != 0 {
		t.Errorf("a secret matter: got %+v", got)
	}
	past(`UPDATE matters SET secrecy = '' WHERE id = $1`, id)
	past(`UPDATE decisions SET by_board = true, deviation = $2, deviation_text = 'Åtta veckor' WHERE matter_id = $1`, id, matter.MaterialDeviation)
	if got := see(); len(got) != 0 {
		t.Errorf("a decision that may not be carried out: got %+v", got)
	}
	if _, err := outcomes.Outcomes(ctx, s.As("Maria Sjöberg", access.UnionRep)); fail.KindOf(err) != fail.Forbidden {
		t.Errorf("a representative: got %v, want Forbidden", err)
	}
}
