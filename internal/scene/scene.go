// Package scene sets the stage for tests and benchmarks: a small organisation on a database of its own, with people who
// act through the real operations at a time that the test sets.
package scene

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/announce"
	"samverka/internal/apt"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/organisation"
	"samverka/internal/testdb"
)

// Scene is an organisation on stage.
type Scene struct {
	T       testing.TB
	Test    testdb.DB
	DB      *db.DB
	Clock   *clock.Test
	Org     int64
	Setup   organisation.Setup
	Matter  *matter.Service
	Meeting *meeting.Service
	APT     *apt.Service
	Told    *Told
}

// Told collects what was announced.
type Told struct {
	mu   sync.Mutex
	list []announce.Announcement
}

// Announce implements announce.Sender.
func (t *Told) Announce(_ context.Context, _ *db.OrgTx, a ...announce.Announcement) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.list = append(t.list, a...)
	return nil
}

// All is what was announced, in order.
func (t *Told) All() []announce.Announcement {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.list)
}

// Kinds lists what was announced, in order.
func (t *Told) Kinds() []announce.Kind {
	t.mu.Lock()
	defer t.mu.Unlock()
	var ks []announce.Kind
	for _, a := range t.list {
		ks = append(ks, a.Kind)
	}
	return ks
}

// New opens an empty organisation at now with the handbook's agreement from the first of January that year.
func New(t testing.TB, now time.Time) *Scene {
	t.Helper()
	tdb := testdb.New(t)
	s := &Scene{T: t, Test: tdb, DB: db.New(tdb.App), Clock: clock.NewTest(now), Told: &Told{}}
	s.Setup = organisation.Setup{Clock: s.Clock, MailDomain: "alvsunda.example"}
	s.Matter = &matter.Service{DB: s.DB, Clock: s.Clock, Announce: s.Told}
	s.Meeting = &meeting.Service{DB: s.DB, Clock: s.Clock, Announce: s.Told}
	s.APT = &apt.Service{DB: s.DB, Clock: s.Clock, Announce: s.Told}
	var err error
	s.Org, err = organisation.CreateOrganisation(context.Background(), s.DB, s.Clock, organisation.NewOrganisation{Name: "Älvsunda kommun",
		Agreement: organisation.Default(clock.NewDate(now.Year(), 1, 1))})
	s.ok(err)
	return s
}

// Municipality opens Hemtjänst Väst under Vård och omsorg with an LSG and an FSG, three unions, a safety representative,
// HR, förhandlingschef and registrator.
func Municipality(t testing.TB, now time.Time) *Scene {
	t.Helper()
	s := New(t, now)
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		s.ok(s.Setup.Unions(ctx, tx, []organisation.UnionRow{{Name: "Kommunal"}, {Name: "Vision"}, {Name: "Vårdförbundet"}}))
		s.ok(s.Setup.Units(ctx, tx, []organisation.UnitRow{{Name: "Vård och omsorg", Manager: "Birgitta Ek"},
			{Name: "Hemtjänst Väst", Parent: "Vård och omsorg", Manager: "Amina Larsson"}}))
		s.ok(s.Setup.Groups(ctx, tx, []organisation.GroupRow{{Name: "FSG VO", Level: "FSG", Units: []string{"Vård och omsorg"}, Chair: "Birgitta Ek"},
			{Name: "LSG VO Väst", Level: "LSG", Units: []string{"Hemtjänst Väst"}, Chair: "Amina Larsson", Parent: "FSG VO"}}))
		var ms []organisation.MandateRow
		for _, g := range []string{"LSG VO Väst", "FSG VO"} {
			ms = append(ms, organisation.MandateRow{Person: "Maria Sjöberg", Role: "union_rep", Union: "Kommunal", Group: g},
				organisation.MandateRow{Person: "Per Holm", Role: "union_rep", Union: "Vision", Group: g},
				organisation.MandateRow{Person: "Lina Åkerlund", Role: "union_rep", Union: "Vårdförbundet", Group: g})
		}
		return s.Setup.Mandates(ctx, tx, append(ms,
			organisation.MandateRow{Person: "Jonas Berg", Role: "safety_rep", Group: "LSG VO Väst", Unit: "Hemtjänst Väst"},
			organisation.MandateRow{Person: "Hanna Ros", Role: "hr"}, organisation.MandateRow{Person: "Nils Öberg", Role: "negotiator"},
			organisation.MandateRow{Person: "Rut Alm", Role: "registrar"}, organisation.MandateRow{Person: "Tove Lind", Role: "employee", Unit: "Hemtjänst Väst"}))
	})
	return s
}

func (s *Scene) ok(err error) {
	s.T.Helper()
	if err != nil {
		s.T.Fatal(err)
	}
}

