import { alikeIn } from '../../check/findings/same-service.ts'
import type { FeeStandard } from '../../fee-standard.ts'
import { type Hit, rule, skipped } from '../hit.ts'
import { monthsBefore } from '../months.ts'
import { postedTogether } from '../posted.ts'
import type { Linted } from '../rule.ts'
import { judged, soundLines } from '../scene.ts'
import { CLAUSES } from '../sources.ts'

/** R09, R11, R13, R14: what law asks of a list as it is kept. R13 needs a bill, and is run on bills. */
export const KEEPING_RULES = [
  rule('R09', 'warning', CLAUSES.repeated, ['set', 'live'], sameService),
  rule('R11', 'warning', CLAUSES.conditionsAndUpdates, ['set'], listedLate),
  rule('R13', 'error', CLAUSES.asMarked, ['set', 'live'], () => [skipped('R13', 'on-bills')]),
  rule('R14', 'warning', null, ['live'], notReviewed),
]

/** Two items for one and the same service, posted at one port from today on. */
function sameService(given: Linted): Hit[] {
  return [...postedTogether(given, ({ payload }) => [payload!.port]).entries()].flatMap(([port, { said, all }]) => {
    const items = [...new Set(all.map(({ payload }) => payload!.item))]
    return alikeIn(items, given.after.reference).flatMap((same): Hit[] => {
      const about = said.filter(({ statement }) => same.includes(statement.payload!.item))
      return about.length > 0 ? [{ about, field: 'item', values: { port, items: same.join(' ') } }] : []
    })
  })
}

/** A posted price that changed before the list is brought up to date. */
function listedLate(given: Linted): Hit[] {
  const { today } = given.settings
  return soundLines(given).flatMap(({ n, line }): Hit[] => {
    const posted = line.kind === 'standard' && (line.payload as FeeStandard | null)?.entity
    const changes = line.change === 'new' || line.change === 'revise'
    if (!posted || !changes || line.valid.from >= today) return []
    return [{ about: [], lines: [n], field: 'valid', values: { day: line.valid.from, today } }]
  })
}

/** A list that has not been looked through for longer than it is to be; a coverage of government’s items has no entity. */
function notReviewed(given: Linted): Hit[] {
  const { today, reviewMonths } = given.settings
  const before = monthsBefore(today, reviewMonths)
  return judged(given, 'coverage').flatMap((one): Hit[] => {
    const { payload, valid } = one.statement
    if (valid.from > today || payload!.verified_through >= before) return []
    const what = payload!.entity ? 'entity' : payload!.port ? 'port' : 'government'
    const values = { entity: payload!.entity ?? '', port: payload!.port ?? '', day: payload!.verified_through }
    return [{ about: [one], case: what, values: { ...values, months: String(reviewMonths) } }]
  })
}
