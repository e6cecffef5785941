-- 投诉举报. Three more roles stand under three doors, so that the wrong one cannot read what is not its own:
-- portal_holder reads one receipt (app.tag), portal_desk the cases of its offices (app.staff), portal_clerk does the nightly work.
-- The public role portal_app files through file_complaint() and reads what was published.
do $$ declare name text; begin
  foreach name in array array['portal_holder','portal_desk','portal_clerk'] loop
    begin
      execute format('create role %I nologin', name);
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'the role % is missing and % may not create it', name, current_user
          using hint = format('as an administrator: create role %s nologin; grant %s to %s', name, name, quote_ident(current_user));
    end;
    if not pg_has_role(current_user, name, 'member') then execute format('grant %I to %I', name, current_user); end if;
  end loop;
end $$;
grant usage on schema public to portal_holder, portal_desk, portal_clerk;

-- 机关: who handles cases. `path` is every office above it and itself: /1/3/7/.
create table org (
  id         int primary key,
  code       text not null unique collate "C" check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  parent     int references org,
  kind       text not null check (kind in ('market','port')),
  name       jsonb not null,
  path       text not null unique collate "C" check (path ~ '^(/[0-9]+)+/$'),
  provenance jsonb not null
);
insert into org (id, code, parent, kind, name, path, provenance) values
  (1, 'zj-market', null, 'market', '{"zh":"浙江省市场监督管理局","en":"Zhejiang Administration for Market Regulation"}', '/1/', '{"mark":"verified","source":"口岸工作方案"}'),
  (2, 'zj-port', null, 'port', '{"zh":"浙江省交通运输厅","en":"Zhejiang Department of Transport"}', '/2/', '{"mark":"verified","source":"口岸工作方案"}');
create table staff_org (
  staff_id bigint not null references staff,
  org_id   int not null references org,
  primary key (staff_id, org_id)
);

-- 管辖: which office takes a case, by track, port and port area; the narrower goes before the wider, and none means the province.
create table jurisdiction (
  id         bigint generated always as identity primary key,
  track      text not null check (track in ('samr_price','samr_consumer','port_industry','platform')),
  port       text not null collate "C",
  area       text collate "C",
  org_id     int not null references org,
  valid      daterange not null,
  provenance jsonb not null,
  constraint one_office_a_day exclude using gist (track with =, port with =, (coalesce(area, '-')) with =, valid with &&)
);

-- 法定日历: a day is what the State Council's notice of its year says; a year without a row in workday_year is not published.
create table workday_year (
  year        int primary key check (year between 2000 and 2200),
  notice      text not null check (notice <> ''),
  imported_at timestamptz not null default now(),
  imported_by bigint references staff
);
create table workday (
  day  date primary key,
  kind text not null check (kind in ('statutory','bridge','weekend','ordinary','makeup')),
  name text
);

-- 期限规则: dated rows of the law, each with its basis and how well it is known.
create table clock_rule (
  id         int primary key,
  code       text not null check (code in ('accept','verify','mediate','penalty','answer','tell_filing','tell','appeal')),
  type       text not null check (type in ('report','complaint','consultation')),
  track      text check (track in ('samr_price','samr_consumer','port_industry','platform')),
  amount     int not null check (amount > 0),
  unit       text not null check (unit in ('workday','day')),
  roll       boolean not null,
  ext_amount int check (ext_amount > 0),
  ext_unit   text check (ext_unit in ('workday','day')),
  ext_times  int,
  pauses     text[] not null default '{}',
  says       jsonb not null,
  basis      jsonb not null,
  provenance jsonb not null,
  valid      daterange not null,
  constraint extension_is_whole check (num_nulls(ext_amount, ext_unit, ext_times) in (0, 3)),
  constraint one_rule_a_day exclude using gist (code with =, type with =, (coalesce(track, '-')) with =, valid with &&)
);

-- Every change of calendar, rules, offices and jurisdiction raises the version, so that what was read can be kept.
create table law_change (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  what text not null
);
insert into law_change (what) values ('begun');
create function law_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into law_change (what) values (tg_table_name);
  return null;
end $$;
create trigger law_changed after insert or update or delete on org for each statement execute function law_changed();
create trigger law_changed after insert or update or delete on jurisdiction for each statement execute function law_changed();
create trigger law_changed after insert or update or delete on workday_year for each statement execute function law_changed();
create trigger law_changed after insert or update or delete on workday for each statement execute function law_changed();
create trigger law_changed after insert or update or delete on clock_rule for each statement execute function law_changed();

-- 来件: what a person sent, never changed. `tag` finds it: HMAC of receipt and code under a pepper kept elsewhere. `facts` is the
-- filing without statement and contact, `comparison` the frozen comparison with the list.
create table submission (
  id                bigint generated always as identity primary key,
  key               uuid not null constraint submission_key_is_unique unique,
  fingerprint       bytea not null check (octet_length(fingerprint) = 32),
  receipt           text not null collate "C" constraint receipt_is_unique unique check (receipt ~ '^TS[0-9]{8}-[0-9A-Z*~$=]{7}$'),
  tag               bytea not null constraint tag_is_unique unique check (octet_length(tag) = 32),
  pepper            int not null,
  code_sealed       bytea,
  code_until        timestamptz,
  capacity          text not null,
  goals             text[] not null,
  category          text not null,
  anonymous         boolean not null,
  consent_publish   boolean not null,
  consent_mediation boolean not null,
  daily_life        boolean not null,
  language          text not null check (language in ('zh','en')),
  port              text not null collate "C",
  area              text collate "C",
  entity            text collate "C",
  entity_name       text not null,
  statement         bytea,
  charged           numeric(18,2) not null,
  comparison        jsonb,
  comparison_sha    bytea,
  release           bigint not null,
  acknowledgement   bytea not null check (octet_length(acknowledgement) = 32),
  channel           text not null check (channel in ('web','api')),
  worked            boolean not null,
  received_at       timestamptz not null,
  received_on       date not null,
  seen_at           timestamptz
);
create index submission_codes on submission (code_until) where code_sealed is not null;

