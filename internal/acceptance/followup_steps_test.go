package acceptance

import (
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"samverka/internal/access"
	"samverka/internal/db"
)

var (
	followLeads   = []access.Role{access.HR, access.Negotiator}
	followSides   = []access.Role{access.Manager, access.UnionRep}
	followAll     = []access.Role{access.HR, access.Negotiator, access.Manager, access.UnionRep}
	followParties = []access.Role{access.HR, access.Negotiator, access.UnionRep}
)

// followupSteps take a yearly follow-up from its start to its end. There is one in a scenario.
func (w *world) followupSteps(sc book) {
	phrase(sc, `"…" startar uppföljningen TAL med "…"`, func(p, year, groups string) error { return w.startFollowup(p, year, groups, false) })
	phrase(sc, `"…" försöker starta uppföljningen TAL med "…"`, func(p, year, groups string) error { return w.startFollowup(p, year, groups, true) })
	phrase(sc, `"…" planerar besöket i "…" DATUM av "…" och "…"`, w.planFollowupVisit)
	phrase(sc, `"…" säger att besöket i "…" är gjort`, func(p, g string) error {
		return w.inFollowup(p, g, "followup-visited", "/besokt", followLeads, false, nil)
	})
	phrase(sc, `"…" låter "…" stå utanför uppföljningen eftersom "…"`, func(p, g, why string) error {
		return w.inFollowup(p, g, "followup-leave-out", "/utan", followLeads, false, nil, is("why", why))
	})
	for verb, attempt := range map[string]bool{`tar uppföljningen vidare`: false, `försöker ta uppföljningen vidare`: true} {
		phrase(sc, `"…" `+verb, func(p string) error { return w.advanceFollowup(p, attempt) })
	}
	for verb, x := range map[string]struct {
		do      string
		attempt bool
	}{`skickar svaret`: {"send", false}, `försöker skicka svaret`: {"send", true}, `sparar svaret`: {"save", false}} {
		phrase(sc, `"…" `+verb+` "…" i uppföljningen för "…" med "…"`, func(p, grades, g, text string) error { return w.answerFollowup(p, grades, g, text, x.do, x.attempt) })
	}
	phrase(sc, `"…" öppnar svaret i uppföljningen för "…"`, w.keepAnswer)
	phrase(sc, `"…" försöker skicka svaret som hen öppnade i uppföljningen för "…"`, w.sendKeptAnswer)
	phrase(sc, `"…" skriver det gemensamma om "…": goda exempel "…", brister "…"`, func(p, g, good, lacking string) error {
		return w.inFollowup(p, g, "followup-joint", "/gemensam", followSides, false, nil, is("good", good), is("lacking", lacking))
	})
	phrase(sc, `"…" lägger till uppföljningsåtgärden "…" för "…"`, func(p, what, g string) error {
		return w.inFollowup(p, g, "followup-measure", "/atgarder", followAll, false, nil, is("what", what))
	})
	phrase(sc, `"…" ger uppföljningsåtgärden "…" för "…" till "…" senast DATUM`, w.giveMeasure)
	phrase(sc, `"…" skriver analysen "…"`, func(p, text string) error {
		return w.onFollowup(p, "", "followup-analysis", "/analys", followLeads, false, is("analysis", text))
	})
	phrase(sc, `"…" noterar att resultatet togs upp DATUM`, func(p, day string) error {
		return w.onFollowup(p, "", "followup-dialogue", "/dialog", followLeads, false, is("dialogue_on", day))
	})
	phrase(sc, `"…" skriver uttalandet "…"`, func(p, text string) error {
		return w.onFollowup(p, "/uttalande", "followup-statement", "/uttalande", followParties, false, is("statement", text))
	})
	phrase(sc, `"…" godkänner uttalandet`, func(p string) error {
		return w.onFollowup(p, "/uttalande", "followup-approve", "/godkann", followParties, false)
	})
	phrase(sc, `säger Att göra "…" till HR "…"`, func(text, p string) error { return w.todoOfHR(text, p, true) })
	phrase(sc, `säger Att göra inte "…" till HR "…"`, func(text, p string) error { return w.todoOfHR(text, p, false) })
	phrase(sc, `är uppföljningen "…"`, w.followupIs)
	phrase(sc, `säger uppföljningen "…" till "…"`, func(text, p string) error { return w.followupSays(p, "", text, true) })
	phrase(sc, `säger uppföljningen inte "…" till "…"`, func(text, p string) error { return w.followupSays(p, "", text, false) })
	phrase(sc, `säger uppföljningen för "…" "…" till "…"`, func(g, text, p string) error { return w.followupSays(p, g, text, true) })
	phrase(sc, `säger uppföljningen för "…" inte "…" till "…"`, func(g, text, p string) error { return w.followupSays(p, g, text, false) })
}

