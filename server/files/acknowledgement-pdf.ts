import PDFDocument from 'pdfkit'
import { create } from 'qrcode'
import type { PrintedReceipt } from '../../views/print/acknowledgement.ts'
import { printFacts, printHeading, printText, TYPE } from './pdf/blocks.ts'
import { fontFile } from './pdf/face.ts'
import { element, LEFT, need, type Paper, put, TOP, within } from './pdf/paper.ts'

/** 回执 as PDF: one page of A4, tagged, with a picture that leads to its verification. */
export async function acknowledgementPdf(receipt: PrintedReceipt): Promise<Buffer> {
  const paper = opened(receipt)
  printHeading(paper, paper.root, 'H1', receipt.title, TYPE.title)
  printFacts(paper, paper.root, receipt.facts, TYPE.strong)
  for (const { heading, facts } of receipt.cases) {
    printHeading(paper, paper.root, 'H2', heading, TYPE.heading)
    printFacts(paper, paper.root, facts, TYPE.body)
  }
  printHeading(paper, paper.root, 'H2', receipt.digest.label, TYPE.heading)
  printText(paper, paper.root, 'P', receipt.digest.text, TYPE.body)
  printText(paper, paper.root, 'P', receipt.digest.says, TYPE.small)
  printScan(paper, receipt.scan)
  printText(paper, paper.root, 'P', receipt.note, TYPE.small)
  printText(paper, paper.root, 'P', receipt.footer, TYPE.small)
  paper.root.end()
  paper.doc.end()
  return collected(paper.doc)
}

function opened({ title, locale, at }: PrintedReceipt): Paper {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, autoFirstPage: true, font: '', pdfVersion: '1.7', tagged: true },
    ...{ lang: locale, displayTitle: true, info: { Title: title, CreationDate: at } },
  })
  doc.registerFont('regular', fontFile('regular'))
  doc.registerFont('bold', fontFile('bold'))
  const root = doc.struct('Document')
  doc.addStructure(root)
  return { doc, root, y: TOP, pages: 1, locale }
}

/** 25 mm, with the quiet margin that scanners need. */
const SIDE = 71
const QUIET = 4

function printScan(paper: Paper, { label, address }: PrintedReceipt['scan']): void {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const unit = SIDE / (modules.size + 2 * QUIET)
  need(paper, SIDE + 20)
  const figure = paper.doc.struct('Figure', { alt: `${label} ${address}` })
  paper.root.add(figure)
  within(figure, () => {
    for (let at = 0; at < modules.data.length; at++) {
      if (!modules.data[at]) continue
      const [row, column] = [Math.floor(at / modules.size), at % modules.size]
      paper.doc.rect(LEFT + (column + QUIET) * unit, paper.y + (row + QUIET) * unit, unit, unit)
    }
    paper.doc.fill('#000000')
  })
  figure.end()
  const caption = element(paper, paper.root, 'P')
  within(caption, () => put(paper, label, TYPE.body, LEFT + SIDE + 8, paper.y + SIDE / 2))
  caption.end()
  paper.y += SIDE + 8
}

async function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of doc) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
