-- 工作人员: who may sign in, in which roles, and everything that was tried. Secrets are kept as hashes or sealed.
create table staff (
  id          bigint generated always as identity primary key,
  login       text not null unique check (login ~ '^[a-z][a-z0-9._-]{2,39}$'),
  name        text not null check (name <> ''),
  password    text,
  must_change boolean not null default false,
  totp        bytea,
  totp_step   bigint,
  demo        boolean not null default false,
  disabled_at timestamptz,
  made_at     timestamptz not null
);

-- One row per role held. An editor of a charging entity holds the role for that entity, by its credit code.
create table staff_role (
  staff_id bigint not null references staff,
  role     text not null check (role in ('entity_editor','catalogue_editor','reviewer','publisher','case_handler','case_supervisor','case_publisher','administrator','auditor')),
  entity   text collate "C",
  constraint entity_editor_has_an_entity check ((role = 'entity_editor') = (entity is not null)),
  constraint role_held_once unique nulls not distinct (staff_id, role, entity)
);

-- Who has given a password, where, and how far they came. The token is known to the browser alone; here is its SHA-256.
create table staff_session (
  id        bigint generated always as identity primary key,
  token     bytea not null unique check (octet_length(token) = 32),
  staff_id  bigint not null references staff,
  csrf      text not null check (length(csrf) >= 32),
  stage     text not null check (stage in ('code','enrol','password','full')),
  pending   bytea,
  made_at   timestamptz not null,
  seen_at   timestamptz not null,
  ends_at   timestamptz not null check (ends_at > made_at),
  strong_at timestamptz,
  address   text not null,
  agent     text not null,
  ended_at  timestamptz
);
create index staff_session_open on staff_session (staff_id) where ended_at is null;

-- For programs that work for a person: shown once, kept as SHA-256.
create table api_token (
  id         bigint generated always as identity primary key,
  hash       bytea not null unique check (octet_length(hash) = 32),
  staff_id   bigint not null references staff,
  name       text not null check (length(name) between 1 and 60),
  made_at    timestamptz not null,
  used_at    timestamptz,
  revoked_at timestamptz
);
create index api_token_live on api_token (staff_id) where revoked_at is null;

-- How often something was tried since its first try: a login from unknown devices, a known device, a network address.
create table sign_in_try (
  key   text primary key check (length(key) <= 200),
  tries int not null,
  since timestamptz not null
);
create index sign_in_try_since on sign_in_try (since);

-- 审计: who tried what, and what became of it; each entry in a transaction of its own, never changed.
create table audit (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  by      bigint references staff,
  login   text,
  act     text not null check (act <> ''),
  object  text,
  outcome text not null check (outcome in ('done','refused','failed')),
  detail  jsonb,
  address text not null
);
create index audit_at on audit (at, id);
create index audit_by on audit (by, id);
create trigger never_change before update or delete or truncate on audit for each statement execute function never();

grant select, insert, update (name, password, must_change, totp, totp_step, disabled_at) on staff to portal_app;
grant select, insert, update (token, csrf, stage, pending, seen_at, strong_at, ended_at) on staff_session to portal_app;
grant select, insert, update (used_at, revoked_at) on api_token to portal_app;
grant select, insert, delete on staff_role to portal_app;
grant select, insert, update, delete on sign_in_try to portal_app;
grant select, insert on audit to portal_app;
