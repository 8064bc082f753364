-- +goose Up
-- One writes the notes of a sitting at a time, as in a meeting.
ALTER TABLE apt_sittings
	ADD writer_id    bigint,                          -- who has the pen, until writer_until
	ADD writer_until timestamptz,
	ADD CONSTRAINT apt_sittings_writer_fkey FOREIGN KEY (org_id, writer_id) REFERENCES people (org_id, id),
	ADD CONSTRAINT apt_sittings_writer_whole CHECK ((writer_id IS NULL) = (writer_until IS NULL));

-- +goose Down
ALTER TABLE apt_sittings DROP COLUMN writer_id, DROP COLUMN writer_until;
