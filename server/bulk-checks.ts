import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { lineOfRow } from '../catalogue/check/columns/line-of-row.ts'
import { type Columns, recognise } from '../catalogue/check/columns.ts'
import type { InvoiceLine } from '../catalogue/check/invoice.ts'
import type { ReadLine } from '../catalogue/check/read-line.ts'
import type { CheckedLine } from '../catalogue/check/verdict.ts'
import type { CreditCode, PortCode } from '../catalogue/codes.ts'
import type { Day } from '../catalogue/day.ts'
import type { Facts } from '../catalogue/facts.ts'
import { nearest, type Reference } from '../catalogue/reference.ts'
import { type BulkBill, BulkBooks, type Holder } from './bulk-books.ts'
import { withCommon } from './check/bill.ts'
import { entityNamed } from './check/head.ts'
import { BillRefusal } from './files/in/refusal.ts'
import type { Site } from './site.ts'

/** What holds for every row of a file that does not say it itself, and the release at which it is checked. */
export type BulkAsked = {
  release: number
  port?: PortCode
  entity?: CreditCode
  charged_on?: Day
  common?: Facts
}

/** What is wrong with a row: the column, the code of `line-…` in `billFiles`, and what stands there. */
export type BulkFault = { column: string; code: string; value: string }

/** One row of a file: a line with its verdict, or why it could not be read. `row` is its number in the file, from 1. */
export type BulkRow = { row: number } & (
  | { bill: BulkBill; checked: CheckedLine }
  | { faults: readonly BulkFault[]; cells: readonly string[] }
)

/** Rows of a table as they come, the number of the first of them. */
export type Batches = AsyncIterable<{ rows: readonly (readonly string[])[]; first: number }>

/**
 * 批量核对: the one engine of the bulk mode and the API's files. Rows are checked as they come, those of one bill holder
 * and release against the same books; nothing is kept but those books. Totals, headings and remarks are no lines and are
 * left out. Throws a BillRefusal where the headings do not say what was charged and the sum.
 */
export async function* checkRows(site: Site, batches: Batches, asked: BulkAsked): AsyncGenerator<BulkRow[]> {
  const books = new BulkBooks(site, asked.release)
  for await (const lines of readRows(await site.reference(asked.release), batches, asked)) {
    yield await checkBatch(books, lines)
    await setImmediate()
  }
}

/** 读行: the lines of the rows with whose bill each stands on, and the rows that cannot be read, as they come. */
export async function* readRows(
  reference: Reference,
  batches: Batches,
  asked: BulkAsked,
): AsyncGenerator<(BulkLine | Faulty)[]> {
  const read = billReader(reference, asked)
  for await (const { rows, first, layout } of belowHeader(batches))
    yield rows.flatMap((row, n) => read(row, layout, first + n) ?? [])
}

type Layout = { columns: Columns; port: number | null }
type Placed = { rows: readonly (readonly string[])[]; first: number; layout: Layout }

/** Looks for the headings in the first rows, then hands on what is below them. */
async function* belowHeader(batches: Batches): AsyncGenerator<Placed> {
  let [held, layout]: [(readonly string[])[], Layout | null] = [[], null]
  for await (const { rows, first } of batches) {
    if (layout !== null) {
      yield { rows, first, layout }
      continue
    }
    held.push(...rows)
    if (held.length < HEADER_WITHIN) continue
    const found = laidOut(held)
    layout = found.layout
    yield found
    held = []
  }
  if (layout === null) yield laidOut(held)
}

const HEADER_WITHIN = 80

function laidOut(rows: readonly (readonly string[])[]): Placed {
  const { header, columns, sure } = recognise(rows)
  if (rows.length === 0) throw new BillRefusal('no-rows')
  if (header === null || !sure) throw new BillRefusal('columns-unclear')
  const port = rows[header]!.findIndex((cell) => PORT.test(cell.replace(/[\s_]/g, '')))
  return { rows: rows.slice(header + 1), first: header + 2, layout: { columns, port: port < 0 ? null : port } }
}

const PORT = /^(口岸|港口|港)(代码|名称)?$|^port(code|name)?$/i

/** A row that is a line. */
export type BulkLine = { row: number; bill: BulkBill; line: InvoiceLine }
/** A row that cannot be read as one. */
export type Faulty = BulkRow & { faults: readonly BulkFault[] }

/** Reads rows one by one; what a bill's port or seller is called is looked up once. */
function billReader(reference: Reference, asked: BulkAsked) {
  const ports = remember((text: string) => portNamed(text, reference))
  const sellers = remember((text: string) => entityNamed(text, reference, LATEST)?.code ?? null)
  return (row: readonly string[], { columns, port: at }: Layout, n: number): BulkLine | Faulty | null => {
    const found = lineOfRow(row, columns)
    if (found.kind === 'faulty') return { row: n, faults: found.faults, cells: row }
    if (found.kind !== 'line') return null
    const { charged_on = asked.charged_on, entity, number, seller } = found.bill
    const said = at === null ? '' : (row[at] ?? '')
    const port = said === '' ? asked.port : ports(said)
    if (port === undefined || port === null)
      return faulty(n, row, 'port', said === '' ? 'no-port' : 'port-unknown', said)
    if (charged_on === undefined) return faulty(n, row, 'charged_on', 'no-day', '')
    const holder = entity ?? asked.entity ?? (seller === undefined ? null : sellers(seller))
    const bill = { port, entity: holder, charged_on, ...(number && { number }), ...(seller && { seller }) }
    return { row: n, bill, line: asked.common ? withCommon(found.line, asked.common) : found.line }
  }
}

const LATEST = '2199-12-31' as Day

const faulty = (row: number, cells: readonly string[], column: string, code: string, value: string): Faulty => ({
  ...{ row, cells },
  faults: [{ column, code, value }],
})

function portNamed(text: string, reference: Reference): PortCode | null {
  for (const code of reference.of.port.keys()) {
    const port = nearest(reference, 'port', code, LATEST)
    if (port && (port.code === text || port.name.zh === text || port.name.en === text)) return port.code
  }
  return null
}

function remember<T>(work: (text: string) => T): (text: string) => T {
  const kept = new LRUCache<string, { answer: T }>({ max: 2_000 })
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known.answer
    const answer = work(text)
    kept.set(text, { answer })
    return answer
  }
}

/** Lines are first understood, so that books are read once for all of them, and then checked in their order. */
async function checkBatch(books: BulkBooks, lines: readonly (BulkLine | Faulty)[]): Promise<BulkRow[]> {
  const wanting = new Set<Holder>()
  const understood: { line: BulkLine | Faulty; holder: Holder; read: ReadLine }[] = []
  for (const line of lines) {
    if ('faults' in line) continue
    const found = books.holder(line.bill)
    const holder = found instanceof Promise ? await found : found
    const read = holder.read(line.line, line.bill.charged_on)
    if (!books.has(holder, read.item)) wanting.add(holder)
    understood.push({ line, holder, read })
  }
  for (const holder of wanting) await books.read(holder)
  const rows: BulkRow[] = []
  let next = 0
  for (const line of lines) {
    if ('faults' in line) {
      rows.push(line)
      continue
    }
    const { holder, read } = understood[next++]!
    const found = books.checker(holder, line.bill.charged_on)
    const check = found instanceof Promise ? await found : found
    rows.push({ row: line.row, bill: line.bill, checked: check(read, line.row) })
  }
  return rows
}
