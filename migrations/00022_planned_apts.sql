-- +goose Up
-- A published date of a unit's plan is an APT, which came to have a table after the plan had.
ALTER TABLE planned_dates ADD CONSTRAINT planned_dates_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts (org_id, id);

-- +goose Down
ALTER TABLE planned_dates DROP CONSTRAINT planned_dates_apt_fkey;
