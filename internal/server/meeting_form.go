package server

import (
	"errors"
	"net/http"
	"time"

	"github.com/a-h/templ"

	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	pages "samverka/templates/meeting"
	"samverka/templates/ui"
)

// planOf reads when and where from a form. Invalid with a message for each field that cannot be understood.
func planOf(p pages.PlanFields) (meeting.PlanForm, error) {
	var f fail.Form
	plan := meeting.PlanForm{GroupID: formID(p.Group), Place: p.Place, Extra: p.Extra, Reason: p.Reason}
	day, err := clock.ParseDate(p.Date)
	if err != nil {
		f.Add("date", "meeting.error.start_date")
	}
	if plan.StartsAt = timeOf(&f, "time", "meeting.error.start_time", day, p.Time); p.Time == "" {
		f.Add("time", "meeting.error.start_time")
	}
	plan.EndsAt = timeOf(&f, "ends", "meeting.error.time", day, p.Ends)
	return plan, f.Err()
}

// timeOf is a time of day on a day; zero when nothing is written, or when it cannot be understood, which is noted.
func timeOf(f *fail.Form, name, key string, day clock.Date, written string) time.Time {
	if written == "" {
		return time.Time{}
	}
	hour, minute, err := clock.ParseTime(written)
	if err != nil {
		f.Fields = append(f.Fields, fail.Field{Name: name, Key: key})
		return time.Time{}
	}
	return day.At(hour, minute)
}

// refusedForm is a form of a page with several, as it was refused: its fields' messages stand under their ids on the page. flat:
// the field names are ids already.
func refusedForm(r *http.Request, form string, flat bool, why ui.ErrorSummaryProps) pages.Sent {
	if !flat {
		for i, e := range why.Errors {
			why.Errors[i].Field = pages.FieldID(form, e.Field)
		}
	}
	return pages.Sent{Form: form, Values: r.PostForm, Why: why}
}

// againOn answers a refused form of a page with several: show makes the page anew, with what was sent.
func (s *Server) againOn(w http.ResponseWriter, r *http.Request, err error, form string, flat bool, show func(pages.Sent) (view, templ.Component, error)) error {
	var blocked *matter.Blocked
	if errors.As(err, &blocked) {
		v, body, readErr := show(pages.Sent{Form: form, Values: r.PostForm})
		if readErr != nil {
			return readErr
		}
		s.logRefusal(r, http.StatusUnprocessableEntity, err)
		return s.render(w, r, http.StatusUnprocessableEntity, v, body)
	}
	var c *fail.Confirm
	if k := fail.KindOf(err); errors.As(err, &c) || k != fail.Invalid && k != fail.Conflict {
		return err
	}
	why := whyOf(r, err)
	v, body, readErr := show(refusedForm(r, form, flat, why))
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, v, func(ui.ErrorSummaryProps) templ.Component { return body })
}
