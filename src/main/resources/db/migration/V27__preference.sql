-- What a person has set for itself, whichever way it signs in: its account may be of the configuration or of an identity
-- provider.

create table hourglass.preference (
  name     varchar(64) primary key,
  zone     varchar(64),
  language varchar(2)
);
