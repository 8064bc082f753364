package identity_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/identity"
)

func TestSignInRefusesAlikeWhateverIsWrong(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	account := sc.account("Eva Lind", "eva@example.se")
	from := identity.Visit{Address: "192.0.2.1"}
	for _, tc := range [][2]string{{"eva@example.se", "fel lösenord helt och hållet"}, {"ingen@example.se", passphrase}, {"", ""}, {"eva@example.se", ""}} {
		if _, err := sc.s.SignIn(sc.ctx, tc[0], tc[1], from); fail.KeyOf(err) != "identity.signin.wrong" {
			t.Errorf("%q: got %v, want the same refusal for all", tc[0], err)
		}
	}
	if _, err := sc.s.SignIn(sc.ctx, " EVA@example.SE ", passphrase, from); err != nil {
		t.Errorf("an address in capitals: %v", err)
	}
	sc.ok(sc.s.Disable(sc.ctx, account))
	if _, err := sc.s.SignIn(sc.ctx, "eva@example.se", passphrase, from); fail.KeyOf(err) != "identity.signin.wrong" {
		t.Errorf("a disabled account: got %v", err)
	}
}

func TestManyFailuresSlowDownThatAddressOnly(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.account("Eva Lind", "eva@example.se")
	sc.account("Bo Ek", "bo@example.se")
	thief, owner := identity.Visit{Address: "198.51.100.7"}, identity.Visit{Address: "192.0.2.1"}
	for i := range 5 {
		if _, err := sc.s.SignIn(sc.ctx, "eva@example.se", fmt.Sprintf("gissning nummer %d", i), thief); fail.KeyOf(err) != "identity.signin.wrong" {
			t.Fatalf("guess %d: got %v", i, err)
		}
	}
	if _, err := sc.s.SignIn(sc.ctx, "eva@example.se", passphrase, thief); fail.KeyOf(err) != "identity.signin.slow" {
		t.Errorf("the sixth guess: got %v, want to be told to wait", err)
	}
	if _, err := sc.s.SignIn(sc.ctx, "eva@example.se", passphrase, owner); err != nil {
		t.Errorf("the owner from another address: %v", err)
	}
	if _, err := sc.s.SignIn(sc.ctx, "bo@example.se", passphrase, thief); err != nil {
		t.Errorf("a colleague behind the same address: %v", err)
	}
	sc.clock.Set(sc.clock.Now().Add(16 * time.Minute))
	if _, err := sc.s.SignIn(sc.ctx, "eva@example.se", passphrase, thief); err != nil {
		t.Errorf("after a quarter of an hour: %v", err)
	}
}

func TestWeakPassphrasesAreRefused(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	for _, tc := range []struct{ password, key string }{
		{"kort", "identity.password.short"},
		{"fjorton tecken", "identity.password.short"},
		{strings.Repeat("lång ", 60), "identity.password.long"},
		{"Password1234567", "identity.password.common"},
		{"aaaaaaaaaaaaaaaa", "identity.password.common"},
		{"hejsan hejsan hejsan", "identity.password.common"},
		{"ny.chef@exempelkommunen.se", "identity.password.common"},
	} {
		_, err := sc.s.CreateAccount(sc.ctx, "ny.chef@exempelkommunen.se", tc.password)
		if fs := fail.Fields(err); len(fs) != 1 || fs[0].Key != tc.key || fs[0].Name != "password" {
			t.Errorf("%q: got %v, want %s", tc.password, err, tc.key)
		}
	}
	if _, err := sc.s.CreateAccount(sc.ctx, "ny.chef", passphrase); len(fail.Fields(err)) != 1 || fail.Fields(err)[0].Name != "email" {
		t.Errorf("no address: got %v", err)
	}
	if _, err := sc.s.CreateAccount(sc.ctx, "ny.chef@exempelkommunen.se", passphrase); err != nil {
		t.Errorf("a good passphrase: %v", err)
	}
}

