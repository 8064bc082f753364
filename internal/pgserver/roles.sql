-- The roles that Samverka stands on. Run as a superuser; may be run again.
--
-- samverka_owner   owns the database and runs the migrations.
-- samverka_app     is the application: it owns nothing and obeys row security.
-- samverka_search  owns the search functions, which check the organisation
--                  themselves because full-text indexes are useless under row
--                  security. Nobody signs in as it.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['samverka_owner', 'samverka_app', 'samverka_search'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I', wanted);
    END IF;
  END LOOP;
END
$$;

ALTER ROLE samverka_owner  LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE samverka_app    LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE samverka_search NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS;

-- The owner hands functions over to samverka_search, and becomes samverka_app
-- where only one connection string is given.
GRANT samverka_app, samverka_search TO samverka_owner;
