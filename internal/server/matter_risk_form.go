package server

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"samverka/internal/clock"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

// riskText is a form of the draft's texts, filled with what is stored.
func riskText(p matter.RiskPage) pages.RiskText {
	a := p.Newest
	day := ""
	if !a.FollowOn.IsZero() {
		day = a.FollowOn.String()
	}
	by := ""
	if a.FollowBy != 0 {
		by = strconv.FormatInt(a.FollowBy, 10)
	}
	x := pages.RiskText{Head: head(p.Record.Matter), Page: p, Values: map[string]string{"change": a.Change, "place": a.Place, "starts": a.Starts, "why": a.Reason, "affected": a.Affected,
		"no_change": a.NoChange, "alternative_b": a.AlternativeB, "equality": a.Equality, "economy": a.Economy, "service": a.Service, "conclusion": a.Conclusion,
		"follow_on": day, "follow_by": by}}
	if p.Draft() {
		x.Version = a.Version
	}
	return x
}

func (s *Server) riskChangePage(r *http.Request, p matter.RiskPage) (string, templ.Component) {
	x := riskText(p)
	if !p.Has() { // what has been written of the proposal already
		if cur, ok := p.Record.Current(); ok {
			x.Values["change"], x.Values["why"] = firstRunes(cur.Body, 10000), firstRunes(p.Record.Purpose, 4000)
		}
	}
	return i18n.T(r.Context(), "risk.change.title"), pages.RiskChange(x)
}

func (s *Server) riskConcludePage(r *http.Request, p matter.RiskPage) (string, templ.Component) {
	return i18n.T(r.Context(), "risk.conclude.section"), pages.RiskConclude(riskText(p))
}

type riskChangeFields struct {
	Change      string `form:"change" max:"10000"`
	Place       string `form:"place" max:"1000"`
	Starts      string `form:"starts" max:"1000"`
	Why         string `form:"why" max:"4000"`
	Affected    string `form:"affected" max:"2000"`
	NoChange    string `form:"no_change" max:"4000"`
	B           string `form:"alternative_b" max:"1000"`
	ReadThrough bool   `form:"read_through"`
	Version     string `form:"version" max:"10"`
}

func (f riskChangeFields) values() map[string]string {
	return map[string]string{"change": f.Change, "place": f.Place, "starts": f.Starts, "why": f.Why, "affected": f.Affected, "no_change": f.NoChange, "alternative_b": f.B}
}

func (s *Server) saveRiskChange(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f riskChangeFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.DescribeRisk(r.Context(), actor(r), id, matter.RiskChange{Change: f.Change, Place: f.Place, Starts: f.Starts, Reason: f.Why, Affected: f.Affected,
			NoChange: f.NoChange, AlternativeB: f.B, ReadThrough: f.ReadThrough, Version: int(formID(f.Version))})
	}
	if err == nil {
		return s.done(w, r, riskURL(id, ""), "risk.saved")
	}
	return s.riskRefused(w, r, err, i18n.T(r.Context(), "risk.change.title"), func(p matter.RiskPage, conflict bool, why ui.ErrorSummaryProps) templ.Component {
		x := riskText(p)
		if conflict {
			x.Theirs = append(pages.RiskChangeFacts(r.Context(), p.Newest.Assessment), pages.RiskAlternativeFacts(r.Context(), p.Newest.Assessment)...)
		} else {
			x.Version = int(formID(f.Version))
		}
		x.Head, x.Values, x.AskRead = x.With(why), f.values(), asksToRead(err)
		return pages.RiskChange(x)
	})
}

type riskConcludeFields struct {
	Equality    string `form:"equality" max:"4000"`
	Economy     string `form:"economy" max:"4000"`
	Service     string `form:"service" max:"4000"`
	Conclusion  string `form:"conclusion" max:"20"`
	FollowOn    string `form:"follow_on" max:"40"`
	FollowBy    string `form:"follow_by" max:"20"`
	ReadThrough bool   `form:"read_through"`
	Version     string `form:"version" max:"10"`
}

