package server

import "samverka/internal/access"

func init() {
	one, no := map[string]string{"id": "matter"}, map[string]string{"id": "matter", "no": "one"}
	row := func(route string, as access.Role, ids map[string]string, noMandate int) accessRow {
		return accessRow{route: route, as: as, ids: ids, signedOut: 303, other: 404, noMandate: noMandate, unknown: 404}
	}
	const at = "/arenden/{id}/riskbedomning"
	accessRows = append(accessRows,
		accessRow{route: "GET /riskbedomningar", as: access.SafetyRep, signedOut: 303, other: 200, noMandate: 200, unknown: 200},
		row("GET "+at, access.Manager, one, 404), row("GET "+at+"/{no}", access.Manager, no, 404), row("GET "+at+"/{no}/riskbedomning.pdf", access.Manager, no, 404),
		row("GET "+at+"/inbjudan", access.SafetyRep, one, 404), row("POST "+at+"/inbjudan", access.SafetyRep, one, 404),
		row("POST "+at+"/yttrande", access.SafetyRep, one, 404),
		row("GET "+at+"/uppfoljd", access.Manager, one, 403), row("POST "+at+"/uppfoljd", access.Manager, one, 404),
		row("POST "+at+"/ny", access.Manager, one, 403),
	)
	for _, part := range []string{"andring", "slutsats", "deltagare", "faststall", "rad", "mall"} {
		accessRows = append(accessRows, row("GET "+at+"/"+part, access.Manager, one, 403), row("POST "+at+"/"+part, access.Manager, one, 404))
	}
	first := map[string]string{"id": "matter", "row": "one"}
	accessRows = append(accessRows, row("GET "+at+"/rad/{row}", access.Manager, first, 403), row("POST "+at+"/rad/{row}", access.Manager, first, 404),
		row("POST "+at+"/rad/{row}/ta-bort", access.Manager, first, 404),
		row("POST "+at+"/deltagare/{row}", access.Manager, map[string]string{"id": "matter", "row": "participant"}, 404))
}
