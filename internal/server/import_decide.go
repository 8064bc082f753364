package server

import (
	"net/http"
	"strconv"

	"samverka/internal/importer"
)

func (s *Server) mapImport(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	im, err := s.Importer.Show(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	if err := s.Importer.Map(r.Context(), actor(r), id, choices(r, im.Plan.Unmapped)); err != nil {
		return s.importAgain(w, r, id, err)
	}
	return s.done(w, r, importPath+"/"+strconv.FormatInt(id, 10), "import.mapped")
}

// choices reads what was said about the tables that were not understood.
func choices(r *http.Request, tables []importer.Table) (out []importer.Choice) {
	for i, t := range tables {
		c := importer.Choice{Table: i, Kind: importer.Kind(r.PostForm.Get(importer.KindField(i)))}
		for j := range t.Columns {
			c.Fields = append(c.Fields, importer.Field(r.PostForm.Get(importer.ColumnField(i, j))))
		}
		out = append(out, c)
	}
	return out
}

type confirmImportForm struct {
	Digest string `form:"digest" max:"100"`
}

func (s *Server) confirmImport(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f confirmImportForm
	if err := bind(r, &f); err != nil {
		return err
	}
	ctx, cancel := s.patient(w, r)
	defer cancel()
	if err := s.Importer.Confirm(ctx, actor(r), id, f.Digest); err != nil {
		return s.importAgain(w, r, id, err)
	}
	return s.done(w, r, importPath+"/"+strconv.FormatInt(id, 10), "import.confirmed")
}

func (s *Server) discardImport(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := s.Importer.Discard(r.Context(), actor(r), id); err != nil {
		return err
	}
	return s.done(w, r, importPath, "import.discarded")
}
