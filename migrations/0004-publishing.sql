-- 变更集: what people propose, a second pair of eyes checks, and one atomic release publishes. `approved_base` is the newest
-- release when it was frozen, `reviews_before` the last review before that: neither an older approval nor one of what has
-- since been published anew counts.
create table change_set (
  id            bigint generated always as identity primary key,
  entity        text collate "C",
  title         jsonb not null,
  note          jsonb,
  state         text not null default 'draft'
                check (state in ('draft','in_review','changes_requested','approved','scheduled','published','abandoned')),
  version       int not null default 0,
  made_by       bigint not null references staff,
  made_at       timestamptz not null,
  content_sha   bytea,
  approved_sha  bytea,
  approved_base bigint references release,
  reviews_before bigint not null default 0,
  lint          jsonb,
  lint_errors   int,
  publish_at    timestamptz,
  emergency     text,
  release       bigint unique references release,
  constraint frozen_has_a_hash check (state not in ('in_review','approved','scheduled','published') or content_sha is not null),
  constraint approved_is_what_was_hashed check (state not in ('approved','scheduled','published') or (approved_sha is not null and approved_sha = content_sha)),
  constraint errors_block check (state not in ('in_review','approved','scheduled','published') or lint_errors = 0),
  constraint scheduled_has_a_time check ((state = 'scheduled') = (publish_at is not null) or state = 'published'),
  constraint published_is_a_release check ((state = 'published') = (release is not null)),
  constraint emergency_has_a_reason check (emergency is null or length(emergency) between 10 and 2000)
);
create index change_set_open on change_set (state, publish_at) where state not in ('published','abandoned');

-- Everyone who wrote a part of a set: none of them may review it.
create table change_contributor (
  set_id   bigint not null references change_set,
  staff_id bigint not null references staff,
  primary key (set_id, staff_id)
);

-- One line of a set. A line taken out stays, marked, with who took it out.
create table change_line (
  set_id  bigint not null references change_set,
  n       int not null check (n > 0),
  kind    text not null check (kind in ('item','standard','entity','port','document','lineage','coverage','operating_time')),
  key     text not null collate "C",
  change  text not null check (change in ('new','revise','correct','confirm','withdraw')),
  valid   daterange not null,
  payload jsonb,
  why     jsonb not null,
  source  jsonb,
  removed boolean not null default false,
  by      bigint not null references staff,
  primary key (set_id, n),
  constraint line_says_something check ((change = 'withdraw') = (payload is null)),
  constraint line_has_days check (not isempty(valid) and lower_inc(valid) and not lower_inf(valid)),
  constraint line_said_once exclude using gist (set_id with =, kind with =, key with =, valid with &&) where (not removed)
);

-- Frozen from submission on: only a draft is edited, and whoever touches a line has contributed.
create function guard_change_line() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare frozen record;
begin
  select s.id, s.state into frozen from change_set s
  where s.id in (select set_id from touched) and s.state not in ('draft','changes_requested') limit 1;
  if found then raise exception 'change set % is frozen (%)', frozen.id, frozen.state using errcode = 'restrict_violation'; end if;
  insert into change_contributor (set_id, staff_id) select distinct set_id, by from touched on conflict do nothing;
  update change_set set version = version + 1, content_sha = null, lint = null, lint_errors = null where id in (select distinct set_id from touched);
  return null;
end $$;
create trigger guard_change_line_insert after insert on change_line referencing new table as touched for each statement execute function guard_change_line();
create trigger guard_change_line_update after update on change_line referencing new table as touched for each statement execute function guard_change_line();
create trigger never_delete before delete or truncate on change_line for each statement execute function never();
create trigger never_change before update or delete or truncate on change_contributor for each statement execute function never();

create function guard_change_line_place() returns trigger language plpgsql as $$
begin
  if new.set_id <> old.set_id or new.n <> old.n then
    raise exception 'a line stays where it was written' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_change_line_place before update on change_line for each row execute function guard_change_line_place();

-- What a review is of, to the letter: title and note of the release to be, and every line. NULLs keep their places.
create function change_digest(p_set bigint) returns bytea language sql stable set search_path = public, pg_temp as $$
  select sha256(convert_to(jsonb_build_array(s.title, s.note, coalesce(
    (select jsonb_agg(jsonb_build_array(n, kind, key, change, valid, payload, why, source) order by n)
     from change_line where set_id = s.id and not removed), '[]'))::text, 'UTF8'))
  from change_set s where s.id = p_set
