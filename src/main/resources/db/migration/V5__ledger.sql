-- The ledger: a seal for each day close, over facts, verdict entries and numbers, and over records of what comes beside
-- the books. It holds no names: whoever acted is a pseudonym, what people wrote a salted hash.

-- One row: seals and erasures are a matter of one at a time. Nobody else asks for it.
create table hourglass.ledger (
  id integer primary key
);
insert into hourglass.ledger values (1);

create table hourglass.ledger_seal (
  received_day date primary key,
  books_from   date not null,
  books_close  timestamp(3) with time zone not null,
  published_on date not null,
  former       varchar(64),
  root         varchar(64) not null,
  entries      integer not null,
  sealed_at    timestamp(3) with time zone not null
);

-- The beginnings of the hashes of a day's entries, in order, so that a broken one can be named. In parts, since H2 takes
-- no more than a MiB in a value.
create table hourglass.ledger_marks (
  received_day date not null references hourglass.ledger_seal,
  part         integer not null,
  marks        bytea not null,
  primary key (received_day, part)
);

-- Append-only but for seal_day, the day whose seal has taken the record in.
create table hourglass.ledger_record (
  id       bigint generated always as identity primary key,
  kind     varchar(16) not null,
  person   varchar(64),
  content  varchar(20000) not null,
  noted_at timestamp(3) with time zone not null,
  seal_day date
);
create index ledger_record_seal on hourglass.ledger_record (seal_day);

-- Without a salt: the person has been erased, and the id is the pseudonym.
create table hourglass.ledger_person (
  id   varchar(64) primary key,
  salt varchar(16)
);

-- Null in a fact whose text has been erased, and in those from before there were salts.
alter table hourglass.fact add column salt varchar(16);
