-- A fact dated before its inquiry's receipt by this much at the most counts as at it; null in versions from before there was
-- such a thing: by them it counts as dated.
alter table hourglass.policy_version add column early_by varchar(32);
