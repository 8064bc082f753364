package server

import (
	"io"
	"net/http"
	"slices"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/document"
	"samverka/internal/dossier"
	"samverka/internal/i18n"
	pages "samverka/templates/dossier"
	"samverka/templates/paper"
	"samverka/templates/ui"
)

// dossierRoutes are a matter's story: as a page, and as a bundle to keep or to give out.
func (s *Server) dossierRoutes(r chi.Router) {
	r.Get("/arenden/{id}/tidslinje", s.page(s.timeline))
	r.Get("/arenden/{id}/akt", s.page(s.dossierPage))
	r.Post("/arenden/{id}/akt", s.page(s.disclose))
	r.Get("/arenden/{id}/akt.pdf", s.page(s.dossierFile))
	r.Get("/arenden/{id}/akt.zip", s.page(s.dossierPackage))
}

func (s *Server) timeline(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	st, err := s.Dossier.Story(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	p := pages.Timeline{Story: st, Moments: st.Moments()}
	if k := dossier.Sort(r.URL.Query().Get("visa")); slices.Contains(dossier.Sorts, k) {
		p.Sort = k
	}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "dossier.title")+": "+st.Title), pages.Story(p))
}

func (s *Server) dossierPage(w http.ResponseWriter, r *http.Request) error {
	v, p, err := s.bundlePage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, v, pages.Bundle(p))
}

func (s *Server) bundlePage(r *http.Request) (view, pages.BundlePage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return view{}, pages.BundlePage{}, err
	}
	p, err := s.Dossier.Page(r.Context(), actor(r), id)
	if err != nil {
		return view{}, pages.BundlePage{}, err
	}
	return matterView(i18n.T(r.Context(), "dossier.bundle.title") + ": " + p.Title), pages.BundlePage{Page: p, Disclose: actor(r).May(access.MatterDisclose), Once: onceField()}, nil
}

type discloseFields struct {
	How    string `form:"how" max:"10"`
	Reason string `form:"reason" max:"2000"`
}

// disclose notes that the matter is given out; the page then has the file.
func (s *Server) disclose(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f discloseFields
	if err = bind(r, &f); err == nil {
		_, err = s.Dossier.Disclose(r.Context(), actor(r), id, f.How != "whole", f.Reason)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, "/akt"), "dossier.disclose.done")
	}
	v, p, readErr := s.bundlePage(r)
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, v, func(why ui.ErrorSummaryProps) templ.Component {
		p.Why, p.How, p.Reason = why, f.How, f.Reason
		return pages.Bundle(p)
	})
}

// bundle is the matter with its papers: the reader's own copy, or the disclosure that the address names.
func (s *Server) bundle(r *http.Request) (dossier.Bundle, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return dossier.Bundle{}, err
	}
	return s.Dossier.Bundle(r.Context(), actor(r), id, queryID(r.URL.Query(), pages.DisclosureParam))
}

func (s *Server) dossierFile(w http.ResponseWriter, r *http.Request) error {
	b, err := s.bundle(r)
	if err != nil {
		return err
	}
	d, err := s.dressed(r, func(l paper.Look) document.Doc { return paper.Dossier(r.Context(), b, l) })
	if err != nil {
		return err
	}
	return downloadPaper(w, paper.DossierName(r.Context(), b), ".pdf", d)
}

func (s *Server) dossierPackage(w http.ResponseWriter, r *http.Request) error {
	b, err := s.bundle(r)
	if err != nil {
		return err
	}
	l, err := s.Organisation.LookAt(r.Context(), actor(r), b.Written())
	if err != nil {
		return err
	}
	files, err := s.Dossier.Files(r.Context(), actor(r), b)
	if err != nil {
		return err
	}
	return download(w, paper.DossierName(r.Context(), b), ".zip", func(to io.Writer) error { return paper.DossierArchive(r.Context(), to, b, files, l) })
}
