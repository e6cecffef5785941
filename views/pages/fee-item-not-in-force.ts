import { nearest, periodsOf, type Reference, versionsOf } from '../../catalogue/reference.ts'
import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import { dayText, type Said, said, validityText } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { becameOf, type LineageLine } from '../words/lineage.ts'

/** `/fees/:code` on a day the item is not in force: when it was, and what became of it. Answered with 404. */
export type FeeItemNotInForcePage = {
  frame: Frame
  title: string
  name: Said
  content: Said
  periods: { text: string; href: string; link: string }[]
  became: LineageLine[]
  links: { history: string; policies: string }
  words: Messages['feeItem']
  common: Messages['common']
}

export function feeItemNotInForcePage(
  ctx: PageContext,
  data: { code: string; reference: Reference },
): FeeItemNotInForcePage {
  const t = translator(ctx.locale)
  const { code, reference } = data
  const item = nearest(reference, 'item', code, ctx.on)
  const name = item ? said(item.name, ctx.locale) : { text: code, lang: null }
  const values = { name: name.text, day: dayText(ctx.on, ctx.locale) }
  const title = t('feeItem.notInForce', values)
  return {
    frame: frame(ctx, { title, description: t('feeItem.notInForceDescription', values), robots: 'noindex' }),
    title,
    name,
    content: item ? said(item.content, ctx.locale) : { text: '', lang: null },
    periods: periodsOf(versionsOf(reference, 'item', code)).map((period) => ({
      text: validityText(period, t),
      href: address(ctx, `/fees/${code}`, {
        on: period.from,
        ...(ctx.pinned.release ? { release: String(ctx.release) } : {}),
      }),
      link: t('feeItem.periodLink', { day: dayText(period.from, ctx.locale) }),
    })),
    became: becameOf(code, ctx, reference, t),
    links: { history: link(ctx, `/fees/${code}/history`), policies: link(ctx, '/policies') },
    words: t.words.feeItem,
    common: t.words.common,
  }
}
