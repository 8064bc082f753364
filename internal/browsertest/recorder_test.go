package browsertest

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

// A recorder keeps the failures an audit reports instead of failing.
type recorder struct {
	testing.TB
	messages []string
}

func (r *recorder) Errorf(format string, args ...any) {
	r.messages = append(r.messages, fmt.Sprintf(format, args...))
}

func (r *recorder) has(part string) bool {
	for _, m := range r.messages {
		if strings.Contains(m, part) {
			return true
		}
	}
	return false
}

func write(t *testing.T, w io.Writer, s string) {
	t.Helper()
	if _, err := io.WriteString(w, s); err != nil {
		t.Error(err)
	}
}
