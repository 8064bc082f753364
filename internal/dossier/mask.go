package dossier

import (
	"maps"
	"slices"

	"samverka/internal/action"
	"samverka/internal/matter"
)

// Mask stands where something secret has been left out.
const Mask = "[maskerat]"

// plain are the details that say nothing of what the matter is about: numbers, days, groups, organisations, digests.
var plain = []string{"No", "Group", "Date", "Days", "Due", "To", "Union", "Rows", "Count", "SHA256", "Status"}

func hide(texts ...*string) {
	for _, t := range texts {
		if *t != "" {
			*t = Mask
		}
	}
}

// Masked is the story without what is secret: that there is a matter, when what was done and by whom, and under which
// paragraph the rest is secret (OSL; handbook L5). A matter that is not secret is itself.
func (st Story) Masked() Story {
	if st.Secrecy == "" {
		return st
	}
	hide(&st.Title, &st.Purpose, &st.StatusReason)
	st.Stands = "" // it may tell who disagreed
	st.Events = slices.Clone(st.Events)
	for i, e := range st.Events {
		st.Events[i].Detail = maps.Clone(e.Detail)
		for name := range e.Detail {
			if !slices.Contains(plain, name) {
				st.Events[i].Detail[name] = Mask
			}
		}
	}
	each(&st.Units, func(u *matter.Unit) { hide(&u.Name) })
	each(&st.Proposals, func(p *matter.Proposal) { hide(&p.Body, &p.Alternatives) })
	each(&st.Attachments, func(a *matter.Attachment) { hide(&a.Title, &a.Name, &a.ErasedReason) })
	each(&st.Dialogues, func(d *matter.Dialogue) { hide(&d.UnitName, &d.Note) })
	each(&st.Items, func(it *matter.Item) { hide(&it.TabledReason) })
	each(&st.Positions, func(p *matter.Position) { hide(&p.Stance, &p.Reason) })
	each(&st.Exceptions, func(e *matter.Exception) { hide(&e.What, &e.Harm, &e.Unforeseen, &e.NoExtraMeeting, &e.Answer) })
	each(&st.Decisions, func(d *matter.Decision) { hide(&d.Deviation, &d.DeviationText, &d.Views) })
	each(&st.Actions, func(a *action.Action) { hide(&a.What, &a.Replanned, &a.Result) })
	each(&st.Feedback, func(f *matter.Feedback) { hide(&f.Name, &f.Note) })
	each(&st.Checks, func(c *matter.Check) { hide(&c.What, &c.Result, &c.Note) })
	each(&st.Stops, func(s *matter.Stop) { hide(&s.Reason, &s.Lifting) })
	return st
}

// each changes a copy of the rows.
func each[T any](rows *[]T, f func(*T)) {
	*rows = slices.Clone(*rows)
	for i := range *rows {
		f(&(*rows)[i])
	}
}

// masked is the version without what people wrote.
func masked(v matter.RiskVersion) matter.RiskVersion {
	a := &v.Assessment
	hide(&a.Change, &a.Place, &a.Starts, &a.Reason, &a.Affected, &a.NoChange, &a.AlternativeB, &a.Equality, &a.Economy, &a.Service, &a.Conclusion, &a.WithoutReason, &a.FollowedNote)
	each(&v.Rows, func(r *matter.RiskRow) {
		hide(&r.Area, &r.Source, &r.Affected, &r.Protection, &r.Measure, &r.Responsible)
		*r = matter.RiskRow{No: r.No, Area: r.Area, Source: r.Source, Affected: r.Affected, Protection: r.Protection, Measure: r.Measure, Responsible: r.Responsible, AtOnce: r.AtOnce,
			ResponsibleName: r.ResponsibleName, DueOn: r.DueOn, EffectOn: r.EffectOn}
	})
	each(&v.People, func(p *matter.Participant) {
		p.Agrees = nil
		hide(&p.Body)
	})
	return v
}
