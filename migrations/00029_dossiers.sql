-- +goose Up
-- What is given out of matters, and the organisation's own words beside the product's.
CREATE TABLE matter_disclosures (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id bigint NOT NULL,
	person_id bigint NOT NULL,
	masked    boolean NOT NULL,
	reason    text NOT NULL,              -- what the assessment of secrecy came to; never who asked (TF 2:18)
	at        timestamptz NOT NULL,
	last_seq  bigint NOT NULL,            -- the newest event that was in what was given out
	CONSTRAINT matter_disclosures_org_key UNIQUE (org_id, id),
	CONSTRAINT matter_disclosures_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT matter_disclosures_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT matter_disclosures_reasoned CHECK (masked OR btrim(reason) <> '')
);
CREATE INDEX matter_disclosures_matter ON matter_disclosures (org_id, matter_id);
SELECT tenant_table('matter_disclosures', 'SELECT, INSERT');

-- Each saving is a row of its own: the newest version stands, and an empty body goes back to the product's text.
CREATE TABLE help_texts (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	topic     text NOT NULL,
	version   integer NOT NULL,
	body      text NOT NULL CONSTRAINT help_texts_body CHECK (char_length(body) <= 20000),
	person_id bigint NOT NULL,
	at        timestamptz NOT NULL,
	CONSTRAINT help_texts_org_key UNIQUE (org_id, id),
	CONSTRAINT help_texts_version_key UNIQUE (org_id, topic, version),
	CONSTRAINT help_texts_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
SELECT tenant_table('help_texts', 'SELECT, INSERT');
ALTER TABLE organisations ADD help_version integer NOT NULL DEFAULT 0; -- raised by each saving; sessions know it

-- +goose Down
ALTER TABLE organisations DROP help_version;
DROP TABLE help_texts;
DROP TABLE matter_disclosures;
