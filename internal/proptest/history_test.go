package proptest

import (
	"fmt"
	"sync/atomic"
	"testing"

	"pgregory.net/rapid"

	"samverka/internal/clock"
	"samverka/internal/scene"
)

// TestHistories plays histories on each of two cores until half of the events have happened there, and some of them twice.
func TestHistories(t *testing.T) {
	stage := scene.New(t, clock.NewDate(2027, 1, 1).At(9, 0))
	quick(t, stage)
	var played tally
	t.Run("histories", func(t *testing.T) {
		for half := range 2 {
			t.Run(fmt.Sprint(half+1), func(t *testing.T) {
				t.Parallel()
				rapid.Check(t, until(wanted/2, func(r *rapid.T) (events int) {
					if half == 1 {
						rapid.Bool().Draw(r, "other histories than the first half's")
					}
					return len(play(stage, r, &played).history)
				}))
			})
		}
		t.Run("again", func(t *testing.T) {
			t.Parallel()
			replays(t, stage, &played)
		})
	})
	t.Log(played.String())
	if !t.Failed() && (played.decided.Load() == 0 || played.events.Load() < min(wanted, 100)) {
		t.Errorf("the histories reach too little to prove anything: %s", &played)
	}
}

// until plays histories until so many events have happened in them; the rest pass unplayed. One that breaks a law is played
// again, shorter and shorter, however many events have happened by then.
func until(events int64, play func(*rapid.T) int) func(*rapid.T) {
	happened, broken := int64(0), false
	return func(r *rapid.T) {
		if happened >= events && !broken {
			return
		}
		whole := broken
		broken = true // unless it comes to its end
		happened += int64(play(r))
		broken = whole
	}
}

// quick spares the server planning anew what is asked a thousand times on tables of a few rows.
func quick(t *testing.T, stage *scene.Scene) {
	t.Helper()
	for _, set := range []string{"plan_cache_mode = force_generic_plan", "enable_seqscan = off", "enable_hashjoin = off", "enable_mergejoin = off", "jit = off", "synchronous_commit = off"} {
		if _, err := stage.Test.Super.Exec(t.Context(), `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET `+set+`', current_database()); END $$`); err != nil {
			t.Fatal(err)
		}
	}
	stage.Test.App.Reset()
}

// tally counts what the histories reached, so that they are known to have reached something.
type tally struct{ histories, events, decided, positions atomic.Int64 }

func (c *tally) String() string {
	return fmt.Sprintf("%d histories, %d events, %d decisions, %d positions", c.histories.Load(), c.events.Load(), c.decided.Load(), c.positions.Load())
}

// play plays one history to its end, and answers the world that it left.
func play(stage *scene.Scene, t *rapid.T, played *tally) *world {
	w := raise(stage, t)
	actions := map[string]func(*rapid.T){"": func(*rapid.T) { w.laws() }}
	add := func(name string, times int, f func()) {
		for i := range times {
			actions[fmt.Sprintf("%s %d", name, i)] = func(*rapid.T) { f() }
		}
	}
	add("onward", 20, w.onward)
	add("somebody does something with a matter", 4, func() { pick(w, ofMatters, "operation")(w, w.aMatter()) })
	add("a matter goes another way", 1, func() { pick(w, ofPaths, "way")(w, w.aMatter()) })
	add("somebody does something with a meeting", 2, func() { pick(w, ofMeetings, "operation")(w, w.aMeeting()) })
	add("somebody does something with an item", 2, func() { pick(w, ofItems, "operation")(w, w.anItem()) })
	add("time passes", 1, w.tick)
	add("mandates and agreements change", 1, w.reorganise)
	add("a matter begins", 1, func() {
		if len(w.matters) < 2 {
			w.create()
		} else {
			w.createBadly()
		}
	})
	t.Repeat(actions)
	w.lawOfNoDeadEnds()
	w.lawOfTheLog()
	played.histories.Add(1)
	played.events.Add(int64(len(w.history)))
	played.decided.Add(int64(w.decisions))
	played.positions.Add(int64(len(w.positions)))
	return w
}
