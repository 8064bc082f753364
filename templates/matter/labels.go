// Package matter holds the pages of a matter (ärende): the list, the wizard, the samverkansresa with its Beslutsläge, and
// the forms of proposals, plan, decision, exception, negotiations and risk assessment.
package matter

import (
	"context"
	"fmt"

	"samverka/internal/i18n"
	"samverka/internal/matter"
	"samverka/templates/ui"
)

// stateKeys are the labels of a matter's states.
var stateKeys = map[matter.State]string{
	matter.Draft: "matter.state.draft", matter.Early: "matter.state.early_dialogue", matter.Preparation: "matter.state.preparation",
	matter.InSamverkan: "matter.state.in_samverkan", matter.AwaitsRequest: "matter.state.awaits_request", matter.Enhanced: "negotiation.state.enhanced", matter.HigherGroup: "negotiation.state.raised", matter.Central: "matter.state.central",
	matter.Ready: "matter.state.ready", matter.Decided: "matter.state.decided", matter.Executing: "matter.state.executing",
	matter.Following: "matter.state.following", matter.Closed: "matter.state.closed", matter.Withdrawn: "matter.state.withdrawn",
	matter.HandedOver: "matter.state.handed_over", matter.BeforeSamv: "matter.state.before", matter.Deviates: "matter.state.deviates",
}

// stateTones colour them; the word says the same.
var stateTones = map[matter.State]ui.Tone{
	matter.InSamverkan: ui.Info, matter.AwaitsRequest: ui.Warning, matter.Enhanced: ui.Warning, matter.HigherGroup: ui.Warning, matter.Central: ui.Warning, matter.Ready: ui.Success, matter.Decided: ui.Success, matter.Executing: ui.Info, matter.Following: ui.Info,
	matter.BeforeSamv: ui.Danger, matter.Deviates: ui.Danger,
}

// trackKeys are the labels of a track's states.
var trackKeys = map[matter.TrackState]string{
	matter.TrackPlanned: "matter.track.planned", matter.TrackOngoing: "matter.track.ongoing", matter.TrackTabled: "matter.track.tabled",
	matter.TrackAdjourned: "matter.track.adjourned", matter.TrackAgreed: "matter.track.agreed", matter.TrackDisagreed: "matter.track.disagreed",
	matter.TrackAwaits: "matter.track.awaits", matter.TrackNegotiating: "matter.track.negotiating", matter.TrackClosed: "matter.track.closed",
	matter.TrackOutdated: "matter.track.outdated", matter.TrackAlone: "matter.track.alone", matter.TrackHanded: "matter.track.handed", matter.TrackEnhanced: "negotiation.state.enhanced",
}

var trackTones = map[matter.TrackState]ui.Tone{
	matter.TrackOngoing: ui.Info, matter.TrackTabled: ui.Warning, matter.TrackEnhanced: ui.Warning, matter.TrackAdjourned: ui.Warning, matter.TrackAgreed: ui.Success,
	matter.TrackDisagreed: ui.Warning, matter.TrackAwaits: ui.Warning, matter.TrackNegotiating: ui.Warning, matter.TrackClosed: ui.Success,
	matter.TrackOutdated: ui.Danger, matter.TrackAlone: ui.Warning,
}

// kindKeys say what a track is for.
var kindKeys = map[string]string{
	matter.KindGroup: "matter.kind.group", matter.KindInfo: "matter.kind.info", matter.KindMBL11: "matter.kind.mbl11", matter.KindMBL13: "matter.kind.mbl13",
	matter.KindMBL38: "matter.kind.mbl38", matter.KindMBL14: "matter.kind.mbl14", matter.KindMBL19: "negotiation.kind.mbl19",
}

var mannerKeys = map[string]string{
	matter.InAgreement: "matter.manner.agreement", matter.InDisagreement: "matter.manner.disagreement", matter.ByWithdrawal: "matter.manner.withdrawal",
	matter.RequestWithdrawn: "negotiation.manner.request_withdrawn", matter.AgreementResumed: "negotiation.manner.agreement_resumed", matter.Informed: "negotiation.manner.informed",
}

