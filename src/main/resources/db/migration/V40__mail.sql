-- Mail to people (ADR 77): where each gets it, what it wants to be told, and what became of each mail.

create table hourglass.mail_recipient (
  account            varchar(64) primary key references hourglass.account on delete cascade,
  address            varchar(254) not null,
  added_at           timestamp(3) with time zone not null,
  confirmed_at       timestamp(3) with time zone,
  daily              boolean not null,
  quiet_from         time,
  quiet_until        time,
  undeliverable_at   timestamp(3) with time zone,
  undeliverable_why  varchar(500)
);
create index account_party on hourglass.account (role, party);
create index mail_recipient_added on hourglass.mail_recipient (added_at);

-- Where it differs from what is told to everybody of the role.
create table hourglass.mail_choice (
  account varchar(64) not null references hourglass.mail_recipient on delete cascade,
  kind    varchar(64) not null,
  wanted  boolean not null,
  primary key (account, kind)
);

-- One for each event and account. Several that are due to an account at once go as one letter. While it is being sent it is due when it would
-- count as lost.
create table hourglass.outgoing_mail (
  id          varchar(36) primary key,
  event       bigint not null,
  account     varchar(64) not null,
  kind        varchar(64) not null,
  track       varchar(16),
  about       varchar(100) not null,
  happened_at timestamp(3) with time zone not null,
  data        varchar(4000) not null,
  state       varchar(16) not null,
  attempts    integer not null,
  added_at    timestamp(3) with time zone not null,
  due_at      timestamp(3) with time zone not null,
  ended_at    timestamp(3) with time zone,
  letter      varchar(36),
  reason      varchar(500)
);
create unique index outgoing_mail_once on hourglass.outgoing_mail (event, account);
create index outgoing_mail_due on hourglass.outgoing_mail (state, due_at);
create index outgoing_mail_account on hourglass.outgoing_mail (account, state, due_at);
create index outgoing_mail_about on hourglass.outgoing_mail (about, track);
create index outgoing_mail_letter on hourglass.outgoing_mail (letter);
create index outgoing_mail_added on hourglass.outgoing_mail (added_at);
