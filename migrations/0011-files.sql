-- 附件 of a filing under way. The public role reaches them through these functions alone, by the filing's own key.
create function add_draft_file(p_key uuid, p jsonb, p_files int, p_bytes bigint) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare n int; total bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_key::text, 11));
  if exists (select from submission where key = p_key) then return 'filed'; end if;
  select count(*), coalesce(sum(size), 0) into n, total from attachment where draft_key = p_key and submission_id is null;
  if n >= p_files then return 'too-many'; end if;
  if total + (p->>'size')::int > p_bytes then return 'too-much'; end if;
  insert into attachment (id, draft_key, sender, name, kind, size, stored, sha256, wrapped_key, state, why, at)
    values ((p->>'id')::uuid, p_key, 'complainant', decode(p->>'name','hex'), p->>'kind', (p->>'size')::int, (p->>'stored')::int, decode(p->>'sha256','hex'),
            decode(p->>'wrapped_key','hex'), p->>'state', p->>'why', (p->>'at')::timestamptz);
  return 'kept';
end $$;
create function draft_files(p_key uuid) returns table (id uuid, name bytea, kind text, size int, state text, why text, at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.name, a.kind, a.size, a.state, a.why, a.at from attachment a where a.draft_key = p_key and a.submission_id is null order by a.at, a.id
$$;
create function drop_draft_file(p_key uuid, p_id uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from attachment where id = p_id and draft_key = p_key and submission_id is null;
  return found;
end $$;
revoke execute on function add_draft_file, draft_files, drop_draft_file from public;
grant execute on function add_draft_file, draft_files, drop_draft_file to portal_app;

-- What was kept apart is let go by a supervisor, and by nobody else.
create policy a_supervisor_releases on attachment as restrictive for update to portal_desk using (true)
  with check (state <> 'released' or exists (select from staff_role r where r.staff_id = released_by and r.role = 'case_supervisor'));

-- What one address sent on one day, under an HMAC that is another every day: enough to count, nothing to follow anyone by.
create table upload_day (
  address bytea primary key check (octet_length(address) = 32),
  day     date not null,
  bytes   bigint not null
);
create index upload_day_day on upload_day (day);
grant select, insert, update, delete on upload_day to portal_app;

-- 留存期限: for how long personal data of a class of cases is kept after the case was closed; dated rows, each with its basis.
create table retention_class (
  id         int primary key,
  code       text not null check (code in ('not_accepted','decided','consultation')),
  months     int not null check (months > 0),
  says       jsonb not null,
  basis      jsonb not null,
  provenance jsonb not null,
  valid      daterange not null,
  constraint one_class_a_day exclude using gist (code with =, valid with &&)
);
insert into retention_class (id, code, months, says, basis, provenance, valid) values
  (1, 'not_accepted', 36, '{"zh":"不予受理或已撤回","en":"Not accepted, or withdrawn"}', '{"zh":"《个人信息保护法》第十九条；具体年限由主管部门和档案机构确定","en":"Personal Information Protection Law art. 19; the years are for the authority and the archives to set"}', '{"mark":"recall","source":"design/complaints.md §5.5"}', '[2020-01-01,)'),
  (2, 'decided', 120, '{"zh":"已作出决定","en":"Decided"}', '{"zh":"《个人信息保护法》第十九条；具体年限由主管部门和档案机构确定","en":"Personal Information Protection Law art. 19; the years are for the authority and the archives to set"}', '{"mark":"recall","source":"design/complaints.md §5.5"}', '[2020-01-01,)'),
  (3, 'consultation', 12, '{"zh":"咨询","en":"Consultation"}', '{"zh":"《个人信息保护法》第十九条；具体年限由主管部门和档案机构确定","en":"Personal Information Protection Law art. 19; the years are for the authority and the archives to set"}', '{"mark":"recall","source":"design/complaints.md §5.5"}', '[2020-01-01,)');
grant select on retention_class to portal_clerk;
