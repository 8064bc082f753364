package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/apt"
	"samverka/internal/fail"
	pages "samverka/templates/apt"
	"samverka/templates/ui"
)

func (s *Server) aptInvite(w http.ResponseWriter, r *http.Request) error {
	return s.onAPT(w, r, "apt-invite", "", "apt.receipt.invited", func(id int64) error {
		var f reasonForm
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.Invite(r.Context(), actor(r), id, f.Reason)
	})
}

func (s *Server) aptSendAgenda(w http.ResponseWriter, r *http.Request) error {
	return s.onAPT(w, r, "apt-agenda-send", "", "apt.receipt.agenda", func(id int64) error {
		var f reasonForm
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.SendAgenda(r.Context(), actor(r), id, f.Reason)
	})
}

func (s *Server) aptCancel(w http.ResponseWriter, r *http.Request) error {
	return s.onAPT(w, r, "apt-cancel", "", "apt.receipt.cancelled", func(id int64) error {
		var f reasonForm
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.Cancel(r.Context(), actor(r), id, f.Reason)
	})
}

type sittingFields struct {
	Date   string `form:"date" max:"40"`
	Time   string `form:"time" max:"20"`
	Ends   string `form:"ends" max:"20"`
	Place  string `form:"place" max:"400"`
	Reason string `form:"reason" max:"2000"`
}

// bindSitting reads when and where a sitting is, and why although a rule warned.
func bindSitting(r *http.Request) (apt.SittingForm, string, error) {
	var f sittingFields
	if err := bind(r, &f); err != nil {
		return apt.SittingForm{}, "", err
	}
	var wrong fail.Form
	si := aptSittingOf(&wrong, "", f.Date, f.Time, f.Ends, f.Place)
	return si, f.Reason, wrong.Err()
}

func (s *Server) aptAddSitting(w http.ResponseWriter, r *http.Request) error {
	return s.onAPT(w, r, "apt-sitting-add", "", "apt.receipt.sitting_added", func(id int64) error {
		si, reason, err := bindSitting(r)
		if err != nil {
			return err
		}
		return s.APT.AddSitting(r.Context(), actor(r), id, si, reason)
	})
}

// onSitting carries out one action on a sitting of the APT's page.
func (s *Server) onSitting(w http.ResponseWriter, r *http.Request, form, receipt string, to func(id, sitting int64) string, act func(sitting int64) error) error {
	id, sitting, err := s.inAPT(r, "sitting", ownSitting)
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	if err := act(sitting); err != nil {
		return s.againSent(w, r, err, form+"-"+strconv.FormatInt(sitting, 10), func(x ui.Sent) (view, templ.Component, error) { return s.showAPT(r, x) })
	}
	return s.done(w, r, to(id, sitting), receipt)
}

func toAPT(id, _ int64) string { return pages.Path(id, "") }

func (s *Server) aptMoveSitting(w http.ResponseWriter, r *http.Request) error {
	return s.onSitting(w, r, "apt-sitting-move", "apt.receipt.sitting_moved", toAPT, func(sitting int64) error {
		si, reason, err := bindSitting(r)
		if err != nil {
			return err
		}
		return s.APT.MoveSitting(r.Context(), actor(r), sitting, si, reason)
	})
}

func (s *Server) aptCancelSitting(w http.ResponseWriter, r *http.Request) error {
	return s.onSitting(w, r, "apt-sitting-cancel", "apt.receipt.sitting_cancelled", toAPT, func(sitting int64) error {
		return s.APT.CancelSitting(r.Context(), actor(r), sitting)
	})
}

func (s *Server) aptOpenSitting(w http.ResponseWriter, r *http.Request) error {
	return s.onSitting(w, r, "apt-sitting-open", "apt.receipt.sitting_opened", func(id, sitting int64) string { return pages.LivePath(id, sitting, 0) }, func(sitting int64) error {
		return s.APT.OpenSitting(r.Context(), actor(r), sitting)
	})
}

type personForm struct {
	Person string `form:"person" max:"20"`
}

func (s *Server) aptLetWrite(w http.ResponseWriter, r *http.Request) error {
	return s.onAPT(w, r, "apt-writer-add", "", "apt.receipt.writer", func(id int64) error {
		var f personForm
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.LetWrite(r.Context(), actor(r), id, formID(f.Person))
	})
}

func (s *Server) aptStopWriting(w http.ResponseWriter, r *http.Request) error {
	return s.onAPT(w, r, "apt-writer-remove", "", "apt.receipt.writer_gone", func(id int64) error {
		var f personForm
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.StopWriting(r.Context(), actor(r), id, formID(f.Person))
	})
}

func (s *Server) aptAttend(w http.ResponseWriter, r *http.Request) error {
	return s.onAPT(w, r, "apt-attend", "", "apt.receipt.attended", func(id int64) error { return s.APT.Attend(r.Context(), actor(r), id) })
}
