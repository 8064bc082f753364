package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/apt"
	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	pages "samverka/templates/apt"
	"samverka/templates/layout"
	"samverka/templates/ui"
)

// aptLive is meeting mode, for those who write notes; others are led to the APT's page.
func (s *Server) aptLive(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	p, err := s.aptLivePage(r, queryID(q, "tillfalle"), queryID(q, "punkt"), ui.Sent{})
	if err != nil {
		return err
	}
	if !p.MayWrite || p.Status == apt.Cancelled || p.Status == apt.Published && !p.CanRun {
		return seeOther(w, r, pages.Path(p.ID, ""))
	}
	v, body := aptLiveView(r, p)
	return s.render(w, r, http.StatusOK, v, body)
}

func aptLiveView(r *http.Request, p pages.LivePage) (view, templ.Component) {
	return view{Title: i18n.T(r.Context(), "apt.live.title") + ", " + pages.Name(r.Context(), p.APT), Active: layout.Meetings, Wide: true}, pages.Live(p)
}

// aptLivePage reads the APT and finds the sitting and the item to show: those asked for, else the sitting that goes on and
// its first item without an outcome.
func (s *Server) aptLivePage(r *http.Request, sitting, item int64, sent ui.Sent) (pages.LivePage, error) {
	show, err := s.aptShowPage(r, sent)
	if err != nil {
		return pages.LivePage{}, err
	}
	p := pages.LivePage{ShowPage: show}
	p.Sitting = sittingAt(show.Record, sitting)
	p.Current = itemAt(show.Record, item)
	return p, nil
}

func sittingAt(rec apt.Record, asked int64) apt.Sitting {
	if si, ok := rec.Sitting(asked); ok {
		return si
	}
	live := rec.Live()
	for _, status := range []string{apt.SittingOpen, apt.SittingPlanned} {
		for _, si := range live {
			if si.Status == status {
				return si
			}
		}
	}
	if len(live) > 0 {
		return live[len(live)-1]
	}
	return apt.Sitting{}
}

func itemAt(rec apt.Record, asked int64) apt.Item {
	if it, ok := rec.Item(asked); ok {
		return it
	}
	for _, it := range rec.Items {
		if it.Outcome == "" {
			return it
		}
	}
	if len(rec.Items) > 0 {
		return rec.Items[0]
	}
	return apt.Item{}
}

// onAPTLive carries out one action of meeting mode: refused, meeting mode comes again with the item.
func (s *Server) onAPTLive(w http.ResponseWriter, r *http.Request, form, receipt string, act func(item, sitting int64) error) error {
	id, item, err := s.inAPT(r, "item", ownItem)
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	sitting := formID(r.PostForm.Get("sitting"))
	if err := act(item, sitting); err != nil {
		return s.againSent(w, r, err, form, func(x ui.Sent) (view, templ.Component, error) {
			p, readErr := s.aptLivePage(r, sitting, item, x)
			if readErr != nil {
				return view{}, nil, readErr
			}
			p.Conflict = form == "apt-note" && fail.KindOf(err) == fail.Conflict
			v, body := aptLiveView(r, p)
			return v, body, nil
		})
	}
	return s.done(w, r, pages.LivePath(id, sitting, item), receipt)
}

type aptNoteFields struct {
	Text        string `form:"text" max:"20000"`
	Version     string `form:"version" max:"10"`
	Over        bool   `form:"over"`
	ReadThrough bool   `form:"read_through"`
}

type aptPenFields struct {
	Do   string `form:"do" max:"20"`
	Item string `form:"item" max:"20"`
}

