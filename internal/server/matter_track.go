package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

// readTrack reads the negotiation of the path.
func (s *Server) readTrack(r *http.Request) (matter.TrackPage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return matter.TrackPage{}, err
	}
	return s.Matter.Negotiation(r.Context(), actor(r), id, chi.URLParam(r, "track"))
}

func (s *Server) trackPage(w http.ResponseWriter, r *http.Request) error {
	p, err := s.readTrack(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, trackView(p), pages.Negotiation(trackOf(r, p)))
}

func trackView(p matter.TrackPage) view { return matterView(p.Track.Label() + ": " + p.Title) }

func trackOf(r *http.Request, p matter.TrackPage) pages.Track {
	today := clock.DateOf(p.Now).String()
	t := pages.Track{Head: head(p.Matter), TrackPage: p, Kinds: matter.EntryKinds(actor(r).Role), Entry: pages.EntryFields{On: today}, Ending: pages.Ending{NoticeOn: today}}
	_, err := p.CanWithdrawRequest(p.Track.Kind, p.Track.UnionID)
	t.Withdraw = err == nil && p.Track.ClosedAt == nil && actor(r).Role == access.UnionRep && p.Write
	return t
}

type entryFields struct {
	Kind        string `form:"kind" max:"20"`
	On          string `form:"happened_on" max:"10"`
	Counterpart string `form:"counterpart" max:"500"`
	Body        string `form:"body" max:"10000"`
	Reference   string `form:"reference" max:"200"`
	Corrects    string `form:"corrects" max:"20"`
}

// logEntry writes an entry into the negotiation's log.
func (s *Server) logEntry(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f entryFields
	var track int64
	if err = bind(r, &f); err == nil {
		var bad fail.Form
		e := matter.EntryForm{Kind: f.Kind, HappenedOn: formDate(&bad, "happened_on", f.On), Counterpart: f.Counterpart, Body: f.Body, Reference: f.Reference}
		if f.Corrects != "" {
			e.CorrectsID = idOf(f.Corrects)
		}
		if err = bad.Err(); err == nil {
			track, err = s.Matter.LogEntry(r.Context(), actor(r), id, chi.URLParam(r, "track"), e)
		}
	}
	if err == nil {
		return s.done(w, r, matterURL(id, "/spar/"+strconv.FormatInt(track, 10)+"#logg"), "negotiation.entry.done")
	}
	p, readErr := s.readTrack(r)
	if readErr != nil {
		return readErr
	}
	form := trackOf(r, p)
	form.Entry = pages.EntryFields(f)
	return s.again(w, r, err, trackView(p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.Negotiation(form)
	})
}

// withdrawRequest takes the union's request for the negotiation back.
func (s *Server) withdrawRequest(w http.ResponseWriter, r *http.Request) error {
	if err := actor(r).Require(access.UnionSpeak); err != nil {
		return err
	}
	p, err := s.readTrack(r)
	if err != nil {
		return err
	}
	err = s.Matter.WithdrawRequest(r.Context(), actor(r), p.ID, p.Track.Kind, p.Track.UnionID)
	if err == nil {
		return s.done(w, r, matterURL(p.ID, "#sparen"), "negotiation.withdraw.done")
	}
	form := trackOf(r, p)
	return s.again(w, r, err, trackView(p), func(why ui.ErrorSummaryProps) templ.Component {
		form.Head = form.With(why)
		return pages.Negotiation(form)
	})
}
