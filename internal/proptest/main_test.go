// Package proptest plays random histories of events through the real operations on a real database, over random agreements,
// by people who act lawfully and by people who do not, and holds every moment of them to the laws of laws_test.go. Each
// history is then played to its end (finish_test.go), and some are played twice (replay_test.go).
//
// Histories are played until 10 000 events have happened, or as many as SAMVERKA_EVENTS says; rapid's own flags
// (-rapid.checks, -rapid.steps, -rapid.seed) go before it. A history that breaks a law is shortened, and printed as the list
// of what everybody did.
package proptest

import (
	"flag"
	"log"
	"os"
	"strconv"
	"testing"
)

const (
	histories = "8"  // before the events are counted again
	events    = "75" // of each history before it is played to its end, on average
)

var wanted int64 = 10_000

func TestMain(m *testing.M) {
	flag.Parse()
	if v := os.Getenv("SAMVERKA_EVENTS"); v != "" {
		n, err := strconv.ParseInt(v, 10, 64)
		if err != nil {
			log.Fatal(err)
		}
		wanted = n
	}
	given := map[string]bool{}
	flag.Visit(func(f *flag.Flag) { given[f.Name] = true })
	for name, value := range map[string]string{"rapid.checks": histories, "rapid.steps": events, "rapid.nofailfile": "true", "rapid.shrinktime": "60s"} {
		if given[name] {
			continue
		}
		if err := flag.Set(name, value); err != nil {
			log.Fatal(err)
		}
	}
	os.Exit(m.Run())
}
