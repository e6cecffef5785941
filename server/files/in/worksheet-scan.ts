import type { BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'
import type { Parts } from './unpack.ts'

/**
 * Refuses parts of a workbook that would cost a reader much or mislead it: DOCTYPE, too many elements, cells beyond
 * the last column that is read, what-if tables (formulas without a text).
 */
export function refuseBadSheets(parts: Parts, limits: BillLimits): void {
  let elements = 0
  for (const [name, bytes] of parts) {
    for (let at = bytes.indexOf(LESS); at >= 0; at = bytes.indexOf(LESS, at + 1)) elements += 1
    if (elements > limits.elements * 2) throw new BillRefusal('xml-large', { limit: limits.elements })
    const xml = bytes.toString('latin1')
    if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new BillRefusal('xml-doctype')
    if (!/worksheets\//.test(name)) continue
    for (const cell of xml.matchAll(CELL)) refuseBadCell(cell, sheetName(name), limits.columns)
  }
}

const LESS = 0x3c

/** A cell and the formula right below it. No tag is looked through beyond the next, so no part can make it try for long. */
const CELL = /<(?:\w+:)?c\b([^<>]*)>(?:\s*<(?:\w+:)?f\b([^<>]*))?/g

function refuseBadCell([tag, attributes, formula]: RegExpExecArray, sheet: string, limit: number): void {
  const [, letters, row] = /\br="([A-Z]+)(\d+)"/.exec(attributes!) ?? []
  if (letters === undefined) return
  const cell = `${letters}${row}`
  if (formula !== undefined && /\bt="dataTable"/.test(formula))
    throw new BillRefusal('formula-cells', { sheet, cells: cell, count: 1 })
  const empty = attributes!.endsWith('/') && !tag.includes('><')
  if (!empty && columnOf(letters) > limit) throw new BillRefusal('too-many-columns', { limit, cell })
}

const columnOf = (letters: string): number =>
  [...letters].reduce((count, letter) => count * 26 + letter.charCodeAt(0) - 64, 0)

const sheetName = (part: string): string => part.replace(/^.*\/|\.xml$/g, '')
