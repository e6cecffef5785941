import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type CheckFault, ROWS, type SentHead, type SentRow } from '../words/sent-bill.ts'
import { type Field, faultWords, fieldOf, type Problems, problemsOf } from './check-field.ts'
import { type BillHead, billHead, headLabel } from './check-head.ts'
import { rowLabel, type TypedRow, typedRows } from './check-rows.ts'

/** What the form of a check is made of: the bill's own fields, the typed lines, what is wrong with them. */
export type CheckData = { head: SentHead; rows: readonly SentRow[]; faults: readonly CheckFault[] }

/** `/check`: a bill to be compared with what was published, given in one of three ways. */
export type CheckPage = {
  frame: Frame
  action: string
  problems: Problems
  head: BillHead
  ways: { id: string; value: string; text: string; checked: boolean }[]
  rows: TypedRow[]
  more: string | null
  paste: Field
  file: Field
  example: string
  bulk: string
  words: Messages['check']
  common: Messages['common']
}

/** The page of the form. */
export function checkPage(ctx: PageContext, { head, rows, faults }: CheckData): CheckPage {
  const t = translator(ctx.locale)
  const { check: words, common } = t.words
  const all = [...head.faults, ...faults]
  const way = WAYS.find((one) => one === head.values.way) ?? 'lines'
  const wrong = (name: string) => {
    const fault = faults.find(({ field }) => field === name)
    return fault === undefined ? null : faultWords(fault, t)
  }
  return {
    frame: frame(ctx, { title: words.title, description: words.description, bar: false }),
    action: address(ctx, '/check'),
    problems: problemsOf(all, (fault) => labelOf(fault, t), t),
    head: billHead(ctx, head, t),
    ways: WAYS.map((value) => ({ id: `way-${value}`, value, text: words[value], checked: value === way })),
    rows: typedRows(rows, faults, t),
    more: rows.length >= ROWS.most ? null : t('check.more', { n: ROWS.more }),
    paste: fieldOf(
      'paste',
      words.pasteLabel,
      { value: head.values.paste ?? '', fault: wrong('paste') },
      { hint: words.pasteHint },
    ),
    file: fieldOf('file', words.fileLabel, { value: '', fault: wrong('file') }, { hint: words.fileHint }),
    example: address(ctx, '/check', { example: '1' }),
    bulk: address(ctx, '/check/bulk'),
    words,
    common,
  }
}

const WAYS = ['lines', 'paste', 'file'] as const

const labelOf = ({ field }: CheckFault, t: Translate): string =>
  headLabel(field, t) ??
  rowLabel(field, t) ??
  { paste: t.words.check.paste, file: t.words.check.file, lines: t.words.check.details }[field] ??
  field
