package identity_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/identity"
	"samverka/internal/organisation"
	"samverka/internal/testdb"
)

var monday = clock.NewDate(2027, time.March, 1)

// scene is an organisation with a manager, a representative, a safety representative and somebody who is several things.
type scene struct {
	t     *testing.T
	ctx   context.Context
	clock *clock.Test
	db    *db.DB
	s     *identity.Service
	mail  *letters
	org   int64
}

// letters keeps the links that were mailed.
type letters struct {
	mu    sync.Mutex
	links map[string]string
}

func (l *letters) SendReset(_ context.Context, _ pgx.Tx, r identity.Reset) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.links[r.Email] = r.Link
	return nil
}

func newScene(t *testing.T) *scene {
	t.Helper()
	sc := &scene{t: t, ctx: t.Context(), clock: clock.NewTest(monday.At(9, 0)), mail: &letters{links: map[string]string{}}}
	sc.db = db.New(testdb.New(t).App)
	sc.s = &identity.Service{DB: sc.db, Clock: sc.clock, Mail: sc.mail, BaseURL: "https://samverka.example.se", Hasher: identity.NewHasher(64, 1)}
	sc.org = sc.organisation("Provkommunen", false)
	return sc
}

// organisation lays out an organisation; its people are named alike in each.
func (sc *scene) organisation(name string, demo bool) int64 {
	sc.t.Helper()
	id, err := organisation.CreateOrganisation(sc.ctx, sc.db, sc.clock, organisation.NewOrganisation{Name: name, Demo: demo, Agreement: organisation.Default(monday.Add(-365))})
	sc.ok(err)
	set := organisation.Setup{Clock: sc.clock, MailDomain: "provkommunen.se"}
	sc.ok(sc.db.InOrg(sc.ctx, id, func(tx *db.OrgTx) error {
		for _, err := range []error{
			set.Units(sc.ctx, tx, []organisation.UnitRow{{Name: "Omsorgen", Manager: "Eva Lind"}, {Name: "Hemtjänst Väst", Parent: "Omsorgen", Manager: "Åsa Berg"}}),
			set.Unions(sc.ctx, tx, []organisation.UnionRow{{Name: "Kommunal", AgreementFrom: monday.Add(-365)}, {Name: "Vision", AgreementFrom: monday.Add(-365)}}),
			set.Groups(sc.ctx, tx, []organisation.GroupRow{{Name: "FSG Omsorg", Level: "FSG", Units: []string{"Omsorgen"}, Chair: "Eva Lind"}}),
			set.People(sc.ctx, tx, []organisation.PersonRow{{Name: "Karin Öst", Unit: "Hemtjänst Väst"}}),
			set.Mandates(sc.ctx, tx, []organisation.MandateRow{
				{Person: "Bo Ek", Role: "union_rep", Union: "Kommunal", Group: "FSG Omsorg"},
				{Person: "Bo Ek", Role: "union_substitute", Union: "Vision", Group: "FSG Omsorg", From: monday.Add(1)},
				{Person: "Sara Ny", Role: "safety_rep", Unit: "Hemtjänst Väst"},
				{Person: "Sara Ny", Role: "hr"},
				{Person: "Siv Sand", Role: "secretary", Group: "FSG Omsorg"},
				{Person: "Gun Gran", Role: "negotiator", Until: monday},
			}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	}))
	return id
}

func (sc *scene) ok(err error) {
	sc.t.Helper()
	if err != nil {
		sc.t.Fatal(err)
	}
}

// person finds a person of an organisation by name.
func (sc *scene) person(org int64, name string) int64 {
	sc.t.Helper()
	var ids []int64
	var b db.Batch
	db.Scalars(&b, &ids, `SELECT id FROM people WHERE name = $1`, name)
	sc.ok(sc.db.ReadOrg(sc.ctx, org, &b))
	if len(ids) != 1 {
		sc.t.Fatalf("%d people are called %q", len(ids), name)
	}
	return ids[0]
}

const passphrase = "fyra gröna hästar dansar"

// account makes a way in for a person.
func (sc *scene) account(name, email string) int64 {
	sc.t.Helper()
	id, err := sc.s.CreateAccount(sc.ctx, email, passphrase)
	sc.ok(err)
	sc.ok(sc.s.Link(sc.ctx, sc.org, sc.person(sc.org, name), id))
	return id
}

func (sc *scene) signIn(email string) []byte {
	sc.t.Helper()
	token, err := sc.s.SignIn(sc.ctx, email, passphrase, identity.Visit{Address: "192.0.2.1", Device: "Firefox, Linux"})
	sc.ok(err)
	return identity.Hash(token)
}
