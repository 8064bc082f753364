package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/apt"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	pages "samverka/templates/apt"
	"samverka/templates/layout"
	"samverka/templates/ui"
)

type aptItemFields struct {
	Title    string `form:"title" max:"400"`
	Form     string `form:"form" max:"20"`
	Minutes  string `form:"minutes" max:"10"`
	Category string `form:"category" max:"40"`
	Version  string `form:"version" max:"10"`
}

func (f aptItemFields) item() apt.ItemForm {
	return apt.ItemForm{Title: f.Title, Form: f.Form, Minutes: int(formID(f.Minutes)), Category: f.Category, Version: int(formID(f.Version))}
}

func (s *Server) aptAddItem(w http.ResponseWriter, r *http.Request) error {
	return s.onAPT(w, r, "apt-item-add", "#dagordning", "apt.receipt.item_added", func(id int64) error {
		var f aptItemFields
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.AddItem(r.Context(), actor(r), id, f.item())
	})
}

// onAPTItem carries out one action on an item of the APT's page.
func (s *Server) onAPTItem(w http.ResponseWriter, r *http.Request, form, receipt string, act func(item int64) error) error {
	id, item, err := s.inAPT(r, "item", ownItem)
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	n := strconv.FormatInt(item, 10)
	if err := act(item); err != nil {
		return s.againSent(w, r, err, form+"-"+n, func(x ui.Sent) (view, templ.Component, error) { return s.showAPT(r, x) })
	}
	return s.done(w, r, pages.Path(id, "#punkt-"+n), receipt)
}

func (s *Server) aptChangeItem(w http.ResponseWriter, r *http.Request) error {
	return s.onAPTItem(w, r, "apt-item-change", "apt.receipt.item_changed", func(item int64) error {
		var f aptItemFields
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.ChangeItem(r.Context(), actor(r), item, f.item())
	})
}

type aptMoveFields struct {
	To string `form:"to" max:"10"`
}

func (s *Server) aptMoveItem(w http.ResponseWriter, r *http.Request) error {
	return s.onAPTItem(w, r, "apt-item-move", "apt.receipt.item_moved", func(item int64) error {
		var f aptMoveFields
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.MoveItem(r.Context(), actor(r), item, f.To == "up")
	})
}

func (s *Server) aptRemoveItem(w http.ResponseWriter, r *http.Request) error {
	return s.onAPTItem(w, r, "apt-item-remove", "apt.receipt.item_removed", func(item int64) error { return s.APT.RemoveItem(r.Context(), actor(r), item) })
}

// aptProposeForm is where staff propose something to talk about, until the APT is held.
func (s *Server) aptProposeForm(w http.ResponseWriter, r *http.Request) error {
	v, body, err := s.proposePage(r, ui.Sent{})
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, body)
}

func (s *Server) proposePage(r *http.Request, sent ui.Sent) (view, templ.Component, error) {
	p, err := s.aptShowPage(r, sent)
	if err != nil {
		return view{}, nil, err
	}
	if !p.IsStaff || p.Status != apt.Planned && p.Status != apt.Invited {
		return view{}, nil, fail.New(fail.NotFound, "error.not_found")
	}
	return view{Title: i18n.T(r.Context(), "apt.propose.title") + ", " + pages.Name(r.Context(), p.APT), Active: layout.Meetings},
		pages.Propose(pages.ProposePage{Page: p.Page, Once: onceField(), Sent: sent}), nil
}

type proposeFields struct {
	Title       string `form:"title" max:"400"`
	Text        string `form:"text" max:"4000"`
	Named       bool   `form:"named"`
	ReadThrough bool   `form:"read_through"`
}

func (s *Server) aptPropose(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f proposeFields
	if err = bind(r, &f); err == nil {
		err = s.APT.Propose(r.Context(), actor(r), id, apt.ProposalForm{Title: f.Title, Text: f.Text, Named: f.Named, ReadThrough: f.ReadThrough})
	}
	if err != nil {
		return s.againSent(w, r, err, "apt-propose", func(x ui.Sent) (view, templ.Component, error) { return s.proposePage(r, x) })
	}
	return s.done(w, r, pages.Path(id, ""), "apt.receipt.proposed")
}

// onProposal answers a proposal; the operation sees to it that it is one of the unit's.
func (s *Server) onProposal(w http.ResponseWriter, r *http.Request, form, receipt string, act func(id, proposal int64) error) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	proposal, err := pathID(r, "proposal")
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	if err := act(id, proposal); err != nil {
		return s.againSent(w, r, err, form+"-"+strconv.FormatInt(proposal, 10), func(x ui.Sent) (view, templ.Component, error) { return s.showAPT(r, x) })
	}
	return s.done(w, r, pages.Path(id, "#dagordning"), receipt)
}

func (s *Server) aptAccept(w http.ResponseWriter, r *http.Request) error {
	return s.onProposal(w, r, "apt-proposal-accept", "apt.receipt.accepted", func(id, proposal int64) error {
		var f aptItemFields
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.Accept(r.Context(), actor(r), id, proposal, f.item())
	})
}

type declineForm struct {
	Answer string `form:"answer" max:"4000"`
}

func (s *Server) aptDecline(w http.ResponseWriter, r *http.Request) error {
	return s.onProposal(w, r, "apt-proposal-decline", "apt.receipt.declined", func(id, proposal int64) error {
		var f declineForm
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.Decline(r.Context(), actor(r), id, proposal, f.Answer)
	})
}
