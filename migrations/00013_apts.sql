-- +goose Up
-- Arbetsplatsträffar: a manager and all staff of one unit. No positions and no approval; nothing here ties what was said
-- to who said it.
CREATE TABLE apts (
	org_id       bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	unit_id      bigint NOT NULL,
	title        text NOT NULL CONSTRAINT apts_title_filled CHECK (btrim(title) <> '' AND char_length(title) <= 200),
	status       text NOT NULL DEFAULT 'planned' CONSTRAINT apts_status CHECK (status IN ('planned', 'invited', 'held', 'published', 'cancelled')),
	status_reason text NOT NULL DEFAULT '',
	lead_id      bigint NOT NULL,                     -- the manager who calls and answers for the notes
	starts_at    timestamptz,                         -- the first sitting's start; the sittings keep it
	ends_at      timestamptz,                         -- the last sitting's end
	invited_at   timestamptz,
	agenda_at    timestamptz,                         -- when the agenda was sent
	published_at timestamptz,                         -- the notes
	created_at   timestamptz NOT NULL,
	version      integer NOT NULL DEFAULT 1,
	CONSTRAINT apts_org_key UNIQUE (org_id, id),
	CONSTRAINT apts_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT apts_lead_fkey FOREIGN KEY (org_id, lead_id) REFERENCES people (org_id, id)
);
CREATE INDEX apts_unit ON apts (org_id, unit_id, starts_at);
CREATE INDEX apts_start ON apts (org_id, starts_at, id);

-- One APT has one sitting, or several for those who work in shifts.
CREATE TABLE apt_sittings (
	org_id            bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	apt_id            bigint NOT NULL,
	starts_at         timestamptz NOT NULL,
	ends_at           timestamptz NOT NULL,
	place             text NOT NULL DEFAULT '' CONSTRAINT apt_sittings_place_length CHECK (char_length(place) <= 200),
	status            text NOT NULL DEFAULT 'planned' CONSTRAINT apt_sittings_status CHECK (status IN ('planned', 'open', 'closed', 'cancelled')),
	attended          integer CONSTRAINT apt_sittings_attended CHECK (attended BETWEEN 0 AND 9999), -- a count, never names
	opened_at         timestamptz,
	closed_at         timestamptz,
	calendar_uid      uuid NOT NULL DEFAULT gen_random_uuid(),
	calendar_sequence integer NOT NULL DEFAULT 0,
	CONSTRAINT apt_sittings_org_key UNIQUE (org_id, id),
	CONSTRAINT apt_sittings_in_order CHECK (ends_at > starts_at),
	CONSTRAINT apt_sittings_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts (org_id, id)
);
CREATE INDEX apt_sittings_apt ON apt_sittings (org_id, apt_id);
CREATE INDEX apt_sittings_start ON apt_sittings (org_id, starts_at);
-- +goose StatementBegin
CREATE FUNCTION apt_span() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE apts a SET starts_at = s.first, ends_at = s.last
	FROM   (SELECT coalesce(min(starts_at) FILTER (WHERE status <> 'cancelled'), min(starts_at)) AS first,
	               coalesce(max(ends_at) FILTER (WHERE status <> 'cancelled'), max(ends_at)) AS last
	        FROM apt_sittings WHERE org_id = new.org_id AND apt_id = new.apt_id) s
	WHERE  a.org_id = new.org_id AND a.id = new.apt_id;
	RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER apt_span AFTER INSERT OR UPDATE OF starts_at, ends_at, status ON apt_sittings FOR EACH ROW EXECUTE FUNCTION apt_span();

-- Whoever the manager lets write notes, by turns.
CREATE TABLE apt_writers (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	apt_id    bigint NOT NULL,
	person_id bigint NOT NULL,
	PRIMARY KEY (org_id, apt_id, person_id),
	CONSTRAINT apt_writers_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts (org_id, id),
	CONSTRAINT apt_writers_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);

