-- +goose Up
CREATE TABLE people (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	account_id bigint REFERENCES accounts,
	code       text,                       -- the HR system's own key, when it has one
	name       text NOT NULL CONSTRAINT people_name_filled CHECK (btrim(name) <> ''),
	sort_name  text NOT NULL,              -- family name first, for sorting as Swedish
	email      text CONSTRAINT people_email_lower CHECK (email = lower(email)),
	unit_id    bigint,                     -- where the person is employed
	closed_on  date,
	CONSTRAINT people_org_key UNIQUE (org_id, id),
	CONSTRAINT people_email_key UNIQUE (org_id, email),
	CONSTRAINT people_code_key UNIQUE (org_id, code)
);
CREATE INDEX people_account ON people (account_id);
ALTER TABLE sessions ADD CONSTRAINT sessions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id);

CREATE TABLE units (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	code       text,
	name       text NOT NULL CONSTRAINT units_name_filled CHECK (btrim(name) <> ''),
	parent_id  bigint,
	ancestors  bigint[] NOT NULL DEFAULT '{}', -- ids from the root down to and including the unit itself
	manager_id bigint,
	headcount  integer,
	closed_on  date,
	CONSTRAINT units_org_key UNIQUE (org_id, id),
	CONSTRAINT units_code_key UNIQUE (org_id, code),
	CONSTRAINT units_parent_fkey FOREIGN KEY (org_id, parent_id) REFERENCES units (org_id, id),
	CONSTRAINT units_manager_fkey FOREIGN KEY (org_id, manager_id) REFERENCES people (org_id, id)
);
CREATE INDEX units_parent ON units (org_id, parent_id);
CREATE INDEX units_manager ON units (org_id, manager_id);
CREATE INDEX units_ancestors ON units USING gin (ancestors);
ALTER TABLE people ADD CONSTRAINT people_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id);
CREATE INDEX people_unit ON people (org_id, unit_id);

CREATE TABLE unions (
	org_id               bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name                 text NOT NULL CONSTRAINT unions_name_filled CHECK (btrim(name) <> ''),
	agreement_from       date,             -- first day that the samverkansavtal holds for this union
	agreement_until      date,             -- last day that it holds; NULL: until further notice
	collective_agreement boolean NOT NULL DEFAULT true,
	closed_on            date,
	CONSTRAINT unions_org_key UNIQUE (org_id, id),
	CONSTRAINT unions_name_key UNIQUE (org_id, name)
);

CREATE TABLE groups (
	org_id           bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name             text NOT NULL CONSTRAINT groups_name_filled CHECK (btrim(name) <> ''),
	level            text NOT NULL,        -- the organisation's own name of the level: CSG, FSG, LSG …
	parent_id        bigint,
	chair_id         bigint,
	safety_committee boolean NOT NULL DEFAULT false,
	closed_on        date,
	CONSTRAINT groups_org_key UNIQUE (org_id, id),
	CONSTRAINT groups_name_key UNIQUE (org_id, name),
	CONSTRAINT groups_parent_fkey FOREIGN KEY (org_id, parent_id) REFERENCES groups (org_id, id),
	CONSTRAINT groups_chair_fkey FOREIGN KEY (org_id, chair_id) REFERENCES people (org_id, id)
);
CREATE INDEX groups_chair ON groups (org_id, chair_id);

CREATE TABLE group_units (
	org_id   bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	group_id bigint NOT NULL,
	unit_id  bigint NOT NULL,
	PRIMARY KEY (org_id, group_id, unit_id),
	CONSTRAINT group_units_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT group_units_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id)
);
CREATE INDEX group_units_unit ON group_units (org_id, unit_id);

