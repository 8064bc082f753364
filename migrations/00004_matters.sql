-- +goose Up
CREATE TABLE matters (
	org_id            bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	number            text NOT NULL,            -- SAM 2027/12
	title             text NOT NULL CONSTRAINT matters_title_filled CHECK (btrim(title) <> '' AND char_length(title) <= 200),
	category          text NOT NULL CONSTRAINT matters_category CHECK (category IN ('working_time', 'organisation', 'premises',
		'budget', 'policy', 'staffing', 'manager_appointment', 'work_environment', 'other')),
	purpose           text NOT NULL CONSTRAINT matters_purpose_length CHECK (char_length(purpose) <= 4000),
	planned_decision  date NOT NULL,
	decider           text NOT NULL CONSTRAINT matters_decider CHECK (decider IN ('manager', 'board')),
	owner_id          bigint NOT NULL,
	work_environment  boolean NOT NULL DEFAULT true,
	outsiders         boolean NOT NULL DEFAULT false, -- work by others than employees: MBL 38 §
	secrecy           text NOT NULL DEFAULT '',       -- paragraph of OSL, when anything is secret
	status            text NOT NULL DEFAULT 'open' CONSTRAINT matters_status CHECK (status IN ('open', 'withdrawn', 'handed_over', 'closed')),
	status_reason     text NOT NULL DEFAULT '',
	plan_confirmed_at timestamptz,
	agreement_id      bigint,                         -- the parameters that held at the first treatment
	created_at        timestamptz NOT NULL,
	version           integer NOT NULL DEFAULT 1,
	search            tsvector NOT NULL DEFAULT '',
	CONSTRAINT matters_org_key UNIQUE (org_id, id),
	CONSTRAINT matters_number_key UNIQUE (org_id, number),
	CONSTRAINT matters_owner_fkey FOREIGN KEY (org_id, owner_id) REFERENCES people (org_id, id),
	CONSTRAINT matters_agreement_fkey FOREIGN KEY (org_id, agreement_id) REFERENCES agreements (org_id, id)
);
CREATE INDEX matters_newest ON matters (org_id, id DESC);
CREATE INDEX matters_owner ON matters (org_id, owner_id, id DESC);
CREATE INDEX matters_search ON matters USING gin (search);
-- +goose StatementBegin
CREATE FUNCTION matters_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	new.search := to_tsvector('swedish', new.number || ' ' || new.title || ' ' || new.purpose);
	RETURN new;
END $$;
-- +goose StatementEnd
CREATE TRIGGER matters_search BEFORE INSERT OR UPDATE OF number, title, purpose ON matters FOR EACH ROW EXECUTE FUNCTION matters_search();

CREATE TABLE matter_units (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	matter_id bigint NOT NULL,
	unit_id   bigint NOT NULL,
	PRIMARY KEY (org_id, matter_id, unit_id),
	CONSTRAINT matter_units_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT matter_units_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id)
);
CREATE INDEX matter_units_unit ON matter_units (org_id, unit_id, matter_id);

-- The wizard's answers so far, saved page by page.
CREATE TABLE matter_drafts (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	person_id  bigint NOT NULL,
	answers    jsonb NOT NULL,
	matter_id  bigint,                                -- what it became
	updated_at timestamptz NOT NULL,
	version    integer NOT NULL DEFAULT 1,
	CONSTRAINT matter_drafts_org_key UNIQUE (org_id, id),
	CONSTRAINT matter_drafts_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT matter_drafts_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id)
);
CREATE INDEX matter_drafts_person ON matter_drafts (org_id, person_id) WHERE matter_id IS NULL;

CREATE TABLE proposals (
	org_id          bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id       bigint NOT NULL,
	no              integer NOT NULL,
	body            text NOT NULL CONSTRAINT proposals_body_filled CHECK (btrim(body) <> '' AND char_length(body) <= 20000),
	alternatives    text NOT NULL DEFAULT '' CONSTRAINT proposals_alternatives_length CHECK (char_length(alternatives) <= 20000),
	editorial       boolean NOT NULL DEFAULT false,
	objection_until date,                             -- last day to object to "editorial"
	from_deviation  boolean NOT NULL DEFAULT false,   -- made by a deviating decision, still to be described by the owner
	created_by      bigint NOT NULL,
	created_at      timestamptz NOT NULL,
	version         integer NOT NULL DEFAULT 1,
	CONSTRAINT proposals_org_key UNIQUE (org_id, id),
	CONSTRAINT proposals_matter_key UNIQUE (org_id, matter_id, id),
	CONSTRAINT proposals_no_key UNIQUE (org_id, matter_id, no),
	CONSTRAINT proposals_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT proposals_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people (org_id, id)
);

