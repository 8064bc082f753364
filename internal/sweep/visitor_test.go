package sweep

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"samverka/internal/browsertest"
	"samverka/internal/clock"
)

// visitor is somebody at a browser of their own who signs in anew on every new day.
type visitor struct {
	*browsertest.Page
	t      *testing.T
	w      *workplace
	name   string
	script bool
	width  int64
}

// visitor gives the person an account and a browser, with JavaScript or without.
func (w *workplace) visitor(t *testing.T, name string, script bool, width int64) *visitor {
	t.Helper()
	ctx := context.Background()
	account, err := w.identity.CreateAccount(ctx, address(name), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.identity.Link(ctx, w.Org, w.ID("people", name), account); err != nil {
		t.Fatal(err)
	}
	v := &visitor{t: t, w: w, name: name, script: script, width: width}
	v.signIn()
	return v
}

// signIn opens a new browser: days have passed.
func (v *visitor) signIn() *visitor {
	v.t.Helper()
	v.Page = browsertest.New(v.t).Width(v.width)
	if !v.script {
		v.NoScript()
	}
	v.Page.Open(v.w.url+"/logga-in").Fill("[name=email]", address(v.name)).Fill("[name=password]", passphrase).Submit("[data-form=sign-in]")
	v.fine()
	if strings.HasPrefix(v.URL(), "/logga-in") {
		v.t.Fatalf("%s is not let in: %s", v.name, v.Text("main"))
	}
	return v
}

// at opens a path of the workplace.
func (v *visitor) at(path string) *visitor {
	v.t.Helper()
	v.Page.Open(v.w.url + path)
	return v
}

// sends submits a form, and gives a reason where a rule only warns.
func (v *visitor) sends(form string) *visitor {
	v.t.Helper()
	v.Submit("[data-form=" + form + "]")
	confirm(v.Page)
	v.fine()
	return v
}

// signs approves the minutes, with the password when it is asked for.
func (v *visitor) signs() {
	v.t.Helper()
	if password := "[data-form=minutes-approve] [name=password]"; v.Has(password) {
		v.Fill(password, passphrase)
	}
	v.sends("minutes-approve")
}

// sees waits until the page says the text: by itself with JavaScript, otherwise on loading it anew.
func (v *visitor) sees(selector, text string) *visitor {
	v.t.Helper()
	if !v.script {
		v.Page.Open(v.w.url + v.URL())
	}
	v.Await(selector, text)
	return v
}

// fine fails when the page refuses something, or the browser complains.
func (v *visitor) fine() {
	v.t.Helper()
	if s := v.Status(); s >= 400 {
		v.t.Fatalf("%s: %s answers %d:\n%s", v.name, v.URL(), s, v.Text("main"))
	}
	if got := v.Problems(); len(got) > 0 {
		v.t.Errorf("%s at %s: %v", v.name, v.URL(), got)
	}
}

// shot takes a picture under a name that says whether JavaScript is on.
func (v *visitor) shot(name string) {
	v.t.Helper()
	if v.script {
		name += "-script"
	}
	v.Shot(name)
}

// on sets the hour.
func (w *workplace) on(d clock.Date, hour, minute int) { w.Clock.Set(d.At(hour, minute)) }

func itoa(id int64) string { return strconv.FormatInt(id, 10) }

// modes runs a journey with JavaScript and without, each on a workplace of its own, side by side.
func modes(t *testing.T, journey func(t *testing.T, script bool)) {
	t.Helper()
	for name, script := range map[string]bool{"with script": true, "without script": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			journey(t, script)
		})
	}
}
