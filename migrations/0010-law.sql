-- 法: the calendar of the years whose notices were published, and the rules by which clocks run. What a rule rests on and how
-- well it is known stands with each; 待核实 is `recall`.
alter table workday_year add column notice_mark text not null default 'single' check (notice_mark in ('verified','single','derived','recall'));

-- Every day agrees with four independent calendars (domain/calendar.md); the numbers of the notices are from memory.
insert into workday_year (year, notice, notice_mark) values
  (2019, '国办发明电〔2018〕15号、〔2019〕3号', 'recall'),
  (2020, '国办发明电〔2019〕16号、〔2020〕1号', 'recall'),
  (2021, '国办发明电〔2020〕27号', 'recall'),
  (2022, '国办发明电〔2021〕11号', 'recall'),
  (2023, '国办发明电〔2022〕16号', 'recall'),
  (2024, '国办发明电〔2023〕7号', 'recall'),
  (2025, '国办发明电〔2024〕12号', 'recall'),
  (2026, '国办发明电〔2025〕7号', 'recall');

-- The breaks, both days within, and the days in them that the law itself names (法定节假日); then the weekend days worked.
with breaks (name, off, law) as (select name, off::daterange, law::datemultirange from (values
  ('元旦', '[2019-01-01,2019-01-01]', '{[2019-01-01,2019-01-01]}'),
  ('春节', '[2019-02-04,2019-02-10]', '{[2019-02-05,2019-02-07]}'),
  ('清明', '[2019-04-05,2019-04-07]', '{[2019-04-05,2019-04-05]}'),
  ('劳动节', '[2019-05-01,2019-05-04]', '{[2019-05-01,2019-05-01]}'),
  ('端午', '[2019-06-07,2019-06-09]', '{[2019-06-07,2019-06-07]}'),
  ('中秋', '[2019-09-13,2019-09-15]', '{[2019-09-13,2019-09-13]}'),
  ('国庆节', '[2019-10-01,2019-10-07]', '{[2019-10-01,2019-10-03]}'),
  ('元旦', '[2020-01-01,2020-01-01]', '{[2020-01-01,2020-01-01]}'),
  ('春节', '[2020-01-24,2020-02-02]', '{[2020-01-25,2020-01-27]}'),
  ('清明', '[2020-04-04,2020-04-06]', '{[2020-04-04,2020-04-04]}'),
  ('劳动节', '[2020-05-01,2020-05-05]', '{[2020-05-01,2020-05-01]}'),
  ('端午', '[2020-06-25,2020-06-27]', '{[2020-06-25,2020-06-25]}'),
  ('国庆节', '[2020-10-01,2020-10-08]', '{[2020-10-01,2020-10-03]}'),
  ('元旦', '[2021-01-01,2021-01-03]', '{[2021-01-01,2021-01-01]}'),
  ('春节', '[2021-02-11,2021-02-17]', '{[2021-02-12,2021-02-14]}'),
  ('清明', '[2021-04-03,2021-04-05]', '{[2021-04-04,2021-04-04]}'),
  ('劳动节', '[2021-05-01,2021-05-05]', '{[2021-05-01,2021-05-01]}'),
  ('端午', '[2021-06-12,2021-06-14]', '{[2021-06-14,2021-06-14]}'),
  ('中秋', '[2021-09-19,2021-09-21]', '{[2021-09-21,2021-09-21]}'),
  ('国庆节', '[2021-10-01,2021-10-07]', '{[2021-10-01,2021-10-03]}'),
  ('元旦', '[2022-01-01,2022-01-03]', '{[2022-01-01,2022-01-01]}'),
  ('春节', '[2022-01-31,2022-02-06]', '{[2022-02-01,2022-02-03]}'),
  ('清明', '[2022-04-03,2022-04-05]', '{[2022-04-05,2022-04-05]}'),
  ('劳动节', '[2022-04-30,2022-05-04]', '{[2022-05-01,2022-05-01]}'),
  ('端午', '[2022-06-03,2022-06-05]', '{[2022-06-03,2022-06-03]}'),
  ('中秋', '[2022-09-10,2022-09-12]', '{[2022-09-10,2022-09-10]}'),
  ('国庆节', '[2022-10-01,2022-10-07]', '{[2022-10-01,2022-10-03]}'),
  ('元旦', '[2022-12-31,2022-12-31]', '{}'),
  ('元旦', '[2023-01-01,2023-01-02]', '{[2023-01-01,2023-01-01]}'),
  ('春节', '[2023-01-21,2023-01-27]', '{[2023-01-22,2023-01-24]}'),
  ('清明', '[2023-04-05,2023-04-05]', '{[2023-04-05,2023-04-05]}'),
  ('劳动节', '[2023-04-29,2023-05-03]', '{[2023-05-01,2023-05-01]}'),
  ('端午', '[2023-06-22,2023-06-24]', '{[2023-06-22,2023-06-22]}'),
  ('中秋、国庆节', '[2023-09-29,2023-10-06]', '{[2023-09-29,2023-09-29],[2023-10-01,2023-10-03]}'),
  ('元旦', '[2024-01-01,2024-01-01]', '{[2024-01-01,2024-01-01]}'),
  ('春节', '[2024-02-10,2024-02-17]', '{[2024-02-10,2024-02-12]}'),
  ('清明', '[2024-04-04,2024-04-06]', '{[2024-04-04,2024-04-04]}'),
  ('劳动节', '[2024-05-01,2024-05-05]', '{[2024-05-01,2024-05-01]}'),
  ('端午', '[2024-06-10,2024-06-10]', '{[2024-06-10,2024-06-10]}'),
  ('中秋', '[2024-09-15,2024-09-17]', '{[2024-09-17,2024-09-17]}'),
  ('国庆节', '[2024-10-01,2024-10-07]', '{[2024-10-01,2024-10-03]}'),
  ('元旦', '[2025-01-01,2025-01-01]', '{[2025-01-01,2025-01-01]}'),
  ('春节', '[2025-01-28,2025-02-04]', '{[2025-01-28,2025-01-31]}'),
  ('清明', '[2025-04-04,2025-04-06]', '{[2025-04-04,2025-04-04]}'),
  ('劳动节', '[2025-05-01,2025-05-05]', '{[2025-05-01,2025-05-02]}'),
  ('端午', '[2025-05-31,2025-06-02]', '{[2025-05-31,2025-05-31]}'),
  ('国庆节、中秋', '[2025-10-01,2025-10-08]', '{[2025-10-01,2025-10-03],[2025-10-06,2025-10-06]}'),
  ('元旦', '[2026-01-01,2026-01-03]', '{[2026-01-01,2026-01-01]}'),
  ('春节', '[2026-02-15,2026-02-23]', '{[2026-02-16,2026-02-19]}'),
  ('清明', '[2026-04-04,2026-04-06]', '{[2026-04-05,2026-04-05]}'),
  ('劳动节', '[2026-05-01,2026-05-05]', '{[2026-05-01,2026-05-02]}'),
  ('端午', '[2026-06-19,2026-06-21]', '{[2026-06-19,2026-06-19]}'),
  ('中秋', '[2026-09-25,2026-09-27]', '{[2026-09-25,2026-09-25]}'),
  ('国庆节', '[2026-10-01,2026-10-07]', '{[2026-10-01,2026-10-03]}')
) as b (name, off, law)), worked (day) as (select unnest(
  '{2019-02-02,2019-02-03,2019-04-28,2019-05-05,2019-09-29,2019-10-12,
   2020-01-19,2020-04-26,2020-05-09,2020-06-28,2020-09-27,2020-10-10,
   2021-02-07,2021-02-20,2021-04-25,2021-05-08,2021-09-18,2021-09-26,2021-10-09,
   2022-01-29,2022-01-30,2022-04-02,2022-04-24,2022-05-07,2022-10-08,2022-10-09,
   2023-01-28,2023-01-29,2023-04-23,2023-05-06,2023-06-25,2023-10-07,2023-10-08,
   2024-02-04,2024-02-18,2024-04-07,2024-04-28,2024-05-11,2024-09-14,2024-09-29,2024-10-12,
   2025-01-26,2025-02-08,2025-04-27,2025-09-28,2025-10-11,
   2026-01-04,2026-02-14,2026-02-28,2026-05-09,2026-09-20,2026-10-10}'::date[]))
insert into workday (day, kind, name)
select d.day, case
    when d.day in (select day from worked) then 'makeup'
    when b.law @> d.day then 'statutory'
    when extract(isodow from d.day) > 5 then 'weekend'
    when b.name is not null then 'bridge'
    else 'ordinary' end, b.name
from (select generate_series('2019-01-01'::date, '2026-12-31', '1 day')::date as day) d left join breaks b on b.off @> d.day;

-- A case keeps the rules in force on the day it was received. Order 20 has no rule for a last day that is a holiday; Order 121
-- has one (art. 45), and where our files have no text of it the earlier day stands.
insert into clock_rule (id, code, type, track, amount, unit, roll, ext_amount, ext_unit, ext_times, pauses, says, basis, provenance, valid) values
  (1, 'accept', 'complaint', null, 7, 'workday', false, null, null, null, '{}',
   '{"zh": "收到投诉之日起7个工作日内决定是否受理，并告知投诉人", "en": "Within 7 working days of receiving a complaint, decide whether to accept it and tell the complainant"}', '{"document": "samr-20", "article": "第十四条"}', '{"mark": "verified", "source": "法规文本，经两处以上核对"}', '[2020-01-01,2026-04-15)'),
  (2, 'accept', 'complaint', null, 7, 'workday', true, null, null, null, '{}',
   '{"zh": "收到投诉之日起7个工作日内决定是否受理，并告知投诉人；不予受理的，说明理由和其他解决途径", "en": "Within 7 working days of receiving a complaint, decide whether to accept it and tell the complainant; a refusal states its reason and other remedies"}', '{"document": "samr-121", "article": "第十五条"}', '{"mark": "verified", "source": "法规文本，经两处以上核对"}', '[2026-04-15,)'),
  (3, 'mediate', 'complaint', null, 45, 'workday', false, null, null, null, '{}',
   '{"zh": "受理之日起45个工作日内终结调解", "en": "Mediation ends within 45 working days of acceptance"}', '{"document": "samr-20", "article": "第二十一条"}', '{"mark": "verified", "source": "法规文本，经两处以上核对"}', '[2020-01-01,2026-04-15)'),
  (4, 'mediate', 'complaint', null, 60, 'day', true, null, null, null, '{appraisal}',
   '{"zh": "受理之日起60日内终结调解；检验检测鉴定的时间不计入", "en": "Mediation ends within 60 days of acceptance; time for tests and appraisals is not counted"}', '{"document": "samr-121", "article": "第二十二条、第二十三条"}', '{"mark": "verified", "source": "法规文本，经两处以上核对"}', '[2026-04-15,)'),
  (5, 'tell', 'complaint', null, 7, 'workday', false, null, null, null, '{}',
   '{"zh": "终止调解的，7个工作日内告知双方当事人", "en": "The end of mediation is told to both parties within 7 working days"}', '{"document": "samr-20", "article": "第二十一条"}', '{"mark": "verified", "source": "法规文本，经两处以上核对"}', '[2020-01-01,2026-04-15)'),
  (6, 'tell', 'complaint', null, 7, 'workday', true, null, null, null, '{}',
   '{"zh": "终止调解的，7个工作日内告知双方当事人", "en": "The end of mediation is told to both parties within 7 working days"}', '{"document": "samr-121", "article": "第二十三条"}', '{"mark": "verified", "source": "法规文本，经两处以上核对"}', '[2026-04-15,)'),
  (7, 'verify', 'report', null, 15, 'workday', false, 15, 'workday', 1, '{appraisal}',
   '{"zh": "收到举报之日起15个工作日内核查并决定是否立案；经批准可延长15个工作日", "en": "Within 15 working days of receiving a report, verify it and decide whether to open a case; 15 more with approval"}', '{"document": "samr-20", "article": "第三十一条（依《市场监督管理行政处罚程序规定》）"}', '{"mark": "verified", "source": "行政处罚程序规定的办案流程图等两处以上来源；检测时间不计入凭记忆，待核实"}', '[2020-01-01,2026-04-15)'),
  (8, 'verify', 'report', null, 15, 'workday', true, 15, 'workday', 1, '{appraisal}',
   '{"zh": "收到举报之日起15个工作日内核查并决定是否立案；经批准可延长15个工作日", "en": "Within 15 working days of receiving a report, verify it and decide whether to open a case; 15 more with approval"}', '{"document": "samr-121", "article": "第三十五条（依《市场监督管理行政处罚程序规定》）"}', '{"mark": "verified", "source": "行政处罚程序规定的办案流程图等两处以上来源；检测时间不计入凭记忆，待核实"}', '[2026-04-15,)'),
  (9, 'tell_filing', 'report', null, 5, 'workday', false, null, null, null, '{}',
   '{"zh": "作出是否立案决定之日起5个工作日内告知实名举报人", "en": "A reporter who gave a name is told within 5 working days whether a case is opened"}', '{"document": "samr-20", "article": "第三十一条"}', '{"mark": "verified", "source": "法规文本，经两处以上核对"}', '[2020-01-01,2026-04-15)'),
  (10, 'tell_filing', 'report', null, 5, 'workday', true, null, null, null, '{}',
   '{"zh": "作出是否立案决定之日起5个工作日内告知实名举报人", "en": "A reporter who gave a name is told within 5 working days whether a case is opened"}', '{"document": "samr-121", "article": "第三十五条"}', '{"mark": "recall", "source": "第121号令不再写明此期限，沿用第20号令第三十一条，待核实"}', '[2026-04-15,)'),
  (11, 'penalty', 'report', null, 90, 'day', false, 30, 'day', 1, '{appraisal,hearing,announcement,judicial,jurisdiction,refund_order}',
   '{"zh": "立案之日起90日内作出处理决定；经批准可延长30日；中止、听证、公告、检测和责令退还多收价款的时间不计入", "en": "A decision within 90 days of opening a case; 30 more with approval; suspension, hearings, announcements, tests and ordered refunds are not counted"}', '{"document": "samr-20", "article": "第三十一条（依《市场监督管理行政处罚程序规定》第六十四条）"}', '{"mark": "verified", "source": "行政处罚程序规定的办案流程图等两处以上来源"}', '[2020-01-01,2026-04-15)'),
  (12, 'penalty', 'report', null, 90, 'day', false, 30, 'day', 1, '{appraisal,hearing,announcement,judicial,jurisdiction,refund_order}',
   '{"zh": "立案之日起90日内作出处理决定；经批准可延长30日；中止、听证、公告、检测和责令退还多收价款的时间不计入", "en": "A decision within 90 days of opening a case; 30 more with approval; suspension, hearings, announcements, tests and ordered refunds are not counted"}', '{"document": "samr-121", "article": "第三十五条（依《市场监督管理行政处罚程序规定》第六十四条）"}', '{"mark": "verified", "source": "行政处罚程序规定的办案流程图等两处以上来源"}', '[2026-04-15,)'),
  (13, 'tell', 'report', null, 7, 'workday', false, null, null, null, '{}',
   '{"zh": "作出处理决定之日起7个工作日内告知举报人", "en": "The reporter is told of the decision within 7 working days"}', '{"document": "samr-20", "article": "第三十一条"}', '{"mark": "recall", "source": "法规未写明举报处理结果的告知期限，暂按7个工作日，待核实"}', '[2020-01-01,2026-04-15)'),
  (14, 'tell', 'report', null, 7, 'workday', false, null, null, null, '{}',
   '{"zh": "作出处理决定之日起7个工作日内告知举报人", "en": "The reporter is told of the decision within 7 working days"}', '{"document": "samr-121", "article": "第三十六条"}', '{"mark": "recall", "source": "法规未写明举报处理结果的告知期限，暂按7个工作日，待核实"}', '[2026-04-15,)'),
  (15, 'accept', 'complaint', 'port_industry', 7, 'workday', false, null, null, null, '{}',
   '{"zh": "收到之日起7个工作日内决定是否受理，并告知投诉人", "en": "Within 7 working days of receipt, decide whether to accept and tell the complainant"}', '{"document": "zhejiang-2021-plan", "article": "任务24"}', '{"mark": "recall", "source": "行业投诉的期限在手头文件中没有原文，暂按市场监管投诉的期限，待核实"}', '[2020-01-01,)'),
  (16, 'mediate', 'complaint', 'port_industry', 60, 'day', false, null, null, null, '{appraisal}',
   '{"zh": "受理之日起60日内办结", "en": "Settled within 60 days of acceptance"}', '{"document": "zhejiang-2021-plan", "article": "任务24"}', '{"mark": "recall", "source": "行业投诉的期限在手头文件中没有原文，暂按市场监管投诉的期限，待核实"}', '[2020-01-01,)'),
  (17, 'tell', 'complaint', 'port_industry', 7, 'workday', false, null, null, null, '{}',
   '{"zh": "办结之日起7个工作日内告知投诉人", "en": "The complainant is told within 7 working days of the outcome"}', '{"document": "zhejiang-2021-plan", "article": "任务24"}', '{"mark": "recall", "source": "行业投诉的期限在手头文件中没有原文，暂按市场监管投诉的期限，待核实"}', '[2020-01-01,)'),
  (18, 'answer', 'consultation', null, 3, 'workday', false, null, null, null, '{}',
   '{"zh": "收到咨询之日起3个工作日内答复", "en": "A question is answered within 3 working days"}', '{"document": "zhejiang-2021-plan", "article": "任务25"}', '{"mark": "single", "source": "一地市场监管部门12345热线办理规定"}', '[2020-01-01,)'),
  (19, 'appeal', 'report', null, 60, 'day', false, null, null, null, '{}',
   '{"zh": "自知道决定之日起60日内可以申请行政复议", "en": "Administrative review may be sought within 60 days of learning of the decision"}', '{"document": "price-penalty-rules", "article": "第二十条（依《行政复议法》）"}', '{"mark": "recall", "source": "《行政复议法》的期限凭记忆，待核实"}', '[2020-01-01,)'),
  (20, 'appeal', 'complaint', null, 60, 'day', false, null, null, null, '{}',
   '{"zh": "自知道决定之日起60日内可以申请行政复议", "en": "Administrative review may be sought within 60 days of learning of the decision"}', '{"document": "samr-20", "article": null}', '{"mark": "recall", "source": "《行政复议法》的期限凭记忆，待核实"}', '[2020-01-01,2026-04-15)'),
  (21, 'appeal', 'complaint', null, 60, 'day', false, null, null, null, '{}',
   '{"zh": "自知道决定之日起60日内可以申请行政复议", "en": "Administrative review may be sought within 60 days of learning of the decision"}', '{"document": "samr-121", "article": "第四十四条（依《行政复议法》）"}', '{"mark": "recall", "source": "《行政复议法》的期限凭记忆，待核实"}', '[2026-04-15,)');

-- The holder of a receipt ends the clocks of a case that he has withdrawn, or the time for a review that he has sought.
create policy holder_ends on clock for update to portal_holder
  using (exists (select from case_file f where f.id = case_id and f.state in ('withdrawn','appealed'))) with check (true);
grant update (met_on, closed_on) on clock to portal_holder;

-- Clocks that have run out and are not recorded yet.
create index clock_missed on clock (due_on) where missed_on is null;
