-- +goose Up
-- Negotiations under MBL with a log of their own, the agreement's steps after a disagreement, late requests by mutual
-- consent, and unions whose samverkansavtal ends and begins again (handbook 4.1, T4-T12, "Split regime").

ALTER TABLE agreements
	ADD COLUMN table_on_late_papers boolean NOT NULL DEFAULT true,  -- a request for tabling because papers were late is granted (T4)
	ADD COLUMN hold_execution boolean NOT NULL DEFAULT false,       -- nothing is carried out during enhanced samverkan or MBL 14 § (T12)
	ADD COLUMN afterwards_days integer NOT NULL DEFAULT 3           -- working days to samverkan after a decision before it
		CONSTRAINT agreements_afterwards_days CHECK (afterwards_days BETWEEN 1 AND 30);

-- A request may be taken back, an agreement that begins again ends a negotiation that was owed without it, and a union
-- outside the agreement is informed by itself (MBL 19 §).
ALTER TABLE tracks
	ADD COLUMN close_reason text NOT NULL DEFAULT '' CONSTRAINT tracks_close_reason CHECK (char_length(close_reason) <= 4000),
	ADD COLUMN notice_on date,                                      -- withdrawal: the day of the written notice (MBL 16 §)
	DROP CONSTRAINT tracks_kind,
	ADD CONSTRAINT tracks_kind CHECK (kind IN ('group', 'info', 'mbl11', 'mbl13', 'mbl38', 'mbl14', 'mbl19')),
	DROP CONSTRAINT tracks_close_manner,
	ADD CONSTRAINT tracks_close_manner CHECK (close_manner IN ('agreement', 'disagreement', 'withdrawal', 'request_withdrawn', 'agreement_resumed', 'informed'));

-- What was said and done in a negotiation. Nothing here is ever changed: a correction is a new entry.
CREATE TABLE negotiation_entries (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	track_id    bigint NOT NULL,
	kind        text NOT NULL CONSTRAINT negotiation_entries_kind CHECK (kind IN ('called', 'met', 'offer', 'demand', 'notice', 'minutes', 'note')),
	happened_on date NOT NULL,
	counterpart text NOT NULL DEFAULT '' CONSTRAINT negotiation_entries_counterpart CHECK (char_length(counterpart) <= 500),
	body        text NOT NULL CONSTRAINT negotiation_entries_body CHECK (btrim(body) <> '' AND char_length(body) <= 10000),
	reference   text NOT NULL DEFAULT '' CONSTRAINT negotiation_entries_reference CHECK (char_length(reference) <= 200),
	author_id   bigint NOT NULL,
	author_role text NOT NULL,
	created_at  timestamptz NOT NULL,
	corrects_id bigint,
	CONSTRAINT negotiation_entries_org_key UNIQUE (org_id, id),
	CONSTRAINT negotiation_entries_track_key UNIQUE (org_id, track_id, id),
	CONSTRAINT negotiation_entries_track_fkey FOREIGN KEY (org_id, track_id) REFERENCES tracks (org_id, id),
	CONSTRAINT negotiation_entries_author_fkey FOREIGN KEY (org_id, author_id) REFERENCES people (org_id, id),
	CONSTRAINT negotiation_entries_corrects_fkey FOREIGN KEY (org_id, track_id, corrects_id) REFERENCES negotiation_entries (org_id, track_id, id)
);
CREATE INDEX negotiation_entries_track ON negotiation_entries (org_id, track_id);
SELECT tenant_table('negotiation_entries', 'SELECT, INSERT');

