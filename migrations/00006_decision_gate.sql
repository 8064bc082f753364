-- +goose Up
-- The last lock behind the gate function of internal/matter: a decision on unfinished mandatory tracks does not get in,
-- whatever the program believes (MBL 11 §; handbook T10, T11).

-- matter_base_no is the lowest proposal number whose outcomes still hold: the newest version that is not editorial, or
-- whose being editorial a union has objected to.
-- +goose StatementBegin
CREATE FUNCTION matter_base_no(matter bigint) RETURNS integer LANGUAGE sql STABLE AS $$
SELECT coalesce(max(p.no), 0) FROM proposals p
WHERE  p.matter_id = matter
AND    (NOT p.editorial OR EXISTS (SELECT FROM editorial_objections o WHERE o.proposal_id = p.id)) $$;
-- +goose StatementEnd

-- matter_unfinished counts what is left of the mandatory tracks on the day given.
-- +goose StatementBegin
CREATE FUNCTION matter_unfinished(matter bigint, day date) RETURNS bigint LANGUAGE sql STABLE AS $$
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

-- +goose StatementBegin
CREATE FUNCTION decisions_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF new.exception_id IS NOT NULL THEN
		IF NOT EXISTS (SELECT FROM exceptions e WHERE e.id = new.exception_id AND e.matter_id = new.matter_id AND e.approved) THEN
			RAISE EXCEPTION 'the exception is not approved' USING errcode = 'integrity_constraint_violation', constraint = 'decisions_gate';
		END IF;
	ELSIF new.by_board AND new.deviation = 'material' THEN
		NULL; -- a board's deviating decision is a fact that is recorded; its execution is stopped
	ELSIF matter_unfinished(new.matter_id, least(new.decided_on, (new.recorded_at AT TIME ZONE 'Europe/Stockholm')::date)) > 0 THEN
		RAISE EXCEPTION 'mandatory tracks are not finished' USING errcode = 'integrity_constraint_violation', constraint = 'decisions_gate';
	END IF;
	RETURN new;
END $$;
-- +goose StatementEnd
CREATE TRIGGER decisions_gate BEFORE INSERT OR UPDATE ON decisions FOR EACH ROW EXECUTE FUNCTION decisions_gate();

-- +goose Down
DROP TRIGGER decisions_gate ON decisions;
DROP FUNCTION decisions_gate();
DROP FUNCTION matter_unfinished(bigint, date);
DROP FUNCTION matter_base_no(bigint);
