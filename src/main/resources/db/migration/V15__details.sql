-- Which details of a fact were kept in part, since they did not fit: their names with blanks between; null if none.
alter table hourglass.fact add column kept_in_part varchar(200);
