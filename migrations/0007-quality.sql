-- 目录质量: what the rules said of the whole live list, run by run; a run is never edited.
create table quality_run (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  release bigint not null references release,
  report  jsonb not null check (jsonb_typeof(report->'findings') = 'array' and (report->>'release')::bigint = release)
);

create trigger never_change before update or delete or truncate on quality_run for each statement execute function never();

grant select, insert on quality_run to portal_app;
