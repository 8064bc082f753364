// Package live tells those who follow a meeting that it has changed, and nothing more: what they may see of it, each asks
// for with their own rights. One process holds one connection that listens to Postgres, however many follow; where a
// transaction pooler stands between, it asks for the versions instead.
package live

import (
	"errors"
	"sync"
)

// most is how many may follow at once in one process.
const most = 20_000

// ErrFull says that no more can follow here now.
var ErrFull = errors.New("too many follow")

// Place is one meeting of one organisation.
type Place struct{ Org, Meeting int64 }

// Hub hands out what is heard. It keeps one small channel for each follower and runs nothing for them.
type Hub struct {
	mu    sync.Mutex
	rooms map[Place]*room
	count int
	shut  bool
}

// room is one meeting that somebody follows.
type room struct {
	followers map[chan uint64]struct{}
	version   uint64
}

// New makes a hub that nobody follows yet.
func New() *Hub { return &Hub{rooms: map[Place]*room{}} }

// Subscribe follows one meeting. The channel holds the newest version not yet taken: several changes in a row become one.
// 0 says that something may have been missed. It is closed when the meeting is over or the hub is closed. leave must be
// called, once or more.
func (h *Hub) Subscribe(org, meeting int64) (news <-chan uint64, leave func(), err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.shut || h.count >= most {
		return nil, nil, ErrFull
	}
	at := Place{org, meeting}
	r := h.rooms[at]
	if r == nil {
		r = &room{followers: map[chan uint64]struct{}{}}
		h.rooms[at] = r
	}
	c := make(chan uint64, 1)
	r.followers[c] = struct{}{}
	h.count++
	return c, func() { h.leave(at, c) }, nil
}

func (h *Hub) leave(at Place, c chan uint64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	r := h.rooms[at]
	if r == nil {
		return
	}
	if _, ok := r.followers[c]; !ok {
		return
	}
	delete(r.followers, c)
	h.count--
	if len(r.followers) == 0 {
		delete(h.rooms, at)
	}
}

// Followers is how many follow any meeting here.
func (h *Hub) Followers() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.count
}

// tell hands a version to those who follow the meeting; over: it was the last one.
func (h *Hub) tell(at Place, version uint64, over bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	r := h.rooms[at]
	if r == nil {
		return
	}
	if version > r.version || version == 0 {
		r.version = max(version, r.version)
		for c := range r.followers {
			put(c, version)
		}
	}
	if over {
		h.empty(at, r)
	}
}

// put leaves the newest version in the channel, in place of one that nobody has taken. Only the hub writes, under its lock.
func put(c chan uint64, version uint64) {
	select {
	case <-c:
	default:
	}
	c <- version
}

// empty closes the room. What lies in a closed channel can still be taken.
func (h *Hub) empty(at Place, r *room) {
	for c := range r.followers {
		close(c)
	}
	h.count -= len(r.followers)
	delete(h.rooms, at)
}

// everyone is told that something may have been missed.
func (h *Hub) everyone() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, r := range h.rooms {
		for c := range r.followers {
			put(c, 0)
		}
	}
}

// followed lists the meetings that somebody follows, by organisation.
func (h *Hub) followed() map[int64][]int64 {
	h.mu.Lock()
	defer h.mu.Unlock()
	all := map[int64][]int64{}
	for at := range h.rooms {
		all[at.Org] = append(all[at.Org], at.Meeting)
	}
	return all
}

// Close ends every following, and lets nobody begin.
func (h *Hub) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.shut = true
	for at, r := range h.rooms {
		h.empty(at, r)
	}
}
