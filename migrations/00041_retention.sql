-- +goose Up
-- Bevara och gallra (handbook L7): how long each kind of document is kept, as versions with a day from which they hold; and
-- each weeding, which two people make together and whose protocol stays.
CREATE TABLE retention_rules (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	kind       text NOT NULL,
	version    integer NOT NULL CONSTRAINT retention_rules_version CHECK (version >= 1),
	valid_from date NOT NULL,
	years      integer CONSTRAINT retention_rules_years CHECK (years BETWEEN 1 AND 100), -- NULL: preserved
	source     text NOT NULL CONSTRAINT retention_rules_source CHECK (char_length(source) <= 300), -- the place in the own plan
	changed_by bigint NOT NULL,
	changed_at timestamptz NOT NULL,
	PRIMARY KEY (org_id, kind, version),
	-- Minutes with their papers, and matters with their log, are preserved whatever anybody decides.
	CONSTRAINT retention_rules_kind CHECK (kind IN ('apt_notes', 'apt_questions', 'apt_proposals', 'apt_marks', 'mails', 'drafts', 'attachments')),
	CONSTRAINT retention_rules_changer_fkey FOREIGN KEY (org_id, changed_by) REFERENCES people (org_id, id)
);
CREATE TABLE weedings (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	kind        text NOT NULL,
	version     integer NOT NULL,                       -- of the rule
	years       integer NOT NULL,
	source      text NOT NULL,
	cutoff      date NOT NULL,                          -- the last day that is weeded
	number      integer NOT NULL CONSTRAINT weedings_number CHECK (number > 0),
	oldest      date NOT NULL,
	newest      date NOT NULL,
	digest      bytea NOT NULL CONSTRAINT weedings_digest CHECK (octet_length(digest) = 32), -- of exactly what was previewed
	proposed_by bigint NOT NULL,
	proposed_as text NOT NULL,                          -- the role
	proposed_at timestamptz NOT NULL,
	outcome     text CONSTRAINT weedings_outcome CHECK (outcome IN ('approved', 'declined', 'withdrawn')),
	decided_by  bigint,
	decided_as  text NOT NULL DEFAULT '',
	decided_at  timestamptz,
	reason      text NOT NULL DEFAULT '' CONSTRAINT weedings_reason CHECK (char_length(reason) <= 2000),
	CONSTRAINT weedings_org_key UNIQUE (org_id, id),
	CONSTRAINT weedings_within CHECK (oldest <= newest AND newest <= cutoff),
	CONSTRAINT weedings_decided_whole CHECK ((outcome IS NULL) = (decided_by IS NULL) AND (outcome IS NULL) = (decided_at IS NULL)),
	CONSTRAINT weedings_two_people CHECK (outcome <> 'approved' OR decided_by <> proposed_by),
	CONSTRAINT weedings_registrar CHECK (outcome <> 'approved' OR 'registrar' IN (proposed_as, decided_as)),
	CONSTRAINT weedings_rule_fkey FOREIGN KEY (org_id, kind, version) REFERENCES retention_rules (org_id, kind, version),
	CONSTRAINT weedings_proposer_fkey FOREIGN KEY (org_id, proposed_by) REFERENCES people (org_id, id),
	CONSTRAINT weedings_decider_fkey FOREIGN KEY (org_id, decided_by) REFERENCES people (org_id, id)
);
CREATE UNIQUE INDEX weedings_one_open ON weedings (org_id, kind) WHERE outcome IS NULL;
-- The APTs that a weeding took something from, so that their pages can say so.
CREATE TABLE weeded_apts (
	org_id     bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	weeding_id bigint NOT NULL,
	apt_id     bigint NOT NULL,
	PRIMARY KEY (org_id, weeding_id, apt_id),
	CONSTRAINT weeded_apts_weeding_fkey FOREIGN KEY (org_id, weeding_id) REFERENCES weedings (org_id, id),
	CONSTRAINT weeded_apts_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts (org_id, id)
);
CREATE INDEX weeded_apts_apt ON weeded_apts (org_id, apt_id);
-- A weeding that is decided is never changed.
-- +goose StatementBegin
CREATE FUNCTION weedings_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF old.outcome IS NOT NULL THEN
		RAISE EXCEPTION 'a weeding that is decided stays as it is' USING errcode = 'check_violation', constraint = 'weedings_stay';
	END IF;
	RETURN new;
END $$;
-- +goose StatementEnd
CREATE TRIGGER weedings_stay BEFORE UPDATE ON weedings FOR EACH ROW EXECUTE FUNCTION weedings_stay();

SELECT tenant_table('retention_rules', 'SELECT, INSERT'), tenant_table('weedings', 'SELECT, INSERT'), tenant_table('weeded_apts', 'SELECT, INSERT');
GRANT UPDATE (outcome, decided_by, decided_as, decided_at, reason) ON weedings TO samverka_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;
-- What weeding needs besides: whole rows of these go; notes and attachments are blanked through what the application may already.
GRANT DELETE ON apt_questions, apt_proposals TO samverka_app;
ALTER TABLE mails DROP CONSTRAINT mails_digest_fkey;
ALTER TABLE mails ADD CONSTRAINT mails_digest_fkey FOREIGN KEY (org_id, digest_id) REFERENCES mails (org_id, id) ON DELETE SET NULL (digest_id);
CREATE INDEX mails_queued ON mails (org_id, queued_at);

-- +goose Down
DROP INDEX mails_queued;
ALTER TABLE mails DROP CONSTRAINT mails_digest_fkey;
ALTER TABLE mails ADD CONSTRAINT mails_digest_fkey FOREIGN KEY (org_id, digest_id) REFERENCES mails (org_id, id);
REVOKE DELETE ON apt_questions, apt_proposals FROM samverka_app;
DROP TABLE weeded_apts, weedings, retention_rules;
DROP FUNCTION weedings_stay();
