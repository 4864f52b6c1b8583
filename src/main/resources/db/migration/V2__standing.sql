-- What follows from a supplier's number: versions of the rules, what suppliers choose to show, and what has changed.

create table hourglass.standing_policy (
  version                integer primary key,
  in_force_from          date not null unique,
  gate_percent           integer not null,
  minimum_sample         integer not null,
  newcomer_sample        integer not null,
  exposure_least         numeric(6,4) not null,
  exposure_neutral       numeric(6,4) not null,
  exposure_most          numeric(6,4) not null,
  display_mandatory_from date
);
insert into hourglass.standing_policy values (1, '1970-01-01', 80, 1, 10, 0.5, 1, 1.5, null);

-- Append-only; the last one stands.
create table hourglass.display_choice (
  supplier  varchar(64) not null references hourglass.supplier,
  seq       integer not null,
  shown     boolean not null,
  chosen_at timestamp(3) with time zone not null,
  primary key (supplier, seq)
);

-- One row: whoever adds to the feed holds it until the commit, so that readers see the numbers in order, without gaps.
create table hourglass.standing_feed (
  id       integer primary key,
  last_seq bigint not null
);
insert into hourglass.standing_feed values (1, 0);

create table hourglass.standing_event (
  seq         bigint primary key,
  supplier    varchar(64) not null,
  kind        varchar(16) not null,
  standing_on date not null,
  happened_at timestamp(3) with time zone not null
);
