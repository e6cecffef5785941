-- 文书: what was made stays as it was made; it is delivered once, and shown to the complainant only then.
alter table case_document
  add constraint delivered_is_whole check (num_nulls(delivered_on, delivered_by) in (0, 2)),
  add constraint shown_once_delivered check (not shown or delivered_on is not null);
create policy desk_is_itself on case_document as restrictive for insert to portal_desk
  with check (made_by = (select case_staff()) and delivered_on is null);

create function guard_document() returns trigger language plpgsql as $$
begin
  -- The portal itself seals the content anew under another key, and destroys it when its time is over.
  if (to_jsonb(new) - '{content,delivered_on,delivered_by,shown}'::text[]) <> (to_jsonb(old) - '{content,delivered_on,delivered_by,shown}'::text[])
     or (old.delivered_on is not null and (new.delivered_on, new.delivered_by, new.shown) is distinct from (old.delivered_on, old.delivered_by, old.shown)) then
    raise exception 'the document % stays as it was made', old.number using errcode = 'restrict_violation', constraint = 'document_stays';
  end if;
  return new;
end $$;
create trigger guard_document before update on case_document for each row execute function guard_document();

-- A number is given once: the next of an office, a form and a year is one more than the last, and there is none between.
create function guard_document_number() returns trigger language plpgsql as $$
begin
  if new.last <> (case tg_op when 'INSERT' then 1 else old.last + 1 end) then
    raise exception 'document numbers have no gaps' using errcode = 'restrict_violation', constraint = 'numbers_have_no_gaps';
  end if;
  return new;
end $$;
create trigger guard_document_number before insert or update on document_number for each row execute function guard_document_number();
create trigger never_delete before delete or truncate on document_number for each statement execute function never();
