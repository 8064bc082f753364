package server

import (
	"net/http"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/notify"
	"samverka/templates/post"
	"samverka/templates/ui"
)

// unsubscribeRoutes are open to whoever holds a mail; the address is one mail's own.
func (s *Server) unsubscribeRoutes(r chi.Router) {
	r.Get("/avsluta-mejl/{token}", s.page(s.unsubscribeForm))
	r.Post("/avsluta-mejl/{token}", s.page(s.unsubscribe))
}

// postRoutes are how one's own mail comes.
func (s *Server) postRoutes(r chi.Router) {
	r.Get("/konto/mejl", s.page(s.mailSettings))
	r.Post("/konto/mejl", s.page(s.chooseMail))
}

func (s *Server) mailSettings(w http.ResponseWriter, r *http.Request) error {
	p := post.SettingsPage{}
	var err error
	if p.Mine, err = s.Mail.Mine(r.Context(), actor(r)); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "post.settings.title")}, post.Settings(p))
}

// chooseMail reads one field for each topic that has a choice; one that was not sent stays as it was.
func (s *Server) chooseMail(w http.ResponseWriter, r *http.Request) error {
	if err := parse(r); err != nil {
		return err
	}
	mine, err := s.Mail.Mine(r.Context(), actor(r))
	if err != nil {
		return err
	}
	chosen := map[notify.Topic]notify.Manner{}
	for i, set := range mine.Settings {
		if sent := r.PostForm.Get(string(set.Topic)); sent != "" {
			chosen[set.Topic] = notify.Manner(sent)
			mine.Settings[i].Chosen = notify.Manner(sent)
		}
	}
	if err = s.Mail.Choose(r.Context(), actor(r), chosen); err == nil {
		return s.done(w, r, "/konto/mejl", "post.settings.saved")
	}
	return s.again(w, r, err, view{Title: i18n.T(r.Context(), "post.settings.title")}, func(why ui.ErrorSummaryProps) templ.Component {
		return post.Settings(post.SettingsPage{Why: why, Mine: mine})
	})
}

func (s *Server) unsubscribeForm(w http.ResponseWriter, r *http.Request) error {
	token := chi.URLParam(r, "token")
	of, err := s.Mail.Unsubscription(r.Context(), token)
	return s.showUnsubscribe(w, r, post.UnsubscribePage{Token: token, Of: of}, err)
}

// unsubscribe takes the button of the page and what mail programs send by themselves (RFC 8058: one POST, no questions).
func (s *Server) unsubscribe(w http.ResponseWriter, r *http.Request) error {
	token := chi.URLParam(r, "token")
	of, err := s.Mail.Unsubscribe(r.Context(), token)
	return s.showUnsubscribe(w, r, post.UnsubscribePage{Token: token, Of: of}, err)
}

// showUnsubscribe answers 200 and not 303 also to the POST: mail programs follow no redirect (RFC 8058 3.1).
func (s *Server) showUnsubscribe(w http.ResponseWriter, r *http.Request, p post.UnsubscribePage, err error) error {
	ctx := r.Context()
	switch {
	case fail.KindOf(err) == fail.NotFound && err != nil:
		s.logRefusal(r, http.StatusNotFound, err)
		return s.render(w, r, http.StatusNotFound, view{Title: i18n.T(ctx, "post.unsubscribe.dead_title")}, post.DeadUnsubscribe())
	case err != nil:
		return err
	case p.Of.Done:
		return s.render(w, r, http.StatusOK, view{Title: i18n.T(ctx, "post.unsubscribe.done")}, post.Unsubscribe(p))
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(ctx, "post.unsubscribe.title")}, post.Unsubscribe(p))
}
