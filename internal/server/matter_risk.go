package server

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/i18n"
	"samverka/internal/matter"
	pages "samverka/templates/matter"
	"samverka/templates/ui"
)

// mostRiskRows is how many rows one assessment may have.
const mostRiskRows = 100

func (s *Server) riskPage(w http.ResponseWriter, r *http.Request) error {
	p, err := s.readRisk(r)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, riskView(r, p), pages.RiskAssessment(riskOf(r, p)))
}

func (s *Server) readRisk(r *http.Request) (matter.RiskPage, error) {
	id, err := pathID(r, "id")
	if err != nil {
		return matter.RiskPage{}, err
	}
	return s.Matter.Risk(r.Context(), actor(r), id)
}

func riskView(r *http.Request, p matter.RiskPage) view {
	return matterView(i18n.T(r.Context(), "matter.risk.title") + ": " + p.Record.Title)
}

// riskOf is the page as it is stored, with what the reader may do.
func riskOf(r *http.Request, page matter.RiskPage) pages.Risk {
	who, rec := actor(r), page.Record
	owner := who.May(access.RiskWrite) && who.PersonID == rec.OwnerID && rec.Status == "open"
	cur, has := page.Current()
	draft := has && cur.FixedAt == nil
	p := pages.Risk{Head: head(rec.Matter), Page: page, Invite: owner, State: who.May(access.RiskState) && draft, Fix: owner && draft && len(page.Rows) > 0,
		Edit: owner && (!has || draft || r.URL.Query().Get("ny") != ""), Change: cur.Change, Conclusion: cur.Conclusion}
	if draft {
		p.Version = cur.Version
	}
	for _, row := range page.Rows {
		p.Rows = append(p.Rows, pages.RowOf(row))
	}
	if len(p.Rows) == 0 {
		p.Rows = []pages.RiskRowForm{firstRow}
	}
	return p
}

// firstRow is a row that nothing is written in yet.
var firstRow = pages.RiskRowForm{Probability: "3", Consequence: "3"}

type riskFields struct {
	Change     string `form:"change" max:"10000"`
	Conclusion string `form:"conclusion" max:"20"`
	Version    string `form:"version" max:"10"`
	Do         string `form:"do" max:"10"`
}

// riskRowsSent reads the numbered rows of the form; those that hold nothing or are to be removed are left out.
func riskRowsSent(r *http.Request, f *fail.Form) (rows []pages.RiskRowForm) {
	for n := 1; n <= mostRiskRows; n++ {
		get := func(name string) string {
			field := name + "_" + strconv.Itoa(n)
			return clean(f, field, r.PostForm.Get(field), false, 2000)
		}
		row := pages.RiskRowForm{Area: get("area"), Source: get("source"), Affected: get("affected"), Protection: get("protection"), Probability: get("probability"),
			Consequence: get("consequence"), Measure: get("measure"), Responsible: get("responsible"), DueOn: get("due_on"),
			Opportunity: get("opportunity") != "", Serious: get("serious") != ""}
		if row.Filled() && get("remove") == "" {
			rows = append(rows, row)
		}
	}
	return rows
}

// riskValue parses the rows; a date that cannot be read is a message about its row.
func riskValue(rows []pages.RiskRowForm, f *fail.Form) []matter.RiskRow {
	var out []matter.RiskRow
	for i, row := range rows {
		probability, _ := strconv.Atoi(row.Probability)
		consequence, _ := strconv.Atoi(row.Consequence)
		due, err := dateOf("", row.DueOn)
		if err != nil {
			f.Add("due_on_"+strconv.Itoa(i+1), "matter.error.date")
		}
		out = append(out, matter.RiskRow{Area: row.Area, Source: row.Source, Affected: row.Affected, Protection: row.Protection, Probability: probability,
			Consequence: consequence, Measure: row.Measure, Responsible: row.Responsible, DueOn: due, Opportunity: row.Opportunity, Serious: row.Serious})
	}
	return out
}