-- 联系方式: one row a field, sealed. `blind` finds a phone or a credit code without opening anything.
create table contact_field (
  submission_id bigint not null references submission,
  field         text not null check (field in ('name','phone','email','address','company','credit_code')),
  sealed        bytea,
  blind         bytea,
  primary key (submission_id, field)
);
create index contact_blind on contact_field (blind) where blind is not null;

-- 被投诉的收费, line by line, with the portal's own verdict as it was then.
create table charge (
  submission_id bigint not null references submission,
  n             int not null check (n > 0),
  name          text not null,
  charged_on    date not null,
  amount        numeric not null check (amount >= 0),
  quantity      numeric,
  unit          text,
  invoice_no    text,
  item          text collate "C",
  verdict       text not null,
  expected      numeric(18,2),
  difference    numeric,
  primary key (submission_id, n)
);
create index charge_by_verdict on charge (verdict, charged_on);

-- 案件. Its state is moved by its events alone (enter_event); `due_*` by its clocks.
create table case_file (
  id              bigint generated always as identity primary key,
  no              text not null unique collate "C",
  submission_id   bigint not null references submission,
  twin_of         bigint references case_file,
  type            text not null check (type in ('report','complaint','consultation')),
  track           text not null check (track in ('samr_price','samr_consumer','port_industry','platform')),
  org_id          int not null references org,
  target_org      int references org,
  port            text not null collate "C",
  area            text collate "C",
  entity          text collate "C",
  entity_name     text not null,
  category        text not null,
  item            text collate "C",
  verdict         text,
  charged         numeric(18,2) not null,
  anonymous       boolean not null,
  state           text not null default 'received',
  prior           text,
  version         int not null default 0,
  tail            bytea not null default decode(repeat('00', 32), 'hex'),
  assignee        bigint references staff,
  cluster_id      bigint,
  received_at     timestamptz not null,
  received_on     date not null,
  due_on          date,
  due_code        text,
  due_provisional boolean,
  outcome         text,
  decided_on      date,
  closed_on       date,
  hops            int not null default 0,
  unread          boolean not null default false,
  legal_hold      boolean not null default false,
  purged_on       date,
  grams           tsvector not null default ''
);
create index case_by_due on case_file (org_id, due_on, id) where closed_on is null;
create index case_by_received on case_file (org_id, received_on desc, id desc);
create index case_by_target on case_file (target_org) where target_org is not null;
create index case_by_assignee on case_file (assignee, due_on, id) where closed_on is null;
create index case_by_submission on case_file (submission_id);
create index case_by_entity on case_file (entity, item, received_on);
create index case_grams on case_file using gin (grams);

