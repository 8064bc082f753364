package bench

import (
	"bytes"
	"context"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Floor is the least that a meeting page can be (performance.md, limit d): four reads in one batch, nobody signed in, no
// row security, no rights, and the HTML. What the product's page costs is measured against it.
type Floor struct{ Pool *pgxpool.Pool }

type floorMeeting struct {
	Group, Place, Status, Chair string
	Starts, StartsISO           string
	Items                       []floorRow
	People                      []floorPerson
}

type floorRow struct {
	ID                                             int64
	Title, Class, Status, Note, IDText, MatterText string
	Positions                                      []floorPosition
}

type floorPerson struct{ Name, Union, Presence string }

type floorPosition struct{ Union, Stance, Reason string }

const (
	floorMeetingSQL = `SELECT g.name, me.place, me.status, c.name, me.starts_at FROM meetings me JOIN groups g ON g.id = me.group_id JOIN people c ON c.id = g.chair_id WHERE me.id = $1`
	floorItemsSQL   = `SELECT id, title, class, status, note, coalesce(matter_id, 0) FROM agenda_items WHERE org_id = $2 AND meeting_id = $1 ORDER BY position, id`
	floorPeopleSQL  = `SELECT pe.name, coalesce(un.name, ''), a.presence FROM attendances a JOIN people pe ON pe.id = a.person_id
		LEFT JOIN LATERAL (SELECT u.name FROM mandates ma JOIN meetings me ON me.id = a.meeting_id JOIN unions u ON u.id = ma.union_id
			WHERE ma.org_id = $2 AND ma.group_id = me.group_id AND ma.person_id = a.person_id LIMIT 1) un ON true
		WHERE a.org_id = $2 AND a.meeting_id = $1 ORDER BY pe.name`
	floorPositionsSQL = `SELECT po.item_id, un.name, po.stance, po.reason FROM agenda_items ai JOIN positions po ON po.org_id = $2 AND po.item_id = ai.id JOIN unions un ON un.id = po.union_id
		WHERE ai.org_id = $2 AND ai.meeting_id = $1 AND po.superseded_at IS NULL ORDER BY ai.position, ai.id, po.id`
)

var floorBuffers = sync.Pool{New: func() any { b := new(bytes.Buffer); b.Grow(64 << 10); return b }}

// ServeHTTP implements http.Handler for /moten/{id}?org={org}.
func (f Floor) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id, _ := strconv.ParseInt(strings.TrimPrefix(r.URL.Path, "/moten/"), 10, 64)
	org, _ := strconv.ParseInt(r.URL.RawQuery, 10, 64)
	m, err := f.read(r.Context(), id, org)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	b := floorBuffers.Get().(*bytes.Buffer)
	defer floorBuffers.Put(b)
	b.Reset()
	if err := floorPage(m).Render(r.Context(), b); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(b.Len()))
	_, _ = w.Write(b.Bytes())
}

func (f Floor) read(ctx context.Context, id, org int64) (*floorMeeting, error) {
	m := &floorMeeting{Items: make([]floorRow, 0, 24), People: make([]floorPerson, 0, 16)}
	var b pgx.Batch
	b.Queue(floorMeetingSQL, id).QueryRow(func(row pgx.Row) error {
		var at time.Time
		err := row.Scan(&m.Group, &m.Place, &m.Status, &m.Chair, &at)
		m.Starts, m.StartsISO = at.Format("2 Jan 2006 15.04"), at.Format("2006-01-02T15:04")
		return err
	})
	b.Queue(floorItemsSQL, id, org).Query(m.scanItems)
	b.Queue(floorPeopleSQL, id, org).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			var p floorPerson
			if err := rows.Scan(&p.Name, &p.Union, &p.Presence); err != nil {
				return err
			}
			m.People = append(m.People, p)
		}
		return rows.Err()
	})
	b.Queue(floorPositionsSQL, id, org).Query(m.scanPositions)
	return m, f.Pool.SendBatch(ctx, &b).Close()
}

func (m *floorMeeting) scanItems(rows pgx.Rows) error {
	for rows.Next() {
		var it floorRow
		var matter int64
		if err := rows.Scan(&it.ID, &it.Title, &it.Class, &it.Status, &it.Note, &matter); err != nil {
			return err
		}
		it.IDText, it.MatterText = strconv.FormatInt(it.ID, 10), strconv.FormatInt(matter, 10)
		m.Items = append(m.Items, it)
	}
	return rows.Err()
}

func (m *floorMeeting) scanPositions(rows pgx.Rows) error {
	i := 0
	for rows.Next() {
		var item int64
		var p floorPosition
		if err := rows.Scan(&item, &p.Union, &p.Stance, &p.Reason); err != nil {
			return err
		}
		for i < len(m.Items) && m.Items[i].ID != item {
			i++
		}
		if i < len(m.Items) {
			m.Items[i].Positions = append(m.Items[i].Positions, p)
		}
	}
	return rows.Err()
}
