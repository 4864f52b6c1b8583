-- Our own tables, in a schema of their own beside the engine's. The same script runs on H2 and on PostgreSQL.
-- Instants are UTC to the millisecond.

create schema hourglass;

create table hourglass.supplier (
  id            varchar(64) primary key,
  name          varchar(200),
  first_seen_at timestamp(3) with time zone not null
);

create table hourglass.policy_version (
  version                 integer primary key,
  in_force_from           timestamp(3) with time zone not null,
  zone                    varchar(64) not null,
  reply_within            varchar(32) not null,
  object_within           varchar(32) not null,
  books_close_after_days  integer not null,
  rate_window_days        integer not null,
  duplicates              varchar(16) not null,
  offer_stays_for         varchar(32) not null,
  textless_reply_counts   boolean not null,
  counting_authors        varchar(200) not null,
  author_kinds_version    integer not null
);

create table hourglass.inquiry (
  id             varchar(64) primary key,
  buyer          varchar(64) not null,
  supplier       varchar(64) not null references hourglass.supplier,
  channel        varchar(32) not null,
  category       varchar(400),
  received_at    timestamp(3) with time zone not null,
  recorded_at    timestamp(3) with time zone not null,
  received_day   date not null,
  policy_version integer not null references hourglass.policy_version
);
create index inquiry_pair on hourglass.inquiry (buyer, supplier, received_at);
create index inquiry_supplier_day on hourglass.inquiry (supplier, received_day);
create index inquiry_day on hourglass.inquiry (received_day);

-- Which thread a mail belongs to: the same Message-ID may reach several suppliers.
create table hourglass.thread_message (
  message_id varchar(255) not null,
  inquiry    varchar(64) not null references hourglass.inquiry,
  primary key (message_id, inquiry)
);

-- Append-only. What people wrote is in fact_text, so that it can be erased without touching a fact.
create table hourglass.fact (
  id           varchar(80) primary key,
  inquiry      varchar(64) not null references hourglass.inquiry,
  kind         varchar(24) not null,
  author       varchar(24),
  actor        varchar(64),
  channel      varchar(32) not null,
  occurred_at  timestamp(3) with time zone not null,
  recorded_at  timestamp(3) with time zone not null,
  textless     boolean not null,
  about        varchar(80) references hourglass.fact,
  late         boolean not null,
  content_hash varchar(64) not null
);
create index fact_inquiry on hourglass.fact (inquiry);

create table hourglass.fact_text (
  fact    varchar(80) primary key references hourglass.fact,
  subject varchar(500),
  body    varchar(20000)
);

create table hourglass.buyer_notice (
  inquiry varchar(64) not null references hourglass.inquiry,
  kind    varchar(32) not null,
  told_at timestamp(3) with time zone not null,
  primary key (inquiry, kind)
);

-- One row, whose lock makes the opening of days a matter of one at a time.
create table hourglass.books (
  id        integer primary key,
  first_day date,
  last_day  date
);
insert into hourglass.books (id) values (1);

create table hourglass.book_day (
  received_day        date primary key,
  closes_at    timestamp(3) with time zone not null,
  settled_at   timestamp(3) with time zone,
  published_on date
);

-- Append-only: each change of an inquiry's state, with what caused it.
create table hourglass.verdict_entry (
  inquiry        varchar(64) not null,
  seq            integer not null,
  supplier       varchar(64) not null,
  received_day   date not null,
  state          varchar(16) not null,
  rule           varchar(32) not null,
  deciding_fact  varchar(80),
  anchor         varchar(64),
  policy_version integer not null,
  cause          varchar(16) not null,
  cause_ref      varchar(100) not null,
  booked_at      timestamp(3) with time zone not null,
  primary key (inquiry, seq)
);
create index verdict_entry_supplier_day on hourglass.verdict_entry (supplier, received_day);
create index verdict_entry_day on hourglass.verdict_entry (received_day);

create table hourglass.day_bucket (
  supplier   varchar(64) not null,
  received_day      date not null references hourglass.book_day,
  timely     integer not null,
  late       integer not null,
  unanswered integer not null,
  unverified integer not null,
  duplicates integer not null,
  rejected   integer not null,
  spam       integer not null,
  primary key (supplier, received_day)
);
create index day_bucket_day on hourglass.day_bucket (received_day);

-- Append-only: a number changes by a further revision alone.
create table hourglass.published_number (
  supplier     varchar(64) not null,
  published_on date not null,
  revision     integer not null,
  window_from  date not null,
  window_to    date not null,
  timely       integer not null,
  countable    integer not null,
  published_at timestamp(3) with time zone not null,
  primary key (supplier, published_on, revision)
);
create index published_number_day on hourglass.published_number (published_on);

-- When the engine's timers were due and when they fired.
create table hourglass.timer_firing (
  id           bigint generated always as identity primary key,
  process      varchar(64) not null,
  timer        varchar(64) not null,
  business_key varchar(255) not null,
  due_at       timestamp(3) with time zone not null,
  fired_at     timestamp(3) with time zone not null
);

-- The sample marketplace is loaded once; its "now" makes an interrupted load go on where it stopped.
create table hourglass.sample_marketplace (
  id        integer primary key,
  as_of     timestamp(3) with time zone not null,
  loaded_at timestamp(3) with time zone
);
