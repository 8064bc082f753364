-- +goose Up
-- Three locks on the tenant: the type db.OrgTx, these policies, and keys that include org_id. The catalogue test holds them.
-- +goose StatementBegin
CREATE FUNCTION tenant_table(name text, privileges text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
	EXECUTE format('CREATE POLICY org ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))', name);
	EXECUTE format('GRANT %s ON %I TO samverka_app', privileges, name);
END $$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION tenant_table FROM PUBLIC;
COMMENT ON FUNCTION tenant_table IS 'Locks a table to its organisation, and gives the application the privileges named. Every later migration calls it for each table it makes.';
-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
	FOR t IN SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped
		WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'sessions' ORDER BY 1
	LOOP
		PERFORM tenant_table(t, 'SELECT, INSERT, UPDATE, DELETE');
	END LOOP;
	-- Sign-in comes before any organisation: these are global by nature and hold no content of one.
	FOREACH t IN ARRAY ARRAY['organisations', 'accounts', 'sessions', 'password_resets', 'sign_in_attempts']
	LOOP
		EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
		EXECUTE format('CREATE POLICY global ON %I USING (true) WITH CHECK (true)', t);
		EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO samverka_app', t);
	END LOOP;
END $$;
-- +goose StatementEnd
-- What is written once is never changed or removed by the application.
REVOKE UPDATE, DELETE ON events, event_texts, decisions, dispatches, dispatch_papers, paper_answers, editorial_objections FROM samverka_app;
REVOKE ALL ON event_heads FROM samverka_app;
GRANT SELECT ON event_heads TO samverka_app;
REVOKE DELETE ON positions, minutes, exceptions, matters, meetings, people, units, unions, groups, mandates, organisations FROM samverka_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
	FOR t IN SELECT DISTINCT tablename FROM pg_policies WHERE schemaname = 'public' AND policyname IN ('org', 'global')
	LOOP
		EXECUTE format('DROP POLICY IF EXISTS org ON %I', t);
		EXECUTE format('DROP POLICY IF EXISTS global ON %I', t);
		EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY', t);
		EXECUTE format('REVOKE ALL ON %I FROM samverka_app', t);
	END LOOP;
END $$;
-- +goose StatementEnd
DROP FUNCTION tenant_table;
