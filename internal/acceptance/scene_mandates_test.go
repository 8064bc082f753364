package acceptance

import (
	"github.com/cucumber/godog"

	"samverka/internal/db"
	"samverka/internal/organisation"
)

var mandateRoles = map[string]string{
	"facklig företrädare": organisation.UnionRep, "ersättare": organisation.UnionSubstitute, "skyddsombud": organisation.SafetyRep,
	"huvudskyddsombud": organisation.ChiefSafetyRep, "sekreterare": organisation.Secretary, "arbetsgivarföreträdare": organisation.EmployerRep,
	"HR": organisation.HR, "förhandlingschef": organisation.Negotiator, "medarbetare": organisation.Employee, "registrator": organisation.Registrar,
}

// theMandates adds mandates, or changes the dates of those that an earlier table has given: a date whose column is left
// out stays as it was.
func (w *world) theMandates(t *godog.Table) error {
	all, err := rows(t, []string{"person", "roll"}, []string{"organisation", "grupp", "enhet", "från", "till"})
	if err != nil {
		return err
	}
	var out []organisation.MandateRow
	var homes []organisation.PersonRow
	for _, r := range all {
		role, err := oneOf("roll", r["roll"], mandateRoles)
		if err != nil {
			return err
		}
		key := organisation.MandateRow{Person: r["person"], Role: role, Union: r["organisation"], Group: r["grupp"], Unit: r["enhet"]}
		m, known := w.scene.mandates[key]
		if !known {
			m = key
		}
		if r.has("från") {
			if m.From, err = dayOrNone(r["från"]); err != nil {
				return err
			}
		}
		if r.has("till") {
			if m.Until, err = dayOrNone(r["till"]); err != nil {
				return err
			}
		}
		w.scene.mandates[key] = m
		out = append(out, m)
		if role == organisation.Employee && m.Unit != "" {
			homes = append(homes, organisation.PersonRow{Name: m.Person, Unit: m.Unit})
		}
	}
	return w.layOut(func(s organisation.Setup, tx *db.OrgTx) error {
		if err := s.Mandates(w.ctx, tx, out); err != nil {
			return err
		}
		return s.People(w.ctx, tx, homes)
	})
}
