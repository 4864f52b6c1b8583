-- Chat: accounts of shops, and consultations: one buyer with one account on one natural day.

create table hourglass.chat_account (
  id            varchar(63) primary key,
  shop          varchar(64) not null references hourglass.supplier,
  name          varchar(200),
  first_seen_at timestamp(3) with time zone not null,
  closed_at     timestamp(3) with time zone,
  merged_into   varchar(63) references hourglass.chat_account
);
create index chat_account_shop on hourglass.chat_account (shop, id);

-- Made by the first fact between the two on the day. Of the earliest fact that opens it, retracted or not, when it occurred, and when
-- the first such was recorded; null as long as none is known.
create table hourglass.consultation (
  id             varchar(64) primary key,
  account        varchar(63) not null references hourglass.chat_account,
  shop           varchar(64) not null,
  buyer          varchar(64) not null,
  chat_day       date not null,
  policy_version integer not null,
  opened_at      timestamp(3) with time zone,
  recorded_at    timestamp(3) with time zone
);
create index consultation_day on hourglass.consultation (chat_day);
create index consultation_account on hourglass.consultation (account, chat_day);
create index consultation_shop on hourglass.consultation (shop, chat_day);
create index consultation_buyer on hourglass.consultation (buyer, chat_day);

-- What is known of a buyer's account: its facts are those of a case of their own. Shop is null where it holds for all.
create table hourglass.marked_buyer (
  case_id varchar(64) primary key,
  buyer   varchar(64) not null,
  shop    varchar(64)
);
create index marked_buyer_buyer on hourglass.marked_buyer (buyer);
