#!/bin/sh
# Makes the two roles of Prisme in a PostgreSQL, and its database where it is not there yet. Run it as a superuser, once:
#   PRISME_OWNER_PASSWORD=… PRISME_APP_PASSWORD=… PGHOST=… PGUSER=postgres PGPASSWORD=… sh docker/database-roles.sh
# The owner's address is DATABASE_OWNER_URL, the application's DATABASE_URL. The image of PostgreSQL runs it when it starts on an
# empty volume. A database that another role made tables in is handed over with: reassign owned by THAT_ROLE to prisme_owner
set -eu
: "${PRISME_OWNER_PASSWORD:?}" "${PRISME_APP_PASSWORD:?}"
export PGUSER="${PGUSER:-${POSTGRES_USER:-postgres}}"

psql -v ON_ERROR_STOP=1 -v owner="$PRISME_OWNER_PASSWORD" -v application="$PRISME_APP_PASSWORD" -d postgres <<'SQL'
select format('create role %I', name) from unnest(array['prisme_owner', 'prisme_app']) as name
  where not exists (select from pg_roles where rolname = name) \gexec
alter role prisme_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner';
alter role prisme_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'application';
select 'create database prisme' where not exists (select from pg_database where datname = 'prisme') \gexec
alter database prisme owner to prisme_owner;
revoke temporary on database prisme from public;
SQL
