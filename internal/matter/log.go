package matter

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// The kinds of entries in a negotiation's log.
const (
	EntryCalled  = "called"  // called or invited
	EntryMet     = "met"     // met, with whom
	EntryOffer   = "offer"   // the employer's
	EntryDemand  = "demand"  // the union's
	EntryNotice  = "notice"  // written notice of withdrawal
	EntryMinutes = "minutes" // where the minutes are
	EntryNote    = "note"
)

// EntryKinds lists what a party may write: an offer is the employer's, a demand the union's.
func EntryKinds(role access.Role) []string {
	if role == access.UnionRep {
		return []string{EntryCalled, EntryMet, EntryDemand, EntryNotice, EntryMinutes, EntryNote}
	}
	return []string{EntryCalled, EntryMet, EntryOffer, EntryNotice, EntryMinutes, EntryNote}
}

// Entry is one line of a negotiation's log. It is never changed: a correction is a new one.
type Entry struct {
	ID          int64
	Kind        string
	HappenedOn  clock.Date
	Counterpart string // with whom
	Body        string
	Reference   string // of the minutes
	AuthorName  string
	AuthorRole  string
	CreatedAt   time.Time
	CorrectsID  int64 // the entry that this one corrects; 0: none
}

// EntryForm is an entry as it is written.
type EntryForm struct {
	Kind        string
	HappenedOn  clock.Date
	Counterpart string
	Body        string
	Reference   string
	CorrectsID  int64
}

func (e EntryForm) check(role access.Role, today clock.Date) error {
	var f fail.Form
	if !slices.Contains(EntryKinds(role), e.Kind) {
		f.Add("kind", "matter.error.entry_kind")
	}
	switch {
	case e.HappenedOn.IsZero():
		f.Add("happened_on", "matter.error.date_needed")
	case e.HappenedOn.After(today):
		f.Add("happened_on", "matter.error.date_future")
	}
	checkText(&f, "counterpart", e.Counterpart, 500, needed(e.Kind == EntryMet, "matter.error.counterpart_needed"))
	checkText(&f, "body", e.Body, 10000, "matter.error.body_needed")
	checkText(&f, "reference", e.Reference, 200, needed(e.Kind == EntryMinutes, "matter.error.reference_needed"))
	return f.Err()
}

// TrackPage is the page of one negotiation: where it stands and its log, the oldest entry first.
type TrackPage struct {
	Record
	Now     time.Time
	Track   Track
	Entries []Entry
	Write   bool // the reader is a party
	End     bool // the reader may end it
}

// TrackRef names a negotiation in an address: its id, or the kind and the union of one that has arisen by itself.
func TrackRef(t Track) string {
	if t.ID != 0 {
		return strconv.FormatInt(t.ID, 10)
	}
	return t.Kind + "-" + strconv.FormatInt(t.UnionID, 10)
}

// NegotiationBy finds the negotiation that ref names.
func (r Record) NegotiationBy(ref string, now time.Time) (Track, bool) {
	kind, union, derived := strings.Cut(ref, "-")
	ts := r.AllTracks(now)
	slices.Reverse(ts) // of a union's several, the newest
	return find(ts, func(t Track) bool {
		if derived {
			return t.Negotiation() && t.Kind == kind && strconv.FormatInt(t.UnionID, 10) == union
		}
		return t.Negotiation() && t.ID != 0 && strconv.FormatInt(t.ID, 10) == ref
	})
}

// SeesLog reports whether the actor may read the negotiation's log: its parties and those who answer for negotiations, never
// another union (handbook 2).
func (r Record) SeesLog(who access.Actor, t Track) bool {
	return r.party(who, t) || who.Role == access.HR
}

// party reports whether the actor negotiates: for the employer, or for the union.
func (r Record) party(who access.Actor, t Track) bool {
	switch who.Role {
	case access.Manager:
		return who.PersonID == r.OwnerID
	case access.Negotiator:
		return true
	case access.UnionRep:
		return who.Represents(t.UnionID)
	}
	return false
}

