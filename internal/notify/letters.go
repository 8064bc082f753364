package notify

import (
	"samverka/internal/announce"
)

// about is what a mail's link leads to.
type about int

const (
	aMeeting about = iota
	aMatter
	anAPT
	theUnions
	theMandates
	aSuggestion
	aRequest
	aQuestion
	aPresentation
	anAlone
	aYear
	aRisk
	aRiskInvitation
)

// letter is what one kind of mail says. Body texts may use Group, Date, When, Number, Union, On and
// Count, never a title.
type letter struct {
	about   about
	subject string // message key; may use Group, Date, Title, Union and On
	body    string // message key
}

// letters holds one letter for each kind of announcement.
var letters = map[announce.Kind]letter{
	announce.TriageCorrected: {aMatter, "notify.triage_corrected.subject", "notify.triage_corrected.body"},
	announce.TriageObjected:  {aMatter, "notify.triage_objected.subject", "notify.triage_objected.body"},

	announce.SuggestionTaken:    {aSuggestion, "notify.suggestion_taken.subject", "notify.suggestion_taken.body"},
	announce.SuggestionDeclined: {aSuggestion, "notify.suggestion_declined.subject", "notify.suggestion_declined.body"},
	announce.Present:            {aPresentation, "notify.present.subject", "notify.present.body"},
	announce.RequestMade:        {aRequest, "notify.request_made.subject", "notify.request_made.body"},
	announce.RequestReceipt:     {aRequest, "notify.request_receipt.subject", "notify.request_receipt.body"},
	announce.RequestWithdrawn:   {aRequest, "notify.request_withdrawn.subject", "notify.request_withdrawn.body"},
	announce.RequestAnswered:    {aRequest, "notify.request_answered.subject", "notify.request_answered.body"},

	announce.Edited:         {aMatter, "notify.edited.subject", "notify.edited.body"},
	announce.Lifted:         {aMatter, "notify.lifted.subject", "notify.lifted.body"},
	announce.SentBack:       {aMatter, "notify.sent_back.subject", "notify.sent_back.body"},
	announce.HandedOver:     {aMatter, "notify.handed_over.subject", "notify.handed_over.body"},
	announce.TakenOn:        {aMatter, "notify.taken_on.subject", "notify.taken_on.body"},
	announce.HandedBack:     {aMatter, "notify.handed_back.subject", "notify.handed_back.body"},
	announce.Reopened:       {aMatter, "notify.reopened.subject", "notify.reopened.body"},
	announce.Regrouped:      {aMatter, "notify.regrouped.subject", "notify.regrouped.body"},
	announce.RaisedAsk:      {aQuestion, "notify.raised_ask.subject", "notify.raised_ask.body"},
	announce.RaisedReceipt:  {aQuestion, "notify.raised_receipt.subject", "notify.raised_receipt.body"},
	announce.RaisedAnswered: {aQuestion, "notify.raised_answered.subject", "notify.raised_answered.body"},
	announce.RaisedMBL:      {aQuestion, "notify.raised_mbl.subject", "notify.raised_mbl.body"},

	announce.Notice:        {aMeeting, "notify.notice.subject", "notify.notice.body"},
	announce.Papers:        {aMeeting, "notify.papers.subject", "notify.papers.body"},
	announce.Cancelled:     {aMeeting, "notify.cancelled.subject", "notify.cancelled.body"},
	announce.Moved:         {aMeeting, "notify.moved.subject", "notify.moved.body"},
	announce.Updated:       {aMeeting, "notify.updated.subject", "notify.updated.body"},
	announce.Reminder:      {aMeeting, "notify.reminder.subject", "notify.reminder.body"},
	announce.YearPlan:      {aYear, "notify.year_plan.subject", "notify.year_plan.body"},
	announce.ExtraAnswer:   {aMeeting, "notify.extra_answer.subject", "notify.extra_answer.body"},
	announce.Approve:       {aMeeting, "notify.approve.subject", "notify.approve.body"},
	announce.Objection:     {aMeeting, "notify.objection.subject", "notify.objection.body"},
	announce.MinutesNew:    {aMeeting, "notify.minutes_new.subject", "notify.minutes_new.body"},
	announce.MinutesDone:   {aMeeting, "notify.minutes_done.subject", "notify.minutes_done.body"},
	announce.ApprovePart:   {aMeeting, "notify.approve_part.subject", "notify.approve_part.body"},
	announce.Corrected:     {aMeeting, "notify.corrected.subject", "notify.corrected.body"},
	announce.Remark:        {aMeeting, "notify.remark.subject", "notify.remark.body"},
	announce.RemarkAnswer:  {aMeeting, "notify.remark_answer.subject", "notify.remark_answer.body"},
	announce.AloneAsk:      {anAlone, "notify.alone_ask.subject", "notify.alone_ask.body"},
	announce.AloneAnswer:   {anAlone, "notify.alone_answer.subject", "notify.alone_answer.body"},
	announce.LateAnswer:    {aMatter, "notify.late_answer.subject", "notify.late_answer.body"},
	announce.Deviation:     {aMatter, "notify.deviation.subject", "notify.deviation.body"},
	announce.MinorChange:   {aMatter, "notify.minor_change.subject", "notify.minor_change.body"},
	announce.Exception:     {aMatter, "notify.exception.subject", "notify.exception.body"},
	announce.ExceptionAsk:  {aMatter, "notify.exception_ask.subject", "notify.exception_ask.body"},
	announce.ExceptionNo:   {aMatter, "notify.exception_no.subject", "notify.exception_no.body"},
	announce.Decided:       {aMatter, "notify.decided.subject", "notify.decided.body"},
	announce.Central:       {aMatter, "notify.central.subject", "notify.central.body"},
	announce.MBL:           {aMatter, "notify.mbl.subject", "notify.mbl.body"},
	announce.Editorial:     {aMatter, "notify.editorial.subject", "notify.editorial.body"},
	announce.APTInvitation: {anAPT, "notify.apt_invitation.subject", "notify.apt_invitation.body"},
	announce.APTAgenda:     {anAPT, "notify.apt_agenda.subject", "notify.apt_agenda.body"},
	announce.APTNotes:      {anAPT, "notify.apt_notes.subject", "notify.apt_notes.body"},
	announce.APTCancelled:  {anAPT, "notify.apt_cancelled.subject", "notify.apt_cancelled.body"},
	announce.WorkStopped:   {aMatter, "notify.work_stopped.subject", "notify.work_stopped.body"},
	announce.WorkResumed:   {aMatter, "notify.work_resumed.subject", "notify.work_resumed.body"},
	announce.RiskJoin:      {aRiskInvitation, "notify.risk_join.subject", "notify.risk_join.body"},
	announce.RiskStated:    {aRisk, "notify.risk_stated.subject", "notify.risk_stated.body"},
	announce.RiskInvite:    {aRiskInvitation, "notify.risk_invite.subject", "notify.risk_invite.body"},

	announce.StepRequested:     {aMatter, "notify.step_requested.subject", "notify.step_requested.body"},
	announce.LateRequest:       {aMatter, "notify.late_request.subject", "notify.late_request.body"},
	announce.LateRequestAnswer: {aMatter, "notify.late_request_answer.subject", "notify.late_request_answer.body"},
	announce.AgreementInMatter: {aMatter, "notify.agreement_in_matter.subject", "notify.agreement_in_matter.body"},

	announce.Ready:      {aMatter, "reminder.ready.subject", "reminder.ready.body"},
	announce.Blocked:    {aMatter, "reminder.blocked.subject", "reminder.blocked.body"},
	announce.ReadyBoard: {aMatter, "reminder.ready_board.subject", "reminder.ready_board.body"},

	announce.RemindApprove: {aMeeting, "reminder.approve.subject", "reminder.approve.body"},
	announce.RemindLate:    {aMeeting, "reminder.late.subject", "reminder.late.body"},
	announce.RemindExtra:   {aMeeting, "reminder.extra.subject", "reminder.extra.body"},
	announce.RemindPapers:  {aMeeting, "reminder.papers.subject", "reminder.papers.body"},
	announce.RemindRisk:    {aRiskInvitation, "reminder.risk.subject", "reminder.risk.body"},

	announce.AgreementEnds: {theUnions, "reminder.agreement.subject", "reminder.agreement.body"},
	announce.CommitteeGap:  {aYear, "reminder.committee.subject", "reminder.committee.body"},
	announce.MandatesEnd:   {theMandates, "reminder.mandates.subject", "reminder.mandates.body"},
}