func (s *Server) saveRisk(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	var f riskFields
	err = bind(r, &f)
	if fail.KindOf(err) == fail.TooLarge {
		return err
	}
	form := fail.Form{Fields: fail.Fields(err)}
	rows := riskRowsSent(r, &form)
	value := riskValue(rows, &form)
	version, _ := strconv.Atoi(f.Version)
	if err == nil {
		err = form.Err()
	}
	if err == nil && f.Do != "add" {
		err = s.Matter.SaveRisk(r.Context(), actor(r), id, matter.RiskForm{Change: f.Change, Conclusion: f.Conclusion, Rows: value, Version: version})
		if err == nil {
			return s.done(w, r, matterURL(id, "/riskbedomning"), "matter.risk.saved")
		}
	}
	page, readErr := s.readRisk(r)
	if readErr != nil {
		return readErr
	}
	if err == nil {
		err = actor(r).Require(access.RiskWrite)
	}
	p := riskOf(r, page)
	p.Edit, p.Change, p.Conclusion, p.Rows = p.Invite, f.Change, f.Conclusion, rows
	if fail.KindOf(err) == fail.Conflict {
		p.Theirs = page.Rows
	} else {
		p.Version = version
	}
	if f.Do == "add" || len(p.Rows) == 0 {
		p.Rows = append(p.Rows, firstRow)
	}
	if err == nil {
		return s.render(w, r, http.StatusOK, riskView(r, page), pages.RiskAssessment(p))
	}
	return s.again(w, r, rowFields(err), riskView(r, page), func(why ui.ErrorSummaryProps) templ.Component {
		p.Head = p.With(why)
		return pages.RiskAssessment(p)
	})
}

// rowFields calls the fields of rows what the form calls them: rows.0.source is source_1.
func rowFields(err error) error {
	for _, f := range fail.Fields(err) {
		parts := strings.Split(f.Name, ".")
		if len(parts) != 3 {
			continue
		}
		if i, e := strconv.Atoi(parts[1]); e == nil {
			err = renamed(err, f.Name, parts[2]+"_"+strconv.Itoa(i+1))
		}
	}
	return err
}

type inviteFields struct {
	People []string `form:"person" max:"20"`
}

func (s *Server) inviteRisk(w http.ResponseWriter, r *http.Request) error {
	var f inviteFields
	return s.riskPart(w, r, &f, "matter.risk.invite_done", func(id int64) error {
		people := idsOf(f.People)
		if len(people) == 0 && actor(r).May(access.RiskWrite) {
			return invalid("person", "matter.error.nobody_chosen")
		}
		return s.Matter.InviteRisk(r.Context(), actor(r), id, people)
	}, func(*pages.Risk) {})
}

type statementFields struct {
	Agrees string `form:"agrees" max:"3"`
	Body   string `form:"body" max:"10000"`
}

func (s *Server) stateRisk(w http.ResponseWriter, r *http.Request) error {
	var f statementFields
	return s.riskPart(w, r, &f, "matter.risk.state_done", func(id int64) error {
		if f.Agrees != "yes" && f.Agrees != "no" && actor(r).May(access.RiskState) {
			return invalid("agrees", "matter.error.choose")
		}
		return s.Matter.StateRisk(r.Context(), actor(r), id, f.Agrees == "yes", f.Body)
	}, func(p *pages.Risk) { p.Agrees, p.Body = f.Agrees, f.Body })
}

type fixFields struct {
	Without string `form:"without_reason" max:"2000"`
}

func (s *Server) fixRisk(w http.ResponseWriter, r *http.Request) error {
	var f fixFields
	return s.riskPart(w, r, &f, "matter.risk.fix_done", func(id int64) error {
		return s.Matter.FixRisk(r.Context(), actor(r), id, f.Without)
	}, func(p *pages.Risk) { p.Without = f.Without })
}

// riskPart takes one of the small forms beside the assessment's own: bind, do, and lead back or show the page again with
// what was written.
func (s *Server) riskPart(w http.ResponseWriter, r *http.Request, form any, done string, do func(id int64) error, keep func(*pages.Risk)) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	if err = bind(r, form); err == nil {
		err = do(id)
	}
	if err == nil {
		return s.done(w, r, matterURL(id, "/riskbedomning"), done)
	}
	page, readErr := s.readRisk(r)
	if readErr != nil {
		return readErr
	}
	p := riskOf(r, page)
	keep(&p)
	return s.again(w, r, err, riskView(r, page), func(why ui.ErrorSummaryProps) templ.Component {
		p.Head = p.With(why)
		return pages.RiskAssessment(p)
	})
}

func (s *Server) riskVersion(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	no, err := pathNo(r)
	if err != nil {
		return err
	}
	v, err := s.Matter.RiskVersion(r.Context(), actor(r), id, no)
	if err != nil {
		return err
	}
	page := pages.RiskVersion{Head: head(v.Record.Matter), Assessment: v.Assessment, Rows: v.Rows, Statements: v.Statements}
	return s.render(w, r, http.StatusOK, matterView(i18n.T(r.Context(), "matter.risk.version", "No", no)+": "+v.Record.Title), pages.ReadRisk(page))
}
