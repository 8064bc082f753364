// Package metrics counts and times what the program does, in the text that Prometheus reads. No label holds the name or the
// number of an organisation, and no address that names a thing: routes stand as they were registered.
package metrics

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"samverka/internal/db"
)

// Metrics is one process's measurements.
type Metrics struct {
	registry *prometheus.Registry
	requests *prometheus.HistogramVec
	mails    *prometheus.CounterVec
}

// New measures what works on d.
func New(d *db.DB) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "samverka_request_seconds", Help: "Time to answer a page.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}}, []string{"method", "route", "status"}),
		mails: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "samverka_mails_total", Help: "Mails that this process has settled, by what became of them."},
			[]string{"state"}),
	}
	m.registry.MustRegister(m.requests, m.mails, pool{d}, work{d}, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Handler writes the measurements.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{ErrorHandling: promhttp.ContinueOnError})
}

// Request notes one answer. route is the pattern that it was registered with; "" is an address that leads nowhere.
func (m *Metrics) Request(method, route string, status int, took time.Duration) {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost:
	default:
		method = "other" // whatever a stranger writes there is no label
	}
	if route == "" {
		route = "none"
	}
	m.requests.WithLabelValues(method, route, strconv.Itoa(status)).Observe(took.Seconds())
}

// Mail notes what became of one mail: sent, failed, unclear …
func (m *Metrics) Mail(state string) { m.mails.WithLabelValues(state).Inc() }
