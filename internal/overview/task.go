package overview

import (
	"fmt"
	"time"

	"samverka/internal/clock"
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
}

// parts says where on the matter's or the meeting's page a kind of task is done; the paths are those of the gate's links.
var parts = map[string]struct{ matter, meeting string }{
	matter.TaskFeedback:       {matter: "#efterat"},
	matter.TaskConsult:        {matter: "/mote"},
	matter.TaskAfterwards:     {matter: "/mote"},
	matter.TaskDecide:         {matter: "#beslutslage"},
	matter.TaskRecordBoard:    {matter: "#beslutslage"},
	matter.TaskException:      {matter: "/undantag"},
	matter.TaskStateRisk:      {matter: "/riskbedomning"},
	matter.TaskNegotiate:      {matter: "#sparen"},
	matter.TaskCentralWindow:  {matter: "#sparen"},
	matter.TaskObjectionTime:  {matter: "#forslag"},
	matter.TaskApproveMinutes: {meeting: "/protokoll"},
	matter.TaskObjection:      {meeting: "/protokoll"},
	matter.TaskSendMinutes:    {meeting: "/protokoll"},
}

// Link leads to where the task is done: the meeting for what is done there, else the matter. A kind that is not known
// leads to what it is about.
func (t Task) Link() string {
	p := parts[t.Kind]
	switch {
	case p.matter != "" && t.MatterID != 0:
		return fmt.Sprintf("/arenden/%d%s", t.MatterID, p.matter)
	case t.MeetingID != 0:
		return fmt.Sprintf("/moten/%d%s", t.MeetingID, p.meeting)
	case t.MatterID != 0:
		return fmt.Sprintf("/arenden/%d", t.MatterID)
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