$$;

create table change_review (
  id          bigint generated always as identity primary key,
  set_id      bigint not null references change_set,
  reviewer    bigint not null references staff,
  decision    text not null check (decision in ('approve','request_changes','emergency')),
  content_sha bytea not null,
  accepted    jsonb not null default '[]',
  comment     text,
  at          timestamptz not null
);
create index change_review_set on change_review (set_id);

create function guard_change_review() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare s change_set;
begin
  select * into s from change_set where id = new.set_id for update;
  if s.state <> 'in_review' then raise exception 'change set % is not in review', s.id using errcode = 'restrict_violation', constraint = 'set_is_in_review'; end if;
  if new.content_sha is distinct from s.content_sha or new.content_sha is distinct from change_digest(s.id) then
    raise exception 'what was reviewed is not what change set % holds', s.id using errcode = 'restrict_violation', constraint = 'review_is_of_this_hash';
  end if;
  if exists (select from change_contributor c where c.set_id = s.id and c.staff_id = new.reviewer) then
    raise exception 'who contributed to change set % may not review it', s.id using errcode = 'restrict_violation', constraint = 'reviewer_contributed_nothing';
  end if;
  return new;
end $$;
create trigger guard_change_review before insert on change_review for each row execute function guard_change_review();
create trigger never_change before update or delete or truncate on change_review for each statement execute function never();

-- The life of a set, as one table: from, to.
create function change_step_is_lawful(old_state text, new_state text) returns boolean language sql immutable as $$
  select (old_state, new_state) in (
    ('draft','in_review'), ('changes_requested','in_review'), ('in_review','changes_requested'), ('in_review','draft'),
    ('in_review','approved'), ('approved','draft'), ('approved','scheduled'), ('scheduled','approved'), ('scheduled','draft'),
    ('approved','published'), ('scheduled','published'), ('approved','changes_requested'), ('scheduled','changes_requested'),
    ('draft','abandoned'), ('changes_requested','abandoned'), ('in_review','abandoned'))
$$;

-- What was published anew since a set was frozen is not what its editors and reviewers saw.
create function set_is_fresh(s change_set) returns void language plpgsql stable set search_path = public, pg_temp as $$
declare stale record;
begin
  select l.n, l.kind, l.key into stale
  from change_line l join subject j on j.kind = l.kind and j.key = l.key
    join statement t on t.subject_id = j.id and lower(t.known) > coalesce(s.approved_base, 0) and not t.remainder and t.valid && l.valid
  where l.set_id = s.id and not l.removed order by l.n limit 1;
  if found then
    raise exception '% % was published anew after change set % was submitted', stale.kind, stale.key, s.id
      using errcode = 'restrict_violation', constraint = 'set_is_fresh', detail = stale.n;
  end if;
end $$;

