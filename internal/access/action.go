package access

// Action is one thing that a role may be allowed to do.
type Action string

// The actions, by subject.
const (
	TodoRead   Action = "todo.read"
	TaskFinish Action = "task.finish"
	Search     Action = "search"
	FeedOwn    Action = "feed.own" // one's own calendar feed

	MailSettings Action = "mail.settings" // how one's own mail comes

	MatterRead      Action = "matter.read"
	MatterWrite     Action = "matter.write" // create, propose, plan, decide: own matters
	RiskWrite       Action = "risk.write"   // own matters' risk assessments
	RiskState       Action = "risk.state"   // the safety representative's statement
	ProcessRead     Action = "process.read"
	ProcessWrite    Action = "process.write" // copy and edit the organisation's own templates
	TriageReview    Action = "triage.review" // read what managers corrected in triages
	RiskAnswer      Action = "risk.answer"   // one's own invitation to a risk assessment
	MatterFollow    Action = "matter.follow" // what follows a decision: own matters, own actions and feedback
	WorkStop        Action = "work.stop"     // the safety representative's stop of work (AML 6:7)
	WorkLift        Action = "work.lift"
	AttachmentErase Action = "attachment.erase" // take away a file's content: own matters; HR any
	BoardRecord     Action = "board.record"     // record what the board decided
	MatterDisclose  Action = "matter.disclose"  // give a matter out, masked or whole, with a reason that is logged
	ExceptionDecide Action = "exception.decide"
	UnionSpeak      Action = "union.speak" // positions, late papers, extra meetings, requests, objections, own notes
	NegotiationEnd  Action = "negotiation.end"
	MatterRaise     Action = "matter.raise" // bring a question to the employer, for a union or as safety representative
	RaisedRead      Action = "raised.read"
	NegotiationLog  Action = "negotiation.log" // write in the log of a negotiation that one is a party of

	MeetingRead    Action = "meeting.read"
	MeetingRun     Action = "meeting.run" // plan, call, send, open, attend, conclude, close, minutes: own groups
	MeetingSetUp   Action = "meeting.set_up"
	MinutesApprove Action = "minutes.approve" // approve, object, remark
	MinutesWrite   Action = "minutes.write"   // the §§ of own groups' minutes, whom the chair lets
	MinutesOpen    Action = "minutes.open"    // what is secret, outside the group: with a reason, logged
	PhrasesWrite   Action = "phrases.write"   // the organisation's phrases for minutes
	AgendaSuggest  Action = "agenda.suggest"  // suggest items to groups, follow what came of them
	ItemPresent    Action = "item.present"    // see an item that one is invited to present
	SafetyRead     Action = "safety.read"     // requests under AML 6:6a
	SafetyRequest  Action = "safety.request"
	SafetyAnswer   Action = "safety.answer"
	AloneConfirm   Action = "alone.confirm"   // that samverkan is concluded although no organisation came
	MeetingArchive Action = "meeting.archive" // take out a meeting with approved minutes, to keep elsewhere

	APTRead      Action = "apt.read"
	APTRun       Action = "apt.run"       // plan, invite, hold, end items, publish notes: own units
	APTTakePart  Action = "apt.take_part" // propose, ask, write notes when asked to, tick what one has read: own workplace
	SlotsPublish Action = "slots.publish" // one's own times when one can meet
	YearRead     Action = "year.read"
	YearPlan     Action = "year.plan" // series, drafts, publishing: own groups and units

	FollowUpRead    Action = "follow_up.read"    // the yearly follow-up: what of it, the operations decide
	FollowUpRun     Action = "follow_up.run"     // start it, plan visits, analyse, take it on
	FollowUpAnswer  Action = "follow_up.answer"  // for one's side of a group
	FollowUpMeasure Action = "follow_up.measure" // what should be done, by whom and when
	FollowUpState   Action = "follow_up.state"   // write and approve the joint statement

	OrganisationRead  Action = "organisation.read"
	OrganisationWrite Action = "organisation.write" // units, groups, mandates, agreement, import
	GroupEnd          Action = "group.end"          // end a group and move its matters and meetings
	DecisionsRead     Action = "decisions.read"     // the register: matters that the actor may know of
	OutcomesRead      Action = "outcomes.read"      // what came of questions about one's own workplace
	OverviewRead      Action = "overview.read"
	EventsRead        Action = "events.read"
	RetentionRead     Action = "retention.read" // how long each kind of document is kept
	RetentionWrite    Action = "retention.write"
	WeedingRead       Action = "weeding.read"
	WeedingDecide     Action = "weeding.decide" // propose weedings, and approve what somebody else proposed
	GuidanceRead      Action = "guidance.read"  // help beside the work
	GuidanceWrite     Action = "guidance.write" // the organisation's own words in it

	IntroductionOwn   Action = "introduction.own"   // one's own introduction and trainings
	IntroductionsRead Action = "introductions.read" // how many are under way, and who waits for a walk-through
	TrainingRead      Action = "training.read"      // courses and counts
	TrainingWrite     Action = "training.write"     // HR: joint and the employer's; a union representative: the union's own
)

