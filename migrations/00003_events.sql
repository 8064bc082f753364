-- +goose Up
-- The event log: append-only and hash-chained per organisation. Names and free texts lie in event_texts, outside the
-- chain, which holds their digest: weeding a text leaves the chain provable.
CREATE TABLE events (
	org_id      bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	seq         bigint NOT NULL,
	at          timestamptz NOT NULL,
	person_id   bigint,                    -- who; NULL: the system itself
	role        text NOT NULL,             -- the role acted in
	kind        text NOT NULL,             -- matter.decided, meeting.opened …
	matter_id   bigint,
	meeting_id  bigint,
	text_digest bytea NOT NULL,
	prev_hash   bytea NOT NULL,
	hash        bytea NOT NULL,
	PRIMARY KEY (org_id, seq)
);
CREATE INDEX events_matter ON events (org_id, matter_id, seq) WHERE matter_id IS NOT NULL;
CREATE INDEX events_meeting ON events (org_id, meeting_id, seq) WHERE meeting_id IS NOT NULL;
CREATE TABLE event_texts (
	org_id bigint NOT NULL DEFAULT current_org() REFERENCES organisations,
	seq    bigint NOT NULL,
	detail jsonb NOT NULL,
	PRIMARY KEY (org_id, seq),
	CONSTRAINT event_texts_event_fkey FOREIGN KEY (org_id, seq) REFERENCES events (org_id, seq)
);
CREATE TABLE event_heads (
	org_id bigint PRIMARY KEY DEFAULT current_org() REFERENCES organisations,
	seq    bigint NOT NULL,
	hash   bytea NOT NULL
);

-- event_hash is the link of one event to the one before it; verify computes the same.
-- +goose StatementBegin
CREATE FUNCTION event_hash(prev bytea, e events) RETURNS bytea LANGUAGE sql STABLE AS $$
SELECT sha256(prev || convert_to(concat_ws(E'\x1f', e.org_id, e.seq, extract(epoch FROM e.at)::text, coalesce(e.person_id::text, ''),
	e.role, e.kind, coalesce(e.matter_id::text, ''), coalesce(e.meeting_id::text, ''), encode(e.text_digest, 'hex')), 'UTF8')) $$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION events_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION events_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the event log is append-only' USING errcode = 'insufficient_privilege';
END $$;
-- +goose StatementEnd
CREATE TRIGGER events_chain BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION events_chain();
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION events_refuse();
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION events_refuse();

-- +goose Down
DROP TABLE event_texts;
DROP FUNCTION event_hash(bytea, events);
DROP TABLE event_heads, events;
DROP FUNCTION events_chain();
DROP FUNCTION events_refuse();