func (w *world) startFollowup(name, year, groups string, attempt bool) error {
	var ids []string
	for _, g := range strings.Split(groups, ", ") {
		id, err := w.group(g)
		if err != nil {
			return err
		}
		ids = append(ids, id)
	}
	a := act{roles: followLeads, action: "/uppfoljning", places: []place{{page: "/uppfoljning", form: "followup-start"}}, fields: []field{is("groups", ids...)},
		plain: map[string][]string{"year": {year}, "groups": ids}}
	if attempt {
		_, err := w.attempted(name, nil, a)
		return err
	}
	_, err := w.do(name, a)
	return err
}

// followupPath is the newest follow-up's address, or that of a group in it.
func (w *world) followupPath(group string) (string, error) {
	var id int64
	err := w.db.InOrg(w.ctx, w.org, func(tx *db.OrgTx) error {
		return tx.QueryRow(w.ctx, `SELECT id FROM followup_rounds ORDER BY id DESC LIMIT 1`).Scan(&id)
	})
	if err != nil {
		return "", fmt.Errorf("det finns ingen uppföljning: %w", err)
	}
	path := fmt.Sprintf("/uppfoljning/%d", id)
	if group != "" {
		g, err := w.group(group)
		if err != nil {
			return "", err
		}
		path += "/grupper/" + g
	}
	return path, nil
}

