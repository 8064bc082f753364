package server

import (
	"net/http"
	"strings"

	"samverka/internal/access"
	"samverka/internal/matter"
)

// seedAttachment gives a matter a file that a version of its proposal has.
func seedAttachment(st *stage) {
	st.t.Helper()
	who := st.who(st.org, access.Manager)
	m := st.matter(who, "Med bilaga")
	st.ok(st.server.Matter.Attach(st.ctx, who, m, matter.AttachmentForm{Name: "Kalkyl.txt", Data: []byte("Kostnaden är oförändrad.")}))
	_, err := st.server.Matter.Propose(st.ctx, who, m, matter.ProposalForm{Body: "Se bilagan.", Reason: "Frågan är liten."})
	st.ok(err)
	st.ids["attached"], st.ids["attachment"] = m, st.number(st.org, `SELECT id FROM attachments WHERE title = 'Kalkyl'`)
}

func init() {
	seeds = append(seeds, seedAttachment)
	file := map[string]string{"id": "attached", "attachment": "attachment"}
	for _, part := range []string{"GET /arenden/{id}/bilagor", "POST /arenden/{id}/bilagor", "GET /arenden/{id}/bilagor/{attachment}/fil",
		"POST /arenden/{id}/bilagor/{attachment}/ta-bort", "GET /arenden/{id}/bilagor/{attachment}/radera", "POST /arenden/{id}/bilagor/{attachment}/radera"} {
		noMandate := 404
		if strings.HasSuffix(part, "/ta-bort") {
			noMandate = 403
		}
		accessRows = append(accessRows, accessRow{route: part, as: access.Manager, ids: file, signedOut: http.StatusSeeOther, other: 404, noMandate: noMandate, unknown: 404})
	}
	one := map[string]string{"id": "matter"}
	row := func(route string, as access.Role, noMandate, unknown int) accessRow {
		return accessRow{route: route, as: as, ids: one, signedOut: http.StatusSeeOther, other: 404, noMandate: noMandate, unknown: unknown}
	}
	accessRows = append(accessRows,
		accessRow{route: "GET /sa-gick-det", as: access.Employee, signedOut: http.StatusSeeOther, other: 200, noMandate: 200, unknown: 200},
		row("GET /arenden/{id}/tidslinje", access.Manager, 404, 404), row("GET /arenden/{id}/akt", access.Manager, 404, 404),
		row("GET /arenden/{id}/akt.pdf", access.Manager, 404, 404), row("GET /arenden/{id}/akt.zip", access.Manager, 404, 404),
		row("POST /arenden/{id}/akt", access.Registrar, 404, 404),
	)
}
