package matter

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samverka/internal/matter"
)

// Can is what the reader may do with the matter now. What is false is not offered.
type Can struct {
	Owner           bool
	Decide          bool // the decision is allowed and the reader is the one who takes it
	Propose         bool
	Plan            bool
	Dialogue        bool
	SetUp           bool
	Withdraw        bool
	AskException    bool
	AnswerException bool
	Board           bool
	EndNegotiation  bool
	StateRisk       bool
	Foreign         []int64 // meetings of other groups than the reader's own: named, but not led to
	Outside         []int64 // meetings that the reader knows of by their agenda alone
	Unions          []UnionCan
	Paths           Paths
	Negotiations    []string // those whose logs the reader may read, as addresses name them
	Late            int64    // the late request that the reader may answer; 0: none
}

// Logs reports whether the reader may read the negotiation's log.
func (c Can) Logs(t matter.Track) bool { return slices.Contains(c.Negotiations, matter.TrackRef(t)) }

// UnionCan is what the reader may do for one union.
type UnionCan struct {
	ID       int64
	Name     string
	MBL      bool
	Steps    []matter.Claim // disagreements for which the agreement puts a step before central negotiation
	Late     bool           // negotiation may still be requested, by mutual consent
	Central  bool
	Until    string // last day to request central negotiation, in words
	Waive    bool
	Object   int // number of the version that may be objected to; 0: none
	Note     string
	NoteAt   string // when the note was written, in words
	Version  int    // of the note
	Position bool   // the matter is open on a meeting where the union may take its position
	ItemURL  string // where
}

// Reach says which of the gate's links lead somewhere for the reader.
func (c Can) Reach(id int64) func(string) bool {
	return func(link string) bool {
		if ref, ok := strings.CutPrefix(link, path(id, "/spar/")); ok {
			return slices.Contains(c.Negotiations, ref)
		}
		part, _, _ := strings.Cut(strings.TrimPrefix(link, path(id, "")), "?")
		switch part {
		case "/forslag":
			return c.Propose
		case "/plan":
			return c.Plan
		case "/mote":
			return c.SetUp
		}
		if part, lift := strings.CutPrefix(link, path(id, "/lyft?grupp=")); lift {
			return slices.ContainsFunc(c.Paths.Lift, func(g int64) bool { return strconv.FormatInt(g, 10) == part })
		}
		foreign := slices.ContainsFunc(c.Foreign, func(m int64) bool { return strings.HasPrefix(link+"#", fmt.Sprintf("/moten/%d#", m)) })
		return !foreign && !slices.ContainsFunc(slices.Concat(c.Foreign, c.Outside), func(m int64) bool { return strings.HasPrefix(link, fmt.Sprintf("/moten/%d/", m)) })
	}
}
