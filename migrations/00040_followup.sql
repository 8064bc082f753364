-- +goose Up
-- The parties' yearly follow-up of samverkan (handbook 7): a round, the groups that it visits, and what each side answers.
ALTER TABLE agreements ADD COLUMN followup_month integer NOT NULL DEFAULT 11 CONSTRAINT agreements_followup_month CHECK (followup_month BETWEEN 1 AND 12);

CREATE TABLE followup_rounds (
	org_id            bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	year              integer NOT NULL CONSTRAINT followup_rounds_year CHECK (year BETWEEN 2000 AND 2200),
	group_id          bigint NOT NULL,         -- the top group, where the parties talk it over
	stage             text NOT NULL DEFAULT 'planned' CONSTRAINT followup_rounds_stage CHECK (stage IN
		('planned', 'answers', 'analysis', 'dialogue', 'statement', 'actions', 'closed')),
	analysis          text NOT NULL DEFAULT '' CONSTRAINT followup_rounds_analysis CHECK (char_length(analysis) <= 20000),
	analysis_version  integer NOT NULL DEFAULT 1,
	dialogue_on       date,
	statement         text NOT NULL DEFAULT '' CONSTRAINT followup_rounds_statement CHECK (char_length(statement) <= 20000),
	statement_version integer NOT NULL DEFAULT 1,
	started_by        bigint NOT NULL,
	started_at        timestamptz NOT NULL,
	stated_at         timestamptz,             -- both sides stand behind the statement, and everybody may read it
	closed_at         timestamptz,
	CONSTRAINT followup_rounds_org_key UNIQUE (org_id, id),
	CONSTRAINT followup_rounds_year_key UNIQUE (org_id, year),
	CONSTRAINT followup_rounds_stated CHECK ((stated_at IS NOT NULL) = (stage IN ('actions', 'closed'))),
	CONSTRAINT followup_rounds_closed CHECK ((closed_at IS NOT NULL) = (stage = 'closed')),
	CONSTRAINT followup_rounds_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT followup_rounds_person_fkey FOREIGN KEY (org_id, started_by) REFERENCES people (org_id, id)
);

-- A group in a round: who visits it and when, and what both sides say together.
CREATE TABLE followup_groups (
	org_id              bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	round_id            bigint NOT NULL,
	group_id            bigint NOT NULL,
	visit_on            date,
	employer_visitor_id bigint,
	union_visitor_id    bigint,
	visited_at          timestamptz,
	left_out            text NOT NULL DEFAULT '' CONSTRAINT followup_groups_left_out CHECK (char_length(left_out) <= 1000), -- why it is not followed up this year
	good                text NOT NULL DEFAULT '' CONSTRAINT followup_groups_good CHECK (char_length(good) <= 10000),
	lacking             text NOT NULL DEFAULT '' CONSTRAINT followup_groups_lacking CHECK (char_length(lacking) <= 10000),
	joint_version       integer NOT NULL DEFAULT 1,
	joint_by            bigint,
	joint_at            timestamptz,
	version             integer NOT NULL DEFAULT 1, -- of the visit
	CONSTRAINT followup_groups_org_key UNIQUE (org_id, id),
	CONSTRAINT followup_groups_group_key UNIQUE (org_id, round_id, group_id),
	CONSTRAINT followup_groups_visited CHECK (visited_at IS NULL OR num_nulls(visit_on, employer_visitor_id, union_visitor_id) = 0),
	CONSTRAINT followup_groups_two_visitors CHECK (employer_visitor_id <> union_visitor_id),
	CONSTRAINT followup_groups_joint_whole CHECK ((joint_by IS NULL) = (joint_at IS NULL)),
	CONSTRAINT followup_groups_round_fkey FOREIGN KEY (org_id, round_id) REFERENCES followup_rounds (org_id, id),
	CONSTRAINT followup_groups_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT followup_groups_employer_fkey FOREIGN KEY (org_id, employer_visitor_id) REFERENCES people (org_id, id),
	CONSTRAINT followup_groups_union_fkey FOREIGN KEY (org_id, union_visitor_id) REFERENCES people (org_id, id),
	CONSTRAINT followup_groups_joint_fkey FOREIGN KEY (org_id, joint_by) REFERENCES people (org_id, id)
);
CREATE INDEX followup_groups_of_group ON followup_groups (org_id, group_id);

