package server

import (
	"net/http"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

func (s *Server) riskPeople(w http.ResponseWriter, r *http.Request) error {
	p, err := s.ownRisk(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, riskView(r, i18n.T(r.Context(), "risk.people.title"), p), pages.RiskPeople(pages.RiskPeoplePage{Head: head(p.Record.Matter), Page: p}))
}

type inviteFields struct {
	People []string `form:"person" max:"20"`
	Name   string   `form:"name" max:"200"`
	Kind   string   `form:"kind" max:"20"`
}

// inviteRisk invites the safety representatives that were chosen, or somebody else by name.
func (s *Server) inviteRisk(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f inviteFields
	err = bind(r, &f)
	switch people := idsOf(f.People); {
	case err != nil:
	case len(people) > 0:
		err = s.Matter.InviteRisk(r.Context(), actor(r), id, people)
	case f.Name != "" || f.Kind != "":
		err = s.Matter.AddParticipant(r.Context(), actor(r), id, f.Kind, f.Name)
	case actor(r).May(access.RiskWrite):
		err = invalid("person", "matter.error.nobody_chosen")
	default:
		err = actor(r).Require(access.RiskWrite)
	}
	if err == nil {
		return s.done(w, r, riskURL(id, "/deltagare"), "risk.people.done")
	}
	return s.riskRefused(w, r, err, i18n.T(r.Context(), "risk.people.title"), func(p matter.RiskPage, _ bool, why ui.ErrorSummaryProps) templ.Component {
		return pages.RiskPeople(pages.RiskPeoplePage{Head: head(p.Record.Matter).With(why), Page: p, Name: f.Name, Kind: f.Kind})
	})
}

type participantFields struct {
	What string `form:"what" max:"20"`
}

func (s *Server) noteParticipant(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	participant, err := rowOf(r)
	if err != nil {
		return err
	}
	var f participantFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.NoteParticipant(r.Context(), actor(r), id, participant, f.What)
	}
	if err == nil {
		return s.done(w, r, riskURL(id, "/deltagare"), "risk.people.noted")
	}
	return s.riskRefused(w, r, err, i18n.T(r.Context(), "risk.people.title"), func(p matter.RiskPage, _ bool, why ui.ErrorSummaryProps) templ.Component {
		return pages.RiskPeople(pages.RiskPeoplePage{Head: head(p.Record.Matter).With(why), Page: p})
	})
}

// readInvitation reads the assessment for somebody invited, or for a safety representative who sees the matter and has their say.
func (s *Server) readInvitation(r *http.Request) (pages.RiskInvitationPage, error) {
	var x pages.RiskInvitationPage
	id, err := pathID(r, "id")
	if err != nil {
		return x, err
	}
	p, err := s.Matter.RiskInvitation(r.Context(), actor(r), id)
	if fail.KindOf(err) == fail.NotFound && actor(r).May(access.RiskState) {
		p, err = s.Matter.Risk(r.Context(), actor(r), id)
		if err == nil && !p.Has() {
			err = fail.New(fail.NotFound, "error.not_found")
		}
	}
	if err != nil {
		return x, err
	}
	x.RiskPage = s.riskOf(r, p)
	x.Write = false
	x.Mine, _ = p.Newest.Participant(actor(r).PersonID)
	if x.Mine.StatedAt != nil {
		x.Agrees, x.Body = "no", x.Mine.Body
		if *x.Mine.Agrees {
			x.Agrees = "yes"
		}
	}
	return x, nil
}

func (s *Server) riskInvitation(w http.ResponseWriter, r *http.Request) error {
	x, err := s.readInvitation(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, riskView(r, i18n.T(r.Context(), "risk.invitation.title"), x.Page), pages.RiskInvitation(x))
}

type invitationFields struct {
	Answer string `form:"answer" max:"20"`
}

func (s *Server) answerRisk(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f invitationFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.AnswerRisk(r.Context(), actor(r), id, f.Answer)
	}
	if err == nil {
		return s.done(w, r, riskURL(id, "/inbjudan"), "risk.invitation.done")
	}
	return s.invitationAgain(w, r, err, statementFields{})
}

type statementFields struct {
	Agrees  string `form:"agrees" max:"3"`
	Body    string `form:"body" max:"10000"`
	Version string `form:"version" max:"10"`
}

func (s *Server) stateRisk(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f statementFields
	if err = bind(r, &f); err == nil {
		if f.Agrees != "yes" && f.Agrees != "no" && actor(r).May(access.RiskState) {
			err = invalid("agrees", "matter.error.choose")
		} else {
			err = s.Matter.StateRisk(r.Context(), actor(r), id, f.Agrees == "yes", f.Body, int(formID(f.Version)))
		}
	}
	if err == nil {
		return s.done(w, r, riskURL(id, "/inbjudan"), "risk.stated.done")
	}
	return s.invitationAgain(w, r, err, f)
}

func (s *Server) invitationAgain(w http.ResponseWriter, r *http.Request, why error, f statementFields) error {
	x, err := s.readInvitation(r)
	if err != nil {
		return err
	}
	x.Agrees, x.Body = f.Agrees, f.Body
	return s.again(w, r, why, riskView(r, i18n.T(r.Context(), "risk.invitation.title"), x.Page), func(e ui.ErrorSummaryProps) templ.Component {
		x.Head = x.With(e)
		return pages.RiskInvitation(x)
	})
}
