-- 透明日志: every published line is a leaf of a Merkle tree (RFC 6962), one tree a release, signed outside this database.
create function log_hash(data text) returns bytea language sql immutable parallel safe as $$
  select sha256('\x00'::bytea || convert_to(data, 'UTF8'))
$$;

create table log_leaf (
  idx     bigint primary key check (idx >= 0),
  release bigint not null references release,
  n       int not null,
  data    text not null,
  hash    bytea not null generated always as (log_hash(data)) stored,
  constraint line_is_logged_once unique (release, n),
  constraint leaf_fits_a_bundle check (octet_length(data) <= 65535)
);

-- Hashes of whole tiles: at level l, of 256^l leaves.
create table log_node (
  level int not null check (level between 1 and 7),
  idx   bigint not null check (idx >= 0),
  hash  bytea not null check (length(hash) = 32),
  primary key (level, idx)
);

create table log_tree (
  release bigint primary key references release,
  size    bigint not null check (size > 0),
  root    bytea not null check (length(root) = 32)
);

-- Keys whose signatures are kept: the log's own, the newest last, and those of witnesses (C2SP signed-note).
create table log_key (
  name     text not null check (name ~ '^[^[:space:]+]+$'),
  key_id   text not null check (key_id ~ '^[0-9a-f]{8}$'),
  kind     text not null check (kind in ('log','witness')),
  vkey     text not null unique check (vkey like name || '+' || key_id || '+%'),
  added    int generated always as identity,
  added_at timestamptz not null,
  primary key (name, key_id)
);

create table log_signature (
  release   bigint not null references log_tree,
  name      text not null,
  key_id    text not null,
  origin    text not null,
  signature bytea not null,
  at        timestamptz not null,
  primary key (release, name, key_id),
  foreign key (name, key_id) references log_key
);
create index log_signature_key on log_signature (name, key_id, release);

create trigger never_change before update or delete or truncate on log_leaf for each statement execute function never();
create trigger never_change before update or delete or truncate on log_node for each statement execute function never();
create trigger never_change before update or delete or truncate on log_tree for each statement execute function never();
create trigger never_change before update or delete or truncate on log_key for each statement execute function never();
create trigger never_change before update or delete or truncate on log_signature for each statement execute function never();

-- What a line says, as its leaf must say it. The first line of a release also says what the release says of itself.
create function log_said(p_release bigint, p_from int, p_until int) returns table (n int, said jsonb)
language sql stable set search_path = public, pg_temp as $$
  select s.line_n, jsonb_build_object('v', 1, 'release', s.line_release, 'n', s.line_n, 'kind', s.kind, 'key', j.key, 'change', s.change,
      'from', lower(s.valid), 'until', upper(s.valid), 'payload', s.payload, 'why', s.why)
    || case when s.source is null then '{}'::jsonb else jsonb_build_object('source', s.source) end
    || case when s.line_n > (select min(f.line_n) from statement f where f.line_release = p_release and not f.remainder) then '{}'::jsonb
       else jsonb_build_object('opens', jsonb_build_object('title', r.title, 'note', r.note, 'lines', r.lines, 'backfilled', r.backfilled, 'emergency', r.emergency)) end
  from statement s join subject j on j.id = s.subject_id join release r on r.seq = s.line_release
  where s.line_release = p_release and s.line_n between p_from and p_until and not s.remainder
$$;

