package server

import (
	"errors"
	"net/http"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/apt"
	"samverka/internal/clock"
	"samverka/internal/fail"
	pages "samverka/templates/apt"
	"samverka/templates/ui"
)

// aptPlanOf reads unit and sittings from a form. Invalid with a message for each field that cannot be understood; sittings
// that were left empty are none.
func aptPlanOf(p pages.PlanFields) (apt.PlanForm, error) {
	var f fail.Form
	plan := apt.PlanForm{UnitID: formID(p.Unit), Title: p.Title, Reason: p.Reason}
	for n := range max(len(p.Date), len(p.Time)) {
		if n > 0 && pages.At(p.Date, n) == "" && pages.At(p.Time, n) == "" {
			continue
		}
		suffix := ""
		if n > 0 {
			suffix = "-" + strconv.Itoa(n+1)
		}
		plan.Sittings = append(plan.Sittings, aptSittingOf(&f, suffix, pages.At(p.Date, n), pages.At(p.Time, n), pages.At(p.Ends, n), pages.At(p.Place, n)))
	}
	return plan, f.Err()
}

// aptSittingOf reads when and where; what cannot be understood is noted at its field, whose name ends with suffix.
func aptSittingOf(f *fail.Form, suffix, date, from, until, place string) apt.SittingForm {
	s := apt.SittingForm{Place: place}
	day, err := clock.ParseDate(date)
	if err != nil {
		f.Add("date"+suffix, "meeting.error.start_date")
	}
	if s.StartsAt = timeOf(f, "time"+suffix, "meeting.error.start_time", day, from); from == "" {
		f.Add("time"+suffix, "meeting.error.start_time")
	}
	s.EndsAt = timeOf(f, "ends"+suffix, "meeting.error.time", day, until)
	return s
}

// onAPT carries out one action of the APT's page: refused, the page comes again; done, to leads on.
func (s *Server) onAPT(w http.ResponseWriter, r *http.Request, form, to, receipt string, act func(id int64) error) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err := parse(r); err != nil {
		return err
	}
	if err := act(id); err != nil {
		return s.againSent(w, r, err, form, func(x ui.Sent) (view, templ.Component, error) { return s.showAPT(r, x) })
	}
	return s.done(w, r, pages.Path(id, to), receipt)
}

// againSent answers a refused form of a page with several: show makes the page anew, with what was sent. A text that is to be
// read through asks for a yes.
func (s *Server) againSent(w http.ResponseWriter, r *http.Request, err error, form string, show func(ui.Sent) (view, templ.Component, error)) error {
	var c *fail.Confirm
	if k := fail.KindOf(err); errors.As(err, &c) || k != fail.Invalid && k != fail.Conflict {
		return err
	}
	why := whyOf(r, err)
	for i, e := range why.Errors {
		why.Errors[i].Field = ui.FieldID(form, e.Field)
	}
	sent := ui.Sent{Form: form, Values: r.PostForm, Why: why,
		AskYes: slices.ContainsFunc(fail.Fields(err), func(f fail.Field) bool { return f.Key == apt.ReadThrough })}
	v, body, readErr := show(sent)
	if readErr != nil {
		return readErr
	}
	return s.again(w, r, err, v, func(ui.ErrorSummaryProps) templ.Component { return body })
}

// inAPT reads the ids of the path: the APT's and that of its part, which must be one of its own.
func (s *Server) inAPT(r *http.Request, part string, own func(apt.Page, int64) bool) (id, partID int64, err error) {
	if id, err = pathID(r, "id"); err != nil {
		return 0, 0, err
	}
	if partID, err = pathID(r, part); err != nil {
		return 0, 0, err
	}
	p, err := s.APT.Show(r.Context(), actor(r), id)
	if err != nil {
		return 0, 0, err
	}
	if !own(p, partID) {
		return 0, 0, fail.New(fail.NotFound, "error.not_found")
	}
	return id, partID, nil
}

func ownItem(p apt.Page, id int64) bool {
	_, ok := p.Item(id)
	return ok
}

func ownSitting(p apt.Page, id int64) bool {
	_, ok := p.Sitting(id)
	return ok
}
