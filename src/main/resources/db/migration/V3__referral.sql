-- Other suppliers for buyers who were not served: what suppliers say of themselves, who served what, offers and picks.

-- Suppliers of one company are affiliates.
alter table hourglass.supplier add column company varchar(64);
alter table hourglass.supplier add column capacity integer;
alter table hourglass.supplier add column suspended boolean default false not null;
alter table hourglass.supplier add column products varchar(2000);

-- Each category that a supplier says it deals in, and the ones above it.
create table hourglass.supplier_category (
  category varchar(400) not null,
  supplier varchar(64) not null references hourglass.supplier,
  declared boolean not null,
  primary key (category, supplier)
);
create index supplier_category_supplier on hourglass.supplier_category (supplier);

create table hourglass.supplier_word (
  word     varchar(64) not null,
  supplier varchar(64) not null references hourglass.supplier,
  primary key (word, supplier)
);
create index supplier_word_supplier on hourglass.supplier_word (supplier);

-- Who served how many of the settled inquiries with a trait; the row without a supplier is the sum of all. Both indexes
-- hold all columns: planned without the values, PostgreSQL would else sort all rows of a trait, or filter them.
create table hourglass.served_count (
  kind     varchar(24) not null,
  trait    varchar(480) not null,
  supplier varchar(64) not null,
  served   integer not null
);
create unique index served_count_pair on hourglass.served_count (kind, trait, supplier) include (served);
create index served_count_most on hourglass.served_count (kind, trait, served desc, supplier);

create table hourglass.referral_policy (
  version       integer primary key,
  in_force_from timestamp(3) with time zone not null unique,
  rules         varchar(2000) not null
);

insert into hourglass.referral_policy values (1, timestamp with time zone '1970-01-01 00:00:00+00', '{
  "picksAtMost": 3, "linkStaysForDays": 30, "periodDays": 30, "asksPerBuyer": 20, "gainAtLeast": 20,
  "gainPercent": 50, "rejectionRememberedDays": 180,
  "fit": {"declared": 0.6, "words": 0.2, "backOff": {"inquiries": {
    "IN_CATEGORY": 20, "ELSEWHERE": 20, "ASKED": 10, "CATEGORY": 5, "ASKED_IN_CATEGORY": 5, "BUYER": 10}}},
  "ranking": {"offeredAtMost": 6, "relevancePower": 1, "reliabilityPower": 1, "roomPower": 1,
    "leastReliability": 0.1, "newcomerSample": 10, "newcomerShare": 0.1, "newcomerPlace": 3}
}');

-- The newest signs, all of them verify: deleting a row ends the links that it signed.
create table hourglass.link_key (
  id      integer primary key,
  secret  varchar(64) not null,
  made_at timestamp(3) with time zone not null
);

-- One for each inquiry whose buyer asked for alternatives. Its root is the inquiry that began it all.
create table hourglass.referral (
  inquiry        varchar(64) primary key,
  root           varchar(64) not null,
  root_day       date not null,
  buyer          varchar(64) not null,
  asked          varchar(64) not null,
  category       varchar(400),
  state          varchar(16) not null,
  asked_at       timestamp(3) with time zone not null,
  expires_at     timestamp(3) with time zone not null,
  first_seen_at  timestamp(3) with time zone,
  nearest        varchar(400),
  policy_version integer not null references hourglass.referral_policy
);
create index referral_buyer on hourglass.referral (buyer, asked_at);
create index referral_asked_at on hourglass.referral (asked_at);
create index referral_root_day on hourglass.referral (root_day);

-- The exposure ledger: who was offered where, and why.
create table hourglass.referral_candidate (
  inquiry      varchar(64) not null references hourglass.referral,
  place        integer not null,
  supplier     varchar(64) not null,
  score        double precision not null,
  relevance    double precision not null,
  reliability  double precision not null,
  room         double precision not null,
  newcomer     boolean not null,
  timely       integer not null,
  countable    integer not null,
  open_now     integer not null,
  usual        double precision not null,
  capacity     integer,
  served_alike integer not null,
  alike        integer not null,
  served_in_category integer not null,
  served_buyer integer not null,
  category     varchar(400),
  words        varchar(400),
  primary key (inquiry, place)
);

create table hourglass.referral_pick (
  inquiry     varchar(64) not null references hourglass.referral,
  asked       varchar(64) not null,
  supplier    varchar(64) not null,
  place       integer not null,
  new_inquiry varchar(64) not null unique,
  root        varchar(64) not null,
  root_day    date not null,
  picked_at   timestamp(3) with time zone not null,
  primary key (inquiry, supplier)
);
create index referral_pick_supplier on hourglass.referral_pick (supplier, picked_at);
create index referral_pick_root on hourglass.referral_pick (root);
create index referral_pick_root_day on hourglass.referral_pick (root_day);
create index referral_pick_picked_at on hourglass.referral_pick (picked_at);
create index buyer_notice_told_at on hourglass.buyer_notice (told_at);
