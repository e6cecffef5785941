-- 审计与办案是不相容职务: who audits reads the cases of every office and works on none. One person never holds both.
do $$ declare logins text; begin
  select string_agg(s.login, ', ' order by s.login) into logins from staff s
  where exists (select from staff_role r where r.staff_id = s.id and r.role = 'auditor')
    and exists (select from staff_role r where r.staff_id = s.id and r.role in ('case_handler','case_supervisor','case_publisher'));
  if logins is not null then
    raise exception 'these people audit and handle cases at once: %', logins
      using hint = 'take one of the two away before this version is started, e.g.: delete from staff_role where role = ''auditor'' and staff_id = (select id from staff where login = …)';
  end if;
end $$;
alter table staff_role add constraint auditors_handle_no_cases
  exclude using gist (staff_id with =, ((role = 'auditor')::int) with <>)
  where (role in ('auditor','case_handler','case_supervisor','case_publisher'));

-- 办得到的范围: the offices of whoever asks and all below them, whatever else he may read. Everything that writes asks for it.
create function case_own_reach() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(o.id), '{}') from org o
  where exists (select from staff_org s join org own on own.id = s.org_id
                where s.staff_id = nullif(current_setting('app.staff', true), '')::bigint and starts_with(o.path, own.path))
$$;

do $$ declare
  t text;
  own constant text := '(f.org_id = any ((select case_own_reach())::int[]) or f.target_org = any ((select case_own_reach())::int[])) and (select case_worker())';
begin
  alter policy desk_writes on case_file
    using ((org_id = any ((select case_own_reach())::int[]) or target_org = any ((select case_own_reach())::int[])) and (select case_worker()));
  foreach t in array array['case_proposal','case_event','clock','clock_pause','case_note','case_message','decision','case_document','refund_order','case_link','publication','respondent_reply','satisfaction','case_presence'] loop
    execute format('alter policy desk_adds on %I with check (exists (select from case_file f where f.id = case_id and %s))', t, own);
    execute format('alter policy desk_writes on %I using (exists (select from case_file f where f.id = case_id and %s))', t, own);
  end loop;
  execute format('alter policy desk_writes on submission using (exists (select from case_file f where f.submission_id = submission.id and %s))', own);
  execute format('alter policy desk_adds on attachment with check (exists (select from case_file f where f.submission_id = attachment.submission_id and %s))', own);
  execute format('alter policy desk_writes on attachment using (exists (select from case_file f where f.submission_id = attachment.submission_id and %s))', own);
  execute format('alter policy desk_adds on refund_entry with check (exists (select from refund_order o join case_file f on f.id = o.case_id where o.id = order_id and %s))', own);
  execute format('alter policy desk_adds on clock_extension with check (exists (select from clock c join case_file f on f.id = c.case_id where c.id = clock_id and %s))', own);
  alter policy desk_adds on saved_view
    with check (staff_id = app_staff() and (select case_worker())
      and (scope = 'own' or (scope = 'office' and org_id = any ((select case_own_reach())::int[])) or (scope = 'all' and (select case_supervisor()))));
  alter policy desk_drops on saved_view
    using ((staff_id = app_staff() and (select case_worker()))
      or (scope <> 'own' and (select case_supervisor()) and (scope = 'all' or org_id = any ((select case_own_reach())::int[]))));
end $$;
