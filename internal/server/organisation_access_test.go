package server

import (
	"net/http"

	"samverka/internal/access"
	"samverka/internal/organisation"
)

// registerRow is the row of a page that every member may read.
func registerRow(route string, ids map[string]string) accessRow {
	unknown, other := http.StatusOK, http.StatusOK
	if ids != nil {
		unknown, other = http.StatusNotFound, http.StatusNotFound
	}
	return accessRow{route: route, as: access.Admin, ids: ids, signedOut: http.StatusSeeOther, other: other, noMandate: http.StatusOK, unknown: unknown}
}

// keeperRow is the row of what only HR and administrators may do. bare is the answer to them without a form filled in.
func keeperRow(route string, ids map[string]string, bare int) accessRow {
	if ids != nil {
		bare = http.StatusNotFound
	}
	return accessRow{route: route, as: access.Admin, ids: ids, signedOut: http.StatusSeeOther, other: bare, noMandate: http.StatusForbidden, unknown: bare}
}

// closeRow is a keeper's form that is refused for its missing date before anything is looked up.
func closeRow(route string, ids map[string]string) accessRow {
	return accessRow{route: route, as: access.Admin, ids: ids, signedOut: http.StatusSeeOther, other: http.StatusUnprocessableEntity,
		noMandate: http.StatusUnprocessableEntity, unknown: http.StatusUnprocessableEntity}
}

func init() {
	unit, group, union, mandate := map[string]string{"id": "unit"}, map[string]string{"id": "group"}, map[string]string{"id": "union"}, map[string]string{"id": "mandate"}
	agreement := map[string]string{"id": "agreement"}
	preview := map[string]string{"id": "import"}
	accessRows = append(accessRows,
		registerRow("GET /organisation", nil), registerRow("GET /organisation/enheter/{id}", unit),
		keeperRow("GET /organisation/enheter/ny", nil, 200), keeperRow("POST /organisation/enheter", nil, 422),
		keeperRow("GET /organisation/enheter/{id}/andra", unit, 0), keeperRow("POST /organisation/enheter/{id}", unit, 0), closeRow("POST /organisation/enheter/{id}/avsluta", unit),
		registerRow("GET /organisation/grupper", nil), registerRow("GET /organisation/grupper/{id}", group),
		keeperRow("GET /organisation/grupper/ny", nil, 200), keeperRow("POST /organisation/grupper", nil, 422),
		keeperRow("GET /organisation/grupper/{id}/andra", group, 0), keeperRow("POST /organisation/grupper/{id}", group, 0), closeRow("POST /organisation/grupper/{id}/avsluta", group),
		registerRow("GET /organisation/forbund", nil),
		keeperRow("GET /organisation/forbund/ny", nil, 200), keeperRow("POST /organisation/forbund", nil, 422),
		keeperRow("GET /organisation/forbund/{id}/andra", union, 0), keeperRow("POST /organisation/forbund/{id}", union, 0), closeRow("POST /organisation/forbund/{id}/avsluta", union),
		keeperRow("GET /organisation/mandat", nil, 200),
		keeperRow("GET /organisation/mandat/ny", nil, 200), keeperRow("POST /organisation/mandat", nil, 422),
		keeperRow("GET /organisation/mandat/{id}/andra", mandate, 0), keeperRow("POST /organisation/mandat/{id}", mandate, 0),
		keeperRow("POST /organisation/mandat/{id}/avsluta", mandate, 0),
		registerRow("GET /ombud", nil),
		keeperRow("GET /installningar", nil, 200), keeperRow("GET /installningar/profil", nil, 200), keeperRow("POST /installningar/profil", nil, 422),
		registerRow("GET /installningar/avtal", nil), keeperRow("GET /installningar/avtal/nytt", nil, 200),
		keeperRow("GET /installningar/avtal/start", nil, 200), keeperRow("POST /installningar/avtal/start", nil, 422),
		keeperRow("POST /installningar/avtal", nil, 422), keeperRow("POST /installningar/avtal/ta-bort", nil, 404),
		registerRow("GET /installningar/avtal/historik", nil), keeperRow("GET /installningar/avtal/egna", nil, 200), keeperRow("POST /installningar/avtal/egna", nil, 422),
		registerRow("GET /installningar/avtal/enhet/{id}", unit), registerRow("GET /installningar/avtal/grupp/{id}", group),
		registerRow("GET /installningar/avtal/text", nil), keeperRow("GET /installningar/avtal/text/ny", nil, 200), keeperRow("POST /installningar/avtal/text", nil, 422),
		registerRow("GET /installningar/avtal/text/{id}", agreement), registerRow("GET /installningar/avtal/text/{id}/fil.pdf", agreement),
		keeperRow("GET /installningar/avtal/text/{id}/andra", agreement, 0), accessRow{route: "POST /installningar/avtal/text/{id}", as: access.Admin, ids: agreement, signedOut: 303, other: 422, noMandate: 403, unknown: 422},
		keeperRow("GET /installningar/avtal/text/{id}/regler", agreement, 0), keeperRow("POST /installningar/avtal/text/{id}/regler", agreement, 0),
		keeperRow("POST /installningar/avtal/text/{id}/ta-bort", agreement, 0),
		keeperRow("GET /installningar/import", nil, 200), keeperRow("POST /installningar/import", nil, 422), keeperRow("GET /installningar/import/{id}", preview, 0),
		keeperRow("POST /installningar/import/{id}/kolumner", preview, 0), keeperRow("POST /installningar/import/{id}/bekrafta", preview, 0),
		keeperRow("POST /installningar/import/{id}/ta-bort", preview, 0),
	)
	seeds = append(seeds, func(st *stage) {
		st.ids["unit"] = st.number(st.org, `SELECT id FROM units WHERE name = 'Hemtjänst Väst'`)
		st.ids["group"] = st.number(st.org, `SELECT id FROM groups WHERE name = 'FSG Omsorg'`)
		st.ids["union"] = st.number(st.org, `SELECT id FROM unions WHERE name = 'Kommunal'`)
		st.ids["mandate"] = st.number(st.org, `SELECT id FROM mandates WHERE role = 'union_rep'`)
		id, err := st.server.Importer.Start(st.ctx, st.who(st.org, access.Admin), sampleImport())
		st.ok(err)
		st.ids["import"] = id
		st.ids["agreement"], err = st.server.Organisation.SaveAgreementText(st.ctx, st.who(st.org, access.Admin), organisation.TextForm{Title: "Samverkansavtal", ValidFrom: stageDay,
			File: []byte("%PDF-1.4"), FileName: "avtal.pdf", Body: "4.1 Kallelsen skickas 14 dagar före mötet."})
		st.ok(err)
	})
}
