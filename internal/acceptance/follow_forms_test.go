package acceptance

import (
	"regexp"
	"strconv"

	"samverka/internal/clock"
)

// wayOn are addresses that a page leads on to when what it asks for is done elsewhere.
var wayOn = regexp.MustCompile(`^(/arenden/\d+/(riskbedomning/(andring|rad|slutsats|faststall)|mote\?mote=\d+)|/moten/nytt\?grupp=\d+|/moten/\d+/(lage(\?punkt=\d+)?|protokoll|punkter/\d+(/utan-organisation)?))$`)

// itemLink finds the agenda item in an address that leads to it.
var itemLink = regexp.MustCompile(`(?:#punkt-|punkt=|/punkter/)(\d+)`)

// ask is a form that asks somebody for something, and how they answer.
type ask struct {
	form string
	fill func(w *world, p *person, f *form) error
}

// asks are all forms that the way to a decision passes, those first that come first where several stand on a page.
var asks = []ask{
	{"proposal", writing("body", "Sexveckorsschema utan delade turer.")},
	{"plan", func(w *world, _ *person, f *form) error { return w.agree(f) }},
	{"risk-change", writing("change", "Så som förslaget beskriver.")},
	{"risk-row", setting(is("area", "workload"), is("source", "Högre belastning under övergången"), is("affected", "Alla på enheten"),
		is("probability", "3"), is("consequence", "2"), is("measure", "Avstämning varje vecka"), is("at_once", "yes"), is("do", "save"))},
	{"risk-conclude", func(_ *world, p *person, f *form) error {
		return fillAll(f, is("conclusion", "with_measures"), is("follow_on", "2027-12-01"), is("follow_by", strconv.FormatInt(p.id, 10)))
	}},
	{"risk-fix", writing("without_reason", "Skyddsombudet är sjukt.")},
	{"lift", writing("reason", "Gruppen finns inte längre.")},
	{"set-up", nil},
	{"meeting-plan", func(w *world, _ *person, f *form) error {
		return fillAll(f, is("date", clock.Today(w.clock).Add(21).OrNextWorkingDay().String()), is("time", "13:00"))
	}},
	{"notice-send", nil},
	{"papers-send", nil},
	{"meeting-open", nil},
	{"item-open", nil},
	{"position", func(w *world, p *person, f *form) error {
		if w.answers[p.name] == "disagrees" {
			return fillAll(f, is("stance", "disagrees"), is("reason", "Raster saknas."))
		}
		return fillAll(f, is("stance", "agrees"))
	}},
	{"item-conclude", nil},
	{"item-handle", nil},
	{"alone-propose", writing("reason", "Kallade i tid två gånger.")},
	{"alone-answer", setting(is("answer", "yes"))},
	{"meeting-close", nil},
	{"minutes-send", func(_ *world, _ *person, f *form) error {
		all, _ := choices(f.sel.Find(`[name="adjuster"]`))
		return f.set("adjuster", all...)
	}},
	{"minutes-approve", nil},
	{"negotiation-end", setting(is("manner", "agreement"))},
}

func writing(name, text string) func(*world, *person, *form) error { return setting(is(name, text)) }

func setting(fields ...field) func(*world, *person, *form) error {
	return func(_ *world, _ *person, f *form) error { return fillAll(f, fields...) }
}

func fillAll(f *form, fields ...field) error {
	return act{fields: fields}.fillIn(f)
}
