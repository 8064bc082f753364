package organisation

import (
	"samverka/internal/clock"
)

// When samverkan on a concluded item takes effect (SKR: write clearly which).
const (
	AtMeetingEnd = "meeting_end"
	AtApproval   = "approval"
)

// The order in which several groups may conclude a matter.
const (
	Parallel = "parallel"
	BottomUp = "bottom_up"
	TopDown  = "top_down"
)

// Whom a union's request for negotiation under MBL takes out of samverkan.
const (
	MBLRequesting = "requesting"
	MBLAll        = "all"
)

// The steps of a disagreement, in the order in which they are taken: a meeting with more people at the table, the group
// above, and central negotiation, which the law always leaves open (MBL 14 §).
const (
	StepEnhanced    = "enhanced"
	StepHigherGroup = "higher_group"
	StepCentral     = "central"
)

// Who may read approved minutes beside those who took part.
const (
	ForCoveredUnits = "covered_units"
	ForOrganisation = "organisation"
)

// Who may approve that something is decided before samverkan (MBL 11 § second paragraph).
const (
	ByNegotiator = "negotiator"
	ByHR         = "hr"
)

// Agreement is the local samverkansavtal's parameters (handbook section 11) as they hold from ValidFrom. Days are
// calendar days unless they say otherwise. Each parameter stands once more in Parameters, with its limits and the
// narrowest place that may have its own.
type Agreement struct {
	ID        int64
	ValidFrom clock.Date

	NoticeDays        int  // kallelse before the meeting (SKR 2023: 14)
	PapersDays        int  // handlingar before the meeting (SKR 2021: 7)
	ItemsDays         int  // last day to propose items for the agenda, before the meeting
	ExtraMeetings     bool // extra meetings may be held, by consent of all entitled
	ExtraMeetingDays  int  // their shortest notice
	MoveToWorkingDay  bool // a last day that is no working day moves to the next one
	TableOnLatePapers bool // a request for tabling because papers were late is granted (handbook T4)

	EffectiveAt            string   // AtMeetingEnd or AtApproval (SKR 2021: a choice)
	Quorum                 int      // called organisations that have to be heard or present, beside the chair, to conclude
	GroupOrder             string   // Parallel, BottomUp or TopDown
	GroupCategories        []string // decisions that go to a group
	EditorialObjectionDays int      // working days to object that a change is not editorial
	UnionRaised            bool     // a union may bring a matter of its own (Frick 2016)
	MBL38Inside            bool     // MBL 38 § is seen to inside samverkan
	SeatsPerUnion          int      // ordinary representatives of one organisation in one group

	DisagreementSteps []string // StepEnhanced, StepHigherGroup and StepCentral, in that order; StepCentral always
	CentralDays       int      // window to request central negotiation (MBL 14 §; the limit is contractual)
	MBLScope          string   // MBLRequesting or MBLAll
	HoldExecution     bool     // nothing is carried out during enhanced samverkan or MBL 14 § (handbook T12)
	ExceptionApprover string   // ByNegotiator or ByHR
	AfterwardsDays    int      // working days to samverka after a decision by exception

	AdjustersMinimum int    // adjusters of the unions' side (SKR 2021: at least one)
	ApprovalDays     int    // justering
	PublishDays      int    // from approval until employees may read the minutes
	PublishAudience  string // ForCoveredUnits or ForOrganisation

	APTInviteDays  int  // invitation before an APT
	APTAgendaDays  int  // its agenda (SKR 2020: 7)
	APTNotesDays   int  // its notes, after it
	APTsPerYear    int  // in each unit
	APTFormalForum bool // a dialogue in an APT may count as samverkan, where all organisations concerned agree

	SafetyGapMonths int // a safety committee meets at least this often (AMF 8a §: every third month)
	SafetyWarnDays  int // days after its latest meeting when a safety committee without a next one is warned
	RequestDays     int // to answer a safety representative's request without delay (AML 6:6a)

	RiskBeforeConclusion bool // AFS 2023:1: the assessment comes before the change
	RiskBeforeExecution  bool // and once more of what was decided, before it is carried out (handbook T12)

	IntroductionDays int // from the day that a role begins until its introduction is done (handbook 7)
	TrainingMonths   int // that a training is valid (handbook 7: three years)

	FollowUpMonth     int      // when the parties begin to follow up samverkan, each year (S:SEED3)
	StatisticsMinimum int      // no aggregate below this many persons
	LevelNames        []string // what the levels of groups are called, from the top
	NumberPattern     string   // of matters' numbers: {år} and {löpnr}
}

// Default is the handbook's agreement, valid from the date given. EffectiveAt has no silent default in the handbook: the
// set-up asks; here it is the scenarios' choice.
func Default(from clock.Date) Agreement {
	return Agreement{ValidFrom: from,
		NoticeDays: 14, PapersDays: 7, ItemsDays: 10, ExtraMeetings: true, ExtraMeetingDays: 2, MoveToWorkingDay: true, TableOnLatePapers: true,
		EffectiveAt: AtMeetingEnd, Quorum: 1, GroupOrder: Parallel, EditorialObjectionDays: 3, UnionRaised: true, SeatsPerUnion: 2,
		GroupCategories:   []string{"working_time", "organisation", "premises", "budget", "policy", "staffing", "manager_appointment"}, // in the order of Categories
		DisagreementSteps: []string{StepCentral}, CentralDays: 7, MBLScope: MBLRequesting, ExceptionApprover: ByNegotiator, AfterwardsDays: 3,
		AdjustersMinimum: 1, ApprovalDays: 10, PublishDays: 2, PublishAudience: ForCoveredUnits,
		APTInviteDays: 14, APTAgendaDays: 7, APTNotesDays: 7, APTsPerYear: 8,
		SafetyGapMonths: 3, SafetyWarnDays: 75, RequestDays: 14, RiskBeforeConclusion: true, RiskBeforeExecution: true,
		IntroductionDays: 60, TrainingMonths: 36,
		FollowUpMonth: 11, StatisticsMinimum: 10, LevelNames: []string{"CSG", "FSG", "LSG"}, NumberPattern: "SAM {år}/{löpnr}"}
}