create function guard_change_set() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or new.content_sha is not null or new.approved_sha is not null or new.release is not null then
      raise exception 'a change set begins as a draft' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if new.id <> old.id or new.entity is distinct from old.entity or new.made_by <> old.made_by or new.made_at <> old.made_at then
    raise exception 'change set % keeps its owner', old.id using errcode = 'restrict_violation';
  end if;
  if old.state = new.state then
    if old.state in ('draft','changes_requested') then
      new.approved_sha := null;
      return new;
    end if;
    if (to_jsonb(old) - 'version') <> (to_jsonb(new) - 'version') then
      raise exception 'change set % is frozen (%)', old.id, old.state using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if not change_step_is_lawful(old.state, new.state) then
    raise exception 'change set %: no step from % to %', old.id, old.state, new.state using errcode = 'restrict_violation', constraint = 'step_is_lawful';
  end if;
  if old.state not in ('draft','changes_requested')
     and (to_jsonb(old) - '{state,version,publish_at,release}'::text[]) <> (to_jsonb(new) - '{state,version,publish_at,release}'::text[]) then
    raise exception 'change set % is frozen (%)', old.id, old.state using errcode = 'restrict_violation';
  end if;
  new.version := old.version + 1;
  if new.state = 'in_review' then
    if not exists (select from change_line where set_id = new.id and not removed) then
      raise exception 'change set % is empty', new.id using errcode = 'restrict_violation', constraint = 'set_has_lines';
    end if;
    new.content_sha := change_digest(new.id);
    new.approved_sha := null;
    -- What lint looked at: a release between that look and this moment is one it never saw.
    new.approved_base := (select nullif(least(coalesce(max(seq), 0), (new.lint->>'release')::bigint), 0) from release);
    new.reviews_before := coalesce((select max(id) from change_review where set_id = new.id), 0);
  elsif new.state in ('draft','changes_requested') then
    new.content_sha := null;
    new.approved_sha := null;
    new.approved_base := null;
    new.publish_at := null;
    new.emergency := null;
    new.lint := null;
    new.lint_errors := null;
  elsif new.state = 'approved' and old.state = 'in_review' then
    if not exists (select from change_review r where r.set_id = new.id and r.content_sha = new.content_sha and r.id > new.reviews_before
                     and r.decision = case when new.emergency is null then 'approve' else 'emergency' end) then
      raise exception 'nobody approved this content of change set %', new.id using errcode = 'restrict_violation', constraint = 'approved_by_review';
    end if;
    perform set_is_fresh(new);
    new.approved_sha := new.content_sha;
  elsif new.state = 'approved' then
    new.publish_at := null;
  elsif new.state = 'published' and not exists (select from release r where r.seq = new.release and r.xid = pg_current_xact_id_if_assigned()
                                                  and r.change_set = new.id and r.emergency = (new.emergency is not null)) then
    raise exception 'a change set is published only by publish_set()' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_change_set before insert or update on change_set for each row execute function guard_change_set();

create function maker_contributes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into change_contributor (set_id, staff_id) values (new.id, new.made_by) on conflict do nothing;
  return null;
end $$;
create trigger maker_contributes after insert on change_set for each row execute function maker_contributes();
create trigger never_delete before delete or truncate on change_set for each statement execute function never();

-- What happened to a set, step by step; nobody where the portal itself did it.
create table change_event (
  id     bigint generated always as identity primary key,
  set_id bigint not null references change_set,
  by     bigint references staff,
  act    text not null,
  detail jsonb,
  at     timestamptz not null
);
create index change_event_set on change_event (set_id, id);
create trigger never_change before update or delete or truncate on change_event for each statement execute function never();

-- What reviewers and editors say of a set (n null) or of one line.
create table change_comment (
  id     bigint generated always as identity primary key,
  set_id bigint not null references change_set,
  n      int,
  by     bigint not null references staff,
  words  text not null check (length(words) between 1 and 4000),
  at     timestamptz not null,
  foreign key (set_id, n) references change_line
);
create index change_comment_set on change_comment (set_id, id);
create trigger never_change before update or delete or truncate on change_comment for each statement execute function never();

-- A release knows the set it came from, and whether it went past the second pair of eyes in an emergency.
alter table release add column change_set bigint unique references change_set;
alter table release add column emergency boolean not null default false;
alter table statement add column source jsonb;
create index statement_correcting on statement (line_release) where change = 'correct' and not remainder;

-- 事后确认: an emergency release is confirmed by a third person, who neither wrote nor published it.
create table release_confirmation (
  release bigint primary key references release,
  by      bigint not null references staff,
  note    text not null check (length(note) between 1 and 2000),
  at      timestamptz not null
);
create function guard_release_confirmation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from release where seq = new.release and emergency) then
    raise exception 'release % was no emergency', new.release using errcode = 'restrict_violation', constraint = 'confirms_an_emergency';
  end if;
  if exists (select from release r join change_contributor c on c.set_id = r.change_set where r.seq = new.release and c.staff_id = new."by")
     or exists (select from release r join change_event e on e.set_id = r.change_set where r.seq = new.release and e.by = new."by" and e.act in ('emergency','schedule','publish'))
     or exists (select from release r join change_review v on v.set_id = r.change_set where r.seq = new.release and v.reviewer = new."by" and v.decision = 'emergency') then
    raise exception 'who wrote or published release % may not confirm it', new.release using errcode = 'restrict_violation', constraint = 'confirmed_by_a_third';
  end if;
  return new;
end $$;
create trigger guard_release_confirmation before insert on release_confirmation for each row execute function guard_release_confirmation();
create trigger never_change before update or delete or truncate on release_confirmation for each statement execute function never();

