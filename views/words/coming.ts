import type { Difference } from '../../catalogue/listing.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { link, type PageContext } from '../context.ts'
import { dayText, type Said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { conditionsInWords } from './conditions.ts'
import { entityName, itemName, portName } from './names.ts'
import { rateInWords } from './rate.ts'

/** A change of a price that has been published and takes effect on a day to come. */
export type Coming = Difference<'standard'>

/** It as one line: the item, whose price it is, from what to what. */
export type ComingLine = {
  day: string
  name: Said
  href: string
  where: Said[]
  conditions: string
  change: string
  kind: Difference['change']
  before: string | null
  after: string | null
}

export function comingLine(
  { on, change, before, after }: Coming,
  ctx: PageContext,
  ref: Reference,
  t: Translate,
): ComingLine {
  const standard = (after?.payload ?? before?.payload)!
  const { item, port, entity, conditions } = standard
  return {
    day: dayText(on, ctx.locale),
    name: itemName(ref, item, on, ctx.locale),
    href: link(ctx, `/fees/${item}`, { on }),
    where: [
      ...(entity === null ? [] : [entityName(ref, entity, on, ctx.locale)]),
      ...(port === null ? [] : [portName(ref, port, on, ctx.locale)]),
    ],
    conditions: conditionsInWords(conditions, t).join(' · '),
    change: t.words.difference[change],
    kind: change,
    before: priceOf(before, ctx, ref, t),
    after: change === 'ended' ? t.words.home.ends : priceOf(after, ctx, ref, t),
  }
}

function priceOf(
  statement: Statement<'standard'> | null,
  ctx: PageContext,
  ref: Reference,
  t: Translate,
): string | null {
  if (!statement?.payload) return null
  return rateInWords(statement.payload, t, (code) => itemName(ref, code, ctx.on, ctx.locale).text).main
}
