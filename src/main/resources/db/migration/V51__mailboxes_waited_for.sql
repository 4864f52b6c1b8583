-- IDLE (ADR 87): since when a mailbox is known to have something new that nobody has begun to read; which node waits for it, and when another may.
alter table hourglass.mailbox add column woken_at timestamp(3) with time zone;
alter table hourglass.mailbox add column idler varchar(36);
alter table hourglass.mailbox add column idle_again_at timestamp(3) with time zone;
create index mailbox_woken on hourglass.mailbox (woken_at);
