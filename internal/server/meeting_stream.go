package server

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"samverka/internal/access"
	"samverka/internal/fail"
	"samverka/internal/identity"
	"samverka/internal/meeting"
)

// The stream of a meeting says that there is something new and nothing else: what it is, each follower asks for.
const (
	heartbeat     = 25 * time.Second // proxies close what is silent for a minute
	lookAgain     = 3                // heartbeats between two looks at the follower's rights
	writeWithin   = 10 * time.Second
	mostStreams   = 8 // of one person, in this process: tabs, phone and the screen in the room
	reconnectTime = 3 * time.Second
)

// streams are those that each person follows, by organisation and person. A stream's channel asks it to look at its
// follower's rights now.
type streams struct {
	mu sync.Mutex
	of map[[2]int64]map[chan struct{}]struct{}
}

// enter answers false when the person follows as much as one may.
func (s *streams) enter(org, person int64) (look chan struct{}, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := [2]int64{org, person}
	if len(s.of[k]) >= mostStreams {
		return nil, false
	}
	if s.of == nil {
		s.of = map[[2]int64]map[chan struct{}]struct{}{}
	}
	if s.of[k] == nil {
		s.of[k] = map[chan struct{}]struct{}{}
	}
	look = make(chan struct{}, 1)
	s.of[k][look] = struct{}{}
	return look, true
}

func (s *streams) leave(org, person int64, look chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := [2]int64{org, person}
	if delete(s.of[k], look); len(s.of[k]) == 0 {
		delete(s.of, k)
	}
}

// look asks the person's streams, or with 0 all of the organisation's, to look at their followers' rights at once.
func (s *streams) look(org, person int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for k, all := range s.of {
		if k[0] != org || person != 0 && k[1] != person {
			continue
		}
		for c := range all {
			select {
			case c <- struct{}{}:
			default: // asked already
			}
		}
	}
}

// looked lets the streams look again once a request has changed what people may: one's own visit, or the organisation's
// people and mandates. Streams of other processes look every now and then.
func (s *Server) looked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, path := visitOf(r), r.URL.Path
		next.ServeHTTP(w, r)
		switch {
		case r.Method != http.MethodPost || v.who.OrgID == 0:
		case path == "/logga-ut" || path == "/valj-roll" || path == "/valj-organisation" || strings.HasPrefix(path, "/konto/"):
			s.streams.look(v.who.OrgID, v.who.PersonID)
		case strings.HasPrefix(path, "/organisation/") || strings.HasPrefix(path, "/installningar/"):
			s.streams.look(v.who.OrgID, 0)
		}
	})
}

// isStream tells the requests that stay open: no deadline is set for them, and nothing gathers what they write.
func isStream(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.HasPrefix(r.URL.Path, "/moten/") && strings.HasSuffix(r.URL.Path, "/strom")
}

// meetingStream follows one meeting. To whom it is over, or to whom nothing can be said here, it answers 204: a browser
// does not ask again.
func (s *Server) meetingStream(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r, "id")
	if err != nil {
		return err
	}
	o, err := s.following(r, id)
	if err != nil {
		return err
	}
	if s.Live == nil || o.Status != "open" || r.Method != http.MethodGet {
		w.WriteHeader(http.StatusNoContent)
		return nil
	}
	who := actor(r)
	look, ok := s.streams.enter(who.OrgID, who.PersonID)
	if !ok {
		return tooMany(w)
	}
	defer s.streams.leave(who.OrgID, who.PersonID, look)
	news, leave, err := s.Live.Subscribe(who.OrgID, id)
	if err != nil {
		return tooMany(w)
	}
	defer leave()
	f := follower{rc: http.NewResponseController(w), w: w}
	if err := f.begin(uint64(o.Version)); err != nil {
		return nil // the browser left
	}
	s.follow(r, id, f, news, look)
	return nil
}

func tooMany(w http.ResponseWriter) error {
	w.Header().Set("Retry-After", "30")
	http.Error(w, "", http.StatusTooManyRequests)
	return nil
}

// following refuses with NotFound whoever may not see the meeting as it goes.
func (s *Server) following(r *http.Request, id int64) (meeting.Ongoing, error) {
	who := actor(r)
	o, err := s.Meeting.Ongoing(r.Context(), who, id)
	if err == nil && !followsGroup(who, o.GroupID, o.Mine) {
		return o, fail.New(fail.NotFound, "error.not_found")
	}
	return o, err
}

// follow says what is heard until the browser leaves, the visit or the meeting ends, or the server does.
func (s *Server) follow(r *http.Request, id int64, f follower, news <-chan uint64, look <-chan struct{}) {
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for n := 1; ; {
		var err error
		select {
		case <-r.Context().Done():
			return
		case <-s.drained:
			_ = f.say("event: slut\ndata: omstart\n\n")
			return
		case v, open := <-news:
			if !open {
				_ = f.say("event: slut\ndata: mote\n\n")
				return
			}
			err = f.say(fmt.Sprintf("event: andrat\ndata: %d\n\n", v))
		case <-look:
			if !s.mayGoOn(r, id) {
				_ = f.say("event: slut\ndata: besok\n\n")
				return
			}
		case <-beat.C:
			if n++; n%lookAgain == 0 && !s.mayGoOn(r, id) {
				_ = f.say("event: slut\ndata: besok\n\n")
				return
			}
			err = f.say(": \n\n")
		}
		if err != nil {
			return
		}
	}
}

// mayGoOn asks anew who it is and what they may: a visit that has ended, a mandate that has, or a meeting that has ends the
// stream. When the database does not answer, the next look will tell.
func (s *Server) mayGoOn(r *http.Request, id int64) bool {
	v := visitOf(r)
	_, who, err := s.Identity.Load(r.Context(), v.tokenHash)
	if errors.Is(err, identity.ErrNoSession) || err == nil && (who.Role != v.who.Role || who.OrgID != v.who.OrgID) {
		return false
	}
	if err != nil {
		return true
	}
	o, err := s.Meeting.Ongoing(r.Context(), who, id)
	if k := fail.KindOf(err); err != nil {
		return k != fail.NotFound && k != fail.Forbidden
	}
	return o.Status == "open" && followsGroup(who, o.GroupID, o.Mine)
}

// followsGroup is follows for whoever has not read the meeting.
func followsGroup(who access.Actor, group int64, mine bool) bool {
	switch who.Role {
	case access.Employee, access.Admin, access.Negotiator:
		return false
	case access.Manager:
		return who.InGroup(group) || mine
	}
	return true
}

// follower writes to one browser.
type follower struct {
	rc *http.ResponseController
	w  io.Writer
}

// begin lets the answer stay open and says how far the meeting has come.
func (f follower) begin(version uint64) error {
	if err := f.rc.SetReadDeadline(time.Time{}); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	h := f.w.(http.ResponseWriter).Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("X-Accel-Buffering", "no")
	return f.say(fmt.Sprintf("retry: %d\nevent: andrat\ndata: %d\n\n", reconnectTime.Milliseconds(), version))
}

// say writes and sends at once. A browser that takes nothing is given up.
func (f follower) say(text string) error {
	if err := f.rc.SetWriteDeadline(time.Now().Add(writeWithin)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	if _, err := io.WriteString(f.w, text); err != nil {
		return err
	}
	if err := f.rc.Flush(); err != nil {
		return err
	}
	if err := f.rc.SetWriteDeadline(time.Time{}); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	return nil
}
