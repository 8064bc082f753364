package server

import (
	"io"
	"net/http"

	"github.com/go-chi/chi/v5"

	"samverka/internal/document"
	"samverka/internal/fail"
	"samverka/templates/paper"
)

// paperRoutes are the files of a meeting.
func (s *Server) paperRoutes(r chi.Router) {
	r.Get("/moten/{id}/kallelse.pdf", s.page(s.noticeFile(".pdf")))
	r.Get("/moten/{id}/kallelse.docx", s.page(s.noticeFile(".docx")))
	r.Get("/moten/{id}/protokoll.pdf", s.page(s.minutesFile(".pdf")))
	r.Get("/moten/{id}/protokoll.docx", s.page(s.minutesFile(".docx")))
	r.Get("/moten/{id}/arkiv.zip", s.page(s.meetingArchive))
}

// noticeFile is the notice as a file: to keep, or to work on.
func (s *Server) noticeFile(ending string) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		p, err := s.noticePage(r)
		if err != nil {
			return err
		}
		d, err := s.dressed(r, func(l paper.Look) document.Doc { return paper.Notice(r.Context(), p, l) })
		if err != nil {
			return err
		}
		return downloadPaper(w, paper.NoticeName(r.Context(), p), ending, d)
	}
}

// minutesFile is the minutes as a file. Of approved minutes there is no copy to work on.
func (s *Server) minutesFile(ending string) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		p, err := s.minutesPage(r)
		if err != nil {
			return err
		}
		if ending == ".docx" && !p.Editable() {
			return fail.New(fail.NotFound, "error.not_found")
		}
		d, err := s.dressed(r, func(l paper.Look) document.Doc { return paper.Minutes(r.Context(), p, l) })
		if err != nil {
			return err
		}
		return downloadPaper(w, paper.MinutesName(r.Context(), p), ending, d)
	}
}

// meetingArchive is the meeting as a package for an archive elsewhere, whole: whoever takes it out has opened what is secret,
// and said why.
func (s *Server) meetingArchive(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	a, err := s.Meeting.Archive(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	p, err := s.minutesPage(r)
	if err != nil {
		return err
	}
	if p.Masked() {
		return fail.New(fail.Forbidden, "paper.archive.masked")
	}
	l, err := s.Organisation.LookAt(r.Context(), actor(r), *a.Minutes.ApprovedAt)
	if err != nil {
		return err
	}
	return download(w, paper.ArchiveName(r.Context(), p), ".zip", func(to io.Writer) error { return paper.Archive(r.Context(), to, a, p, l) })
}
