-- 办案台: what the handlers' queue reads fast, and the views that people keep of it.

-- 退款到期: the earliest day on which an order not yet paid is due. Orders and entries keep it.
alter table case_file add refund_due date;
create function next_refund() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare of_case bigint;
begin
  if tg_table_name = 'refund_order' then of_case := new.case_id;
  else select case_id into of_case from refund_order where id = new.order_id;
  end if;
  update case_file f set refund_due =
    (select min(o.due_on) from refund_order o
     where o.case_id = f.id and o.amount > (select coalesce(sum(e.amount), 0) from refund_entry e where e.order_id = o.id and e.kind in ('paid','unclaimed')))
  where f.id = of_case;
  return null;
end $$;
create trigger next_refund after insert on refund_order for each row execute function next_refund();
create trigger next_refund after insert on refund_entry for each row execute function next_refund();

-- The queue is read office by office, the earliest day first; what has no day comes last (as a column: row security lets no
-- coalesce() near an index). Row security reads target_org too.
alter table case_file add queue_day date not null generated always as (coalesce(due_on, 'infinity'::date)) stored;
drop index case_by_due;
create index case_queue on case_file (org_id, queue_day, id) include (target_org) where closed_on is null;
create index case_queue_all on case_file (org_id, queue_day, id) include (target_org);
create index case_to_tell on case_file (org_id, queue_day, id) include (target_org) where state = 'decided' and closed_on is null;
create index case_unread on case_file (org_id, queue_day, id) include (target_org) where unread;
create index case_refund on case_file (org_id, refund_due) where refund_due is not null;
create index case_by_cluster on case_file (cluster_id) where cluster_id is not null;

-- 全文: cases in reach whose words hold all of these, at most so many. An operator of text search is not leakproof, so that
-- row security would keep it from its index; here the reach is asked for in words.
create function cases_saying(p_words text, p_most int) returns setof bigint language sql stable security definer set search_path = public, pg_temp as $$
  select f.id from case_file f
  where f.grams @@ p_words::tsquery
    and (f.org_id = any ((select case_reach())::int[]) or f.target_org = any ((select case_reach())::int[]))
  limit p_most
$$;
revoke execute on function cases_saying from public;
grant execute on function cases_saying to portal_desk;

-- 视图: filters kept under a name, by their address. What it shows is what its reader may see. `own` is its maker's, `office`
-- everybody's of one office and above it, `all` everybody's.
create table saved_view (
  id      bigint generated always as identity primary key,
  scope   text not null check (scope in ('own','office','all')),
  org_id  int references org,
  staff_id bigint not null references staff,
  name    text not null check (name <> '' and length(name) <= 40),
  filter  text not null check (length(filter) <= 1000),
  at      timestamptz not null,
  constraint office_has_a_name check ((scope = 'office') = (org_id is not null))
);
create unique index view_name on saved_view (scope, coalesce(org_id, 0), (case scope when 'own' then staff_id else 0 end), name);
create table default_view (
  staff_id bigint primary key references staff,
  view_id  bigint not null references saved_view on delete cascade
);
create function app_staff() returns bigint language sql stable as $$ select nullif(current_setting('app.staff', true), '')::bigint $$;
create function case_supervisor() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from staff_role r where r.staff_id = nullif(current_setting('app.staff', true), '')::bigint and r.role = 'case_supervisor')
$$;
alter table saved_view enable row level security;
alter table default_view enable row level security;
create policy desk_reads on saved_view for select to portal_desk
  using (scope = 'all' or (scope = 'own' and staff_id = app_staff()) or (scope = 'office' and org_id = any ((select case_reach())::int[])));
create policy desk_adds on saved_view for insert to portal_desk
  with check (staff_id = app_staff() and (select case_worker())
    and (scope = 'own' or (scope = 'office' and org_id = any ((select case_reach())::int[])) or (scope = 'all' and (select case_supervisor()))));
create policy desk_drops on saved_view for delete to portal_desk
  using ((staff_id = app_staff() and (select case_worker())) or (scope <> 'own' and (select case_supervisor()) and (scope = 'all' or org_id = any ((select case_reach())::int[]))));
create policy desk on default_view to portal_desk using (staff_id = app_staff()) with check (staff_id = app_staff() and (select case_worker()));
grant select, insert, delete on saved_view to portal_desk;
grant select, insert, update, delete on default_view to portal_desk;
