-- What operations set on pages: accounts that are closed or merged, one-time links to a new password, when a key was last used.

alter table hourglass.account add column signed_in_at timestamp(3) with time zone;
alter table hourglass.account add column closed_at timestamp(3) with time zone;
-- Raised to end all sessions of the account.
alter table hourglass.account add column sessions integer default 0 not null;
-- The account of the same person that goes on.
alter table hourglass.account add column merged_into varchar(64) references hourglass.account on delete set null;

alter table hourglass.api_key add column last_used_at timestamp(3) with time zone;

-- Of each account the last one, until it is used. Its token is kept as a hash.
create table hourglass.password_link (
  account    varchar(64) primary key references hourglass.account on delete cascade,
  token_hash varchar(64) not null unique,
  person     varchar(64) not null,
  expires_at timestamp(3) with time zone not null
);