func TestAResetLinkWorksOnceForAnHour(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.account("Eva Lind", "eva@example.se")
	session := sc.signIn("eva@example.se")
	sc.ok(sc.s.AskReset(sc.ctx, "Eva@example.se", "sv", identity.Visit{Address: "192.0.2.1"}))
	token, ok := strings.CutPrefix(sc.mail.links["eva@example.se"], "https://samverka.example.se/nytt-losenord/")
	if !ok {
		t.Fatalf("mailed %q", sc.mail.links)
	}
	sc.ok(sc.s.CheckReset(sc.ctx, token))
	if err := sc.s.UseReset(sc.ctx, token, "kort"); len(fail.Fields(err)) != 1 {
		t.Errorf("a weak one: got %v", err)
	}
	sc.ok(sc.s.UseReset(sc.ctx, token, "en helt annan mening nu"))
	if err := sc.s.UseReset(sc.ctx, token, "en tredje mening alldeles"); fail.KeyOf(err) != "identity.reset.dead" {
		t.Errorf("the second use: got %v", err)
	}
	if _, _, err := sc.s.Load(sc.ctx, session); err == nil {
		t.Error("an old session outlives the new password")
	}
	if _, err := sc.s.SignIn(sc.ctx, "eva@example.se", "en helt annan mening nu", identity.Visit{}); err != nil {
		t.Errorf("with the new password: %v", err)
	}
	sc.ok(sc.s.AskReset(sc.ctx, "eva@example.se", "sv", identity.Visit{}))
	late := strings.TrimPrefix(sc.mail.links["eva@example.se"], "https://samverka.example.se/nytt-losenord/")
	sc.clock.Set(sc.clock.Now().Add(identity.ResetValid))
	if err := sc.s.CheckReset(sc.ctx, late); fail.KeyOf(err) != "identity.reset.dead" {
		t.Errorf("after an hour: got %v", err)
	}
}

// Whoever was imported with an address gets in by proving that they read its mail; a stranger gets no account.
func TestAnImportedPersonChoosesTheirFirstPassword(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.ok(sc.s.AskReset(sc.ctx, "karin.ost@provkommunen.se", "sv", identity.Visit{}))
	sc.ok(sc.s.AskReset(sc.ctx, "okand@provkommunen.se", "sv", identity.Visit{}))
	if len(sc.mail.links) != 1 {
		t.Fatalf("mailed %v, want one to Karin", sc.mail.links)
	}
	token := strings.TrimPrefix(sc.mail.links["karin.ost@provkommunen.se"], "https://samverka.example.se/nytt-losenord/")
	sc.ok(sc.s.UseReset(sc.ctx, token, passphrase))
	_, who, err := sc.s.Load(sc.ctx, sc.signIn("karin.ost@provkommunen.se"))
	if err != nil || who.Name != "Karin Öst" {
		t.Errorf("got %+v, %v", who, err)
	}
}

func TestDemoPersonasAndTheGuard(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	if err := sc.s.RequireDemoOnly(sc.ctx); fail.KindOf(err) != fail.Conflict {
		t.Errorf("beside a real organisation: got %v, want Conflict", err)
	}
	demo := sc.organisation("Älvsunda", true)
	people, err := sc.s.DemoPersonas(sc.ctx)
	sc.ok(err)
	var got []string
	for _, p := range people {
		if p.OrgID != demo {
			t.Errorf("%s of a real organisation is offered", p.Name)
		}
		got = append(got, string(p.Role)+" "+p.Name)
	}
	want := "manager Eva Lind,union_rep Bo Ek,safety_rep Sara Ny,hr Sara Ny,negotiator Gun Gran,employee Karin Öst"
	if strings.Join(got, ",") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, ","), want)
	}
	token, err := sc.s.EnterAs(sc.ctx, demo, sc.person(demo, "Sara Ny"), access.HR, identity.Visit{})
	sc.ok(err)
	ses, who, err := sc.s.Load(sc.ctx, identity.Hash(token))
	if err != nil || who.Role != access.HR || !ses.Demo {
		t.Errorf("got %+v, %+v, %v", ses, who, err)
	}
	if _, err := sc.s.EnterAs(sc.ctx, sc.org, sc.person(sc.org, "Eva Lind"), access.Manager, identity.Visit{}); fail.KindOf(err) != fail.NotFound {
		t.Errorf("entering a real organisation: got %v, want NotFound", err)
	}
	if _, err := sc.s.EnterAs(sc.ctx, demo, sc.person(demo, "Bo Ek"), access.Admin, identity.Visit{}); fail.KindOf(err) != fail.NotFound {
		t.Errorf("a role that the person does not hold: got %v, want NotFound", err)
	}
}

func TestAFormKeyIsClaimedOnce(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	eva := sc.person(sc.org, "Eva Lind")
	claim := func(key string) (string, bool) {
		t.Helper()
		location, first, err := sc.s.ClaimForm(sc.ctx, sc.org, eva, key)
		sc.ok(err)
		return location, first
	}
	key := identity.NewToken()
	if _, first := claim(key); !first {
		t.Error("the first claim was refused")
	}
	if to, first := claim(key); first || to != "" {
		t.Errorf("while it is worked on: got %q, %v", to, first)
	}
	sc.ok(sc.s.SettleForm(sc.ctx, sc.org, eva, key, "/arenden/7"))
	if to, first := claim(key); first || to != "/arenden/7" {
		t.Errorf("afterwards: got %q, %v; want /arenden/7", to, first)
	}
	refused := identity.NewToken()
	claim(refused)
	sc.ok(sc.s.SettleForm(sc.ctx, sc.org, eva, refused, ""))
	if _, first := claim(refused); !first {
		t.Error("a refused form's key cannot be sent again")
	}
}
