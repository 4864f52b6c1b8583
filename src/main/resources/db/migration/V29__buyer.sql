-- What buyers are called: a name for display that the marketplace gives. One that it said nothing of has no row. The terms are
-- the words by which it is searched for, in lower case, separated by blanks.
create table hourglass.buyer (
  id    varchar(64) primary key,
  name  varchar(200) not null,
  terms varchar(2000) default '' not null
);
