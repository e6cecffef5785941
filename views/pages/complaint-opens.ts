import { tracksOf } from '../../complaints/tracks.ts'
import type { Capacity } from '../../complaints/words.ts'
import { goalsIn } from '../complaints/filing-draft.ts'
import { type FilingData, type FilingPage, filingPage } from '../complaints/filing-form.ts'
import { type OpenedCase, type Opening, openedCase } from '../complaints/opened.ts'
import type { PageContext } from '../frame.ts'
import { type Messages, translator } from '../locale/locale.ts'

/** What will be opened, why, and by which article: told before anything else is asked. */
export type ComplaintOpensPage = FilingPage & {
  cases: OpenedCase[]
  two: boolean
  anonymous: boolean
  words: Messages['filing']
  common: Messages['common']
}

export function complaintOpensPage(ctx: PageContext, data: FilingData, law: Opening['law']): ComplaintOpensPage {
  const t = translator(ctx.locale)
  const { draft, reference, today } = data
  const opened = tracksOf({
    capacity: draft.capacity as Capacity,
    goals: goalsIn(draft),
    daily_life: draft.daily_life === '1',
    anonymous: false,
  })
  return {
    ...filingPage(ctx, 'opens', data),
    cases: opened.map((one) => openedCase(one, { law, reference, today, at: null }, t)),
    two: opened.length > 1,
    anonymous: opened.some(({ type }) => type === 'complaint'),
    words: t.words.filing,
    common: t.words.common,
  }
}
