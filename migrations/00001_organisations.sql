-- +goose Up
-- The tenant. Rows of every other subject carry org_id, a policy on it, and keys that include it.

-- current_org is the organisation that the transaction is confined to, or NULL: then policies show and accept nothing.
-- It is inlined SQL: a plpgsql function here makes scans many times slower.
-- +goose StatementBegin
CREATE FUNCTION current_org() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.org_id', true), '')::bigint $$;
-- +goose StatementEnd

CREATE TABLE organisations (
	id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name       text NOT NULL CONSTRAINT organisations_name_filled CHECK (btrim(name) <> ''),
	demo       boolean NOT NULL DEFAULT false,
	palette    text NOT NULL DEFAULT 'blue',
	logo       bytea,
	logo_type  text,
	created_at timestamptz NOT NULL,
	CONSTRAINT organisations_name_key UNIQUE (name)
);

-- Sign-in. An account is a way in; a person (below) is somebody in one organisation.
CREATE TABLE accounts (
	id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	email         text NOT NULL CONSTRAINT accounts_email_lower CHECK (email = lower(email) AND email <> ''),
	password_hash text,
	disabled_at   timestamptz,
	created_at    timestamptz NOT NULL,
	CONSTRAINT accounts_email_key UNIQUE (email)
);

CREATE TABLE sessions (
	token_hash   bytea PRIMARY KEY,
	account_id   bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
	org_id       bigint REFERENCES organisations,
	person_id    bigint,
	role         text NOT NULL DEFAULT '',
	method       text NOT NULL DEFAULT 'password',
	created_at   timestamptz NOT NULL,
	last_seen_at timestamptz NOT NULL,
	expires_at   timestamptz NOT NULL,
	device       text NOT NULL DEFAULT ''
);
CREATE INDEX sessions_account ON sessions (account_id);

CREATE TABLE password_resets (
	token_hash bytea PRIMARY KEY,
	account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
	expires_at timestamptz NOT NULL,
	used_at    timestamptz
);

CREATE TABLE sign_in_attempts (
	id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	key   bytea NOT NULL, -- digest of e-mail and address: no personal data kept
	at    timestamptz NOT NULL,
	ok    boolean NOT NULL
);
CREATE INDEX sign_in_attempts_key ON sign_in_attempts (key, at);

-- +goose Down
DROP TABLE sign_in_attempts, password_resets, sessions, accounts, organisations;
DROP FUNCTION current_org();
