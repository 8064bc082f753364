package matter

import (
	"time"

	"samverka/internal/clock"
)

// Exception is a request to decide before samverkan (MBL 11 § second paragraph: synnerliga skäl).
type Exception struct {
	MatterID       int64
	ID             int64
	ProposalNo     int
	What           string
	Harm           string
	Unforeseen     string
	NoExtraMeeting string
	RequestedBy    int64
	RequesterName  string
	RequestedAt    time.Time
	DeciderName    string
	DecidedAt      *time.Time
	Approved       *bool
	Answer         string
}

// Deviations of a decision from what has been through samverkan.
const (
	AsProposed        = "none"
	MinorDeviation    = "minor"
	MaterialDeviation = "material"
)

// Decision is what was decided.
type Decision struct {
	MatterID      int64
	ID            int64
	ProposalNo    int
	DecidedOn     clock.Date
	ByBoard       bool
	Deviation     string
	DeviationText string
	Views         string
	ExceptionID   int64
	RecorderName  string
	RecordedAt    time.Time
}
