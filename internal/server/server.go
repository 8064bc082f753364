// Package server is the one edge: routes, forms, pages, and the one table from refusals to HTTP. A handler parses, calls one
// operation and renders or redirects; it returns an error instead of writing one. It knows no SQL.
package server

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"samverka/internal/action"
	"samverka/internal/apt"
	"samverka/internal/booking"
	"samverka/internal/clock"
	"samverka/internal/dossier"
	"samverka/internal/feed"
	"samverka/internal/followup"
	"samverka/internal/guidance"
	"samverka/internal/identity"
	"samverka/internal/importer"
	"samverka/internal/learning"
	"samverka/internal/live"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/notify"
	"samverka/internal/organisation"
	"samverka/internal/overview"
	"samverka/internal/process"
	"samverka/internal/retention"
	"samverka/internal/yearplan"
)

// Deps is all that the edge stands on.
type Deps struct {
	Log            *slog.Logger // nil: slog.Default
	Clock          clock.Clock
	BaseURL        string                                                     // the address that people see, without a slash at the end
	Demo           bool                                                       // the role picker stands instead of sign-in, and a banner on every page
	Secure         bool                                                       // served over https: cookies and headers say so
	TrustedProxies []netip.Prefix                                             // whose X-Forwarded-For is believed
	RequestLimit   int                                                        // requests per minute and client; 0: no limit
	Timeout        time.Duration                                              // for one request; 0: 15 s
	Ready          []func(context.Context) error                              // what must hold before traffic is sent here
	Observe        func(method, route string, status int, took time.Duration) // is told of every answer; nil: nobody
	ReadOnly       func() bool                                                // whether nothing may be written for now, as on a full disk; nil: never

	Identity     *identity.Service
	Organisation *organisation.Service
	Matter       *matter.Service
	Process      *process.Service
	Meeting      *meeting.Service
	Dossier      *dossier.Service
	Guidance     *guidance.Service
	Feed         *feed.Service
	Action       *action.Service
	APT          *apt.Service
	Overview     *overview.Service
	Retention    *retention.Service
	Booking      *booking.Service
	Year         *yearplan.Service
	Learning     *learning.Service
	FollowUp     *followup.Service
	Outbox       *notify.Outbox
	Mail         *notify.Settings
	Importer     *importer.Service
	Live         *live.Hub // nil: nobody is told of changes; pages are loaded anew
}

// Server is the product over HTTP.
type Server struct {
	Deps
	router   *chi.Mux
	handler  http.Handler
	draining atomic.Bool
	drain    sync.Once
	drained  chan struct{} // closed when nothing new should begin and what stays open should end
	streams  streams
}

// New makes the handler of everything.
func New(d Deps) *Server {
	if d.Log == nil {
		d.Log = slog.Default()
	}
	if d.Timeout == 0 {
		d.Timeout = 15 * time.Second
	}
	s := &Server{Deps: d, router: chi.NewRouter(), drained: make(chan struct{})}
	s.router.Use(middleware.GetHead, s.logged, s.looked)
	s.routes(s.router)
	s.handler = s.around(s.router)
	return s
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Drain makes /readyz answer 503 from now on, so that no new traffic is sent here, and ends the streams.
func (s *Server) Drain() {
	s.draining.Store(true)
	s.drain.Do(func() { close(s.drained) })
}

var errDraining = errors.New("draining")
