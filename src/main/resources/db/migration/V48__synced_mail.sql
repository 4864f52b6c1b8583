-- Replies that were read in mailboxes, beside those that came through the relay (ADR 82).
alter table hourglass.relayed_mail add column folder varchar(8); -- where it lay; null if it came through the relay
alter table hourglass.relayed_mail add column matched_by varchar(16);
alter table hourglass.relayed_mail add column doubts varchar(100);

-- Of mails of buyers in inboxes of suppliers the hash of the id alone, so that what answers them is known to be about the same inquiry.
create table hourglass.follow_up_mail (
  hash    varchar(22) not null,
  inquiry varchar(64) not null references hourglass.inquiry,
  primary key (inquiry, hash)
);
