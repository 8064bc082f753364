package server

import (
	"net/http"

	"samverka/internal/access"
	"samverka/internal/booking"
	"samverka/internal/yearplan"
)

// planRow is the row of what only those do who plan a group's or a unit's year; without a group in the address there is
// nothing to plan.
func planRow(route string, ids map[string]string) accessRow {
	return accessRow{route: route, as: access.Manager, ids: ids, signedOut: http.StatusSeeOther, other: http.StatusNotFound,
		noMandate: http.StatusForbidden, unknown: http.StatusNotFound}
}

// repRow is the row of a representative's own page.
func repRow(route string, ids map[string]string, bare int) accessRow {
	if ids != nil {
		bare = http.StatusNotFound
	}
	return accessRow{route: route, as: access.UnionRep, ids: ids, signedOut: http.StatusSeeOther, other: bare, noMandate: http.StatusForbidden, unknown: bare}
}

func init() {
	series, draft := map[string]string{"id": "series"}, map[string]string{"id": "draft date"}
	accessRows = append(accessRows,
		mine("GET /arshjul", 200),
		planRow("POST /arshjul/utkast", nil), planRow("POST /arshjul/publicera", nil),
		planRow("GET /arshjul/serier/ny", nil), planRow("POST /arshjul/serier", nil),
		planRow("GET /arshjul/serier/{id}", series), planRow("POST /arshjul/serier/{id}", series), planRow("POST /arshjul/serier/{id}/ta-bort", series),
		planRow("GET /arshjul/utkast/ny", nil), planRow("POST /arshjul/utkast/enstaka", nil),
		planRow("GET /arshjul/utkast/{id}", draft), planRow("POST /arshjul/utkast/{id}", draft), planRow("POST /arshjul/utkast/{id}/ta-bort", draft),
		planRow("POST /arshjul/utkast/{id}/aterta", draft),
		keeperRow("GET /arshjul/teman", nil, 200), keeperRow("POST /arshjul/teman", nil, 422), keeperRow("POST /arshjul/teman/ta-bort", nil, 404),
		keeperRow("POST /arshjul/teman/aterstall", nil, 303),
		keeperRow("GET /installningar/lov", nil, 200), keeperRow("POST /installningar/lov", nil, 422),
		keeperRow("POST /installningar/lov/{id}/ta-bort", map[string]string{"id": "break"}, 0),
		repRow("GET /mina-tider", nil, 200), repRow("POST /mina-tider", nil, 422), repRow("POST /mina-tider/{id}/ta-bort", map[string]string{"id": "slot"}, 0),
	)
	seeds = append(seeds, seedYear)
}

// seedYear lays out a series with its drafts, a school break and a representative's time.
func seedYear(st *stage) {
	who := st.who(st.org, access.Manager)
	scope := yearplan.Scope{GroupID: st.number(st.org, `SELECT id FROM groups WHERE name = 'FSG Omsorg'`)}
	st.ok(st.server.Year.SaveSeries(st.ctx, who, yearplan.Series{Scope: scope, Starts: 9 * 60, Minutes: 120, Place: "Rådhuset",
		Rule: yearplan.Rule{Kind: yearplan.MonthWeekday, Every: 1, Weekday: 2, Nth: 1, From: stageDay, OnDayOff: yearplan.Move, Breaks: true}}))
	_, err := st.server.Year.MakeDrafts(st.ctx, who, scope, yearplan.HalfOf(stageDay.Add(60)))
	st.ok(err)
	st.ids["series"] = st.number(st.org, `SELECT id FROM meeting_series`)
	st.ids["draft date"] = st.number(st.org, `SELECT min(id) FROM planned_dates WHERE status = 'draft'`)
	st.ok(st.server.Year.AddBreaks(st.ctx, st.who(st.org, access.Admin), yearplan.Break{Name: "Sportlov", FirstOn: stageDay.Add(200), LastOn: stageDay.Add(204)}))
	st.ids["break"] = st.number(st.org, `SELECT id FROM school_breaks`)
	st.ok(st.server.Booking.Publish(st.ctx, st.who(st.org, access.UnionRep), booking.SlotForm{Weekday: 2, Starts: 8 * 60, Ends: 16 * 60}))
	st.ids["slot"] = st.number(st.org, `SELECT id FROM union_slots`)
}
