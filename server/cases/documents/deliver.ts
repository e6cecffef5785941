import { chinaDay, Day } from '../../../catalogue/day.ts'
import { DELIVERIES } from '../../../complaints/act-input.ts'
import { KINDS } from '../../../complaints/documents/forms.ts'
import { type CaseDocument, documentOf, markDelivered } from '../../db/case-documents.ts'
import { storyOf } from '../../db/case-story.ts'
import { meetClock } from '../../db/clocks.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { acting, type Doing, done, entered, mustBe } from '../acts/doing.ts'
import { type ActOutcome, atField, Refused } from '../acts/outcome.ts'

export type ToDeliver = { no: string; document: number; delivery: string; on: string }

/**
 * 送达: how and when a document reached whoever it is for; what is the complainant's is shown to him from now on. A result
 * delivered while a report is investigated tells that a case was filed, within its own clock.
 */
export const deliverDocument = (
  desk: Desk,
  by: Person,
  { no, document: id, delivery, on: given }: ToDeliver,
): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.handle')
    const document = await documentOf(doing.tx, no, id)
    if (document === undefined) throw new Refused('not-found')
    const { to } = KINDS[document.form]
    if (to === 'file') throw new Refused('unlawful-step')
    const on = dayOf(doing, document, given)
    if (!DELIVERIES.some((one) => one === delivery)) throw atField('delivery', 'bad-value', 'not-an-option')
    if (!(await markDelivered(doing.tx, id, { on, delivery, shown: to === 'complainant' })))
      throw new Refused('already-there')
    const tail = await entered(doing, 'document', { form: document.form, number: document.number, delivery, on })
    if (await tellsFiling(doing, document)) await meetClock(doing.tx, doing.file.id, 'tell_filing', on)
    return done(tail)
  })

function dayOf({ today }: Doing, { made_at }: CaseDocument, given: string): Day {
  const day = Day.safeParse(given)
  if (!day.success) throw atField('on', given === '' ? 'missing' : 'bad-value', given === '' ? 'missing' : 'not-a-day')
  if (day.data < chinaDay(made_at) || day.data > today) throw atField('on', 'bad-value', 'not-since-made')
  return day.data
}

/** Was it made after the case was filed, and is that what is to be told? */
async function tellsFiling({ tx, file }: Doing, { form, made_at }: CaseDocument): Promise<boolean> {
  if (form !== 'report_result' || file.state !== 'investigating') return false
  const filed = (await storyOf(tx, file)).events.findLast(({ kind }) => kind === 'file_case')
  return filed !== undefined && filed.at <= made_at
}
