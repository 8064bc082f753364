-- +goose Up
-- The risk assessment in full (handbook 6): what changes and for whom, the alternatives side by side, who takes part, measures
-- that become actions with an effect to check, other consequences, and the following up. A row keeps its number from version to
-- version, so that two versions can be laid side by side.
ALTER TABLE agreements ADD COLUMN risk_before_execution boolean NOT NULL DEFAULT true;

ALTER TABLE risk_assessments
	ADD place         text NOT NULL DEFAULT '' CONSTRAINT risk_assessments_place_length CHECK (char_length(place) <= 1000),
	ADD starts        text NOT NULL DEFAULT '' CONSTRAINT risk_assessments_starts_length CHECK (char_length(starts) <= 1000),
	ADD reason        text NOT NULL DEFAULT '' CONSTRAINT risk_assessments_reason_length CHECK (char_length(reason) <= 4000),
	ADD affected      text NOT NULL DEFAULT '' CONSTRAINT risk_assessments_affected_length CHECK (char_length(affected) <= 2000), -- groups, never persons
	ADD no_change     text NOT NULL DEFAULT '' CONSTRAINT risk_assessments_no_change_length CHECK (char_length(no_change) <= 4000), -- nollalternativet
	ADD alternative_b text NOT NULL DEFAULT '' CONSTRAINT risk_assessments_alternative_length CHECK (char_length(alternative_b) <= 1000),
	ADD equality      text NOT NULL DEFAULT '' CONSTRAINT risk_assessments_equality_length CHECK (char_length(equality) <= 4000),
	ADD economy       text NOT NULL DEFAULT '' CONSTRAINT risk_assessments_economy_length CHECK (char_length(economy) <= 4000),
	ADD service       text NOT NULL DEFAULT '' CONSTRAINT risk_assessments_service_length CHECK (char_length(service) <= 4000),
	ADD last_row      integer NOT NULL DEFAULT 0, -- the highest number that a row has had
	ADD follow_on     date,
	ADD follow_by     bigint,
	ADD followed_at   timestamptz,
	ADD followed_by   bigint,
	ADD followed_note text NOT NULL DEFAULT '' CONSTRAINT risk_assessments_followed_length CHECK (char_length(followed_note) <= 4000),
	ADD CONSTRAINT risk_assessments_followed_whole CHECK ((followed_at IS NULL) = (followed_by IS NULL) AND (followed_at IS NULL OR fixed_at IS NOT NULL)),
	ADD CONSTRAINT risk_assessments_follow_by_fkey FOREIGN KEY (org_id, follow_by) REFERENCES people (org_id, id),
	ADD CONSTRAINT risk_assessments_follower_fkey FOREIGN KEY (org_id, followed_by) REFERENCES people (org_id, id);
CREATE UNIQUE INDEX risk_assessments_one_draft ON risk_assessments (org_id, matter_id) WHERE fixed_at IS NULL;

-- A value of its own in another alternative: 0 as in the proposal, probability -1 where the risk is not there. After the measure:
-- 0 when it has not been judged.
ALTER TABLE risk_rows DISABLE TRIGGER risk_rows_fixed;
ALTER TABLE risk_rows
	ADD no                integer,
	ADD none_probability  integer NOT NULL DEFAULT 0 CONSTRAINT risk_rows_none_probability CHECK (none_probability BETWEEN -1 AND 5),
	ADD none_consequence  integer NOT NULL DEFAULT 0 CONSTRAINT risk_rows_none_consequence CHECK (none_consequence BETWEEN 0 AND 5),
	ADD b_probability     integer NOT NULL DEFAULT 0 CONSTRAINT risk_rows_b_probability CHECK (b_probability BETWEEN -1 AND 5),
	ADD b_consequence     integer NOT NULL DEFAULT 0 CONSTRAINT risk_rows_b_consequence CHECK (b_consequence BETWEEN 0 AND 5),
	ADD after_probability integer NOT NULL DEFAULT 0 CONSTRAINT risk_rows_after_probability CHECK (after_probability BETWEEN 0 AND 5),
	ADD after_consequence integer NOT NULL DEFAULT 0 CONSTRAINT risk_rows_after_consequence CHECK (after_consequence BETWEEN 0 AND 5),
	ADD at_once           boolean NOT NULL DEFAULT false, -- the measure is done already, or at once
	ADD responsible_id    bigint,
	ADD effect_on         date,                           -- when the measure's effect is looked at
	ADD version           integer NOT NULL DEFAULT 1,
	ADD CONSTRAINT risk_rows_after_whole CHECK ((after_probability = 0) = (after_consequence = 0)),
	ADD CONSTRAINT risk_rows_responsible_fkey FOREIGN KEY (org_id, responsible_id) REFERENCES people (org_id, id);
UPDATE risk_rows r SET no = x.no FROM (SELECT id, row_number() OVER (PARTITION BY assessment_id ORDER BY id) AS no FROM risk_rows) x WHERE x.id = r.id;
UPDATE risk_assessments a SET last_row = (SELECT coalesce(max(r.no), 0) FROM risk_rows r WHERE r.assessment_id = a.id);
ALTER TABLE risk_rows ALTER no SET NOT NULL, ADD CONSTRAINT risk_rows_no_key UNIQUE (org_id, assessment_id, no);
ALTER TABLE risk_rows ENABLE TRIGGER risk_rows_fixed;

