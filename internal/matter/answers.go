package matter

import (
	"slices"

	"samverka/internal/clock"
	"samverka/internal/fail"
)

// DraftSteps is the number of steering questions (handbook 4.2).
const DraftSteps = 10

// OpenIdea is the answer that the question is open and there is no proposal yet.
const OpenIdea = "idea"

// Answers are what a manager has said so far; empty means not yet answered.
type Answers struct {
	Template        string     `json:"template,omitempty"` // the process to follow
	Title           string     `json:"title,omitempty"`
	Purpose         string     `json:"purpose,omitempty"`
	Category        string     `json:"category,omitempty"`
	Decider         string     `json:"decider,omitempty"`
	Important       string     `json:"important,omitempty"` // yes, no or unsure
	Units           []int64    `json:"units,omitempty"`
	Unions          string     `json:"unions,omitempty"` // answered: yes
	Concerned       []int64    `json:"concerned,omitempty"`
	Outsiders       string     `json:"outsiders,omitempty"`        // yes or no
	WorkEnvironment string     `json:"work_environment,omitempty"` // yes or no
	Individuals     string     `json:"individuals,omitempty"`      // yes or no
	Secret          string     `json:"secret,omitempty"`           // yes or no
	Secrecy         string     `json:"secrecy,omitempty"`          // the paragraph
	PlannedDecision clock.Date `json:"planned_decision"`
	Open            string     `json:"open,omitempty"` // yes, OpenIdea or no: nothing is decided yet
	Correction      Correction `json:"correction"`     // what the manager changes in the triage
}

// New is the matter that the answers describe.
func (a Answers) New() New {
	return New{Title: a.Title, UnitIDs: a.Units, Category: a.Category, Purpose: a.Purpose, PlannedDecision: a.PlannedDecision, Decider: a.Decider,
		WorkEnvironment: a.WorkEnvironment == "yes", Outsiders: a.Outsiders == "yes", Secrecy: a.Secrecy}
}

// importances are the answers to whether a change is important (MBL 11 §).
var importances = []string{"yes", "no", "unsure"}

// answers are the wizard's answers that the form on one page gives: the question is open, and about nobody in particular.
func (n New) answers() Answers {
	return Answers{Title: n.Title, Purpose: n.Purpose, Category: n.Category, Decider: n.Decider, Important: n.Important, Units: n.UnitIDs, Unions: "yes",
		Outsiders: yesNo(n.Outsiders), WorkEnvironment: yesNo(n.WorkEnvironment), Individuals: "no", Secret: yesNo(n.Secrecy != ""), Secrecy: n.Secrecy,
		PlannedDecision: n.PlannedDecision, Open: "yes"}
}

// CheckStep refuses what is missing or wrong in the answers to one of the questions.
func (a Answers) CheckStep(step int, today clock.Date) error {
	var f fail.Form
	one := func(name, got string, key string, of ...string) {
		if !slices.Contains(of, got) {
			f.Fields = append(f.Fields, fail.Field{Name: name, Key: key})
		}
	}
	switch step {
	case 1:
		checkText(&f, "title", a.Title, 200, "matter.error.title_needed")
		checkText(&f, "purpose", a.Purpose, 4000, "matter.error.purpose_needed")
		one("category", a.Category, "matter.error.category", Categories...)
	case 2:
		one("decider", a.Decider, "matter.error.decider", ByManager, ByBoard)
	case 3:
		one("important", a.Important, "matter.error.choose", importances...)
	case 4:
		if len(a.Units) == 0 {
			f.Add("units", "matter.error.units_needed")
		}
	case 6:
		one("outsiders", a.Outsiders, "matter.error.choose", "yes", "no")
	case 7:
		one("work_environment", a.WorkEnvironment, "matter.error.choose", "yes", "no")
	case 8:
		one("individuals", a.Individuals, "matter.error.choose", "yes", "no")
	case 9:
		one("secret", a.Secret, "matter.error.choose", "yes", "no")
		checkText(&f, "secrecy", a.Secrecy, 200, needed(a.Secret == "yes", "matter.error.secrecy_needed"))
	case 10:
		switch {
		case a.PlannedDecision.IsZero():
			f.Add("planned_decision", "matter.error.date_needed")
		case a.PlannedDecision.Before(today):
			f.Add("planned_decision", "matter.error.date_past")
		}
		one("open", a.Open, "matter.error.choose", "yes", OpenIdea, "no")
	}
	if x := a.Correction; step == correctionStep && x.Made() {
		checkText(&f, "reason", x.Reason, 2000, "matter.error.reason_needed")
		one("duty", x.Duty, "matter.error.choose", "", DutyNegotiate, DutyInform)
	}
	return f.Err()
}

// correctionStep is the page of the triage's correction, which comes after the questions.
const correctionStep = DraftSteps + 1

// Missing lists the questions that are not yet answered, or no longer rightly.
func (a Answers) Missing(today clock.Date) []int {
	var steps []int
	for step := 1; step <= DraftSteps; step++ {
		if a.CheckStep(step, today) != nil || step == 5 && a.Unions == "" {
			steps = append(steps, step)
		}
	}
	return steps
}
