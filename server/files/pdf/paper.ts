import type { Locale } from '../../../views/locale/locale.ts'
import { TooManyRows } from '../xlsx.ts'
import { legible } from './legible.ts'
import { breadth, leading, type Type } from './lines.ts'

/** The most pages of one document; it is laid out in memory. */
export const MOST_PAGES = 400

/** A4 in points, and what is left of it inside the margins. */
export const LEFT = 51
export const RIGHT = 595.28 - 51
export const TOP = 58
export const BOTTOM = 841.89 - 62
export const WIDTH = RIGHT - LEFT

export type Struct = PDFKit.PDFStructureElement

/** 版面: the document being printed, how far down its last page it has come, and its language. */
export type Paper = { doc: PDFKit.PDFDocument; root: Struct; y: number; pages: number; locale: Locale }

/** Is there room for so many points on this page? */
export const fits = (paper: Paper, height: number): boolean => paper.y + height <= BOTTOM

/** Goes on to the next page unless so many points fit on this one. */
export function need(paper: Paper, height: number): void {
  if (!fits(paper, height) && paper.y > TOP) turn(paper)
}

/** The next page. Throws TooManyRows above MOST_PAGES. */
export function turn(paper: Paper): void {
  if (paper.pages === MOST_PAGES) throw new TooManyRows(`a printed document has at most ${MOST_PAGES} pages`)
  paper.doc.addPage()
  paper.pages += 1
  paper.y = TOP
}

/** Adds an element of the document’s structure under another: H1, Table, TD. */
export function element(
  paper: Paper,
  parent: Struct,
  kind: string,
  says: { lang?: string | null; scope?: string } = {},
) {
  const { lang, scope } = says
  const made = paper.doc.struct(kind, { ...(lang ? { lang } : {}), ...(scope ? { scope } : {}) } as { lang?: string })
  parent.add(made)
  return made
}

/** Draws what belongs to an element, at once, on the page that is open. */
export const within = (element: Struct, draw: () => void): void => {
  element.add(draw)
}

/** Draws what is no part of the text: rules, page numbers, repeated heads. */
export function aside(paper: Paper, type: 'Layout' | 'Pagination', draw: () => void): void {
  paper.doc.markContent('Artifact', { type })
  draw()
  paper.doc.endMarkedContent()
}

/** One line of text from `x`, or up to it where it is set to the end. `y` is the top of the line. */
export function put({ doc }: Paper, line: string, type: Type, x: number, y: number, align: 'start' | 'end' = 'start') {
  if (line === '') return
  const left = align === 'end' ? x - breadth(line, type) : x
  const drop = (leading(type.size) - type.size) / 2
  doc
    .font(type.weight)
    .fontSize(type.size)
    .text(line, left, y + drop, { lineBreak: false })
}

/** A rule across the page or a part of it. */
export function rule(paper: Paper, y: number, weight = 0.5, [from, to] = [LEFT, RIGHT]): void {
  aside(paper, 'Layout', () => paper.doc.moveTo(from, y).lineTo(to, y).lineWidth(weight).stroke('#000000'))
}

/** Words as they can be printed, with their language where it is not the document’s. */
export const wordsOf = (
  words: string | { text: string; lang: string | null },
): { text: string; lang: string | null } =>
  typeof words === 'string' ? { text: legible(words), lang: null } : { text: legible(words.text), lang: words.lang }
