-- 设置: what the office decides for itself. The newest row of a name counts; the earlier ones are its history.
create table setting (
  id    bigint generated always as identity primary key,
  name  text not null,
  value jsonb not null,
  by    bigint not null references staff,
  at    timestamptz not null,
  why   text not null check (length(why) between 5 and 500),
  constraint setting_is_in_bounds check (case name
    when 'noticeDays' then jsonb_typeof(value) = 'number' and (value)::numeric between 0 and 365
    when 'reviewMonths' then jsonb_typeof(value) = 'number' and (value)::numeric between 1 and 60
    when 'emergencyConfirmDays' then jsonb_typeof(value) = 'number' and (value)::numeric between 1 and 30
    when 'totpForAll' then jsonb_typeof(value) = 'boolean'
    else false end)
);
create index setting_newest on setting (name, id);
create trigger never_change before update or delete or truncate on setting for each statement execute function never();
grant select, insert on setting to portal_app;

-- Somebody who can sign in looks after people: the last administrator is neither disabled nor stripped of the role.
create function an_administrator_remains() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('portal.administrators'));
  if not exists (select from staff join staff_role on staff_id = staff.id where role = 'administrator' and disabled_at is null) then
    raise exception 'the last administrator stays' using errcode = 'restrict_violation', constraint = 'an_administrator_remains';
  end if;
  return null;
end $$;
create trigger an_administrator_remains after delete on staff_role
  for each row when (old.role = 'administrator') execute function an_administrator_remains();
create trigger an_administrator_remains after update of disabled_at on staff
  for each row when (old.disabled_at is null and new.disabled_at is not null) execute function an_administrator_remains();

-- The acts that were ever tried are offered as a choice, and one of them is looked for.
create index audit_act on audit (act, id);

-- Jobs that were tried as often as they may be: an alarm on the desk. The queue's own tables are the owner's.
create function failed_jobs() returns table (task text, error text, at timestamptz) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select j.task_identifier, j.last_error, j.updated_at from graphile_worker.jobs j
    where j.attempts >= j.max_attempts and j.locked_at is null order by j.updated_at desc;
end $$;
revoke all on function failed_jobs from public;
grant execute on function failed_jobs to portal_app;
