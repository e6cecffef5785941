-- 并案: a cluster is its office's, and those above it see it. A case joins one of its own office and entity.
alter table cluster enable row level security;
create policy clerk on cluster to portal_clerk using (true) with check (true);
create policy desk_reads on cluster for select to portal_desk using (org_id = any ((select case_reach())::int[]));
create policy desk_adds on cluster for insert to portal_desk
  with check ("by" = (select case_staff()) and (select case_worker())
    and exists (select from staff_org s join org own on own.id = s.org_id join org o on o.id = cluster.org_id
                where s.staff_id = (select case_staff()) and starts_with(o.path, own.path)));

create function guard_cluster() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from cluster c where c.id = new.cluster_id and c.org_id = new.org_id and c.entity = new.entity) then
    raise exception 'a case joins a cluster of its own office and entity' using errcode = 'restrict_violation', constraint = 'cluster_is_own';
  end if;
  return new;
end $$;
create trigger guard_cluster before update of cluster_id on case_file for each row
  when (new.cluster_id is not null and new.cluster_id is distinct from old.cluster_id) execute function guard_cluster();

-- 随消息附件: files that were looked at beforehand go with a message of the desk, in the transaction that writes it: all that
-- were counted, or none. What goes to a complainant in all stays within the limits of what was filed.
create function send_draft_files(p_key uuid, p_message bigint, p_count int, p_files int, p_bytes bigint) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare said record; n int; total bigint;
begin
  select m.case_id, f.submission_id into said from case_message m join case_file f on f.id = m.case_id
    where m.id = p_message and m.sender = 'desk' and m."by" = case_staff() and m.xmin = pg_current_xact_id()::xid;
  if not found then
    raise exception 'files go with a message of their sender, when it is written' using errcode = 'insufficient_privilege';
  end if;
  perform from submission where id = said.submission_id for update;
  update attachment set submission_id = said.submission_id, case_id = said.case_id, message_id = p_message, sender = 'desk'
    where draft_key = p_key and submission_id is null and state <> 'refused';
  get diagnostics n = row_count;
  if n <> p_count then return 'gone'; end if;
  select count(*), coalesce(sum(size), 0) into n, total from attachment where submission_id = said.submission_id and sender = 'desk';
  if n > p_files then return 'too-many'; end if;
  if total > p_bytes then return 'too-much'; end if;
  return 'kept';
end $$;
revoke execute on function guard_cluster(), send_draft_files(uuid, bigint, int, int, bigint) from public;
grant execute on function send_draft_files(uuid, bigint, int, int, bigint) to portal_desk;

-- 解除隔离 of what the desk itself sent is for another than its sender.
create policy sender_lets_nothing_go on attachment as restrictive for update to portal_desk
  using (message_id is null or not exists (select from case_message m where m.id = message_id and m."by" = (select case_staff())));
