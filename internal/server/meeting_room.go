package server

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/meeting"
	"samverka/templates/layout"
	pages "samverka/templates/meeting"
)

// liveRoutes are those of the meeting as it goes.
func (s *Server) liveRoutes(r chi.Router) {
	r.Get("/moten/{id}/lage", s.page(s.meetingLive))
	r.Get("/moten/{id}/lage/visning", s.page(s.meetingScreen))
	r.Get("/moten/{id}/strom", s.page(s.meetingStream))
	r.Post("/moten/{id}/penna", s.page(s.meetingPen))
	r.Post("/moten/{id}/atgarder/{action}/klar", s.page(s.actionDone))
	r.Post("/moten/{id}/atgarder/{action}/ta-bort", s.page(s.actionRemove))
	r.Post("/moten/{id}/punkter/{item}/atgarder", s.page(s.actionAdd))
	r.Post("/moten/{id}/punkter/{item}/antecknad-standpunkt", s.page(s.positionRecord))
	r.Post("/moten/{id}/punkter/{item}/bekrafta", s.page(s.positionConfirm))
	r.Post("/moten/{id}/punkter/{item}/utkast", s.page(s.draftDrop))
}

// meetingScreen is what the second screen in the room shows: no notes, no names of matters under secrecy, and what the
// organisations think only once it is concluded.
func (s *Server) meetingScreen(w http.ResponseWriter, r *http.Request) error {
	p, err := s.livePage(r, 0)
	if err != nil {
		return err
	}
	if p.Status != "open" {
		return seeOther(w, r, pages.Path(p.ID, ""))
	}
	v := view{Title: i18n.T(r.Context(), "live.screen.title") + ", " + pages.Name(r.Context(), p.Meeting), Active: layout.Meetings, Wide: true, Bare: true, Live: true}
	return s.renderLive(w, r, v, pages.Screen(pages.ScreenOf(r.Context(), p.Record, p.Now)))
}

// renderLive sends the page, or only what stands inside its frame to a script that looks again.
func (s *Server) renderLive(w http.ResponseWriter, r *http.Request, v view, body templ.Component) error {
	w.Header().Set("Vary", "HX-Request")
	if r.Header.Get("HX-Request") == "" {
		return s.render(w, r, http.StatusOK, v, body)
	}
	return s.fragment(w, r, body)
}

type penFields struct {
	Do string `form:"do" max:"20"`
}

// meetingPen takes, keeps or drops the pen. While somebody else has it, a page asks whether to take it over.
func (s *Server) meetingPen(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f penFields
	if err := bind(r, &f); err != nil {
		return err
	}
	who := actor(r)
	switch f.Do {
	case "keep":
		writer, err := s.Meeting.KeepPen(r.Context(), who, id)
		if err != nil {
			return err
		}
		return sendJSON(w, http.StatusOK, map[string]any{"mine": writer.PersonID == who.PersonID, "writer": writer.Name})
	case "drop":
		if err := s.Meeting.DropPen(r.Context(), who, id); err != nil {
			return err
		}
		return s.done(w, r, pages.Path(id, "/lage"), "live.done.pen_dropped")
	}
	err = s.Meeting.TakePen(r.Context(), who, id, f.Do == "over")
	if fail.KindOf(err) == fail.Conflict {
		return s.askPen(w, r, id)
	}
	if err != nil {
		return err
	}
	return s.done(w, r, pages.Path(id, "/lage"), "live.done.pen_taken")
}

func (s *Server) askPen(w http.ResponseWriter, r *http.Request, id int64) error {
	p, err := s.Meeting.Get(r.Context(), actor(r), id)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "live.pen.ask", "Name", p.WriterName), Active: layout.Meetings}, pages.AskPen(p))
}

func sendJSON(w http.ResponseWriter, status int, v any) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	return json.NewEncoder(w).Encode(v)
}

type actionFields struct {
	What   string `form:"what" max:"1000"`
	Person string `form:"person" max:"20"`
	DueOn  string `form:"due_on" max:"40"`
}

// actionAdd records what somebody is to do.
func (s *Server) actionAdd(w http.ResponseWriter, r *http.Request) error {
	return s.onItem(w, r, "action-add", "live.done.action", func(item int64) error {
		var f actionFields
		if err := bind(r, &f); err != nil {
			return err
		}
		due, err := dateOf("due_on", f.DueOn)
		if err != nil {
			return err
		}
		return s.Meeting.AddAction(r.Context(), actor(r), item, action.Form{What: f.What, PersonID: formID(f.Person), DueOn: due})
	})
}

func (s *Server) actionDone(w http.ResponseWriter, r *http.Request) error {
	return s.onAction(w, r, "live.done.action_done", s.Meeting.FinishAction)
}

func (s *Server) actionRemove(w http.ResponseWriter, r *http.Request) error {
	return s.onAction(w, r, "live.done.action_removed", s.Meeting.RemoveAction)
}

