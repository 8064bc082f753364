package organisation

import (
	"slices"
	"strconv"
	"strings"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// AgreementRow is the whole organisation's agreement from one day on.
type AgreementRow struct {
	Agreement
	Version string
}

// ArrangementRow is an arrangement with the name of its place.
type ArrangementRow struct {
	Arrangement
	Name    string
	Path    []int64 // the units that hold the place, from the root down
	Version string
}

// Scope is the arrangement's place.
func (r ArrangementRow) Scope() Scope { return Scope{r.UnitID, r.GroupID} }

// Place is where the arrangement holds.
func (r ArrangementRow) Place() Place { return Place{r.Path, r.GroupID} }

const arrangementRows = `
	SELECT o.id, coalesce(o.unit_id, 0) AS unit_id, coalesce(o.group_id, 0) AS group_id, o.valid_from, o.terms, coalesce(u.name, g.name) AS name,
	       coalesce(u.ancestors, group_path(o.group_id)) AS path, o.` + version + ` AS version
	FROM   arrangements o LEFT JOIN units u ON u.org_id = o.org_id AND u.id = o.unit_id LEFT JOIN groups g ON g.org_id = o.org_id AND g.id = o.group_id
	ORDER  BY o.group_id IS NOT NULL, coalesce(u.name, g.name) COLLATE "sv-SE-x-icu", o.valid_from`

// register is all that is agreed, as the pages of the agreement need it.
type register struct {
	rows []AgreementRow
	own  []ArrangementRow
	head []scopeHead
}

// scopeHead is the place that is asked about.
type scopeHead struct {
	Name string
	Path []int64
}

func (g *register) queue(b *db.Batch, in Scope) {
	db.Many(b, &g.rows, `SELECT `+AgreementColumns+`, `+version+` AS version FROM agreements ORDER BY valid_from`)
	db.Many(b, &g.own, arrangementRows)
	db.Many(b, &g.head, `SELECT name, ancestors AS path FROM units WHERE id = $1 AND $2 = 0 UNION ALL SELECT name, group_path(id) FROM groups WHERE id = $2`, in.UnitID, in.GroupID)
}

// place names the scope; one that is not there is NotFound.
func (g *register) place(in Scope) (name string, at Place, err error) {
	if in == (Scope{}) {
		return "", Place{}, nil
	}
	if len(g.head) == 0 {
		return "", Place{}, notFound()
	}
	return g.head[0].Name, Place{g.head[0].Path, in.GroupID}, nil
}

// book is the register as a Rulebook without the row that is being changed.
func (g *register) book(without int64, in Scope) *Rulebook {
	var b Rulebook
	for _, r := range g.rows {
		if in != (Scope{}) || r.ID != without {
			b.Agreements = append(b.Agreements, r.Agreement)
		}
	}
	for _, o := range g.own {
		if in == (Scope{}) || o.ID != without {
			b.Arrangements = append(b.Arrangements, o.Arrangement)
		}
		if o.GroupID != 0 {
			b.Groups = append(b.Groups, GroupPath{o.GroupID, o.Path})
		}
	}
	return &b
}

// AgreementEdit is a change as a form writes it: for the whole organisation all values, for a place those in Own. Without
// any of its own the place follows the rest again.
type AgreementEdit struct {
	Scope
	ID        int64 // the row to change, which has not come into force; 0: a new one
	Version   string
	Agreement Agreement
	Own       []string // names of parameters
	Reason    string
}

const maxReason = 500

// AgreementEffect is what an edit means: the rules before and after it.
type AgreementEffect struct {
	Name          string // of the place; "": the whole organisation
	At            Place
	From          clock.Date
	Before, After *Rulebook
	Now, Then     Agreement // in the place on From
	Changed       []Parameter
}

// judge checks the edit against everything else that is agreed, and says what it means.
func (g *register) judge(e AgreementEdit, today clock.Date) (AgreementEffect, error) {
	name, at, err := g.place(e.Scope)
	if err != nil {
		return AgreementEffect{}, err
	}
	x := AgreementEffect{Name: name, At: at, From: e.Agreement.ValidFrom, Before: g.book(0, e.Scope), After: g.book(e.ID, e.Scope)}
	x.Before.know(at)
	x.After.know(at)
	var f fail.Form
	g.checkRow(&f, e, today)
	if e.Scope == (Scope{}) {
		x.After.Agreements = append(x.After.Agreements, e.Agreement)
	} else {
		x.After.Arrangements = append(x.After.Arrangements, Arrangement{ID: -1, UnitID: e.UnitID, GroupID: e.GroupID, ValidFrom: e.Agreement.ValidFrom, Terms: e.terms()})
	}
	x.Now, x.Then = g.book(e.ID, e.Scope).On(x.From, at), x.After.On(x.From, at)
	x.Then.ValidFrom = x.From
	x.Then.check(&f)
	if len(f.Fields) == 0 {
		g.checkPlaces(&f, x)
	}
	for _, p := range Parameters {
		if !p.Same(x.Now, x.Then) {
			x.Changed = append(x.Changed, p)
		}
	}
	checkReason(&f, e, x)
	return x, f.Err()
}

// know makes the book find the place's group.
func (b *Rulebook) know(at Place) {
	if at.Group != 0 {
		b.Groups = append(b.Groups, GroupPath{at.Group, at.Within})
	}
}

// terms are the own values.
func (e AgreementEdit) terms() Terms {
	t := Terms{}
	for _, name := range e.Own {
		if p, ok := ParameterOf(name); ok {
			t[name] = p.encode(e.Agreement)
		}
	}
	return t
}

// checkRow refuses what would change rules that hold already: what is treated today follows today's, so new ones come
// tomorrow at the earliest.
func (g *register) checkRow(f *fail.Form, e AgreementEdit, today clock.Date) {
	from := e.Agreement.ValidFrom
	if !from.IsZero() && !from.After(today) {
		f.Add("valid_from", "agreement.error.past")
	}
	same := func(id int64, day clock.Date) bool { return id != e.ID && day == from && !from.IsZero() }
	if e.Scope == (Scope{}) && slices.ContainsFunc(g.rows, func(r AgreementRow) bool { return same(r.ID, r.ValidFrom) }) ||
		e.Scope != (Scope{}) && slices.ContainsFunc(g.own, func(o ArrangementRow) bool { return o.Scope() == e.Scope && same(o.ID, o.ValidFrom) }) {
		f.Add("valid_from", "agreement.error.same_day")
	}
	for _, name := range e.Own {
		if p, ok := ParameterOf(name); !ok || p.Reach == Everywhere || p.Reach == InUnit && e.GroupID != 0 {
			f.Add(name, "agreement.error.reach")
		}
	}
}

// checkPlaces refuses what does not add up somewhere else, or on a later day that is agreed on already.
func (g *register) checkPlaces(f *fail.Form, x AgreementEffect) {
	days := []clock.Date{x.From}
	for _, r := range x.After.Agreements {
		days = append(days, r.ValidFrom)
	}
	for _, o := range x.After.Arrangements {
		days = append(days, o.ValidFrom)
	}
	for _, o := range append([]ArrangementRow{{Name: x.Name, Path: x.At.Within, Arrangement: Arrangement{GroupID: x.At.Group}}}, g.own...) {
		for _, day := range days {
			var there fail.Form
			x.After.On(day, o.Place()).check(&there)
			switch {
			case day.Before(x.From) || len(there.Fields) == 0:
				continue
			case o.Name == "":
				f.Add(there.Fields[0].Name, "agreement.error.elsewhere_all", "From", day.String())
			default:
				f.Add(there.Fields[0].Name, "agreement.error.elsewhere", "Place", o.Name, "From", day.String())
			}
			return
		}
	}
}

// checkReason asks what the change rests on, and for the unions' consent where it is needed.
func checkReason(f *fail.Form, e AgreementEdit, x AgreementEffect) {
	switch text := strings.TrimSpace(e.Reason); {
	case len([]rune(text)) > maxReason:
		f.Add("reason", "agreement.error.reason_long", "Max", maxReason)
	case text == "" && x.Then.APTFormalForum && !x.Now.APTFormalForum:
		f.Add("reason", "agreement.error.consent")
	case text == "":
		f.Add("reason", "agreement.error.reason")
	}
}

// need is what a reader of the agreement's pages may change.
func need(who access.Actor, write bool) error {
	if write {
		return who.Require(access.OrganisationWrite)
	}
	return who.Require(access.OrganisationRead)
}

// Text is the parameter's value as forms write it: a list of known words with commas, names one a line.
func (p Parameter) Text(a Agreement) string {
	switch v := p.Value(a).(type) {
	case int:
		return strconv.Itoa(v)
	case bool:
		if v {
			return "ja"
		}
		return "nej"
	case []string:
		if p.Choices != nil {
			return strings.Join(v, ",")
		}
		return strings.Join(v, "\n")
	case string:
		return v
	}
	return ""
}

// Read sets the parameter from what a form says, and returns the key of what is wrong with it.
func (p Parameter) Read(a *Agreement, text string) (key string) {
	switch v := p.field(a).(type) {
	case *int:
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil {
			return "agreement.error.number"
		}
		*v = n
	case *bool:
		if text != "ja" && text != "nej" {
			return "agreement.error.choice"
		}
		*v = text == "ja"
	case *[]string:
		*v = []string{}
		split := "\n"
		if p.Choices != nil {
			split = ","
		}
		for line := range strings.SplitSeq(text, split) {
			if line = CleanName(line); line != "" {
				*v = append(*v, line)
			}
		}
	case *string:
		*v = strings.TrimSpace(text)
	}
	return ""
}