var deviationKeys = map[string]string{
	matter.AsProposed: "matter.deviation.none", matter.MinorDeviation: "matter.deviation.minor", matter.MaterialDeviation: "matter.deviation.material",
}

var stanceKeys = map[string]string{
	matter.Agrees: "matter.stance.agrees", matter.Disagrees: "matter.stance.disagrees", matter.Abstains: "matter.stance.abstains",
	matter.NotConcerned: "matter.stance.not_concerned",
}

var classKeys = map[string]string{
	matter.Standing: "matter.class.standing", matter.Information: "matter.class.information", matter.EarlyDialogue: "matter.class.early_dialogue",
	matter.BeforeDecision: "matter.class.before_decision", matter.FollowUp: "matter.class.follow_up",
}

var categoryKeys = map[string]string{
	"working_time": "matter.category.working_time", "organisation": "matter.category.organisation", "premises": "matter.category.premises",
	"budget": "matter.category.budget", "policy": "matter.category.policy", "staffing": "matter.category.staffing",
	"manager_appointment": "matter.category.manager_appointment", "work_environment": "matter.category.work_environment", "other": "matter.category.other",
}

var deciderKeys = map[string]string{matter.ByManager: "matter.decider.manager", matter.ByBoard: "matter.decider.board"}

var areaKeys = map[string]string{
	"workload": "matter.risk_area.workload", "working_time": "matter.risk_area.working_time", "roles": "matter.risk_area.roles",
	"social": "matter.risk_area.social", "threats": "matter.risk_area.threats", "working_alone": "matter.risk_area.working_alone",
	"ergonomics": "matter.risk_area.ergonomics", "premises": "matter.risk_area.premises", "equipment": "matter.risk_area.equipment",
	"chemicals": "matter.risk_area.chemicals", "competence": "matter.risk_area.competence", "digital": "matter.risk_area.digital",
	"users": "matter.risk_area.users",
}

// conclusionKeys are what the owner of a risk assessment comes to.
var conclusionKeys = map[string]string{
	"": "matter.conclusion.none", "proceed": "matter.conclusion.proceed", "with_measures": "matter.conclusion.with_measures", "not_now": "matter.conclusion.not_now",
}

// suggestKeys are the reasons for proposed tracks.
var suggestKeys = map[string]string{
	"matter.suggest.nearest": "matter.suggest.nearest", "matter.suggest.not_important": "matter.suggest.not_important",
	"matter.suggest.common": "matter.suggest.common", "matter.suggest.inform": "matter.suggest.inform", "matter.suggest.board": "matter.suggest.board",
	"matter.suggest.vacant": "matter.suggest.vacant", "matter.suggest.mbl11": "matter.suggest.mbl11", "matter.suggest.committee": "matter.suggest.committee", "matter.suggest.mbl13": "matter.suggest.mbl13", "matter.suggest.mbl38": "matter.suggest.mbl38",
}

// say is the text of one of these keys; what no table holds shows as it is.
func say[K ~string](ctx context.Context, keys map[K]string, k K) string {
	if key, ok := keys[k]; ok {
		return i18n.T(ctx, key)
	}
	return string(k)
}

// StateLabel is the name of the matter's state.
func StateLabel(ctx context.Context, s matter.State) string { return say(ctx, stateKeys, s) }

// trackLabel names the track: the group, or the paragraph and the union.
func trackLabel(t matter.Track) string { return t.Label() }

// args makes dates among a message's arguments readable.
func args(ctx context.Context, as []any) []any { return i18n.Days(ctx, as) }

// path is a page of the matter.
func path(id int64, part string) string { return fmt.Sprintf("/arenden/%d%s", id, part) }

// CategoryLabel is the name of a matter's category.
func CategoryLabel(ctx context.Context, c string) string { return say(ctx, categoryKeys, c) }

// DeviationLabel says how a decision differs from what was treated.
func DeviationLabel(ctx context.Context, d string) string { return say(ctx, deviationKeys, d) }
