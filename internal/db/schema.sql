-- The schema as the migrations leave it, without the job queue's tables.
-- Made by make schema, with Postgres 15. Do not edit: change the migrations.

CREATE FUNCTION adjusters_gate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
	row adjusters := CASE WHEN tg_op = 'DELETE' THEN old ELSE new END;
	m   minutes;
BEGIN
	SELECT * INTO m FROM minutes WHERE org_id = row.org_id AND meeting_id = row.meeting_id;
	IF m.status IN ('approved', 'approved_with_objection') THEN
		RAISE EXCEPTION 'approved minutes are not changed' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	IF row.answer IN ('approved', 'maintained') AND tg_op <> 'DELETE' AND (tg_op = 'INSERT' OR old.answer IS DISTINCT FROM new.answer)
		AND NOT EXISTS (SELECT FROM minutes_versions v WHERE v.org_id = m.org_id AND v.meeting_id = m.meeting_id AND v.version = m.version AND v.digest = row.digest) THEN
		RAISE EXCEPTION 'the answer is about another text' USING errcode = 'integrity_constraint_violation', constraint = 'adjusters_gate';
	END IF;
	RETURN row;
END $$;

CREATE FUNCTION agenda_items_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
	IF EXISTS (SELECT FROM minutes_parts p WHERE p.org_id = old.org_id AND p.item_id = old.id AND p.kind = 'immediate' AND p.status = 'approved')
		OR EXISTS (SELECT FROM minutes m WHERE m.org_id = old.org_id AND m.meeting_id = old.meeting_id AND m.status IN ('approved', 'approved_with_objection')) THEN
		RAISE EXCEPTION 'the § is approved' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	RETURN new;
END $$;

CREATE FUNCTION current_org() RETURNS bigint
    LANGUAGE sql STABLE
    AS $$ SELECT nullif(current_setting('app.org_id', true), '')::bigint $$;

CREATE TABLE agreements (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    valid_from date NOT NULL,
    notice_days integer DEFAULT 14 NOT NULL,
    papers_days integer DEFAULT 7 NOT NULL,
    effective_at text NOT NULL,
    central_days integer DEFAULT 7 NOT NULL,
    approval_days integer DEFAULT 10 NOT NULL,
    risk_before_conclusion boolean DEFAULT true NOT NULL,
    group_order text DEFAULT 'parallel'::text NOT NULL,
    editorial_objection_days integer DEFAULT 3 NOT NULL,
    extra_meeting_days integer DEFAULT 2 NOT NULL,
    mbl_scope text DEFAULT 'requesting'::text NOT NULL,
    statistics_minimum integer DEFAULT 10 NOT NULL,
    move_to_working_day boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone NOT NULL,
    safety_gap_months integer DEFAULT 3 NOT NULL,
    safety_warn_days integer DEFAULT 75 NOT NULL,
    apt_invite_days integer DEFAULT 14 NOT NULL,
    apt_agenda_days integer DEFAULT 7 NOT NULL,
    apt_notes_days integer DEFAULT 7 NOT NULL,
    apts_per_year integer DEFAULT 8 NOT NULL,
    group_categories text[] DEFAULT '{working_time,organisation,premises,budget,policy,staffing,manager_appointment}'::text[] NOT NULL,
    items_days integer DEFAULT 10 NOT NULL,
    request_days integer DEFAULT 14 NOT NULL,
    publish_days integer DEFAULT 2 NOT NULL,
    disagreement_steps text[] DEFAULT '{central}'::text[] NOT NULL,
    union_raised boolean DEFAULT true NOT NULL,
    table_on_late_papers boolean DEFAULT true NOT NULL,
    hold_execution boolean DEFAULT false NOT NULL,
    afterwards_days integer DEFAULT 3 NOT NULL,
    risk_before_execution boolean DEFAULT true NOT NULL,
    extra_meetings boolean DEFAULT true NOT NULL,
    quorum integer DEFAULT 1 NOT NULL,
    adjusters_minimum integer DEFAULT 1 NOT NULL,
    publish_audience text DEFAULT 'covered_units'::text NOT NULL,
    mbl38_inside boolean DEFAULT false NOT NULL,
    exception_approver text DEFAULT 'negotiator'::text NOT NULL,
    apt_formal_forum boolean DEFAULT false NOT NULL,
    seats_per_union integer DEFAULT 2 NOT NULL,
    level_names text[] DEFAULT '{CSG,FSG,LSG}'::text[] NOT NULL,
    number_pattern text DEFAULT 'SAM {år}/{löpnr}'::text NOT NULL,
    introduction_days integer DEFAULT 60 NOT NULL,
    training_months integer DEFAULT 36 NOT NULL,
    followup_month integer DEFAULT 11 NOT NULL,
    CONSTRAINT agreements_adjusters CHECK (((adjusters_minimum >= 1) AND (adjusters_minimum <= 20))),
    CONSTRAINT agreements_afterwards_days CHECK (((afterwards_days >= 1) AND (afterwards_days <= 30))),
    CONSTRAINT agreements_approval_days CHECK (((approval_days >= 1) AND (approval_days <= 90))),
    CONSTRAINT agreements_approver CHECK ((exception_approver = ANY (ARRAY['negotiator'::text, 'hr'::text]))),
    CONSTRAINT agreements_apt_agenda_days CHECK (((apt_agenda_days >= 0) AND (apt_agenda_days <= 90))),
    CONSTRAINT agreements_apt_invite_days CHECK (((apt_invite_days >= 0) AND (apt_invite_days <= 90))),
    CONSTRAINT agreements_apt_notes_days CHECK (((apt_notes_days >= 1) AND (apt_notes_days <= 60))),
    CONSTRAINT agreements_apts_per_year CHECK (((apts_per_year >= 0) AND (apts_per_year <= 52))),
    CONSTRAINT agreements_audience CHECK ((publish_audience = ANY (ARRAY['covered_units'::text, 'organisation'::text]))),
    CONSTRAINT agreements_central_days CHECK (((central_days >= 0) AND (central_days <= 60))),
    CONSTRAINT agreements_disagreement_steps CHECK (((((disagreement_steps = '{central}'::text[]) OR (disagreement_steps = '{enhanced,central}'::text[])) OR (disagreement_steps = '{higher_group,central}'::text[])) OR (disagreement_steps = '{enhanced,higher_group,central}'::text[]))),
    CONSTRAINT agreements_editorial_days CHECK (((editorial_objection_days >= 0) AND (editorial_objection_days <= 30))),
    CONSTRAINT agreements_effective_at CHECK ((effective_at = ANY (ARRAY[''::text, 'meeting_end'::text, 'approval'::text]))),
    CONSTRAINT agreements_extra_days CHECK (((extra_meeting_days >= 0) AND (extra_meeting_days <= 30))),
    CONSTRAINT agreements_followup_month CHECK (((followup_month >= 1) AND (followup_month <= 12))),
    CONSTRAINT agreements_group_order CHECK ((group_order = ANY (ARRAY['parallel'::text, 'bottom_up'::text, 'top_down'::text]))),
    CONSTRAINT agreements_introduction_days CHECK (((introduction_days >= 7) AND (introduction_days <= 365))),
    CONSTRAINT agreements_items_days CHECK (((items_days >= 0) AND (items_days <= 90))),
    CONSTRAINT agreements_levels CHECK (((cardinality(level_names) >= 1) AND (cardinality(level_names) <= 6))),
    CONSTRAINT agreements_mbl_scope CHECK ((mbl_scope = ANY (ARRAY['requesting'::text, 'all'::text]))),
    CONSTRAINT agreements_notice_days CHECK (((notice_days >= 0) AND (notice_days <= 90))),
    CONSTRAINT agreements_number_pattern CHECK ((number_pattern ~~ '%{år}%{löpnr}'::text)),
    CONSTRAINT agreements_papers_days CHECK (((papers_days >= 0) AND (papers_days <= 90))),
    CONSTRAINT agreements_publish_days CHECK (((publish_days >= 0) AND (publish_days <= 60))),
    CONSTRAINT agreements_quorum CHECK (((quorum >= 1) AND (quorum <= 20))),
    CONSTRAINT agreements_request_days CHECK (((request_days >= 1) AND (request_days <= 60))),
    CONSTRAINT agreements_safety_gap CHECK (((safety_gap_months >= 1) AND (safety_gap_months <= 3))),
    CONSTRAINT agreements_safety_warn CHECK (((safety_warn_days >= 14) AND (safety_warn_days <= 90))),
    CONSTRAINT agreements_seats CHECK (((seats_per_union >= 1) AND (seats_per_union <= 20))),
    CONSTRAINT agreements_statistics CHECK (((statistics_minimum >= 3) AND (statistics_minimum <= 100))),
    CONSTRAINT agreements_training_months CHECK (((training_months >= 1) AND (training_months <= 120)))
);

ALTER TABLE ONLY agreements FORCE ROW LEVEL SECURITY;

CREATE FUNCTION agreement_on(day date, within bigint[], in_group bigint) RETURNS SETOF agreements
    LANGUAGE sql STABLE
    AS $$
SELECT r.* FROM (SELECT y FROM agreements y ORDER BY y.valid_from <= day DESC, abs(y.valid_from - day) LIMIT 1) a
CROSS  JOIN LATERAL jsonb_populate_record(a.y, coalesce((
	SELECT jsonb_object_agg(t.key, t.value ORDER BY o.group_id NULLS FIRST, array_position(within, o.unit_id))
	FROM   (SELECT DISTINCT ON (x.unit_id, x.group_id) x.* FROM arrangements x
	        WHERE x.valid_from <= day AND (x.unit_id = ANY (within) OR x.group_id = in_group) ORDER BY x.unit_id, x.group_id, x.valid_from DESC) o
	CROSS  JOIN jsonb_each(o.terms) t), '{}')) r $$;

CREATE FUNCTION apt_span() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
	UPDATE apts a SET starts_at = s.first, ends_at = s.last
	FROM   (SELECT coalesce(min(starts_at) FILTER (WHERE status <> 'cancelled'), min(starts_at)) AS first,
	               coalesce(max(ends_at) FILTER (WHERE status <> 'cancelled'), max(ends_at)) AS last
	        FROM apt_sittings WHERE org_id = new.org_id AND apt_id = new.apt_id) s
	WHERE  a.org_id = new.org_id AND a.id = new.apt_id;
	RETURN NULL;
END $$;

CREATE FUNCTION decisions_gate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE TABLE events (
    org_id bigint DEFAULT current_org() NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint,
    role text NOT NULL,
    kind text NOT NULL,
    matter_id bigint,
    meeting_id bigint,
    text_digest bytea NOT NULL,
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL
);

ALTER TABLE ONLY events FORCE ROW LEVEL SECURITY;

CREATE FUNCTION event_hash(prev bytea, e events) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$
SELECT sha256(prev || convert_to(concat_ws(E'\x1f', e.org_id, e.seq, extract(epoch FROM e.at)::text, coalesce(e.person_id::text, ''),
	e.role, e.kind, coalesce(e.matter_id::text, ''), coalesce(e.meeting_id::text, ''), encode(e.text_digest, 'hex')), 'UTF8')) $$;

CREATE FUNCTION events_chain() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE h event_heads;
BEGIN
	INSERT INTO event_heads VALUES (new.org_id, 0, sha256(convert_to('samverka ' || new.org_id, 'UTF8'))) ON CONFLICT DO NOTHING;
	SELECT * INTO h FROM event_heads WHERE org_id = new.org_id FOR UPDATE;
	new.seq := h.seq + 1;
	new.prev_hash := h.hash;
	new.hash := event_hash(h.hash, new);
	UPDATE event_heads SET seq = new.seq, hash = new.hash WHERE org_id = new.org_id;
	RETURN new;
END $$;

CREATE FUNCTION events_mark() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
	IF new.matter_id IS NOT NULL THEN
		INSERT INTO matter_marks (matter_id) VALUES (new.matter_id);
	END IF;
	IF new.meeting_id IS NOT NULL THEN
		INSERT INTO matter_marks (matter_id) SELECT DISTINCT ai.matter_id FROM agenda_items ai
		WHERE ai.org_id = new.org_id AND ai.meeting_id = new.meeting_id AND ai.matter_id IS NOT NULL AND ai.matter_id IS DISTINCT FROM new.matter_id;
	END IF;
	RETURN NULL;
END $$;

CREATE FUNCTION events_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
	RAISE EXCEPTION 'the event log is append-only' USING errcode = 'insufficient_privilege';
END $$;

CREATE FUNCTION former_agreements() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
	INSERT INTO former_agreements (org_id, union_id, valid_from, valid_until) VALUES (old.org_id, old.id, old.agreement_from, old.agreement_until);
	RETURN NULL;
END $$;

CREATE FUNCTION group_path(of_group bigint) RETURNS bigint[]
    LANGUAGE sql STABLE
    AS $$
SELECT coalesce(array_agg(x.id ORDER BY x.depth), '{}') FROM (
	SELECT a.id, min(a.depth) AS depth FROM group_units gu JOIN units u ON u.org_id = gu.org_id AND u.id = gu.unit_id
	CROSS  JOIN unnest(u.ancestors) WITH ORDINALITY a (id, depth) WHERE gu.group_id = of_group
	GROUP  BY a.id HAVING count(*) = (SELECT count(*) FROM group_units WHERE group_id = of_group)) x $$;

CREATE FUNCTION held_roles(day date) RETURNS TABLE(person_id bigint, role text)
    LANGUAGE sql STABLE
    AS $$
	SELECT u.manager_id, 'manager' FROM units u WHERE u.manager_id IS NOT NULL AND (u.closed_on IS NULL OR u.closed_on > day)
	UNION SELECT g.chair_id, 'manager' FROM groups g WHERE g.chair_id IS NOT NULL AND (g.closed_on IS NULL OR g.closed_on > day)
	UNION SELECT ma.person_id, CASE ma.role WHEN 'secretary' THEN 'manager' WHEN 'employer_rep' THEN 'manager' WHEN 'union_substitute' THEN 'union_rep'
	             WHEN 'chief_safety_rep' THEN 'safety_rep' ELSE ma.role END
	      FROM mandates ma WHERE ma.valid_from <= day AND (ma.valid_until IS NULL OR ma.valid_until >= day)
	UNION SELECT p.id, 'employee' FROM people p
$$;

CREATE FUNCTION matter_base_no(matter bigint) RETURNS integer
    LANGUAGE sql STABLE
    AS $$
SELECT coalesce(max(p.no), 0) FROM proposals p
WHERE  p.matter_id = matter
AND    (NOT p.editorial OR EXISTS (SELECT FROM editorial_objections o WHERE o.proposal_id = p.id)) $$;

CREATE FUNCTION matter_unfinished(matter bigint, day date) RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
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

CREATE FUNCTION matter_uninformed(matter bigint, day date) RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
SELECT count(*) FROM tracks t WHERE t.matter_id = matter AND t.kind = 'info' AND t.mandatory
AND NOT EXISTS (SELECT FROM agenda_items ai JOIN meetings me ON me.id = ai.meeting_id
	WHERE ai.track_id = t.id AND ai.class <> 'follow_up' AND ai.status IN ('handled', 'concluded') AND me.status <> 'cancelled'
	AND   (me.starts_at AT TIME ZONE 'Europe/Stockholm')::date <= day AND ai.proposal_no >= matter_base_no(matter)) $$;

CREATE FUNCTION matters_search() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
	new.search := to_tsvector('swedish', new.number || ' ' || new.title || ' ' || new.purpose);
	RETURN new;
END $$;

CREATE FUNCTION minutes_immutable() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
	IF old.status IN ('approved', 'approved_with_objection') THEN
		RAISE EXCEPTION 'approved minutes are not changed' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	IF tg_op = 'DELETE' THEN
		RETURN old;
	END IF;
	IF new.status IN ('approved', 'approved_with_objection') AND (
		NOT EXISTS (SELECT FROM minutes_versions v WHERE v.meeting_id = new.meeting_id AND v.version = new.version AND v.content = new.content AND v.digest = new.digest)
		OR EXISTS (SELECT FROM adjusters a WHERE a.meeting_id = new.meeting_id AND a.replaced_at IS NULL
			AND (a.answer IS NULL OR a.answer = 'objected' OR a.digest IS DISTINCT FROM new.digest))
		OR NOT EXISTS (SELECT FROM adjusters a WHERE a.meeting_id = new.meeting_id AND a.replaced_at IS NULL AND a.side = 'union')
		OR (new.status = 'approved') = EXISTS (SELECT FROM adjusters a WHERE a.meeting_id = new.meeting_id AND a.replaced_at IS NULL AND a.answer = 'maintained'))
	THEN
		RAISE EXCEPTION 'the minutes are not what everybody has approved' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_gate';
	END IF;
	RETURN new;
END $$;

CREATE FUNCTION minutes_part_adjusters_gate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
	row minutes_part_adjusters := CASE WHEN tg_op = 'DELETE' THEN old ELSE new END;
BEGIN
	IF EXISTS (SELECT FROM minutes_parts p WHERE p.org_id = row.org_id AND p.id = row.part_id AND p.status <> 'sent') THEN
		RAISE EXCEPTION 'what is approved is not changed' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	RETURN row;
END $$;

CREATE FUNCTION minutes_parts_gate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
	IF tg_op = 'DELETE' OR old.status <> 'sent' OR old.content <> new.content OR old.digest <> new.digest OR old.meeting_id <> new.meeting_id OR old.kind <> new.kind THEN
		RAISE EXCEPTION 'what is sent for approval is not changed' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_immutable';
	END IF;
	IF new.status = 'approved' AND (
		EXISTS (SELECT FROM minutes_part_adjusters a WHERE a.org_id = new.org_id AND a.part_id = new.id AND a.replaced_at IS NULL
			AND (a.answer IS DISTINCT FROM 'approved' OR a.digest IS DISTINCT FROM new.digest))
		OR NOT EXISTS (SELECT FROM minutes_part_adjusters a WHERE a.org_id = new.org_id AND a.part_id = new.id AND a.replaced_at IS NULL AND a.side = 'union'))
	THEN
		RAISE EXCEPTION 'the text is not what everybody has approved' USING errcode = 'integrity_constraint_violation', constraint = 'minutes_gate';
	END IF;
	RETURN new;
END $$;

CREATE FUNCTION people_new_address() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
	IF new.email IS DISTINCT FROM old.email THEN
		new.mail_problem := '';
		new.mail_problem_at := NULL;
	END IF;
	RETURN new;
END $$;

CREATE FUNCTION risk_fixed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE a bigint := CASE WHEN tg_op = 'DELETE' THEN old.assessment_id ELSE new.assessment_id END;
BEGIN
	IF EXISTS (SELECT FROM risk_assessments r WHERE r.id = a AND r.fixed_at IS NOT NULL) THEN
		RAISE EXCEPTION 'a fixed risk assessment is not changed' USING errcode = 'integrity_constraint_violation', constraint = 'risk_rows_fixed';
	END IF;
	RETURN CASE WHEN tg_op = 'DELETE' THEN old ELSE new END;
END $$;

CREATE FUNCTION risk_version_fixed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE followed text[] := '{followed_at,followed_by,followed_note,version}';
BEGIN
	IF old.fixed_at IS NOT NULL AND (tg_op = 'DELETE' OR old.followed_at IS NOT NULL OR to_jsonb(new) - followed <> to_jsonb(old) - followed) THEN
		RAISE EXCEPTION 'a fixed risk assessment is not changed' USING errcode = 'integrity_constraint_violation', constraint = 'risk_rows_fixed';
	END IF;
	RETURN CASE WHEN tg_op = 'DELETE' THEN old ELSE new END;
END $$;

CREATE FUNCTION safety_request_placed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
	IF EXISTS (SELECT FROM safety_requests r WHERE r.id = old.request_id AND r.withdrawn_at IS NOT NULL) THEN
		RETURN old;
	END IF;
	RAISE EXCEPTION 'an item under AML 6:6a is placed, never removed' USING errcode = 'integrity_constraint_violation', constraint = 'safety_request_placed';
END $$;

CREATE FUNCTION search_matters(q tsquery) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ SELECT m.id FROM matters m WHERE m.org_id = (SELECT current_org()) AND m.search @@ q $$;

