import PDFDocument from 'pdfkit'
import { translator } from '../../views/locale/locale.ts'
import type { PrintedForm } from '../../views/print/case-document.ts'
import { printFacts, printHeading, printText, TYPE } from './pdf/blocks.ts'
import { fontFile } from './pdf/face.ts'
import { breadth, leading, linesOf, type Type } from './pdf/lines.ts'
import { number } from './pdf/numbers.ts'
import { element, LEFT, need, type Paper, put, RIGHT, rule, TOP, WIDTH, within, wordsOf } from './pdf/paper.ts'

const TEXT: Type = { weight: 'regular', size: 11 }
const HEAD: Type = { weight: 'bold', size: 19 }
const OFFICE: Type = { weight: 'bold', size: 13 }

/** 文书 as PDF: A4, tagged; office, title and number in the middle, the signature at the end, the digest under it. */
export async function documentPdf(form: PrintedForm): Promise<Buffer> {
  const paper = opened(form)
  printMiddle(paper, 'P', form.sample, TYPE.small)
  printMiddle(paper, 'P', form.office, OFFICE)
  printMiddle(paper, 'H1', form.title, HEAD)
  printMiddle(paper, 'P', form.number, TEXT)
  rule(paper, paper.y, 0.75)
  paper.y += 12
  if (form.addressee !== null) printText(paper, paper.root, 'P', form.addressee, { ...TEXT, weight: 'bold' })
  printFacts(paper, paper.root, form.fields, TYPE.body)
  for (const text of form.paragraphs) printText(paper, paper.root, 'P', `\u3000\u3000${text}`, TEXT)
  for (const { heading, lines } of form.parts) {
    printHeading(paper, paper.root, 'H2', heading, TYPE.heading)
    for (const line of lines) printText(paper, paper.root, 'P', line, TYPE.body, 2)
  }
  printSigned(paper, form)
  printHeading(paper, paper.root, 'H2', form.digest.label, TYPE.subheading)
  printText(paper, paper.root, 'P', form.digest.text, TYPE.small)
  printText(paper, paper.root, 'P', form.digest.says, TYPE.small)
  paper.root.end()
  number(paper, { title: form.title, footer: form.footer }, translator('zh-CN'))
  paper.doc.end()
  return collected(paper.doc)
}

function opened({ title, at }: PrintedForm): Paper {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, autoFirstPage: true, bufferPages: true, font: '', pdfVersion: '1.7', tagged: true },
    ...{ lang: 'zh-CN', displayTitle: true, info: { Title: title, CreationDate: at } },
  })
  doc.registerFont('regular', fontFile('regular'))
  doc.registerFont('bold', fontFile('bold'))
  const root = doc.struct('Document')
  doc.addStructure(root)
  return { doc, root, y: TOP, pages: 1, locale: 'zh-CN' }
}

function printMiddle(paper: Paper, kind: string, words: string, type: Type): void {
  const made = element(paper, paper.root, kind)
  for (const line of linesOf(wordsOf(words).text, type, WIDTH)) {
    within(made, () => put(paper, line, type, LEFT + (WIDTH - breadth(line, type)) / 2, paper.y))
    paper.y += leading(type.size)
  }
  made.end()
  paper.y += 4
}

/** 落款: who signs for the parties on the left, the office and the day on the right, never apart from each other. */
function printSigned(paper: Paper, { signers, signed }: PrintedForm): void {
  for (const text of signers) {
    paper.y += 14
    printText(paper, paper.root, 'P', text, TEXT)
  }
  need(paper, leading(TEXT.size) * (signed.length + 2))
  paper.y += leading(TEXT.size)
  for (const text of signed) {
    const made = element(paper, paper.root, 'P')
    within(made, () => put(paper, wordsOf(text).text, TEXT, RIGHT, paper.y, 'end'))
    made.end()
    paper.y += leading(TEXT.size)
  }
  paper.y += 10
}

async function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of doc) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
