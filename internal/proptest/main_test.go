// Package proptest plays random histories of events through the real operations on a real database, over random agreements,
// by people who act lawfully and by people who do not, and holds every moment of them to the laws of laws_test.go. Each
// history is then played to its end (finish_test.go), and some are played twice (replay_test.go).
//
// Histories are played until 10 000 events have happened, or as many as SAMVERKA_EVENTS says. A history that breaks a law is
// shortened, and printed as the list of what everybody did.
//
// Which histories they are follows from the rules themselves: the seed is a digest of the sources that a history depends on,
// so the same rules meet the same histories wherever they are tested, and a rule that is changed meets new ones. `make
// explore` plays others each time; rapid's own flags (-rapid.checks, -rapid.steps, -rapid.seed) go before all this.
package proptest

import (
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const events = "75" // of each history before it is played to its end, on average

// rules are the sources that a history depends on.
var rules = []string{"../matter/*.go", "../meeting/*.go", "../action/*.go", "../organisation/*.go", "../clock/*.go", "../scene/*.go", "../../migrations/*.sql", "*.go"}

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
	if flag.Lookup("rapid.seed").Value.String() == "0" {
		seed, err := seedOf(rules)
		if err == nil {
			err = flag.Set("rapid.seed", strconv.FormatUint(seed, 10))
		}
		if err != nil {
			log.Fatal(err)
		}
	}
	given := map[string]bool{}
	flag.Visit(func(f *flag.Flag) { given[f.Name] = true })
	for name, value := range map[string]string{"rapid.checks": strconv.FormatInt(max(8, wanted/100), 10), "rapid.steps": events, "rapid.nofailfile": "true", "rapid.shrinktime": "60s"} {
		if given[name] {
			continue
		}
		if err := flag.Set(name, value); err != nil {
			log.Fatal(err)
		}
	}
	os.Exit(m.Run())
}

// seedOf is a digest of the files, without tests of other packages.
func seedOf(patterns []string) (uint64, error) {
	sum := sha256.New()
	for _, pattern := range patterns {
		files, err := filepath.Glob(pattern)
		if err != nil {
			return 0, err
		}
		for _, name := range files {
			if strings.HasPrefix(name, "..") && strings.HasSuffix(name, "_test.go") {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				return 0, err
			}
			sum.Write(text)
		}
	}
	return binary.BigEndian.Uint64(sum.Sum(nil)) | 1, nil // 0 asks for a random one
}