-- The life of a case as one table; complaints/case.ts is the same, and a test holds them together.
create table case_step (
  step       text not null,
  type       text not null,
  from_state text not null,
  to_state   text not null,
  signed     text check (signed in ('supervisor','publisher')),
  who        text[] not null default '{handler}',
  primary key (step, type, from_state)
);
insert into case_step (step, type, from_state, to_state, signed) values
  ('ask_supplement','report','received','awaiting_supplement',null),
  ('ask_supplement','complaint','received','awaiting_supplement',null),
  ('ask_supplement','consultation','received','awaiting_supplement',null),
  ('supplement','report','awaiting_supplement','received',null),
  ('supplement','complaint','awaiting_supplement','received',null),
  ('supplement','consultation','awaiting_supplement','received',null),
  ('lapse','report','awaiting_supplement','not_accepted','supervisor'),
  ('lapse','complaint','awaiting_supplement','not_accepted','supervisor'),
  ('lapse','consultation','awaiting_supplement','not_accepted','supervisor'),
  ('accept','report','received','accepted',null),
  ('accept','complaint','received','accepted',null),
  ('accept','consultation','received','accepted',null),
  ('refuse','report','received','not_accepted','supervisor'),
  ('refuse','report','awaiting_supplement','not_accepted','supervisor'),
  ('refuse','complaint','received','not_accepted','supervisor'),
  ('refuse','complaint','awaiting_supplement','not_accepted','supervisor'),
  ('refuse','consultation','received','not_accepted','supervisor'),
  ('refuse','consultation','awaiting_supplement','not_accepted','supervisor'),
  ('transfer','report','received','in_transfer',null),
  ('transfer','complaint','received','in_transfer',null),
  ('transfer','consultation','received','in_transfer',null),
  ('transfer','report','accepted','in_transfer','supervisor'),
  ('transfer','complaint','accepted','in_transfer','supervisor'),
  ('transfer','consultation','accepted','in_transfer','supervisor'),
  ('take','report','in_transfer','received',null),
  ('take','complaint','in_transfer','received',null),
  ('take','consultation','in_transfer','received',null),
  ('send_back','report','in_transfer','prior',null),
  ('send_back','complaint','in_transfer','prior',null),
  ('send_back','consultation','in_transfer','prior',null),
  ('file_case','report','accepted','investigating','supervisor'),
  ('decide_not_to_file','report','accepted','decided','supervisor'),
  ('mediate','complaint','accepted','mediating',null),
  ('decide','report','investigating','decided','supervisor'),
  ('decide','complaint','accepted','decided','supervisor'),
  ('decide','complaint','mediating','decided','supervisor'),
  ('answer','consultation','received','notified',null),
  ('answer','consultation','accepted','notified',null),
  ('suspend','report','accepted','suspended','supervisor'),
  ('suspend','report','investigating','suspended','supervisor'),
  ('suspend','report','mediating','suspended','supervisor'),
  ('suspend','complaint','accepted','suspended','supervisor'),
  ('suspend','complaint','investigating','suspended','supervisor'),
  ('suspend','complaint','mediating','suspended','supervisor'),
  ('resume','report','suspended','prior',null),
  ('resume','complaint','suspended','prior',null),
  ('extend','report','accepted','same','supervisor'),
  ('extend','report','investigating','same','supervisor'),
  ('extend','report','mediating','same','supervisor'),
  ('extend','complaint','accepted','same','supervisor'),
  ('extend','complaint','investigating','same','supervisor'),
  ('extend','complaint','mediating','same','supervisor'),
  ('withdraw','report','received','withdrawn',null),
  ('withdraw','report','awaiting_supplement','withdrawn',null),
  ('withdraw','report','accepted','withdrawn',null),
  ('withdraw','report','investigating','withdrawn',null),
  ('withdraw','report','mediating','withdrawn',null),
  ('withdraw','report','suspended','withdrawn',null),
  ('withdraw','report','in_transfer','withdrawn',null),
  ('withdraw','complaint','received','withdrawn',null),
  ('withdraw','complaint','awaiting_supplement','withdrawn',null),
  ('withdraw','complaint','accepted','withdrawn',null),
  ('withdraw','complaint','investigating','withdrawn',null),
  ('withdraw','complaint','mediating','withdrawn',null),
  ('withdraw','complaint','suspended','withdrawn',null),
  ('withdraw','complaint','in_transfer','withdrawn',null),
  ('withdraw','consultation','received','withdrawn',null),
  ('withdraw','consultation','awaiting_supplement','withdrawn',null),
  ('withdraw','consultation','accepted','withdrawn',null),
  ('withdraw','consultation','investigating','withdrawn',null),
  ('withdraw','consultation','mediating','withdrawn',null),
  ('withdraw','consultation','suspended','withdrawn',null),
  ('withdraw','consultation','in_transfer','withdrawn',null),
  ('notify','report','decided','notified',null),
  ('notify','complaint','decided','notified',null),
  ('order_refund','report','decided','same','supervisor'),
  ('order_refund','report','notified','same','supervisor'),
  ('order_refund','report','published','same','supervisor'),
  ('order_refund','complaint','decided','same','supervisor'),
  ('order_refund','complaint','notified','same','supervisor'),
  ('order_refund','complaint','published','same','supervisor'),
  ('publish','report','notified','published','publisher'),
  ('publish','complaint','notified','published','publisher'),
  ('retract','report','published','notified','publisher'),
  ('retract','complaint','published','notified','publisher'),
  ('appeal','report','notified','appealed',null),
  ('appeal','report','published','appealed',null),
  ('appeal','report','not_accepted','appealed',null),
  ('appeal','complaint','notified','appealed',null),
  ('appeal','complaint','published','appealed',null),
  ('appeal','complaint','not_accepted','appealed',null),
  ('appeal','consultation','notified','appealed',null),
  ('appeal','consultation','published','appealed',null),
  ('appeal','consultation','not_accepted','appealed',null),
  ('reopen','report','appealed','accepted','supervisor'),
  ('reopen','complaint','appealed','accepted','supervisor'),
  ('reopen','consultation','appealed','accepted','supervisor'),
  ('reopen','report','notified','accepted','supervisor'),
  ('reopen','report','published','accepted','supervisor'),
  ('reopen','complaint','notified','accepted','supervisor'),
  ('reopen','complaint','published','accepted','supervisor'),
  ('reopen','consultation','notified','accepted','supervisor'),
  ('reopen','consultation','published','accepted','supervisor'),
  ('reopen','report','withdrawn','accepted','supervisor'),
  ('notify','report','appealed','notified',null),
  ('notify','complaint','appealed','notified',null),
  ('notify','consultation','appealed','notified',null),
  ('archive','report','notified','archived',null),
  ('archive','report','not_accepted','archived',null),
  ('archive','report','withdrawn','archived',null),
  ('archive','complaint','notified','archived',null),
  ('archive','complaint','not_accepted','archived',null),
  ('archive','complaint','withdrawn','archived',null),
  ('archive','consultation','notified','archived',null),
  ('archive','consultation','not_accepted','archived',null),
  ('archive','consultation','withdrawn','archived',null);
update case_step set who = '{complainant,handler}' where step in ('supplement','appeal');
update case_step set who = '{complainant}' where step = 'withdraw';
update case_step set who = '{system}' where step = 'archive';

-- 待签: what needs two people. Who asks never signs.
create table case_proposal (
  id         bigint generated always as identity primary key,
  case_id    bigint not null references case_file,
  step       text not null,
  payload    jsonb not null default '{}',
  words      bytea,
  asked_by   bigint not null references staff,
  asked_at   timestamptz not null,
  decided_by bigint references staff,
  decided_at timestamptz,
  outcome    text check (outcome in ('signed','declined','withdrawn')),
  why        bytea,
  used_seq   int,
  constraint decided_is_whole check (num_nulls(decided_by, decided_at, outcome) in (0, 3)),
  constraint two_people_sign check (outcome is null or outcome = 'withdrawn' or decided_by <> asked_by)
);
create unique index one_open_proposal on case_proposal (case_id, step) where outcome is null;
create function guard_proposal() returns trigger language plpgsql as $$
declare may text[] := '{decided_by,decided_at,outcome,why,used_seq}';
begin
  -- The portal itself seals the words anew under another key, and destroys them when their time is over.
  if current_user = 'portal_clerk' then may := may || 'words'::text; end if;
  -- What was published and is retracted leaves no text behind (forget_retracted).
  if old.step = 'publish' and new.payload = old.payload - '{content,standing}'::text[]
     and exists (select from publication p where p.proposal_id = old.id and p.retracted_at is not null) then may := may || 'payload'::text; end if;
  if (to_jsonb(new) - may) <> (to_jsonb(old) - may)
     or (old.outcome is not null and (new.outcome, new.decided_by) is distinct from (old.outcome, old.decided_by))
     or (old.used_seq is not null and new.used_seq is distinct from old.used_seq) then
    raise exception 'what was asked and signed stays' using errcode = 'restrict_violation', constraint = 'signed_stays';
  end if;
  return new;
