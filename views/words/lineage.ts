import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { covers } from '../../catalogue/validity.ts'
import { address, type PageContext } from '../context.ts'
import { dayText, type Said, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { itemName } from './names.ts'

/** One step of an item's 沿革: since when, what became of what, and whether the old standard caps it. */
export type LineageLine = {
  from: string
  verb: string
  name: Said
  href: string
  ceiling: string | null
  note: Said
}

/** What became of an item, oldest first. */
export const becameOf = (code: string, ctx: PageContext, ref: Reference, t: Translate): LineageLine[] =>
  steps(ref, ({ from }) => from === code).map((step) => line(step, step.payload.to, t.words.lineage, ctx, ref, t))

/** What an item came from, oldest first. */
export const originOf = (code: string, ctx: PageContext, ref: Reference, t: Translate): LineageLine[] =>
  steps(ref, ({ to }) => to === code).map((step) => line(step, step.payload.from, t.words.origin, ctx, ref, t))

type Step = Statement<'lineage'> & { payload: NonNullable<Statement<'lineage'>['payload']> }

function steps(ref: Reference, wanted: (payload: Step['payload']) => boolean): Step[] {
  const all = [...ref.of.lineage.values()].flat()
  const said = all.filter((step): step is Step => step.payload !== null && wanted(step.payload))
  return said.toSorted((a, b) => (a.valid.from < b.valid.from ? -1 : 1))
}

function line(
  { payload, valid }: Step,
  other: string,
  verbs: Record<Step['payload']['kind'], string>,
  ctx: PageContext,
  ref: Reference,
  t: Translate,
): LineageLine {
  return {
    from: t('feeItem.from', { day: dayText(valid.from, ctx.locale) }),
    verb: verbs[payload.kind],
    name: itemName(ref, other, valid.from, ctx.locale),
    href: address(ctx, `/fees/${other}`, { on: dayInForce(ref, other, ctx.on, valid.from) }),
    ceiling: payload.ceiling ? t.words.feeItem.lineageCeiling : null,
    note: said(payload.note, ctx.locale),
  }
}

/** A day on which the other item can be read: the page's own where it is in force, else the last one before it ended. */
function dayInForce(ref: Reference, code: string, on: Day, since: Day): Day | undefined {
  const versions = (ref.of.item.get(code) ?? []).filter(({ payload }) => payload !== null)
  if (versions.some(({ valid }) => covers(valid, on))) return undefined
  return versions.some(({ valid }) => covers(valid, since)) ? since : versions[0]?.valid.from
}
