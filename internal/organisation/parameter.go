package organisation

import (
	"encoding/json"
	"slices"
	"strings"
)

// Section is where a parameter stands in the forms.
type Section string

// The sections, in the order in which they are shown.
const (
	Calling      Section = "calling"
	Consulting   Section = "consulting"
	Disagreement Section = "disagreement"
	Approval     Section = "approval"
	OfAPT        Section = "apt"
	Committee    Section = "committee"
	OfRisk       Section = "risk"
	Learning     Section = "learning"
	Frame        Section = "frame"
)

// Sections lists them in that order.
var Sections = []Section{Calling, Consulting, Disagreement, Approval, OfAPT, Committee, OfRisk, Learning, Frame}

// Reach is the narrowest place that may have a value of its own.
type Reach int

// The places, widened step by step. What the whole of a matter follows cannot differ between its groups.
const (
	InGroup Reach = iota
	InUnit
	Everywhere
)

// Parameter describes one parameter of the agreement: Name is its column and its form field.
type Parameter struct {
	Name    string
	Section Section
	Reach   Reach
	Limits  Limits   // of a number
	Choices []string // of a choice, or of a list whose members are known
	field   func(*Agreement) any
}

// Parameters are all parameters, in the order of the forms.
var Parameters = []Parameter{
	{"notice_days", Calling, InGroup, Limits{0, 90}, nil, func(a *Agreement) any { return &a.NoticeDays }},
	{"papers_days", Calling, InGroup, Limits{0, 90}, nil, func(a *Agreement) any { return &a.PapersDays }},
	{"table_on_late_papers", Calling, InUnit, Limits{}, nil, func(a *Agreement) any { return &a.TableOnLatePapers }},
	{"items_days", Calling, InGroup, Limits{0, 90}, nil, func(a *Agreement) any { return &a.ItemsDays }},
	{"extra_meetings", Calling, InGroup, Limits{}, nil, func(a *Agreement) any { return &a.ExtraMeetings }},
	{"extra_meeting_days", Calling, InGroup, Limits{0, 30}, nil, func(a *Agreement) any { return &a.ExtraMeetingDays }},
	{"move_to_working_day", Calling, Everywhere, Limits{}, nil, func(a *Agreement) any { return &a.MoveToWorkingDay }},

	{"effective_at", Consulting, InGroup, Limits{}, []string{AtMeetingEnd, AtApproval}, func(a *Agreement) any { return &a.EffectiveAt }},
	{"quorum", Consulting, InGroup, Limits{1, 20}, nil, func(a *Agreement) any { return &a.Quorum }},
	{"group_order", Consulting, InUnit, Limits{}, []string{Parallel, BottomUp, TopDown}, func(a *Agreement) any { return &a.GroupOrder }},
	{"group_categories", Consulting, InUnit, Limits{}, Categories, func(a *Agreement) any { return &a.GroupCategories }},
	{"editorial_objection_days", Consulting, InUnit, Limits{0, 30}, nil, func(a *Agreement) any { return &a.EditorialObjectionDays }},
	{"union_raised", Consulting, InUnit, Limits{}, nil, func(a *Agreement) any { return &a.UnionRaised }},
	{"mbl38_inside", Consulting, InUnit, Limits{}, nil, func(a *Agreement) any { return &a.MBL38Inside }},
	{"seats_per_union", Consulting, InGroup, Limits{1, 20}, nil, func(a *Agreement) any { return &a.SeatsPerUnion }},

	{"disagreement_steps", Disagreement, InUnit, Limits{}, []string{StepEnhanced, StepHigherGroup, StepCentral}, func(a *Agreement) any { return &a.DisagreementSteps }},
	{"central_days", Disagreement, InUnit, Limits{0, 60}, nil, func(a *Agreement) any { return &a.CentralDays }},
	{"mbl_scope", Disagreement, InUnit, Limits{}, []string{MBLRequesting, MBLAll}, func(a *Agreement) any { return &a.MBLScope }},
	{"hold_execution", Disagreement, InUnit, Limits{}, nil, func(a *Agreement) any { return &a.HoldExecution }},
	{"exception_approver", Disagreement, Everywhere, Limits{}, []string{ByNegotiator, ByHR}, func(a *Agreement) any { return &a.ExceptionApprover }},
	{"afterwards_days", Disagreement, InUnit, Limits{1, 30}, nil, func(a *Agreement) any { return &a.AfterwardsDays }},

	{"adjusters_minimum", Approval, InGroup, Limits{1, 20}, nil, func(a *Agreement) any { return &a.AdjustersMinimum }},
	{"approval_days", Approval, InGroup, Limits{1, 90}, nil, func(a *Agreement) any { return &a.ApprovalDays }},
	{"publish_days", Approval, InGroup, Limits{0, 60}, nil, func(a *Agreement) any { return &a.PublishDays }},
	{"publish_audience", Approval, InGroup, Limits{}, []string{ForCoveredUnits, ForOrganisation}, func(a *Agreement) any { return &a.PublishAudience }},

	{"apt_invite_days", OfAPT, InUnit, Limits{0, 90}, nil, func(a *Agreement) any { return &a.APTInviteDays }},
	{"apt_agenda_days", OfAPT, InUnit, Limits{0, 90}, nil, func(a *Agreement) any { return &a.APTAgendaDays }},
	{"apt_notes_days", OfAPT, InUnit, Limits{1, 60}, nil, func(a *Agreement) any { return &a.APTNotesDays }},
	{"apts_per_year", OfAPT, InUnit, Limits{0, 52}, nil, func(a *Agreement) any { return &a.APTsPerYear }},
	{"apt_formal_forum", OfAPT, InUnit, Limits{}, nil, func(a *Agreement) any { return &a.APTFormalForum }},

	{"safety_gap_months", Committee, InGroup, Limits{1, 3}, nil, func(a *Agreement) any { return &a.SafetyGapMonths }}, // AMF 8a § says no more than three
	{"safety_warn_days", Committee, InGroup, Limits{14, 90}, nil, func(a *Agreement) any { return &a.SafetyWarnDays }},
	{"request_days", Committee, InUnit, Limits{1, 60}, nil, func(a *Agreement) any { return &a.RequestDays }},

	{"risk_before_conclusion", OfRisk, InUnit, Limits{}, nil, func(a *Agreement) any { return &a.RiskBeforeConclusion }},
	{"risk_before_execution", OfRisk, InUnit, Limits{}, nil, func(a *Agreement) any { return &a.RiskBeforeExecution }},

	{"introduction_days", Learning, InUnit, Limits{7, 365}, nil, func(a *Agreement) any { return &a.IntroductionDays }},
	{"training_months", Learning, Everywhere, Limits{1, 120}, nil, func(a *Agreement) any { return &a.TrainingMonths }},

	{"followup_month", Frame, Everywhere, Limits{1, 12}, nil, func(a *Agreement) any { return &a.FollowUpMonth }},
	{"level_names", Frame, Everywhere, Limits{1, 6}, nil, func(a *Agreement) any { return &a.LevelNames }},
	{"number_pattern", Frame, Everywhere, Limits{}, nil, func(a *Agreement) any { return &a.NumberPattern }},
	{"statistics_minimum", Frame, Everywhere, Limits{3, 100}, nil, func(a *Agreement) any { return &a.StatisticsMinimum }},
}

