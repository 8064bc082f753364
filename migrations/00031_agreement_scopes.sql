-- +goose Up
-- The rest of the agreement's parameters (handbook 11).
ALTER TABLE agreements
	ADD COLUMN extra_meetings        boolean NOT NULL DEFAULT true,
	ADD COLUMN quorum                integer NOT NULL DEFAULT 1 CONSTRAINT agreements_quorum CHECK (quorum BETWEEN 1 AND 20),
	ADD COLUMN adjusters_minimum     integer NOT NULL DEFAULT 1 CONSTRAINT agreements_adjusters CHECK (adjusters_minimum BETWEEN 1 AND 20),
	ADD COLUMN publish_audience      text NOT NULL DEFAULT 'covered_units' CONSTRAINT agreements_audience CHECK (publish_audience IN ('covered_units', 'organisation')),
	ADD COLUMN mbl38_inside          boolean NOT NULL DEFAULT false,
	ADD COLUMN exception_approver    text NOT NULL DEFAULT 'negotiator' CONSTRAINT agreements_approver CHECK (exception_approver IN ('negotiator', 'hr')),
	ADD COLUMN apt_formal_forum      boolean NOT NULL DEFAULT false,
	ADD COLUMN seats_per_union       integer NOT NULL DEFAULT 2 CONSTRAINT agreements_seats CHECK (seats_per_union BETWEEN 1 AND 20),
	ADD COLUMN level_names           text[] NOT NULL DEFAULT '{CSG,FSG,LSG}' CONSTRAINT agreements_levels CHECK (cardinality(level_names) BETWEEN 1 AND 6),
	ADD COLUMN number_pattern        text NOT NULL DEFAULT 'SAM {år}/{löpnr}' CONSTRAINT agreements_number_pattern CHECK (number_pattern LIKE '%{år}%{löpnr}');

-- Where a part of the organisation has agreed on something else: only what differs is written. The latest row of a place
-- holds; one without terms ends the own arrangement.
CREATE TABLE arrangements (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	unit_id    bigint,                    -- the unit and those below it, and the groups whose units all lie there
	group_id   bigint,                    -- or one group
	valid_from date NOT NULL,
	terms      jsonb NOT NULL CONSTRAINT arrangements_terms CHECK (jsonb_typeof(terms) = 'object'), -- column of agreements: value
	created_at timestamptz NOT NULL,
	CONSTRAINT arrangements_org_key UNIQUE (org_id, id),
	CONSTRAINT arrangements_place CHECK (num_nonnulls(unit_id, group_id) = 1),
	CONSTRAINT arrangements_valid_from_key UNIQUE NULLS NOT DISTINCT (org_id, unit_id, group_id, valid_from),
	CONSTRAINT arrangements_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT arrangements_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id)
);
CREATE TRIGGER verdicts_forget AFTER INSERT OR UPDATE OR DELETE ON arrangements FOR EACH STATEMENT EXECUTE FUNCTION verdicts_forget();

-- Every change of the agreement and of the arrangements, from what to what.
CREATE TABLE agreement_changes (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	at         timestamptz NOT NULL,
	person_id  bigint,                    -- NULL: at the set-up
	unit_id    bigint,
	group_id   bigint,                    -- neither: the whole organisation
	valid_from date NOT NULL,
	action     text NOT NULL CONSTRAINT agreement_changes_action CHECK (action IN ('added', 'changed', 'removed')),
	before     jsonb NOT NULL,
	after      jsonb NOT NULL,
	reason     text NOT NULL DEFAULT '',
	CONSTRAINT agreement_changes_org_key UNIQUE (org_id, id),
	CONSTRAINT agreement_changes_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT agreement_changes_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT agreement_changes_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id)
);

