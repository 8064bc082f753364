package apt

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
)

// Page is an APT as one reader may see it, read in one round trip.
type Page struct {
	Record
	Now        time.Time
	IsStaff    bool        // the APT is for the reader
	Proposals  []Proposal  // the reader's own, and for who leads it those that wait
	Mark       Mark        // the reader's own
	Colleagues []Writer    // for who leads it: whom they may let write
	Choices    []MatterRef // for who leads it: open matters of theirs that an item may feed
	Matters    []MatterRef // those that items went to
	Carried    []Carried   // items that were put on a later APT
	Next       []APT       // the unit's next APT, if one is planned
}

// Mark is what a person has ticked.
type Mark struct {
	AttendedAt *time.Time
	ReadAt     *time.Time
}

// MatterRef is a matter as an APT shows it: no more than its name and how far it has come.
type MatterRef struct {
	ID        int64
	Number    string
	Title     string
	Status    string // open, withdrawn, handed_over, closed
	Secrecy   string
	DecidedOn clock.Date // zero: not decided
}

// Carried is an item that stands on a later APT.
type Carried struct {
	From     int64
	APTID    int64
	StartsAt time.Time
}

// Matter returns the matter with the given id that an item went to.
func (p Page) Matter(id int64) (MatterRef, bool) {
	i := slices.IndexFunc(p.Matters, func(m MatterRef) bool { return m.ID == id })
	if i < 0 {
		return MatterRef{}, false
	}
	return p.Matters[i], true
}

const proposalColumns = `pr.id, coalesce(pr.apt_id, 0) AS apt_id, pr.title, pr.text, pr.status, pr.answer, pr.created_at, pr.answered_at, coalesce(pr.item_id, 0) AS item_id,
	coalesce(i.outcome, '') AS outcome, CASE WHEN a.status = 'published' THEN coalesce(i.result, '') ELSE '' END AS result, a.starts_at, coalesce(a.status, '') AS apt_status`

const fromProposals = ` FROM apt_proposals pr LEFT JOIN apts a ON a.id = pr.apt_id LEFT JOIN apt_items i ON i.id = pr.item_id `

const matterRef = `m.id, m.number, m.title, m.status, m.secrecy, (SELECT max(d.decided_on) FROM decisions d WHERE d.matter_id = m.id) AS decided_on`

// Show reads one APT. NotFound when the actor may not know of it.
func (s *Service) Show(ctx context.Context, who access.Actor, id int64) (Page, error) {
	if err := who.Require(access.APTRead); err != nil {
		return Page{}, err
	}
	p := Page{Now: s.Clock.Now()}
	var b db.Batch
	where, args := Visible(who, 2)
	done := p.queue(&b, id, where, args, clock.DateOf(p.Now))
	p.queueReader(&b, who, id)
	db.Many(&b, &p.Matters, `SELECT DISTINCT `+matterRef+` FROM apt_items i JOIN matters m ON m.id = i.matter_id WHERE i.apt_id = $1`, id)
	db.Many(&b, &p.Carried, `SELECT n.carried_from AS "from", n.apt_id, coalesce(na.starts_at, na.created_at) AS starts_at FROM apt_items i
		JOIN apt_items n ON n.carried_from = i.id JOIN apts na ON na.id = n.apt_id WHERE i.apt_id = $1 AND na.status <> 'cancelled'`, id)
	db.Many(&b, &p.Next, `SELECT `+columns+fromAPTs+`JOIN apts me ON me.id = $1 WHERE a.unit_id = me.unit_id AND a.id <> me.id AND a.status IN ('planned', 'invited')
		AND a.starts_at > greatest(me.starts_at, $2) ORDER BY a.starts_at LIMIT 1`, id, p.Now)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Page{}, err
	}
	done()
	if !p.Runs(who) {
		p.Colleagues, p.Choices = nil, nil
		p.Proposals = slices.DeleteFunc(p.Proposals, func(x Proposal) bool { return !x.Mine })
	}
	p.shield(who)
	return p, nil
}

// unitOf is the unit of the APT $1.
const unitOf = `(SELECT a.unit_id FROM apts a WHERE a.id = $1)`