var everyone = Roles
var members = []Role{Manager, UnionRep, SafetyRep, HR, Negotiator, Registrar}

// grants is the whole of who may what; a golden file shows every change to it.
var grants = map[Action][]Role{
	TodoRead:   everyone,
	TaskFinish: everyone,
	Search:     everyone,
	FeedOwn:    everyone,

	MailSettings: everyone,

	MatterRead:      everyone, // which matters, Visible decides: an employee and an administrator know of none
	MatterWrite:     {Manager},
	RiskWrite:       {Manager},
	RiskState:       {SafetyRep},
	ProcessRead:     append([]Role{Admin}, members...),
	ProcessWrite:    {HR, Admin},
	TriageReview:    {HR},
	RiskAnswer:      everyone,
	MatterFollow:    {Manager},
	AttachmentErase: {Manager, HR},
	WorkStop:        {SafetyRep},
	WorkLift:        {Manager, SafetyRep},
	BoardRecord:     {Registrar},
	MatterDisclose:  {Registrar},
	ExceptionDecide: {Negotiator, HR},
	UnionSpeak:      {UnionRep},
	NegotiationEnd:  {Manager, Negotiator},
	MatterRaise:     {UnionRep, SafetyRep},
	RaisedRead:      {Manager, UnionRep, SafetyRep, HR, Negotiator},
	NegotiationLog:  {Manager, Negotiator, UnionRep},

	MeetingRead:    everyone,
	MeetingRun:     {Manager},
	MeetingSetUp:   {Manager},
	MinutesApprove: {Manager, UnionRep, SafetyRep},
	MinutesWrite:   {Manager, UnionRep, SafetyRep},
	MinutesOpen:    {HR, Negotiator, Registrar},
	PhrasesWrite:   {Admin, HR, Manager},
	AgendaSuggest:  {Manager, UnionRep, SafetyRep},
	ItemPresent:    everyone,
	SafetyRead:     {Manager, UnionRep, SafetyRep, HR, Negotiator},
	SafetyRequest:  {SafetyRep},
	SafetyAnswer:   {Manager},
	AloneConfirm:   {HR},
	MeetingArchive: {HR, Registrar},

	APTRead:      everyone,
	APTRun:       {Manager},
	APTTakePart:  {Manager, UnionRep, SafetyRep, Employee, HR, Negotiator, Registrar},
	SlotsPublish: {UnionRep, SafetyRep},
	YearRead:     everyone, // whose plan, the operations decide
	YearPlan:     {Manager},

	FollowUpRead:    everyone,
	FollowUpRun:     {HR, Negotiator},
	FollowUpAnswer:  {Manager, UnionRep},
	FollowUpMeasure: {Manager, UnionRep, HR, Negotiator},
	FollowUpState:   {HR, Negotiator, UnionRep},

	OrganisationRead:  everyone,
	OrganisationWrite: {Admin, HR},
	GroupEnd:          {HR},
	DecisionsRead:     members,
	OutcomesRead:      {Employee},
	OverviewRead:      {HR, Negotiator, Manager},
	EventsRead:        members,
	RetentionRead:     everyone,
	RetentionWrite:    {Admin, HR, Registrar},
	WeedingRead:       {HR, Registrar},
	WeedingDecide:     {HR, Registrar},
	GuidanceRead:      everyone,
	GuidanceWrite:     {Admin, HR},
	IntroductionOwn:   everyone,
	IntroductionsRead: {HR},
	TrainingRead:      {Manager, UnionRep, SafetyRep, HR, Negotiator},
	TrainingWrite:     {HR, UnionRep},
}
