-- Suppliers' own mailboxes (ADR 81): where each is read, how reading goes, and how far it has come.

-- While it is being read it is held, and not due to another node until then. A claim is told from the one before by its number: what came of a
-- claim that is over is not kept.
create table hourglass.mailbox (
  supplier      varchar(64) primary key,
  address       varchar(254) not null,
  host          varchar(253) not null,
  port          integer not null,
  security      varchar(16) not null,
  login         varchar(254) not null,
  provider      varchar(32),
  sent_folder   varchar(500),
  read_inbox    boolean not null,
  connected_at  timestamp(3) with time zone not null,
  state         varchar(24) not null,
  state_since   timestamp(3) with time zone not null,
  failure       varchar(32),
  failure_words varchar(200),
  failed_at     timestamp(3) with time zone,
  failures      integer not null,
  covered_until timestamp(3) with time zone,
  stopped_at    timestamp(3) with time zone,
  stopped_why   varchar(24),
  due_at        timestamp(3) with time zone not null,
  claim         bigint not null,
  holder        varchar(36),
  held_until    timestamp(3) with time zone
);
create index mailbox_due on hourglass.mailbox (due_at);
create index mailbox_state on hourglass.mailbox (state, covered_until);

-- Encrypted; the key is in the configuration.
create table hourglass.mailbox_secret (
  supplier varchar(64) not null references hourglass.mailbox on delete cascade,
  field    varchar(16) not null,
  key_id   varchar(8) not null,
  sealed   varchar(8000) not null,
  primary key (supplier, field)
);
create index mailbox_secret_key on hourglass.mailbox_secret (key_id, supplier);

-- Up to which mail each folder has been read.
create table hourglass.mailbox_cursor (
  supplier     varchar(64) not null references hourglass.mailbox on delete cascade,
  folder       varchar(8) not null,
  name         varchar(500) not null,
  uid_validity bigint not null,
  last_uid     bigint not null,
  read_until   timestamp(3) with time zone,
  primary key (supplier, folder)
);
