-- Of what was noticed about a mailbox: since when the gap lasts on account of which verdicts were judged again, and when operations heard that it stopped.
alter table hourglass.mailbox add column gap_since timestamp(3) with time zone;
alter table hourglass.mailbox add column operations_told_at timestamp(3) with time zone;
