-- 收件: a filing and a file under its key come one after the other; what a key tells of how it came.

-- As before (0009), but one at a time with a file that arrives under the same key: it is in the case, or its sender is told that it is too late.
-- Cases, events and clocks are each entered at once.
create or replace function file_complaint(p_key uuid, p_fingerprint bytea, p_law bigint, p jsonb)
returns table (receipt text, fingerprint bytea, code_sealed bytea, code_until timestamptz, received_at timestamptz, replayed boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare s submission; made bigint; ids bigint[]; at timestamptz := p->>'received_at';
begin
  perform pg_advisory_xact_lock(hashtextextended(p_key::text, 11)); -- as add_draft_file() does
  select * into s from submission where key = p_key;
  if found then
    return query select s.receipt, s.fingerprint, s.code_sealed, s.code_until, s.received_at, true;
    return;
  end if;
  if p_law <> (select max(id) from law_change) then
    raise exception 'the law has changed' using errcode = 'restrict_violation', constraint = 'law_is_current';
  end if;
  insert into submission (key, fingerprint, receipt, tag, pepper, code_sealed, code_until, capacity, goals, category, anonymous, consent_publish, consent_mediation,
      daily_life, language, port, area, entity, entity_name, statement, charged, comparison, comparison_sha, release, acknowledgement, channel, worked, received_at, received_on)
    select p_key, p_fingerprint, p->>'receipt', decode(p->>'tag','hex'), (p->>'pepper')::int, decode(p->>'code_sealed','hex'), (p->>'code_until')::timestamptz,
      p->>'capacity', array(select jsonb_array_elements_text(p->'goals')), p->>'category', (p->>'anonymous')::boolean, (p->>'consent_publish')::boolean,
      (p->>'consent_mediation')::boolean, (p->>'daily_life')::boolean, p->>'language', p->>'port', p->>'area', p->>'entity', p->>'entity_name',
      decode(p->>'statement','hex'), (p->>'charged')::numeric, nullif(p->'comparison','null'), decode(p->>'comparison_sha','hex'), (p->>'release')::bigint,
      decode(p->>'acknowledgement','hex'), p->>'channel', (p->>'worked')::boolean, at, (p->>'received_on')::date
    on conflict on constraint submission_key_is_unique do nothing returning id into made;
  if made is null then
    select * into s from submission where key = p_key;
    return query select s.receipt, s.fingerprint, s.code_sealed, s.code_until, s.received_at, true;
    return;
  end if;
  insert into contact_field (submission_id, field, sealed, blind)
    select made, x->>'field', decode(x->>'sealed','hex'), decode(x->>'blind','hex') from jsonb_array_elements(p->'contacts') x;
  insert into charge (submission_id, n, name, charged_on, amount, quantity, unit, invoice_no, item, verdict, expected, difference)
    select made, r.n, r.name, r.charged_on, r.amount, r.quantity, r.unit, r.invoice_no, r.item, r.verdict, r.expected, r.difference
    from jsonb_to_recordset(p->'charges') as r(n int, name text, charged_on date, amount numeric, quantity numeric, unit text, invoice_no text, item text, verdict text, expected numeric, difference numeric);
  -- Their numbers first: a twin names the first, and each row below its case.
  ids := array(select nextval('case_file_id_seq') from jsonb_array_elements(p->'cases'));
  insert into case_file (id, no, submission_id, twin_of, type, track, org_id, port, area, entity, entity_name, category, item, verdict, charged, anonymous, received_at, received_on, version, tail, due_on, due_code, due_provisional, grams)
    overriding system value
    select ids[n], c->>'no', made, case when n > 1 then ids[1] end, c->>'type', c->>'track', (c->>'org')::int, p->>'port', p->>'area', p->>'entity', p->>'entity_name',
      p->>'category', c->>'item', c->>'verdict', (p->>'charged')::numeric, (p->>'anonymous')::boolean, at, (p->>'received_on')::date,
      1, decode(c->'event'->>'hash','hex'), due.due_on, due.code, due.provisional, grams.grams
    from jsonb_array_elements(p->'cases') with ordinality as one(c, n)
    cross join (select array_to_tsvector(array(select distinct g from jsonb_array_elements_text(p->'grams') g where g <> '')) as grams) grams
    left join lateral (
      select r.due_on, r.code, r.provisional from jsonb_to_recordset(c->'clocks') as r(due_on date, code text, provisional boolean)
      where r.code <> 'appeal' order by r.due_on limit 1) due on true;
  insert into case_event (case_id, seq, kind, at, actor, shown, payload, prev, hash)
    select ids[n], 1, 'submitted', at, 'complainant', true, c->'event'->'payload', decode(repeat('00',32),'hex'), decode(c->'event'->>'hash','hex')
    from jsonb_array_elements(p->'cases') with ordinality as one(c, n);
  insert into clock (case_id, code, rule_id, started_on, due_on, provisional)
    select ids[n], k->>'code', (k->>'rule')::int, (k->>'started_on')::date, (k->>'due_on')::date, (k->>'provisional')::boolean
    from jsonb_array_elements(p->'cases') with ordinality as one(c, n), jsonb_array_elements(c->'clocks') k;
  update attachment set submission_id = made where draft_key = p_key and submission_id is null and state <> 'refused';
  return query select p->>'receipt', p_fingerprint, decode(p->>'code_sealed','hex'), (p->>'code_until')::timestamptz, at, false;
end $$;

-- As before (0013), and whether it came through the pages: what came through the API is told to nobody who does not send it again.
drop function filing_of;
drop function filed_under;
create function filed_under(p_key uuid)
returns table (receipt text, fingerprint bytea, code_sealed bytea, code_until timestamptz, received_at timestamptz, acknowledgement bytea, web boolean, cases jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.receipt, s.fingerprint, s.code_sealed, s.code_until, s.received_at, s.acknowledgement, s.channel = 'web',
    (select jsonb_agg(jsonb_build_object('no', f.no, 'type', f.type, 'track', f.track, 'org', e.payload->'org', 'clock', e.payload->'clock') order by f.id)
     from case_file f join case_event e on e.case_id = f.id and e.seq = 1 where f.submission_id = s.id)
  from submission s where s.key = p_key
$$;
revoke execute on function filed_under from public;
grant execute on function filed_under to portal_app;

-- As before (0009), but a clock that begins and is not the nearest of its case changes nothing.
create or replace function next_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare next record;
begin
  if tg_op = 'INSERT' and (new.code = 'appeal' or exists (select from case_file f where f.id = new.case_id and f.due_on <= new.due_on)) then
    return null;
  end if;
  -- coalesce() keeps the planner with the few clocks of the case: the index of live clocks leads past those of all others.
  select c.due_on, c.code, c.provisional into next from clock c
  where c.case_id = new.case_id and coalesce(c.met_on, c.closed_on) is null and c.code <> 'appeal' order by c.due_on, c.id limit 1;
  update case_file f set due_on = next.due_on, due_code = next.code, due_provisional = next.provisional
  where f.id = new.case_id and (f.due_on, f.due_code, f.due_provisional) is distinct from (next.due_on, next.code, next.provisional);
  return null;
end $$;