CREATE FUNCTION search_name(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT translate(lower(name), 'éèêëáàâíìîïóòôúùûüñçšžčćøæ', 'eeeeaaaiiiiooouuuuncszccöä') $$;

CREATE FUNCTION search_people(q tsquery) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ SELECT p.id FROM people p WHERE p.org_id = (SELECT current_org()) AND to_tsvector('simple', search_name(p.name)) @@ q $$;

CREATE FUNCTION tenant_table(name text, privileges text) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
	EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
	EXECUTE format('CREATE POLICY org ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))', name);
	EXECUTE format('GRANT %s ON %I TO samverka_app', privileges, name);
END $$;

COMMENT ON FUNCTION tenant_table(name text, privileges text) IS 'Locks a table to its organisation, and gives the application the privileges named. Every later migration calls it for each table it makes.';

CREATE FUNCTION verdicts_forget() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
	PERFORM verdicts_lock();
	DELETE FROM matter_verdicts;
	RETURN NULL;
END $$;

CREATE FUNCTION verdicts_lock() RETURNS void
    LANGUAGE sql
    AS $$
SELECT pg_advisory_xact_lock(hashtextextended('verdicts', coalesce(current_org(), 0))) $$;

CREATE FUNCTION weedings_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
	IF old.outcome IS NOT NULL THEN
		RAISE EXCEPTION 'a weeding that is decided stays as it is' USING errcode = 'check_violation', constraint = 'weedings_stay';
	END IF;
	RETURN new;
END $$;

CREATE TABLE accounts (
    id bigint NOT NULL,
    email text NOT NULL,
    password_hash text,
    disabled_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT accounts_email_lower CHECK (((email = lower(email)) AND (email <> ''::text)))
);

ALTER TABLE accounts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE actions (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint,
    meeting_id bigint,
    item_id bigint,
    risk_row integer,
    what text NOT NULL,
    person_id bigint NOT NULL,
    role text DEFAULT 'manager'::text NOT NULL,
    due_on date NOT NULL,
    first_person_id bigint,
    first_due_on date,
    replanned text DEFAULT ''::text NOT NULL,
    done_at timestamp with time zone,
    done_by bigint,
    result text DEFAULT ''::text NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    followup_id bigint,
    CONSTRAINT actions_done_whole CHECK (((done_at IS NULL) = (done_by IS NULL))),
    CONSTRAINT actions_item_whole CHECK (((meeting_id IS NULL) = (item_id IS NULL))),
    CONSTRAINT actions_place CHECK (
CASE
    WHEN (followup_id IS NULL) THEN ((matter_id IS NOT NULL) OR (meeting_id IS NOT NULL))
    ELSE ((matter_id IS NULL) AND (meeting_id IS NULL))
END),
    CONSTRAINT actions_replanned CHECK ((char_length(replanned) <= 1000)),
    CONSTRAINT actions_result CHECK ((char_length(result) <= 2000)),
    CONSTRAINT actions_risk CHECK (((risk_row IS NULL) OR ((matter_id IS NOT NULL) AND (meeting_id IS NULL)))),
    CONSTRAINT actions_what CHECK (((btrim(what) <> ''::text) AND (char_length(what) <= 1000)))
);

ALTER TABLE ONLY actions FORCE ROW LEVEL SECURITY;

ALTER TABLE actions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME actions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE adjusters (
    org_id bigint DEFAULT current_org() NOT NULL,
    meeting_id bigint NOT NULL,
    person_id bigint NOT NULL,
    answer text,
    objection text DEFAULT ''::text NOT NULL,
    answered_at timestamp with time zone,
    version integer DEFAULT 0 NOT NULL,
    side text DEFAULT 'employer'::text NOT NULL,
    asked_at timestamp with time zone,
    digest bytea,
    method text DEFAULT ''::text NOT NULL,
    role text DEFAULT ''::text NOT NULL,
    replaced_at timestamp with time zone,
    replaces_id bigint,
    CONSTRAINT adjusters_answer CHECK ((answer = ANY (ARRAY['approved'::text, 'objected'::text, 'maintained'::text]))),
    CONSTRAINT adjusters_objection_length CHECK ((char_length(objection) <= 10000)),
    CONSTRAINT adjusters_side CHECK ((side = ANY (ARRAY['employer'::text, 'union'::text])))
);

ALTER TABLE ONLY adjusters FORCE ROW LEVEL SECURITY;

CREATE TABLE agenda_items (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    "position" integer NOT NULL,
    title text NOT NULL,
    class text NOT NULL,
    minutes_planned integer DEFAULT 10 NOT NULL,
    matter_id bigint,
    track_id bigint,
    status text DEFAULT 'planned'::text NOT NULL,
    opened_at timestamp with time zone,
    proposal_no integer DEFAULT 0 NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    note_version integer DEFAULT 1 NOT NULL,
    tabled_at timestamp with time zone,
    tabled_to date,
    tabled_reason text DEFAULT ''::text NOT NULL,
    concluded_at timestamp with time zone,
    concluded_by bigint,
    effective_at timestamp with time zone,
    about text DEFAULT ''::text NOT NULL,
    presenter_role text DEFAULT ''::text NOT NULL,
    presenter_id bigint,
    late_at timestamp with time zone,
    late_reason text DEFAULT ''::text NOT NULL,
    from_item_id bigint,
    suggestion_id bigint,
    request_id bigint,
    together_id bigint,
    ended_at timestamp with time zone,
    concluded_reason text DEFAULT ''::text NOT NULL,
    alone_by bigint,
    alone_at timestamp with time zone,
    alone_confirmed_by bigint,
    alone_confirmed_at timestamp with time zone,
    presenter_text text DEFAULT ''::text NOT NULL,
    secrecy text DEFAULT ''::text NOT NULL,
    CONSTRAINT agenda_items_about_length CHECK ((char_length(about) <= 4000)),
    CONSTRAINT agenda_items_alone_confirmed CHECK (((alone_by IS NULL) OR ((concluded_at IS NULL) = (alone_confirmed_at IS NULL)))),
    CONSTRAINT agenda_items_alone_two_people CHECK ((((alone_confirmed_by IS NULL) = (alone_confirmed_at IS NULL)) AND ((alone_confirmed_by IS NULL) OR ((alone_by IS NOT NULL) AND (alone_confirmed_by <> alone_by))))),
    CONSTRAINT agenda_items_alone_whole CHECK ((((alone_by IS NULL) = (alone_at IS NULL)) AND ((alone_by IS NULL) = (btrim(concluded_reason) = ''::text)))),
    CONSTRAINT agenda_items_class CHECK ((class = ANY (ARRAY['standing'::text, 'information'::text, 'early_dialogue'::text, 'before_decision'::text, 'follow_up'::text]))),
    CONSTRAINT agenda_items_concluded_reason_length CHECK ((char_length(concluded_reason) <= 2000)),
    CONSTRAINT agenda_items_late_reason_length CHECK ((char_length(late_reason) <= 2000)),
    CONSTRAINT agenda_items_late_why CHECK (((late_at IS NULL) OR (btrim(late_reason) <> ''::text))),
    CONSTRAINT agenda_items_minutes CHECK (((minutes_planned >= 1) AND (minutes_planned <= 480))),
    CONSTRAINT agenda_items_note_length CHECK ((char_length(note) <= 20000)),
    CONSTRAINT agenda_items_one_presenter CHECK (((presenter_id IS NULL) OR (presenter_text = ''::text))),
    CONSTRAINT agenda_items_presenter_text_length CHECK ((char_length(presenter_text) <= 200)),
    CONSTRAINT agenda_items_secrecy_length CHECK ((char_length(secrecy) <= 200)),
    CONSTRAINT agenda_items_status CHECK ((status = ANY (ARRAY['planned'::text, 'open'::text, 'tabled'::text, 'concluded'::text, 'handled'::text]))),
    CONSTRAINT agenda_items_title_filled CHECK ((btrim(title) <> ''::text))
);

ALTER TABLE ONLY agenda_items FORCE ROW LEVEL SECURITY;

ALTER TABLE agenda_items ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME agenda_items_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agenda_suggestions (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    title text NOT NULL,
    why text NOT NULL,
    class text NOT NULL,
    matter_id bigint,
    person_id bigint NOT NULL,
    role text NOT NULL,
    union_id bigint,
    created_at timestamp with time zone NOT NULL,
    status text DEFAULT 'waiting'::text NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    answered_by bigint,
    answered_at timestamp with time zone,
    CONSTRAINT agenda_suggestions_answer_length CHECK ((char_length(answer) <= 4000)),
    CONSTRAINT agenda_suggestions_class CHECK ((class = ANY (ARRAY['information'::text, 'early_dialogue'::text, 'before_decision'::text, 'follow_up'::text]))),
    CONSTRAINT agenda_suggestions_status CHECK ((status = ANY (ARRAY['waiting'::text, 'taken'::text, 'declined'::text, 'withdrawn'::text]))),
    CONSTRAINT agenda_suggestions_title_filled CHECK ((btrim(title) <> ''::text)),
    CONSTRAINT agenda_suggestions_why_filled CHECK ((btrim(why) <> ''::text)),
    CONSTRAINT agenda_suggestions_why_not CHECK (((status <> 'declined'::text) OR (btrim(answer) <> ''::text)))
);

ALTER TABLE ONLY agenda_suggestions FORCE ROW LEVEL SECURITY;

ALTER TABLE agenda_suggestions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME agenda_suggestions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agenda_template_items (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    place integer NOT NULL,
    class text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    minutes integer DEFAULT 5 NOT NULL,
    presenter text DEFAULT ''::text NOT NULL,
    CONSTRAINT agenda_template_items_class CHECK ((class = ANY (ARRAY['standing'::text, 'information'::text, 'early_dialogue'::text, 'before_decision'::text, 'follow_up'::text]))),
    CONSTRAINT agenda_template_items_minutes CHECK (((minutes >= 1) AND (minutes <= 480))),
    CONSTRAINT agenda_template_items_title_filled CHECK (((class <> 'standing'::text) OR (btrim(title) <> ''::text)))
);

ALTER TABLE ONLY agenda_template_items FORCE ROW LEVEL SECURITY;

ALTER TABLE agenda_template_items ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME agenda_template_items_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agenda_templates (
    org_id bigint DEFAULT current_org() NOT NULL,
    group_id bigint NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    saved_by bigint NOT NULL,
    saved_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY agenda_templates FORCE ROW LEVEL SECURITY;

CREATE TABLE agreement_changes (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint,
    unit_id bigint,
    group_id bigint,
    valid_from date NOT NULL,
    action text NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT agreement_changes_action CHECK ((action = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text])))
);

ALTER TABLE ONLY agreement_changes FORCE ROW LEVEL SECURITY;

ALTER TABLE agreement_changes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME agreement_changes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agreement_clauses (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    text_id bigint NOT NULL,
    "position" integer NOT NULL,
    number text NOT NULL,
    body text NOT NULL,
    rules text[] DEFAULT '{}'::text[] NOT NULL
);

ALTER TABLE ONLY agreement_clauses FORCE ROW LEVEL SECURITY;

ALTER TABLE agreement_clauses ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME agreement_clauses_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agreement_texts (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    title text NOT NULL,
    valid_from date NOT NULL,
    file bytea,
    file_name text DEFAULT ''::text NOT NULL,
    digest text DEFAULT ''::text NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT agreement_texts_size CHECK ((octet_length(file) <= 10485760)),
    CONSTRAINT agreement_texts_title CHECK ((btrim(title) <> ''::text))
);

ALTER TABLE ONLY agreement_texts FORCE ROW LEVEL SECURITY;

ALTER TABLE agreement_texts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME agreement_texts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE agreements ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME agreements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE apt_dialogues (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    held_at timestamp with time zone NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    person_id bigint NOT NULL,
    apt_id bigint,
    CONSTRAINT apt_dialogues_note_length CHECK ((char_length(note) <= 10000))
);

ALTER TABLE ONLY apt_dialogues FORCE ROW LEVEL SECURITY;

ALTER TABLE apt_dialogues ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME apt_dialogues_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE apt_items (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    apt_id bigint NOT NULL,
    "position" integer NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    form text DEFAULT 'open'::text NOT NULL,
    minutes integer NOT NULL,
    category text DEFAULT ''::text NOT NULL,
    about_matter_id bigint,
    carried_from bigint,
    outcome text,
    outcome_text text DEFAULT ''::text NOT NULL,
    outcome_reason text DEFAULT ''::text NOT NULL,
    outcome_warned boolean DEFAULT false NOT NULL,
    outcome_at timestamp with time zone,
    matter_id bigint,
    answer_id bigint,
    result text DEFAULT ''::text NOT NULL,
    result_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT apt_items_kind CHECK ((kind = ANY (ARRAY['standing'::text, 'theme'::text, 'own'::text, 'proposal'::text, 'feedback'::text, 'carried'::text]))),
    CONSTRAINT apt_items_minutes CHECK (((minutes >= 1) AND (minutes <= 480))),
    CONSTRAINT apt_items_outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'manager_decides'::text, 'group'::text, 'level_up'::text, 'dialogue'::text]))),
    CONSTRAINT apt_items_outcome_length CHECK ((char_length(outcome_text) <= 4000)),
    CONSTRAINT apt_items_reason_length CHECK ((char_length(outcome_reason) <= 2000)),
    CONSTRAINT apt_items_reason_needed CHECK (((NOT outcome_warned) OR (btrim(outcome_reason) <> ''::text))),
    CONSTRAINT apt_items_result_length CHECK ((char_length(result) <= 4000)),
    CONSTRAINT apt_items_title_filled CHECK (((btrim(title) <> ''::text) AND (char_length(title) <= 200)))
);

ALTER TABLE ONLY apt_items FORCE ROW LEVEL SECURITY;

ALTER TABLE apt_items ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME apt_items_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE apt_marks (
    org_id bigint DEFAULT current_org() NOT NULL,
    apt_id bigint NOT NULL,
    person_id bigint NOT NULL,
    attended_at timestamp with time zone,
    read_at timestamp with time zone
);

ALTER TABLE ONLY apt_marks FORCE ROW LEVEL SECURITY;

CREATE TABLE apt_notes (
    org_id bigint DEFAULT current_org() NOT NULL,
    item_id bigint NOT NULL,
    sitting_id bigint NOT NULL,
    text text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT apt_notes_length CHECK ((char_length(text) <= 10000))
);

ALTER TABLE ONLY apt_notes FORCE ROW LEVEL SECURITY;

CREATE TABLE apt_proposals (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    apt_id bigint,
    person_id bigint NOT NULL,
    named boolean DEFAULT false NOT NULL,
    title text NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    status text DEFAULT 'waiting'::text NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    item_id bigint,
    created_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT apt_proposals_answer_length CHECK ((char_length(answer) <= 2000)),
    CONSTRAINT apt_proposals_answer_needed CHECK (((status <> 'declined'::text) OR (btrim(answer) <> ''::text))),
    CONSTRAINT apt_proposals_status CHECK ((status = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text]))),
    CONSTRAINT apt_proposals_text_length CHECK ((char_length(text) <= 2000)),
    CONSTRAINT apt_proposals_title_filled CHECK (((btrim(title) <> ''::text) AND (char_length(title) <= 200)))
);

ALTER TABLE ONLY apt_proposals FORCE ROW LEVEL SECURITY;

ALTER TABLE apt_proposals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME apt_proposals_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE apt_questions (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    apt_id bigint NOT NULL,
    item_id bigint,
    text text NOT NULL,
    asked_on date NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    answered_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT apt_questions_answer_length CHECK ((char_length(answer) <= 4000)),
    CONSTRAINT apt_questions_length CHECK (((btrim(text) <> ''::text) AND (char_length(text) <= 2000)))
);

ALTER TABLE ONLY apt_questions FORCE ROW LEVEL SECURITY;

ALTER TABLE apt_questions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME apt_questions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE apt_sittings (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    apt_id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    status text DEFAULT 'planned'::text NOT NULL,
    attended integer,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    calendar_uid uuid DEFAULT gen_random_uuid() NOT NULL,
    calendar_sequence integer DEFAULT 0 NOT NULL,
    writer_id bigint,
    writer_until timestamp with time zone,
    CONSTRAINT apt_sittings_attended CHECK (((attended >= 0) AND (attended <= 9999))),
    CONSTRAINT apt_sittings_in_order CHECK ((ends_at > starts_at)),
    CONSTRAINT apt_sittings_place_length CHECK ((char_length(place) <= 200)),
    CONSTRAINT apt_sittings_status CHECK ((status = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text, 'cancelled'::text]))),
    CONSTRAINT apt_sittings_writer_whole CHECK (((writer_id IS NULL) = (writer_until IS NULL)))
);

ALTER TABLE ONLY apt_sittings FORCE ROW LEVEL SECURITY;

