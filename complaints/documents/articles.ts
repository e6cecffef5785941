import type { Mark } from '../../catalogue/basis.ts'
import { articleOf, ORDER_121 } from '../articles.ts'
import type { Step } from '../case.ts'
import type { DocumentFacts } from './facts.ts'
import type { Form } from './forms.ts'
import { groundsFor, type Parts } from './parts.ts'

/** What a form rests on. */
export type Cited = { document: string; article: string | null; mark: Mark }

/** The step whose article a form cites, and for a register the article that says what is to be told. */
const STEP: Partial<Record<Form, Step>> = {
  forward: 'transfer',
  accept: 'accept',
  mediate: 'mediate',
  settlement: 'mediate',
  report_result: 'notify',
}
const OWN: Partial<Record<Form, { now: string; before: [string, Mark] }>> = {
  register_complaint: { now: '第十条', before: ['第九条', 'recall'] },
  register_report: { now: '第二十八条', before: ['第二十四条', 'verified'] },
  prove_identity: { now: '第十条', before: ['第九条', 'recall'] },
  forward: { now: '第四十一条', before: ['第三十七条', 'verified'] },
}

/**
 * 文书的依据, of the order in force when the case was received. A port complaint is handled by reference (Order 121 art. 43,
 * Order 20 art. 38), which nothing in our files confirms: marked so.
 */
export function citedBy(form: Form, facts: DocumentFacts, parts: Parts): Cited[] {
  const ground = groundsFor(form, facts).find(({ code }) => code === parts.ground)
  if (ground !== undefined && !(facts.track === 'port_industry' && form === 'end_mediation'))
    return [{ ...ground.basis, mark: ground.mark }]
  const cited = ground === undefined ? ordinary(form, facts) : { ...ground.basis, mark: ground.mark }
  return [facts.track === 'port_industry' ? byReference(cited) : cited]
}

function ordinary(form: Form, { type, track, receivedOn, state }: DocumentFacts): Cited {
  const step = form === 'report_result' && state === 'not_accepted' ? 'refuse' : STEP[form]
  const ours = track === 'port_industry' ? 'samr_consumer' : track
  const found = step === undefined ? null : articleOf(step, { type, track: ours, receivedOn })
  if (found !== null) return found
  const isNew = receivedOn >= ORDER_121
  const { now, before } = OWN[form]!
  return isNew
    ? { document: 'samr-121', article: now, mark: 'verified' }
    : { document: 'samr-20', article: before[0], mark: before[1] }
}

const byReference = ({ document, article }: Cited): Cited => ({
  document,
  article: `${document === 'samr-121' ? '第四十三条' : '第三十八条'}，参照${article}`,
  mark: 'recall',
})

const NAMES: Record<string, string> = {
  'samr-121': '《市场监督管理投诉举报处理办法》（国家市场监督管理总局令第121号）',
  'samr-20': '《市场监督管理投诉举报处理暂行办法》（国家市场监督管理总局令第20号）',
  'price-law': '《中华人民共和国价格法》',
  'price-penalty-rules': '《价格违法行为行政处罚规定》',
  'zhejiang-2021-plan': '浙江省进一步推进跨境贸易便利化行动计划',
  'samr-56': '《明码标价和禁止价格欺诈规定》（国家市场监督管理总局令第56号）',
}

/** A document and its article as a form cites them. */
export const citedText = ({ document, article }: Pick<Cited, 'document' | 'article'>): string =>
  `${NAMES[document] ?? document}${article ?? ''}`
