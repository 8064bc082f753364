package server

import (
	"net/http"

	"samverka/internal/apt"
	"samverka/internal/document"
	"samverka/internal/fail"
	"samverka/templates/paper"
	"samverka/templates/ui"
)

// aptNotesFile is the notes as a file: to keep, and for those who write them, to work on.
func (s *Server) aptNotesFile(ending string) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		p, err := s.aptNotesPage(r, ui.Sent{})
		if err != nil {
			return err
		}
		if !p.MayWrite && (p.Status != apt.Published || ending == ".docx") {
			return fail.New(fail.NotFound, "error.not_found")
		}
		d, err := s.dressed(r, func(l paper.Look) document.Doc { return paper.Notes(r.Context(), p, l) })
		if err != nil {
			return err
		}
		return downloadPaper(w, paper.NotesName(r.Context(), p), ending, d)
	}
}
