package guidance

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"samverka/internal/fail"
)

// Addition is what one organisation adds to the public page: its name and looks, and its words. Nothing else of it is open
// to everybody, and nobody's name (handbook L2: names are for its own staff).
type Addition struct {
	OrgID   int64
	Name    string
	Palette string
	Text    string
}

// Slug is the organisation's name as it stands in an address: älvsunda-kommun becomes alvsunda-kommun.
func Slug(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case !unicode.Is(unicode.M, r) && b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// Public is what an organisation adds to the page that is open to everybody: the one with the slug; for "" the only one
// there is, and nothing when there are several. NotFound when no organisation has the slug.
func (s *Service) Public(ctx context.Context, slug string) (Addition, error) {
	rows, err := s.DB.Pool().Query(ctx, `SELECT id, name, palette FROM organisations ORDER BY id LIMIT 1000`)
	if err != nil {
		return Addition{}, fmt.Errorf("reading the organisations: %w", err)
	}
	defer rows.Close()
	var found []Addition
	for rows.Next() {
		var a Addition
		if err := rows.Scan(&a.OrgID, &a.Name, &a.Palette); err != nil {
			return Addition{}, fmt.Errorf("reading the organisations: %w", err)
		}
		if slug == "" || Slug(a.Name) == slug {
			found = append(found, a)
		}
	}
	switch {
	case rows.Err() != nil:
		return Addition{}, rows.Err()
	case len(found) == 0 && slug != "":
		return Addition{}, fail.New(fail.NotFound, "error.not_found")
	case len(found) != 1:
		return Addition{}, nil
	}
	own, err := s.read(ctx, found[0].OrgID)
	found[0].Text = own[About]
	return found[0], err
}
