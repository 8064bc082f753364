package sweep

import (
	"strings"
	"testing"

	"samverka/internal/browsertest"
	"samverka/internal/clock"
)

// A chair plans the autumn: a series, its drafts, one of them adjusted and one dropped, and all of it published. A union
// representative has published when she can meet, and finds the dates afterwards, on a phone. With JavaScript and without.
func TestFromYearPlanToMeetings(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]bool{"with script": true, "without script": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorkplace(t)
			w.Clock.Set(clock.NewDate(2027, 3, 1).At(9, 0))
			maria := w.signIn(t, "Maria Sjöberg", 360)
			maria.Open(w.url + "/moten").Click("a[href='/mina-tider']")
			maria.Fill("[name=weekday]", "4").Fill("[name=starts]", "08:00").Fill("[name=ends]", "17:00").Submit("[data-form=slot-add]")
			say(t, maria, "Torsdagar kl.")
			maria.Shot("year-slots")

			m := w.signIn(t, "Amina Larsson", 1280)
			if script {
				m = browsertest.New(t)
				m.Open(w.url+"/logga-in").Fill("[name=email]", address("Amina Larsson")).Fill("[name=password]", passphrase).Submit("[data-form=sign-in]")
			}
			w.planAutumn(t, m)
			maria.Open(w.url + "/arshjul?ar=2027&grupp=" + itoa(w.ID("groups", "LSG VO Väst")))
			say(t, maria, "Planerat")
			if maria.Has("[data-draft]") || maria.Has("[data-form]:not([data-form=sign-out]):not([data-form=language])") {
				t.Error("the representative sees drafts or forms")
			}
			maria.Shot("year-phone")
		})
	}
}

func (w *workplace) planAutumn(t *testing.T, m *browsertest.Page) {
	t.Helper()
	plan := w.url + "/arshjul?ar=2027&grupp=" + itoa(w.ID("groups", "LSG VO Väst"))
	m.Open(plan).Click("a[href*='/arshjul/serier/ny']")
	m.Choose("[name=kind][value=weeks]").Fill("[name=every]", "x").Submit("[data-form=year-series]")
	if !m.Has(".ds-error-summary") || !strings.HasPrefix(m.Title(), "Fel: ") {
		t.Errorf("an interval that is no number is taken: %s", m.Title())
	}
	m.Fill("[name=every]", "5").Fill("[name=weekday]", "4").Fill("[name=place]", "Rådhuset").Shot("year-series")
	m.Submit("[data-form=year-series]")
	m.Open(plan).Submit("[data-form=year-make]:has([value=host])")
	say(t, m, "Utkasten är skapade")
	m.Shot("year-drafts")
	m.Click("[data-draft] a[href^='/arshjul/utkast/']")
	m.Fill("[name=starts]", "18:00").Fill("[name=ends]", "19:00").Submit("[data-form=year-draft]")
	say(t, m, "Har lagt ut andra tider: Maria Sjöberg")
	m.Submit("[data-month='12'] [data-form=draft-drop]")
	m.Shot("year-clash")
	m.Submit("[data-form=year-publish]")
	if !m.Has("form[data-confirm]") {
		t.Fatalf("the clash is not asked about at %s", m.URL())
	}
	m.Shot("year-confirm")
	confirm(m)
	say(t, m, "Mötena är publicerade")
	if m.Has("[data-draft][data-status=draft]") {
		t.Error("a draft is left")
	}
	m.Shot("year-published")
}
