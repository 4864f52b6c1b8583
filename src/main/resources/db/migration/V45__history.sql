-- A file is taken, rehearsed, or brought in as history.
alter table hourglass.import_file add column manner varchar(16) default 'TAKEN' not null;
update hourglass.import_file set manner = 'REHEARSED' where rehearsed;
alter table hourglass.import_file drop column rehearsed;
