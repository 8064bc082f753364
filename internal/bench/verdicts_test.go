package bench

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"samverka/internal/db"
)

// ofRecords are the tables that a matter's record is read from, beside the matter itself.
var ofRecords = []string{"proposals", "tracks", "agenda_items", "meetings", "positions", "dispatches", "dispatch_papers", "dispatch_recipients", "paper_answers", "attendances",
	"extra_consents", "exceptions", "risk_assessments", "mandates", "disagreement_steps", "late_requests"}

// TestGateStatesAreOnePlan: HR sees what the gate says of all matters from what is kept of each, in one plan for each figure,
// and no matter is read for it.
func TestGateStatesAreOnePlan(t *testing.T) {
	t.Parallel()
	s, pages, _ := stages(t)
	s.Tracer.Keep = true
	i := slices.IndexFunc(pages, func(p Page) bool { return p.Name == "översikt, HR" })
	s.ask(t, pages[i].Visits[0])
	figures := 0
	for _, st := range s.Tracer.Kept {
		if strings.Contains(st.SQL, "samverka.matters") {
			t.Errorf("matters are read one by one, for\n%s", st.SQL)
		}
		if !strings.Contains(st.SQL, "matter_verdicts s") {
			continue
		}
		figures++
		for _, table := range s.relations(t, st) {
			if slices.Contains(ofRecords, table) {
				t.Errorf("%s is read for\n%s", table, st.SQL)
			}
		}
	}
	if figures < 3 {
		t.Errorf("only %d statements read the verdicts", figures)
	}
}

var relationName = regexp.MustCompile(`"Relation Name": "([a-z_]+)"`)

// relations are the tables that the statement's plan reads.
func (s *Stage) relations(t *testing.T, st Statement) []string {
	t.Helper()
	s.Tracer.Keep = false
	defer func() { s.Tracer.Keep = true }()
	var plan []byte
	err := s.DB.InOrg(t.Context(), s.ID, func(tx *db.OrgTx) error {
		return tx.QueryRow(t.Context(), `EXPLAIN (FORMAT JSON) `+st.SQL, st.Args...).Scan(&plan)
	})
	if err != nil {
		t.Fatalf("%v, for\n%s", err, st.SQL)
	}
	var names []string
	for _, m := range relationName.FindAllSubmatch(plan, -1) {
		names = append(names, string(m[1]))
	}
	if !slices.Contains(names, "matter_verdicts") {
		t.Errorf("the plan reads %v, for\n%s", names, st.SQL)
	}
	return names
}

// TestHeavyMatterIsHeavy: what BenchmarkGate judges is what it says.
func TestHeavyMatterIsHeavy(t *testing.T) {
	t.Parallel()
	s, id, _ := heavyMatter(t)
	r := s.load(t, id)
	if len(r.Tracks) != gateTracks || len(r.Proposals) != gateVersions || len(r.Positions) != gateTracks*gateUnions {
		t.Errorf("%d tracks, %d versions, %d positions", len(r.Tracks), len(r.Proposals), len(r.Positions))
	}
	if got, want := len(r.Gate(s.Clock.Now())), 1+gateTracks/2; got != want { // a window, and half the groups
		t.Errorf("the gate misses %d things, want %d", got, want)
	}
}
