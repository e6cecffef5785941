import { chinaDay } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Text } from '../../catalogue/text.ts'
import type { PublicCase } from '../../complaints/publication.ts'
import { contentHash } from '../../complaints/publication.ts'
import { type MoneyTold, type PublicCaseShown, publicCaseShown, whoOf } from '../complaints/public-case.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { type Messages, translator } from '../locale/locale.ts'

/** A published case as its page is told it. */
export type OutcomeData = {
  no: string
  content: PublicCase
  office: Text
  published_at: Date
  money: MoneyTold
  again: boolean
  reference: Reference
}

/** `/cases/:case`: one published case. */
export type OutcomePage = {
  frame: Frame
  back: string
  no: string
  title: string
  outcome: string
  again: boolean
  shown: PublicCaseShown
  sha256: string
  words: Messages['outcomes']
}

export function outcomePage(ctx: PageContext, data: OutcomeData): OutcomePage {
  const t = translator(ctx.locale)
  const { no, content, again } = data
  const title = t('outcomes.caseTitle', { no })
  const outcome = t.words.caseWords[`outcome-${content.outcome}`]
  const name = whoOf(content, data.reference, t).text
  return {
    frame: frame(ctx, { title, description: t('outcomes.caseDescription', { no, name, outcome }), bar: false }),
    ...{ no, title, outcome, again, back: address(ctx, '/cases') },
    shown: publicCaseShown({ ...data, on: chinaDay(data.published_at) }, t),
    sha256: contentHash(content),
    words: t.words.outcomes,
  }
}
