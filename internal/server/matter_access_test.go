package server

import (
	"strings"

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
	st.risk(who, id, matter.RiskRow{Area: "workload", Source: "Fler delade turer", Probability: 3, Consequence: 4})
	st.ok(st.server.Matter.RenewRisk(st.ctx, who, id))
	st.ok(st.server.Matter.InviteRisk(st.ctx, who, id, []int64{st.who(st.org, access.SafetyRep).PersonID}))
	st.ids["participant"] = st.number(st.org, `SELECT id FROM risk_participants`)
	st.ids["one"] = 1
	draft, err := st.server.Matter.StartDraft(st.ctx, who)
	st.ok(err)
	st.ids["draft"] = draft
	union := st.number(who.OrgID, `SELECT id FROM unions ORDER BY id LIMIT 1`)
	st.ok(st.server.Matter.ConfirmPlan(st.ctx, who, id, []matter.PlanTrack{{Kind: matter.KindMBL11, UnionID: union}}, "Prov"))
	st.ids["track"] = st.number(who.OrgID, `SELECT id FROM tracks WHERE kind = 'mbl11'`)
	_, err = st.pg.Super.Exec(st.ctx, `INSERT INTO late_requests (org_id, matter_id, union_id, reason, requested_by, requested_at) VALUES ($1, $2, $3, 'Frågan har vuxit', $4, '2027-03-01 09:00Z')`,
		who.OrgID, id, union, who.PersonID)
	st.ok(err)
	st.ids["late"] = st.number(who.OrgID, `SELECT id FROM late_requests`)
	seedDecided(st, who)
}

// risk fixes a risk assessment with the rows, without a safety representative.
func (st *stage) risk(who access.Actor, id int64, rows ...matter.RiskRow) {
	st.t.Helper()
	st.ok(st.server.Matter.DescribeRisk(st.ctx, who, id, matter.RiskChange{Change: "Så som förslaget säger."}))
	for _, r := range rows {
		_, err := st.server.Matter.SaveRiskRow(st.ctx, who, id, r, false)
		st.ok(err)
	}
	st.ok(st.server.Matter.ConcludeRisk(st.ctx, who, id, matter.RiskConclusion{Conclusion: "proceed"}))
	st.ok(st.server.Matter.FixRisk(st.ctx, who, id, matter.RiskFix{WithoutReason: "Inget skyddsombud den dagen", Reason: "Prov"}))
}

