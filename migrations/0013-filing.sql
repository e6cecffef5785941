-- 收件 besides the filing itself: what a key was answered with, and what keeps floods dear.

-- 工作量证明: each solution is good for one filing, and again for a retry under the key of that filing.
create table proof_used (
  id    bytea primary key check (octet_length(id) = 32),
  key   uuid,
  until timestamptz not null
);
create index proof_used_until on proof_used (until);
grant select, insert, update (key) on proof_used to portal_app;
grant select, delete on proof_used to portal_clerk;

-- What the first filing under a key was answered with, as its cases' first events recorded it: the same again for a retry.
create function filed_under(p_key uuid)
returns table (receipt text, fingerprint bytea, code_sealed bytea, code_until timestamptz, received_at timestamptz, acknowledgement bytea, cases jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.receipt, s.fingerprint, s.code_sealed, s.code_until, s.received_at, s.acknowledgement,
    (select jsonb_agg(jsonb_build_object('no', f.no, 'type', f.type, 'track', f.track, 'org', e.payload->'org', 'clock', e.payload->'clock') order by f.id)
     from case_file f join case_event e on e.case_id = f.id and e.seq = 1 where f.submission_id = s.id)
  from submission s where s.key = p_key
$$;
revoke execute on function filed_under from public;
grant execute on function filed_under to portal_app;

-- The holder has written the code down: it is kept no longer.
create function forget_code(p_key uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  update submission set code_sealed = null, code_until = null where key = p_key and code_sealed is not null
$$;
revoke execute on function forget_code from public;
grant execute on function forget_code to portal_app;
