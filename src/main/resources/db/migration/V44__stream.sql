-- Events that are still to go to a topic (ADR 79); the event itself is in the outbox. What the broker has acknowledged is deleted.

create table hourglass.stream_event (
  event      bigint primary key references hourglass.event on delete cascade,
  record_key varchar(130) not null
);

-- Since when each kind goes to the topic.
create table hourglass.stream_kind (
  kind  varchar(64) primary key,
  since timestamp(3) with time zone not null
);

-- The node that sends: one at a time, so that none gets ahead of an elder.
create table hourglass.stream_sender (
  id         integer primary key,
  holder     varchar(36),
  held_until timestamp(3) with time zone
);
insert into hourglass.stream_sender (id) values (1);
