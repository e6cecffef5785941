-- 查询 in one question: what a receipt and its code open, found, noted and read together; and the clocks of a case as pages show them.

-- 期限 with its rule, pauses and extensions; whoever asks sees the rows that are his.
create view clock_shown with (security_invoker = true) as
  select c.id, c.case_id, c.code, c.round, c.rule_id, c.started_on, c.due_on, c.provisional, c.met_on, c.missed_on, c.closed_on,
    r.amount, r.unit, r.roll,
    (select coalesce(json_agg(json_build_object('from', p.from_on, 'to', p.to_on) order by p.from_on, p.id), '[]')
     from clock_pause p where p.case_id = c.case_id and p.reason = any (r.pauses)) as pauses,
    (select coalesce(json_agg(json_build_object('amount', e.amount, 'unit', e.unit) order by e.id), '[]')
     from clock_extension e where e.clock_id = c.id) as extensions
  from clock c join clock_rule r on r.id = c.rule_id;
grant select on clock_shown to portal_holder, portal_desk, portal_clerk;

-- Everything of a submission that its holder may see; asked as portal_holder, whose rows are one submission's. Money is text, bytes are hex.
create function owned_filing() returns json language plpgsql stable as $$
begin
  return (
    select json_build_object(
      'id', s.id, 'receipt', s.receipt, 'received_at', s.received_at, 'capacity', s.capacity, 'goals', s.goals, 'category', s.category,
      'anonymous', s.anonymous, 'consent_publish', s.consent_publish, 'consent_mediation', s.consent_mediation,
      'port', s.port, 'area', s.area, 'entity', s.entity, 'entity_name', s.entity_name,
      'statement', s.statement, 'charged', s.charged::text, 'comparison', s.comparison, 'acknowledgement', s.acknowledgement,
      'charges', (
        select coalesce(json_agg(json_build_object('n', c.n, 'name', c.name, 'charged_on', c.charged_on, 'amount', c.amount::text,
          'quantity', c.quantity::text, 'unit', c.unit, 'invoice_no', c.invoice_no, 'verdict', c.verdict,
          'expected', c.expected::text, 'difference', c.difference::text) order by c.n), '[]')
        from charge c where c.submission_id = s.id),
      'files', (
        select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'kind', a.kind, 'size', a.size, 'state', a.state, 'why', a.why,
          'at', a.at, 'sender', a.sender, 'case_id', a.case_id, 'message_id', a.message_id) order by a.at, a.id), '[]')
        from attachment a where a.submission_id = s.id),
      'cases', owned_cases(s.id))
    from submission s);
end $$;

-- Its cases in the order they were opened, each with all that is shown of it.
create function owned_cases(p_submission bigint) returns json language plpgsql stable as $$
begin
  return (
    select coalesce(json_agg(json_build_object(
      'id', f.id, 'no', f.no, 'type', f.type, 'track', f.track, 'state', f.state, 'version', f.version,
      'due_on', f.due_on, 'due_code', f.due_code, 'due_provisional', f.due_provisional, 'closed_on', f.closed_on,
      'office', o.name, 'target', t.name,
      'clocks', (select coalesce(json_agg(k order by k.started_on, k.id), '[]') from clock_shown k where k.case_id = f.id),
      'events', (
        select coalesce(json_agg(json_build_object('seq', e.seq, 'kind', e.kind, 'at', e.at, 'actor', e.actor, 'to_state', e.to_state,
          'deadline', e.payload->>'deadline') order by e.seq), '[]')
        from case_event e where e.case_id = f.id),
      'messages', (
        select coalesce(json_agg(json_build_object('id', m.id, 'sender', m.sender, 'at', m.at, 'words', m.words, 'asks', m.asks,
          'read_at', m.read_at) order by m.id), '[]')
        from case_message m where m.case_id = f.id),
      'decisions', (
        select coalesce(json_agg(json_build_object('n', d.n, 'outcome', d.outcome, 'words', d.words, 'refund', d.refund::text,
          'signed_at', d.signed_at) order by d.n), '[]')
        from decision d where d.case_id = f.id),
      'documents', (
        select coalesce(json_agg(json_build_object('id', d.id, 'form', d.form, 'number', d.number, 'made_at', d.made_at,
          'delivered_on', d.delivered_on) order by d.id), '[]')
        from case_document d where d.case_id = f.id),
      'refunds', (
        select coalesce(json_agg(json_build_object('id', r.id, 'amount', r.amount::text, 'ordered_on', r.ordered_on, 'due_on', r.due_on,
          'paid', l.paid::text, 'confirmed', l.confirmed::text, 'unclaimed', l.unclaimed::text, 'to_confirm', (l.paid - l.confirmed)::text) order by r.id), '[]')
        from refund_order r cross join lateral (
          select coalesce(sum(e.amount) filter (where e.kind = 'paid'), 0)::numeric(18,2) as paid,
            coalesce(sum(e.amount) filter (where e.kind = 'confirmed'), 0)::numeric(18,2) as confirmed,
            coalesce(sum(e.amount) filter (where e.kind = 'unclaimed'), 0)::numeric(18,2) as unclaimed
          from refund_entry e where e.order_id = r.id) l
        where r.case_id = f.id),
      'publications', (
        select coalesce(json_agg(json_build_object('no', p.no, 'n', p.n, 'published_at', p.published_at,
          'retracted_at', p.retracted_at) order by p.n), '[]')
        from publication p where p.case_id = f.id),
      'ratings', (
        select coalesce(json_agg(json_build_object('round', v.round, 'score', v.score, 'solved', v.solved, 'words', v.words,
          'at', v.at) order by v.round), '[]')
        from satisfaction v where v.case_id = f.id)
    ) order by f.id), '[]')
    from case_file f join org o on o.id = f.org_id left join org t on t.id = f.target_org
    where f.submission_id = p_submission);
end $$;

-- A lookup: which of these tags finds a submission, when it was looked up the time before, and what its holder may see; null when none does.
-- From the tag on it works as portal_holder, until its transaction ends. p_at: when to note as seen; null where nothing can be written.
-- Nobody waits for the note to reach the disk: it promises nothing.
create function looked_up(p_tags bytea[], p_at timestamptz) returns json language plpgsql as $$
declare
  v_tag bytea := (select k.tag from known_tag(p_tags) k limit 1);
  v_before timestamptz;
begin
  if v_tag is null then return null; end if;
  perform set_config('role', 'portal_holder', true), set_config('app.tag', encode(v_tag, 'hex'), true), set_config('synchronous_commit', 'off', true);
  if p_at is not null then
    select seen_at into v_before from submission;
    update submission set seen_at = p_at;
  end if;
  return json_build_object('tag', v_tag, 'before', v_before, 'filing', owned_filing());
end $$;

revoke execute on function owned_filing(), owned_cases(bigint), looked_up(bytea[], timestamptz) from public;
grant execute on function owned_filing(), owned_cases(bigint) to portal_holder;
grant execute on function looked_up(bytea[], timestamptz) to portal_app;
