package meeting

import (
	"context"
	"slices"
	"sync"
	"time"

	"samverka/internal/access"
	"samverka/internal/action"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
)

// When a meeting changes, everybody who follows it looks again at once. What is known of it is the same for all of them, and
// is read once; what each may see of it is asked for each, and decided by the page.
const (
	sharedFor  = 2 * time.Second // how long a reading may be used by others
	sharedMost = 512             // meetings
)

// shared is one reading of a meeting.
type shared struct {
	version int64 // at least this
	at      time.Time
	ready   chan struct{} // closed when room and err are there
	room    Room
	err     error
}

type sharedKey struct{ org, meeting int64 }

// sharedRooms are the readings that others may use. The zero value holds none.
type sharedRooms struct {
	mu sync.Mutex
	of map[sharedKey]*shared
}

// get finds a reading of at least the version, or begins one: then read is true.
func (s *sharedRooms) get(k sharedKey, version int64, now time.Time) (r *shared, read bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r = s.of[k]; r != nil && r.version >= version && now.Sub(r.at) < sharedFor {
		return r, false
	}
	if s.of == nil || len(s.of) >= sharedMost {
		s.of = map[sharedKey]*shared{}
	}
	r = &shared{version: version, at: now, ready: make(chan struct{})}
	s.of[k] = r
	return r, true
}

// Follow is Room for whoever looks again. What it shows of matters may be two seconds old.
func (s *Service) Follow(ctx context.Context, who access.Actor, id int64) (Room, error) {
	if err := who.Require(access.MeetingRead); err != nil {
		return Room{}, err
	}
	var b db.Batch
	var now struct{ Version int64 }
	var drafts []Draft
	where, args := Visible(who, 2)
	db.One(&b, &now, fail.New(fail.NotFound, "error.not_found"), `SELECT me.live_version AS version FROM meetings me WHERE me.id = $1 AND (`+where+`)`, slices.Concat([]any{id}, args)...)
	if who.May(access.MeetingRun) {
		queueDrafts(&b, &drafts, id, who.PersonID)
	}
	if err := s.DB.ReadOrg(ctx, who.OrgID, &b); err != nil {
		return Room{}, err
	}
	r, read := s.rooms.get(sharedKey{who.OrgID, id}, now.Version, s.Clock.Now())
	if read {
		s.readShared(context.WithoutCancel(ctx), who.OrgID, id, r)
	}
	select {
	case <-r.ready:
	case <-ctx.Done():
		return Room{}, ctx.Err()
	}
	room := r.room
	room.Drafts, room.Now = drafts, s.Clock.Now()
	return room, r.err
}

// readShared reads the meeting for all who wait for it. Whether each may know of it has been asked.
func (s *Service) readShared(ctx context.Context, org, id int64, r *shared) {
	defer close(r.ready)
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	var b db.Batch
	done := r.room.Record.queue(&b, id, "true", nil, clock.DateOf(r.at))
	action.Queue(&b, &r.room.Earlier, action.Earlier, id)
	if r.err = s.DB.ReadOrg(ctx, org, &b); r.err == nil {
		done()
	}
}