end $$;
create trigger guard_proposal before update on case_proposal for each row execute function guard_proposal();
create trigger never_delete before delete or truncate on case_proposal for each statement execute function never();

-- 案件大事记: append-only, each chained to the one before.
create table case_event (
  case_id     bigint not null references case_file,
  seq         int not null check (seq > 0),
  kind        text not null check (kind <> ''),
  at          timestamptz not null,
  actor       text not null check (actor in ('complainant','handler','supervisor','publisher','system')),
  staff_id    bigint references staff,
  shown       boolean not null,
  to_state    text,
  proposal_id bigint references case_proposal,
  payload     jsonb not null default '{}',
  prev        bytea not null check (octet_length(prev) = 32),
  hash        bytea not null check (octet_length(hash) = 32),
  primary key (case_id, seq),
  constraint staff_has_a_name check ((actor in ('handler','supervisor','publisher')) = (staff_id is not null))
);
create trigger never_change before update or delete or truncate on case_event for each statement execute function never();

create function enter_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare f case_file; s case_step; p case_proposal;
begin
  select * into f from case_file where id = new.case_id for update;
  -- The case was written with its first event already in mind (file_complaint); case_is_whole asks for that event.
  if new.seq = 1 and new.kind = 'submitted' and f.version = 1 and f.tail = new.hash and new.prev = decode(repeat('00', 32), 'hex') then
    return new;
  end if;
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
    where q.case_id = f.id and q.outcome is null and q.step <> 'reveal'
      and not exists (select from case_step n where n.step = q.step and n.type = f.type and n.from_state = new.to_state and n.signed is not null);
  end if;
  return new;
end $$;
create trigger enter_event before insert on case_event for each row execute function enter_event();

-- Nobody moves a case but its events: the trigger above runs within another.
create function guard_case() returns trigger language plpgsql as $$
begin
  if (new.state, new.version, new.tail, new.prior, new.closed_on) is distinct from (old.state, old.version, old.tail, old.prior, old.closed_on) and pg_trigger_depth() < 2 then
    raise exception 'case % is moved by its events', old.no using errcode = 'restrict_violation', constraint = 'moved_by_events';
  end if;
  if (new.id, new.no, new.submission_id, new.type, new.track, new.received_at, new.received_on) is distinct from
     (old.id, old.no, old.submission_id, old.type, old.track, old.received_at, old.received_on) then
    raise exception 'case % keeps what it is and when it came', old.no using errcode = 'restrict_violation', constraint = 'age_is_kept';
  end if;
  return new;
end $$;
create trigger guard_case before update on case_file for each row execute function guard_case();
create trigger never_delete before delete or truncate on case_file for each statement execute function never();

-- No case without an event and a clock: looked at when the transaction ends.
create function case_is_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from case_event where case_id = new.id) or not exists (select from clock where case_id = new.id) then
    raise exception 'case % has no event or no clock', new.no using errcode = 'restrict_violation', constraint = 'case_is_whole';
  end if;
  return null;
end $$;
create constraint trigger case_is_whole after insert on case_file deferrable initially deferred for each row execute function case_is_whole();

-- 期限. `met_on` when it was met, `missed_on` the day it ran out unmet, entered once, `closed_on` when it was no longer asked for.
create table clock (
  id          bigint generated always as identity primary key,
  case_id     bigint not null references case_file,
  code        text not null,
  rule_id     int not null references clock_rule,
  round       int not null default 1,
  started_on  date not null,
  due_on      date not null check (due_on >= started_on),
  provisional boolean not null,
  met_on      date,
  missed_on   date,
  closed_on   date,
  constraint one_clock_a_round unique (case_id, code, round)
);
create index clock_live on clock (due_on, id) where met_on is null and closed_on is null;
create function guard_clock() returns trigger language plpgsql as $$
begin
  if (new.id, new.case_id, new.code, new.rule_id, new.round, new.started_on) is distinct from (old.id, old.case_id, old.code, old.rule_id, old.round, old.started_on)
     or (old.missed_on is not null and new.missed_on is distinct from old.missed_on)
     or (old.met_on is not null and new.met_on is distinct from old.met_on) then
    raise exception 'what a clock recorded stays' using errcode = 'restrict_violation', constraint = 'clock_stays';
  end if;
  return new;
end $$;
create trigger guard_clock before update on clock for each row execute function guard_clock();
create trigger never_delete before delete or truncate on clock for each statement execute function never();
create function next_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare next record;
begin
  -- coalesce() keeps the planner with the few clocks of the case: the index of live clocks leads past those of all others.
  select c.due_on, c.code, c.provisional into next from clock c
  where c.case_id = new.case_id and coalesce(c.met_on, c.closed_on) is null and c.code <> 'appeal' order by c.due_on, c.id limit 1;
  update case_file f set due_on = next.due_on, due_code = next.code, due_provisional = next.provisional
  where f.id = new.case_id and (f.due_on, f.due_code, f.due_provisional) is distinct from (next.due_on, next.code, next.provisional);
  return null;
end $$;
create trigger next_due after insert or update on clock for each row execute function next_due();

