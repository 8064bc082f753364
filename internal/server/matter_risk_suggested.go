package server

import (
	"errors"
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

// suggestedFields are the risks that were chosen out of the process, by their place in the list.
type suggestedFields struct {
	Pick []string `form:"pick" max:"3"`
}

func (s *Server) riskSuggested(r *http.Request, p matter.RiskPage) (string, templ.Component) {
	return i18n.T(r.Context(), "risk.suggested.title"), pages.RiskSuggested(suggestedOf(p, nil))
}

// suggestedOf lists what the process suggests, with what was chosen and written.
func suggestedOf(p matter.RiskPage, sent map[string][]string) pages.RiskSuggestedPage {
	x := pages.RiskSuggestedPage{Head: head(p.Record.Matter), Page: p}
	for i, h := range p.Untaken() {
		n := strconv.Itoa(i + 1)
		one := func(name string) string {
			if v := sent[name+"_"+n]; len(v) > 0 {
				return v[0]
			}
			return ""
		}
		x.Rows = append(x.Rows, pages.SuggestedRow{No: n, Area: h.Area, Source: h.Source, Picked: slices.Contains(sent["pick"], n),
			Probability: one("probability"), Consequence: one("consequence")})
	}
	return x
}

func (s *Server) addSuggestedRisks(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	p, err := s.readRisk(r)
	if err != nil {
		return err
	}
	var f suggestedFields
	var rows []matter.RiskRow
	var places []string
	if err = bind(r, &f); err == nil {
		for i, h := range p.Untaken() {
			n := strconv.Itoa(i + 1)
			if !slices.Contains(f.Pick, n) || r.PostForm.Get("source_"+n) != h.Source { // the list may have changed since it was shown
				continue
			}
			probability, _ := strconv.Atoi(r.PostForm.Get("probability_" + n))
			consequence, _ := strconv.Atoi(r.PostForm.Get("consequence_" + n))
			rows, places = append(rows, matter.RiskRow{Area: h.Area, Source: h.Source, Probability: probability, Consequence: consequence}), append(places, n)
		}
		err = s.Matter.AddRiskRows(r.Context(), actor(r), id, rows)
	}
	if err == nil {
		return s.done(w, r, riskURL(id, ""), "risk.suggested.done")
	}
	return s.again(w, r, placed(err, places), riskView(r, i18n.T(r.Context(), "risk.suggested.title"), p), func(why ui.ErrorSummaryProps) templ.Component {
		x := suggestedOf(p, r.PostForm)
		x.Head = x.With(why)
		return pages.RiskSuggested(x)
	})
}

// placed names the fields of a refusal by the rows' places in the form instead of among those chosen.
func placed(err error, places []string) error {
	var e *fail.Error
	if !errors.As(err, &e) {
		return err
	}
	for i, x := range e.Fields {
		for j, n := range places {
			for _, name := range []string{"probability", "consequence"} {
				if x.Name == name+"_"+strconv.Itoa(j+1) {
					e.Fields[i].Name = name + "_" + n
				}
			}
		}
	}
	return e
}
