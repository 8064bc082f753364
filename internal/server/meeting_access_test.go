package server

import (
	"net/http"

	"samverka/internal/access"
	"samverka/internal/matter"
	"samverka/internal/meeting"
)

// meetingRow is the row of a route of one meeting: whoever may not know of it meets the same answer as for one that does
// not exist.
func meetingRow(route string, as access.Role) accessRow {
	return accessRow{route: route, as: as, ids: map[string]string{"id": "meeting", "item": "item", "remark": "item", "part": "item"}, signedOut: http.StatusSeeOther,
		other: http.StatusNotFound, noMandate: http.StatusNotFound, unknown: http.StatusNotFound}
}

// meetingDone is meetingRow for actions that ask for the role before anything else.
func meetingDone(route string, as access.Role) accessRow {
	row := meetingRow(route, as)
	row.noMandate = http.StatusForbidden
	return row
}

func init() {
	seeds = append(seeds, seedMeeting)
	accessRows = append(accessRows,
		mine("GET /moten", 200),
		mine("GET /protokoll", 200),
		accessRow{route: "GET /moten/nytt", as: access.Manager, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "POST /moten", as: access.Manager, signedOut: 303, other: 422, noMandate: 403, unknown: 422},
		meetingRow("GET /moten/{id}", access.Manager),
		meetingRow("GET /moten/{id}/kallelse", access.UnionRep),
		meetingRow("GET /moten/{id}/lage", access.UnionRep),
		meetingRow("GET /moten/{id}/lage/visning", access.UnionRep),
		meetingRow("GET /moten/{id}/strom", access.UnionRep),
		meetingDone("POST /moten/{id}/penna", access.Manager),
		accessRow{route: "POST /moten/{id}/atgarder/{action}/klar", as: access.Manager, ids: map[string]string{"id": "meeting", "action": "item"}, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "POST /moten/{id}/atgarder/{action}/ta-bort", as: access.Manager, ids: map[string]string{"id": "meeting", "action": "item"}, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		meetingRow("POST /moten/{id}/punkter/{item}/atgarder", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/antecknad-standpunkt", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/bekrafta", access.UnionRep),
		meetingRow("POST /moten/{id}/punkter/{item}/utkast", access.Manager),
		meetingRow("GET /moten/{id}/punkter/{item}", access.UnionRep),
		meetingRow("GET /moten/{id}/protokoll", access.UnionRep),
		meetingRow("GET /moten/{id}/protokoll.pdf", access.UnionRep),
		meetingRow("GET /moten/{id}/protokoll.docx", access.Manager),
		meetingRow("GET /moten/{id}/kallelse.pdf", access.UnionRep),
		meetingRow("GET /moten/{id}/kallelse.docx", access.UnionRep),
		accessRow{route: "GET /moten/{id}/arkiv.zip", as: access.Registrar, ids: map[string]string{"id": "meeting"}, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		meetingDone("POST /moten/{id}/kallelse", access.Manager),
		meetingDone("POST /moten/{id}/handlingar", access.Manager),
		meetingRow("POST /moten/{id}/last", access.UnionRep),
		meetingRow("POST /moten/{id}/extra", access.UnionRep),
		meetingDone("POST /moten/{id}/stall-in", access.Manager),
		meetingRow("POST /moten/{id}/flytta", access.Manager),
		meetingRow("POST /moten/{id}/punkter", access.Manager),
		meetingDone("POST /moten/{id}/egna-punkter", access.Manager),
		meetingDone("POST /moten/{id}/oppna", access.Manager),
		meetingRow("POST /moten/{id}/narvaro", access.Manager),
		meetingDone("POST /moten/{id}/avsluta", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/flytta", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/ta-bort", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/inled", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/bordlagg", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/avsluta", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/klar", access.Manager),
		meetingRow("GET /moten/{id}/punkter/{item}/utan-organisation", access.UnionRep),
		meetingRow("POST /moten/{id}/punkter/{item}/utan-organisation", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/utan-organisation/svar", access.HR),
		meetingRow("POST /moten/{id}/punkter/{item}/anteckning", access.Manager),
		meetingRow("GET /moten/{id}/punkter/{item}/sekretess", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/sekretess", access.Manager),
		meetingDone("POST /moten/{id}/punkter/{item}/sekretess/havd", access.Manager),
		meetingRow("POST /moten/{id}/punkter/{item}/handlingar", access.UnionRep),
		meetingRow("POST /moten/{id}/punkter/{item}/standpunkt", access.UnionRep),
		meetingDone("POST /moten/{id}/protokoll/skicka", access.Manager),
		meetingDone("POST /moten/{id}/protokoll/justera", access.UnionRep),
		meetingDone("POST /moten/{id}/protokoll/erinran", access.UnionRep),
		meetingDone("POST /moten/{id}/protokoll/vidhall", access.UnionRep),
		meetingDone("POST /moten/{id}/protokoll/andra", access.Manager),
		meetingDone("POST /moten/{id}/protokoll/ersattare", access.Manager),
		meetingDone("POST /moten/{id}/protokoll/skrivare", access.Manager),
		meetingDone("POST /moten/{id}/protokoll/sekretess", access.HR),
		meetingDone("POST /moten/{id}/protokoll/rattelser", access.Manager),
		meetingRow("GET /moten/{id}/protokoll/utdrag", access.UnionRep),
		meetingRow("GET /moten/{id}/protokoll/utdrag.pdf", access.UnionRep),
		meetingRow("GET /moten/{id}/protokoll/delar", access.UnionRep),
		meetingRow("GET /moten/{id}/protokoll/paragraf/{item}", access.Manager),
		meetingDone("POST /moten/{id}/protokoll/paragraf/{item}", access.Manager),
		meetingRow("GET /moten/{id}/protokoll/paragraf/{item}/synpunkt", access.UnionRep),
		meetingDone("POST /moten/{id}/protokoll/paragraf/{item}/synpunkt", access.UnionRep),
		meetingRow("GET /moten/{id}/protokoll/paragraf/{item}/justera", access.Manager),
		meetingDone("POST /moten/{id}/protokoll/paragraf/{item}/justera", access.Manager),
		meetingDone("POST /moten/{id}/protokoll/synpunkter/{remark}", access.Manager),
		meetingDone("POST /moten/{id}/protokoll/delar/{part}/justera", access.UnionRep),
		meetingDone("POST /moten/{id}/protokoll/delar/{part}/erinran", access.UnionRep),
		meetingDone("POST /moten/{id}/protokoll/delar/{part}/ersattare", access.Manager),
		meetingDone("POST /moten/{id}/protokoll/delar/{part}/ta-tillbaka", access.Manager),
		accessRow{route: "GET /protokoll/fraser", as: access.HR, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "POST /protokoll/fraser", as: access.HR, signedOut: 303, other: 422, noMandate: 403, unknown: 422},
		accessRow{route: "POST /protokoll/fraser/{phrase}/ta-bort", as: access.HR, ids: map[string]string{"phrase": "meeting"}, signedOut: 303, other: 409, noMandate: 403, unknown: 409},
		accessRow{route: "GET /arenden/{id}/standpunkt", as: access.UnionRep, ids: map[string]string{"id": "meeting matter"}, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
	)
}

// seedMeeting lays out a meeting of FSG Omsorg four weeks ahead, with a matter before decision on its agenda.
func seedMeeting(st *stage) {
	who := st.who(st.org, access.Manager)
	unit := st.number(st.org, `SELECT id FROM units WHERE name = 'Omsorgen'`)
	group := st.number(st.org, `SELECT id FROM groups WHERE name = 'FSG Omsorg'`)
	day := stageDay.Add(30)
	m, err := st.server.Matter.Create(st.ctx, who, matter.New{Title: "Nya lokaler", UnitIDs: []int64{unit}, Category: "premises",
		Purpose: "Hyresavtalet löper ut", PlannedDecision: day, Decider: matter.ByManager, WorkEnvironment: true})
	st.ok(err)
	_, err = st.server.Matter.Propose(st.ctx, who, m, matter.ProposalForm{Body: "Dagverksamheten flyttar till Storgatan 4.", Reason: "Provet"})
	st.ok(err)
	st.ok(st.server.Matter.ConfirmPlan(st.ctx, who, m, []matter.PlanTrack{{Kind: matter.KindGroup, GroupID: group}}, ""))
	id, err := st.server.Meeting.Plan(st.ctx, who, meeting.PlanForm{GroupID: group, StartsAt: day.At(13, 0), Place: "Rådhuset"})
	st.ok(err)
	st.ok(st.server.Meeting.SetUp(st.ctx, who, id, meeting.SetUpForm{MatterID: m, Class: matter.BeforeDecision}))
	st.ids["meeting"], st.ids["meeting matter"] = id, m
	st.ids["item"] = st.number(st.org, `SELECT id FROM agenda_items WHERE meeting_id = $1 AND matter_id = $2`, id, m)
}
