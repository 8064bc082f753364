-- +goose Up
-- Samverkan that is concluded although no organisation came: the chair proposes it with the reason, HR confirms it. Without
-- both there is no conclusion, whatever the program believes (handbook 4.4).
ALTER TABLE agenda_items
	ADD alone_by           bigint,
	ADD alone_at           timestamptz,
	ADD alone_confirmed_by bigint,
	ADD alone_confirmed_at timestamptz,
	ADD CONSTRAINT agenda_items_alone_by_fkey FOREIGN KEY (org_id, alone_by) REFERENCES people (org_id, id),
	ADD CONSTRAINT agenda_items_alone_confirmed_by_fkey FOREIGN KEY (org_id, alone_confirmed_by) REFERENCES people (org_id, id),
	ADD CONSTRAINT agenda_items_alone_whole CHECK ((alone_by IS NULL) = (alone_at IS NULL) AND (alone_by IS NULL) = (btrim(concluded_reason) = '')),
	ADD CONSTRAINT agenda_items_alone_two_people CHECK ((alone_confirmed_by IS NULL) = (alone_confirmed_at IS NULL)
		AND (alone_confirmed_by IS NULL OR alone_by IS NOT NULL AND alone_confirmed_by <> alone_by)),
	ADD CONSTRAINT agenda_items_alone_confirmed CHECK (alone_by IS NULL OR (concluded_at IS NULL) = (alone_confirmed_at IS NULL));

-- A presenter whom the register does not know: a name and what they are, without access.
ALTER TABLE agenda_items ADD presenter_text text NOT NULL DEFAULT '' CONSTRAINT agenda_items_presenter_text_length CHECK (char_length(presenter_text) <= 200),
	ADD CONSTRAINT agenda_items_one_presenter CHECK (presenter_id IS NULL OR presenter_text = '');

-- A representative may take their own request back: it stays readable, and no committee has to treat it any more.
ALTER TABLE safety_requests ADD withdrawn_at timestamptz,
	ADD withdrawn_reason text NOT NULL DEFAULT '' CONSTRAINT safety_requests_withdrawn_reason_length CHECK (char_length(withdrawn_reason) <= 2000);
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION safety_request_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM safety_requests r WHERE r.id = old.request_id AND r.withdrawn_at IS NOT NULL) THEN
		RETURN old;
	END IF;
	RAISE EXCEPTION 'an item under AML 6:6a is placed, never removed' USING errcode = 'integrity_constraint_violation', constraint = 'safety_request_placed';
END $$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION safety_request_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'an item under AML 6:6a is placed, never removed' USING errcode = 'integrity_constraint_violation', constraint = 'safety_request_placed';
END $$;
-- +goose StatementEnd
ALTER TABLE safety_requests DROP COLUMN withdrawn_at, DROP COLUMN withdrawn_reason;
ALTER TABLE agenda_items DROP COLUMN presenter_text;
ALTER TABLE agenda_items DROP COLUMN alone_by, DROP COLUMN alone_at, DROP COLUMN alone_confirmed_by, DROP COLUMN alone_confirmed_at;
