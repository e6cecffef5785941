import { setImmediate } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { dayText, releaseText } from '../../views/locale/format.ts'
import { type Translate, translator } from '../../views/locale/locale.ts'
import type { PrintedDocument } from '../../views/print/document.ts'
import { published } from '../../views/words/moment.ts'
import { printBlock, printFacts, printHeading, printText, TYPE } from './pdf/blocks.ts'
import { fontFile } from './pdf/face.ts'
import { number } from './pdf/numbers.ts'
import { MOST_PAGES, type Paper, TOP, wordsOf } from './pdf/paper.ts'
import { TooManyRows } from './xlsx.ts'

/**
 * 打印件 as PDF: A4, black on white, tagged for screen readers, the glyphs it uses embedded. The same document always
 * gives the same bytes; its date is that of the release it is told from. Throws TooManyRows above MOST_PAGES.
 */
export async function pdfOf(document: PrintedDocument): Promise<Buffer> {
  refuseTooLong(document)
  const t = translator(document.locale)
  const doc = opened(document, t)
  const paper = begun(doc, document)
  printFront(paper, document, t)
  for (const { heading, blocks } of document.sections) {
    if (heading !== null) printHeading(paper, paper.root, 'H2', heading, TYPE.heading)
    for (const [n, block] of blocks.entries()) {
      if (n % TURN === TURN - 1) await setImmediate()
      await printBlock(paper, paper.root, block)
    }
  }
  printSource(paper, document, t)
  paper.root.end()
  number(paper, document, t)
  doc.end()
  return collected(doc)
}

/** After so many blocks it is the turn of others. */
const TURN = 20

/** A page holds fewer than forty rows, so what cannot fit is refused before it is set. */
function refuseTooLong({ sections }: PrintedDocument): void {
  const blocks = sections.flatMap(({ blocks }) => blocks)
  const rows = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0)
  if (rows > MOST_PAGES * 40) throw new TooManyRows(`a printed document has at most ${MOST_PAGES} pages`)
}

function opened({ title, locale, source }: PrintedDocument, { words }: Translate): PDFKit.PDFDocument {
  const site = `${words.frame.region}${words.frame.site}`
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true, font: '' },
    ...{ pdfVersion: '1.7', tagged: true, lang: locale, displayTitle: true },
    info: { Title: markup(title), Author: markup(site), Creator: markup(site), CreationDate: source.publishedAt },
  })
  doc.registerFont('regular', fontFile('regular'))
  doc.registerFont('bold', fontFile('bold'))
  return doc
}

/** pdfkit writes these words into XML as they are. */
const markup = (text: string): string => wordsOf(text).text.replace(/[<>&]/g, (char) => FULL_WIDTH[char]!)
const FULL_WIDTH: Record<string, string> = { '<': '＜', '>': '＞', '&': '＆' }

function begun(doc: PDFKit.PDFDocument, { locale }: PrintedDocument): Paper {
  doc.addPage()
  const root = doc.struct('Document')
  doc.addStructure(root)
  return { doc, root, y: TOP, pages: 1, locale }
}

async function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of doc) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function printFront(paper: Paper, { title, subtitle, facts, source }: PrintedDocument, t: Translate): void {
  printHeading(paper, paper.root, 'H1', title, TYPE.title)
  if (subtitle !== null) printText(paper, paper.root, 'P', subtitle, TYPE.body)
  const told = t('print.told', { day: dayText(source.on, t.locale), release: releaseText(source.release, t) })
  printText(paper, paper.root, 'P', told, TYPE.small)
  printFacts(paper, paper.root, facts, TYPE.strong)
}

function printSource(paper: Paper, { source }: PrintedDocument, t: Translate): void {
  const { print, frame } = t.words
  printHeading(paper, paper.root, 'H2', print.source, TYPE.heading)
  printFacts(
    paper,
    paper.root,
    [
      [print.publisher, `${frame.region}${frame.site}`],
      [print.on, dayText(source.on, t.locale)],
      [
        print.release,
        `${releaseText(source.release, t)}${t.words.common.comma}${published(source.publishedAt, t).text}`,
      ],
      [print.address, source.address],
    ],
    TYPE.body,
  )
  printText(paper, paper.root, 'P', print.current, TYPE.small)
  printText(paper, paper.root, 'P', frame.standing, TYPE.small)
  if (t.locale === 'en') printText(paper, paper.root, 'P', frame.chinesePrevails, TYPE.small)
}
