-- +goose Up
-- Mail that waits for the morning, how each person wants theirs, and what came back.

-- digest: waits for the morning letter. gathered: went along in one. off: the person wants none of that kind. bounced: the
-- recipient's mail server sent it back afterwards.
ALTER TABLE mails DROP CONSTRAINT mails_state;
ALTER TABLE mails ADD CONSTRAINT mails_state CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unclear', 'kept', 'digest', 'gathered', 'off', 'bounced'));
ALTER TABLE mails ADD COLUMN digest_id bigint;    -- the morning letter that it went along in
ALTER TABLE mails ADD COLUMN union_id bigint;     -- what it tells of, beside the matter and the meeting
ALTER TABLE mails ADD COLUMN about_on date;
ALTER TABLE mails ADD CONSTRAINT mails_digest_fkey FOREIGN KEY (org_id, digest_id) REFERENCES mails (org_id, id);
ALTER TABLE mails ADD CONSTRAINT mails_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id);
CREATE INDEX mails_digest ON mails (org_id, digest_id) WHERE digest_id IS NOT NULL;
CREATE INDEX mails_unsettled ON mails (org_id, state, id DESC) WHERE state IN ('queued', 'sending', 'failed', 'unclear', 'digest', 'bounced');

-- How a person wants one topic's mails; without a row, as the topic's default says.
CREATE TABLE mail_settings (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	person_id  bigint NOT NULL,
	topic      text NOT NULL,
	manner     text NOT NULL CONSTRAINT mail_settings_manner CHECK (manner IN ('at_once', 'morning', 'never')),
	changed_at timestamptz NOT NULL,
	PRIMARY KEY (org_id, person_id, topic),
	CONSTRAINT mail_settings_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);

-- The mornings on which an organisation's letters have been written: once a day, whoever does it.
CREATE TABLE mornings (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	day        date NOT NULL,
	written_at timestamptz NOT NULL,
	PRIMARY KEY (org_id, day)
);

-- Links in mail that need no signing in, and the addresses that mail comes back to, are signed with this.
ALTER TABLE organisations ADD COLUMN mail_key bytea NOT NULL DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');

-- An address that mail came back from, until it is changed or somebody says that it is right.
ALTER TABLE people ADD COLUMN mail_problem text NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN mail_problem_at timestamptz;
CREATE INDEX people_mail_problem ON people (org_id, id) WHERE mail_problem <> '';
-- +goose StatementBegin
CREATE FUNCTION people_new_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF new.email IS DISTINCT FROM old.email THEN
		new.mail_problem := '';
		new.mail_problem_at := NULL;
	END IF;
	RETURN new;
END $$;
-- +goose StatementEnd
CREATE TRIGGER people_new_address BEFORE UPDATE OF email ON people FOR EACH ROW EXECUTE FUNCTION people_new_address();

-- held_roles are the roles that people act in on a day, as sign-in derives them: a task of a role that is no longer held is
-- no longer one's own.
-- +goose StatementBegin
CREATE FUNCTION held_roles(day date) RETURNS TABLE (person_id bigint, role text) LANGUAGE sql STABLE AS $$
	SELECT u.manager_id, 'manager' FROM units u WHERE u.manager_id IS NOT NULL AND (u.closed_on IS NULL OR u.closed_on > day)
	UNION SELECT g.chair_id, 'manager' FROM groups g WHERE g.chair_id IS NOT NULL AND (g.closed_on IS NULL OR g.closed_on > day)
	UNION SELECT ma.person_id, CASE ma.role WHEN 'secretary' THEN 'manager' WHEN 'employer_rep' THEN 'manager' WHEN 'union_substitute' THEN 'union_rep'
	             WHEN 'chief_safety_rep' THEN 'safety_rep' ELSE ma.role END
	      FROM mandates ma WHERE ma.valid_from <= day AND (ma.valid_until IS NULL OR ma.valid_until >= day)
	UNION SELECT p.id, 'employee' FROM people p
$$;
-- +goose StatementEnd

SELECT tenant_table('mail_settings', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('mornings', 'SELECT, INSERT, UPDATE, DELETE');
REVOKE UPDATE, DELETE ON mornings FROM samverka_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
DROP FUNCTION held_roles(date);
DROP TABLE mornings, mail_settings;
DROP TRIGGER people_new_address ON people;
DROP FUNCTION people_new_address();
DROP INDEX people_mail_problem;
ALTER TABLE people DROP COLUMN mail_problem, DROP COLUMN mail_problem_at;
ALTER TABLE organisations DROP COLUMN mail_key;
DROP INDEX mails_unsettled;
DROP INDEX mails_digest;
ALTER TABLE mails DROP COLUMN digest_id, DROP COLUMN union_id, DROP COLUMN about_on;
UPDATE mails SET state = CASE state WHEN 'bounced' THEN 'failed' ELSE 'kept' END WHERE state IN ('digest', 'gathered', 'off', 'bounced');
ALTER TABLE mails DROP CONSTRAINT mails_state;
ALTER TABLE mails ADD CONSTRAINT mails_state CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unclear', 'kept'));
