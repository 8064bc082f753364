package demo_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samverka/internal/access"
	"samverka/internal/audit"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/demo"
	"samverka/internal/matter"
	"samverka/internal/meeting"
	"samverka/internal/privacy"
	"samverka/internal/testdb"
)

// now is a Thursday morning without holidays around.
var now = clock.NewDate(2027, time.October, 14).At(10, 20)

// loaded is the demo that these tests share: loading takes a while.
type loaded struct {
	testdb.DB
	app  *db.DB
	orgs []int64
}

func TestDemo(t *testing.T) {
	t.Parallel()
	d := loaded{DB: testdb.New(t)}
	d.app = db.New(d.App)
	refused := demo.Refused(func(what string, err error) { t.Errorf("refused: %s: %v", what, err) })
	if err := demo.Load(t.Context(), d.app, clock.NewTest(now), demo.Owner(d.OwnerURL), refused); err != nil {
		t.Fatal(err)
	}
	d.orgs = rows[int64](t, d, `SELECT id FROM organisations ORDER BY id`)
	t.Run("sizes", d.sizes)
	t.Run("every state", d.everyState)
	t.Run("no decision past the gate", d.gate)
	t.Run("old matters have come to an end", d.old)
	t.Run("the chain holds", d.chain)
	t.Run("times", d.times)
	t.Run("no personnummer", d.personnummer)
	t.Run("personas", d.personas)
	t.Run("positions wait for the union representative", d.positions)
	t.Run("once", d.once)
}

func (d loaded) sizes(t *testing.T) {
	for _, c := range []struct {
		what, sql string
		want      int
	}{
		{"people", `SELECT count(*) FROM people WHERE org_id = $1`, 3000},
		{"managers", `SELECT count(DISTINCT manager_id) FROM units WHERE org_id = $1`, 170},
		{"förvaltningar", `SELECT count(*) FROM units WHERE org_id = $1 AND cardinality(ancestors) = 2`, 6},
		{"CSG", `SELECT count(*) FROM groups WHERE org_id = $1 AND level = 'CSG'`, 1},
		{"FSG", `SELECT count(*) FROM groups WHERE org_id = $1 AND level = 'FSG'`, 6},
		{"LSG", `SELECT count(*) FROM groups WHERE org_id = $1 AND level = 'LSG'`, 30},
		{"unions", `SELECT count(*) FROM unions WHERE org_id = $1`, 12},
		{"agreements that end", `SELECT count(*) FROM unions WHERE org_id = $1 AND agreement_until IS NOT NULL`, 1},
		{"skyddsombud", `SELECT count(DISTINCT person_id) FROM mandates WHERE org_id = $1 AND role LIKE '%safety_rep'`, 220},
	} {
		if got := rows[int](t, d, c.sql, d.orgs[0]); got[0] != c.want {
			t.Errorf("%s: got %d, want %d", c.what, got[0], c.want)
		}
	}
	reps := rows[int](t, d, `SELECT count(DISTINCT person_id) FROM mandates WHERE org_id = $1 AND role LIKE 'union%'`, d.orgs[0])[0]
	if reps < 110 || reps > 130 {
		t.Errorf("union representatives: got %d, want about 120", reps)
	}
	for org, least := range map[int64]int{d.orgs[0]: 180, d.orgs[1]: 10} {
		if got := rows[int](t, d, `SELECT count(*) FROM matters WHERE org_id = $1`, org)[0]; got < least {
			t.Errorf("matters of organisation %d: got %d, want at least %d", org, got, least)
		}
	}
	if staff := rows[int](t, d, `SELECT count(*) FROM people WHERE org_id = $1`, d.orgs[1])[0]; staff < 130 || staff > 150 {
		t.Errorf("the company's people: got %d, want about 140", staff)
	}
}

// records reads every matter as the rules see it.
func (d loaded) records(t *testing.T, org int64) []matter.Record {
	t.Helper()
	var b db.Batch
	get := matter.Queue(&b, `SELECT id FROM matters`, nil, clock.DateOf(now))
	if err := d.app.ReadOrg(t.Context(), org, &b); err != nil {
		t.Fatal(err)
	}
	return get()
}

