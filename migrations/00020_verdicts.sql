-- +goose Up
-- What the gate said of each open matter, kept so that a whole organisation is read in one plan. The gate function of
-- internal/matter alone fills it; a row counts only on its day, and only while no event has touched the matter since.
CREATE TABLE matter_verdicts (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	matter_id bigint NOT NULL,
	judged_on date NOT NULL,
	state     text NOT NULL,
	missing   integer NOT NULL,                       -- entries of the gate
	earliest  date NOT NULL,
	too_early boolean NOT NULL,                       -- planned for a day before it may lawfully be decided
	PRIMARY KEY (org_id, matter_id),
	CONSTRAINT matter_verdicts_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id)
);
CREATE INDEX matter_verdicts_state ON matter_verdicts (org_id, state);
CREATE INDEX matter_verdicts_early ON matter_verdicts (org_id) WHERE too_early;

-- The matters to be judged anew: one row for each event that touches one. Nothing waits on anything here, and a mark that
-- the judge has not seen stays.
CREATE TABLE matter_marks (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id bigint NOT NULL,                        -- as the event says it
	CONSTRAINT matter_marks_org_key UNIQUE (org_id, id)
);
-- verdicts_lock keeps a change of the organisation, which may touch every matter, and the judge apart.
-- +goose StatementBegin
CREATE FUNCTION verdicts_lock() RETURNS void LANGUAGE sql AS $$
SELECT pg_advisory_xact_lock(hashtextextended('verdicts', coalesce(current_org(), 0))) $$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION verdicts_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM verdicts_lock();
	DELETE FROM matter_verdicts;
	RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER verdicts_forget AFTER INSERT OR UPDATE OR DELETE ON mandates FOR EACH STATEMENT EXECUTE FUNCTION verdicts_forget();
CREATE TRIGGER verdicts_forget AFTER INSERT OR UPDATE OR DELETE ON unions FOR EACH STATEMENT EXECUTE FUNCTION verdicts_forget();
CREATE TRIGGER verdicts_forget AFTER INSERT OR UPDATE OR DELETE ON agreements FOR EACH STATEMENT EXECUTE FUNCTION verdicts_forget();
CREATE TRIGGER verdicts_forget AFTER INSERT OR UPDATE OR DELETE ON groups FOR EACH STATEMENT EXECUTE FUNCTION verdicts_forget();
-- +goose StatementBegin
CREATE FUNCTION events_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF new.matter_id IS NOT NULL THEN
		INSERT INTO matter_marks (matter_id) VALUES (new.matter_id);
	END IF;
	IF new.meeting_id IS NOT NULL THEN
		INSERT INTO matter_marks (matter_id) SELECT DISTINCT ai.matter_id FROM agenda_items ai
		WHERE ai.org_id = new.org_id AND ai.meeting_id = new.meeting_id AND ai.matter_id IS NOT NULL AND ai.matter_id IS DISTINCT FROM new.matter_id;
	END IF;
	RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER events_mark AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION events_mark();
SELECT tenant_table('matter_verdicts', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('matter_marks', 'SELECT, INSERT, UPDATE, DELETE');
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
DROP TRIGGER events_mark ON events;
DROP FUNCTION events_mark();
DROP TRIGGER verdicts_forget ON groups;
DROP TRIGGER verdicts_forget ON agreements;
DROP TRIGGER verdicts_forget ON unions;
DROP TRIGGER verdicts_forget ON mandates;
DROP FUNCTION verdicts_forget();
DROP FUNCTION verdicts_lock();
DROP TABLE matter_marks, matter_verdicts;
