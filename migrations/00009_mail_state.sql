-- +goose Up
-- How far a mail has come. 'sending' is claimed just before the mail server is told that the message is whole; a mail
-- found there later was interrupted in that instant and becomes 'unclear' rather than being sent twice. 'kept' is a mail
-- of a demo, or of an installation without a mail server: shown in the outbox, sent to nobody.
ALTER TABLE mails DROP CONSTRAINT mails_state;
ALTER TABLE mails ADD CONSTRAINT mails_state CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unclear', 'kept'));
ALTER TABLE mails ADD COLUMN problem text NOT NULL DEFAULT ''; -- the mail server's code or what stood in the way, never an address
CREATE INDEX mails_newest ON mails (org_id, id DESC);

-- +goose Down
DROP INDEX mails_newest;
ALTER TABLE mails DROP COLUMN problem;
UPDATE mails SET state = CASE state WHEN 'sending' THEN 'sent' ELSE 'failed' END WHERE state IN ('sending', 'unclear', 'kept');
ALTER TABLE mails DROP CONSTRAINT mails_state;
ALTER TABLE mails ADD CONSTRAINT mails_state CHECK (state IN ('queued', 'sent', 'failed'));
