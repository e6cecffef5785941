import type { CreditCode, FeeItemCode } from '../../codes.ts'
import type { Day } from '../../day.ts'
import { saidOf } from '../../live.ts'
import { heldOn } from '../../price/held-on.ts'
import { on } from '../../reference.ts'
import { governing } from '../governing.ts'
import { type Hit, rule, skipped } from '../hit.ts'
import { type PricesOfItem, percentOf, pricesByItem, type Standard } from '../price-index.ts'
import type { Linted, Skipped } from '../rule.ts'
import { once, soundLines, touching } from '../scene.ts'
import { CLAUSES } from '../sources.ts'
import { firstUncovered } from '../uncovered.ts'
import { weighed } from '../weighed.ts'

/** S01, S02: what a set does to what it does not mention, and what was published since it was approved. */
export const SET_RULES = [
  rule('S01', 'error', CLAUSES.unpublished, ['set'], (given) => [
    ...leftStanding(given),
    ...withoutEntity(given),
    ...elsewhere(given),
  ]),
  rule('S02', 'error', CLAUSES.moved, ['set'], stale),
]

/** On every day from publication on: published prices that the set leaves without their item, or beside another official price. */
const leftStanding = (given: Linted): Hit[] =>
  [...touchedItems(given).entries()].flatMap(([item, lines]) => {
    const prices = pricesByItem(given.after).get(item)
    return [
      ...together('item', item, lines, prices ? withoutItem(given, item, prices) : []),
      ...together('price', item, lines, prices ? overtaken(given, lines, prices) : []),
      ...together('base', item, lines, withoutBase(given, item)),
    ]
  })

/** Prices of an entity that the set takes out of the directory. */
function withoutEntity(given: Linted): Hit[] {
  const gone = soundLines(given).filter(({ line: { kind, payload } }) => kind === 'entity' && payload === null)
  return gone.flatMap(({ n, line: { key } }) => {
    const all = [...pricesByItem(given.after).values()].flatMap(({ posted }) => posted.get(key as CreditCode) ?? [])
    const left = all.filter((one) => toCome(given, one)).flatMap((one) => uncovered(given, 'entity', key, one))
    const [day] = left.map((one) => one.day).toSorted()
    if (day === undefined) return []
    const about = left.map(({ standard }) => ({ n: null, statement: standard }))
    return [{ about, lines: [n], case: 'entity', field: 'entity', values: { entity: key, day } }]
  })
}

/** A price that is left, and the first day on which something is wrong with it. */
type Left = { standard: Standard; day: Day }

/** One finding for all the prices that a change of one item leaves: from the first of their days on. */
function together(what: 'item' | 'price' | 'base', item: FeeItemCode, lines: readonly number[], left: Left[]): Hit[] {
  const [day] = left.map((one) => one.day).toSorted()
  if (day === undefined) return []
  const about = left.map(({ standard }) => ({ n: null, statement: standard }))
  const severity = what === 'price' ? ('warning' as const) : ('error' as const)
  return [{ about, lines, severity, case: what, field: what, values: { item, day } }]
}

/** The items that the set speaks of, or whose official price it changes, and by which lines. */
const touchedItems = once((given: Linted): ReadonlyMap<FeeItemCode, number[]> => {
  const items = new Map<FeeItemCode, number[]>()
  for (const { n, line } of soundLines(given)) {
    const [item, , , entity] = line.key.split('/')
    const official = line.kind === 'item' || (line.kind === 'standard' && entity === '-')
    if (!official || !item) continue
    if (items.has(item)) items.get(item)!.push(n)
    else items.set(item, [n])
  }
  return items
})

const untouched = (given: Linted, { key }: Standard): boolean => !touching(given).has(`standard:${key}`)
const toCome = (given: Linted, { valid }: Standard): boolean =>
  valid.until === null || given.settings.today < valid.until