-- The agreement in its own words.
CREATE TABLE agreement_texts (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	title      text NOT NULL CONSTRAINT agreement_texts_title CHECK (btrim(title) <> ''),
	valid_from date NOT NULL,
	file       bytea CONSTRAINT agreement_texts_size CHECK (octet_length(file) <= 10485760),
	file_name  text NOT NULL DEFAULT '',
	digest     text NOT NULL DEFAULT '', -- SHA-256 of the file
	created_by bigint NOT NULL,
	created_at timestamptz NOT NULL,
	removed_at timestamptz,
	version    integer NOT NULL DEFAULT 1,
	CONSTRAINT agreement_texts_org_key UNIQUE (org_id, id),
	CONSTRAINT agreement_texts_person_fkey FOREIGN KEY (org_id, created_by) REFERENCES people (org_id, id)
);
CREATE TABLE agreement_clauses (
	org_id   bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	text_id  bigint NOT NULL,
	position integer NOT NULL,
	number   text NOT NULL,               -- as the agreement numbers it: 4.1, § 6
	body     text NOT NULL,
	rules    text[] NOT NULL DEFAULT '{}', -- the parameters that it says something about
	CONSTRAINT agreement_clauses_org_key UNIQUE (org_id, id),
	CONSTRAINT agreement_clauses_text_fkey FOREIGN KEY (org_id, text_id) REFERENCES agreement_texts (org_id, id)
);
CREATE INDEX agreement_clauses_text ON agreement_clauses (org_id, text_id, position);
SELECT tenant_table('arrangements', 'SELECT, INSERT, UPDATE, DELETE'), tenant_table('agreement_changes', 'SELECT, INSERT'),
	tenant_table('agreement_texts', 'SELECT, INSERT, UPDATE'), tenant_table('agreement_clauses', 'SELECT, INSERT, UPDATE, DELETE');
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- A matter keeps, with the agreement, the day of its first treatment: it says which arrangements held, in each of its groups.
ALTER TABLE matters ADD COLUMN agreement_on date;
UPDATE matters m SET agreement_on = a.valid_from FROM agreements a WHERE a.org_id = m.org_id AND a.id = m.agreement_id;

-- Approved minutes keep whom they are published to.
ALTER TABLE minutes ADD COLUMN audience text NOT NULL DEFAULT 'covered_units' CONSTRAINT minutes_audience CHECK (audience IN ('covered_units', 'organisation'));

-- group_path is the units that hold all the group's units, from the root down.
-- +goose StatementBegin
CREATE FUNCTION group_path(of_group bigint) RETURNS bigint[] LANGUAGE sql STABLE AS $$
SELECT coalesce(array_agg(x.id ORDER BY x.depth), '{}') FROM (
	SELECT a.id, min(a.depth) AS depth FROM group_units gu JOIN units u ON u.org_id = gu.org_id AND u.id = gu.unit_id
	CROSS  JOIN unnest(u.ancestors) WITH ORDINALITY a (id, depth) WHERE gu.group_id = of_group
	GROUP  BY a.id HAVING count(*) = (SELECT count(*) FROM group_units WHERE group_id = of_group)) x $$;
-- +goose StatementEnd

-- agreement_on is the agreement that holds on the day in the place: the units that hold it, from the root down, and the
-- group (0: none). Before the first agreement's date its parameters hold too. organisation.Rulebook says the same.
-- +goose StatementBegin
CREATE FUNCTION agreement_on(day date, within bigint[], in_group bigint) RETURNS SETOF agreements LANGUAGE sql STABLE AS $$
SELECT r.* FROM (SELECT y FROM agreements y ORDER BY y.valid_from <= day DESC, abs(y.valid_from - day) LIMIT 1) a
CROSS  JOIN LATERAL jsonb_populate_record(a.y, coalesce((
	SELECT jsonb_object_agg(t.key, t.value ORDER BY o.group_id NULLS FIRST, array_position(within, o.unit_id))
	FROM   (SELECT DISTINCT ON (x.unit_id, x.group_id) x.* FROM arrangements x
	        WHERE x.valid_from <= day AND (x.unit_id = ANY (within) OR x.group_id = in_group) ORDER BY x.unit_id, x.group_id, x.valid_from DESC) o
	CROSS  JOIN jsonb_each(o.terms) t), '{}')) r $$;
-- +goose StatementEnd

-- +goose Down
DROP FUNCTION agreement_on(date, bigint[], bigint);
DROP FUNCTION group_path(bigint);
ALTER TABLE minutes DROP COLUMN audience;
ALTER TABLE matters DROP COLUMN agreement_on;
DROP TABLE agreement_clauses, agreement_texts, agreement_changes, arrangements;
ALTER TABLE agreements DROP COLUMN extra_meetings, DROP COLUMN quorum, DROP COLUMN adjusters_minimum, DROP COLUMN publish_audience, DROP COLUMN mbl38_inside,
	DROP COLUMN exception_approver, DROP COLUMN apt_formal_forum, DROP COLUMN seats_per_union,
	DROP COLUMN level_names, DROP COLUMN number_pattern;
