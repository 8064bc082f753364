-- A region with its people, groups, meetings and matters over some years, the same every time: everything is drawn from
-- numbers by pg_temp.u. @words are filled in by Go. Run as the superuser on one connection, who stands outside the policies.

CREATE OR REPLACE FUNCTION pg_temp.u(x bigint, salt int) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$ SELECT (hashint8(x * 31 + salt)::bigint + 2147483648) / 4294967296.0 $$;
CREATE OR REPLACE FUNCTION pg_temp.weekday(d date) RETURNS date LANGUAGE sql IMMUTABLE AS
$$ SELECT d + CASE extract(isodow FROM d) WHEN 6 THEN 2 WHEN 7 THEN 1 ELSE 0 END $$;
CREATE OR REPLACE FUNCTION pg_temp.at(d date, hour int) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS
$$ SELECT (d + make_interval(hours => hour)) AT TIME ZONE 'Europe/Stockholm' $$;
-- text is n words of ordinary Swedish.
CREATE OR REPLACE FUNCTION pg_temp.words(x bigint, n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT string_agg((ARRAY['schema', 'bemanning', 'lokal', 'verksamhet', 'arbetsmiljö', 'delade', 'turer', 'introduktion', 'nattpass', 'planering', 'ledning', 'enheten', 'flyttas',
	'samordnas', 'med', 'och', 'för', 'under', 'hösten', 'kompetens', 'mottagning', 'avdelning', 'vårdplatser', 'behov', 'rutiner', 'ansvar', 'uppföljning', 'sommaren', 'resurser',
	'patienter', 'team', 'återhämtning', 'helger', 'digitalt', 'stöd', 'utrustning', 'budget', 'prioritering', 'samtal', 'personal'])[1 + (pg_temp.u(x * 97 + i, 3) * 39)::int], ' ')
FROM generate_series(1, n) i $$;

INSERT INTO organisations (id, name, created_at) OVERRIDING SYSTEM VALUE VALUES (@org, '@name', timestamptz '2023-01-01');
INSERT INTO agreements (org_id, id, valid_from, effective_at, created_at) OVERRIDING SYSTEM VALUE VALUES (@org, @base + 1, '2023-01-01', 'meeting_end', timestamptz '2023-01-01');

-- People: managers first (one for each unit), then union representatives, safety representatives, 50 secretaries, 20 HR, 3
-- förhandlingschefer, 5 registrars, 2 administrators, and everybody else.
INSERT INTO accounts (id, email, created_at) OVERRIDING SYSTEM VALUE
SELECT @base + n, 'p' || n || '@region@org.example', timestamptz '2023-01-01' FROM generate_series(1, @staff) n;
INSERT INTO people (org_id, id, account_id, code, name, sort_name, email) OVERRIDING SYSTEM VALUE
SELECT @org, @base + n, CASE WHEN n <= @staff THEN @base + n END, 'A' || n, f || ' ' || l, l || ', ' || f, 'p' || n || '@region@org.example'
FROM   generate_series(1, @employees) n,
	LATERAL (SELECT (ARRAY['Anna', 'Erik', 'Maria', 'Lars', 'Karin', 'Per', 'Eva', 'Nils', 'Sara', 'Åsa', 'Olle', 'Jonas', 'Lina', 'Emma', 'Ali', 'Fatima', 'Mikael', 'Hanna', 'Ida',
		'Björn', 'Ulla', 'Göran', 'Amina', 'Johan', 'Elin', 'Maja', 'Sven', 'Tove', 'Rut', 'Leif'])[1 + (n * 7) % 30] AS f,
	(ARRAY['Andersson', 'Lind', 'Berg', 'Ek', 'Åkerlund', 'Öberg', 'Sjöberg', 'Holm', 'Nilsson', 'Lindqvist', 'Svensson', 'Haddad', 'Ros', 'Alm', 'Gran', 'Nyström', 'Wallin', 'Ström',
		'Lundgren', 'Forsberg', 'Håkansson', 'Dahl', 'Engström', 'Falk', 'Hedlund', 'Norberg', 'Sandberg', 'Viklund', 'Bergström', 'Khan', 'Larsson'])[1 + (n * 13) % 31] AS l) x;

-- Units: the region, @forv förvaltningar, @lsg areas, and the workplaces below them.
CREATE TEMP TABLE un AS
SELECT n, CASE WHEN n = 1 THEN NULL WHEN n <= @forv + 1 THEN 1 WHEN n <= @forv + @lsg + 1 THEN 2 + n % @forv ELSE @forv + 2 + n % @lsg END AS up FROM generate_series(1, @units) n;
INSERT INTO units (org_id, id, code, name, parent_id, ancestors, manager_id, headcount) OVERRIDING SYSTEM VALUE
SELECT @org, @base + a.n, 'E' || a.n, CASE WHEN a.n = 1 THEN '@name' WHEN a.n <= @forv + 1 THEN 'Förvaltning ' WHEN a.n <= @forv + @lsg + 1 THEN 'Område ' ELSE 'Enhet ' END
	|| CASE WHEN a.n = 1 THEN '' ELSE initcap(pg_temp.words(a.n, 1)) || ' ' || a.n END, @base + a.up,
	array_remove(ARRAY[@base + c.up, @base + b.up, @base + a.up, @base + a.n], NULL)::bigint[], @base + a.n, 5 + a.n % 40
FROM   un a LEFT JOIN un b ON b.n = a.up LEFT JOIN un c ON c.n = b.up ORDER BY a.n;
UPDATE people SET unit_id = @base + 1 + (id - @base) % @units WHERE org_id = @org;

-- Groups: the CSG, one FSG for each förvaltning and one LSG for each area; the unit of group n is unit n.
INSERT INTO unions (org_id, id, name, agreement_from) OVERRIDING SYSTEM VALUE
SELECT @org, @base + n, (ARRAY['Kommunal', 'Vision', 'Vårdförbundet', 'Läkarförbundet', 'Akademikerförbundet SSR', 'Sveriges Ingenjörer', 'Fysioterapeuterna', 'Sveriges Arbetsterapeuter',
	'Ledarna', 'Naturvetarna', 'DIK', 'Psykologförbundet', 'Tandläkarförbundet', 'Sveriges Lärare', 'Farmaceuterna', 'Logopederna', 'SRAT', 'Akavia', 'Seko', 'Brandmännens RF'])[n], '2023-01-01'
FROM   generate_series(1, @unions) n;
CREATE TEMP TABLE gr AS SELECT n, CASE WHEN n = 1 THEN 'CSG' WHEN n <= @forv + 1 THEN 'FSG' ELSE 'LSG' END AS level,
	CASE WHEN n = 1 THEN 12 WHEN n <= @forv + 1 THEN 10 ELSE 8 END AS yearly, least(@unions, CASE WHEN n = 1 THEN 12 WHEN n <= @forv + 1 THEN 8 ELSE 5 END) AS seats
FROM generate_series(1, @forv + @lsg + 1) n;
INSERT INTO groups (org_id, id, name, level, parent_id, chair_id, safety_committee) OVERRIDING SYSTEM VALUE
SELECT @org, @base + gr.n, level || ' ' || CASE gr.n WHEN 1 THEN '@name' ELSE gr.n::text END, level, @base + un.up, @base + gr.n, true FROM gr JOIN un ON un.n = gr.n ORDER BY gr.n;
INSERT INTO group_units (org_id, group_id, unit_id) SELECT @org, @base + n, @base + n FROM gr;

-- Mandates. Representative r speaks for union 1 + r % @unions.
CREATE TEMP TABLE seat AS
SELECT g.n AS g, 1 + (g.n + k * 3) % @unions AS un, @units + 1 + (g.n + k * 3) % @unions + @unions * ((g.n * 13 + k * 7) % (@reps / @unions)) AS person
FROM   gr g, generate_series(0, g.seats - 1) k;
INSERT INTO mandates (org_id, person_id, role, union_id, group_id, valid_from) SELECT @org, @base + person, 'union_rep', @base + un, @base + g, '2023-01-01' FROM seat;
INSERT INTO mandates (org_id, person_id, role, group_id, unit_id, valid_from)
SELECT DISTINCT @org, @base + @units + @reps + 1 + (n * 2 + j) % @safety, 'safety_rep', @base + n, @base + n, date '2023-01-01' FROM gr, generate_series(0, 1) j;
INSERT INTO mandates (org_id, person_id, role, group_id, valid_from) SELECT @org, @base + @units + @reps + @safety + 1 + n % 50, 'secretary', @base + n, '2023-01-01' FROM gr;
INSERT INTO mandates (org_id, person_id, role, valid_from)
SELECT @org, @base + @units + @reps + @safety + 50 + n, CASE WHEN n <= 20 THEN 'hr' WHEN n <= 23 THEN 'negotiator' WHEN n <= 28 THEN 'registrar' ELSE 'admin' END, '2023-01-01'
FROM generate_series(1, 30) n;

-- Meetings from @years years ago to three months from now, in time order, and one today, full and open, in @today LSG.
CREATE TEMP TABLE mt AS
SELECT row_number() OVER (ORDER BY starts, g) AS n, x.*, starts < timestamptz '@now' AS past FROM (
	SELECT g.n AS g, g.level, pg_temp.at(d, 9 + (g.n % 2) * 4) AS starts, d, false AS today
	FROM   gr g, generate_series(0, g.yearly * @years + g.yearly / 4) k, LATERAL (SELECT pg_temp.weekday(date '@day' - @years * 365 + ((k + pg_temp.u(g.n, 1)) * 365 / g.yearly)::int) AS d) x WHERE d <> date '@day'
	UNION ALL SELECT g.n, g.level, pg_temp.at(date '@day', 9), date '@day', true FROM gr g WHERE g.level = 'LSG' AND g.n <= @forv + 1 + @today) x;
CREATE UNIQUE INDEX ON mt (n);
INSERT INTO meetings (org_id, id, group_id, starts_at, ends_at, place, status, opened_at, closed_at, created_by, created_at) OVERRIDING SYSTEM VALUE
SELECT @org, @base + n, @base + g, starts, starts + interval '2 hours', 'Regionhuset, rum ' || g % 40, CASE WHEN today THEN 'open' WHEN past THEN 'closed' ELSE 'planned' END,
	CASE WHEN past THEN starts END, CASE WHEN past AND NOT today THEN starts + interval '2 hours' END, @base + g, starts - interval '60 days' FROM mt ORDER BY n;

-- Matters: three for each meeting, twelve for one today. The first eight of those are open before decision.
CREATE TEMP TABLE ma AS
SELECT row_number() OVER (ORDER BY m.n, k) AS n, m.n AS mt, m.g, m.level, m.starts, m.d, m.past, m.today, k, CASE WHEN m.level = 'LSG' AND k % 3 > 0 AND child <= @units THEN child ELSE m.g END AS unit,
	m.past AND NOT m.today AND m.d <= date '@day' - 16 AND pg_temp.u(m.n * 16 + k, 3) < 0.93 AS decided, pg_temp.u(m.n * 16 + k, 4) < 0.7 AS risk, NOT m.today OR k < 8 AS before
FROM   mt m, generate_series(0, CASE WHEN m.today THEN 11 ELSE 2 END) k,
	LATERAL (SELECT @forv + @lsg + 2 + ((m.g - @forv - 2 - (@forv + @lsg + 2)) % @lsg + @lsg) % @lsg + @lsg * ((m.n + k) % 3)::int AS child) c;
CREATE UNIQUE INDEX ON ma (n);
CREATE INDEX ON ma (mt);
INSERT INTO matters (org_id, id, number, title, category, purpose, planned_decision, decider, owner_id, work_environment, status, plan_confirmed_at, agreement_id, agreement_on, created_at, search) OVERRIDING SYSTEM VALUE
SELECT @org, @base + n, number, title, (ARRAY['working_time', 'organisation', 'premises', 'budget', 'policy', 'staffing', 'manager_appointment', 'work_environment', 'other'])[1 + n % 9], purpose,
	d + 14, CASE WHEN level = 'LSG' THEN 'manager' ELSE 'board' END, @base + unit, risk, CASE WHEN decided AND d < date '@day' - 120 THEN 'closed' WHEN NOT decided AND d < date '@day' - 60 AND n % 4 > 0 THEN 'withdrawn' ELSE 'open' END, starts - interval '35 days',
	CASE WHEN past THEN @base + 1 END, CASE WHEN past THEN d END, starts - interval '40 days', to_tsvector('swedish', number || ' ' || title || ' ' || purpose)
FROM   (SELECT *, 'SAM ' || extract(year FROM starts - interval '40 days') || '/' || n AS number, initcap(pg_temp.words(n, 1)) || ' ' || pg_temp.words(n, 3) AS title, initcap(pg_temp.words(n + 7, 18)) || '.' AS purpose FROM ma) x ORDER BY n;
INSERT INTO matter_units (org_id, matter_id, unit_id) SELECT @org, @base + n, @base + unit FROM ma;
INSERT INTO proposals (org_id, id, matter_id, no, body, created_by, created_at) OVERRIDING SYSTEM VALUE
SELECT @org, @base + n, @base + n, 1, initcap(pg_temp.words(n + 3, 60)) || '.', @base + unit, starts - interval '38 days' FROM ma;
INSERT INTO apt_dialogues (org_id, matter_id, unit_id, held_at, note, person_id) SELECT @org, @base + n, @base + unit, starts - interval '39 days', pg_temp.words(n, 12), @base + unit FROM ma;
INSERT INTO tracks (org_id, id, matter_id, kind, group_id, mandatory, origin, created_at) OVERRIDING SYSTEM VALUE
SELECT @org, @base + n, @base + n, CASE WHEN before THEN 'group' ELSE 'info' END, @base + g, before, 'plan', starts - interval '35 days' FROM ma;
INSERT INTO tracks (org_id, matter_id, kind, group_id, mandatory, origin, created_at)
SELECT @org, @base + a.n, 'info', @base + un.up, false, 'plan', starts - interval '35 days' FROM ma a JOIN un ON un.n = a.g WHERE un.up IS NOT NULL AND a.n % 6 = 0;

-- Agendas.
INSERT INTO agenda_items (org_id, meeting_id, position, title, class, minutes_planned, status)
SELECT @org, @base + m.n, x.position, x.title, 'standing', 5, CASE WHEN m.past AND NOT m.today THEN 'handled' ELSE 'planned' END FROM mt m, (VALUES (1000, 'Mötet öppnas'),
	(1010, 'Godkännande av dagordningen'), (1020, 'Val av justerare'), (1030, 'Föregående protokoll och åtgärdslista'), (5000, 'Arbetsmiljö och skyddskommitté (AML 6 kap. 9 §)'),
	(6000, 'Återkoppling från och till andra nivåer'), (9000, 'Mötets utvärdering'), (9010, 'Nästa möte och mötets avslutning')) x (position, title);
SELECT setval('agenda_items_id_seq', greatest((SELECT max(id) FROM agenda_items), @base * 2 + 1));
CREATE TEMP TABLE it AS SELECT nextval('agenda_items_id_seq') AS id, ma.*, before AND past AND NOT today AS concluded FROM ma ORDER BY ma.n;
CREATE INDEX ON it (mt);
INSERT INTO agenda_items (org_id, id, meeting_id, position, title, class, minutes_planned, matter_id, track_id, status, opened_at, proposal_no, note, concluded_at, concluded_by, effective_at) OVERRIDING SYSTEM VALUE
SELECT @org, it.id, @base + mt, CASE WHEN before THEN 2000 ELSE 4000 END + k * 10, m.title, CASE WHEN before THEN 'before_decision' ELSE 'information' END, 15, @base + n, @base + n,
	CASE WHEN concluded THEN 'concluded' WHEN today AND before THEN 'open' ELSE 'planned' END, CASE WHEN past AND before THEN starts END, CASE WHEN past AND before THEN 1 ELSE 0 END,
	CASE WHEN past THEN initcap(pg_temp.words(n + 11, 25)) ELSE '' END, CASE WHEN concluded THEN starts + interval '1 hour' END, CASE WHEN concluded THEN @base + g END, CASE WHEN concluded THEN starts + interval '2 hours' END
FROM   it JOIN matters m ON m.org_id = @org AND m.id = @base + n ORDER BY it.id;

-- What went out: notices 14 days before and papers 7 days before.
CREATE TEMP TABLE di AS SELECT row_number() OVER (ORDER BY sent, n, kind) AS id, x.* FROM (
	SELECT n, g, 'notice' AS kind, pg_temp.at(d - 14, 9) AS sent FROM mt UNION ALL SELECT n, g, 'papers', pg_temp.at(d - 7, 15) FROM mt) x WHERE sent < timestamptz '@now';
INSERT INTO dispatches (org_id, id, meeting_id, kind, sent_at, sent_by) OVERRIDING SYSTEM VALUE SELECT @org, @base + id, @base + n, kind, sent, @base + g FROM di ORDER BY id;
INSERT INTO dispatch_recipients (org_id, dispatch_id, person_id, union_id, read_at)
SELECT @org, @base + di.id, m.person_id, m.union_id, CASE WHEN pg_temp.u(di.id + m.person_id, 9) < 0.8 THEN di.sent + interval '1 day' END
FROM   di JOIN mandates m ON m.org_id = @org AND m.group_id = @base + di.g;
INSERT INTO dispatch_papers (org_id, dispatch_id, item_id, matter_id, proposal_no) SELECT @org, @base + di.id, it.id, @base + it.n, 1 FROM di JOIN it ON it.mt = di.n WHERE di.kind = 'papers';

-- What was said, who was there, and the minutes.
INSERT INTO positions (org_id, item_id, union_id, stance, reason, person_id, at, window_until)
SELECT @org, it.id, @base + s.un, CASE WHEN no THEN 'disagrees' WHEN pg_temp.u(it.id * 32 + s.un, 6) < 0.1 THEN 'not_concerned' ELSE 'agrees' END, CASE WHEN no THEN pg_temp.words(it.id, 9) ELSE '' END,
	@base + s.person, it.starts + interval '30 minutes', CASE WHEN no AND it.concluded THEN pg_temp.weekday(it.d + 7) END
FROM   it JOIN seat s ON s.g = it.g, LATERAL (SELECT pg_temp.u(it.id * 32 + s.un, 5) < 0.04 AS no) x WHERE it.before AND it.past ORDER BY it.id, s.un;
INSERT INTO attendances (org_id, meeting_id, person_id, presence)
SELECT DISTINCT @org, @base + mt.n, m.person_id, CASE WHEN pg_temp.u(mt.n * 64 + m.person_id, 8) < 0.15 THEN 'absent' WHEN pg_temp.u(mt.n * 64 + m.person_id, 8) < 0.4 THEN 'remote' ELSE 'in_person' END
FROM   mt JOIN mandates m ON m.org_id = @org AND m.group_id = @base + mt.g WHERE mt.past;
INSERT INTO attendances (org_id, meeting_id, person_id, presence) SELECT @org, @base + n, @base + g, 'in_person' FROM mt WHERE past ON CONFLICT DO NOTHING;
-- Old minutes are laid out as they were left, past the triggers that see to how they come to be.
SET session_replication_role = replica;
INSERT INTO minutes (org_id, meeting_id, status, sent_at, due_on, approved_at, content, digest)
SELECT @org, @base + n, CASE WHEN old THEN 'approved' ELSE 'sent' END, starts + interval '2 days', d + 12, CASE WHEN old THEN starts + interval '9 days' END, CASE WHEN old THEN '{}' END,
	CASE WHEN old THEN sha256('{}') END FROM mt, LATERAL (SELECT d < date '@day' - 14 AS old) x WHERE past AND NOT today;
INSERT INTO minutes_versions (org_id, meeting_id, version, content, digest, at) SELECT @org, @base + n, 1, '{}', sha256('{}'), starts + interval '2 days' FROM mt WHERE past AND NOT today;
INSERT INTO adjusters (org_id, meeting_id, person_id, answer, answered_at, version, side, asked_at, digest)
SELECT DISTINCT ON (mt.n, s.person) @org, @base + mt.n, @base + s.person, CASE WHEN d < date '@day' - 14 THEN 'approved' END, CASE WHEN d < date '@day' - 14 THEN starts + interval '8 days' END, 1,
	'union', starts + interval '2 days', CASE WHEN d < date '@day' - 14 THEN sha256('{}') END
FROM   mt JOIN seat s ON s.g = mt.g AND s.un % 3 = 0 WHERE mt.past AND NOT mt.today;
SET session_replication_role = @role;

-- Risk assessments, decisions, exceptions and what is left to do.
INSERT INTO risk_assessments (org_id, id, matter_id, no, proposal_no, change, conclusion, created_by, created_at) OVERRIDING SYSTEM VALUE
SELECT @org, @base + n, @base + n, 1, 1, pg_temp.words(n, 20), 'with_measures', @base + unit, starts - interval '30 days' FROM ma WHERE risk;
INSERT INTO risk_rows (org_id, assessment_id, no, area, source, probability, consequence, measure)
SELECT @org, @base + n, j + 1, (ARRAY['workload', 'social', 'premises'])[1 + j % 3], pg_temp.words(n + j, 6), 1 + j % 5, (1 + (n + j) % 5)::int, pg_temp.words(n + j + 1, 6) FROM ma, generate_series(0, 2) j WHERE risk;
INSERT INTO risk_participants (org_id, assessment_id, kind, person_id, name, invited_at, answer, answered_at, agrees, stated_at, stated_version)
SELECT @org, @base + n, 'safety_rep', @base + @units + @reps + 1 + (g * 2) % @safety, 'Skyddsombud', starts - interval '28 days', 'took_part', starts - interval '25 days', true, starts - interval '25 days', 1
FROM   ma WHERE risk;
UPDATE risk_assessments SET fixed_at = created_at + interval '10 days', fixed_by = created_by WHERE org_id = @org AND created_at + interval '10 days' < timestamptz '@now';
INSERT INTO decisions (org_id, matter_id, proposal_id, decided_on, by_board, recorded_by, recorded_at)
SELECT @org, @base + n, @base + n, d + 14, level <> 'LSG', @base + unit, pg_temp.at(d + 14, 15) FROM ma WHERE decided ORDER BY n;
INSERT INTO exceptions (org_id, matter_id, proposal_no, what, harm, unforeseen, no_extra_meeting, requested_by, requested_at, decided_by, decided_at, approved, answer)
SELECT @org, @base + n, 1, 'Akut flytt', 'Lokalen kan inte användas', 'Ett rör brast', 'Vi öppnar i dag', @base + unit, starts - interval '30 days', @base + @units + @reps + @safety + 71,
	starts - interval '29 days', n % 3 = 0, 'Prövat' FROM ma WHERE n % 130 = 0;
INSERT INTO tasks (org_id, person_id, role, kind, matter_id, unit_id, due_on, created_at, done_at)
SELECT @org, @base + unit, 'manager', 'feedback_apt', @base + n, @base + unit, d + 44, pg_temp.at(d + 14, 15), CASE WHEN d < date '@day' - 60 AND pg_temp.u(n, 12) < 0.97 THEN pg_temp.at(d + 40, 10) END FROM ma WHERE decided;
INSERT INTO tasks (org_id, person_id, role, kind, matter_id, due_on, created_at) SELECT @org, @base + unit, 'manager', 'decide', @base + n, d + 14, starts FROM ma WHERE past AND before AND NOT decided AND NOT today AND level = 'LSG';
INSERT INTO tasks (org_id, person_id, role, kind, meeting_id, union_id, due_on, created_at, done_at)
SELECT @org, @base + s.person, 'union_rep', 'read_papers', @base + di.n, @base + s.un, mt.d, di.sent, CASE WHEN mt.past THEN mt.starts END FROM di JOIN mt ON mt.n = di.n JOIN seat s ON s.g = di.g WHERE di.kind = 'papers';
INSERT INTO tasks (org_id, person_id, role, kind, meeting_id, due_on, created_at)
SELECT @org, person_id, 'union_rep', 'approve_minutes', meeting_id, mi.due_on, mi.sent_at FROM minutes mi JOIN adjusters a USING (org_id, meeting_id) WHERE org_id = @org AND mi.status = 'sent';
INSERT INTO sessions (token_hash, account_id, org_id, person_id, role, created_at, last_seen_at, expires_at)
SELECT sha256(convert_to('bench-@org-' || n, 'UTF8')), @base + n, @org, @base + n, '', timestamptz '@now', timestamptz '@now', timestamptz '@now' + interval '10 years' FROM generate_series(1, @staff) n;
