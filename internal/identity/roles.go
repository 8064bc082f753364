package identity

import (
	"slices"
	"strings"

	"samverka/internal/access"
)

// place is something with a name that a person is responsible for.
type place struct {
	ID   int64
	Name string
}

// standing is all that a person is in one organisation on one day.
type standing struct {
	orgID, personID int64
	name            string
	home            place // where the person is employed; ID 0: not known
	mandates        []access.Mandate
	units           []place // managed
	chairs          []place // groups chaired
}

// roleOf says in which role a kind of mandate is exercised.
func roleOf(mandate string) access.Role {
	switch mandate {
	case "secretary", "employer_rep":
		return access.Manager
	case "union_rep", "union_substitute":
		return access.UnionRep
	case "safety_rep", "chief_safety_rep":
		return access.SafetyRep
	}
	return access.Role(mandate) // hr, negotiator, registrar, employee, admin
}

// roles lists the roles that the person may act in, in the order in which they are offered. Whoever holds no other is an
// employee.
func (st standing) roles() []access.Role {
	held := map[access.Role]bool{}
	if len(st.units) > 0 || len(st.chairs) > 0 {
		held[access.Manager] = true
	}
	for _, m := range st.mandates {
		held[roleOf(m.Role)] = true
	}
	if len(held) == 0 {
		held[access.Employee] = true
	}
	var roles []access.Role
	for _, r := range access.Roles {
		if held[r] {
			roles = append(roles, r)
		}
	}
	return roles
}

// actor is the person acting in the wished role, or in the first of theirs when the wished one is not theirs today.
func (st standing) actor(wished access.Role) access.Actor {
	a := access.Actor{OrgID: st.orgID, PersonID: st.personID, Name: st.name, Roles: st.roles(), Role: wished}
	if !slices.Contains(a.Roles, wished) {
		a.Role = a.Roles[0]
	}
	for _, m := range st.mandates {
		if roleOf(m.Role) == a.Role {
			a.Mandates = append(a.Mandates, m)
		}
	}
	switch a.Role {
	case access.Manager:
		a.Units, a.Chairs = ids(st.units), ids(st.chairs)
	case access.Employee:
		if len(a.Mandates) == 0 && st.home.ID != 0 {
			a.Mandates = []access.Mandate{{Role: "employee", UnitID: st.home.ID, UnitName: st.home.Name}}
		}
	}
	return a
}

// whereabouts names what the role is about, for the line that says who one acts as: "Hemtjänst Väst", "Kommunal, Vision".
func (st standing) whereabouts(a access.Actor) string {
	var names []string
	add := func(name string) {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if a.Role == access.Manager {
		for _, u := range st.units {
			add(u.Name)
		}
		if len(names) == 0 {
			for _, g := range st.chairs {
				add(g.Name)
			}
		}
	}
	for _, m := range a.Mandates {
		switch {
		case a.Role == access.Manager && len(names) > 0:
		case m.UnionName != "":
			add(m.UnionName)
		case m.UnitName != "":
			add(m.UnitName)
		default:
			add(m.GroupName)
		}
	}
	if len(names) > 2 {
		return strings.Join(names[:2], ", ") + " …"
	}
	return strings.Join(names, ", ")
}

func ids(ps []place) []int64 {
	var out []int64
	for _, p := range ps {
		out = append(out, p.ID)
	}
	return out
}
