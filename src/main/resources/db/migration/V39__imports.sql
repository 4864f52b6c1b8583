-- Files of facts as they came in, in chunks, until they have been taken.
create table hourglass.import_file (
  id          varchar(32) primary key,
  name        varchar(200) not null,
  sha256      varchar(64),
  header      varchar(2000),
  rehearsed   boolean not null,
  state       varchar(16) not null,
  bytes       bigint not null,
  made_at     timestamp(3) with time zone not null,
  made_by     varchar(64) not null,
  ended_at    timestamp(3) with time zone,
  why         varchar(1000),
  held_by     varchar(64),
  held_until  timestamp(3) with time zone,
  lines       bigint not null,
  bytes_read  bigint not null,
  taken       bigint not null,
  repeated    bigint not null,
  refused     bigint not null,
  late        bigint not null,
  waiting     bigint not null,
  rejected    bigint not null
);
create index import_file_made_at on hourglass.import_file (made_at);

create table hourglass.import_chunk (
  file   varchar(32) not null references hourglass.import_file (id),
  seq    integer not null,
  bytes  bytea not null,
  primary key (file, seq)
);

-- Lines of which there is something to say: those that could not be taken, and in a rehearsal those that would come late or wait.
create table hourglass.import_line (
  file    varchar(32) not null references hourglass.import_file (id),
  line    bigint not null,
  kind    varchar(16) not null,
  reason  varchar(2000) not null,
  text    bytea not null,
  primary key (file, line)
);

-- Facts whose inquiry is not known yet.
create table hourglass.parked_fact (
  fact       varchar(80) primary key,
  inquiry    varchar(64) not null,
  buyer      varchar(64),
  line       varchar(1000000) not null,
  parked_at  timestamp(3) with time zone not null
);
create index parked_fact_buyer on hourglass.parked_fact (buyer);
create index parked_fact_inquiry on hourglass.parked_fact (inquiry);
create index parked_fact_parked_at on hourglass.parked_fact (parked_at);
