-- +goose Up
-- A meeting's place in people's calendars. A moved meeting is a new row that takes over the uid with a higher sequence, so
-- that calendars move the entry they have (RFC 5546, 2.1.4).
ALTER TABLE meetings ADD COLUMN calendar_uid uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE meetings ADD COLUMN calendar_sequence integer NOT NULL DEFAULT 0 CONSTRAINT meetings_calendar_sequence CHECK (calendar_sequence >= 0);

-- A reminder to those who have not read their papers is a dispatch of its own in the log.
ALTER TABLE dispatches DROP CONSTRAINT dispatches_kind;
ALTER TABLE dispatches ADD CONSTRAINT dispatches_kind CHECK (kind IN ('notice', 'papers', 'reminder'));

-- A secret address from which a person's calendar reads their meetings. Only the secret's hash is kept; a revoked address
-- stays in the log.
CREATE TABLE feeds (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	person_id  bigint NOT NULL,
	hash       bytea NOT NULL CONSTRAINT feeds_hash_length CHECK (octet_length(hash) = 32),
	created_at timestamptz NOT NULL,
	revoked_at timestamptz,
	fetched_on date,                                  -- the last day on which a calendar read it
	CONSTRAINT feeds_org_key UNIQUE (org_id, id),
	CONSTRAINT feeds_hash_key UNIQUE (org_id, hash),
	CONSTRAINT feeds_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
CREATE UNIQUE INDEX feeds_one_standing ON feeds (org_id, person_id) WHERE revoked_at IS NULL;
SELECT tenant_table('feeds', 'SELECT, INSERT, UPDATE, DELETE');
REVOKE DELETE ON feeds FROM samverka_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
DROP TABLE feeds;
ALTER TABLE dispatches DROP CONSTRAINT dispatches_kind;
ALTER TABLE dispatches ADD CONSTRAINT dispatches_kind CHECK (kind IN ('notice', 'papers'));
ALTER TABLE meetings DROP COLUMN calendar_uid, DROP COLUMN calendar_sequence;
