import type { Translate } from '../../../views/locale/locale.ts'
import type { PrintedDocument } from '../../../views/print/document.ts'
import { breadth, leading, linesOf, type Type } from './lines.ts'
import { aside, BOTTOM, LEFT, type Paper, put, RIGHT, wordsOf } from './paper.ts'

const SMALL: Type = { weight: 'regular', size: 8 }

/** Writes on every page what it belongs to and which page of how many it is: 第 2 页 / 共 5 页. */
export function number(paper: Paper, { title, footer }: Pick<PrintedDocument, 'title' | 'footer'>, t: Translate): void {
  for (let page = 1; page <= paper.pages; page++) {
    paper.doc.switchToPage(page - 1)
    aside(paper, 'Pagination', () => {
      if (page > 1) printHead(paper, title)
      printFoot(paper, footer, t('print.page', { n: page, of: paper.pages }))
    })
  }
}

function printHead(paper: Paper, title: string): void {
  put(paper, oneLine(title, RIGHT - LEFT), SMALL, LEFT, 32)
}

function printFoot(paper: Paper, footer: string, page: string): void {
  const y = BOTTOM + 14
  paper.doc.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(0.25).stroke('#000000')
  put(paper, oneLine(footer, RIGHT - LEFT - breadth(page, SMALL) - 12), SMALL, LEFT, y + leading(SMALL.size) / 3)
  put(paper, page, SMALL, RIGHT, y + leading(SMALL.size) / 3, 'end')
}

/** The text, or as much of it as one line holds. */
function oneLine(text: string, width: number): string {
  const { text: plain } = wordsOf(text)
  const lines = linesOf(plain, SMALL, width)
  return lines.length === 1 ? plain : `${linesOf(plain, SMALL, width - 10)[0]}…`
}
