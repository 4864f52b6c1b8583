-- Where the books of a later day close by the same date, a day completes no numbers of its own.
alter table hourglass.ledger_seal alter column published_on drop not null;
