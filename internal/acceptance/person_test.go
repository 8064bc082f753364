package acceptance

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
	"samverka/internal/db"
	"samverka/internal/i18n"
	"samverka/internal/organisation"
)

const passphrase = "fyra gröna hästar dansar"

// person is somebody at a browser.
type person struct {
	w        *world
	name     string
	id       int64
	email    string
	browser  *browser
	acting   access.Role   // as the pages said last; "": ask
	roles    []access.Role // that may be chosen
	warned   string        // what the last thing they did was warned of
	calendar string        // the address that their calendar reads
}

// person finds somebody by name. Who no table has named is an employee without any mandate.
func (w *world) person(name string) (*person, error) {
	if p := w.people[name]; p != nil {
		return p, nil
	}
	if w.names.people[name] == 0 {
		err := w.layOut(func(s organisation.Setup, tx *db.OrgTx) error {
			return s.People(w.ctx, tx, []organisation.PersonRow{{Name: name}})
		})
		if err != nil {
			return nil, err
		}
	}
	p := &person{w: w, name: name, id: w.names.people[name], browser: newBrowser(w.base)}
	if p.id == 0 {
		return nil, fmt.Errorf("ingen heter %q", name)
	}
	if err := p.giveAccount(); err != nil {
		return nil, fmt.Errorf("%s får inget konto: %w", name, err)
	}
	w.people[name] = p
	return p, nil
}

// giveAccount gives the person a password to sign in with.
func (p *person) giveAccount() error {
	var addresses []string
	var b db.Batch
	db.Scalars(&b, &addresses, `SELECT email FROM people WHERE id = $1`, p.id)
	if err := p.w.db.ReadOrg(p.w.ctx, p.w.org, &b); err != nil {
		return err
	}
	p.email = addresses[0]
	account, err := p.w.identity.CreateAccount(p.w.ctx, p.email, passphrase)
	if err != nil {
		return err
	}
	return p.w.identity.Link(p.w.ctx, p.w.org, p.id, account)
}

// signIn uses the form of the first page.
func (p *person) signIn() error {
	a, err := p.browser.get("/logga-in")
	if err != nil {
		return err
	}
	f := a.form("sign-in", nil)
	if f == nil {
		return fmt.Errorf("%s får inget formulär att logga in med", p.name)
	}
	f.values.Set("email", p.email)
	f.values.Set("password", passphrase)
	a, err = p.browser.submit(f.action, f.values)
	if err == nil && a.status != http.StatusSeeOther {
		err = fmt.Errorf("%s kan inte logga in (%d): %s", p.name, a.status, a.why())
	}
	p.acting = ""
	return err
}

// signedOut reports whether the answer leads to sign-in: the visit has run out.
func signedOut(a answer) bool {
	return a.status == http.StatusSeeOther && strings.HasPrefix(a.to, "/logga-in")
}

// open gets a page, signing in when need be.
func (p *person) open(path string) (answer, error) {
	a, err := p.browser.send(http.MethodGet, path, nil)
	if err == nil && signedOut(a) {
		if err = p.signIn(); err == nil {
			a, err = p.browser.send(http.MethodGet, path, nil)
		}
	}
	return p.browser.follow(a, err)
}

// send submits values to an address, signing in when need be.
func (p *person) send(path string, values url.Values) (answer, error) {
	a, err := p.browser.submit(path, values)
	if err == nil && signedOut(a) {
		if err = p.signIn(); err == nil {
			a, err = p.browser.submit(path, values)
		}
	}
	return a, err
}

// findRoles asks the page of roles which ones the person may act in today, and which one they do.
func (p *person) findRoles() error {
	a, err := p.open("/valj-roll")
	if err != nil {
		return err
	}
	label := a.text(".role strong")
	p.acting, p.roles = "", nil
	for _, r := range access.Roles {
		offered := false
		a.doc.Find(`form[data-form="choose-role"] input[name="role"]`).Each(func(_ int, s *goquery.Selection) {
			offered = offered || s.AttrOr("value", "") == string(r)
		})
		if strings.HasPrefix(label, i18n.T(p.w.ctx, r.Key())) && !offered {
			p.acting = r
		}
		if offered || p.acting == r {
			p.roles = append(p.roles, r)
		}
	}
	if p.acting == "" {
		return fmt.Errorf("%s: sidan säger inte vilken roll hen har (%q)", p.name, label)
	}
	return nil
}

// as makes the person act in the role.
func (p *person) as(role access.Role) error {
	if p.acting == "" {
		if err := p.findRoles(); err != nil {
			return err
		}
	}
	if p.acting == role {
		return nil
	}
	a, err := p.open("/valj-roll")
	if err != nil {
		return err
	}
	f := a.form("choose-role", holding("role", string(role)))
	if f == nil {
		return fmt.Errorf("%s kan inte välja rollen %s", p.name, role)
	}
	if a, err = p.send(f.action, f.values); err != nil || a.status != http.StatusSeeOther {
		return fmt.Errorf("%s kan inte välja rollen %s: %v %s", p.name, role, err, a.why())
	}
	p.acting = role
	return nil
}

// fitting are the person's roles today, those that fit first.
func (p *person) fitting(wanted ...access.Role) ([]access.Role, error) {
	if p.acting == "" {
		if err := p.findRoles(); err != nil {
			return nil, err
		}
	}
	var rs []access.Role
	for _, r := range slices.Concat(wanted, p.roles) {
		if slices.Contains(p.roles, r) && !slices.Contains(rs, r) {
			rs = append(rs, r)
		}
	}
	return rs, nil
}

// forgetRoles makes everybody ask again which role they act in: time or mandates have changed.
func (w *world) forgetRoles() {
	for _, p := range w.people {
		p.acting = ""
	}
}
