import { setImmediate } from 'node:timers/promises'
import type { Column, Row } from '../../../views/print/document.ts'
import { linesOf } from './lines.ts'
import { element, LEFT, need, type Paper, put, type Struct, WIDTH, within, wordsOf } from './paper.ts'
import { HEAD, headHeight, heightOf, LEAD, PAD, type Place, printRow, putLines, ruleHead, setRow } from './row.ts'

/** After so many rows it is the turn of others. */
const TURN = 100

/**
 * Prints a table: its heads on every page, no row over two pages when it fits on one, a hairline under each row. Lets
 * other requests have their turn now and then.
 */
export async function printTable(
  paper: Paper,
  parent: Struct,
  { caption, columns, rows }: { caption: string | null; columns: readonly Column[]; rows: readonly Row[] },
): Promise<void> {
  const table = element(paper, parent, 'Table')
  const places = placesOf(columns)
  const first = rows[0] === undefined ? 0 : heightOf(setRow(rows[0], places), places)
  need(paper, (caption === null ? 0 : LEAD) + headHeight(places) + first)
  if (caption !== null) printCaption(paper, table, caption)
  printHead(paper, element(paper, table, 'THead'), places)
  const body = element(paper, table, 'TBody')
  for (const [n, row] of rows.entries()) {
    if (n % TURN === TURN - 1) await setImmediate()
    printRow(paper, body, setRow(row, places), places)
  }
  table.end()
  paper.y += 10
}

function placesOf(columns: readonly Column[]): Place[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  let x = LEFT
  return columns.map(({ head, share, align }) => {
    const place = { x, width: (WIDTH * share) / whole, align }
    x += place.width
    return { ...place, head: linesOf(wordsOf(head).text, HEAD, place.width - PAD.x * 2) }
  })
}

function printCaption(paper: Paper, table: Struct, caption: string): void {
  const made = element(paper, table, 'Caption')
  for (const line of linesOf(wordsOf(caption).text, HEAD, WIDTH)) {
    within(made, () => put(paper, line, HEAD, LEFT, paper.y))
    paper.y += LEAD
  }
  paper.y += 2
}

function printHead(paper: Paper, head: Struct, places: readonly Place[]): void {
  const row = element(paper, head, 'TR')
  for (const place of places)
    within(element(paper, row, 'TH', { scope: 'Column' }), () => putLines(paper, place.head, place, HEAD))
  ruleHead(paper, places)
}
