package server

import (
	"context"
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

// attachmentRoutes are the files that a proposal is read with.
func (s *Server) attachmentRoutes(r chi.Router) {
	r.Get("/arenden/{id}/bilagor", s.page(s.attachments))
	r.With(limitBody(matter.MaxAttachment+1<<20)).Post("/arenden/{id}/bilagor", s.page(s.attach))
	r.Get("/arenden/{id}/bilagor/{attachment}/fil", s.page(s.attachmentFile))
	r.Post("/arenden/{id}/bilagor/{attachment}/ta-bort", s.page(s.detach))
	r.Get("/arenden/{id}/bilagor/{attachment}/radera", s.page(s.pathPage(s.eraseForm)))
	r.Post("/arenden/{id}/bilagor/{attachment}/radera", s.page(s.erase))
}

func (s *Server) attachments(w http.ResponseWriter, r *http.Request) error {
	p, err := s.matterPage(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, attachmentsView(r, p), pages.Attachments(attachmentsOf(r, p)))
}

func attachmentsView(r *http.Request, p matter.Page) view {
	return matterView(i18n.T(r.Context(), "attachment.title") + ": " + p.Title)
}

func attachmentsOf(r *http.Request, p matter.Page) pages.AttachmentsPage {
	who := actor(r)
	a := pages.AttachmentsPage{Head: head(p.Matter), Next: len(p.Proposals) + 1, Owner: who.PersonID == p.OwnerID, Erase: map[int64]bool{}}
	for _, x := range p.Attachments {
		switch {
		case x.Listed && (a.Owner || len(x.Versions) > 0):
			a.Listed = append(a.Listed, x)
		case len(x.Versions) > 0:
			a.Old = append(a.Old, x)
		}
		a.Erase[x.ID] = p.CanErase(who, x) == nil
	}
	a.Refused = refused(r, p.CanAttach(who))
	return a
}

func (s *Server) attach(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f struct {
		Title string `form:"title" max:"400"`
	}
	in := matter.AttachmentForm{}
	if err = bind(r, &f); err == nil {
		in.Title = f.Title
		in.Data, in.Name, err = uploadedFile(r, "file")
	}
	if err == nil {
		err = s.Matter.Attach(r.Context(), actor(r), id, in)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, "/bilagor"), "attachment.done", "Name", in.Name)
	}
	p, readErr := s.matterPage(r)
	if readErr != nil {
		return readErr
	}
	form := attachmentsOf(r, p)
	form.Title = f.Title
	return s.again(w, r, err, attachmentsView(r, p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.Attachments(form)
	})
}

// attachmentIDs are the matter and the attachment of the path.
func attachmentIDs(r *http.Request) (id, attachment int64, err error) {
	if id, err = pathID(r, "id"); err == nil {
		attachment, err = pathID(r, "attachment")
	}
	return id, attachment, err
}

// attachmentFile sends the file to whoever may read the matter.
func (s *Server) attachmentFile(w http.ResponseWriter, r *http.Request) error {
	id, no, err := attachmentIDs(r)
	if err != nil {
		return err
	}
	a, data, err := s.Matter.AttachmentFile(r.Context(), actor(r), id, no)
	if err != nil {
		return err
	}
	sendFile(w, a.MediaType, a.Name, data)
	return nil
}

func (s *Server) detach(w http.ResponseWriter, r *http.Request) error {
	id, no, err := attachmentIDs(r)
	if err != nil {
		return err
	}
	if err := s.Matter.Detach(r.Context(), actor(r), id, no); err != nil {
		return err
	}
	return s.done(w, r, matterURL(id, "/bilagor"), "attachment.detached")
}

func (s *Server) eraseForm(r *http.Request, f pathFields) (pages.ReasonForm, error) {
	p, err := s.matterPage(r)
	if err != nil {
		return pages.ReasonForm{}, err
	}
	no, err := pathID(r, "attachment")
	if err != nil {
		return pages.ReasonForm{}, err
	}
	ctx := r.Context()
	a, err := p.Attachment(actor(r), no)
	if err != nil {
		return pages.ReasonForm{}, err
	}
	if err := p.CanErase(actor(r), a); fail.KindOf(err) == fail.Forbidden {
		return pages.ReasonForm{}, err
	}
	return pages.ReasonForm{Head: head(p.Matter), Title: i18n.T(ctx, "attachment.erase_title", "No", a.No), Lead: i18n.T(ctx, "attachment.erase_lead"),
		Action: matterURL(p.ID, "/bilagor/"+strconv.FormatInt(a.ID, 10)+"/radera"), Form: "erase-attachment", Label: i18n.T(ctx, "attachment.erase_reason"), Hint: i18n.T(ctx, "attachment.erase_hint"),
		Button: i18n.T(ctx, "attachment.erase"), Reason: f.Reason, Refused: refused(r, p.CanErase(actor(r), a)), Effects: erasing(ctx, a)}, nil
}

// erasing is what follows when the attachment is erased.
func erasing(ctx context.Context, a matter.Attachment) []string {
	es := []string{i18n.T(ctx, "attachment.effect_gone"), i18n.T(ctx, "attachment.effect_kept")}
	if len(a.Versions) > 0 {
		es = append(es, i18n.T(ctx, "attachment.effect_read"))
	}
	return es
}

func (s *Server) erase(w http.ResponseWriter, r *http.Request) error {
	no, err := pathID(r, "attachment")
	if err != nil {
		return err
	}
	return s.pathPost(s.eraseForm, func(ctx context.Context, who access.Actor, id int64, f pathFields) error {
		return s.Matter.Erase(ctx, who, id, no, f.Reason)
	}, "attachment.erase_done")(w, r)
}