// aptPen takes or drops a sitting's pen. While somebody else has it, a page asks whether to take it over.
func (s *Server) aptPen(w http.ResponseWriter, r *http.Request) error {
	id, sitting, err := s.inAPT(r, "sitting", ownSitting)
	if err != nil {
		return err
	}
	var f aptPenFields
	if err := bind(r, &f); err != nil {
		return err
	}
	item, receipt := formID(f.Item), "live.done.pen_taken"
	if f.Do == "drop" {
		err, receipt = s.APT.DropPen(r.Context(), actor(r), sitting), "live.done.pen_dropped"
	} else {
		err = s.APT.TakePen(r.Context(), actor(r), sitting, f.Do == "over")
	}
	if fail.KindOf(err) == fail.Conflict {
		p, err := s.aptLivePage(r, sitting, item, ui.Sent{})
		if err != nil {
			return err
		}
		return s.render(w, r, http.StatusOK, view{Title: i18n.T(r.Context(), "live.pen.ask", "Name", p.Sitting.WriterName), Active: layout.Meetings}, pages.AskPen(p))
	}
	if err != nil {
		return err
	}
	return s.done(w, r, pages.LivePath(id, sitting, item), receipt)
}

// aptNote saves one sitting's notes on an item. When somebody else has the pen or saved first, the page shows both texts, and the next
// sending is about the newer one.
func (s *Server) aptNote(w http.ResponseWriter, r *http.Request) error {
	return s.onAPTLive(w, r, "apt-note", "apt.receipt.note", func(item, sitting int64) error {
		var f aptNoteFields
		if err := bind(r, &f); err != nil {
			return err
		}
		return s.APT.WriteNote(r.Context(), actor(r), item, apt.NoteForm{SittingID: sitting, Text: f.Text, Version: int(formID(f.Version)), Over: f.Over, ReadThrough: f.ReadThrough})
	})
}

type endFields struct {
	Outcome     string `form:"outcome" max:"20"`
	Text        string `form:"text" max:"8000"`
	Category    string `form:"category" max:"40"`
	Matter      string `form:"matter" max:"20"`
	Planned     string `form:"planned" max:"40"`
	Reason      string `form:"reason" max:"2000"`
	Version     string `form:"version" max:"10"`
	ReadThrough bool   `form:"read_through"`
}

func (s *Server) aptEndItem(w http.ResponseWriter, r *http.Request) error {
	return s.onAPTLive(w, r, "apt-item-end", "apt.receipt.ended", func(item, _ int64) error {
		var f endFields
		if err := bind(r, &f); err != nil {
			return err
		}
		planned, err := clock.ParseDate(f.Planned)
		if f.Planned != "" && err != nil {
			return invalid("planned", "matter.error.date_needed")
		}
		return s.APT.EndItem(r.Context(), actor(r), item, apt.EndForm{Outcome: f.Outcome, Text: f.Text, Category: f.Category, MatterID: formID(f.Matter),
			Planned: planned, Reason: f.Reason, Version: int(formID(f.Version)), ReadThrough: f.ReadThrough})
	})
}

func (s *Server) aptUndoEnd(w http.ResponseWriter, r *http.Request) error {
	return s.onAPTLive(w, r, "apt-item-undo", "apt.receipt.undone", func(item, _ int64) error { return s.APT.UndoEnd(r.Context(), actor(r), item) })
}

type closeForm struct {
	Attended string `form:"attended" max:"10"`
}

// aptCloseSitting ends a sitting. Refused, meeting mode comes again with it.
func (s *Server) aptCloseSitting(w http.ResponseWriter, r *http.Request) error {
	id, sitting, err := s.inAPT(r, "sitting", ownSitting)
	if err != nil {
		return err
	}
	var f closeForm
	if err = bind(r, &f); err == nil {
		var n *int
		if n, err = headcount(f.Attended); err == nil {
			err = s.APT.CloseSitting(r.Context(), actor(r), sitting, n)
		}
	}
	if err != nil {
		return s.againSent(w, r, err, "apt-sitting-close", func(x ui.Sent) (view, templ.Component, error) {
			p, readErr := s.aptLivePage(r, sitting, 0, x)
			if readErr != nil {
				return view{}, nil, readErr
			}
			v, body := aptLiveView(r, p)
			return v, body, nil
		})
	}
	return s.done(w, r, pages.Path(id, ""), "apt.receipt.sitting_closed")
}

// headcount is a number of people; nil when nothing is written.
func headcount(text string) (*int, error) {
	if text == "" {
		return nil, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return nil, invalid("attended", "apt.error.attended")
	}
	return &n, nil
}
