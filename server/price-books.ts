import { LRUCache } from 'lru-cache'
import type { CreditCode, FeeItemCode, PortCode } from '../catalogue/codes.ts'
import { addDays, type Day, startOfDay } from '../catalogue/day.ts'
import { heldAtPort } from '../catalogue/price/at-port.ts'
import type { PriceBook } from '../catalogue/price/book.ts'
import type { Rate } from '../catalogue/rate/rate.ts'
import type { Reference } from '../catalogue/reference.ts'
import type { Statement } from '../catalogue/statement.ts'
import type { Reader } from './db/database.ts'
import type { Head } from './db/head.ts'
import { readStandards, type Wanted } from './db/price-book.ts'
import type { Site } from './site.ts'

type Standards = readonly Statement<'standard'>[]

/** Every version of one item's prices at a port as told at a release: the government's where `entity` is null. */
export type Prices = (release: number, wanted: Wanted) => Standards | Promise<Standards>

/** Whose price of which item is asked for. */
export type ItemOfEntity = { item: FeeItemCode; entity: CreditCode | null }

/** Statements that are kept: what a release says never changes, only memory ends. */
const MOST = 20_000

/** Reads prices once a release; who asks again is answered at once, from memory. */
export function priceReader(db: Reader, reference: (release: number) => Promise<Reference>): Prices {
  const kept = new LRUCache<string, Standards, { release: number; wanted: Wanted }>({
    maxSize: MOST,
    sizeCalculation: (standards) => standards.length + 1,
    fetchMethod: async (_key, _stale, { context: { release, wanted } }) => {
      const told = await readStandards(db, wanted, release)
      return wanted.entity === null ? heldAtPort(wanted.item, wanted.port, told, await reference(release)) : told
    },
  })
  return (release, wanted) => {
    const key = `${release} ${wanted.port} ${wanted.item} ${wanted.entity ?? ''}`
    return kept.get(key) ?? kept.forceFetch(key, { context: { release, wanted } })
  }
}

/**
 * 价目册: all that pricing these items at a port may need as told at a release: of each the government's prices and the
 * entity's, and those of every item that one of them is a percentage of. Asked for anything else, the book throws.
 */
export async function bookFor(
  site: Pick<Site, 'prices' | 'reference'>,
  release: number,
  port: PortCode,
  wanted: readonly ItemOfEntity[],
): Promise<PriceBook> {
  const read = new Map<string, Standards>()
  const reading = site.reference(release)
  let asked = wanted
  while (asked.length > 0) asked = await readAll(site.prices, release, port, asked, read)
  return {
    release,
    port,
    reference: await reading,
    standards: (item, entity) => {
      const found = read.get(nameOf(item, entity))
      if (found === undefined) throw new Error(`prices of ${item} were not read`)
      return found
    },
  }
}

const nameOf = (item: string, entity: string | null): string => `${item} ${entity ?? ''}`

/** Reads what was not read before; gives what that refers to. */
async function readAll(
  prices: Prices,
  release: number,
  port: PortCode,
  asked: readonly ItemOfEntity[],
  read: Map<string, Standards>,
): Promise<ItemOfEntity[]> {
  const [found, awaited]: [[ItemOfEntity, Standards][], Promise<void>[]] = [[], []]
  const keep = (one: ItemOfEntity, standards: Standards) => {
    read.set(nameOf(one.item, one.entity), standards)
    found.push([one, standards])
  }
  for (const one of withGovernment(asked)) {
    if (read.has(nameOf(one.item, one.entity))) continue
    const standards = prices(release, { ...one, port })
    if (standards instanceof Promise) awaited.push(standards.then((told) => keep(one, told)))
    else keep(one, standards)
  }
  await Promise.all(awaited)
  return found.flatMap(([{ entity }, standards]) => referredTo(standards).map((item) => ({ item, entity })))
}

/** Beside an entity's price stands the government's. */
const withGovernment = (asked: readonly ItemOfEntity[]): ItemOfEntity[] =>
  asked.flatMap((one) => (one.entity === null ? [one] : [{ item: one.item, entity: null }, one]))

const referred = new WeakMap<Standards, FeeItemCode[]>()

/** Items that a price is a percentage of; looked for once. */
function referredTo(standards: Standards): FeeItemCode[] {
  const known = referred.get(standards)
  if (known !== undefined) return known
  const rates = standards.flatMap(({ payload }): readonly Rate[] =>
    payload!.rate.form === 'sum' ? payload!.rate.parts.map(({ rate }) => rate) : [payload!.rate],
  )
  const items = [...new Set(rates.flatMap((rate) => (rate.form === 'percent_of' ? [rate.item] : [])))]
  referred.set(standards, items)
  return items
}

/** The newest release that had been published when a day ended in China; null where there was none yet. */
export function releaseAt({ head }: { head: Pick<Head, 'release' | 'publishedAt'> }, day: Day): number | null {
  const ends = startOfDay(addDays(day, 1))
  let [known, above] = [0, head.release() + 1]
  while (above - known > 1) {
    const middle = (known + above) >> 1
    if (head.publishedAt(middle) < ends) known = middle
    else above = middle
  }
  return known === 0 ? null : known
}
