import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

/** Why a set cannot be looked at as if it were published: a line of it names something that was never published. */
export type PreviewFault = { set: number; line: number | null; kind: string }

/** The page in place of a preview that cannot be made. */
export type StaffPreviewFault = {
  frame: StaffFrame
  says: string
  back: { href: string; text: string }
  words: Messages['preview']
}

export function staffPreviewFault(ctx: StaffContext, { set, line, kind }: PreviewFault): StaffPreviewFault {
  const t = translator(ctx.locale)
  const words = t.words.preview
  const what = KINDS.find((one) => one === kind) ?? 'subject'
  return {
    frame: staffFrame(ctx, words.faultTitle),
    says: t('preview.fault', { n: line === null ? '?' : String(line), what: words[what] }),
    back: { href: address(ctx, `/staff/sets/${set}`), text: t('preview.backTo', { set: String(set) }) },
    words,
  }
}

const KINDS = ['item', 'port', 'entity', 'document'] as const
