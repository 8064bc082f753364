package audit

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samverka/internal/db"
)

// Proof is the outcome of following one organisation's chain from its first event to its head.
type Proof struct {
	Events int64  // links followed
	Head   []byte // digest of the newest event; publish it outside the database to bind its owner too
	Broken int64  // sequence number of the first broken link; 0: the chain holds
	Why    string // what is wrong there: "gap", "previous", "content", "text" or "head"
}

// Verify follows the chain of the organisation that tx is confined to and names the first broken link. A text that has
// been weeded breaks nothing; one that has been changed does.
func Verify(ctx context.Context, tx *db.OrgTx) (Proof, error) {
	var p Proof
	rows, _ := tx.Query(ctx, `
		SELECT e.seq, e.hash,
		       CASE WHEN e.seq <> coalesce(lag(e.seq) OVER w, 0) + 1 THEN 'gap'
		            WHEN e.prev_hash <> coalesce(lag(e.hash) OVER w, sha256(convert_to('samverka ' || e.org_id, 'UTF8'))) THEN 'previous'
		            WHEN e.hash <> event_hash(e.prev_hash, e) THEN 'content'
		            WHEN sha256(convert_to(t.detail::text, 'UTF8')) <> e.text_digest THEN 'text'
		            ELSE '' END AS why
		FROM   events e LEFT JOIN event_texts t ON t.org_id = e.org_id AND t.seq = e.seq
		WINDOW w AS (ORDER BY e.seq) ORDER BY e.seq`)
	var seq int64
	var hash []byte
	var why string
	_, err := pgx.ForEachRow(rows, []any{&seq, &hash, &why}, func() error {
		p.Events++
		p.Head = append(p.Head[:0], hash...)
		if why != "" && p.Broken == 0 {
			p.Broken, p.Why = seq, why
		}
		return nil
	})
	if err != nil {
		return p, fmt.Errorf("reading the chain: %w", err)
	}
	return p, p.compareHead(ctx, tx, seq)
}

// compareHead notes a chain whose last events were cut off.
func (p *Proof) compareHead(ctx context.Context, tx *db.OrgTx, last int64) error {
	var whole bool
	err := tx.QueryRow(ctx, `SELECT coalesce((SELECT h.seq = $1 AND h.hash = $2 FROM event_heads h), false)`, last, p.Head).Scan(&whole)
	if err != nil {
		return fmt.Errorf("reading the chain's head: %w", err)
	}
	if !whole && p.Broken == 0 {
		p.Broken, p.Why = last+1, "head"
	}
	return nil
}
