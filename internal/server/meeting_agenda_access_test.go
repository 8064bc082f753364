package server

import (
	"samverka/internal/access"
	"samverka/internal/matter"
	"samverka/internal/meeting"
)

func init() {
	seeds = append(seeds, seedAgenda)
	own := func(route string, as access.Role, ids map[string]string, noMandate int) accessRow {
		return accessRow{route: route, as: as, ids: ids, signedOut: 303, other: 404, noMandate: noMandate, unknown: 404}
	}
	group, suggestion, request := map[string]string{"id": "group"}, map[string]string{"id": "suggestion"}, map[string]string{"id": "request"}
	accessRows = append(accessRows,
		meetingDone("GET /moten/{id}/dagordning", access.Manager),
		meetingDone("POST /moten/{id}/overfor", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/tid", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/samla", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/foredragande", access.Manager),
		meetingRow("GET /moten/{id}/punkter/{item}/foredragning", access.Employee),
		own("GET /organisation/grupper/{id}/dagordning", access.Manager, group, 404),
		own("POST /organisation/grupper/{id}/dagordning", access.Manager, group, 404),
		accessRow{route: "GET /forslag", as: access.UnionRep, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "GET /forslag/nytt", as: access.UnionRep, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "POST /forslag", as: access.UnionRep, signedOut: 303, other: 422, noMandate: 403, unknown: 422},
		own("GET /forslag/{id}", access.UnionRep, suggestion, 403),
		own("POST /forslag/{id}/ta-upp", access.Manager, suggestion, 403),
		own("POST /forslag/{id}/svara", access.Manager, suggestion, 403),
		own("POST /forslag/{id}/ta-tillbaka", access.UnionRep, suggestion, 403),
		accessRow{route: "GET /begaran", as: access.SafetyRep, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "GET /begaran/ny", as: access.SafetyRep, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "POST /begaran", as: access.SafetyRep, signedOut: 303, other: 422, noMandate: 403, unknown: 422},
		own("GET /begaran/{id}", access.SafetyRep, request, 403),
		own("POST /begaran/{id}/svara", access.Manager, request, 403),
		own("POST /begaran/{id}/ta-tillbaka", access.SafetyRep, request, 403),
	)
}

// seedAgenda suggests something to FSG Omsorg, makes a request about Hemtjänst Väst, and invites Hanna Ros to present the
// meeting's matter.
func seedAgenda(st *stage) {
	group := st.number(st.org, `SELECT id FROM groups WHERE name = 'FSG Omsorg'`)
	var err error
	st.ids["group"] = group
	st.ids["suggestion"], err = st.server.Meeting.Suggest(st.ctx, st.who(st.org, access.UnionRep), meeting.SuggestForm{GroupID: group, Title: "Buller i hall B",
		Why: "Det går inte att prata i telefon.", Class: matter.EarlyDialogue})
	st.ok(err)
	st.ids["request"], err = st.server.Meeting.RequestSafety(st.ctx, st.who(st.org, access.SafetyRep), meeting.RequestForm{
		UnitID: st.number(st.org, `SELECT id FROM units WHERE name = 'Hemtjänst Väst'`), Title: "Ventilationen i källaren", Problem: "Luften är dålig.", Wanted: "Mät och åtgärda.",
		Kind: meeting.RequestMeasure, Committee: true})
	st.ok(err)
	st.ok(st.server.Meeting.InvitePresenter(st.ctx, st.who(st.org, access.Manager), st.ids["item"], "Hanna Ros"))
}
