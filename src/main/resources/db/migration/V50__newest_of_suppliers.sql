-- A supplier's inquiries are read in their order, a page at a time, however many there are.
create index inquiry_supplier_newest on hourglass.inquiry (supplier, received_day desc, received_at desc, id);
drop index hourglass.inquiry_supplier_day;
