import { nearest, type Reference } from '../../catalogue/reference.ts'
import { link, type PageContext } from '../context.ts'
import { type Said, said } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'

/** 投诉举报渠道: whom to turn to with what, and the rules they follow that day, where the portal holds them. */
export type Channels = {
  lead: string
  rows: { number: string; name: string; does: string; how: string; web: string | null }[]
  rules: (Said & { href: string }) | null
  words: Messages['policies']
}

export function channelsOf(ctx: PageContext, ref: Reference, t: Translate): Channels {
  const words = t.words.policies
  return {
    lead: words.channelsLead,
    rows: [
      {
        number: '12315',
        name: words.c12315,
        does: words.c12315does,
        how: words.c12315how,
        web: 'https://www.12315.cn',
      },
      { number: '12345', name: words.c12345, does: words.c12345does, how: words.c12345how, web: null },
      { number: '12328', name: words.c12328, does: words.c12328does, how: words.c12328how, web: null },
    ],
    rules: rulesOn(ctx, ref),
    words,
  }
}

/** 投诉举报处理办法: of the two, the later one that is already in force. */
function rulesOn(ctx: PageContext, ref: Reference): Channels['rules'] {
  const known = ['samr-121', 'samr-20'].flatMap((code) => nearest(ref, 'document', code, ctx.on) ?? [])
  const rules = known.find(({ effective }) => effective !== null && effective <= ctx.on)
  return rules ? { ...said(rules.title, ctx.locale), href: link(ctx, `/policies/${rules.code}`) } : null
}
