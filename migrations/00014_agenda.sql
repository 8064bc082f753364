-- +goose Up
-- The agenda that a group's meetings begin with: standing items and, between them, where each class of matters comes. A group
-- without a template has the handbook's own.
CREATE TABLE agenda_templates (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	group_id   bigint NOT NULL,
	version    integer NOT NULL DEFAULT 1,
	saved_by   bigint NOT NULL,
	saved_at   timestamptz NOT NULL,
	PRIMARY KEY (org_id, group_id),
	CONSTRAINT agenda_templates_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT agenda_templates_saver_fkey FOREIGN KEY (org_id, saved_by) REFERENCES people (org_id, id)
);
CREATE TABLE agenda_template_items (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	group_id  bigint NOT NULL,
	place     integer NOT NULL,
	class     text NOT NULL CONSTRAINT agenda_template_items_class CHECK (class IN ('standing', 'information', 'early_dialogue', 'before_decision', 'follow_up')),
	title     text NOT NULL DEFAULT '',
	minutes   integer NOT NULL DEFAULT 5,
	presenter text NOT NULL DEFAULT '',               -- role: chair, secretary, employer, union, safety
	CONSTRAINT agenda_template_items_org_key UNIQUE (org_id, id),
	CONSTRAINT agenda_template_items_place_key UNIQUE (org_id, group_id, place),
	CONSTRAINT agenda_template_items_title_filled CHECK (class <> 'standing' OR btrim(title) <> ''),
	CONSTRAINT agenda_template_items_minutes CHECK (minutes BETWEEN 1 AND 480),
	CONSTRAINT agenda_template_items_template_fkey FOREIGN KEY (org_id, group_id) REFERENCES agenda_templates (org_id, group_id)
);

-- What somebody wants a group to take up. The chair adds it to an agenda, or answers why not.
CREATE TABLE agenda_suggestions (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	group_id    bigint NOT NULL,
	title       text NOT NULL CONSTRAINT agenda_suggestions_title_filled CHECK (btrim(title) <> ''),
	why         text NOT NULL CONSTRAINT agenda_suggestions_why_filled CHECK (btrim(why) <> ''),
	class       text NOT NULL CONSTRAINT agenda_suggestions_class CHECK (class IN ('information', 'early_dialogue', 'before_decision', 'follow_up')),
	matter_id   bigint,
	person_id   bigint NOT NULL,
	role        text NOT NULL,
	union_id    bigint,
	created_at  timestamptz NOT NULL,
	status      text NOT NULL DEFAULT 'waiting' CONSTRAINT agenda_suggestions_status CHECK (status IN ('waiting', 'taken', 'declined', 'withdrawn')),
	answer      text NOT NULL DEFAULT '' CONSTRAINT agenda_suggestions_answer_length CHECK (char_length(answer) <= 4000),
	answered_by bigint,
	answered_at timestamptz,
	CONSTRAINT agenda_suggestions_org_key UNIQUE (org_id, id),
	CONSTRAINT agenda_suggestions_why_not CHECK (status <> 'declined' OR btrim(answer) <> ''),
	CONSTRAINT agenda_suggestions_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT agenda_suggestions_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT agenda_suggestions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT agenda_suggestions_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT agenda_suggestions_answerer_fkey FOREIGN KEY (org_id, answered_by) REFERENCES people (org_id, id)
);
CREATE INDEX agenda_suggestions_group ON agenda_suggestions (org_id, group_id, id) WHERE status = 'waiting';
CREATE INDEX agenda_suggestions_person ON agenda_suggestions (org_id, person_id, id);

