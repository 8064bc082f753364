package demo

import (
	"math/rand/v2"
	"slices"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/organisation"
)

// What Älvsunda kommun holds.
const (
	kommunName    = "Älvsunda kommun"
	kommunStaff   = 3000
	safetyReps    = 220 // with the six chief safety representatives
	central       = "CSG Älvsunda"
	leadership    = 6 // people at the root: the director's own staff
	leaderStaff   = 4 // at each förvaltning's top
	areaStaff     = 3 // at each area's top
	homeCare      = "Hemtjänst Ekbacken"
	homeCareGroup = "LSG Hemtjänst Väst"
)

// drawKommun draws the municipality as it is today.
func drawKommun(today clock.Date) *sketch {
	rng := rand.New(rand.NewPCG(2027, 1))
	d := &drawing{sketch: &sketch{name: kommunName, palette: "teal", logo: kommunLogo, mailDomain: "alvsunda.example.se", personas: map[string]string{}, kinds: map[string]kind{}},
		rng: rng, roster: newRoster(rng, kommunPersonas()...), today: today, from: today.Add(-700), staffOf: map[string][]string{}}
	d.agreement = organisation.Default(today.Add(-760))
	d.kommunUnits()
	d.kommunOffices() // first, while there are enough people left in the small units
	d.kommunGroups()
	d.kommunSafety()
	d.kommunUnions()
	d.kommunCast()
	return d.sketch
}

// kommunUnits draws the tree; the units' sizes are made to add up to the number of employees.
func (d *drawing) kommunUnits() {
	top, n := leadership, 0
	for _, dep := range kommun {
		top += leaderStaff + areaStaff*len(dep.areas)
		for _, a := range dep.areas {
			n += staff[a.kind] * len(a.units)
		}
	}
	spread := func(k kind) int { return max(6, (staff[k]*(kommunStaff-top)+n/2)/n+d.rng.IntN(5)-2) }
	left := kommunStaff - top
	d.unit(kommunName, "", d.roster.next(), leadership)
	sizes := map[string]int{}
	var all []string
	for _, dep := range kommun {
		for _, a := range dep.areas {
			for _, u := range a.units {
				sizes[u] = spread(a.kind)
				all = append(all, u)
				left -= sizes[u]
			}
		}
	}
	for i := 0; left != 0; i++ {
		u := all[i%len(all)]
		step := 1
		if left < 0 {
			step = -1
		}
		sizes[u], left = sizes[u]+step, left-step
	}
	for _, dep := range kommun {
		d.unit(dep.name, kommunName, d.roster.next(), leaderStaff)
		for _, a := range dep.areas {
			d.unit(a.name, dep.name, d.roster.next(), areaStaff)
			d.kinds[a.name] = a.kind
			for _, u := range a.units {
				d.unit(u, a.name, d.roster.next(), sizes[u])
				d.kinds[u] = a.kind
			}
		}
	}
}

func fsg(dep string) string  { return "FSG " + dep }
func lsg(area string) string { return "LSG " + area }

func (d *drawing) group(name, level, parent, home, branch string, committee bool) {
	d.groups = append(d.groups, sketchGroup{organisation.GroupRow{Name: name, Level: level, Parent: parent, Units: []string{home}, Chair: d.managerOf(home),
		SafetyCommittee: committee}, branch, home})
}

// kommunGroups draws the groups and the unions' seats in them: local ones filled from the area itself.
func (d *drawing) kommunGroups() {
	d.group(central, "CSG", "", kommunName, kommunName, true)
	for i, dep := range kommun {
		d.group(fsg(dep.name), "FSG", central, dep.name, dep.name, true)
		var below []string
		for _, a := range dep.areas {
			d.group(lsg(a.name), "LSG", fsg(dep.name), a.name, dep.name, a.kind == "raddning" || a.kind == "gata")
			d.kinds[lsg(a.name)] = a.kind
			for _, union := range seats[a.kind] {
				d.mandate(d.take(a.units...), organisation.UnionRep, union, lsg(a.name), "")
			}
			below = append(below, a.units...)
		}
		for _, union := range departmentSeats[i] {
			d.mandate(d.take(below...), organisation.UnionRep, union, fsg(dep.name), "")
		}
		for _, union := range departmentSeats[i][:2] {
			d.mandate(d.take(below...), organisation.UnionSubstitute, union, fsg(dep.name), "")
		}
	}
	// The central group is made up of those who speak for their union in some förvaltning, and of a few more.
	for _, union := range everyUnion {
		person := d.find(organisation.UnionRep, union, "", "")
		for _, dep := range kommun {
			if p := d.find(organisation.UnionRep, union, fsg(dep.name), ""); p != "" && !d.holds(p, central) {
				person = p
				break
			}
		}
		if person == "" {
			person = d.take(kommun[1].areas[6].units...)
		}
		d.mandate(person, organisation.UnionRep, union, central, "")
	}
	for _, union := range everyUnion[:5] {
		d.mandate(d.take(kommun[0].areas[0].units...), organisation.UnionSubstitute, union, central, "")
	}
}

