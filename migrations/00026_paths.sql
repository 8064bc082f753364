-- +goose Up
-- The paths of a matter between levels (handbook 4.3): lifted to the group above and sent back, handed over to the next
-- manager, agreed with the parties over several förvaltningar, brought by a union, and moved when a group ends.

-- A group that has lifted the question no longer owes it anything (mandatory becomes false); the group named does.
ALTER TABLE tracks
	ADD handed_to     bigint,
	ADD handed_at     timestamptz,
	ADD handed_by     bigint,
	ADD handed_reason text NOT NULL DEFAULT '' CONSTRAINT tracks_handed_reason CHECK (char_length(handed_reason) <= 2000),
	ADD CONSTRAINT tracks_handed_whole CHECK ((handed_at IS NULL) = (handed_to IS NULL) AND (handed_at IS NULL) = (handed_by IS NULL)),
	ADD CONSTRAINT tracks_handed_done CHECK (handed_at IS NULL OR NOT mandatory AND group_id IS NOT NULL AND handed_to <> group_id),
	ADD CONSTRAINT tracks_handed_fkey FOREIGN KEY (org_id, handed_to) REFERENCES groups (org_id, id),
	ADD CONSTRAINT tracks_hander_fkey FOREIGN KEY (org_id, handed_by) REFERENCES people (org_id, id),
	DROP CONSTRAINT tracks_origin,
	ADD CONSTRAINT tracks_origin CHECK (origin IN ('plan', 'agreement_ended', 'request', 'lifted'));

-- A question above the manager's mandate goes at once, in writing, to the next manager above.
CREATE TABLE matter_handovers (
	org_id          bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id       bigint NOT NULL,
	from_id         bigint NOT NULL,
	to_id           bigint NOT NULL,
	reason          text NOT NULL CONSTRAINT matter_handovers_reason CHECK (btrim(reason) <> '' AND char_length(reason) <= 2000),
	at              timestamptz NOT NULL,
	accepted_at     timestamptz,
	returned_at     timestamptz,                      -- handed back, or taken back
	returned_by     bigint,
	returned_reason text NOT NULL DEFAULT '' CONSTRAINT matter_handovers_returned_reason CHECK (char_length(returned_reason) <= 2000),
	CONSTRAINT matter_handovers_org_key UNIQUE (org_id, id),
	CONSTRAINT matter_handovers_two_people CHECK (from_id <> to_id),
	CONSTRAINT matter_handovers_returned_whole CHECK ((returned_at IS NULL) = (returned_by IS NULL)),
	CONSTRAINT matter_handovers_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT matter_handovers_from_fkey FOREIGN KEY (org_id, from_id) REFERENCES people (org_id, id),
	CONSTRAINT matter_handovers_to_fkey FOREIGN KEY (org_id, to_id) REFERENCES people (org_id, id),
	CONSTRAINT matter_handovers_returner_fkey FOREIGN KEY (org_id, returned_by) REFERENCES people (org_id, id)
);
CREATE INDEX matter_handovers_matter ON matter_handovers (org_id, matter_id);
CREATE INDEX matter_handovers_from ON matter_handovers (org_id, from_id);
CREATE UNIQUE INDEX matter_handovers_one_open ON matter_handovers (org_id, matter_id) WHERE accepted_at IS NULL AND returned_at IS NULL;
SELECT tenant_table('matter_handovers', 'SELECT, INSERT, UPDATE');

-- Feedback is owed to a unit's staff, to a group, or to the manager who handed the question over.
ALTER TABLE matter_feedback
	ADD to_person_id bigint,
	DROP CONSTRAINT matter_feedback_to_one,
	ADD CONSTRAINT matter_feedback_to_one CHECK (num_nonnulls(unit_id, group_id, to_person_id) = 1),
	ADD CONSTRAINT matter_feedback_to_fkey FOREIGN KEY (org_id, to_person_id) REFERENCES people (org_id, id);

-- What the parties have agreed on a question over several förvaltningar: how each is covered, and who may conclude.
CREATE TABLE plan_agreements (
	org_id       bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	matter_id    bigint NOT NULL,
	agreed_on    date NOT NULL,
	how          text NOT NULL CONSTRAINT plan_agreements_how CHECK (btrim(how) <> '' AND char_length(how) <= 4000),
	concluder_id bigint,                              -- the group that concludes for all; NULL: each for its own
	recorded_by  bigint NOT NULL,
	recorded_at  timestamptz NOT NULL,
	PRIMARY KEY (org_id, matter_id),
	CONSTRAINT plan_agreements_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT plan_agreements_concluder_fkey FOREIGN KEY (org_id, concluder_id) REFERENCES groups (org_id, id),
	CONSTRAINT plan_agreements_recorder_fkey FOREIGN KEY (org_id, recorded_by) REFERENCES people (org_id, id)
);
SELECT tenant_table('plan_agreements', 'SELECT, INSERT, UPDATE');
CREATE TABLE plan_agreement_unions (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	matter_id bigint NOT NULL,
	union_id  bigint NOT NULL,
	PRIMARY KEY (org_id, matter_id, union_id),
	CONSTRAINT plan_agreement_unions_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT plan_agreement_unions_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id)
);
SELECT tenant_table('plan_agreement_unions', 'SELECT, INSERT, DELETE');

