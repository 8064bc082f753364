package proptest

import (
	"strings"
	"time"

	"pgregory.net/rapid"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/matter"
)

// What people write, mostly well.
var texts = []string{"Vi föreslår sex veckor i taget.", "Ja", "Nej, för kort varsel", "", " ", "\t\n", "\u00a0", strings.Repeat("å", 20001), "Emma 19121212-1212 är sjuk",
	"noll\x00tecken", "trasig \xff byte", "'; DROP TABLE matters; --", "{\"a\": 1}", "😀 e\u0301"}

func (w *world) text(label string) string {
	if w.chance(4, 5) {
		return texts[0]
	}
	return rapid.SampledFrom(texts).Draw(w.t, label)
}

// chance is true n times of m.
func (w *world) chance(n, m int) bool { return rapid.IntRange(1, m).Draw(w.t, "chance") <= n }

func pick[T any](w *world, of []T, label string) T { return rapid.SampledFrom(of).Draw(w.t, label) }

// foreign are ids that are nobody's, or another organisation's.
var foreign = []int64{0, -1, 1, 2, 1 << 40, 1<<63 - 1}

// orForeign is id, and now and then a foreign one.
func (w *world) orForeign(id int64) int64 {
	if w.chance(1, 20) {
		return pick(w, foreign, "foreign id")
	}
	return id
}

func (w *world) aMatter() int64 {
	if len(w.matters) == 0 {
		return 0
	}
	return w.orForeign(pick(w, w.matters, "matter"))
}

// aTask is somebody's task, or nobody's.
func (w *world) aTask() int64 {
	var ids []int64
	query(w, `SELECT id FROM tasks ORDER BY id LIMIT 50`, &ids)
	if len(ids) == 0 {
		return 0
	}
	return w.orForeign(pick(w, ids, "task"))
}

func (w *world) aMeeting() int64 {
	if len(w.meetings) == 0 {
		return 0
	}
	return w.orForeign(pick(w, w.meetings, "meeting").id)
}

// anItem is an agenda item of some meeting, about a matter more often than not.
func (w *world) anItem() int64 {
	if len(w.meetings) == 0 {
		return 0
	}
	m := pick(w, w.meetings, "meeting")
	var ids []int64
	query(w, `SELECT id FROM agenda_items WHERE meeting_id = $1 AND ($2 OR matter_id IS NOT NULL) ORDER BY id`, &ids, m.id, w.chance(1, 4))
	if len(ids) == 0 {
		return 0
	}
	return w.orForeign(pick(w, ids, "item"))
}

func (w *world) aUnion() int64 { return w.orForeign(w.union[pick(w, unions, "union")]) }

func (w *world) aGroup() int64 { return w.orForeign(w.group[pick(w, groups, "group")]) }

func (w *world) aPerson() int64 { return w.orForeign(w.person[pick(w, people, "person").name]) }

func (w *world) aDay() clock.Date { return w.today().Add(rapid.IntRange(-20, 20).Draw(w.t, "days")) }

// somebody is one in the role, or now and then anybody.
func (w *world) somebody(role access.Role) access.Actor {
	if w.chance(1, 8) {
		return w.actor(pick(w, people, "who"))
	}
	var of []person
	for _, p := range people {
		if p.role == role {
			of = append(of, p)
		}
	}
	return w.actor(pick(w, of, "who"))
}

// owner is the matter's owner, or now and then anybody.
func (w *world) owner(id int64) access.Actor {
	if w.chance(7, 8) && contains(w.matters, id) {
		return w.actor(person{w.Record(id).OwnerName, access.Manager})
	}
	return w.somebody(access.Manager)
}

func (w *world) stance() (string, string) {
	stances := []string{matter.Agrees, matter.Agrees, matter.Agrees, matter.Disagrees, matter.Disagrees, matter.Abstains, matter.NotConcerned}
	s := pick(w, stances, "stance")
	if s == matter.Disagrees {
		return s, "För kort varsel"
	}
	return s, ""
}

// within is a time of day on d.
func (w *world) within(d clock.Date) time.Time {
	return d.At(rapid.IntRange(8, 16).Draw(w.t, "hour"), 0)
}

func contains(ids []int64, id int64) bool {
	for _, x := range ids {
		if x == id {
			return true
		}
	}
	return false
}
