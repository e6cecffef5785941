import { type RawBuilder, sql } from 'kysely'
import type { Offer } from '../../catalogue/asked.ts'
import type { AsOf } from '../../catalogue/listing.ts'
import { askedOnce } from './asked-once.ts'
import type { Reader } from './database.ts'
import { inForce, national } from './selection.ts'

/**
 * 谁在本港收什么: every item with a price in force at a port on a day, by whom it is priced and in which units.
 * `without` are items not charged at ports of its kind.
 */
export const offersAt = (db: Reader, port: string, without: readonly string[], asOf: AsOf): Promise<readonly Offer[]> =>
  askedOnce(db, ['offers', port, asOf.release, asOf.on], async () => {
    const filter = { port: { code: port, without } }
    const read = await Promise.all([inForce(filter, asOf), national(filter, asOf)!].map((from) => unitsOf(db, from)))
    return merged(read.flat())
  })

type Row = { item: string; entity: string; units: Offer['units'] }

async function unitsOf(db: Reader, from: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select subject.item_code as item, subject.entity_code as entity,
      array_agg(distinct statement.payload->>'unit') as units
    from ${from} group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** Government may price an item at the port and for every port: that is one offer. */
function merged(rows: readonly Row[]): Offer[] {
  const offers = new Map<string, Offer>()
  for (const { item, entity, units } of rows) {
    const before = offers.get(`${item} ${entity}`)?.units ?? []
    offers.set(`${item} ${entity}`, {
      item,
      entity: entity === '-' ? null : entity,
      units: [...new Set([...before, ...units])],
    })
  }
  return [...offers.values()]
}
