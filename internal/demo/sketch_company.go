package demo

import (
	"math/rand/v2"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/organisation"
)

const (
	companyName  = "Älvsunda Energi AB"
	companyGroup = "Bolagssamverkan"
)

// company are the company's departments: units with a group of their own where there are units below.
var company = []struct {
	name  string
	kind  kind
	units []string
	staff int
}{
	{"Elnät", "elnat", []string{"Drift och beredskap", "Projekt och mätning"}, 23},
	{"Värme och avfall", "varme", []string{"Kraftvärmeverket", "Återvinning och transport"}, 25},
	{"Kund och stab", "kund", []string{"Kundservice", "Ekonomi och stab"}, 16},
}

// drawCompany draws the municipal company: an employer and agreement party of its own, with its own parameters.
func drawCompany(today clock.Date) *sketch {
	rng := rand.New(rand.NewPCG(2027, 2))
	cast := []string{"Tomas Eklund", "Sanna Heikkinen", "Lena Åkesson", "Milica Petrović", "Gunnar Stenberg", "Ylva Granath", "Per Ottosson", "Yonas Haile"}
	d := &drawing{sketch: &sketch{name: companyName, palette: "purple", mailDomain: "energi.alvsunda.example.se", personas: map[string]string{}, kinds: map[string]kind{}},
		rng: rng, roster: newRoster(rng, cast...), today: today, from: today.Add(-500), staffOf: map[string][]string{}}
	a := organisation.Default(today.Add(-520))
	a.NoticeDays, a.PapersDays, a.CentralDays, a.ApprovalDays, a.EffectiveAt, a.GroupOrder = 10, 5, 10, 7, organisation.AtApproval, organisation.BottomUp
	a.ItemsDays, a.RequestDays = 7, 10
	d.agreement = a
	d.unit(companyName, "", d.roster.next(), 6)
	for _, c := range company {
		d.unit(c.name, companyName, d.roster.next(), 4)
		d.kinds[c.name], d.kinds[lsg(c.name)] = c.kind, c.kind
		for _, u := range c.units {
			d.unit(u, c.name, d.roster.next(), c.staff-1)
			d.kinds[u] = c.kind
		}
	}
	d.companyGroups()
	d.companyCast(cast)
	return d.sketch
}

func (d *drawing) companyGroups() {
	unions := []string{kommunal, vision, ingenjorer, ledarna}
	for _, u := range unions {
		d.unions = append(d.unions, organisation.UnionRow{Name: u, AgreementFrom: d.agreement.ValidFrom})
	}
	d.group(companyGroup, "CSG", "", companyName, companyName, true)
	for _, c := range company {
		d.group(lsg(c.name), "LSG", companyGroup, c.name, companyName, false)
		for _, u := range c.units {
			d.mandate(d.take(u), organisation.SafetyRep, "", "", u)
		}
		for _, union := range unions[:2] {
			d.mandate(d.take(c.units...), organisation.UnionRep, union, lsg(c.name), "")
		}
		d.mandate(d.find(organisation.SafetyRep, "", "", c.units[0]), organisation.SafetyRep, "", lsg(c.name), "")
	}
	d.mandate(d.take(company[0].units...), organisation.UnionRep, ingenjorer, lsg(company[0].name), "")
	for i, union := range unions {
		d.mandate(d.take(company[i%3].units...), organisation.UnionRep, union, companyGroup, "")
	}
	d.mandate(d.find(organisation.SafetyRep, "", "", company[1].units[0]), organisation.ChiefSafetyRep, "", companyGroup, companyName)
	for _, role := range []string{organisation.HR, organisation.Negotiator, organisation.Registrar, organisation.Admin} {
		d.mandate(d.take("Ekonomi och stab"), role, "", "", "")
	}
	d.mandate(d.find(organisation.HR, "", "", ""), organisation.Secretary, "", companyGroup, "")
}

func (d *drawing) companyCast(names []string) {
	cast := func(r access.Role, from, name string) {
		d.rename(from, name)
		d.personas[Code(r)] = name
	}
	cast(access.Manager, d.managerOf("Kraftvärmeverket"), names[0])
	cast(access.UnionRep, d.find(organisation.UnionRep, kommunal, lsg("Värme och avfall"), ""), names[1])
	cast(access.SafetyRep, d.find(organisation.ChiefSafetyRep, "", "", ""), names[2])
	cast(access.Employee, d.take("Kraftvärmeverket"), names[3])
	cast(access.Negotiator, d.find(organisation.Negotiator, "", "", ""), names[4])
	cast(access.HR, d.find(organisation.HR, "", "", ""), names[5])
	cast(access.Registrar, d.find(organisation.Registrar, "", "", ""), names[6])
	cast(access.Admin, d.find(organisation.Admin, "", "", ""), names[7])
}
