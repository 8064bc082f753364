package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/clock"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

// newMatterFields is the quick form that starts a matter.
type newMatterFields struct {
	Title           string   `form:"title" max:"200"`
	Units           []string `form:"units" max:"20"`
	Category        string   `form:"category" max:"40"`
	Important       string   `form:"important" max:"10"`
	Purpose         string   `form:"purpose" max:"4000"`
	PlannedDecision string   `form:"planned_decision" max:"40"`
	Decider         string   `form:"decider" max:"20"`
	WorkEnvironment string   `form:"work_environment" max:"3"`
	Outsiders       string   `form:"outsiders" max:"3"`
	Secrecy         string   `form:"secrecy" max:"200"`
	Reason          string   `form:"reason" max:"2000"`
}

// value parses what was written; what cannot be read is a message about its field.
func (f newMatterFields) value() (matter.New, error) {
	day, err := dateOf("planned_decision", f.PlannedDecision)
	if err != nil {
		return matter.New{}, err
	}
	return matter.New{Title: f.Title, UnitIDs: idsOf(f.Units), Category: f.Category, Important: f.Important, Purpose: f.Purpose, PlannedDecision: day, Decider: f.Decider,
		WorkEnvironment: f.WorkEnvironment == "yes", Outsiders: f.Outsiders == "yes", Secrecy: f.Secrecy, Reason: f.Reason}, nil
}

// dateOf reads a date as people write it; an empty one is no date, which the operation judges.
func dateOf(field, text string) (clock.Date, error) {
	if text == "" {
		return clock.Date{}, nil
	}
	d, err := clock.ParseDate(text)
	if err != nil {
		return clock.Date{}, invalid(field, "matter.error.date")
	}
	return d, nil
}

// idsOf reads ids; what is none becomes one that does not exist, so that it is refused as foreign ids are.
func idsOf(texts []string) []int64 {
	var ids []int64
	for _, t := range texts {
		if t == "" {
			continue
		}
		ids = append(ids, idOf(t))
	}
	return ids
}

func idOf(text string) int64 {
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return -1
	}
	return id
}

func (s *Server) newMatterForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.newMatterPage(r, newMatterFields{Important: "yes", WorkEnvironment: "yes", Outsiders: "no"}, firstRunes(r.URL.Query().Get("enhet"), 100))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "matter.new.title")), pages.NewMatter(p))
}

func (s *Server) newMatterPage(r *http.Request, f newMatterFields, filter string) (pages.New, error) {
	start, err := s.Matter.Start(r.Context(), actor(r), filter, idsOf(f.Units))
	if err != nil {
		return pages.New{}, err
	}
	return pages.New{Once: onceField(), Start: start, Filter: filter, Title: f.Title, Category: f.Category, Important: f.Important, Purpose: f.Purpose, PlannedDecision: f.PlannedDecision,
		Decider: f.Decider, WorkEnvironment: f.WorkEnvironment, Outsiders: f.Outsiders, Secrecy: f.Secrecy, Units: f.Units}, nil
}

func (s *Server) newMatter(w http.ResponseWriter, r *http.Request) error {
	var f newMatterFields
	var n matter.New
	var id int64
	err := bind(r, &f)
	if err == nil {
		n, err = f.value()
	}
	if err == nil && n.Important == "" {
		err = invalid("important", "matter.error.choose")
	}
	if err == nil {
		id, err = s.Matter.Create(r.Context(), actor(r), n)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, "/plan"), "matter.new.done")
	}
	p, readErr := s.newMatterPage(r, f, "")
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, matterView(i18n.T(r.Context(), "matter.new.title")), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.NewMatter(p)
	})
}
