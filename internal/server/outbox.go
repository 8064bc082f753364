package server

import (
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"

	"samverka/internal/i18n"
	"samverka/templates/outbox"
	"samverka/templates/post"
)

// outboxRoutes show what has been mailed and what went wrong, to whoever looks after the installation.
func (s *Server) outboxRoutes(r chi.Router) {
	r.Get("/installningar/mejl", s.page(s.outbox))
	r.Get("/installningar/jobb", s.page(s.jobs))
	r.Post("/installningar/jobb/igen", s.page(s.retryAll))
	r.Post("/installningar/jobb/{id}/igen", s.page(s.retryJob))
	r.Post("/installningar/jobb/mejl/{id}", s.page(s.retryMail))
	r.Post("/installningar/jobb/adress/{person}", s.page(s.trustAddress))
}

func (s *Server) outbox(w http.ResponseWriter, r *http.Request) error {
	before, err := strconv.ParseInt(r.URL.Query().Get("fore"), 10, 64)
	if err != nil || before < 0 {
		before = 0
	}
	p := outbox.Page{}
	if p.Entries, p.More, err = s.Outbox.List(r.Context(), actor(r), before); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "notify.outbox.title"), Wide: true}, outbox.Show(p))
}

func (s *Server) jobs(w http.ResponseWriter, r *http.Request) error {
	f, err := s.Outbox.Failures(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "post.jobs.title"), Wide: true}, post.Jobs(f))
}

func (s *Server) retryAll(w http.ResponseWriter, r *http.Request) error {
	n, err := s.Outbox.RetryAll(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.done(w, r, "/installningar/jobb", "post.jobs.all_again", "Count", n)
}

func (s *Server) retryJob(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err == nil {
		err = s.Outbox.RetryJob(r.Context(), actor(r), id)
	}
	if err != nil {
		return err
	}
	return s.done(w, r, "/installningar/jobb", "post.jobs.job_again")
}

func (s *Server) retryMail(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err == nil {
		err = s.Outbox.RetryMail(r.Context(), actor(r), id)
	}
	if err != nil {
		return err
	}
	return s.done(w, r, "/installningar/jobb", "post.jobs.mail_again")
}

func (s *Server) trustAddress(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "person")
	if err == nil {
		err = s.Outbox.TrustAddress(r.Context(), actor(r), id)
	}
	if err != nil {
		return err
	}
	return s.done(w, r, "/installningar/jobb", "post.jobs.trusted")
}
