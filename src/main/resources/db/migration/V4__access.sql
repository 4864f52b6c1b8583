-- Who may enter: people with a password, and systems with a key. Of both only hashes are kept.

create table hourglass.account (
  name          varchar(64) primary key,
  role          varchar(16) not null,
  party         varchar(64),
  password_hash varchar(200) not null
);

create table hourglass.api_key (
  id          varchar(16) primary key,
  name        varchar(64) not null,
  scopes      varchar(100) not null,
  secret_hash varchar(64) not null,
  made_at     timestamp(3) with time zone not null,
  made_by     varchar(64) not null,
  revoked_at  timestamp(3) with time zone
);