-- A union's written request for the next step after its disagreement, where the agreement has steps before MBL 14 §.
CREATE TABLE disagreement_steps (
	org_id       bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id    bigint NOT NULL,
	kind         text NOT NULL CONSTRAINT disagreement_steps_kind CHECK (kind IN ('enhanced', 'higher_group')),
	position_id  bigint NOT NULL,                      -- the disagreement that it follows from
	union_id     bigint NOT NULL,
	track_id     bigint NOT NULL,                      -- where it is carried out
	proposal_no  integer NOT NULL,                     -- the version that the disagreement is about
	note         text NOT NULL DEFAULT '' CONSTRAINT disagreement_steps_note CHECK (char_length(note) <= 4000),
	requested_by bigint NOT NULL,
	requested_at timestamptz NOT NULL,
	item_id      bigint,                               -- the treatment that carries it out, once that has begun
	withdrawn_at timestamptz,
	CONSTRAINT disagreement_steps_org_key UNIQUE (org_id, id),
	CONSTRAINT disagreement_steps_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT disagreement_steps_position_fkey FOREIGN KEY (org_id, position_id) REFERENCES positions (org_id, id),
	CONSTRAINT disagreement_steps_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT disagreement_steps_track_fkey FOREIGN KEY (org_id, track_id) REFERENCES tracks (org_id, id),
	CONSTRAINT disagreement_steps_requester_fkey FOREIGN KEY (org_id, requested_by) REFERENCES people (org_id, id),
	CONSTRAINT disagreement_steps_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items (org_id, id)
);
CREATE INDEX disagreement_steps_matter ON disagreement_steps (org_id, matter_id);
CREATE INDEX disagreement_steps_item ON disagreement_steps (org_id, item_id) WHERE item_id IS NOT NULL;
CREATE UNIQUE INDEX disagreement_steps_once ON disagreement_steps (org_id, position_id) WHERE withdrawn_at IS NULL;
SELECT tenant_table('disagreement_steps', 'SELECT, INSERT, UPDATE');

-- After the first samverkan occasion, negotiation under MBL 11 § instead of samverkan needs the consent of both (T5).
CREATE TABLE late_requests (
	org_id       bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	matter_id    bigint NOT NULL,
	union_id     bigint NOT NULL,
	reason       text NOT NULL CONSTRAINT late_requests_reason CHECK (btrim(reason) <> '' AND char_length(reason) <= 4000),
	requested_by bigint NOT NULL,
	requested_at timestamptz NOT NULL,
	consented    boolean,
	answer       text NOT NULL DEFAULT '' CONSTRAINT late_requests_answer CHECK (char_length(answer) <= 4000),
	answered_by  bigint,
	answered_at  timestamptz,
	CONSTRAINT late_requests_org_key UNIQUE (org_id, id),
	CONSTRAINT late_requests_answered_whole CHECK ((answered_at IS NULL) = (consented IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)),
	CONSTRAINT late_requests_declined_said CHECK (consented IS NOT FALSE OR btrim(answer) <> ''),
	CONSTRAINT late_requests_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters (org_id, id),
	CONSTRAINT late_requests_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id),
	CONSTRAINT late_requests_requester_fkey FOREIGN KEY (org_id, requested_by) REFERENCES people (org_id, id),
	CONSTRAINT late_requests_answerer_fkey FOREIGN KEY (org_id, answered_by) REFERENCES people (org_id, id)
);
CREATE INDEX late_requests_matter ON late_requests (org_id, matter_id);
CREATE UNIQUE INDEX late_requests_one_open ON late_requests (org_id, matter_id, union_id) WHERE answered_at IS NULL;
SELECT tenant_table('late_requests', 'SELECT, INSERT, UPDATE');

-- The days that a union's agreement held before it ended and began again: what was treated then was treated under it.
CREATE TABLE former_agreements (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	union_id    bigint NOT NULL,
	valid_from  date,
	valid_until date NOT NULL,
	CONSTRAINT former_agreements_org_key UNIQUE (org_id, id),
	CONSTRAINT former_agreements_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions (org_id, id)
);
CREATE INDEX former_agreements_union ON former_agreements (org_id, union_id);
SELECT tenant_table('former_agreements', 'SELECT, INSERT');
-- +goose StatementBegin
CREATE FUNCTION former_agreements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO former_agreements (org_id, union_id, valid_from, valid_until) VALUES (old.org_id, old.id, old.agreement_from, old.agreement_until);
	RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER former_agreements AFTER UPDATE OF agreement_from ON unions FOR EACH ROW
	WHEN (new.agreement_from > old.agreement_until) EXECUTE FUNCTION former_agreements();

