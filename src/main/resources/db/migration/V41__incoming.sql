-- Deliveries of incoming webhooks that have been taken, so that none is taken twice (ADR 76).
create table hourglass.incoming_delivery (
  id           varchar(64) primary key, -- SHA-256 of the source and its id of the delivery
  source       varchar(20) not null,
  body         varchar(64) not null, -- SHA-256
  received_at  timestamp(3) with time zone not null
);
create index incoming_delivery_received_at on hourglass.incoming_delivery (received_at);
