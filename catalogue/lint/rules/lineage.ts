import { addDays, type Day } from '../../day.ts'
import type { FeeItem } from '../../fee-item.ts'
import { saidOf } from '../../live.ts'
import { heldOn } from '../../price/held-on.ts'
import { on } from '../../reference.ts'
import type { Statement } from '../../statement.ts'
import { inShort } from '../against.ts'
import { type Cap, capped } from '../capped.ts'
import { governing } from '../governing.ts'
import { type Hit, rule } from '../hit.ts'
import { later } from '../months.ts'
import { pricesByItem } from '../price-index.ts'
import type { Linted } from '../rule.ts'
import { histories, judged, type Said, touching } from '../scene.ts'
import { CLAUSES } from '../sources.ts'
import { weighed } from '../weighed.ts'

/** L01-L04: what becomes of items. */
export const LINEAGE_RULES = [
  rule('L01', 'warning', null, ['set', 'live'], notHandedOver),
  rule('L02', 'error', CLAUSES.subItem, ['set', 'live'], aboveFormer),
  rule('L03', 'warning', null, ['set', 'live'], endsUnsaid),
  rule('L04', 'error', CLAUSES.neverReused, ['set'], reused),
]

/** The predecessor is in force the day before, the successor on the day. */
function notHandedOver(given: Linted): Hit[] {
  const { reference } = given.after
  return judged(given, 'lineage').flatMap((one) => {
    const { payload, valid } = one.statement
    const values = { item: payload!.from, into: payload!.to, day: valid.from }
    const before = on(reference, 'item', payload!.from, addDays(valid.from, -1))
    const after = on(reference, 'item', payload!.to, valid.from)
    return [
      ...(before ? [] : [{ about: [one], case: 'predecessor', field: 'from', values }]),
      ...(after ? [] : [{ about: [one], case: 'successor', field: 'to', values }]),
    ]
  })
}

/** A sub-item above the price that the item had on the last day of its own, where it went in under that ceiling. */
export function aboveFormer(given: Linted): Hit[] {
  return judged(given, 'standard').flatMap((one) => {
    const cap = capped(given).get(one.statement.payload!.item)
    return cap ? overFormer(given, one, cap) : []
  })
}

function overFormer(given: Linted, one: Said<'standard'>, { from, lastOwnDay }: Cap): Hit[] {
  const { payload, valid } = one.statement
  if (payload!.entity === null || (valid.until !== null && valid.until <= from)) return []
  const prices = pricesByItem(given.after).get(payload!.item)
  const former = heldOn(prices?.government ?? NONE, lastOwnDay)
  const own = heldOn(prices?.posted.get(payload!.entity) ?? NONE, later(from, valid.from))
  const { covering, inside } = governing(payload!, former, own)
  const found = [covering, ...inside].find((one) => one && weighed(payload!, one.payload!).verdict === 'above')?.payload
  if (!found) return []
  const values = { item: payload!.item, day: from, posted: inShort(payload!.posted), government: inShort(found.posted) }
  return [{ about: [one], field: 'rate', values }]
}

const NONE: Statement<'standard'>[] = []

/** An item that ends, without a document that says so and without anything it became. */
function endsUnsaid(given: Linted): Hit[] {
  const successors = new Set([...given.after.reference.of.lineage.keys()].map((key) => key.split('/')[0]))
  return histories(given, 'item').flatMap((versions) => {
    const end = endOf(versions)
    const item = versions[0]?.key
    if (end === null || !item || successors.has(item) || (given.on === 'live' && end.day <= given.settings.today))
      return []
    if (end.said && end.said.why.documents.length > 0) return []
    const lines = touching(given).get(`item:${item}`) ?? []
    const about = given.on === 'live' ? [{ n: null, statement: versions.at(-1)! }] : []
    return [{ about, lines, field: 'valid', values: { item, day: end.day } }]
  })
}

type End = { day: Day; said: Statement | null }
function endOf(versions: readonly Statement<'item'>[]): End | null {
  const last = versions.findLast(({ payload }) => payload !== null)
  if (!last?.valid.until) return null
  return { day: last.valid.until, said: versions.find(({ valid }) => valid.from === last.valid.until) ?? null }
}

/** A code that comes back after its item ended, under another name; or whose name changes beyond recognition. */
function reused(given: Linted): Hit[] {
  return judged(given, 'item').flatMap((one): Hit[] => {
    const { key, valid, payload } = one.statement
    const earlier = saidOf(given.before, 'item', key).filter(
      (old) => old.payload !== null && old.valid.from < valid.from,
    )
    const last = earlier.at(-1)
    if (!last?.payload || resembles(last.payload, payload!)) return []
    const values = { item: key, before: last.payload.name.zh, after: payload!.name.zh }
    const ended = last.valid.until !== null && last.valid.until < valid.from
    if (ended) return [{ about: [one], field: 'code', values }]
    return [{ about: [one], field: 'name', severity: 'warning', case: 'renamed', values }]
  })
}

/** The same name or alias, or names that share two characters in a row. */
function resembles(a: FeeItem, b: FeeItem): boolean {
  const [old, now] = [
    [a.name.zh, ...a.aliases],
    [b.name.zh, ...b.aliases],
  ]
  return old.some((name) => now.includes(name)) || pairsOf(a.name.zh).some((pair) => b.name.zh.includes(pair))
}

const pairsOf = (name: string): string[] => [...name].slice(1).map((letter, at) => [...name][at]! + letter)
