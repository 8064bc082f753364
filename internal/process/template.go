package process

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"samverka/internal/fail"
	"samverka/internal/privacy"
)

// Kinds of steps. The system sees by itself that those before Follow are done; the others somebody ticks.
const (
	APT       = "apt"       // dialogue with all staff
	Early     = "early"     // early dialogue in a group
	Proposal  = "proposal"  // the proposal with its alternatives
	Risk      = "risk"      // a risk assessment is fixed
	Samverkan = "samverkan" // treatment before decision in a group
	Inform    = "inform"    // information in a group
	Decision  = "decision"
	Follow    = "follow" // follow up
	Task      = "task"   // anything else
)

// Kinds lists the kinds of steps, in the order that forms offer them.
var Kinds = []string{Task, APT, Early, Proposal, Risk, Samverkan, Inform, Decision, Follow}

// Forums: which of the groups around the units.
const (
	Near    = "near"    // the group nearest to those affected
	Above   = "above"   // the group of the förvaltning
	Central = "central" // the group of the whole organisation
)

// Forums lists the forums.
var Forums = []string{Near, Above, Central}

// Areas are those of the risk assessment.
var Areas = []string{"workload", "working_time", "roles", "social", "threats", "working_alone", "ergonomics", "premises", "equipment", "chemicals", "competence", "digital", "users"}

// Step is one thing to do on the way.
type Step struct {
	Title     string   `json:"title"`
	Kind      string   `json:"kind"`
	Forum     string   `json:"forum,omitempty"` // Early, Samverkan and Inform
	Days      int      `json:"days"`            // before the decision; negative: after it
	Text      string   `json:"text,omitempty"`
	Questions []string `json:"questions,omitempty"` // for the dialogue
}

// Group reports whether the step is a treatment in a group.
func (s Step) Group() bool { return s.Kind == Early || s.Kind == Samverkan || s.Kind == Inform }

// Hint is a risk to consider.
type Hint struct {
	Area   string `json:"area"`
	Source string `json:"source"`
}

// Template is one way to go about a question.
type Template struct {
	Key             string   `json:"key"` // of ours; "": an organisation's own
	ID              int64    `json:"-"`   // of an organisation's own; 0: ours
	Name            string   `json:"name"`
	NameEN          string   `json:"name_en,omitempty"`
	Summary         string   `json:"summary"`
	SummaryEN       string   `json:"summary_en,omitempty"`
	Category        string   `json:"category"`
	WorkEnvironment bool     `json:"work_environment"`
	Source          string   `json:"source,omitempty"`
	Papers          []string `json:"papers,omitempty"`
	Steps           []Step   `json:"steps"`
	Risks           []Hint   `json:"risks,omitempty"`
	CopiedFrom      string   `json:"-"`
	Retired         bool     `json:"-"`
	Version         int      `json:"-"`
}

// Ref names the template: our key, or the number of an organisation's own.
func (t Template) Ref() string {
	if t.Key != "" {
		return t.Key
	}
	return strconv.FormatInt(t.ID, 10)
}

// In is the name and summary in a language.
func (t Template) In(lang string) (name, summary string) {
	if lang == "en" && t.NameEN != "" {
		return t.NameEN, t.SummaryEN
	}
	return t.Name, t.Summary
}

//go:embed templates.json
var shipped []byte

// ours are the templates that ship with the program. They are part of it: what is wrong with them, a test has seen.
var ours = func() []Template {
	var ts []Template
	if err := json.Unmarshal(shipped, &ts); err != nil {
		panic("process templates: " + err.Error())
	}
	return ts
}()

// Ours lists the templates that ship with the program.
func Ours() []Template { return slices.Clone(ours) }

// ourOwn is one of ours by its key.
func ourOwn(ref string) (Template, bool) {
	i := slices.IndexFunc(ours, func(t Template) bool { return t.Key == ref })
	if i < 0 {
		return Template{}, false
	}
	return ours[i], true
}

// Limits of what a template holds.
const (
	mostSteps = 40
	mostDays  = 730
)

// check refuses what is missing or cannot be: names, kinds, more than one decision, steps of the way after it.
func (t Template) check() error {
	var f fail.Form
	text := func(name, value string, most int, needed bool) {
		switch n := utf8.RuneCountInString(value); {
		case needed && strings.TrimSpace(value) == "":
			f.Add(name, "process.error.needed")
		case n > most:
			f.Add(name, "error.too_long", "Max", most, "Over", n-most)
		case privacy.HasPersonnummer(value):
			f.Add(name, "error.personnummer")
		}
	}
	text("name", t.Name, 100, true)
	text("summary", t.Summary, 1000, true)
	decisions := 0
	for i, s := range t.Steps {
		n := strconv.Itoa(i + 1)
		text("title_"+n, s.Title, 200, true)
		text("text_"+n, s.Text, 1000, false)
		text("questions_"+n, strings.Join(s.Questions, "\n"), 2000, false)
		if !slices.Contains(Kinds, s.Kind) || s.Group() && !slices.Contains(Forums, s.Forum) {
			f.Add("kind_"+n, "process.error.kind")
		}
		if s.Days < -mostDays || s.Days > mostDays {
			f.Add("days_"+n, "process.error.days", "Max", mostDays)
		}
		if s.Kind == Decision {
			decisions++
		}
		if s.Kind == Samverkan && s.Days < 0 { // MBL 11 §: before the decision
			f.Add("days_"+n, "process.error.samverkan_after")
		}
	}
	for i, r := range t.Risks {
		if n := strconv.Itoa(i + 1); !slices.Contains(Areas, r.Area) || strings.TrimSpace(r.Source) == "" {
			f.Add("source_"+n, "process.error.risk")
		}
	}
	if decisions != 1 || len(t.Steps) > mostSteps {
		f.Add("steps", "process.error.one_decision", "Max", mostSteps)
	}
	return f.Err()
}
