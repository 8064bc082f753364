package importer

import "samverka/internal/clock"

// column is one property of all rows.
func column[T, V any](rows []T, value func(T) V) []V {
	out := make([]V, len(rows))
	for i, r := range rows {
		out[i] = value(r)
	}
	return out
}

func (w *writes) peopleArgs(today clock.Date) []any {
	return []any{today, column(w.People, func(r personRec) int64 { return r.ID }), column(w.People, func(r personRec) *string { return text(r.Code) }),
		column(w.People, func(r personRec) string { return r.Name }), column(w.People, func(r personRec) string { return r.SortName }),
		column(w.People, func(r personRec) *string { return text(r.Email) }), column(w.People, func(r personRec) *int64 { return ref(r.Unit) }),
		column(w.People, func(r personRec) bool { return r.Closed })}
}

func (w *writes) unitArgs(today clock.Date) []any {
	return []any{today, column(w.Units, func(r unitRec) int64 { return r.ID }), column(w.Units, func(r unitRec) *string { return text(r.Code) }),
		column(w.Units, func(r unitRec) string { return r.Name }), column(w.Units, func(r unitRec) *int64 { return ref(r.Parent) }),
		column(w.Units, func(r unitRec) *int64 { return ref(r.Manager) }), column(w.Units, func(r unitRec) *int64 { return ref(int64(r.Headcount)) }),
		column(w.Units, func(r unitRec) bool { return r.Closed })}
}

func (w *writes) unionArgs(today clock.Date) []any {
	return []any{today, column(w.Unions, func(r unionRec) int64 { return r.ID }), column(w.Unions, func(r unionRec) string { return r.Name }),
		column(w.Unions, func(r unionRec) *string { return text(r.From.String()) }), column(w.Unions, func(r unionRec) *string { return text(r.Until.String()) }),
		column(w.Unions, func(r unionRec) bool { return r.Collective }), column(w.Unions, func(r unionRec) bool { return r.Closed })}
}

func (w *writes) groupArgs(today clock.Date) []any {
	return []any{today, column(w.Groups, func(r groupRec) int64 { return r.ID }), column(w.Groups, func(r groupRec) string { return r.Name }),
		column(w.Groups, func(r groupRec) string { return r.Level }), column(w.Groups, func(r groupRec) *int64 { return ref(r.Parent) }),
		column(w.Groups, func(r groupRec) *int64 { return ref(r.Chair) }), column(w.Groups, func(r groupRec) bool { return r.Safety }),
		column(w.Groups, func(r groupRec) bool { return r.Closed })}
}

// linkArgs are the groups' units as two arrays.
func (w *writes) linkArgs() (groups, units []int64) {
	groups, units = []int64{}, []int64{}
	for _, g := range w.Groups {
		for _, u := range g.Units {
			groups, units = append(groups, g.ID), append(units, u)
		}
	}
	return groups, units
}

func (w *writes) mandateArgs() []any {
	return []any{column(w.Mandates, func(r mandateRec) int64 { return r.ID }), column(w.Mandates, func(r mandateRec) int64 { return r.Person }),
		column(w.Mandates, func(r mandateRec) string { return r.Role }), column(w.Mandates, func(r mandateRec) *int64 { return ref(r.Union) }),
		column(w.Mandates, func(r mandateRec) *int64 { return ref(r.Group) }), column(w.Mandates, func(r mandateRec) *int64 { return ref(r.Unit) }),
		column(w.Mandates, func(r mandateRec) *string { return text(r.From.String()) }), column(w.Mandates, func(r mandateRec) *string { return text(r.Until.String()) })}
}

// text and ref make NULL of what is empty.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func ref(id int64) *int64 {
	if id == 0 {
		return nil
	}
	return &id
}
