package organisation

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// People adds people by name, or changes their unit, code and address. A name is one person.
func (s Setup) People(ctx context.Context, tx *db.OrgTx, rows []PersonRow) error {
	if len(rows) == 0 {
		return nil
	}
	wanted := make([]string, len(rows))
	for i, r := range rows {
		wanted[i] = CleanName(r.Name)
	}
	known, err := personIDs(ctx, tx, wanted)
	if err != nil {
		return err
	}
	units, err := unitIDs(ctx, tx)
	if err != nil {
		return err
	}
	taken, err := addresses(ctx, tx)
	if err != nil {
		return err
	}
	for i, r := range rows {
		var unit int64
		if r.Unit != "" {
			if unit = units[CleanName(r.Unit)]; unit == 0 {
				return fmt.Errorf("person %q: no unit is called %q", r.Name, r.Unit)
			}
		}
		name := wanted[i]
		if known[name] == 0 && r.Email == "" {
			r.Email = s.address(name, taken)
		}
		taken[r.Email] = true
		if known[name], err = upsertPerson(ctx, tx, known[name], name, unit, r); err != nil {
			return fmt.Errorf("person %q: %w", r.Name, err)
		}
	}
	return nil
}

func upsertPerson(ctx context.Context, tx *db.OrgTx, id int64, name string, unit int64, r PersonRow) (int64, error) {
	if id == 0 {
		err := tx.QueryRow(ctx, `INSERT INTO people (name, sort_name, email, code, unit_id)
			VALUES ($1, $2, lower($3), nullif($4, ''), nullif($5, 0)) RETURNING id`, name, SortName(name), r.Email, r.Code, unit).Scan(&id)
		return id, err
	}
	if r.Email == "" && r.Code == "" && unit == 0 {
		return id, nil
	}
	_, err := tx.Exec(ctx, `UPDATE people SET email = coalesce(nullif(lower($2), ''), email), code = coalesce(nullif($3, ''), code),
		unit_id = coalesce(nullif($4, 0), unit_id) WHERE id = $1`, id, r.Email, r.Code, unit)
	return id, err
}

// address is one made from the name that nobody has yet.
func (s Setup) address(name string, taken map[string]bool) string {
	domain := s.MailDomain
	if domain == "" {
		domain = "example.se"
	}
	email := MailName(name) + "@" + domain
	for n := 2; taken[email]; n++ {
		email = MailName(name) + strconv.Itoa(n) + "@" + domain
	}
	return email
}

// Mandates adds mandates or changes their dates.
func (s Setup) Mandates(ctx context.Context, tx *db.OrgTx, rows []MandateRow) error {
	var people []PersonRow
	for _, r := range rows {
		people = append(people, PersonRow{Name: r.Person})
	}
	if err := s.People(ctx, tx, people); err != nil {
		return err
	}
	known, err := readNames(ctx, tx)
	if err != nil {
		return err
	}
	first, err := s.firstDay(ctx, tx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.From.IsZero() {
			r.From = first
		}
		if err := upsertMandate(ctx, tx, r, known); err != nil {
			return fmt.Errorf("mandate %s of %q: %w", r.Role, r.Person, err)
		}
	}
	return nil
}

func upsertMandate(ctx context.Context, tx *db.OrgTx, r MandateRow, known names) error {
	if !slices.Contains(MandateRoles, r.Role) {
		return fmt.Errorf("no such role")
	}
	ids := [3]int64{}
	for i, x := range []struct {
		name string
		ids  map[string]int64
		what string
	}{{r.Union, known.unions, "union"}, {r.Group, known.groups, "group"}, {r.Unit, known.units, "unit"}} {
		if x.name == "" {
			continue
		}
		if ids[i] = x.ids[CleanName(x.name)]; ids[i] == 0 {
			return fmt.Errorf("no %s is called %q", x.what, x.name)
		}
	}
	person := known.people[CleanName(r.Person)]
	tag, err := tx.Exec(ctx, `UPDATE mandates SET valid_from = $6, valid_until = $7
		WHERE person_id = $1 AND role = $2 AND coalesce(union_id, 0) = $3 AND coalesce(group_id, 0) = $4 AND coalesce(unit_id, 0) = $5`,
		person, r.Role, ids[0], ids[1], ids[2], r.From, r.Until)
	if err != nil || tag.RowsAffected() > 0 {
		return err
	}
	_, err = tx.Exec(ctx, `INSERT INTO mandates (person_id, role, union_id, group_id, unit_id, valid_from, valid_until)
		VALUES ($1, $2, nullif($3, 0), nullif($4, 0), nullif($5, 0), $6, $7)`, person, r.Role, ids[0], ids[1], ids[2], r.From, r.Until)
	return err
}

func (s Setup) firstDay(ctx context.Context, tx *db.OrgTx) (d clock.Date, err error) {
	err = tx.QueryRow(ctx, `SELECT min(valid_from) FROM agreements`).Scan(&d)
	if d.IsZero() {
		d = clock.Today(s.Clock)
	}
	return d, err
}

// names are the ids of all that is open, by name.
type names struct{ people, units, unions, groups map[string]int64 }

func readNames(ctx context.Context, tx *db.OrgTx) (n names, err error) {
	if n.people, err = personIDs(ctx, tx, nil); err != nil {
		return n, err
	}
	if n.units, err = unitIDs(ctx, tx); err != nil {
		return n, err
	}
	if n.unions, err = idsByName(ctx, tx, `SELECT name, id FROM unions WHERE closed_on IS NULL`); err != nil {
		return n, err
	}
	n.groups, err = idsByName(ctx, tx, `SELECT name, id FROM groups WHERE closed_on IS NULL`)
	return n, err
}

// personIDs are open people's ids by name, those named or, with nil, all. Of namesakes the first one counts.
func personIDs(ctx context.Context, tx *db.OrgTx, named []string) (map[string]int64, error) {
	if named == nil {
		return idsByName(ctx, tx, `SELECT name, id FROM people WHERE closed_on IS NULL ORDER BY id DESC`)
	}
	return idsByName(ctx, tx, `SELECT name, id FROM people WHERE closed_on IS NULL AND name = ANY($1) ORDER BY id DESC`, named)
}

func unitIDs(ctx context.Context, tx *db.OrgTx) (map[string]int64, error) {
	return idsByName(ctx, tx, `SELECT name, id FROM units WHERE closed_on IS NULL ORDER BY id DESC`)
}

func idsByName(ctx context.Context, tx *db.OrgTx, sql string, args ...any) (map[string]int64, error) {
	ids := map[string]int64{}
	rows, err := tx.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	var name string
	var id int64
	_, err = pgx.ForEachRow(rows, []any{&name, &id}, func() error { ids[name] = id; return nil })
	return ids, err
}

func addresses(ctx context.Context, tx *db.OrgTx) (map[string]bool, error) {
	taken := map[string]bool{}
	rows, err := tx.Query(ctx, `SELECT email FROM people WHERE email IS NOT NULL`)
	if err != nil {
		return nil, err
	}
	var email string
	_, err = pgx.ForEachRow(rows, []any{&email}, func() error { taken[email] = true; return nil })
	return taken, err
}
