-- The inquiry that a record is of, so that its proof finds it.
alter table hourglass.ledger_record add column inquiry varchar(64);
update hourglass.ledger_record
  set inquiry = substring(content from 13 for position('"' in substring(content from 13)) - 1)
  where position('{"inquiry":"' in content) = 1 and position('\' in content) = 0;
create index ledger_record_inquiry on hourglass.ledger_record (inquiry);