// onFollowup sends one of the round's forms, which stands on the page part.
func (w *world) onFollowup(name, part, form, to string, roles []access.Role, attempt bool, fields ...field) error {
	path, err := w.followupPath("")
	if err != nil {
		return err
	}
	a := act{roles: roles, action: path + to, places: []place{{page: path + part, form: form}}, fields: fields}
	if attempt {
		_, err = w.attempted(name, nil, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

// inFollowup sends one of a group's forms.
func (w *world) inFollowup(name, group, form, to string, roles []access.Role, attempt bool, which func(*goquery.Selection) bool, fields ...field) error {
	path, err := w.followupPath(group)
	if err != nil {
		return err
	}
	page := path
	if form == "followup-answer" {
		page += "/svar"
	}
	a := act{roles: roles, action: path + to, places: []place{{page, form, which}}, fields: fields}
	if attempt {
		_, err = w.attempted(name, nil, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) planFollowupVisit(name, group, day, employer, union string) error {
	e, err := w.personID(employer)
	if err != nil {
		return err
	}
	u, err := w.personID(union)
	if err != nil {
		return err
	}
	return w.inFollowup(name, group, "followup-visit", "/besok", followLeads, false, nil, is("visit_on", day), is("employer_visitor", e), is("union_visitor", u))
}

// advanceFollowup presses the button where the page has it; an attempt sends the form all the same.
func (w *world) advanceFollowup(name string, attempt bool) error {
	path, err := w.followupPath("")
	if err != nil {
		return err
	}
	var stage string
	err = w.db.InOrg(w.ctx, w.org, func(tx *db.OrgTx) error {
		return tx.QueryRow(w.ctx, `SELECT stage FROM followup_rounds ORDER BY id DESC LIMIT 1`).Scan(&stage)
	})
	if err != nil {
		return err
	}
	a := act{roles: followLeads, action: path + "/vidare", places: []place{{page: path, form: "followup-advance"}}, plain: map[string][]string{"stage": {stage}}}
	if attempt {
		_, err = w.attempted(name, nil, a)
		return err
	}
	_, err = w.do(name, a)
	return err
}

func (w *world) answerFollowup(name, grades, group, text, do string, attempt bool) error {
	fields := []field{is("comment", text), is("do", do)}
	for i, g := range strings.Fields(grades) {
		fields = append(fields, is(fmt.Sprintf("grade_%d", i+1), g))
	}
	return w.inFollowup(name, group, "followup-answer", "/svar", followSides, attempt, nil, fields...)
}

// keepAnswer opens the form, for somebody who sends it later.
func (w *world) keepAnswer(name, group string) error {
	path, err := w.followupPath(group)
	if err != nil {
		return err
	}
	a, err := w.see(name, access.UnionRep, path+"/svar")
	if err != nil {
		return err
	}
	if w.kept = a.form("followup-answer", nil); w.kept == nil {
		return fmt.Errorf("%s ser inget formulär att svara i: %s", name, a.text("main"))
	}
	return nil
}

func (w *world) sendKeptAnswer(name, group string) error {
	path, err := w.followupPath(group)
	if err != nil {
		return err
	}
	values := w.kept.values
	for i := range 5 {
		values.Set(fmt.Sprintf("grade_%d", i+1), "5")
	}
	values.Set("do", "send")
	_, err = w.attempted(name, nil, act{roles: followSides, action: path + "/svar", plain: values})
	return err
}

func (w *world) giveMeasure(name, what, group, to, due string) error {
	id, err := w.personID(to)
	if err != nil {
		return err
	}
	path, err := w.followupPath(group)
	if err != nil {
		return err
	}
	var measure int64
	err = w.db.InOrg(w.ctx, w.org, func(tx *db.OrgTx) error {
		return tx.QueryRow(w.ctx, `SELECT id FROM followup_measures WHERE what = $1`, what).Scan(&measure)
	})
	if err != nil {
		return fmt.Errorf("det finns ingen uppföljningsåtgärd %q: %w", what, err)
	}
	action := fmt.Sprintf("%s/atgarder/%d/ansvarig", path, measure)
	_, err = w.do(name, act{roles: followAll, action: action, places: []place{{path, "followup-give", func(s *goquery.Selection) bool { return s.AttrOr("action", "") == action }}},
		fields: []field{is("person", id), is("due", due)}})
	return err
}

func (w *world) followupIs(state string) error {
	path, err := w.followupPath("")
	if err != nil {
		return err
	}
	a, err := w.see("Hanna Ros", access.HR, path)
	if err != nil {
		return err
	}
	if got := strings.ToUpper(squeeze(a.doc.Find(".page-header .ds-tag").Text())); got != state {
		return fmt.Errorf("uppföljningen är %q, inte %q", got, state)
	}
	return nil
}

// followupSays looks in the first role that opens the page.
func (w *world) followupSays(name, group, text string, want bool) error {
	path, err := w.followupPath(group)
	if err != nil {
		return err
	}
	for _, role := range []access.Role{access.HR, access.Negotiator, access.Manager, access.UnionRep, access.SafetyRep, access.Employee} {
		a, err := w.see(name, role, path)
		if err != nil || a.status != 200 {
			continue
		}
		if got := squeeze(a.text("main")); strings.Contains(got, text) != want {
			return fmt.Errorf("%s ser på uppföljningens sida: %s", name, got)
		}
		return nil
	}
	if !want {
		return nil // the page does not open at all
	}
	return fmt.Errorf("%s kan inte öppna %s", name, path)
}

func (w *world) todoOfHR(text, name string, want bool) error {
	a, err := w.see(name, access.HR, "/")
	if err != nil {
		return err
	}
	if got := squeeze(a.text("main")); strings.Contains(got, text) != want {
		return fmt.Errorf("på Att göra för %s står: %s", name, got)
	}
	return nil
}
