-- +goose Up
-- The steps a disagreement goes through, in order, and whether unions may bring their own matters (handbook 11).
ALTER TABLE agreements
	ADD COLUMN disagreement_steps text[] NOT NULL DEFAULT '{central}'
		CONSTRAINT agreements_disagreement_steps CHECK (disagreement_steps IN ('{central}', '{enhanced,central}', '{higher_group,central}', '{enhanced,higher_group,central}')),
	ADD COLUMN union_raised boolean NOT NULL DEFAULT true;

-- +goose Down
ALTER TABLE agreements DROP COLUMN disagreement_steps, DROP COLUMN union_raised;