// seedDecided makes a matter with a decision and what follows it, past the gate.
func seedDecided(st *stage, who access.Actor) {
	st.t.Helper()
	id := st.matter(who, "Kortare möten")
	st.ids["decided"] = id
	_, err := st.server.Matter.Propose(st.ctx, who, id, matter.ProposalForm{Body: "Högst 45 minuter.", Reason: "Prov"})
	st.ok(err)
	tx, err := st.pg.Super.Begin(st.ctx)
	st.ok(err)
	defer tx.Rollback(st.ctx)
	for _, sql := range []string{`SET LOCAL session_replication_role = replica`,
		`INSERT INTO decisions (org_id, matter_id, proposal_id, decided_on, recorded_by, recorded_at) SELECT $2, $1, p.id, '2027-03-01', $3, '2027-03-01 09:00Z' FROM proposals p WHERE p.matter_id = $1`,
		`INSERT INTO actions (org_id, matter_id, what, person_id, due_on, created_by, created_at) VALUES ($2, $1, 'Skriv om mallen', $3, '2027-04-01', $3, '2027-03-01 09:00Z')`,
		`INSERT INTO matter_feedback (org_id, matter_id, unit_id, person_id, due_on) SELECT $2, $1, mu.unit_id, $3, '2027-04-01' FROM matter_units mu WHERE mu.matter_id = $1`,
		`INSERT INTO matter_checks (org_id, matter_id, what, person_id, due_on, created_at) VALUES ($2, $1, 'Blev det bra?', $3, '2027-06-01', '2027-03-01 09:00Z')`,
		`INSERT INTO matter_stops (org_id, matter_id, person_id, reason, placed_at) VALUES ($2, $1, $3, 'Ensamarbete', '2027-03-02 09:00Z')`} {
		args := []any{id, who.OrgID, who.PersonID}
		if !strings.Contains(sql, "$") {
			args = nil
		}
		_, err := tx.Exec(st.ctx, sql, args...)
		st.ok(err)
	}
	st.ok(tx.Commit(st.ctx))
	for table, sql := range map[string]string{"actions": `SELECT id FROM actions`, "feedback": `SELECT id FROM matter_feedback`, "checks": `SELECT id FROM matter_checks`} {
		st.ids[table] = st.number(who.OrgID, sql)
	}
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
	one, decided := map[string]string{"id": "matter"}, map[string]string{"id": "decided"}
	no := map[string]string{"id": "matter", "no": "one"}
	track, late := map[string]string{"id": "matter", "track": "track"}, map[string]string{"id": "matter", "late": "late"}
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
		row("GET /arenden/nytt/{draft}/ratta", access.Manager, draft, 403), row("POST /arenden/nytt/{draft}/ratta", access.Manager, draft, 403),
		row("GET /arenden/{id}/bedomning", access.Manager, one, 404), row("GET /arenden/{id}/bedomning/ratta", access.Manager, one, 404),
		row("POST /arenden/{id}/bedomning/ratta", access.Manager, one, 404), row("POST /arenden/{id}/bedomning/invandning", access.UnionRep, one, 404),
		row("POST /arenden/{id}/bedomning/last", access.HR, one, 403),
		accessRow{route: "GET /bedomningar", as: access.HR, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
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
		row("GET /arenden/{id}/mbl/sent", access.UnionRep, one, 403), row("POST /arenden/{id}/mbl/sent", access.UnionRep, one, 403),
		row("GET /arenden/{id}/mbl/sent/{late}", access.Manager, late, 403), row("POST /arenden/{id}/mbl/sent/{late}", access.Manager, late, 403),
		row("GET /arenden/{id}/oenighet", access.UnionRep, one, 403), row("POST /arenden/{id}/oenighet", access.UnionRep, one, 403),
		row("POST /arenden/{id}/oenighet/{step}/aterta", access.UnionRep, map[string]string{"id": "matter", "step": "one"}, 403),
		row("GET /arenden/{id}/spar/{track}", access.Manager, track, 404), row("POST /arenden/{id}/spar/{track}", access.Manager, track, 404),
		row("POST /arenden/{id}/spar/{track}/aterta", access.UnionRep, track, 403),
		row("GET /arenden/{id}/central", access.UnionRep, one, 403), row("POST /arenden/{id}/central", access.UnionRep, one, 403),
		row("GET /arenden/{id}/avsta", access.UnionRep, one, 403), row("POST /arenden/{id}/avsta", access.UnionRep, one, 403),
		row("GET /arenden/{id}/forslag/{no}/invandning", access.UnionRep, no, 403), row("POST /arenden/{id}/forslag/{no}/invandning", access.UnionRep, no, 403),
		row("POST /arenden/{id}/anteckning", access.UnionRep, one, 403),
		row("GET /arenden/{id}/efterat", access.Manager, decided, 404),
		row("POST /arenden/{id}/efterat/genomfor", access.Manager, decided, 403), row("POST /arenden/{id}/efterat/folj-upp", access.Manager, decided, 403),
	)
	for _, step := range []struct {
		path, row string
		as        access.Role
	}{{"atgard", "", access.Manager}, {"kontroll", "", access.Manager}, {"avsluta", "", access.Manager}, {"stopp", "", access.SafetyRep}, {"stopp/hav", "", access.Manager},
		{"aterkoppling/{row}", "feedback", access.Manager}, {"kontroll/{row}", "checks", access.Manager}} {
		ids := map[string]string{"id": "decided"}
		if step.row != "" {
			ids["row"] = step.row
		}
		accessRows = append(accessRows, row("GET /arenden/{id}/efterat/"+step.path, step.as, ids, 403), row("POST /arenden/{id}/efterat/"+step.path, step.as, ids, 403))
	}
}
