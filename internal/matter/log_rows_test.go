package matter_test

import (
	"context"
	"errors"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/scene"
)

// TestTheNegotiationLogIsAppendOnly: the application's role adds to a negotiation's log, and changes or deletes nothing in it
// (handbook L10). What was wrong is corrected by an entry of its own.
func TestTheNegotiationLogIsAppendOnly(t *testing.T) {
	t.Parallel()
	s := scene.Municipality(t, clock.NewDate(2027, 3, 1).At(9, 0))
	ctx := context.Background()
	id := s.Start("Amina Larsson", "Nytt schema", "Hemtjänst Väst", clock.NewDate(2027, 4, 30), "LSG VO Väst")
	if err := s.Matter.RequestMBL(ctx, s.Facklig("Per Holm"), id, s.ID("unions", "Vision")); err != nil {
		t.Fatal(err)
	}
	log := func(f matter.EntryForm) {
		t.Helper()
		f.Kind, f.HappenedOn = matter.EntryNote, clock.NewDate(2027, 3, 1)
		if _, err := s.Matter.LogEntry(ctx, s.Chef("Amina Larsson"), id, matter.TrackRef(s.Record(id).Tracks[1]), f); err != nil {
			t.Fatal(err)
		}
	}
	log(matter.EntryForm{Body: "Vi talades vid."})
	for _, statement := range []string{`UPDATE negotiation_entries SET body = 'Ingenting'`, `DELETE FROM negotiation_entries`, `TRUNCATE negotiation_entries CASCADE`} {
		err := s.DB.InOrg(ctx, s.Org, func(tx *db.OrgTx) error {
			_, err := tx.Exec(ctx, statement)
			return err
		})
		var pg *pgconn.PgError
		if !errors.As(err, &pg) || pg.Code != "42501" {
			t.Errorf("%s: %v, want it refused", statement, err)
		}
	}
	var first int64
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		return tx.QueryRow(ctx, `SELECT min(id) FROM negotiation_entries`).Scan(&first)
	})
	log(matter.EntryForm{Body: "Vi talades vid per telefon.", CorrectsID: first})
	var bodies []string
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		return tx.QueryRow(ctx, `SELECT array_agg(body ORDER BY id) FROM negotiation_entries`).Scan(&bodies)
	})
	if len(bodies) != 2 || bodies[0] != "Vi talades vid." {
		t.Errorf("the log says %q", bodies)
	}
}
