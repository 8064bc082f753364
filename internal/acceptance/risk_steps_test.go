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
	a := act{roles: []access.Role{access.SafetyRep}, places: []place{{page: x.path("/riskbedomning/inbjudan"), form: "risk-state"}},
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

// writeRisk writes a draft with one row.
func (w *world) writeRisk(name string, x *matterRef) error {
	q, err := w.person(name)
	if err != nil {
		return err
	}
	at := func(part string) string { return x.path("/riskbedomning" + part) }
	for _, a := range []act{
		{places: []place{{page: at("/andring"), form: "risk-change"}}, action: at("/andring"), fields: []field{is("change", "Så som förslaget beskriver.")}},
		{places: []place{{page: at("/rad"), form: "risk-row"}}, action: at("/rad"), fields: []field{
			is("area", "workload"), is("source", "Högre belastning under övergången"), is("affected", "Alla på enheten"),
			is("probability", "3"), is("consequence", "2"), is("measure", "Avstämning varje vecka"), is("at_once", "yes"), is("do", "save"),
		}},
		{places: []place{{page: at("/slutsats"), form: "risk-conclude"}}, action: at("/slutsats"), fields: []field{is("conclusion", "with_measures"), is("follow_on", "2027-12-01"), is("follow_by", strconv.FormatInt(q.id, 10))}},
	} {
		a.roles = []access.Role{access.Manager}
		if _, err := w.do(name, a); err != nil {
			return err
		}
	}
	return nil
}

// inviteRisk invites the safety representative where the form offers it; who is already invited is not offered again.
func (w *world) inviteRisk(name string, x *matterRef, safety string) error {
	q, err := w.person(safety)
	if err != nil {
		return err
	}
	page, err := w.see(name, access.Manager, x.path("/riskbedomning/deltagare"))
	if err != nil {
		return err
	}
	id := strconv.FormatInt(q.id, 10)
	if page.form("risk-invite", holding("person", id)) == nil {
		return nil
	}
	_, err = w.do(name, act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/riskbedomning/deltagare"), form: "risk-invite"}},
		action: x.path("/riskbedomning/deltagare"), fields: []field{is("person", id)}})
	return err
}

func (w *world) fixDraft(name string, x *matterRef, withoutReason string) error {
	a := act{roles: []access.Role{access.Manager}, places: []place{{page: x.path("/riskbedomning/faststall"), form: "risk-fix"}}, action: x.path("/riskbedomning/faststall")}
	if withoutReason != "" {
		a.fields = []field{is("without_reason", withoutReason)}
	}
	_, err := w.do(name, a)
	return err
}