// onAction does something with one of the meeting's actions and leads back to where it stood.
func (s *Server) onAction(w http.ResponseWriter, r *http.Request, receipt string, act func(ctx context.Context, who access.Actor, meetingID, actionID int64) error) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	action, err := pathID(r, "action")
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	if err := act(r.Context(), actor(r), id, action); err != nil {
		return err
	}
	to := pages.Path(id, "#atgarder")
	if item := formID(r.PostForm.Get("item")); item != 0 {
		to = pages.Path(id, "/lage?punkt="+strconv.FormatInt(item, 10))
	}
	return s.done(w, r, to, receipt)
}

type spokenFields struct {
	Union  string `form:"union" max:"20"`
	Person string `form:"person" max:"20"`
	Stance string `form:"stance" max:"40"`
	Reason string `form:"reason" max:"4000"`
}

// positionRecord writes down what a representative says in the room.
func (s *Server) positionRecord(w http.ResponseWriter, r *http.Request) error {
	var f spokenFields
	bound := bind(r, &f)
	return s.onItem(w, r, pages.RecordForm(f.Union), "live.done.recorded", func(item int64) error {
		if bound != nil {
			return bound
		}
		return s.Meeting.RecordPosition(r.Context(), actor(r), item,
			meeting.Spoken{UnionID: formID(f.Union), PersonID: formID(f.Person), Stance: f.Stance, Reason: f.Reason})
	})
}

// positionConfirm is the union's word that what was written down is right.
func (s *Server) positionConfirm(w http.ResponseWriter, r *http.Request) error {
	id, item, err := s.inMeeting(r)
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	if err := s.Meeting.ConfirmPosition(r.Context(), actor(r), item, formID(r.PostForm.Get("union"))); err != nil {
		return err
	}
	return s.done(w, r, pages.ItemPath(id, item, ""), "live.done.confirmed")
}

// draftDrop throws away what somebody could not save.
func (s *Server) draftDrop(w http.ResponseWriter, r *http.Request) error {
	return s.onItem(w, r, "draft-drop", "live.done.draft", func(item int64) error { return s.Meeting.DropDraft(r.Context(), actor(r), item) })
}

type itemNoteFields struct {
	Note    string `form:"note" max:"20000"`
	Version string `form:"version" max:"10"`
}

// itemNote saves the notes of an item. When somebody else saved first or has the pen, the page shows both texts, and the
// next sending is about the newer one. A script that saves while one writes gets the answer as data.
func (s *Server) itemNote(w http.ResponseWriter, r *http.Request) error {
	id, item, err := s.inMeeting(r)
	if err != nil {
		return err
	}
	var f itemNoteFields
	version := 0
	if err = bind(r, &f); err == nil {
		version, err = s.Meeting.SaveNote(r.Context(), actor(r), item, f.Note, int(formID(f.Version)))
	}
	if r.Header.Get("HX-Request") != "" {
		return s.noteSaved(w, r, item, version, err)
	}
	if err == nil {
		return s.done(w, r, pages.Path(id, "/lage?punkt="+strconv.FormatInt(item, 10)), "meeting.done.note", "Time", i18n.Time(r.Context(), s.Clock.Now()))
	}
	return s.againOn(w, r, err, "item-note", false, func(x pages.Sent) (view, templ.Component, error) {
		p, readErr := s.livePage(r, item)
		if readErr != nil {
			return view{}, nil, readErr
		}
		p.Sent, p.Conflict, p.Theirs = x, fail.KindOf(err) == fail.Conflict, p.Current.Note
		v, body := liveView(r, p)
		return v, body, nil
	})
}

// noteSaved tells a script what came of its saving.
func (s *Server) noteSaved(w http.ResponseWriter, r *http.Request, item int64, version int, err error) error {
	if err == nil {
		return sendJSON(w, http.StatusOK, map[string]any{"version": version, "text": i18n.T(r.Context(), "meeting.done.note", "Time", i18n.Time(r.Context(), s.Clock.Now()))})
	}
	var known *fail.Error
	if !errors.As(err, &known) || known.Kind != fail.Invalid && known.Kind != fail.Conflict {
		return err
	}
	status, answer := http.StatusUnprocessableEntity, map[string]any{"text": firstMessage(r, known)}
	if known.Kind == fail.Conflict {
		p, readErr := s.livePage(r, item)
		if readErr != nil {
			return readErr
		}
		status = http.StatusConflict
		answer["theirs"], answer["version"] = p.Current.Note, p.Current.NoteVersion
		answer["writer"] = p.CanRun && p.CanWrite(actor(r).PersonID, p.Now) == nil
	}
	s.logRefusal(r, status, err)
	return sendJSON(w, status, answer)
}

// firstMessage is what is wrong, in words: with a field, or with all of it.
func firstMessage(r *http.Request, e *fail.Error) string {
	if len(e.Fields) > 0 {
		return i18n.T(r.Context(), e.Fields[0].Key, e.Fields[0].Args...)
	}
	return i18n.T(r.Context(), e.Key, e.Args...)
}