ALTER TABLE apt_sittings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME apt_sittings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE apt_writers (
    org_id bigint DEFAULT current_org() NOT NULL,
    apt_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE ONLY apt_writers FORCE ROW LEVEL SECURITY;

CREATE TABLE apts (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    title text NOT NULL,
    status text DEFAULT 'planned'::text NOT NULL,
    status_reason text DEFAULT ''::text NOT NULL,
    lead_id bigint NOT NULL,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    invited_at timestamp with time zone,
    agenda_at timestamp with time zone,
    published_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT apts_status CHECK ((status = ANY (ARRAY['planned'::text, 'invited'::text, 'held'::text, 'published'::text, 'cancelled'::text]))),
    CONSTRAINT apts_title_filled CHECK (((btrim(title) <> ''::text) AND (char_length(title) <= 200)))
);

ALTER TABLE ONLY apts FORCE ROW LEVEL SECURITY;

ALTER TABLE apts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME apts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE arrangements (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    unit_id bigint,
    group_id bigint,
    valid_from date NOT NULL,
    terms jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT arrangements_place CHECK ((num_nonnulls(unit_id, group_id) = 1)),
    CONSTRAINT arrangements_terms CHECK ((jsonb_typeof(terms) = 'object'::text))
);

ALTER TABLE ONLY arrangements FORCE ROW LEVEL SECURITY;

ALTER TABLE arrangements ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME arrangements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE attachment_contents (
    org_id bigint DEFAULT current_org() NOT NULL,
    attachment_id bigint NOT NULL,
    data bytea NOT NULL,
    CONSTRAINT attachment_contents_size CHECK ((octet_length(data) <= 10485760))
);
ALTER TABLE ONLY attachment_contents ALTER COLUMN data SET STORAGE EXTERNAL;

ALTER TABLE ONLY attachment_contents FORCE ROW LEVEL SECURITY;

CREATE TABLE attachments (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    no integer NOT NULL,
    title text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size integer NOT NULL,
    sha256 bytea NOT NULL,
    listed boolean DEFAULT true NOT NULL,
    added_by bigint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    erased_by bigint,
    erased_at timestamp with time zone,
    erased_reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT attachments_erased_reason CHECK ((char_length(erased_reason) <= 2000)),
    CONSTRAINT attachments_erased_whole CHECK ((((erased_at IS NULL) = (erased_by IS NULL)) AND ((erased_at IS NULL) OR (NOT listed)))),
    CONSTRAINT attachments_name CHECK (((btrim(name) <> ''::text) AND (char_length(name) <= 200))),
    CONSTRAINT attachments_sha256 CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT attachments_size CHECK ((size > 0)),
    CONSTRAINT attachments_title CHECK (((btrim(title) <> ''::text) AND (char_length(title) <= 200)))
);

ALTER TABLE ONLY attachments FORCE ROW LEVEL SECURITY;

ALTER TABLE attachments ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME attachments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE attendances (
    org_id bigint DEFAULT current_org() NOT NULL,
    meeting_id bigint NOT NULL,
    person_id bigint NOT NULL,
    presence text NOT NULL,
    arrived_at timestamp with time zone,
    left_at timestamp with time zone,
    replaces_id bigint,
    CONSTRAINT attendances_presence CHECK ((presence = ANY (ARRAY['in_person'::text, 'remote'::text, 'absent'::text]))),
    CONSTRAINT attendances_times_in_order CHECK (((left_at IS NULL) OR (arrived_at IS NULL) OR (left_at > arrived_at)))
);

ALTER TABLE ONLY attendances FORCE ROW LEVEL SECURITY;

CREATE TABLE course_occasions (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    course_id bigint NOT NULL,
    held_on date NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT course_occasions_place CHECK ((char_length(place) <= 100))
);

ALTER TABLE ONLY course_occasions FORCE ROW LEVEL SECURITY;

ALTER TABLE course_occasions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME course_occasions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE course_participants (
    org_id bigint DEFAULT current_org() NOT NULL,
    occasion_id bigint NOT NULL,
    person_id bigint NOT NULL,
    side text NOT NULL,
    took_part boolean DEFAULT false NOT NULL,
    CONSTRAINT course_participants_side CHECK ((side = ANY (ARRAY['employer'::text, 'union'::text])))
);

ALTER TABLE ONLY course_participants FORCE ROW LEVEL SECURITY;

CREATE TABLE courses (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    about text DEFAULT ''::text NOT NULL,
    arranger text NOT NULL,
    union_id bigint,
    joint boolean NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT courses_about CHECK ((char_length(about) <= 1000)),
    CONSTRAINT courses_arranger CHECK ((arranger = ANY (ARRAY['both'::text, 'employer'::text, 'union'::text]))),
    CONSTRAINT courses_joint CHECK (
CASE arranger
    WHEN 'both'::text THEN joint
    WHEN 'union'::text THEN (NOT joint)
    ELSE true
END),
    CONSTRAINT courses_name CHECK (((btrim(name) <> ''::text) AND (char_length(name) <= 100))),
    CONSTRAINT courses_of_union CHECK (((arranger = 'union'::text) = (union_id IS NOT NULL)))
);

ALTER TABLE ONLY courses FORCE ROW LEVEL SECURITY;

ALTER TABLE courses ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME courses_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE decisions (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    proposal_id bigint NOT NULL,
    decided_on date NOT NULL,
    by_board boolean DEFAULT false NOT NULL,
    deviation text DEFAULT 'none'::text NOT NULL,
    deviation_text text DEFAULT ''::text NOT NULL,
    views text DEFAULT ''::text NOT NULL,
    exception_id bigint,
    recorded_by bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT decisions_deviation CHECK ((deviation = ANY (ARRAY['none'::text, 'minor'::text, 'material'::text]))),
    CONSTRAINT decisions_deviation_said CHECK (((deviation = 'none'::text) OR (btrim(deviation_text) <> ''::text))),
    CONSTRAINT decisions_material_by_board CHECK (((deviation <> 'material'::text) OR by_board)),
    CONSTRAINT decisions_views_length CHECK ((char_length(views) <= 10000))
);

ALTER TABLE ONLY decisions FORCE ROW LEVEL SECURITY;

ALTER TABLE decisions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME decisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE disagreement_steps (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    kind text NOT NULL,
    position_id bigint NOT NULL,
    union_id bigint NOT NULL,
    track_id bigint NOT NULL,
    proposal_no integer NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    requested_by bigint NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    item_id bigint,
    withdrawn_at timestamp with time zone,
    CONSTRAINT disagreement_steps_kind CHECK ((kind = ANY (ARRAY['enhanced'::text, 'higher_group'::text]))),
    CONSTRAINT disagreement_steps_note CHECK ((char_length(note) <= 4000))
);

ALTER TABLE ONLY disagreement_steps FORCE ROW LEVEL SECURITY;

ALTER TABLE disagreement_steps ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME disagreement_steps_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dispatch_papers (
    org_id bigint DEFAULT current_org() NOT NULL,
    dispatch_id bigint NOT NULL,
    item_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    proposal_no integer NOT NULL
);

ALTER TABLE ONLY dispatch_papers FORCE ROW LEVEL SECURITY;

CREATE TABLE dispatch_recipients (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    dispatch_id bigint NOT NULL,
    person_id bigint NOT NULL,
    union_id bigint,
    read_at timestamp with time zone
);

ALTER TABLE ONLY dispatch_recipients FORCE ROW LEVEL SECURITY;

ALTER TABLE dispatch_recipients ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dispatch_recipients_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dispatches (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    kind text NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    sent_by bigint NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT dispatches_kind CHECK ((kind = ANY (ARRAY['notice'::text, 'papers'::text, 'reminder'::text])))
);

ALTER TABLE ONLY dispatches FORCE ROW LEVEL SECURITY;

ALTER TABLE dispatches ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dispatches_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE editorial_objections (
    org_id bigint DEFAULT current_org() NOT NULL,
    proposal_id bigint NOT NULL,
    union_id bigint NOT NULL,
    person_id bigint NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY editorial_objections FORCE ROW LEVEL SECURITY;

CREATE TABLE event_heads (
    org_id bigint DEFAULT current_org() NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL
);

ALTER TABLE ONLY event_heads FORCE ROW LEVEL SECURITY;

CREATE TABLE event_texts (
    org_id bigint DEFAULT current_org() NOT NULL,
    seq bigint NOT NULL,
    detail jsonb NOT NULL
);

ALTER TABLE ONLY event_texts FORCE ROW LEVEL SECURITY;

CREATE TABLE exceptions (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    proposal_no integer NOT NULL,
    what text NOT NULL,
    harm text NOT NULL,
    unforeseen text NOT NULL,
    no_extra_meeting text NOT NULL,
    requested_by bigint NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    decided_by bigint,
    decided_at timestamp with time zone,
    approved boolean,
    answer text DEFAULT ''::text NOT NULL,
    CONSTRAINT exceptions_decided_whole CHECK ((((decided_at IS NULL) = (approved IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)))),
    CONSTRAINT exceptions_harm_filled CHECK ((btrim(harm) <> ''::text)),
    CONSTRAINT exceptions_no_extra_filled CHECK ((btrim(no_extra_meeting) <> ''::text)),
    CONSTRAINT exceptions_two_people CHECK ((decided_by <> requested_by)),
    CONSTRAINT exceptions_unforeseen_filled CHECK ((btrim(unforeseen) <> ''::text)),
    CONSTRAINT exceptions_what_filled CHECK ((btrim(what) <> ''::text))
);

ALTER TABLE ONLY exceptions FORCE ROW LEVEL SECURITY;

ALTER TABLE exceptions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME exceptions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE extra_consents (
    org_id bigint DEFAULT current_org() NOT NULL,
    meeting_id bigint NOT NULL,
    union_id bigint NOT NULL,
    accepted boolean NOT NULL,
    person_id bigint NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY extra_consents FORCE ROW LEVEL SECURITY;

CREATE TABLE feeds (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    fetched_on date,
    CONSTRAINT feeds_hash_length CHECK ((octet_length(hash) = 32))
);

ALTER TABLE ONLY feeds FORCE ROW LEVEL SECURITY;

ALTER TABLE feeds ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME feeds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE followup_answers (
    org_id bigint DEFAULT current_org() NOT NULL,
    entry_id bigint NOT NULL,
    side text NOT NULL,
    grades integer[] NOT NULL,
    comment text DEFAULT ''::text NOT NULL,
    written_by bigint NOT NULL,
    written_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT followup_answers_comment CHECK ((char_length(comment) <= 10000)),
    CONSTRAINT followup_answers_grades CHECK (((cardinality(grades) = 5) AND (0 <= ALL (grades)) AND (5 >= ALL (grades)))),
    CONSTRAINT followup_answers_sent_whole CHECK (((sent_at IS NULL) OR (0 < ALL (grades)))),
    CONSTRAINT followup_answers_side CHECK ((side = ANY (ARRAY['employer'::text, 'union'::text])))
);

ALTER TABLE ONLY followup_answers FORCE ROW LEVEL SECURITY;

CREATE TABLE followup_approvals (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    round_id bigint NOT NULL,
    version integer NOT NULL,
    digest bytea NOT NULL,
    union_id bigint,
    person_id bigint NOT NULL,
    role text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT followup_approvals_digest CHECK ((octet_length(digest) = 32))
);

ALTER TABLE ONLY followup_approvals FORCE ROW LEVEL SECURITY;

ALTER TABLE followup_approvals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME followup_approvals_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE followup_groups (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    round_id bigint NOT NULL,
    group_id bigint NOT NULL,
    visit_on date,
    employer_visitor_id bigint,
    union_visitor_id bigint,
    visited_at timestamp with time zone,
    left_out text DEFAULT ''::text NOT NULL,
    good text DEFAULT ''::text NOT NULL,
    lacking text DEFAULT ''::text NOT NULL,
    joint_version integer DEFAULT 1 NOT NULL,
    joint_by bigint,
    joint_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT followup_groups_good CHECK ((char_length(good) <= 10000)),
    CONSTRAINT followup_groups_joint_whole CHECK (((joint_by IS NULL) = (joint_at IS NULL))),
    CONSTRAINT followup_groups_lacking CHECK ((char_length(lacking) <= 10000)),
    CONSTRAINT followup_groups_left_out CHECK ((char_length(left_out) <= 1000)),
    CONSTRAINT followup_groups_two_visitors CHECK ((employer_visitor_id <> union_visitor_id)),
    CONSTRAINT followup_groups_visited CHECK (((visited_at IS NULL) OR (num_nulls(visit_on, employer_visitor_id, union_visitor_id) = 0)))
);

ALTER TABLE ONLY followup_groups FORCE ROW LEVEL SECURITY;

ALTER TABLE followup_groups ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME followup_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE followup_measures (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    entry_id bigint NOT NULL,
    what text NOT NULL,
    action_id bigint,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT followup_measures_what CHECK (((btrim(what) <> ''::text) AND (char_length(what) <= 1000)))
);

ALTER TABLE ONLY followup_measures FORCE ROW LEVEL SECURITY;

ALTER TABLE followup_measures ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME followup_measures_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE followup_rounds (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    year integer NOT NULL,
    group_id bigint NOT NULL,
    stage text DEFAULT 'planned'::text NOT NULL,
    analysis text DEFAULT ''::text NOT NULL,
    analysis_version integer DEFAULT 1 NOT NULL,
    dialogue_on date,
    statement text DEFAULT ''::text NOT NULL,
    statement_version integer DEFAULT 1 NOT NULL,
    started_by bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    stated_at timestamp with time zone,
    closed_at timestamp with time zone,
    CONSTRAINT followup_rounds_analysis CHECK ((char_length(analysis) <= 20000)),
    CONSTRAINT followup_rounds_closed CHECK (((closed_at IS NOT NULL) = (stage = 'closed'::text))),
    CONSTRAINT followup_rounds_stage CHECK ((stage = ANY (ARRAY['planned'::text, 'answers'::text, 'analysis'::text, 'dialogue'::text, 'statement'::text, 'actions'::text, 'closed'::text]))),
    CONSTRAINT followup_rounds_stated CHECK (((stated_at IS NOT NULL) = (stage = ANY (ARRAY['actions'::text, 'closed'::text])))),
    CONSTRAINT followup_rounds_statement CHECK ((char_length(statement) <= 20000)),
    CONSTRAINT followup_rounds_year CHECK (((year >= 2000) AND (year <= 2200)))
);

ALTER TABLE ONLY followup_rounds FORCE ROW LEVEL SECURITY;

ALTER TABLE followup_rounds ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME followup_rounds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE form_keys (
    org_id bigint DEFAULT current_org() NOT NULL,
    person_id bigint NOT NULL,
    key text NOT NULL,
    at timestamp with time zone NOT NULL,
    location text,
    CONSTRAINT form_keys_key_size CHECK (((length(key) >= 16) AND (length(key) <= 64)))
);

ALTER TABLE ONLY form_keys FORCE ROW LEVEL SECURITY;

CREATE TABLE former_agreements (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    union_id bigint NOT NULL,
    valid_from date,
    valid_until date NOT NULL
);

ALTER TABLE ONLY former_agreements FORCE ROW LEVEL SECURITY;

ALTER TABLE former_agreements ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME former_agreements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE former_looks (
    id bigint NOT NULL,
    org_id bigint DEFAULT current_org() NOT NULL,
    until timestamp with time zone NOT NULL,
    name text NOT NULL,
    palette text NOT NULL,
    logo bytea,
    CONSTRAINT former_looks_name_filled CHECK ((btrim(name) <> ''::text))
);

ALTER TABLE ONLY former_looks FORCE ROW LEVEL SECURITY;

ALTER TABLE former_looks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME former_looks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE group_units (
    org_id bigint DEFAULT current_org() NOT NULL,
    group_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE ONLY group_units FORCE ROW LEVEL SECURITY;

CREATE TABLE groups (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    level text NOT NULL,
    parent_id bigint,
    chair_id bigint,
    safety_committee boolean DEFAULT false NOT NULL,
    closed_on date,
    successor_id bigint,
    CONSTRAINT groups_name_filled CHECK ((btrim(name) <> ''::text)),
    CONSTRAINT groups_successor_other CHECK ((successor_id <> id))
);

ALTER TABLE ONLY groups FORCE ROW LEVEL SECURITY;

ALTER TABLE groups ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE help_texts (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    topic text NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    person_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT help_texts_body CHECK ((char_length(body) <= 20000))
);

ALTER TABLE ONLY help_texts FORCE ROW LEVEL SECURITY;

ALTER TABLE help_texts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME help_texts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE import_mappings (
    org_id bigint DEFAULT current_org() NOT NULL,
    kind text NOT NULL,
    header text NOT NULL,
    field text NOT NULL
);

ALTER TABLE ONLY import_mappings FORCE ROW LEVEL SECURITY;

CREATE TABLE imports (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    person_id bigint,
    created_at timestamp with time zone NOT NULL,
    status text NOT NULL,
    files jsonb DEFAULT '[]'::jsonb NOT NULL,
    payload bytea,
    summary jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT imports_status CHECK ((status = ANY (ARRAY['preview'::text, 'done'::text, 'discarded'::text])))
);

ALTER TABLE ONLY imports FORCE ROW LEVEL SECURITY;

ALTER TABLE imports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME imports_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE introductions (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    role text NOT NULL,
    unit_id bigint,
    group_id bigint,
    began_on date NOT NULL,
    due_on date,
    read_on date,
    walked_on date,
    walked_hr_id bigint,
    walked_rep_id bigint,
    observed_on date,
    handed_on date,
    confirmed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT introductions_confirmed_whole CHECK (((confirmed_at IS NULL) OR ((num_nulls(due_on, read_on, walked_on, observed_on) = 0) AND ((role <> 'manager'::text) OR (handed_on IS NOT NULL))))),
    CONSTRAINT introductions_handed_by_managers CHECK (((handed_on IS NULL) OR (role = 'manager'::text))),
    CONSTRAINT introductions_role CHECK ((role = ANY (ARRAY['manager'::text, 'union_rep'::text, 'safety_rep'::text]))),
    CONSTRAINT introductions_walked_whole CHECK (((num_nonnulls(walked_on, walked_hr_id, walked_rep_id) = ANY (ARRAY[0, 3])) AND (walked_hr_id <> walked_rep_id)))
);

ALTER TABLE ONLY introductions FORCE ROW LEVEL SECURITY;

ALTER TABLE introductions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME introductions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE late_requests (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    union_id bigint NOT NULL,
    reason text NOT NULL,
    requested_by bigint NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    consented boolean,
    answer text DEFAULT ''::text NOT NULL,
    answered_by bigint,
    answered_at timestamp with time zone,
    CONSTRAINT late_requests_answer CHECK ((char_length(answer) <= 4000)),
    CONSTRAINT late_requests_answered_whole CHECK ((((answered_at IS NULL) = (consented IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL)))),
    CONSTRAINT late_requests_declined_said CHECK (((consented IS NOT FALSE) OR (btrim(answer) <> ''::text))),
    CONSTRAINT late_requests_reason CHECK (((btrim(reason) <> ''::text) AND (char_length(reason) <= 4000)))
);

ALTER TABLE ONLY late_requests FORCE ROW LEVEL SECURITY;

ALTER TABLE late_requests ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME late_requests_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE mail_settings (
    org_id bigint DEFAULT current_org() NOT NULL,
    person_id bigint NOT NULL,
    topic text NOT NULL,
    manner text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT mail_settings_manner CHECK ((manner = ANY (ARRAY['at_once'::text, 'morning'::text, 'never'::text])))
);

ALTER TABLE ONLY mail_settings FORCE ROW LEVEL SECURITY;

CREATE TABLE mails (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind text NOT NULL,
    subject_id bigint NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    matter_id bigint,
    meeting_id bigint,
    problem text DEFAULT ''::text NOT NULL,
    apt_id bigint,
    digest_id bigint,
    union_id bigint,
    about_on date,
    CONSTRAINT mails_state CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unclear'::text, 'kept'::text, 'digest'::text, 'gathered'::text, 'off'::text, 'bounced'::text])))
);

ALTER TABLE ONLY mails FORCE ROW LEVEL SECURITY;

ALTER TABLE mails ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME mails_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE mandates (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    role text NOT NULL,
    union_id bigint,
    group_id bigint,
    unit_id bigint,
    valid_from date NOT NULL,
    valid_until date,
    CONSTRAINT mandates_dates_in_order CHECK (((valid_until IS NULL) OR (valid_until >= (valid_from - 1)))),
    CONSTRAINT mandates_role_known CHECK ((role = ANY (ARRAY['union_rep'::text, 'union_substitute'::text, 'safety_rep'::text, 'chief_safety_rep'::text, 'secretary'::text, 'employer_rep'::text, 'hr'::text, 'negotiator'::text, 'employee'::text, 'registrar'::text, 'admin'::text]))),
    CONSTRAINT mandates_union_needed CHECK (((role <> ALL (ARRAY['union_rep'::text, 'union_substitute'::text])) OR (union_id IS NOT NULL)))
);

ALTER TABLE ONLY mandates FORCE ROW LEVEL SECURITY;

ALTER TABLE mandates ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME mandates_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE matter_checks (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    what text NOT NULL,
    person_id bigint NOT NULL,
    due_on date NOT NULL,
    checked_at timestamp with time zone,
    checked_by bigint,
    result text,
    note text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    risk_row integer,
    CONSTRAINT matter_checks_made_whole CHECK ((((checked_at IS NULL) = (checked_by IS NULL)) AND ((checked_at IS NULL) = (result IS NULL)))),
    CONSTRAINT matter_checks_note CHECK ((char_length(note) <= 4000)),
    CONSTRAINT matter_checks_result CHECK ((result = ANY (ARRAY['as_meant'::text, 'partly'::text, 'not'::text]))),
    CONSTRAINT matter_checks_what CHECK (((btrim(what) <> ''::text) AND (char_length(what) <= 1000)))
);

ALTER TABLE ONLY matter_checks FORCE ROW LEVEL SECURITY;

ALTER TABLE matter_checks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME matter_checks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE matter_corrections (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    what text NOT NULL,
    was text NOT NULL,
    became text NOT NULL,
    reason text NOT NULL,
    person_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    read_by bigint,
    read_at timestamp with time zone,
    CONSTRAINT matter_corrections_read_whole CHECK (((read_by IS NULL) = (read_at IS NULL))),
    CONSTRAINT matter_corrections_reason CHECK (((btrim(reason) <> ''::text) AND (char_length(reason) <= 2000))),
    CONSTRAINT matter_corrections_what CHECK ((what = ANY (ARRAY['duty'::text, 'forum'::text, 'risk'::text])))
);

ALTER TABLE ONLY matter_corrections FORCE ROW LEVEL SECURITY;

ALTER TABLE matter_corrections ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME matter_corrections_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE matter_disclosures (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    person_id bigint NOT NULL,
    masked boolean NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    last_seq bigint NOT NULL,
    CONSTRAINT matter_disclosures_reasoned CHECK ((masked OR (btrim(reason) <> ''::text)))
);

ALTER TABLE ONLY matter_disclosures FORCE ROW LEVEL SECURITY;

ALTER TABLE matter_disclosures ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME matter_disclosures_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE matter_drafts (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    answers jsonb NOT NULL,
    matter_id bigint,
    updated_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY matter_drafts FORCE ROW LEVEL SECURITY;

ALTER TABLE matter_drafts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME matter_drafts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE matter_feedback (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    unit_id bigint,
    group_id bigint,
    person_id bigint NOT NULL,
    due_on date NOT NULL,
    given_at timestamp with time zone,
    given_by bigint,
    note text DEFAULT ''::text NOT NULL,
    to_person_id bigint,
    CONSTRAINT matter_feedback_given_whole CHECK (((given_at IS NULL) = (given_by IS NULL))),
    CONSTRAINT matter_feedback_note CHECK ((char_length(note) <= 4000)),
    CONSTRAINT matter_feedback_to_one CHECK ((num_nonnulls(unit_id, group_id, to_person_id) = 1))
);

ALTER TABLE ONLY matter_feedback FORCE ROW LEVEL SECURITY;

ALTER TABLE matter_feedback ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME matter_feedback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE matter_handovers (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    from_id bigint NOT NULL,
    to_id bigint NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    returned_at timestamp with time zone,
    returned_by bigint,
    returned_reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT matter_handovers_reason CHECK (((btrim(reason) <> ''::text) AND (char_length(reason) <= 2000))),
    CONSTRAINT matter_handovers_returned_reason CHECK ((char_length(returned_reason) <= 2000)),
    CONSTRAINT matter_handovers_returned_whole CHECK (((returned_at IS NULL) = (returned_by IS NULL))),
    CONSTRAINT matter_handovers_two_people CHECK ((from_id <> to_id))
);

ALTER TABLE ONLY matter_handovers FORCE ROW LEVEL SECURITY;

ALTER TABLE matter_handovers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME matter_handovers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE matter_marks (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL
);

ALTER TABLE ONLY matter_marks FORCE ROW LEVEL SECURITY;

ALTER TABLE matter_marks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME matter_marks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE matter_steps (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    "position" integer NOT NULL,
    step jsonb NOT NULL,
    group_id bigint,
    planned_on date NOT NULL,
    unmet boolean DEFAULT false NOT NULL,
    done_at timestamp with time zone,
    done_by bigint,
    CONSTRAINT matter_steps_done_whole CHECK (((done_at IS NULL) = (done_by IS NULL)))
);

ALTER TABLE ONLY matter_steps FORCE ROW LEVEL SECURITY;

ALTER TABLE matter_steps ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME matter_steps_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE matter_stops (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    person_id bigint NOT NULL,
    reason text NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    lifted_at timestamp with time zone,
    lifted_by bigint,
    lifting text DEFAULT ''::text NOT NULL,
    CONSTRAINT matter_stops_lifted_whole CHECK (((lifted_at IS NULL) = (lifted_by IS NULL))),
    CONSTRAINT matter_stops_lifting CHECK ((char_length(lifting) <= 4000)),
    CONSTRAINT matter_stops_reason CHECK (((btrim(reason) <> ''::text) AND (char_length(reason) <= 4000)))
);

ALTER TABLE ONLY matter_stops FORCE ROW LEVEL SECURITY;

ALTER TABLE matter_stops ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME matter_stops_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE matter_triages (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    type text NOT NULL,
    why text NOT NULL,
    source text NOT NULL,
    tracks jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT matter_triages_type CHECK ((type = ANY (ARRAY['information'::text, 'early_dialogue'::text, 'before_decision'::text, 'mbl11'::text, 'mbl13'::text, 'mbl38'::text])))
);

ALTER TABLE ONLY matter_triages FORCE ROW LEVEL SECURITY;

ALTER TABLE matter_triages ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME matter_triages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE matter_units (
    org_id bigint DEFAULT current_org() NOT NULL,
    matter_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE ONLY matter_units FORCE ROW LEVEL SECURITY;

CREATE TABLE matter_verdicts (
    org_id bigint DEFAULT current_org() NOT NULL,
    matter_id bigint NOT NULL,
    judged_on date NOT NULL,
    state text NOT NULL,
    missing integer NOT NULL,
    earliest date NOT NULL,
    too_early boolean NOT NULL
);

ALTER TABLE ONLY matter_verdicts FORCE ROW LEVEL SECURITY;

CREATE TABLE matters (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    number text NOT NULL,
    title text NOT NULL,
    category text NOT NULL,
    purpose text NOT NULL,
    planned_decision date NOT NULL,
    decider text NOT NULL,
    owner_id bigint NOT NULL,
    work_environment boolean DEFAULT true NOT NULL,
    outsiders boolean DEFAULT false NOT NULL,
    secrecy text DEFAULT ''::text NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    status_reason text DEFAULT ''::text NOT NULL,
    plan_confirmed_at timestamp with time zone,
    agreement_id bigint,
    created_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    search tsvector DEFAULT ''::tsvector NOT NULL,
    executing_at timestamp with time zone,
    following_at timestamp with time zone,
    closed_at timestamp with time zone,
    duty text DEFAULT 'before_decision'::text NOT NULL,
    agreement_on date,
    template text DEFAULT ''::text NOT NULL,
    CONSTRAINT matters_category CHECK ((category = ANY (ARRAY['working_time'::text, 'organisation'::text, 'premises'::text, 'budget'::text, 'policy'::text, 'staffing'::text, 'manager_appointment'::text, 'work_environment'::text, 'other'::text]))),
    CONSTRAINT matters_decider CHECK ((decider = ANY (ARRAY['manager'::text, 'board'::text]))),
    CONSTRAINT matters_duty CHECK ((duty = ANY (ARRAY['before_decision'::text, 'information'::text]))),
    CONSTRAINT matters_purpose_length CHECK ((char_length(purpose) <= 4000)),
    CONSTRAINT matters_status CHECK ((status = ANY (ARRAY['open'::text, 'withdrawn'::text, 'handed_over'::text, 'closed'::text]))),
    CONSTRAINT matters_title_filled CHECK (((btrim(title) <> ''::text) AND (char_length(title) <= 200)))
);

ALTER TABLE ONLY matters FORCE ROW LEVEL SECURITY;

ALTER TABLE matters ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME matters_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE meeting_series (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    group_id bigint,
    unit_id bigint,
    kind text NOT NULL,
    every smallint DEFAULT 1 NOT NULL,
    weekday smallint,
    nth smallint,
    month_day smallint,
    from_time time without time zone NOT NULL,
    minutes smallint NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    skip_weeks smallint[] DEFAULT '{}'::smallint[] NOT NULL,
    on_day_off text DEFAULT 'move'::text NOT NULL,
    breaks boolean DEFAULT true NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT meeting_series_dates_in_order CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT meeting_series_every CHECK (((every >= 1) AND (every <= 26))),
    CONSTRAINT meeting_series_kind CHECK ((kind = ANY (ARRAY['weeks'::text, 'month_weekday'::text, 'month_day'::text]))),
    CONSTRAINT meeting_series_minutes CHECK (((minutes >= 15) AND (minutes <= 480))),
    CONSTRAINT meeting_series_month_day CHECK (((month_day >= 1) AND (month_day <= 31))),
    CONSTRAINT meeting_series_nth CHECK (((nth >= 1) AND (nth <= 5))),
    CONSTRAINT meeting_series_on_day_off CHECK ((on_day_off = ANY (ARRAY['move'::text, 'skip'::text]))),
    CONSTRAINT meeting_series_one_place CHECK ((num_nonnulls(group_id, unit_id) = 1)),
    CONSTRAINT meeting_series_place_length CHECK ((char_length(place) <= 200)),
    CONSTRAINT meeting_series_rule CHECK (
CASE kind
    WHEN 'weeks'::text THEN (weekday IS NOT NULL)
    WHEN 'month_weekday'::text THEN ((weekday IS NOT NULL) AND (nth IS NOT NULL))
    ELSE (month_day IS NOT NULL)
END),
    CONSTRAINT meeting_series_weekday CHECK (((weekday >= 1) AND (weekday <= 5)))
);

ALTER TABLE ONLY meeting_series FORCE ROW LEVEL SECURITY;

ALTER TABLE meeting_series ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meeting_series_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE meetings (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    extra boolean DEFAULT false NOT NULL,
    status text DEFAULT 'planned'::text NOT NULL,
    status_reason text DEFAULT ''::text NOT NULL,
    moved_to bigint,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    agenda_version integer DEFAULT 1 NOT NULL,
    calendar_uid uuid DEFAULT gen_random_uuid() NOT NULL,
    calendar_sequence integer DEFAULT 0 NOT NULL,
    live_version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone,
    writer_id bigint,
    writer_until timestamp with time zone,
    CONSTRAINT meetings_calendar_sequence CHECK ((calendar_sequence >= 0)),
    CONSTRAINT meetings_status CHECK ((status = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text, 'cancelled'::text]))),
    CONSTRAINT meetings_times_in_order CHECK ((ends_at > starts_at)),
    CONSTRAINT meetings_writer_whole CHECK (((writer_id IS NULL) = (writer_until IS NULL)))
);

ALTER TABLE ONLY meetings FORCE ROW LEVEL SECURITY;

ALTER TABLE meetings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE minutes (
    org_id bigint DEFAULT current_org() NOT NULL,
    meeting_id bigint NOT NULL,
    status text DEFAULT 'draft'::text NOT NULL,
    addition text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    sent_at timestamp with time zone,
    due_on date,
    approved_at timestamp with time zone,
    content text,
    digest bytea,
    approval text,
    published_on date,
    audience text DEFAULT 'covered_units'::text NOT NULL,
    CONSTRAINT minutes_addition_length CHECK ((char_length(addition) <= 40000)),
    CONSTRAINT minutes_audience CHECK ((audience = ANY (ARRAY['covered_units'::text, 'organisation'::text]))),
    CONSTRAINT minutes_status CHECK ((status = ANY (ARRAY['draft'::text, 'sent'::text, 'approved'::text, 'approved_with_objection'::text])))
);

ALTER TABLE ONLY minutes FORCE ROW LEVEL SECURITY;

CREATE TABLE minutes_disclosures (
    org_id bigint DEFAULT current_org() NOT NULL,
    meeting_id bigint NOT NULL,
    person_id bigint NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT minutes_disclosures_reason CHECK (((btrim(reason) <> ''::text) AND (char_length(reason) <= 2000)))
);

ALTER TABLE ONLY minutes_disclosures FORCE ROW LEVEL SECURITY;

CREATE TABLE minutes_part_adjusters (
    org_id bigint DEFAULT current_org() NOT NULL,
    part_id bigint NOT NULL,
    person_id bigint NOT NULL,
    side text NOT NULL,
    answer text,
    objection text DEFAULT ''::text NOT NULL,
    answered_at timestamp with time zone,
    digest bytea,
    method text DEFAULT ''::text NOT NULL,
    role text DEFAULT ''::text NOT NULL,
    replaced_at timestamp with time zone,
    replaces_id bigint,
    CONSTRAINT minutes_part_adjusters_answer CHECK ((answer = ANY (ARRAY['approved'::text, 'objected'::text]))),
    CONSTRAINT minutes_part_adjusters_objection CHECK ((char_length(objection) <= 10000)),
    CONSTRAINT minutes_part_adjusters_side CHECK ((side = ANY (ARRAY['employer'::text, 'union'::text])))
);

ALTER TABLE ONLY minutes_part_adjusters FORCE ROW LEVEL SECURITY;

CREATE TABLE minutes_parts (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    kind text NOT NULL,
    item_id bigint,
    content text NOT NULL,
    digest bytea NOT NULL,
    status text DEFAULT 'sent'::text NOT NULL,
    proposed_by bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT minutes_parts_digest CHECK ((digest = sha256(convert_to(content, 'UTF8'::name)))),
    CONSTRAINT minutes_parts_item_needed CHECK (((kind = 'correction'::text) OR (item_id IS NOT NULL))),
    CONSTRAINT minutes_parts_kind CHECK ((kind = ANY (ARRAY['immediate'::text, 'correction'::text]))),
    CONSTRAINT minutes_parts_status CHECK ((status = ANY (ARRAY['sent'::text, 'approved'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY minutes_parts FORCE ROW LEVEL SECURITY;

ALTER TABLE minutes_parts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME minutes_parts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE minutes_reads (
    org_id bigint DEFAULT current_org() NOT NULL,
    meeting_id bigint NOT NULL,
    person_id bigint NOT NULL,
    version integer NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY minutes_reads FORCE ROW LEVEL SECURITY;

CREATE TABLE minutes_remarks (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    item_id bigint NOT NULL,
    version integer NOT NULL,
    person_id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    answer text,
    answer_text text DEFAULT ''::text NOT NULL,
    answered_by bigint,
    answered_at timestamp with time zone,
    CONSTRAINT minutes_remarks_answer CHECK ((answer = ANY (ARRAY['changed'::text, 'kept'::text]))),
    CONSTRAINT minutes_remarks_answer_text CHECK ((char_length(answer_text) <= 10000)),
    CONSTRAINT minutes_remarks_reasoned CHECK (((answer <> 'kept'::text) OR (btrim(answer_text) <> ''::text))),
    CONSTRAINT minutes_remarks_text CHECK (((btrim(text) <> ''::text) AND (char_length(text) <= 10000)))
);

ALTER TABLE ONLY minutes_remarks FORCE ROW LEVEL SECURITY;

ALTER TABLE minutes_remarks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME minutes_remarks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE minutes_versions (
    org_id bigint DEFAULT current_org() NOT NULL,
    meeting_id bigint NOT NULL,
    version integer NOT NULL,
    content text NOT NULL,
    digest bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT minutes_versions_digest CHECK ((digest = sha256(convert_to(content, 'UTF8'::name))))
);

ALTER TABLE ONLY minutes_versions FORCE ROW LEVEL SECURITY;

CREATE TABLE minutes_writers (
    org_id bigint DEFAULT current_org() NOT NULL,
    meeting_id bigint NOT NULL,
    person_id bigint NOT NULL,
    let_by bigint NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY minutes_writers FORCE ROW LEVEL SECURITY;

CREATE TABLE mornings (
    org_id bigint DEFAULT current_org() NOT NULL,
    day date NOT NULL,
    written_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY mornings FORCE ROW LEVEL SECURITY;

CREATE TABLE negotiation_entries (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    track_id bigint NOT NULL,
    kind text NOT NULL,
    happened_on date NOT NULL,
    counterpart text DEFAULT ''::text NOT NULL,
    body text NOT NULL,
    reference text DEFAULT ''::text NOT NULL,
    author_id bigint NOT NULL,
    author_role text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    corrects_id bigint,
    CONSTRAINT negotiation_entries_body CHECK (((btrim(body) <> ''::text) AND (char_length(body) <= 10000))),
    CONSTRAINT negotiation_entries_counterpart CHECK ((char_length(counterpart) <= 500)),
    CONSTRAINT negotiation_entries_kind CHECK ((kind = ANY (ARRAY['called'::text, 'met'::text, 'offer'::text, 'demand'::text, 'notice'::text, 'minutes'::text, 'note'::text]))),
    CONSTRAINT negotiation_entries_reference CHECK ((char_length(reference) <= 200))
);

ALTER TABLE ONLY negotiation_entries FORCE ROW LEVEL SECURITY;

ALTER TABLE negotiation_entries ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME negotiation_entries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE note_drafts (
    org_id bigint DEFAULT current_org() NOT NULL,
    item_id bigint NOT NULL,
    person_id bigint NOT NULL,
    note text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT note_drafts_length CHECK ((char_length(note) <= 20000))
);

ALTER TABLE ONLY note_drafts FORCE ROW LEVEL SECURITY;

CREATE TABLE organisations (
    id bigint NOT NULL,
    name text NOT NULL,
    demo boolean DEFAULT false NOT NULL,
    palette text DEFAULT 'blue'::text NOT NULL,
    logo bytea,
    logo_type text,
    created_at timestamp with time zone NOT NULL,
    mail_key bytea DEFAULT decode(replace(((gen_random_uuid())::text || (gen_random_uuid())::text), '-'::text, ''::text), 'hex'::text) NOT NULL,
    help_version integer DEFAULT 0 NOT NULL,
    CONSTRAINT organisations_name_filled CHECK ((btrim(name) <> ''::text))
);

ALTER TABLE organisations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME organisations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE paper_answers (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    item_id bigint NOT NULL,
    union_id bigint NOT NULL,
    accepted boolean NOT NULL,
    person_id bigint NOT NULL,
    proposal_no integer NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY paper_answers FORCE ROW LEVEL SECURITY;

ALTER TABLE paper_answers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME paper_answers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE password_resets (
    token_hash bytea NOT NULL,
    account_id bigint NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

CREATE TABLE people (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    account_id bigint,
    code text,
    name text NOT NULL,
    sort_name text NOT NULL,
    email text,
    unit_id bigint,
    closed_on date,
    mail_problem text DEFAULT ''::text NOT NULL,
    mail_problem_at timestamp with time zone,
    CONSTRAINT people_email_lower CHECK ((email = lower(email))),
    CONSTRAINT people_name_filled CHECK ((btrim(name) <> ''::text))
);

ALTER TABLE ONLY people FORCE ROW LEVEL SECURITY;

ALTER TABLE people ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME people_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE phrases (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    seed text,
    class text DEFAULT ''::text NOT NULL,
    outcome text DEFAULT ''::text NOT NULL,
    text text NOT NULL,
    hidden boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT phrases_class CHECK ((class = ANY (ARRAY[''::text, 'standing'::text, 'information'::text, 'early_dialogue'::text, 'before_decision'::text, 'follow_up'::text]))),
    CONSTRAINT phrases_outcome CHECK ((outcome = ANY (ARRAY[''::text, 'agreed'::text, 'disagreed'::text, 'tabled'::text, 'handled'::text]))),
    CONSTRAINT phrases_seed_filled CHECK ((seed <> ''::text)),
    CONSTRAINT phrases_text CHECK (((btrim(text) <> ''::text) AND (char_length(text) <= 2000)))
);

ALTER TABLE ONLY phrases FORCE ROW LEVEL SECURITY;

ALTER TABLE phrases ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME phrases_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE plan_agreement_unions (
    org_id bigint DEFAULT current_org() NOT NULL,
    matter_id bigint NOT NULL,
    union_id bigint NOT NULL
);

ALTER TABLE ONLY plan_agreement_unions FORCE ROW LEVEL SECURITY;

CREATE TABLE plan_agreements (
    org_id bigint DEFAULT current_org() NOT NULL,
    matter_id bigint NOT NULL,
    agreed_on date NOT NULL,
    how text NOT NULL,
    concluder_id bigint,
    recorded_by bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT plan_agreements_how CHECK (((btrim(how) <> ''::text) AND (char_length(how) <= 4000)))
);

ALTER TABLE ONLY plan_agreements FORCE ROW LEVEL SECURITY;

CREATE TABLE planned_dates (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    group_id bigint,
    unit_id bigint,
    series_id bigint,
    rule_date date,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    status text DEFAULT 'draft'::text NOT NULL,
    publication_id bigint,
    meeting_id bigint,
    apt_id bigint,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT planned_dates_one_place CHECK ((num_nonnulls(group_id, unit_id) = 1)),
    CONSTRAINT planned_dates_place_length CHECK ((char_length(place) <= 200)),
    CONSTRAINT planned_dates_published CHECK ((((status = 'published'::text) = (publication_id IS NOT NULL)) AND ((status = 'published'::text) = (num_nonnulls(meeting_id, apt_id) = 1)))),
    CONSTRAINT planned_dates_rule_date CHECK (((series_id IS NULL) OR (rule_date IS NOT NULL))),
    CONSTRAINT planned_dates_status CHECK ((status = ANY (ARRAY['draft'::text, 'dropped'::text, 'published'::text]))),
    CONSTRAINT planned_dates_times_in_order CHECK ((ends_at > starts_at))
);

ALTER TABLE ONLY planned_dates FORCE ROW LEVEL SECURITY;

ALTER TABLE planned_dates ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME planned_dates_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE positions (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    item_id bigint NOT NULL,
    union_id bigint NOT NULL,
    stance text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    person_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
    window_until date,
    waived_at timestamp with time zone,
    waived_by bigint,
    recorded_by bigint,
    confirmed_at timestamp with time zone,
    confirmed_by bigint,
    CONSTRAINT positions_confirmed_whole CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL))),
    CONSTRAINT positions_reason_length CHECK ((char_length(reason) <= 4000)),
    CONSTRAINT positions_reason_needed CHECK (((stance <> 'disagrees'::text) OR (btrim(reason) <> ''::text))),
    CONSTRAINT positions_stance CHECK ((stance = ANY (ARRAY['agrees'::text, 'disagrees'::text, 'abstains'::text, 'not_concerned'::text])))
);

ALTER TABLE ONLY positions FORCE ROW LEVEL SECURITY;

ALTER TABLE positions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME positions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE process_templates (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    body jsonb NOT NULL,
    copied_from text NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_by bigint NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT process_templates_name CHECK (((btrim(name) <> ''::text) AND (char_length(name) <= 100)))
);

ALTER TABLE ONLY process_templates FORCE ROW LEVEL SECURITY;

ALTER TABLE process_templates ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME process_templates_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE proposal_attachments (
    org_id bigint DEFAULT current_org() NOT NULL,
    proposal_id bigint NOT NULL,
    attachment_id bigint NOT NULL
);

ALTER TABLE ONLY proposal_attachments FORCE ROW LEVEL SECURITY;

CREATE TABLE proposals (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    no integer NOT NULL,
    body text NOT NULL,
    alternatives text DEFAULT ''::text NOT NULL,
    editorial boolean DEFAULT false NOT NULL,
    objection_until date,
    from_deviation boolean DEFAULT false NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT proposals_alternatives_length CHECK ((char_length(alternatives) <= 20000)),
    CONSTRAINT proposals_body_filled CHECK (((btrim(body) <> ''::text) AND (char_length(body) <= 20000)))
);

ALTER TABLE ONLY proposals FORCE ROW LEVEL SECURITY;

ALTER TABLE proposals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME proposals_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE raised_questions (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    title text NOT NULL,
    why text NOT NULL,
    group_id bigint NOT NULL,
    unit_id bigint,
    wanted_on date NOT NULL,
    person_id bigint NOT NULL,
    role text NOT NULL,
    union_id bigint,
    answerer_id bigint NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    answer_by date NOT NULL,
    status text DEFAULT 'waiting'::text NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    answered_by bigint,
    answered_at timestamp with time zone,
    matter_id bigint,
    paragraph text,
    requested_at timestamp with time zone,
    requested_by bigint,
    meet_by date,
    negotiated_at timestamp with time zone,
    negotiated_by bigint,
    manner text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT raised_questions_accepted_matter CHECK (((status = 'accepted'::text) = (matter_id IS NOT NULL))),
    CONSTRAINT raised_questions_answer CHECK ((char_length(answer) <= 4000)),
    CONSTRAINT raised_questions_answered_whole CHECK (((answered_at IS NULL) = (answered_by IS NULL))),
    CONSTRAINT raised_questions_declined_why CHECK (((status <> 'declined'::text) OR (btrim(answer) <> ''::text))),
    CONSTRAINT raised_questions_manner CHECK ((manner = ANY (ARRAY['agreement'::text, 'disagreement'::text, 'withdrawal'::text]))),
    CONSTRAINT raised_questions_negotiated_whole CHECK ((((negotiated_at IS NULL) = (manner IS NULL)) AND ((negotiated_at IS NULL) = (negotiated_by IS NULL)) AND ((negotiated_at IS NULL) OR (requested_at IS NOT NULL)))),
    CONSTRAINT raised_questions_paragraph CHECK ((paragraph = ANY (ARRAY['mbl10'::text, 'mbl12'::text]))),
    CONSTRAINT raised_questions_request_whole CHECK ((((requested_at IS NULL) = (paragraph IS NULL)) AND ((requested_at IS NULL) = (requested_by IS NULL)) AND ((requested_at IS NULL) = (meet_by IS NULL)) AND ((requested_at IS NULL) OR (union_id IS NOT NULL)))),
    CONSTRAINT raised_questions_role CHECK ((role = ANY (ARRAY['union_rep'::text, 'safety_rep'::text]))),
    CONSTRAINT raised_questions_side CHECK (((role = 'union_rep'::text) = (union_id IS NOT NULL))),
    CONSTRAINT raised_questions_status CHECK ((status = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))),
    CONSTRAINT raised_questions_title CHECK (((btrim(title) <> ''::text) AND (char_length(title) <= 200))),
    CONSTRAINT raised_questions_why CHECK (((btrim(why) <> ''::text) AND (char_length(why) <= 4000)))
);

ALTER TABLE ONLY raised_questions FORCE ROW LEVEL SECURITY;

ALTER TABLE raised_questions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME raised_questions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE retention_rules (
    org_id bigint DEFAULT current_org() NOT NULL,
    kind text NOT NULL,
    version integer NOT NULL,
    valid_from date NOT NULL,
    years integer,
    source text NOT NULL,
    changed_by bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT retention_rules_kind CHECK ((kind = ANY (ARRAY['apt_notes'::text, 'apt_questions'::text, 'apt_proposals'::text, 'apt_marks'::text, 'mails'::text, 'drafts'::text, 'attachments'::text]))),
    CONSTRAINT retention_rules_source CHECK ((char_length(source) <= 300)),
    CONSTRAINT retention_rules_version CHECK ((version >= 1)),
    CONSTRAINT retention_rules_years CHECK (((years >= 1) AND (years <= 100)))
);

ALTER TABLE ONLY retention_rules FORCE ROW LEVEL SECURITY;

CREATE TABLE risk_assessments (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    no integer NOT NULL,
    proposal_no integer DEFAULT 0 NOT NULL,
    change text DEFAULT ''::text NOT NULL,
    conclusion text DEFAULT ''::text NOT NULL,
    without_reason text DEFAULT ''::text NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    fixed_at timestamp with time zone,
    fixed_by bigint,
    version integer DEFAULT 1 NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    starts text DEFAULT ''::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    affected text DEFAULT ''::text NOT NULL,
    no_change text DEFAULT ''::text NOT NULL,
    alternative_b text DEFAULT ''::text NOT NULL,
    equality text DEFAULT ''::text NOT NULL,
    economy text DEFAULT ''::text NOT NULL,
    service text DEFAULT ''::text NOT NULL,
    last_row integer DEFAULT 0 NOT NULL,
    follow_on date,
    follow_by bigint,
    followed_at timestamp with time zone,
    followed_by bigint,
    followed_note text DEFAULT ''::text NOT NULL,
    CONSTRAINT risk_assessments_affected_length CHECK ((char_length(affected) <= 2000)),
    CONSTRAINT risk_assessments_alternative_length CHECK ((char_length(alternative_b) <= 1000)),
    CONSTRAINT risk_assessments_change_length CHECK ((char_length(change) <= 10000)),
    CONSTRAINT risk_assessments_conclusion CHECK ((conclusion = ANY (ARRAY[''::text, 'proceed'::text, 'with_measures'::text, 'not_now'::text]))),
    CONSTRAINT risk_assessments_economy_length CHECK ((char_length(economy) <= 4000)),
    CONSTRAINT risk_assessments_equality_length CHECK ((char_length(equality) <= 4000)),
    CONSTRAINT risk_assessments_followed_length CHECK ((char_length(followed_note) <= 4000)),
    CONSTRAINT risk_assessments_followed_whole CHECK ((((followed_at IS NULL) = (followed_by IS NULL)) AND ((followed_at IS NULL) OR (fixed_at IS NOT NULL)))),
    CONSTRAINT risk_assessments_no_change_length CHECK ((char_length(no_change) <= 4000)),
    CONSTRAINT risk_assessments_place_length CHECK ((char_length(place) <= 1000)),
    CONSTRAINT risk_assessments_reason_length CHECK ((char_length(reason) <= 4000)),
    CONSTRAINT risk_assessments_service_length CHECK ((char_length(service) <= 4000)),
    CONSTRAINT risk_assessments_starts_length CHECK ((char_length(starts) <= 1000))
);

ALTER TABLE ONLY risk_assessments FORCE ROW LEVEL SECURITY;

ALTER TABLE risk_assessments ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME risk_assessments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE risk_participants (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    assessment_id bigint NOT NULL,
    kind text NOT NULL,
    person_id bigint,
    name text NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    answered_at timestamp with time zone,
    agrees boolean,
    body text DEFAULT ''::text NOT NULL,
    stated_at timestamp with time zone,
    stated_version integer,
    CONSTRAINT risk_participants_answer CHECK ((answer = ANY (ARRAY[''::text, 'coming'::text, 'declined'::text, 'took_part'::text]))),
    CONSTRAINT risk_participants_answered_whole CHECK (((answer = ''::text) = (answered_at IS NULL))),
    CONSTRAINT risk_participants_body_length CHECK ((char_length(body) <= 10000)),
    CONSTRAINT risk_participants_kind CHECK ((kind = ANY (ARRAY['safety_rep'::text, 'employee'::text, 'expert'::text, 'manager'::text]))),
    CONSTRAINT risk_participants_name CHECK (((btrim(name) <> ''::text) AND (char_length(name) <= 200))),
    CONSTRAINT risk_participants_stated_whole CHECK ((((stated_at IS NULL) = (agrees IS NULL)) AND ((stated_at IS NULL) OR (kind = 'safety_rep'::text))))
);

ALTER TABLE ONLY risk_participants FORCE ROW LEVEL SECURITY;

ALTER TABLE risk_participants ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME risk_participants_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE risk_rows (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    assessment_id bigint NOT NULL,
    area text NOT NULL,
    source text NOT NULL,
    opportunity boolean DEFAULT false NOT NULL,
    affected text DEFAULT ''::text NOT NULL,
    protection text DEFAULT ''::text NOT NULL,
    probability integer NOT NULL,
    consequence integer NOT NULL,
    serious boolean DEFAULT false NOT NULL,
    measure text DEFAULT ''::text NOT NULL,
    responsible text DEFAULT ''::text NOT NULL,
    due_on date,
    no integer NOT NULL,
    none_probability integer DEFAULT 0 NOT NULL,
    none_consequence integer DEFAULT 0 NOT NULL,
    b_probability integer DEFAULT 0 NOT NULL,
    b_consequence integer DEFAULT 0 NOT NULL,
    after_probability integer DEFAULT 0 NOT NULL,
    after_consequence integer DEFAULT 0 NOT NULL,
    at_once boolean DEFAULT false NOT NULL,
    responsible_id bigint,
    effect_on date,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT risk_rows_after_consequence CHECK (((after_consequence >= 0) AND (after_consequence <= 5))),
    CONSTRAINT risk_rows_after_probability CHECK (((after_probability >= 0) AND (after_probability <= 5))),
    CONSTRAINT risk_rows_after_whole CHECK (((after_probability = 0) = (after_consequence = 0))),
    CONSTRAINT risk_rows_area_filled CHECK ((btrim(area) <> ''::text)),
    CONSTRAINT risk_rows_b_consequence CHECK (((b_consequence >= 0) AND (b_consequence <= 5))),
    CONSTRAINT risk_rows_b_probability CHECK (((b_probability >= '-1'::integer) AND (b_probability <= 5))),
    CONSTRAINT risk_rows_consequence CHECK (((consequence >= 1) AND (consequence <= 5))),
    CONSTRAINT risk_rows_none_consequence CHECK (((none_consequence >= 0) AND (none_consequence <= 5))),
    CONSTRAINT risk_rows_none_probability CHECK (((none_probability >= '-1'::integer) AND (none_probability <= 5))),
    CONSTRAINT risk_rows_probability CHECK (((probability >= 1) AND (probability <= 5))),
    CONSTRAINT risk_rows_source_filled CHECK (((btrim(source) <> ''::text) AND (char_length(source) <= 2000)))
);

ALTER TABLE ONLY risk_rows FORCE ROW LEVEL SECURITY;

ALTER TABLE risk_rows ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME risk_rows_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE safety_requests (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    mandate text NOT NULL,
    unit_id bigint NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    title text NOT NULL,
    problem text NOT NULL,
    wanted text NOT NULL,
    kind text NOT NULL,
    committee boolean NOT NULL,
    group_id bigint,
    received_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    outcome text,
    answer text DEFAULT ''::text NOT NULL,
    answered_by bigint,
    answered_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT safety_requests_answer_length CHECK ((char_length(answer) <= 4000)),
    CONSTRAINT safety_requests_answered CHECK (((outcome IS NULL) = (answered_at IS NULL))),
    CONSTRAINT safety_requests_kind CHECK ((kind = ANY (ARRAY['measure'::text, 'examination'::text]))),
    CONSTRAINT safety_requests_mandate CHECK ((mandate = ANY (ARRAY['safety_rep'::text, 'chief_safety_rep'::text]))),
    CONSTRAINT safety_requests_outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'will_do'::text, 'partly'::text, 'not'::text]))),
    CONSTRAINT safety_requests_place_length CHECK ((char_length(place) <= 200)),
    CONSTRAINT safety_requests_problem_filled CHECK ((btrim(problem) <> ''::text)),
    CONSTRAINT safety_requests_title_filled CHECK ((btrim(title) <> ''::text)),
    CONSTRAINT safety_requests_wanted_filled CHECK ((btrim(wanted) <> ''::text)),
    CONSTRAINT safety_requests_withdrawn_reason_length CHECK ((char_length(withdrawn_reason) <= 2000))
);

ALTER TABLE ONLY safety_requests FORCE ROW LEVEL SECURITY;

ALTER TABLE safety_requests ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME safety_requests_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE school_breaks (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    CONSTRAINT school_breaks_dates_in_order CHECK (((last_on >= first_on) AND (last_on <= (first_on + 120)))),
    CONSTRAINT school_breaks_name_filled CHECK (((btrim(name) <> ''::text) AND (char_length(name) <= 100)))
);

ALTER TABLE ONLY school_breaks FORCE ROW LEVEL SECURITY;

ALTER TABLE school_breaks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME school_breaks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE sessions (
    token_hash bytea NOT NULL,
    account_id bigint,
    org_id bigint,
    person_id bigint,
    role text DEFAULT ''::text NOT NULL,
    method text DEFAULT 'password'::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    device text DEFAULT ''::text NOT NULL,
    several_orgs boolean DEFAULT false NOT NULL,
    auth_at timestamp with time zone,
    CONSTRAINT sessions_account_or_demo CHECK (((account_id IS NOT NULL) OR (method = 'demo'::text)))
);

CREATE TABLE sign_in_attempts (
    id bigint NOT NULL,
    key bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    ok boolean NOT NULL
);

ALTER TABLE sign_in_attempts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME sign_in_attempts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE tasks (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    role text NOT NULL,
    kind text NOT NULL,
    matter_id bigint,
    meeting_id bigint,
    unit_id bigint,
    union_id bigint,
    proposal_no integer DEFAULT 0 NOT NULL,
    due_on date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    apt_id bigint,
    request_id bigint,
    suggestion_id bigint,
    item_id bigint,
    action_id bigint,
    question_id bigint
);

ALTER TABLE ONLY tasks FORCE ROW LEVEL SECURITY;

ALTER TABLE tasks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME tasks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE tracks (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    kind text NOT NULL,
    group_id bigint,
    union_id bigint,
    mandatory boolean NOT NULL,
    origin text NOT NULL,
    proposal_no integer DEFAULT 0 NOT NULL,
    requested_at timestamp with time zone,
    requested_by bigint,
    closed_at timestamp with time zone,
    closed_by bigint,
    close_manner text,
    window_until date,
    waived_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    close_reason text DEFAULT ''::text NOT NULL,
    notice_on date,
    handed_to bigint,
    handed_at timestamp with time zone,
    handed_by bigint,
    handed_reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT tracks_close_manner CHECK ((close_manner = ANY (ARRAY['agreement'::text, 'disagreement'::text, 'withdrawal'::text, 'request_withdrawn'::text, 'agreement_resumed'::text, 'informed'::text]))),
    CONSTRAINT tracks_close_reason CHECK ((char_length(close_reason) <= 4000)),
    CONSTRAINT tracks_handed_done CHECK (((handed_at IS NULL) OR ((NOT mandatory) AND (group_id IS NOT NULL) AND (handed_to <> group_id)))),
    CONSTRAINT tracks_handed_reason CHECK ((char_length(handed_reason) <= 2000)),
    CONSTRAINT tracks_handed_whole CHECK ((((handed_at IS NULL) = (handed_to IS NULL)) AND ((handed_at IS NULL) = (handed_by IS NULL)))),
    CONSTRAINT tracks_kind CHECK ((kind = ANY (ARRAY['group'::text, 'info'::text, 'mbl11'::text, 'mbl13'::text, 'mbl38'::text, 'mbl14'::text, 'mbl19'::text]))),
    CONSTRAINT tracks_origin CHECK ((origin = ANY (ARRAY['plan'::text, 'agreement_ended'::text, 'request'::text, 'lifted'::text]))),
    CONSTRAINT tracks_party CHECK (
CASE
    WHEN (kind = ANY (ARRAY['group'::text, 'info'::text])) THEN ((group_id IS NOT NULL) AND (union_id IS NULL))
    ELSE ((union_id IS NOT NULL) AND (group_id IS NULL))
END)
);

ALTER TABLE ONLY tracks FORCE ROW LEVEL SECURITY;

ALTER TABLE tracks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME tracks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE triage_objections (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    union_id bigint NOT NULL,
    person_id bigint NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT triage_objections_reason CHECK (((btrim(reason) <> ''::text) AND (char_length(reason) <= 2000)))
);

ALTER TABLE ONLY triage_objections FORCE ROW LEVEL SECURITY;

ALTER TABLE triage_objections ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME triage_objections_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE union_notes (
    org_id bigint DEFAULT current_org() NOT NULL,
    matter_id bigint NOT NULL,
    union_id bigint NOT NULL,
    body text NOT NULL,
    updated_by bigint NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT union_notes_body_length CHECK ((char_length(body) <= 20000))
);

ALTER TABLE ONLY union_notes FORCE ROW LEVEL SECURITY;

CREATE TABLE union_slots (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    weekday smallint,
    from_time time without time zone NOT NULL,
    until_time time without time zone NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT union_slots_dates_in_order CHECK (
CASE
    WHEN (weekday IS NULL) THEN (NOT (valid_until IS DISTINCT FROM valid_from))
    ELSE ((valid_until IS NULL) OR (valid_until >= valid_from))
END),
    CONSTRAINT union_slots_times_in_order CHECK ((until_time > from_time)),
    CONSTRAINT union_slots_weekday CHECK (((weekday >= 1) AND (weekday <= 7)))
);

ALTER TABLE ONLY union_slots FORCE ROW LEVEL SECURITY;

ALTER TABLE union_slots ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME union_slots_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE unions (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    agreement_from date,
    agreement_until date,
    collective_agreement boolean DEFAULT true NOT NULL,
    closed_on date,
    CONSTRAINT unions_name_filled CHECK ((btrim(name) <> ''::text))
);

ALTER TABLE ONLY unions FORCE ROW LEVEL SECURITY;

ALTER TABLE unions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME unions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE units (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    code text,
    name text NOT NULL,
    parent_id bigint,
    ancestors bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    manager_id bigint,
    headcount integer,
    closed_on date,
    CONSTRAINT units_name_filled CHECK ((btrim(name) <> ''::text))
);

ALTER TABLE ONLY units FORCE ROW LEVEL SECURITY;

ALTER TABLE units ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME units_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE weeded_apts (
    org_id bigint DEFAULT current_org() NOT NULL,
    weeding_id bigint NOT NULL,
    apt_id bigint NOT NULL
);

ALTER TABLE ONLY weeded_apts FORCE ROW LEVEL SECURITY;

CREATE TABLE weedings (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    kind text NOT NULL,
    version integer NOT NULL,
    years integer NOT NULL,
    source text NOT NULL,
    cutoff date NOT NULL,
    number integer NOT NULL,
    oldest date NOT NULL,
    newest date NOT NULL,
    digest bytea NOT NULL,
    proposed_by bigint NOT NULL,
    proposed_as text NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    outcome text,
    decided_by bigint,
    decided_as text DEFAULT ''::text NOT NULL,
    decided_at timestamp with time zone,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT weedings_decided_whole CHECK ((((outcome IS NULL) = (decided_by IS NULL)) AND ((outcome IS NULL) = (decided_at IS NULL)))),
    CONSTRAINT weedings_digest CHECK ((octet_length(digest) = 32)),
    CONSTRAINT weedings_number CHECK ((number > 0)),
    CONSTRAINT weedings_outcome CHECK ((outcome = ANY (ARRAY['approved'::text, 'declined'::text, 'withdrawn'::text]))),
    CONSTRAINT weedings_reason CHECK ((char_length(reason) <= 2000)),
    CONSTRAINT weedings_registrar CHECK (((outcome <> 'approved'::text) OR (('registrar'::text = proposed_as) OR ('registrar'::text = decided_as)))),
    CONSTRAINT weedings_two_people CHECK (((outcome <> 'approved'::text) OR (decided_by <> proposed_by))),
    CONSTRAINT weedings_within CHECK (((oldest <= newest) AND (newest <= cutoff)))
);

ALTER TABLE ONLY weedings FORCE ROW LEVEL SECURITY;

ALTER TABLE weedings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME weedings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE year_publications (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    group_id bigint,
    unit_id bigint,
    meetings integer NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    published_by bigint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT year_publications_one_place CHECK ((num_nonnulls(group_id, unit_id) = 1)),
    CONSTRAINT year_publications_some CHECK ((meetings > 0))
);

ALTER TABLE ONLY year_publications FORCE ROW LEVEL SECURITY;

ALTER TABLE year_publications ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME year_publications_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE year_themes (
    org_id bigint DEFAULT current_org() NOT NULL,
    id bigint NOT NULL,
    group_id bigint,
    unit_id bigint,
    month smallint NOT NULL,
    title text NOT NULL,
    class text NOT NULL,
    removed boolean DEFAULT false NOT NULL,
    CONSTRAINT year_themes_class CHECK ((class = ANY (ARRAY['standing'::text, 'information'::text, 'early_dialogue'::text, 'before_decision'::text, 'follow_up'::text]))),
    CONSTRAINT year_themes_month CHECK (((month >= 1) AND (month <= 12))),
    CONSTRAINT year_themes_one_place CHECK ((num_nonnulls(group_id, unit_id) <= 1)),
    CONSTRAINT year_themes_title_filled CHECK (((btrim(title) <> ''::text) AND (char_length(title) <= 200)))
);

ALTER TABLE ONLY year_themes FORCE ROW LEVEL SECURITY;

ALTER TABLE year_themes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME year_themes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY accounts
    ADD CONSTRAINT accounts_email_key UNIQUE (email);

ALTER TABLE ONLY accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT actions_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT actions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY adjusters
    ADD CONSTRAINT adjusters_pkey PRIMARY KEY (org_id, meeting_id, person_id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agenda_suggestions
    ADD CONSTRAINT agenda_suggestions_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY agenda_suggestions
    ADD CONSTRAINT agenda_suggestions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agenda_template_items
    ADD CONSTRAINT agenda_template_items_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY agenda_template_items
    ADD CONSTRAINT agenda_template_items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agenda_template_items
    ADD CONSTRAINT agenda_template_items_place_key UNIQUE (org_id, group_id, place);

ALTER TABLE ONLY agenda_templates
    ADD CONSTRAINT agenda_templates_pkey PRIMARY KEY (org_id, group_id);

ALTER TABLE ONLY agreement_changes
    ADD CONSTRAINT agreement_changes_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY agreement_changes
    ADD CONSTRAINT agreement_changes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agreement_clauses
    ADD CONSTRAINT agreement_clauses_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY agreement_clauses
    ADD CONSTRAINT agreement_clauses_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agreement_texts
    ADD CONSTRAINT agreement_texts_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY agreement_texts
    ADD CONSTRAINT agreement_texts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agreements
    ADD CONSTRAINT agreements_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY agreements
    ADD CONSTRAINT agreements_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agreements
    ADD CONSTRAINT agreements_valid_from_key UNIQUE (org_id, valid_from);

ALTER TABLE ONLY apt_dialogues
    ADD CONSTRAINT apt_dialogues_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY apt_dialogues
    ADD CONSTRAINT apt_dialogues_pkey PRIMARY KEY (id);

ALTER TABLE ONLY apt_items
    ADD CONSTRAINT apt_items_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY apt_items
    ADD CONSTRAINT apt_items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY apt_marks
    ADD CONSTRAINT apt_marks_pkey PRIMARY KEY (org_id, apt_id, person_id);

ALTER TABLE ONLY apt_notes
    ADD CONSTRAINT apt_notes_pkey PRIMARY KEY (org_id, item_id, sitting_id);

ALTER TABLE ONLY apt_proposals
    ADD CONSTRAINT apt_proposals_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY apt_proposals
    ADD CONSTRAINT apt_proposals_pkey PRIMARY KEY (id);

ALTER TABLE ONLY apt_questions
    ADD CONSTRAINT apt_questions_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY apt_questions
    ADD CONSTRAINT apt_questions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY apt_sittings
    ADD CONSTRAINT apt_sittings_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY apt_sittings
    ADD CONSTRAINT apt_sittings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY apt_writers
    ADD CONSTRAINT apt_writers_pkey PRIMARY KEY (org_id, apt_id, person_id);

ALTER TABLE ONLY apts
    ADD CONSTRAINT apts_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY apts
    ADD CONSTRAINT apts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY arrangements
    ADD CONSTRAINT arrangements_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY arrangements
    ADD CONSTRAINT arrangements_pkey PRIMARY KEY (id);

ALTER TABLE ONLY arrangements
    ADD CONSTRAINT arrangements_valid_from_key UNIQUE NULLS NOT DISTINCT (org_id, unit_id, group_id, valid_from);

ALTER TABLE ONLY attachment_contents
    ADD CONSTRAINT attachment_contents_pkey PRIMARY KEY (org_id, attachment_id);

ALTER TABLE ONLY attachments
    ADD CONSTRAINT attachments_no_key UNIQUE (org_id, matter_id, no);

ALTER TABLE ONLY attachments
    ADD CONSTRAINT attachments_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY attachments
    ADD CONSTRAINT attachments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY attendances
    ADD CONSTRAINT attendances_pkey PRIMARY KEY (org_id, meeting_id, person_id);

ALTER TABLE ONLY course_occasions
    ADD CONSTRAINT course_occasions_once UNIQUE (org_id, course_id, held_on);

ALTER TABLE ONLY course_occasions
    ADD CONSTRAINT course_occasions_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY course_occasions
    ADD CONSTRAINT course_occasions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY course_participants
    ADD CONSTRAINT course_participants_pkey PRIMARY KEY (org_id, occasion_id, person_id);

ALTER TABLE ONLY courses
    ADD CONSTRAINT courses_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY courses
    ADD CONSTRAINT courses_pkey PRIMARY KEY (id);

ALTER TABLE ONLY decisions
    ADD CONSTRAINT decisions_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY decisions
    ADD CONSTRAINT decisions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY disagreement_steps
    ADD CONSTRAINT disagreement_steps_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY disagreement_steps
    ADD CONSTRAINT disagreement_steps_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dispatch_papers
    ADD CONSTRAINT dispatch_papers_pkey PRIMARY KEY (org_id, dispatch_id, item_id);

ALTER TABLE ONLY dispatch_recipients
    ADD CONSTRAINT dispatch_recipients_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY dispatch_recipients
    ADD CONSTRAINT dispatch_recipients_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dispatches
    ADD CONSTRAINT dispatches_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY dispatches
    ADD CONSTRAINT dispatches_pkey PRIMARY KEY (id);

ALTER TABLE ONLY editorial_objections
    ADD CONSTRAINT editorial_objections_pkey PRIMARY KEY (org_id, proposal_id, union_id);

ALTER TABLE ONLY event_heads
    ADD CONSTRAINT event_heads_pkey PRIMARY KEY (org_id);

ALTER TABLE ONLY event_texts
    ADD CONSTRAINT event_texts_pkey PRIMARY KEY (org_id, seq);

ALTER TABLE ONLY events
    ADD CONSTRAINT events_pkey PRIMARY KEY (org_id, seq);

ALTER TABLE ONLY exceptions
    ADD CONSTRAINT exceptions_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY exceptions
    ADD CONSTRAINT exceptions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY extra_consents
    ADD CONSTRAINT extra_consents_pkey PRIMARY KEY (org_id, meeting_id, union_id);

ALTER TABLE ONLY feeds
    ADD CONSTRAINT feeds_hash_key UNIQUE (org_id, hash);

ALTER TABLE ONLY feeds
    ADD CONSTRAINT feeds_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY feeds
    ADD CONSTRAINT feeds_pkey PRIMARY KEY (id);

ALTER TABLE ONLY followup_answers
    ADD CONSTRAINT followup_answers_pkey PRIMARY KEY (org_id, entry_id, side);

ALTER TABLE ONLY followup_approvals
    ADD CONSTRAINT followup_approvals_one_each UNIQUE NULLS NOT DISTINCT (org_id, round_id, version, union_id);

ALTER TABLE ONLY followup_approvals
    ADD CONSTRAINT followup_approvals_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY followup_approvals
    ADD CONSTRAINT followup_approvals_pkey PRIMARY KEY (id);

ALTER TABLE ONLY followup_groups
    ADD CONSTRAINT followup_groups_group_key UNIQUE (org_id, round_id, group_id);

ALTER TABLE ONLY followup_groups
    ADD CONSTRAINT followup_groups_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY followup_groups
    ADD CONSTRAINT followup_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY followup_measures
    ADD CONSTRAINT followup_measures_action_key UNIQUE (org_id, action_id);

ALTER TABLE ONLY followup_measures
    ADD CONSTRAINT followup_measures_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY followup_measures
    ADD CONSTRAINT followup_measures_pkey PRIMARY KEY (id);

ALTER TABLE ONLY followup_rounds
    ADD CONSTRAINT followup_rounds_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY followup_rounds
    ADD CONSTRAINT followup_rounds_pkey PRIMARY KEY (id);

ALTER TABLE ONLY followup_rounds
    ADD CONSTRAINT followup_rounds_year_key UNIQUE (org_id, year);

ALTER TABLE ONLY form_keys
    ADD CONSTRAINT form_keys_pkey PRIMARY KEY (org_id, person_id, key);

ALTER TABLE ONLY former_agreements
    ADD CONSTRAINT former_agreements_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY former_agreements
    ADD CONSTRAINT former_agreements_pkey PRIMARY KEY (id);

ALTER TABLE ONLY former_looks
    ADD CONSTRAINT former_looks_org_id_key UNIQUE (org_id, id);

ALTER TABLE ONLY former_looks
    ADD CONSTRAINT former_looks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY group_units
    ADD CONSTRAINT group_units_pkey PRIMARY KEY (org_id, group_id, unit_id);

ALTER TABLE ONLY groups
    ADD CONSTRAINT groups_name_key UNIQUE (org_id, name);

ALTER TABLE ONLY groups
    ADD CONSTRAINT groups_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY groups
    ADD CONSTRAINT groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY help_texts
    ADD CONSTRAINT help_texts_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY help_texts
    ADD CONSTRAINT help_texts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY help_texts
    ADD CONSTRAINT help_texts_version_key UNIQUE (org_id, topic, version);

ALTER TABLE ONLY import_mappings
    ADD CONSTRAINT import_mappings_pkey PRIMARY KEY (org_id, kind, header);

ALTER TABLE ONLY imports
    ADD CONSTRAINT imports_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY imports
    ADD CONSTRAINT imports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY introductions
    ADD CONSTRAINT introductions_once UNIQUE (org_id, person_id, role);

ALTER TABLE ONLY introductions
    ADD CONSTRAINT introductions_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY introductions
    ADD CONSTRAINT introductions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY late_requests
    ADD CONSTRAINT late_requests_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY late_requests
    ADD CONSTRAINT late_requests_pkey PRIMARY KEY (id);

ALTER TABLE ONLY mail_settings
    ADD CONSTRAINT mail_settings_pkey PRIMARY KEY (org_id, person_id, topic);

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_once UNIQUE (org_id, person_id, kind, subject_id);

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_pkey PRIMARY KEY (id);

ALTER TABLE ONLY mandates
    ADD CONSTRAINT mandates_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY mandates
    ADD CONSTRAINT mandates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY matter_checks
    ADD CONSTRAINT matter_checks_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY matter_checks
    ADD CONSTRAINT matter_checks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY matter_corrections
    ADD CONSTRAINT matter_corrections_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY matter_corrections
    ADD CONSTRAINT matter_corrections_pkey PRIMARY KEY (id);

ALTER TABLE ONLY matter_disclosures
    ADD CONSTRAINT matter_disclosures_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY matter_disclosures
    ADD CONSTRAINT matter_disclosures_pkey PRIMARY KEY (id);

ALTER TABLE ONLY matter_drafts
    ADD CONSTRAINT matter_drafts_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY matter_drafts
    ADD CONSTRAINT matter_drafts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY matter_feedback
    ADD CONSTRAINT matter_feedback_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY matter_feedback
    ADD CONSTRAINT matter_feedback_pkey PRIMARY KEY (id);

ALTER TABLE ONLY matter_handovers
    ADD CONSTRAINT matter_handovers_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY matter_handovers
    ADD CONSTRAINT matter_handovers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY matter_marks
    ADD CONSTRAINT matter_marks_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY matter_marks
    ADD CONSTRAINT matter_marks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY matter_steps
    ADD CONSTRAINT matter_steps_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY matter_steps
    ADD CONSTRAINT matter_steps_pkey PRIMARY KEY (id);

ALTER TABLE ONLY matter_steps
    ADD CONSTRAINT matter_steps_position_key UNIQUE (org_id, matter_id, "position");

ALTER TABLE ONLY matter_stops
    ADD CONSTRAINT matter_stops_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY matter_stops
    ADD CONSTRAINT matter_stops_pkey PRIMARY KEY (id);

ALTER TABLE ONLY matter_triages
    ADD CONSTRAINT matter_triages_matter_key UNIQUE (org_id, matter_id);

ALTER TABLE ONLY matter_triages
    ADD CONSTRAINT matter_triages_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY matter_triages
    ADD CONSTRAINT matter_triages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY matter_units
    ADD CONSTRAINT matter_units_pkey PRIMARY KEY (org_id, matter_id, unit_id);

ALTER TABLE ONLY matter_verdicts
    ADD CONSTRAINT matter_verdicts_pkey PRIMARY KEY (org_id, matter_id);

ALTER TABLE ONLY matters
    ADD CONSTRAINT matters_number_key UNIQUE (org_id, number);

ALTER TABLE ONLY matters
    ADD CONSTRAINT matters_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY matters
    ADD CONSTRAINT matters_pkey PRIMARY KEY (id);

ALTER TABLE ONLY meeting_series
    ADD CONSTRAINT meeting_series_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY meeting_series
    ADD CONSTRAINT meeting_series_pkey PRIMARY KEY (id);

ALTER TABLE ONLY meetings
    ADD CONSTRAINT meetings_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY meetings
    ADD CONSTRAINT meetings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY minutes_disclosures
    ADD CONSTRAINT minutes_disclosures_pkey PRIMARY KEY (org_id, meeting_id, person_id);

ALTER TABLE ONLY minutes_part_adjusters
    ADD CONSTRAINT minutes_part_adjusters_pkey PRIMARY KEY (org_id, part_id, person_id);

ALTER TABLE ONLY minutes_parts
    ADD CONSTRAINT minutes_parts_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY minutes_parts
    ADD CONSTRAINT minutes_parts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY minutes
    ADD CONSTRAINT minutes_pkey PRIMARY KEY (org_id, meeting_id);

ALTER TABLE ONLY minutes_reads
    ADD CONSTRAINT minutes_reads_pkey PRIMARY KEY (org_id, meeting_id, person_id, version);

ALTER TABLE ONLY minutes_remarks
    ADD CONSTRAINT minutes_remarks_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY minutes_remarks
    ADD CONSTRAINT minutes_remarks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY minutes_versions
    ADD CONSTRAINT minutes_versions_pkey PRIMARY KEY (org_id, meeting_id, version);

ALTER TABLE ONLY minutes_writers
    ADD CONSTRAINT minutes_writers_pkey PRIMARY KEY (org_id, meeting_id, person_id);

ALTER TABLE ONLY mornings
    ADD CONSTRAINT mornings_pkey PRIMARY KEY (org_id, day);

ALTER TABLE ONLY negotiation_entries
    ADD CONSTRAINT negotiation_entries_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY negotiation_entries
    ADD CONSTRAINT negotiation_entries_pkey PRIMARY KEY (id);

ALTER TABLE ONLY negotiation_entries
    ADD CONSTRAINT negotiation_entries_track_key UNIQUE (org_id, track_id, id);

ALTER TABLE ONLY note_drafts
    ADD CONSTRAINT note_drafts_pkey PRIMARY KEY (org_id, item_id, person_id);

ALTER TABLE ONLY organisations
    ADD CONSTRAINT organisations_name_key UNIQUE (name);

ALTER TABLE ONLY organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY paper_answers
    ADD CONSTRAINT paper_answers_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY paper_answers
    ADD CONSTRAINT paper_answers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY password_resets
    ADD CONSTRAINT password_resets_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY people
    ADD CONSTRAINT people_code_key UNIQUE (org_id, code);

ALTER TABLE ONLY people
    ADD CONSTRAINT people_email_key UNIQUE (org_id, email);

ALTER TABLE ONLY people
    ADD CONSTRAINT people_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);

ALTER TABLE ONLY phrases
    ADD CONSTRAINT phrases_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY phrases
    ADD CONSTRAINT phrases_pkey PRIMARY KEY (id);

ALTER TABLE ONLY phrases
    ADD CONSTRAINT phrases_seed_once UNIQUE (org_id, seed);

ALTER TABLE ONLY plan_agreement_unions
    ADD CONSTRAINT plan_agreement_unions_pkey PRIMARY KEY (org_id, matter_id, union_id);

ALTER TABLE ONLY plan_agreements
    ADD CONSTRAINT plan_agreements_pkey PRIMARY KEY (org_id, matter_id);

ALTER TABLE ONLY planned_dates
    ADD CONSTRAINT planned_dates_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY planned_dates
    ADD CONSTRAINT planned_dates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY planned_dates
    ADD CONSTRAINT planned_dates_rule_once UNIQUE (org_id, series_id, rule_date);

ALTER TABLE ONLY positions
    ADD CONSTRAINT positions_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY positions
    ADD CONSTRAINT positions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY process_templates
    ADD CONSTRAINT process_templates_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY process_templates
    ADD CONSTRAINT process_templates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY proposal_attachments
    ADD CONSTRAINT proposal_attachments_pkey PRIMARY KEY (org_id, proposal_id, attachment_id);

ALTER TABLE ONLY proposals
    ADD CONSTRAINT proposals_matter_key UNIQUE (org_id, matter_id, id);

ALTER TABLE ONLY proposals
    ADD CONSTRAINT proposals_no_key UNIQUE (org_id, matter_id, no);

ALTER TABLE ONLY proposals
    ADD CONSTRAINT proposals_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY proposals
    ADD CONSTRAINT proposals_pkey PRIMARY KEY (id);

ALTER TABLE ONLY raised_questions
    ADD CONSTRAINT raised_questions_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY raised_questions
    ADD CONSTRAINT raised_questions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY retention_rules
    ADD CONSTRAINT retention_rules_pkey PRIMARY KEY (org_id, kind, version);

ALTER TABLE ONLY risk_assessments
    ADD CONSTRAINT risk_assessments_no_key UNIQUE (org_id, matter_id, no);

ALTER TABLE ONLY risk_assessments
    ADD CONSTRAINT risk_assessments_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY risk_assessments
    ADD CONSTRAINT risk_assessments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY risk_participants
    ADD CONSTRAINT risk_participants_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY risk_participants
    ADD CONSTRAINT risk_participants_person_key UNIQUE (org_id, assessment_id, person_id);

ALTER TABLE ONLY risk_participants
    ADD CONSTRAINT risk_participants_pkey PRIMARY KEY (id);

ALTER TABLE ONLY risk_rows
    ADD CONSTRAINT risk_rows_no_key UNIQUE (org_id, assessment_id, no);

ALTER TABLE ONLY risk_rows
    ADD CONSTRAINT risk_rows_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY risk_rows
    ADD CONSTRAINT risk_rows_pkey PRIMARY KEY (id);

ALTER TABLE ONLY safety_requests
    ADD CONSTRAINT safety_requests_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY safety_requests
    ADD CONSTRAINT safety_requests_pkey PRIMARY KEY (id);

ALTER TABLE ONLY school_breaks
    ADD CONSTRAINT school_breaks_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY school_breaks
    ADD CONSTRAINT school_breaks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY sign_in_attempts
    ADD CONSTRAINT sign_in_attempts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY tracks
    ADD CONSTRAINT tracks_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY tracks
    ADD CONSTRAINT tracks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY triage_objections
    ADD CONSTRAINT triage_objections_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY triage_objections
    ADD CONSTRAINT triage_objections_pkey PRIMARY KEY (id);

ALTER TABLE ONLY union_notes
    ADD CONSTRAINT union_notes_pkey PRIMARY KEY (org_id, matter_id, union_id);

ALTER TABLE ONLY union_slots
    ADD CONSTRAINT union_slots_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY union_slots
    ADD CONSTRAINT union_slots_pkey PRIMARY KEY (id);

ALTER TABLE ONLY unions
    ADD CONSTRAINT unions_name_key UNIQUE (org_id, name);

ALTER TABLE ONLY unions
    ADD CONSTRAINT unions_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY unions
    ADD CONSTRAINT unions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY units
    ADD CONSTRAINT units_code_key UNIQUE (org_id, code);

ALTER TABLE ONLY units
    ADD CONSTRAINT units_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY units
    ADD CONSTRAINT units_pkey PRIMARY KEY (id);

ALTER TABLE ONLY weeded_apts
    ADD CONSTRAINT weeded_apts_pkey PRIMARY KEY (org_id, weeding_id, apt_id);

ALTER TABLE ONLY weedings
    ADD CONSTRAINT weedings_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY weedings
    ADD CONSTRAINT weedings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY year_publications
    ADD CONSTRAINT year_publications_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY year_publications
    ADD CONSTRAINT year_publications_pkey PRIMARY KEY (id);

ALTER TABLE ONLY year_themes
    ADD CONSTRAINT year_themes_org_key UNIQUE (org_id, id);

ALTER TABLE ONLY year_themes
    ADD CONSTRAINT year_themes_pkey PRIMARY KEY (id);

CREATE INDEX actions_followup ON actions USING btree (org_id, followup_id) WHERE (followup_id IS NOT NULL);

CREATE INDEX actions_item ON actions USING btree (org_id, item_id) WHERE (item_id IS NOT NULL);

CREATE INDEX actions_matter ON actions USING btree (org_id, matter_id) WHERE (matter_id IS NOT NULL);

CREATE INDEX actions_meeting ON actions USING btree (org_id, meeting_id) WHERE (meeting_id IS NOT NULL);

CREATE UNIQUE INDEX actions_one_per_risk ON actions USING btree (org_id, matter_id, risk_row) WHERE ((risk_row IS NOT NULL) AND (done_at IS NULL));

CREATE INDEX adjusters_person ON adjusters USING btree (org_id, person_id);

CREATE INDEX agenda_items_deferred ON agenda_items USING btree (org_id, meeting_id) WHERE (status = ANY (ARRAY['tabled'::text, 'planned'::text, 'open'::text]));

CREATE INDEX agenda_items_from ON agenda_items USING btree (org_id, from_item_id) WHERE (from_item_id IS NOT NULL);

CREATE UNIQUE INDEX agenda_items_from_once ON agenda_items USING btree (org_id, meeting_id, from_item_id) WHERE (from_item_id IS NOT NULL);

CREATE INDEX agenda_items_matter ON agenda_items USING btree (org_id, matter_id) WHERE (matter_id IS NOT NULL);

CREATE UNIQUE INDEX agenda_items_matter_once ON agenda_items USING btree (org_id, meeting_id, matter_id) WHERE (matter_id IS NOT NULL);

CREATE INDEX agenda_items_meeting ON agenda_items USING btree (org_id, meeting_id, "position");

CREATE INDEX agenda_items_presenter ON agenda_items USING btree (org_id, presenter_id) WHERE (presenter_id IS NOT NULL);

CREATE INDEX agenda_items_request ON agenda_items USING btree (org_id, request_id) WHERE (request_id IS NOT NULL);

CREATE UNIQUE INDEX agenda_items_request_once ON agenda_items USING btree (org_id, meeting_id, request_id) WHERE (request_id IS NOT NULL);

CREATE INDEX agenda_items_suggestion ON agenda_items USING btree (org_id, suggestion_id) WHERE (suggestion_id IS NOT NULL);

CREATE INDEX agenda_items_track ON agenda_items USING btree (org_id, track_id) WHERE (track_id IS NOT NULL);

CREATE INDEX agenda_suggestions_group ON agenda_suggestions USING btree (org_id, group_id, id) WHERE (status = 'waiting'::text);

CREATE INDEX agenda_suggestions_person ON agenda_suggestions USING btree (org_id, person_id, id);

CREATE INDEX agreement_clauses_text ON agreement_clauses USING btree (org_id, text_id, "position");

CREATE INDEX apt_dialogues_matter ON apt_dialogues USING btree (org_id, matter_id);

CREATE INDEX apt_items_apt ON apt_items USING btree (org_id, apt_id, "position");

CREATE INDEX apt_items_carried ON apt_items USING btree (org_id, carried_from) WHERE (carried_from IS NOT NULL);

CREATE INDEX apt_items_matter ON apt_items USING btree (org_id, matter_id) WHERE (matter_id IS NOT NULL);

CREATE INDEX apt_items_warned ON apt_items USING btree (org_id, outcome_at) WHERE outcome_warned;

CREATE INDEX apt_proposals_item ON apt_proposals USING btree (org_id, item_id) WHERE (item_id IS NOT NULL);

CREATE INDEX apt_proposals_person ON apt_proposals USING btree (org_id, person_id);

CREATE INDEX apt_proposals_unit ON apt_proposals USING btree (org_id, unit_id) WHERE (status = 'waiting'::text);

CREATE INDEX apt_questions_apt ON apt_questions USING btree (org_id, apt_id);

CREATE INDEX apt_sittings_apt ON apt_sittings USING btree (org_id, apt_id);

CREATE INDEX apt_sittings_start ON apt_sittings USING btree (org_id, starts_at);

CREATE INDEX apts_start ON apts USING btree (org_id, starts_at, id);

CREATE INDEX apts_unit ON apts USING btree (org_id, unit_id, starts_at);

CREATE INDEX course_participants_person ON course_participants USING btree (org_id, person_id) WHERE took_part;

CREATE INDEX decisions_material ON decisions USING btree (org_id, matter_id) WHERE (deviation = 'material'::text);

CREATE INDEX decisions_matter ON decisions USING btree (org_id, matter_id);

CREATE INDEX disagreement_steps_item ON disagreement_steps USING btree (org_id, item_id) WHERE (item_id IS NOT NULL);

CREATE INDEX disagreement_steps_matter ON disagreement_steps USING btree (org_id, matter_id);

CREATE UNIQUE INDEX disagreement_steps_once ON disagreement_steps USING btree (org_id, position_id) WHERE (withdrawn_at IS NULL);

CREATE INDEX dispatch_papers_item ON dispatch_papers USING btree (org_id, item_id);

CREATE INDEX dispatch_papers_matter ON dispatch_papers USING btree (org_id, matter_id);

CREATE INDEX dispatch_recipients_dispatch ON dispatch_recipients USING btree (org_id, dispatch_id);

CREATE INDEX dispatches_meeting ON dispatches USING btree (org_id, meeting_id);

CREATE INDEX events_matter ON events USING btree (org_id, matter_id, seq) WHERE (matter_id IS NOT NULL);

CREATE INDEX events_meeting ON events USING btree (org_id, meeting_id, seq) WHERE (meeting_id IS NOT NULL);

CREATE INDEX exceptions_approved ON exceptions USING btree (org_id, decided_at) WHERE approved;

CREATE INDEX exceptions_matter ON exceptions USING btree (org_id, matter_id);

CREATE UNIQUE INDEX exceptions_one_open ON exceptions USING btree (org_id, matter_id) WHERE (decided_at IS NULL);

CREATE UNIQUE INDEX feeds_one_standing ON feeds USING btree (org_id, person_id) WHERE (revoked_at IS NULL);

CREATE INDEX followup_groups_of_group ON followup_groups USING btree (org_id, group_id);

CREATE INDEX followup_measures_entry ON followup_measures USING btree (org_id, entry_id);

CREATE INDEX form_keys_at ON form_keys USING btree (org_id, at);

CREATE INDEX former_agreements_union ON former_agreements USING btree (org_id, union_id);

CREATE INDEX former_looks_until ON former_looks USING btree (org_id, until);

CREATE INDEX group_units_unit ON group_units USING btree (org_id, unit_id);

CREATE INDEX groups_chair ON groups USING btree (org_id, chair_id);

CREATE INDEX introductions_open ON introductions USING btree (org_id, due_on) WHERE ((confirmed_at IS NULL) AND (due_on IS NOT NULL));

CREATE INDEX late_requests_matter ON late_requests USING btree (org_id, matter_id);

CREATE UNIQUE INDEX late_requests_one_open ON late_requests USING btree (org_id, matter_id, union_id) WHERE (answered_at IS NULL);

CREATE INDEX mails_digest ON mails USING btree (org_id, digest_id) WHERE (digest_id IS NOT NULL);

CREATE INDEX mails_newest ON mails USING btree (org_id, id DESC);

CREATE INDEX mails_queued ON mails USING btree (org_id, queued_at);

CREATE INDEX mails_unsettled ON mails USING btree (org_id, state, id DESC) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text, 'failed'::text, 'unclear'::text, 'digest'::text, 'bounced'::text]));

CREATE INDEX mandates_ending ON mandates USING btree (org_id, valid_until) WHERE (valid_until IS NOT NULL);

CREATE INDEX mandates_group ON mandates USING btree (org_id, group_id);

CREATE INDEX mandates_person ON mandates USING btree (org_id, person_id);

CREATE INDEX mandates_unit ON mandates USING btree (org_id, unit_id) WHERE (unit_id IS NOT NULL);

CREATE INDEX matter_checks_matter ON matter_checks USING btree (org_id, matter_id);

CREATE UNIQUE INDEX matter_checks_one_per_risk ON matter_checks USING btree (org_id, matter_id, risk_row) WHERE ((risk_row IS NOT NULL) AND (checked_at IS NULL));

CREATE INDEX matter_corrections_matter ON matter_corrections USING btree (org_id, matter_id);

CREATE INDEX matter_corrections_unread ON matter_corrections USING btree (org_id, id) WHERE (read_at IS NULL);

CREATE INDEX matter_disclosures_matter ON matter_disclosures USING btree (org_id, matter_id);

CREATE INDEX matter_drafts_person ON matter_drafts USING btree (org_id, person_id) WHERE (matter_id IS NULL);

CREATE INDEX matter_feedback_matter ON matter_feedback USING btree (org_id, matter_id);

CREATE INDEX matter_feedback_waiting_group ON matter_feedback USING btree (org_id, group_id) WHERE ((given_at IS NULL) AND (group_id IS NOT NULL));

CREATE INDEX matter_feedback_waiting_unit ON matter_feedback USING btree (org_id, unit_id) WHERE ((given_at IS NULL) AND (unit_id IS NOT NULL));

CREATE INDEX matter_handovers_from ON matter_handovers USING btree (org_id, from_id);

CREATE INDEX matter_handovers_matter ON matter_handovers USING btree (org_id, matter_id);

CREATE UNIQUE INDEX matter_handovers_one_open ON matter_handovers USING btree (org_id, matter_id) WHERE ((accepted_at IS NULL) AND (returned_at IS NULL));

CREATE UNIQUE INDEX matter_stops_one ON matter_stops USING btree (org_id, matter_id) WHERE (lifted_at IS NULL);

CREATE INDEX matter_units_unit ON matter_units USING btree (org_id, unit_id, matter_id);

CREATE INDEX matter_verdicts_early ON matter_verdicts USING btree (org_id) WHERE too_early;

CREATE INDEX matter_verdicts_state ON matter_verdicts USING btree (org_id, state);

CREATE INDEX matters_newest ON matters USING btree (org_id, id DESC);

CREATE INDEX matters_open ON matters USING btree (org_id, planned_decision) WHERE (status = 'open'::text);

CREATE INDEX matters_owner ON matters USING btree (org_id, owner_id, id DESC);

CREATE INDEX matters_search ON matters USING gin (org_id, search);

CREATE INDEX meeting_series_group ON meeting_series USING btree (org_id, group_id) WHERE (group_id IS NOT NULL);

CREATE INDEX meeting_series_unit ON meeting_series USING btree (org_id, unit_id) WHERE (unit_id IS NOT NULL);

CREATE INDEX meetings_ends ON meetings USING btree (org_id, ends_at) WHERE (status <> 'cancelled'::text);

CREATE INDEX meetings_group ON meetings USING btree (org_id, group_id, starts_at DESC, id DESC);

CREATE INDEX meetings_starts ON meetings USING btree (org_id, starts_at, id);

CREATE INDEX minutes_part_adjusters_person ON minutes_part_adjusters USING btree (org_id, person_id);

CREATE INDEX minutes_parts_meeting ON minutes_parts USING btree (org_id, meeting_id);

CREATE UNIQUE INDEX minutes_parts_one_standing ON minutes_parts USING btree (org_id, item_id) WHERE ((kind = 'immediate'::text) AND (status <> 'withdrawn'::text));

CREATE INDEX minutes_remarks_meeting ON minutes_remarks USING btree (org_id, meeting_id);

CREATE INDEX minutes_sent ON minutes USING btree (org_id, due_on) WHERE (status = 'sent'::text);

CREATE INDEX negotiation_entries_track ON negotiation_entries USING btree (org_id, track_id);

CREATE INDEX paper_answers_item ON paper_answers USING btree (org_id, item_id);

CREATE INDEX people_account ON people USING btree (account_id);

CREATE INDEX people_mail_problem ON people USING btree (org_id, id) WHERE (mail_problem <> ''::text);

CREATE INDEX people_search ON people USING gin (org_id, to_tsvector('simple'::regconfig, search_name(name)));

CREATE INDEX people_unit ON people USING btree (org_id, unit_id);

CREATE INDEX planned_dates_group ON planned_dates USING btree (org_id, group_id, starts_at) WHERE (group_id IS NOT NULL);

CREATE INDEX planned_dates_unit ON planned_dates USING btree (org_id, unit_id, starts_at) WHERE (unit_id IS NOT NULL);

CREATE UNIQUE INDEX positions_one_standing ON positions USING btree (org_id, item_id, union_id) WHERE (superseded_at IS NULL);

CREATE INDEX proposal_attachments_attachment ON proposal_attachments USING btree (org_id, attachment_id);

CREATE INDEX raised_questions_group ON raised_questions USING btree (org_id, group_id, id DESC);

CREATE UNIQUE INDEX raised_questions_matter ON raised_questions USING btree (org_id, matter_id) WHERE (matter_id IS NOT NULL);

CREATE INDEX raised_questions_waiting ON raised_questions USING btree (org_id, answer_by) WHERE (status = 'waiting'::text);

CREATE UNIQUE INDEX risk_assessments_one_draft ON risk_assessments USING btree (org_id, matter_id) WHERE (fixed_at IS NULL);

CREATE INDEX risk_participants_person ON risk_participants USING btree (org_id, person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX risk_rows_assessment ON risk_rows USING btree (org_id, assessment_id);

CREATE INDEX safety_requests_group ON safety_requests USING btree (org_id, group_id) WHERE committee;

CREATE INDEX safety_requests_person ON safety_requests USING btree (org_id, person_id);

CREATE INDEX safety_requests_unanswered ON safety_requests USING btree (org_id, due_on) WHERE (answered_at IS NULL);

CREATE INDEX safety_requests_unit ON safety_requests USING btree (org_id, unit_id);

CREATE INDEX school_breaks_first ON school_breaks USING btree (org_id, first_on);

CREATE INDEX sessions_account ON sessions USING btree (account_id);

CREATE INDEX sessions_person ON sessions USING btree (org_id, person_id);

CREATE INDEX sign_in_attempts_key ON sign_in_attempts USING btree (key, at);

CREATE INDEX tasks_action ON tasks USING btree (org_id, action_id) WHERE (action_id IS NOT NULL);

CREATE INDEX tasks_apt ON tasks USING btree (org_id, apt_id) WHERE (apt_id IS NOT NULL);

CREATE INDEX tasks_item ON tasks USING btree (org_id, item_id) WHERE (item_id IS NOT NULL);

CREATE INDEX tasks_matter ON tasks USING btree (org_id, matter_id) WHERE (matter_id IS NOT NULL);

CREATE INDEX tasks_meeting ON tasks USING btree (org_id, meeting_id) WHERE (meeting_id IS NOT NULL);

CREATE INDEX tasks_open ON tasks USING btree (org_id, person_id, due_on, id) WHERE (done_at IS NULL);

CREATE INDEX tasks_request ON tasks USING btree (org_id, request_id) WHERE (request_id IS NOT NULL);

CREATE INDEX tasks_suggestion ON tasks USING btree (org_id, suggestion_id) WHERE (suggestion_id IS NOT NULL);

CREATE INDEX tracks_group ON tracks USING btree (org_id, group_id, matter_id) WHERE (group_id IS NOT NULL);

CREATE INDEX tracks_matter ON tracks USING btree (org_id, matter_id);

CREATE UNIQUE INDEX tracks_one_open_per_union ON tracks USING btree (org_id, matter_id, kind, union_id) WHERE ((union_id IS NOT NULL) AND (closed_at IS NULL));

CREATE UNIQUE INDEX tracks_one_per_group ON tracks USING btree (org_id, matter_id, group_id) WHERE (group_id IS NOT NULL);

CREATE INDEX triage_objections_matter ON triage_objections USING btree (org_id, matter_id);

CREATE INDEX union_slots_person ON union_slots USING btree (org_id, person_id);

CREATE INDEX units_ancestors ON units USING gin (ancestors);

CREATE INDEX units_manager ON units USING btree (org_id, manager_id);

CREATE INDEX units_parent ON units USING btree (org_id, parent_id);

CREATE INDEX weeded_apts_apt ON weeded_apts USING btree (org_id, apt_id);

CREATE UNIQUE INDEX weedings_one_open ON weedings USING btree (org_id, kind) WHERE (outcome IS NULL);

CREATE INDEX year_themes_group ON year_themes USING btree (org_id, group_id) WHERE (group_id IS NOT NULL);

CREATE UNIQUE INDEX year_themes_once ON year_themes USING btree (org_id, COALESCE(group_id, (0)::bigint), COALESCE(unit_id, (0)::bigint), month, lower(title));

CREATE INDEX year_themes_unit ON year_themes USING btree (org_id, unit_id) WHERE (unit_id IS NOT NULL);

CREATE TRIGGER adjusters_gate BEFORE INSERT OR DELETE OR UPDATE ON adjusters FOR EACH ROW EXECUTE FUNCTION adjusters_gate();

CREATE TRIGGER agenda_items_frozen BEFORE UPDATE OF note ON agenda_items FOR EACH ROW WHEN ((old.note IS DISTINCT FROM new.note)) EXECUTE FUNCTION agenda_items_frozen();

CREATE TRIGGER apt_span AFTER INSERT OR UPDATE OF starts_at, ends_at, status ON apt_sittings FOR EACH ROW EXECUTE FUNCTION apt_span();

CREATE TRIGGER decisions_gate BEFORE INSERT OR UPDATE ON decisions FOR EACH ROW EXECUTE FUNCTION decisions_gate();

CREATE TRIGGER events_append_only BEFORE DELETE OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION events_refuse();

CREATE TRIGGER events_chain BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION events_chain();

CREATE TRIGGER events_mark AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION events_mark();

CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION events_refuse();

CREATE TRIGGER former_agreements AFTER UPDATE OF agreement_from ON unions FOR EACH ROW WHEN ((new.agreement_from > old.agreement_until)) EXECUTE FUNCTION former_agreements();

CREATE TRIGGER matters_search BEFORE INSERT OR UPDATE OF number, title, purpose ON matters FOR EACH ROW EXECUTE FUNCTION matters_search();

CREATE TRIGGER minutes_immutable BEFORE DELETE OR UPDATE ON minutes FOR EACH ROW EXECUTE FUNCTION minutes_immutable();

CREATE TRIGGER minutes_part_adjusters_gate BEFORE INSERT OR DELETE OR UPDATE ON minutes_part_adjusters FOR EACH ROW EXECUTE FUNCTION minutes_part_adjusters_gate();

CREATE TRIGGER minutes_parts_gate BEFORE DELETE OR UPDATE ON minutes_parts FOR EACH ROW EXECUTE FUNCTION minutes_parts_gate();

CREATE TRIGGER people_new_address BEFORE UPDATE OF email ON people FOR EACH ROW EXECUTE FUNCTION people_new_address();

CREATE TRIGGER risk_assessments_fixed BEFORE DELETE OR UPDATE ON risk_assessments FOR EACH ROW EXECUTE FUNCTION risk_version_fixed();

CREATE TRIGGER risk_participants_fixed BEFORE INSERT OR DELETE OR UPDATE ON risk_participants FOR EACH ROW EXECUTE FUNCTION risk_fixed();

CREATE TRIGGER risk_rows_fixed BEFORE INSERT OR DELETE OR UPDATE ON risk_rows FOR EACH ROW EXECUTE FUNCTION risk_fixed();

CREATE TRIGGER safety_request_placed BEFORE DELETE ON agenda_items FOR EACH ROW WHEN ((old.request_id IS NOT NULL)) EXECUTE FUNCTION safety_request_placed();

CREATE TRIGGER verdicts_forget AFTER INSERT OR DELETE OR UPDATE ON agreements FOR EACH STATEMENT EXECUTE FUNCTION verdicts_forget();

CREATE TRIGGER verdicts_forget AFTER INSERT OR DELETE OR UPDATE ON arrangements FOR EACH STATEMENT EXECUTE FUNCTION verdicts_forget();

CREATE TRIGGER verdicts_forget AFTER INSERT OR DELETE OR UPDATE ON groups FOR EACH STATEMENT EXECUTE FUNCTION verdicts_forget();

CREATE TRIGGER verdicts_forget AFTER INSERT OR DELETE OR UPDATE ON mandates FOR EACH STATEMENT EXECUTE FUNCTION verdicts_forget();

CREATE TRIGGER verdicts_forget AFTER INSERT OR DELETE OR UPDATE ON unions FOR EACH STATEMENT EXECUTE FUNCTION verdicts_forget();

CREATE TRIGGER weedings_stay BEFORE UPDATE ON weedings FOR EACH ROW EXECUTE FUNCTION weedings_stay();

ALTER TABLE ONLY actions
    ADD CONSTRAINT actions_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT actions_doer_fkey FOREIGN KEY (org_id, done_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT actions_first_person_fkey FOREIGN KEY (org_id, first_person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT actions_followup_fkey FOREIGN KEY (org_id, followup_id) REFERENCES followup_groups(org_id, id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT actions_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items(org_id, id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT actions_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT actions_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings(org_id, id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT actions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY actions
    ADD CONSTRAINT actions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY adjusters
    ADD CONSTRAINT adjusters_minutes_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES minutes(org_id, meeting_id);

ALTER TABLE ONLY adjusters
    ADD CONSTRAINT adjusters_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY adjusters
    ADD CONSTRAINT adjusters_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY adjusters
    ADD CONSTRAINT adjusters_replaces_fkey FOREIGN KEY (org_id, replaces_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_alone_by_fkey FOREIGN KEY (org_id, alone_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_alone_confirmed_by_fkey FOREIGN KEY (org_id, alone_confirmed_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_concluder_fkey FOREIGN KEY (org_id, concluded_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_from_fkey FOREIGN KEY (org_id, from_item_id) REFERENCES agenda_items(org_id, id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings(org_id, id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_presenter_fkey FOREIGN KEY (org_id, presenter_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_request_fkey FOREIGN KEY (org_id, request_id) REFERENCES safety_requests(org_id, id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_suggestion_fkey FOREIGN KEY (org_id, suggestion_id) REFERENCES agenda_suggestions(org_id, id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_together_fkey FOREIGN KEY (org_id, together_id) REFERENCES agenda_items(org_id, id) ON DELETE SET NULL (together_id);

ALTER TABLE ONLY agenda_items
    ADD CONSTRAINT agenda_items_track_fkey FOREIGN KEY (org_id, track_id) REFERENCES tracks(org_id, id);

ALTER TABLE ONLY agenda_suggestions
    ADD CONSTRAINT agenda_suggestions_answerer_fkey FOREIGN KEY (org_id, answered_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY agenda_suggestions
    ADD CONSTRAINT agenda_suggestions_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY agenda_suggestions
    ADD CONSTRAINT agenda_suggestions_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY agenda_suggestions
    ADD CONSTRAINT agenda_suggestions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY agenda_suggestions
    ADD CONSTRAINT agenda_suggestions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY agenda_suggestions
    ADD CONSTRAINT agenda_suggestions_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY agenda_template_items
    ADD CONSTRAINT agenda_template_items_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY agenda_template_items
    ADD CONSTRAINT agenda_template_items_template_fkey FOREIGN KEY (org_id, group_id) REFERENCES agenda_templates(org_id, group_id);

ALTER TABLE ONLY agenda_templates
    ADD CONSTRAINT agenda_templates_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY agenda_templates
    ADD CONSTRAINT agenda_templates_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY agenda_templates
    ADD CONSTRAINT agenda_templates_saver_fkey FOREIGN KEY (org_id, saved_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY agreement_changes
    ADD CONSTRAINT agreement_changes_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY agreement_changes
    ADD CONSTRAINT agreement_changes_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY agreement_changes
    ADD CONSTRAINT agreement_changes_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY agreement_changes
    ADD CONSTRAINT agreement_changes_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY agreement_clauses
    ADD CONSTRAINT agreement_clauses_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY agreement_clauses
    ADD CONSTRAINT agreement_clauses_text_fkey FOREIGN KEY (org_id, text_id) REFERENCES agreement_texts(org_id, id);

ALTER TABLE ONLY agreement_texts
    ADD CONSTRAINT agreement_texts_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY agreement_texts
    ADD CONSTRAINT agreement_texts_person_fkey FOREIGN KEY (org_id, created_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY agreements
    ADD CONSTRAINT agreements_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY apt_dialogues
    ADD CONSTRAINT apt_dialogues_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts(org_id, id);

ALTER TABLE ONLY apt_dialogues
    ADD CONSTRAINT apt_dialogues_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY apt_dialogues
    ADD CONSTRAINT apt_dialogues_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY apt_dialogues
    ADD CONSTRAINT apt_dialogues_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY apt_dialogues
    ADD CONSTRAINT apt_dialogues_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY apt_items
    ADD CONSTRAINT apt_items_about_fkey FOREIGN KEY (org_id, about_matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY apt_items
    ADD CONSTRAINT apt_items_answer_fkey FOREIGN KEY (org_id, answer_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY apt_items
    ADD CONSTRAINT apt_items_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts(org_id, id);

ALTER TABLE ONLY apt_items
    ADD CONSTRAINT apt_items_carried_fkey FOREIGN KEY (org_id, carried_from) REFERENCES apt_items(org_id, id);

ALTER TABLE ONLY apt_items
    ADD CONSTRAINT apt_items_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY apt_items
    ADD CONSTRAINT apt_items_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY apt_marks
    ADD CONSTRAINT apt_marks_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts(org_id, id);

ALTER TABLE ONLY apt_marks
    ADD CONSTRAINT apt_marks_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY apt_marks
    ADD CONSTRAINT apt_marks_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY apt_notes
    ADD CONSTRAINT apt_notes_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES apt_items(org_id, id);

ALTER TABLE ONLY apt_notes
    ADD CONSTRAINT apt_notes_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY apt_notes
    ADD CONSTRAINT apt_notes_sitting_fkey FOREIGN KEY (org_id, sitting_id) REFERENCES apt_sittings(org_id, id);

ALTER TABLE ONLY apt_proposals
    ADD CONSTRAINT apt_proposals_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts(org_id, id);

ALTER TABLE ONLY apt_proposals
    ADD CONSTRAINT apt_proposals_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES apt_items(org_id, id) ON DELETE SET NULL (item_id);

ALTER TABLE ONLY apt_proposals
    ADD CONSTRAINT apt_proposals_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY apt_proposals
    ADD CONSTRAINT apt_proposals_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY apt_proposals
    ADD CONSTRAINT apt_proposals_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY apt_questions
    ADD CONSTRAINT apt_questions_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts(org_id, id);

ALTER TABLE ONLY apt_questions
    ADD CONSTRAINT apt_questions_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES apt_items(org_id, id);

ALTER TABLE ONLY apt_questions
    ADD CONSTRAINT apt_questions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY apt_sittings
    ADD CONSTRAINT apt_sittings_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts(org_id, id);

ALTER TABLE ONLY apt_sittings
    ADD CONSTRAINT apt_sittings_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY apt_sittings
    ADD CONSTRAINT apt_sittings_writer_fkey FOREIGN KEY (org_id, writer_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY apt_writers
    ADD CONSTRAINT apt_writers_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts(org_id, id);

ALTER TABLE ONLY apt_writers
    ADD CONSTRAINT apt_writers_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY apt_writers
    ADD CONSTRAINT apt_writers_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY apts
    ADD CONSTRAINT apts_lead_fkey FOREIGN KEY (org_id, lead_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY apts
    ADD CONSTRAINT apts_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY apts
    ADD CONSTRAINT apts_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY arrangements
    ADD CONSTRAINT arrangements_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY arrangements
    ADD CONSTRAINT arrangements_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY arrangements
    ADD CONSTRAINT arrangements_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY attachment_contents
    ADD CONSTRAINT attachment_contents_attachment_fkey FOREIGN KEY (org_id, attachment_id) REFERENCES attachments(org_id, id);

ALTER TABLE ONLY attachment_contents
    ADD CONSTRAINT attachment_contents_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY attachments
    ADD CONSTRAINT attachments_adder_fkey FOREIGN KEY (org_id, added_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY attachments
    ADD CONSTRAINT attachments_eraser_fkey FOREIGN KEY (org_id, erased_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY attachments
    ADD CONSTRAINT attachments_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY attachments
    ADD CONSTRAINT attachments_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY attendances
    ADD CONSTRAINT attendances_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings(org_id, id);

ALTER TABLE ONLY attendances
    ADD CONSTRAINT attendances_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY attendances
    ADD CONSTRAINT attendances_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY attendances
    ADD CONSTRAINT attendances_replaces_fkey FOREIGN KEY (org_id, replaces_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY course_occasions
    ADD CONSTRAINT course_occasions_course_fkey FOREIGN KEY (org_id, course_id) REFERENCES courses(org_id, id);

ALTER TABLE ONLY course_occasions
    ADD CONSTRAINT course_occasions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY course_participants
    ADD CONSTRAINT course_participants_occasion_fkey FOREIGN KEY (org_id, occasion_id) REFERENCES course_occasions(org_id, id);

ALTER TABLE ONLY course_participants
    ADD CONSTRAINT course_participants_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY course_participants
    ADD CONSTRAINT course_participants_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY courses
    ADD CONSTRAINT courses_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY courses
    ADD CONSTRAINT courses_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY courses
    ADD CONSTRAINT courses_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY decisions
    ADD CONSTRAINT decisions_exception_fkey FOREIGN KEY (org_id, exception_id) REFERENCES exceptions(org_id, id);

ALTER TABLE ONLY decisions
    ADD CONSTRAINT decisions_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY decisions
    ADD CONSTRAINT decisions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY decisions
    ADD CONSTRAINT decisions_proposal_fkey FOREIGN KEY (org_id, matter_id, proposal_id) REFERENCES proposals(org_id, matter_id, id);

ALTER TABLE ONLY decisions
    ADD CONSTRAINT decisions_recorder_fkey FOREIGN KEY (org_id, recorded_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY disagreement_steps
    ADD CONSTRAINT disagreement_steps_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items(org_id, id);

ALTER TABLE ONLY disagreement_steps
    ADD CONSTRAINT disagreement_steps_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY disagreement_steps
    ADD CONSTRAINT disagreement_steps_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY disagreement_steps
    ADD CONSTRAINT disagreement_steps_position_fkey FOREIGN KEY (org_id, position_id) REFERENCES positions(org_id, id);

ALTER TABLE ONLY disagreement_steps
    ADD CONSTRAINT disagreement_steps_requester_fkey FOREIGN KEY (org_id, requested_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY disagreement_steps
    ADD CONSTRAINT disagreement_steps_track_fkey FOREIGN KEY (org_id, track_id) REFERENCES tracks(org_id, id);

ALTER TABLE ONLY disagreement_steps
    ADD CONSTRAINT disagreement_steps_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY dispatch_papers
    ADD CONSTRAINT dispatch_papers_dispatch_fkey FOREIGN KEY (org_id, dispatch_id) REFERENCES dispatches(org_id, id);

ALTER TABLE ONLY dispatch_papers
    ADD CONSTRAINT dispatch_papers_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items(org_id, id);

ALTER TABLE ONLY dispatch_papers
    ADD CONSTRAINT dispatch_papers_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY dispatch_papers
    ADD CONSTRAINT dispatch_papers_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY dispatch_recipients
    ADD CONSTRAINT dispatch_recipients_dispatch_fkey FOREIGN KEY (org_id, dispatch_id) REFERENCES dispatches(org_id, id);

ALTER TABLE ONLY dispatch_recipients
    ADD CONSTRAINT dispatch_recipients_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY dispatch_recipients
    ADD CONSTRAINT dispatch_recipients_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY dispatch_recipients
    ADD CONSTRAINT dispatch_recipients_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY dispatches
    ADD CONSTRAINT dispatches_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings(org_id, id);

ALTER TABLE ONLY dispatches
    ADD CONSTRAINT dispatches_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY dispatches
    ADD CONSTRAINT dispatches_sender_fkey FOREIGN KEY (org_id, sent_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY editorial_objections
    ADD CONSTRAINT editorial_objections_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY editorial_objections
    ADD CONSTRAINT editorial_objections_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY editorial_objections
    ADD CONSTRAINT editorial_objections_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES proposals(org_id, id);

ALTER TABLE ONLY editorial_objections
    ADD CONSTRAINT editorial_objections_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY event_heads
    ADD CONSTRAINT event_heads_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY event_texts
    ADD CONSTRAINT event_texts_event_fkey FOREIGN KEY (org_id, seq) REFERENCES events(org_id, seq);

ALTER TABLE ONLY event_texts
    ADD CONSTRAINT event_texts_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY events
    ADD CONSTRAINT events_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY exceptions
    ADD CONSTRAINT exceptions_decider_fkey FOREIGN KEY (org_id, decided_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY exceptions
    ADD CONSTRAINT exceptions_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY exceptions
    ADD CONSTRAINT exceptions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY exceptions
    ADD CONSTRAINT exceptions_requester_fkey FOREIGN KEY (org_id, requested_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY extra_consents
    ADD CONSTRAINT extra_consents_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings(org_id, id);

ALTER TABLE ONLY extra_consents
    ADD CONSTRAINT extra_consents_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY extra_consents
    ADD CONSTRAINT extra_consents_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY extra_consents
    ADD CONSTRAINT extra_consents_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY feeds
    ADD CONSTRAINT feeds_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY feeds
    ADD CONSTRAINT feeds_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY followup_answers
    ADD CONSTRAINT followup_answers_entry_fkey FOREIGN KEY (org_id, entry_id) REFERENCES followup_groups(org_id, id);

ALTER TABLE ONLY followup_answers
    ADD CONSTRAINT followup_answers_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY followup_answers
    ADD CONSTRAINT followup_answers_person_fkey FOREIGN KEY (org_id, written_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY followup_approvals
    ADD CONSTRAINT followup_approvals_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY followup_approvals
    ADD CONSTRAINT followup_approvals_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY followup_approvals
    ADD CONSTRAINT followup_approvals_round_fkey FOREIGN KEY (org_id, round_id) REFERENCES followup_rounds(org_id, id);

ALTER TABLE ONLY followup_approvals
    ADD CONSTRAINT followup_approvals_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY followup_groups
    ADD CONSTRAINT followup_groups_employer_fkey FOREIGN KEY (org_id, employer_visitor_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY followup_groups
    ADD CONSTRAINT followup_groups_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY followup_groups
    ADD CONSTRAINT followup_groups_joint_fkey FOREIGN KEY (org_id, joint_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY followup_groups
    ADD CONSTRAINT followup_groups_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY followup_groups
    ADD CONSTRAINT followup_groups_round_fkey FOREIGN KEY (org_id, round_id) REFERENCES followup_rounds(org_id, id);

ALTER TABLE ONLY followup_groups
    ADD CONSTRAINT followup_groups_union_fkey FOREIGN KEY (org_id, union_visitor_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY followup_measures
    ADD CONSTRAINT followup_measures_action_fkey FOREIGN KEY (org_id, action_id) REFERENCES actions(org_id, id);

ALTER TABLE ONLY followup_measures
    ADD CONSTRAINT followup_measures_entry_fkey FOREIGN KEY (org_id, entry_id) REFERENCES followup_groups(org_id, id);

ALTER TABLE ONLY followup_measures
    ADD CONSTRAINT followup_measures_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY followup_measures
    ADD CONSTRAINT followup_measures_person_fkey FOREIGN KEY (org_id, created_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY followup_rounds
    ADD CONSTRAINT followup_rounds_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY followup_rounds
    ADD CONSTRAINT followup_rounds_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY followup_rounds
    ADD CONSTRAINT followup_rounds_person_fkey FOREIGN KEY (org_id, started_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY form_keys
    ADD CONSTRAINT form_keys_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY form_keys
    ADD CONSTRAINT form_keys_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY former_agreements
    ADD CONSTRAINT former_agreements_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY former_agreements
    ADD CONSTRAINT former_agreements_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY former_looks
    ADD CONSTRAINT former_looks_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY group_units
    ADD CONSTRAINT group_units_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY group_units
    ADD CONSTRAINT group_units_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY group_units
    ADD CONSTRAINT group_units_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY groups
    ADD CONSTRAINT groups_chair_fkey FOREIGN KEY (org_id, chair_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY groups
    ADD CONSTRAINT groups_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY groups
    ADD CONSTRAINT groups_parent_fkey FOREIGN KEY (org_id, parent_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY groups
    ADD CONSTRAINT groups_successor_fkey FOREIGN KEY (org_id, successor_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY help_texts
    ADD CONSTRAINT help_texts_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY help_texts
    ADD CONSTRAINT help_texts_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY import_mappings
    ADD CONSTRAINT import_mappings_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY imports
    ADD CONSTRAINT imports_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY imports
    ADD CONSTRAINT imports_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY introductions
    ADD CONSTRAINT introductions_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY introductions
    ADD CONSTRAINT introductions_hr_fkey FOREIGN KEY (org_id, walked_hr_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY introductions
    ADD CONSTRAINT introductions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY introductions
    ADD CONSTRAINT introductions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY introductions
    ADD CONSTRAINT introductions_rep_fkey FOREIGN KEY (org_id, walked_rep_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY introductions
    ADD CONSTRAINT introductions_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY late_requests
    ADD CONSTRAINT late_requests_answerer_fkey FOREIGN KEY (org_id, answered_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY late_requests
    ADD CONSTRAINT late_requests_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY late_requests
    ADD CONSTRAINT late_requests_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY late_requests
    ADD CONSTRAINT late_requests_requester_fkey FOREIGN KEY (org_id, requested_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY late_requests
    ADD CONSTRAINT late_requests_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY mail_settings
    ADD CONSTRAINT mail_settings_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY mail_settings
    ADD CONSTRAINT mail_settings_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts(org_id, id);

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_digest_fkey FOREIGN KEY (org_id, digest_id) REFERENCES mails(org_id, id) ON DELETE SET NULL (digest_id);

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings(org_id, id);

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY mandates
    ADD CONSTRAINT mandates_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY mandates
    ADD CONSTRAINT mandates_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY mandates
    ADD CONSTRAINT mandates_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY mandates
    ADD CONSTRAINT mandates_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY mandates
    ADD CONSTRAINT mandates_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY matter_checks
    ADD CONSTRAINT matter_checks_checker_fkey FOREIGN KEY (org_id, checked_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_checks
    ADD CONSTRAINT matter_checks_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY matter_checks
    ADD CONSTRAINT matter_checks_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matter_checks
    ADD CONSTRAINT matter_checks_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_corrections
    ADD CONSTRAINT matter_corrections_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY matter_corrections
    ADD CONSTRAINT matter_corrections_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matter_corrections
    ADD CONSTRAINT matter_corrections_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_corrections
    ADD CONSTRAINT matter_corrections_reader_fkey FOREIGN KEY (org_id, read_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_disclosures
    ADD CONSTRAINT matter_disclosures_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY matter_disclosures
    ADD CONSTRAINT matter_disclosures_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matter_disclosures
    ADD CONSTRAINT matter_disclosures_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_drafts
    ADD CONSTRAINT matter_drafts_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY matter_drafts
    ADD CONSTRAINT matter_drafts_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matter_drafts
    ADD CONSTRAINT matter_drafts_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_feedback
    ADD CONSTRAINT matter_feedback_giver_fkey FOREIGN KEY (org_id, given_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_feedback
    ADD CONSTRAINT matter_feedback_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY matter_feedback
    ADD CONSTRAINT matter_feedback_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY matter_feedback
    ADD CONSTRAINT matter_feedback_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matter_feedback
    ADD CONSTRAINT matter_feedback_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_feedback
    ADD CONSTRAINT matter_feedback_to_fkey FOREIGN KEY (org_id, to_person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_feedback
    ADD CONSTRAINT matter_feedback_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY matter_handovers
    ADD CONSTRAINT matter_handovers_from_fkey FOREIGN KEY (org_id, from_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_handovers
    ADD CONSTRAINT matter_handovers_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY matter_handovers
    ADD CONSTRAINT matter_handovers_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matter_handovers
    ADD CONSTRAINT matter_handovers_returner_fkey FOREIGN KEY (org_id, returned_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_handovers
    ADD CONSTRAINT matter_handovers_to_fkey FOREIGN KEY (org_id, to_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_marks
    ADD CONSTRAINT matter_marks_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matter_steps
    ADD CONSTRAINT matter_steps_doer_fkey FOREIGN KEY (org_id, done_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_steps
    ADD CONSTRAINT matter_steps_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY matter_steps
    ADD CONSTRAINT matter_steps_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY matter_steps
    ADD CONSTRAINT matter_steps_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matter_stops
    ADD CONSTRAINT matter_stops_lifter_fkey FOREIGN KEY (org_id, lifted_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_stops
    ADD CONSTRAINT matter_stops_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY matter_stops
    ADD CONSTRAINT matter_stops_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matter_stops
    ADD CONSTRAINT matter_stops_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY matter_triages
    ADD CONSTRAINT matter_triages_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY matter_triages
    ADD CONSTRAINT matter_triages_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matter_units
    ADD CONSTRAINT matter_units_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY matter_units
    ADD CONSTRAINT matter_units_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matter_units
    ADD CONSTRAINT matter_units_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY matter_verdicts
    ADD CONSTRAINT matter_verdicts_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY matter_verdicts
    ADD CONSTRAINT matter_verdicts_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matters
    ADD CONSTRAINT matters_agreement_fkey FOREIGN KEY (org_id, agreement_id) REFERENCES agreements(org_id, id);

ALTER TABLE ONLY matters
    ADD CONSTRAINT matters_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY matters
    ADD CONSTRAINT matters_owner_fkey FOREIGN KEY (org_id, owner_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY meeting_series
    ADD CONSTRAINT meeting_series_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY meeting_series
    ADD CONSTRAINT meeting_series_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY meeting_series
    ADD CONSTRAINT meeting_series_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY meeting_series
    ADD CONSTRAINT meeting_series_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY meetings
    ADD CONSTRAINT meetings_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY meetings
    ADD CONSTRAINT meetings_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY meetings
    ADD CONSTRAINT meetings_moved_fkey FOREIGN KEY (org_id, moved_to) REFERENCES meetings(org_id, id);

ALTER TABLE ONLY meetings
    ADD CONSTRAINT meetings_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY meetings
    ADD CONSTRAINT meetings_writer_fkey FOREIGN KEY (org_id, writer_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY minutes_disclosures
    ADD CONSTRAINT minutes_disclosures_minutes_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES minutes(org_id, meeting_id);

ALTER TABLE ONLY minutes_disclosures
    ADD CONSTRAINT minutes_disclosures_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY minutes_disclosures
    ADD CONSTRAINT minutes_disclosures_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY minutes
    ADD CONSTRAINT minutes_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings(org_id, id);

ALTER TABLE ONLY minutes
    ADD CONSTRAINT minutes_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY minutes_part_adjusters
    ADD CONSTRAINT minutes_part_adjusters_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY minutes_part_adjusters
    ADD CONSTRAINT minutes_part_adjusters_part_fkey FOREIGN KEY (org_id, part_id) REFERENCES minutes_parts(org_id, id);

ALTER TABLE ONLY minutes_part_adjusters
    ADD CONSTRAINT minutes_part_adjusters_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY minutes_part_adjusters
    ADD CONSTRAINT minutes_part_adjusters_replaces_fkey FOREIGN KEY (org_id, replaces_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY minutes_parts
    ADD CONSTRAINT minutes_parts_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items(org_id, id);

ALTER TABLE ONLY minutes_parts
    ADD CONSTRAINT minutes_parts_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings(org_id, id);

ALTER TABLE ONLY minutes_parts
    ADD CONSTRAINT minutes_parts_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY minutes_parts
    ADD CONSTRAINT minutes_parts_proposer_fkey FOREIGN KEY (org_id, proposed_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY minutes_reads
    ADD CONSTRAINT minutes_reads_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY minutes_reads
    ADD CONSTRAINT minutes_reads_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY minutes_reads
    ADD CONSTRAINT minutes_reads_version_fkey FOREIGN KEY (org_id, meeting_id, version) REFERENCES minutes_versions(org_id, meeting_id, version);

ALTER TABLE ONLY minutes_remarks
    ADD CONSTRAINT minutes_remarks_answerer_fkey FOREIGN KEY (org_id, answered_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY minutes_remarks
    ADD CONSTRAINT minutes_remarks_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items(org_id, id);

ALTER TABLE ONLY minutes_remarks
    ADD CONSTRAINT minutes_remarks_minutes_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES minutes(org_id, meeting_id);

ALTER TABLE ONLY minutes_remarks
    ADD CONSTRAINT minutes_remarks_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY minutes_remarks
    ADD CONSTRAINT minutes_remarks_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY minutes_versions
    ADD CONSTRAINT minutes_versions_minutes_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES minutes(org_id, meeting_id);

ALTER TABLE ONLY minutes_versions
    ADD CONSTRAINT minutes_versions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY minutes_writers
    ADD CONSTRAINT minutes_writers_by_fkey FOREIGN KEY (org_id, let_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY minutes_writers
    ADD CONSTRAINT minutes_writers_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings(org_id, id);

ALTER TABLE ONLY minutes_writers
    ADD CONSTRAINT minutes_writers_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY minutes_writers
    ADD CONSTRAINT minutes_writers_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY mornings
    ADD CONSTRAINT mornings_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY negotiation_entries
    ADD CONSTRAINT negotiation_entries_author_fkey FOREIGN KEY (org_id, author_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY negotiation_entries
    ADD CONSTRAINT negotiation_entries_corrects_fkey FOREIGN KEY (org_id, track_id, corrects_id) REFERENCES negotiation_entries(org_id, track_id, id);

ALTER TABLE ONLY negotiation_entries
    ADD CONSTRAINT negotiation_entries_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY negotiation_entries
    ADD CONSTRAINT negotiation_entries_track_fkey FOREIGN KEY (org_id, track_id) REFERENCES tracks(org_id, id);

ALTER TABLE ONLY note_drafts
    ADD CONSTRAINT note_drafts_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY note_drafts
    ADD CONSTRAINT note_drafts_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY note_drafts
    ADD CONSTRAINT note_drafts_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY paper_answers
    ADD CONSTRAINT paper_answers_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items(org_id, id);

ALTER TABLE ONLY paper_answers
    ADD CONSTRAINT paper_answers_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY paper_answers
    ADD CONSTRAINT paper_answers_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY paper_answers
    ADD CONSTRAINT paper_answers_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY password_resets
    ADD CONSTRAINT password_resets_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY people
    ADD CONSTRAINT people_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);

ALTER TABLE ONLY people
    ADD CONSTRAINT people_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY people
    ADD CONSTRAINT people_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY phrases
    ADD CONSTRAINT phrases_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY plan_agreement_unions
    ADD CONSTRAINT plan_agreement_unions_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY plan_agreement_unions
    ADD CONSTRAINT plan_agreement_unions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY plan_agreement_unions
    ADD CONSTRAINT plan_agreement_unions_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY plan_agreements
    ADD CONSTRAINT plan_agreements_concluder_fkey FOREIGN KEY (org_id, concluder_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY plan_agreements
    ADD CONSTRAINT plan_agreements_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY plan_agreements
    ADD CONSTRAINT plan_agreements_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY plan_agreements
    ADD CONSTRAINT plan_agreements_recorder_fkey FOREIGN KEY (org_id, recorded_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY planned_dates
    ADD CONSTRAINT planned_dates_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts(org_id, id);

ALTER TABLE ONLY planned_dates
    ADD CONSTRAINT planned_dates_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY planned_dates
    ADD CONSTRAINT planned_dates_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings(org_id, id);

ALTER TABLE ONLY planned_dates
    ADD CONSTRAINT planned_dates_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY planned_dates
    ADD CONSTRAINT planned_dates_publication_fkey FOREIGN KEY (org_id, publication_id) REFERENCES year_publications(org_id, id);

ALTER TABLE ONLY planned_dates
    ADD CONSTRAINT planned_dates_series_fkey FOREIGN KEY (org_id, series_id) REFERENCES meeting_series(org_id, id) ON DELETE SET NULL (series_id);

ALTER TABLE ONLY planned_dates
    ADD CONSTRAINT planned_dates_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY positions
    ADD CONSTRAINT positions_confirmer_fkey FOREIGN KEY (org_id, confirmed_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY positions
    ADD CONSTRAINT positions_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items(org_id, id);

ALTER TABLE ONLY positions
    ADD CONSTRAINT positions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY positions
    ADD CONSTRAINT positions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY positions
    ADD CONSTRAINT positions_recorder_fkey FOREIGN KEY (org_id, recorded_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY positions
    ADD CONSTRAINT positions_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY positions
    ADD CONSTRAINT positions_waiver_fkey FOREIGN KEY (org_id, waived_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY process_templates
    ADD CONSTRAINT process_templates_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY process_templates
    ADD CONSTRAINT process_templates_editor_fkey FOREIGN KEY (org_id, updated_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY process_templates
    ADD CONSTRAINT process_templates_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY proposal_attachments
    ADD CONSTRAINT proposal_attachments_attachment_fkey FOREIGN KEY (org_id, attachment_id) REFERENCES attachments(org_id, id);

ALTER TABLE ONLY proposal_attachments
    ADD CONSTRAINT proposal_attachments_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY proposal_attachments
    ADD CONSTRAINT proposal_attachments_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES proposals(org_id, id);

ALTER TABLE ONLY proposals
    ADD CONSTRAINT proposals_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY proposals
    ADD CONSTRAINT proposals_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY proposals
    ADD CONSTRAINT proposals_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY raised_questions
    ADD CONSTRAINT raised_questions_answered_fkey FOREIGN KEY (org_id, answered_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY raised_questions
    ADD CONSTRAINT raised_questions_answerer_fkey FOREIGN KEY (org_id, answerer_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY raised_questions
    ADD CONSTRAINT raised_questions_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY raised_questions
    ADD CONSTRAINT raised_questions_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY raised_questions
    ADD CONSTRAINT raised_questions_negotiator_fkey FOREIGN KEY (org_id, negotiated_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY raised_questions
    ADD CONSTRAINT raised_questions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY raised_questions
    ADD CONSTRAINT raised_questions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY raised_questions
    ADD CONSTRAINT raised_questions_requester_fkey FOREIGN KEY (org_id, requested_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY raised_questions
    ADD CONSTRAINT raised_questions_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY raised_questions
    ADD CONSTRAINT raised_questions_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY retention_rules
    ADD CONSTRAINT retention_rules_changer_fkey FOREIGN KEY (org_id, changed_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY retention_rules
    ADD CONSTRAINT retention_rules_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY risk_assessments
    ADD CONSTRAINT risk_assessments_author_fkey FOREIGN KEY (org_id, created_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY risk_assessments
    ADD CONSTRAINT risk_assessments_fixer_fkey FOREIGN KEY (org_id, fixed_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY risk_assessments
    ADD CONSTRAINT risk_assessments_follow_by_fkey FOREIGN KEY (org_id, follow_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY risk_assessments
    ADD CONSTRAINT risk_assessments_follower_fkey FOREIGN KEY (org_id, followed_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY risk_assessments
    ADD CONSTRAINT risk_assessments_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY risk_assessments
    ADD CONSTRAINT risk_assessments_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY risk_participants
    ADD CONSTRAINT risk_participants_assessment_fkey FOREIGN KEY (org_id, assessment_id) REFERENCES risk_assessments(org_id, id);

ALTER TABLE ONLY risk_participants
    ADD CONSTRAINT risk_participants_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY risk_participants
    ADD CONSTRAINT risk_participants_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY risk_rows
    ADD CONSTRAINT risk_rows_assessment_fkey FOREIGN KEY (org_id, assessment_id) REFERENCES risk_assessments(org_id, id);

ALTER TABLE ONLY risk_rows
    ADD CONSTRAINT risk_rows_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY risk_rows
    ADD CONSTRAINT risk_rows_responsible_fkey FOREIGN KEY (org_id, responsible_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY safety_requests
    ADD CONSTRAINT safety_requests_answerer_fkey FOREIGN KEY (org_id, answered_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY safety_requests
    ADD CONSTRAINT safety_requests_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY safety_requests
    ADD CONSTRAINT safety_requests_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY safety_requests
    ADD CONSTRAINT safety_requests_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY safety_requests
    ADD CONSTRAINT safety_requests_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY school_breaks
    ADD CONSTRAINT school_breaks_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY sessions
    ADD CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;

ALTER TABLE ONLY sessions
    ADD CONSTRAINT sessions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY sessions
    ADD CONSTRAINT sessions_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_action_fkey FOREIGN KEY (org_id, action_id) REFERENCES actions(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts(org_id, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_item_fkey FOREIGN KEY (org_id, item_id) REFERENCES agenda_items(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_meeting_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES meetings(org_id, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_question_fkey FOREIGN KEY (org_id, question_id) REFERENCES raised_questions(org_id, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_request_fkey FOREIGN KEY (org_id, request_id) REFERENCES safety_requests(org_id, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_suggestion_fkey FOREIGN KEY (org_id, suggestion_id) REFERENCES agenda_suggestions(org_id, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY tracks
    ADD CONSTRAINT tracks_closer_fkey FOREIGN KEY (org_id, closed_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY tracks
    ADD CONSTRAINT tracks_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY tracks
    ADD CONSTRAINT tracks_handed_fkey FOREIGN KEY (org_id, handed_to) REFERENCES groups(org_id, id);

ALTER TABLE ONLY tracks
    ADD CONSTRAINT tracks_hander_fkey FOREIGN KEY (org_id, handed_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY tracks
    ADD CONSTRAINT tracks_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY tracks
    ADD CONSTRAINT tracks_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY tracks
    ADD CONSTRAINT tracks_requester_fkey FOREIGN KEY (org_id, requested_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY tracks
    ADD CONSTRAINT tracks_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY triage_objections
    ADD CONSTRAINT triage_objections_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY triage_objections
    ADD CONSTRAINT triage_objections_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY triage_objections
    ADD CONSTRAINT triage_objections_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY triage_objections
    ADD CONSTRAINT triage_objections_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY union_notes
    ADD CONSTRAINT union_notes_matter_fkey FOREIGN KEY (org_id, matter_id) REFERENCES matters(org_id, id);

ALTER TABLE ONLY union_notes
    ADD CONSTRAINT union_notes_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY union_notes
    ADD CONSTRAINT union_notes_person_fkey FOREIGN KEY (org_id, updated_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY union_notes
    ADD CONSTRAINT union_notes_union_fkey FOREIGN KEY (org_id, union_id) REFERENCES unions(org_id, id);

ALTER TABLE ONLY union_slots
    ADD CONSTRAINT union_slots_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY union_slots
    ADD CONSTRAINT union_slots_person_fkey FOREIGN KEY (org_id, person_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY unions
    ADD CONSTRAINT unions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY units
    ADD CONSTRAINT units_manager_fkey FOREIGN KEY (org_id, manager_id) REFERENCES people(org_id, id);

ALTER TABLE ONLY units
    ADD CONSTRAINT units_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY units
    ADD CONSTRAINT units_parent_fkey FOREIGN KEY (org_id, parent_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY weeded_apts
    ADD CONSTRAINT weeded_apts_apt_fkey FOREIGN KEY (org_id, apt_id) REFERENCES apts(org_id, id);

ALTER TABLE ONLY weeded_apts
    ADD CONSTRAINT weeded_apts_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY weeded_apts
    ADD CONSTRAINT weeded_apts_weeding_fkey FOREIGN KEY (org_id, weeding_id) REFERENCES weedings(org_id, id);

ALTER TABLE ONLY weedings
    ADD CONSTRAINT weedings_decider_fkey FOREIGN KEY (org_id, decided_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY weedings
    ADD CONSTRAINT weedings_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY weedings
    ADD CONSTRAINT weedings_proposer_fkey FOREIGN KEY (org_id, proposed_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY weedings
    ADD CONSTRAINT weedings_rule_fkey FOREIGN KEY (org_id, kind, version) REFERENCES retention_rules(org_id, kind, version);

ALTER TABLE ONLY year_publications
    ADD CONSTRAINT year_publications_author_fkey FOREIGN KEY (org_id, published_by) REFERENCES people(org_id, id);

ALTER TABLE ONLY year_publications
    ADD CONSTRAINT year_publications_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY year_publications
    ADD CONSTRAINT year_publications_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY year_publications
    ADD CONSTRAINT year_publications_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE ONLY year_themes
    ADD CONSTRAINT year_themes_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES groups(org_id, id);

ALTER TABLE ONLY year_themes
    ADD CONSTRAINT year_themes_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(id);

ALTER TABLE ONLY year_themes
    ADD CONSTRAINT year_themes_unit_fkey FOREIGN KEY (org_id, unit_id) REFERENCES units(org_id, id);

ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;

ALTER TABLE actions ENABLE ROW LEVEL SECURITY;

ALTER TABLE adjusters ENABLE ROW LEVEL SECURITY;

ALTER TABLE agenda_items ENABLE ROW LEVEL SECURITY;

ALTER TABLE agenda_suggestions ENABLE ROW LEVEL SECURITY;

ALTER TABLE agenda_template_items ENABLE ROW LEVEL SECURITY;

ALTER TABLE agenda_templates ENABLE ROW LEVEL SECURITY;

ALTER TABLE agreement_changes ENABLE ROW LEVEL SECURITY;

ALTER TABLE agreement_clauses ENABLE ROW LEVEL SECURITY;

ALTER TABLE agreement_texts ENABLE ROW LEVEL SECURITY;

ALTER TABLE agreements ENABLE ROW LEVEL SECURITY;

ALTER TABLE apt_dialogues ENABLE ROW LEVEL SECURITY;

ALTER TABLE apt_items ENABLE ROW LEVEL SECURITY;

ALTER TABLE apt_marks ENABLE ROW LEVEL SECURITY;

ALTER TABLE apt_notes ENABLE ROW LEVEL SECURITY;

ALTER TABLE apt_proposals ENABLE ROW LEVEL SECURITY;

ALTER TABLE apt_questions ENABLE ROW LEVEL SECURITY;

ALTER TABLE apt_sittings ENABLE ROW LEVEL SECURITY;

ALTER TABLE apt_writers ENABLE ROW LEVEL SECURITY;

ALTER TABLE apts ENABLE ROW LEVEL SECURITY;

ALTER TABLE arrangements ENABLE ROW LEVEL SECURITY;

ALTER TABLE attachment_contents ENABLE ROW LEVEL SECURITY;

ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;

ALTER TABLE attendances ENABLE ROW LEVEL SECURITY;

ALTER TABLE course_occasions ENABLE ROW LEVEL SECURITY;

ALTER TABLE course_participants ENABLE ROW LEVEL SECURITY;

ALTER TABLE courses ENABLE ROW LEVEL SECURITY;

ALTER TABLE decisions ENABLE ROW LEVEL SECURITY;

ALTER TABLE disagreement_steps ENABLE ROW LEVEL SECURITY;

ALTER TABLE dispatch_papers ENABLE ROW LEVEL SECURITY;

ALTER TABLE dispatch_recipients ENABLE ROW LEVEL SECURITY;

ALTER TABLE dispatches ENABLE ROW LEVEL SECURITY;

ALTER TABLE editorial_objections ENABLE ROW LEVEL SECURITY;

ALTER TABLE event_heads ENABLE ROW LEVEL SECURITY;

ALTER TABLE event_texts ENABLE ROW LEVEL SECURITY;

ALTER TABLE events ENABLE ROW LEVEL SECURITY;

ALTER TABLE exceptions ENABLE ROW LEVEL SECURITY;

ALTER TABLE extra_consents ENABLE ROW LEVEL SECURITY;

ALTER TABLE feeds ENABLE ROW LEVEL SECURITY;

ALTER TABLE followup_answers ENABLE ROW LEVEL SECURITY;

ALTER TABLE followup_approvals ENABLE ROW LEVEL SECURITY;

ALTER TABLE followup_groups ENABLE ROW LEVEL SECURITY;

ALTER TABLE followup_measures ENABLE ROW LEVEL SECURITY;

ALTER TABLE followup_rounds ENABLE ROW LEVEL SECURITY;

ALTER TABLE form_keys ENABLE ROW LEVEL SECURITY;

ALTER TABLE former_agreements ENABLE ROW LEVEL SECURITY;

ALTER TABLE former_looks ENABLE ROW LEVEL SECURITY;

CREATE POLICY global ON accounts USING (true) WITH CHECK (true);

CREATE POLICY global ON organisations USING (true) WITH CHECK (true);

CREATE POLICY global ON password_resets USING (true) WITH CHECK (true);

CREATE POLICY global ON sessions USING (true) WITH CHECK (true);

CREATE POLICY global ON sign_in_attempts USING (true) WITH CHECK (true);

ALTER TABLE group_units ENABLE ROW LEVEL SECURITY;

ALTER TABLE groups ENABLE ROW LEVEL SECURITY;

ALTER TABLE help_texts ENABLE ROW LEVEL SECURITY;

ALTER TABLE import_mappings ENABLE ROW LEVEL SECURITY;

ALTER TABLE imports ENABLE ROW LEVEL SECURITY;

ALTER TABLE introductions ENABLE ROW LEVEL SECURITY;

ALTER TABLE late_requests ENABLE ROW LEVEL SECURITY;

ALTER TABLE mail_settings ENABLE ROW LEVEL SECURITY;

ALTER TABLE mails ENABLE ROW LEVEL SECURITY;

ALTER TABLE mandates ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_checks ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_corrections ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_disclosures ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_drafts ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_feedback ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_handovers ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_marks ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_steps ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_stops ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_triages ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_units ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_verdicts ENABLE ROW LEVEL SECURITY;

ALTER TABLE matters ENABLE ROW LEVEL SECURITY;

ALTER TABLE meeting_series ENABLE ROW LEVEL SECURITY;

ALTER TABLE meetings ENABLE ROW LEVEL SECURITY;

ALTER TABLE minutes ENABLE ROW LEVEL SECURITY;

ALTER TABLE minutes_disclosures ENABLE ROW LEVEL SECURITY;

ALTER TABLE minutes_part_adjusters ENABLE ROW LEVEL SECURITY;

ALTER TABLE minutes_parts ENABLE ROW LEVEL SECURITY;

ALTER TABLE minutes_reads ENABLE ROW LEVEL SECURITY;

ALTER TABLE minutes_remarks ENABLE ROW LEVEL SECURITY;

ALTER TABLE minutes_versions ENABLE ROW LEVEL SECURITY;

ALTER TABLE minutes_writers ENABLE ROW LEVEL SECURITY;

ALTER TABLE mornings ENABLE ROW LEVEL SECURITY;

ALTER TABLE negotiation_entries ENABLE ROW LEVEL SECURITY;

ALTER TABLE note_drafts ENABLE ROW LEVEL SECURITY;

CREATE POLICY org ON actions USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON adjusters USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON agenda_items USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON agenda_suggestions USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON agenda_template_items USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON agenda_templates USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON agreement_changes USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON agreement_clauses USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON agreement_texts USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON agreements USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON apt_dialogues USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON apt_items USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON apt_marks USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON apt_notes USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON apt_proposals USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON apt_questions USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON apt_sittings USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON apt_writers USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON apts USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON arrangements USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON attachment_contents USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON attachments USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON attendances USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON course_occasions USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON course_participants USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON courses USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON decisions USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON disagreement_steps USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON dispatch_papers USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON dispatch_recipients USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON dispatches USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON editorial_objections USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON event_heads USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON event_texts USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON events USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON exceptions USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON extra_consents USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON feeds USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON followup_answers USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON followup_approvals USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON followup_groups USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON followup_measures USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON followup_rounds USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON form_keys USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON former_agreements USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON former_looks USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON group_units USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON groups USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON help_texts USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON import_mappings USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON imports USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON introductions USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON late_requests USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON mail_settings USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON mails USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON mandates USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matter_checks USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matter_corrections USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matter_disclosures USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matter_drafts USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matter_feedback USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matter_handovers USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matter_marks USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matter_steps USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matter_stops USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matter_triages USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matter_units USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matter_verdicts USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON matters USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON meeting_series USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON meetings USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON minutes USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON minutes_disclosures USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON minutes_part_adjusters USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON minutes_parts USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON minutes_reads USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON minutes_remarks USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON minutes_versions USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON minutes_writers USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON mornings USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON negotiation_entries USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON note_drafts USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON paper_answers USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON people USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON phrases USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON plan_agreement_unions USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON plan_agreements USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON planned_dates USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON positions USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON process_templates USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON proposal_attachments USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON proposals USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON raised_questions USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON retention_rules USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON risk_assessments USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON risk_participants USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON risk_rows USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON safety_requests USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON school_breaks USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON tasks USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON tracks USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON triage_objections USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON union_notes USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON union_slots USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON unions USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON units USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON weeded_apts USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON weedings USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON year_publications USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

CREATE POLICY org ON year_themes USING ((org_id = ( SELECT current_org() AS current_org))) WITH CHECK ((org_id = ( SELECT current_org() AS current_org)));

ALTER TABLE organisations ENABLE ROW LEVEL SECURITY;

ALTER TABLE paper_answers ENABLE ROW LEVEL SECURITY;

ALTER TABLE password_resets ENABLE ROW LEVEL SECURITY;

ALTER TABLE people ENABLE ROW LEVEL SECURITY;

ALTER TABLE phrases ENABLE ROW LEVEL SECURITY;

ALTER TABLE plan_agreement_unions ENABLE ROW LEVEL SECURITY;

ALTER TABLE plan_agreements ENABLE ROW LEVEL SECURITY;

ALTER TABLE planned_dates ENABLE ROW LEVEL SECURITY;

ALTER TABLE positions ENABLE ROW LEVEL SECURITY;

ALTER TABLE process_templates ENABLE ROW LEVEL SECURITY;

ALTER TABLE proposal_attachments ENABLE ROW LEVEL SECURITY;

ALTER TABLE proposals ENABLE ROW LEVEL SECURITY;

ALTER TABLE raised_questions ENABLE ROW LEVEL SECURITY;

ALTER TABLE retention_rules ENABLE ROW LEVEL SECURITY;

ALTER TABLE risk_assessments ENABLE ROW LEVEL SECURITY;

ALTER TABLE risk_participants ENABLE ROW LEVEL SECURITY;

ALTER TABLE risk_rows ENABLE ROW LEVEL SECURITY;

ALTER TABLE safety_requests ENABLE ROW LEVEL SECURITY;

ALTER TABLE school_breaks ENABLE ROW LEVEL SECURITY;

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;

ALTER TABLE sign_in_attempts ENABLE ROW LEVEL SECURITY;

ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;

ALTER TABLE tracks ENABLE ROW LEVEL SECURITY;

ALTER TABLE triage_objections ENABLE ROW LEVEL SECURITY;

ALTER TABLE union_notes ENABLE ROW LEVEL SECURITY;

ALTER TABLE union_slots ENABLE ROW LEVEL SECURITY;

ALTER TABLE unions ENABLE ROW LEVEL SECURITY;

ALTER TABLE units ENABLE ROW LEVEL SECURITY;

ALTER TABLE weeded_apts ENABLE ROW LEVEL SECURITY;

ALTER TABLE weedings ENABLE ROW LEVEL SECURITY;

ALTER TABLE year_publications ENABLE ROW LEVEL SECURITY;

ALTER TABLE year_themes ENABLE ROW LEVEL SECURITY;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE agreements TO samverka_app;

GRANT SELECT,INSERT ON TABLE events TO samverka_app;

REVOKE ALL ON FUNCTION search_matters(q tsquery) FROM PUBLIC;
GRANT ALL ON FUNCTION search_matters(q tsquery) TO samverka_app;

REVOKE ALL ON FUNCTION search_people(q tsquery) FROM PUBLIC;
GRANT ALL ON FUNCTION search_people(q tsquery) TO samverka_app;

REVOKE ALL ON FUNCTION tenant_table(name text, privileges text) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE accounts TO samverka_app;

GRANT USAGE ON SEQUENCE accounts_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE actions TO samverka_app;

GRANT USAGE ON SEQUENCE actions_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE adjusters TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE agenda_items TO samverka_app;

GRANT USAGE ON SEQUENCE agenda_items_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE agenda_suggestions TO samverka_app;

GRANT USAGE ON SEQUENCE agenda_suggestions_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE agenda_template_items TO samverka_app;

GRANT USAGE ON SEQUENCE agenda_template_items_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE agenda_templates TO samverka_app;

GRANT SELECT,INSERT ON TABLE agreement_changes TO samverka_app;

GRANT USAGE ON SEQUENCE agreement_changes_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE agreement_clauses TO samverka_app;

GRANT USAGE ON SEQUENCE agreement_clauses_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE agreement_texts TO samverka_app;

GRANT USAGE ON SEQUENCE agreement_texts_id_seq TO samverka_app;

GRANT USAGE ON SEQUENCE agreements_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE apt_dialogues TO samverka_app;

GRANT USAGE ON SEQUENCE apt_dialogues_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE apt_items TO samverka_app;

GRANT USAGE ON SEQUENCE apt_items_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE apt_marks TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE apt_notes TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE apt_proposals TO samverka_app;

GRANT USAGE ON SEQUENCE apt_proposals_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE apt_questions TO samverka_app;

GRANT USAGE ON SEQUENCE apt_questions_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE apt_sittings TO samverka_app;

GRANT USAGE ON SEQUENCE apt_sittings_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE apt_writers TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE apts TO samverka_app;

GRANT USAGE ON SEQUENCE apts_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE arrangements TO samverka_app;

GRANT USAGE ON SEQUENCE arrangements_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE ON TABLE attachment_contents TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE attachments TO samverka_app;

GRANT USAGE ON SEQUENCE attachments_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE attendances TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE course_occasions TO samverka_app;

GRANT USAGE ON SEQUENCE course_occasions_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE course_participants TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE courses TO samverka_app;

GRANT USAGE ON SEQUENCE courses_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE decisions TO samverka_app;

GRANT USAGE ON SEQUENCE decisions_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE disagreement_steps TO samverka_app;

GRANT USAGE ON SEQUENCE disagreement_steps_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE dispatch_papers TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dispatch_recipients TO samverka_app;

GRANT USAGE ON SEQUENCE dispatch_recipients_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE dispatches TO samverka_app;

GRANT USAGE ON SEQUENCE dispatches_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE editorial_objections TO samverka_app;

GRANT SELECT ON TABLE event_heads TO samverka_app;

GRANT SELECT,INSERT ON TABLE event_texts TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE exceptions TO samverka_app;

GRANT USAGE ON SEQUENCE exceptions_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE extra_consents TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE feeds TO samverka_app;

GRANT USAGE ON SEQUENCE feeds_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE followup_answers TO samverka_app;

GRANT SELECT,INSERT ON TABLE followup_approvals TO samverka_app;

GRANT USAGE ON SEQUENCE followup_approvals_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE followup_groups TO samverka_app;

GRANT USAGE ON SEQUENCE followup_groups_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE followup_measures TO samverka_app;

GRANT USAGE ON SEQUENCE followup_measures_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE followup_rounds TO samverka_app;

GRANT USAGE ON SEQUENCE followup_rounds_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE form_keys TO samverka_app;

GRANT SELECT,INSERT ON TABLE former_agreements TO samverka_app;

GRANT USAGE ON SEQUENCE former_agreements_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE former_looks TO samverka_app;

GRANT USAGE ON SEQUENCE former_looks_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE group_units TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE groups TO samverka_app;

GRANT USAGE ON SEQUENCE groups_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE help_texts TO samverka_app;

GRANT USAGE ON SEQUENCE help_texts_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE import_mappings TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE imports TO samverka_app;

GRANT USAGE ON SEQUENCE imports_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE introductions TO samverka_app;

GRANT USAGE ON SEQUENCE introductions_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE late_requests TO samverka_app;

GRANT USAGE ON SEQUENCE late_requests_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE mail_settings TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE mails TO samverka_app;

GRANT USAGE ON SEQUENCE mails_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE mandates TO samverka_app;

GRANT USAGE ON SEQUENCE mandates_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE matter_checks TO samverka_app;

GRANT USAGE ON SEQUENCE matter_checks_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE matter_corrections TO samverka_app;

GRANT USAGE ON SEQUENCE matter_corrections_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE matter_disclosures TO samverka_app;

GRANT USAGE ON SEQUENCE matter_disclosures_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE matter_drafts TO samverka_app;

GRANT USAGE ON SEQUENCE matter_drafts_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE matter_feedback TO samverka_app;

GRANT USAGE ON SEQUENCE matter_feedback_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE matter_handovers TO samverka_app;

GRANT USAGE ON SEQUENCE matter_handovers_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE matter_marks TO samverka_app;

GRANT USAGE ON SEQUENCE matter_marks_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE matter_steps TO samverka_app;

GRANT USAGE ON SEQUENCE matter_steps_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE matter_stops TO samverka_app;

GRANT USAGE ON SEQUENCE matter_stops_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE matter_triages TO samverka_app;

GRANT USAGE ON SEQUENCE matter_triages_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE matter_units TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE matter_verdicts TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE matters TO samverka_app;
GRANT SELECT ON TABLE matters TO samverka_search;

GRANT USAGE ON SEQUENCE matters_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meeting_series TO samverka_app;

GRANT USAGE ON SEQUENCE meeting_series_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE meetings TO samverka_app;

GRANT USAGE ON SEQUENCE meetings_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE minutes TO samverka_app;

GRANT SELECT,INSERT ON TABLE minutes_disclosures TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE minutes_part_adjusters TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE minutes_parts TO samverka_app;

GRANT USAGE ON SEQUENCE minutes_parts_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE minutes_reads TO samverka_app;

GRANT SELECT,INSERT ON TABLE minutes_remarks TO samverka_app;

GRANT UPDATE(answer) ON TABLE minutes_remarks TO samverka_app;

GRANT UPDATE(answer_text) ON TABLE minutes_remarks TO samverka_app;

GRANT UPDATE(answered_by) ON TABLE minutes_remarks TO samverka_app;

GRANT UPDATE(answered_at) ON TABLE minutes_remarks TO samverka_app;

GRANT USAGE ON SEQUENCE minutes_remarks_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE minutes_versions TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE minutes_writers TO samverka_app;

GRANT SELECT,INSERT ON TABLE mornings TO samverka_app;

GRANT SELECT,INSERT ON TABLE negotiation_entries TO samverka_app;

GRANT USAGE ON SEQUENCE negotiation_entries_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE note_drafts TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE organisations TO samverka_app;

GRANT USAGE ON SEQUENCE organisations_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE paper_answers TO samverka_app;

GRANT USAGE ON SEQUENCE paper_answers_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE password_resets TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE people TO samverka_app;
GRANT SELECT ON TABLE people TO samverka_search;

GRANT USAGE ON SEQUENCE people_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE phrases TO samverka_app;

GRANT USAGE ON SEQUENCE phrases_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE ON TABLE plan_agreement_unions TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE plan_agreements TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE planned_dates TO samverka_app;

GRANT USAGE ON SEQUENCE planned_dates_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE positions TO samverka_app;

GRANT USAGE ON SEQUENCE positions_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE process_templates TO samverka_app;

GRANT USAGE ON SEQUENCE process_templates_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE proposal_attachments TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE proposals TO samverka_app;

GRANT USAGE ON SEQUENCE proposals_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE raised_questions TO samverka_app;

GRANT USAGE ON SEQUENCE raised_questions_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE retention_rules TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE risk_assessments TO samverka_app;

GRANT USAGE ON SEQUENCE risk_assessments_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE risk_participants TO samverka_app;

GRANT USAGE ON SEQUENCE risk_participants_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE risk_rows TO samverka_app;

GRANT USAGE ON SEQUENCE risk_rows_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE safety_requests TO samverka_app;

GRANT USAGE ON SEQUENCE safety_requests_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE school_breaks TO samverka_app;

GRANT USAGE ON SEQUENCE school_breaks_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE sessions TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE sign_in_attempts TO samverka_app;

GRANT USAGE ON SEQUENCE sign_in_attempts_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tasks TO samverka_app;

GRANT USAGE ON SEQUENCE tasks_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tracks TO samverka_app;

GRANT USAGE ON SEQUENCE tracks_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE triage_objections TO samverka_app;

GRANT USAGE ON SEQUENCE triage_objections_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE union_notes TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE union_slots TO samverka_app;

GRANT USAGE ON SEQUENCE union_slots_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE unions TO samverka_app;

GRANT USAGE ON SEQUENCE unions_id_seq TO samverka_app;

GRANT SELECT,INSERT,UPDATE ON TABLE units TO samverka_app;

GRANT USAGE ON SEQUENCE units_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE weeded_apts TO samverka_app;

GRANT SELECT,INSERT ON TABLE weedings TO samverka_app;

GRANT UPDATE(outcome) ON TABLE weedings TO samverka_app;

GRANT UPDATE(decided_by) ON TABLE weedings TO samverka_app;

GRANT UPDATE(decided_as) ON TABLE weedings TO samverka_app;

GRANT UPDATE(decided_at) ON TABLE weedings TO samverka_app;

GRANT UPDATE(reason) ON TABLE weedings TO samverka_app;

GRANT USAGE ON SEQUENCE weedings_id_seq TO samverka_app;

GRANT SELECT,INSERT ON TABLE year_publications TO samverka_app;

GRANT USAGE ON SEQUENCE year_publications_id_seq TO samverka_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE year_themes TO samverka_app;

GRANT USAGE ON SEQUENCE year_themes_id_seq TO samverka_app;