-- matter_unfinished counts what is left of the mandatory tracks on the day given: since steps came between a disagreement
-- and MBL 14 §, also those that were requested and not carried out. A request that was taken back asks nothing.
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION matter_unfinished(matter bigint, day date) RETURNS bigint LANGUAGE sql STABLE AS $$
WITH base AS (SELECT matter_base_no(matter) AS no),
outcomes AS (
	SELECT ai.id, ai.track_id FROM agenda_items ai, base
	WHERE  ai.matter_id = matter AND ai.class = 'before_decision' AND ai.concluded_at IS NOT NULL AND ai.effective_at IS NOT NULL
	AND    (ai.effective_at AT TIME ZONE 'Europe/Stockholm')::date <= day AND ai.proposal_no >= base.no),
live AS (SELECT t.*, (t.closed_at AT TIME ZONE 'Europe/Stockholm')::date <= day AS closed FROM tracks t
	WHERE t.matter_id = matter AND (t.close_manner IN ('request_withdrawn', 'agreement_resumed') AND (t.closed_at AT TIME ZONE 'Europe/Stockholm')::date <= day) IS NOT TRUE),
central AS (SELECT t.union_id, t.closed FROM live t, base WHERE t.kind = 'mbl14' AND t.proposal_no >= base.no),
steps AS (SELECT s.* FROM disagreement_steps s, base WHERE s.matter_id = matter AND s.proposal_no >= base.no
	AND (s.withdrawn_at IS NULL OR (s.withdrawn_at AT TIME ZONE 'Europe/Stockholm')::date > day))
SELECT (SELECT count(*) FROM live t WHERE t.kind = 'group' AND (t.mandatory OR EXISTS (SELECT FROM steps s WHERE s.track_id = t.id))
	AND NOT coalesce((SELECT (ai.effective_at AT TIME ZONE 'Europe/Stockholm')::date <= day
		FROM   agenda_items ai JOIN meetings me ON me.id = ai.meeting_id, base
		WHERE  ai.track_id = t.id AND ai.class = 'before_decision' AND ai.concluded_at IS NOT NULL AND ai.proposal_no >= base.no
		AND    (ai.concluded_at AT TIME ZONE 'Europe/Stockholm')::date <= day ORDER BY me.starts_at DESC, ai.id DESC LIMIT 1), false))
+ (SELECT count(*) FROM live t, base WHERE t.kind IN ('mbl11', 'mbl13', 'mbl38') AND t.mandatory
	AND (t.closed IS NOT TRUE OR t.proposal_no < base.no
		OR (t.window_until >= day AND (t.waived_at IS NULL OR (t.waived_at AT TIME ZONE 'Europe/Stockholm')::date > day) AND NOT EXISTS (SELECT FROM central c WHERE c.union_id = t.union_id))))
+ (SELECT count(*) FROM central WHERE closed IS NOT TRUE)
+ (SELECT count(*) FROM steps s, base WHERE NOT EXISTS (SELECT FROM agenda_items ai WHERE ai.id = s.item_id AND ai.proposal_no >= base.no
	AND (ai.concluded_at AT TIME ZONE 'Europe/Stockholm')::date <= day))
+ (SELECT count(*) FROM positions p JOIN outcomes o ON o.id = p.item_id
	WHERE p.superseded_at IS NULL AND p.stance = 'disagrees' AND p.window_until >= day
	AND (p.waived_at IS NULL OR (p.waived_at AT TIME ZONE 'Europe/Stockholm')::date > day)
	AND NOT EXISTS (SELECT FROM steps s WHERE s.position_id = p.id)
	AND NOT EXISTS (SELECT FROM central c WHERE c.union_id = p.union_id))
+ (SELECT count(*) FROM matters m WHERE m.id = matter
	AND (m.plan_confirmed_at IS NULL OR (m.plan_confirmed_at AT TIME ZONE 'Europe/Stockholm')::date > day))
+ CASE WHEN EXISTS (SELECT FROM live t WHERE t.mandatory) THEN 0 ELSE 1 END $$;
-- +goose StatementEnd
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO samverka_app;