CREATE TABLE apt_items (
	org_id          bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	apt_id          bigint NOT NULL,
	position        integer NOT NULL,
	kind            text NOT NULL CONSTRAINT apt_items_kind CHECK (kind IN ('standing', 'theme', 'own', 'proposal', 'feedback', 'carried')),
	title           text NOT NULL CONSTRAINT apt_items_title_filled CHECK (btrim(title) <> '' AND char_length(title) <= 200),
	form            text NOT NULL DEFAULT 'open',      -- form of dialogue
	minutes         integer NOT NULL CONSTRAINT apt_items_minutes CHECK (minutes BETWEEN 1 AND 480),
	category        text NOT NULL DEFAULT '',          -- a matter's category, when the item is about a change
	about_matter_id bigint,                            -- the matter that the item gives feedback on
	carried_from    bigint,                            -- the item of an earlier APT that asked for a new dialogue
	outcome         text CONSTRAINT apt_items_outcome CHECK (outcome IN ('done', 'manager_decides', 'group', 'level_up', 'dialogue')),
	outcome_text    text NOT NULL DEFAULT '' CONSTRAINT apt_items_outcome_length CHECK (char_length(outcome_text) <= 4000),
	outcome_reason  text NOT NULL DEFAULT '' CONSTRAINT apt_items_reason_length CHECK (char_length(outcome_reason) <= 2000),
	outcome_warned  boolean NOT NULL DEFAULT false,    -- the manager decides what the agreement sends to a group
	outcome_at      timestamptz,
	matter_id       bigint,                            -- the matter that the item went to
	answer_id       bigint,                            -- who answers what was lifted or is to be decided
	result          text NOT NULL DEFAULT '' CONSTRAINT apt_items_result_length CHECK (char_length(result) <= 4000),
	result_at       timestamptz,
	version         integer NOT NULL DEFAULT 1,
	CONSTRAINT apt_items_org_key UNIQUE (org_id, id),
	CONSTRAINT apt_items_reason_needed CHECK (NOT outcome_warned OR btrim(outcome_reason) <> ''),
	CONSTRAINT apt_items_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts (org_id, id),
	CONSTRAINT apt_items_about_fkey FOREIGN KEY (org_id, about_matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT apt_items_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT apt_items_carried_fkey FOREIGN KEY (org_id, carried_from) REFERENCES apt_items (org_id, id),
	CONSTRAINT apt_items_answer_fkey FOREIGN KEY (org_id, answer_id) REFERENCES people (org_id, id)
);
CREATE INDEX apt_items_apt ON apt_items (org_id, apt_id, position);
CREATE INDEX apt_items_matter ON apt_items (org_id, matter_id) WHERE matter_id IS NOT NULL;
CREATE INDEX apt_items_carried ON apt_items (org_id, carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX apt_items_warned ON apt_items (org_id, outcome_at) WHERE outcome_warned;

-- Each sitting's own notes on an item, so that two sittings never write over each other.
CREATE TABLE apt_notes (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	item_id    bigint NOT NULL,
	sitting_id bigint NOT NULL,
	text       text NOT NULL CONSTRAINT apt_notes_length CHECK (char_length(text) <= 10000),
	version    integer NOT NULL DEFAULT 1,
	updated_at timestamptz NOT NULL,
	PRIMARY KEY (org_id, item_id, sitting_id),
	CONSTRAINT apt_notes_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES apt_items (org_id, id),
	CONSTRAINT apt_notes_sitting_fkey FOREIGN KEY (org_id, sitting_id) REFERENCES apt_sittings (org_id, id)
);

-- What a person ticks about themselves; others see counts.
CREATE TABLE apt_marks (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	apt_id      bigint NOT NULL,
	person_id   bigint NOT NULL,
	attended_at timestamptz,
	read_at     timestamptz,
	PRIMARY KEY (org_id, apt_id, person_id),
	CONSTRAINT apt_marks_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts (org_id, id),
	CONSTRAINT apt_marks_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);

-- The question box. Who asked is not stored, and only the day is.
CREATE TABLE apt_questions (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	apt_id      bigint NOT NULL,
	item_id     bigint,
	text        text NOT NULL CONSTRAINT apt_questions_length CHECK (btrim(text) <> '' AND char_length(text) <= 2000),
	asked_on    date NOT NULL,
	answer      text NOT NULL DEFAULT '' CONSTRAINT apt_questions_answer_length CHECK (char_length(answer) <= 4000),
	answered_at timestamptz,
	version     integer NOT NULL DEFAULT 1,
	CONSTRAINT apt_questions_org_key UNIQUE (org_id, id),
	CONSTRAINT apt_questions_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts (org_id, id),
	CONSTRAINT apt_questions_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES apt_items (org_id, id)
);
CREATE INDEX apt_questions_apt ON apt_questions (org_id, apt_id);

-- What employees propose to talk about. The manager sees a name only when the proposer chose so.
CREATE TABLE apt_proposals (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	unit_id     bigint NOT NULL,
	apt_id      bigint,                                -- the APT that it was made for, and then the one it came to
	person_id   bigint NOT NULL,
	named       boolean NOT NULL DEFAULT false,
	title       text NOT NULL CONSTRAINT apt_proposals_title_filled CHECK (btrim(title) <> '' AND char_length(title) <= 200),
	text        text NOT NULL DEFAULT '' CONSTRAINT apt_proposals_text_length CHECK (char_length(text) <= 2000),
	status      text NOT NULL DEFAULT 'waiting' CONSTRAINT apt_proposals_status CHECK (status IN ('waiting', 'accepted', 'declined')),
	answer      text NOT NULL DEFAULT '' CONSTRAINT apt_proposals_answer_length CHECK (char_length(answer) <= 2000),
	item_id     bigint,
	created_at  timestamptz NOT NULL,
	answered_at timestamptz,
	CONSTRAINT apt_proposals_org_key UNIQUE (org_id, id),
	CONSTRAINT apt_proposals_answer_needed CHECK (status <> 'declined' OR btrim(answer) <> ''),
	CONSTRAINT apt_proposals_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT apt_proposals_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts (org_id, id),
	CONSTRAINT apt_proposals_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT apt_proposals_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES apt_items (org_id, id) ON DELETE SET NULL (item_id)
);
CREATE INDEX apt_proposals_person ON apt_proposals (org_id, person_id);
CREATE INDEX apt_proposals_unit ON apt_proposals (org_id, unit_id) WHERE status = 'waiting';
CREATE INDEX apt_proposals_item ON apt_proposals (org_id, item_id) WHERE item_id IS NOT NULL;

SELECT tenant_table('apts', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('apt_sittings', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('apt_writers', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('apt_items', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('apt_notes', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('apt_marks', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('apt_questions', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('apt_proposals', 'SELECT, INSERT, UPDATE, DELETE');
REVOKE DELETE ON apts, apt_sittings, apt_notes, apt_questions, apt_proposals FROM samverka_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- What is to be done and what is mailed about an APT, and the dialogue that a matter had there.
ALTER TABLE tasks ADD COLUMN apt_id bigint, ADD CONSTRAINT tasks_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts (org_id, id);
CREATE INDEX tasks_apt ON tasks (org_id, apt_id) WHERE apt_id IS NOT NULL;
ALTER TABLE mails ADD COLUMN apt_id bigint, ADD CONSTRAINT mails_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts (org_id, id);
ALTER TABLE apt_dialogues ADD COLUMN apt_id bigint, ADD CONSTRAINT apt_dialogues_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts (org_id, id);

-- The agreement's times for APT, and what it sends to a group (handbook 11).
ALTER TABLE agreements
	ADD COLUMN apt_invite_days integer NOT NULL DEFAULT 14 CONSTRAINT agreements_apt_invite_days CHECK (apt_invite_days BETWEEN 0 AND 90),
	ADD COLUMN apt_agenda_days integer NOT NULL DEFAULT 7 CONSTRAINT agreements_apt_agenda_days CHECK (apt_agenda_days BETWEEN 0 AND 90),
	ADD COLUMN apt_notes_days integer NOT NULL DEFAULT 7 CONSTRAINT agreements_apt_notes_days CHECK (apt_notes_days BETWEEN 1 AND 60),
	ADD COLUMN apts_per_year integer NOT NULL DEFAULT 8 CONSTRAINT agreements_apts_per_year CHECK (apts_per_year BETWEEN 0 AND 52),
	ADD COLUMN group_categories text[] NOT NULL DEFAULT '{working_time,organisation,premises,budget,policy,staffing,manager_appointment}';

-- +goose Down
ALTER TABLE agreements DROP COLUMN apt_invite_days, DROP COLUMN apt_agenda_days, DROP COLUMN apt_notes_days, DROP COLUMN apts_per_year, DROP COLUMN group_categories;
ALTER TABLE apt_dialogues DROP COLUMN apt_id;
ALTER TABLE mails DROP COLUMN apt_id;
DROP INDEX tasks_apt;
ALTER TABLE tasks DROP COLUMN apt_id;
DROP TABLE apt_proposals, apt_questions, apt_marks, apt_notes, apt_items, apt_writers, apt_sittings, apts;
DROP FUNCTION apt_span();
