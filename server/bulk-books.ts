import { LRUCache } from 'lru-cache'
import type { CheckBooks } from '../catalogue/check/books.ts'
import { itemsNeeded } from '../catalogue/check/line/relatives.ts'
import { type Answers, type LineChecker, lineChecker } from '../catalogue/check/line-checker.ts'
import { type LineReader, lineReader } from '../catalogue/check/read-line.ts'
import type { CreditCode, FeeItemCode, PortCode } from '../catalogue/codes.ts'
import type { Day } from '../catalogue/day.ts'
import { booksFor } from './checks.ts'
import { type Names, namesAt } from './names.ts'
import { bookFor, releaseAt } from './price-books.ts'
import type { Site } from './site.ts'

/** Whose bill a row stands on. */
export type BulkBill = { port: PortCode; entity: CreditCode | null; charged_on: Day; number?: string; seller?: string }

/** Whoever charges at a port, or no one named there: how lines are read, and the books for the items in `has`. */
export type Holder = {
  bill: BulkBill
  names: Names
  read: LineReader
  books: CheckBooks | null
  has: ReadonlySet<FeeItemCode>
  /** Counts how often the books were read, so that no checker of older ones is asked. */
  reading: number
}

/** So many holders have their books at hand, and so many checkers what they worked out before. */
const [HOLDERS, CHECKERS] = [64, 96]

/** 底本: the books of everyone whose bills a file holds, each read once for all the items seen at its port. */
export class BulkBooks {
  readonly #site: Site
  readonly #release: number
  readonly #holders = new LRUCache<string, Holder>({ max: HOLDERS })
  readonly #items = new Map<PortCode, Set<FeeItemCode>>()
  readonly #newest = new Map<Day, number | null>()
  readonly #checkers = new LRUCache<string, LineChecker>({ max: CHECKERS })
  readonly #answers: Answers = new Map()

  constructor(site: Site, release: number) {
    const references = new Map<number, ReturnType<Site['reference']>>()
    const reference = (release: number) => {
      const known = references.get(release) ?? site.reference(release)
      references.set(release, known)
      return known
    }
    this.#site = { ...site, reference }
    this.#release = release
  }

  /** Who holds a bill. */
  holder(bill: BulkBill): Holder | Promise<Holder> {
    const key = `${bill.port} ${bill.entity ?? ''}`
    return this.#holders.get(key) ?? this.#made(key, bill)
  }

  async #made(key: string, bill: BulkBill): Promise<Holder> {
    const names = await namesAt(this.#site, this.#release, bill.port)
    const read = lineReader(names.index, bill.entity)
    const holder: Holder = { bill, names, read, books: null, has: new Set(), reading: 0 }
    this.#holders.set(key, holder)
    return holder
  }

  /** A line of a holder means an item: is it in its books? */
  has({ bill, books, has }: Holder, item: FeeItemCode | null): boolean {
    if (item === null) return books !== null
    const items = this.#items.get(bill.port) ?? new Set()
    this.#items.set(bill.port, items.add(item))
    return has.has(item)
  }

  /** Reads a holder's books, for every item seen at its port so far. */
  async read(holder: Holder): Promise<void> {
    const { bill, names } = holder
    const has = new Set(this.#items.get(bill.port))
    const scope = { port: bill.port, entity: bill.entity, chargedOn: bill.charged_on, release: this.#release }
    const books = await booksFor(this.#site, scope, [...has], names)
    Object.assign(holder, { books, has, reading: holder.reading + 1 })
  }

  /** Checks the lines of a holder's bills of a day. */
  checker(holder: Holder, day: Day): LineChecker | Promise<LineChecker> {
    const newest = this.#newestOn(day)
    const { port, entity } = holder.bill
    const key = `${port} ${entity ?? ''} ${newest} ${holder.reading}`
    return this.#checkers.get(key) ?? this.#checkerAt(key, holder, newest)
  }

  async #checkerAt(key: string, holder: Holder, newest: number | null): Promise<LineChecker> {
    const { bill, books, has } = holder
    const needed = itemsNeeded(books!.head.reference, [...has]).map((item) => ({ item, entity: bill.entity }))
    const release = newest === null ? null : Math.min(newest, this.#release)
    const then = release === null ? null : await bookFor(this.#site, release, bill.port, needed)
    const checker = lineChecker({ ...books!, then }, this.#answers, key)
    this.#checkers.set(key, checker)
    return checker
  }

  #newestOn(day: Day): number | null {
    const known = this.#newest.get(day)
    if (known !== undefined) return known
    const newest = releaseAt(this.#site, day)
    this.#newest.set(day, newest)
    return newest
  }
}
