package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/go-chi/chi/v5"

	"samverka/internal/booking"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/templates/layout"
	"samverka/templates/ui"
	pages "samverka/templates/yearplan"
)

// slotRoutes are the page where representatives publish when they can meet.
func (s *Server) slotRoutes(r chi.Router) {
	r.Get("/mina-tider", s.page(s.slots))
	r.Post("/mina-tider", s.page(s.slotAdd))
	r.Post("/mina-tider/{id}/ta-bort", s.page(s.slotRemove))
}

func slotsView(r *http.Request) view {
	return view{Title: i18n.T(r.Context(), "booking.slots.title"), Active: layout.Meetings}
}

func (s *Server) slots(w http.ResponseWriter, r *http.Request) error {
	slots, err := s.Booking.Slots(r.Context(), actor(r))
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, slotsView(r), pages.Slots(pages.SlotsPage{Slots: slots, Form: pages.SlotFields{Weekday: "1"}, Once: onceField()}))
}

func (s *Server) slotAdd(w http.ResponseWriter, r *http.Request) error {
	var f pages.SlotFields
	err := bind(r, &f)
	if err == nil {
		var slot booking.SlotForm
		if slot, err = slotOf(f); err == nil {
			err = s.Booking.Publish(r.Context(), actor(r), slot)
		}
	}
	if err == nil {
		return s.done(w, r, "/mina-tider", "booking.slots.added")
	}
	slots, readErr := s.Booking.Slots(r.Context(), actor(r))
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, slotsView(r), func(why ui.ErrorSummaryProps) templ.Component {
		return pages.Slots(pages.SlotsPage{Slots: slots, Form: f, Once: onceField(), Why: why})
	})
}

// slotOf reads the form; the days that its kind does not ask for are left out.
func slotOf(f pages.SlotFields) (booking.SlotForm, error) {
	var form fail.Form
	slot := booking.SlotForm{Starts: minuteOfDay(f.Starts), Ends: minuteOfDay(f.Ends)}
	n, err := strconv.Atoi(f.Weekday)
	if err != nil {
		form.Add("weekday", "booking.error.weekday")
	}
	if slot.Weekday = n; n == 0 {
		slot.Day = yearDate(&form, "day", f.Day)
	} else {
		slot.ValidFrom, slot.ValidUntil = yearDate(&form, "valid_from", f.From), yearDate(&form, "valid_until", f.Until)
	}
	return slot, form.Err()
}

func (s *Server) slotRemove(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := s.Booking.Withdraw(r.Context(), actor(r), id); err != nil {
		return err
	}
	return s.done(w, r, "/mina-tider", "booking.slots.removed")
}
