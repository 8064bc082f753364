package server

import (
	"net/http"

	"github.com/a-h/templ"

	"samverka/internal/i18n"
	pages "samverka/templates/organisation"
	"samverka/templates/ui"
)

// agreementStart asks when samverkan takes effect, which nobody but the parties can say.
func (s *Server) agreementStart(w http.ResponseWriter, r *http.Request) error {
	set, err := s.Organisation.Settings(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, startView(r), pages.AgreementStart(ui.ErrorSummaryProps{}, set.Agreement))
}

func startView(r *http.Request) view {
	return view{Title: i18n.T(r.Context(), "agreement.start.title")}
}

type effectiveFields struct {
	EffectiveAt string `form:"effective_at" max:"20"`
}

func (s *Server) chooseEffective(w http.ResponseWriter, r *http.Request) error {
	var f effectiveFields
	err := bind(r, &f)
	if err == nil {
		err = s.Organisation.ChooseEffective(r.Context(), actor(r), f.EffectiveAt)
	}
	if err == nil {
		return s.done(w, r, "/installningar", "agreement.start.done")
	}
	set, readErr := s.Organisation.Settings(r.Context(), actor(r))
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, startView(r), func(why ui.ErrorSummaryProps) templ.Component { return pages.AgreementStart(why, set.Agreement) })
}
