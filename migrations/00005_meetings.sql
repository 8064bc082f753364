-- +goose Up
CREATE TABLE meetings (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	group_id   bigint NOT NULL,
	starts_at  timestamptz NOT NULL,
	ends_at    timestamptz NOT NULL,                  -- planned end
	place      text NOT NULL DEFAULT '',
	extra      boolean NOT NULL DEFAULT false,        -- called at short notice, by consent
	status     text NOT NULL DEFAULT 'planned' CONSTRAINT meetings_status CHECK (status IN ('planned', 'open', 'closed', 'cancelled')),
	status_reason text NOT NULL DEFAULT '',
	moved_to   bigint,                                -- the meeting that replaces a moved one
	opened_at  timestamptz,
	closed_at  timestamptz,
	created_by bigint NOT NULL,
	created_at timestamptz NOT NULL,
	version    integer NOT NULL DEFAULT 1,
	CONSTRAINT meetings_org_key UNIQUE (org_id, id),
	CONSTRAINT meetings_times_in_order CHECK (ends_at > starts_at),
	CONSTRAINT meetings_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT meetings_moved_fkey FOREIGN KEY (org_id, moved_to) REFERENCES meetings (org_id, id),
	CONSTRAINT meetings_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people (org_id, id)
);
CREATE INDEX meetings_group ON meetings (org_id, group_id, starts_at DESC, id DESC);
CREATE INDEX meetings_starts ON meetings (org_id, starts_at, id);
ALTER TABLE tasks ADD CONSTRAINT tasks_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings (org_id, id);

-- One item of the agenda; with matter_id it is the treatment of that matter, bound to one version of its proposal.
CREATE TABLE agenda_items (
	org_id        bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	meeting_id    bigint NOT NULL,
	position      integer NOT NULL,
	title         text NOT NULL CONSTRAINT agenda_items_title_filled CHECK (btrim(title) <> ''),
	class         text NOT NULL CONSTRAINT agenda_items_class CHECK (class IN ('standing', 'information', 'early_dialogue', 'before_decision', 'follow_up')),
	minutes_planned integer NOT NULL DEFAULT 10 CONSTRAINT agenda_items_minutes CHECK (minutes_planned BETWEEN 1 AND 480),
	matter_id     bigint,
	track_id      bigint,
	status        text NOT NULL DEFAULT 'planned' CONSTRAINT agenda_items_status CHECK (status IN ('planned', 'open', 'tabled', 'concluded', 'handled')),
	opened_at     timestamptz,
	proposal_no   integer NOT NULL DEFAULT 0,         -- the version treated, set when the treatment opens
	note          text NOT NULL DEFAULT '' CONSTRAINT agenda_items_note_length CHECK (char_length(note) <= 20000),
	note_version  integer NOT NULL DEFAULT 1,
	tabled_at     timestamptz,
	tabled_to     date,
	tabled_reason text NOT NULL DEFAULT '',
	concluded_at  timestamptz,
	concluded_by  bigint,
	effective_at  timestamptz,                        -- when the conclusion took effect: the meeting's end or the approval
	CONSTRAINT agenda_items_org_key UNIQUE (org_id, id),
	CONSTRAINT agenda_items_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings (org_id, id),
	CONSTRAINT agenda_items_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT agenda_items_track_fkey FOREIGN KEY (org_id, track_id) REFERENCES tracks (org_id, id),
	CONSTRAINT agenda_items_concluder_fkey FOREIGN KEY (org_id, concluded_by) REFERENCES people (org_id, id)
);
CREATE INDEX agenda_items_meeting ON agenda_items (org_id, meeting_id, position);
CREATE INDEX agenda_items_matter ON agenda_items (org_id, matter_id) WHERE matter_id IS NOT NULL;
CREATE INDEX agenda_items_track ON agenda_items (org_id, track_id) WHERE track_id IS NOT NULL;
CREATE UNIQUE INDEX agenda_items_matter_once ON agenda_items (org_id, meeting_id, matter_id) WHERE matter_id IS NOT NULL;

