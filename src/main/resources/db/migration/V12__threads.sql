-- By which mails the inquiries of a pair are tied together: hashes of Message-IDs, salted by the buyer's pseudonym. They
-- outlive the erasure of the buyer, since verdicts hang on them; the ids themselves, in thread_message, do not.

-- Of the mail that brought the fact, and of those that it answers, separated by blanks. Null in facts from before.
alter table hourglass.fact add column mail varchar(22);
alter table hourglass.fact add column answers varchar(4000);

-- All hashes of an inquiry's facts, own or answered. Former: of a mail from before facts had hashes.
create table hourglass.mail_tie (
  hash    varchar(22) not null,
  inquiry varchar(64) not null references hourglass.inquiry,
  former  boolean not null,
  primary key (hash, inquiry)
);

-- A person found that another mail belongs to the inquiry.
alter table hourglass.inquiry add column found boolean default false not null;
