package overview_test

import (
	"testing"
	"time"

	"samverka/internal/access"
	"samverka/internal/clock"
	"samverka/internal/db"
	"samverka/internal/overview"
	"samverka/internal/testdb"
)

// large lays out a municipality of 45 000 employees (handbook 12): 2 500 units, 380 groups, three years of meetings, and
// 27 000 matters of which some 1 200 are on their way.
const large = `
	INSERT INTO people (name, sort_name, email) SELECT 'Person ' || i, 'Person ' || i, 'p' || i || '@example.se' FROM generate_series(1, 45000) i;
	INSERT INTO units (name) SELECT 'Förvaltning ' || i FROM generate_series(1, 30) i;
	INSERT INTO units (name, parent_id) SELECT 'Område ' || i, (SELECT min(id) FROM units) + i % 30 FROM generate_series(1, 370) i;
	INSERT INTO units (name, parent_id) SELECT 'Enhet ' || i, (SELECT min(id) FROM units) + 30 + i % 370 FROM generate_series(1, 2100) i;
	UPDATE units SET ancestors = ARRAY[id] WHERE parent_id IS NULL;
	UPDATE units u SET ancestors = p.ancestors || u.id FROM units p WHERE p.id = u.parent_id AND p.parent_id IS NULL;
	UPDATE units u SET ancestors = p.ancestors || u.id FROM units p WHERE p.id = u.parent_id AND u.ancestors = '{}';
	UPDATE people p SET unit_id = (SELECT min(id) FROM units) + 400 + (p.id % 2100);
	INSERT INTO unions (name, agreement_from) SELECT 'Förbund ' || i, '2020-01-01' FROM generate_series(1, 20) i;
	INSERT INTO agreements (valid_from, effective_at, created_at) VALUES ('2020-01-01', 'meeting_end', '2020-01-01');
	INSERT INTO groups (name, level, chair_id) SELECT 'Grupp ' || i, 'LSG', (SELECT min(id) FROM people) + i FROM generate_series(1, 380) i;
	INSERT INTO group_units (group_id, unit_id) SELECT g.id, (SELECT min(id) FROM units) + (g.id - (SELECT min(id) FROM groups)) FROM groups g;
	INSERT INTO mandates (person_id, role, union_id, group_id, valid_from, valid_until)
		SELECT (SELECT min(id) FROM people) + 1000 + g.id % 400 + u.id % 4 * 1000, 'union_rep', u.id, g.id, '2025-01-01', CASE WHEN (g.id + u.id) % 20 = 0 THEN date '2027-04-10' END
		FROM groups g JOIN unions u ON (u.id + g.id) % 5 = 0;
	INSERT INTO meetings (group_id, starts_at, ends_at, created_by, created_at, status)
		SELECT g.id, d, d + interval '1 hour', (SELECT min(id) FROM people), d - interval '60 days', CASE WHEN d < '2027-03-17' THEN 'closed' ELSE 'planned' END
		FROM groups g, generate_series(timestamptz '2024-04-01 12:00Z', timestamptz '2027-06-01 12:00Z', interval '44 days') x, LATERAL (SELECT x + (g.id % 40) * interval '1 day' AS d) y;
	INSERT INTO dispatches (meeting_id, kind, sent_at, sent_by)
		SELECT id, k, starts_at - CASE k WHEN 'notice' THEN interval '14 days' ELSE interval '7 days' END - (id % 10 - 1) * interval '1 day', created_by
		FROM meetings, unnest(ARRAY['notice', 'papers']) k WHERE starts_at < '2027-04-01';
	INSERT INTO minutes (meeting_id, status, due_on) SELECT id, CASE WHEN starts_at < '2027-02-15' THEN 'approved' ELSE 'sent' END, starts_at::date + 20 FROM meetings WHERE status = 'closed';
	INSERT INTO matters (number, title, category, purpose, planned_decision, decider, owner_id, created_at, plan_confirmed_at)
		SELECT 'SAM ' || i, 'Ärende om schema och lokaler ' || i, 'working_time', 'Syftet med möten och arbetsmiljö ' || i, date '2024-05-01' + i / 25, 'manager',
		       (SELECT min(id) FROM people) + i % 380, '2024-04-01', '2024-04-01' FROM generate_series(1, 27000) i;
	INSERT INTO matter_units (matter_id, unit_id) SELECT m.id, (SELECT min(id) FROM units) + 400 + (m.id * 7 + k * 31) % 2100 FROM matters m, generate_series(1, 2) k ON CONFLICT DO NOTHING;
	INSERT INTO proposals (matter_id, no, body, created_by, created_at) SELECT id, 1, 'Förslag', owner_id, created_at FROM matters;
	INSERT INTO tracks (matter_id, kind, group_id, mandatory, origin, created_at) SELECT id, 'group', (SELECT min(id) FROM groups) + id % 380, true, 'plan', created_at FROM matters;
	INSERT INTO agenda_items (meeting_id, position, title, class, matter_id, track_id, opened_at, proposal_no, concluded_at, effective_at, status)
		SELECT me.id, 5, 'Punkten', 'before_decision', m.id, t.id, c.at, CASE WHEN c.at IS NULL THEN 0 ELSE 1 END, c.at, c.at, CASE WHEN c.at IS NULL THEN 'planned' ELSE 'concluded' END
		FROM matters m JOIN tracks t ON t.matter_id = m.id
		CROSS JOIN LATERAL (SELECT x.id, x.starts_at FROM meetings x WHERE x.group_id = t.group_id AND x.starts_at < m.planned_decision - 3 ORDER BY x.starts_at DESC LIMIT 1) me
		CROSS JOIN LATERAL (SELECT CASE WHEN me.starts_at < '2027-03-17' THEN me.starts_at END AS at) c;
	INSERT INTO dispatch_papers (dispatch_id, item_id, matter_id, proposal_no) SELECT d.id, ai.id, ai.matter_id, 1 FROM agenda_items ai JOIN dispatches d ON d.meeting_id = ai.meeting_id AND d.kind = 'papers';
	INSERT INTO positions (item_id, union_id, stance, person_id, at) SELECT ai.id, ma.union_id, 'agrees', ma.person_id, ai.opened_at
		FROM agenda_items ai JOIN tracks t ON t.id = ai.track_id JOIN mandates ma ON ma.group_id = t.group_id WHERE ai.opened_at IS NOT NULL AND ai.opened_at > '2026-11-01';
	INSERT INTO risk_assessments (matter_id, no, created_by, created_at, fixed_at) SELECT id, 1, owner_id, created_at, created_at FROM matters WHERE id % 40 > 0;
	ALTER TABLE decisions DISABLE TRIGGER decisions_gate;
	INSERT INTO decisions (matter_id, proposal_id, decided_on, recorded_by, recorded_at) SELECT m.id, p.id, m.planned_decision, m.owner_id, m.planned_decision
		FROM matters m JOIN proposals p ON p.matter_id = m.id WHERE m.planned_decision < '2027-03-10' AND m.id % 300 > 0;
	ALTER TABLE decisions ENABLE TRIGGER decisions_gate;
	UPDATE matters SET status = 'closed' WHERE planned_decision < '2026-12-01' AND id % 300 > 0;
	INSERT INTO tasks (person_id, role, kind, matter_id, due_on, created_at) SELECT owner_id, 'manager', 'decide', id, planned_decision, created_at FROM matters WHERE status = 'open';`