-- Enters some lines of the release that comes next: in their order, and only what the statements say.
create function log_lines(p_release bigint, p_leaves text[], p_nodes jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare last log_tree; size bigint; strange int;
begin
  perform pg_advisory_xact_lock(hashtext('portal.publish'));
  select * into last from log_tree order by release desc limit 1;
  if p_release <> coalesce(last.release, 0) + 1 then
    raise exception 'release % does not follow % in the log', p_release, coalesce(last.release, 0) using errcode = 'restrict_violation', constraint = 'log_is_gapless';
  end if;
  if not exists (select from release where seq = p_release) or cardinality(p_leaves) = 0 then
    raise exception 'release % has no lines to enter', p_release using errcode = 'restrict_violation', constraint = 'log_follows_releases';
  end if;
  select coalesce(max(idx) + 1, 0) into size from log_leaf;
  insert into log_leaf (idx, release, n, data)
  select size + place - 1, p_release, (leaf::jsonb->>'n')::int, leaf from unnest(p_leaves) with ordinality as l(leaf, place) order by place;
  insert into log_node (level, idx, hash)
  select level, idx, decode(hash, 'hex') from jsonb_to_recordset(p_nodes) as node(level int, idx bigint, hash text);

  select coalesce(l.n, t.n) into strange
  from (select n, idx, data::jsonb as said, lag(n) over (order by idx) as before from log_leaf where idx >= size) l
    full join log_said(p_release, (select min(n) from log_leaf where idx >= size), (select max(n) from log_leaf where idx >= size)) t on t.n = l.n
  where l.said is distinct from t.said or l.n <= l.before or l.n <= coalesce((select max(n) from log_leaf where release = p_release and idx < size), 0)
  order by 1 limit 1;
  if found then
    raise exception 'the leaf of line % of release % is not what that line says', strange, p_release
      using errcode = 'restrict_violation', constraint = 'leaf_says_what_the_line_says', detail = strange;
  end if;
end $$;

-- Closes a release in the log, once every line of it is entered.
create function log_release(p_release bigint, p_root bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare leaves bigint; lines bigint; whole bigint;
begin
  select count(*) into leaves from log_leaf where release = p_release;
  select count(*) into lines from statement where line_release = p_release and not remainder;
  if leaves <> lines or leaves = 0 then
    raise exception 'release % has % lines and % leaves', p_release, lines, leaves using errcode = 'restrict_violation', constraint = 'every_line_is_logged';
  end if;
  insert into log_tree (release, size, root) select p_release, max(idx) + 1, p_root from log_leaf returning size into whole;
  for l in 1..7 loop
    whole := whole / 256;
    if whole <> (select coalesce(max(idx) + 1, 0) from log_node where level = l) then
      raise exception 'the log lacks a hash at level %', l using errcode = 'restrict_violation', constraint = 'every_tile_is_kept';
    end if;
  end loop;
end $$;

-- The tables are written by these functions: leaves of the next release only, and a tree that follows the last.
create function guard_log_leaf() returns trigger language plpgsql as $$
declare next bigint; first bigint; last bigint; leaves bigint;
begin
  select coalesce(max(release), 0) + 1 into next from log_tree;
  select min(idx), max(idx), count(*) into first, last, leaves from entered;
  if exists (select from entered where release <> next) or last - first + 1 <> leaves or last <> (select max(idx) from log_leaf)
     or (first > 0 and not exists (select from log_leaf where idx = first - 1)) then
    raise exception 'leaves are entered for the next release, one after the other' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger guard_log_leaf after insert on log_leaf referencing new table as entered for each statement execute function guard_log_leaf();

create function guard_log_tree() returns trigger language plpgsql as $$
declare last log_tree;
begin
  select * into last from log_tree order by release desc limit 1;
  if new.release <> coalesce(last.release, 0) + 1 or new.size <= coalesce(last.size, 0) or new.size <> (select max(idx) + 1 from log_leaf) then
    raise exception 'the tree of release % does not follow', new.release using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_log_tree before insert on log_tree for each row execute function guard_log_tree();

-- A release is committed together with its place in the log, or not at all.
create function release_is_logged() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from log_tree where release = new.seq) then
    raise exception 'release % is not in the log', new.seq using errcode = 'restrict_violation', constraint = 'release_is_logged';
  end if;
  return null;
end $$;
create constraint trigger release_is_logged after insert on release deferrable initially deferred for each row execute function release_is_logged();

revoke all on function log_lines, log_release from public;
grant execute on function log_lines, log_release to portal_app;
grant select on log_leaf, log_node, log_tree, log_key, log_signature to portal_app;
grant insert on log_key, log_signature to portal_app;