-- What went out, to whom and when: proof of calling and of papers.
CREATE TABLE dispatches (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	meeting_id bigint NOT NULL,
	kind       text NOT NULL CONSTRAINT dispatches_kind CHECK (kind IN ('notice', 'papers')),
	sent_at    timestamptz NOT NULL,
	sent_by    bigint NOT NULL,
	reason     text NOT NULL DEFAULT '',              -- why although a rule warned
	CONSTRAINT dispatches_org_key UNIQUE (org_id, id),
	CONSTRAINT dispatches_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings (org_id, id),
	CONSTRAINT dispatches_sender_fkey FOREIGN KEY (org_id, sent_by) REFERENCES people (org_id, id)
);
CREATE INDEX dispatches_meeting ON dispatches (org_id, meeting_id);
CREATE TABLE dispatch_recipients (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	dispatch_id bigint NOT NULL,
	person_id   bigint NOT NULL,
	union_id    bigint,                               -- for which organisation; NULL: for no union
	read_at     timestamptz,
	CONSTRAINT dispatch_recipients_org_key UNIQUE (org_id, id),
	CONSTRAINT dispatch_recipients_dispatch_fkey FOREIGN KEY (org_id, dispatch_id) REFERENCES dispatches (org_id, id),
	CONSTRAINT dispatch_recipients_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT dispatch_recipients_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id)
);
CREATE INDEX dispatch_recipients_dispatch ON dispatch_recipients (org_id, dispatch_id);
CREATE TABLE dispatch_papers (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	dispatch_id bigint NOT NULL,
	item_id     bigint NOT NULL,
	matter_id   bigint NOT NULL,
	proposal_no integer NOT NULL,
	PRIMARY KEY (org_id, dispatch_id, item_id),
	CONSTRAINT dispatch_papers_dispatch_fkey FOREIGN KEY (org_id, dispatch_id) REFERENCES dispatches (org_id, id),
	CONSTRAINT dispatch_papers_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items (org_id, id),
	CONSTRAINT dispatch_papers_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id)
);
CREATE INDEX dispatch_papers_matter ON dispatch_papers (org_id, matter_id);

