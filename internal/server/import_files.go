package server

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/importer"
	"samverka/internal/overview"
	pages "samverka/templates/importer"
	"samverka/templates/ui"
)

// importLimit is the largest upload: five files of a large organisation.
const importLimit = 64 << 20

// importTime is how long one import may work, longer than a page may: 45 000 people take some seconds.
const importTime = 2 * time.Minute

const importPath = "/installningar/import"

// importRoutes read the organisation from files: choose, preview, confirm.
func (s *Server) importRoutes(r chi.Router) {
	r.Get(importPath, s.page(s.imports))
	r.With(limitBody(importLimit)).Post(importPath, s.page(s.startImport))
	r.Get(importPath+"/{id}", s.page(s.showImport))
	r.Post(importPath+"/{id}/kolumner", s.page(s.mapImport))
	r.Post(importPath+"/{id}/bekrafta", s.page(s.confirmImport))
	r.Post(importPath+"/{id}/ta-bort", s.page(s.discardImport))
}

func (s *Server) imports(w http.ResponseWriter, r *http.Request) error {
	list, err := s.Importer.History(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "import.title")}, pages.List(pages.ListPage{Imports: list}))
}

func (s *Server) startImport(w http.ResponseWriter, r *http.Request) error {
	list, err := s.Importer.History(r.Context(), actor(r)) // it asks who may before anything is read
	if err != nil {
		return err
	}
	ctx, cancel := s.patient(w, r)
	defer cancel()
	files, err := uploads(r, "files")
	var id int64
	if err == nil {
		id, err = s.Importer.Start(ctx, actor(r), files)
	}
	if err == nil {
		return seeOther(w, r, importPath+"/"+strconv.FormatInt(id, 10))
	}
	return s.again(w, r, err, view{Title: i18n.T(r.Context(), "import.title")}, func(why ui.ErrorSummaryProps) templ.Component {
		return pages.List(pages.ListPage{Why: why, Imports: list})
	})
}

// patient gives a request the time that an import needs.
func (s *Server) patient(w http.ResponseWriter, r *http.Request) (context.Context, context.CancelFunc) {
	until := time.Now().Add(importTime)
	c := http.NewResponseController(w)
	_, _ = c.SetReadDeadline(until), c.SetWriteDeadline(until) // not every writer has them; then the ordinary times hold
	return context.WithTimeout(context.WithoutCancel(r.Context()), importTime)
}

// uploads are the files of a field, whole in memory: each is at most importer.MaxFileBytes, and the body is limited.
func uploads(r *http.Request, field string) (files []importer.File, err error) {
	var none struct{}
	if err := bind(r, &none); err != nil {
		return nil, err
	}
	if r.MultipartForm == nil {
		return nil, nil
	}
	defer func() { err = errors.Join(err, r.MultipartForm.RemoveAll()) }()
	for _, h := range r.MultipartForm.File[field] {
		if h.Filename == "" && h.Size == 0 {
			continue
		}
		f, err := h.Open()
		if err != nil {
			return nil, fail.Wrap(fail.Invalid, err, "error.body")
		}
		data, err := io.ReadAll(io.LimitReader(f, importer.MaxFileBytes+1))
		f.Close()
		if err != nil {
			return nil, fail.Wrap(fail.Invalid, err, "error.body")
		}
		files = append(files, importer.File{Name: h.Filename, Data: data})
	}
	return files, nil
}

func (s *Server) showImport(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	im, err := s.Importer.Show(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	left, err := s.leftBy(r, im)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, importView(r, im), pages.Show(pages.ShowPage{Import: im, Left: left}))
}

// leftBy reads what the units that the import moves or ends leave to look at. Before it is done, that is all their matters.
func (s *Server) leftBy(r *http.Request, im importer.Import) (overview.Reorganised, error) {
	var units []int64
	for _, u := range im.Moved() {
		units = append(units, u.ID)
	}
	since := im.CreatedAt
	if im.Status == importer.Preview {
		since = s.Clock.Now()
	}
	return s.Overview.Reorganised(r.Context(), actor(r), units, since)
}

func importView(r *http.Request, im importer.Import) view {
	title := i18n.T(r.Context(), "import.receipt.title", "When", i18n.DateTime(r.Context(), im.CreatedAt))
	if im.Status == importer.Preview {
		title = i18n.T(r.Context(), "import.show.preview")
	}
	return view{Title: title}
}

// importAgain shows the import once more, as it is now, with what was refused.
func (s *Server) importAgain(w http.ResponseWriter, r *http.Request, id int64, err error) error {
	im, readErr := s.Importer.Show(r.Context(), actor(r), id)
	if readErr != nil {
		return readErr
	}
	left, readErr := s.leftBy(r, im)
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, importView(r, im), func(why ui.ErrorSummaryProps) templ.Component {
		return pages.Show(pages.ShowPage{Why: why, Import: im, Left: left})
	})
}
