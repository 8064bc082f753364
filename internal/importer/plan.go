package importer

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"samverka/internal/clock"
)

// Plan is what an import would do. It writes nothing by itself.
type Plan struct {
	Tables       []TableUse
	Unmapped     []Table // tables that somebody has to explain first; then nothing else is worked out
	Kinds        []KindPlan
	Problems     []Problem // the first of them
	ProblemCount int
	Notices      []Problem
	NoticeCount  int
	Moved        []MovedUnit
	Digest       string // of all that would be written; the same files against the same register give the same
	writes       writes
}

// Ready reports whether the plan can be carried out.
func (p Plan) Ready() bool { return p.ProblemCount == 0 && len(p.Unmapped) == 0 && len(p.Kinds) > 0 }

// Unlisted is how many errors are not among Problems.
func (p Plan) Unlisted() int { return p.ProblemCount - shown(p.Problems) }

// Changes is the number of rows that would be added, changed or closed.
func (p Plan) Changes() (n int) {
	for _, k := range p.Kinds {
		n += k.New + k.Changed + k.Closed
	}
	return n
}

// TableUse says how one table was understood.
type TableUse struct {
	File     string
	Kind     Kind
	Rows     int
	Columns  []Column
	Ignored  []string
	Personal []string
}

// KindPlan is what an import would do with one kind.
type KindPlan struct {
	Kind                            Kind
	New, Changed, Closed, Unchanged int
	Samples                         []Change // the first of each sort
}

// Drastic reports that an unusually large part would be closed: the file may not be complete.
func (k KindPlan) Drastic() bool {
	return k.Closed >= 10 && 5*k.Closed > k.Closed+k.Changed+k.Unchanged
}

// MovedUnit is a unit that an import puts below another one, or ends: its open matters and its groups need a look.
type MovedUnit struct {
	ID     int64  `json:"id"`
	Name   string `json:"name"`
	From   string `json:"from,omitempty"` // the unit above it before
	To     string `json:"to,omitempty"`   // and after
	Closed bool   `json:"closed,omitempty"`
}

// Sort is what happens to a row.
type Sort string

// The sorts.
const (
	New     Sort = "new"
	Changed Sort = "changed"
	Closed  Sort = "closed"
)

// Change is what happens to one row.
type Change struct {
	Sort   Sort
	Name   string
	Fields []Difference
}

// Difference is one property before and after.
type Difference struct {
	Field         Field
	Before, After string
}

// samplesShown is how many rows of each sort a plan shows.
const samplesShown = 50

// writes are the rows that differ from the register.
type writes struct {
	Units    []unitRec
	People   []personRec
	Unions   []unionRec
	Groups   []groupRec
	Mandates []mandateRec
}

// build works out the plan for tables against a register, as of today.
func build(reg register, tables []Table, broken []Problem, today clock.Date) Plan {
	var plan Plan
	for i := range tables {
		t := &tables[i]
		plan.Tables = append(plan.Tables, TableUse{t.File, t.Kind, len(t.Rows), t.Columns, t.Ignored, t.Personal})
		if !t.Understood() {
			plan.Unmapped = append(plan.Unmapped, *t)
		}
	}
	p := newPlanner(reg, tables, today)
	for _, b := range broken {
		p.problems.take(b)
	}
	if len(plan.Unmapped) == 0 && len(tables) > 0 {
		p.run()
		p.compare(&plan)
	}
	plan.Problems, plan.ProblemCount = p.problems.List, p.problems.Total
	plan.Notices, plan.NoticeCount = p.notices.List, p.notices.Total
	return plan
}

// digest is of the writes; it must not depend on the day that closes them.
func (w writes) digest() string {
	raw, err := json.Marshal(w)
	if err != nil {
		panic(err) // plain structs
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}
