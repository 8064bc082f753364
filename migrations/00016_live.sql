-- +goose Up
-- Every change to a meeting raises live_version, which is what those who follow it are told.
ALTER TABLE meetings
	ADD live_version bigint NOT NULL DEFAULT 1,
	ADD changed_at   timestamptz,                     -- the last change; NULL: none since it was planned
	ADD writer_id    bigint,                          -- who has the pen, until writer_until
	ADD writer_until timestamptz,
	ADD CONSTRAINT meetings_writer_fkey FOREIGN KEY (org_id, writer_id) REFERENCES people (org_id, id),
	ADD CONSTRAINT meetings_writer_whole CHECK ((writer_id IS NULL) = (writer_until IS NULL));
ALTER TABLE agenda_items
	ADD ended_at         timestamptz,                 -- when the treatment in this meeting was over, whatever came of it
	ADD concluded_reason text NOT NULL DEFAULT '' CONSTRAINT agenda_items_concluded_reason_length CHECK (char_length(concluded_reason) <= 2000);

-- The chair may record what a representative says in the room. It is the organisation's, marked until it has confirmed it.
ALTER TABLE positions
	ADD recorded_by  bigint,                          -- NULL: the representative gave it
	ADD confirmed_at timestamptz,
	ADD confirmed_by bigint,
	ADD CONSTRAINT positions_recorder_fkey FOREIGN KEY (org_id, recorded_by) REFERENCES people (org_id, id),
	ADD CONSTRAINT positions_confirmer_fkey FOREIGN KEY (org_id, confirmed_by) REFERENCES people (org_id, id),
	ADD CONSTRAINT positions_confirmed_whole CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL));

-- Åtgärd: who does what by when, asked for in a meeting or planned in a matter. Its task on the person's list follows it.
CREATE TABLE actions (
	org_id          bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id       bigint,                           -- what it is about
	meeting_id      bigint,                           -- the meeting that asked for it; NULL: planned in the matter
	item_id         bigint,
	risk_row        integer,                          -- of the matter's risk assessment that it comes from
	what            text NOT NULL CONSTRAINT actions_what CHECK (btrim(what) <> '' AND char_length(what) <= 1000),
	person_id       bigint NOT NULL,
	role            text NOT NULL DEFAULT 'manager',  -- in which the person does it
	due_on          date NOT NULL,
	first_person_id bigint,                           -- who was asked at first, once it has been handed on
	first_due_on    date,                             -- the day that was said at first, once it has been moved
	replanned       text NOT NULL DEFAULT '' CONSTRAINT actions_replanned CHECK (char_length(replanned) <= 1000), -- why it was moved or handed on last
	done_at         timestamptz,
	done_by         bigint,
	result          text NOT NULL DEFAULT '' CONSTRAINT actions_result CHECK (char_length(result) <= 2000),
	created_by      bigint NOT NULL,
	created_at      timestamptz NOT NULL,
	version         integer NOT NULL DEFAULT 1,
	CONSTRAINT actions_org_key UNIQUE (org_id, id),
	CONSTRAINT actions_done_whole CHECK ((done_at IS NULL) = (done_by IS NULL)),
	CONSTRAINT actions_item_whole CHECK ((meeting_id IS NULL) = (item_id IS NULL)),
	CONSTRAINT actions_place CHECK (matter_id IS NOT NULL OR meeting_id IS NOT NULL),
	CONSTRAINT actions_risk CHECK (risk_row IS NULL OR matter_id IS NOT NULL AND meeting_id IS NULL),
	CONSTRAINT actions_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT actions_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings (org_id, id),
	CONSTRAINT actions_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items (org_id, id),
	CONSTRAINT actions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT actions_first_person_fkey FOREIGN KEY (org_id, first_person_id) REFERENCES people (org_id, id),
	CONSTRAINT actions_doer_fkey FOREIGN KEY (org_id, done_by) REFERENCES people (org_id, id),
	CONSTRAINT actions_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people (org_id, id)
);
CREATE INDEX actions_matter ON actions (org_id, matter_id) WHERE matter_id IS NOT NULL;
CREATE INDEX actions_meeting ON actions (org_id, meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX actions_item ON actions (org_id, item_id) WHERE item_id IS NOT NULL;
CREATE UNIQUE INDEX actions_one_per_risk ON actions (org_id, matter_id, risk_row) WHERE risk_row IS NOT NULL AND done_at IS NULL;
ALTER TABLE tasks
	ADD action_id bigint,
	ADD CONSTRAINT tasks_action_fkey FOREIGN KEY (org_id, action_id) REFERENCES actions (org_id, id) ON DELETE CASCADE;
CREATE INDEX tasks_action ON tasks (org_id, action_id) WHERE action_id IS NOT NULL;

-- What somebody wrote and could not save, because another had saved first or taken the pen: kept until they are done with it.
CREATE TABLE note_drafts (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	item_id   bigint NOT NULL,
	person_id bigint NOT NULL,
	note      text NOT NULL CONSTRAINT note_drafts_length CHECK (char_length(note) <= 20000),
	saved_at  timestamptz NOT NULL,
	PRIMARY KEY (org_id, item_id, person_id),
	CONSTRAINT note_drafts_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items (org_id, id) ON DELETE CASCADE,
	CONSTRAINT note_drafts_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
SELECT tenant_table('actions', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('note_drafts', 'SELECT, INSERT, UPDATE, DELETE');
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
ALTER TABLE tasks DROP COLUMN action_id;
DROP TABLE note_drafts, actions;
ALTER TABLE positions DROP COLUMN recorded_by, DROP COLUMN confirmed_at, DROP COLUMN confirmed_by;
ALTER TABLE agenda_items DROP COLUMN ended_at, DROP COLUMN concluded_reason;
ALTER TABLE meetings DROP COLUMN live_version, DROP COLUMN changed_at, DROP COLUMN writer_id, DROP COLUMN writer_until;
