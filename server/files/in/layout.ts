import { columnNamed } from '../../../catalogue/check/columns/headings.ts'

/** A piece of text on a page, its left edge and baseline in any unit, y growing downwards. */
export type Piece = { text: string; x: number; y: number; width: number; height: number }

type Cell = { text: string; from: number; to: number }
type Line = { y: number; height: number; pieces: Piece[] }

/**
 * The pieces of one page as rows of cells. Above the header cells are told apart by gaps; below it every piece falls
 * into the column of the nearest heading, and a name that takes several lines is put together.
 */
export function rowsOnPage(pieces: readonly Piece[], headings: readonly Cell[] | null = null) {
  const rows: string[][] = []
  let columns = headings
  let above: Line | null = null
  for (const line of linesOf(pieces)) {
    const cells = cellsOf(line.pieces, columns)
    const header = headingsIn(cells)
    columns = header ?? columns
    if (columns === null || header !== null) rows.push(cells.map(({ text }) => text))
    else {
      const close = above !== null && line.y - above.y < above.height * 2
      addRow(rows, inColumns(cells, columns), nameColumn(columns), close)
    }
    above = line
  }
  return { rows, headings: columns }
}

/** Adds a row, or joins it to the one close above: the rest of its name, or the sums of a name that stands higher. */
function addRow(rows: string[][], row: string[], name: number, close: boolean): void {
  const before = rows.at(-1)
  const joins = close && before !== undefined && before.length === row.length && !/[:：]/.test(row[name] ?? '')
  if (joins && isAlone(row, name) && before[name] !== '' && !isAlone(before, name)) before[name] += row[name]!
  else if (joins && row[name] === '' && isAlone(before, name)) rows[rows.length - 1] = row.with(name, before[name]!)
  else rows.push(row)
}

/** Is the name the only cell filled? */
const isAlone = (row: readonly string[], name: number): boolean =>
  row.every((cell, place) => (cell !== '') === (place === name))

/** Pieces whose baselines are near each other, line after line. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = []
  for (const piece of pieces.filter(({ text }) => text.trim() !== '').toSorted((a, b) => a.y - b.y)) {
    const last = lines.at(-1)
    if (last !== undefined && piece.y - last.y < Math.min(piece.height, last.height) * 0.5) last.pieces.push(piece)
    else lines.push({ y: piece.y, height: piece.height, pieces: [piece] })
  }
  return lines
}

/** Pieces from left to right; those closer than the width of a character are one cell, and so are 金 and 额 set wide apart. */
function cellsOf(pieces: readonly Piece[], headings: readonly Cell[] | null): Cell[] {
  const cells: Cell[] = []
  for (const { text, x, width, height } of pieces.toSorted((a, b) => a.x - b.x)) {
    const cell = { text: text.trim(), from: x, to: x + width }
    const last = cells.at(-1)
    const gap = x - (last?.to ?? -Infinity)
    if (last === undefined || !areOne(last, cell, gap / height, headings)) cells.push(cell)
    else {
      last.text += (gap > height * 0.2 && /[\w.)]$/.test(last.text) && /^[\w(]/.test(cell.text) ? ' ' : '') + cell.text
      last.to = Math.max(last.to, cell.to)
    }
  }
  return cells
}

/** Two numbers that stand in two columns stay two, however close. */
function areOne(last: Cell, cell: Cell, gap: number, headings: readonly Cell[] | null): boolean {
  if (isOneHan(last.text) && isOneHan(cell.text)) return gap < 8
  if (gap >= 0.8) return false
  const numbers = NUMBER.test(last.text) && NUMBER.test(cell.text)
  return !(numbers && headings !== null && nearest(last, headings) !== nearest(cell, headings))
}

const NUMBER = /^[-¥￥\d.,%()]+$/
const isOneHan = (text: string): boolean => /^\p{Script=Han}$/u.test(text.trim())

/** A line that names what was charged or a sum, and another column besides, is the header. */
function headingsIn(cells: readonly Cell[]): Cell[] | null {
  const named = new Set(cells.map(({ text }) => columnNamed(text)).filter((column) => column !== null))
  const telling = named.has('name') || named.has('amount') || named.has('net_amount')
  return telling && named.size >= 2 && cells.length >= 2 ? [...cells] : null
}

function inColumns(cells: readonly Cell[], headings: readonly Cell[]): string[] {
  const row = headings.map(() => '')
  for (const cell of cells) {
    const place = nearest(cell, headings)
    row[place] = row[place] === '' ? cell.text : `${row[place]} ${cell.text}`
  }
  return row
}

/** The heading above or below which a cell stands, or else the one with the smallest gap between. */
function nearest(cell: Cell, headings: readonly Cell[]): number {
  const away = headings.map(({ from, to }) => Math.max(from - cell.to, cell.from - to, 0))
  const least = Math.min(...away)
  const near = headings.map((_, place) => place).filter((place) => away[place]! <= least)
  const middle = ({ from, to }: Cell) => (from + to) / 2
  return near.toSorted(
    (a, b) => Math.abs(middle(headings[a]!) - middle(cell)) - Math.abs(middle(headings[b]!) - middle(cell)),
  )[0]!
}

const nameColumn = (headings: readonly Cell[]): number => headings.findIndex(({ text }) => columnNamed(text) === 'name')
