-- A day's counts as rows, so that a state has no column of its own and another track counts beside the inquiries.
-- What is zero has no row.

create table hourglass.day_bucket_rows (
  track        varchar(16) not null,
  supplier     varchar(64) not null,
  received_day date not null references hourglass.book_day,
  state        varchar(16) not null,
  count        integer not null check (count > 0),
  constraint day_bucket_key primary key (track, supplier, received_day, state)
);

insert into hourglass.day_bucket_rows (track, supplier, received_day, state, count)
  select 'INQUIRY', supplier, received_day, state, count from (
    select supplier, received_day, 'TIMELY' as state, timely as count from hourglass.day_bucket
    union all select supplier, received_day, 'LATE', late from hourglass.day_bucket
    union all select supplier, received_day, 'UNANSWERED', unanswered from hourglass.day_bucket
    union all select supplier, received_day, 'UNVERIFIED', unverified from hourglass.day_bucket
    union all select supplier, received_day, 'DUPLICATE', duplicates from hourglass.day_bucket
    union all select supplier, received_day, 'REJECTED', rejected from hourglass.day_bucket
    union all select supplier, received_day, 'SPAM', spam from hourglass.day_bucket
  ) counted
  where count > 0
  order by supplier, received_day, state;

-- Its index goes with it. On H2 a restored database has that index serve the foreign key, so that it cannot be dropped alone.
drop table hourglass.day_bucket;
alter table hourglass.day_bucket_rows rename to day_bucket;
create index day_bucket_day on hourglass.day_bucket (track, received_day);
