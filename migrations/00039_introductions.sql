-- +goose Up
-- How long a new role's introduction may take, and how long a training is valid (handbook 11).
ALTER TABLE agreements
	ADD COLUMN introduction_days integer NOT NULL DEFAULT 60 CONSTRAINT agreements_introduction_days CHECK (introduction_days BETWEEN 7 AND 365),
	ADD COLUMN training_months   integer NOT NULL DEFAULT 36 CONSTRAINT agreements_training_months CHECK (training_months BETWEEN 1 AND 120);

-- Who has come into a role that bears samverkan, once for each person and role. A role that somebody had when the product
-- came into use stands here too, so that it is not taken for a new one: it has no last day.
CREATE TABLE introductions (
	org_id         bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	person_id      bigint NOT NULL,
	role           text NOT NULL CONSTRAINT introductions_role CHECK (role IN ('manager', 'union_rep', 'safety_rep')),
	unit_id        bigint,                    -- what the role is for, when it began; neither: the whole organisation
	group_id       bigint,
	began_on       date NOT NULL,
	due_on         date,                      -- NULL: the person had the role already, and needs none
	read_on        date,                      -- the agreement is read
	walked_on      date,                      -- the walk-through, and who held it
	walked_hr_id   bigint,
	walked_rep_id  bigint,
	observed_on    date,                      -- a meeting observed
	handed_on      date,                      -- open matters taken over; managers only
	confirmed_at   timestamptz,
	version        integer NOT NULL DEFAULT 1,
	CONSTRAINT introductions_org_key UNIQUE (org_id, id),
	CONSTRAINT introductions_once UNIQUE (org_id, person_id, role),
	CONSTRAINT introductions_walked_whole CHECK (num_nonnulls(walked_on, walked_hr_id, walked_rep_id) IN (0, 3) AND walked_hr_id <> walked_rep_id),
	CONSTRAINT introductions_handed_by_managers CHECK (handed_on IS NULL OR role = 'manager'),
	CONSTRAINT introductions_confirmed_whole CHECK (confirmed_at IS NULL OR num_nulls(due_on, read_on, walked_on, observed_on) = 0 AND (role <> 'manager' OR handed_on IS NOT NULL)),
	CONSTRAINT introductions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT introductions_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT introductions_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT introductions_hr_fkey FOREIGN KEY (org_id, walked_hr_id) REFERENCES people (org_id, id),
	CONSTRAINT introductions_rep_fkey FOREIGN KEY (org_id, walked_rep_id) REFERENCES people (org_id, id)
);
CREATE INDEX introductions_open ON introductions (org_id, due_on) WHERE confirmed_at IS NULL AND due_on IS NOT NULL;

-- Training: each side answers for its own, and what is joint is kept by HR. Who went to a union's own is the union's alone.
CREATE TABLE courses (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name       text NOT NULL CONSTRAINT courses_name CHECK (btrim(name) <> '' AND char_length(name) <= 100),
	about      text NOT NULL DEFAULT '' CONSTRAINT courses_about CHECK (char_length(about) <= 1000),
	arranger   text NOT NULL CONSTRAINT courses_arranger CHECK (arranger IN ('both', 'employer', 'union')),
	union_id   bigint,
	joint      boolean NOT NULL,
	created_by bigint NOT NULL,
	created_at timestamptz NOT NULL,
	version    integer NOT NULL DEFAULT 1,
	CONSTRAINT courses_org_key UNIQUE (org_id, id),
	CONSTRAINT courses_of_union CHECK ((arranger = 'union') = (union_id IS NOT NULL)),
	CONSTRAINT courses_joint CHECK (CASE arranger WHEN 'both' THEN joint WHEN 'union' THEN NOT joint ELSE true END),
	CONSTRAINT courses_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT courses_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people (org_id, id)
);
CREATE TABLE course_occasions (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	course_id bigint NOT NULL,
	held_on   date NOT NULL,
	place     text NOT NULL DEFAULT '' CONSTRAINT course_occasions_place CHECK (char_length(place) <= 100),
	version   integer NOT NULL DEFAULT 1,
	CONSTRAINT course_occasions_org_key UNIQUE (org_id, id),
	CONSTRAINT course_occasions_once UNIQUE (org_id, course_id, held_on),
	CONSTRAINT course_occasions_course_fkey FOREIGN KEY (org_id, course_id) REFERENCES courses (org_id, id)
);
CREATE TABLE course_participants (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	occasion_id bigint NOT NULL,
	person_id   bigint NOT NULL,
	side        text NOT NULL CONSTRAINT course_participants_side CHECK (side IN ('employer', 'union')),
	took_part   boolean NOT NULL DEFAULT false,
	PRIMARY KEY (org_id, occasion_id, person_id),
	CONSTRAINT course_participants_occasion_fkey FOREIGN KEY (org_id, occasion_id) REFERENCES course_occasions (org_id, id),
	CONSTRAINT course_participants_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
CREATE INDEX course_participants_person ON course_participants (org_id, person_id) WHERE took_part;
SELECT tenant_table('introductions', 'SELECT, INSERT, UPDATE'), tenant_table('courses', 'SELECT, INSERT, UPDATE'),
	tenant_table('course_occasions', 'SELECT, INSERT, UPDATE'), tenant_table('course_participants', 'SELECT, INSERT, UPDATE, DELETE');
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
DROP TABLE course_participants, course_occasions, courses, introductions;
ALTER TABLE agreements DROP COLUMN introduction_days, DROP COLUMN training_months;