-- A release that comes from a set is committed together with that set, or not at all: a preview can only be rolled back.
create function release_has_its_set() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.change_set is not null and not exists (select from change_set where id = new.change_set and state = 'published' and release = new.seq) then
    raise exception 'release % is of a change set that is not published', new.seq using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger release_has_its_set after insert on release deferrable initially deferred for each row execute function release_has_its_set();

-- The only writer of published facts: serialised, gapless, atomic. Lines are what catalogue/release.ts has checked.
drop function publish;
create function publish(p_lines jsonb, p_title jsonb, p_note jsonb, p_backfilled boolean, p_at timestamptz, p_set bigint default null, p_emergency boolean default false)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare r bigint; last timestamptz; stranger record;
begin
  perform pg_advisory_xact_lock(hashtext('portal.publish'));
  select coalesce(max(seq), 0) + 1, max(published_at) into r, last from release;
  if p_at <= last then p_at := last + interval '1 microsecond'; end if;
  insert into release (seq, published_at, title, note, backfilled, lines, change_set, emergency)
  values (r, p_at, p_title, nullif(p_note, 'null'), p_backfilled, jsonb_array_length(p_lines), p_set, p_emergency);

  insert into subject (kind, key, first_known, list_key)
  select kind, key, r, case when kind = 'item' then lpad(payload->>'position', 6, '0') || ' ' || (payload->>'code') end
  from jsonb_to_recordset(p_lines) as l(kind text, key text, change text, payload jsonb)
  where change <> 'withdraw' and kind <> 'standard'
  on conflict (kind, key) do nothing;
  -- Whatever a line names was published before, or is in this release.
  select l.n, named.kind, named.key into stranger
  from rows from (jsonb_to_recordset(p_lines) as (kind text, payload jsonb, why jsonb)) with ordinality as l(kind, payload, why, n),
    lateral (
      select 'item', l.payload->>'item'
      union all select 'port', l.payload->>'port'
      union all select 'port', jsonb_array_elements_text(l.payload->'ports')
      union all select 'entity', l.payload->>'entity'
      union all select 'document', jsonb_array_elements_text(l.why->'documents')
      union all select 'document', jsonb_array_elements(l.payload->'basis')->>'document'
    ) as named(kind, key)
    left join subject s on s.kind in ('item','port','entity','document') and s.kind = named.kind and s.key = named.key
  where named.key is not null and s.id is null order by l.n limit 1;
  if found then
    raise exception '% % was never published', stranger.kind, stranger.key
      using errcode = 'foreign_key_violation', constraint = stranger.kind || '_is_known', detail = stranger.n;
  end if;
  insert into subject (kind, key, first_known, item_code, port_code, area_code, entity_code, list_key)
  select l.kind, l.key, r, p.item, coalesce(p.port, '-'), coalesce(p.area, '-'), coalesce(p.entity, '-'),
    i.list_key || '/' || case when p.entity is null
      then concat_ws('/', '0', p.line, coalesce(p.port, ''), coalesce(p.area, ''))
      else concat_ws('/', '1', p.port, p.entity, coalesce(p.area, ''), p.line) end
  from jsonb_to_recordset(p_lines) as l(kind text, key text, change text, payload jsonb)
  cross join lateral jsonb_to_record(l.payload) as p(item text, port text, area text, entity text, line text)
  join subject i on i.kind = 'item' and i.key = p.item
  where l.change <> 'withdraw' and l.kind = 'standard'
  on conflict (kind, key) do nothing;

  select l.n, l.kind, l.key into stranger
  from rows from (jsonb_to_recordset(p_lines) as (kind text, key text)) with ordinality as l(kind, key, n) left join subject s using (kind, key)
  where s.id is null order by l.n limit 1;
  if found then
    raise exception '% % was never published', stranger.kind, stranger.key
      using errcode = 'foreign_key_violation', constraint = 'subject_is_known', detail = stranger.n;
  end if;

  -- Close every current statement that a line touches and re-state what the lines leave standing, all lines at once:
  -- line by line, a remainder born in this release would be closed in it and leave an empty range.
  with line as (
    select s.id as subject_id, daterange(l."from", l.until) as valid
    from jsonb_to_recordset(p_lines) as l(kind text, key text, "from" date, until date) join subject s using (kind, key)
  ), touched as (
    select st.id, range_agg(line.valid) as hit
    from statement st join line on line.subject_id = st.subject_id and line.valid && st.valid
    where upper_inf(st.known) group by st.id
  ), closed as (
    update statement st set known = int8range(lower(st.known), r) from touched where st.id = touched.id
    returning st.*, touched.hit
  )
  insert into statement (subject_id, kind, change, remainder, valid, known, payload, why, source, line_release, line_n)
  select subject_id, kind, change, true, rest, int8range(r, null), payload, why, source, line_release, line_n
  from closed, unnest(datemultirange(valid) - hit) as rest;

  insert into statement (subject_id, kind, change, valid, known, payload, why, source, line_release, line_n)
  select s.id, l.kind, l.change, daterange(l."from", l.until), int8range(r, null), nullif(l.payload, 'null'), l.why, nullif(l.source, 'null'), r, l.n
  from rows from (jsonb_to_recordset(p_lines) as (kind text, key text, change text, "from" date, until date, payload jsonb, why jsonb, source jsonb))
       with ordinality as l(kind, key, change, "from", until, payload, why, source, n)
  join subject s using (kind, key);

  perform pg_notify('release', r::text);
  return r;
