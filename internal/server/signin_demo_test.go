package server

import (
	"net/url"
	"strconv"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

func TestInTheDemoOneChoosesWhomToBe(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	demo := st.organisation("Älvsunda kommun", true)
	st.server.Demo = true
	d := st.nobody().get("/logga-in").doc(t)
	if d.Find("aside.demo").Length() != 1 {
		t.Error("there is no banner")
	}
	var roles []string
	d.Find("form[data-form=enter-as]").Each(func(_ int, f *goquery.Selection) {
		sent := url.Values{}
		f.Find("input").Each(func(_ int, i *goquery.Selection) { sent.Set(i.AttrOr("name", ""), i.AttrOr("value", "")) })
		if sent.Get("org") != strconv.FormatInt(demo, 10) {
			t.Errorf("%v is of an organisation that is no demo", sent)
		}
		got := st.nobody().post("/demo", sent)
		in := visitor{st: st, token: got.cookie("session")}
		page := in.get("/konto")
		if got.status != 303 || page.status != 200 || page.doc(t).Find("aside.demo").Length() != 1 {
			t.Errorf("%s: got %d, then %d without a banner or page", sent.Get("role"), got.status, page.status)
		}
		if landed := in.get(got.location); landed.status != 200 {
			t.Errorf("%s lands on %s: %d", sent.Get("role"), got.location, landed.status)
		}
		roles = append(roles, sent.Get("role"))
	})
	if len(roles) != len(access.Roles) {
		t.Errorf("offered %v, want every role", roles)
	}
	real := url.Values{"org": {strconv.FormatInt(st.org, 10)}, "person": {strconv.FormatInt(st.person(st.org, "Eva Lind"), 10)}, "role": {"manager"}}
	if got := st.nobody().post("/demo", real); got.status != 404 || got.cookie("session") != "" {
		t.Errorf("entering an organisation that is no demo: got %d", got.status)
	}
}
