package meeting

import (
	"slices"

	"samverka/internal/access"
	"samverka/internal/matter"
)

// Secret reports whether something in the content is secret.
func (c Content) Secret() bool {
	return slices.ContainsFunc(c.Paragraph, func(x Paragraph) bool { return x.Secrecy != "" })
}

// Masked is the content without what is secret: of such a § the number and the paragraph of OSL remain, and of what is
// written about the minutes as a whole nothing, since it may speak of it (OSL 10:11-14; handbook L5).
func (c Content) Masked() Content {
	if !c.Secret() {
		return c
	}
	masked := make([]Paragraph, len(c.Paragraph))
	for i, x := range c.Paragraph {
		masked[i] = x
		if x.Secrecy != "" {
			masked[i] = Paragraph{No: x.No, Item: x.Item, Class: x.Class, MatterNumber: x.MatterNumber, Secrecy: x.Secrecy, Masked: true}
		}
	}
	c.Paragraph, c.Addition, c.Objection = masked, "", nil
	return c
}

// marked is the content with the marks of its reading: a § is secret when it was as its text was fixed, or when it or its
// matter has been marked since. The fixed text itself, and its digest, stay as they are.
func (r Record) marked(c Content) Content {
	c.Paragraph = slices.Clone(c.Paragraph)
	for i, x := range c.Paragraph {
		c.Paragraph[i].Secrecy = r.secrecy(x)
	}
	return c
}

// secrecy is the stricter of the mark that was fixed with the § and the present one.
func (r Record) secrecy(x Paragraph) string {
	if it, ok := r.Item(x.Item); ok && x.Secrecy == "" {
		x.Secrecy = r.SecrecyOf(it)
	}
	for _, m := range r.Matters {
		if x.Secrecy == "" && x.MatterNumber != "" && m.Number == x.MatterNumber {
			x.Secrecy = m.Secrecy
		}
	}
	return x.Secrecy
}

// PartText is what a part says, with the marks of its reading.
func (r Record) PartText(p Part) (PartText, error) {
	x, err := p.Read()
	x.Paragraph.Secrecy = r.secrecy(x.Paragraph)
	return x, err
}

// Unmasked reports whether the actor reads what is secret in the meeting's minutes: members of the group and its adjusters
// (OSL 10:11), whoever has opened it with a reason that is logged, and a manager what their own matter's treatment says.
func (r Record) Unmasked(who access.Actor, opened bool) bool {
	return who.InGroup(r.GroupID) || opened && who.May(access.MinutesOpen) ||
		slices.ContainsFunc(r.Adjusters, func(a Adjuster) bool { return a.PersonID == who.PersonID && who.May(access.MinutesApprove) })
}

// For is the content as the actor may read it.
func (r Record) For(who access.Actor, opened bool) (Content, error) {
	c, err := r.Read()
	if err != nil {
		return c, err
	}
	c = r.marked(c)
	if r.Unmasked(who, opened) {
		return c, nil
	}
	masked := c.Masked()
	for i, x := range masked.Paragraph { // the owner of a matter reads its own §
		if x.Masked && who.Role == access.Manager && slices.ContainsFunc(r.Matters, func(m matter.Record) bool { return m.Number == x.MatterNumber && m.OwnerID == who.PersonID }) {
			masked.Paragraph[i] = c.Paragraph[i]
		}
	}
	return masked, nil
}

// Inside reports whether the actor sees the meeting while it is on, and its minutes before they are approved: all but
// employees, administrators, and managers of units that the group covers who neither take part nor own one of its matters.
func (r Record) Inside(who access.Actor) bool {
	switch who.Role {
	case access.Employee, access.Admin:
		return false
	case access.Manager:
		return who.InGroup(r.GroupID) || slices.ContainsFunc(r.Matters, func(m matter.Record) bool { return m.OwnerID == who.PersonID })
	}
	return true
}