-- A union's answer about papers that came late: accepted, or tabling requested. The newest answer counts.
CREATE TABLE paper_answers (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	item_id   bigint NOT NULL,
	union_id  bigint NOT NULL,
	accepted  boolean NOT NULL,
	person_id bigint NOT NULL,
	proposal_no integer NOT NULL,
	at        timestamptz NOT NULL,
	CONSTRAINT paper_answers_org_key UNIQUE (org_id, id),
	CONSTRAINT paper_answers_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items (org_id, id),
	CONSTRAINT paper_answers_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT paper_answers_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
CREATE INDEX paper_answers_item ON paper_answers (org_id, item_id);
CREATE TABLE extra_consents (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	meeting_id bigint NOT NULL,
	union_id   bigint NOT NULL,
	accepted   boolean NOT NULL,
	person_id  bigint NOT NULL,
	at         timestamptz NOT NULL,
	PRIMARY KEY (org_id, meeting_id, union_id),
	CONSTRAINT extra_consents_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings (org_id, id),
	CONSTRAINT extra_consents_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT extra_consents_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);

CREATE TABLE attendances (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	meeting_id  bigint NOT NULL,
	person_id   bigint NOT NULL,
	presence    text NOT NULL CONSTRAINT attendances_presence CHECK (presence IN ('in_person', 'remote', 'absent')),
	arrived_at  timestamptz,                          -- NULL: from the start
	left_at     timestamptz,                          -- NULL: to the end
	replaces_id bigint,
	PRIMARY KEY (org_id, meeting_id, person_id),
	CONSTRAINT attendances_times_in_order CHECK (left_at IS NULL OR arrived_at IS NULL OR left_at > arrived_at),
	CONSTRAINT attendances_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings (org_id, id),
	CONSTRAINT attendances_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT attendances_replaces_fkey FOREIGN KEY (org_id, replaces_id) REFERENCES people (org_id, id)
);

-- A position belongs to an organisation in a group, cast by a person with a mandate that day. Never overwritten: a new
-- one supersedes the old.
CREATE TABLE positions (
	org_id        bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	item_id       bigint NOT NULL,
	union_id      bigint NOT NULL,
	stance        text NOT NULL CONSTRAINT positions_stance CHECK (stance IN ('agrees', 'disagrees', 'abstains', 'not_concerned')),
	reason        text NOT NULL DEFAULT '' CONSTRAINT positions_reason_length CHECK (char_length(reason) <= 4000),
	person_id     bigint NOT NULL,
	at            timestamptz NOT NULL,
	superseded_at timestamptz,
	window_until  date,                               -- last day to request central negotiation, once the conclusion took effect
	waived_at     timestamptz,
	waived_by     bigint,
	CONSTRAINT positions_org_key UNIQUE (org_id, id),
	CONSTRAINT positions_reason_needed CHECK (stance <> 'disagrees' OR btrim(reason) <> ''),
	CONSTRAINT positions_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items (org_id, id),
	CONSTRAINT positions_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT positions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT positions_waiver_fkey FOREIGN KEY (org_id, waived_by) REFERENCES people (org_id, id)
);
CREATE UNIQUE INDEX positions_one_standing ON positions (org_id, item_id, union_id) WHERE superseded_at IS NULL;

CREATE TABLE minutes (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	meeting_id  bigint NOT NULL,
	status      text NOT NULL DEFAULT 'draft' CONSTRAINT minutes_status CHECK (status IN ('draft', 'sent', 'approved', 'approved_with_objection')),
	addition    text NOT NULL DEFAULT '' CONSTRAINT minutes_addition_length CHECK (char_length(addition) <= 40000),
	version     integer NOT NULL DEFAULT 1,
	sent_at     timestamptz,
	due_on      date,
	approved_at timestamptz,
	content     text,                                 -- canonical JSON, fixed at approval
	digest      bytea,
	PRIMARY KEY (org_id, meeting_id),
	CONSTRAINT minutes_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings (org_id, id)
);
CREATE TABLE adjusters (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	meeting_id bigint NOT NULL,
	person_id  bigint NOT NULL,
	answer     text CONSTRAINT adjusters_answer CHECK (answer IN ('approved', 'objected', 'maintained')),
	objection  text NOT NULL DEFAULT '' CONSTRAINT adjusters_objection_length CHECK (char_length(objection) <= 10000),
	answered_at timestamptz,
	version    integer NOT NULL DEFAULT 0,            -- the version of the minutes that the answer is about
	PRIMARY KEY (org_id, meeting_id, person_id),
	CONSTRAINT adjusters_minutes_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES minutes (org_id, meeting_id),
	CONSTRAINT adjusters_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
CREATE INDEX adjusters_person ON adjusters (org_id, person_id);
-- +goose StatementBegin
CREATE FUNCTION minutes_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF old.status IN ('approved', 'approved_with_objection') THEN
		RAISE EXCEPTION 'approved minutes are not changed' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	RETURN CASE WHEN tg_op = 'DELETE' THEN old ELSE new END;
END $$;
-- +goose StatementEnd
CREATE TRIGGER minutes_immutable BEFORE UPDATE OR DELETE ON minutes FOR EACH ROW EXECUTE FUNCTION minutes_immutable();

-- What has been mailed: never twice to the same person for the same thing.
CREATE TABLE mails (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	person_id  bigint NOT NULL,
	kind       text NOT NULL,
	subject_id bigint NOT NULL,                       -- the dispatch, exception, decision … that it tells of
	state      text NOT NULL DEFAULT 'queued' CONSTRAINT mails_state CHECK (state IN ('queued', 'sent', 'failed')),
	queued_at  timestamptz NOT NULL,
	sent_at    timestamptz,
	matter_id  bigint,
	meeting_id bigint,
	CONSTRAINT mails_org_key UNIQUE (org_id, id),
	CONSTRAINT mails_once UNIQUE (org_id, person_id, kind, subject_id),
	CONSTRAINT mails_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT mails_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT mails_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings (org_id, id)
);

-- +goose Down
ALTER TABLE tasks DROP CONSTRAINT tasks_meeting_fkey;
DROP TABLE mails, adjusters, minutes, positions, attendances, extra_consents, paper_answers, dispatch_papers,
	dispatch_recipients, dispatches, agenda_items, meetings;
DROP FUNCTION minutes_immutable();
