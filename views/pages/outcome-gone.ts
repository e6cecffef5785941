import { chinaDay } from '../../catalogue/day.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { dayText } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'

export type GoneData = { no: string; published_at: Date; retracted_at: Date; retract_reason: string }

/** `/cases/:case` where the case was retracted: that it stood here, until when, and why no longer. */
export type OutcomeGonePage = {
  frame: Frame
  back: string
  title: string
  says: string
  reason: string
  words: Messages['outcomes']
}

export function outcomeGonePage(ctx: PageContext, { no, published_at, retracted_at, retract_reason }: GoneData) {
  const t = translator(ctx.locale)
  const words: Readonly<Record<string, string>> = t.words.outcomes
  const title = t('outcomes.goneTitle', { no })
  const day = (at: Date) => dayText(chinaDay(at), t.locale)
  return {
    frame: frame(ctx, { title, description: title, bar: false, robots: 'noindex' }),
    back: address(ctx, '/cases'),
    title,
    says: t('outcomes.goneSays', { published: day(published_at), retracted: day(retracted_at) }),
    reason: words[`retract-${retract_reason}`] ?? words['retract-other']!,
    words: t.words.outcomes,
  } satisfies OutcomeGonePage
}
