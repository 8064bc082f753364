package organisation

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/privacy"
)

// Forms name people, units and groups in writing: a list of 45 000 does not fit a page. A resolver finds who is meant, or
// notes on the field what to do.
type resolver struct {
	tx    *db.OrgTx
	today clock.Date
	form  *fail.Form
}

// person finds an open person by e-mail address, the HR system's key, or name.
func (r resolver) person(ctx context.Context, field, text string) (int64, error) {
	return r.find(ctx, field, text, "organisation.error.person_unknown", "organisation.error.person_several", `
		SELECT id FROM people WHERE (email = lower($1) OR code = $1 OR lower(name) = lower($1)) AND (closed_on IS NULL OR closed_on > $2)
		ORDER BY (email = lower($1)) DESC NULLS LAST, (code = $1) DESC NULLS LAST LIMIT 2`, `
		SELECT count(*) > 0 FROM people WHERE (email = lower($1) OR code = $1) AND (closed_on IS NULL OR closed_on > $2)`)
}

// unit finds an open unit by the HR system's key or name.
func (r resolver) unit(ctx context.Context, field, text string) (int64, error) {
	return r.find(ctx, field, text, "organisation.error.unit_unknown", "organisation.error.unit_several", `
		SELECT id FROM units WHERE (code = $1 OR lower(name) = lower($1)) AND (closed_on IS NULL OR closed_on > $2)
		ORDER BY (code = $1) DESC NULLS LAST LIMIT 2`, `
		SELECT count(*) > 0 FROM units WHERE code = $1 AND (closed_on IS NULL OR closed_on > $2)`)
}

// group finds an open group by name.
func (r resolver) group(ctx context.Context, field, text string) (int64, error) {
	return r.find(ctx, field, text, "organisation.error.group_unknown", "organisation.error.group_unknown",
		`SELECT id FROM groups WHERE lower(name) = lower($1) AND (closed_on IS NULL OR closed_on > $2) LIMIT 1`, `SELECT true WHERE $1::text <> '' AND $2::date IS NOT NULL`)
}

// union finds an open union by name.
func (r resolver) union(ctx context.Context, field, text string) (int64, error) {
	return r.find(ctx, field, text, "organisation.error.union_unknown", "organisation.error.union_unknown",
		`SELECT id FROM unions WHERE lower(name) = lower($1) AND (closed_on IS NULL OR closed_on > $2) LIMIT 1`, `SELECT true WHERE $1::text <> '' AND $2::date IS NOT NULL`)
}

// find runs search, whose best hit comes first; exact tells whether that hit is by a key that only one has.
func (r resolver) find(ctx context.Context, field, text, unknown, several, search, exact string) (int64, error) {
	text = CleanName(text)
	if text == "" {
		return 0, nil
	}
	rows, err := r.tx.Query(ctx, search, text, r.today)
	if err != nil {
		return 0, err
	}
	ids, err := pgx.CollectRows(rows, pgx.RowTo[int64])
	if err != nil {
		return 0, err
	}
	switch {
	case len(ids) == 0:
		r.form.Add(field, unknown, "Text", text)
		return 0, nil
	case len(ids) == 1:
		return ids[0], nil
	}
	var sure bool
	if err := r.tx.QueryRow(ctx, exact, text, r.today).Scan(&sure); err != nil {
		return 0, err
	}
	if !sure {
		r.form.Add(field, several, "Text", text)
	}
	return ids[0], nil
}

// name checks a name that is to be stored and returns it clean.
func checkName(f *fail.Form, field, name string) string {
	name = CleanName(name)
	switch {
	case name == "":
		f.Add(field, "organisation.error.name_needed")
	case len([]rune(name)) > maxName:
		f.Add(field, "organisation.error.name_long", "Max", maxName)
	case privacy.HasPersonnummer(name):
		f.Add(field, "organisation.error.personal_number")
	}
	return name
}

// checkEmail returns the address in lower case; a bad one is noted.
func checkEmail(f *fail.Form, field, email string) string {
	email = strings.ToLower(strings.TrimSpace(email))
	if email != "" && !IsEmail(email) {
		f.Add(field, "organisation.error.email")
	}
	return email
}

// IsEmail reports whether the text has the form of an address that mail can be sent to.
func IsEmail(s string) bool {
	local, domain, ok := strings.Cut(s, "@")
	return ok && local != "" && len(s) <= 254 && strings.Contains(domain, ".") && !strings.ContainsAny(s, " \t\r\n,;<>()\"\\") &&
		!strings.Contains(domain, "@") && !strings.HasPrefix(domain, ".") && !strings.HasSuffix(domain, ".")
}
