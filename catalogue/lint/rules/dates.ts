import { addDays } from '../../day.ts'
import { saidOf } from '../../live.ts'
import type { Statement } from '../../statement.ts'
import type { SubjectKind } from '../../subject.ts'
import { overlap } from '../../validity.ts'
import { faultsAbout } from '../faulty.ts'
import { type Hit, rule } from '../hit.ts'
import type { Linted } from '../rule.ts'
import { alike } from '../saying.ts'
import { histories, judged, type Numbered, soundLines, touching } from '../scene.ts'
import { CLAUSES } from '../sources.ts'
import { abolishedBy, firstUncovered } from '../uncovered.ts'

/** V01-V05, V09: the days of what is said. */
export const DATE_RULES = [
  rule('V01', 'error', CLAUSES.badDate, ['set'], (given) => [...faultsAbout(given, 'days'), ...farAhead(given)]),
  rule('V02', 'error', CLAUSES.oneTruth, ['set'], (given) => faultsAbout(given, 'twice')),
  rule('V03', 'warning', null, ['set', 'live'], gaps),
  rule('V04', 'error', CLAUSES.unpublished, ['set', 'live'], outsideItem),
  rule('V05', 'warning', null, ['set'], (given) => soundLines(given).flatMap((one) => inThePast(given, one))),
  rule('V09', 'warning', null, ['set'], (given) => soundLines(given).flatMap((one) => saysNothingNew(given, one))),
]

const DAYS_AHEAD = 20 * 365.25

function farAhead(given: Linted): Hit[] {
  const latest = addDays(given.settings.today, DAYS_AHEAD)
  return soundLines(given).flatMap(({ n, line: { valid } }) => {
    const day = [valid.from, valid.until].find((one) => one !== null && one > latest)
    return day
      ? [{ about: [], lines: [n], severity: 'warning' as const, case: 'far', field: 'valid', values: { day } }]
      : []
  })
}

/** Days between two stretches of an item or a price of which nothing at all is said; on the live list, those to come. */
function gaps(given: Linted): Hit[] {
  const all: (readonly Statement[])[] = [...histories(given, 'item'), ...histories(given, 'standard')]
  return all.flatMap((versions) =>
    versions.flatMap((next, at) => {
      const before = versions[at - 1]
      if (!before?.valid.until || before.valid.until >= next.valid.from) return []
      if (before.payload === null || next.payload === null) return []
      if (given.on === 'live' && next.valid.from <= given.settings.today) return []
      const values = { from: before.valid.until, to: addDays(next.valid.from, -1) }
      return [{ ...named(given, next), field: 'valid', values }]
    }),
  )
}

/** The lines that touch a subject, or the subject itself on the live list. */
const named = (given: Linted, statement: Statement): Pick<Hit, 'about' | 'lines'> =>
  given.on === 'live'
    ? { about: [{ n: null, statement }] }
    : { about: [], lines: touching(given).get(`${statement.kind}:${statement.key}`) ?? [] }

/** A price on a day on which its item is not published; where government abolished the item it is R05's. */
function outsideItem(given: Linted): Hit[] {
  const since = given.on === 'live' ? given.settings.today : ALWAYS
  return judged(given, 'standard').flatMap((one) => {
    const { item } = one.statement.payload!
    const versions = saidOf(given.after, 'item', item)
    const day = firstUncovered(one.statement.valid, versions, since)
    if (day === null || abolishedBy(versions, day) !== null) return []
    return [{ about: [one], field: 'valid', values: { item, day } }]
  })
}

const ALWAYS = '0001-01-01' as ReturnType<typeof addDays>

const LOOKED_BACK_ON: readonly SubjectKind[] = ['item', 'standard', 'lineage', 'operating_time']

/** What begins before the day of publication changes answers already given: as a correction it says which days. */
function inThePast(given: Linted, { n, line }: Numbered): Hit[] {
  const { today } = given.settings
  if (!LOOKED_BACK_ON.includes(line.kind) || line.valid.from >= today || line.change === 'confirm') return []
  const { from, until } = line.valid
  const to = until !== null && until <= today ? addDays(until, -1) : addDays(today, -1)
  const what = line.change === 'correct' ? 'affects' : 'not-a-correction'
  return [{ about: [], lines: [n], field: 'valid', case: what, values: { from, to } }]
}

function saysNothingNew(given: Linted, { n, line }: Numbered): Hit[] {
  if (line.change === 'confirm') return []
  const said = saidOf<SubjectKind>(given.before, line.kind, line.key).filter(({ valid }) => overlap(valid, line.valid))
  if (line.payload === null)
    return said.some(({ payload }) => payload !== null) ? [] : [{ about: [], lines: [n], case: 'nothing-to-end' }]
  const same = said.length > 0 && said.every(({ payload }) => alike(payload, line.payload))
  return same && firstUncovered(line.valid, said, ALWAYS) === null ? [{ about: [], lines: [n] }] : []
}
