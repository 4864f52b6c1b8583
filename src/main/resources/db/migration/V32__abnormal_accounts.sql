-- Accounts of buyers that a rule caught, or operations marked, and what was decided of each. The marks themselves are facts.

create table hourglass.caught_account (
  id             varchar(64) primary key,
  buyer          varchar(64) not null,
  rule           varchar(40),
  state          varchar(16) not null,
  caught_at      timestamp(3) with time zone not null,
  recorded_at    timestamp(3) with time zone not null,
  seen_since     timestamp(3) with time zone,
  counted        integer,
  conversations  integer,
  text_hash      varchar(22),
  limit_least    integer,
  limit_within   varchar(32),
  policy_version integer not null,
  decided_by     varchar(64),
  decided_at     timestamp(3) with time zone,
  reason         varchar(1000)
);
create index caught_account_buyer on hourglass.caught_account (buyer);
create index caught_account_recorded on hourglass.caught_account (recorded_at);

-- When a buyer's account was made, where the marketplace says so.
create table hourglass.buyer_registration (
  buyer         varchar(64) primary key,
  registered_at timestamp(3) with time zone not null
);
create index buyer_registration_at on hourglass.buyer_registration (registered_at);