-- A safety representative's request under AML 6:6a: that the employer does something or looks into it, and perhaps that the
-- safety committee treats the question. The row is the employer's receipt: when it came, from whom, about what and where.
CREATE TABLE safety_requests (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	person_id   bigint NOT NULL,
	mandate     text NOT NULL CONSTRAINT safety_requests_mandate CHECK (mandate IN ('safety_rep', 'chief_safety_rep')),
	unit_id     bigint NOT NULL,
	place       text NOT NULL DEFAULT '' CONSTRAINT safety_requests_place_length CHECK (char_length(place) <= 200),
	title       text NOT NULL CONSTRAINT safety_requests_title_filled CHECK (btrim(title) <> ''),
	problem     text NOT NULL CONSTRAINT safety_requests_problem_filled CHECK (btrim(problem) <> ''),
	wanted      text NOT NULL CONSTRAINT safety_requests_wanted_filled CHECK (btrim(wanted) <> ''),
	kind        text NOT NULL CONSTRAINT safety_requests_kind CHECK (kind IN ('measure', 'examination')),
	committee   boolean NOT NULL,                     -- the safety committee shall treat it (AML 6:6a third paragraph)
	group_id    bigint,                               -- the committee that covers the unit
	received_at timestamptz NOT NULL,
	due_on      date NOT NULL,                        -- answer without delay: the agreement's days
	outcome     text CONSTRAINT safety_requests_outcome CHECK (outcome IN ('done', 'will_do', 'partly', 'not')),
	answer      text NOT NULL DEFAULT '' CONSTRAINT safety_requests_answer_length CHECK (char_length(answer) <= 4000),
	answered_by bigint,
	answered_at timestamptz,
	version     integer NOT NULL DEFAULT 1,
	CONSTRAINT safety_requests_org_key UNIQUE (org_id, id),
	CONSTRAINT safety_requests_answered CHECK ((outcome IS NULL) = (answered_at IS NULL)),
	CONSTRAINT safety_requests_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT safety_requests_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT safety_requests_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT safety_requests_answerer_fkey FOREIGN KEY (org_id, answered_by) REFERENCES people (org_id, id)
);
CREATE INDEX safety_requests_person ON safety_requests (org_id, person_id);
CREATE INDEX safety_requests_unit ON safety_requests (org_id, unit_id);
CREATE INDEX safety_requests_group ON safety_requests (org_id, group_id) WHERE committee;
CREATE INDEX safety_requests_unanswered ON safety_requests (org_id, due_on) WHERE answered_at IS NULL;

ALTER TABLE meetings ADD COLUMN agenda_version integer NOT NULL DEFAULT 1;
ALTER TABLE agenda_items
	ADD COLUMN about          text NOT NULL DEFAULT '' CONSTRAINT agenda_items_about_length CHECK (char_length(about) <= 4000),
	ADD COLUMN presenter_role text NOT NULL DEFAULT '',
	ADD COLUMN presenter_id   bigint,                 -- adjungerad: sees this item and nothing else
	ADD COLUMN late_at        timestamptz,            -- added after the notice, or after the last day for items
	ADD COLUMN late_reason    text NOT NULL DEFAULT '' CONSTRAINT agenda_items_late_reason_length CHECK (char_length(late_reason) <= 2000),
	ADD COLUMN from_item_id   bigint,                 -- the item of an earlier meeting that this one carries on
	ADD COLUMN suggestion_id  bigint,
	ADD COLUMN request_id     bigint,                 -- AML 6:6a: placed, never refused
	ADD COLUMN together_id    bigint,                 -- treated together with this item
	ADD CONSTRAINT agenda_items_late_why CHECK (late_at IS NULL OR btrim(late_reason) <> ''),
	ADD CONSTRAINT agenda_items_presenter_fkey FOREIGN KEY (org_id, presenter_id) REFERENCES people (org_id, id),
	ADD CONSTRAINT agenda_items_from_fkey FOREIGN KEY (org_id, from_item_id) REFERENCES agenda_items (org_id, id),
	ADD CONSTRAINT agenda_items_suggestion_fkey FOREIGN KEY (org_id, suggestion_id) REFERENCES agenda_suggestions (org_id, id),
	ADD CONSTRAINT agenda_items_request_fkey FOREIGN KEY (org_id, request_id) REFERENCES safety_requests (org_id, id),
	ADD CONSTRAINT agenda_items_together_fkey FOREIGN KEY (org_id, together_id) REFERENCES agenda_items (org_id, id) ON DELETE SET NULL (together_id);
