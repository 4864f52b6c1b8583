-- The first version of the rules of messages: when is reminded, and for how long sending is tried.

insert into hourglass.policy (kind, version, in_force_at, rules)
  values ('messages', 1, timestamp with time zone '1970-01-01 00:00:00+00', '{"firstReminderBefore":"PT24H","lastReminderBefore":"PT4H","closeOverdueAfter":"PT1H","retryFor":"PT24H","disableAfter":"PT72H"}');