-- What a person is notified or appointed to do, with dates. Never a register of union members (GDPR 9.2 b, DSL 3:2):
-- only mandates that the union has notified (FML 1 §).
CREATE TABLE mandates (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	person_id   bigint NOT NULL,
	role        text NOT NULL CONSTRAINT mandates_role_known CHECK (role IN ('union_rep', 'union_substitute', 'safety_rep',
		'chief_safety_rep', 'secretary', 'employer_rep', 'hr', 'negotiator', 'employee', 'registrar', 'admin')),
	union_id    bigint,
	group_id    bigint,
	unit_id     bigint,
	valid_from  date NOT NULL,
	valid_until date,                      -- last day
	CONSTRAINT mandates_org_key UNIQUE (org_id, id),
	CONSTRAINT mandates_union_needed CHECK (role NOT IN ('union_rep', 'union_substitute') OR union_id IS NOT NULL),
	CONSTRAINT mandates_dates_in_order CHECK (valid_until IS NULL OR valid_until >= valid_from - 1),
	CONSTRAINT mandates_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT mandates_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT mandates_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT mandates_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id)
);
CREATE INDEX mandates_person ON mandates (org_id, person_id);
CREATE INDEX mandates_group ON mandates (org_id, group_id);
CREATE INDEX mandates_unit ON mandates (org_id, unit_id) WHERE unit_id IS NOT NULL;

-- The parameters of the local agreement (handbook section 11), each row valid from its date until the next row's.
CREATE TABLE agreements (
	org_id                   bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id                       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	valid_from               date NOT NULL,
	notice_days              integer NOT NULL DEFAULT 14 CONSTRAINT agreements_notice_days CHECK (notice_days BETWEEN 0 AND 90),
	papers_days              integer NOT NULL DEFAULT 7 CONSTRAINT agreements_papers_days CHECK (papers_days BETWEEN 0 AND 90),
	effective_at             text NOT NULL CONSTRAINT agreements_effective_at CHECK (effective_at IN ('meeting_end', 'approval')),
	central_days             integer NOT NULL DEFAULT 7 CONSTRAINT agreements_central_days CHECK (central_days BETWEEN 0 AND 60),
	approval_days            integer NOT NULL DEFAULT 10 CONSTRAINT agreements_approval_days CHECK (approval_days BETWEEN 1 AND 90),
	risk_before_conclusion   boolean NOT NULL DEFAULT true,
	group_order              text NOT NULL DEFAULT 'parallel' CONSTRAINT agreements_group_order CHECK (group_order IN ('parallel', 'bottom_up', 'top_down')),
	editorial_objection_days integer NOT NULL DEFAULT 3 CONSTRAINT agreements_editorial_days CHECK (editorial_objection_days BETWEEN 0 AND 30),
	extra_meeting_days       integer NOT NULL DEFAULT 2 CONSTRAINT agreements_extra_days CHECK (extra_meeting_days BETWEEN 0 AND 30),
	mbl_scope                text NOT NULL DEFAULT 'requesting' CONSTRAINT agreements_mbl_scope CHECK (mbl_scope IN ('requesting', 'all')),
	statistics_minimum       integer NOT NULL DEFAULT 10 CONSTRAINT agreements_statistics CHECK (statistics_minimum BETWEEN 3 AND 100),
	move_to_working_day      boolean NOT NULL DEFAULT true,
	created_at               timestamptz NOT NULL,
	CONSTRAINT agreements_org_key UNIQUE (org_id, id),
	CONSTRAINT agreements_valid_from_key UNIQUE (org_id, valid_from)
);

-- How an organisation's files name their columns, remembered from the first import that had to ask.
CREATE TABLE import_mappings (
	org_id bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	kind   text NOT NULL,
	header text NOT NULL,
	field  text NOT NULL,                  -- '' : not needed
	PRIMARY KEY (org_id, kind, header)
);
CREATE TABLE imports (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	person_id  bigint,
	created_at timestamptz NOT NULL,
	status     text NOT NULL CONSTRAINT imports_status CHECK (status IN ('preview', 'done', 'discarded')),
	files      jsonb NOT NULL DEFAULT '[]', -- names, kinds and digests
	payload    bytea,                       -- the uploaded files until confirmed or discarded, without columns that are not needed
	summary    jsonb NOT NULL DEFAULT '{}',
	CONSTRAINT imports_org_key UNIQUE (org_id, id),
	CONSTRAINT imports_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);

-- +goose Down
ALTER TABLE sessions DROP CONSTRAINT sessions_person_fkey;
ALTER TABLE people DROP CONSTRAINT people_unit_fkey;
DROP TABLE imports, import_mappings, agreements, mandates, group_units, groups, unions, units, people;
