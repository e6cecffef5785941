import type { Reference } from '../../catalogue/reference.ts'
import type { Restatement } from '../../catalogue/restatement.ts'
import type { PageContext } from '../context.ts'
import { type Said, validityText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { type Side, subjectInWords } from './subject.ts'

/** One stretch of days that is answered otherwise than before: of what, which days, what was said, what is said now. */
export type RestatedLine = {
  n: number
  href: string
  name: Said
  where: Said[]
  detail: string
  days: string
  before: Side | null
  after: Side
}

export function restatedLine(
  { n, kind, days, before, after }: Restatement,
  ctx: PageContext,
  ref: Reference,
  t: Translate,
): RestatedLine {
  const saying = { ctx, ref, t, on: days.from }
  const [old, now] = [before && subjectInWords(kind, before, saying), after && subjectInWords(kind, after, saying)]
  const { name, where, detail } = (now ?? old)!
  return {
    ...{ n, href: `#n${n}`, name, where, detail },
    days: validityText(days, t),
    before: old?.says ?? null,
    after: now?.says ?? { text: t.words.changes.nothingAfter, lang: null, steps: [] },
  }
}