-- +goose Down
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION matter_unfinished(matter bigint, day date) RETURNS bigint LANGUAGE sql STABLE AS $$
WITH base AS (SELECT matter_base_no(matter) AS no),
outcomes AS (
	SELECT ai.id, ai.track_id FROM agenda_items ai, base
	WHERE  ai.matter_id = matter AND ai.class = 'before_decision' AND ai.concluded_at IS NOT NULL AND ai.effective_at IS NOT NULL
	AND    (ai.effective_at AT TIME ZONE 'Europe/Stockholm')::date <= day AND ai.proposal_no >= base.no),
central AS (SELECT t.union_id, (t.closed_at AT TIME ZONE 'Europe/Stockholm')::date <= day AS closed
	FROM tracks t, base WHERE t.matter_id = matter AND t.kind = 'mbl14' AND t.proposal_no >= base.no)
SELECT (SELECT count(*) FROM tracks t WHERE t.matter_id = matter AND t.kind = 'group' AND t.mandatory
	AND NOT coalesce((SELECT (ai.effective_at AT TIME ZONE 'Europe/Stockholm')::date <= day
		FROM   agenda_items ai JOIN meetings me ON me.id = ai.meeting_id, base
		WHERE  ai.track_id = t.id AND ai.class = 'before_decision' AND ai.concluded_at IS NOT NULL AND ai.proposal_no >= base.no
		AND    (ai.concluded_at AT TIME ZONE 'Europe/Stockholm')::date <= day ORDER BY me.starts_at DESC, ai.id DESC LIMIT 1), false))
+ (SELECT count(*) FROM tracks t, base WHERE t.matter_id = matter AND t.kind IN ('mbl11', 'mbl13', 'mbl38') AND t.mandatory
	AND (t.closed_at IS NULL OR (t.closed_at AT TIME ZONE 'Europe/Stockholm')::date > day OR t.proposal_no < base.no
		OR (t.window_until >= day AND (t.waived_at IS NULL OR (t.waived_at AT TIME ZONE 'Europe/Stockholm')::date > day) AND NOT EXISTS (SELECT FROM central c WHERE c.union_id = t.union_id))))
+ (SELECT count(*) FROM central WHERE closed IS NOT TRUE)
+ (SELECT count(*) FROM positions p JOIN outcomes o ON o.id = p.item_id
	WHERE p.superseded_at IS NULL AND p.stance = 'disagrees' AND p.window_until >= day
	AND (p.waived_at IS NULL OR (p.waived_at AT TIME ZONE 'Europe/Stockholm')::date > day)
	AND NOT EXISTS (SELECT FROM central c WHERE c.union_id = p.union_id))
+ (SELECT count(*) FROM matters m WHERE m.id = matter
	AND (m.plan_confirmed_at IS NULL OR (m.plan_confirmed_at AT TIME ZONE 'Europe/Stockholm')::date > day))
+ CASE WHEN EXISTS (SELECT FROM tracks t WHERE t.matter_id = matter AND t.mandatory) THEN 0 ELSE 1 END $$;
-- +goose StatementEnd
DROP TRIGGER former_agreements ON unions;
DROP FUNCTION former_agreements();
DROP TABLE former_agreements, late_requests, disagreement_steps, negotiation_entries;
DELETE FROM tracks WHERE kind = 'mbl19' OR close_manner IN ('request_withdrawn', 'agreement_resumed', 'informed');
ALTER TABLE tracks DROP COLUMN close_reason, DROP COLUMN notice_on,
	DROP CONSTRAINT tracks_kind,
	ADD CONSTRAINT tracks_kind CHECK (kind IN ('group', 'info', 'mbl11', 'mbl13', 'mbl38', 'mbl14')),
	DROP CONSTRAINT tracks_close_manner,
	ADD CONSTRAINT tracks_close_manner CHECK (close_manner IN ('agreement', 'disagreement', 'withdrawal'));
ALTER TABLE agreements DROP COLUMN table_on_late_papers, DROP COLUMN hold_execution, DROP COLUMN afterwards_days;
