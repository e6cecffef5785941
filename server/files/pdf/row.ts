import type { Column, Row } from '../../../views/print/document.ts'
import { leading, linesOf, type Type } from './lines.ts'
import {
  aside,
  BOTTOM,
  element,
  fits,
  type Paper,
  put,
  rule,
  type Struct,
  TOP,
  turn,
  within,
  wordsOf,
} from './paper.ts'

/** The type of a table, and the room around the text of a cell. */
const SIZE = 8.5
export const LEAD = leading(SIZE)
export const PAD = { x: 5, y: 3 }
export const HEAD: Type = { weight: 'bold', size: SIZE }

/** A column with its place on the page. */
export type Place = { x: number; width: number; align: Column['align']; head: string[] }
type Cell = { lines: string[]; lang: string | null }

/** A row set in type: the lines of its cells, and how many lines high it is. */
export type SetRow = { type: Type; total: boolean; cells: Cell[]; lines: number }

export function setRow({ cells, weight }: Row, places: readonly Place[]): SetRow {
  const type: Type = { weight: weight === undefined ? 'regular' : 'bold', size: SIZE }
  const set = places.map(({ width }, n): Cell => {
    const { text, lang } = wordsOf(cells[n] ?? '')
    return { lines: linesOf(text, type, width - PAD.x * 2), lang }
  })
  return { type, total: weight === 'total', cells: set, lines: Math.max(1, ...set.map(({ lines }) => lines.length)) }
}

/** How many lines of a row a page has room for under the heads. */
const linesOfPage = (places: readonly Place[]): number =>
  Math.floor((BOTTOM - TOP - headHeight(places) - PAD.y * 2) / LEAD)

/** How high a row is, or as much of it as a page holds. */
export const heightOf = ({ lines }: SetRow, places: readonly Place[]): number =>
  Math.min(lines, linesOfPage(places)) * LEAD + PAD.y * 2

/** Prints a row, on the next page where it does not fit on this one. */
export function printRow(paper: Paper, body: Struct, set: SetRow, places: readonly Place[]): void {
  if (!fits(paper, heightOf(set, places))) onwards(paper, places)
  if (set.total) rule(paper, paper.y, 1)
  const row = element(paper, body, 'TR')
  const made = set.cells.map(({ lang }) => element(paper, row, 'TD', { lang }))
  printLines(paper, made, set, places)
  row.end()
}

/** The lines of a row, over as many pages as it takes where it is longer than a page. */
function printLines(paper: Paper, made: Struct[], { cells, lines, type }: SetRow, places: readonly Place[]): void {
  const page = linesOfPage(places)
  for (let from = 0; from < lines; from += page) {
    if (from > 0) onwards(paper, places)
    const part = Math.min(page, lines - from)
    for (const [n, place] of places.entries()) {
      const piece = cells[n]!.lines.slice(from, from + part)
      if (piece.length > 0) within(made[n]!, () => putLines(paper, piece, place, type))
    }
    paper.y += part * LEAD + PAD.y * 2
    rule(paper, paper.y, 0.25)
  }
}

function onwards(paper: Paper, places: readonly Place[]): void {
  turn(paper)
  repeatHead(paper, places)
}

/** The heads again on a page that goes on with the table; for readers of the structure they are there once. */
function repeatHead(paper: Paper, places: readonly Place[]): void {
  aside(paper, 'Pagination', () => {
    for (const place of places) putLines(paper, place.head, place, HEAD)
  })
  ruleHead(paper, places)
}

/** The rules over and under the heads. */
export function ruleHead(paper: Paper, places: readonly Place[]): void {
  const height = headHeight(places)
  rule(paper, paper.y, 1)
  rule(paper, paper.y + height, 0.75)
  paper.y += height
}

/** How high the heads of a table are. */
export const headHeight = (places: readonly Place[]): number =>
  Math.max(...places.map(({ head }) => head.length)) * LEAD + PAD.y * 2

/** The lines of a cell in its column. */
export function putLines(paper: Paper, lines: readonly string[], place: Place, type: Type): void {
  const x = place.align === 'end' ? place.x + place.width - PAD.x : place.x + PAD.x
  for (const [n, line] of lines.entries()) put(paper, line, type, x, paper.y + PAD.y + n * LEAD, place.align)
}