-- 中止 and 延期, each signed. A pause counts for the clocks whose rule knows its reason; both days are within it.
create table clock_pause (
  id          bigint generated always as identity primary key,
  case_id     bigint not null references case_file,
  reason      text not null,
  from_on     date not null,
  to_on       date check (to_on >= from_on),
  proposal_id bigint not null references case_proposal
);
create table clock_extension (
  id          bigint generated always as identity primary key,
  clock_id    bigint not null references clock,
  amount      int not null check (amount > 0),
  unit        text not null check (unit in ('workday','day')),
  asked_on    date not null,
  granted_on  date not null check (granted_on >= asked_on),
  due_before  date not null,
  proposal_id bigint not null references case_proposal unique,
  constraint asked_before_expiry check (asked_on <= due_before)
);
create trigger never_change before update or delete or truncate on clock_extension for each statement execute function never();

-- 内部记录 and 与投诉人往来: two tables, so that the one can never be shown as the other.
create table case_note (
  id      bigint generated always as identity primary key,
  case_id bigint not null references case_file,
  by      bigint not null references staff,
  at      timestamptz not null,
  words   bytea
);
create table case_message (
  id      bigint generated always as identity primary key,
  case_id bigint not null references case_file,
  sender  text not null check (sender in ('complainant','desk')),
  by      bigint references staff,
  at      timestamptz not null,
  words   bytea,
  asks    boolean not null default false,
  read_at timestamptz,
  constraint desk_has_a_name check ((sender = 'desk') = (by is not null))
);
create index case_note_case on case_note (case_id, id);
create index case_message_case on case_message (case_id, id);

-- 附件: the bytes lie encrypted in a folder under the id; here are the wrapped key and what was found. Without a submission
-- it belongs to the filing under way of that key, and goes with it after a day.
create table attachment (
  id            uuid primary key,
  draft_key     uuid,
  submission_id bigint references submission,
  case_id       bigint references case_file,
  message_id    bigint references case_message,
  sender        text not null check (sender in ('complainant','desk','portal')),
  name          bytea,
  kind          text not null,
  size          int not null check (size > 0),
  stored        int not null,
  sha256        bytea not null check (octet_length(sha256) = 32),
  wrapped_key   bytea,
  state         text not null check (state in ('clean','quarantined','released','refused')),
  why           text,
  at            timestamptz not null,
  released_by   bigint references staff,
  constraint belongs_somewhere check (draft_key is not null or submission_id is not null)
);
create index attachment_submission on attachment (submission_id);
create index attachment_draft on attachment (draft_key) where submission_id is null;

-- 决定: drafted by one, signed by another. `findings` says of each charge what was found; `words` is the decision's text.
create table decision (
  id          bigint generated always as identity primary key,
  case_id     bigint not null references case_file,
  n           int not null,
  outcome     text not null,
  findings    jsonb not null default '[]',
  laws        jsonb not null default '[]',
  words       bytea,
  refund      numeric(18,2),
  drafted_by  bigint not null references staff,
  signed_by   bigint not null references staff,
  signed_at   timestamptz not null,
  proposal_id bigint not null unique references case_proposal,
  unique (case_id, n),
  constraint signed_by_another check (signed_by <> drafted_by)
);
create trigger never_delete before delete or truncate on decision for each statement execute function never();

-- 文书: the official forms as they were made, numbered a year, hashed. `shown` to the complainant once delivered.
create table document_number (
  org_id int not null references org,
  form   text not null,
  year   int not null,
  last   int not null,
  primary key (org_id, form, year)
);
create table case_document (
  id           bigint generated always as identity primary key,
  case_id      bigint not null references case_file,
  form         text not null,
  number       text not null unique,
  content      bytea,
  sha256       bytea not null check (octet_length(sha256) = 32),
  made_by      bigint not null references staff,
  made_at      timestamptz not null,
  delivered_on date,
  delivered_by text,
  shown        boolean not null default false
);
create index case_document_case on case_document (case_id, id);
create trigger never_delete before delete or truncate on case_document for each statement execute function never();

-- 退款台账: what was ordered, and every entry of it since.
create table refund_order (
  id          bigint generated always as identity primary key,
  case_id     bigint not null references case_file,
  amount      numeric(18,2) not null check (amount > 0),
  due_on      date not null,
  basis       text not null,
  ordered_on  date not null check (ordered_on <= due_on),
  proposal_id bigint not null unique references case_proposal
);
create table refund_entry (
  id       bigint generated always as identity primary key,
  order_id bigint not null references refund_order,
  kind     text not null check (kind in ('paid','confirmed','unclaimed')),
  amount   numeric(18,2) not null check (amount > 0),
  on_day   date not null,
  by       bigint references staff,
  at       timestamptz not null
);
create trigger never_change before update or delete or truncate on refund_order for each statement execute function never();
create trigger never_change before update or delete or truncate on refund_entry for each statement execute function never();
create function guard_refund() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare o refund_order; paid numeric; confirmed numeric; unclaimed numeric;
begin
  select * into o from refund_order where id = new.order_id for update;
  select coalesce(sum(amount) filter (where kind = 'paid'), 0), coalesce(sum(amount) filter (where kind = 'confirmed'), 0),
         coalesce(sum(amount) filter (where kind = 'unclaimed'), 0) into paid, confirmed, unclaimed
  from refund_entry where order_id = o.id;
  if (new.kind in ('paid','unclaimed') and paid + unclaimed + new.amount > o.amount) or (new.kind = 'confirmed' and confirmed + new.amount > paid) then
    raise exception 'refund % would not balance', o.id using errcode = 'check_violation', constraint = 'refund_balances';
  end if;
  return new;
end $$;
create trigger guard_refund before insert on refund_entry for each row execute function guard_refund();

