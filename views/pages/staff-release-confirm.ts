import type { Text } from '../../catalogue/text.ts'
import { address } from '../context.ts'
import { inChinese, type Said, said } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import type { Moment } from '../words/moment.ts'
import { momentOf, setAddress } from '../words/set.ts'
import { type ActField, type ActSent, actField, refusalText } from '../words/set-acts.ts'

/** What the confirmation is made of: the release, why it was an emergency (null: it was none), and whether this person is a third. */
export type ConfirmData = {
  release: { seq: number; title: Text; publishedAt: Date; lines: number }
  emergency: { set: number; reason: string; confirmed: { by: { name: string }; note: string; at: Date } | null } | null
  third: boolean
  sent: ActSent | null
}

/** `/staff/releases/:release/confirm`: a third person answers for what was published in an emergency. */
export type StaffReleaseConfirmPage = {
  frame: StaffFrame
  title: string
  name: Said
  published: Moment
  lines: string
  reason: Said | null
  set: { href: string; text: string } | null
  look: string
  refused: string | null
  confirmed: { says: string; note: string } | null
  form: { action: string; fields: ActField[] } | null
  csrf: string
  words: Messages['review']
}

export function staffReleaseConfirmPage(ctx: StaffContext, data: ConfirmData): StaffReleaseConfirmPage {
  const t = translator(ctx.locale)
  const { release, emergency, third, sent } = data
  const title = t('review.confirmTitle', { release: String(release.seq) })
  const open = emergency !== null && emergency.confirmed === null && third
  return {
    frame: staffFrame(ctx, title),
    title,
    name: said(release.title, ctx.locale),
    published: momentOf(release.publishedAt, t),
    lines: t('changes.lines', { n: release.lines }),
    reason: emergency && inChinese(emergency.reason, t.locale),
    set: emergency && { href: setAddress(ctx, emergency.set), text: t('sets.number', { id: String(emergency.set) }) },
    look: address(ctx, `/changes/${release.seq}`),
    refused: refusedOf(data, ctx),
    confirmed:
      emergency?.confirmed == null
        ? null
        : {
            says: t('review.confirmedBy', {
              name: emergency.confirmed.by.name,
              at: momentOf(emergency.confirmed.at, t).text,
            }),
            note: emergency.confirmed.note,
          },
    form: open
      ? {
          action: address(ctx, `/staff/releases/${release.seq}/confirm`),
          fields: [actField('confirm', 'note', sent, t)],
        }
      : null,
    csrf: ctx.csrf,
    words: t.words.review,
  }
}

function refusedOf({ emergency, third, sent }: ConfirmData, ctx: StaffContext): string | null {
  const t = translator(ctx.locale)
  if (sent?.refused != null) return refusalText(sent.refused, t)
  if (emergency === null) return t.words.review['refused-not-an-emergency']
  return emergency.confirmed === null && !third ? t.words.review['not-a-third'] : null
}