end $$;


-- The lines of a set as publish() reads them, in their order.
create function change_lines(p_set bigint) returns jsonb language sql stable set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'key', key, 'change', change, 'from', lower(valid), 'until', upper(valid),
    'payload', payload, 'why', why, 'source', source) order by n), '[]')
  from change_line where set_id = p_set and not removed
$$;

-- Publishes an approved set, when it is due and what was approved still stands: once, or not at all.
create function publish_set(p_set bigint, p_at timestamptz) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare s change_set; r bigint;
begin
  perform pg_advisory_xact_lock(hashtext('portal.publish'));
  select * into s from change_set where id = p_set for update;
  if s.state is null or s.state not in ('approved','scheduled') then
    raise exception 'change set % is %', p_set, coalesce(s.state, 'nowhere') using errcode = 'restrict_violation', constraint = 'set_is_approved';
  end if;
  if s.state = 'scheduled' and s.publish_at > p_at then
    raise exception 'change set % is not due', p_set using errcode = 'restrict_violation', constraint = 'set_is_due';
  end if;
  if change_digest(p_set) is distinct from s.approved_sha then
    raise exception 'change set % is not what was approved', p_set using errcode = 'restrict_violation', constraint = 'set_is_as_approved';
  end if;
  perform set_is_fresh(s);
  r := publish(change_lines(p_set), s.title, coalesce(s.note, 'null'), false, p_at, p_set, s.emergency is not null);
  update change_set set state = 'published', release = r where id = p_set;
  return r;
end $$;

-- The same as if it were published, for a preview: nothing lets it be committed.
create function preview_set(p_set bigint, p_at timestamptz) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare s change_set;
begin
  select * into s from change_set where id = p_set;
  if s.state = 'published' then return s.release; end if;
  return publish(change_lines(p_set), s.title, coalesce(s.note, 'null'), false, p_at, p_set, false);
end $$;

-- Work outside the request. Enqueued inside the transaction that asks for it; the same key again replaces what waits.
create function enqueue(p_task text, p_payload json, p_run_at timestamptz, p_key text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(p_task, p_payload, run_at => p_run_at, job_key => p_key, job_key_mode => 'replace', max_attempts => 12);
end $$;

-- A set that is scheduled has its job, and whoever caches the newest answers hears when the next release is due.
create function change_set_is_queued() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state = 'scheduled' then
    perform enqueue('publish-due', '{}', new.publish_at, 'publish-due-' || new.id);
  end if;
  if new.state = 'scheduled' or (tg_op = 'UPDATE' and old.state = 'scheduled') then perform pg_notify('schedule', new.id::text); end if;
  return null;
end $$;
create trigger change_set_is_queued after update of state on change_set for each row execute function change_set_is_queued();

-- The portal proposes, reviews and publishes approved sets; the raw publish() is for whoever owns the database (补录).
revoke all on function publish, publish_set, preview_set, enqueue from public;
grant execute on function publish_set, preview_set, enqueue to portal_app;
grant select, insert (entity, title, note, made_by, made_at), update (title, note, version, state, lint, lint_errors, publish_at, emergency)
  on change_set to portal_app;
grant select, insert, update (kind, key, change, valid, payload, why, source, removed, by) on change_line to portal_app;
grant select, insert on change_contributor, change_review, change_event, change_comment, release_confirmation to portal_app;
