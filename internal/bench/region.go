// Package bench measures Samverka's pages on a region of 45 000 employees, in a real Postgres and through the real handler,
// beside the floor's handler, which does no more than the same meeting's reads and its HTML. Only tests import it.
package bench

import (
	"context"
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"samverka/internal/clock"
)

// Day is the day of the benchmarks, a Wednesday; every clock stands at Now.
var (
	Day = clock.NewDate(2027, 3, 31)
	Now = Day.At(9, 30)
)

// Size is how large an organisation is (handbook section 12).
type Size struct {
	Name      string
	Employees int
	Units     int // a manager each
	FSG, LSG  int // beside one CSG
	Unions    int // not a multiple of three
	Reps      int // union representatives
	Safety    int
	Years     int // of meetings behind it: 12, 10 and 8 a year for CSG, FSG and LSG, with three matters each
	Today     int // LSG with a meeting open today: 20 items, 8 of them with positions
}

// The sizes: Region is the one that is measured; Small is for tests that count and do not time.
var (
	Region = Size{Name: "Region Mellansjö", Employees: 45_000, Units: 2_000, FSG: 18, LSG: 420, Unions: 20, Reps: 1_400, Safety: 2_500, Years: 3, Today: 60}
	Small  = Size{Name: "Älvsunda kommun", Employees: 1_000, Units: 60, FSG: 2, LSG: 12, Unions: 5, Reps: 40, Safety: 30, Years: 1, Today: 6}
)

//go:embed region.sql
var regionSQL string

//go:embed events.sql
var eventsSQL string

// Organisation is one that has been generated.
type Organisation struct {
	Size
	ID, Base int64
}

// staff are those who sign in: managers, representatives, safety representatives, secretaries and the roles without a group.
func (s Size) staff() int { return s.Units + s.Reps + s.Safety + 80 }

// Generate makes the nth organisation as the superuser that c is. With trusted, foreign keys and triggers are out of force
// while it loads, which is quicker; without, the database holds every row to its rules.
func Generate(ctx context.Context, c *pgx.Conn, n int, s Size, trusted bool) (Organisation, error) {
	o := Organisation{Size: s, ID: int64(1000 + n), Base: int64(n) * 100_000_000}
	fill := strings.NewReplacer("@base", strconv.FormatInt(o.Base, 10)+"::bigint", "@org", strconv.FormatInt(o.ID, 10), "@name", s.Name, "@employees", strconv.Itoa(s.Employees),
		"@units", strconv.Itoa(s.Units), "@forv", strconv.Itoa(s.FSG), "@lsg", strconv.Itoa(s.LSG), "@unions", strconv.Itoa(s.Unions), "@reps", strconv.Itoa(s.Reps),
		"@safety", strconv.Itoa(s.Safety), "@staff", strconv.Itoa(s.staff()), "@years", strconv.Itoa(s.Years), "@today", strconv.Itoa(s.Today), "@day", Day.String(),
		"@now", Now.UTC().Format("2006-01-02 15:04:05+00"), "@logged", strconv.Itoa(min(3000, s.Units*10)))
	role := "origin"
	if trusted {
		role = "replica"
	}
	before := "SET synchronous_commit = off; SET work_mem = '256MB'; SET session_replication_role = " + role
	for _, sql := range []string{before, strings.ReplaceAll(fill.Replace(regionSQL), "@role", role), "RESET session_replication_role;", fill.Replace(eventsSQL)} {
		if _, err := c.Exec(ctx, sql, pgx.QueryExecModeSimpleProtocol); err != nil {
			return o, fmt.Errorf("generating %s: %w", s.Name, err)
		}
	}
	return o, nil
}

// Token is the cookie of the session of person n of the organisation.
func (o Organisation) Token(n int) string { return fmt.Sprintf("bench-%d-%d", o.ID, n) }
