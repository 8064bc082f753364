package identity

import (
	_ "embed"
	"runtime"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"

	"samverka/internal/fail"
)

// MinPassphrase is the fewest characters of a passphrase; there are no rules of composition (ASVS 6.2).
const MinPassphrase = 15

const maxPassphrase = 256

// Hasher hashes passwords with argon2id, only so many at once: each takes its memory.
type Hasher struct {
	params *argon2id.Params
	turn   chan struct{}
	dummy  func() string
}

// DefaultHasher takes 46 MiB and one pass for each password (OWASP's first choice), as many at once as there are cores.
var DefaultHasher = NewHasher(46*1024, 1)

// NewHasher is for tests, which need not take long: NewHasher(64, 1).
func NewHasher(memoryKiB, passes uint32) *Hasher {
	h := &Hasher{params: &argon2id.Params{Memory: memoryKiB, Iterations: passes, Parallelism: 1, SaltLength: 16, KeyLength: 32},
		turn: make(chan struct{}, runtime.NumCPU())}
	h.dummy = sync.OnceValue(func() string {
		hash, err := argon2id.CreateHash(NewToken(), h.params)
		if err != nil {
			panic(err) // no randomness to be had
		}
		return hash
	})
	return h
}

func (h *Hasher) hash(password string) (string, error) {
	h.turn <- struct{}{}
	defer func() { <-h.turn }()
	return argon2id.CreateHash(norm.NFKC.String(password), h.params)
}

// matches compares; against no hash at all it takes as long and says no, so that time does not tell which accounts exist.
func (h *Hasher) matches(password, hash string) bool {
	h.turn <- struct{}{}
	defer func() { <-h.turn }()
	against := hash
	if against == "" {
		against = h.dummy()
	}
	ok, err := argon2id.ComparePasswordAndHash(norm.NFKC.String(password), against)
	return err == nil && ok && hash != ""
}

//go:embed common.txt
var commonText string

var common = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, line := range strings.Fields(commonText) {
		all[line] = true
	}
	return all
})

// checkPassphrase refuses, as a message about the named field, what is too short, too long, among the common ones, one
// thing repeated, or the owner's own address.
func checkPassphrase(field, password, email string) error {
	var f fail.Form
	plain := strings.ToLower(strings.Join(strings.Fields(password), ""))
	name, _, _ := strings.Cut(email, "@")
	switch n := utf8.RuneCountInString(password); {
	case n < MinPassphrase:
		f.Add(field, "identity.password.short", "Min", MinPassphrase)
	case n > maxPassphrase:
		f.Add(field, "identity.password.long", "Max", maxPassphrase)
	case common()[plain], repeats(plain), plain == email, plain == name:
		f.Add(field, "identity.password.common")
	}
	return f.Err()
}

// repeats reports whether the text is a short piece over and over, or fewer than five different characters.
func repeats(s string) bool {
	different := map[rune]bool{}
	for _, r := range s {
		different[r] = true
	}
	if len(different) < 5 {
		return true
	}
	for size := 1; size <= len(s)/2; size++ {
		if len(s)%size == 0 && strings.Repeat(s[:size], len(s)/size) == s {
			return true
		}
	}
	return false
}
