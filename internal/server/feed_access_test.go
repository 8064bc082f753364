package server

import "samverka/internal/access"

func init() {
	accessRows = append(accessRows,
		open("GET /kalender/{token}.ics", 404), // the address is the key, signed in or not
		mine("GET /konto/kalender", 200),
		mine("POST /konto/kalender", 303),
		mine("POST /konto/kalender/aterkalla", 303),
		meetingRow("GET /moten/{id}/kalender.ics", access.UnionRep),
		meetingDone("POST /moten/{id}/plats", access.Manager),
		meetingDone("POST /moten/{id}/paminn", access.Manager),
		meetingDone("POST /moten/{id}/skicka-igen", access.Manager),
	)
}
