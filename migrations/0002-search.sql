-- 检索词: every name that a release gave an item, entity, port or document, and the first release that gave it.
create table search_term (
  id    bigint generated always as identity primary key,
  kind  text not null check (kind in ('item','entity','port','document')),
  key   text not null collate "C",
  field text not null check (field in ('code','name_zh','name_en','alias','own_name','pinyin','content')),
  term  text not null check (term <> ''),
  norm  text not null collate "C" check (norm <> ''),
  grams tsvector not null,
  since bigint not null references release,
  constraint term_is_said_once unique (kind, key, field, norm)
);
-- Operators' own names are many times the others; what is found among the others need not look through them.
-- Short pending lists: a search right after a release of thousands of names must not read them one by one.
create index search_term_names on search_term using gin (grams) with (gin_pending_list_limit = 256) where field <> 'own_name';
create index search_term_own_names on search_term using gin (grams) with (gin_pending_list_limit = 256) where field = 'own_name';

-- A name belongs to the release that is being published, so that searching as of an older one never finds it.
create function guard_search_term() returns trigger language plpgsql as $$
begin
  if exists (select from said where since is distinct from
      (select max(seq) from release where xid = pg_current_xact_id_if_assigned())) then
    raise exception 'a search term is made only while its release is published' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger guard_search_term after insert on search_term
  referencing new table as said for each statement execute function guard_search_term();
create trigger never_change before update or delete or truncate on search_term for each statement execute function never();

grant select, insert on search_term to portal_app;
