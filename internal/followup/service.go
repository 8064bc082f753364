package followup

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/organisation"
	"samverka/internal/privacy"
)

// Service carries out what people ask of follow-ups.
type Service struct {
	DB    *db.DB
	Clock clock.Clock
}

// List is the page of all rounds.
type List struct {
	Rounds []Round
	Year   int        // that a round may be started for now; 0: it has one, or the actor may not
	Groups []Group    // that it may be started with
	Begins clock.Date // when the agreement says that the next one begins
}

// Group is a group that may be followed up.
type Group struct {
	ID    int64
	Name  string
	Level string
}

// Rounds lists the rounds, the newest first, and which one may be started.
func (s *Service) Rounds(ctx context.Context, who access.Actor) (List, error) {
	if err := who.Require(access.FollowUpRead); err != nil {
		return List{}, err
	}
	var l List
	var b db.Batch
	var a organisation.Agreement
	today := clock.Today(s.Clock)
	db.Many(&b, &l.Rounds, roundColumns+` ORDER BY r.year DESC LIMIT 50`)
	if who.May(access.FollowUpRun) {
		db.Many(&b, &l.Groups, `SELECT g.id, g.name, g.level FROM groups g WHERE g.closed_on IS NULL OR g.closed_on > $1
			ORDER BY count(*) OVER (PARTITION BY g.level), g.level, g.name COLLATE "sv-SE-x-icu"`, today)
	}
	organisation.QueueAgreement(&b, &a, today, organisation.Scope{})
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return List{}, fmt.Errorf("reading follow-ups: %w", err)
	}
	year, _, _ := today.YMD()
	l.Begins = a.NextFollowUp(today)
	if is := func(r Round) bool { return r.Year == year }; who.May(access.FollowUpRun) && !slices.ContainsFunc(l.Rounds, is) {
		l.Year = year
	}
	return l, nil
}

// Page is one round for a reader.
type Page struct {
	Record
	Facts   []Facts // of the groups that the reader may know of
	Sum     Facts   // of all, for those who follow the whole round
	Missing []Missing
	Central bool // the reader follows the whole round
	Runs    bool // the reader leads it
	Own     []Entry
	Today   clock.Date
}

// Get reads a round: of the groups what the reader may know.
func (s *Service) Get(ctx context.Context, who access.Actor, id int64) (Page, error) {
	if err := who.Require(access.FollowUpRead); err != nil {
		return Page{}, err
	}
	p := Page{Today: clock.Today(s.Clock)}
	var b db.Batch
	finish := queue(&b, id, p.Today)
	queueFacts(&b, &p.Facts, id)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Page{}, err
	}
	p.Record = finish()
	p.Central, p.Runs = p.Round.Central(who), runs(who)
	p.Missing, p.Sum = p.Gate(), Sum(p.Facts)
	for _, e := range p.Entries {
		if p.Reads(who, e) {
			p.Own = append(p.Own, e)
		}
	}
	return p, nil
}

// Person is somebody who may visit a group.
type Person struct {
	ID   int64
	Name string
	Side Side
	Of   string // the union, or ""
}

// GroupPage is one group in a round for a reader.
type GroupPage struct {
	Record
	Entry    Entry
	Facts    Facts
	Side     Side // that the reader answers for; ""
	Runs     bool
	May      May
	Visitors []Person        // for those who plan the visit
	Doers    []action.Person // for those who give somebody a measure
	Today    clock.Date
}

// May says what to offer the reader.
type May struct{ Plan, Visit, LeaveOut, Answer, Join, Measure bool }

// visitors are those who may visit: the employer's HR, negotiators, chairs and representatives, and the unions' representatives (handbook
// 7 [D]: one visitor from each side).
const visitors = `
	SELECT p.id, p.name, 'employer' AS side, '' AS of FROM people p WHERE (p.closed_on IS NULL OR p.closed_on > $1) AND (
		EXISTS (SELECT FROM groups g WHERE g.org_id = p.org_id AND g.chair_id = p.id AND (g.closed_on IS NULL OR g.closed_on > $1))
		OR EXISTS (SELECT FROM mandates ma WHERE ma.org_id = p.org_id AND ma.person_id = p.id AND ma.role IN ('hr', 'negotiator', 'employer_rep') AND ma.valid_from <= $1 AND (ma.valid_until IS NULL OR ma.valid_until >= $1)))
	UNION ALL SELECT p.id, p.name, 'union', (SELECT min(u.name) FROM mandates ma JOIN unions u ON u.org_id = ma.org_id AND u.id = ma.union_id WHERE ma.org_id = p.org_id AND ma.person_id = p.id
		AND ma.role = 'union_rep' AND ma.valid_from <= $1 AND (ma.valid_until IS NULL OR ma.valid_until >= $1))
	FROM   people p WHERE EXISTS (SELECT FROM mandates ma WHERE ma.org_id = p.org_id AND ma.person_id = p.id AND ma.role = 'union_rep' AND ma.valid_from <= $1 AND (ma.valid_until IS NULL OR ma.valid_until >= $1))
	ORDER  BY 2`