-- What one side of a group answers: one answer, whoever of the side writes it. Sent, it is not changed.
CREATE TABLE followup_answers (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	entry_id   bigint NOT NULL,
	side       text NOT NULL CONSTRAINT followup_answers_side CHECK (side IN ('employer', 'union')),
	grades     integer[] NOT NULL CONSTRAINT followup_answers_grades CHECK (cardinality(grades) = 5 AND 0 <= ALL (grades) AND 5 >= ALL (grades)), -- 0: not answered
	comment    text NOT NULL DEFAULT '' CONSTRAINT followup_answers_comment CHECK (char_length(comment) <= 10000),
	written_by bigint NOT NULL,
	written_at timestamptz NOT NULL,
	sent_at    timestamptz,
	version    integer NOT NULL DEFAULT 1,
	PRIMARY KEY (org_id, entry_id, side),
	CONSTRAINT followup_answers_sent_whole CHECK (sent_at IS NULL OR 0 < ALL (grades)),
	CONSTRAINT followup_answers_entry_fkey FOREIGN KEY (org_id, entry_id) REFERENCES followup_groups (org_id, id),
	CONSTRAINT followup_answers_person_fkey FOREIGN KEY (org_id, written_by) REFERENCES people (org_id, id)
);

-- Who stands behind the statement: an approval names the version and the digest of the text that was read.
CREATE TABLE followup_approvals (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	round_id  bigint NOT NULL,
	version   integer NOT NULL,
	digest    bytea NOT NULL CONSTRAINT followup_approvals_digest CHECK (octet_length(digest) = 32),
	union_id  bigint,                          -- NULL: the employer
	person_id bigint NOT NULL,
	role      text NOT NULL,
	at        timestamptz NOT NULL,
	CONSTRAINT followup_approvals_org_key UNIQUE (org_id, id),
	CONSTRAINT followup_approvals_one_each UNIQUE NULLS NOT DISTINCT (org_id, round_id, version, union_id),
	CONSTRAINT followup_approvals_round_fkey FOREIGN KEY (org_id, round_id) REFERENCES followup_rounds (org_id, id),
	CONSTRAINT followup_approvals_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT followup_approvals_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);

-- An action stands in the one table of actions, also when a follow-up of a group asks for it.
ALTER TABLE actions ADD COLUMN followup_id bigint;
ALTER TABLE actions ADD CONSTRAINT actions_followup_fkey FOREIGN KEY (org_id, followup_id) REFERENCES followup_groups (org_id, id);
ALTER TABLE actions DROP CONSTRAINT actions_place;
ALTER TABLE actions ADD CONSTRAINT actions_place CHECK (CASE WHEN followup_id IS NULL THEN matter_id IS NOT NULL OR meeting_id IS NOT NULL
	ELSE matter_id IS NULL AND meeting_id IS NULL END);
CREATE INDEX actions_followup ON actions (org_id, followup_id) WHERE followup_id IS NOT NULL;

-- What the two sides of a group want to have done; somebody does it by a day when it has become an action.
CREATE TABLE followup_measures (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	entry_id   bigint NOT NULL,
	what       text NOT NULL CONSTRAINT followup_measures_what CHECK (btrim(what) <> '' AND char_length(what) <= 1000),
	action_id  bigint,
	created_by bigint NOT NULL,
	created_at timestamptz NOT NULL,
	CONSTRAINT followup_measures_org_key UNIQUE (org_id, id),
	CONSTRAINT followup_measures_action_key UNIQUE (org_id, action_id),
	CONSTRAINT followup_measures_entry_fkey FOREIGN KEY (org_id, entry_id) REFERENCES followup_groups (org_id, id),
	CONSTRAINT followup_measures_action_fkey FOREIGN KEY (org_id, action_id) REFERENCES actions (org_id, id),
	CONSTRAINT followup_measures_person_fkey FOREIGN KEY (org_id, created_by) REFERENCES people (org_id, id)
);
CREATE INDEX followup_measures_entry ON followup_measures (org_id, entry_id);

SELECT tenant_table('followup_rounds', 'SELECT, INSERT, UPDATE'), tenant_table('followup_groups', 'SELECT, INSERT, UPDATE'),
	tenant_table('followup_answers', 'SELECT, INSERT, UPDATE'), tenant_table('followup_approvals', 'SELECT, INSERT'),
	tenant_table('followup_measures', 'SELECT, INSERT, UPDATE, DELETE');

-- +goose Down
DROP TABLE followup_measures;
DELETE FROM tasks WHERE action_id IN (SELECT id FROM actions WHERE followup_id IS NOT NULL);
DELETE FROM actions WHERE followup_id IS NOT NULL;
ALTER TABLE actions DROP CONSTRAINT actions_place, DROP COLUMN followup_id;
ALTER TABLE actions ADD CONSTRAINT actions_place CHECK (matter_id IS NOT NULL OR meeting_id IS NOT NULL);
DROP TABLE followup_approvals, followup_answers, followup_groups, followup_rounds;
ALTER TABLE agreements DROP COLUMN followup_month;