-- Who takes part: safety representatives (AML 6:4), employees, experts, managers. A safety representative's statement is about
-- the draft as it was then.
CREATE TABLE risk_participants (
	org_id         bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	assessment_id  bigint NOT NULL,
	kind           text NOT NULL CONSTRAINT risk_participants_kind CHECK (kind IN ('safety_rep', 'employee', 'expert', 'manager')),
	person_id      bigint,                                -- NULL: somebody without an account
	name           text NOT NULL CONSTRAINT risk_participants_name CHECK (btrim(name) <> '' AND char_length(name) <= 200),
	invited_at     timestamptz NOT NULL,
	answer         text NOT NULL DEFAULT '' CONSTRAINT risk_participants_answer CHECK (answer IN ('', 'coming', 'declined', 'took_part')),
	answered_at    timestamptz,
	agrees         boolean,
	body           text NOT NULL DEFAULT '' CONSTRAINT risk_participants_body_length CHECK (char_length(body) <= 10000),
	stated_at      timestamptz,
	stated_version integer,                               -- of the draft
	CONSTRAINT risk_participants_org_key UNIQUE (org_id, id),
	CONSTRAINT risk_participants_person_key UNIQUE (org_id, assessment_id, person_id),
	CONSTRAINT risk_participants_answered_whole CHECK ((answer = '') = (answered_at IS NULL)),
	CONSTRAINT risk_participants_stated_whole CHECK ((stated_at IS NULL) = (agrees IS NULL) AND (stated_at IS NULL OR kind = 'safety_rep')),
	CONSTRAINT risk_participants_assessment_fkey FOREIGN KEY (org_id, assessment_id) REFERENCES risk_assessments (org_id, id),
	CONSTRAINT risk_participants_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id)
);
CREATE INDEX risk_participants_person ON risk_participants (org_id, person_id) WHERE person_id IS NOT NULL;
INSERT INTO risk_participants (org_id, assessment_id, kind, person_id, name, invited_at, answer, answered_at, agrees, body, stated_at, stated_version)
SELECT s.org_id, s.assessment_id, 'safety_rep', s.person_id, p.name, s.invited_at, CASE WHEN s.stated_at IS NULL THEN '' ELSE 'took_part' END, s.stated_at, s.agrees, s.body,
       s.stated_at, CASE WHEN s.stated_at IS NULL THEN NULL ELSE a.version END
FROM   risk_statements s JOIN people p ON p.id = s.person_id JOIN risk_assessments a ON a.id = s.assessment_id;
DROP TABLE risk_statements;
SELECT tenant_table('risk_participants', 'SELECT, INSERT, UPDATE, DELETE');
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- A fixed version is never changed: only that it has been followed up is added, once.
-- +goose StatementBegin
CREATE FUNCTION risk_version_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE followed text[] := '{followed_at,followed_by,followed_note,version}';
BEGIN
	IF old.fixed_at IS NOT NULL AND (tg_op = 'DELETE' OR old.followed_at IS NOT NULL OR to_jsonb(new) - followed <> to_jsonb(old) - followed) THEN
		RAISE EXCEPTION 'a fixed risk assessment is not changed' USING errcode = 'integrity_constraint_violation', constraint = 'risk_rows_fixed';
	END IF;
	RETURN CASE WHEN tg_op = 'DELETE' THEN old ELSE new END;
END $$;
-- +goose StatementEnd
CREATE TRIGGER risk_assessments_fixed BEFORE UPDATE OR DELETE ON risk_assessments FOR EACH ROW EXECUTE FUNCTION risk_version_fixed();
CREATE TRIGGER risk_participants_fixed BEFORE INSERT OR UPDATE OR DELETE ON risk_participants FOR EACH ROW EXECUTE FUNCTION risk_fixed();

-- The row of the matter's risk assessment that a check comes from, as actions have it.
ALTER TABLE matter_checks ADD risk_row integer;
CREATE UNIQUE INDEX matter_checks_one_per_risk ON matter_checks (org_id, matter_id, risk_row) WHERE risk_row IS NOT NULL AND checked_at IS NULL;

-- +goose Down
ALTER TABLE matter_checks DROP COLUMN risk_row;
DROP TRIGGER risk_assessments_fixed ON risk_assessments;
DROP FUNCTION risk_version_fixed();
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
INSERT INTO risk_statements SELECT org_id, assessment_id, person_id, invited_at, agrees, body, stated_at FROM risk_participants WHERE kind = 'safety_rep' AND person_id IS NOT NULL;
SELECT tenant_table('risk_statements', 'SELECT, INSERT, UPDATE, DELETE');
DROP TABLE risk_participants;
ALTER TABLE risk_rows
	DROP COLUMN no, DROP COLUMN none_probability, DROP COLUMN none_consequence, DROP COLUMN b_probability, DROP COLUMN b_consequence,
	DROP COLUMN after_probability, DROP COLUMN after_consequence, DROP COLUMN at_once, DROP COLUMN responsible_id, DROP COLUMN effect_on, DROP COLUMN version;
DROP INDEX risk_assessments_one_draft;
ALTER TABLE risk_assessments
	DROP COLUMN place, DROP COLUMN starts, DROP COLUMN reason, DROP COLUMN affected, DROP COLUMN no_change, DROP COLUMN alternative_b, DROP COLUMN equality,
	DROP COLUMN economy, DROP COLUMN service, DROP COLUMN last_row, DROP COLUMN follow_on, DROP COLUMN follow_by, DROP COLUMN followed_at, DROP COLUMN followed_by, DROP COLUMN followed_note;
ALTER TABLE agreements DROP COLUMN risk_before_execution;
