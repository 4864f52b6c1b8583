-- When suppliers of the marketplace work, as operations have set it. Without a row the configuration says it.

create table hourglass.work_calendar (
  id     integer primary key,
  days   varchar(80) not null,
  begins varchar(5) not null,
  ends   varchar(5) not null
);

create table hourglass.holiday (
  on_day date primary key,
  name   varchar(100) not null
);