func (s *Server) saveRiskConclusion(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f riskConcludeFields
	var on clock.Date
	if err = bind(r, &f); err == nil {
		if on, err = dateOf("follow_on", f.FollowOn); err == nil {
			err = s.Matter.ConcludeRisk(r.Context(), actor(r), id, matter.RiskConclusion{Equality: f.Equality, Economy: f.Economy, Service: f.Service, Conclusion: f.Conclusion,
				FollowOn: on, FollowBy: formID(f.FollowBy), ReadThrough: f.ReadThrough, Version: int(formID(f.Version))})
		}
	}
	if err == nil {
		return s.done(w, r, riskURL(id, ""), "risk.saved")
	}
	return s.riskRefused(w, r, err, i18n.T(r.Context(), "risk.conclude.section"), func(p matter.RiskPage, conflict bool, why ui.ErrorSummaryProps) templ.Component {
		x := riskText(p)
		if conflict {
			x.Theirs = append(pages.RiskOtherFacts(r.Context(), p.Newest.Assessment), pages.RiskConclusionFacts(r.Context(), p.Newest.Assessment)...)
		} else {
			x.Version = int(formID(f.Version))
		}
		x.Head, x.AskRead = x.With(why), asksToRead(err)
		x.Values = map[string]string{"equality": f.Equality, "economy": f.Economy, "service": f.Service, "conclusion": f.Conclusion, "follow_on": f.FollowOn, "follow_by": f.FollowBy}
		return pages.RiskConclude(x)
	})
}

type riskRowFields struct {
	Area            string `form:"area" max:"40"`
	Source          string `form:"source" max:"2000"`
	Opportunity     bool   `form:"opportunity"`
	Affected        string `form:"affected" max:"2000"`
	Protection      string `form:"protection" max:"2000"`
	Probability     string `form:"probability" max:"3"`
	Consequence     string `form:"consequence" max:"3"`
	BProbability    string `form:"b_probability" max:"3"`
	BConsequence    string `form:"b_consequence" max:"3"`
	NoneProbability string `form:"none_probability" max:"3"`
	NoneConsequence string `form:"none_consequence" max:"3"`
	Serious         bool   `form:"serious"`
	Measure         string `form:"measure" max:"1000"`
	AtOnce          bool   `form:"at_once"`
	ResponsibleID   string `form:"responsible_id" max:"20"`
	Responsible     string `form:"responsible" max:"200"`
	DueOn           string `form:"due_on" max:"40"`
	AfterProb       string `form:"after_probability" max:"3"`
	AfterCons       string `form:"after_consequence" max:"3"`
	EffectOn        string `form:"effect_on" max:"40"`
	ReadThrough     bool   `form:"read_through"`
	Version         string `form:"version" max:"10"`
	Do              string `form:"do" max:"10"`
}

// row parses the values; a number or a date that cannot be read is a message about its field.
func (f riskRowFields) row(no int) (matter.RiskRow, error) {
	var form fail.Form
	number := func(name, text string) int {
		if text == "" {
			return 0
		}
		n, err := strconv.Atoi(text)
		if err != nil {
			form.Add(name, "matter.error.risk_scale")
		}
		return n
	}
	day := func(name, text string) clock.Date {
		d, err := dateOf(name, text)
		if err != nil {
			form.Add(name, "matter.error.date")
		}
		return d
	}
	row := matter.RiskRow{No: no, Area: f.Area, Source: f.Source, Opportunity: f.Opportunity, Affected: f.Affected, Protection: f.Protection,
		Probability: number("probability", f.Probability), Consequence: number("consequence", f.Consequence),
		BProbability: number("b_probability", f.BProbability), BConsequence: number("b_consequence", f.BConsequence),
		NoneProbability: number("none_probability", f.NoneProbability), NoneConsequence: number("none_consequence", f.NoneConsequence),
		Serious: f.Serious, Measure: f.Measure, AtOnce: f.AtOnce, ResponsibleID: formID(f.ResponsibleID), Responsible: f.Responsible, DueOn: day("due_on", f.DueOn),
		AfterProb: number("after_probability", f.AfterProb), AfterCons: number("after_consequence", f.AfterCons), EffectOn: day("effect_on", f.EffectOn),
		Version: int(formID(f.Version))}
	return row, form.Err()
}

