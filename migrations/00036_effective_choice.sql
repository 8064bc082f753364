-- +goose Up
-- When samverkan takes effect has no silent default (handbook 11: forced choice at setup): '' until HR or the administrator
-- has chosen. No matter is started before that.
ALTER TABLE agreements DROP CONSTRAINT agreements_effective_at;
ALTER TABLE agreements ADD CONSTRAINT agreements_effective_at CHECK (effective_at IN ('', 'meeting_end', 'approval'));

-- +goose Down
UPDATE agreements SET effective_at = 'meeting_end' WHERE effective_at = '';
ALTER TABLE agreements DROP CONSTRAINT agreements_effective_at;
ALTER TABLE agreements ADD CONSTRAINT agreements_effective_at CHECK (effective_at IN ('meeting_end', 'approval'));