func (d loaded) everyState(t *testing.T) {
	states, tracks := map[matter.State]int{}, map[matter.TrackState]int{}
	for _, r := range d.records(t, d.orgs[0]) {
		states[r.State(now)]++
		for _, x := range r.AllTracks(now) {
			tracks[r.TrackState(x, now)]++
		}
	}
	for _, s := range []matter.State{matter.Draft, matter.Early, matter.Preparation, matter.InSamverkan, matter.AwaitsRequest, matter.Central, matter.Ready,
		matter.Decided, matter.BeforeSamv, matter.Deviates, matter.Withdrawn} {
		if states[s] == 0 {
			t.Errorf("no matter is %s: %v", s, states)
		}
	}
	for _, s := range []matter.TrackState{matter.TrackPlanned, matter.TrackOngoing, matter.TrackTabled, matter.TrackAdjourned, matter.TrackAgreed,
		matter.TrackDisagreed, matter.TrackAwaits, matter.TrackNegotiating, matter.TrackClosed, matter.TrackOutdated, matter.TrackAlone} {
		if tracks[s] == 0 {
			t.Errorf("no track is %s: %v", s, tracks)
		}
	}
	minutes := map[meeting.MinutesState]int{}
	for _, m := range rows[string](t, d, `SELECT CASE WHEN status = 'sent' AND due_on < $1 THEN 'unapproved' ELSE status END FROM minutes`, clock.DateOf(now)) {
		minutes[meeting.MinutesState(m)]++
	}
	for _, s := range []meeting.MinutesState{meeting.MinutesDraft, meeting.MinutesSent, meeting.MinutesApproved, meeting.MinutesObjected, meeting.MinutesUnapproved} {
		if minutes[s] == 0 {
			t.Errorf("no minutes are %s: %v", s, minutes)
		}
	}
	if n := rows[int](t, d, `SELECT count(*) FROM matter_drafts WHERE matter_id IS NULL AND answers <> '{}'`)[0]; n < 3 {
		t.Errorf("wizard drafts: got %d, want 3", n)
	}
}

// gate holds what the whole product is about: nothing is decided while the gate lists anything, other than before
// samverkan by an approved exception, or by a board that decided something else.
func (d loaded) gate(t *testing.T) {
	for _, org := range d.orgs {
		for _, r := range d.records(t, org) {
			if x, ok := r.LastDecision(); ok && x.ExceptionID == 0 && x.Deviation != matter.MaterialDeviation {
				if ms := r.Gate(now); len(ms) > 0 {
					t.Errorf("%s %s is decided, and the gate lists %v", r.Number, r.Title, ms)
				}
			}
		}
	}
	bad := rows[int64](t, d, `SELECT matter_id FROM decisions WHERE exception_id IS NULL AND deviation <> 'material' AND matter_unfinished(matter_id, decided_on) > 0`)
	if len(bad) > 0 {
		t.Errorf("decided on unfinished tracks: %v", bad)
	}
}

// old makes sure that no act of the script has been refused on the way.
func (d loaded) old(t *testing.T) {
	ended := []matter.State{matter.Decided, matter.Executing, matter.Following, matter.Closed, matter.Withdrawn}
	for _, org := range d.orgs {
		for _, r := range d.records(t, org) {
			if r.CreatedAt.Before(now.AddDate(0, 0, -150)) && !slices.Contains(ended, r.State(now)) {
				t.Errorf("%s %s is still %s", r.Number, r.Title, r.State(now))
			}
		}
	}
}

func (d loaded) chain(t *testing.T) {
	for _, org := range d.orgs {
		var p audit.Proof
		err := d.app.InOrg(t.Context(), org, func(tx *db.OrgTx) (err error) { p, err = audit.Verify(t.Context(), tx); return err })
		if err != nil || p.Broken != 0 || p.Events < 100 {
			t.Errorf("organisation %d: %+v, %v", org, p, err)
		}
	}
}

