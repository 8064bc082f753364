package server

import (
	"net/url"
	"testing"

	"samverka/internal/access"
)

// seedWeeding has HR propose the weeding of an old draft.
func seedWeeding(st *stage) {
	st.t.Helper()
	who := st.who(st.org, access.HR)
	for _, sql := range []string{
		`INSERT INTO matter_drafts (org_id, person_id, answers, updated_at) VALUES ($1, $2, '{}', '2020-01-02 12:00+01')`,
		`INSERT INTO retention_rules (org_id, kind, version, valid_from, years, source, changed_by, changed_at) VALUES ($1, 'drafts', 1, '2020-01-02', 2, 'Punkt 4', $2, '2020-01-02 12:00+01')`,
	} {
		_, err := st.pg.Super.Exec(st.ctx, sql, who.OrgID, who.PersonID)
		st.ok(err)
	}
	d, err := st.server.Retention.Draft(st.ctx, who, "drafts")
	st.ok(err)
	id, err := st.server.Retention.Propose(st.ctx, who, "drafts", d.Mark())
	st.ok(err)
	st.ids["weeding"] = id
}

func init() {
	seeds = append(seeds, seedWeeding)
	one := map[string]string{"id": "weeding"}
	accessRows = append(accessRows,
		mine("GET /installningar/bevarande", 200),
		accessRow{route: "GET /installningar/bevarande/{kind}", as: access.HR, signedOut: 303, other: 404, noMandate: 404, unknown: 404},
		accessRow{route: "POST /installningar/bevarande/{kind}", as: access.HR, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "GET /gallring", as: access.Registrar, signedOut: 303, other: 200, noMandate: 403, unknown: 200},
		accessRow{route: "GET /gallring/underlag/{kind}", as: access.Registrar, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "GET /gallring/underlag/{kind}.csv", as: access.Registrar, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "POST /gallring/underlag/{kind}", as: access.Registrar, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "GET /gallring/{id}", as: access.Registrar, ids: one, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "GET /gallring/{id}/lista.csv", as: access.Registrar, ids: one, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "POST /gallring/{id}/godkann", as: access.Registrar, ids: one, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "POST /gallring/{id}/avsla", as: access.Registrar, ids: one, signedOut: 303, other: 404, noMandate: 403, unknown: 404},
		accessRow{route: "POST /gallring/{id}/aterta", as: access.Registrar, ids: one, signedOut: 303, other: 404, noMandate: 403, unknown: 404})
}

// Weedings are HR's and the registrar's; the administrator writes rules and sees nothing of what is weeded.
func TestWhoMayWeed(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	rule := url.Values{"seen": {"0"}, "what": {"preserve"}, "valid_from": {"2099-01-01"}}
	for role, want := range map[access.Role][4]int{
		access.HR: {200, 200, 200, 422}, access.Registrar: {200, 200, 200, 422}, access.Admin: {403, 403, 403, 403}, access.Manager: {403, 403, 403, 403},
		access.UnionRep: {403, 403, 403, 403}, access.SafetyRep: {403, 403, 403, 403}, access.Negotiator: {403, 403, 403, 403}, access.Employee: {403, 403, 403, 403},
	} {
		v := st.as(role)
		got := [4]int{v.get("/gallring").status, v.get("/gallring/underlag/drafts").status, v.get("/gallring/underlag/drafts.csv").status,
			v.post("/gallring/underlag/drafts", url.Values{"mark": {"another"}}).status}
		if got != want {
			t.Errorf("%s: got %v, want %v", role, got, want)
		}
		want303 := role == access.HR || role == access.Registrar || role == access.Admin
		if got := v.post("/installningar/bevarande/mails", rule).status; (got == 303 || got == 409) != want303 {
			t.Errorf("%s saves a rule: got %d", role, got)
		}
		if got := v.post("/installningar/bevarande/minutes", rule).status; want303 && got != 422 {
			t.Errorf("%s makes minutes weedable: got %d, want 422", role, got)
		}
	}
}
