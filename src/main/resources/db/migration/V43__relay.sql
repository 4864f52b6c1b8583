-- What is kept of mails that came through the relay, beside their facts (ADR 78): personal, and outside of the ledger.
create table hourglass.relayed_mail (
  fact        varchar(80) primary key,
  inquiry     varchar(64) not null,
  mail_class  varchar(16) not null,
  reasons     varchar(1000) not null, -- by their names, with a comma between two
  headers     varchar(8000) not null, -- one a line
  received_at timestamp(3) with time zone not null,
  by_server   boolean not null, -- whether the marketplace's mail server says when it was received
  sent_at     timestamp(3) with time zone,
  recorded_at timestamp(3) with time zone not null,
  review      varchar(16), -- null if it needs none
  raw         bytea, -- as long as something attached to it is to be sent
  raw_until   timestamp(3) with time zone
);
create index relayed_mail_inquiry on hourglass.relayed_mail (inquiry);
create index relayed_mail_review on hourglass.relayed_mail (review, recorded_at);
create index relayed_mail_raw_until on hourglass.relayed_mail (raw_until);

insert into hourglass.policy (kind, version, in_force_at, rules)
  values ('relay', 1, timestamp with time zone '1970-01-01 00:00:00+00', '{"unsureCounts":true}');
