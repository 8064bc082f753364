package acceptance

import (
	"strconv"

	"samverka/internal/access"
)

// fixRisk writes a risk assessment when there is none, invites the safety representative, lets them state their opinion, and
// fixes it.
func (w *world) fixRisk(name, title, safety string, agrees bool) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	if err := w.writeRisk(name, x); err != nil {
		return err
	}
	if err := w.inviteRisk(name, x, safety); err != nil {
		return err
	}
	a := act{roles: []access.Role{access.SafetyRep}, places: []place{{page: x.path("/riskbedomning"), form: "risk-state"}},
		action: x.path("/riskbedomning/yttrande"), fields: []field{is("agrees", "yes"), is("body", "Bedömningen är rimlig.")}}
	if !agrees {
		a.fields = []field{is("agrees", "no"), is("body", "Åtgärderna räcker inte.")}
	}
	if _, err := w.do(safety, a); err != nil {
		return err
	}
	return w.fixDraft(name, x, "")
}

func (w *world) fixRiskAlone(name, title, reason string) error {
	x, err := w.matter(title)
	if err != nil {
		return err
	}
	if err := w.writeRisk(name, x); err != nil {
		return err
	}
	return w.fixDraft(name, x, reason)
}

// writeRisk saves a draft with one row.
func (w *world) writeRisk(name string, x *matterRef) error {
	_, err := w.do(name, act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/riskbedomning"), form: "risk-save"}},
		action: x.path("/riskbedomning"), fields: []field{
			is("change", "Så som förslaget beskriver."), is("conclusion", "with_measures"),
			is("area_1", "workload"), is("source_1", "Högre belastning under övergången"), is("affected_1", "Alla på enheten"),
			is("probability_1", "3"), is("consequence_1", "2"), is("measure_1", "Avstämning varje vecka"), is("responsible_1", "Chefen"),
		}})
	return err
}

// inviteRisk invites the safety representative where the form offers it; who is already invited is not offered again.
func (w *world) inviteRisk(name string, x *matterRef, safety string) error {
	q, err := w.person(safety)
	if err != nil {
		return err
	}
	page, err := w.see(name, access.Manager, x.path("/riskbedomning"))
	if err != nil {
		return err
	}
	id := strconv.FormatInt(q.id, 10)
	if page.form("risk-invite", holding("person", id)) == nil {
		return nil
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/riskbedomning"), form: "risk-invite"}},
		action: x.path("/riskbedomning/bjud-in"), fields: []field{is("person", id)}})
	return err
}

func (w *world) fixDraft(name string, x *matterRef, withoutReason string) error {
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/riskbedomning"), form: "risk-fix"}}, action: x.path("/riskbedomning/faststall")}
	if withoutReason != "" {
		a.fields = []field{is("without_reason", withoutReason)}
	}
	_, err := w.do(name, a)
	return err
}
