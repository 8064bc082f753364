package yearplan

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Proposals are the usual Swedish school breaks of a year, to be adjusted: the winter break lies in week 7-10 and the Easter
// one before or after Easter, as each school authority decides; the autumn one is week 44.
func Proposals(year int) []Break {
	easterMonday := clock.NewDate(year, time.March, 23)
	for easterMonday.RedDay() != "Annandag påsk" {
		easterMonday = easterMonday.Add(1)
	}
	week := func(n int) clock.Date { // its Monday; 4 January is always in week 1
		d := clock.NewDate(year, time.January, 4)
		return d.Add(1 - isoWeekday(d) + 7*(n-1))
	}
	return []Break{
		{Name: "Sportlov", FirstOn: week(9), LastOn: week(9).Add(4)},
		{Name: "Påsklov", FirstOn: easterMonday.Add(1), LastOn: easterMonday.Add(4)},
		{Name: "Sommarlov", FirstOn: clock.NewDate(year, time.June, 15), LastOn: clock.NewDate(year, time.August, 15)},
		{Name: "Höstlov", FirstOn: week(44), LastOn: week(44).Add(4)},
		{Name: "Jullov", FirstOn: clock.NewDate(year, time.December, 20), LastOn: clock.NewDate(year+1, time.January, 7)},
	}
}

const breaksOf = `SELECT id, name, first_on, last_on FROM school_breaks WHERE last_on >= $1 AND first_on <= $2 ORDER BY first_on, id`

// Breaks are the organisation's school breaks from last year on, and the usual ones of this year and the next that are not
// among them yet.
func (s *Service) Breaks(ctx context.Context, who access.Actor) (own, proposed []Break, err error) {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return nil, nil, err
	}
	today := clock.Today(s.Clock)
	year, _, _ := today.YMD()
	var b db.Batch
	db.Many(&b, &own, breaksOf, clock.NewDate(year-1, time.July, 1), clock.NewDate(year+5, time.December, 31))
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return nil, nil, err
	}
	for _, p := range append(Proposals(year), Proposals(year+1)...) {
		if !p.LastOn.Before(today) && !known(own, p) {
			proposed = append(proposed, p)
		}
	}
	return own, proposed, nil
}

// known reports whether there is a break of the same name within two months of the proposed one.
func known(own []Break, p Break) bool {
	for _, b := range own {
		if n := b.FirstOn.DaysUntil(p.FirstOn); strings.EqualFold(b.Name, p.Name) && n > -60 && n < 60 {
			return true
		}
	}
	return false
}

func (b Break) check() error {
	var f fail.Form
	switch n := utf8.RuneCountInString(strings.TrimSpace(b.Name)); {
	case n == 0:
		f.Add("name", "year.error.break_name")
	case n > 100:
		f.Add("name", "error.too_long", "Max", 100, "Over", n-100)
	}
	switch {
	case b.FirstOn.IsZero():
		f.Add("first_on", "year.error.date")
	case b.LastOn.IsZero():
		f.Add("last_on", "year.error.date")
	case b.LastOn.Before(b.FirstOn):
		f.Add("last_on", "year.error.break_order")
	case b.FirstOn.DaysUntil(b.LastOn) > 120:
		f.Add("last_on", "year.error.break_long")
	}
	return f.Err()
}

// AddBreaks adds school breaks: one as written, or the proposed ones that were chosen.
func (s *Service) AddBreaks(ctx context.Context, who access.Actor, bs ...Break) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	if len(bs) == 0 {
		return fail.New(fail.Invalid, "year.error.no_break")
	}
	for _, b := range bs {
		if err := b.check(); err != nil {
			return err
		}
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		var batch db.Batch
		var events []audit.Event
		for _, b := range bs {
			batch.Exec(`INSERT INTO school_breaks (name, first_on, last_on) SELECT $1, $2, $3
				WHERE NOT EXISTS (SELECT FROM school_breaks WHERE name = $1 AND first_on = $2 AND last_on = $3)`, strings.TrimSpace(b.Name), b.FirstOn, b.LastOn)
			events = append(events, b.event("year.break_added"))
		}
		if err := tx.Send(ctx, &batch); err != nil {
			return err
		}
		return audit.Write(ctx, tx, who, s.Clock.Now(), events...)
	})
}

func (b Break) event(kind string) audit.Event {
	return audit.Event{Kind: kind, Detail: map[string]string{"Name": b.Name, "First": b.FirstOn.String(), "Last": b.LastOn.String()}}
}

// RemoveBreak takes a school break away; dates that were laid around it stay where they are.
func (s *Service) RemoveBreak(ctx context.Context, who access.Actor, id int64) error {
	if err := who.Require(access.OrganisationWrite); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		var b Break
		err := tx.QueryRow(ctx, `DELETE FROM school_breaks WHERE id = $1 RETURNING name, first_on, last_on`, id).Scan(&b.Name, &b.FirstOn, &b.LastOn)
		if err != nil {
			return notFound(err)
		}
		return audit.Write(ctx, tx, who, s.Clock.Now(), b.event("year.break_removed"))
	})
}
