package overview

import (
	"fmt"
	"time"

	"samverka/internal/clock"
	"samverka/internal/learning"
	"samverka/internal/matter"
)

// Task is one thing that a person has to do. What it is called is the page's business (todo.task.<kind>).
type Task struct {
	ID         int64
	Kind       string
	DueOn      clock.Date
	ProposalNo int
	MatterID   int64 // 0: none
	Number     string
	Title      string
	MeetingID  int64 // 0: none
	GroupName  string
	StartsAt   *time.Time
	UnitName   string
	UnionName  string
	What       string // the åtgärd

	ActionID     int64 // the åtgärd; 0: none
	ItemID       int64 // of an agenda; 0: none
	APTID        int64 // 0: none
	RequestID    int64 // of a safety representative; 0: none
	SuggestionID int64 // for an agenda; 0: none
	QuestionID   int64 // that a union has brought; 0: none
}

// parts says where on the matter's or the meeting's pages a kind of task is done.
var parts = map[string]struct{ matter, meeting string }{
	matter.TaskConsult:           {matter: "/mote"},
	matter.TaskAfterwards:        {matter: "/mote"},
	matter.TaskDecide:            {matter: "/beslut"},
	matter.TaskRecordBoard:       {matter: "/namndbeslut"},
	matter.TaskException:         {matter: "/undantag/svar"},
	matter.TaskReadTriage:        {matter: "/bedomning"},
	matter.TaskStateRisk:         {matter: "/riskbedomning/inbjudan"},
	matter.TaskJoinRisk:          {matter: "/riskbedomning/inbjudan"},
	matter.TaskFollowRisk:        {matter: "/riskbedomning/uppfoljd"},
	matter.TaskNegotiate:         {matter: "/forhandling"},
	matter.TaskCentralWindow:     {matter: "#sparen"},
	matter.TaskStep:              {matter: "/mote"},
	matter.TaskAgreementEnds:     {matter: "#beslutslage"},
	matter.TaskObjectionTime:     {matter: "#forslag"},
	matter.TaskConfirmPosition:   {matter: "/standpunkt"},
	matter.TaskApproveMinutes:    {meeting: "/protokoll"},
	matter.TaskObjection:         {meeting: "/protokoll"},
	matter.TaskSendMinutes:       {meeting: "/protokoll"},
	matter.TaskApprovePart:       {meeting: "/protokoll/delar"},
	matter.TaskApproveCorrection: {meeting: "/protokoll/delar"},
	matter.TaskAnswerRemark:      {meeting: "/protokoll"},
	matter.TaskFeedbackGroup:     {matter: "/efterat"},
	matter.TaskCheck:             {matter: "/efterat#uppfoljning"},
	matter.TaskFeedbackManager:   {matter: "/efterat"},
	matter.TaskTakeUp:            {matter: "/mote"},
	matter.TaskTakeOver:          {matter: "/overlamnat"},
}

// aptParts says where on the APT's pages a kind of task is done.
var aptParts = map[string]string{
	matter.TaskAPTNotes: "/anteckningar", matter.TaskAPTQuestion: "/anteckningar#fragor", matter.TaskAPTProposal: "#forslag",
	matter.TaskAPTAnswer: "/anteckningar", matter.TaskAPTLifted: "/anteckningar",
}

// Own reports whether the task is done by saying that it is: it happens outside the system, at an APT.
func (t Task) Own() bool { return t.Kind == matter.TaskFeedback }

// Link leads to where the task is done: its own page, the meeting's or the matter's. A kind that is not known leads to
// what it is about.
func (t Task) Link() string {
	p := parts[t.Kind]
	switch {
	case t.Kind == learning.TaskIntroduction:
		return "/introduktion"
	case t.Kind == learning.TaskRenew:
		return "/introduktion#utbildning"
	case t.Own():
		return fmt.Sprintf("/uppgifter/%d", t.ID)
	case t.ActionID != 0:
		return fmt.Sprintf("/atgarder/%d", t.ActionID)
	case t.Kind == matter.TaskConfirmAlone:
		return fmt.Sprintf("/moten/%d/punkter/%d/utan-organisation", t.MeetingID, t.ItemID)
	case t.APTID != 0:
		return fmt.Sprintf("/apt/%d%s", t.APTID, aptParts[t.Kind])
	case t.RequestID != 0:
		return fmt.Sprintf("/begaran/%d", t.RequestID)
	case t.SuggestionID != 0:
		return fmt.Sprintf("/forslag/%d", t.SuggestionID)
	case t.QuestionID != 0:
		return fmt.Sprintf("/vackta/%d", t.QuestionID)
	case t.Kind == matter.TaskPresent:
		return fmt.Sprintf("/moten/%d/punkter/%d/foredragning", t.MeetingID, t.ItemID)
	case p.matter != "" && t.MatterID != 0:
		return fmt.Sprintf("/arenden/%d%s", t.MatterID, p.matter)
	case t.MeetingID != 0:
		return fmt.Sprintf("/moten/%d%s", t.MeetingID, p.meeting)
	case t.MatterID != 0:
		return fmt.Sprintf("/arenden/%d", t.MatterID)
	}
	return ""
}

// About leads to what the task is about, for whoever waits for somebody else to do it.
func (t Task) About() string {
	switch {
	case t.MatterID != 0:
		return fmt.Sprintf("/arenden/%d", t.MatterID)
	case t.APTID != 0:
		return fmt.Sprintf("/apt/%d", t.APTID)
	case t.MeetingID != 0:
		return fmt.Sprintf("/moten/%d", t.MeetingID)
	}
	return ""
}

// Day is the date of the task's meeting; no date when it has none.
func (t Task) Day() clock.Date {
	if t.StartsAt == nil {
		return clock.Date{}
	}
	return clock.DateOf(*t.StartsAt)
}
