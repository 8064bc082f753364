// Package yearplan holds the pages of year plans (årshjul): which to look at, the plan with its wheel and month list,
// series, drafts, themes, school breaks, and the times that representatives publish.
package yearplan

import (
	"net/url"
	"strconv"

	"samverka/internal/yearplan"
)

// Path is the address of a scope's plan, of the year when one is given.
func Path(s yearplan.Scope, year int) string {
	q := query(s)
	if year != 0 {
		q.Set("ar", strconv.Itoa(year))
	}
	return address("/arshjul", q)
}

// In is the address of a page about the scope: /arshjul/serier/ny?grupp=7.
func In(path string, s yearplan.Scope) string { return address(path, query(s)) }

func query(s yearplan.Scope) url.Values {
	q := url.Values{}
	if s.GroupID != 0 {
		q.Set("grupp", number(s.GroupID))
	}
	if s.UnitID != 0 {
		q.Set("enhet", number(s.UnitID))
	}
	return q
}

func address(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

func number(id int64) string { return strconv.FormatInt(id, 10) }
