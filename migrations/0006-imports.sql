-- 表格导入: a list that was sent in as a file, what was read of it, and the draft it became. The file is kept as it came.
create table import (
  id         bigint generated always as identity primary key,
  entity     text collate "C",
  mode       text not null check (mode in ('full','changes')),
  effective  date not null,
  attest     boolean not null default false,
  name       text not null check (length(name) between 1 and 200),
  bytes      bytea not null check (octet_length(bytes) between 1 and 20971520),
  sha        bytea not null,
  by         bigint not null references staff,
  at         timestamptz not null,
  state      text not null default 'waiting' check (state in ('waiting','reading','read','failed','applied','discarded')),
  progress   real not null default 0 check (progress between 0 and 1),
  stage      text,
  release    bigint references release,
  reading    jsonb,
  errors     int not null default 0,
  asks       int not null default 0,
  lint       jsonb,
  fault      jsonb,
  change_set bigint unique references change_set,
  constraint read_has_a_reading check (state not in ('read','applied') or (reading is not null and release is not null)),
  constraint failed_says_why check (state <> 'failed' or fault is not null),
  constraint applied_is_a_set check ((state = 'applied') = (change_set is not null))
);
create index import_entity on import (entity, id);

-- The life of an import, as one table: from, to. What was read is read again when the list has moved on.
create function import_step_is_lawful(old_state text, new_state text) returns boolean language sql immutable as $$
  select old_state = new_state and old_state in ('waiting','reading','read') or (old_state, new_state) in (
    ('waiting','reading'), ('reading','read'), ('reading','failed'), ('read','waiting'), ('failed','waiting'), ('read','applied'),
    ('waiting','discarded'), ('reading','discarded'), ('read','discarded'), ('failed','discarded'))
$$;

create function guard_import() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' then raise exception 'an import begins by waiting' using errcode = 'restrict_violation'; end if;
    new.sha := sha256(new.bytes);
  elsif not import_step_is_lawful(old.state, new.state) then
    raise exception 'import %: no step from % to %', old.id, old.state, new.state using errcode = 'restrict_violation', constraint = 'import_step_is_lawful';
  end if;
  return new;
end $$;
create trigger guard_import before insert or update on import for each row execute function guard_import();
create trigger never_change before update of id, entity, mode, effective, attest, name, bytes, sha, by, at on import for each statement execute function never();
create trigger never_delete before delete or truncate on import for each statement execute function never();

-- What a person said to each question of an import; the last word counts.
create table import_answer (
  id     bigint generated always as identity primary key,
  import bigint not null references import,
  ask    text not null,
  yes    boolean not null,
  by     bigint not null references staff,
  at     timestamptz not null
);
create index import_answer_import on import_answer (import, id);

create function guard_import_answer() returns trigger language plpgsql as $$
begin
  if (select state from import where id = new.import for share) is distinct from 'read' then
    raise exception 'import % asks nothing now', new.import using errcode = 'restrict_violation', constraint = 'import_asks';
  end if;
  return new;
end $$;
create trigger guard_import_answer before insert on import_answer for each row execute function guard_import_answer();
create trigger never_change before update or delete or truncate on import_answer for each statement execute function never();

-- Who sent the file, and whoever answered a question of it, contributed to the set it became, whoever made that of it.
create function senders_contribute() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into change_contributor (set_id, staff_id)
  select new.change_set, new."by" union select new.change_set, a.by from import_answer a where a.import = new.id
  on conflict do nothing;
  return null;
end $$;
create trigger senders_contribute after update of state on import for each row when (new.state = 'applied') execute function senders_contribute();

grant select, insert, update (state, progress, stage, release, reading, errors, asks, lint, fault, change_set) on import to portal_app;
grant select, insert on import_answer to portal_app;