// queueReader queues what depends on who reads.
func (p *Page) queueReader(b *db.Batch, who access.Actor, id int64) {
	b.Query(fmt.Sprintf(`SELECT a.unit_id IN `+workplaces+` FROM apts a WHERE a.id = $3`, 1, 2), []any{who.PersonID, homes(who), id}, func(rows pgx.Rows) error {
		_, err := pgx.ForEachRow(rows, []any{&p.IsStaff}, func() error { return nil })
		return err
	})
	db.Many(b, &p.Proposals, `SELECT `+proposalColumns+`, CASE WHEN pr.named THEN pe.name ELSE '' END AS by_name, pr.person_id = $2 AS mine`+fromProposals+`
		JOIN people pe ON pe.id = pr.person_id JOIN apts me ON me.id = $1
		WHERE pr.unit_id = me.unit_id AND (pr.apt_id = $1 OR pr.status = 'waiting') AND (pr.person_id = $2 OR pr.status = 'waiting') ORDER BY pr.id`, id, who.PersonID)
	var marks []Mark
	b.Query(`SELECT attended_at, read_at FROM apt_marks WHERE apt_id = $1 AND person_id = $2`, []any{id, who.PersonID}, func(rows pgx.Rows) (err error) {
		if marks, err = pgx.CollectRows(rows, pgx.RowToStructByName[Mark]); len(marks) > 0 {
			p.Mark = marks[0]
		}
		return err
	})
	b.Query(`SELECT count(*) FROM (`+staffOf(unitOf)+`) s`, []any{id, clock.DateOf(p.Now)}, func(rows pgx.Rows) error {
		_, err := pgx.ForEachRow(rows, []any{&p.Staff}, func() error { return nil })
		return err
	})
	if who.Role != access.Manager {
		return
	}
	db.Many(b, &p.Colleagues, `SELECT s.id AS person_id, s.name FROM (`+staffOf(unitOf)+`) s
		ORDER BY s.sort_name COLLATE "sv-SE-x-icu" LIMIT 300`, id, clock.DateOf(p.Now))
	db.Many(b, &p.Choices, `SELECT `+matterRef+` FROM matters m WHERE m.owner_id = $1 AND m.status = 'open' ORDER BY m.id DESC LIMIT 50`, who.PersonID)
}

// shield takes away what only those who lead the APT see before the notes are published, and the names of secret matters.
func (p *Page) shield(who access.Actor) {
	leads := p.Runs(who)
	for i, m := range p.Matters {
		if m.Secrecy != "" && !leads {
			p.Matters[i].Title = ""
		}
	}
	for i := range p.Items {
		if m, ok := p.Matter(p.Items[i].MatterID); ok && m.Title == "" {
			p.Items[i].MatterTitle = ""
		}
		if !leads && who.Role != access.HR {
			p.Items[i].OutcomeReason, p.Items[i].OutcomeWarned = "", false
		}
	}
	if leads || p.Status == Published || p.MayWrite(who) {
		return
	}
	p.Notes = nil
	for i := range p.Items {
		if it := &p.Items[i]; who.Role != access.HR {
			it.Outcome, it.OutcomeText, it.OutcomeAt, it.MatterID, it.AnswerID, it.Result, it.ResultAt = "", "", nil, 0, 0, "", nil
		}
	}
}

// Filter narrows the list of APT.
type Filter struct {
	Past   bool  // before today, newest first; otherwise from today, next first
	UnitID int64 // 0: any
	After  int64 // keyset: the last row's id of the page before; 0: the first page
}

// PageSize is the number of APT on one page of the list.
const PageSize = 25

// Row is one APT in the list.
type Row struct {
	APT
	Sittings int
	Read     bool // the reader has read the notes
}

// Unit is one whose APT the actor may plan.
type Unit struct {
	ID   int64
	Name string
}

