package notify

import (
	"slices"

	"samverka/internal/announce"
)

// Manner is how mails about a topic come.
type Manner string

// The manners.
const (
	AtOnce  Manner = "at_once" // genast
	Morning Manner = "morning" // i morgonbrevet
	Never   Manner = "never"   // aldrig
)

// Topic is what people choose a manner for: kinds of announcements that belong together for whoever gets them.
type Topic string

// The topics. The message keys are post.topic.<topic>.
const (
	TopicCalling     Topic = "calling"     // kallelser, flyttade och inställda möten
	TopicPapers      Topic = "papers"      // handlingar och nya versioner
	TopicApproval    Topic = "approval"    // protokoll att justera
	TopicDeciding    Topic = "deciding"    // du får besluta nu
	TopicExceptions  Topic = "exceptions"  // undantag och avvikelser
	TopicNegotiation Topic = "negotiation" // förhandlingar enligt MBL
	TopicSafety      Topic = "safety"      // skyddsombuds begäran, med bekräftelse och svar
	TopicRisk        Topic = "risk"        // riskbedömningar att yttra sig om
	TopicReminders   Topic = "reminders"   // påminnelser om det du inte har svarat på
	TopicDecisions   Topic = "decisions"   // beslut som har fattats
	TopicAnswers     Topic = "answers"     // svar från andra
	TopicAPT         Topic = "apt"         // dagordningar och anteckningar från APT
	TopicWatch       Topic = "watch"       // avtal, mandat och skyddskommittéer att bevaka
	TopicTasks       Topic = "tasks"       // det du har att göra, i morgonbrevet
)

// rule is what a topic allows; the first manner is the one that holds until the person chooses another.
type rule struct {
	Topic   Topic
	Manners []Manner
}

// rules are in the order of the settings page. Calling and papers are proof of calling and never wait or stay away, and the
// receipt of a safety representative's request is given at once (AML 6:6a); what
// the law or the agreement makes a duty to tell may wait for the morning and no longer (MBL 11, 13, 14 §§; AML 6:4).
var rules = []rule{
	{TopicCalling, []Manner{AtOnce}},
	{TopicPapers, []Manner{AtOnce}},
	{TopicApproval, []Manner{AtOnce, Morning}},
	{TopicDeciding, []Manner{AtOnce, Morning, Never}},
	{TopicExceptions, []Manner{AtOnce, Morning}},
	{TopicNegotiation, []Manner{AtOnce, Morning}},
	{TopicSafety, []Manner{AtOnce}},
	{TopicRisk, []Manner{Morning, AtOnce}},
	{TopicReminders, []Manner{Morning, AtOnce, Never}},
	{TopicDecisions, []Manner{Morning, AtOnce, Never}},
	{TopicAnswers, []Manner{Morning, AtOnce, Never}},
	{TopicAPT, []Manner{Morning, AtOnce, Never}},
	{TopicWatch, []Manner{Morning, AtOnce, Never}},
	{TopicTasks, []Manner{Morning, Never}},
}

// topics says what each kind of announcement belongs to.
var topics = map[announce.Kind]Topic{
	announce.TriageObjected:  TopicNegotiation,
	announce.TriageCorrected: TopicPapers,

	announce.RequestMade:        TopicSafety,
	announce.RequestReceipt:     TopicSafety,
	announce.RequestAnswered:    TopicSafety,
	announce.RequestWithdrawn:   TopicSafety,
	announce.Present:            TopicCalling,
	announce.SuggestionTaken:    TopicAnswers,
	announce.SuggestionDeclined: TopicAnswers,

	announce.Edited:         TopicPapers,
	announce.Lifted:         TopicPapers,
	announce.SentBack:       TopicPapers,
	announce.HandedOver:     TopicDeciding,
	announce.TakenOn:        TopicDeciding,
	announce.HandedBack:     TopicDeciding,
	announce.Reopened:       TopicAnswers,
	announce.Regrouped:      TopicPapers,
	announce.RaisedAsk:      TopicNegotiation,
	announce.RaisedReceipt:  TopicNegotiation,
	announce.RaisedAnswered: TopicNegotiation,
	announce.RaisedMBL:      TopicNegotiation,

	announce.Notice:       TopicCalling,
	announce.Cancelled:    TopicCalling,
	announce.Moved:        TopicCalling,
	announce.Updated:      TopicCalling,
	announce.Reminder:     TopicPapers,
	announce.YearPlan:     TopicCalling,
	announce.Papers:       TopicPapers,
	announce.Editorial:    TopicPapers,
	announce.Approve:      TopicApproval,
	announce.MinutesNew:   TopicApproval,
	announce.ApprovePart:  TopicApproval,
	announce.Corrected:    TopicApproval,
	announce.MinutesDone:  TopicApproval,
	announce.Remark:       TopicApproval,
	announce.RemarkAnswer: TopicApproval,
	announce.Ready:        TopicDeciding,
	announce.ReadyBoard:   TopicDeciding,
	announce.Blocked:      TopicDeciding,
	announce.Deviation:    TopicExceptions,
	announce.Exception:    TopicExceptions,
	announce.ExceptionAsk: TopicExceptions,
	announce.ExceptionNo:  TopicExceptions,
	announce.WorkStopped:  TopicExceptions,
	announce.WorkResumed:  TopicExceptions,
	announce.Central:      TopicNegotiation,
	announce.MBL:          TopicNegotiation,
	announce.RiskInvite:   TopicRisk,
	announce.RiskJoin:     TopicRisk,
	announce.RiskStated:   TopicAnswers,

	announce.StepRequested:     TopicNegotiation,
	announce.LateRequest:       TopicNegotiation,
	announce.LateRequestAnswer: TopicNegotiation,
	announce.AgreementInMatter: TopicWatch,

	announce.Decided:     TopicDecisions,
	announce.MinorChange: TopicDecisions,
	announce.Objection:   TopicAnswers,
	announce.LateAnswer:  TopicAnswers,
	announce.ExtraAnswer: TopicAnswers,
	announce.AloneAsk:    TopicExceptions,
	announce.AloneAnswer: TopicAnswers,

	announce.APTInvitation: TopicCalling,
	announce.APTCancelled:  TopicCalling,
	announce.APTAgenda:     TopicAPT,
	announce.APTNotes:      TopicAPT,

	announce.RemindApprove: TopicReminders,
	announce.RemindLate:    TopicReminders,
	announce.RemindExtra:   TopicReminders,
	announce.RemindPapers:  TopicReminders,
	announce.RemindRisk:    TopicReminders,

	announce.AgreementEnds: TopicWatch,
	announce.MandatesEnd:   TopicWatch,
	announce.CommitteeGap:  TopicWatch,

	morningLetter: TopicTasks,
}

// ruleOf is the topic's rule; a topic that nobody knows allows only at once.
func ruleOf(t Topic) rule {
	if i := slices.IndexFunc(rules, func(r rule) bool { return r.Topic == t }); i >= 0 {
		return rules[i]
	}
	return rule{t, []Manner{AtOnce}}
}

// usual is the manner that holds until the person chooses.
func (r rule) usual() Manner { return r.Manners[0] }

// fixed reports whether there is nothing to choose.
func (r rule) fixed() bool { return len(r.Manners) == 1 }

// may reports whether the topic may come in the manner.
func (r rule) may(m Manner) bool { return slices.Contains(r.Manners, m) }
