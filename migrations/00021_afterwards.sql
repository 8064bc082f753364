-- +goose Up
-- What follows a decision (handbook T12-T14): feedback to everyone concerned, checks of the
-- effect, and stops of work by a safety representative (AML 6:7).
ALTER TABLE matters
	ADD executing_at timestamptz,
	ADD following_at timestamptz,
	ADD closed_at    timestamptz;

CREATE TABLE matter_feedback (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id bigint NOT NULL,
	unit_id   bigint,                                 -- the APT of this unit, or
	group_id  bigint,                                 -- this group
	person_id bigint NOT NULL,                        -- who gives it
	due_on    date NOT NULL,
	given_at  timestamptz,
	given_by  bigint,
	note      text NOT NULL DEFAULT '' CONSTRAINT matter_feedback_note CHECK (char_length(note) <= 4000),
	CONSTRAINT matter_feedback_org_key UNIQUE (org_id, id),
	CONSTRAINT matter_feedback_to_one CHECK ((unit_id IS NULL) <> (group_id IS NULL)),
	CONSTRAINT matter_feedback_given_whole CHECK ((given_at IS NULL) = (given_by IS NULL)),
	CONSTRAINT matter_feedback_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT matter_feedback_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT matter_feedback_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT matter_feedback_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT matter_feedback_giver_fkey FOREIGN KEY (org_id, given_by) REFERENCES people (org_id, id)
);
CREATE INDEX matter_feedback_matter ON matter_feedback (org_id, matter_id);
CREATE INDEX matter_feedback_waiting_unit ON matter_feedback (org_id, unit_id) WHERE given_at IS NULL AND unit_id IS NOT NULL;
CREATE INDEX matter_feedback_waiting_group ON matter_feedback (org_id, group_id) WHERE given_at IS NULL AND group_id IS NOT NULL;

CREATE TABLE matter_checks (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id  bigint NOT NULL,
	what       text NOT NULL CONSTRAINT matter_checks_what CHECK (btrim(what) <> '' AND char_length(what) <= 1000),
	person_id  bigint NOT NULL,
	due_on     date NOT NULL,
	checked_at timestamptz,
	checked_by bigint,
	result     text CONSTRAINT matter_checks_result CHECK (result IN ('as_meant', 'partly', 'not')),
	note       text NOT NULL DEFAULT '' CONSTRAINT matter_checks_note CHECK (char_length(note) <= 4000),
	created_at timestamptz NOT NULL,
	CONSTRAINT matter_checks_org_key UNIQUE (org_id, id),
	CONSTRAINT matter_checks_made_whole CHECK ((checked_at IS NULL) = (checked_by IS NULL) AND (checked_at IS NULL) = (result IS NULL)),
	CONSTRAINT matter_checks_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT matter_checks_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT matter_checks_checker_fkey FOREIGN KEY (org_id, checked_by) REFERENCES people (org_id, id)
);
CREATE INDEX matter_checks_matter ON matter_checks (org_id, matter_id);

CREATE TABLE matter_stops (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id bigint NOT NULL,
	person_id bigint NOT NULL,                        -- the safety representative
	reason    text NOT NULL CONSTRAINT matter_stops_reason CHECK (btrim(reason) <> '' AND char_length(reason) <= 4000),
	placed_at timestamptz NOT NULL,
	lifted_at timestamptz,
	lifted_by bigint,
	lifting   text NOT NULL DEFAULT '' CONSTRAINT matter_stops_lifting CHECK (char_length(lifting) <= 4000), -- why it was lifted
	CONSTRAINT matter_stops_org_key UNIQUE (org_id, id),
	CONSTRAINT matter_stops_lifted_whole CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)),
	CONSTRAINT matter_stops_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT matter_stops_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT matter_stops_lifter_fkey FOREIGN KEY (org_id, lifted_by) REFERENCES people (org_id, id)
);
CREATE UNIQUE INDEX matter_stops_one ON matter_stops (org_id, matter_id) WHERE lifted_at IS NULL;
SELECT tenant_table('matter_feedback', 'SELECT, INSERT, UPDATE'),
	tenant_table('matter_checks', 'SELECT, INSERT, UPDATE'),
	tenant_table('matter_stops', 'SELECT, INSERT, UPDATE');
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
DROP TABLE matter_stops, matter_checks, matter_feedback;
ALTER TABLE matters DROP COLUMN executing_at, DROP COLUMN following_at, DROP COLUMN closed_at;
