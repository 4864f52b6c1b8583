-- Who stands behind an account, a key and a dispute: the person who made it, by the name of the first account in that row.

alter table hourglass.account add column person varchar(64);
alter table hourglass.api_key add column person varchar(64);
alter table hourglass.dispute add column raised_for varchar(64);

-- Nobody kept who had made an account; only operations could. Auditors go on as persons of their own.
update hourglass.account set person = case when role = 'AUDITOR' then name else 'operations' end;
update hourglass.api_key set person =
  case when made_by in (select name from hourglass.account) then 'operations' else made_by end;
update hourglass.dispute set raised_for = coalesce(
  (select max(a.person) from hourglass.account a where a.name = raised_by),
  (select max(k.person) from hourglass.api_key k where k.name = raised_by),
  raised_by);

alter table hourglass.account alter column person set not null;
alter table hourglass.api_key alter column person set not null;
alter table hourglass.dispute alter column raised_for set not null;
