-- What two people sign: a new lookup code, what is asked for and waits whatever the case does, and no text of what was not published.

-- 更换查询码: one asks and says how he knows who the complainant is, another signs, and within a day who asked makes the code, once.
-- It opens the whole submission, so each of its cases tells of it, whichever office has it.
alter table submission add code_by bigint constraint code_is_made_once unique references case_proposal;
revoke update (tag, pepper, code_sealed, code_until) on submission from portal_desk;
drop policy desk_writes on submission;

create function guard_code() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare p case_proposal;
begin
  select q.* into p from case_proposal q join case_file asked on asked.id = q.case_id join case_file f on f.submission_id = asked.submission_id
  where q.id = new.proposal_id and q.step = 'code' and f.id = new.case_id for update of q;
  if not found or p.outcome is distinct from 'signed' or p.decided_by = p.asked_by or p.asked_by is distinct from new.staff_id
     or new.at < p.decided_at or new.at >= p.decided_at + interval '24 hours' or (p.case_id = new.case_id) <> (p.used_seq is null) then
    raise exception 'a new code needs a second person, within the day' using errcode = 'restrict_violation', constraint = 'code_is_signed';
  end if;
  if p.case_id = new.case_id then update case_proposal set used_seq = new.seq where id = p.id; end if;
  return new;
end $$;
create trigger guard_code before insert on case_event for each row when (new.kind = 'code_reset') execute function guard_code();
create unique index code_is_told_once on case_event (case_id, proposal_id) where kind = 'code_reset';

-- Looked at when the transaction ends: the last that every case of a submission tells of its code is the making of the one it has.
create function code_is_told() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.code_by is not distinct from old.code_by or exists (
    select from case_file f where f.submission_id = new.id and new.code_by is distinct from
      (select e.proposal_id from case_event e where e.case_id = f.id and e.kind = 'code_reset' order by e.seq desc limit 1)) then
    raise exception 'every case tells that the code of % was replaced', new.receipt using errcode = 'restrict_violation', constraint = 'code_is_told';
  end if;
  return null;
end $$;
create constraint trigger code_is_told after update on submission deferrable initially deferred for each row
  when (old.tag is distinct from new.tag) execute function code_is_told();

