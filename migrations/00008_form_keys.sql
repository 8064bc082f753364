-- +goose Up
-- A form that creates something carries a key; the same key creates nothing twice, however often it is sent.
CREATE TABLE form_keys (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	person_id bigint NOT NULL,
	key       text NOT NULL CONSTRAINT form_keys_key_size CHECK (length(key) BETWEEN 16 AND 64),
	at        timestamptz NOT NULL,
	location  text,                        -- where the first sending led to; NULL while it is worked on
	PRIMARY KEY (org_id, person_id, key),
	CONSTRAINT form_keys_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
CREATE INDEX form_keys_at ON form_keys (org_id, at);
SELECT tenant_table('form_keys', 'SELECT, INSERT, UPDATE, DELETE');

-- The demo lets people in as a person without any account; an account with people in several organisations may switch.
ALTER TABLE sessions ALTER account_id DROP NOT NULL;
ALTER TABLE sessions ADD several_orgs boolean NOT NULL DEFAULT false;
ALTER TABLE sessions ADD CONSTRAINT sessions_account_or_demo CHECK (account_id IS NOT NULL OR method = 'demo');
CREATE INDEX sessions_person ON sessions (org_id, person_id);

-- +goose Down
DROP INDEX sessions_person;
ALTER TABLE sessions DROP CONSTRAINT sessions_account_or_demo;
DELETE FROM sessions WHERE account_id IS NULL;
ALTER TABLE sessions DROP several_orgs;
ALTER TABLE sessions ALTER account_id SET NOT NULL;
DROP TABLE form_keys;
