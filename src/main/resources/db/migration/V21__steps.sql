-- The steps that processes took, as the engine recorded them: a row for each business key, to which each wake adds.

-- What the numbers in a path stand for. One that was given is never given again, nor changed.
create table hourglass.process_node (
  number  integer generated always as identity primary key,
  process varchar(255) not null,
  node    varchar(255) not null,
  unique (process, node)
);

-- Keyed by a hash of the business key, of eight bytes: what stands in steps is engine.steps.PathBytes's to say.
create table hourglass.process_path (
  key_hash bigint primary key,
  steps    bytea not null
);

-- Until when nothing was recorded: the last thing known before; no row where the database is new.
create table hourglass.unrecorded_steps (
  until timestamp(3) with time zone not null
);
insert into hourglass.unrecorded_steps (until)
select max(known.at) from (
  select max(recorded_at) as at from hourglass.inquiry
  union all select max(recorded_at) from hourglass.fact
  union all select max(fired_at) from hourglass.timer_firing) known
having max(known.at) is not null;
