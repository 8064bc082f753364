-- +goose Up
-- How an organisation looked until it changed its name, colour or logo: a paper from before is written as it was, byte for
-- byte, whatever the organisation looks like now.
CREATE TABLE former_looks (
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	until      timestamptz NOT NULL,
	name       text NOT NULL CONSTRAINT former_looks_name_filled CHECK (btrim(name) <> ''),
	palette    text NOT NULL,
	logo       bytea,
	CONSTRAINT former_looks_org_id_key UNIQUE (org_id, id)
);
CREATE INDEX former_looks_until ON former_looks (org_id, until);

SELECT tenant_table('former_looks', 'SELECT, INSERT');
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
DROP TABLE former_looks;
