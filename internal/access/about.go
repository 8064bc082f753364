package access

// AboutKey is the message key of one sentence on what the role is for.
func (r Role) AboutKey() string { return "access.role.about." + string(r) }
