import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { type Messages, translator } from '../locale/locale.ts'
import type { SentHead } from '../words/sent-bill.ts'
import { type Field, faultWords, fieldOf, type Problems, problemsOf } from './check-field.ts'
import { type BillHead, billHead, headLabel } from './check-head.ts'

/** `/check/bulk`: a large file to be checked row by row. */
export type CheckBulkPage = {
  frame: Frame
  action: string
  problems: Problems
  head: BillHead
  file: Field
  single: string
  words: Messages['check']
}

/** The page of that form. */
export function checkBulkPage(ctx: PageContext, head: SentHead): CheckBulkPage {
  const t = translator(ctx.locale)
  const { check: words } = t.words
  const fault = head.faults.find(({ field }) => field === 'file')
  const sent = { value: '', fault: fault === undefined ? null : faultWords(fault, t) }
  return {
    frame: frame(ctx, { title: words.bulkTitle, description: words.bulkDescription, bar: false }),
    action: address(ctx, '/check/bulk'),
    problems: problemsOf(head.faults, ({ field }) => headLabel(field, t) ?? words.fileLabel, t),
    head: { ...billHead(ctx, head, t), named: [] },
    file: fieldOf('file', words.fileLabel, sent, { hint: words.bulkFileHint }),
    single: address(ctx, '/check'),
    words,
  }
}
