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

-- +goose Down
ALTER TABLE agenda_items DROP COLUMN alone_by, DROP COLUMN alone_at, DROP COLUMN alone_confirmed_by, DROP COLUMN alone_confirmed_at;
