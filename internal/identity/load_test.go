package identity_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/identity"
)

func TestRolesOfAPersonFollowWhatTheyHoldToday(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	group := access.Mandate{GroupName: "FSG Omsorg"}
	with := func(role, union string, m access.Mandate) access.Mandate { m.Role, m.UnionName = role, union; return m }
	for _, tc := range []struct {
		name   string
		roles  []access.Role
		holds  []access.Mandate
		units  int
		chairs int
		place  string
	}{
		{"Eva Lind", []access.Role{access.Manager}, nil, 1, 1, "Omsorgen"},
		{"Åsa Berg", []access.Role{access.Manager}, nil, 1, 0, "Hemtjänst Väst"},
		{"Bo Ek", []access.Role{access.UnionRep}, []access.Mandate{with("union_rep", "Kommunal", group)}, 0, 0, "Kommunal"},
		{"Sara Ny", []access.Role{access.SafetyRep, access.HR}, []access.Mandate{{Role: "safety_rep", UnitName: "Hemtjänst Väst"}}, 0, 0, "Hemtjänst Väst"},
		{"Siv Sand", []access.Role{access.Manager}, []access.Mandate{with("secretary", "", group)}, 0, 0, "FSG Omsorg"},
		{"Gun Gran", []access.Role{access.Negotiator}, []access.Mandate{{Role: "negotiator"}}, 0, 0, ""},
		{"Karin Öst", []access.Role{access.Employee}, []access.Mandate{{Role: "employee", UnitName: "Hemtjänst Väst"}}, 0, 0, "Hemtjänst Väst"},
	} {
		email := "a" + string(rune('a'+len(tc.name))) + "." + tc.name[:2] + "@example.se"
		if tc.name == "Åsa Berg" {
			email = "asa@example.se"
		}
		sc.account(tc.name, email)
		ses, got, err := sc.s.Load(sc.ctx, sc.signIn(email))
		if err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		want := access.Actor{OrgID: sc.org, PersonID: sc.person(sc.org, tc.name), Name: tc.name, Role: tc.roles[0], Roles: tc.roles, Mandates: tc.holds}
		if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(access.Mandate{}, "UnionID", "GroupID", "UnitID"), cmpopts.IgnoreFields(access.Actor{}, "Units", "Chairs")); diff != "" {
			t.Errorf("%s: %s", tc.name, diff)
		}
		if len(got.Units) != tc.units || len(got.Chairs) != tc.chairs || ses.Place != tc.place {
			t.Errorf("%s: got %d units, %d chairs, place %q; want %d, %d, %q", tc.name, len(got.Units), len(got.Chairs), ses.Place, tc.units, tc.chairs, tc.place)
		}
	}
}

func TestAMandateWorksOnItsDaysOnly(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.account("Gun Gran", "gun@example.se")
	sc.account("Bo Ek", "bo@example.se")
	sc.clock.Set(monday.Add(1).At(9, 0))
	if _, who, err := sc.s.Load(sc.ctx, sc.signIn("gun@example.se")); err != nil || who.Role != access.Employee {
		t.Errorf("the day after the mandate's last: got %q, %v; want an employee", who.Role, err)
	}
	if _, who, err := sc.s.Load(sc.ctx, sc.signIn("bo@example.se")); err != nil || len(who.Mandates) != 2 {
		t.Errorf("on a mandate's first day: got %d mandates, %v; want 2", len(who.Mandates), err)
	}
}

func TestARoleIsChosenAmongOnesOwn(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.account("Sara Ny", "sara@example.se")
	session := sc.signIn("sara@example.se")
	sc.ok(sc.s.ChooseRole(sc.ctx, session, access.HR))
	if _, who, err := sc.s.Load(sc.ctx, session); err != nil || who.Role != access.HR {
		t.Errorf("got %q, %v; want hr", who.Role, err)
	}
	if err := sc.s.ChooseRole(sc.ctx, session, access.Admin); fail.KindOf(err) != fail.Forbidden {
		t.Errorf("a role of others: got %v, want Forbidden", err)
	}
}

