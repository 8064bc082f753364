package dossier

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"samverka/internal/clock"
	"samverka/internal/matter"
)

// Moment is one thing that happened, or one day that came.
type Moment struct {
	At    time.Time
	Day   bool // only the day counts: a last day that has passed
	Event      // Kind "": a day that came
	Union string
	Sort  Sort
	Stage Stage
	Item  matter.Item // the treatment it belongs to; ID 0: none
}

// Moments is the story in the order in which it happened, each moment in its stage.
func (st Story) Moments() []Moment {
	var ms []Moment
	for _, e := range st.Events {
		m := Moment{At: e.At, Event: e, Sort: SortOf(e.Kind)}
		for _, it := range st.Items {
			if it.MeetingID == e.MeetingID {
				m.Item = it
			}
		}
		ms = append(ms, m)
	}
	ms = append(ms, st.windows()...)
	slices.SortFunc(ms, func(a, b Moment) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.Seq, b.Seq), cmp.Compare(a.Union, b.Union))
	})
	stages(ms)
	return ms
}

// rank orders what has the same time, as what one press of a button led to has: a day that came was over before anything
// happened on the next one; a matter begins before it is judged, and a decision is taken before it deviates. Else the log's
// own order holds.
func (m Moment) rank() int {
	switch m.Kind {
	case "":
		return 0
	case "matter.created":
		return 1
	case "matter.deviation", "matter.board_deviated":
		return 3
	}
	return 2
}

// windows are the days when a union could no longer request central negotiation (MBL 14 §; the limit is the agreement's):
// those that have come, and passed without a request or a waiver.
func (st Story) windows() []Moment {
	var ms []Moment
	over := func(union string, unionID int64, until clock.Date, waived *time.Time, it matter.Item) {
		end := until.Add(1).Start()
		if until.IsZero() || waived != nil || end.After(st.Now) || st.requested(unionID, end) {
			return
		}
		ms = append(ms, Moment{At: end, Day: true, Union: union, Sort: Negotiation, Item: it})
	}
	for _, p := range st.Positions {
		if it, ok := st.Item(p.ItemID); ok && p.Stance == matter.Disagrees {
			over(p.UnionName, p.UnionID, p.WindowUntil, p.WaivedAt, it)
		}
	}
	for _, t := range st.Tracks {
		if t.Negotiation() && t.Kind != matter.KindMBL14 {
			over(t.UnionName, t.UnionID, t.WindowUntil, t.WaivedAt, matter.Item{})
		}
	}
	return ms
}

// requested reports whether the union had requested central negotiation before end.
func (st Story) requested(unionID int64, end time.Time) bool {
	return slices.ContainsFunc(st.Tracks, func(t matter.Track) bool {
		return t.Kind == matter.KindMBL14 && t.UnionID == unionID && t.RequestedAt != nil && t.RequestedAt.Before(end)
	})
}

// Count is how long before the meeting something went out, beside what the agreement asks for.
type Count struct {
	Days  int
	Asked int // at least so many, by the agreement
}

// Kept reports whether it was in time.
func (c Count) Kept() bool { return c.Days >= c.Asked }

// Count is the days that a notice or papers went out ahead; ok: it is such a moment.
func (st Story) Count(m Moment) (c Count, ok bool) {
	days, err := strconv.Atoi(m.Detail["Days"])
	if err != nil || m.Item.ID == 0 {
		return c, false
	}
	day := m.Item.Day()
	switch m.Kind {
	case "meeting.notice_sent":
		return Count{days, st.Agreement.NoticeBy(day, m.Item.Extra).DaysUntil(day)}, true
	case "meeting.papers_sent":
		return Count{days, st.Agreement.PapersBy(day, m.Item.Extra).DaysUntil(day)}, true
	}
	return c, false
}

// Of are the moments of one sort; the zero sort is all.
func Of(ms []Moment, s Sort) []Moment {
	if s == "" {
		return ms
	}
	return slices.DeleteFunc(slices.Clone(ms), func(m Moment) bool { return m.Sort != s })
}

// Counts says how many moments there are of each sort.
func Counts(ms []Moment) map[Sort]int {
	n := map[Sort]int{}
	for _, m := range ms {
		n[m.Sort]++
	}
	return n
}

// Chapter is a stretch of the story in one stage.
type Chapter struct {
	Stage   Stage
	Moments []Moment
}

// From and To are the chapter's first and last day.
func (c Chapter) From() clock.Date { return clock.DateOf(c.Moments[0].At) }

// To is the chapter's last day.
func (c Chapter) To() clock.Date { return clock.DateOf(c.Moments[len(c.Moments)-1].At) }

// Chapters parts the moments where the stage changes.
func Chapters(ms []Moment) []Chapter {
	var cs []Chapter
	for _, m := range ms {
		if n := len(cs); n == 0 || cmp.Compare(cs[n-1].Stage, m.Stage) != 0 {
			cs = append(cs, Chapter{Stage: m.Stage})
		}
		cs[len(cs)-1].Moments = append(cs[len(cs)-1].Moments, m)
	}
	return cs
}
