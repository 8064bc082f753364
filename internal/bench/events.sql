-- The event log of the newest matters, six events each, through the trigger that chains them.
SELECT set_config('app.org_id', '@org', false);
WITH e AS (
	INSERT INTO events (org_id, at, person_id, role, kind, matter_id, seq, prev_hash, hash, text_digest)
	SELECT @org, m.created_at + make_interval(days => k), m.owner_id, 'manager', (ARRAY['matter.created', 'matter.dialogue', 'matter.proposed', 'matter.planned', 'meeting.set_up', 'meeting.papers_sent'])[k],
		m.id, 0, '', '', sha256(convert_to('{"No": "1"}'::jsonb::text, 'UTF8'))
	FROM   (SELECT * FROM matters WHERE org_id = @org ORDER BY id DESC LIMIT @logged) m, generate_series(1, 6) k ORDER BY m.created_at, k RETURNING seq)
INSERT INTO event_texts (org_id, seq, detail) SELECT @org, seq, '{"No": "1"}'::jsonb FROM e;
SELECT set_config('app.org_id', '', false);
DO $$ DECLARE t text; BEGIN
	FOR t IN SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables b USING (table_schema, table_name)
		WHERE c.table_schema = 'public' AND c.column_name = 'id' AND c.is_identity = 'YES' AND b.table_type = 'BASE TABLE'
	LOOP EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''id''), greatest((SELECT max(id) FROM %I), 1))', t, t); END LOOP;
END $$;
DROP TABLE un, gr, seat, mt, ma, it, di;
