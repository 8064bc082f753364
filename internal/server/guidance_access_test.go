package server

import (
	"net/http"

	"samverka/internal/access"
)

func init() {
	row := func(route string, own, noMandate int) accessRow {
		return accessRow{route: route, as: access.Admin, signedOut: http.StatusSeeOther, other: own, noMandate: noMandate, unknown: own}
	}
	accessRows = append(accessRows,
		mine("GET /stod", 200), row("GET /installningar/stod", 200, 403),
		// {topic} stands as it is written, and is none
		row("GET /installningar/stod/{topic}", 404, 403), row("POST /installningar/stod/{topic}", 404, 403), row("POST /installningar/stod/{topic}/aterga", 404, 403),
		open("GET /om-samverkan", 200), open("GET /om-samverkan/{slug}", 404),
	)
}
