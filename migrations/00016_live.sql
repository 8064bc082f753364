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

-- Åtgärd: who does what by when, recorded in a meeting. Its task on the person's list says whether it is done.
CREATE TABLE meeting_actions (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	meeting_id bigint NOT NULL,
	item_id    bigint NOT NULL,
	what       text NOT NULL CONSTRAINT meeting_actions_what CHECK (btrim(what) <> '' AND char_length(what) <= 500),
	person_id  bigint NOT NULL,
	due_on     date NOT NULL,
	created_by bigint NOT NULL,
	created_at timestamptz NOT NULL,
	CONSTRAINT meeting_actions_org_key UNIQUE (org_id, id),
	CONSTRAINT meeting_actions_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings (org_id, id),
	CONSTRAINT meeting_actions_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items (org_id, id),
	CONSTRAINT meeting_actions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT meeting_actions_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people (org_id, id)
);
CREATE INDEX meeting_actions_meeting ON meeting_actions (org_id, meeting_id);
CREATE INDEX meeting_actions_item ON meeting_actions (org_id, item_id);
ALTER TABLE tasks
	ADD action_id bigint,
	ADD CONSTRAINT tasks_action_fkey FOREIGN KEY (org_id, action_id) REFERENCES meeting_actions (org_id, id) ON DELETE CASCADE;
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
SELECT tenant_table('meeting_actions', 'SELECT, INSERT, UPDATE, DELETE'),
	tenant_table('note_drafts', 'SELECT, INSERT, UPDATE, DELETE');
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
ALTER TABLE tasks DROP COLUMN action_id;
DROP TABLE note_drafts, meeting_actions;
ALTER TABLE positions DROP COLUMN recorded_by, DROP COLUMN confirmed_at, DROP COLUMN confirmed_by;
ALTER TABLE agenda_items DROP COLUMN ended_at, DROP COLUMN concluded_reason;
ALTER TABLE meetings DROP COLUMN live_version, DROP COLUMN changed_at, DROP COLUMN writer_id, DROP COLUMN writer_until;
