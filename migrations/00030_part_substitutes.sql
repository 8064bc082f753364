-- +goose Up
-- A substitute answers instead of whoever does not answer about a § or a correction. Who is replaced keeps their mark.
ALTER TABLE minutes_part_adjusters
	ADD replaced_at timestamptz,
	ADD replaces_id bigint,
	ADD CONSTRAINT minutes_part_adjusters_replaces_fkey FOREIGN KEY (org_id, replaces_id) REFERENCES people (org_id, id);
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION minutes_parts_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF tg_op = 'DELETE' OR old.status <> 'sent' OR old.content <> new.content OR old.digest <> new.digest OR old.meeting_id <> new.meeting_id OR old.kind <> new.kind THEN
		RAISE EXCEPTION 'what is sent for approval is not changed' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	IF new.status = 'approved' AND (
		EXISTS (SELECT FROM minutes_part_adjusters a WHERE a.org_id = new.org_id AND a.part_id = new.id AND a.replaced_at IS NULL
			AND (a.answer IS DISTINCT FROM 'approved' OR a.digest IS DISTINCT FROM new.digest))
		OR NOT EXISTS (SELECT FROM minutes_part_adjusters a WHERE a.org_id = new.org_id AND a.part_id = new.id AND a.replaced_at IS NULL AND a.side = 'union'))
	THEN
		RAISE EXCEPTION 'the text is not what everybody has approved' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_gate';
	END IF;
	RETURN new;
END $$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION minutes_parts_gate() RETURNS trigger LANGUAGE plpgsql AS $$
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
-- +goose StatementEnd
ALTER TABLE minutes_part_adjusters DROP COLUMN replaced_at, DROP COLUMN replaces_id;
