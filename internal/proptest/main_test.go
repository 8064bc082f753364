// Package proptest plays random histories of events through the real operations on a real database, over random agreements,
// by people who act lawfully and by people who do not, and holds every moment of them to the laws of laws_test.go.
//
// SAMVERKA_HISTORIES sets how many histories are played on each of two cores (16 when it is not set: some 3 500 events in
// all); rapid's own flags (-rapid.checks, -rapid.steps, -rapid.seed) go before it. A history that breaks a law is shortened, and printed as the list
// of what everybody did.
package proptest

import (
	"flag"
	"log"
	"os"
	"testing"
)

const (
	histories = "16"
	events    = "75" // of each history, on average
)

func TestMain(m *testing.M) {
	flag.Parse()
	given := map[string]bool{}
	flag.Visit(func(f *flag.Flag) { given[f.Name] = true })
	n := histories
	if v := os.Getenv("SAMVERKA_HISTORIES"); v != "" {
		n = v
	}
	for name, value := range map[string]string{"rapid.checks": n, "rapid.steps": events, "rapid.nofailfile": "true", "rapid.shrinktime": "60s"} {
		if given[name] {
			continue
		}
		if err := flag.Set(name, value); err != nil {
			log.Fatal(err)
		}
	}
	os.Exit(m.Run())
}
