import { BillRefusal } from './refusal.ts'
import { cellName } from './tidy.ts'

/**
 * The records of CSV (RFC 4180) or TSV, one by one, so that a limit can stop it: a cell in quotes may hold the delimiter,
 * line breaks and doubled quotes; a quote inside a cell is just a quote (45" 箱). A quote never closed is refused.
 */
export function* recordsOf(text: string, delimiter: string, most: number): Generator<string[]> {
  const ends = new RegExp(`${delimiter === '|' ? '\\|' : delimiter}|\\r\\n?|\\n|$`, 'g')
  let record: string[] = []
  let at = 0
  while (at <= text.length) {
    const closed = text[at] === '"' ? closingQuote(text, at) : at
    ends.lastIndex = closed
    const end = ends.exec(text)!
    const quoted = closed > at ? text.slice(at + 1, closed - 1).replaceAll('""', '"') : ''
    record.push(quoted + text.slice(closed, end.index))
    at = end.index + end[0].length
    if (record.length > most) throw new BillRefusal('too-many-columns', { limit: most, cell: cellName(most, 0) })
    if (end[0] === delimiter) continue
    yield record
    record = []
    if (end[0] === '') return
  }
}

/** Where the cell that opens with a quote there is closed. */
function closingQuote(text: string, open: number): number {
  let quote = text.indexOf('"', open + 1)
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
  if (quote < 0) throw new BillRefusal('csv-quotes', { line: text.slice(0, open).split(/\r\n?|\n/).length })
  return quote + 1
}
