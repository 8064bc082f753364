-- +goose Up
-- What the HR overview counts is found by these, whatever has been closed before.
CREATE INDEX matters_open ON matters (org_id, planned_decision) WHERE status = 'open';
CREATE INDEX minutes_sent ON minutes (org_id, due_on) WHERE status = 'sent';
CREATE INDEX exceptions_approved ON exceptions (org_id, decided_at) WHERE approved;
CREATE INDEX decisions_material ON decisions (org_id, matter_id) WHERE deviation = 'material';
CREATE INDEX dispatch_papers_item ON dispatch_papers (org_id, item_id);
CREATE INDEX mandates_ending ON mandates (org_id, valid_until) WHERE valid_until IS NOT NULL;

-- +goose Down
DROP INDEX mandates_ending;
DROP INDEX dispatch_papers_item;
DROP INDEX decisions_material;
DROP INDEX exceptions_approved;
DROP INDEX minutes_sent;
DROP INDEX matters_open;
