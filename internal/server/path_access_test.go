package server

import (
	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
)

// seedRaised lets a union bring a question to the first organisation's group.
func seedRaised(st *stage) {
	st.t.Helper()
	who := st.who(st.org, access.UnionRep)
	id, err := st.server.Matter.Raise(st.ctx, who, matter.RaiseForm{Title: "Delade turer", Why: "Turerna delas mitt på dagen.", GroupID: who.Mandates[0].GroupID,
		UnionID: who.Mandates[0].UnionID, WantedOn: clock.Today(st.clock).Add(30)})
	st.ok(err)
	st.ids["question"] = id
}

func init() {
	seeds = append(seeds, seedRaised)
	matters, question := map[string]string{"id": "matter"}, map[string]string{"id": "question"}
	row := func(route string, as access.Role, ids map[string]string, noMandate int) accessRow {
		return accessRow{route: route, as: as, ids: ids, signedOut: 303, other: 404, noMandate: noMandate, unknown: 404}
	}
	group := map[string]string{"id": "group"}
	accessRows = append(accessRows, row("GET /organisation/grupper/{id}/flytta", access.HR, group, 403), row("POST /organisation/grupper/{id}/flytta", access.HR, group, 403))
	for _, part := range []string{"andra", "lyft", "aterremittera", "lamna-over", "oppna-igen"} {
		noMandate := 404
		if part == "andra" || part == "lamna-over" {
			noMandate = 403
		}
		accessRows = append(accessRows, row("GET /arenden/{id}/"+part, access.Manager, matters, noMandate), row("POST /arenden/{id}/"+part, access.Manager, matters, noMandate))
	}
	accessRows = append(accessRows,
		row("GET /arenden/{id}/overlamnat", access.Manager, matters, 404), row("POST /arenden/{id}/ta-emot", access.Manager, matters, 403),
		row("POST /arenden/{id}/aterlamna", access.Manager, matters, 404),
		accessRow{route: "GET /vackta", as: access.UnionRep, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "GET /vackta/ny", as: access.UnionRep, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "POST /vackta/ny", as: access.UnionRep, signedOut: 303, other: 422, noMandate: 403, unknown: 422},
		row("GET /vackta/{id}", access.UnionRep, question, 403), row("GET /vackta/{id}/ta-emot", access.Manager, question, 403),
		row("POST /vackta/{id}/ta-emot", access.Manager, question, 403), row("POST /vackta/{id}/avboj", access.Manager, question, 403),
		row("POST /vackta/{id}/aterta", access.UnionRep, question, 403), row("POST /vackta/{id}/forhandling", access.UnionRep, question, 403),
		row("POST /vackta/{id}/forhandling/avsluta", access.Manager, question, 403))
}