// written is the row as it was written.
func (f riskRowFields) written() pages.RiskRowForm {
	return pages.RiskRowForm{Area: f.Area, Source: f.Source, Affected: f.Affected, Protection: f.Protection, Probability: f.Probability, Consequence: f.Consequence, Measure: f.Measure,
		Responsible: f.Responsible, ResponsibleID: f.ResponsibleID, DueOn: f.DueOn, EffectOn: f.EffectOn, BProbability: f.BProbability, BConsequence: f.BConsequence,
		NoneProbability: f.NoneProbability, NoneConsequence: f.NoneConsequence, AfterProb: f.AfterProb, AfterCons: f.AfterCons, Opportunity: f.Opportunity, Serious: f.Serious, AtOnce: f.AtOnce}
}

// rowNo is the row's number in the path; 0: the path has none.
func rowNo(r *http.Request) (int, error) {
	no, err := rowOf(r)
	return int(no), err
}

func (s *Server) riskRowPage(w http.ResponseWriter, r *http.Request) error {
	no, err := rowNo(r)
	if err != nil {
		return err
	}
	p, err := s.ownRisk(r)
	if err != nil {
		return err
	}
	x := pages.RiskRowPage{Head: head(p.Record.Matter), Page: p, No: no, Row: pages.RiskRowForm{Area: r.URL.Query().Get("omrade"), Source: firstRunes(r.URL.Query().Get("kalla"), 2000)}}
	if no > 0 {
		row, ok := p.Newest.Row(no)
		if !ok || !p.Draft() {
			return fail.New(fail.NotFound, "error.not_found")
		}
		x.Row, x.Version = pages.RowOf(row), row.Version
	}
	return s.render(w, r, http.StatusOK, riskView(r, riskRowTitle(r, no), p), pages.RiskRow(x))
}

func riskRowTitle(r *http.Request, no int) string {
	if no == 0 {
		return i18n.T(r.Context(), "risk.row.new")
	}
	return i18n.T(r.Context(), "risk.row.edit", "No", no)
}

func (s *Server) saveRiskRow(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	no, err := rowNo(r)
	if err != nil {
		return err
	}
	var f riskRowFields
	var row matter.RiskRow
	saved := no
	if err = bind(r, &f); err == nil {
		if row, err = f.row(no); err == nil {
			saved, err = s.Matter.SaveRiskRow(r.Context(), actor(r), id, row, f.ReadThrough)
		}
	}
	switch {
	case err == nil && f.Do == "add":
		return s.done(w, r, riskURL(id, "/rad"), "risk.row.saved", "No", saved)
	case err == nil:
		return s.done(w, r, riskURL(id, "#rad-"+strconv.Itoa(saved)), "risk.row.saved", "No", saved)
	}
	return s.riskRefused(w, r, err, riskRowTitle(r, no), func(p matter.RiskPage, conflict bool, why ui.ErrorSummaryProps) templ.Component {
		x := pages.RiskRowPage{Head: head(p.Record.Matter).With(why), Page: p, No: no, Row: f.written(), Version: int(formID(f.Version)), AskRead: asksToRead(err)}
		if theirs, ok := p.Newest.Row(no); conflict && ok {
			x.Theirs, x.Version = &theirs, theirs.Version
		} else if conflict {
			x.No, x.Version = 0, 0 // somebody took the row away: it may be added again
		}
		return pages.RiskRow(x)
	})
}

type riskRemoveFields struct {
	Version string `form:"version" max:"10"`
}

func (s *Server) removeRiskRow(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	no, err := rowNo(r)
	if err != nil {
		return err
	}
	var f riskRemoveFields
	if err = bind(r, &f); err == nil {
		err = s.Matter.RemoveRiskRow(r.Context(), actor(r), id, no, int(formID(f.Version)))
	}
	if err == nil {
		return s.done(w, r, riskURL(id, ""), "risk.row.removed", "No", no)
	}
	return s.riskRefused(w, r, err, riskRowTitle(r, no), func(p matter.RiskPage, _ bool, why ui.ErrorSummaryProps) templ.Component {
		x := pages.RiskRowPage{Head: head(p.Record.Matter).With(why), Page: p}
		if row, ok := p.Newest.Row(no); ok {
			x.No, x.Row, x.Version = no, pages.RowOf(row), row.Version
		}
		return pages.RiskRow(x)
	})
}