func (d *drawing) holds(person, group string) bool {
	return slices.ContainsFunc(d.mandates, func(m organisation.MandateRow) bool { return m.Person == person && m.Group == group })
}

// kommunSafety gives nearly every unit a safety representative, the large ones two, every group its own, and each
// förvaltning a chief one. Three units lack theirs.
func (d *drawing) kommunSafety() {
	n := 0
	add := func(unit string) string {
		p := d.take(unit)
		if p != "" {
			d.mandate(p, organisation.SafetyRep, "", "", unit)
			n++
		}
		return p
	}
	vacant := []string{"Hemtjänst Skogsbyn", "Förskolan Kojan", "Lokalvård Centrum"}
	for _, dep := range kommun {
		var chief string
		for _, a := range dep.areas {
			var first string
			for _, u := range a.units {
				if slices.Contains(vacant, u) {
					continue
				}
				if p := add(u); first == "" {
					first = p
				}
			}
			d.mandate(first, organisation.SafetyRep, "", lsg(a.name), "")
			if chief == "" {
				chief = d.take(a.units...)
			}
		}
		d.mandate(chief, organisation.ChiefSafetyRep, "", fsg(dep.name), dep.name)
		n++
		if dep.name == kommun[0].name || dep.name == kommun[1].name {
			d.mandate(chief, organisation.ChiefSafetyRep, "", central, "")
		}
	}
	var large []string
	for _, u := range d.units {
		if u.Headcount >= 15 && !slices.Contains(vacant, u.Name) {
			large = append(large, u.Name)
		}
	}
	for i := 0; n < safetyReps; i++ {
		add(large[i%len(large)])
	}
}

// kommunOffices are those who work for all: HR, förhandlingschef, registrator, administratör, and the groups' secretaries.
func (d *drawing) kommunOffices() {
	for i := range 8 {
		p := d.take("HR-enheten")
		d.mandate(p, organisation.HR, "", "", "")
		if i < len(kommun) {
			d.mandate(p, organisation.Secretary, "", fsg(kommun[i].name), "")
		}
		if i == 6 {
			d.mandate(p, organisation.Secretary, "", central, "")
		}
	}
	for range leadership - 1 {
		d.mandate(d.take(kommunName), organisation.EmployerRep, "", central, "")
	}
	d.mandate(d.take("HR-enheten"), organisation.Negotiator, "", "", "")
	d.mandate(d.take("Kansli och arkiv"), organisation.Registrar, "", "", "")
	d.mandate(d.take("Kansli och arkiv"), organisation.Registrar, "", "", "")
	d.mandate(d.take("IT och digitalisering"), organisation.Admin, "", "", "")
}

// kommunUnions are the unions with the dates of the samverkansavtal; one has given notice, and its agreement ends soon.
func (d *drawing) kommunUnions() {
	for _, u := range everyUnion {
		row := organisation.UnionRow{Name: u, AgreementFrom: d.agreement.ValidFrom}
		if u == brand {
			row.AgreementUntil = d.today.Add(18)
		}
		d.unions = append(d.unions, row)
	}
	for i, n := 0, 0; i < len(d.mandates) && n < 5; i += 41 { // mandates that run out before long
		d.mandates[i].Until = d.today.Add(20 + 9*n)
		n++
	}
}

func kommunPersonas() []string {
	return []string{"Amina Larsson", "Rosa Lindqvist", "Jonas Berg", "Elif Norling", "Katarina Sjögren", "Bengt Forslund", "Ingrid Malm", "Mikael Tapper",
		"Ulla Ringdahl"}
}

// kommunCast names the people who show the roles.
func (d *drawing) kommunCast() {
	cast := func(r access.Role, from, name string) {
		d.rename(from, name)
		d.personas[Code(r)] = name
	}
	cast(access.Manager, d.managerOf(homeCare), "Amina Larsson")
	cast(access.UnionRep, d.find(organisation.UnionRep, kommunal, homeCareGroup, ""), "Rosa Lindqvist")
	d.mandate("Rosa Lindqvist", organisation.UnionRep, kommunal, lsg("Hemtjänst Öst"), "")
	d.mandate("Rosa Lindqvist", organisation.UnionRep, kommunal, lsg("Hemtjänst Norr"), "")
	d.rename(d.find(organisation.UnionRep, kommunal, fsg(kommun[0].name), ""), "Ulla Ringdahl")
	d.mandate("Rosa Lindqvist", organisation.UnionSubstitute, kommunal, fsg(kommun[0].name), "")
	cast(access.SafetyRep, d.find(organisation.SafetyRep, "", "", homeCare), "Jonas Berg")
	cast(access.Employee, d.take(homeCare), "Elif Norling")
	cast(access.HR, d.find(organisation.HR, "", "", ""), "Katarina Sjögren")
	cast(access.Negotiator, d.find(organisation.Negotiator, "", "", ""), "Bengt Forslund")
	cast(access.Registrar, d.find(organisation.Registrar, "", "", ""), "Ingrid Malm")
	cast(access.Admin, d.find(organisation.Admin, "", "", ""), "Mikael Tapper")
}
