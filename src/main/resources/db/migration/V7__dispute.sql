-- Disputes: a supplier contests a verdict; what is decided, and the numbers that it restates.

-- Facts learned of after the books had closed that a dispute has let in all the same: they count as known at the close.
create table hourglass.admitted_fact (
  fact       varchar(80) primary key references hourglass.fact,
  known_from timestamp(3) with time zone not null
);

create table hourglass.dispute_policy (
  version             integer primary key,
  in_force_from       date not null unique,
  dispute_within_days integer not null,
  decide_within_days  integer not null
);
insert into hourglass.dispute_policy values (1, '1970-01-01', 30, 30);

create table hourglass.dispute (
  id                varchar(64) primary key,
  inquiry           varchar(64) not null references hourglass.inquiry,
  supplier          varchar(64) not null,
  kind              varchar(24) not null,
  claimed_at        timestamp(3) with time zone,
  author            varchar(24),
  about             varchar(80),
  evidence          varchar(4000) not null,
  raised_by         varchar(64) not null,
  raised_at         timestamp(3) with time zone not null,
  decide_by         timestamp(3) with time zone not null,
  contested_verdict varchar(16) not null,
  state             varchar(16) not null,
  decided_by        varchar(64),
  decided_at        timestamp(3) with time zone,
  reason            varchar(4000),
  verdict           varchar(16)
);
create index dispute_inquiry on hourglass.dispute (inquiry);
create index dispute_state on hourglass.dispute (state, raised_at);

-- Append-only: what a restated number was before, and whether it crossed the gate.
create table hourglass.restatement (
  dispute          varchar(64) not null references hourglass.dispute,
  supplier         varchar(64) not null,
  published_on     date not null,
  revision         integer not null,
  timely_before    integer not null,
  countable_before integer not null,
  timely           integer not null,
  countable        integer not null,
  crossed          varchar(8),
  restated_at      timestamp(3) with time zone not null,
  primary key (supplier, published_on, revision)
);
create index restatement_dispute on hourglass.restatement (dispute);