// In runs f in a transaction of the organisation.
func (s *Scene) In(f func(context.Context, *db.OrgTx) error) {
	s.T.Helper()
	ctx := context.Background()
	s.ok(s.DB.InOrg(ctx, s.Org, func(tx *db.OrgTx) error { return f(ctx, tx) }))
}

// At moves the clock.
func (s *Scene) At(y int, m time.Month, d, hour, min int) {
	s.Clock.Set(clock.NewDate(y, m, d).At(hour, min))
}

// ID finds a row's id by its name, or title, in the table.
func (s *Scene) ID(table, name string) (id int64) {
	s.T.Helper()
	column := map[bool]string{true: "title", false: "name"}[table == "matters"]
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		return tx.QueryRow(ctx, "SELECT id FROM "+pgx.Identifier{table}.Sanitize()+" WHERE "+column+" = $1", name).Scan(&id)
	})
	return id
}

var mandateRoles = map[access.Role][]string{
	access.Manager: {"secretary", "employer_rep"}, access.UnionRep: {"union_rep", "union_substitute"},
	access.SafetyRep: {"safety_rep", "chief_safety_rep"}, access.HR: {"hr"}, access.Negotiator: {"negotiator"},
	access.Registrar: {"registrar"}, access.Employee: {"employee"}, access.Admin: {"admin"},
}

// As is the person, acting in the role with the mandates that hold today.
func (s *Scene) As(name string, role access.Role) access.Actor {
	s.T.Helper()
	who := access.Actor{OrgID: s.Org, Name: name, Role: role, Roles: []access.Role{role}}
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		var b db.Batch
		var ids []int64
		db.Scalars(&b, &ids, `SELECT id FROM people WHERE name = $1`, name)
		db.Many(&b, &who.Mandates, `
			SELECT m.role, coalesce(m.union_id, 0) AS union_id, coalesce(m.group_id, 0) AS group_id, coalesce(m.unit_id, 0) AS unit_id,
			       coalesce(un.name, '') AS union_name, coalesce(g.name, '') AS group_name, coalesce(u.name, '') AS unit_name
			FROM   mandates m JOIN people p ON p.id = m.person_id LEFT JOIN unions un ON un.id = m.union_id LEFT JOIN groups g ON g.id = m.group_id
			LEFT   JOIN units u ON u.id = m.unit_id
			WHERE  p.name = $1 AND m.role = ANY ($2) AND m.valid_from <= $3 AND (m.valid_until IS NULL OR m.valid_until >= $3)`,
			name, mandateRoles[role], clock.Today(s.Clock))
		if role == access.Manager {
			db.Scalars(&b, &who.Units, `SELECT u.id FROM units u JOIN people p ON p.id = u.manager_id WHERE p.name = $1`, name)
			db.Scalars(&b, &who.Chairs, `SELECT g.id FROM groups g JOIN people p ON p.id = g.chair_id WHERE p.name = $1`, name)
		}
		if err := tx.Send(ctx, &b); err != nil {
			return err
		}
		who.PersonID = ids[0]
		return nil
	})
	return who
}

// Chef is As in the manager's role; Facklig in the union representative's.
func (s *Scene) Chef(name string) access.Actor { return s.As(name, access.Manager) }

// Facklig is As in the union representative's role.
func (s *Scene) Facklig(name string) access.Actor { return s.As(name, access.UnionRep) }

// Record reads the matter as the rules see it.
func (s *Scene) Record(id int64) (r matter.Record) {
	s.T.Helper()
	s.In(func(ctx context.Context, tx *db.OrgTx) (err error) {
		r, err = matter.Load(ctx, tx, id, clock.Today(s.Clock))
		return err
	})
	return r
}

// State is the matter's state now.
func (s *Scene) State(id int64) matter.State { return s.Record(id).State(s.Clock.Now()) }

// Track is the state now of the matter's track with the label.
func (s *Scene) Track(id int64, label string) matter.TrackState {
	s.T.Helper()
	r := s.Record(id)
	ts := r.AllTracks(s.Clock.Now())
	i := slices.IndexFunc(ts, func(t matter.Track) bool { return t.Label() == label })
	if i < 0 {
		return ""
	}
	return r.TrackState(ts[i], s.Clock.Now())
}

// Item is the id of the matter's agenda item at the meeting.
func (s *Scene) Item(meetingID, matterID int64) (id int64) {
	s.T.Helper()
	s.In(func(ctx context.Context, tx *db.OrgTx) error {
		return tx.QueryRow(ctx, `SELECT id FROM agenda_items WHERE meeting_id = $1 AND matter_id = $2`, meetingID, matterID).Scan(&id)
	})
	return id
}
