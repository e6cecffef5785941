import { showCode } from '../../complaints/receipt.ts'
import { grouped, type KeptReceipt, type ToldCase, toldCase } from '../complaints/receipt-told.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { momentText } from '../words/moment.ts'

/** 回执: what was received, the code while it is known, what happens next and by when; null where there is nothing to show. */
export type ReceiptPage = {
  frame: Frame
  told: {
    number: string
    code: string | null
    at: string
    replayed: boolean
    cases: ToldCase[]
    digest: string
    verify: string
  } | null
  saved: { action: string; key: string }
  links: { pdf: string; lookup: string; another: string }
  words: Messages['receipt']
  filing: Messages['filing']
}

export function receiptPage(ctx: PageContext, kept: KeptReceipt | null, key: string): ReceiptPage {
  const t = translator(ctx.locale)
  const { receipt: words, filing } = t.words
  return {
    frame: frame(ctx, { title: words.title, description: filing.description, robots: 'noindex', bar: false }),
    told: kept && toldOf(ctx, kept),
    saved: { action: address(ctx, '/complaints/receipt/saved'), key },
    links: {
      pdf: address(ctx, '/complaints/receipt.pdf'),
      lookup: address(ctx, '/complaints/lookup'),
      another: address(ctx, '/complaints/new'),
    },
    words,
    filing,
  }
}

function toldOf(ctx: PageContext, { receipt, code, receivedAt, acknowledgement, replayed, cases }: KeptReceipt) {
  const t = translator(ctx.locale)
  const shown = code === null ? null : showCode(code)
  return {
    ...{ number: receipt, code: shown, replayed, digest: grouped(acknowledgement) },
    at: momentText(receivedAt, ctx.locale),
    cases: cases.map((one) => toldCase(one, t)),
    verify: address(ctx, '/verify', { receipt, digest: acknowledgement }),
  }
}
