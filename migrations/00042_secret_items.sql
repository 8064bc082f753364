-- +goose Up
-- A § that is secret by itself, without a matter that is, or only in one meeting (OSL 10:11-14; handbook L5).
ALTER TABLE agenda_items ADD COLUMN secrecy text NOT NULL DEFAULT ''
	CONSTRAINT agenda_items_secrecy_length CHECK (char_length(secrecy) <= 200);

-- +goose Down
ALTER TABLE agenda_items DROP COLUMN secrecy;
