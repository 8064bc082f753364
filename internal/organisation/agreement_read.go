package organisation

import (
	"context"
	"encoding/json"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Agreements are the local agreement's parameters through time, and the places with an own arrangement.
type Agreements struct {
	Current Agreement
	Rows    []AgreementRow   // the newest first
	Own     []ArrangementRow // by place and day
	Book    *Rulebook
	Today   clock.Date
	Write   bool
}

// Agreements reads the parameters that hold today and all others, before and after.
func (s *Service) Agreements(ctx context.Context, who access.Actor) (Agreements, error) {
	if err := need(who, false); err != nil {
		return Agreements{}, err
	}
	a := Agreements{Today: s.today(), Write: who.May(access.OrganisationWrite)}
	var b db.Batch
	var g register
	g.queue(&b, Scope{})
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return a, err
	}
	if len(g.rows) == 0 {
		return a, errNoAgreement()
	}
	a.Book = g.book(0, Scope{})
	a.Current, a.Own = a.Book.On(a.Today, Place{}), g.own
	for i := len(g.rows) - 1; i >= 0; i-- {
		a.Rows = append(a.Rows, g.rows[i])
	}
	return a, nil
}

// AgreementDraft is what the form begins with.
type AgreementDraft struct {
	AgreementEdit
	Name  string    // of the place
	Base  Agreement // what the place follows where it has nothing of its own
	Today clock.Date
}

// Reaches reports whether the draft's place may have its own value of the parameter.
func (e AgreementEdit) Reaches(p Parameter) bool {
	return e.Scope == (Scope{}) || p.Reach == InGroup || p.Reach == InUnit && e.GroupID == 0
}

// PlaceAgreement reads what the place follows today. NotFound for one that is not there.
func (s *Service) PlaceAgreement(ctx context.Context, who access.Actor, in Scope) (AgreementDraft, error) {
	if err := need(who, false); err != nil {
		return AgreementDraft{}, err
	}
	return s.draft(ctx, who, in, 0, s.today())
}

// DraftAgreement reads what the form begins with: the row with the id, or a new one that says what holds tomorrow. NotFound
// for a place or a row that is not there, or a row that has come into force.
func (s *Service) DraftAgreement(ctx context.Context, who access.Actor, in Scope, id int64) (AgreementDraft, error) {
	if err := need(who, true); err != nil {
		return AgreementDraft{}, err
	}
	return s.draft(ctx, who, in, id, s.today().Add(1))
}

func (s *Service) draft(ctx context.Context, who access.Actor, in Scope, id int64, day clock.Date) (AgreementDraft, error) {
	d := AgreementDraft{Today: s.today(), AgreementEdit: AgreementEdit{Scope: in, ID: id}}
	var b db.Batch
	var g register
	g.queue(&b, in)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return d, err
	}
	name, at, err := g.place(in)
	if err != nil {
		return d, err
	}
	d.Name = name
	if id != 0 {
		if day, d.Version = g.find(in, id); !day.After(d.Today) {
			return d, notFound()
		}
	}
	book := g.book(0, in)
	book.know(at)
	d.Agreement, d.Base = book.On(day, at), g.bookWithout(in).On(day, at)
	d.Agreement.ValidFrom = day
	if in != (Scope{}) {
		d.Own = book.latest(day, in.UnitID, in.GroupID).Terms.names()
	}
	return d, nil
}

// find is the day and the version of the scope's row; the zero day when there is none.
func (g *register) find(in Scope, id int64) (clock.Date, string) {
	if in == (Scope{}) {
		for _, r := range g.rows {
			if r.ID == id {
				return r.ValidFrom, r.Version
			}
		}
		return clock.Date{}, ""
	}
	for _, o := range g.own {
		if o.ID == id && o.Scope() == in {
			return o.ValidFrom, o.Version
		}
	}
	return clock.Date{}, ""
}

// names are the parameters that the terms are about, in the forms' order.
func (t Terms) names() (names []string) {
	for _, p := range Parameters {
		if _, ok := t[p.Name]; ok {
			names = append(names, p.Name)
		}
	}
	return names
}

// FindPlace finds the unit or group with the name. Invalid when there is none.
func (s *Service) FindPlace(ctx context.Context, who access.Actor, name string) (in Scope, err error) {
	if err := need(who, true); err != nil {
		return in, err
	}
	var found []Scope
	var b db.Batch
	db.Many(&b, &found, `
		SELECT * FROM (SELECT 0::bigint AS unit_id, id AS group_id FROM groups WHERE lower(name) = lower($1) AND (closed_on IS NULL OR closed_on > $2)
		UNION ALL SELECT id, 0 FROM units WHERE (lower(name) = lower($1) OR code = $1) AND (closed_on IS NULL OR closed_on > $2)) x LIMIT 2`, CleanName(name), s.today())
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return in, err
	}
	if len(found) != 1 {
		var f fail.Form
		f.Add("place", "agreement.places.unknown")
		return in, f.Err()
	}
	return found[0], nil
}

// bookWithout is the book as if the place had no arrangement of its own.
func (g *register) bookWithout(in Scope) *Rulebook {
	b := g.book(0, in)
	var rest []Arrangement
	for _, o := range b.Arrangements {
		if o.UnitID != in.UnitID || o.GroupID != in.GroupID {
			rest = append(rest, o)
		}
	}
	b.Arrangements = rest
	return b
}

// AgreementChange is one change, from what to what.
type AgreementChange struct {
	ID         int64
	At         time.Time
	PersonName string // "": at the set-up
	Place      string // "": the whole organisation
	ValidFrom  clock.Date
	Action     string // added, changed or removed
	Before     Terms
	After      Terms
	Reason     string
}

// Value is what the terms say of the parameter, laid over base; ok is false when they say nothing.
func (t Terms) Value(p Parameter, base Agreement) (a Agreement, ok bool) {
	var raw json.RawMessage
	if raw, ok = t[p.Name]; ok {
		p.decode(raw, &base)
	}
	return base, ok
}

// changesShown is how many changes the page shows.
const changesShown = 200

// AgreementHistory lists every change, the newest first.
func (s *Service) AgreementHistory(ctx context.Context, who access.Actor) (list []AgreementChange, err error) {
	if err := need(who, false); err != nil {
		return nil, err
	}
	var b db.Batch
	db.Many(&b, &list, `
		SELECT c.id, c.at, coalesce(p.name, '') AS person_name, coalesce(u.name, g.name, '') AS place, c.valid_from, c.action, c.before, c.after, c.reason
		FROM   agreement_changes c LEFT JOIN people p ON p.id = c.person_id LEFT JOIN units u ON u.id = c.unit_id LEFT JOIN groups g ON g.id = c.group_id
		ORDER  BY c.id DESC LIMIT $1`, changesShown)
	return list, s.DB.ReadOrg(ctx, who.OrgID, &b)
}
