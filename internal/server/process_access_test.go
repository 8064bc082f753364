package server

import (
	"strings"

	"samverka/internal/access"
	"samverka/internal/matter"
)

// seedProcess copies a template and starts a matter from one.
func seedProcess(st *stage) {
	st.t.Helper()
	id, err := st.server.Process.Copy(st.ctx, st.who(st.org, access.HR), "nytt-schema", "Vårt schema")
	st.ok(err)
	st.ids["template"] = id
	who := st.who(st.org, access.Manager)
	draft, err := st.server.Matter.StartFrom(st.ctx, who, "nytt-schema")
	st.ok(err)
	m := st.matter(who, "Schema från mall")
	st.ids["process"] = m
	tx, err := st.pg.Super.Begin(st.ctx)
	st.ok(err)
	defer tx.Rollback(st.ctx)
	for _, sql := range []string{`UPDATE matters SET template = 'nytt-schema' WHERE id = $1 AND org_id = $2`,
		`INSERT INTO matter_steps (org_id, matter_id, position, step, planned_on) VALUES ($2, $1, 1, '{"title": "Beskriv ramarna", "kind": "task", "days": 98}', '2027-03-01')`} {
		_, err := tx.Exec(st.ctx, sql, m, who.OrgID)
		st.ok(err)
	}
	st.ok(tx.Commit(st.ctx))
	st.ok(st.server.Matter.SaveStep(st.ctx, who, draft, 2, 1, func(a *matter.Answers) { a.Decider = matter.ByManager }))
}

func init() {
	seeds = append(seeds, seedProcess)
	own, followed := map[string]string{"ref": "template"}, map[string]string{"id": "process"}
	for _, part := range []string{"GET /mallar/{ref}", "POST /mallar/{ref}/starta", "POST /mallar/{ref}/kopiera", "GET /mallar/{ref}/andra", "POST /mallar/{ref}/andra", "POST /mallar/{ref}/bruk"} {
		as := access.HR
		if strings.HasSuffix(part, "starta") {
			as = access.Manager
		}
		accessRows = append(accessRows, accessRow{route: part, as: as, ids: own, signedOut: 303, other: 404, noMandate: 403, unknown: 404})
	}
	accessRows = append(accessRows, accessRow{route: "GET /mallar", as: access.HR, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "GET /arenden/{id}/steg", as: access.Manager, ids: followed, signedOut: 303, other: 404, noMandate: 404, unknown: 404},
		accessRow{route: "POST /arenden/{id}/steg/rakna-om", as: access.Manager, ids: followed, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "POST /arenden/{id}/steg", as: access.Manager, ids: followed, signedOut: 303, other: 404, noMandate: 403, unknown: 404})
}
