-- +goose Up
-- What the answers to the wizard's questions lead to, and what people make of it. A matter's duty is the least that its
-- plan must hold: samverkan before the decision (MBL 11 §), or information (MBL 19 §) to every group of the plan before the
-- decision. Either way some mandatory track precedes every decision, so the gate has one rule.
ALTER TABLE matters ADD COLUMN duty text NOT NULL DEFAULT 'before_decision'
	CONSTRAINT matters_duty CHECK (duty IN ('before_decision', 'information'));

-- What the rules said when the matter was made.
CREATE TABLE matter_triages (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id  bigint NOT NULL,
	type       text NOT NULL CONSTRAINT matter_triages_type CHECK (type IN ('information', 'early_dialogue', 'before_decision', 'mbl11', 'mbl13', 'mbl38')),
	why        text NOT NULL,                         -- message key
	source     text NOT NULL,
	tracks     jsonb NOT NULL,                        -- the groups and negotiations proposed, each with its reason
	created_at timestamptz NOT NULL,
	CONSTRAINT matter_triages_org_key UNIQUE (org_id, id),
	CONSTRAINT matter_triages_matter_key UNIQUE (org_id, matter_id),
	CONSTRAINT matter_triages_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id)
);
SELECT tenant_table('matter_triages', 'SELECT, INSERT');

-- What the manager changed in it, and why. HR ticks that they have read it.
CREATE TABLE matter_corrections (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id  bigint NOT NULL,
	what       text NOT NULL CONSTRAINT matter_corrections_what CHECK (what IN ('duty', 'forum', 'risk')),
	was        text NOT NULL,
	became     text NOT NULL,
	reason     text NOT NULL CONSTRAINT matter_corrections_reason CHECK (btrim(reason) <> '' AND char_length(reason) <= 2000),
	person_id  bigint NOT NULL,
	at         timestamptz NOT NULL,
	read_by    bigint,
	read_at    timestamptz,
	CONSTRAINT matter_corrections_org_key UNIQUE (org_id, id),
	CONSTRAINT matter_corrections_read_whole CHECK ((read_by IS NULL) = (read_at IS NULL)),
	CONSTRAINT matter_corrections_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT matter_corrections_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id),
	CONSTRAINT matter_corrections_reader_fkey FOREIGN KEY (org_id, read_by) REFERENCES people (org_id, id)
);
CREATE INDEX matter_corrections_matter ON matter_corrections (org_id, matter_id);
CREATE INDEX matter_corrections_unread ON matter_corrections (org_id, id) WHERE read_at IS NULL;
SELECT tenant_table('matter_corrections', 'SELECT, INSERT, UPDATE');

-- A union says that the question has to go through samverkan before the decision: then it does (MBL 11, 12 §§).
CREATE TABLE triage_objections (
	org_id    bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id bigint NOT NULL,
	union_id  bigint NOT NULL,
	person_id bigint NOT NULL,
	reason    text NOT NULL CONSTRAINT triage_objections_reason CHECK (btrim(reason) <> '' AND char_length(reason) <= 2000),
	at        timestamptz NOT NULL,
	CONSTRAINT triage_objections_org_key UNIQUE (org_id, id),
	CONSTRAINT triage_objections_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT triage_objections_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT triage_objections_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
CREATE INDEX triage_objections_matter ON triage_objections (org_id, matter_id);
SELECT tenant_table('triage_objections', 'SELECT, INSERT');

-- matter_uninformed counts the groups that are owed information before the decision and had not got it by the day given
-- (Record.informed): an item of any class but following up, dealt with on a version that still holds.
-- +goose StatementBegin
CREATE FUNCTION matter_uninformed(matter bigint, day date) RETURNS bigint LANGUAGE sql STABLE AS $$
SELECT count(*) FROM tracks t WHERE t.matter_id = matter AND t.kind = 'info' AND t.mandatory
AND NOT EXISTS (SELECT FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id
	WHERE ai.track_id = t.id AND ai.class <> 'follow_up' AND ai.status IN ('handled', 'concluded') AND me.status <> 'cancelled'
	AND   (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date <= day AND ai.proposal_no >= matter_base_no(matter)) $$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION decisions_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE day date := least(new.decided_on, (new.recorded_at AT TIME ZONE 'Europe/Stockholm')::date);
BEGIN
	IF new.exception_id IS NOT NULL THEN
		IF NOT EXISTS (SELECT FROM exceptions e WHERE e.id = new.exception_id AND e.matter_id = new.matter_id AND e.approved) THEN
			RAISE EXCEPTION 'the exception is not approved' USING errcode = 'integrity_constraint_violation', constraint = 'decisions_gate';
		END IF;
	ELSIF new.by_board AND new.deviation = 'material' THEN
		NULL; -- a board's deviating decision is a fact that is recorded; its execution is stopped
	ELSIF matter_unfinished(new.matter_id, day) + matter_uninformed(new.matter_id, day) > 0 THEN
		RAISE EXCEPTION 'mandatory tracks are not finished' USING errcode = 'integrity_constraint_violation', constraint = 'decisions_gate';
	END IF;
	RETURN new;
END $$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION decisions_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF new.exception_id IS NOT NULL THEN
		IF NOT EXISTS (SELECT FROM exceptions e WHERE e.id = new.exception_id AND e.matter_id = new.matter_id AND e.approved) THEN
			RAISE EXCEPTION 'the exception is not approved' USING errcode = 'integrity_constraint_violation', constraint = 'decisions_gate';
		END IF;
	ELSIF new.by_board AND new.deviation = 'material' THEN
		NULL;
	ELSIF matter_unfinished(new.matter_id, least(new.decided_on, (new.recorded_at AT TIME ZONE 'Europe/Stockholm')::date)) > 0 THEN
		RAISE EXCEPTION 'mandatory tracks are not finished' USING errcode = 'integrity_constraint_violation', constraint = 'decisions_gate';
	END IF;
	RETURN new;
END $$;
-- +goose StatementEnd
DROP FUNCTION matter_uninformed(bigint, date);
DROP TABLE triage_objections, matter_corrections, matter_triages;
ALTER TABLE matters DROP COLUMN duty;
