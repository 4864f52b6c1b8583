-- What the pages count of the last days is found without reading all that was before: disputes, restated numbers, and what people did.
create index dispute_raised on hourglass.dispute (raised_at);
create index restatement_at on hourglass.restatement (restated_at);
create index ledger_record_kind on hourglass.ledger_record (kind, id);
