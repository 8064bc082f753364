package server

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/db"
	"samverka/internal/matter"
)

// mostBytes is how much of a page may be sent, compressed: what fits in the first round trip.
const mostBytes = 14 << 10

// A matter with a long history and a long risk assessment still fits.
func TestMatterPagesAreSmall(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	who := st.who(st.org, access.Manager)
	id := st.ids["matter"]
	var rows []matter.RiskRow
	for i := range 25 {
		rows = append(rows, matter.RiskRow{Area: matter.RiskAreas[i%len(matter.RiskAreas)], Source: fmt.Sprintf("Risk nummer %d som beskrivs med några ord om vad som kan hända", i),
			Probability: 1 + i%5, Consequence: 1 + i%4, Measure: fmt.Sprintf("Åtgärd %d som någon ska göra", i), ResponsibleID: who.PersonID, DueOn: stageDay.Add(i)})
	}
	st.risk(who, id, rows...)
	st.ok(st.db.InOrg(st.ctx, st.org, func(tx *db.OrgTx) error {
		var events []audit.Event
		for i := range 200 {
			events = append(events, audit.Event{Kind: "matter.negotiation_ended", MatterID: id, Detail: map[string]string{"Track": fmt.Sprintf("MBL 11 Organisation %d", i), "Manner": "agreement"}})
		}
		return audit.Write(st.ctx, tx, who, st.clock.Now(), events...)
	}))
	path := matterURL(id, "")
	for _, page := range []string{path, path + "/riskbedomning", path + "/plan", path + "/forslag", "/arenden", "/arenden/ny", draftURL(st.ids["draft"], "4")} {
		if got := st.compressed(page); got > mostBytes {
			t.Errorf("%s: %d bytes sent, want at most %d", page, got, mostBytes)
		} else {
			t.Logf("%s: %d bytes", page, got)
		}
	}
}

// compressed is how many bytes of the page the manager's browser gets.
func (st *stage) compressed(path string) int {
	st.t.Helper()
	r := httptest.NewRequest(http.MethodGet, "http://samverka.test"+path, nil)
	r.Header.Set("Accept-Encoding", "gzip")
	got := st.as(access.Manager).send(r)
	if got.status != http.StatusOK {
		st.t.Fatalf("%s: %d", path, got.status)
	}
	if got.header.Get("Content-Encoding") == "gzip" {
		return len(got.body)
	}
	n := &counter{}
	z := gzip.NewWriter(n)
	_, err := io.WriteString(z, got.body)
	st.ok(err)
	st.ok(z.Close())
	return n.n
}

type counter struct{ n int }

func (c *counter) Write(p []byte) (int, error) {
	c.n += len(p)
	return len(p), nil
}
