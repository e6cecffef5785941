import { decoded } from '../../files/in/decoded.ts'
import { isInvoice } from '../../files/in/einvoice.ts'
import { BILL_LIMITS } from '../../files/in/limits.ts'
import { BillRefusal } from '../../files/in/refusal.ts'
import { readXml } from '../../files/in/xml.ts'
import { FileRefusal, type HeldBecause } from './fault.ts'
import type { FileLimits } from './limits.ts'

/** CSV and TXT: text in UTF-8 or GB18030 and nothing else. A table with cells that a spreadsheet would run is kept apart. */
export function lookedOver(bytes: Buffer, kind: 'csv' | 'txt'): HeldBecause | null {
  const text = textIn(bytes)
  return kind === 'csv' && FORMULA.test(text) ? 'formulas' : null
}

/** A cell that begins with = or @, or with + or - where no number follows. */
const FORMULA = /(?:^|[\r\n,;\t])[ "]*(?:[=@＝＠]|[+-](?![\d.,]))\S/

function textIn(bytes: Buffer): string {
  try {
    const { text, encoding } = decoded(bytes)
    if (encoding === 'utf-8' || encoding === 'gb18030') return text
  } catch (error) {
    if (!(error instanceof BillRefusal)) throw error
  }
  throw new FileRefusal('not-text')
}

/** 电子发票 XML: its root is known, and nothing in it declares anything. */
export function mustBeInvoice(bytes: Buffer, { xml }: FileLimits): void {
  if (bytes.length > xml) throw new FileRefusal('too-large', { limit: xml / 2 ** 20 })
  const root = read(bytes)
  if (!isInvoice(root)) throw new FileRefusal('xml-unknown', { root: root.name.slice(0, 60) })
}

function read(bytes: Buffer) {
  try {
    return readXml(bytes, { ...BILL_LIMITS, elements: 100_000 })
  } catch (error) {
    if (!(error instanceof BillRefusal)) throw error
    if (error.code === 'xml-doctype') throw new FileRefusal('xml-doctype')
    if (error.code === 'xml-broken') throw new FileRefusal('xml-broken', error.values)
    throw new FileRefusal(error.code === 'binary' || error.code === 'encoding' ? 'not-text' : 'damaged')
  }
}
