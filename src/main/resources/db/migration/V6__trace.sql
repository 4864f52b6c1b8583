-- What a trace looks up by inquiry, and when a buyer picked or declined.

create index timer_firing_key on hourglass.timer_firing (business_key);
create index thread_message_inquiry on hourglass.thread_message (inquiry);
alter table hourglass.referral add column decided_at timestamp(3) with time zone;
