package matter

import (
	"strings"
	"time"

	"samverka/internal/clock"
)

// Track kinds.
const (
	KindGroup = "group" // samverkan in a group: replaces MBL 11 §
	KindInfo  = "info"  // information in a group: replaces MBL 19 §
	KindMBL11 = "mbl11"
	KindMBL13 = "mbl13"
	KindMBL38 = "mbl38"
	KindMBL14 = "mbl14" // central negotiation
	KindMBL19 = "mbl19" // information to a union outside the agreement
)

// Ways to end a negotiation (MBL 16 §; handbook T10).
const (
	InAgreement    = "agreement"
	InDisagreement = "disagreement"
	ByWithdrawal   = "withdrawal" // written notice of withdrawal by a party that has fulfilled its duty

	RequestWithdrawn = "request_withdrawn" // the union took its request back
	AgreementResumed = "agreement_resumed" // the union's agreement began again before anything was negotiated
	Informed         = "informed"          // MBL 19 §: there is nothing to agree about
)

// Track is one way that the matter must, or may, travel.
type Track struct {
	MatterID    int64
	ID          int64
	Kind        string
	GroupID     int64
	GroupName   string
	GroupAbove  []int64 // the groups above it, by id
	ParentID    int64   // the group above; 0: none that is open
	ParentName  string
	ChairID     int64
	ChairName   string
	UnionID     int64
	UnionName   string
	Mandatory   bool
	Origin      string // plan, agreement_ended, request, lifted
	ProposalNo  int    // the version that the negotiation was closed on, or that a central negotiation is about
	RequestedAt *time.Time
	ClosedAt    *time.Time
	CloseManner string
	CloseReason string
	NoticeOn    clock.Date // withdrawal: the day of the written notice
	WindowUntil clock.Date
	WaivedAt    *time.Time

	GroupClosedOn clock.Date // when the group ended
	AboveID       int64      // the group above it
	AboveName     string
	SuccessorID   int64 // the group that goes on with the questions of one that ended
	SuccessorName string
	HandedTo      int64 // the group that the question was lifted, or sent back, to
	HandedToName  string
	HandedAt      *time.Time
	HandedReason  string
}

// Negotiation reports whether the track is a negotiation under MBL rather than samverkan in a group.
func (t Track) Negotiation() bool { return t.UnionID != 0 }

// Void reports whether nothing is left of the negotiation: the request was taken back, or the agreement began again.
func (t Track) Void() bool {
	return t.ClosedAt != nil && (t.CloseManner == RequestWithdrawn || t.CloseManner == AgreementResumed)
}

// Label is how the track is named: the group, or the paragraph and the union.
func (t Track) Label() string {
	switch t.Kind {
	case KindGroup, KindInfo:
		return t.GroupName
	case KindMBL14:
		return "Central förhandling " + t.UnionName
	}
	return "MBL " + strings.TrimPrefix(t.Kind, "mbl") + " " + t.UnionName
}

// Law is the paragraph that the track rests on.
func (t Track) Law() string {
	switch t.Kind {
	case KindInfo:
		return "MBL 19 §"
	case KindGroup:
		return "MBL 11 §"
	}
	return "MBL " + strings.TrimPrefix(t.Kind, "mbl") + " §"
}