function withoutItem(given: Linted, item: FeeItemCode, prices: PricesOfItem): Left[] {
  const all = [...prices.government, ...[...prices.posted.values()].flat()]
  return all
    .filter((standard) => toCome(given, standard))
    .flatMap((standard) => uncovered(given, 'item', item, standard))
}

/** An untouched price on days on which the set, and not what was there before it, leaves an item or entity out of force. */
function uncovered(given: Linted, kind: 'item' | 'entity', key: string, standard: Standard): Left[] {
  if (!untouched(given, standard)) return []
  const day = firstUncovered(standard.valid, saidOf(given.after, kind, key), given.settings.today)
  const was = firstUncovered(standard.valid, saidOf(given.before, kind, key), given.settings.today)
  return day === null || day === was ? [] : [{ standard, day }]
}

/** Prices that were as the government's and no longer are once it changes: their entities must follow. */
function overtaken(given: Linted, lines: readonly number[], prices: PricesOfItem): Left[] {
  const days = firstDays(given, lines)
  const left = [...prices.posted.values()].flat().filter((standard) => untouched(given, standard))
  return left.flatMap((standard) => {
    const was = pricesByItem(given.before).get(standard.payload!.item)?.government ?? NONE
    const day = days.find(
      (one) => isWrong(given, standard, prices.government, one) && !isWrong(given, standard, was, one),
    )
    return day === undefined ? [] : [{ standard, day }]
  })
}

const NONE: Standard[] = []

const firstDays = (given: Linted, lines: readonly number[]): Day[] =>
  [...new Set(lines.map((n) => given.lines[n - 1]!.valid.from))].toSorted()

function isWrong(given: Linted, { payload, valid }: Standard, government: readonly Standard[], day: Day): boolean {
  if (day < valid.from || (valid.until !== null && valid.until <= day)) return false
  const pricing = on(given.after.reference, 'item', payload!.item, day)?.pricing
  const own = pricesByItem(given.after).get(payload!.item)?.posted.get(payload!.entity!) ?? NONE
  const { covering, inside } = governing(payload!, heldOn(government, day), heldOn(own, day))
  return [covering, ...inside].some((found) => {
    if (!found || (pricing === 'market' && !found.payload!.ceiling)) return false
    const { verdict } = weighed(payload!, found.payload!)
    return verdict === 'above' || (verdict === 'below' && pricing === 'gov_set')
  })
}

/** Percentages of an item that the set ends. */
const withoutBase = (given: Linted, item: FeeItemCode): Left[] =>
  (takenOf(given).get(item) ?? []).flatMap((standard) => uncovered(given, 'item', item, standard))

/** Prices that are a percentage of an item, by that item. */
const takenOf = once((given: Linted): ReadonlyMap<FeeItemCode, Standard[]> => {
  const all = [...pricesByItem(given.after).values()].flatMap(({ government, posted }) => [
    ...government,
    ...[...posted.values()].flat(),
  ])
  const found = all
    .filter((one) => toCome(given, one))
    .flatMap((one) => percentOf(one.payload!).map((of) => ({ of, one })))
  return new Map([...Map.groupBy(found, ({ of }) => of)].map(([of, ones]) => [of, ones.map(({ one }) => one)]))
})

/** Lists that were not read may rest on what the set changes. */
const elsewhere = (given: Linted): Skipped[] =>
  given.after.entities !== 'all' && touchedItems(given).size > 0 ? [skipped('S01', 'other-lists')] : []

/** What was said of a subject of the set by a release after the one it was approved on. */
function stale(given: Linted): (Hit | Skipped)[] {
  const { approvedBase } = given.settings
  if (approvedBase === undefined || approvedBase === null) return [skipped('S02', 'not-approved')]
  return [...touching(given).entries()].flatMap(([name, lines]) => {
    const [kind, key] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)]
    const since = saidOf(given.before, kind as 'standard', key).map(({ known }) => known.from)
    const release = Math.max(0, ...since)
    return release > approvedBase ? [{ about: [], lines, values: { release: String(release) } }] : []
  })
}