CREATE INDEX agenda_items_presenter ON agenda_items (org_id, presenter_id) WHERE presenter_id IS NOT NULL;
CREATE UNIQUE INDEX agenda_items_from_once ON agenda_items (org_id, meeting_id, from_item_id) WHERE from_item_id IS NOT NULL;
CREATE INDEX agenda_items_from ON agenda_items (org_id, from_item_id) WHERE from_item_id IS NOT NULL;
CREATE INDEX agenda_items_suggestion ON agenda_items (org_id, suggestion_id) WHERE suggestion_id IS NOT NULL;
CREATE UNIQUE INDEX agenda_items_request_once ON agenda_items (org_id, meeting_id, request_id) WHERE request_id IS NOT NULL;
CREATE INDEX agenda_items_request ON agenda_items (org_id, request_id) WHERE request_id IS NOT NULL;
CREATE INDEX agenda_items_deferred ON agenda_items (org_id, meeting_id) WHERE status IN ('tabled', 'planned', 'open');

-- A 6:6a item leaves an agenda only when its meeting does not take place.
-- +goose StatementBegin
CREATE FUNCTION safety_request_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'an item under AML 6:6a is placed, never removed' USING errcode = 'integrity_constraint_violation', constraint = 'safety_request_placed';
END $$;
-- +goose StatementEnd
CREATE TRIGGER safety_request_placed BEFORE DELETE ON agenda_items FOR EACH ROW WHEN (old.request_id IS NOT NULL) EXECUTE FUNCTION safety_request_placed();

ALTER TABLE agreements
	ADD COLUMN items_days   integer NOT NULL DEFAULT 10 CONSTRAINT agreements_items_days CHECK (items_days BETWEEN 0 AND 90),
	ADD COLUMN request_days integer NOT NULL DEFAULT 14 CONSTRAINT agreements_request_days CHECK (request_days BETWEEN 1 AND 60);
ALTER TABLE tasks ADD COLUMN request_id bigint, ADD COLUMN suggestion_id bigint, ADD COLUMN item_id bigint,
	ADD CONSTRAINT tasks_request_fkey FOREIGN KEY (org_id, request_id) REFERENCES safety_requests (org_id, id),
	ADD CONSTRAINT tasks_suggestion_fkey FOREIGN KEY (org_id, suggestion_id) REFERENCES agenda_suggestions (org_id, id),
	ADD CONSTRAINT tasks_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items (org_id, id) ON DELETE CASCADE;
CREATE INDEX tasks_request ON tasks (org_id, request_id) WHERE request_id IS NOT NULL;
CREATE INDEX tasks_suggestion ON tasks (org_id, suggestion_id) WHERE suggestion_id IS NOT NULL;
CREATE INDEX tasks_item ON tasks (org_id, item_id) WHERE item_id IS NOT NULL;

SELECT tenant_table('agenda_templates', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('agenda_template_items', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('agenda_suggestions', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('safety_requests', 'SELECT, INSERT, UPDATE, DELETE');
REVOKE DELETE ON agenda_suggestions, safety_requests FROM samverka_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
ALTER TABLE tasks DROP COLUMN request_id, DROP COLUMN suggestion_id, DROP COLUMN item_id;
ALTER TABLE agreements DROP COLUMN items_days, DROP COLUMN request_days;
DROP TRIGGER safety_request_placed ON agenda_items;
DROP FUNCTION safety_request_placed();
DROP INDEX agenda_items_deferred;
ALTER TABLE agenda_items DROP COLUMN about, DROP COLUMN presenter_role, DROP COLUMN presenter_id, DROP COLUMN late_at, DROP COLUMN late_reason,
	DROP COLUMN from_item_id, DROP COLUMN suggestion_id, DROP COLUMN request_id, DROP COLUMN together_id;
ALTER TABLE meetings DROP COLUMN agenda_version;
DROP TABLE safety_requests, agenda_suggestions, agenda_template_items, agenda_templates;
