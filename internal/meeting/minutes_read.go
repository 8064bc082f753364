package meeting

import (
	"context"
	"slices"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/matter"
)

// MinutesPage is all that the pages of the minutes show, read in one round trip.
type MinutesPage struct {
	Page
	Opened  bool     // the actor has opened what is secret
	Before  int      // the version that the actor read before this one; 0: none
	Changes []Change // what has changed since, when there is such a version
	Readers []Reader // who has read the version that stands
	Phrases []Phrase
}

// Reader is somebody who has read a version.
type Reader struct {
	PersonID int64
	Version  int
	At       time.Time
}

// Minutes reads the minutes of one meeting with what surrounds them. NotFound when the actor may not know of the meeting.
func (s *Service) Minutes(ctx context.Context, who access.Actor, id int64) (MinutesPage, error) {
	if err := who.Require(access.MeetingRead); err != nil {
		return MinutesPage{}, err
	}
	p := MinutesPage{Page: Page{Now: s.Clock.Now()}}
	var b db.Batch
	where, args := Visible(who, 2)
	done := p.Record.queue(&b, id, where, args, clock.DateOf(p.Now))
	if who.May(access.EventsRead) {
		audit.QueueMeeting(&b, &p.Events, id, 100)
	}
	type before struct {
		Version int
		Content []byte
	}
	var read []before
	var opened []bool
	db.Many(&b, &p.Readers, `SELECT person_id, version, at FROM minutes_reads WHERE meeting_id = $1 ORDER BY at`, id)
	db.Many(&b, &read, `
		SELECT v.version, v.content FROM minutes_reads r JOIN minutes_versions v ON v.meeting_id = r.meeting_id AND v.version = r.version
		JOIN   minutes mi ON mi.meeting_id = r.meeting_id WHERE r.meeting_id = $1 AND r.person_id = $2 AND r.version < mi.version ORDER BY r.version DESC LIMIT 1`, id, who.PersonID)
	db.Scalars(&b, &opened, `SELECT true FROM minutes_disclosures WHERE meeting_id = $1 AND person_id = $2`, id, who.PersonID)
	var own []Phrase
	queuePhrases(&b, &own)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return MinutesPage{}, err
	}
	done()
	p.Opened, p.Phrases = len(opened) > 0, Phrases(own)
	if len(read) > 0 && p.Record.Minutes != nil {
		old, err := unfix(id, read[0].Content)
		if err != nil {
			return p, err
		}
		now, err := p.Read()
		if err != nil {
			return p, err
		}
		p.Before, p.Changes = read[0].Version, Differences(old, now)
	}
	return p, nil
}

// HasRead reports whether the person has read the version that stands.
func (p MinutesPage) HasRead(personID int64) bool {
	return p.Record.Minutes != nil && slices.ContainsFunc(p.Readers, func(r Reader) bool { return r.PersonID == personID && r.Version == p.Record.Minutes.Version })
}

// NoteRead notes that the actor has the version that was sent before them, so that a later one can say what changed since.
// Nothing happens when it is noted already.
func (s *Service) NoteRead(ctx context.Context, who access.Actor, id int64, version int) error {
	if err := who.Require(access.MinutesApprove); err != nil {
		return err
	}
	return s.DB.InOrg(ctx, who.OrgID, func(tx *db.OrgTx) error {
		_, err := tx.Exec(ctx, `
			INSERT INTO minutes_reads (meeting_id, person_id, version, at) SELECT meeting_id, $2, version, $4 FROM minutes_versions WHERE meeting_id = $1 AND version = $3
			ON CONFLICT DO NOTHING`, id, who.PersonID, version, s.Clock.Now())
		return err
	})
}

// OpenSecret shows the actor, who is outside the group, what is secret in the minutes; the log says so and why (OSL 10:13-14).
func (s *Service) OpenSecret(ctx context.Context, who access.Actor, id int64, reason string) error {
	if err := who.Require(access.MinutesOpen); err != nil {
		return err
	}
	var f fail.Form
	checkText(&f, "reason", reason, 2000, "minutes.error.secret_why")
	if err := f.Err(); err != nil {
		return err
	}
	return s.change(ctx, who, id, func(c *change) error {
		if c.rec.Minutes == nil {
			return fail.New(fail.NotFound, "error.not_found")
		}
		c.log("meeting.disclosed", 0, "Reason", reason)
		return c.exec(ctx, `INSERT INTO minutes_disclosures (meeting_id, person_id, reason, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`, id, who.PersonID, strings.TrimSpace(reason), c.now)
	})
}

// Change is how one § differs from how it was read before; No 0: the additions.
type Change struct {
	No     int
	Title  string
	Before string
	After  string
}

// Words tells the difference word by word.
func (c Change) Words() []matter.Change { return matter.Compare(c.Before, c.After) }

// Differences lists the §§ that differ, in order, and the additions last.
func Differences(before, after Content) []Change {
	var all []Change
	old := map[int64]Paragraph{}
	for _, x := range before.Paragraph {
		old[x.Item] = x
	}
	for _, x := range after.Paragraph {
		if was, now := said(old[x.Item]), said(x); was != now {
			all = append(all, Change{No: x.No, Title: x.Title, Before: was, After: now})
		}
	}
	if before.Addition != after.Addition {
		all = append(all, Change{Before: before.Addition, After: after.Addition})
	}
	return all
}

// said is what people have written in a §, and what was concluded, as one text to compare.
func said(x Paragraph) string {
	parts := []string{x.Proposal, x.Note}
	for _, p := range x.Positions {
		parts = append(parts, strings.TrimSpace(p.Union+": "+p.Reason))
	}
	parts = append(parts, x.TabledReason)
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n\n")
}
