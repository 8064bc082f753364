package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/meeting"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
	"samverka/templates/ui"
)

// suggestRoutes are those of wanting something taken up.
func (s *Server) suggestRoutes(r chi.Router) {
	r.Get("/forslag", s.page(s.suggestions))
	r.Get("/forslag/nytt", s.page(s.suggestForm))
	r.Post("/forslag", s.page(s.suggest))
	r.Get("/forslag/{id}", s.page(s.suggestion))
	r.Post("/forslag/{id}/ta-upp", s.page(s.suggestionTake))
	r.Post("/forslag/{id}/svara", s.page(s.suggestionDecline))
	r.Post("/forslag/{id}/ta-tillbaka", s.page(s.suggestionWithdraw))
}

func suggestionPath(id int64) string { return "/forslag/" + strconv.FormatInt(id, 10) }

func (s *Server) suggestions(w http.ResponseWriter, r *http.Request) error {
	l, err := s.Meeting.Suggestions(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "agenda.suggestions.title"), Active: layout.Meetings}, pages.Suggestions(l))
}

func (s *Server) suggestForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.suggestPage(r)
	if err != nil {
		return err
	}
	p.Form.Group = r.URL.Query().Get("grupp")
	return s.render(w, r, http.StatusOK, suggestView(r), pages.Suggest(p))
}

func suggestView(r *http.Request) view {
	return view{Title: i18n.T(r.Context(), "agenda.suggest.title"), Active: layout.Meetings}
}

func (s *Server) suggestPage(r *http.Request) (pages.SuggestPage, error) {
	c, err := s.Meeting.SuggestChoices(r.Context(), actor(r))
	return pages.SuggestPage{SuggestChoices: c, Who: actor(r), Once: onceField()}, err
}

func (s *Server) suggest(w http.ResponseWriter, r *http.Request) error {
	var f pages.SuggestFields
	var id int64
	err := bind(r, &f)
	if err == nil {
		id, err = s.Meeting.Suggest(r.Context(), actor(r), meeting.SuggestForm{GroupID: formID(f.Group), Title: f.Title, Why: f.Why, Class: f.Class,
			MatterID: formID(f.Matter), UnionID: formID(f.Union)})
	}
	if err == nil {
		return s.done(w, r, suggestionPath(id), "agenda.done.suggested")
	}
	p, readErr := s.suggestPage(r)
	if readErr != nil {
		return readErr
	}
	p.Form = f
	return s.again(w, r, err, suggestView(r), func(why ui.ErrorSummaryProps) templ.Component {
		p.Why = why
		return pages.Suggest(p)
	})
}

func (s *Server) suggestion(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.showSuggestion(r, pages.Sent{})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

func (s *Server) showSuggestion(r *http.Request, sent pages.Sent) (view, templ.Component, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return view{}, nil, err
	}
	data, err := s.Meeting.Suggestion(r.Context(), actor(r), id)
	if err != nil {
		return view{}, nil, err
	}
	p := pages.SuggestionPage{SuggestionPage: data, Own: data.PersonID == actor(r).PersonID, Sent: sent}
	return view{Title: i18n.T(r.Context(), "agenda.suggestion.title", "Title", data.Title), Active: layout.Meetings}, pages.Suggestion(p), nil
}

type takeFields struct {
	Meeting string `form:"meeting" max:"20"`
	Class   string `form:"class" max:"40"`
	Minutes string `form:"minutes" max:"10"`
	Reason  string `form:"reason" max:"2000"`
}

// suggestionTake puts what was suggested on an agenda; it is sent from the suggestion's page and from the agenda's.
func (s *Server) suggestionTake(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f takeFields
	if err = bind(r, &f); err == nil {
		err = s.take(r, id, f)
	}
	if err != nil {
		return s.againOn(w, r, err, "suggestion-take", false, func(x pages.Sent) (view, templ.Component, error) { return s.showSuggestion(r, x) })
	}
	return s.done(w, r, pages.Path(formID(f.Meeting), "/dagordning#dagordning"), "agenda.done.taken")
}

func (s *Server) take(r *http.Request, id int64, f takeFields) error {
	var bad fail.Form
	form := meeting.TakeForm{MeetingID: formID(f.Meeting), Class: f.Class, Minutes: minutesOf(&bad, f.Minutes), Reason: f.Reason}
	if form.MeetingID == 0 {
		bad.Add("meeting", "agenda.error.meeting_needed")
	}
	if err := bad.Err(); err != nil {
		return err
	}
	return s.Meeting.TakeSuggestion(r.Context(), actor(r), id, form)
}

type answerFields struct {
	Answer string `form:"answer" max:"4000"`
}

func (s *Server) suggestionDecline(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f answerFields
	if err = bind(r, &f); err == nil {
		err = s.Meeting.DeclineSuggestion(r.Context(), actor(r), id, f.Answer)
	}
	if err != nil {
		return s.againOn(w, r, err, "suggestion-decline", false, func(x pages.Sent) (view, templ.Component, error) { return s.showSuggestion(r, x) })
	}
	return s.done(w, r, suggestionPath(id), "agenda.done.declined")
}

func (s *Server) suggestionWithdraw(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := s.Meeting.WithdrawSuggestion(r.Context(), actor(r), id); err != nil {
		return s.againOn(w, r, err, "suggestion-withdraw", false, func(x pages.Sent) (view, templ.Component, error) { return s.showSuggestion(r, x) })
	}
	return s.done(w, r, "/forslag", "agenda.done.withdrawn")
}
