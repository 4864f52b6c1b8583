-- Webhooks (ADR 73). No secret of one is kept: it follows from the one key, the webhook's id and the generation.

create table hourglass.webhook_key (
  id     integer primary key,
  secret varchar(64) not null
);

create table hourglass.webhook (
  id            varchar(36) primary key,
  url           varchar(2000) not null,
  generation    integer not null,
  former_until  timestamp(3) with time zone,
  added_at      timestamp(3) with time zone not null,
  failing_since timestamp(3) with time zone,
  disabled      varchar(16)
);

create table hourglass.webhook_kind (
  webhook varchar(36) not null references hourglass.webhook on delete cascade,
  kind    varchar(64) not null,
  since   timestamp(3) with time zone not null,
  primary key (webhook, kind)
);

-- One for each event and webhook. While it is being sent it is due when it would count as lost.
create table hourglass.delivery (
  event     bigint not null references hourglass.event on delete cascade,
  webhook   varchar(36) not null references hourglass.webhook on delete cascade,
  order_key varchar(130) not null,
  state     varchar(16) not null,
  attempts  integer not null,
  added_at  timestamp(3) with time zone not null,
  due_at    timestamp(3) with time zone not null,
  status    integer,
  failure   varchar(32),
  ended_at  timestamp(3) with time zone,
  primary key (event, webhook)
);
create index delivery_due on hourglass.delivery (webhook, state, due_at, event);
create index delivery_elder on hourglass.delivery (webhook, order_key, state, event);
