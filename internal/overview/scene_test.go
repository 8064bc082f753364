package overview_test

import (
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/overview"
	"samverka/internal/testdb"
)

var now = clock.NewDate(2027, 3, 17).At(9, 0) // a Wednesday

// scene is Älvsunda kommun: Vård och omsorg with Hemtjänst Väst and Öst below it, and Utbildning beside it; FSG VO and
// LSG VO Väst; Amina leads Väst and owns what matter makes.
type scene struct {
	t                                   *testing.T
	db                                  *db.DB
	svc                                 overview.Service
	org                                 int64
	amina, birgitta, maria, jonas       int64
	vo, vast, ost, ut                   int64
	fsg, lsg                            int64
	kommunal                            int64
	numbers                             int
	hr, chef, fack, ombud, staff, admin access.Actor
}

func newScene(t *testing.T) *scene {
	t.Helper()
	d := testdb.New(t)
	s := &scene{t: t, db: db.New(d.App)}
	s.svc = overview.Service{DB: s.db, Clock: clock.NewTest(now)}
	s.org = s.organisation(d, "Älvsunda kommun")
	s.amina, s.birgitta = s.person("Amina Larsson"), s.person("Birgitta Ek")
	s.maria, s.jonas = s.person("Maria Sjöberg"), s.person("Jonas Berg")
	s.vo = s.unit("Vård och omsorg", 0, s.birgitta)
	s.vast, s.ost, s.ut = s.unit("Hemtjänst Väst", s.vo, s.amina), s.unit("Hemtjänst Öst", s.vo, 0), s.unit("Utbildning", 0, 0)
	s.fsg, s.lsg = s.group("FSG VO", s.birgitta, s.vo), s.group("LSG VO Väst", s.amina, s.vast)
	s.kommunal = s.in(`INSERT INTO unions (name, agreement_from) VALUES ('Kommunal', '2027-01-01') RETURNING id`)
	s.in(`INSERT INTO agreements (valid_from, effective_at, created_at) VALUES ('2026-01-01', 'meeting_end', $1) RETURNING id`, now)
	for _, g := range []int64{s.fsg, s.lsg} {
		s.mandate(s.maria, "union_rep", s.kommunal, g, 0, "")
	}
	s.mandate(s.jonas, "safety_rep", 0, s.lsg, s.vast, "")
	actor := func(person int64, role access.Role, ms ...access.Mandate) access.Actor {
		return access.Actor{OrgID: s.org, PersonID: person, Role: role, Roles: []access.Role{role, access.Employee}, Mandates: ms}
	}
	s.hr = actor(s.person("Hanna Ros"), access.HR)
	s.admin = actor(s.person("Adam Min"), access.Admin)
	s.chef = actor(s.amina, access.Manager)
	s.chef.Units, s.chef.Chairs = []int64{s.vast}, []int64{s.lsg}
	s.fack = actor(s.maria, access.UnionRep, access.Mandate{Role: "union_rep", UnionID: s.kommunal, GroupID: s.fsg},
		access.Mandate{Role: "union_rep", UnionID: s.kommunal, GroupID: s.lsg})
	s.ombud = actor(s.jonas, access.SafetyRep, access.Mandate{Role: "safety_rep", GroupID: s.lsg, UnitID: s.vast})
	s.staff = actor(s.person("Tove Lind"), access.Employee, access.Mandate{Role: "employee", UnitID: s.vast})
	return s
}

func (s *scene) organisation(d testdb.DB, name string) (id int64) {
	s.t.Helper()
	if err := d.Super.QueryRow(s.t.Context(), `INSERT INTO organisations (name, created_at) VALUES ($1, $2) RETURNING id`, name, now).Scan(&id); err != nil {
		s.t.Fatal(err)
	}
	return id
}

// in runs a statement in the organisation that gives one number.
func (s *scene) in(sql string, args ...any) (id int64) {
	s.t.Helper()
	err := s.db.InOrg(s.t.Context(), s.org, func(tx *db.OrgTx) error { return tx.QueryRow(s.t.Context(), sql, args...).Scan(&id) })
	if err != nil {
		s.t.Fatalf("%s: %v", sql, err)
	}
	return id
}

func (s *scene) exec(sql string, args ...any) {
	s.t.Helper()
	err := s.db.InOrg(s.t.Context(), s.org, func(tx *db.OrgTx) error {
		_, err := tx.Exec(s.t.Context(), sql, args...)
		return err
	})
	if err != nil {
		s.t.Fatalf("%s: %v", sql, err)
	}
}

