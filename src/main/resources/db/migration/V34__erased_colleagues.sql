-- Of an erased buyer that was an account of the same shop: since when that was known, so that its consultations stay excluded.

alter table hourglass.consultation add column colleague_since timestamp(3) with time zone;
