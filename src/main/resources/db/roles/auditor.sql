-- For PostgreSQL: the role of people who look into the database itself. It reads everything that an auditor may read through
-- the API, changes nothing, and sees no secret. Run it as the owner of the tables, after each new version of the program;
-- then: grant hourglass_auditor to somebody;

do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'hourglass_auditor') then
    create role hourglass_auditor nologin;
  end if;
end $$;

revoke all on all tables in schema hourglass from hourglass_auditor;
grant usage on schema hourglass to hourglass_auditor;
grant select on all tables in schema hourglass to hourglass_auditor;
revoke select on hourglass.account, hourglass.api_key, hourglass.link_key, hourglass.ledger_person, hourglass.password_link, hourglass.webhook_key from hourglass_auditor;
grant select (name, role, party, person, signed_in_at, closed_at, merged_into) on hourglass.account to hourglass_auditor;
grant select (id, name, scopes, made_at, made_by, person, revoked_at, last_used_at) on hourglass.api_key to hourglass_auditor;
