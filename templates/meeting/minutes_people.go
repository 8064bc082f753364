package meeting

import (
	"context"
	"slices"

	"samverka/internal/i18n"
	"samverka/internal/meeting"
	"samverka/templates/ui"
)

// replaceable are the adjusters who have not answered, for whom a substitute may be named.
func (p MinutesPage) replaceable() []ui.Option {
	var all []ui.Option
	for _, a := range meeting.Active(p.Adjusters) {
		if a.Answer == "" || a.Answer == "objected" {
			all = append(all, ui.Option{Value: number(a.PersonID), Label: a.Name, Selected: p.Sent.value("minutes-substitute", "adjuster", "") == number(a.PersonID)})
		}
	}
	return all
}

// substitutes are those who may answer instead.
func (p MinutesPage) substitutes() []ui.Option {
	var all []ui.Option
	for _, c := range p.Candidate {
		if !slices.ContainsFunc(meeting.Active(p.Adjusters), func(a meeting.Adjuster) bool { return a.PersonID == c.PersonID }) {
			all = append(all, ui.Option{Value: number(c.PersonID), Label: c.Name + " (" + c.What + ")", Selected: p.Sent.value("minutes-substitute", "substitute", "") == number(c.PersonID)})
		}
	}
	return all
}

func (p MinutesPage) writersTitle(ctx context.Context) string {
	if len(p.Writers) == 0 {
		return i18n.T(ctx, "minutes.writers.none")
	}
	return i18n.N(ctx, "minutes.writers.title", len(p.Writers))
}

// writerOptions are those of the meeting whom the chair may let write.
func (p MinutesPage) writerOptions() []ui.Option {
	var all []ui.Option
	for _, c := range p.Candidate {
		if c.PersonID != p.ChairID {
			all = append(all, ui.Option{Value: number(c.PersonID), Label: c.Name, Hint: c.What, Selected: slices.ContainsFunc(p.Writers, func(w meeting.MinutesWriter) bool { return w.PersonID == c.PersonID })})
		}
	}
	return all
}
