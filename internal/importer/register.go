package importer

import (
	"strings"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// The register is what the organisation holds, row by row, with ids for references. A row that an import adds has a
// negative id until it is written.

type unitRec struct {
	ID        int64
	Code      string
	Name      string
	Parent    int64
	Manager   int64
	Headcount int
	Closed    bool
}

type personRec struct {
	ID       int64
	Code     string
	Name     string
	SortName string
	Email    string
	Unit     int64
	Closed   bool
}

type unionRec struct {
	ID         int64
	Name       string
	From       clock.Date
	Until      clock.Date
	Collective bool
	Closed     bool
}

type groupRec struct {
	ID     int64
	Name   string
	Level  string
	Parent int64
	Chair  int64
	Safety bool
	Units  []int64 // in order
	Closed bool
}

type mandateRec struct {
	ID     int64
	Person int64
	Role   string
	Union  int64
	Group  int64
	Unit   int64
	From   clock.Date
	Until  clock.Date
}

// holdsOrWill reports whether the mandate has not ended on day.
func (m mandateRec) holdsOrWill(day clock.Date) bool { return m.Until.IsZero() || !m.Until.Before(day) }

type register struct {
	units    []unitRec
	people   []personRec
	unions   []unionRec
	groups   []groupRec
	mandates []mandateRec
}

// queue queues the reads that fill the register, as it is on day.
func (r *register) queue(b *db.Batch, day clock.Date) {
	db.Many(b, &r.units, `SELECT id, coalesce(code, '') AS code, name, coalesce(parent_id, 0) AS parent, coalesce(manager_id, 0) AS manager,
		coalesce(headcount, 0) AS headcount, coalesce(closed_on <= $1, false) AS closed FROM units ORDER BY id`, day)
	db.Many(b, &r.people, `SELECT id, coalesce(code, '') AS code, name, sort_name, coalesce(email, '') AS email, coalesce(unit_id, 0) AS unit,
		coalesce(closed_on <= $1, false) AS closed FROM people ORDER BY id`, day)
	db.Many(b, &r.unions, `SELECT id, name, agreement_from AS from, agreement_until AS until, collective_agreement AS collective,
		coalesce(closed_on <= $1, false) AS closed FROM unions ORDER BY id`, day)
	db.Many(b, &r.groups, `SELECT g.id, g.name, g.level, coalesce(g.parent_id, 0) AS parent, coalesce(g.chair_id, 0) AS chair, g.safety_committee AS safety,
		coalesce((SELECT array_agg(u.unit_id ORDER BY u.unit_id) FROM group_units u WHERE u.group_id = g.id), '{}') AS units,
		coalesce(g.closed_on <= $1, false) AS closed FROM groups g ORDER BY g.id`, day)
	db.Many(b, &r.mandates, `SELECT id, person_id AS person, role, coalesce(union_id, 0) AS union, coalesce(group_id, 0) AS group,
		coalesce(unit_id, 0) AS unit, valid_from AS from, valid_until AS until FROM mandates ORDER BY valid_from, id`)
}

// fold is a name as it is compared: without regard to case.
func fold(s string) string { return strings.ToLower(s) }

// index finds rows by a text that may be several rows'.
type index map[string][]int64

func (x index) add(text string, id int64) {
	if text != "" {
		x[fold(text)] = append(x[fold(text)], id)
	}
}
