package server

import (
	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
)

// seedMatter makes a matter with a proposal, a plan, a fixed risk assessment and a wizard under way.
func seedMatter(st *stage) {
	st.t.Helper()
	who := st.who(st.org, access.Manager)
	id := st.matter(who, "Nytt schema")
	st.ids["matter"] = id
	_, err := st.server.Matter.Propose(st.ctx, who, id, matter.ProposalForm{Body: "Sexveckorsschema.", Reason: "Prov"})
	st.ok(err)
	st.ok(st.server.Matter.SaveRisk(st.ctx, who, id, matter.RiskForm{Rows: []matter.RiskRow{{Area: "workload", Source: "Fler delade turer", Probability: 3, Consequence: 4}}}))
	st.ok(st.server.Matter.FixRisk(st.ctx, who, id, "Inget skyddsombud den dagen"))
	st.ids["one"] = 1
	draft, err := st.server.Matter.StartDraft(st.ctx, who)
	st.ok(err)
	st.ids["draft"] = draft
}

// matter starts a matter about the whole förvaltning.
func (st *stage) matter(who access.Actor, title string) int64 {
	st.t.Helper()
	id, err := st.server.Matter.Create(st.ctx, who, matter.New{Title: title, UnitIDs: []int64{st.number(who.OrgID, `SELECT id FROM units WHERE name = 'Omsorgen'`)},
		Category: "working_time", Purpose: "Längre återhämtning", PlannedDecision: clock.Today(st.clock).Add(30), Decider: matter.ByManager, WorkEnvironment: true})
	st.ok(err)
	return id
}

func init() {
	seeds = append(seeds, seedMatter)
	one := map[string]string{"id": "matter"}
	no := map[string]string{"id": "matter", "no": "one"}
	draft := map[string]string{"draft": "draft", "step": "one"}
	row := func(route string, as access.Role, ids map[string]string, noMandate int) accessRow {
		return accessRow{route: route, as: as, ids: ids, signedOut: 303, other: 404, noMandate: noMandate, unknown: 404}
	}
	accessRows = append(accessRows,
		accessRow{route: "GET /arenden", as: access.Manager, signedOut: 303, other: 200, noMandate: 200, unknown: 200},
		accessRow{route: "GET /arenden/ny", as: access.Manager, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "POST /arenden/ny", as: access.Manager, signedOut: 303, other: 422, noMandate: 403, unknown: 422},
		accessRow{route: "GET /arenden/nytt", as: access.Manager, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "POST /arenden/nytt", as: access.Manager, signedOut: 303, other: 303, noMandate: 403, unknown: 303},
		row("GET /arenden/nytt/{draft}/{step}", access.Manager, draft, 403), row("POST /arenden/nytt/{draft}/{step}", access.Manager, draft, 403),
		row("GET /arenden/nytt/{draft}/kontrollera", access.Manager, draft, 403), row("POST /arenden/nytt/{draft}/kontrollera", access.Manager, draft, 403),
		row("GET /arenden/nytt/{draft}/stopp", access.Manager, draft, 403), row("POST /arenden/nytt/{draft}/ta-bort", access.Manager, draft, 403),
		row("GET /arenden/{id}", access.Manager, one, 404),
		row("GET /arenden/{id}/forslag", access.Manager, one, 404), row("POST /arenden/{id}/forslag", access.Manager, one, 404),
		row("GET /arenden/{id}/forslag/{no}", access.Manager, no, 404),
		row("GET /arenden/{id}/apt", access.Manager, one, 404), row("POST /arenden/{id}/apt", access.Manager, one, 404),
		row("GET /arenden/{id}/plan", access.Manager, one, 403), row("POST /arenden/{id}/plan", access.Manager, one, 403),
		row("GET /arenden/{id}/mote", access.Manager, one, 404),
		row("GET /arenden/{id}/aterta", access.Manager, one, 404), row("POST /arenden/{id}/aterta", access.Manager, one, 404),
		row("GET /arenden/{id}/beslut", access.Manager, one, 404), row("POST /arenden/{id}/beslut", access.Manager, one, 404),
		row("GET /arenden/{id}/namndbeslut", access.Registrar, one, 403), row("POST /arenden/{id}/namndbeslut", access.Registrar, one, 403),
		row("GET /arenden/{id}/undantag", access.Manager, one, 404), row("POST /arenden/{id}/undantag", access.Manager, one, 404),
		row("GET /arenden/{id}/undantag/svar", access.Negotiator, one, 403), row("POST /arenden/{id}/undantag/svar", access.Negotiator, one, 403),
		row("GET /arenden/{id}/forhandling", access.Manager, one, 403), row("POST /arenden/{id}/forhandling", access.Manager, one, 403),
		row("GET /arenden/{id}/mbl", access.UnionRep, one, 403), row("POST /arenden/{id}/mbl", access.UnionRep, one, 403),
		row("GET /arenden/{id}/central", access.UnionRep, one, 403), row("POST /arenden/{id}/central", access.UnionRep, one, 403),
		row("GET /arenden/{id}/avsta", access.UnionRep, one, 403), row("POST /arenden/{id}/avsta", access.UnionRep, one, 403),
		row("GET /arenden/{id}/forslag/{no}/invandning", access.UnionRep, no, 403), row("POST /arenden/{id}/forslag/{no}/invandning", access.UnionRep, no, 403),
		row("POST /arenden/{id}/anteckning", access.UnionRep, one, 403),
		row("GET /arenden/{id}/riskbedomning", access.Manager, one, 404), row("POST /arenden/{id}/riskbedomning", access.Manager, one, 404),
		row("GET /arenden/{id}/riskbedomning/{no}", access.Manager, no, 404),
		row("POST /arenden/{id}/riskbedomning/bjud-in", access.Manager, one, 404), row("POST /arenden/{id}/riskbedomning/yttrande", access.SafetyRep, one, 404),
		row("POST /arenden/{id}/riskbedomning/faststall", access.Manager, one, 404),
	)
}