-- 关联与并案: links, never merges; a cluster is one charge of one entity in one period.
create table case_link (
  id       bigint generated always as identity primary key,
  case_id  bigint not null references case_file,
  other_id bigint not null references case_file,
  kind     text not null check (kind in ('duplicate','related')),
  by       bigint not null references staff,
  at       timestamptz not null,
  ended_at timestamptz,
  check (case_id <> other_id)
);
create unique index linked_once on case_link (least(case_id, other_id), greatest(case_id, other_id)) where ended_at is null;
create table cluster (
  id     bigint generated always as identity primary key,
  entity text not null collate "C",
  item   text not null collate "C",
  period daterange not null,
  org_id int not null references org,
  title  text not null,
  by     bigint not null references staff,
  at     timestamptz not null,
  constraint one_cluster_a_period exclude using gist (org_id with =, entity with =, item with =, period with &&)
);
alter table case_file add foreign key (cluster_id) references cluster;

-- 公示: what the public reads, redacted; prepared by one, published by another. Retracting leaves a tombstone.
create table publication (
  id             bigint generated always as identity primary key,
  case_id        bigint not null references case_file,
  no             text not null collate "C",
  n              int not null,
  content        jsonb,
  checklist      jsonb not null,
  prepared_by    bigint not null references staff,
  published_by   bigint not null references staff,
  published_at   timestamptz not null,
  proposal_id    bigint not null unique references case_proposal,
  retracted_at   timestamptz,
  retract_reason text,
  unique (case_id, n),
  constraint published_by_another check (published_by <> prepared_by)
);
create trigger never_delete before delete or truncate on publication for each statement execute function never();
create table respondent_reply (
  id      bigint generated always as identity primary key,
  case_id bigint not null references case_file,
  words   bytea,
  on_day  date not null,
  by      bigint not null references staff,
  at      timestamptz not null
);
create table satisfaction (
  case_id bigint not null references case_file,
  round   int not null,
  score   int not null check (score between 1 and 5),
  solved  boolean not null,
  words   bytea,
  at      timestamptz not null,
  primary key (case_id, round)
);

-- Who looks at a case just now; lost with a restart, and no harm done.
create unlogged table case_presence (
  case_id  bigint not null,
  staff_id bigint not null,
  seen_at  timestamptz not null,
  primary key (case_id, staff_id)
);

-- 查得到的范围: the offices of whoever asks and all below them; an auditor reads every office, and writes nowhere.
create function case_reach() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(o.id), '{}') from org o
  where exists (select from staff_org s join org own on own.id = s.org_id
                where s.staff_id = nullif(current_setting('app.staff', true), '')::bigint and starts_with(o.path, own.path))
     or exists (select from staff_role r where r.staff_id = nullif(current_setting('app.staff', true), '')::bigint and r.role = 'auditor')
$$;
create function case_worker() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from staff_role r where r.staff_id = nullif(current_setting('app.staff', true), '')::bigint
                 and r.role in ('case_handler','case_supervisor','case_publisher'))
$$;
create function case_staff() returns bigint language sql stable as $$ select nullif(current_setting('app.staff', true), '')::bigint $$;
create function case_signer(p_step text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from staff_role r where r.staff_id = case_staff()
                 and r.role = case when p_step in ('publish','retract') then 'case_publisher' else 'case_supervisor' end)
$$;
create function app_tag() returns bytea language sql stable as $$ select decode(coalesce(current_setting('app.tag', true), ''), 'hex') $$;

create index clock_pause_case on clock_pause (case_id);
create index clock_extension_clock on clock_extension (clock_id);
create index refund_order_case on refund_order (case_id);
create index refund_entry_order on refund_entry (order_id);

create function held_submission() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select id from submission where tag = app_tag()
$$;
-- As an array, so that a policy leads to the index of each table and never past the cases of others.
create function held_cases() returns bigint[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(f.id), '{}') from case_file f where f.submission_id = held_submission()
$$;

