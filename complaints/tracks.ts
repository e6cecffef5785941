import type { NewComplaint } from './submission.ts'
import type { CaseType, Track } from './words.ts'

/** One case that a submission opens. */
export type Opened = { type: CaseType; track: Track }

/** What decides which cases are opened. */
export type Standing = Pick<NewComplaint, 'capacity' | 'goals' | 'daily_life' | 'anonymous'>

/**
 * 立哪些案: a company does not buy for daily life, so its price dispute is a report (价格法 art. 38) and, where it wants money
 * or the service back, a complaint to the port authority besides; a consumer complaint only where a natural person says
 * that it was for daily life (Order 121 arts. 3, 16 (3)); only a question is a consultation. Both in one letter are
 * handled apart (art. 9). Without a name there is only the report: a complaint needs one (art. 10).
 */
export function tracksOf({ capacity, goals, daily_life, anonymous }: Standing): Opened[] {
  const wants = new Set(goals)
  if (goals.every((goal) => goal === 'answer')) return [{ type: 'consultation', track: 'platform' }]
  const report: Opened = { type: 'report', track: 'samr_price' }
  const back = wants.has('refund') || wants.has('restore')
  if (!back || anonymous) return [report]
  if (capacity === 'individual' && daily_life)
    return [{ type: 'complaint', track: 'samr_consumer' }, ...(wants.has('investigate') ? [report] : [])]
  return [report, { type: 'complaint', track: 'port_industry' }]
}
