import { refusalGrounds } from '../refusal-grounds.ts'
import type { DocumentFacts } from './facts.ts'
import { dayWords } from './fields.ts'
import type { Writing } from './paragraphs.ts'

/** 举报处理结果: filed, not filed, decided, or not taken up; and what was found, ordered, and kept secret. */
export function resultOf({ facts, parts, basis }: Writing): string[] {
  return [
    `你（单位）举报${facts.respondent.name}“${facts.category}”，本机关于${dayWords(facts.receivedOn)}收到（案件号 ${facts.no}）。${saidOf(facts)}`,
    parts.result!,
    ...foundIn(facts),
    ...(facts.refund === null
      ? []
      : [`已责令${facts.respondent.name}于${dayWords(facts.refund.dueOn)}前退还多收价款 ${facts.refund.amount} 元。`]),
    `依据${basis}，特此告知。举报人的信息依法保密。`,
  ]
}

function saidOf(facts: DocumentFacts): string {
  const { state, decided, filedOn, refusal } = facts
  if (state === 'not_accepted') return `经审查，本机关不予处理：${refusalText(facts, refusal)}。`
  if (decided === null) return `本机关已于${dayWords(filedOn ?? facts.today)}决定立案，正在调查。`
  return `本机关已于${dayWords(decided.on)}作出处理：${decided.says}。`
}

const refusalText = (facts: DocumentFacts, code: string | null): string =>
  refusalGrounds(facts).find((one) => one.code === code)?.says.zh ?? '逾期没有补正材料'

const foundIn = ({ decided }: DocumentFacts): string[] =>
  decided === null || decided.violations.length === 0 ? [] : [`认定的行为：${decided.violations.join('；')}。`]