-- The cases of whose submission this person may make a code, where their chains end, held: first the case in which he asked.
create function cases_of_code(p_proposal bigint) returns table (id bigint, no text, version int, tail bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
declare asked case_file;
begin
  select f.* into asked from case_proposal p join case_file f on f.id = p.case_id
  where p.id = p_proposal and p.step = 'code' and p.outcome = 'signed' and p.asked_by = case_staff() and p.used_seq is null;
  if not found or not case_worker() or asked.org_id <> all (case_own_reach()) then
    raise exception 'a new code needs a second person, within the day' using errcode = 'restrict_violation', constraint = 'code_is_signed';
  end if;
  return query select f.id, f.no, f.version, f.tail from case_file f where f.submission_id = asked.submission_id
    order by f.id <> asked.id, f.id for update;
end $$;
-- Enters that event in each of them and lets another tag find the submission; the code before finds nothing from then on.
create function replace_code(p_proposal bigint, p_tag bytea, p_pepper int, p_at timestamptz, p_actor text, p_events jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare e jsonb;
begin
  if not case_worker() then
    raise exception 'a new code is made by who works on cases' using errcode = 'insufficient_privilege';
  end if;
  for e in select * from jsonb_array_elements(p_events) loop
    insert into case_event (case_id, seq, kind, at, actor, staff_id, shown, proposal_id, payload, prev, hash)
      values ((e->>'case')::bigint, (e->>'seq')::int, 'code_reset', p_at, p_actor, case_staff(), true, p_proposal, e->'payload', decode(e->>'prev','hex'), decode(e->>'hash','hex'));
  end loop;
  update submission s set tag = p_tag, pepper = p_pepper, code_sealed = null, code_until = null, code_by = p_proposal
  from case_proposal p join case_file f on f.id = p.case_id where p.id = p_proposal and s.id = f.submission_id;
end $$;
revoke execute on function cases_of_code, replace_code from public;
grant execute on function cases_of_code, replace_code to portal_desk;

-- As before (0009), but what was asked for besides the steps waits on whatever the case does: an identity, and now a code.
create or replace function enter_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare f case_file; s case_step; p case_proposal;
begin
  -- The case was written with its first event already in mind (file_complaint); case_is_whole asks for that event.
  if new.seq = 1 and new.kind = 'submitted' and new.prev = decode(repeat('00', 32), 'hex')
     and exists (select from case_file c where c.id = new.case_id and c.version = 1 and c.tail = new.hash) then
    return new;
  end if;
  select * into f from case_file where id = new.case_id for update;
  if f.version + 1 <> new.seq or f.tail <> new.prev then
    raise exception 'case % has gone on (%)', f.no, f.version using errcode = 'restrict_violation', constraint = 'case_has_gone_on';
  end if;
  if exists (select from case_step where step = new.kind) then
    select * into s from case_step where step = new.kind and type = f.type and from_state = f.state;
    if not found then
      raise exception 'case %: no % from %', f.no, new.kind, f.state using errcode = 'restrict_violation', constraint = 'step_is_in_the_life';
    end if;
    if new.to_state is distinct from (case s.to_state when 'same' then f.state when 'prior' then f.prior else s.to_state end) then
      raise exception 'case %: % does not lead to %', f.no, new.kind, new.to_state using errcode = 'restrict_violation', constraint = 'step_is_in_the_life';
    end if;
    if new.actor <> all (case when s.signed is null then s.who else array[s.signed] end) then
      raise exception 'case %: % is not for a %', f.no, new.kind, new.actor using errcode = 'restrict_violation', constraint = 'step_is_theirs';
    end if;
    if new.kind = 'publish' and not exists (select from case_event d where d.case_id = f.id and d.kind in ('decide','decide_not_to_file')
       and d.seq > coalesce((select max(r.seq) from case_event r where r.case_id = f.id and r.kind = 'reopen'), 0)) then
      raise exception 'case %: nothing was decided that could be published', f.no using errcode = 'restrict_violation', constraint = 'published_by_decision';
    end if;
    if s.signed is not null then
      select * into p from case_proposal where id = new.proposal_id and case_id = f.id and step = new.kind for update;
      if not found or p.outcome is distinct from 'signed' or p.decided_by = p.asked_by or p.used_seq is not null then
        raise exception 'case %: % was not signed by a second person', f.no, new.kind using errcode = 'restrict_violation', constraint = 'step_is_signed';
      end if;
      update case_proposal set used_seq = new.seq where id = p.id;
    end if;
  elsif new.to_state is not null then
    raise exception '% does not move a case', new.kind using errcode = 'restrict_violation', constraint = 'step_is_in_the_life';
  end if;
  update case_file set version = new.seq, tail = new.hash,
    state = coalesce(new.to_state, f.state),
    org_id = case when new.kind = 'take' then f.target_org else f.org_id end,
    target_org = case when f.state = 'in_transfer' and new.to_state is not null then null else f.target_org end,
    prior = case when new.to_state in ('suspended','in_transfer') then f.state else f.prior end,
    closed_on = case when new.to_state is null then f.closed_on
                     when new.to_state in ('not_accepted','notified','published','withdrawn','archived') then coalesce(f.closed_on, (new.at at time zone 'Asia/Shanghai')::date)
                     else null end
  where id = f.id;
  -- What was asked for and cannot be signed from here any more is taken back in the name of who asked.
  if new.to_state <> f.state then
    update case_proposal q set outcome = 'withdrawn', decided_by = q.asked_by, decided_at = new.at
    where q.case_id = f.id and q.outcome is null and q.step not in ('reveal','code')
      and not exists (select from case_step n where n.step = q.step and n.type = f.type and n.from_state = new.to_state and n.signed is not null);
  end if;
  return new;
end $$;

-- As before (0009), and a publication that was not published leaves no text behind either.
create or replace function guard_proposal() returns trigger language plpgsql as $$
declare may text[] := '{decided_by,decided_at,outcome,why,used_seq}';
begin
  -- The portal itself seals the words anew under another key, and destroys them when their time is over.
  if current_user = 'portal_clerk' then may := may || 'words'::text; end if;
  -- What was published and is retracted leaves no text behind (forget_retracted).
  if old.step = 'publish' and new.payload = old.payload - '{content,standing}'::text[]
     and exists (select from publication p where p.proposal_id = old.id and p.retracted_at is not null) then may := may || 'payload'::text; end if;
  -- A text that was not published goes when it is declined or withdrawn; its SHA-256 stays in the event that asked for it.
  if old.step = 'publish' and new.outcome in ('declined','withdrawn') and new.payload in (old.payload, old.payload - '{content,standing}'::text[]) then
    new.payload := old.payload - '{content,standing}'::text[];
    may := may || 'payload'::text;
  end if;
  if (to_jsonb(new) - may) <> (to_jsonb(old) - may)
     or (old.outcome is not null and (new.outcome, new.decided_by) is distinct from (old.outcome, old.decided_by))
     or (old.used_seq is not null and new.used_seq is distinct from old.used_seq) then
    raise exception 'what was asked and signed stays' using errcode = 'restrict_violation', constraint = 'signed_stays';
  end if;
  return new;
end $$;
update case_proposal set payload = payload where step = 'publish' and outcome in ('declined','withdrawn');
