import { expect } from 'vitest'
import { addDays, chinaDay, day } from '../../catalogue/day.ts'
import { covers } from '../../catalogue/validity.ts'
import { listStandards } from '../../server/db/listing.ts'
import { referenceReader } from '../../server/db/reference.ts'
import { itemsNotUsedAt } from '../../server/fees.ts'
import { bookFor, priceReader, releaseAt } from '../../server/price-books.ts'
import { test } from '../support/portal.ts'

const PORTS = ['CNNGB', 'CNSHA', 'X-TAIZHOU', 'CNHGH']
const DAYS = ['2017-09-14', '2019-04-01', '2020-06-30', '2022-03-31', '2022-04-01', '2023-12-31', '2026-11-23']
const TERMINAL = '91330206MA2DEM0171'

test('a book says of every day what the list says of it, of government’s prices and of an entity’s', async ({
  db,
  head,
}) => {
  const reference = referenceReader(db)
  const prices = priceReader(db, reference)
  for (const release of [head.release(), 20]) {
    const told = await reference(release)
    const items = [...told.of.item.keys()]
    for (const port of PORTS)
      for (const entity of port === 'CNNGB' ? [null, TERMINAL] : [null]) {
        const wanted = items.map((item) => ({ item, entity }))
        const book = await bookFor({ prices, reference }, release, port, wanted)
        for (const on of DAYS.map(day)) {
          const asOf = { on, release, head: release }
          const filter = {
            port: { code: port, without: itemsNotUsedAt(port, told, asOf) },
            ...(entity ? { entity } : { setBy: 'government' as const }),
          }
          const { rows } = await listStandards(db, { filter, sort: 'item', cursor: null, limit: 1000 }, asOf)
          const inBook = items.flatMap((item) => book.standards(item, entity).filter(({ valid }) => covers(valid, on)))
          const line = ({ id, key, payload, line }: (typeof rows)[number]) => [id, key, payload!.rate, line]
          const place = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)
          expect(inBook.toSorted(place).map(line), `${release} ${port} ${entity} ${on}`).toEqual(
            rows.toSorted(place).map(line),
          )
        }
      }
  }
})

test('versions come in order of time, none of them a withdrawal', async ({ db, head }) => {
  const reference = referenceReader(db)
  const prices = await priceReader(db, reference)(head.release(), { item: 'pilotage', port: 'CNSHA', entity: null })
  const starts = prices.map(({ valid }) => valid.from)
  expect(starts).toEqual(starts.toSorted())
  expect(new Set(starts).size).toBeGreaterThan(3)
  expect(prices.every(({ payload }) => payload !== null)).toBe(true)
})

test('who asks again is answered from memory, and who asks for what was not read is told so', async ({ db, head }) => {
  const reference = referenceReader(db)
  const prices = priceReader(db, reference)
  const wanted = { item: 'pilotage', port: 'CNNGB', entity: null }
  expect(prices(head.release(), wanted)).toBeInstanceOf(Promise)
  const first = await prices(head.release(), wanted)
  expect(prices(head.release(), wanted)).toBe(first)
  const book = await bookFor({ prices, reference }, head.release(), 'CNNGB', [{ item: 'pilotage', entity: null }])
  expect(() => book.standards('towage', null)).toThrow('towage')
})

test('with an entity’s prices come the government’s, and what either is a percentage of', async ({ db, head }) => {
  const reference = referenceReader(db)
  const site = { prices: priceReader(db, reference), reference }
  const book = await bookFor(site, head.release(), 'CNNGB', [{ item: 'cargo-port-dues', entity: TERMINAL }])
  expect(book.standards('cargo-port-dues', null).length).toBeGreaterThan(12)
})

test('what was current on a day is the newest release published before it ended in China', ({ head }) => {
  const newest = head.release()
  expect(releaseAt({ head }, day('1990-01-01'))).toBeNull()
  expect(releaseAt({ head }, day('2100-01-01'))).toBe(newest)
  for (let release = 1; release <= newest; release++) {
    const on = chinaDay(head.publishedAt(release))
    const told = releaseAt({ head }, on)!
    expect(told).toBeGreaterThanOrEqual(release)
    expect(chinaDay(head.publishedAt(told))).toBe(on)
    expect(releaseAt({ head }, addDays(on, -1)) ?? 0).toBeLessThan(release)
  }
})
