package main

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"

	"samverka/internal/audit"
	"samverka/internal/db"
)

// errBroken says that some chain does not hold; which has been written.
var errBroken = errors.New("händelseloggen är bruten")

// brokenWhy says what is wrong at a link.
var brokenWhy = map[string]string{
	"gap":      "en händelse före den saknas",
	"previous": "den fortsätter inte från händelsen före",
	"content":  "den har ändrats",
	"text":     "dess text har ändrats",
	"head":     "de sista händelserna saknas",
}

// verify follows every organisation's chain and names the first broken link of each. The digest of the newest event is what
// to publish outside the database.
func verify(ctx context.Context, c console, args []string) error {
	if err := noArgs(c, "verify", args); err != nil {
		return err
	}
	in, err := open(ctx, c, use{share: true})
	if err != nil {
		return err
	}
	defer in.close()
	orgs, err := organisations(ctx, in.db)
	if err != nil {
		return err
	}
	broken := false
	for _, o := range orgs {
		var p audit.Proof
		err := in.db.InOrg(ctx, o.ID, func(tx *db.OrgTx) (err error) {
			p, err = audit.Verify(ctx, tx)
			return err
		})
		switch {
		case err != nil:
			return err
		case p.Broken != 0:
			broken = true
			fmt.Fprintf(c.out, "BRUTEN  %s: händelse %d, %s\n", o.Name, p.Broken, brokenWhy[p.Why])
		default:
			fmt.Fprintf(c.out, "hel     %s: %d händelser, %s\n", o.Name, p.Events, hex.EncodeToString(p.Head))
		}
	}
	if broken {
		return errBroken
	}
	return nil
}

type organisationName struct {
	ID   int64
	Name string
}

func organisations(ctx context.Context, d *db.DB) ([]organisationName, error) {
	var all []organisationName
	var b db.Batch
	db.Many(&b, &all, `SELECT id, name FROM organisations ORDER BY id`)
	return all, d.ReadOrg(ctx, 0, &b)
}