-- Questions that a union or a safety representative brings to the employer (MBL 10, 12 §§).
CREATE TABLE raised_questions (
	org_id         bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	title          text NOT NULL CONSTRAINT raised_questions_title CHECK (btrim(title) <> '' AND char_length(title) <= 200),
	why            text NOT NULL CONSTRAINT raised_questions_why CHECK (btrim(why) <> '' AND char_length(why) <= 4000),
	group_id       bigint NOT NULL,
	unit_id        bigint,                            -- when it is about one unit
	wanted_on      date NOT NULL,                     -- when it should be treated
	person_id      bigint NOT NULL,
	role           text NOT NULL CONSTRAINT raised_questions_role CHECK (role IN ('union_rep', 'safety_rep')),
	union_id       bigint,                            -- the union that it is brought for; a safety representative's is for none
	answerer_id    bigint NOT NULL,                   -- the manager responsible
	raised_at      timestamptz NOT NULL,
	answer_by      date NOT NULL,
	status         text NOT NULL DEFAULT 'waiting' CONSTRAINT raised_questions_status CHECK (status IN ('waiting', 'accepted', 'declined', 'withdrawn')),
	answer         text NOT NULL DEFAULT '' CONSTRAINT raised_questions_answer CHECK (char_length(answer) <= 4000),
	answered_by    bigint,
	answered_at    timestamptz,
	matter_id      bigint,                            -- what it became
	paragraph      text CONSTRAINT raised_questions_paragraph CHECK (paragraph IN ('mbl10', 'mbl12')), -- negotiation that the union requested
	requested_at   timestamptz,
	requested_by   bigint,
	meet_by        date,                              -- last day to meet (MBL 16 §)
	negotiated_at  timestamptz,
	negotiated_by  bigint,
	manner         text CONSTRAINT raised_questions_manner CHECK (manner IN ('agreement', 'disagreement', 'withdrawal')),
	version        integer NOT NULL DEFAULT 1,
	CONSTRAINT raised_questions_org_key UNIQUE (org_id, id),
	CONSTRAINT raised_questions_answered_whole CHECK ((answered_at IS NULL) = (answered_by IS NULL)),
	CONSTRAINT raised_questions_declined_why CHECK (status <> 'declined' OR btrim(answer) <> ''),
	CONSTRAINT raised_questions_accepted_matter CHECK ((status = 'accepted') = (matter_id IS NOT NULL)),
	CONSTRAINT raised_questions_side CHECK ((role = 'union_rep') = (union_id IS NOT NULL)),
	CONSTRAINT raised_questions_request_whole CHECK ((requested_at IS NULL) = (paragraph IS NULL) AND (requested_at IS NULL) = (requested_by IS NULL)
		AND (requested_at IS NULL) = (meet_by IS NULL) AND (requested_at IS NULL OR union_id IS NOT NULL)),
	CONSTRAINT raised_questions_negotiated_whole CHECK ((negotiated_at IS NULL) = (manner IS NULL) AND (negotiated_at IS NULL) = (negotiated_by IS NULL)
		AND (negotiated_at IS NULL OR requested_at IS NOT NULL)),
	CONSTRAINT raised_questions_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT raised_questions_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT raised_questions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT raised_questions_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT raised_questions_answerer_fkey FOREIGN KEY (org_id, answerer_id) REFERENCES people (org_id, id),
	CONSTRAINT raised_questions_answered_fkey FOREIGN KEY (org_id, answered_by) REFERENCES people (org_id, id),
	CONSTRAINT raised_questions_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT raised_questions_requester_fkey FOREIGN KEY (org_id, requested_by) REFERENCES people (org_id, id),
	CONSTRAINT raised_questions_negotiator_fkey FOREIGN KEY (org_id, negotiated_by) REFERENCES people (org_id, id)
);
CREATE INDEX raised_questions_group ON raised_questions (org_id, group_id, id DESC);
CREATE INDEX raised_questions_waiting ON raised_questions (org_id, answer_by) WHERE status = 'waiting';
CREATE UNIQUE INDEX raised_questions_matter ON raised_questions (org_id, matter_id) WHERE matter_id IS NOT NULL;
SELECT tenant_table('raised_questions', 'SELECT, INSERT, UPDATE');

ALTER TABLE tasks
	ADD question_id bigint,
	ADD CONSTRAINT tasks_question_fkey FOREIGN KEY (org_id, question_id) REFERENCES raised_questions (org_id, id);

-- A group that has ended may name the group that goes on with its questions.
ALTER TABLE groups
	ADD successor_id bigint,
	ADD CONSTRAINT groups_successor_fkey FOREIGN KEY (org_id, successor_id) REFERENCES groups (org_id, id),
	ADD CONSTRAINT groups_successor_other CHECK (successor_id <> id);
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
ALTER TABLE groups DROP COLUMN successor_id;
ALTER TABLE tasks DROP COLUMN question_id;
DROP TABLE raised_questions, plan_agreement_unions, plan_agreements, matter_handovers;
ALTER TABLE matter_feedback DROP CONSTRAINT matter_feedback_to_one;
DELETE FROM matter_feedback WHERE to_person_id IS NOT NULL;
ALTER TABLE matter_feedback DROP COLUMN to_person_id, ADD CONSTRAINT matter_feedback_to_one CHECK ((unit_id IS NULL) <> (group_id IS NULL));
UPDATE tracks SET origin = 'plan' WHERE origin = 'lifted';
ALTER TABLE tracks DROP COLUMN handed_to, DROP COLUMN handed_at, DROP COLUMN handed_by, DROP COLUMN handed_reason,
	DROP CONSTRAINT tracks_origin, ADD CONSTRAINT tracks_origin CHECK (origin IN ('plan', 'agreement_ended', 'request'));
