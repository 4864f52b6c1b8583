-- One table for the versions of every kind of policy. What a version says is one JSON text, which its kind reads. A version
-- is in force from a natural day on or from an instant on, as its kind has it; but for its withdrawal it never changes.

create table hourglass.policy (
  kind         varchar(32) not null,
  version      integer not null,
  in_force_on  date,
  in_force_at  timestamp(3) with time zone,
  rules        varchar(8000) not null,
  withdrawn_at timestamp(3) with time zone,
  primary key (kind, version),
  check ((in_force_on is null) <> (in_force_at is null))
);

insert into hourglass.policy (kind, version, in_force_at, rules)
  select 'reply', version, in_force_from,
    '{"zone":"' || zone || '","replyWithin":"' || reply_within || '","objectWithin":"' || object_within
    || '","booksCloseAfterDays":' || cast(books_close_after_days as varchar)
    || ',"rateWindowDays":' || cast(rate_window_days as varchar)
    || ',"duplicates":"' || duplicates || '","offerStaysFor":"' || offer_stays_for
    || '","textlessReplyCounts":' || case when textless_reply_counts then 'true' else 'false' end
    || ',"earlyBy":"' || coalesce(early_by, 'PT0S') || '","countingAuthors":'
    || case when counting_authors = '' then '[]' else '["' || replace(counting_authors, ',', '","') || '"]' end
    || ',"authorKindsVersion":' || cast(author_kinds_version as varchar) || '}'
  from hourglass.policy_version;

insert into hourglass.policy (kind, version, in_force_on, rules)
  select 'standing', version, in_force_from,
    '{"gatePercent":' || cast(gate_percent as varchar)
    || ',"minimumSample":' || cast(minimum_sample as varchar)
    || ',"newcomerSample":' || cast(newcomer_sample as varchar)
    || ',"exposureLeast":' || cast(exposure_least as varchar)
    || ',"exposureNeutral":' || cast(exposure_neutral as varchar)
    || ',"exposureMost":' || cast(exposure_most as varchar)
    || case when display_mandatory_from is null then ''
         else ',"displayMandatoryFrom":"' || cast(display_mandatory_from as varchar) || '"' end
    || '}'
  from hourglass.standing_policy;

insert into hourglass.policy (kind, version, in_force_at, rules)
  select 'referral', version, in_force_from, rules from hourglass.referral_policy;

insert into hourglass.policy (kind, version, in_force_on, rules)
  select 'dispute', version, in_force_from,
    '{"disputeWithinDays":' || cast(dispute_within_days as varchar)
    || ',"decideWithinDays":' || cast(decide_within_days as varchar) || '}'
  from hourglass.dispute_policy;

-- With the foreign keys of inquiries and referrals: a number alone does not name a version any more.
drop table hourglass.policy_version cascade;
drop table hourglass.referral_policy cascade;
drop table hourglass.standing_policy;
drop table hourglass.dispute_policy;