// Categories are the kinds of matters, in the order in which they are offered; which of them go to a group is agreed on.
var Categories = []string{"working_time", "organisation", "premises", "budget", "policy", "staffing", "manager_appointment", "work_environment", "other"}

// ParameterOf finds the parameter with the name.
func ParameterOf(name string) (Parameter, bool) {
	i := slices.IndexFunc(Parameters, func(p Parameter) bool { return p.Name == name })
	if i < 0 {
		return Parameter{}, false
	}
	return Parameters[i], true
}

// Value is the parameter's value: int, bool, string or []string.
func (p Parameter) Value(a Agreement) any {
	switch v := p.field(&a).(type) {
	case *int:
		return *v
	case *bool:
		return *v
	case *[]string:
		return *v
	case *string:
		return *v
	}
	return nil
}

// Same reports whether both agree on the parameter.
func (p Parameter) Same(a, b Agreement) bool { return string(p.encode(a)) == string(p.encode(b)) }

func (p Parameter) encode(a Agreement) json.RawMessage {
	raw, err := json.Marshal(p.field(&a))
	if err != nil {
		panic(err) // numbers, truths and texts
	}
	return raw
}

// AgreementColumns are the columns that fill an Agreement, of the table agreements.
var AgreementColumns = "id, valid_from, " + strings.Join(parameterNames(), ", ")

func parameterNames() []string {
	names := make([]string, len(Parameters))
	for i, p := range Parameters {
		names[i] = p.Name
	}
	return names
}
