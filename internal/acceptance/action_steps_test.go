package acceptance

import (
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/db"
)

// actionSteps are what is said about an åtgärd on its own page, wherever it comes from.
func (w *world) actionSteps(sc book) {
	for verb, attempt := range map[string]bool{`säger att åtgärden "…" är klar`: false, `försöker säga att åtgärden "…" är klar`: true} {
		phrase(sc, `"…" `+verb, func(p, what string) error {
			return w.onAction(p, what, "action-done", "/klar", attempt, is("result", ""))
		})
	}
	for verb, attempt := range map[string]bool{`flyttar`: false, `försöker flytta`: true} {
		phrase(sc, `"…" `+verb+` åtgärden "…" till DATUM eftersom "…"`, func(p, what, day, why string) error {
			return w.onAction(p, what, "action-move", "/flytta", attempt, is("due_on", day), is("why", why))
		})
	}
	for verb, attempt := range map[string]bool{`ger`: false, `försöker ge`: true} {
		phrase(sc, `"…" `+verb+` åtgärden "…" till "…" eftersom "…"`, func(p, what, to, why string) error {
			id, err := w.personID(to)
			if err != nil {
				return err
			}
			return w.onAction(p, what, "action-give", "/ansvarig", attempt, is("person", id), is("reason_given", why))
		})
	}
	phrase(sc, `står åtgärden "…" en gång i "…" med "…"`, w.actionOnce)
	phrase(sc, `har "…" åtgärden "…" en gång i Att göra`, w.actionInList)
}

var actionRoles = []access.Role{access.Manager, access.UnionRep, access.SafetyRep, access.HR, access.Employee}

func (w *world) onAction(name, what, form, part string, attempt bool, fields ...field) error {
	var id int64
	err := w.db.InOrg(w.ctx, w.org, func(tx *db.OrgTx) error {
		return tx.QueryRow(w.ctx, `SELECT id FROM actions WHERE what = $1`, what).Scan(&id)
	})
	if err == pgx.ErrNoRows {
		return fmt.Errorf("det finns ingen åtgärd %q", what)
	}
	if err != nil {
		return err
	}
	page := fmt.Sprintf("/atgarder/%d", id)
	a := act{roles: actionRoles, places: []place{{page: page, form: form}}, action: page + part, fields: fields}
	if !attempt {
		_, err = w.do(name, a)
		return err
	}
	_, err = w.attempted(name, nil, a)
	return err
}

// actionOnce looks at the matter's page about what follows, as its owner.
func (w *world) actionOnce(what, title, says string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	page, err := w.see(x.owner, access.Manager, x.path("/efterat"))
	if err != nil {
		return err
	}
	rows := page.doc.Find(fmt.Sprintf("[data-action=%q]", what))
	if text := squeeze(rows.Text()); rows.Length() != 1 || !strings.Contains(text, says) {
		return fmt.Errorf("åtgärden %q står %d gånger: %s", what, rows.Length(), page.text("main"))
	}
	return nil
}

func (w *world) actionInList(name, what string) error {
	p, err := w.person(name)
	if err != nil {
		return err
	}
	roles, err := p.fitting(actionRoles...)
	if err != nil {
		return err
	}
	n := 0
	for _, r := range roles {
		page, err := w.see(name, r, "/")
		if err != nil {
			return err
		}
		n += strings.Count(page.text("main"), what)
	}
	if n != 1 {
		return fmt.Errorf("%s har %q %d gånger i Att göra", name, what, n)
	}
	return nil
}
