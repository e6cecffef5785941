import type { Block, Fact, PrintedStep, Words } from '../../../views/print/document.ts'
import { breadth, leading, linesOf, type Type } from './lines.ts'
import { element, LEFT, need, type Paper, put, RIGHT, rule, type Struct, WIDTH, within, wordsOf } from './paper.ts'
import { printTable } from './table.ts'

/** The sizes of a printed document. */
export const TYPE = {
  title: { weight: 'bold', size: 17 },
  heading: { weight: 'bold', size: 11.5 },
  subheading: { weight: 'bold', size: 9.5 },
  body: { weight: 'regular', size: 9.5 },
  strong: { weight: 'bold', size: 9.5 },
  small: { weight: 'regular', size: 8 },
} as const satisfies Record<string, Type>

/** Prints a block where the page has come to. */
export const printBlock = (paper: Paper, parent: Struct, block: Block): Promise<void> | void =>
  (PRINT[block.kind] as (paper: Paper, parent: Struct, block: Block) => Promise<void> | void)(paper, parent, block)

const PRINT: {
  [K in Block['kind']]: (paper: Paper, parent: Struct, block: Block & { kind: K }) => Promise<void> | void
} = {
  paragraph: (paper, parent, { text }) => printText(paper, parent, 'P', text, TYPE.body),
  note: (paper, parent, { text }) => printText(paper, parent, 'P', text, TYPE.small),
  subheading: (paper, parent, { text }) => printHeading(paper, parent, 'H3', text, TYPE.subheading),
  facts: (paper, parent, { facts }) => printFacts(paper, parent, facts, TYPE.body),
  table: printTable,
  steps: (paper, parent, { steps }) => printSteps(paper, parent, steps),
}

/** A heading stays with at least the first lines under it. */
export function printHeading(paper: Paper, parent: Struct, kind: 'H1' | 'H2' | 'H3', text: Words, type: Type): void {
  need(paper, leading(type.size) + 54)
  if (kind === 'H2') rule(paper, paper.y + 4, 0.5)
  paper.y += kind === 'H2' ? 9 : 2
  printText(paper, parent, kind, text, type, 3)
}

/** Text over the whole width, a page after the other. */
export function printText(paper: Paper, parent: Struct, kind: string, words: Words, type: Type, below = 5): void {
  const { text, lang } = wordsOf(words)
  const made = element(paper, parent, kind, { lang })
  for (const line of linesOf(text, type, WIDTH)) {
    need(paper, leading(type.size))
    within(made, () => put(paper, line, type, LEFT, paper.y))
    paper.y += leading(type.size)
  }
  made.end()
  paper.y += below
}

/** What it is about, a label and its value a line: a table whose first cells are heads. */
export function printFacts(paper: Paper, parent: Struct, facts: readonly Fact[], type: Type): void {
  if (facts.length === 0) return
  const table = element(paper, parent, 'Table')
  const labels = facts.map(([label]) => wordsOf(label).text)
  const column = Math.min(WIDTH / 3, Math.max(...labels.map((label) => breadth(label, TYPE.body))) + 16)
  for (const [n, [, value]] of facts.entries()) {
    const row = element(paper, table, 'TR')
    const head = linesOf(labels[n]!, TYPE.body, column - 8)
    const { text, lang } = wordsOf(value)
    const lines = linesOf(text, type, WIDTH - column)
    const [th, td] = [element(paper, row, 'TH', { scope: 'Row' }), element(paper, row, 'TD', { lang })]
    printBeside(paper, [th, head, LEFT, TYPE.body], [td, lines, LEFT + column, type])
    row.end()
  }
  table.end()
  paper.y += 6
}

type Side = [element: Struct, lines: string[], x: number, type: Type]

/** Two texts beside each other, line by line. */
function printBeside(paper: Paper, ...sides: Side[]): void {
  const lines = Math.max(...sides.map(([, lines]) => lines.length))
  const height = leading(TYPE.body.size)
  for (let n = 0; n < lines; n++) {
    need(paper, height)
    for (const [element, lines, x, type] of sides)
      if (lines[n]) within(element, () => put(paper, lines[n]!, type, x, paper.y))
    paper.y += height
  }
  paper.y += 1
}

/** A computation, step by step: its number, what is done and by which article, what comes out. */
function printSteps(paper: Paper, parent: Struct, steps: readonly PrintedStep[]): void {
  const list = element(paper, parent, 'L')
  for (const [n, step] of steps.entries()) printStep(paper, element(paper, list, 'LI'), `${n + 1}.`, step)
  list.end()
  paper.y += 6
}

const INDENT = 20
const VALUES = 110

function printStep(paper: Paper, item: Struct, number: string, { text, value, basis }: PrintedStep): void {
  const said = wordsOf(text)
  const width = WIDTH - INDENT - VALUES
  const lines = linesOf(said.text, TYPE.body, width)
  need(paper, leading(TYPE.body.size) * Math.min(lines.length, 6) + leading(TYPE.small.size) * basis.length)
  within(element(paper, item, 'Lbl'), () => put(paper, number, TYPE.body, LEFT + INDENT - 6, paper.y, 'end'))
  const body = element(paper, item, 'LBody', { lang: said.lang })
  for (const [n, line] of lines.entries()) {
    need(paper, leading(TYPE.body.size))
    within(body, () => {
      put(paper, line, TYPE.body, LEFT + INDENT, paper.y)
      if (n === 0) put(paper, wordsOf(value).text, TYPE.strong, RIGHT, paper.y, 'end')
    })
    paper.y += leading(TYPE.body.size)
  }
  for (const words of basis) printBasis(paper, body, words, width)
  item.end()
}

function printBasis(paper: Paper, body: Struct, words: Words, width: number): void {
  const { text, lang } = wordsOf(words)
  const made = element(paper, body, 'Span', { lang })
  for (const line of linesOf(text, TYPE.small, width)) {
    need(paper, leading(TYPE.small.size))
    within(made, () => put(paper, line, TYPE.small, LEFT + INDENT, paper.y))
    paper.y += leading(TYPE.small.size)
  }
}
