-- +goose Up
-- Under row security a full-text index cannot be used: @@ is not leakproof. These functions ask it as a role that the
-- policies do not bind, and keep to the caller's organisation themselves; what the caller may know of each hit is asked
-- afterwards, under the policies. The index begins with the organisation, so it does not grow with the others' data.
CREATE EXTENSION IF NOT EXISTS btree_gin;
DROP INDEX matters_search;
CREATE INDEX matters_search ON matters USING gin (org_id, search);

-- search_name is a person's name as it is searched: accents are folded, å ä ö are letters of their own.
-- +goose StatementBegin
CREATE FUNCTION search_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT translate(lower(name), 'éèêëáàâíìîïóòôúùûüñçšžčćøæ', 'eeeeaaaiiiiooouuuuncszccöä') $$;
-- +goose StatementEnd
CREATE INDEX people_search ON people USING gin (org_id, to_tsvector('simple', search_name(name)));

-- +goose StatementBegin
CREATE FUNCTION search_matters(q tsquery) RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT m.id FROM matters m WHERE m.org_id = (SELECT current_org()) AND m.search @@ q $$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION search_people(q tsquery) RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT p.id FROM people p WHERE p.org_id = (SELECT current_org()) AND to_tsvector('simple', search_name(p.name)) @@ q $$;
-- +goose StatementEnd
GRANT SELECT ON matters, people TO samverka_search;
-- +goose StatementBegin
DO $$
BEGIN
	EXECUTE format('GRANT CREATE ON SCHEMA %I TO samverka_search', current_schema());
	ALTER FUNCTION search_matters(tsquery) OWNER TO samverka_search;
	ALTER FUNCTION search_people(tsquery) OWNER TO samverka_search;
	EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM samverka_search', current_schema());
END $$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION search_matters(tsquery), search_people(tsquery) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_matters(tsquery), search_people(tsquery) TO samverka_app;

-- +goose Down
DROP FUNCTION search_people(tsquery);
DROP FUNCTION search_matters(tsquery);
REVOKE SELECT ON matters, people FROM samverka_search;
DROP INDEX people_search;
DROP FUNCTION search_name(text);
DROP INDEX matters_search;
CREATE INDEX matters_search ON matters USING gin (search);
-- The extension stays: others may use it.
