// Package announce is how capabilities tell people of what they did, inside the transaction that did it. What becomes of
// it (mail, later calendar and push) is internal/notify's business.
package announce

import (
	"context"

	"samverka/internal/clock"
	"samverka/internal/db"
)

// Kind is what is told of. No kind carries case content beyond what its subject line needs.
type Kind string

// The kinds. The message keys are notify.<kind>.subject and notify.<kind>.body.
const (
	Notice            Kind = "notice"              // Kallelse till GROUP DATE
	Papers            Kind = "papers"              // Handlingar till GROUP DATE
	Deviation         Kind = "deviation"           // Beslutet avviker: TITLE
	MinorChange       Kind = "minor_change"        // Beslut med mindre avvikelse: TITLE
	Exception         Kind = "exception"           // Beslut före samverkan: TITLE
	ExceptionAsk      Kind = "exception_ask"       // Begäran om undantag: TITLE, to the förhandlingschef
	ExceptionNo       Kind = "exception_no"        // Undantaget avslogs: TITLE
	Decided           Kind = "decided"             // Beslut fattat: TITLE
	Approve           Kind = "approve"             // Justera protokollet från GROUP DATE
	Objection         Kind = "objection"           // Erinran mot protokollet från GROUP DATE
	MinutesNew        Kind = "minutes_new"         // Protokollet från GROUP DATE har ändrats
	MinutesDone       Kind = "minutes_done"        // Protokollet från GROUP DATE är justerat
	ApprovePart       Kind = "approve_part"        // Justera en del av protokollet från GROUP DATE: a § at once, or a correction
	Corrected         Kind = "corrected"           // Protokollet från GROUP DATE är rättat
	Remark            Kind = "remark"              // Synpunkt på protokollet från GROUP DATE, to the chair
	RemarkAnswer      Kind = "remark_answer"       // Svar på din synpunkt på protokollet från GROUP DATE
	Central           Kind = "central"             // Central förhandling begärd: TITLE
	MBL               Kind = "mbl"                 // MBL-förhandling begärd: TITLE
	StepRequested     Kind = "step_requested"      // Nästa steg efter oenighet begärt: TITLE, to the owner, the chair and the förhandlingschef
	LateRequest       Kind = "late_request"        // Begäran om förhandling efter samverkan: TITLE
	LateRequestAnswer Kind = "late_request_answer" // Svar på begäran om förhandling: TITLE, to the union
	AgreementInMatter Kind = "agreement_in_matter" // Avtalet med UNION upphör mitt i ärendet: TITLE, to the owner
	Editorial         Kind = "editorial"           // Redaktionell ändring: TITLE
	RiskInvite        Kind = "risk_invite"         // Riskbedömning att ta del av
	RiskJoin          Kind = "risk_join"           // Inbjudan till riskbedömning, to employees, experts and managers
	RiskStated        Kind = "risk_stated"         // Skyddsombudet har yttrat sig: TITLE, to the owner
	WorkStopped       Kind = "work_stopped"        // Arbete stoppat: TITLE
	WorkResumed       Kind = "work_resumed"        // Stoppet är hävt: TITLE
	LateAnswer        Kind = "late_answer"         // Svar om sena handlingar
	ExtraAnswer       Kind = "extra_answer"        // Svar om extra möte
	Cancelled         Kind = "cancelled"           // Inställt: GROUP DATE

	Ready      Kind = "ready"       // Du får besluta nu: TITLE
	ReadyBoard Kind = "ready_board" // Nämnden får besluta nu: TITLE
	Blocked    Kind = "blocked"     // Saker saknas före beslutet DATE: TITLE, to the owner

	RemindApprove Kind = "remind_approve" // Påminnelse: justera protokollet från GROUP DATE
	RemindLate    Kind = "remind_late"    // Påminnelse: svara om sena handlingar: TITLE
	RemindExtra   Kind = "remind_extra"   // Påminnelse: svara om extra möte med GROUP DATE
	RemindPapers  Kind = "remind_papers"  // Påminnelse: läs handlingarna till GROUP DATE
	RemindRisk    Kind = "remind_risk"    // Påminnelse: yttra dig om riskbedömningen: TITLE

	AgreementEnds Kind = "agreement_ends" // Samverkansavtalet med UNION löper ut DATE
	CommitteeGap  Kind = "committee_gap"  // Skyddskommittén behöver mötas: GROUP, to the chair; MeetingID is its latest meeting
	MandatesEnd   Kind = "mandates_end"   // Mandat löper ut DATE
	Moved         Kind = "moved"          // Flyttat: GROUP DATE
	Updated       Kind = "updated"        // Ändrad plats eller tid: GROUP DATE
	Reminder      Kind = "reminder"       // Påminnelse: läs handlingarna till GROUP DATE
	YearPlan      Kind = "year_plan"      // Mötesdagar för GROUP, to members; Subject is the publication
)

