package server

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

type proposalFields struct {
	Body         string `form:"body" max:"20000"`
	Alternatives string `form:"alternatives" max:"20000"`
	Editorial    bool   `form:"editorial" max:"5"`
	Replace      string `form:"replace" max:"10"`
	Version      string `form:"version" max:"10"`
	Reason       string `form:"reason" max:"2000"`
}

func (f proposalFields) value() matter.ProposalForm {
	replace, _ := strconv.Atoi(f.Replace)
	version, _ := strconv.Atoi(f.Version)
	return matter.ProposalForm{Body: f.Body, Alternatives: f.Alternatives, Editorial: f.Editorial && replace == 0, Replace: replace, Version: version, Reason: f.Reason}
}

func (s *Server) proposalForm(w http.ResponseWriter, r *http.Request) error {
	p, err := s.matterPage(r)
	if err != nil {
		return err
	}
	form := proposalOf(r, s, p)
	if cur, ok := p.Current(); ok {
		form.Body, form.Alternatives = cur.Body, cur.Alternatives
	}
	return s.render(w, r, http.StatusOK, proposalView(r, p, form), pages.Propose(form))
}

func proposalView(r *http.Request, p matter.Page, f pages.ProposalForm) view {
	return matterView(i18n.T(r.Context(), "matter.proposal.title", "No", f.Next) + ": " + p.Title)
}

// proposalOf is the empty form for the matter as it stands.
func proposalOf(r *http.Request, s *Server, p matter.Page) pages.ProposalForm {
	f := pages.ProposalForm{Head: head(p.Matter), Next: len(p.Proposals) + 1, NoDialogue: len(p.Proposals) == 0 && len(p.Dialogues) == 0, Listed: p.Record.Listed()}
	if !s.showOf(r, p).Can.Propose {
		f.Refused = i18n.T(r.Context(), "matter.proposal.refused")
	}
	if cur, ok := p.Current(); ok {
		f.Current, f.Version = cur.Body, cur.Version
		if p.Describable() {
			f.Replaceable, f.Next = cur.No, cur.No
		}
	}
	return f
}

func (s *Server) propose(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f proposalFields
	no := 0
	if err = bind(r, &f); err == nil {
		no, err = s.Matter.Propose(r.Context(), actor(r), id, f.value())
	}
	if err == nil {
		return s.done(w, r, matterURL(id, ""), "matter.proposal.done", "No", strconv.Itoa(no))
	}
	p, readErr := s.matterPage(r)
	if readErr != nil {
		return readErr
	}
	form := proposalOf(r, s, p)
	form.Body, form.Alternatives, form.Editorial, form.Replace = f.Body, f.Alternatives, f.Editorial, f.Replace
	if fail.KindOf(err) == fail.Conflict {
		form.Theirs = form.Current
	}
	return s.again(w, r, err, proposalView(r, p, form), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.Propose(form)
	})
}

func (s *Server) showProposal(w http.ResponseWriter, r *http.Request) error {
	no, err := pathNo(r)
	if err != nil {
		return err
	}
	p, err := s.matterPage(r)
	if err != nil {
		return err
	}
	if no > len(p.Proposals) {
		return fail.New(fail.NotFound, "error.not_found")
	}
	v := pages.VersionPage{Head: head(p.Matter), Proposal: p.Proposals[no-1], Newest: len(p.Proposals)}
	if no > 1 {
		v.Before = no - 1
		if n, err := strconv.Atoi(r.URL.Query().Get("mot")); err == nil && n > 0 && n < no {
			v.Before = n
		}
		v.Changes = matter.Compare(p.Proposals[v.Before-1].Body, v.Proposal.Body)
	}
	v.Attachments = p.AttachmentsOf(no)
	if v.Before > 0 {
		v.Dropped = slices.DeleteFunc(p.AttachmentsOf(v.Before), func(a matter.Attachment) bool { return slices.Contains(a.Versions, no) })
	}
	v.Outdated = pages.Outdated(r.Context(), p.Record, no)
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "matter.proposal.no", "No", no)+": "+p.Title), pages.Version(v))
}