func (d loaded) times(t *testing.T) {
	if late := rows[int](t, d, `SELECT count(*) FROM events WHERE at > $1`, now)[0]; late > 0 {
		t.Errorf("%d events have not happened yet", late)
	}
	for _, at := range rows[time.Time](t, d, `SELECT starts_at FROM meetings UNION ALL SELECT ends_at FROM meetings`) {
		if at = at.In(clock.Stockholm); !clock.DateOf(at).IsWorkingDay() || at.Hour() < 8 || at.Hour() > 16 {
			t.Errorf("a meeting at %v", at)
		}
	}
	span := rows[time.Time](t, d, `SELECT min(starts_at) FROM meetings UNION ALL SELECT max(starts_at) FROM meetings`)
	if span[0].After(now.AddDate(0, -8, 0)) || span[1].Before(now.AddDate(0, 5, 0)) {
		t.Errorf("meetings span %v", span)
	}
}

func (d loaded) personnummer(t *testing.T) {
	for _, text := range rows[string](t, d, `
		SELECT name || ' ' || coalesce(code, '') || ' ' || coalesce(email, '') FROM people UNION ALL SELECT title || ' ' || purpose FROM matters
		UNION ALL SELECT body || ' ' || alternatives FROM proposals UNION ALL SELECT note FROM agenda_items UNION ALL SELECT reason FROM positions
		UNION ALL SELECT detail::text FROM event_texts`) {
		if privacy.HasPersonnummer(text) {
			t.Errorf("a personnummer in %q", text)
		}
	}
}

func (d loaded) personas(t *testing.T) {
	ps, err := demo.Personas(t.Context(), d.app)
	if err != nil {
		t.Fatal(err)
	}
	var got []access.Role
	for _, p := range ps {
		got = append(got, p.Role)
	}
	if diff := cmp.Diff(slices.Concat(access.Roles, access.Roles), got); diff != "" {
		t.Errorf("personas of two organisations (-want +got):\n%s", diff)
	}
	busy := []access.Role{access.Manager, access.UnionRep, access.SafetyRep, access.Negotiator, access.Registrar}
	for _, p := range ps {
		open := rows[int](t, d, `SELECT count(*) FROM tasks WHERE org_id = $1 AND person_id = $2 AND role = $3 AND done_at IS NULL`, p.OrgID, p.PersonID, string(p.Role))[0]
		if p.OrgID == d.orgs[0] && slices.Contains(busy, p.Role) && open == 0 {
			t.Errorf("%s has nothing to do as %s", p.Name, p.Role)
		}
	}
}

// positions asks whether the union representative's persona can take a position right now.
func (d loaded) positions(t *testing.T) {
	open := rows[int](t, d, `
		SELECT count(*) FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id JOIN mandates ma ON ma.group_id = me.group_id
		JOIN people p ON p.id = ma.person_id
		WHERE me.status = 'open' AND ai.status = 'open' AND ai.class = 'before_decision' AND p.code = $1 AND me.org_id = $2`, demo.Code(access.UnionRep), d.orgs[0])[0]
	if open == 0 {
		t.Error("no matter is being treated where the persona sits")
	}
}

func (d loaded) once(t *testing.T) {
	before := rows[int](t, d, `SELECT count(*) FROM people`)[0]
	if err := demo.Load(t.Context(), d.app, clock.NewTest(now)); err != nil {
		t.Fatal(err)
	}
	if got := rows[int](t, d, `SELECT count(*) FROM people`)[0]; got != before {
		t.Errorf("loaded twice: %d people, had %d", got, before)
	}
}

// rows reads one column across organisations.
func rows[T any](t *testing.T, d loaded, sql string, args ...any) []T {
	t.Helper()
	var all []T
	rs, err := d.Super.Query(context.WithoutCancel(t.Context()), sql, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rs.Close()
	for rs.Next() {
		var v T
		if err := rs.Scan(&v); err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	if err := rs.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}
