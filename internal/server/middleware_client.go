package server

import (
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// clientAddress is where the request comes from. X-Forwarded-For is believed only from a proxy that we were told of, and
// then only its last entry that is not such a proxy itself: what stands before it the client may have written.
func (s *Server) clientAddress(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if !s.trusted(host) {
		return host
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0; i-- {
		hop := strings.TrimSpace(hops[i])
		if _, err := netip.ParseAddr(hop); err != nil {
			return host
		}
		host = hop
		if !s.trusted(hop) {
			break
		}
	}
	return host
}

func (s *Server) trusted(host string) bool {
	addr, err := netip.ParseAddr(host)
	if err != nil {
		return false
	}
	for _, p := range s.TrustedProxies {
		if p.Contains(addr.Unmap()) {
			return true
		}
	}
	return false
}

// limitedBody is a body under the general limit, which remembers the whole for a route that allows more.
type limitedBody struct {
	io.ReadCloser
	whole io.ReadCloser
}

func limitForms(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Body != nil && r.Body != http.NoBody {
			r.Body = &limitedBody{http.MaxBytesReader(w, r.Body, bodyLimit), r.Body}
		}
		next.ServeHTTP(w, r)
	})
}
