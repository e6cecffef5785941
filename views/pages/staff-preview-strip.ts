import type { ChangeSetState } from '../../catalogue/change-set.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Text } from '../../catalogue/text.ts'
import { address } from '../context.ts'
import { dayText, type Said, said } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'

/** A set that is looked at as if it were published, and the first days from which its lines apply. */
export type PreviewedSet = { id: number; title: Text; state: ChangeSetState; days: readonly Day[] }

/** What stands above a public page in a preview: of which set it is, on which days to look, and the way back. */
export type StaffPreviewStrip = {
  css: string
  says: string
  title: Said
  watermark: string
  back: string
  effects: string
  days: { href: string; text: string; current: boolean }[]
  words: Messages['preview']
}

export function staffPreviewStrip(ctx: StaffContext, { id, title, state, days }: PreviewedSet): StaffPreviewStrip {
  const t = translator(ctx.locale)
  const { done: _, on, ...query } = ctx.query
  return {
    css: ctx.assets('desk.css'),
    says: t(state === 'published' ? 'preview.saysPublished' : 'preview.says', { set: String(id) }),
    title: said(title, ctx.locale),
    watermark: t.words.preview[state === 'published' ? 'watermarkPublished' : 'watermark'],
    back: address(ctx, `/staff/sets/${id}`),
    effects: address(ctx, `/staff/sets/${id}/effects`),
    days: days.map((day) => ({
      href: address(ctx, ctx.path, { ...query, on: day }),
      text: dayText(day, ctx.locale),
      current: day === on,
    })),
    words: t.words.preview,
  }
}
