#!/bin/bash
# Run once by the Postgres image when it creates its data, after roles.sql: the
# database, and the password that Samverka signs in with.
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  -v password="${SAMVERKA_DB_PASSWORD:?SAMVERKA_DB_PASSWORD is not set}" <<'SQL'
ALTER ROLE samverka_owner PASSWORD :'password';
CREATE DATABASE samverka OWNER samverka_owner TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8';
REVOKE ALL ON DATABASE samverka FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE samverka TO samverka_owner;
GRANT CONNECT ON DATABASE samverka TO samverka_app;
SQL
