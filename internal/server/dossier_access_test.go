package server

import (
	"net/http"

	"samverka/internal/access"
)

func init() {
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
