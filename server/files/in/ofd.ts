import type { ReadBill } from './bill.ts'
import { isInvoice, readInvoice } from './einvoice.ts'
import type { Piece } from './layout.ts'
import type { BillLimits } from './limits.ts'
import { billOfPages } from './pages.ts'
import { BillRefusal } from './refusal.ts'
import type { Archive, Parts } from './unpack.ts'
import { allIn, type Element, readXml } from './xml.ts'

/**
 * An OFD (GB/T 33190) as a table: from the e-invoice attached to it, which is exact, or where there is none from the
 * words on its pages.
 */
export async function readOfd(archive: Archive, limits: BillLimits): Promise<ReadBill> {
  const parts = await archive.unpack((name) => /\.xml$/i.test(name) && !/(sign|seal|annot)[^/]*\//i.test(name))
  for (const [name, bytes] of parts) {
    if (!/attach|invoice/i.test(name)) continue
    const root = readXml(bytes, limits)
    if (isInvoice(root)) return readInvoice(root, 'ofd', limits)
  }
  return billOfPages(pagesOf(parts, limits), 'ofd', limits)
}

function pagesOf(parts: Parts, limits: BillLimits): Piece[][] {
  const pages: Piece[][] = []
  for (const root of allIn(partAt(parts, 'OFD.xml', limits), 'DocRoot')) {
    const path = resolved('', root.text)
    const document = partAt(parts, path, limits)
    const templates = new Map(allIn(document, 'TemplatePage').map((one) => [one.attributes.ID, one] as const))
    for (const { attributes } of allIn(document, 'Page')) {
      if (attributes.BaseLoc === undefined) continue
      if (pages.length === limits.pages)
        throw new BillRefusal('pdf-pages', { found: pages.length + 1, limit: limits.pages })
      const page = partAt(parts, resolved(path, attributes.BaseLoc), limits)
      const under = allIn(page, 'Template').flatMap((use) => templates.get(use.attributes.TemplateID ?? '') ?? [])
      const layers = under.map((one) => partAt(parts, resolved(path, one.attributes.BaseLoc ?? ''), limits))
      pages.push([...layers, page].flatMap(piecesOf))
    }
  }
  return pages
}

function partAt(parts: Parts, path: string, limits: BillLimits): Element {
  const bytes = parts.get(path)
  if (bytes === undefined) throw new BillRefusal('damaged', { part: `OFD ${path.slice(0, 60)}` })
  return readXml(bytes, limits)
}

/** A location as written in a part: from the root where it begins with a slash, else from the folder of that part. */
function resolved(from: string, location: string): string {
  const steps = location.trim().startsWith('/') ? [] : from.split('/').slice(0, -1)
  return [...steps, ...location.trim().split('/')].filter((step) => step !== '' && step !== '.').join('/')
}

/** 文字对象 of a page: TextCode stands at X Y inside the Boundary of its TextObject. */
const piecesOf = (page: Element): Piece[] =>
  allIn(page, 'TextObject').flatMap((object) => {
    const [left = 0, top = 0, wide = 0] = numbers(object.attributes.Boundary)
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(object.attributes.CTM)
    const size = Number(object.attributes.Size) || 3
    return allIn(object, 'TextCode').map(({ text, attributes }): Piece => {
      const [x, y] = [Number(attributes.X) || 0, Number(attributes.Y) || 0]
      const width =
        attributes.DeltaX === undefined ? Math.min(wide, wideAs(text, size)) : advance(attributes.DeltaX) + size
      return { text, x: left + a * x + c * y + e, y: top + b * x + d * y + f, width: width * a, height: size * d }
    })
  })

const numbers = (text = ''): number[] => (text.trim() === '' ? [] : text.trim().split(/\s+/, 10_000).map(Number))

/** About how wide a text is that does not say so: Latin letters and digits are half as wide as Chinese characters. */
const wideAs = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (sign < '\u0250' ? 0.55 : 1) * size, 0)

/** `g 3 2.5 4` is 2.5 three times and then 4. */
function advance(deltas: string): number {
  let total = 0
  const words = deltas.trim().split(/\s+/, 10_000)
  for (let at = 0; at < words.length; at++) {
    if (words[at] === 'g') total += (Number(words[++at]) || 0) * (Number(words[++at]) || 0)
    else total += Number(words[at]) || 0
  }
  return total
}
