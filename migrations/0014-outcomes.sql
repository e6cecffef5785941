-- 办理结果公示与统计. A published case has a number of its own, GS2026-0001, which says nothing of the receipt.
create table outcome_number (
  year int primary key check (year between 2000 and 2200),
  last int not null check (last > 0)
);
grant select, insert, update on outcome_number to portal_desk;
alter table publication add constraint public_number check (no ~ '^GS[0-9]{4}-[0-9]{4,}$');
create index publication_by_entity on publication ((content->>'entity'), published_at desc) where content is not null;

-- Whatever changes what the public reads of outcomes raises this number; the portal hears of it and its pages are dated by it.
create table outcome_change (
  id   bigint generated always as identity primary key,
  what text not null
);
grant select on outcome_change to portal_app;
create function outcome_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare of_case bigint;
begin
  of_case := case tg_table_name
    when 'refund_entry' then (select o.case_id from refund_order o where o.id = (to_jsonb(new)->>'order_id')::bigint)
    else (to_jsonb(new)->>'case_id')::bigint end;
  if tg_table_name <> 'publication' and not exists (select from publication p where p.case_id = of_case and p.content is not null) then return null; end if;
  insert into outcome_change (what) values (tg_table_name);
  perform pg_notify('outcome', '');
  return null;
end $$;
create trigger outcome_changed after insert or update on publication for each row execute function outcome_changed();
create trigger outcome_changed after insert on refund_order for each row execute function outcome_changed();
create trigger outcome_changed after insert on refund_entry for each row execute function outcome_changed();
create trigger outcome_changed after insert on case_event for each row when (new.to_state is not null) execute function outcome_changed();

-- What is published is what was signed, by somebody who neither prepared it nor signed the decision.
create function guard_publication() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare p case_proposal;
begin
  if tg_op = 'INSERT' then
    select * into p from case_proposal where id = new.proposal_id;
    if p.case_id <> new.case_id or p.step <> 'publish' or p.outcome is distinct from 'signed'
       or p.asked_by <> new.prepared_by or p.decided_by <> new.published_by or p.payload->'content' is distinct from new.content then
      raise exception 'what is published is what was signed' using errcode = 'restrict_violation', constraint = 'published_as_signed';
    end if;
    if new.published_by = (select d.signed_by from decision d where d.case_id = new.case_id order by d.n desc limit 1) then
      raise exception 'who signed the decision does not publish it' using errcode = 'restrict_violation', constraint = 'published_by_another';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - '{content,retracted_at,retract_reason}'::text[]) <> (to_jsonb(old) - '{content,retracted_at,retract_reason}'::text[])
     or old.retracted_at is not null or new.content is not null or new.retracted_at is null or new.retract_reason is null then
    raise exception 'what was published stays, or is retracted whole' using errcode = 'restrict_violation', constraint = 'retracted_once';
  end if;
  if not exists (select from case_proposal r where r.case_id = new.case_id and r.step in ('retract','publish') and r.outcome = 'signed' and r.used_seq is null) then
    raise exception 'retracting needs a second person' using errcode = 'restrict_violation', constraint = 'step_is_signed';
  end if;
  new.checklist := new.checklist - 'standing'; -- it quotes the text
  return new;
end $$;
create trigger guard_publication before insert or update on publication for each row execute function guard_publication();

-- 撤下: the text goes from what was signed as well, with what is quoted of it; its SHA-256 stays in the event.
create function forget_retracted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update case_proposal set payload = payload - '{content,standing}'::text[] where id = new.proposal_id;
  return null;
end $$;
create trigger forget_retracted after update on publication for each row when (old.retracted_at is null and new.retracted_at is not null) execute function forget_retracted();
create policy desk_is_itself on publication as restrictive for insert to portal_desk with check (published_by = (select case_staff()));

-- Of published cases the public may know how the money stands today, and whether the case is being looked at again.
create function outcome_standing(p_no text[])
returns table (no text, ordered numeric, paid numeric, confirmed numeric, unclaimed numeric, again boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.no, coalesce(o.amount, 0), coalesce(e.paid, 0), coalesce(e.confirmed, 0), coalesce(e.unclaimed, 0), f.state <> 'published'
  from publication p join case_file f on f.id = p.case_id
  left join lateral (select sum(r.amount) as amount from refund_order r where r.case_id = f.id) o on true
  left join lateral (select sum(x.amount) filter (where x.kind = 'paid') as paid, sum(x.amount) filter (where x.kind = 'confirmed') as confirmed,
                            sum(x.amount) filter (where x.kind = 'unclaimed') as unclaimed
                     from refund_entry x join refund_order r on r.id = x.order_id where r.case_id = f.id) e on true
  where p.content is not null and p.no = any (p_no)
$$;
revoke execute on function outcome_standing from public;
grant execute on function outcome_standing to portal_app;

-- 统计快照: made at night; what the public reads of it is suppressed before it is written.
create table stats_snapshot (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  release int not null,
  report  jsonb not null
);
grant select, insert on stats_snapshot to portal_clerk;
grant select on stats_snapshot to portal_app, portal_desk;
grant usage on all sequences in schema public to portal_clerk;
create trigger never_change before update or delete or truncate on stats_snapshot for each statement execute function never();
