package matter

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/clock"
	"samverka/internal/organisation"
)

func TestTriage(t *testing.T) {
	t.Parallel()
	for _, c := range triageCases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, told(c.in.Triage(triageDay))); diff != "" {
				t.Errorf("triage (-want +got):\n%s", diff)
			}
		})
	}
}

var triageCases = []struct {
	name string
	in   Situation
	want []string
}{
	{"budget cut, 4 million, decided by the board", usual(about("budget"), board, wished(4, 28)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 03-31 (nearest), group FSG VO 04-14 (board)",
		"needs: proposal, risk, safety_rep, papers, board",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-10 risk_start, 03-17 notice, 03-19 items, 03-24 risk, 03-24 papers, 03-31 notice, 03-31 meeting, 04-02 items, 04-07 papers, 04-07 window, 04-14 meeting, 04-21 window, 04-28 decision",
	}},
	{"budget cut that is called small: the agreement takes every budget to samverkan", usual(about("budget"), notImportant), []string{
		"before_decision: regulated",
		"forums: apt (apt), group LSG Väst 03-31 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-10 risk_start, 03-17 notice, 03-19 items, 03-24 risk, 03-24 papers, 03-31 meeting, 04-07 window, 04-14 decision",
	}},
	{"reorganisation of two units in one förvaltning", usual(bothLocal, wished(6, 30)), []string{
		"before_decision: important",
		"forums: apt (apt), info LSG Norr 05-12 (inform), info LSG Väst 06-02 (inform), group FSG VO 06-16 (common)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 04-07 apt, 05-12 meeting_info, 05-26 risk_start, 06-02 notice, 06-02 meeting_info, 06-04 items, 06-09 risk, 06-09 papers, 06-16 meeting, 06-23 window, 06-30 decision",
	}},
	{"reorganisation over two förvaltningar", usual(acrossKommun, wished(6, 30)), []string{
		"before_decision: important",
		"forums: apt (apt), info LSG Väst 06-02 (inform), info FSG UT 04-21 (inform), group CSG 06-09 (common)",
		"needs: mandate, proposal, risk, safety_rep, papers, plan",
		"unions: Kommunal group, Vision group",
		"days: 04-07 apt, 04-21 meeting_info, 05-19 risk_start, 05-26 notice, 05-28 items, 06-02 risk, 06-02 papers, 06-02 meeting_info, 06-09 meeting, 06-16 window, 06-30 decision",
	}},
	{"reorganisation still an idea: begin with early dialogue", usual(idea, wished(6, 16)), []string{
		"early_dialogue: idea",
		"forums: apt (apt), early LSG Väst 04-28 (early), group LSG Väst 06-02 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 04-07 apt, 04-28 early, 05-12 risk_start, 05-19 notice, 05-21 items, 05-26 risk, 05-26 papers, 06-02 meeting, 06-09 window, 06-16 decision",
	}},
	{"new schedule", usual(about("working_time")), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 03-31 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-10 risk_start, 03-17 notice, 03-19 items, 03-24 risk, 03-24 papers, 03-31 meeting, 04-07 window, 04-14 decision",
	}},
	{"new schedule without time for a disagreement", usual(about("working_time"), wished(3, 31)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 02-24 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 02-03 risk_start, 02-10 apt, 02-10 notice, 02-12 items, 02-17 risk, 02-17 papers, 02-24 meeting, 03-03 window, 03-31 decision",
	}},
	{"new schedule, and the meeting leaves no time for a request of central negotiation", usual(about("working_time"), wished(3, 2)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 02-24 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 02-03 risk_start, 02-10 apt, 02-10 notice, 02-12 items, 02-17 risk, 02-17 papers, 02-24 meeting, 03-02 decision",
		"words: no_window",
	}},
	{"relocation of the office", usual(about("premises"), wished(6, 9)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 04-28 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 04-07 apt, 04-07 risk_start, 04-14 notice, 04-16 items, 04-21 risk, 04-21 papers, 04-28 meeting, 05-05 window, 06-09 decision",
	}},
	{"outsourcing of the kitchen", usual(about("staffing"), outsiders, board, wished(6, 30)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 06-02 (nearest), group FSG VO 06-16 (board), mbl38 Kommunal (mbl38), mbl38 Vision (mbl38)",
		"needs: proposal, risk, safety_rep, papers, board",
		"unions: Kommunal group, Vision group",
		"days: 04-07 apt, 05-12 risk_start, 05-19 notice, 05-21 items, 05-26 risk, 05-26 papers, 06-02 notice, 06-02 meeting, 06-04 items, 06-09 papers, 06-09 window, 06-16 meeting, 06-22 negotiation, 06-23 window, 06-30 decision",
	}},
	{"a consultant for a week, nothing else changes", usual(about("staffing"), outsiders, notImportant, noRisk, toGroup("budget", "premises")), []string{
		"mbl38: mbl38",
		"forums: info LSG Väst 03-31 (not_important), mbl38 Kommunal (mbl38), mbl38 Vision (mbl38)",
		"needs: mandate, information",
		"unions: Kommunal info, Vision info",
		"days: 03-17 notice, 03-19 items, 03-31 meeting_info, 04-06 negotiation, 04-14 decision",
	}},
	{"recruitment of a manager", usual(about("manager_appointment"), noRisk), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 03-31 (nearest)",
		"needs: mandate, proposal, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-17 notice, 03-19 items, 03-24 papers, 03-31 meeting, 04-07 window, 04-14 decision",
	}},
	{"new case system for all", usual(about("other"), acrossKommun, wished(6, 30)), []string{
		"before_decision: important",
		"forums: apt (apt), info LSG Väst 06-02 (inform), info FSG UT 04-21 (inform), group CSG 06-09 (common)",
		"needs: mandate, proposal, risk, safety_rep, papers, plan",
		"unions: Kommunal group, Vision group",
		"days: 04-07 apt, 04-21 meeting_info, 05-19 risk_start, 05-26 notice, 05-28 items, 06-02 risk, 06-02 papers, 06-02 meeting_info, 06-09 meeting, 06-16 window, 06-30 decision",
	}},
	{"closure over summer", usual(about("staffing"), wished(5, 5)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 03-31 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-10 risk_start, 03-17 notice, 03-19 items, 03-24 risk, 03-24 papers, 03-31 meeting, 04-07 window, 05-05 decision",
	}},
	{"policy on leave of absence", usual(about("policy"), noRisk, wished(5, 5)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 03-31 (nearest)",
		"needs: mandate, proposal, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-17 notice, 03-19 items, 03-24 papers, 03-31 meeting, 04-07 window, 05-05 decision",
	}},
	{"an individual's schedule: not for samverkan", usual(about("working_time"), individuals), []string{
		"individual: individual",
	}},
	{"one person's rehabilitation: not for samverkan, whatever else is said", usual(about("work_environment"), individuals, notImportant, outsiders), []string{
		"individual: individual",
	}},
	{"a union with an agreement that ends before the meeting", usual(about("working_time"), unions(kommunal, leaving)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 03-31 (nearest), mbl11 Vision (mbl11)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision mbl11",
		"days: 03-03 apt, 03-10 risk_start, 03-17 notice, 03-19 items, 03-24 risk, 03-24 papers, 03-31 meeting, 04-06 negotiation, 04-07 window, 04-14 decision",
	}},
	{"the same union, the meeting before its agreement ends", usual(about("working_time"), unions(kommunal, leaving), wished(3, 10)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 02-24 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 02-03 risk_start, 02-10 apt, 02-10 notice, 02-12 items, 02-17 risk, 02-17 papers, 02-24 meeting, 03-03 window, 03-10 decision",
	}},
	{"a union outside the local agreement, named by the manager", usual(about("working_time"), unions(everyone...), concerned(3)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 03-31 (nearest), mbl11 Läkarförbundet (mbl11)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group, Läkarförbundet mbl11",
		"days: 03-03 apt, 03-10 risk_start, 03-17 notice, 03-19 items, 03-24 risk, 03-24 papers, 03-31 meeting, 04-06 negotiation, 04-07 window, 04-14 decision",
	}},
	{"no union of the groups within the agreement", usual(about("working_time"), unions(leaving)), []string{
		"mbl11: mbl11",
		"forums: apt (apt), group LSG Väst 03-31 (nearest), mbl11 Vision (mbl11)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Vision mbl11",
		"days: 03-03 apt, 03-10 risk_start, 03-17 notice, 03-19 items, 03-24 risk, 03-24 papers, 03-31 meeting, 04-06 negotiation, 04-07 window, 04-14 decision",
	}},
	{"member of a union without collective agreement", usual(about("working_time"), unions(everyone...), concerned(4)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 03-31 (nearest), mbl13 Brandmännens RF (mbl13)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group, Brandmännens RF mbl13",
		"days: 03-03 apt, 03-10 risk_start, 03-17 notice, 03-19 items, 03-24 risk, 03-24 papers, 03-31 meeting, 04-06 negotiation, 04-07 window, 04-14 decision",
	}},
	{"the same, no important change: only MBL 13", usual(about("other"), unions(everyone...), concerned(4), notImportant, noRisk), []string{
		"mbl13: mbl13",
		"forums: info LSG Väst 03-31 (not_important), mbl13 Brandmännens RF (mbl13)",
		"needs: mandate, information",
		"unions: Kommunal info, Vision info, Brandmännens RF mbl13",
		"days: 03-17 notice, 03-19 items, 03-31 meeting_info, 04-06 negotiation, 04-14 decision",
	}},
	{"urgent: wished in nine days", usual(about("premises"), wished(2, 12)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 02-03 risk_start, 02-10 apt, 02-10 notice, 02-12 items, 02-17 risk, 02-17 papers, 02-24 meeting, 02-24 decision",
		"words: late 02-17, hurry",
	}},
	{"wished on a day without a meeting in time", usual(about("working_time"), wished(2, 22)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 02-03 risk_start, 02-10 apt, 02-10 notice, 02-12 items, 02-17 risk, 02-17 papers, 02-24 meeting, 02-24 decision",
		"words: next_meeting 02-24, planned 02-24",
	}},
	{"no meeting is planned at all", usual(about("working_time"), unplanned), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-24 risk_start, 03-31 notice, 04-02 items, 04-07 risk, 04-07 papers, 04-14 meeting_needed, 04-14 decision",
		"words: no_meeting 04-14",
	}},
	{"secrecy: procurement", usual(secret, wished(6, 9)), []string{
		"before_decision: important",
		"forums: group LSG Väst 04-28 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers, secrecy",
		"unions: Kommunal group, Vision group",
		"days: 04-07 risk_start, 04-14 notice, 04-16 items, 04-21 risk, 04-21 papers, 04-28 meeting, 05-05 window, 06-09 decision",
		"words: secret",
	}},
	{"company", usual(inCompany, about("premises")), []string{
		"before_decision: important",
		"forums: apt (apt), group Bolagets samverkansgrupp 03-31 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group",
		"days: 03-10 risk_start, 03-17 notice, 03-19 items, 03-23 apt_needed, 03-24 risk, 03-24 papers, 03-31 meeting, 04-07 window, 04-14 decision",
	}},
	{"company, secret", usual(inCompany, secret, noRisk), []string{
		"before_decision: important",
		"forums: group Bolagets samverkansgrupp 03-31 (nearest)",
		"needs: mandate, proposal, papers, secrecy",
		"unions: Kommunal group",
		"days: 03-17 notice, 03-19 items, 03-24 papers, 03-31 meeting, 04-07 window, 04-14 decision",
		"words: secret",
	}},
	{"the board decides over one unit", usual(about("premises"), board, wished(6, 23)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 04-28 (nearest), group FSG VO 05-19 (board)",
		"needs: proposal, risk, safety_rep, papers, board",
		"unions: Kommunal group, Vision group",
		"days: 04-07 apt, 04-07 risk_start, 04-14 notice, 04-16 items, 04-21 risk, 04-21 papers, 04-28 meeting, 05-05 notice, 05-05 window, 05-07 items, 05-12 papers, 05-19 meeting, 05-26 window, 06-23 decision",
	}},
	{"the board decides, groups in order from below", usual(about("premises"), board, bottomUp, wished(6, 23)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 04-28 (nearest), group FSG VO 05-19 (board)",
		"needs: proposal, risk, safety_rep, papers, board",
		"unions: Kommunal group, Vision group",
		"days: 04-07 apt, 04-07 risk_start, 04-14 notice, 04-16 items, 04-21 risk, 04-21 papers, 04-28 meeting, 05-05 notice, 05-05 window, 05-07 items, 05-12 papers, 05-19 meeting, 05-26 window, 06-23 decision",
	}},
	{"a small change: new chairs", usual(about("other"), notImportant), []string{
		"information: not_important",
		"forums: info LSG Väst 03-31 (not_important)",
		"needs: mandate, information, risk, safety_rep",
		"unions: Kommunal info, Vision info",
		"days: 03-17 notice, 03-19 items, 03-24 risk_start, 03-31 meeting_info, 04-07 risk, 04-14 decision",
	}},
	{"a small change for two units: one group is informed", usual(about("other"), notImportant, bothLocal, noRisk), []string{
		"information: not_important",
		"forums: info FSG VO 03-10 (not_important)",
		"needs: mandate, information",
		"unions: Kommunal info, Vision info",
		"days: 02-24 notice, 02-26 items, 03-10 meeting_info, 04-14 decision",
	}},
	{"small, but a union outside the agreement is concerned", usual(about("other"), notImportant, unions(everyone...), concerned(3), noRisk), []string{
		"information: not_important",
		"forums: info LSG Väst 03-31 (not_important)",
		"needs: mandate, information",
		"unions: Kommunal info, Vision info, Läkarförbundet direct",
		"days: 03-17 notice, 03-19 items, 03-31 meeting_info, 04-14 decision",
	}},
	{"nobody knows whether it is important", usual(about("other"), unsure), []string{
		"before_decision: unsure",
		"forums: apt (apt), group LSG Väst 03-31 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-10 risk_start, 03-17 notice, 03-19 items, 03-24 risk, 03-24 papers, 03-31 meeting, 04-07 window, 04-14 decision",
	}},
	{"the work environment goes to a safety committee as well", usual(about("work_environment"), wished(4, 28)), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 03-31 (nearest), group FSG VO 04-14 (committee)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-10 risk_start, 03-17 notice, 03-19 items, 03-24 risk, 03-24 papers, 03-31 notice, 03-31 meeting, 04-02 items, 04-07 papers, 04-07 window, 04-14 meeting, 04-21 window, 04-28 decision",
	}},
	{"in practice already decided", usual(about("working_time"), settled), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 03-31 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-10 risk_start, 03-17 notice, 03-19 items, 03-24 risk, 03-24 papers, 03-31 meeting, 04-07 window, 04-14 decision",
		"words: settled",
	}},
	{"samverkan takes effect when the minutes are approved", usual(about("working_time"), whenApproved), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 02-24 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 02-03 risk_start, 02-10 apt, 02-10 notice, 02-12 items, 02-17 risk, 02-17 papers, 02-24 meeting, 03-15 window, 04-14 decision",
	}},
	{"no group covers the unit", usual(func(in *Situation) { in.Coverage = nil }), []string{
		"before_decision: important",
		"forums: apt (apt)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"words: no_group",
	}},
	{"nothing answered about the day yet", usual(func(in *Situation) { in.PlannedDecision = clock.Date{} }), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 02-03 risk_start, 02-10 apt, 02-10 notice, 02-12 items, 02-17 risk, 02-17 papers, 02-24 meeting, 02-24 decision",
	}},
	{"corrected down by the manager", usual(about("working_time"), corrected(Correction{Duty: DutyInform, Reason: "Bara två timmar"})), []string{
		"information: corrected",
		"forums: info LSG Väst 03-31 (not_important)",
		"needs: mandate, information, risk, safety_rep",
		"unions: Kommunal info, Vision info",
		"days: 03-17 notice, 03-19 items, 03-24 risk_start, 03-31 meeting_info, 04-07 risk, 04-14 decision",
	}},
	{"corrected up by the manager", usual(about("other"), notImportant, corrected(Correction{Duty: DutyNegotiate})), []string{
		"before_decision: corrected",
		"forums: apt (apt), group LSG Väst 03-31 (nearest)",
		"needs: mandate, proposal, risk, safety_rep, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-10 risk_start, 03-17 notice, 03-19 items, 03-24 risk, 03-24 papers, 03-31 meeting, 04-07 window, 04-14 decision",
	}},
	{"no risk assessment, corrected", usual(about("working_time"), corrected(Correction{NoRisk: true})), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 03-31 (nearest)",
		"needs: mandate, proposal, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-17 notice, 03-19 items, 03-24 papers, 03-31 meeting, 04-07 window, 04-14 decision",
	}},
	{"a small change of a kind that the unit's own arrangement takes to a group", usual(about("other"), notImportant, noRisk,
		arranged(terms("group_categories", `["other"]`), nil)), []string{
		"before_decision: regulated",
		"forums: apt (apt), group LSG Väst 03-31 (nearest)",
		"needs: mandate, proposal, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-17 notice, 03-19 items, 03-24 papers, 03-31 meeting, 04-07 window, 04-14 decision",
	}},
	{"a small budget question, where the unit's own arrangement lets the manager decide", usual(about("budget"), notImportant, noRisk,
		arranged(terms("group_categories", `[]`), nil)), []string{
		"information: not_important",
		"forums: info LSG Väst 03-31 (not_important)",
		"needs: mandate, information",
		"unions: Kommunal info, Vision info",
		"days: 03-17 notice, 03-19 items, 03-31 meeting_info, 04-14 decision",
	}},
	{"the group is called three weeks ahead, and papers go out two", usual(about("working_time"), noRisk,
		arranged(nil, organisation.Terms{"notice_days": []byte("21"), "papers_days": []byte("14")})), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst 03-31 (nearest)",
		"needs: mandate, proposal, papers",
		"unions: Kommunal group, Vision group",
		"days: 03-03 apt, 03-10 notice, 03-17 papers, 03-19 items, 03-31 meeting, 04-07 window, 04-14 decision",
	}},
	{"the group's minutes have to be approved first", usual(about("working_time"), noRisk, wished(2, 26),
		arranged(nil, terms("effective_at", `"approval"`))), []string{
		"before_decision: important",
		"forums: apt (apt), group LSG Väst (nearest)",
		"needs: mandate, proposal, papers",
		"unions: Kommunal group, Vision group",
		"days: 02-10 apt, 02-10 notice, 02-12 items, 02-17 papers, 02-24 meeting, 03-08 decision",
		"words: late 03-01, hurry",
	}},
}