CREATE TABLE editorial_objections (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	proposal_id bigint NOT NULL,
	union_id    bigint NOT NULL,
	person_id   bigint NOT NULL,
	at          timestamptz NOT NULL,
	PRIMARY KEY (org_id, proposal_id, union_id),
	CONSTRAINT editorial_objections_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES proposals (org_id, id),
	CONSTRAINT editorial_objections_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT editorial_objections_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);

CREATE TABLE apt_dialogues (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id bigint NOT NULL,
	unit_id   bigint NOT NULL,
	held_at   timestamptz NOT NULL,
	note      text NOT NULL DEFAULT '' CONSTRAINT apt_dialogues_note_length CHECK (char_length(note) <= 10000),
	person_id bigint NOT NULL,
	CONSTRAINT apt_dialogues_org_key UNIQUE (org_id, id),
	CONSTRAINT apt_dialogues_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT apt_dialogues_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT apt_dialogues_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
CREATE INDEX apt_dialogues_matter ON apt_dialogues (org_id, matter_id);

-- The samverkansplan's tracks and those that arise by themselves.
CREATE TABLE tracks (
	org_id       bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id    bigint NOT NULL,
	kind         text NOT NULL CONSTRAINT tracks_kind CHECK (kind IN ('group', 'info', 'mbl11', 'mbl13', 'mbl38', 'mbl14')),
	group_id     bigint,
	union_id     bigint,
	mandatory    boolean NOT NULL,
	origin       text NOT NULL CONSTRAINT tracks_origin CHECK (origin IN ('plan', 'agreement_ended', 'request')),
	proposal_no  integer NOT NULL DEFAULT 0,          -- mbl14: the version that the disagreement was about
	requested_at timestamptz,                         -- when a union asked for the negotiation
	requested_by bigint,
	closed_at    timestamptz,
	closed_by    bigint,
	close_manner text CONSTRAINT tracks_close_manner CHECK (close_manner IN ('agreement', 'disagreement', 'withdrawal')),
	window_until date,                                -- last day to request central negotiation after a negotiation without agreement
	waived_at    timestamptz,
	created_at   timestamptz NOT NULL,
	CONSTRAINT tracks_org_key UNIQUE (org_id, id),
	CONSTRAINT tracks_party CHECK (CASE WHEN kind IN ('group', 'info') THEN group_id IS NOT NULL AND union_id IS NULL ELSE union_id IS NOT NULL AND group_id IS NULL END),
	CONSTRAINT tracks_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT tracks_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups (org_id, id),
	CONSTRAINT tracks_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT tracks_requester_fkey FOREIGN KEY (org_id, requested_by) REFERENCES people (org_id, id),
	CONSTRAINT tracks_closer_fkey FOREIGN KEY (org_id, closed_by) REFERENCES people (org_id, id)
);
CREATE INDEX tracks_matter ON tracks (org_id, matter_id);
CREATE INDEX tracks_group ON tracks (org_id, group_id, matter_id) WHERE group_id IS NOT NULL;
CREATE UNIQUE INDEX tracks_one_per_group ON tracks (org_id, matter_id, group_id) WHERE group_id IS NOT NULL;
CREATE UNIQUE INDEX tracks_one_open_per_union ON tracks (org_id, matter_id, kind, union_id) WHERE union_id IS NOT NULL AND closed_at IS NULL;

CREATE TABLE risk_assessments (
	org_id           bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id        bigint NOT NULL,
	no               integer NOT NULL,
	proposal_no      integer NOT NULL DEFAULT 0,
	change           text NOT NULL DEFAULT '' CONSTRAINT risk_assessments_change_length CHECK (char_length(change) <= 10000),
	conclusion       text NOT NULL DEFAULT '' CONSTRAINT risk_assessments_conclusion CHECK (conclusion IN ('', 'proceed', 'with_measures', 'not_now')),
	without_reason   text NOT NULL DEFAULT '',        -- why fixed without a safety representative
	created_by       bigint NOT NULL,
	created_at       timestamptz NOT NULL,
	fixed_at         timestamptz,
	fixed_by         bigint,
	version          integer NOT NULL DEFAULT 1,
	CONSTRAINT risk_assessments_org_key UNIQUE (org_id, id),
	CONSTRAINT risk_assessments_no_key UNIQUE (org_id, matter_id, no),
	CONSTRAINT risk_assessments_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT risk_assessments_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people (org_id, id),
	CONSTRAINT risk_assessments_fixer_fkey FOREIGN KEY (org_id, fixed_by) REFERENCES people (org_id, id)
);
CREATE TABLE risk_rows (
	org_id        bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	assessment_id bigint NOT NULL,
	area          text NOT NULL CONSTRAINT risk_rows_area_filled CHECK (btrim(area) <> ''),
	source        text NOT NULL CONSTRAINT risk_rows_source_filled CHECK (btrim(source) <> '' AND char_length(source) <= 2000),
	opportunity   boolean NOT NULL DEFAULT false,
	affected      text NOT NULL DEFAULT '',
	protection    text NOT NULL DEFAULT '',
	probability   integer NOT NULL CONSTRAINT risk_rows_probability CHECK (probability BETWEEN 1 AND 5),
	consequence   integer NOT NULL CONSTRAINT risk_rows_consequence CHECK (consequence BETWEEN 1 AND 5),
	serious       boolean NOT NULL DEFAULT false,
	measure       text NOT NULL DEFAULT '',
	responsible   text NOT NULL DEFAULT '',
	due_on        date,
	CONSTRAINT risk_rows_org_key UNIQUE (org_id, id),
	CONSTRAINT risk_rows_assessment_fkey FOREIGN KEY (org_id, assessment_id) REFERENCES risk_assessments (org_id, id)
);
CREATE INDEX risk_rows_assessment ON risk_rows (org_id, assessment_id);
-- The safety representatives invited and what they said (AML 6:4).
CREATE TABLE risk_statements (
	org_id        bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	assessment_id bigint NOT NULL,
	person_id     bigint NOT NULL,
	invited_at    timestamptz NOT NULL,
	agrees        boolean,
	body          text NOT NULL DEFAULT '' CONSTRAINT risk_statements_body_length CHECK (char_length(body) <= 10000),
	stated_at     timestamptz,
	PRIMARY KEY (org_id, assessment_id, person_id),
	CONSTRAINT risk_statements_assessment_fkey FOREIGN KEY (org_id, assessment_id) REFERENCES risk_assessments (org_id, id),
	CONSTRAINT risk_statements_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
CREATE INDEX risk_statements_person ON risk_statements (org_id, person_id);
-- A fixed risk assessment is never changed: a change is a new version.
-- +goose StatementBegin
CREATE FUNCTION risk_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE a bigint := CASE WHEN tg_op = 'DELETE' THEN old.assessment_id ELSE new.assessment_id END;
BEGIN
	IF EXISTS (SELECT FROM risk_assessments r WHERE r.id = a AND r.fixed_at IS NOT NULL) THEN
		RAISE EXCEPTION 'a fixed risk assessment is not changed' USING errcode = 'integrity_constraint_violation', constraint = 'risk_rows_fixed';
	END IF;
	RETURN CASE WHEN tg_op = 'DELETE' THEN old ELSE new END;
END $$;
-- +goose StatementEnd
CREATE TRIGGER risk_rows_fixed BEFORE INSERT OR UPDATE OR DELETE ON risk_rows FOR EACH ROW EXECUTE FUNCTION risk_fixed();

CREATE TABLE exceptions (
	org_id           bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id        bigint NOT NULL,
	proposal_no      integer NOT NULL,
	what             text NOT NULL CONSTRAINT exceptions_what_filled CHECK (btrim(what) <> ''),
	harm             text NOT NULL CONSTRAINT exceptions_harm_filled CHECK (btrim(harm) <> ''),
	unforeseen       text NOT NULL CONSTRAINT exceptions_unforeseen_filled CHECK (btrim(unforeseen) <> ''),
	no_extra_meeting text NOT NULL CONSTRAINT exceptions_no_extra_filled CHECK (btrim(no_extra_meeting) <> ''),
	requested_by     bigint NOT NULL,
	requested_at     timestamptz NOT NULL,
	decided_by       bigint,
	decided_at       timestamptz,
	approved         boolean,
	answer           text NOT NULL DEFAULT '',
	CONSTRAINT exceptions_org_key UNIQUE (org_id, id),
	CONSTRAINT exceptions_two_people CHECK (decided_by <> requested_by),
	CONSTRAINT exceptions_decided_whole CHECK ((decided_at IS NULL) = (approved IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
	CONSTRAINT exceptions_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT exceptions_requester_fkey FOREIGN KEY (org_id, requested_by) REFERENCES people (org_id, id),
	CONSTRAINT exceptions_decider_fkey FOREIGN KEY (org_id, decided_by) REFERENCES people (org_id, id)
);
CREATE INDEX exceptions_matter ON exceptions (org_id, matter_id);
CREATE UNIQUE INDEX exceptions_one_open ON exceptions (org_id, matter_id) WHERE decided_at IS NULL;

CREATE TABLE decisions (
	org_id         bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id      bigint NOT NULL,
	proposal_id    bigint NOT NULL,
	decided_on     date NOT NULL,
	by_board       boolean NOT NULL DEFAULT false,
	deviation      text NOT NULL DEFAULT 'none' CONSTRAINT decisions_deviation CHECK (deviation IN ('none', 'minor', 'material')),
	deviation_text text NOT NULL DEFAULT '',
	views          text NOT NULL DEFAULT '' CONSTRAINT decisions_views_length CHECK (char_length(views) <= 10000), -- how the views were used
	exception_id   bigint,
	recorded_by    bigint NOT NULL,
	recorded_at    timestamptz NOT NULL,
	CONSTRAINT decisions_org_key UNIQUE (org_id, id),
	CONSTRAINT decisions_deviation_said CHECK (deviation = 'none' OR btrim(deviation_text) <> ''),
	CONSTRAINT decisions_material_by_board CHECK (deviation <> 'material' OR by_board),
	CONSTRAINT decisions_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT decisions_proposal_fkey FOREIGN KEY (org_id, matter_id, proposal_id) REFERENCES proposals (org_id, matter_id, id),
	CONSTRAINT decisions_exception_fkey FOREIGN KEY (org_id, exception_id) REFERENCES exceptions (org_id, id),
	CONSTRAINT decisions_recorder_fkey FOREIGN KEY (org_id, recorded_by) REFERENCES people (org_id, id)
);
CREATE INDEX decisions_matter ON decisions (org_id, matter_id);

-- What a person has to do. The text is a message key with arguments taken from the rows it points to.
CREATE TABLE tasks (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	person_id   bigint NOT NULL,
	role        text NOT NULL,                        -- the role it is done in
	kind        text NOT NULL,
	matter_id   bigint,
	meeting_id  bigint,
	unit_id     bigint,
	union_id    bigint,
	proposal_no integer NOT NULL DEFAULT 0,
	due_on      date NOT NULL,
	created_at  timestamptz NOT NULL,
	done_at     timestamptz,
	CONSTRAINT tasks_org_key UNIQUE (org_id, id),
	CONSTRAINT tasks_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT tasks_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT tasks_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id),
	CONSTRAINT tasks_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id)
);
CREATE INDEX tasks_open ON tasks (org_id, person_id, due_on, id) WHERE done_at IS NULL;
CREATE INDEX tasks_matter ON tasks (org_id, matter_id) WHERE matter_id IS NOT NULL;
CREATE INDEX tasks_meeting ON tasks (org_id, meeting_id) WHERE meeting_id IS NOT NULL;

-- A union's own notes on a matter. Never shown to the employer's side.
CREATE TABLE union_notes (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	matter_id  bigint NOT NULL,
	union_id   bigint NOT NULL,
	body       text NOT NULL CONSTRAINT union_notes_body_length CHECK (char_length(body) <= 20000),
	updated_by bigint NOT NULL,
	updated_at timestamptz NOT NULL,
	version    integer NOT NULL DEFAULT 1,
	PRIMARY KEY (org_id, matter_id, union_id),
	CONSTRAINT union_notes_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT union_notes_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT union_notes_person_fkey FOREIGN KEY (org_id, updated_by) REFERENCES people (org_id, id)
);

-- +goose Down
DROP TABLE union_notes, tasks, decisions, exceptions, risk_statements, risk_rows, risk_assessments, tracks, apt_dialogues,
	editorial_objections, proposals, matter_drafts, matter_units, matters;
DROP FUNCTION matters_search();
DROP FUNCTION risk_fixed();