// The kinds about what the steering questions led to.
const (
	TriageCorrected Kind = "triage_corrected" // Bedömningen är rättad: TITLE, to HR and the unions; Subject is the correction
	TriageObjected  Kind = "triage_objected"  // Frågan ska samverkas: TITLE, to the owner and HR; Subject is the objection
)

// The kinds about agendas, and about safety representatives' requests.
const (
	SuggestionTaken    Kind = "suggestion_taken"    // Din punkt är med på dagordningen: GROUP DATE
	SuggestionDeclined Kind = "suggestion_declined" // Svar på ditt förslag till dagordningen
	Present            Kind = "present"             // Du ska föredra en punkt: GROUP DATE
	RequestMade        Kind = "request_made"        // Skyddsombudet begär en åtgärd
	RequestReceipt     Kind = "request_receipt"     // Din begäran har kommit in
	RequestAnswered    Kind = "request_answered"    // Svar på din begäran
	RequestWithdrawn   Kind = "request_withdrawn"   // Skyddsombudet har tagit tillbaka sin begäran
)

// The kinds about samverkan that nobody came to.
const (
	AloneAsk    Kind = "alone_ask"    // Bekräfta att samverkan avslutas: TITLE, to HR
	AloneAnswer Kind = "alone_answer" // HR har svarat om att avsluta samverkan: TITLE, to the chair
)

// The kinds about a matter's paths between levels, and about questions that unions bring.
const (
	Edited     Kind = "edited"      // Ärendet har ändrats: TITLE
	Lifted     Kind = "lifted"      // Frågan är lyft till högre nivå: TITLE
	SentBack   Kind = "sent_back"   // Frågan är återremitterad: TITLE
	HandedOver Kind = "handed_over" // Ett ärende är överlämnat till dig: TITLE
	TakenOn    Kind = "taken_on"    // Ärendet är mottaget: TITLE
	HandedBack Kind = "handed_back" // Ärendet är återlämnat: TITLE
	Reopened   Kind = "reopened"    // Ärendet är öppet igen: TITLE
	Regrouped  Kind = "regrouped"   // Ärendet är flyttat till en annan grupp: TITLE

	RaisedAsk      Kind = "raised_ask"      // Facket väcker en fråga, to the manager
	RaisedReceipt  Kind = "raised_receipt"  // Din fråga har kommit in
	RaisedAnswered Kind = "raised_answered" // Svar på frågan som du väckte
	RaisedMBL      Kind = "raised_mbl"      // Förhandling begärd om en fråga som facket har väckt
)

// The kinds about an APT, to all staff of its unit.
const (
	APTInvitation Kind = "apt_invitation" // Inbjudan till APT UNIT DATE
	APTAgenda     Kind = "apt_agenda"     // Dagordning till APT UNIT DATE
	APTNotes      Kind = "apt_notes"      // Anteckningar från APT UNIT DATE
	APTCancelled  Kind = "apt_cancelled"  // APT är inställd: UNIT DATE
)

// Announcement tells some people of one thing. The same person is told of the same (Kind, Subject) once.
type Announcement struct {
	Kind      Kind
	Subject   int64      // the row that it is about: dispatch, decision, exception …
	MatterID  int64      // 0: none; where the link leads and whose title the subject may hold
	MeetingID int64      // 0: none
	APTID     int64      // 0: none
	UnionID   int64      // 0: none
	On        clock.Date // the day that it is about, when that is no meeting's; zero: none
	To        []int64    // people
}

// Hindrance is one thing that is missing in a matter, as a mail tells it: what, who, when and where.
type Hindrance struct {
	Key    string // message key of what is missing
	Args   []any
	Who    string
	On     clock.Date // the day that it is planned for or ends; zero: it has to precede the decision
	Before clock.Date // the day planned for the decision
	Link   string
	Action string // message key of what the link leads to
}

// Sender takes announcements, inside the transaction that they belong to.
type Sender interface {
	Announce(ctx context.Context, tx *db.OrgTx, a ...Announcement) error
}

// Nobody drops announcements; for benchmarks and imports that must not send anything.
type Nobody struct{}

// Announce implements Sender.
func (Nobody) Announce(context.Context, *db.OrgTx, ...Announcement) error { return nil }
