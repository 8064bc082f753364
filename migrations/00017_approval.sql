-- +goose Up
-- How minutes come to be approved (handbook 5.2): what was sent, version by version; who read and approved which text, how;
-- remarks, §§ approved at once, corrections, and what is secret.

-- What was sent for approval. An answer names the digest of one of these rows, and no row ever changes.
CREATE TABLE minutes_versions (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	meeting_id bigint NOT NULL,
	version    integer NOT NULL,
	content    text NOT NULL,                         -- canonical JSON
	digest     bytea NOT NULL CONSTRAINT minutes_versions_digest CHECK (digest = sha256(convert_to(content, 'UTF8'))),
	at         timestamptz NOT NULL,
	PRIMARY KEY (org_id, meeting_id, version),
	CONSTRAINT minutes_versions_minutes_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES minutes (org_id, meeting_id)
);
CREATE TABLE minutes_reads (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	meeting_id bigint NOT NULL,
	person_id  bigint NOT NULL,
	version    integer NOT NULL,
	at         timestamptz NOT NULL,
	PRIMARY KEY (org_id, meeting_id, person_id, version),
	CONSTRAINT minutes_reads_version_fkey FOREIGN KEY (org_id, meeting_id, version) REFERENCES minutes_versions (org_id, meeting_id, version),
	CONSTRAINT minutes_reads_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
-- Who besides chair and secretary writes in the minutes: whom the chair lets.
CREATE TABLE minutes_writers (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	meeting_id bigint NOT NULL,
	person_id  bigint NOT NULL,
	let_by     bigint NOT NULL,
	at         timestamptz NOT NULL,
	PRIMARY KEY (org_id, meeting_id, person_id),
	CONSTRAINT minutes_writers_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings (org_id, id),
	CONSTRAINT minutes_writers_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT minutes_writers_by_fkey FOREIGN KEY (org_id, let_by) REFERENCES people (org_id, id)
);
CREATE TABLE minutes_remarks (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	meeting_id  bigint NOT NULL,
	item_id     bigint NOT NULL,                      -- the § that it is about
	version     integer NOT NULL,                     -- of the minutes when it was written
	person_id   bigint NOT NULL,
	text        text NOT NULL CONSTRAINT minutes_remarks_text CHECK (btrim(text) <> '' AND char_length(text) <= 10000),
	at          timestamptz NOT NULL,
	answer      text CONSTRAINT minutes_remarks_answer CHECK (answer IN ('changed', 'kept')),
	answer_text text NOT NULL DEFAULT '' CONSTRAINT minutes_remarks_answer_text CHECK (char_length(answer_text) <= 10000),
	answered_by bigint,
	answered_at timestamptz,
	CONSTRAINT minutes_remarks_org_key UNIQUE (org_id, id),
	CONSTRAINT minutes_remarks_reasoned CHECK (answer <> 'kept' OR btrim(answer_text) <> ''),
	CONSTRAINT minutes_remarks_minutes_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES minutes (org_id, meeting_id),
	CONSTRAINT minutes_remarks_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items (org_id, id),
	CONSTRAINT minutes_remarks_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT minutes_remarks_answerer_fkey FOREIGN KEY (org_id, answered_by) REFERENCES people (org_id, id)
);
CREATE INDEX minutes_remarks_meeting ON minutes_remarks (org_id, meeting_id);

-- A § approved at once (omedelbar justering), or a correction (rättelse) of approved minutes: a text of its own with its own
-- approval.
CREATE TABLE minutes_parts (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	meeting_id  bigint NOT NULL,
	kind        text NOT NULL CONSTRAINT minutes_parts_kind CHECK (kind IN ('immediate', 'correction')),
	item_id     bigint,                               -- the §; NULL: the minutes as a whole
	content     text NOT NULL,                        -- canonical JSON
	digest      bytea NOT NULL CONSTRAINT minutes_parts_digest CHECK (digest = sha256(convert_to(content, 'UTF8'))),
	status      text NOT NULL DEFAULT 'sent' CONSTRAINT minutes_parts_status CHECK (status IN ('sent', 'approved', 'withdrawn')),
	proposed_by bigint NOT NULL,
	at          timestamptz NOT NULL,
	ended_at    timestamptz,
	CONSTRAINT minutes_parts_org_key UNIQUE (org_id, id),
	CONSTRAINT minutes_parts_item_needed CHECK (kind = 'correction' OR item_id IS NOT NULL),
	CONSTRAINT minutes_parts_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings (org_id, id),
	CONSTRAINT minutes_parts_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items (org_id, id),
	CONSTRAINT minutes_parts_proposer_fkey FOREIGN KEY (org_id, proposed_by) REFERENCES people (org_id, id)
);
CREATE INDEX minutes_parts_meeting ON minutes_parts (org_id, meeting_id);
CREATE UNIQUE INDEX minutes_parts_one_standing ON minutes_parts (org_id, item_id) WHERE kind = 'immediate' AND status <> 'withdrawn';
CREATE TABLE minutes_part_adjusters (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	part_id     bigint NOT NULL,
	person_id   bigint NOT NULL,
	side        text NOT NULL CONSTRAINT minutes_part_adjusters_side CHECK (side IN ('employer', 'union')),
	answer      text CONSTRAINT minutes_part_adjusters_answer CHECK (answer IN ('approved', 'objected')),
	objection   text NOT NULL DEFAULT '' CONSTRAINT minutes_part_adjusters_objection CHECK (char_length(objection) <= 10000),
	answered_at timestamptz,
	digest      bytea,                                -- of the text that the answer is about
	method      text NOT NULL DEFAULT '',             -- how the person had proved who they are
	role        text NOT NULL DEFAULT '',
	PRIMARY KEY (org_id, part_id, person_id),
	CONSTRAINT minutes_part_adjusters_part_fkey FOREIGN KEY (org_id, part_id) REFERENCES minutes_parts (org_id, id),
	CONSTRAINT minutes_part_adjusters_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
CREATE INDEX minutes_part_adjusters_person ON minutes_part_adjusters (org_id, person_id);

-- Who outside the group has opened what is secret, and why.
CREATE TABLE minutes_disclosures (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	meeting_id bigint NOT NULL,
	person_id  bigint NOT NULL,
	reason     text NOT NULL CONSTRAINT minutes_disclosures_reason CHECK (btrim(reason) <> '' AND char_length(reason) <= 2000),
	at         timestamptz NOT NULL,
	PRIMARY KEY (org_id, meeting_id, person_id),
	CONSTRAINT minutes_disclosures_minutes_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES minutes (org_id, meeting_id),
	CONSTRAINT minutes_disclosures_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);

-- The organisation's own phrases, and its own wording of ours.
CREATE TABLE phrases (
	org_id  bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	seed    text CONSTRAINT phrases_seed_filled CHECK (seed <> ''), -- which of ours it replaces; NULL: none
	class   text NOT NULL DEFAULT '' CONSTRAINT phrases_class CHECK (class IN ('', 'standing', 'information', 'early_dialogue', 'before_decision', 'follow_up')),
	outcome text NOT NULL DEFAULT '' CONSTRAINT phrases_outcome CHECK (outcome IN ('', 'agreed', 'disagreed', 'tabled', 'handled')),
	text    text NOT NULL CONSTRAINT phrases_text CHECK (btrim(text) <> '' AND char_length(text) <= 2000),
	hidden  boolean NOT NULL DEFAULT false,
	version integer NOT NULL DEFAULT 1,
	CONSTRAINT phrases_org_key UNIQUE (org_id, id),
	CONSTRAINT phrases_seed_once UNIQUE (org_id, seed)
);

ALTER TABLE minutes ADD approval text;                -- canonical JSON of who approved, when and how; fixed with the content
ALTER TABLE minutes ADD published_on date;            -- from when employees of the units concerned may read them
ALTER TABLE adjusters ADD side text NOT NULL DEFAULT 'employer' CONSTRAINT adjusters_side CHECK (side IN ('employer', 'union'));
ALTER TABLE adjusters ADD asked_at timestamptz;       -- reminders count from it
ALTER TABLE adjusters ADD digest bytea;               -- of the text that the answer is about
ALTER TABLE adjusters ADD method text NOT NULL DEFAULT '';
ALTER TABLE adjusters ADD role text NOT NULL DEFAULT '';
ALTER TABLE adjusters ADD replaced_at timestamptz;    -- a substitute answers instead
ALTER TABLE adjusters ADD replaces_id bigint;         -- whose substitute this is
ALTER TABLE adjusters ADD CONSTRAINT adjusters_replaces_fkey FOREIGN KEY (org_id, replaces_id) REFERENCES people (org_id, id);
ALTER TABLE agreements ADD publish_days integer NOT NULL DEFAULT 2 CONSTRAINT agreements_publish_days CHECK (publish_days BETWEEN 0 AND 60);
ALTER TABLE sessions ADD auth_at timestamptz;         -- when the password was last given again; NULL: at sign-in
UPDATE minutes SET status = 'draft' WHERE status = 'sent'; -- nobody has named the text that they answered about: it is sent anew
DELETE FROM adjusters a USING minutes m WHERE m.org_id = a.org_id AND m.meeting_id = a.meeting_id AND m.status = 'draft';

-- The last locks behind the rules of internal/meeting: nothing is approved that differs from what was read.
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION minutes_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF old.status IN ('approved', 'approved_with_objection') THEN
		RAISE EXCEPTION 'approved minutes are not changed' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	IF tg_op = 'DELETE' THEN
		RETURN old;
	END IF;
	IF new.status IN ('approved', 'approved_with_objection') AND (
		NOT EXISTS (SELECT FROM minutes_versions v WHERE v.meeting_id = new.meeting_id AND v.version = new.version AND v.content = new.content AND v.digest = new.digest)
		OR EXISTS (SELECT FROM adjusters a WHERE a.meeting_id = new.meeting_id AND a.replaced_at IS NULL
			AND (a.answer IS NULL OR a.answer = 'objected' OR a.digest IS DISTINCT FROM new.digest))
		OR NOT EXISTS (SELECT FROM adjusters a WHERE a.meeting_id = new.meeting_id AND a.replaced_at IS NULL AND a.side = 'union')
		OR (new.status = 'approved') = EXISTS (SELECT FROM adjusters a WHERE a.meeting_id = new.meeting_id AND a.replaced_at IS NULL AND a.answer = 'maintained'))
	THEN
		RAISE EXCEPTION 'the minutes are not what everybody has approved' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_gate';
	END IF;
	RETURN new;
END $$;
CREATE FUNCTION adjusters_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	row adjusters := CASE WHEN tg_op = 'DELETE' THEN old ELSE new END;
	m   minutes;
BEGIN
	SELECT * INTO m FROM minutes WHERE org_id = row.org_id AND meeting_id = row.meeting_id;
	IF m.status IN ('approved', 'approved_with_objection') THEN
		RAISE EXCEPTION 'approved minutes are not changed' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	IF row.answer IN ('approved', 'maintained') AND tg_op <> 'DELETE' AND (tg_op = 'INSERT' OR old.answer IS DISTINCT FROM new.answer)
		AND NOT EXISTS (SELECT FROM minutes_versions v WHERE v.org_id = m.org_id AND v.meeting_id = m.meeting_id AND v.version = m.version AND v.digest = row.digest) THEN
		RAISE EXCEPTION 'the answer is about another text' USING errcode = 'integrity_constraint_violation', constraint = 'adjusters_gate';
	END IF;
	RETURN row;
END $$;
CREATE FUNCTION minutes_parts_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF tg_op = 'DELETE' OR old.status <> 'sent' OR old.content <> new.content OR old.digest <> new.digest OR old.meeting_id <> new.meeting_id OR old.kind <> new.kind THEN
		RAISE EXCEPTION 'what is sent for approval is not changed' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	IF new.status = 'approved' AND (
		EXISTS (SELECT FROM minutes_part_adjusters a WHERE a.org_id = new.org_id AND a.part_id = new.id AND (a.answer IS DISTINCT FROM 'approved' OR a.digest IS DISTINCT FROM new.digest))
		OR NOT EXISTS (SELECT FROM minutes_part_adjusters a WHERE a.org_id = new.org_id AND a.part_id = new.id AND a.side = 'union'))
	THEN
		RAISE EXCEPTION 'the text is not what everybody has approved' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_gate';
	END IF;
	RETURN new;
END $$;
CREATE FUNCTION minutes_part_adjusters_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	row minutes_part_adjusters := CASE WHEN tg_op = 'DELETE' THEN old ELSE new END;
BEGIN
	IF EXISTS (SELECT FROM minutes_parts p WHERE p.org_id = row.org_id AND p.id = row.part_id AND p.status <> 'sent') THEN
		RAISE EXCEPTION 'what is approved is not changed' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	RETURN row;
END $$;
CREATE FUNCTION agenda_items_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM minutes_parts p WHERE p.org_id = old.org_id AND p.item_id = old.id AND p.kind = 'immediate' AND p.status = 'approved')
		OR EXISTS (SELECT FROM minutes m WHERE m.org_id = old.org_id AND m.meeting_id = old.meeting_id AND m.status IN ('approved', 'approved_with_objection')) THEN
		RAISE EXCEPTION 'the § is approved' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	RETURN new;
END $$;
-- +goose StatementEnd
CREATE TRIGGER adjusters_gate BEFORE INSERT OR UPDATE OR DELETE ON adjusters FOR EACH ROW EXECUTE FUNCTION adjusters_gate();
CREATE TRIGGER minutes_parts_gate BEFORE UPDATE OR DELETE ON minutes_parts FOR EACH ROW EXECUTE FUNCTION minutes_parts_gate();
CREATE TRIGGER minutes_part_adjusters_gate BEFORE INSERT OR UPDATE OR DELETE ON minutes_part_adjusters FOR EACH ROW EXECUTE FUNCTION minutes_part_adjusters_gate();
CREATE TRIGGER agenda_items_frozen BEFORE UPDATE OF note ON agenda_items FOR EACH ROW WHEN (old.note IS DISTINCT FROM new.note) EXECUTE FUNCTION agenda_items_frozen();

SELECT tenant_table('minutes_versions', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('minutes_reads', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('minutes_writers', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('minutes_remarks', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('minutes_parts', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('minutes_part_adjusters', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('minutes_disclosures', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('phrases', 'SELECT, INSERT, UPDATE, DELETE');
REVOKE UPDATE, DELETE ON minutes_versions, minutes_reads, minutes_disclosures FROM samverka_app;
REVOKE UPDATE, DELETE ON minutes_remarks FROM samverka_app;
GRANT UPDATE (answer, answer_text, answered_by, answered_at) ON minutes_remarks TO samverka_app;
REVOKE DELETE ON minutes_parts, minutes_part_adjusters FROM samverka_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
DROP TRIGGER agenda_items_frozen ON agenda_items;
DROP TRIGGER adjusters_gate ON adjusters;
DROP TABLE phrases, minutes_disclosures, minutes_part_adjusters, minutes_parts, minutes_remarks, minutes_writers, minutes_reads, minutes_versions;
DROP FUNCTION agenda_items_frozen(), minutes_part_adjusters_gate(), minutes_parts_gate(), adjusters_gate();
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION minutes_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF old.status IN ('approved', 'approved_with_objection') THEN
		RAISE EXCEPTION 'approved minutes are not changed' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	RETURN CASE WHEN tg_op = 'DELETE' THEN old ELSE new END;
END $$;
-- +goose StatementEnd
ALTER TABLE sessions DROP auth_at;
ALTER TABLE agreements DROP publish_days;
ALTER TABLE adjusters DROP replaces_id, DROP replaced_at, DROP role, DROP method, DROP digest, DROP asked_at, DROP side;
ALTER TABLE minutes DROP published_on, DROP approval;
