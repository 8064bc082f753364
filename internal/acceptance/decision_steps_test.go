package acceptance

import (
	"net/url"

	"github.com/cucumber/godog"

	"samverka/internal/access"
)

func (w *world) decisionSteps(sc book) {
	phrase(sc, `"…" beslutar i "…" enligt förslaget`, func(p, x string) error { return w.decide(p, x, "none", "") })
	phrase(sc, `"…" beslutar i "…" med mindre avvikelse "…"`, func(p, x, why string) error { return w.decide(p, x, "minor", why) })
	phrase(sc, `"…" beslutar i "…" med väsentlig avvikelse "…"`, func(p, x, what string) error { return w.decide(p, x, "material", what) })
	phrase(sc, `"…" försöker besluta i "…"`, w.tryToDecide)
	phrase(sc, `"…" registrerar nämndens beslut i "…" DATUM enligt förslaget`,
		func(p, x, on string) error { return w.board(p, x, on, "none", "", false) })
	phrase(sc, `"…" registrerar nämndens beslut i "…" DATUM med mindre avvikelse "…"`,
		func(p, x, on, why string) error { return w.board(p, x, on, "minor", why, false) })
	phrase(sc, `"…" registrerar nämndens beslut i "…" DATUM med väsentlig avvikelse "…"`,
		func(p, x, on, what string) error { return w.board(p, x, on, "material", what, false) })
	phrase(sc, `"…" försöker registrera nämndens beslut i "…" DATUM enligt förslaget`,
		func(p, x, on string) error { return w.board(p, x, on, "none", "", true) })
	phrase(sc, `"…" begär undantag för synnerliga skäl i "…":`, func(p, x string, t *godog.Table) error { return w.askException(p, x, t, false) })
	phrase(sc, `"…" försöker begära undantag för synnerliga skäl i "…":`, func(p, x string, t *godog.Table) error { return w.askException(p, x, t, true) })
	phrase(sc, `"…" godkänner undantaget i "…"`, func(p, x string) error { return w.answerException(p, x, "yes", "Det finns synnerliga skäl.", false) })
	phrase(sc, `"…" försöker godkänna undantaget i "…"`, func(p, x string) error { return w.answerException(p, x, "yes", "Det finns synnerliga skäl.", true) })
	phrase(sc, `"…" avslår undantaget i "…" med "…"`, func(p, x, why string) error { return w.answerException(p, x, "no", why, false) })
	phrase(sc, `kan "…" besluta i "…"`, w.mayDecide)
	phrase(sc, `kan "…" inte besluta i "…"`, func(p, x string) error { return w.mayNotDecide(p, x, "") })
	phrase(sc, `kan "…" inte besluta i "…" eftersom "…"`, w.mayNotDecide)
}

func decision(x *matterRef, deviation, text string) act {
	return act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/beslut"), form: "decide"}}, action: x.path("/beslut"),
		fields: []field{is("deviation", deviation), is("text", text), is("views", "Synpunkterna har vägts in.")}}
}

func (w *world) decide(name, title, deviation, text string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	_, err = w.do(name, decision(x, deviation, text))
	return err
}

func (w *world) tryToDecide(name, title string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	_, err = w.attempted(name, x, decision(x, "none", ""))
	return err
}

func (w *world) board(name, title, on, deviation, text string, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Registrar}, places: []place{{page: x.path("/namndbeslut"), form: "board"}}, action: x.path("/namndbeslut"),
		fields: []field{is("decided_on", on), is("deviation", deviation), is("text", text)}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) askException(name, title string, t *godog.Table, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	r, err := fields(t, "fält", "vad", "skada av att vänta", "varför inte förutsett", "varför inte extra möte")
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/undantag"), form: "exception"}}, action: x.path("/undantag"),
		fields: []field{is("what", r["vad"]), is("harm", r["skada av att vänta"]), is("unforeseen", r["varför inte förutsett"]),
			is("no_extra_meeting", r["varför inte extra möte"])}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) answerException(name, title, approve, answer string, attempt bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	a := act{roles: []access.Role{access.Negotiator}, places: []place{{page: x.path("/undantag/svar"), form: "exception-answer"}, {page: x.path("/undantag"), form: "exception-answer"}, {page: x.path(""), form: "exception-answer"}},
		action: x.path("/undantag/svar"), fields: []field{is("approve", approve), is("answer", answer)},
		plain: url.Values{"approve": {approve}, "answer": {answer}}}
	if attempt {
		_, err = w.attempted(name, x, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}
