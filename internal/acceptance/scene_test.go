package acceptance

import (
	"fmt"
	"strings"

	"github.com/cucumber/godog"

	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/organisation"
)

// scene is what the scene's tables have said so far, so that a later table changes only what it names.
type scene struct {
	unions   map[string]organisation.UnionRow
	groups   map[string]organisation.GroupRow
	mandates map[organisation.MandateRow]organisation.MandateRow // by the row without dates
}

func newScene() scene {
	return scene{map[string]organisation.UnionRow{}, map[string]organisation.GroupRow{}, map[organisation.MandateRow]organisation.MandateRow{}}
}

// register is the organisation's ids by name.
type register struct{ people, units, groups, unions map[string]int64 }

func (w *world) sceneSteps(sc book) {
	phrase(sc, `organisationen "…" med samverkansavtal från DATUM`, w.anOrganisation)
	phrase(sc, `avtalet anger:`, w.theAgreement)
	phrase(sc, `arbetstagarorganisationerna:`, w.theUnions)
	phrase(sc, `enheterna:`, w.theUnits)
	phrase(sc, `grupperna:`, w.theGroups)
	phrase(sc, `mandaten:`, w.theMandates)
	phrase(sc, `klockan (?:är|blir) DATUM KLOCKSLAG`, w.theClock)
}

func (w *world) anOrganisation(name, from string) (err error) {
	if w.begins, err = day(from); err != nil {
		return err
	}
	if !w.clockSet {
		w.clock.Set(w.begins.At(8, 0))
	}
	w.agreement = organisation.Default(w.begins)
	w.org, err = organisation.CreateOrganisation(w.ctx, w.db, w.clock, organisation.NewOrganisation{Name: name, Agreement: w.agreement})
	return err
}

// theClock moves the time; what is due by then is done first and after.
func (w *world) theClock(date, at string) error {
	d, err := day(date)
	if err != nil {
		return err
	}
	hour, minute, err := clock.ParseTime(at)
	if err != nil {
		return err
	}
	if err := w.drain(); err != nil {
		return err
	}
	w.clock.Set(d.At(hour, minute))
	w.clockSet = true
	w.forgetRoles()
	return w.due()
}

// layOut changes the organisation's register and reads its names again.
func (w *world) layOut(f func(organisation.Setup, *db.OrgTx) error) error {
	if w.org == 0 {
		return fmt.Errorf("det finns ingen organisation ännu")
	}
	w.forgetRoles()
	err := w.db.InOrg(w.ctx, w.org, func(tx *db.OrgTx) error { return f(organisation.Setup{Clock: w.clock}, tx) })
	if err != nil {
		return err
	}
	return w.readNames()
}

// readNames reads the register's ids.
func (w *world) readNames() error {
	type named struct {
		ID   int64
		Name string
	}
	var b db.Batch
	var lists [4][]named
	for i, table := range []string{"people", "units", "groups", "unions"} {
		db.Many(&b, &lists[i], `SELECT id, name FROM `+table+` ORDER BY id DESC`)
	}
	if err := w.db.ReadOrg(w.ctx, w.org, &b); err != nil {
		return err
	}
	for i, m := range []*map[string]int64{&w.names.people, &w.names.units, &w.names.groups, &w.names.unions} {
		*m = map[string]int64{}
		for _, n := range lists[i] {
			(*m)[n.Name] = n.ID
		}
	}
	return nil
}

func (w *world) theUnions(t *godog.Table) error {
	all, err := rows(t, []string{"organisation"}, []string{"avtal till", "kollektivavtal", "avtal från"})
	if err != nil {
		return err
	}
	var out []organisation.UnionRow
	for _, r := range all {
		u := w.scene.unions[r["organisation"]]
		u.Name = r["organisation"]
		if r.has("avtal till") {
			if u.AgreementUntil, err = dayOrNone(r["avtal till"]); err != nil {
				return err
			}
		}
		if r.has("avtal från") {
			if u.AgreementFrom, err = dayOrNone(r["avtal från"]); err != nil {
				return err
			}
		}
		if r.has("kollektivavtal") {
			collective, err := yes(r["kollektivavtal"], true)
			if err != nil {
				return err
			}
			u.NoCollective = !collective
		}
		w.scene.unions[u.Name] = u
		out = append(out, u)
	}
	return w.layOut(func(s organisation.Setup, tx *db.OrgTx) error { return s.Unions(w.ctx, tx, out) })
}

func dayOrNone(text string) (clock.Date, error) {
	if text == "" {
		return clock.Date{}, nil
	}
	return day(text)
}

func (w *world) theUnits(t *godog.Table) error {
	all, err := rows(t, []string{"enhet"}, []string{"del av", "chef"})
	if err != nil {
		return err
	}
	var out []organisation.UnitRow
	for _, r := range all {
		out = append(out, organisation.UnitRow{Name: r["enhet"], Parent: r["del av"], Manager: r["chef"]})
	}
	return w.layOut(func(s organisation.Setup, tx *db.OrgTx) error { return s.Units(w.ctx, tx, out) })
}

func (w *world) theGroups(t *godog.Table) error {
	all, err := rows(t, []string{"grupp"}, []string{"nivå", "enhet", "ordförande", "överordnad", "skyddskommitté"})
	if err != nil {
		return err
	}
	var out []organisation.GroupRow
	for _, r := range all {
		g := w.scene.groups[r["grupp"]]
		g.Name = r["grupp"]
		for column, field := range map[string]*string{"nivå": &g.Level, "ordförande": &g.Chair, "överordnad": &g.Parent} {
			if r[column] != "" {
				*field = r[column]
			}
		}
		if r["enhet"] != "" {
			g.Units = w.listed(r["enhet"])
		}
		if r.has("skyddskommitté") {
			if g.SafetyCommittee, err = yes(r["skyddskommitté"], false); err != nil {
				return err
			}
		}
		w.scene.groups[g.Name] = g
		out = append(out, g)
	}
	return w.layOut(func(s organisation.Setup, tx *db.OrgTx) error { return s.Groups(w.ctx, tx, out) })
}

// listed are the units of a cell, which separates several by comma; a unit's own name may hold one.
func (w *world) listed(cell string) []string {
	if _, whole := w.names.units[cell]; whole {
		return []string{cell}
	}
	var units []string
	for _, u := range strings.Split(cell, ",") {
		if u = strings.TrimSpace(u); u != "" {
			units = append(units, u)
		}
	}
	return units
}