func (s *scene) person(name string) int64 {
	return s.in(`INSERT INTO people (name, sort_name) VALUES ($1, $1) RETURNING id`, name)
}

func (s *scene) unit(name string, parent, manager int64) int64 {
	id := s.in(`INSERT INTO units (name, parent_id, manager_id) VALUES ($1, nullif($2, 0), nullif($3, 0)) RETURNING id`, name, parent, manager)
	s.exec(`UPDATE units u SET ancestors = coalesce((SELECT p.ancestors FROM units p WHERE p.id = u.parent_id), '{}') || u.id WHERE id = $1`, id)
	return id
}

func (s *scene) group(name string, chair int64, units ...int64) int64 {
	id := s.in(`INSERT INTO groups (name, level, chair_id) VALUES ($1, 'LSG', nullif($2, 0)) RETURNING id`, name, chair)
	for _, u := range units {
		s.exec(`INSERT INTO group_units (group_id, unit_id) VALUES ($1, $2)`, id, u)
	}
	return id
}

func (s *scene) mandate(person int64, role string, union, group, unit int64, until string) int64 {
	return s.in(`INSERT INTO mandates (person_id, role, union_id, group_id, unit_id, valid_from, valid_until)
		VALUES ($1, $2, nullif($3::bigint, 0), nullif($4::bigint, 0), nullif($5::bigint, 0), '2026-01-01', nullif($6, '')::date) RETURNING id`, person, role, union, group, unit, until)
}

// matter makes an open matter of Amina's, planned to be decided on the day given, with a plan for the group.
func (s *scene) matter(title string, planned clock.Date, group int64, units ...int64) int64 {
	s.numbers++
	id := s.in(`INSERT INTO matters (number, title, category, purpose, planned_decision, decider, owner_id, created_at, plan_confirmed_at, work_environment)
		VALUES ('SAM 2027/' || $1::int, $2, 'working_time', 'Ett syfte', $3, 'manager', $4, $5, $5, false) RETURNING id`, s.numbers, title, planned, s.amina, now)
	for _, u := range units {
		s.exec(`INSERT INTO matter_units (matter_id, unit_id) VALUES ($1, $2)`, id, u)
	}
	s.exec(`INSERT INTO proposals (matter_id, no, body, created_by, created_at) VALUES ($1, 1, 'Ett förslag', $2, $3)`, id, s.amina, now)
	s.exec(`INSERT INTO tracks (matter_id, kind, group_id, mandatory, origin, created_at) VALUES ($1, 'group', $2, true, 'plan', $3)`, id, group, now)
	return id
}

func (s *scene) meeting(group int64, at time.Time) int64 {
	return s.in(`INSERT INTO meetings (group_id, starts_at, ends_at, created_by, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
		group, at, at.Add(time.Hour), s.amina, now)
}

// item sets the matter up on the meeting, before decision.
func (s *scene) item(meeting, matter int64) int64 {
	return s.in(`INSERT INTO agenda_items (meeting_id, position, title, class, matter_id, track_id)
		SELECT $1, 1, 'Punkten', 'before_decision', $2, t.id FROM tracks t WHERE t.matter_id = $2 RETURNING id`, meeting, matter)
}

// sent sends notice or papers of the meeting at the time given.
func (s *scene) sent(meeting int64, kind string, at time.Time) {
	d := s.in(`INSERT INTO dispatches (meeting_id, kind, sent_at, sent_by) VALUES ($1, $2, $3, $4) RETURNING id`, meeting, kind, at, s.amina)
	s.exec(`INSERT INTO dispatch_recipients (dispatch_id, person_id, union_id) VALUES ($1, $2, $3)`, d, s.maria, s.kommunal)
	if kind == "papers" {
		s.exec(`INSERT INTO dispatch_papers (dispatch_id, item_id, matter_id, proposal_no) SELECT $1, id, matter_id, 1 FROM agenda_items WHERE meeting_id = $2`, d, meeting)
	}
}

type task struct {
	person       int64
	role         access.Role
	kind         string
	due          clock.Date
	matter, meet int64
}

func (s *scene) task(x task) int64 {
	return s.in(`INSERT INTO tasks (person_id, role, kind, matter_id, meeting_id, due_on, created_at)
		VALUES ($1, $2, $3, nullif($4::bigint, 0), nullif($5::bigint, 0), $6, $7) RETURNING id`, x.person, string(x.role), x.kind, x.matter, x.meet, x.due, now)
}
