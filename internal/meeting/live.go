package meeting

import (
	"context"
	"slices"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// Room is what meeting mode shows.
type Room struct {
	Page
	Earlier []action.Action // the åtgärdslista that the meeting begins with
	Drafts  []Draft         // the actor's own, of what they could not save
}

// Room reads one meeting for meeting mode. NotFound when the actor may not know of it.
func (s *Service) Room(ctx context.Context, who access.Actor, id int64) (Room, error) {
	if err := who.Require(access.MeetingRead); err != nil {
		return Room{}, err
	}
	p := Room{Page: Page{Now: s.Clock.Now()}}
	var b db.Batch
	where, args := Visible(who, 2)
	done := p.Record.queue(&b, id, where, args, clock.DateOf(p.Now))
	action.Queue(&b, &p.Earlier, action.Earlier, id)
	queueDrafts(&b, &p.Drafts, id, who.PersonID)
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Room{}, err
	}
	done()
	return p, nil
}

func queueDrafts(b *db.Batch, dst *[]Draft, id, person int64) {
	db.Many(b, dst, `
		SELECT nd.item_id, nd.note, nd.saved_at FROM note_drafts nd JOIN agenda_items ai ON ai.org_id = nd.org_id AND ai.id = nd.item_id
		WHERE  ai.meeting_id = $1 AND nd.person_id = $2`, id, person)
}

// Draft is what the actor could not save about the item; ok: there is something.
func (r Room) Draft(itemID int64) (Draft, bool) {
	i := slices.IndexFunc(r.Drafts, func(d Draft) bool { return d.ItemID == itemID })
	if i < 0 {
		return Draft{}, false
	}
	return r.Drafts[i], true
}

// Ongoing is how far a meeting has come.
type Ongoing struct {
	GroupID int64
	Status  string
	Version int64
	Mine    bool // a matter of the actor's is on its agenda
}

// Ongoing looks at a meeting without reading it, for the one who follows. NotFound when the actor may not know of it.
func (s *Service) Ongoing(ctx context.Context, who access.Actor, id int64) (o Ongoing, err error) {
	if err := who.Require(access.MeetingRead); err != nil {
		return o, err
	}
	var b db.Batch
	where, args := Visible(who, 3)
	db.One(&b, &o, fail.New(fail.NotFound, "error.not_found"), `
		SELECT me.group_id, me.status, me.live_version AS version,
		       EXISTS (SELECT FROM agenda_items ai JOIN matters m ON m.org_id = ai.org_id AND m.id = ai.matter_id WHERE ai.org_id = me.org_id AND ai.meeting_id = me.id AND m.owner_id = $2) AS mine
		FROM   meetings me WHERE me.id = $1 AND (`+where+`)`, slices.Concat([]any{id, who.PersonID}, args)...)
	return o, s.DB.ReadOrg(ctx, who.OrgID, &b)
}

// Holds refuses with NotFound unless the actor may know of the meeting and the item is on its agenda.
func (s *Service) Holds(ctx context.Context, who access.Actor, id, item int64) error {
	if err := who.Require(access.MeetingRead); err != nil {
		return err
	}
	var b db.Batch
	var found struct{ ID int64 }
	where, args := Visible(who, 3)
	db.One(&b, &found, fail.New(fail.NotFound, "error.not_found"), `
		SELECT me.id FROM meetings me JOIN agenda_items ai ON ai.meeting_id = me.id WHERE me.id = $1 AND ai.id = $2 AND (`+where+`)`,
		slices.Concat([]any{id, item}, args)...)
	return s.DB.ReadOrg(ctx, who.OrgID, &b)
}

// Versions tells how far the organisation's meetings have come, and which are over; for whoever cannot be told by the
// database. It asks nobody's leave: what it tells is told to those who follow the meeting already.
func Versions(ctx context.Context, d *db.DB, org int64, ids []int64) (at map[int64]uint64, over map[int64]bool, err error) {
	var rows []struct {
		ID      int64
		Version int64
		Over    bool
	}
	var b db.Batch
	db.Many(&b, &rows, `SELECT id, live_version AS version, status NOT IN ('planned', 'open') AS over FROM meetings WHERE id = ANY ($1)`, ids)
	if err := d.ReadOrg(ctx, org, &b); err != nil {
		return nil, nil, err
	}
	at, over = map[int64]uint64{}, map[int64]bool{}
	for _, r := range rows {
		at[r.ID], over[r.ID] = uint64(r.Version), r.Over
	}
	return at, over, nil
}
