package server

import (
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
)

const canary = "kanariefågel-7f3a"

// TestLogsHoldNothingThatPeopleWrite writes a mark into every field of every form that every role sees, also in ways that
// are refused, and looks for it in the log.
func TestLogsHoldNothingThatPeopleWrite(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	forms := 0
	for _, role := range access.Roles {
		for _, row := range accessRows {
			method, _, _ := strings.Cut(row.route, " ")
			if method != http.MethodGet {
				continue
			}
			page := st.as(role).get(row.path(st.ids))
			if page.status != http.StatusOK {
				continue
			}
			page.doc(t).Find("form[method=post]").Each(func(_ int, f *goquery.Selection) {
				action := f.AttrOr("action", "")
				if !strings.HasPrefix(action, "/") { // an example in the gallery of parts
					return
				}
				forms++
				st.as(role).post(action, marked(f))
			})
		}
	}
	v := st.as(access.Manager)
	v.get("/sok?q=" + url.QueryEscape(canary))
	v.get("/" + canary)
	if forms < len(access.Roles)*3 {
		t.Errorf("only %d forms were found", forms)
	}
	log := st.log.String()
	if i := strings.Index(log, canary); i >= 0 || strings.Contains(log, url.QueryEscape(canary)) {
		t.Errorf("the log holds what was written: …%s…", log[max(0, i-200):min(len(log), max(i, 0)+100)])
	}
	for _, name := range roleNames {
		if strings.Contains(log, name) {
			t.Errorf("the log names %s", name)
		}
	}
	if !strings.Contains(log, `"rule":`) {
		t.Error("the log says no rule at all")
	}
}

// marked fills a form as it stands, with the mark in all that one can write in.
func marked(f *goquery.Selection) url.Values {
	sent := url.Values{}
	f.Find("input, textarea, select").Each(func(_ int, i *goquery.Selection) {
		value := canary
		if kind := i.AttrOr("type", ""); kind == "hidden" || kind == "radio" || kind == "checkbox" {
			value = i.AttrOr("value", canary)
		}
		sent.Set(i.AttrOr("name", ""), value)
	})
	return sent
}

func prefixes(t *testing.T, texts ...string) []netip.Prefix {
	t.Helper()
	var all []netip.Prefix
	for _, s := range texts {
		p, err := netip.ParsePrefix(s)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}
