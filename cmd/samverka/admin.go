package main

import (
	"context"
	"errors"
	"flag"
	"fmt"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/identity"
	"samverka/internal/organisation"
)

// admin create makes an organisation, if there is none of that name, and its first administrator, who chooses a password
// through the link that is printed.
func admin(ctx context.Context, c console, args []string) error {
	if len(args) == 0 || args[0] != "create" {
		fmt.Fprintln(c.err, "samverka admin create --organisation NAMN --email ADRESS --namn NAMN")
		return errUsage
	}
	var org, email, name string
	_, err := flags(c, "admin create", func(f *flag.FlagSet) {
		f.StringVar(&org, "organisation", "", "organisationens namn")
		f.StringVar(&email, "email", "", "administratörens e-postadress")
		f.StringVar(&name, "namn", "", "administratörens namn")
	}, args[1:])
	if err != nil {
		return err
	}
	if org == "" || email == "" || name == "" {
		fmt.Fprintln(c.err, "samverka admin create behöver --organisation, --email och --namn")
		return errUsage
	}
	in, err := open(ctx, c, use{share: true})
	if err != nil {
		return err
	}
	defer in.close()
	ids := &identity.Service{DB: in.db, Clock: in.clock, BaseURL: in.cfg.BaseURL.String()}
	link, err := createAdmin(ctx, in.db, in.clock, ids, org, name, email)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s är administratör för %s. Välj lösenord inom en timme:\n\n  %s\n\n", name, org, link)
	return nil
}

func createAdmin(ctx context.Context, d *db.DB, c clock.Clock, ids *identity.Service, org, name, email string) (link string, err error) {
	account, err := ids.EnsureAccount(ctx, email)
	if err != nil {
		return "", err
	}
	today := clock.Today(c)
	id, err := organisation.Named(ctx, d, org)
	var known *fail.Error
	if errors.As(err, &known) && known.Kind == fail.NotFound {
		id, err = organisation.CreateOrganisation(ctx, d, c, organisation.NewOrganisation{Name: org, Agreement: organisation.Unchosen(today)})
	}
	if err != nil {
		return "", err
	}
	set := organisation.Setup{Clock: c}
	err = d.InOrg(ctx, id, func(tx *db.OrgTx) error {
		if err := set.People(ctx, tx, []organisation.PersonRow{{Name: name, Email: email}}); err != nil {
			return err
		}
		return set.Mandates(ctx, tx, []organisation.MandateRow{{Person: name, Role: organisation.Admin, From: today}})
	})
	if err != nil {
		return "", err
	}
	return ids.ResetLink(ctx, account)
}
