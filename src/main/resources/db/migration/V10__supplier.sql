-- To whom else a reply went: mail addresses, separated by blanks. They are erased with the text.
alter table hourglass.fact_text add column cc varchar(2600);

-- A supplier's disputes, the latest first.
create index dispute_supplier on hourglass.dispute (supplier, raised_at);
