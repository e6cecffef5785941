import type { Day } from '../../catalogue/day.ts'
import type { DocumentFacts } from './facts.ts'
import type { Form } from './forms.ts'
import type { Parts } from './parts.ts'
import { partyText } from './party.ts'

/** 2026年11月23日, as documents write it. */
export const dayWords = (day: Day): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

const NONE = '未提供'
type Rows = [label: string, value: string][]

/** 栏目: the table of a form; a field that nobody filled in says so. */
export function fieldsOf(form: Form, facts: DocumentFacts, parts: Parts): Rows {
  const common: Rows = [
    ['案件号', facts.no],
    ['收到日期', dayWords(facts.receivedOn)],
  ]
  if (form === 'register_complaint' || form === 'register_report')
    return [...common, ...partyRows(form, facts, parts), ...matterRows(facts, parts)]
  if (form === 'settlement')
    return [...common, ['投诉人', partyText(facts)], ['被投诉人', respondentText(facts)], ...refundRows(facts)]
  if (form === 'forward') return [...common, ['分送机关', facts.office], ['接收机关', facts.target ?? NONE]]
  return [...common, [form === 'report_result' ? '被举报人' : '被投诉人', respondentText(facts)]]
}

function partyRows(form: Form, facts: DocumentFacts, { id_document }: Parts): Rows {
  const { party, consents } = facts
  const who = form === 'register_report' ? '举报人' : '投诉人'
  const closed = party.kind === 'sealed' ? '身份保密' : NONE
  const opened = party.kind === 'open' ? party : null
  const rows: Rows = [
    [who, partyText(facts)],
    ['电话', opened?.phone ?? closed],
    ['地址', opened?.address ?? closed],
  ]
  if (form === 'register_report') return [...rows, ['实名或者匿名', party.kind === 'anonymous' ? '匿名' : '实名']]
  return [
    ...rows,
    ['证件类型及号码', id_document ?? NONE],
    ['同意公示投诉信息', consents.publish ? '同意' : '不同意'],
    ['同意委托调解', consents.mediation ? '同意' : '不同意'],
  ]
}

function matterRows(facts: DocumentFacts, { request, respondent_contact }: Parts): Rows {
  const { respondent, category, charges, charged, type } = facts
  const about = type === 'report' ? '被举报人' : '被投诉人'
  return [
    [about, respondentText(facts)],
    [`${about}联系方式`, respondent_contact ?? NONE],
    ['地点', respondent.place],
    ['事项', category],
    ['涉及收费', charges.length === 0 ? NONE : charges.join('\n')],
    ['涉及金额', `${charged} 元`],
    ...(type === 'report' ? [] : ([['投诉请求', request ?? facts.goals]] as Rows)),
  ]
}

const refundRows = ({ decided }: DocumentFacts): Rows =>
  decided === null || decided.refund === null ? [] : [['约定退还金额', `${decided.refund} 元`]]

const respondentText = ({ respondent: { name, code } }: DocumentFacts): string =>
  code === null ? name : `${name}（统一社会信用代码 ${code}）`
