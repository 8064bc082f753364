package access

// roleKeys are the message keys of each role: its name, and one sentence on what it is for.
var roleKeys = map[Role]struct{ name, about string }{
	Manager:    {"access.role.manager", "access.role.about.manager"},
	UnionRep:   {"access.role.union_rep", "access.role.about.union_rep"},
	SafetyRep:  {"access.role.safety_rep", "access.role.about.safety_rep"},
	Employee:   {"access.role.employee", "access.role.about.employee"},
	HR:         {"access.role.hr", "access.role.about.hr"},
	Negotiator: {"access.role.negotiator", "access.role.about.negotiator"},
	Registrar:  {"access.role.registrar", "access.role.about.registrar"},
	Admin:      {"access.role.admin", "access.role.about.admin"},
}

// Key is the message key of the role's name.
func (r Role) Key() string { return roleKeys[r].name }

// AboutKey is the message key of one sentence on what the role is for.
func (r Role) AboutKey() string { return roleKeys[r].about }