do $$ declare t text; begin
  foreach t in array array['submission','contact_field','charge','case_file','case_proposal','case_event','clock','clock_pause','clock_extension',
    'case_note','case_message','attachment','decision','case_document','refund_order','refund_entry','case_link','publication','respondent_reply','satisfaction','case_presence'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy clerk on %I to portal_clerk using (true) with check (true)', t);
  end loop;
  create policy desk_reads on case_file for select to portal_desk
    using (org_id = any ((select case_reach())::int[]) or target_org = any ((select case_reach())::int[]));
  create policy desk_writes on case_file for update to portal_desk
    using (((org_id = any ((select case_reach())::int[])) or target_org = any ((select case_reach())::int[])) and (select case_worker())) with check (true);
  foreach t in array array['case_proposal','case_event','clock','clock_pause','case_note','case_message','decision','case_document','refund_order','case_link','publication','respondent_reply','satisfaction','case_presence'] loop
    execute format('create policy desk_reads on %I for select to portal_desk using (exists (select from case_file f where f.id = case_id))', t);
    execute format('create policy desk_adds on %I for insert to portal_desk with check (exists (select from case_file f where f.id = case_id) and (select case_worker()))', t);
    execute format('create policy desk_writes on %I for update to portal_desk using (exists (select from case_file f where f.id = case_id) and (select case_worker()))', t);
  end loop;
  foreach t in array array['submission','contact_field','charge','attachment'] loop
    execute format('create policy desk_reads on %I for select to portal_desk using (exists (select from case_file f where f.submission_id = %I.%s))', t, t,
                   case t when 'submission' then 'id' else 'submission_id' end);
  end loop;
  -- Whoever works signs with his own name, and only a supervisor, or for publication a publisher, signs what another asked.
  foreach t in array array['case_note','case_message','refund_entry','case_link','respondent_reply'] loop
    execute format('create policy desk_is_itself on %I as restrictive for insert to portal_desk with check ("by" = (select case_staff()))', t);
  end loop;
  create policy desk_is_itself on case_event as restrictive for insert to portal_desk with check (staff_id = (select case_staff()));
  create policy desk_is_itself on decision as restrictive for insert to portal_desk with check (signed_by = (select case_staff()));
  create policy desk_is_itself on case_proposal as restrictive for insert to portal_desk with check (asked_by = (select case_staff()) and outcome is null);
  create policy desk_signs on case_proposal as restrictive for update to portal_desk using (true)
    with check (decided_by = (select case_staff()) and case outcome when 'withdrawn' then asked_by = decided_by else case_signer(step) end);
  create policy desk_writes on submission for update to portal_desk using (exists (select from case_file f where f.submission_id = submission.id) and (select case_worker()));
  create policy desk_adds on attachment for insert to portal_desk with check (exists (select from case_file f where f.submission_id = attachment.submission_id) and (select case_worker()));
  create policy desk_writes on attachment for update to portal_desk using (exists (select from case_file f where f.submission_id = attachment.submission_id) and (select case_worker()));
  create policy desk_reads on refund_entry for select to portal_desk using (exists (select from refund_order o where o.id = order_id));
  create policy desk_adds on refund_entry for insert to portal_desk with check (exists (select from refund_order o where o.id = order_id) and (select case_worker()));
  create policy desk_reads on clock_extension for select to portal_desk using (exists (select from clock c where c.id = clock_id));
  create policy desk_adds on clock_extension for insert to portal_desk with check (exists (select from clock c where c.id = clock_id) and (select case_worker()));
  -- The holder of a receipt: that one submission, its cases, and what is shown of them.
  create policy holder on submission to portal_holder using (tag = app_tag());
  create policy holder on case_file for select to portal_holder using (submission_id = (select held_submission()));
  create policy holder on charge for select to portal_holder using (submission_id = (select held_submission()));
  create policy holder_reads on case_event for select to portal_holder using (shown and case_id = any ((select held_cases())::bigint[]));
  create policy holder_adds on case_event for insert to portal_holder with check (actor = 'complainant' and shown and proposal_id is null and case_id = any ((select held_cases())::bigint[])
    and kind in ('supplement','withdraw','appeal','message','evidence','rated','not_solved','refund_confirmed'));
  foreach t in array array['clock','clock_pause','case_message','refund_order','publication','satisfaction'] loop
    execute format('create policy holder on %I for select to portal_holder using (case_id = any ((select held_cases())::bigint[]))', t);
  end loop;
  create policy holder on clock_extension for select to portal_holder using (clock_id in (select id from clock));
  create policy holder on decision for select to portal_holder using (case_id = any ((select held_cases())::bigint[]) and exists (select from case_event e where e.case_id = decision.case_id and e.kind = 'notify' and e.at >= decision.signed_at));
  create policy holder on case_document for select to portal_holder using (shown and case_id = any ((select held_cases())::bigint[]));
  create policy holder_writes on case_message for insert to portal_holder with check (sender = 'complainant' and not asks and case_id = any ((select held_cases())::bigint[]));
  create policy holder_marks on case_message for update to portal_holder using (sender = 'desk' and case_id = any ((select held_cases())::bigint[]));
  create policy holder_rates on satisfaction for insert to portal_holder
    with check (exists (select from case_event e where e.case_id = satisfaction.case_id and e.kind in ('notify','answer')));
  create policy holder on refund_entry for select to portal_holder using (order_id in (select id from refund_order));
  create policy holder_confirms on refund_entry for insert to portal_holder with check (kind = 'confirmed' and by is null and order_id in (select id from refund_order));
  create policy holder on attachment for select to portal_holder using ((sender <> 'desk' or message_id is not null) and submission_id = (select held_submission()));
  create policy holder_tells on case_file for update to portal_holder using (submission_id = (select held_submission())) with check (unread);
end $$;

grant select on org, jurisdiction, workday, workday_year, clock_rule, law_change to portal_app, portal_holder, portal_desk, portal_clerk;
grant select, insert, delete on staff_org to portal_app;
grant select on staff_org, staff_role to portal_desk, portal_clerk;
grant select (id, login, name, disabled_at) on staff to portal_desk, portal_clerk;
grant select on case_step to portal_app, portal_holder, portal_desk, portal_clerk;
grant insert, update on workday, workday_year to portal_clerk;
grant usage on all sequences in schema public to portal_holder, portal_desk, portal_clerk;

grant select (id, receipt, tag, capacity, goals, category, anonymous, consent_publish, consent_mediation, daily_life, language, port, area, entity, entity_name,
  statement, charged, comparison, comparison_sha, release, acknowledgement, channel, received_at, received_on, seen_at), update (seen_at) on submission to portal_holder;
grant select (id, no, submission_id, type, track, org_id, target_org, port, area, entity, entity_name, category, item, verdict, charged, anonymous, state, prior, version, tail,
  received_at, received_on, due_on, due_code, due_provisional, closed_on, purged_on), update (unread) on case_file to portal_holder;
grant select on charge, clock, clock_pause, clock_extension to portal_holder;
grant select (case_id, seq, kind, at, actor, shown, to_state, payload) on case_event to portal_holder;
grant select (id, case_id, sender, at, words, asks, read_at) on case_message to portal_holder;
grant select (id, case_id, n, outcome, words, refund, signed_at) on decision to portal_holder;
grant select (id, case_id, form, number, content, sha256, made_at, delivered_on, delivered_by, shown) on case_document to portal_holder;
grant select (id, case_id, amount, due_on, basis, ordered_on) on refund_order to portal_holder;
grant select (id, order_id, kind, amount, on_day, at) on refund_entry to portal_holder;
grant select (id, case_id, no, n, content, published_at, retracted_at) on publication to portal_holder;
grant select on satisfaction, attachment to portal_holder;
grant insert on case_event, case_message, refund_entry, satisfaction to portal_holder;
grant update (read_at) on case_message to portal_holder;

grant select on submission, contact_field, charge to portal_desk;
grant update (tag, pepper, code_sealed, code_until) on submission to portal_desk;
grant select, update (org_id, target_org, assignee, cluster_id, unread, outcome, decided_on, hops, legal_hold) on case_file to portal_desk;
grant select, insert on case_proposal, case_event, clock, clock_pause, clock_extension, case_note, case_message, attachment, decision, case_document, document_number,
  refund_order, refund_entry, case_link, cluster, publication, respondent_reply to portal_desk;
grant select on satisfaction to portal_desk;
grant update (decided_by, decided_at, outcome, why) on case_proposal to portal_desk;
grant update (due_on, provisional, met_on, closed_on) on clock to portal_desk;
grant update (to_on) on clock_pause to portal_desk;
grant update (state, released_by, case_id, message_id) on attachment to portal_desk;
grant update (read_at) on case_message to portal_desk;
grant update (delivered_on, delivered_by, shown) on case_document to portal_desk;
grant update (last) on document_number to portal_desk;
grant update (ended_at) on case_link to portal_desk;
grant update (content, retracted_at, retract_reason) on publication to portal_desk;
grant select, insert, update, delete on case_presence to portal_desk;

grant select, insert, update on submission, contact_field, charge, case_event, clock, clock_pause, clock_extension, case_note, case_message, attachment, decision, case_document,
  refund_order, refund_entry, case_link, cluster, publication, respondent_reply, satisfaction, case_proposal, document_number to portal_clerk;
grant select, update on case_file to portal_clerk;
grant delete on attachment to portal_clerk;
grant select on release, statement, subject to portal_desk, portal_clerk, portal_holder;
grant select, insert on audit to portal_desk, portal_clerk;
grant select (id, no, n, content, published_at, retracted_at, retract_reason) on publication to portal_app;
create policy anyone_reads on publication for select to portal_app using (true);

-- 收件: the one way in. One call, one transaction: the submission, its contacts, charges, cases, events, clocks and files, or nothing.
-- The same key again gives what the first was given. `law_version` must be the newest, else the caller reckons its clocks anew.
create function file_complaint(p_key uuid, p_fingerprint bytea, p_law bigint, p jsonb)
returns table (receipt text, fingerprint bytea, code_sealed bytea, code_until timestamptz, received_at timestamptz, replayed boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare s submission; made bigint; c jsonb; e jsonb; k jsonb; case_id bigint; first_case bigint;
begin
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
      decode(p->>'acknowledgement','hex'), p->>'channel', (p->>'worked')::boolean, (p->>'received_at')::timestamptz, (p->>'received_on')::date
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
  for c in select * from jsonb_array_elements(p->'cases') loop
    insert into case_file (no, submission_id, twin_of, type, track, org_id, port, area, entity, entity_name, category, item, verdict, charged, anonymous, received_at, received_on, version, tail, due_on, due_code, due_provisional, grams)
      select c->>'no', made, first_case, c->>'type', c->>'track', (c->>'org')::int, p->>'port', p->>'area', p->>'entity', p->>'entity_name', p->>'category',
              c->>'item', c->>'verdict', (p->>'charged')::numeric, (p->>'anonymous')::boolean, (p->>'received_at')::timestamptz, (p->>'received_on')::date,
              1, decode(c->'event'->>'hash','hex'), due.due_on, due.code, due.provisional,
              array_to_tsvector(array(select distinct g from jsonb_array_elements_text(p->'grams') g where g <> ''))
      from (select 1) one left join lateral (
        select r.due_on, r.code, r.provisional from jsonb_to_recordset(c->'clocks') as r(due_on date, code text, provisional boolean)
        where r.code <> 'appeal' order by r.due_on limit 1) due on true
      returning id into case_id;
    first_case := coalesce(first_case, case_id);
    e := c->'event';
    insert into case_event (case_id, seq, kind, at, actor, shown, payload, prev, hash)
      values (case_id, 1, 'submitted', (p->>'received_at')::timestamptz, 'complainant', true, e->'payload', decode(repeat('00',32),'hex'), decode(e->>'hash','hex'));
    for k in select * from jsonb_array_elements(c->'clocks') loop
      insert into clock (case_id, code, rule_id, started_on, due_on, provisional)
        values (case_id, k->>'code', (k->>'rule')::int, (k->>'started_on')::date, (k->>'due_on')::date, (k->>'provisional')::boolean);
    end loop;
  end loop;
  update attachment set submission_id = made where draft_key = p_key and submission_id is null and state <> 'refused';
  return query select p->>'receipt', p_fingerprint, decode(p->>'code_sealed','hex'), (p->>'code_until')::timestamptz, (p->>'received_at')::timestamptz, false;
end $$;
revoke execute on function file_complaint from public;
grant execute on function file_complaint to portal_app;

-- What may be known of a printed acknowledgement: that this receipt was acknowledged with this very content, and on which day.
create function acknowledged_on(p_receipt text, p_sha bytea) returns date language sql stable security definer set search_path = public, pg_temp as $$
  select received_on from submission where receipt = p_receipt and acknowledgement = p_sha
$$;
revoke execute on function acknowledged_on from public;
grant execute on function acknowledged_on to portal_app;

-- The filing of a key within a day: for the browser that made it.
create function filing_of(p_key uuid) returns table (receipt text, code_sealed bytea, code_until timestamptz, received_at timestamptz, language text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.receipt, s.code_sealed, s.code_until, s.received_at, s.language from submission s where s.key = p_key
$$;
revoke execute on function filing_of from public;
grant execute on function filing_of to portal_app;
-- Which of these tags, one a pepper, finds a submission: the one indexed read of a lookup.
create function known_tag(p_tags bytea[]) returns table (tag bytea, receipt text) language sql stable security definer set search_path = public, pg_temp as $$
  select s.tag, s.receipt from submission s where s.tag = any (p_tags)
$$;
revoke execute on function known_tag from public;
grant execute on function known_tag to portal_app;
