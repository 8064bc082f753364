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
	"meeting.item_secret": "OSL 10 kap. 11–14 §§", "meeting.item_public": "OSL 10 kap. 11–14 §§",
	"meeting.item_tabled": "Samverkansavtalet: bordläggning", "meeting.minutes_final": "MBL 16 §; Samverkansavtalet: justering",
	"matter.mbl_requested": "MBL 11 §", "matter.central_requested": "MBL 14 §", "matter.central_waived": "MBL 14 §", "matter.negotiation_ended": "MBL 16 §", "": "MBL 14 §; Samverkansavtalet: frist",
	"matter.decided": "MBL 11 § första stycket", "matter.board_decided": "MBL 11 § första stycket", "matter.decided_before": "MBL 11 § andra stycket",
	"matter.deviation": "MBL 11 §", "matter.board_deviated": "MBL 11 §",
	"matter.exception_requested": "MBL 11 § andra stycket", "matter.exception_approved": "MBL 11 § andra stycket", "matter.exception_rejected": "MBL 11 § andra stycket",
	"matter.feedback_given": "Samverkansavtalet: återkoppling", "matter.effect_checked": "AFS 2023:1", "matter.work_stopped": "AML 6 kap. 7 §", "matter.work_resumed": "AML 6 kap. 7 §",
	"matter.created": "MBL 11 §; Samverkansavtalet: frågor till samverkan", "matter.edited": "MBL 11 §", "matter.plan_agreed": "Samverkansavtalet: frågor över förvaltningsgränser",
	"matter.triage_corrected": "MBL 11 och 19 §§", "matter.triage_objected": "MBL 12 §", "raised.accepted": "MBL 12 §; Samverkansavtalet: fackligt väckta frågor",
	"matter.lifted": "Samverkansavtalet: nästa beslutsnivå", "matter.sent_back": "Samverkansavtalet: nästa beslutsnivå", "matter.regrouped": "Samverkansavtalet: grupper",
	"matter.handed_over": "KL 7 kap. 5 och 6 §§", "matter.taken_on": "KL 7 kap. 5 och 6 §§", "matter.handed_back": "KL 7 kap. 5 och 6 §§", "matter.taken_back": "KL 7 kap. 5 och 6 §§",
	"matter.withdrawn": "Samverkansavtalet", "matter.reopened": "Samverkansavtalet", "matter.closed": "Samverkansavtalet: återkoppling",
	"matter.step_done": "Samverkansavtalet: arbetsgång", "matter.step_undone": "Samverkansavtalet: arbetsgång", "matter.steps_recounted": "Samverkansavtalet: arbetsgång",
	"matter.attached": "MBL 11 §; Samverkansavtalet: handlingar", "matter.detached": "MBL 11 §; Samverkansavtalet: handlingar", "matter.attachment_erased": "GDPR artikel 17; OSL",
	"matter.risk_described": "AFS 2023:1", "matter.risk_concluded": "AFS 2023:1", "matter.risk_row_removed": "AFS 2023:1", "matter.risk_renewed": "AFS 2023:1", "matter.risk_followed": "AFS 2023:1",
	"matter.risk_answered": "AML 6 kap. 4 §", "matter.risk_uninvited": "AML 6 kap. 4 §",
	"matter.step_requested": "MBL 14 §; Samverkansavtalet: stegen vid oenighet", "matter.request_withdrawn": "MBL 14 §; Samverkansavtalet: stegen vid oenighet",
	"matter.late_requested": "MBL 11 §; Samverkansavtalet: sen begäran", "matter.late_consented": "MBL 11 §; Samverkansavtalet: sen begäran", "matter.late_declined": "MBL 11 §; Samverkansavtalet: sen begäran",
	"matter.negotiation_logged": "MBL 16 §",
	"matter.executing":          "Samverkansavtalet: verkställighet", "matter.following": "AFS 2023:1", "matter.check_planned": "AFS 2023:1",
	"matter.action_added": "Samverkansavtalet: handlingsplan", "meeting.action_added": "Samverkansavtalet: handlingsplan",
	"action.done": "Samverkansavtalet: handlingsplan", "action.moved": "Samverkansavtalet: handlingsplan", "action.given": "Samverkansavtalet: handlingsplan",
	"meeting.set_up": "Samverkansavtalet: dagordning", "meeting.item_removed": "Samverkansavtalet: dagordning", "meeting.presenter": "Samverkansavtalet: adjungerade",
	"meeting.opened": "Samverkansavtalet: mötet", "meeting.closed": "Samverkansavtalet: mötet", "meeting.moved": "Samverkansavtalet: kallelse", "meeting.cancelled": "Samverkansavtalet: kallelse",
	"meeting.item_handled": "MBL 19 §", "meeting.position_confirmed": "MBL 11 §",
	"meeting.alone_proposed": "Samverkansavtalet; MBL 11 §", "meeting.alone_confirmed": "Samverkansavtalet; MBL 11 §", "meeting.alone_declined": "Samverkansavtalet; MBL 11 §",
	"meeting.minutes_sent": "Samverkansavtalet: justering", "meeting.minutes_changed": "Samverkansavtalet: justering", "meeting.minutes_section": "Samverkansavtalet: justering",
	"meeting.minutes_objected": "MBL 16 §; Samverkansavtalet: justering", "meeting.minutes_maintained": "MBL 16 §; Samverkansavtalet: justering", "meeting.part_immediate": "Samverkansavtalet: omedelbar justering",
	disclosed: "TF 2 kap.; OSL", disclosedMasked: "TF 2 kap.; OSL",
}

// Source is the rule that the moment rests on; "": none.
func (m Moment) Source() string { return sources[m.Kind] }
