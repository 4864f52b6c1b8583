-- Processes that could not be told what happened, since the engine refused: the facts are kept, and the reconciler brings
-- each to where it ought to be.
create table hourglass.untold_process (
  process      varchar(16) not null,
  business_key varchar(64) not null,
  since        timestamp(3) with time zone not null,
  primary key (process, business_key)
);

-- One row, whose lock makes reconciling a matter of one node at a time; what the last round was.
create table hourglass.reconciler (
  id         integer primary key,
  round_at   timestamp(3) with time zone,
  took_ms    bigint,
  looked_at  integer,
  left_alone integer,
  failed     integer
);
insert into hourglass.reconciler (id) values (1);

-- What it did; kept for thirty days.
create table hourglass.reconciled (
  id           bigint generated always as identity primary key,
  process      varchar(16) not null,
  business_key varchar(64) not null,
  did          varchar(16) not null,
  done_at      timestamp(3) with time zone not null
);
create index reconciled_done_at on hourglass.reconciled (done_at);
