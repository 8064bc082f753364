-- +goose Up
-- Attachments (bilagor) that a proposal is read with. Each version of the proposal fixes the list as it stood, so another
-- file is another version, with all that follows from it. The content has a table of its own: lists never read it, and it can
-- be erased while what is known of the file stays.
CREATE TABLE attachments (
	org_id        bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id     bigint NOT NULL,
	no            integer NOT NULL,                    -- in the matter; never given again
	title         text NOT NULL CONSTRAINT attachments_title CHECK (btrim(title) <> '' AND char_length(title) <= 200),
	name          text NOT NULL CONSTRAINT attachments_name CHECK (btrim(name) <> '' AND char_length(name) <= 200),
	media_type    text NOT NULL,
	size          integer NOT NULL CONSTRAINT attachments_size CHECK (size > 0),
	sha256        bytea NOT NULL CONSTRAINT attachments_sha256 CHECK (octet_length(sha256) = 32),
	listed        boolean NOT NULL DEFAULT true,       -- goes with the next version
	added_by      bigint NOT NULL,
	added_at      timestamptz NOT NULL,
	erased_by     bigint,
	erased_at     timestamptz,
	erased_reason text NOT NULL DEFAULT '' CONSTRAINT attachments_erased_reason CHECK (char_length(erased_reason) <= 2000),
	CONSTRAINT attachments_org_key UNIQUE (org_id, id),
	CONSTRAINT attachments_no_key UNIQUE (org_id, matter_id, no),
	CONSTRAINT attachments_erased_whole CHECK ((erased_at IS NULL) = (erased_by IS NULL) AND (erased_at IS NULL OR NOT listed)),
	CONSTRAINT attachments_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT attachments_adder_fkey FOREIGN KEY (org_id, added_by) REFERENCES people (org_id, id),
	CONSTRAINT attachments_eraser_fkey FOREIGN KEY (org_id, erased_by) REFERENCES people (org_id, id)
);
CREATE TABLE attachment_contents (
	org_id        bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	attachment_id bigint NOT NULL,
	data          bytea NOT NULL CONSTRAINT attachment_contents_size CHECK (octet_length(data) <= 10485760),
	PRIMARY KEY (org_id, attachment_id),
	CONSTRAINT attachment_contents_attachment_fkey FOREIGN KEY (org_id, attachment_id) REFERENCES attachments (org_id, id)
);
ALTER TABLE attachment_contents ALTER COLUMN data SET STORAGE EXTERNAL; -- such files are compressed already
CREATE TABLE proposal_attachments (
	org_id        bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	proposal_id   bigint NOT NULL,
	attachment_id bigint NOT NULL,
	PRIMARY KEY (org_id, proposal_id, attachment_id),
	CONSTRAINT proposal_attachments_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES proposals (org_id, id),
	CONSTRAINT proposal_attachments_attachment_fkey FOREIGN KEY (org_id, attachment_id) REFERENCES attachments (org_id, id)
);
CREATE INDEX proposal_attachments_attachment ON proposal_attachments (org_id, attachment_id);
SELECT tenant_table('attachments', 'SELECT, INSERT, UPDATE');
SELECT tenant_table('attachment_contents', 'SELECT, INSERT, DELETE');
SELECT tenant_table('proposal_attachments', 'SELECT, INSERT');

-- +goose Down
DROP TABLE proposal_attachments, attachment_contents, attachments;
