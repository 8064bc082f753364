package server

import (
	"net/http"

	"samverka/internal/access"
	"samverka/internal/apt"
)

// aptRow is the row of a route of one APT: whoever it is not for meets the same answer as for one that does not exist.
func aptRow(route string) accessRow {
	return accessRow{route: route, as: access.Manager, ids: map[string]string{"id": "apt", "item": "apt item", "sitting": "apt sitting", "proposal": "apt proposal", "question": "apt question"},
		signedOut: http.StatusSeeOther, other: http.StatusNotFound, noMandate: http.StatusNotFound, unknown: http.StatusNotFound}
}

// aptDone is aptRow for actions that ask for the role before anything else.
func aptDone(route string) accessRow {
	row := aptRow(route)
	row.noMandate = http.StatusForbidden
	return row
}

func init() {
	seeds = append(seeds, seedAPT)
	accessRows = append(accessRows,
		mine("GET /apt", 200),
		accessRow{route: "GET /apt/ny", as: access.Manager, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "POST /apt", as: access.Manager, signedOut: 303, other: 422, noMandate: 403, unknown: 422},
		aptRow("GET /apt/{id}"),
		aptRow("GET /apt/{id}/lage"),
		aptRow("GET /apt/{id}/anteckningar"),
		aptRow("GET /apt/{id}/anteckningar.pdf"),
		aptRow("GET /apt/{id}/anteckningar.docx"),
		aptRow("GET /apt/{id}/foresla"),
		aptRow("POST /apt/{id}/foresla"),
		aptDone("POST /apt/{id}/inbjudan"),
		aptDone("POST /apt/{id}/dagordning"),
		aptDone("POST /apt/{id}/stall-in"),
		aptRow("POST /apt/{id}/tillfallen"),
		aptRow("POST /apt/{id}/tillfallen/{sitting}/flytta"),
		aptRow("POST /apt/{id}/tillfallen/{sitting}/stall-in"),
		aptRow("POST /apt/{id}/tillfallen/{sitting}/oppna"),
		aptRow("POST /apt/{id}/tillfallen/{sitting}/avsluta"),
		aptRow("POST /apt/{id}/tillfallen/{sitting}/penna"),
		aptDone("POST /apt/{id}/skribenter"),
		aptDone("POST /apt/{id}/skribenter/ta-bort"),
		aptDone("POST /apt/{id}/forslag/{proposal}/ta-upp"),
		aptDone("POST /apt/{id}/forslag/{proposal}/svara"),
		aptDone("POST /apt/{id}/publicera"),
		aptRow("POST /apt/{id}/deltog"),
		aptRow("POST /apt/{id}/last"),
		aptRow("POST /apt/{id}/fragor"),
		aptRow("POST /apt/{id}/fragor/{question}/svar"),
		aptDone("POST /apt/{id}/punkter"),
		aptRow("POST /apt/{id}/punkter/{item}/andra"),
		aptRow("POST /apt/{id}/punkter/{item}/flytta"),
		aptRow("POST /apt/{id}/punkter/{item}/ta-bort"),
		aptRow("POST /apt/{id}/punkter/{item}/anteckning"),
		aptRow("POST /apt/{id}/punkter/{item}/besked"),
		aptRow("POST /apt/{id}/punkter/{item}/angra"),
		aptRow("POST /apt/{id}/punkter/{item}/svar"),
	)
}

// seedAPT lays out an APT of Omsorgen four weeks ahead, with a proposal and a question.
func seedAPT(st *stage) {
	who := st.who(st.org, access.Manager)
	unit := st.number(st.org, `SELECT id FROM units WHERE name = 'Omsorgen'`)
	day := stageDay.Add(31)
	id, err := st.server.APT.Plan(st.ctx, who, apt.PlanForm{UnitID: unit, Sittings: []apt.SittingForm{{StartsAt: day.At(9, 0), Place: "Rådhuset"}}})
	st.ok(err)
	st.ids["apt"] = id
	st.ids["apt item"] = st.number(st.org, `SELECT min(id) FROM apt_items WHERE apt_id = $1`, id)
	st.ids["apt sitting"] = st.number(st.org, `SELECT min(id) FROM apt_sittings WHERE apt_id = $1`, id)
	st.ids["apt proposal"] = st.number(st.org, `INSERT INTO apt_proposals (unit_id, apt_id, person_id, title, created_at) VALUES ($1, $2, $3, 'Buller', now()) RETURNING id`, unit, id, who.PersonID)
	st.ids["apt question"] = st.number(st.org, `INSERT INTO apt_questions (apt_id, text, asked_on) VALUES ($1, 'När?', '2027-03-01') RETURNING id`, id)
}
