package proptest

import (
	"context"

	"pgregory.net/rapid"

	"samverka/internal/db"
	"samverka/internal/organisation"
)

// reorganise changes who speaks for whom, from today or tomorrow on: what has been treated was treated under what held then.
func (w *world) reorganise() {
	u, g := pick(w, unions, "union"), pick(w, groups, "group")
	until := w.today().Add(rapid.IntRange(0, 10).Draw(w.t, "days"))
	w.moved = true
	w.In(func(ctx context.Context, tx *db.OrgTx) error {
		switch rapid.IntRange(0, 4).Draw(w.t, "change") {
		case 0:
			w.say("the agreement of %s ends %s", u, until)
			return exec(ctx, tx, `UPDATE unions SET agreement_until = $2 WHERE id = $1 AND (agreement_until IS NULL OR agreement_until > $2)`, w.union[u], until)
		case 1:
			w.say("%s is in the agreement until further notice, if it still was", u)
			return exec(ctx, tx, `UPDATE unions SET agreement_until = NULL WHERE id = $1 AND agreement_until >= $2`, w.union[u], w.today())
		case 4:
			w.say("the agreement of %s begins again %s, if it had ended before", u, until)
			return exec(ctx, tx, `UPDATE unions SET agreement_from = $2, agreement_until = NULL WHERE id = $1 AND agreement_until < $2`, w.union[u], until)
		case 2:
			w.say("the mandates for %s in %s end %s", u, g, until)
			return exec(ctx, tx, `UPDATE mandates SET valid_until = $3 WHERE union_id = $1 AND group_id = $2 AND valid_from <= $3 AND (valid_until IS NULL OR valid_until > $3)`,
				w.union[u], w.group[g], until)
		}
		w.say("Sixten Ask speaks for %s in %s from tomorrow", u, g)
		return w.Setup.Mandates(ctx, tx, []organisation.MandateRow{{Person: "Sixten Ask", Role: "union_rep", Union: u, Group: g, From: w.today().Add(1)}})
	})
}

func exec(ctx context.Context, tx *db.OrgTx, sql string, args ...any) error {
	_, err := tx.Exec(ctx, sql, args...)
	return err
}
