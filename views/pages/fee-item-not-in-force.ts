import { nearest, periodsOf, type Reference, versionsOf } from '../../catalogue/reference.ts'
import { lastDay, type Validity } from '../../catalogue/validity.ts'
import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import { dayText, type Said, said, validityText } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { becameOf, type LineageLine } from '../words/lineage.ts'
import { type BasisWords, basisWords } from '../words/names.ts'

/** `/fees/:code` on a day the item is not in force: when it was, and what became of it. Answered with 404. */
export type FeeItemNotInForcePage = {
  frame: Frame
  title: string
  name: Said
  content: Said
  periods: { text: string; href: string; link: string }[]
  ended: { text: string; why: Said; release: string; href: string; documents: (BasisWords & { href: string })[] } | null
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
    periods: periodsOf(versionsOf(reference, 'item', code)).map((period) => periodOf(code, period, ctx, t)),
    ended: endOf(code, ctx, reference, t),
    became: becameOf(code, ctx, reference, t),
    links: { history: link(ctx, `/fees/${code}/history`), policies: link(ctx, '/policies') },
    words: t.words.feeItem,
    common: t.words.common,
  }
}

/** A stretch of days with a way to the prices of its last day. */
function periodOf(code: string, period: Validity, ctx: PageContext, t: Translate) {
  const on = lastDay(period) ?? period.from
  return {
    text: validityText(period, t),
    href: address(ctx, `/fees/${code}`, { on, ...(ctx.pinned.release ? { release: String(ctx.release) } : {}) }),
    link: t('feeItem.periodLink', { day: dayText(on, ctx.locale) }),
  }
}

/** Which release ended it, why, and by which documents; null before it began. */
function endOf(code: string, ctx: PageContext, reference: Reference, t: Translate): FeeItemNotInForcePage['ended'] {
  const end = versionsOf(reference, 'item', code).findLast(
    ({ payload, valid }) => payload === null && valid.from <= ctx.on,
  )
  if (end === undefined) return null
  const release = String(end.line.release)
  return {
    text: t('feeItem.endedFrom', { day: dayText(end.valid.from, ctx.locale) }),
    why: said(end.why, ctx.locale),
    release: t('common.nth', { release }),
    href: address(ctx, `/changes/${release}`),
    documents: end.why.documents.map((document) => ({
      ...basisWords(reference, { document, article: null }, ctx.on, t),
      href: link(ctx, `/policies/${document}`),
    })),
  }
}
