package dossier

// sources are the rules that a kind of event rests on; the names of laws are Swedish in every language.
var sources = map[string]string{
	"matter.dialogue": "Samverkansavtalet: dialog på APT", "apt.to_group": "Samverkansavtalet: dialog på APT",
	"matter.planned": "Samverkansavtalet; MBL 11, 13, 14, 19 och 38 §§", "matter.proposed": "MBL 11 §", "matter.proposed_editorial": "Samverkansavtalet: redaktionell ändring",
	"matter.objected_editorial": "Samverkansavtalet: redaktionell ändring",
	"matter.risk_saved":         "AFS 2023:1", "matter.risk_invited": "AML 6 kap. 4 §", "matter.risk_stated": "AML 6 kap. 4 §", "matter.risk_fixed": "AFS 2023:1",
	"meeting.notice_sent": "Samverkansavtalet: kallelse", "meeting.papers_sent": "Samverkansavtalet: handlingar", "meeting.late_papers_accepted": "Samverkansavtalet: sena handlingar",
	"meeting.tabling_requested": "Samverkansavtalet: bordläggning", "meeting.extra_accepted": "Samverkansavtalet: extra möte", "meeting.extra_refused": "Samverkansavtalet: extra möte",
	"meeting.item_opened": "MBL 11 §", "meeting.position": "MBL 11 §", "meeting.position_recorded": "MBL 11 §", "meeting.concluded": "Samverkansavtalet; MBL 11 §",
	"meeting.item_tabled": "Samverkansavtalet: bordläggning", "meeting.minutes_final": "MBL 16 §; Samverkansavtalet: justering",
	"matter.mbl_requested": "MBL 11 §", "matter.central_requested": "MBL 14 §", "matter.central_waived": "MBL 14 §", "matter.negotiation_ended": "MBL 16 §", "": "MBL 14 §; Samverkansavtalet: frist",
	"matter.decided": "MBL 11 § första stycket", "matter.board_decided": "MBL 11 § första stycket", "matter.decided_before": "MBL 11 § andra stycket",
	"matter.deviation": "MBL 11 §", "matter.board_deviated": "MBL 11 §",
	"matter.exception_requested": "MBL 11 § andra stycket", "matter.exception_approved": "MBL 11 § andra stycket", "matter.exception_rejected": "MBL 11 § andra stycket",
	"matter.feedback_given": "Samverkansavtalet: återkoppling", "matter.effect_checked": "AFS 2023:1", "matter.work_stopped": "AML 6 kap. 7 §", "matter.work_resumed": "AML 6 kap. 7 §",
	disclosed: "TF 2 kap.; OSL", disclosedMasked: "TF 2 kap.; OSL",
}

// Source is the rule that the moment rests on; "": none.
func (m Moment) Source() string { return sources[m.Kind] }