func TestASessionEnds(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	account := sc.account("Eva Lind", "eva@example.se")
	gone := func(why string, session []byte) {
		t.Helper()
		if _, _, err := sc.s.Load(sc.ctx, session); !errors.Is(err, identity.ErrNoSession) {
			t.Errorf("%s: got %v, want no session", why, err)
		}
	}
	gone("an unknown token", identity.Hash("unknown"))

	session := sc.signIn("eva@example.se")
	sc.ok(sc.s.SignOut(sc.ctx, session))
	gone("signed out", session)

	session = sc.signIn("eva@example.se")
	sc.clock.Set(sc.clock.Now().Add(identity.IdleTimeout))
	gone("half an hour without use", session)

	session = sc.signIn("eva@example.se")
	for range 25 {
		sc.clock.Set(sc.clock.Now().Add(24 * time.Minute))
		if _, _, err := sc.s.Load(sc.ctx, session); err != nil {
			break
		}
	}
	gone("ten hours of use", session)

	session, other := sc.signIn("eva@example.se"), sc.signIn("eva@example.se")
	sc.ok(sc.s.SignOutEverywhere(sc.ctx, account, session))
	gone("signed out everywhere else", other)
	if _, _, err := sc.s.Load(sc.ctx, session); err != nil {
		t.Errorf("the kept session: %v", err)
	}
	sc.ok(sc.s.Disable(sc.ctx, account))
	gone("the account is disabled", session)
}

func TestAClosedPersonIsOutTheSameDay(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.account("Eva Lind", "eva@example.se")
	session := sc.signIn("eva@example.se")
	sc.ok(sc.db.InOrg(sc.ctx, sc.org, func(tx *db.OrgTx) error {
		return tx.Exec1(sc.ctx, `UPDATE people SET closed_on = $1 WHERE name = 'Eva Lind'`, monday)
	}))
	if _, _, err := sc.s.Load(sc.ctx, session); !errors.Is(err, identity.ErrNoSession) {
		t.Errorf("got %v, want no session", err)
	}
}

func TestLoadIsOneRoundTrip(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.account("Eva Lind", "eva@example.se")
	session := sc.signIn("eva@example.se")
	before := sc.db.Pool().Stat().AcquireCount()
	if _, _, err := sc.s.Load(sc.ctx, session); err != nil {
		t.Fatal(err)
	}
	if got := sc.db.Pool().Stat().AcquireCount() - before; got != 1 {
		t.Errorf("a load used the pool %d times, want once", got)
	}
}

func TestOneMayChooseAmongSeveralOrganisations(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	account := sc.account("Eva Lind", "eva@example.se")
	other := sc.organisation("Bolaget", false)
	third := sc.organisation("Tredje", false)
	sc.ok(sc.s.Link(sc.ctx, other, sc.person(other, "Bo Ek"), account))
	session := sc.signIn("eva@example.se")
	ses, who, err := sc.s.Load(sc.ctx, session)
	if err != nil || ses.OrgID != 0 || who.PersonID != 0 || !ses.SeveralOrgs {
		t.Fatalf("before the choice: got %+v, %+v, %v; want nobody yet", ses, who, err)
	}
	sc.ok(sc.s.ChooseOrganisation(sc.ctx, session, other))
	if _, who, err = sc.s.Load(sc.ctx, session); err != nil || who.OrgID != other || who.Name != "Bo Ek" {
		t.Errorf("got %+v, %v; want Bo Ek in the other organisation", who, err)
	}
	if err := sc.s.ChooseOrganisation(sc.ctx, session, third); fail.KindOf(err) != fail.NotFound {
		t.Errorf("an organisation of others: got %v, want NotFound", err)
	}
}

func TestSessionsAreListedAndSwept(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	account := sc.account("Eva Lind", "eva@example.se")
	old := sc.signIn("eva@example.se")
	sc.clock.Set(sc.clock.Now().Add(20 * time.Minute))
	session := sc.signIn("eva@example.se")
	open, err := sc.s.Sessions(sc.ctx, account, session)
	sc.ok(err)
	if len(open) != 2 || !open[0].Current || open[1].Current || open[0].Device != "Firefox, Linux" {
		t.Errorf("got %+v; want this one first, then the older", open)
	}
	sc.clock.Set(sc.clock.Now().Add(15 * time.Minute))
	sc.ok(sc.s.Sweep(sc.ctx))
	var left int
	sc.ok(sc.db.Pool().QueryRow(sc.ctx, `SELECT count(*) FROM sessions`).Scan(&left))
	if left != 1 {
		t.Errorf("%d sessions are left, want the newer", left)
	}
	if _, _, err := sc.s.Load(sc.ctx, old); !errors.Is(err, identity.ErrNoSession) {
		t.Errorf("the older: got %v", err)
	}
}