func newLarge(b *testing.B) (overview.Service, int64) {
	b.Helper()
	d := testdb.New(b)
	var org int64
	ctx := b.Context()
	if err := d.Super.QueryRow(ctx, `INSERT INTO organisations (name, created_at) VALUES ('Storkommunen', now()) RETURNING id`).Scan(&org); err != nil {
		b.Fatal(err)
	}
	conn, err := d.Super.Acquire(ctx)
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Release()
	for _, sql := range []string{"SELECT set_config('app.org_id', '1', false)", large, "VACUUM ANALYZE"} {
		if _, err := conn.Conn().PgConn().Exec(ctx, sql).ReadAll(); err != nil {
			b.Fatal(err)
		}
	}
	app, err := db.Open(ctx, d.AppURL, db.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(app.Close)
	return overview.Service{DB: app, Clock: clock.NewTest(clock.NewDate(2027, time.March, 17).At(9, 0))}, org
}

func BenchmarkLarge(b *testing.B) {
	svc, org := newLarge(b)
	hr := access.Actor{OrgID: org, PersonID: 1, Role: access.HR}
	chef := access.Actor{OrgID: org, PersonID: 5, Role: access.Manager, Units: []int64{34}, Chairs: []int64{4}}
	for name, run := range map[string]func() error{
		"todo":   func() error { _, err := svc.Todo(b.Context(), chef); return err },
		"status": func() error { _, err := svc.Status(b.Context(), hr, overview.Scope{}); return err },
		"unit":   func() error { _, err := svc.Status(b.Context(), hr, overview.Scope{Unit: 1}); return err },
		"deep":   func() error { _, err := svc.Status(b.Context(), hr, overview.Scope{Deep: true}); return err },
		"behind": func() error { _, err := svc.Behind(b.Context(), hr, 0, overview.EarlyPlans); return err },
		"search": func() error { _, err := svc.Search(b.Context(), hr, "schema lokaler"); return err },
		"person": func() error { _, err := svc.Search(b.Context(), hr, "person 4321"); return err },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
