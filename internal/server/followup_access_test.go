package server

import (
	"strings"

	"samverka/internal/access"
)

// seedFollowup starts a round with one group, in which one measure waits for somebody.
func seedFollowup(st *stage) {
	st.t.Helper()
	hr, group := st.who(st.org, access.HR), st.number(st.org, `SELECT min(group_id) FROM mandates WHERE role = 'union_rep'`)
	year, _, _ := stageDay.YMD()
	id, err := st.server.FollowUp.Start(st.ctx, hr, year, []int64{group})
	st.ok(err)
	st.ids["round"], st.ids["followed"] = id, group
}

func init() {
	seeds = append(seeds, seedFollowup)
	round, group := map[string]string{"id": "round"}, map[string]string{"id": "round", "group": "followed"}
	row := func(route string, ids map[string]string, as access.Role, noMandate int) {
		accessRows = append(accessRows, accessRow{route: route, as: as, ids: ids, signedOut: 303, other: 404, noMandate: noMandate, unknown: 404})
	}
	accessRows = append(accessRows, accessRow{route: "GET /uppfoljning", as: access.HR, signedOut: 303, other: 200, noMandate: 200, unknown: 200},
		accessRow{route: "POST /uppfoljning", as: access.HR, signedOut: 303, other: 422, noMandate: 403, unknown: 422})
	row("GET /uppfoljning/{id}", round, access.HR, 200) // the statement is for everybody; of the groups an employee sees nothing
	row("GET /uppfoljning/{id}/uttalande", round, access.HR, 404)
	for _, part := range []string{"vidare", "analys", "dialog", "uttalande", "godkann"} {
		row("POST /uppfoljning/{id}/"+part, round, access.HR, 403)
	}
	for _, part := range []string{"GET ", "GET /svar", "POST /besok", "POST /besokt", "POST /utan", "POST /svar", "POST /gemensam", "POST /atgarder", "POST /atgarder/{measure}/ansvarig", "POST /atgarder/{measure}/ta-bort"} {
		method, rest, _ := strings.Cut(part, " ")
		row(method+" /uppfoljning/{id}/grupper/{group}"+rest, group, access.HR, 404)
	}
}
