import type { Day } from '../../catalogue/day.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { dayText } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'

/** What was asked to be verified, and what came of it: the day of receipt, or that the two do not belong together. */
export type Verified = { receipt: string; digest: string; answer: { day: Day } | 'no' | null }

/** `/verify`: confirms the day and the digest of a printed acknowledgement, and nothing else. */
export type VerifyPage = {
  frame: Frame
  action: string
  receipt: string
  digest: string
  answer: { yes: boolean; title: string; says: string } | null
  words: Messages['receipt']
}

export function verifyPage(ctx: PageContext, { receipt, digest, answer }: Verified): VerifyPage {
  const t = translator(ctx.locale)
  const { receipt: words } = t.words
  const bare = { ...ctx, query: {} }
  return {
    frame: frame(bare, { title: words.verifyTitle, description: words.verifyDescription, bar: false }),
    action: address(ctx, '/verify'),
    ...{ receipt, digest, words },
    answer:
      answer === null
        ? null
        : answer === 'no'
          ? { yes: false, title: words.verifyNo, says: words.verifyNoSays }
          : {
              ...{ yes: true, title: words.verifyYes },
              says: t('receipt.verifyYesSays', { receipt, day: dayText(answer.day, ctx.locale) }),
            },
  }
}