// Group reads a group's place in a round. NotFound for those who may not know what it answers.
func (s *Service) Group(ctx context.Context, who access.Actor, id, groupID int64) (GroupPage, error) {
	if err := who.Require(access.FollowUpRead); err != nil {
		return GroupPage{}, err
	}
	p := GroupPage{Today: clock.Today(s.Clock), Runs: runs(who)}
	var facts []Facts
	var b db.Batch
	finish := queue(&b, id, p.Today)
	queueFacts(&b, &facts, id)
	if p.Runs {
		db.Many(&b, &p.Visitors, visitors, p.Today)
	}
	db.Many(&b, &p.Doers, action.DoersAfter, id, groupID, p.Today)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return GroupPage{}, err
	}
	p.Record = finish()
	e, ok := p.entry(func(e Entry) bool { return e.GroupID == groupID })
	if !ok || !p.Reads(who, e) {
		return GroupPage{}, fail.New(fail.NotFound, "error.not_found")
	}
	p.Entry, p.Side = e, e.SideOf(who)
	if i := slices.IndexFunc(facts, func(f Facts) bool { return f.GroupID == groupID }); i >= 0 {
		p.Facts = facts[i]
	}
	p.May = May{Plan: p.Runs && p.CanPlan(e) == nil, Visit: p.Runs && p.CanVisit(e) == nil, LeaveOut: p.Runs && p.CanLeaveOut(e) == nil,
		Answer: p.CanAnswer(who, e) == nil, Join: p.CanJoin(who, e) == nil, Measure: p.CanAddMeasure(who, e) == nil}
	return p, nil
}

// change is one write to a round in the making.
type change struct {
	Record
	who    access.Actor
	tx     *db.OrgTx
	now    time.Time
	events []audit.Event
}

func (s *Service) change(ctx context.Context, who access.Actor, act access.Action, id int64, f func(*change) error) error {
	if err := who.Require(act); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		c := &change{who: who, tx: tx, now: s.Clock.Now()}
		var err error
		if c.Record, err = load(ctx, tx, id, clock.DateOf(c.now)); err != nil {
			return err
		}
		switch err := f(c); {
		case fail.KeyOf(err) == "error.conflict": // the page shows what is saved beside what was sent
			return fail.Wrap(fail.Conflict, err, "followup.error.conflict")
		case err != nil:
			return err
		}
		return audit.Write(ctx, tx, who, c.now, c.events...)
	})
}

// ofGroup is change for a group's place in the round. NotFound for those who may not know of it.
func (s *Service) ofGroup(ctx context.Context, who access.Actor, act access.Action, id, groupID int64, f func(*change, Entry) error) error {
	return s.change(ctx, who, act, id, func(c *change) error {
		e, ok := c.entry(func(e Entry) bool { return e.GroupID == groupID })
		if !ok || !c.Reads(who, e) {
			return fail.New(fail.NotFound, "error.not_found")
		}
		return f(c, e)
	})
}

// log notes an event; detail is name, value pairs.
func (c *change) log(kind string, detail ...string) {
	d := map[string]string{"Year": fmt.Sprint(c.Year)}
	for i := 0; i+1 < len(detail); i += 2 {
		d[detail[i]] = detail[i+1]
	}
	c.events = append(c.events, audit.Event{Kind: kind, Detail: d})
}

func checkText(f *fail.Form, name, text string, most int, missingKey string) {
	switch n := utf8.RuneCountInString(text); {
	case missingKey != "" && strings.TrimSpace(text) == "":
		f.Fields = append(f.Fields, fail.Field{Name: name, Key: missingKey})
	case n > most:
		f.Add(name, "error.too_long", "Max", most, "Over", n-most)
	case privacy.HasPersonnummer(text):
		f.Add(name, "error.personnummer")
	}
}
