import { addDays, type Day } from '../../day.ts'
import type { Document } from '../../document.ts'
import { nearest, on } from '../../reference.ts'
import { againstGovernment, comparedValues } from '../against.ts'
import { capped } from '../capped.ts'
import { faultsAbout } from '../faulty.ts'
import { type Hit, rule } from '../hit.ts'
import { posted } from '../judged-prices.ts'
import { itemOf } from '../price-index.ts'
import type { Linted } from '../rule.ts'
import { judged, once, type Said } from '../scene.ts'
import { CLAUSES } from '../sources.ts'

/** B01-B04: what a price rests on. */
export const BASIS_RULES = [
  rule('B01', 'error', CLAUSES.noFigure, ['set', 'live'], (given) => [
    ...faultsAbout(given, 'basis'),
    ...withoutBasis(given),
    ...withoutArticle(given),
  ]),
  rule('B02', 'warning', null, ['set', 'live'], notInForce),
  rule('B03', 'warning', null, ['set', 'live'], replaced),
  rule('B04', 'error', CLAUSES.officialPrices, ['set', 'live'], (given) => [
    ...beyondCeiling(given),
    ...underOtherName(given),
  ]),
]

type Resting = Said<'item'> | Said<'standard'>
const resting = (given: Linted): Resting[] => [...judged(given, 'item'), ...judged(given, 'standard')]

const isOfficial = ({ statement: { kind, payload } }: Resting): boolean =>
  kind === 'item'
    ? (payload as { pricing: string }).pricing !== 'market'
    : (payload as { entity: null }).entity === null

const withoutBasis = (given: Linted): Hit[] =>
  resting(given).flatMap((one) =>
    isOfficial(one) && one.statement.payload!.basis.length === 0 ? [{ about: [one], field: 'basis' }] : [],
  )

/** No article of any document is named: told once for each item. */
function withoutArticle(given: Linted): Hit[] {
  const without = resting(given).filter((one) => {
    const { basis } = one.statement.payload!
    return isOfficial(one) && basis.length > 0 && basis.every(({ article }) => article === null)
  })
  return [...Map.groupBy(without, (one) => itemCode(one)).entries()].map(([item, about]) => ({
    ...{ about, severity: 'warning' as const, case: 'pinpoint', field: 'basis', values: { item } },
  }))
}

const itemCode = ({ statement: { payload } }: Resting): string =>
  'item' in payload! ? payload.item : (payload as { code: string }).code

/** A document of the basis that is not in the catalogue, is not yet in force, or no longer is, on days that rest on it. */
function notInForce(given: Linted): Hit[] {
  return resting(given).flatMap((one) =>
    one.statement.payload!.basis.flatMap(({ document }) => {
      const first = firstDay(given, one)
      const found = nearest(given.after.reference, 'document', document, first)
      const what = found === undefined ? { case: 'unknown' } : outside(found, first, one)
      return what ? [{ about: [one], field: `basis.${document}`, ...what, values: { document, ...what.values } }] : []
    }),
  )
}

type Outside = { case: string; values?: Record<string, string> }
function outside({ effective, ended }: Document, first: Day, { statement }: Resting): Outside | null {
  if (effective !== null && first < effective) return { case: 'early', values: { day: effective } }
  const { until } = statement.valid
  const isOver = ended !== null && (until === null || addDays(ended, 1) < until)
  return isOver ? { case: 'ended', values: { day: ended } } : null
}

const firstDay = ({ on, settings }: Linted, { statement: { valid } }: Resting): Day =>
  on === 'live' && valid.from < settings.today ? settings.today : valid.from

/** A later document of the same title is in force: 港口收费计费办法（2017年修订） and （2019年）. */
function replaced(given: Linted): Hit[] {
  const documents = successors(given)
  return resting(given).flatMap((one) =>
    one.statement.payload!.basis.flatMap(({ document }) => {
      const later = documents.get(document)
      if (!later || later.from > firstDay(given, one)) return []
      return [{ about: [one], field: `basis.${document}`, values: { document, replacement: later.code } }]
    }),
  )
}

type Successor = { code: string; from: Day }
const successors = once((given: Linted): ReadonlyMap<string, Successor> => {
  const { reference, today } = given.after
  const all = [...reference.of.document.keys()].flatMap((code) => nearest(reference, 'document', code, today) ?? [])
  const series = Map.groupBy(
    all.filter(({ effective }) => effective !== null),
    ({ title, issuer }) => `${title.zh.replace(/（[^）]*）/g, '')}|${issuer.zh}`,
  )
  return new Map([...series.values()].flatMap(followed))
})

function followed(same: Document[]): [string, Successor][] {
  const inOrder = same.toSorted((a, b) => (a.effective! < b.effective! ? -1 : 1))
  return inOrder.slice(0, -1).map(({ code }) => {
    const last = inOrder.at(-1)!
    return [code, { code: last.code, from: last.effective! }]
  })
}

/** Above a ceiling that is no former price of the item; or a government price without a figure to hold it against. */
function beyondCeiling(given: Linted): Hit[] {
  return againstGovernment(given).flatMap((one): Hit[] => {
    const { posted: price, pricing, government, comparison } = one
    const hit = { about: [price], field: 'rate', values: comparedValues(one) }
    const unsure = { ...hit, severity: 'warning' as const }
    if (government === null) return [{ ...unsure, case: 'none' }]
    if (comparison!.verdict === 'not_comparable') return [{ ...unsure, case: 'unclear' }]
    const ceiling = pricing === 'market' && !capped(given).has(price.statement.payload!.item)
    return ceiling && comparison!.verdict === 'above' ? [hit] : []
  })
}

/** A posted price by the name of another item whose price government sets, guides or caps: under its own it would be compared. */
function underOtherName(given: Linted): Hit[] {
  return posted(given).flatMap((one): Hit[] => {
    const { own_name: name, item } = one.statement.payload!
    const of = name === null ? undefined : pricedNames(given).get(name)
    const known = itemOf(given.after, item, firstDay(given, one))
    if (of === undefined || of === item || known?.name.zh === name || known?.pricing !== 'market') return []
    return [{ about: [one], severity: 'warning', field: 'own_name', case: 'named', values: { item, of, name: name! } }]
  })
}

const pricedNames = once((given: Linted): ReadonlyMap<string, string> => {
  const { reference } = given.after
  const all = [...reference.of.item.keys()].flatMap((code) => on(reference, 'item', code, given.settings.today) ?? [])
  const priced = all.filter(({ code, pricing }) => pricing !== 'market' || capped(given).has(code))
  return new Map(
    priced.flatMap(({ code, name, aliases }) => [name.zh, ...aliases].map((each) => [each, code] as const)),
  )
})
