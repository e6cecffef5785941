-- The published catalogue on two axes: the days a statement applies (valid) and the releases that said so (known).
create extension if not exists btree_gist;

-- The portal works as this role. It reads, and it publishes through publish(); it cannot write a fact itself.
do $$ begin
  create role portal_app nologin;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'the role portal_app is missing and % may not create it', current_user
      using hint = 'as an administrator: create role portal_app nologin; grant portal_app to ' || quote_ident(current_user);
end $$;
do $$ begin
  if not pg_has_role(current_user, 'portal_app', 'member') then execute format('grant portal_app to %I', current_user); end if;
end $$;

-- 发布. One row per atomic publication, numbered 1, 2, 3 … without gaps, later ones published later.
create table release (
  seq          bigint primary key check (seq > 0),
  published_at timestamptz not null unique,
  title        jsonb not null,
  note         jsonb,
  backfilled   boolean not null default false,
  lines        int not null check (lines > 0),
  xid          xid8 not null default pg_current_xact_id()
);

-- Identity of everything that is published; its key is never recycled. Standards carry what lists select and sort by;
-- `-` stands for every port, or for the government.
create table subject (
  id          bigint generated always as identity primary key,
  kind        text not null check (kind in ('item','standard','entity','port','document','lineage','coverage','operating_time')),
  key         text not null collate "C",
  first_known bigint not null references release,
  item_code   text collate "C",
  port_code   text collate "C",
  area_code   text collate "C",
  entity_code text collate "C",
  list_key    text collate "C",
  constraint subject_is_named_once unique (kind, key),
  constraint standard_names_its_item check (kind <> 'standard' or (item_code is not null and port_code is not null and entity_code is not null and list_key is not null))
);
create index subject_list on subject (list_key) where kind = 'standard';
create index subject_shown on subject (kind desc, list_key, key) where kind in ('item', 'standard', 'operating_time');
create index subject_port on subject (port_code, list_key) where kind = 'standard';
create index subject_entity on subject (entity_code, list_key) where kind = 'standard';
create index subject_item on subject (item_code, list_key) where kind = 'standard';

-- What was said. A null payload says that nothing applies (withdraw). A remainder is what a later release left standing.
create table statement (
  id         bigint generated always as identity primary key,
  subject_id bigint not null references subject,
  kind       text not null,
  change     text not null check (change in ('new','revise','correct','confirm','withdraw')),
  remainder  boolean not null default false,
  valid      daterange not null,
  known      int8range not null,
  payload    jsonb,
  why        jsonb not null,
  line_release bigint not null references release,
  line_n     int not null check (line_n > 0),
  constraint says_something check ((change = 'withdraw') = (payload is null)),
  constraint no_empty_range check (not isempty(valid) and not isempty(known)),
  constraint known_starts_somewhere check (lower_inc(valid) and not lower_inf(valid) and not lower_inf(known)),
  constraint one_truth exclude using gist (subject_id with =, valid with &&, known with &&)
);
create index statement_subject on statement (subject_id, lower(known));
create index statement_line on statement (line_release, line_n) where not remainder;
create index statement_starts on statement (lower(valid), id);
create index statement_ends on statement (upper(valid)) where not upper_inf(valid);
create index statement_closed on statement (upper(known)) where not upper_inf(known);
create index statement_reference on statement (kind) where kind <> 'standard';
-- The few standards that government sets are asked for by themselves.
create index subject_government on subject (item_code, port_code) where kind = 'standard' and entity_code = '-';

-- Nothing published is edited or deleted: a statement may only be closed, by the release that is being published.
create function guard_statement() returns trigger language plpgsql as $$
declare publishing bigint;
begin
  if tg_op = 'DELETE' then raise exception 'a published statement is never deleted' using errcode = 'restrict_violation'; end if;
  select seq into publishing from release where seq = (select max(seq) from release) and xid = pg_current_xact_id_if_assigned();
  if tg_op = 'INSERT' then
    if lower(new.known) is distinct from publishing or not upper_inf(new.known) then
      raise exception 'a statement is made only by publish()' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if not upper_inf(old.known) or upper(new.known) is distinct from publishing or lower(old.known) <> lower(new.known)
     or (to_jsonb(old) - 'known') <> (to_jsonb(new) - 'known') then
    raise exception 'published statement % is never changed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_statement before insert or update or delete on statement for each row execute function guard_statement();

create function never() returns trigger language plpgsql as $$
begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;
create trigger never_truncate before truncate on statement for each statement execute function never();
create trigger never_change before update or delete or truncate on release for each statement execute function never();
create trigger never_change before update or delete or truncate on subject for each statement execute function never();

-- Releases are numbered without gaps and in order of time, even when someone writes one by hand.
create function guard_release() returns trigger language plpgsql as $$
declare last release;
begin
  perform pg_advisory_xact_lock(hashtext('portal.publish'));
  select * into last from release order by seq desc limit 1;
  if new.seq <> coalesce(last.seq, 0) + 1 then raise exception 'release % does not follow %', new.seq, last.seq using errcode = 'restrict_violation'; end if;
  if new.published_at <= last.published_at then raise exception 'release % is published before the one it follows', new.seq using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger guard_release before insert on release for each row execute function guard_release();

-- The only writer of published facts: serialised, gapless, atomic. Lines are what catalogue/release.ts has checked.
create function publish(p_lines jsonb, p_title jsonb, p_note jsonb, p_backfilled boolean, p_at timestamptz)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare r bigint; last timestamptz; stranger record;
begin
  perform pg_advisory_xact_lock(hashtext('portal.publish'));
  select coalesce(max(seq), 0) + 1, max(published_at) into r, last from release;
  if p_at <= last then p_at := last + interval '1 microsecond'; end if;
  insert into release (seq, published_at, title, note, backfilled, lines)
  values (r, p_at, p_title, nullif(p_note, 'null'), p_backfilled, jsonb_array_length(p_lines));

  insert into subject (kind, key, first_known, list_key)
  select kind, key, r, list_key from jsonb_to_recordset(p_lines) as l(kind text, key text, change text, list_key text)
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
  select l.kind, l.key, r, l.item, coalesce(l.port, '-'), coalesce(l.area, '-'), coalesce(l.entity, '-'), i.list_key || '/' || l.list_key
  from jsonb_to_recordset(p_lines) as l(kind text, key text, change text, item text, port text, area text, entity text, list_key text)
  join subject i on i.kind = 'item' and i.key = l.item
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
  insert into statement (subject_id, kind, change, remainder, valid, known, payload, why, line_release, line_n)
  select subject_id, kind, change, true, rest, int8range(r, null), payload, why, line_release, line_n
  from closed, unnest(datemultirange(valid) - hit) as rest;

  insert into statement (subject_id, kind, change, valid, known, payload, why, line_release, line_n)
  select s.id, l.kind, l.change, daterange(l."from", l.until), int8range(r, null), nullif(l.payload, 'null'), l.why, r, l.n
  from rows from (jsonb_to_recordset(p_lines) as (kind text, key text, change text, "from" date, until date, payload jsonb, why jsonb))
       with ordinality as l(kind, key, change, "from", until, payload, why, n)
  join subject s using (kind, key);

  perform pg_notify('release', r::text);
  return r;
end $$;

revoke all on function publish from public;
grant usage on schema public to portal_app;
grant select on release, subject, statement, kysely_migration to portal_app;
grant execute on function publish to portal_app;
