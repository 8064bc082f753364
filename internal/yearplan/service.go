package yearplan

import (
	"errors"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"samverka/internal/announce"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/fail"
	"samverka/internal/privacy"
)

// Service carries out what people ask of year plans. Every operation asks who first, and is one transaction.
type Service struct {
	DB       *db.DB
	Clock    clock.Clock
	Announce announce.Sender
}

// Scope is whose plan it is: one group's, or the APT's of one unit. The zero Scope is the organisation's own årshjul.
type Scope struct {
	GroupID int64
	UnitID  int64
}

// IsZero reports whether the scope is the whole organisation.
func (s Scope) IsZero() bool { return s.GroupID == 0 && s.UnitID == 0 }

// where is the condition that a row with group_id and unit_id belongs to the scope; $1 and $2 are the scope's ids.
const where = ` coalesce(group_id, 0) = $1 AND coalesce(unit_id, 0) = $2 `

// notFound makes NotFound of a missing row.
func notFound(err error) error {
	if errors.Is(err, pgx.ErrNoRows) {
		return fail.New(fail.NotFound, "error.not_found")
	}
	return err
}

func checkText(f *fail.Form, name, text string, most int) {
	if n := utf8.RuneCountInString(text); n > most {
		f.Add(name, "error.too_long", "Max", most, "Over", n-most)
	} else if privacy.HasPersonnummer(text) {
		f.Add(name, "error.personnummer")
	}
}