// Negotiation reads the page of one negotiation. NotFound when there is none, or the actor may not read its log.
func (s *Service) Negotiation(ctx context.Context, who access.Actor, id int64, ref string) (TrackPage, error) {
	if err := who.Require(access.MatterRead); err != nil {
		return TrackPage{}, err
	}
	p := TrackPage{Now: s.Clock.Now()}
	var b db.Batch
	where, args := Visible(who, 2)
	assemble := Queue(&b, `SELECT m.id FROM matters m WHERE m.id = $1 AND `+where, slices.Concat([]any{id}, args), clock.DateOf(p.Now))
	number, _ := strconv.ParseInt(ref, 10, 64)
	kind, union, _ := strings.Cut(ref, "-")
	unionID, _ := strconv.ParseInt(union, 10, 64)
	db.Many(&b, &p.Entries, `
		SELECT e.id, e.kind, e.happened_on, e.counterpart, e.body, e.reference, pe.name AS author_name, e.author_role, e.created_at, coalesce(e.corrects_id, 0) AS corrects_id
		FROM   negotiation_entries e JOIN people pe ON pe.id = e.author_id
		WHERE  e.track_id = (SELECT t.id FROM tracks t WHERE t.matter_id = $1 AND (t.id = $2 OR t.kind = $3 AND t.union_id = $4) ORDER BY t.id DESC LIMIT 1)
		ORDER  BY e.id`, id, number, kind, unionID)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return TrackPage{}, err
	}
	rs := assemble()
	if len(rs) == 0 {
		return TrackPage{}, fail.New(fail.NotFound, "error.not_found")
	}
	p.Record = rs[0]
	t, ok := p.NegotiationBy(ref, p.Now)
	if !ok || !p.SeesLog(who, t) {
		return TrackPage{}, fail.New(fail.NotFound, "error.not_found")
	}
	p.Track, p.Write = t, p.party(who, t)
	p.End = p.Write && who.May(access.NegotiationEnd) && p.Status == "open" && p.negotiationOpen(t, p.Now)
	return p, nil
}

// LogEntry writes an entry into the negotiation's log, and returns the track: one that had only arisen by itself begins by
// it. The parties may, also after the negotiation has ended: minutes come later.
func (s *Service) LogEntry(ctx context.Context, who access.Actor, id int64, ref string, e EntryForm) (track int64, err error) {
	if err := who.Require(access.NegotiationLog); err != nil {
		return 0, err
	}
	if err := e.check(who.Role, clock.Today(s.Clock)); err != nil {
		return 0, err
	}
	err = s.change(ctx, who, id, func(c *change) error {
		t, ok := c.rec.NegotiationBy(ref, c.now)
		switch {
		case !ok || !c.rec.SeesLog(who, t):
			return fail.New(fail.NotFound, "error.not_found")
		case t.Void():
			return fail.New(fail.Invalid, "matter.error.no_negotiation")
		}
		if track = t.ID; track == 0 {
			var err error
			if track, err = c.openNegotiation(ctx, t.Kind, Union{t.UnionID, t.UnionName}, t.Origin); err != nil {
				return err
			}
		}
		c.log("matter.negotiation_logged", "Track", t.Label())
		return c.addEntry(ctx, track, e)
	})
	return track, err
}

func (c *change) addEntry(ctx context.Context, track int64, e EntryForm) error {
	tag, err := c.tx.Exec(ctx, `
		INSERT INTO negotiation_entries (track_id, kind, happened_on, counterpart, body, reference, author_id, author_role, created_at, corrects_id)
		SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, nullif($10::bigint, 0)
		WHERE  $10 = 0 OR EXISTS (SELECT FROM negotiation_entries x WHERE x.id = $10 AND x.track_id = $1)`,
		track, e.Kind, e.HappenedOn, strings.TrimSpace(e.Counterpart), strings.TrimSpace(e.Body), strings.TrimSpace(e.Reference),
		c.who.PersonID, string(c.who.Role), c.now, e.CorrectsID)
	if err == nil && tag.RowsAffected() == 0 {
		return fail.New(fail.NotFound, "error.not_found")
	}
	if err != nil {
		return fmt.Errorf("writing in a negotiation's log: %w", err)
	}
	return nil
}