// List is one page of the APT that the actor may know of; more reports whether there are further ones.
func (s *Service) List(ctx context.Context, who access.Actor, f Filter) (rows []Row, more bool, err error) {
	if err := who.Require(access.APTRead); err != nil {
		return nil, false, err
	}
	where, args := Visible(who, 1)
	p := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", len(args))
	}
	order, cmp := "ASC", ">"
	today := clock.Today(s.Clock).Start()
	if f.Past {
		order, cmp = "DESC", "<"
		where += " AND a.ends_at < " + p(today)
	} else {
		where += " AND a.ends_at >= " + p(today)
	}
	if f.UnitID != 0 {
		where += " AND a.unit_id = " + p(f.UnitID)
	}
	if f.After != 0 {
		where += fmt.Sprintf(" AND (a.starts_at, a.id) %s (SELECT starts_at, id FROM apts WHERE id = %s)", cmp, p(f.After))
	}
	var b db.Batch
	db.Many(&b, &rows, fmt.Sprintf(`SELECT `+columns+`, (SELECT count(*) FROM apt_sittings si WHERE si.apt_id = a.id AND si.status <> 'cancelled') AS sittings,
		EXISTS (SELECT FROM apt_marks k WHERE k.apt_id = a.id AND k.person_id = %s AND k.read_at IS NOT NULL) AS read`+fromAPTs+`
		WHERE %s ORDER BY a.starts_at %s, a.id %s LIMIT %d`, p(who.PersonID), where, order, order, PageSize+1), args...)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return nil, false, err
	}
	if len(rows) > PageSize {
		return rows[:PageSize], true, nil
	}
	return rows, false, nil
}

// Units lists the units whose APT the actor may plan: those they manage first, then those below them.
func (s *Service) Units(ctx context.Context, who access.Actor) (units []Unit, err error) {
	if err := who.Require(access.APTRun); err != nil {
		return nil, err
	}
	var b db.Batch
	db.Many(&b, &units, `SELECT id, name FROM units WHERE ancestors && $1 AND closed_on IS NULL ORDER BY id = ANY ($1) DESC, name COLLATE "sv-SE-x-icu" LIMIT 500`, who.Units)
	return units, s.DB.ReadOrg(ctx, who.OrgID, &b)
}

// Start is what an employee meets: the next APT, notes to catch up with, and what came of what they proposed.
type Start struct {
	Next      []APT
	CatchUp   []APT
	Proposals []Proposal
	News      []News
}

// News is an item of the workplace's APT that has been answered lately.
type News struct {
	APTID    int64
	StartsAt time.Time
	Title    string
	Outcome  string
	Result   string
	At       time.Time
}

// QueueStart queues what an employee's first page shows of APT.
func QueueStart(b *db.Batch, dst *Start, who access.Actor, now time.Time) {
	mine := fmt.Sprintf(`a.unit_id IN `+workplaces, 1, 2)
	db.Many(b, &dst.Next, `SELECT `+columns+fromAPTs+`WHERE `+mine+` AND a.status IN ('planned', 'invited') AND a.ends_at >= $3 ORDER BY a.starts_at LIMIT 1`, who.PersonID, homes(who), now)
	db.Many(b, &dst.CatchUp, `SELECT `+columns+fromAPTs+`WHERE `+mine+` AND a.status = 'published' AND a.published_at > $3::timestamptz - interval '90 days'
		AND NOT EXISTS (SELECT FROM apt_marks k WHERE k.apt_id = a.id AND k.person_id = $1 AND k.read_at IS NOT NULL) ORDER BY a.starts_at DESC LIMIT 3`, who.PersonID, homes(who), now)
	db.Many(b, &dst.Proposals, `SELECT `+proposalColumns+`, '' AS by_name, true AS mine`+fromProposals+`WHERE pr.person_id = $1 ORDER BY pr.id DESC LIMIT 5`, who.PersonID)
	db.Many(b, &dst.News, `SELECT a.id AS apt_id, a.starts_at, i.title, i.outcome, i.result, i.result_at AS at
		FROM apts a JOIN apt_items i ON i.apt_id = a.id WHERE `+mine+` AND a.status = 'published' AND i.result_at > $3::timestamptz - interval '60 days'
		ORDER BY i.result_at DESC LIMIT 3`, who.PersonID, homes(who), now)
}
