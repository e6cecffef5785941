import { chinaDay } from '../../../catalogue/day.ts'
import type { Finding } from '../../../complaints/act-input.ts'
import type { Decided } from '../../../complaints/documents/facts.ts'
import { VIOLATIONS } from '../../../complaints/violations.ts'
import { translator } from '../../../views/locale/locale.ts'
import { decisionsOf } from '../../db/case-decisions.ts'
import type { Doing } from '../acts/doing.ts'

const zh = translator('zh-CN')

/** The decision that stands, in words; null before one was signed, and after the case was begun anew. */
export async function decidedIn({ tx, file }: Doing): Promise<Decided | null> {
  const [last] = await decisionsOf(tx, file.id)
  if (last === undefined || file.outcome === null) return null
  const { lines = [] } = last.findings as { lines?: Finding[] }
  const found = new Set(lines.flatMap(({ violation }) => violation ?? []))
  return {
    outcome: last.outcome,
    says: zh.words.caseWords[`outcome-${last.outcome}`],
    violations: VIOLATIONS.filter(({ code }) => found.has(code)).map(({ says }) => says.zh),
    refund: last.refund,
    on: chinaDay(last.signed_at),
  }
}
